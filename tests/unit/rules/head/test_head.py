"""The head of a document, with mixed columns, blanks and broken lines."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from rules.detection.target_year import target_year, year_of_title
from rules.head import read_head
from rules.head.dates import head_dates
from rules.vietnamese.folding import fold
from tests.unit.rules.written_pages import paper_text


def test_every_field() -> None:
    """A head laid out by the book gives all fields."""
    head = read_head(paper_text("Về việc kiện toàn Ban chỉ đạo ISO"))
    assert head.number == "12/QĐ-UBND"
    assert head.issued_on == date(2026, 2, 5)
    assert head.place == "Minh Quán"
    assert head.issuer_lines == "HUYỆN TRẤN YÊN ỦY BAN NHÂN DÂN XÃ MINH QUÁN"
    assert head.title == "Quyết định Về việc kiện toàn Ban chỉ đạo ISO"
    assert head.formal


def test_blanks_in_number_and_date() -> None:
    """A number and a day left blank do not hide the rest."""
    head = read_head(
        paper_text("ISO", number="Số:    /QĐ-UBND", day="Yên Bái, ngày   tháng 01 năm 2023")
    )
    assert (head.number, head.issued_on, head.year_written) == ("/QĐ-UBND", None, 2023)
    assert head.place == "Yên Bái"


def test_a_page_above_the_head_names_no_issuer() -> None:
    """Site name, breadcrumb and headline above a paper in capitals are not its issuer's lines."""
    frame = "UBND huyện Văn Khê\nCải cách hành chính > Tài liệu ISO\nCông bố ISO của tỉnh\n"
    paper = "ỦY BAN NHÂN DÂN\nTỈNH SƠN BẠCH\nSố: 94/QĐ-UBND\nSơn Bạch, ngày 25 tháng 8 năm 2026\n"
    head = read_head(f"{frame}{paper}QUYẾT ĐỊNH\nVề việc công bố lại HTQLCL")
    assert head.issuer_lines == "ỦY BAN NHÂN DÂN TỈNH SƠN BẠCH"


def test_a_way_to_the_page_in_capitals_ends_the_head() -> None:
    """The site's name above it is no issuer, though all lines between are in capitals."""
    frame = "UBND xã Lương Quang\nCCHC > TÌNH HÌNH ÁP DỤNG ISO\nTÌNH HÌNH ÁP DỤNG ISO\n"
    paper = "UỶ BAN NHÂN DÂN\nTỈNH SƠN BẠCH\nSố: 323/BC-UBND\nSơn Bạch, ngày 24 tháng 2 năm 2026\n"
    head = read_head(f"{frame}{paper}BÁO CÁO\nTÌNH HÌNH ÁP DỤNG ISO")
    assert "Lương Quang" not in head.issuer_lines
    assert head.issuer_lines.endswith("UỶ BAN NHÂN DÂN TỈNH SƠN BẠCH")


def test_a_head_in_small_letters_is_kept_whole() -> None:
    """Where nothing stands in capitals nothing is taken for a page's frame."""
    text = "Ủy ban nhân dân huyện A\nPhòng Nội vụ\nSố: 4/QĐ-NV\nQUYẾT ĐỊNH\nVề ISO"
    assert read_head(text).issuer_lines == "Ủy ban nhân dân huyện A Phòng Nội vụ"


def test_an_office_named_over_two_lines_is_no_type() -> None:
    """The second line of "SỞ / KẾ HOẠCH VÀ ĐẦU TƯ" does not begin a plan."""
    top = "SỞ KẾ HOẠCH VÀ ĐẦU TƯ\nSơn Bạch, ngày 26 tháng 3 năm 2020\nDANH MỤC CỦA SỞ\n"
    head = read_head(f"{top}KẾ HOẠCH VÀ ĐẦU TƯ\nMã số: BM-01")
    assert head.type_name is None
    assert read_head(f"{top}KẾ HOẠCH\nÁp dụng ISO năm 2026").type_name == "kế hoạch"


def test_text_without_a_head() -> None:
    """Plain text has no head, and is not formal."""
    head = read_head("Sáng ngày 05 tháng 02 năm 2026, xã tổ chức hội nghị.")
    assert (head.number, head.type_name, head.formal) == (None, None, False)


def test_type_name_inside_an_agency_name_is_none() -> None:
    """ "SỞ KẾ HOẠCH VÀ ĐẦU TƯ" is an agency, not a plan."""
    head = read_head(
        paper_text("Công bố HTQLCL", parent="UBND TỈNH", issuer="SỞ KẾ HOẠCH VÀ ĐẦU TƯ")
    )
    assert head.type_name == "quyết định"
    assert head.issuer_lines.endswith("SỞ KẾ HOẠCH VÀ ĐẦU TƯ")


@given(st.text(alphabet="SốQĐ:/-. 0129\nngày tháng năm QUYẾT ĐỊNH ỦY BAN", max_size=200))
def test_any_text_gives_some_head(text: str) -> None:
    """No arrangement of a head's pieces breaks the reader."""
    read_head(text)


@pytest.mark.parametrize(
    ("line", "day"),
    [
        ("Trấn Yên, ngày 05/3/2014", date(2014, 3, 5)),
        ("Trấn Yên, 05.3.2014", date(2014, 3, 5)),
        ("Số: 12/TB-UBND | Trấn Yên, ngày 7 - 4 - 2009", date(2009, 4, 7)),
        ("ngày 05/3/2014", date(2014, 3, 5)),
        ("Trấn Yên, ngày 05 tháng 3 năm 2014", date(2014, 3, 5)),
    ],
)
def test_dates_of_a_head(line: str, day: date) -> None:
    """A head's date is read in its long form, and short where the day of a paper stands."""
    assert [found.day for found in head_dates(fold(line))] == [day]
    assert read_head(f"ỦY BAN NHÂN DÂN XÃ MINH QUÁN\n{line}\nTHÔNG BÁO\nVề việc").issued_on == day


@pytest.mark.parametrize(
    "line",
    [
        "Trấn Yên, ngày 1/1/0001",
        "Trấn Yên, ngày 15/03/20216",
        "Trấn Yên, ngày 31/02/2021",
        "Thứ Hai, 23/11/2026",
        "Hôm nay, ngày 23 tháng 11 năm 2026",
        "Cập nhật lúc 25/11/2021 12:36:08 CH",
        "hạn cuối ngày 05/3/2014",
    ],
)
def test_dates_that_are_no_heads(line: str) -> None:
    """Impossible dates, a page's clock and days named in passing are no date of a head."""
    assert head_dates(fold(line)) == []


@pytest.mark.parametrize(
    "line",
    [
        "Căn cứ Quyết định số 21/QĐ-UBND\nngày 05/3/2014 của Chủ tịch",
        "Theo Thông báo số 5/TB-UBND\nngày 05/3/2014",
    ],
)
def test_short_date_of_another_paper(line: str) -> None:
    """The short date of a paper that is cited is not this one's."""
    head = read_head(f"ỦY BAN NHÂN DÂN XÃ MINH QUÁN\nKẾ HOẠCH\n{line}")
    assert head.issued_on is None


@pytest.mark.parametrize(
    ("title", "year"),
    [
        ("Mục tiêu chất lượng năm 2026", 2026),
        ("MTCL 2021 (ký)", 2021),
        ("Mục tiêu chất lượng theo TCVN ISO 9001:2015", None),
        ("Kế hoạch áp dụng HTQLCL theo ISO 9001-2015 năm 2022", 2022),
        ("Triển khai Quyết định 19/2014/QĐ-TTg", None),
        ("Kế hoạch giai đoạn 2015 - 2020", None),
        ("Mục tiêu năm học 2022-2023", None),
        ("Nhiệm kỳ 2021-2026", None),
        ("Kế hoạch ISO năm 2026, tầm nhìn đến năm 2030", 2026),
        ("Đề án chuyển đổi số đến hết năm 2030", None),
        ("Kế hoạch ISO quý III/2021", 2021),
        ("Thông báo ngày 05/02/2024 về mục tiêu chất lượng năm 2025", 2025),
        ("muc tieu chat luong nam 2023", 2023),
        ("Mục tiêu chất lượng các năm 2025, 2026", None),
        ("Kế hoạch áp dụng ISO năm 2025 và năm 2026", None),
        ("Báo cáo kết quả năm 2025 và phương hướng năm 2026", 2026),
        ("Mục tiêu chất lượng giai đoạn 2025 - 2026", None),
    ],
)
def test_year_of_a_title(title: str, year: int | None) -> None:
    """Editions, law numbers, periods, school years and terms are no target year."""
    assert year_of_title(title) == year


def test_year_from_body_then_from_signing() -> None:
    """Without a year in the title the body decides, then the date of signing."""
    text = paper_text(
        "Áp dụng HTQLCL",
        kind="KẾ HOẠCH",
        body="Mục tiêu trong năm 2026.",
        day="Yên Bái, ngày 23 tháng 11 năm 2025",
    )
    assert target_year((), fold(text), read_head(text)).year == 2026
    text = paper_text("Áp dụng HTQLCL", kind="KẾ HOẠCH", body="Nội dung.")
    found = target_year((), fold(text), read_head(text))
    assert (found.year, found.sure) == (2026, True)


@pytest.mark.parametrize(
    ("title", "year", "sure"),
    [
        ("giai đoạn 2025 - 2026", 2026, False),
        ("các năm 2025, 2026", 2026, False),
        ("năm 2025 và năm 2026", 2026, False),
        ("giai đoạn 2021-2026", 2025, True),
    ],
)
def test_two_years_in_a_title_are_a_question(title: str, year: int, sure: bool) -> None:
    """It may be for both, and who asks for either must not be told that there is none."""
    text = paper_text("ISO", body="Nội dung.", day="Minh Quán, ngày 05 tháng 02 năm 2025")
    told = target_year((f"Mục tiêu chất lượng {title}",), fold(text), read_head(text))
    assert (told.year, told.sure) == (year, sure)


def test_late_signing_is_not_sure() -> None:
    """Signed in November with no other year, the year is not sure."""
    text = paper_text("Áp dụng HTQLCL", body="Nội dung.", day="Yên Bái, ngày 23 tháng 11 năm 2025")
    assert not target_year((), fold(text), read_head(text)).sure


def test_a_heading_above_the_head_is_not_the_head() -> None:
    """A page repeats the title above the document; issuer, number and date stand below it."""
    head = read_head(
        "KẾ HOẠCH ISO NĂM 2026\n13/02/2026\n"
        + paper_text("Áp dụng ISO năm 2026", kind="KẾ HOẠCH", number="Số: 9/KH-UBND")
    )
    assert head.issuer_lines.endswith("ỦY BAN NHÂN DÂN XÃ MINH QUÁN")
    assert (head.number, head.issued_on) == ("9/KH-UBND", date(2026, 2, 5))
    assert head.excerpt == "Áp dụng ISO năm 2026"


@pytest.mark.parametrize(
    ("kind", "day", "body", "year", "sure"),
    [
        ("BÁO CÁO", "ngày 20 tháng 11 năm 2026", "Nội dung.", 2026, True),
        ("BIÊN BẢN", "ngày 15 tháng 12 năm 2026", "So với năm 2025 tốt hơn.", 2026, True),
        ("BÁO CÁO", "ngày 10 tháng 01 năm 2026", "Trong năm 2025 đã áp dụng.", 2025, True),
        ("BÁO CÁO", "ngày 10 tháng 01 năm 2026", "Nội dung.", 2026, False),
        ("BÁO CÁO", "ngày 20 tháng 11 năm 2026", "Phương hướng năm 2027.", 2026, True),
        ("KẾ HOẠCH", "ngày 20 tháng 12 năm 2025", "Nội dung.", 2025, False),
        ("KẾ HOẠCH", "ngày 20 tháng 01 năm 2026", "Đến năm 2027 mở rộng.", 2026, True),
        ("KẾ HOẠCH", "ngày 20 tháng 12 năm 2025", "Trong năm 2026 duy trì.", 2026, True),
        ("KẾ HOẠCH", "ngày 20 tháng 12 năm 2025", "Kết quả năm 2025 và năm 2026.", 2026, True),
    ],
)
def test_reports_look_back_and_plans_ahead(
    kind: str, day: str, body: str, year: int, sure: bool
) -> None:
    """Minutes and reports are for what was done, plans of late autumn for the year to come."""
    text = paper_text("Áp dụng HTQLCL", kind=kind, body=body, day=f"Minh Quán, {day}")
    found = target_year((), fold(text), read_head(text))
    assert (found.year, found.sure) == (year, sure)


@pytest.mark.parametrize(
    ("title", "year"),
    [
        ("Báo cáo kết quả năm 2025", 2025),
        ("Kế hoạch duy trì ISO trên cơ sở kết quả năm 2025, thực hiện năm 2026", 2026),
        ("Mục tiêu chất lượng năm 2026 (thay thế năm 2025)", 2026),
    ],
)
def test_a_year_looked_back_on_is_the_title_s_only_without_another(title: str, year: int) -> None:
    """ "Kết quả năm 2025" is a report's year, and in a plan what it builds on."""
    assert year_of_title(title) == year


def test_a_title_that_the_date_contradicts_is_not_sure() -> None:
    """A link that says 2026 over a paper signed in 2022 is a question."""
    text = paper_text("Áp dụng HTQLCL", day="Minh Quán, ngày 05 tháng 02 năm 2022")
    found = target_year(("Mục tiêu chất lượng năm 2026",), fold(text), read_head(text))
    assert (found.year, found.sure) == (2026, False)


@pytest.mark.parametrize(
    ("title", "day", "certain", "sure"),
    [
        ("Mục tiêu chất lượng năm 2025", "09 tháng 02 năm 2026", False, False),
        ("Mục tiêu chất lượng năm 2025", "09 tháng 02 năm 2026", True, True),
        ("Mục tiêu chất lượng năm 2026", "09 tháng 02 năm 2026", False, True),
        ("Mục tiêu chất lượng năm 2026", "20 tháng 12 năm 2025", False, True),
    ],
)
def test_a_recognised_year_must_fit_the_date(
    title: str, day: str, certain: bool, sure: bool
) -> None:
    """One digit misread makes last year's paper of this year's: it is asked about."""
    text = f"Số: 7/QĐ-UBND\nMinh Quán, ngày {day}\nQUYẾT ĐỊNH\nVề việc ban hành {title}"
    assert target_year((title,), fold(text), read_head(text), certain=certain).sure is sure


def test_an_office_between_title_and_number() -> None:
    """Where the title opens a paper, the office under it and above the number issues it."""
    text = (
        "QUYẾT ĐỊNH\nVề việc ban hành Sổ tay chất lượng và các quy trình hệ thống theo tiêu chuẩn "
        "quốc gia TCVN ISO 9001:2015, lần sửa đổi thứ ba\nỦY BAN NHÂN DÂN XÃ MINH QUÁN\n"
        "Số: 9/QĐ-UBND, Minh Quán ngày 05 tháng 02 năm 2026\nCăn cứ Luật Tổ chức"
    )
    assert read_head(text).issuer_lines == "ỦY BAN NHÂN DÂN XÃ MINH QUÁN"
    cited = text.replace("ỦY BAN NHÂN DÂN XÃ MINH QUÁN", "Căn cứ ý kiến của Sở Nội vụ")
    assert read_head(cited).issuer_lines == ""


def test_the_foot_of_the_page_does_not_sign() -> None:
    """A site's name below the person's name is no signature; above it, it is whom they sign for."""
    paper = "UBND HUYỆN B\nBIÊN BẢN\nXem xét lãnh đạo năm 2026\nNội dung.\n"
    signed = read_head(f"{paper}TM. ỦY BAN NHÂN DÂN\nCHỦ TỊCH\nBùi Thị Khoa\n\nUBND xã A | 12:35")
    assert signed.signer == "TM. ỦY BAN NHÂN DÂN CHỦ TỊCH Bùi Thị Khoa"
    plain = read_head(f"{paper}TM. ỦY BAN NHÂN DÂN\nCHỦ TỊCH\nBùi Thị Khoa\nUBND xã A\n")
    assert plain.signer.endswith("Bùi Thị Khoa")
    above = read_head(f"{paper}CHỦ TỊCH\nUBND XÃ A\nBùi Thị Khoa\n")
    assert above.signer == "CHỦ TỊCH UBND XÃ A Bùi Thị Khoa"
    two = read_head(f"{paper}TM. ỦY BAN NHÂN DÂN\nKT. CHỦ TỊCH | THƯ KÝ\nBùi Thị Khoa\n")
    assert two.signer.endswith("KT. CHỦ TỊCH | THƯ KÝ Bùi Thị Khoa")


def test_recipients_beside_a_signature_do_not_sign() -> None:
    """Two columns run into one: who gets the paper stands between the lines of who signs it."""
    head = read_head(
        "UBND TỈNH B\nSố: 7/BC-UBND\nBÁO CÁO\nKết quả năm 2026\nNội dung.\n"
        "Nơi nhận: TM. ỦY BAN NHÂN DÂN\n- Các phòng; CHỦ TỊCH\n"
        "- Sở Khoa học và Công nghệ (b/c);\n- Lưu: VT.\nLò Văn Tám\n"
    )
    assert "Sở Khoa học" not in head.signer
    assert "CHỦ TỊCH" in head.signer
    assert head.signer.endswith("Lò Văn Tám")
