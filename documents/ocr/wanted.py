"""Whether recognising could read what a reading left unread."""

from __future__ import annotations

from dataclasses import replace

from documents import sniff
from documents.from_image import FORMATS
from domain.documents import Document, Reading, Unread, Unreadable

_PICTURED = frozenset({sniff.PDF, *FORMATS})
"""Kinds whose reader can recognise; a Word file of pictures stays as unread with OCR as without."""
_WANTING = ("pages_without_text", "pages_doubtful")
_PASSING = (Unread.TIMED_OUT, Unread.OUT_OF_MEMORY)
"""Failures of a busy machine, that another day may not have."""
_FAILED = "ocr_failed"


def wants_ocr(reading: Reading) -> bool:
    """Whether pictures of text were left unread that recognising could read, in archives too."""
    if not isinstance(reading, Document):
        return reading.reason is Unread.NO_TEXT_LAYER and reading.media_type in _PICTURED
    if reading.media_type in _PICTURED and any(name in _WANTING for name, _ in reading.metadata):
        return True
    held = (member.document or member.unreadable for member in reading.members)
    return any(wants_ocr(each) for each in held if each is not None)


def passing(reading: Reading) -> str:
    """The reason why recognising failed this time and may not the next; empty for none."""
    if isinstance(reading, Document):
        return dict(reading.metadata).get(_FAILED, "")
    return reading.reason.value if reading.reason in _PASSING else ""


def with_failure(before: Document, failed: Unreadable) -> Document:
    """What was read without recognising, marked where recognising it may go well another day."""
    reason = passing(failed)
    if not reason or passing(before):
        return before
    return replace(before, metadata=(*before.metadata, (_FAILED, reason)))
