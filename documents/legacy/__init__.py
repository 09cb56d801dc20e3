"""Vietnamese text of before Unicode, run by run into Unicode."""

from documents.legacy.detect import legacy_of
from documents.legacy.fonts import face_of
from documents.legacy.mend import in_encoding, to_unicode
from documents.legacy.tables import Legacy

__all__ = ["Legacy", "face_of", "in_encoding", "legacy_of", "to_unicode"]
