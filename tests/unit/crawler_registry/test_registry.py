"""A registry is taken over whole, or every bad row is named."""

from __future__ import annotations

import io
from datetime import date

import pytest
import xlsxwriter

from crawler.registry import read_registry
from domain.agencies import Level, PortalAddress
from domain.errors import RegistryError, RowProblem

HEADING = "code,name,level,parent,portal_url,valid_from,valid_to,successor\n"


def problems_of(text: str) -> tuple[RowProblem, ...]:
    """What is wrong with a CSV of our columns."""
    with pytest.raises(RegistryError) as caught:
        read_registry((HEADING + text).encode(), "r.csv")
    return caught.value.problems


def workbook(rows: list[list[object]]) -> bytes:
    """An XLSX file of one sheet."""
    stream = io.BytesIO()
    book = xlsxwriter.Workbook(stream)
    day = book.add_format({"num_format": "dd/mm/yyyy"})
    sheet = book.add_worksheet("Danh sách")
    for number, row in enumerate(rows):
        for place, cell in enumerate(row):
            if isinstance(cell, date):
                sheet.write_datetime(number, place, cell, day)
            else:
                sheet.write(number, place, cell)
    book.close()
    return stream.getvalue()


def test_every_column_is_read() -> None:
    """Our own columns give an agency with addresses, days and successors."""
    text = (
        "1,UBND huyện A,huyện,Tỉnh X,https://a.vn/;http://b.vn:8080/x y".replace(" y", "")
        + ",2020-01-01,30/06/2025,2;3\n2,B,xã,1,,,,\n3,C,phường,1,,,,\n"
    )
    first, second, _ = read_registry((HEADING + text).encode(), "r.csv")
    assert first.level is Level.DISTRICT
    assert first.portals == (PortalAddress("https://a.vn/"), PortalAddress("http://b.vn:8080/x"))
    assert (first.valid_from, first.valid_to) == (date(2020, 1, 1), date(2025, 6, 30))
    assert first.successors == ("2", "3")
    assert (second.parent, second.portals, second.valid_to) == ("1", (), None)


@pytest.mark.parametrize("mark", [",", ";", "\t"])
@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig"])
def test_separators_and_byte_order_mark(mark: str, encoding: str) -> None:
    """Comma, semicolon and tab are told apart, with a byte order mark or without."""
    cells = [["code", "name", "level", "parent", "portal_url"], ["01", "Xã A", "xã", "", ""]]
    text = "\r\n".join(mark.join(row) for row in cells)
    (agency,) = read_registry(text.encode(encoding), "r.csv")
    assert (agency.code, agency.name) == ("01", "Xã A")


def test_headings_of_official_lists() -> None:
    """Vietnamese headings below title lines are understood, and STT is passed over."""
    text = (
        "DANH SÁCH CÁC ĐƠN VỊ\n\nSTT,Mã ĐVHC,Tên đơn vị,Cấp,Trực thuộc,"
        "Cổng thông tin điện tử,Đã xác minh\n1,01,Chi cục A,Chi cục,Sở B,https://a.gov.vn,không\n"
    )
    (agency,) = read_registry(text.encode(), "danh-sach.csv")
    assert (agency.level, agency.parent) == (Level.BRANCH, "Sở B")
    assert agency.portals == (PortalAddress("https://a.gov.vn", verified=False),)


@pytest.mark.parametrize(
    ("words", "level"),
    [
        ("Tỉnh", Level.PROVINCE),
        ("SỞ", Level.DEPARTMENT),
        ("văn phòng", Level.DEPARTMENT),
        ("thành phố", Level.DISTRICT),
        ("thành phố trực thuộc trung ương", Level.PROVINCE),
        ("Thị xã", Level.DISTRICT),
        ("thi\u0323 tr\u00e2\u0301n", Level.COMMUNE),
        ("đặc khu", Level.COMMUNE),
        ("commune", Level.COMMUNE),
        ("khác", Level.OTHER),
    ],
)
def test_level_words(words: str, level: Level) -> None:
    """Level words of lists are understood in any case and composition."""
    (agency,) = read_registry((HEADING + f"1,A,{words},,,,,\n").encode(), "r.csv")
    assert agency.level is level


def test_all_bad_rows_are_named_at_once() -> None:
    """Every bad row is named with line, column and reason; nothing is imported."""
    found = problems_of(
        "1,A,thôn,,https://a.vn,,,\n"
        "2,B,xã,,a.vn/x,,,\n"
        "3,C,xã,,,31/02/2025,,\n"
        "4,D,xã,,,2025-07-01,2025-06-30,\n"
        ",E,xã,,,,,\n"
        "6,,xã,99,,,,98\n"
    )
    assert [(one.line, one.column) for one in found] == [
        (2, "level"),
        (3, "portal_url"),
        (4, "valid_from"),
        (5, "valid_to"),
        (6, "code"),
        (7, "name"),
    ]
    assert "write https://a.vn/x" in found[1].reason
    assert "does not exist" in found[2].reason


def test_codes_that_lead_nowhere() -> None:
    """A parent that looks like a code, and any successor, must be there; a plain name need not."""
    found = problems_of("0425,A,xã,99,,,,0426x\n0426,B,xã,Sở Y tế,,,,\n")
    assert [(one.line, one.column) for one in found] == [(2, "parent"), (2, "successor")]
    assert "did you mean 0426?" in found[1].reason
    read_registry((HEADING + "1,A,xã,15,,,,9\n").encode(), "r.csv", known_codes={"15", "9"})


def test_one_code_twice() -> None:
    """A code may stand twice when its days do not overlap, and not otherwise."""
    apart = "1,A,xã,,,,2025-06-30,1\n1,B,xã,,,2025-07-01,,\n"
    assert len(read_registry((HEADING + apart).encode(), "r.csv")) == 2
    (problem,) = problems_of("1,A,xã,,,,2025-07-01,\n1,B,xã,,,2025-07-01,,\n")
    assert (problem.line, problem.column) == (3, "code")
    assert "line 2" in problem.reason


@pytest.mark.parametrize(
    "address",
    [
        "file:///etc/passwd",
        "javascript:alert(1)",
        "ftp://a.vn/",
        "https://",
        "https:///x",
        "https://u:p@a.vn/",
        "https://u@a.vn/",
        "https://a b.vn/",
        "https://a.vn:99999/",
        "https://a.vn:x/",
        "https://[::1/",
        "https://a..vn/",
        "https://-a.vn/",
        "https://trang/",
        "http:\\\\a.vn",
        "không có",
        "https://a.vn/" + "x" * 5000,
    ],
)
def test_bad_addresses(address: str) -> None:
    """What is no http address of a host is refused, in a line that stays short."""
    (problem,) = problems_of(f"1,A,xã,,{address},,,\n")
    assert problem.column == "portal_url"
    assert len(str(problem)) < 300


@pytest.mark.parametrize(
    "address",
    [
        "http://127.1.2.3:8080/xa/",
        "http://[::1]:80/",
        "https://xã.vn/ISO 9001".replace(" ", "%20"),
        "http://localhost:1/",
    ],
)
def test_good_addresses(address: str) -> None:
    """Numbers, ports, paths and Vietnamese hosts are addresses."""
    (agency,) = read_registry((HEADING + f"1,A,xã,,{address},,,\n").encode(), "r.csv")
    assert agency.portals[0].url == address


def test_wrong_columns() -> None:
    """An unknown column names the nearest known one, and missing ones are named."""
    with pytest.raises(RegistryError) as caught:
        read_registry(b"code,name,level,parent,portal_ulr\n1,A,xa,,\n", "r.csv")
    reasons = {one.column: one.reason for one in caught.value.problems}
    assert "did you mean portal_url?" in reasons["portal_ulr"]
    assert "missing" in reasons["portal_url"]


def test_not_utf8_says_where() -> None:
    """Text in another encoding is refused with the line and the byte."""
    with pytest.raises(RegistryError) as caught:
        read_registry(HEADING.encode() + "1,Tên,huyện,,,,,\n".encode("latin-1", "replace"), "r.csv")
    (problem,) = caught.value.problems
    assert problem.line == 2
    assert f"0xea at offset {len(HEADING) + 3}" in problem.reason


@pytest.mark.parametrize(
    ("data", "name", "words"),
    [
        (b"", "r.csv", "empty"),
        (b" \n\n", "r.csv", "empty"),
        (HEADING.encode(), "r.csv", "no row"),
        (b"not a workbook", "r.xlsx", "is none"),
        (b"PK\x03\x04 and then nothing", "r.xlsx", "not a readable XLSX"),
        (b"\xd0\xcf\x11\xe0 old", "r.xls", "old .xls"),
        ("code".encode("utf-16"), "r.csv", "UTF-16"),
        (HEADING.encode() + b'1,"A,xa,,\n', "r.csv", "not a CSV"),
        (b"code\0name", "r.csv", "not a CSV"),
        (b"x" * 20_000_001, "r.csv", "more than"),
    ],
)
def test_files_that_are_none(data: bytes, name: str, words: str) -> None:
    """What is no registry at all is refused with a reason."""
    with pytest.raises(RegistryError, match=words):
        read_registry(data, name)


def test_too_many_cells() -> None:
    """A row with more cells than headings was split wrongly, and is named."""
    (problem,) = problems_of("1,Sở Văn hóa, Thể thao và Du lịch,sở,,,,,,\n")[:1]
    assert problem.line == 2


def test_a_stray_cell() -> None:
    """A cell far from the list would make a huge table: it is refused before it is made."""
    stream = io.BytesIO()
    book = xlsxwriter.Workbook(stream)
    sheet = book.add_worksheet()
    sheet.write_row(0, 0, ["code", "name", "level", "parent", "portal_url"])
    sheet.write(1, 5_000, "x")
    book.close()
    with pytest.raises(RegistryError, match="far from the list"):
        read_registry(stream.getvalue(), "r.xlsx")


def test_xlsx() -> None:
    """A workbook with titles, number cells and date cells is read as people see it."""
    data = workbook(
        [
            ["DANH SÁCH"],
            ["STT", "Mã", "Tên", "Cấp", "Đơn vị cha", "Cổng thông tin", "Từ ngày"],
            [1, "02647", "Phường Lào Cai", "phường", 15, "https://a.vn/", date(2025, 7, 1)],
            [2, 15, "Tỉnh Lào Cai", "tỉnh", "", "", ""],
        ]
    )
    first, second = read_registry(data, "r.xlsx")
    assert (first.code, first.parent, first.valid_from) == ("02647", "15", date(2025, 7, 1))
    assert second.code == "15"
