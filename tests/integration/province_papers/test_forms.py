"""Every form of paper opens with the usual libraries, and the ones nobody can open do not."""

from __future__ import annotations

import io
import random
import unicodedata
import zipfile

import docx
import pypdfium2
import pytest
from lxml import etree
from PIL import Image, ImageChops
from python_calamine import CalamineWorkbook
from striprtf.striprtf import rtf_to_text

from tests.integration.province_papers.test_compose import COMMUNE, OFFICE
from tests.integration.province_papers.test_render import pdf_text, squeezed
from tests.province import papers
from tests.province.papers import forms
from tests.province.papers.templates import EXCEL, WORD, template, whole
from tests.province.papers.to_word97 import body_lines


def _made(form: str, publication: str = "procedure_list", seed: int = 8) -> tuple[bytes, str]:
    paper = papers.compose(publication, COMMUNE, 2026, random.Random(seed))
    body, _, extension = papers.render(paper, form, random.Random(seed))
    return body, extension


def _paper(publication: str = "procedure_list", seed: int = 8) -> papers.Paper:
    return papers.compose(publication, COMMUNE, 2026, random.Random(seed))


@pytest.mark.parametrize("form", [*forms.SCANS, "scan_poor", "pdf_bad_layer"])
def test_the_same_seed_gives_the_same_scan(form: str) -> None:
    """Specks, skew, noise and stamp come from the seed alone."""
    assert _made(form, "annual_plan") == _made(form, "annual_plan")


@pytest.mark.parametrize("form", [f for f in forms.SCANS if f not in ("scan_jpeg", "scan_png")])
def test_a_long_paper_is_scanned_on_two_pages(form: str) -> None:
    """A list of many rows does not fit on one sheet."""
    body, extension = _made(form)
    if extension == "tif":
        with Image.open(io.BytesIO(body)) as picture:
            assert getattr(picture, "n_frames", 1) == 2
    else:
        assert len(pypdfium2.PdfDocument(body)) == 2
        assert not pdf_text(body).strip()


def test_a_turned_scan_lies_on_its_side_or_head() -> None:
    """Of several turned scans some are wider than high."""
    sizes = [
        pypdfium2.PdfDocument(_made("scan_turned", "annual_plan", seed)[0])[0].get_size()
        for seed in range(5)
    ]
    assert any(wide > high for wide, high in sizes)


def test_a_stamp_is_red() -> None:
    """A scan with a stamp holds points that are plainly red, on a light ground."""
    picture = Image.open(io.BytesIO(_made("scan_jpeg", "annual_plan")[0])).convert("RGB")
    red, green, _ = picture.resize((picture.width // 4, picture.height // 4)).split()
    redder = ImageChops.subtract(red, green).histogram()
    assert sum(redder[90:]) > 100


def test_bilevel_scans_are_black_on_white() -> None:
    """The fax coding is not the wrong way round."""
    page = pypdfium2.PdfDocument(_made("scan_bw", "annual_plan")[0])[0].render(scale=0.3)
    assert sum(page.to_pil().convert("L").histogram()[200:]) > page.width * page.height * 0.7


@pytest.mark.parametrize("form", ["pdf_bad_layer", "pdf_garbled"])
def test_text_that_looks_fine_is_not_what_comes_out(form: str) -> None:
    """There is a text layer, and the words on the page are not in it."""
    text = unicodedata.normalize("NFC", pdf_text(_made(form)[0]))
    assert len(text) > 500
    assert "thủ tục" not in text
    assert "Quyết định" not in text


def test_word_97_files_hold_every_line() -> None:
    """The words stand in the template, whose length and structure stay."""
    paper = _paper()
    body, extension = _made("doc")
    assert (extension, len(body)) == ("doc", len(template(WORD)))
    for line in (paper.printed_title, *body_lines(paper)):
        assert line.encode("utf-16-le") in body


@pytest.mark.parametrize("form", ["xlsx", "xls", "ods"])
def test_sheets_open_with_their_rows(form: str) -> None:
    """Title and rows of the table come back out of each kind of sheet."""
    paper = _paper()
    book = CalamineWorkbook.from_filelike(io.BytesIO(_made(form)[0]))
    rows = book.get_sheet_by_index(0).to_python()
    cells = {str(cell).strip() for row in rows for cell in row}
    assert paper.printed_title in cells
    listed = [line.split("\t")[1] for line in paper.paragraphs if "\t" in line]
    assert set(listed[:40]) <= cells


def test_the_few_torn_cells_are_the_only_ones() -> None:
    """Of the sheet's template nearly every row can be used, of Word's every field."""
    assert len(whole(EXCEL)) > 200
    assert len(whole(WORD)) == 15


def test_open_document_and_rich_text_hold_the_words() -> None:
    """ODT is sound XML, RTF comes back letter by letter."""
    paper = _paper("annual_plan")
    with zipfile.ZipFile(io.BytesIO(_made("odt", "annual_plan")[0])) as opened:
        assert opened.namelist()[0] == "mimetype"
        root = etree.fromstring(opened.read("content.xml"))
    assert squeezed(paper.printed_title) in squeezed("".join(map(str, root.itertext())))
    rich = _made("rtf", "annual_plan")[0].decode("ascii")
    text = rtf_to_text(rich)  # type: ignore[no-untyped-call] # the library has no annotations
    assert squeezed(paper.printed_title) in squeezed(text)


@pytest.mark.parametrize("form", forms.LEGACY)
def test_old_letters_are_not_unicode(form: str) -> None:
    """The words of a paper in old letters do not stand there in Unicode."""
    body, extension = _made(form)
    text = body.decode("latin-1")
    if extension == "docx":
        text = "\n".join(
            cell.text
            for table in docx.Document(io.BytesIO(body)).tables
            for cell in table.columns[-1].cells
        )
    assert text.strip()
    assert "thủ tục" not in text


def test_archives_hold_the_paper_under_its_name() -> None:
    """A ZIP opens, with a file of the paper's name in some folder."""
    for seed in range(12):
        paper = _paper("annual_plan", seed)
        with zipfile.ZipFile(io.BytesIO(_made("zip", "annual_plan", seed)[0])) as opened:
            sizes = {name: len(opened.read(name)) for name in opened.namelist()}
        assert max(sizes.values()) > 4000
        if paper.file_stem.isascii():
            assert any(paper.file_stem in name for name in sizes)


def test_what_is_locked_does_not_open() -> None:
    """Nobody has the password, and what is cut off is no sound file."""
    with pytest.raises(pypdfium2.PdfiumError, match="password"):
        pypdfium2.PdfDocument(_made("pdf_locked")[0])
    with zipfile.ZipFile(io.BytesIO(_made("zip_locked")[0])) as opened:
        assert all(info.flag_bits & 1 for info in opened.infolist())
    assert b"\xd0\xcf\x11\xe0" in _made("office_locked")[0][:8]
    seen = {_made("damaged", seed=seed)[1] for seed in range(9)}
    assert seen == {"docx", "pdf", "odt"}


def test_an_unknown_form_is_named() -> None:
    """A typing error in a form is told at once."""
    paper = papers.compose("annual_plan", OFFICE, 2026, random.Random(1))
    with pytest.raises(ValueError, match="unknown form 'papyrus'"):
        papers.render(paper, "papyrus", random.Random(1))
