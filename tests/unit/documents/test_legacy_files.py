"""Old encodings where they stand: runs of DOCX, elements of HTML, whole plain files."""

from __future__ import annotations

from io import BytesIO

import docx
import pytest
from docx.oxml.ns import qn
from docx.text.run import Run

from documents import from_docx, from_html, from_text
from documents.charset import decode
from documents.legacy import Legacy
from domain.documents import Document, Reading
from tests.unit.documents.legacy_encoding import as_bytes, encoded, tcvn3_runs

_TITLE = "Mục tiêu chất lượng năm 2026"
_NUMBER = "Số: 12/KH-UBND"
_HEAD = "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM"
_BODY = "Công bố Hệ thống quản lý chất lượng phù hợp TCVN ISO 9001:2015"
_LINES = (_NUMBER, _TITLE, _BODY, "Sổ tay")
_FONTS = {Legacy.TCVN3: ".VnTime", Legacy.VNI: "VNI-Times", Legacy.VISCII: "VISCII Times"}


def _lines(reading: Reading) -> list[str]:
    assert isinstance(reading, Document), reading
    return [block.text for block in reading.blocks]


def _html(text: str) -> Document:
    reading = from_html.read(text.encode())
    assert isinstance(reading, Document)
    return reading


def _set(run: Run, font: str) -> None:
    run.font.name = font


def _saved(paper: object) -> bytes:
    out = BytesIO()
    paper.save(out)  # type: ignore[attr-defined]  # python-docx ships no types
    return out.getvalue()


def test_docx_runs_are_read_by_their_own_fonts() -> None:
    """.VnTime, .VnTimeH and Unicode in one paragraph; a word may be cut by runs."""
    paper = docx.Document()
    paragraph = paper.add_paragraph()
    for codes, font in tcvn3_runs(f"{_HEAD} {_TITLE} "):
        for letter in codes:
            _set(paragraph.add_run(letter), font)
    _set(paragraph.add_run("của Ủy ban nhân dân «xã» "), "Times New Roman")
    _set(paragraph.add_run(encoded("có các cổ", Legacy.VNI)), "VNI-Times")
    expected = f"{_HEAD} {_TITLE} của Ủy ban nhân dân «xã» có các cổ"
    assert _lines(from_docx.read(_saved(paper))) == [expected]


def test_docx_fonts_come_from_styles_and_defaults() -> None:
    """A style based on one in .VnTime, the default style, a run that names its own."""
    paper = docx.Document()
    paper.styles["Normal"].font.name = ".VnTime"
    capitals = paper.styles.add_style("Tên", 1)
    capitals.base_style = paper.styles["Normal"]
    capitals.font.name = ".VnTimeH"
    small = paper.styles.add_style("Tên nhỏ", 1)
    small.base_style = capitals
    paper.add_paragraph(encoded(_TITLE, Legacy.TCVN3))
    paper.add_paragraph(encoded(_HEAD, Legacy.TCVN3), style="Tên nhỏ")
    _set(paper.add_paragraph().add_run("cá nhân"), "Arial")
    assert _lines(from_docx.read(_saved(paper))) == [_TITLE, _HEAD, "cá nhân"]


def test_docx_default_of_the_file_and_soft_hyphen_element() -> None:
    """docDefaults give the font; Word may keep "ư" as its own optional hyphen."""
    paper = docx.Document()
    defaults = paper.styles.element.find(qn("w:docDefaults"))
    fonts = next(defaults.iter(qn("w:rFonts")))
    fonts.attrib.clear()
    fonts.set(qn("w:ascii"), ".VnTime")
    fonts.set(qn("w:hAnsi"), ".VnTime")
    run = paper.add_paragraph().add_run(encoded("chất l", Legacy.TCVN3))
    run._r.append(run._r.makeelement(qn("w:softHyphen"), {}))
    run.add_text(encoded("ợng", Legacy.TCVN3))
    assert _lines(from_docx.read(_saved(paper))) == ["chất lượng"]


def test_docx_converted_to_unicode_keeps_its_letters() -> None:
    """Old names of fonts over Unicode text are not believed, in short lines neither."""
    paper = docx.Document()
    paper.styles["Normal"].font.name = ".VnTimeH"
    paper.add_paragraph(_TITLE)
    paper.add_paragraph("các cá nhân")
    assert _lines(from_docx.read(_saved(paper))) == [_TITLE, "các cá nhân"]


def test_docx_first_lines_are_told_by_the_rest() -> None:
    """ "Sè" and "cá nhân" are Vietnamese either way: the whole file decides."""
    for lines in ((_NUMBER, _TITLE, _BODY), ("cá nhân", _TITLE)):
        old = lines[0] == _NUMBER
        paper = docx.Document()
        paper.styles["Normal"].font.name = ".VnTime"
        for line in lines:
            paper.add_paragraph(encoded(line, Legacy.TCVN3) if old else line)
        assert _lines(from_docx.read(_saved(paper))) == list(lines)


def test_docx_rows_and_headers_are_mended_too() -> None:
    """Tables, headers and links go the same way as paragraphs."""
    paper = docx.Document()
    paper.styles["Normal"].font.name = "VNI-Times"
    row = paper.add_table(rows=1, cols=2).rows[0]
    row.cells[0].text, row.cells[1].text = encoded(_NUMBER, Legacy.VNI), encoded("Tổ", Legacy.VNI)
    paper.sections[0].header.paragraphs[0].text = encoded(_HEAD, Legacy.VNI)
    assert _lines(from_docx.read(_saved(paper))) == [f"{_NUMBER} | Tổ", _HEAD]


def test_a_vni_heading_in_a_unicode_page_is_read() -> None:
    """The page is Unicode, one heading, one link and its title are not."""
    document = _html(
        "<title>Đề tài</title><p>Đề tài cấp tỉnh</p><h1>KHOA HOÏC <b>QUAÛN</b> LYÙ</h1>"
        "<p>Xem: <a href='/1' title='Muïc tieâu'>Muïc tieâu chaát löôïng</a> của xã</p>"
        "<p>Ông Müller, «Trang trước» © 2026</p>"
    )
    assert [block.text for block in document.blocks] == [
        "Đề tài cấp tỉnh",
        "KHOA HỌC QUẢN LÝ",
        "Xem: Mục tiêu chất lượng của xã",
        "Ông Müller, «Trang trước» © 2026",
    ]
    assert (document.links[0].text, document.links[0].title) == ("Mục tiêu chất lượng", "Mục tiêu")
    assert ("h1", "KHOA HỌC QUẢN LÝ") in document.metadata


def test_fonts_of_a_page_decide_element_by_element() -> None:
    """A style sheet as Word writes it, an inline style within it, and <font face>."""
    number, title = encoded(_NUMBER, Legacy.TCVN3), encoded(_TITLE, Legacy.TCVN3)
    sheet = (
        'p.MsoNormal, li.MsoNormal\n {margin:0cm; font-size:12.0pt; font-family:".VnTime","serif";}'
    )
    document = _html(
        f"<style><!-- {sheet} --></style><p class=MsoNormal>{number} "
        f"<span style='font-family:\".VnTimeH\"'>{title}</span> "
        f"<span style='font:bold 12pt Arial'>các cá nhân</span> {number}</p>"
        f"<p><font face='VNI-Times'>{encoded('Tổ có', Legacy.VNI)}</font> các cá nhân</p>"
    )
    assert [block.text for block in document.blocks] == [
        f"{_NUMBER} {_TITLE.upper()} các cá nhân {_NUMBER}",
        "Tổ có các cá nhân",
    ]


@pytest.mark.parametrize("encoding", list(Legacy))
def test_short_lines_are_told_by_the_lines_around_them(encoding: Legacy) -> None:
    """A paper in an old encoding inside a page of Unicode: its number stands between its lines."""
    lines = ["Ủy ban nhân dân xã Tân Hương", _NUMBER, "Cộng hòa xã hội chủ nghĩa Việt Nam"]
    codes = "".join(f"<p>{encoded(line, encoding)}</p>" for line in [*lines, _TITLE])
    row = f"<table><tr><td>{encoded('Sổ', encoding)}<td>{encoded(_TITLE, encoding)}</table>"
    document = _html(f"<p>Cổng thông tin của xã</p><p>cá nhân</p>{codes}{row}<p>Bản quyền</p>")
    expected = ["Cổng thông tin của xã", "cá nhân", *lines, _TITLE, f"Sổ | {_TITLE}", "Bản quyền"]
    assert [block.text.lower() for block in document.blocks] == [each.lower() for each in expected]


def test_a_page_converted_to_unicode_keeps_its_letters() -> None:
    """Text pasted from Word keeps the names of old fonts; the page's letters disprove them."""
    document = _html(
        f"<p style='font-family:.VnTime'>cá nhân</p><p style='font-family:.VnTimeH'>{_TITLE}</p>"
    )
    assert [block.text for block in document.blocks] == ["cá nhân", _TITLE]


@pytest.mark.parametrize("encoding", list(Legacy))
def test_a_whole_page_in_an_old_encoding_is_read(encoding: Legacy) -> None:
    """As characters, as references, and for those of one byte as bytes; title included."""
    body = "".join(f"<p>{line}</p>" for line in _LINES)
    page = f"<html><title>{_BODY}</title><body class=x>{body}</body></html>"
    codes = encoded(page, encoding)
    referred = "".join(letter if letter.isascii() else f"&#{ord(letter)};" for letter in codes)
    bodies = [codes.encode(), referred.encode(), as_bytes(page, encoding)]
    for each in bodies:
        reading = from_html.read(each)
        assert _lines(reading) == list(_LINES)
        assert isinstance(reading, Document)
        assert reading.title == _BODY


def test_a_page_that_lost_its_soft_hyphens_is_read() -> None:
    """TCVN3's "ư" deleted by a tool; "ngêi" is then "người"."""
    words = encoded("Chất lượng và con người, nước và hướng dẫn", Legacy.TCVN3).replace(
        "\u00ad", ""
    )
    assert _html(f"<p>{words}</p><p>Đã đăng</p>").blocks[0].text == (
        "Chất lượng và con người, nước và hướng dẫn"
    )


@pytest.mark.parametrize("encoding", list(Legacy))
def test_plain_files_are_read_as_a_whole(encoding: Legacy) -> None:
    """The bytes of a file of before Unicode, short lines included."""
    assert _lines(from_text.read(as_bytes("\r\n".join(_LINES), encoding))) == list(_LINES)


def test_plain_files_may_be_mixed() -> None:
    """A line in VNI and a doubled one between lines of Unicode."""
    lines = [
        "Ủy ban nhân dân xã",
        encoded(_TITLE, Legacy.VNI),
        encoded(_BODY, Legacy.DOUBLED),
        encoded(_TITLE, Legacy.TCVN3),
        "chất lư\u00adợng",
    ]
    expected = ["Ủy ban nhân dân xã", _TITLE, _BODY, _TITLE, "chất lượng"]
    assert _lines(from_text.read("\n".join(lines).encode())) == expected


@pytest.mark.parametrize("charset", ["utf-16-le", "utf-16-be", "utf-16", "utf-8-sig"])
def test_wide_files_with_and_without_a_mark_are_read(charset: str) -> None:
    """UTF-16 of Windows' own editors, byte order mark or none."""
    assert _lines(from_text.read("\r\n".join(_LINES).encode(charset))) == list(_LINES)


def test_bytes_that_windows_1252_lacks_are_kept() -> None:
    """VISCII has letters at them; a short text in it stays readable."""
    text = "ỀN ỐC ỜN: tiền tuyến, lời nói, chống đỡ, ỦY BAN"
    assert _lines(from_text.read(as_bytes(text, Legacy.VISCII))) == [text]
    assert decode(b"\x81 caf\xe9 d\xe9j\xe0 vu").certainty == 1.0
