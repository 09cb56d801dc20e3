"""Failures for want of time or memory are tried again; every other reading is kept."""

from __future__ import annotations

import pytest

from app.passing import may_pass
from domain.documents import Document, HowRead, Member, Reading, Unread, Unreadable

READ = Document("application/pdf", HowRead.TEXT_LAYER)
OCR_FAILED = Document(
    "application/pdf", HowRead.TEXT_LAYER, metadata=(("ocr_failed", Unread.TIMED_OUT.value),)
)
LATE = Unreadable("application/pdf", Unread.TIMED_OUT)


def archive(*members: Member) -> Document:
    """A ZIP with these files."""
    return Document("application/zip", HowRead.PLAIN, members=members)


@pytest.mark.parametrize(
    ("reading", "passing"),
    [
        (READ, False),
        (LATE, True),
        (Unreadable("application/pdf", Unread.OUT_OF_MEMORY), True),
        (Unreadable("application/pdf", Unread.ENCRYPTED), False),
        (Unreadable("application/pdf", Unread.NO_TEXT_LAYER), False),
        (OCR_FAILED, True),
        (archive(Member("a.pdf", READ)), False),
        (archive(Member("a.pdf", READ), Member("b.zip", archive(Member("c", OCR_FAILED)))), True),
        (archive(Member("a.pdf", None, LATE), Member("b.pdf")), True),
    ],
)
def test_what_may_pass(reading: Reading, passing: bool) -> None:
    """Time, memory and a recognition that failed for them, in the files of archives too."""
    assert may_pass(reading) is passing
