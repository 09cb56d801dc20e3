"""Files broken inside: what could be read is given, and that it may not be all is noted."""

from __future__ import annotations

import struct
from io import BytesIO
from zipfile import ZIP_DEFLATED, ZipFile

import pytest

from documents import from_zip
from documents.hints import Hints
from documents.pdf.whole import lost_table
from documents.prose import has_garbled_lines
from documents.read import read_body
from domain.documents import Document, HowRead, Reading
from tests.unit.documents.expected import document_of

_W = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'
_PARAGRAPHS = "<w:p><w:r><w:t>Mục tiêu</w:t></w:r></w:p><w:p><w:r><w:t>chất lượng</w:t></w:r></w:p>"
_SOUND = f"<w:document {_W}><w:body>{_PARAGRAPHS}</w:body></w:document>"
_FLAT = (
    '<?xml version="1.0"?><w:wordDocument xmlns:w="http://schemas.microsoft.com/office/word/2003/'
    f'wordml"><w:body>{_PARAGRAPHS}</w:body></w:wordDocument>'
)


def _packed(**parts: str) -> bytes:
    buffer = BytesIO()
    with ZipFile(buffer, "w", ZIP_DEFLATED) as archive:
        for name, held in parts.items():
            archive.writestr(name, held)
    return buffer.getvalue()


def _word(document: str) -> bytes:
    return _packed(**{"[Content_Types].xml": "<Types/>", "word/document.xml": document})


def _torn(body: bytes) -> bool:
    return "torn" in dict(document_of(read_body(body)).metadata)


def test_a_word_file_whose_text_breaks_off_inside_says_so() -> None:
    """Its check sums are right, and its XML ends amid the paper."""
    assert not _torn(_word(_SOUND))
    assert _torn(_word(_SOUND[: _SOUND.index("chất")]))


def test_an_undeclared_prefix_costs_no_text() -> None:
    """Programs forget to declare their names' spaces; nothing is lost by it."""
    assert not _torn(_word(_SOUND.replace("<w:body>", "<w:body><w14:x/>")))


def test_files_of_one_part_say_so_too() -> None:
    """Office files in one XML file are no other matter."""
    assert not _torn(_FLAT.encode())
    assert _torn(_FLAT[: _FLAT.index("lượng")].encode())


@pytest.mark.parametrize(
    ("behind", "torn"),
    [(b"", False), (b"\r\n\0\0", False), (b"}", True), (rb"{\f1 noi dung}\par}", True)],
)
def test_text_behind_the_end_of_an_rtf_file_is_noted(behind: bytes, torn: bool) -> None:
    """A group that lost its beginning closes the whole file before its text."""
    assert _torn(rb"{\rtf1\ansi{\fonttbl{\f0 Arial;}}Muc tieu\par}" + behind) is torn


@pytest.mark.parametrize(
    ("table", "torn"),
    [
        (rb"{\fonttbl{\f0 Arial;}Muc tieu\par nam 2026\par}", True),
        (rb"{\*\rsidtbl \rsid1 Muc tieu\par nam 2026\par}", True),
        (rb"{\fonttbl{\f0 Arial;}}{\*\ftnsep\pard\chftnsep\par}{\*\ftnsepc\pard\par}", False),
        (rb"{\fonttbl{\f0 Arial;}}{\*\annotation\pard gop y\par them\par}", False),
    ],
    ids=("fonts", "unknown", "separators", "remarks"),
)
def test_paragraphs_in_an_rtf_table_are_text_that_lost_its_place(table: bytes, torn: bool) -> None:
    """A stretch that is gone may take one brace of each kind along: all of them still match."""
    assert _torn(rb"{\rtf1\ansi" + table + rb"Ban hanh kem theo\par}") is torn


def test_an_archive_that_lists_fewer_files_than_it_tells_says_so() -> None:
    """The paper may be the file of which the directory has lost its entry."""

    def reader(body: bytes, hints: Hints) -> Reading:
        return Document("text/plain", HowRead.PLAIN)

    body = _packed(**{"1.txt": "mot", "2.txt": "hai"})
    end = body.rfind(b"PK\x05\x06")
    more = body[: end + 8] + struct.pack("<HH", 3, 3) + body[end + 12 :]
    assert document_of(from_zip.read(body, Hints(), reader)).metadata == ()
    assert "truncated" in dict(document_of(from_zip.read(more, Hints(), reader)).metadata)


_PDF = b"%%PDF-1.4\n1 0 obj<<>>endobj\nxref\n0 1\ntrailer<<>>\nstartxref\n%d\n%%%%EOF\n"


@pytest.mark.parametrize(
    ("body", "lost"),
    [
        (_PDF % 29, False),
        (b"\r\n\r\n" + _PDF % 29, False),
        (_PDF % 21, False),
        (_PDF % 29 + b"\0" * 3_900, False),
        (_PDF % 900, True),
        (_PDF[:-20] % (), True),
    ],
    ids=(
        "where it is told",
        "counted from the head",
        "a few bytes off",
        "padded",
        "elsewhere",
        "no end",
    ),
)
def test_a_pdf_without_its_table_is_put_together_by_guess(body: bytes, lost: bool) -> None:
    """Readers find what they can; whether it is all nobody tells."""
    assert lost_table(body) is lost


def test_lines_in_codes_of_a_font_are_told_from_a_slip() -> None:
    """A title in a font without a map is lost; a bullet that no font names is not missed."""
    text = "Độc lập - Tự do - Hạnh phúc\n{}\nCăn cứ Luật Tổ chức chính quyền địa phương"
    assert has_garbled_lines(text.format(".ò$\x015*\x8c6\x017\x86\x01,Ì\x01)0®$\x0e"))
    assert not has_garbled_lines(text.format("\x01 Mục tiêu 1\n\x01 Mục tiêu 2\n\x01 Mục tiêu 3"))
    assert not has_garbled_lines(text.format("nhân\x02 dân\x02 xã\x02 Tân\x02 Lập"))
