"""Readings that failed for want of time or memory: the same bytes may read well another night."""

from __future__ import annotations

from domain.documents import Document, Reading, Unread

_PASSING = frozenset({Unread.TIMED_OUT, Unread.OUT_OF_MEMORY})
_OCR_FAILED = "ocr_failed"
"""Metadata of a document whose pictures were to be recognised, which failed for such a reason."""


def may_pass(reading: Reading) -> bool:
    """Whether reading the same bytes again later may give more; such a reading is not kept.

    Kept, one busy night would leave the paper unread until the reader changes.
    """
    if not isinstance(reading, Document):
        return reading.reason in _PASSING
    if any(name == _OCR_FAILED for name, _ in reading.metadata):
        return True
    return any(
        may_pass(held)
        for member in reading.members
        for held in (member.document, member.unreadable)
        if held is not None
    )
