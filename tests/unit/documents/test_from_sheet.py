"""XLSX, XLS, ODS, Excel's XML and CSV: rows, heads in reading order, values, false claims."""

from __future__ import annotations

import random
import struct
from datetime import date, datetime, time, timedelta
from io import BytesIO
from pathlib import Path
from zipfile import ZIP_DEFLATED, ZipFile

import pytest
import xlsxwriter

from documents import from_csv, from_sheet, sniff
from documents.hints import Hints
from documents.read import read_body
from documents.sheet import size
from domain.documents import BlockKind, Reading, Unread
from tests.data import make_samples as samples
from tests.unit.documents.expected import document_of, reason_of
from tests.unit.documents.word_file import compound_file

_PAPERS = Path(samples.__file__).parent / "papers"
_OLD = "Môc tiªu chÊt l\u00adîng n¨m 2021 cña Uû ban nh©n d©n x· T©n H\u00ad¬ng"
_TABLE_SPACE = "urn:schemas-microsoft-com:office:spreadsheet"


def _texts(reading: Reading) -> list[str]:
    return [block.text for block in document_of(reading).blocks]


def _book(*rows: list[object], name: str = "Sheet1") -> bytes:
    buffer = BytesIO()
    with xlsxwriter.Workbook(buffer, {"in_memory": True}) as book:
        page = book.add_worksheet(name)
        days = book.add_format({"num_format": "dd/mm/yyyy"})
        for number, row in enumerate(rows):
            for column, value in enumerate(row):
                if isinstance(value, date):
                    page.write_datetime(number, column, value, days)
                elif value is not None:
                    page.write(number, column, value)
    return buffer.getvalue()


def _ods(rows: str) -> bytes:
    spaces = " ".join(
        f'xmlns:{name}="urn:oasis:names:tc:opendocument:xmlns:{name}:1.0"'
        for name in ("office", "text", "table")
    )
    held = f"<office:document-content {spaces}><office:body><office:spreadsheet>"
    held += f'<table:table table:name="Bảng 1A">{rows}</table:table></office:spreadsheet>'
    buffer = BytesIO()
    with ZipFile(buffer, "w", ZIP_DEFLATED) as archive:
        kind = "application/vnd.oasis.opendocument.spreadsheet"
        archive.writestr("mimetype", kind, compress_type=0)
        archive.writestr("content.xml", held + "</office:body></office:document-content>")
    return buffer.getvalue()


def _zipped(**members: str) -> bytes:
    buffer = BytesIO()
    with ZipFile(buffer, "w", ZIP_DEFLATED) as archive:
        archive.writestr("[Content_Types].xml", "<Types/>")
        for name, held in members.items():
            archive.writestr("xl/" + name.replace("__", "/") + ".xml", held)
    return buffer.getvalue()


@pytest.mark.parametrize("form", ["xls", "ods"])
def test_a_paper_made_in_a_spreadsheet_keeps_its_heads_order(form: str) -> None:
    """The left column, the right one, then rows; dates as in Vietnam; hidden sheets too."""
    document = document_of(read_body((_PAPERS / f"sheet.{form}").read_bytes()))
    assert [block.text for block in document.blocks] == [
        *samples.LEFT,
        *samples.RIGHT,
        *samples.TITLE,
        *(" | ".join(cell for cell in row if cell) for row in samples.TABLE),
        "3 | 12.5 | 05/02/2021",
        "Phụ lục",
        "QT-01 | Quy trình kiểm soát tài liệu",
    ]
    assert document.blocks[9].kind is BlockKind.ROW
    assert document.blocks[-2].kind is BlockKind.HEADING


def test_rows_of_an_xlsx() -> None:
    """The sheet's name is a heading unless it is a program's; text alone in a row is a line."""
    rows: list[list[object]] = [["MỤC TIÊU\nnăm 2021"], [None, "TT", None, "Tên"], [1, 2.0, 2.5]]
    assert _texts(read_body(_book(*rows, name="MTCL"))) == [
        "MTCL",
        "MỤC TIÊU",
        "năm 2021",
        "TT | Tên",
        "1 | 2 | 2.5",
    ]
    assert _texts(read_body(_book(["x", date(2021, 2, 5)], name="Trang tính1"))) == [
        "x | 05/02/2021"
    ]


def test_a_signature_is_read_column_by_column() -> None:
    """Recipients first, then who signed."""
    rows: list[list[object]] = [
        ["1", "a", "b"],
        ["Nơi nhận:", None, "TM. ỦY BAN NHÂN DÂN"],
        ["- Như trên;", None, "CHỦ TỊCH"],
        ["- Lưu: VT.", None, None],
        [None, None, "Nguyễn Thị Hoa"],
    ]
    assert _texts(read_body(_book(*rows)))[1:] == [
        "Nơi nhận:",
        "- Như trên;",
        "- Lưu: VT.",
        "TM. ỦY BAN NHÂN DÂN",
        "CHỦ TỊCH",
        "Nguyễn Thị Hoa",
    ]


@pytest.mark.parametrize(
    ("value", "text"),
    [
        (None, ""),
        (True, "TRUE"),
        (3.0, "3"),
        (0.1 + 0.2, "0.3"),
        (1e300, "1e+300"),
        (datetime(2021, 2, 5, 7, 30), "05/02/2021 07:30"),
        (datetime(1899, 12, 31, 7, 30), "07:30"),
        (date(2021, 2, 5), "05/02/2021"),
        (time(7, 30), "07:30"),
        (timedelta(hours=26, minutes=5), "26:05"),
    ],
)
def test_values_are_shown_as_a_reader_expects(value: object, text: str) -> None:
    """Whole numbers without a point, days as in Vietnam."""
    assert from_sheet.shown(value) == text


def test_sheets_in_old_fonts_are_judged_whole() -> None:
    """Cells are too short to tell; their sheet is not."""
    rows: list[list[object]] = [[_OLD], ["TT", "Môc tiªu", "ChØ tiªu"], ["1", "§óng h¹n", "x"]]
    assert _texts(read_body(_book(*rows)))[1:] == ["TT | Mục tiêu | Chỉ tiêu", "1 | Đúng hạn | x"]


def test_claims_of_an_xlsx_are_checked_before_it_is_opened() -> None:
    """Two cells in far corners make a parser ask for billions between them."""
    cells = '<row r="1"><c r="A1"><v>1</v></c></row><row r="9"><c s="1" r="XFD1048576"/></row>'
    far = _zipped(worksheets__sheet1=f"<worksheet><sheetData>{cells}</sheetData></worksheet>")
    assert reason_of(read_body(far)) is Unread.TOO_LARGE


def test_what_an_xlsx_unpacks_to_is_capped(monkeypatch: pytest.MonkeyPatch) -> None:
    """Whichever part it is."""
    monkeypatch.setattr(size, "MAX_PART_BYTES", 100_000)
    assert reason_of(read_body(_zipped(sharedStrings=" " * 200_000))) is Unread.TOO_LARGE


def test_claims_of_an_xls_are_checked_too() -> None:
    """A record of a password locks it; far cells make it too large."""
    begin = struct.pack("<HH", 0x0809, 16) + struct.pack("<HH", 0x0600, 0x0010) + bytes(12)
    near, far = (struct.pack("<HHHHHd", 0x0203, 14, at, at // 300, 0, 1.0) for at in (0, 65_535))
    assert reason_of(read_body(compound_file({"Workbook": begin + near + far}))) is Unread.TOO_LARGE
    locked = begin + struct.pack("<HH", 0x002F, 6) + bytes(6)
    assert reason_of(read_body(compound_file({"Workbook": locked}))) is Unread.ENCRYPTED
    assert reason_of(read_body(compound_file({"Workbook": b"\xff" * 99}))) is Unread.DAMAGED


def test_repeated_cells_of_an_ods_are_not_written_out() -> None:
    """Files claim millions of empty rows as a matter of course, hostile ones of full ones."""
    cell = "<table:table-cell{}><text:p>{}</text:p></table:table-cell>"
    million = ' table:number-columns-repeated="16384"'
    rows = (
        f"<table:table-row>{cell.format('', 'Mục<text:s/>tiêu')}{cell.format('', '95%')}"
        f'</table:table-row><table:table-row table:number-rows-repeated="1048576">'
        f"<table:table-cell{million}/></table:table-row>"
        f'<table:table-row table:number-rows-repeated="1048576">{cell.format(million, "x")}'
        "</table:table-row>"
    )
    texts = _texts(read_body(_ods(rows)))
    assert texts[:2] == ["Bảng 1A", "Mục tiêu | 95%"]
    assert len(texts) < 30
    assert len(texts[-1]) < 100


def test_excels_xml_of_2003() -> None:
    """Cells that skip columns, days and numbers."""
    rows = (
        '<Row><Cell ss:Index="2"><Data ss:Type="String">TT</Data></Cell>'
        '<Cell><Data ss:Type="DateTime">2021-02-05T00:00:00.000</Data></Cell></Row>'
        '<Row><Cell><Data ss:Type="Number">3.0</Data></Cell><Cell ss:Index="4"><Data '
        'ss:Type="String">Mục tiêu</Data></Cell></Row>'
    )
    body = (
        f'<?xml version="1.0"?><?mso-application progid="Excel.Sheet"?><Workbook '
        f'xmlns="{_TABLE_SPACE}" xmlns:ss="{_TABLE_SPACE}"><Worksheet ss:Name="MTCL"><Table>{rows}'
        "</Table></Worksheet></Workbook>"
    ).encode()
    document = document_of(read_body(body, Hints(name="a.xls")))
    assert document.media_type == sniff.SHEET_XML
    assert [block.text for block in document.blocks] == ["MTCL", "TT | 05/02/2021", "3 | Mục tiêu"]
    assert reason_of(read_body(body[: body.index(b"<Row>")])) is Unread.DAMAGED


@pytest.mark.parametrize("delimiter", [",", ";", "\t"])
@pytest.mark.parametrize("charset", ["utf-8-sig", "utf-16", "utf-8"])
def test_csv_in_every_dress(delimiter: str, charset: str) -> None:
    """The sign that parts its cells is seen; quoted cells hold it too."""
    lines = [["TT", "Tên, mã; số"], ["1", 'Quy trình "A"'], ["2", ""], ["3", "Hai\ndòng"]]
    quoted = [[f'"{cell.replace(chr(34), chr(34) * 2)}"' for cell in line] for line in lines]
    body = "\r\n".join(delimiter.join(line) for line in quoted).encode(charset)
    document = document_of(read_body(body, Hints(name="http://a.vn/danh-muc.csv")))
    assert document.media_type == sniff.CSV
    assert [block.text for block in document.blocks] == [
        "TT | Tên, mã; số",
        '1 | Quy trình "A"',
        "2",
        "3 | Hai dòng",
    ]


def test_csv_of_old_fonts_and_notes_of_excel() -> None:
    """Excel says in the first line how it parted the cells."""
    body = f"sep=|\r\n{_OLD}|§óng h¹n\r\n".encode("cp1252")
    assert _texts(from_csv.read(body)) == [
        "Mục tiêu chất lượng năm 2021 của Uỷ ban nhân dân xã Tân Hương | Đúng hạn"
    ]
    assert reason_of(from_csv.read(b",,,\n")) is Unread.EMPTY
    stray = b'a,b\n"' + b"x" * 200_000 + b"\nc,d\n"
    assert _texts(from_csv.read(stray))[0] == "a | b"


def test_damage_never_escapes() -> None:
    """Whatever bits are flipped, the answer is a reading."""
    chance = random.Random(3)
    sound = [(_PAPERS / "sheet.xls").read_bytes(), _book(["a", 1], ["b", 2.5])]
    for turn in range(60):
        body = bytearray(sound[turn % 2])
        for _ in range(chance.randrange(1, 30)):
            body[chance.randrange(8, len(body))] = chance.choice((0, 255, chance.randrange(256)))
        assert read_body(bytes(body)).media_type


def test_a_book_that_lost_its_cells_is_not_empty() -> None:
    """Nobody may be accused because a file broke on the way: no text is not always emptiness."""
    begin = struct.pack("<HH", 0x0809, 16) + struct.pack("<HH", 0x0600, 0x0005) + bytes(12)
    end = struct.pack("<HH", 0x000A, 0)
    lost = begin + struct.pack("<HHHHHd", 0x0203, 14, 0, 0, 0, 1.0) + end
    assert reason_of(read_body(compound_file({"Workbook": lost}))) is Unread.DAMAGED
