"""What readers leave out at their caps is noted, so that nobody takes the rest for the whole."""

from __future__ import annotations

from io import BytesIO
from zipfile import ZipFile

import pytest
import xlsxwriter

from documents import from_mhtml, from_pptx, from_sheet_xml, from_text
from documents.hints import Hints
from documents.read import read_body
from domain.documents import Document, Reading

_SHEETS = "urn:schemas-microsoft-com:office:spreadsheet"


def _document(reading: Reading) -> Document:
    assert isinstance(reading, Document), reading
    return reading


def _cut(reading: Reading) -> str:
    return dict(_document(reading).metadata).get("truncated", "")


def test_a_stray_quote_in_csv_loses_nothing() -> None:
    """The quote swallows the rest of the file: then it is a letter like others."""
    rows = "".join(f"{number};Mục tiêu số {number}\n" for number in range(12_000))
    reading = read_body(f'TT;"Tên\n{rows}'.encode(), Hints(name="a.csv"))
    assert "11999 | Mục tiêu số 11999" in _document(reading).text
    assert _cut(reading) == ""


def test_a_csv_cell_beyond_all_measure_is_noted() -> None:
    """It costs only its own line."""
    reading = read_body(f"TT;Tên\n1;{'a' * 140_000}\n2;b\n".encode(), Hints(name="a.csv"))
    assert _document(reading).text.splitlines() == ["TT | Tên", "2 | b"]
    assert _cut(reading) == "1 cells beyond all measure"


def test_cells_beyond_the_cap_of_a_row_are_noted() -> None:
    """Empty ones are no loss."""
    line = ";".join(["a"] * 401) + "\n1;2\n"
    assert _cut(read_body(line.encode(), Hints(name="a.csv"))) == "400 cells a row"
    empty = ";".join(["a"] * 400) + ";;\n1;2\n"
    assert _cut(read_body(empty.encode(), Hints(name="a.csv"))) == ""


def test_long_lines_of_text_are_parted() -> None:
    """Between words, or where there are none after so many letters; nothing is lost."""
    words = "mục tiêu " * 5_000
    blocks = _document(from_text.read(f"{words}\n{'x' * 45_000}\n\nhết".encode())).blocks
    assert " ".join(block.text for block in blocks[:3]) == words.strip()
    assert [len(block.text) for block in blocks[3:]] == [20_000, 20_000, 5_000, 3]
    assert all(len(block.text) <= 20_000 for block in blocks)


def test_text_beyond_measure_is_noted() -> None:
    """Four million letters are more than any paper."""
    assert _cut(from_text.read(b"abcdefg hi\n" * 400_000)) == "4000000 characters"


def test_sheets_beyond_the_cap_are_noted() -> None:
    """In Excel's XML, OpenDocument and XLSX alike."""
    sheet = "<Worksheet><Table><Row><Cell><Data>a</Data></Cell></Row></Table></Worksheet>"
    body = f'<?xml version="1.0"?><Workbook xmlns="{_SHEETS}" xmlns:ss="{_SHEETS}">{{}}</Workbook>'
    assert _cut(from_sheet_xml.read(body.format(sheet * 201).encode())) == "200 sheets"
    assert _cut(from_sheet_xml.read(body.format(sheet * 200).encode())) == ""
    buffer = BytesIO()
    with xlsxwriter.Workbook(buffer, {"in_memory": True}) as book:
        for _ in range(201):
            book.add_worksheet().write(0, 0, "a")
    assert _cut(read_body(buffer.getvalue())) == "200 of 201 sheets"
    assert _cut(read_body(_flat_ods(201))) == "200 sheets"
    assert _cut(read_body(_flat_ods(200))) == ""


def _flat_ods(sheets: int) -> bytes:
    spaces = " ".join(
        f'xmlns:{name}="urn:oasis:names:tc:opendocument:xmlns:{name}:1.0"'
        for name in ("office", "text", "table")
    )
    cell = "<table:table-cell><text:p>a</text:p></table:table-cell>"
    table = f"<table:table><table:table-row>{cell}</table:table-row></table:table>"
    return (
        f'<?xml version="1.0"?><office:document {spaces} office:mimetype='
        '"application/vnd.oasis.opendocument.spreadsheet"><office:body><office:spreadsheet>'
        f"{table * sheets}</office:spreadsheet></office:body></office:document>"
    ).encode()


def test_slides_beyond_the_cap_are_noted() -> None:
    """The first five hundred are read."""
    space = "http://schemas.openxmlformats.org/drawingml/2006/main"
    slide = f'<sld xmlns:a="{space}"><a:p><a:r><a:t>a</a:t></a:r></a:p></sld>'
    buffer = BytesIO()
    with ZipFile(buffer, "w") as archive:
        for number in range(1, 502):
            archive.writestr(f"ppt/slides/slide{number}.xml", slide)
    reading = from_pptx.read(buffer.getvalue())
    assert _cut(reading) == "500 of 501 slides"
    assert _document(reading).pages == 501


def _web_archive(*pages: str) -> bytes:
    head = b'MIME-Version: 1.0\r\nContent-Type: multipart/related; boundary="x"\r\n\r\n'
    parts = (f"--x\r\nContent-Type: text/html\r\n\r\n{page}\r\n" for page in pages)
    return head + "".join(parts).encode() + b"--x--\r\n"


@pytest.mark.parametrize(("count", "cut"), [(60, ""), (61, "60 pages")])
def test_pages_of_web_archives_beyond_the_cap_are_noted(count: int, cut: str) -> None:
    """Excel saves each sheet as a page."""
    assert _cut(from_mhtml.read(_web_archive(*["<p>a</p>"] * count))) == cut


def test_what_a_later_page_of_a_web_archive_left_out_is_kept() -> None:
    """Not the first page alone tells of its caps."""
    long = "<p>a</p>" * 21_000
    assert "blocks" in _cut(from_mhtml.read(_web_archive("<p>a</p>", long)))
