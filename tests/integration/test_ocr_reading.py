"""Scans and pictures read by the real Tesseract, in the real workers."""

from __future__ import annotations

import asyncio
import random
from datetime import date
from io import BytesIO

import pytest
from PIL import Image, ImageDraw

from documents import from_image, from_pdf
from documents.hints import Hints
from documents.ocr.recogniser import tessdata
from documents.pool import ReaderPool
from domain.documents import Document, HowRead, Reading, Unread, Unreadable
from domain.settings import DocumentsSettings
from rules.head import read_head
from tests.integration.hostile_readers import note_lane
from tests.province.papers import Issuer, Paper, compose
from tests.province.papers.scanner import Scanner, scan
from tests.province.papers.sheet import draw

pytestmark = pytest.mark.skipif(tessdata() is None, reason="no Tesseract with Vietnamese here")

_ISSUER = Issuer("UBND xã Minh Quán", "commune", "UBND huyện Trấn Yên", "UBND", "Minh Quán")
_DAY = date(2026, 2, 5)
_WITH_OCR = Hints(ocr_pages=5)
_SCANNER = Scanner(noise=12, skew_degrees=1.5, smooth=True)


@pytest.fixture(scope="module")
def paper() -> Paper:
    """A decision with number, date and two pages of text."""
    made = (
        compose("qms_documents", _ISSUER, 2026, random.Random(seed), issued_on=_DAY)
        for seed in range(50)
    )
    return next(found for found in made if found.number and "05" in found.place_and_date)


@pytest.fixture(scope="module")
def page(paper: Paper) -> Image.Image:
    """Its first page as a crooked, noisy scan at 200 dots an inch."""
    return scan(draw(paper, 200, 1), _SCANNER, random.Random(1))[0]


def _pdf(*pages: Image.Image) -> bytes:
    held = BytesIO()
    pages[0].save(held, "PDF", resolution=200, save_all=True, append_images=pages[1:])
    return held.getvalue()


def _file(page: Image.Image, kind: str) -> bytes:
    held = BytesIO()
    page.save(held, kind)
    return held.getvalue()


def _is_the_paper(reading: Reading, paper: Paper) -> bool:
    assert isinstance(reading, Document), reading
    head = read_head(reading.text)
    assert (reading.how, head.issued_on, head.motto) == (HowRead.OCR, _DAY, True)
    assert head.number == paper.number
    assert reading.certainty > 0.85
    return reading.blocks[0].page == 1


def test_a_scanned_pdf_is_read_up_to_its_head_and_title(page: Image.Image, paper: Paper) -> None:
    """Number and date come out; the pages after are named and no open question."""
    reading = from_pdf.read(_pdf(page, page, page), _WITH_OCR)
    assert _is_the_paper(reading, paper)
    assert isinstance(reading, Document)
    assert ("pages_not_recognised", "2,3") in reading.metadata
    assert "pages_without_text" not in dict(reading.metadata)


def test_a_picture_is_read(page: Image.Image, paper: Paper) -> None:
    """A JPEG of a page is a document like any other."""
    assert _is_the_paper(from_image.read(_file(page, "JPEG"), _WITH_OCR), paper)


@pytest.mark.parametrize("turn", [Image.Transpose.ROTATE_90, Image.Transpose.ROTATE_180])
def test_a_turned_page_is_righted(page: Image.Image, paper: Paper, turn: Image.Transpose) -> None:
    """Whichever way the sheet lay on the glass."""
    assert _is_the_paper(from_image.read(_file(page.transpose(turn), "PNG"), _WITH_OCR), paper)


def test_a_pdf_without_ocr_says_so(page: Image.Image) -> None:
    """Nothing is recognised unless it may be."""
    reading = from_pdf.read(_pdf(page))
    assert isinstance(reading, Unreadable)
    assert reading.reason is Unread.NO_TEXT_LAYER


def test_a_landscape_is_no_paper() -> None:
    """A picture without words stays one without a text layer."""
    picture = Image.linear_gradient("L").resize((900, 700))
    ImageDraw.Draw(picture).ellipse((200, 200, 500, 500), fill=240)
    reading = from_image.read(_file(picture, "PNG"), _WITH_OCR)
    assert isinstance(reading, Unreadable)
    assert reading.reason is Unread.NO_TEXT_LAYER


def test_bombs_cost_themselves_alone(page: Image.Image, paper: Paper) -> None:
    """Pictures that claim more than a worker may hold are refused, and the next one is read."""
    flat = _file(Image.new("1", (13_000, 13_000)), "PNG")
    huge = b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR\0\1\x86\xa0\0\1\x86\xa0\x08\2\0\0\0" + bytes(60)

    async def read_all() -> list[Reading]:
        pool = ReaderPool(DocumentsSettings(workers=1, memory_mb=512))
        try:
            return [await pool.read(body) for body in (flat, huge, _file(page, "JPEG"))]
        finally:
            await pool.aclose()

    bomb, claim, sound = asyncio.run(read_all())
    for refused in (bomb, claim):
        assert isinstance(refused, Unreadable)
        assert refused.reason in (Unread.TOO_LARGE, Unread.DAMAGED, Unread.OUT_OF_MEMORY)
    assert _is_the_paper(sound, paper)


def test_no_text_waits_behind_scans() -> None:
    """While the only slow worker is busy with pictures, the quick lane goes on reading."""
    picture = _file(Image.new("L", (900, 1200), 255), "PNG")

    async def race() -> list[str]:
        pool = ReaderPool(DocumentsSettings(workers=1, timeout_s=5.0), note_lane)
        ended: list[str] = []

        async def one(body: bytes, name: str) -> None:
            await pool.read(body, "", name)
            ended.append(name)

        try:
            scans = [asyncio.create_task(one(picture, "slow")) for _ in range(2)]
            await one(b"%PDF-1.4 text", "quick")
            await asyncio.gather(*scans)
            return ended
        finally:
            await pool.aclose()

    assert asyncio.run(race()) == ["quick", "slow", "slow"]
