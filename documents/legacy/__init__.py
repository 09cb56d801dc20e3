"""Vietnamese text of before Unicode, run by run into Unicode."""

from documents.legacy.detect import (
    has_only_unicode_letters,
    holds_foreign_letters,
    legacy_of,
    may_be_legacy,
    whole_of,
)
from documents.legacy.fonts import Face, face_of
from documents.legacy.mend import in_encoding, to_unicode
from documents.legacy.tables import Legacy

__all__ = [
    "Face",
    "Legacy",
    "face_of",
    "has_only_unicode_letters",
    "holds_foreign_letters",
    "in_encoding",
    "legacy_of",
    "may_be_legacy",
    "to_unicode",
    "whole_of",
]
