"""Papers in archives that are read a second time, to be recognised."""

from __future__ import annotations

from io import BytesIO
from zipfile import ZipFile

import pytest

from documents import from_zip, sniff
from documents.hints import Hints
from domain.documents import Block, Document, HowRead, Reading, Unread, Unreadable


def _second_reading(second: Reading | type[MemoryError]) -> tuple[Document, list[int]]:
    """An archive of a half scanned paper and what it gives when recognised, and a picture."""
    asked: list[int] = []
    half = (("pages_without_text", "2"),)
    long = Block("x" * 1_500_000)

    def reader(body: bytes, hints: Hints) -> Reading:
        asked.append(hints.ocr_pages)
        if hints.name == "b.png":
            done = Document("image/png", HowRead.OCR, blocks=(long,))
            return done if hints.ocr_pages else Unreadable("image/png", Unread.NO_TEXT_LAYER)
        if not hints.ocr_pages:
            return Document(sniff.PDF, HowRead.TEXT_LAYER, blocks=(long,), metadata=half)
        if isinstance(second, type):
            raise second
        return second

    held = BytesIO()
    with ZipFile(held, "w") as archive:
        archive.writestr("a.pdf", b"%PDF-")
        archive.writestr("b.png", b"anh")
    reading = from_zip.read(held.getvalue(), Hints(ocr_pages=2), reader)
    assert isinstance(reading, Document)
    return reading, asked


@pytest.mark.parametrize(
    ("second", "failure"),
    [
        (MemoryError, {"ocr_failed": "out_of_memory"}),
        (Unreadable(sniff.PDF, Unread.TIMED_OUT), {"ocr_failed": "timed_out"}),
        (Unreadable(sniff.PDF, Unread.DAMAGED), {}),
    ],
)
def test_a_failed_second_reading_keeps_the_first(
    second: Reading | type[MemoryError], failure: dict[str, str]
) -> None:
    """The text layer stays; a failure that may pass is told of the member and of the archive."""
    reading, _ = _second_reading(second)
    kept = reading.members[0].document
    assert kept is not None
    assert len(kept.text) == 1_500_000
    assert dict(kept.metadata) == {"pages_without_text": "2", **failure}
    assert dict(reading.metadata) == failure


def test_a_second_reading_is_not_charged_twice() -> None:
    """The first text makes room for the one that replaces it."""
    again = Document(sniff.PDF, HowRead.OCR, blocks=(Block("y" * 2_400_000),))
    reading, asked = _second_reading(again)
    texts = [member.document.text for member in reading.members if member.document is not None]
    assert [len(text) for text in texts] == [2_400_000, 1_500_000]
    assert len(asked) == 4
