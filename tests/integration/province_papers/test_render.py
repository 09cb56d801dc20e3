"""Papers as files: readable, repeatable, and small."""

from __future__ import annotations

import dataclasses
import io
import random
import unicodedata

import docx
import pypdfium2
import pytest

from tests.integration.province_papers.test_compose import COMMUNE, OFFICE
from tests.province import papers
from tests.province.papers import quirks
from tests.province.papers.to_pdf import to_pdf

WITHOUT_PICTURES = tuple(form for form in papers.FORMS if "scan" not in form)


def squeezed(text: str) -> str:
    """Composed letters without spaces and line ends."""
    return "".join(unicodedata.normalize("NFC", text).split())


def pdf_text(data: bytes) -> str:
    """The text layer of every page."""
    document = pypdfium2.PdfDocument(data)
    text = "".join(page.get_textpage().get_text_range() for page in document)
    document.close()
    return text


@pytest.mark.parametrize("form", WITHOUT_PICTURES)
@pytest.mark.parametrize("publication", papers.PUBLICATIONS)
def test_every_publication_renders_the_same_twice(publication: str, form: str) -> None:
    """Bytes are there, and the same seed gives the same bytes."""
    paper = papers.compose(publication, OFFICE, 2026, random.Random(2))
    first = papers.render(paper, form, random.Random(3))
    assert len(first[0]) > 400
    assert first == papers.render(paper, form, random.Random(3))


@pytest.mark.parametrize("publication", papers.PUBLICATIONS)
def test_pdf_text_comes_back(publication: str) -> None:
    """Head, title and paragraphs come back out of the PDF with every mark."""
    paper = papers.compose(publication, COMMUNE, 2026, random.Random(4))
    text = squeezed(pdf_text(to_pdf(paper)))
    assert squeezed("CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM") in text
    assert squeezed(paper.printed_title) in text
    for line in paper.paragraphs:
        if "\t" not in line and len(line) < 400:
            assert squeezed(line) in text


def test_every_vietnamese_letter_is_in_the_font() -> None:
    """A paper of all letters comes back out of the PDF whole."""
    letters = "ăắằẳẵặâấầẩẫậđêếềểễệôốồổỗộơớờởỡợưứừửữự ýỳỷỹỵ ĂẶÂẬĐÊỆÔỘƠỢƯỰỸỴ"
    paper = papers.compose("quality_policy", COMMUNE, 2026, random.Random(1))
    paper = dataclasses.replace(paper, paragraphs=(letters,))
    assert squeezed(letters) in squeezed(pdf_text(to_pdf(paper)))


def test_some_pdfs_write_another_letter_for_the_horned_u() -> None:
    """Asked for, the text layer says "CHẤT LƢỢNG" as old converters do."""
    paper = papers.compose("quality_policy", COMMUNE, 2026, random.Random(1))
    paper = dataclasses.replace(paper, paragraphs=("chất lượng ư Ư",))
    text = pdf_text(to_pdf(paper, "odd_horns"))
    assert "\u01a3 \u01a2" in text
    assert "ư" not in text


def test_decomposed_letters_survive_the_pdf() -> None:
    """A paper typed in NFD reads the same once composed."""
    paper = papers.compose("annual_plan", COMMUNE, 2026, random.Random(1))
    typed = quirks.everywhere(paper, quirks.decomposed)
    assert squeezed(paper.printed_title) in squeezed(pdf_text(to_pdf(typed)))


def test_a_scan_is_a_small_picture_without_text() -> None:
    """The scanned form has a page, no text and the size of a good scan, and is repeatable."""
    paper = papers.compose("quality_objectives", COMMUNE, 2026, random.Random(4))
    data, media_type, extension = papers.render(paper, "scan", random.Random(6))
    assert (media_type, extension) == ("application/pdf", "pdf")
    assert not pdf_text(data).strip()
    assert len(data) < 260_000
    assert data == papers.render(paper, "scan", random.Random(6))[0]


def test_word_files_open_with_head_and_tables() -> None:
    """The head is a table of two columns and the procedures are rows of another."""
    paper = papers.compose("procedure_list", COMMUNE, 2026, random.Random(8))
    data = papers.render(paper, "docx", random.Random(1))[0]
    tables = docx.Document(io.BytesIO(data)).tables
    assert len(tables[0].columns) == 2
    assert len(tables[1].rows) == sum("\t" in line for line in paper.paragraphs)


def test_articles_come_in_several_layouts() -> None:
    """Different papers are laid out as tables, centred lines, Word's soup and broken lines."""
    made = [
        papers.as_html(papers.compose("annual_plan", COMMUNE, 2026, random.Random(i)))
        for i in range(30)
    ]
    marks = ('<table border="0"', '<p style="text-align: center;">', "MsoNormal", "<font size=4>")
    for mark in marks:
        assert any(mark in article for article in made)
