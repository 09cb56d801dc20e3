"""Whose a paper is by the lines it opens with, where no formal head stands above it."""

from __future__ import annotations

import pytest

from domain.agencies import Agency, Inspected, Level
from rules.head import read_head
from rules.head.opening import name_part
from rules.issuers.judge import IssuerJudge
from tests.unit.rules.written_pages import COMMUNE, DEPARTMENT, file_page, the, web_page

OFFICE = Inspected(
    Agency("VP", "Văn phòng UBND tỉnh", Level.DEPARTMENT), parents=("UBND tỉnh Yên Bái",)
)
POLICY = (
    "1. Giải quyết thủ tục đúng hẹn, đúng pháp luật.\n"
    "2. Cải tiến Hệ thống quản lý chất lượng theo TCVN ISO 9001:2015.\n"
    "3. Nâng cao năng lực cán bộ, sự hài lòng của tổ chức, công dân."
)


@pytest.mark.parametrize(
    ("line", "name"),
    [
        ("VĂN PHÒNG UBND TỈNH PHẠM VI ÁP DỤNG", "VĂN PHÒNG UBND TỈNH"),
        ("SỞ NỘI VỤ MỤC TIÊU CHẤT LƯỢNG NĂM 2026", "SỞ NỘI VỤ"),
        ("SỞ NỘI VỤ - SỔ TAY CHẤT LƯỢNG", "SỞ NỘI VỤ"),
        ("SỞ KẾ HOẠCH VÀ ĐẦU TƯ KẾ HOẠCH ISO", "SỞ KẾ HOẠCH VÀ ĐẦU TƯ"),
        ("UBND XÃ MƯỜNG BO DANH MỤC QUY TRÌNH", "UBND XÃ MƯỜNG BO"),
        ("UBND XÃ PHÚ LỤC PHỤ LỤC", "UBND XÃ PHÚ LỤC"),
        ("SỞ NỘI VỤ - KẾ HOẠCH ISO", "SỞ NỘI VỤ"),
        ("SỞ THÔNG TIN VÀ TRUYỀN THÔNG BÁO CÁO", "SỞ THÔNG TIN VÀ TRUYỀN THÔNG"),
        ("PHÒNG TÀI CHÍNH - KẾ HOẠCH", "PHÒNG TÀI CHÍNH - KẾ HOẠCH"),
        (
            "CHI CỤC QUẢN LÝ CHẤT LƯỢNG NÔNG LÂM SẢN VÀ THỦY SẢN",
            "CHI CỤC QUẢN LÝ CHẤT LƯỢNG NÔNG LÂM SẢN VÀ THỦY SẢN",
        ),
        ("CHI CỤC TIÊU CHUẨN ĐO LƯỜNG CHẤT LƯỢNG", "CHI CỤC TIÊU CHUẨN ĐO LƯỜNG CHẤT LƯỢNG"),
    ],
)
def test_a_name_ends_where_a_paper_is_named(line: str, name: str) -> None:
    """A paper's name, type or standard ends the office's; words of offices' own names do not."""
    assert name_part(line) == name


@pytest.mark.parametrize(
    ("top", "lines"),
    [
        ("SỞ XÂY DỰNG\nDANH MỤC QUY TRÌNH ISO", "SỞ XÂY DỰNG"),
        ("SỞ XÂY DỰNG DANH MỤC QUY TRÌNH ISO", "SỞ XÂY DỰNG"),
        ("Chính sách chất lượng\nSỞ VĂN HÓA, THỂ THAO\nVÀ DU LỊCH\nCHÍNH SÁCH CHẤT LƯỢNG",
         "SỞ VĂN HÓA, THỂ THAO VÀ DU LỊCH"),
        ("UBND HUYỆN A\nUBND XÃ B | MTCL | Mã số: 01\nNỘI DUNG", "UBND HUYỆN A UBND XÃ B"),
        ("Sở Y tế - Biên bản họp xem xét của lãnh đạo", "Sở Y tế"),
        ("UBND xã Minh Quân\nTrang chủ > Tin\nTin mới", ""),
        ("UBND XÃ NẬM CÓ\nCHÍNH SÁCH CHẤT LƯỢNG", "UBND XÃ NẬM CÓ"),
        ("SỞ THÔNG TIN VÀ TRUYỀN THÔNG\nBÁO CÁO", "SỞ THÔNG TIN VÀ TRUYỀN THÔNG"),
        ("Xã Minh Quán có 14 thôn, bản.\nDân cư đông.", ""),
        ("Sở Y tế họp giao ban tháng 3\nSáng nay.", ""),
        ("SO SÁNH KẾT QUẢ\n1. Số liệu", ""),
        ("DANH SÁCH\nSở Y tế\nSở Nội vụ\nSở Tư pháp", ""),
        ("TT | Cơ quan | Năm\n1 | UBND xã Văn Phú | 2025", ""),
        ("CHI CỤC TRƯỞNG\nĐỗ Văn A", ""),
    ],
)  # fmt: skip
def test_lines_that_name_the_office(top: str, lines: str) -> None:
    """Whole lines at the top name it; frames, sentences, lists, tables and signers do not."""
    assert read_head(top).issuer_lines == lines


@pytest.mark.parametrize("above", ["SỞ CÔNG THƯƠNG\n", "UBND TỈNH YÊN BÁI\nSỞ CÔNG THƯƠNG\n"])
def test_a_neighbours_policy_without_a_head(above: str) -> None:
    """A policy that opens with another department's name is that department's."""
    found = the(file_page(f"{above}CHÍNH SÁCH CHẤT LƯỢNG\n{POLICY}"), "quality_policy", DEPARTMENT)
    assert (found.kind, found.rejected_issuer) == ("not_it", "SỞ CÔNG THƯƠNG")
    own = the(
        file_page(f"SỞ NỘI VỤ\nCHÍNH SÁCH CHẤT LƯỢNG\n{POLICY}"), "quality_policy", DEPARTMENT
    )
    assert (own.kind, own.evidence.issuer) == ("paper", "Sở Nội vụ")


def test_a_neighbours_policy_shown_as_an_article() -> None:
    """The page's own heading above it does not make it the portal's."""
    page = web_page(
        "Chính sách chất lượng", "CHI CỤC KIỂM LÂM", "CHÍNH SÁCH CHẤT LƯỢNG", *POLICY.split("\n")
    )
    assert the(page, "quality_policy", DEPARTMENT).kind == "not_it"


@pytest.mark.parametrize(
    "title", ["MỤC TIÊU CHẤT LƯỢNG NĂM 2026", "PHẠM VI ÁP DỤNG HỆ THỐNG QUẢN LÝ CHẤT LƯỢNG"]
)
def test_an_office_whose_name_ends_with_the_province(title: str) -> None:
    """What follows "VĂN PHÒNG UBND TỈNH" on the next line is no province's name."""
    head = read_head(f"UBND TỈNH YÊN BÁI\nVĂN PHÒNG UBND TỈNH\n{title}\nVÀ KẾ HOẠCH THỰC HIỆN\n1.")
    assert IssuerJudge(OFFICE).of_paper(head, certain=True).whose == "own"


def test_a_head_of_a_namesakes_district() -> None:
    """The district above the same name makes it the namesake's, also without number and motto."""
    twin = Inspected(COMMUNE.agency, COMMUNE.parents, namesakes=("UBND xã Minh Quán",))
    for district, whose in (("TRẤN YÊN", "own"), ("VĂN CHẤN", "other")):
        head = read_head(f"UBND HUYỆN {district}\nUBND XÃ MINH QUÁN\nCHÍNH SÁCH CHẤT LƯỢNG\n1.")
        assert IssuerJudge(twin).of_paper(head, certain=True).whose == whose


@pytest.mark.parametrize(
    ("lines", "whose"),
    [
        ("UBND XÃ MINH QUÁN\nTRUNG TÂM PHỤC VỤ HÀNH CHÍNH CÔNG", "inner"),
        ("UBND XÃ MINH QUÂN\nTRUNG TÂM PHỤC VỤ HÀNH CHÍNH CÔNG", "other"),
        ("UBND XÃ MINH QUÂN\nVĂN PHÒNG", "other"),
        ("BAN CHỈ ĐẠO ISO", "unnamed"),
    ],
)
def test_a_section_is_whose_the_office_above_it_is(lines: str, whose: str) -> None:
    """A section's paper is the agency's or a neighbour's; a bare section says nothing."""
    head = read_head(f"{lines}\nDANH MỤC QUY TRÌNH ISO 9001:2015\n1. Khai sinh")
    assert IssuerJudge(COMMUNE).of_paper(head, certain=True).whose == whose


@pytest.mark.parametrize("noise", ["", "'", "* "])
def test_a_name_broken_over_two_lines_below_a_parent(noise: str) -> None:
    """ "ỦY BAN NHÂN / DÂN XÃ ..." is one office, whatever specks stand before the motto."""
    text = (
        "ỦY BAN NHÂN DÂN HUYỆN TRẤN YÊN\nỦY BAN NHÂN\nDÂN XÃ MINH QUÁN\n"
        f"{noise}CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM\nMinh Quán, ngày 09 tháng 8 năm 2023\n"
        "BẢN CÔNG BỐ\nHệ thống quản lý chất lượng phù hợp TCVN ISO 9001:2015"
    )
    assert read_head(text).issuer_lines.endswith("ỦY BAN NHÂN DÂN XÃ MINH QUÁN")


def test_a_headline_over_a_broken_name_is_no_issuer() -> None:
    """What the page calls the paper, above its head, names no body that issued it."""
    text = (
        "Về việc kiện toàn Ban chỉ đạo HTQLCL theo TCVN ISO 9001:2015\nSố ký hiệu: 300/QĐ-UBND\n"
        "ỦY BAN NHÂN\nDÂN XÃ MINH QUÁN\nSố : 300/QĐ-UBND\nCỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM\n"
        "Minh Quán, ngày 27 tháng 6 năm 2022\nQUYẾT ĐỊNH\nVề việc kiện toàn Ban chỉ đạo HTQLCL"
    )
    assert read_head(text).issuer_lines == "ỦY BAN NHÂN DÂN XÃ MINH QUÁN"


def test_a_head_of_the_parent_over_an_annex_of_one_s_own_is_a_question() -> None:
    """A scan may lose the office's own line; what its decision says is not thrown away."""
    text = (
        "ỦY BAN NHÂN DÂN HUYỆN TRẤN YÊN\nCỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM\n"
        "BẢN CÔNG BỐ\nHệ thống quản lý chất lượng phù hợp TCVN ISO 9001:2015\n"
        "(Ban hành kèm theo Quyết định số 5/QĐ-UBND ngày 16/04/2023 của UBND xã Minh Quán)"
    )
    assert the(file_page(text), "conformity_announcement").kind == "doubtful"


@pytest.mark.parametrize(
    ("title", "kind"),
    [
        ("CHÍNH SÁCH CHẤT LƯỢNG CỦA UBND XÃ MINH QUÁN", "doubtful"),
        ("CHÍNH SÁCH CHẤT LƯỢNG", "not_it"),
    ],
)
def test_only_the_body_above_opens_a_paper(title: str, kind: str) -> None:
    """A district's name alone above a title that names the commune is asked about."""
    assert the(file_page(f"UBND HUYỆN TRẤN YÊN\n{title}\n{POLICY}"), "quality_policy").kind == kind


def test_a_name_torn_apart_by_the_motto() -> None:
    """A scan's columns read across each other: the office's second line comes behind the motto."""
    text = (
        "ỦY BAN NHÂN DÂN HUYỆN TRẤN YÊN\nỦY BAN NHÂN\nCỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM\n"
        "Độc lập - Tự do - Hạnh phúc sảng\nDÂN XÃ MINH QUÁN Minh Quán, ngày 24 tháng 11 năm 2026\n"
        "Số: 1228/BC-UBND\nBÁO CÁO\nKết Quả Áp Dụng Hệ Thống Quản Lý Chất Lượng\n"
        "ISO 9001:2015 Năm 2026 Của UBND Xã Minh Quán\nThực hiện Quyết định số 19/2014/QĐ-TTg"
    )
    assert the(file_page(text, certainty=0.85), "annual_report").kind == "paper"
