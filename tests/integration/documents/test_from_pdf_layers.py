"""PDF text layers that cannot be trusted, and words that fell apart."""

from __future__ import annotations

import random
import shutil
from io import BytesIO

import pypdfium2
import pytest
from fpdf import FPDF
from PIL import Image

from documents import from_pdf
from documents.hints import Hints
from documents.ocr import page
from documents.ocr.recogniser import Word
from documents.pdf.apart import falls_apart, pages_by_poppler
from documents.prose import garbage_share, is_badly_recognised, vietnamese_share
from domain.documents import Document, HowRead, Reading, Unread, Unreadable

_GOOD = "Quyết định về việc công bố hệ thống quản lý chất lượng phù hợp tiêu chuẩn quốc gia " * 3
_GOOD_PLAIN = "Nay ban hanh theo quy dinh, giao cho thanh tra xem trong nam nay va bao cao. "
_MISREAD = (
    "QUYET E)INH Ve viec cong b6 he thong quan ly chat lucmg phu hgp tieu chuan qu6c gia " * 3
)


def _document(reading: Reading) -> Document:
    assert isinstance(reading, Document), reading
    return reading


def _scan_with_layer(pages: int = 1) -> bytes:
    """Pictures of pages, each over a text layer that an English scanner made."""
    pdf = FPDF()
    pdf.set_font("helvetica", size=12)
    held = BytesIO()
    Image.new("L", (200, 280), 250).save(held, "PNG")
    for _ in range(pages):
        pdf.add_page()
        pdf.multi_cell(0, 8, _MISREAD)
        pdf.image(held, 0, 0, pdf.w, pdf.h)
    return bytes(pdf.output())


@pytest.fixture
def recognising(monkeypatch: pytest.MonkeyPatch) -> None:
    """A recogniser that reads good Vietnamese in every picture."""

    def reads(picture: Image.Image, limit_s: float) -> tuple[Word, ...]:
        words = enumerate(_GOOD.split())
        return tuple(
            Word(word, 10, 40 * at, 300, 40 * at + 30, 0.9, (1, 1), (1, 1, at))
            for at, word in words
        )

    monkeypatch.setattr(from_pdf, "recogniser", lambda: reads)
    monkeypatch.setattr(page, "prepared", lambda grey: grey)  # which takes longest


def test_a_bad_scanners_layer_is_doubted() -> None:
    """Without OCR it is all there is: kept, and less sure."""
    reading = _document(from_pdf.read(_scan_with_layer()))
    assert "QUYET E)INH" in reading.text
    assert reading.certainty < 0.7
    assert ("pages_doubtful", "1") in reading.metadata


@pytest.mark.usefixtures("recognising")
def test_a_bad_scanners_layer_gives_way() -> None:
    """With OCR the page itself is read."""
    reading = _document(from_pdf.read(_scan_with_layer(), Hints(ocr_pages=5)))
    assert reading.how is HowRead.OCR
    assert "E)INH" not in reading.text
    assert "chất lượng" in reading.text
    assert "pages_doubtful" not in dict(reading.metadata)


@pytest.mark.parametrize(
    ("text", "bad"),
    [(_GOOD, False), (_MISREAD, True), ("CQNG HOA xA HQI CHU NGHiA " * 5, True), ("12", False)],
)
def test_layers_of_other_languages_programs_are_told(text: str, bad: bool) -> None:
    """By marks that are missing and words that are none."""
    assert is_badly_recognised(text) is bad


def test_vietnamese_is_told_from_chance() -> None:
    """Nearly all words of a paper can be spelt so; of codes without names hardly one."""
    codes = random.Random(1)
    chance = " ".join("".join(codes.choices("bcdfghkmpqrstvwxz", k=5)) for _ in range(40))
    assert vietnamese_share(_GOOD) > 0.9
    assert vietnamese_share(chance) < 0.1


def test_control_characters_are_garbage() -> None:
    """Codes of a font without names, some of which happen to be letters."""
    assert garbage_share("26:Ì5\x01\x85Ø/)\r\n#BO\x01I\x8bOI\x01IÕ\x01UIßOH\x01I\x8bOI " * 8) > 0.35
    assert garbage_share("\uf0b7 Giải quyết đúng hạn hồ sơ của người dân và tổ chức; " * 8) < 0.2


def test_lines_to_fill_in_are_no_garbage() -> None:
    """Forms are half made of them."""
    assert garbage_share("Họ và tên: ________________ Chức vụ: ________________ " * 8) < 0.1


@pytest.mark.parametrize(
    ("text", "apart"),
    [(_GOOD, False), ("qu ả n l ý ch ấ t l ư ợ ng c ủ a x ã " * 8, True), ("a b c", False)],
)
def test_words_in_pieces_are_told(text: str, apart: bool) -> None:
    """By how many letters stand alone."""
    assert falls_apart(text) is apart


@pytest.mark.skipif(shutil.which("pdftotext") is None, reason="no poppler here")
def test_poppler_reads_from_a_pipe() -> None:
    """No file is written, as workers may write none."""
    pages = pages_by_poppler(_scan_with_layer(2), 2)
    assert "QUYET E)INH" in pages[0]
    assert len(pages) >= 2
    assert pages_by_poppler(b"no pdf", 1) == []


def _in_font(font: str, *lines: str) -> bytes:
    """A PDF of one page whose text is set in a font of one byte a letter."""
    shown = " ".join(f"<{line.encode('cp1252').hex()}> Tj T*" for line in lines)
    content = f"BT /F1 12 Tf 50 780 Td 16 TL {shown} ET"
    widths = "500 " * 224
    objects = (
        "<</Type/Catalog/Pages 2 0 R>>",
        "<</Type/Pages/Kids[3 0 R]/Count 1>>",
        "<</Type/Page/Parent 2 0 R/MediaBox[0 0 595 842]/Resources<</Font<</F1 4 0 R>>>>"
        "/Contents 5 0 R>>",
        f"<</Type/Font/Subtype/TrueType/BaseFont/{font}/Encoding/WinAnsiEncoding"
        f"/FirstChar 32/LastChar 255/Widths[{widths}]/FontDescriptor 6 0 R>>",
        f"<</Length {len(content)}>>stream\n{content}\nendstream",
        f"<</Type/FontDescriptor/FontName/{font}/Flags 32/FontBBox[0 -200 1000 900]/ItalicAngle 0"
        "/Ascent 900/Descent -200/CapHeight 700/StemV 80>>",
    )
    numbered = enumerate(objects, 1)
    body = "".join(f"{number} 0 obj\n{held}\nendobj\n" for number, held in numbered)
    return f"%PDF-1.4\n{body}trailer\n<</Size 7/Root 1 0 R>>\n%%EOF".encode("ascii")


@pytest.mark.parametrize(
    ("font", "written", "meant"),
    [
        (".VnTime", "Môc tiªu chÊt l\u00adîng n¨m 2021", "Mục tiêu chất lượng năm 2021"),
        ("VNI-Times", "Muïc tieâu chaát löôïng naêm 2021", "Mục tiêu chất lượng năm 2021"),
    ],
)
def test_old_fonts_come_out_as_unicode(font: str, written: str, meant: str) -> None:
    """By the name of the font each run is set in."""
    reading = _document(from_pdf.read(_in_font(font, *[written] * 3)))
    assert reading.text == "\n".join([meant] * 3)


_SHORT = 500
"""A page of a longer text has no picture."""
_STAMP = "Cong thong tin dien tu xa Minh Quan, trang 1"
_NOTE = "Sao y và bàn giao cho các ông bà trong xã tháng hai theo yêu câu thanh tra. " * 5


def _stamped(*texts: str, share: float = 1.0) -> bytes:
    """Pages with a running line or a note over a picture of a page, and pages of text."""
    pdf = FPDF()
    pdf.set_font("helvetica", size=10)
    held = BytesIO()
    picture = Image.new("L", (200, 280), 250)
    for top in range(20, 260, 8):
        picture.paste(0, (20, top, 180, top + 3))
    picture.save(held, "PNG")
    for text in texts:
        pdf.add_page()
        if share and len(text) < _SHORT:
            pdf.image(held, 0, 0, pdf.w * share, pdf.h * share)
        pdf.multi_cell(0, 5, text)
    return bytes(pdf.output())


def test_a_running_line_does_not_make_a_scan_read() -> None:
    """A page of which only the portal's line is known is no page with text."""
    reading = from_pdf.read(_stamped(_STAMP, _STAMP))
    assert isinstance(reading, Unreadable)
    assert reading.reason is Unread.NO_TEXT_LAYER


@pytest.mark.parametrize("share", [1.0, 0.65])
def test_a_stamped_page_beside_text_is_named(share: float) -> None:
    """Also where the paper is pasted between wide margins; a line alone is a short page."""
    body = _stamped(_GOOD_PLAIN * 8, _STAMP, share=share)
    assert ("pages_without_text", "2") in _document(from_pdf.read(body)).metadata
    bare = _document(from_pdf.read(_stamped(_STAMP, share=0)))
    assert bare.metadata == _document(from_pdf.read(_stamped(_GOOD_PLAIN, share=0))).metadata


def test_a_scan_that_a_stamping_program_wrapped_is_seen() -> None:
    """The old page lies in a form at twice its size, and the running line over that."""
    half = FPDF(unit="pt", format=(298, 421))
    half.add_page()
    held = BytesIO()
    Image.new("L", (200, 280), 250).save(held, "PNG")
    half.image(held, 0, 0, half.w, half.h)
    stamped = pypdfium2.PdfDocument(_stamped(_STAMP, share=0))
    old = pypdfium2.PdfDocument(bytes(half.output())).page_as_xobject(0, stamped).as_pageobject()
    old.transform(pypdfium2.PdfMatrix().scale(2, 2))
    page = stamped[0]
    page.insert_obj(old)
    page.gen_content()
    whole = BytesIO()
    stamped.save(whole)
    reading = from_pdf.read(whole.getvalue())
    assert isinstance(reading, Unreadable)
    assert reading.reason is Unread.NO_TEXT_LAYER


def test_a_short_text_over_a_picture_is_kept_and_doubted() -> None:
    """It may be all of a last page, or a clerk's note on a whole one."""
    reading = _document(from_pdf.read(_stamped(_NOTE)))
    assert "Sao y" in reading.text
    assert ("pages_doubtful", "1") in reading.metadata


def _seeing(monkeypatch: pytest.MonkeyPatch, *looks: str | None) -> None:
    """A recogniser that gives these words for the pages it is shown; None: no time."""
    left = iter(looks)

    def reads(picture: Image.Image, limit_s: float) -> tuple[Word, ...] | None:
        text = next(left)
        if text is None:
            return None
        return tuple(
            Word(word, 10, 40 * at, 300, 40 * at + 30, 0.9, (1, 1), (1, 1, at))
            for at, word in enumerate(text.split())
        )

    monkeypatch.setattr(from_pdf, "recogniser", lambda: reads)
    monkeypatch.setattr(page, "prepared", lambda grey: grey)


def test_a_recogniser_that_sees_more_has_the_word(monkeypatch: pytest.MonkeyPatch) -> None:
    """The page behind the running line is read, and nothing stays open."""
    _seeing(monkeypatch, _GOOD)
    reading = _document(from_pdf.read(_stamped(_STAMP), Hints(ocr_pages=5)))
    assert reading.how is HowRead.OCR
    assert "pages_without_text" not in dict(reading.metadata)


def test_a_text_that_is_all_there_is_stays_as_it_is(monkeypatch: pytest.MonkeyPatch) -> None:
    """What the file says itself is surer than the same recognised."""
    _seeing(monkeypatch, _NOTE.replace("giao", "gíao"))
    reading = _document(from_pdf.read(_stamped(_NOTE), Hints(ocr_pages=5)))
    assert (reading.how, "gíao" in reading.text) == (HowRead.TEXT_LAYER, False)
    assert "pages_doubtful" not in dict(reading.metadata)


@pytest.mark.parametrize("look", [None, "", "Trang 1", _STAMP])
def test_a_page_that_gave_hardly_a_word_is_named(
    monkeypatch: pytest.MonkeyPatch, look: str | None
) -> None:
    """Whether time ran out or the writing is too faint: only its running line is known."""
    _seeing(monkeypatch, look)
    body = _stamped(_GOOD_PLAIN * 8, _STAMP)
    told = dict(_document(from_pdf.read(body, Hints(ocr_pages=5))).metadata)
    assert told.get("pages_without_text") == "2"


def test_a_recognised_head_before_sound_pages_is_told(monkeypatch: pytest.MonkeyPatch) -> None:
    """Most letters are the file's own, those of the first page are not."""
    _seeing(monkeypatch, _GOOD)
    body = _stamped(_STAMP, _GOOD_PLAIN * 12)
    reading = _document(from_pdf.read(body, Hints(ocr_pages=5)))
    assert reading.how is HowRead.TEXT_LAYER
    assert ("head_recognised", "yes") in reading.metadata


def test_a_head_of_a_doubtful_layer_is_told() -> None:
    """Its letters are a bad recogniser's; those of a sound page are not."""
    assert ("head_recognised", "yes") in _document(from_pdf.read(_scan_with_layer())).metadata
    sound = _document(from_pdf.read(_stamped(_GOOD_PLAIN, share=0)))
    assert "head_recognised" not in dict(sound.metadata)
