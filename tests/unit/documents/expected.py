"""What a reading must be for a test to go on."""

from __future__ import annotations

from domain.documents import Document, Reading, Unread, Unreadable


def document_of(reading: Reading) -> Document:
    """The document that was read; fails where there is none."""
    assert isinstance(reading, Document), reading
    return reading


def reason_of(reading: Reading) -> Unread:
    """Why nothing was read; fails where a document is."""
    assert isinstance(reading, Unreadable), reading
    return reading.reason
