"""Pictures: which are looked at, and what is said of the others."""

from __future__ import annotations

from io import BytesIO

import pytest
from PIL import Image

from documents import from_image
from documents.hints import Hints
from documents.ocr import page
from documents.ocr.recogniser import Word
from documents.pool import needs_worker, wants_ocr
from documents.sniff import DOCX, PDF
from domain.documents import Document, HowRead, Member, Reading, Unread, Unreadable

_WITH_OCR = Hints(ocr_pages=5)
_LINE = "Mục tiêu chất lượng của Ủy ban nhân dân xã Tân Hương năm 2021"


def _file(picture: Image.Image, kind: str = "PNG", **options: object) -> bytes:
    held = BytesIO()
    picture.save(held, kind, **options)
    return held.getvalue()


def _refused(reading: Reading) -> tuple[Unread, str]:
    assert isinstance(reading, Unreadable)
    return reading.reason, reading.detail


@pytest.fixture
def seen(monkeypatch: pytest.MonkeyPatch) -> list[Image.Image]:
    """The pictures that a recogniser, who reads one line in each, was shown."""
    shown: list[Image.Image] = []

    def reads(picture: Image.Image, limit_s: float) -> tuple[Word, ...]:
        shown.append(picture)
        words = enumerate(_LINE.split())
        return tuple(
            Word(word, 60 * at, 10, 60 * at + 50, 40, 0.9, (1, 1), (1, 1, 1)) for at, word in words
        )

    monkeypatch.setattr(from_image, "recogniser", lambda: reads)
    monkeypatch.setattr(page, "prepared", lambda grey: grey)  # which takes longest
    return shown


@pytest.mark.parametrize("size", [(32, 32), (399, 3000), (500, 550), (2500, 600)])
def test_icons_and_banners_are_not_looked_at(
    size: tuple[int, int], seen: list[Image.Image]
) -> None:
    """Small and stretched pictures are told by their size alone."""
    reading = from_image.read(_file(Image.new("L", size, 255)), _WITH_OCR)
    assert _refused(reading)[0] is Unread.NO_TEXT_LAYER
    assert not seen


def test_photographs_are_not_looked_at(seen: list[Image.Image]) -> None:
    """A picture that is dark for the most part is no page."""
    photograph = Image.linear_gradient("L").resize((900, 900)).point(lambda grey: grey * grey / 255)
    assert _refused(from_image.read(_file(photograph), _WITH_OCR))[0] is Unread.NO_TEXT_LAYER
    assert not seen


def test_without_leave_nothing_is_decoded() -> None:
    """With OCR off a picture is what it always was."""
    assert _refused(from_image.read(b"\x89PNG\r\n\x1a\n...")) == (
        Unread.NO_TEXT_LAYER,
        "a picture; its text needs OCR",
    )


def test_a_missing_tesseract_is_named(monkeypatch: pytest.MonkeyPatch) -> None:
    """The detail says what to install."""
    monkeypatch.setattr(from_image, "recogniser", lambda: None)
    reading = from_image.read(_file(Image.new("L", (800, 1100), 255)), _WITH_OCR)
    assert "install tesseract-ocr" in _refused(reading)[1]


@pytest.mark.parametrize(
    ("mode", "kind"),
    [
        ("1", "PNG"),
        ("P", "GIF"),
        ("RGBA", "PNG"),
        ("CMYK", "JPEG"),
        ("I;16", "TIFF"),
        ("RGB", "BMP"),
    ],
)
def test_every_kind_of_picture_is_shown_in_grey(
    mode: str, kind: str, seen: list[Image.Image]
) -> None:
    """Bilevel, palette, transparent, printers' colours and sixteen bits."""
    paper = Image.new("L", (800, 1100), 255)
    picture = paper.convert("I").convert(mode) if mode == "I;16" else paper.convert(mode)
    if mode == "I;16":
        picture = picture.point(lambda grey: grey * 257)
    reading = from_image.read(_file(picture, kind), _WITH_OCR)
    assert isinstance(reading, Document)
    assert (reading.how, reading.text) == (HowRead.OCR, _LINE)
    assert seen[0].mode == "L"


def test_the_pages_of_a_tiff_are_counted(seen: list[Image.Image]) -> None:
    """Each page is one of the document's."""
    page = Image.new("1", (800, 1100), 1)
    reading = from_image.read(
        _file(page, "TIFF", save_all=True, append_images=[page] * 6), _WITH_OCR
    )
    assert isinstance(reading, Document)
    assert reading.pages == 7
    assert [block.page for block in reading.blocks] == [1, 2, 3, 4, 5]
    assert dict(reading.metadata) == {"pages_without_text": "6,7"}


def test_a_torn_picture_is_damaged() -> None:
    """Half a file is no reason to raise."""
    whole = _file(Image.effect_noise((600, 800), 40), "PNG")
    assert _refused(from_image.read(whole[: len(whole) // 2], _WITH_OCR))[0] is Unread.DAMAGED


def test_pictures_go_to_workers_where_they_are_recognised() -> None:
    """Without OCR no process is started for them."""
    assert needs_worker("image/png", ocr=True)
    assert not needs_worker("image/png", ocr=False)
    assert not needs_worker("image/x-icon", ocr=True)


@pytest.mark.parametrize(
    ("reading", "wanted"),
    [
        (Unreadable("application/pdf", Unread.NO_TEXT_LAYER), True),
        (Unreadable("application/pdf", Unread.DAMAGED), False),
        (Document("application/pdf", HowRead.TEXT_LAYER), False),
        (Unreadable("application/msword", Unread.NO_TEXT_LAYER), False),
        (Document(PDF, HowRead.TEXT_LAYER, metadata=(("pages_without_text", "2"),)), True),
        (Document(PDF, HowRead.TEXT_LAYER, metadata=(("pages_doubtful", "1"),)), True),
        (Document(DOCX, HowRead.OFFICE, metadata=(("pages_without_text", "2"),)), False),
        (
            Document(
                "application/zip",
                HowRead.OFFICE,
                members=(Member("a.pdf", None, Unreadable(PDF, Unread.NO_TEXT_LAYER)),),
            ),
            True,
        ),
        (
            Document(
                "application/zip",
                HowRead.OFFICE,
                members=(Member("a.docx", None, Unreadable(DOCX, Unread.NO_TEXT_LAYER)),),
            ),
            False,
        ),
    ],
)
def test_only_what_was_left_unread_is_read_again(reading: Reading, wanted: bool) -> None:
    """The slow lane gets files with pictures of text, also inside archives, and no others."""
    assert wants_ocr(reading) is wanted


def _written_on() -> Image.Image:
    """A page full of writing that no recogniser makes out."""
    page = Image.new("L", (800, 1100), 255)
    for top in range(100, 1000, 30):
        page.paste(0, (100, top, 700, top + 8))
    return page


@pytest.mark.usefixtures("seen")
def test_words_beside_much_writing_are_not_all_of_it() -> None:
    """The text is kept and the page is named."""
    reading = from_image.read(_file(_written_on()), _WITH_OCR)
    assert isinstance(reading, Document)
    assert reading.text == _LINE
    assert reading.metadata == (("pages_doubtful", "1"),)


def test_a_page_of_a_tiff_without_words_is_named(monkeypatch: pytest.MonkeyPatch) -> None:
    """A full second page of which nothing was recognised is no blank one."""
    line = Word(_LINE.replace(" ", ""), 0, 0, 50, 40, 0.9, (1, 1), (1, 1, 1))
    looks = iter([(line,) * 9, ()])
    monkeypatch.setattr(from_image, "recogniser", lambda: lambda picture, limit_s: next(looks))
    monkeypatch.setattr(page, "prepared", lambda grey: grey)
    first, second = Image.new("L", (800, 1100), 255), _written_on()
    body = _file(first, "TIFF", save_all=True, append_images=[second])
    reading = from_image.read(body, _WITH_OCR)
    assert isinstance(reading, Document)
    assert reading.metadata == (("pages_without_text", "2"),)


def test_a_tiff_of_too_many_pages_says_so(
    seen: list[Image.Image], monkeypatch: pytest.MonkeyPatch
) -> None:
    """The pages that are not even counted are told of."""
    monkeypatch.setattr(from_image, "_MOST_FRAMES", 2)
    sheet = Image.new("1", (800, 1100), 1)
    body = _file(sheet, "TIFF", save_all=True, append_images=[sheet] * 3)
    reading = from_image.read(body, _WITH_OCR)
    assert isinstance(reading, Document)
    assert len(seen) == 2
    assert reading.metadata == (("truncated", "2 pages"),)
