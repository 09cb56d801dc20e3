"""Whose a paper is: heads that leave the province out, drag words along, or name a place only."""

from __future__ import annotations

from datetime import date

import pytest

from domain.agencies import Agency, Inspected, Level
from rules.head import read_head
from rules.issuers.judge import IssuerJudge
from rules.issuers.own_news import headline_of
from rules.issuers.verdict import IssuerVerdict
from tests.unit.rules.written_pages import COMMUNE, file_page, paper_text, seen, the


def department(name: str) -> Inspected:
    """A body of a province that is not Yên Bái."""
    return Inspected(Agency("S", name, Level.DEPARTMENT), parents=("UBND tỉnh Hà Nam",))


def whose(head: str, name: str, title: str = "") -> IssuerVerdict:
    """The issuer of a plan below some head lines, asked for a department."""
    text = f"{head}\nSố: 7/KH-X\nPhủ Lý, ngày 05 tháng 02 năm 2026\nKẾ HOẠCH\n{title or 'ISO'}"
    return IssuerJudge(department(name)).of_paper(read_head(text), certain=True, title=title)


@pytest.mark.parametrize(
    ("name", "head"),
    [
        ("Sở Y tế tỉnh Hà Nam", "UBND TỈNH HÀ NAM\nSỞ Y TẾ"),
        ("Sở Y tế tỉnh Hà Nam", "ỦY BAN NHÂN DÂN TỈNH\nSỞ Y TẾ"),
        ("Sở Y tế tỉnh Hà Nam", "SỞ Y TẾ TỈNH HÀ NAM"),
        ("Sở Y tế", "UBND TỈNH HÀ NAM\nSỞ Y TẾ TỈNH HÀ NAM"),
        ("Thanh tra tỉnh Hà Nam", "UBND TỈNH HÀ NAM\nTHANH TRA TỈNH"),
        ("Thanh tra tỉnh Hà Nam", "UBND TỈNH HÀ NAM\nTHANH TRA"),
        ("Văn phòng UBND tỉnh Hà Nam", "ỦY BAN NHÂN DÂN\nTỈNH HÀ NAM\nVĂN PHÒNG"),
        ("Văn phòng UBND tỉnh Hà Nam", "VĂN PHÒNG ỦY BAN NHÂN DÂN TỈNH"),
        ("Sở Lao động - Thương binh và Xã hội tỉnh Hà Nam", "SỞ LAO ĐỘNG - TBXH"),
        ("Sở Văn hóa, Thể thao và Du lịch tỉnh Hà Nam", "SỞ VĂN HOÁ THỂ THAO & DU LỊCH"),
        ("Chi cục Thủy lợi tỉnh Hà Nam", "SỞ NÔNG NGHIỆP VÀ PTNT\nCHI CỤC THUỶ LỢI"),
    ],
)
def test_the_seat_may_be_left_out(name: str, head: str) -> None:
    """A head names the province above the body, or not at all, or behind its name."""
    assert whose(head, name).whose == "own"


def test_the_last_naming_of_the_agency_counts() -> None:
    """The site's full name above a paper does not make another body of the short name in it."""
    head = "Sở Y tế tỉnh Hà Nam\nCải cách hành chính\nUBND TỈNH HÀ NAM\nSỞ Y TẾ"
    assert whose(head, "Sở Y tế tỉnh Hà Nam").whose == "own"


@pytest.mark.parametrize(
    ("name", "head"),
    [
        ("Sở Y tế tỉnh Hà Nam", "UBND TỈNH NGHỆ AN\nSỞ Y TẾ"),
        ("Sở Y tế", "SỞ Y TẾ TỈNH NGHỆ AN"),
        ("Sở Y tế tỉnh Hà Nam", "UBND TỈNH HÀ NAM\nSỞ NỘI VỤ"),
        ("Sở Nội vụ", "UBND TỈNH HÀ NAM\nSỞ NGOẠI VỤ"),
        ("Sở Y tế", "SỞ Y TẾ\nTRUNG TÂM Y TẾ HUYỆN KIM BẢNG"),
        ("Thanh tra tỉnh Hà Nam", "SỞ TƯ PHÁP\nTHANH TRA SỞ TÀI CHÍNH"),
        ("Chi cục Bảo vệ môi trường", "CHI CỤC BẢO VỆ THỰC VẬT"),
    ],
)
def test_another_body_stays_another(name: str, head: str) -> None:
    """The same kind of body of another province, or another body, is not the agency."""
    assert whose(head, name).whose in ("other", "above")


@pytest.mark.parametrize(
    ("name", "head"),
    [
        ("Sở Nông nghiệp và Phát triển nông thôn", "SỞ NÔNG NGHIỆP PHÁT TRIỂN NÔNG THÔN HN"),
        ("Sở Khoa học và Công nghệ", "SỞ KHOA HỌC CÔNG NGHỆ MÔI TRƯỜNG"),
        ("Chi cục Trồng trọt và Bảo vệ thực vật", "CHI CỤC TRỒNG TRỌT BẢO VỆ"),
    ],
)
def test_most_words_in_common_is_a_question(name: str, head: str) -> None:
    """A name that shares most of the agency's words may be an older or misread form of it."""
    assert whose(head, name).whose in ("unclear", "own")


@pytest.mark.parametrize(
    ("head", "issuer"),
    [
        ("UBND TỈNH HÀ NAM\nSỞ TÀI CHÍNH Số 577 QĐ STC", "SỞ TÀI CHÍNH"),
        ("SỞ TÀI CHÍNH Căn cứ vào", "SỞ TÀI CHÍNH"),
        ("Sở Văn hóa, Thể thao và Du lịch Mã số DM 01", "Sở Văn hóa Thể thao Du lịch"),
        ("ỦY BAN NHÂN DÂN XÃ AN LÃO Về việc", "XÃ AN LÃO"),
    ],
)
def test_the_issuer_shown_ends_with_its_name(head: str, issuer: str) -> None:
    """Words of the next line and letters of the name are neither dragged along nor lost."""
    assert whose(head, "Sở Y tế").name == issuer


@pytest.mark.parametrize(
    "words", ["trên môi trường mạng", "Trên cơ sở đó", "quốc phòng an ninh", "đời sống xã hội"]
)
def test_everyday_words_are_no_agencies(words: str) -> None:
    """ "trường", "sở", "phòng" and "xã" inside everyday words name nobody."""
    text = f"MỤC TIÊU CHẤT LƯỢNG NĂM 2026\n{words} của đơn vị\nI. Mục tiêu\nCÔNG BỐ"
    assert seen(file_page(text)) == {"quality_objectives": "paper"}


def test_a_body_that_cites_others_names_no_issuer() -> None:
    """The department in "Căn cứ Kế hoạch ... của Sở ..." did not issue the paper."""
    text = (
        "CHÍNH SÁCH CHẤT LƯỢNG\nTheo TCVN ISO 9001:2015\nCăn cứ Kế hoạch số 9/KH-SKHCN ngày "
        "15 tháng 01 năm 2025 của Sở Khoa học và Công nghệ;\nUBND xã Minh Quán cam kết:\n"
        "1. Phục vụ khách hàng là trung tâm.\nCÔNG BỐ"
    )
    assert seen(file_page(text)).get("quality_policy") == "paper"


def test_a_law_that_is_cited_is_not_the_number() -> None:
    """Number and date of a resolution in the body are not the paper's own."""
    head = read_head(
        "Chính sách chất lượng\nThực hiện Nghị quyết số 76/NQ-CP ngày 15 tháng 7 năm 2021 của "
        "Chính phủ, xã ban hành."
    )
    assert (head.number, head.law, head.issued_on) == (None, False, None)


@pytest.mark.parametrize(
    "title",
    [
        "CHÍNH SÁCH CHẤT LƯỢNG\nCủa công ty\nKhách hàng là trung tâm",
        "CHÍNH SÁCH CHẤT LƯỢNG CỦA ỦY BAN NHÂN DÂN HUYỆN TRẤN YÊN\nPhương châm: tận tụy",
    ],
)
def test_a_title_may_say_whose_it_is(title: str) -> None:
    """A company's or the district's policy is not the commune's, whatever the place line."""
    text = f"{title}\nCông khai, minh bạch theo ISO 9001\nTrấn Yên, ngày 01 tháng 6 năm 2025\n"
    assert seen(file_page(text)).get("quality_policy") == "not_it"


@pytest.mark.parametrize(
    ("title", "kind"),
    [
        ("Kết quả khắc phục các điểm không phù hợp sau đánh giá của UBND huyện Lục Yên", "unclear"),
        ("Báo cáo kết quả khắc phục theo kết luận kiểm tra của UBND huyện Lục Yên", "unclear"),
        ("Báo cáo đánh giá nội bộ của UBND huyện Lục Yên", "other"),
        ("Kết quả khắc phục sau đánh giá của UBND xã Minh Quán", "own"),
    ],
)
def test_who_looked_may_be_all_that_a_title_names(title: str, kind: str) -> None:
    """A paper on what an audit found names the auditor: whose paper it is stays a question."""
    told = IssuerJudge(COMMUNE).of_paper(read_head(""), certain=True, title=title)
    assert told.whose == kind


def test_a_committee_above_in_the_head_of_a_page_is_a_question() -> None:
    """The site's name above "UBND TỈNH ..." does not make the province's paper the commune's."""
    head = "UBND xã Minh Quán\nKẾT QUẢ ÁP DỤNG\nỦY BAN NHÂN DÂN\nTỈNH YÊN BÁI\n"
    motto = "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM\nĐộc lập - Tự do - Hạnh phúc\n"
    text = f"{head}Số: 278/BC-UBND\n{motto}Yên Bái, ngày 18 tháng 2 năm 2026\nBÁO CÁO\nVề ISO"
    assert IssuerJudge(COMMUNE).of_paper(read_head(text), certain=True).whose == "unclear"


def test_a_strange_place_alone_is_a_question() -> None:
    """Where nothing but the place speaks, an inspector is asked."""
    text = "CHÍNH SÁCH CHẤT LƯỢNG\nTheo ISO 9001\n1. Tận tụy\nLục Yên, ngày 01 tháng 6 năm 2025"
    assert seen(file_page(text)).get("quality_policy") == "doubtful"


def test_a_motto_without_issuer_is_a_question() -> None:
    """A paper under the national motto whose issuer cannot be read serves nobody."""
    text = (
        "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM\nĐộc lập - Tự do - Hạnh phúc\n"
        "MỤC TIÊU CHẤT LƯỢNG NĂM 2026\n1. 100% hồ sơ đúng hạn theo ISO 9001."
    )
    assert seen(file_page(text)) == {"quality_objectives": "doubtful"}


def test_the_head_above_a_title_without_type_is_read() -> None:
    """The lines above the motto name the issuer also where the title opens with no type name."""
    text = (
        "ỦY BAN NHÂN DÂN TỈNH HÀ NAM\nSỞ Y TẾ\nCỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM\n"
        "Độc lập - Tự do - Hạnh phúc\nPhủ Lý, ngày 09 tháng 01 năm 2026\n"
        "MỤC TIÊU CHẤT LƯỢNG NĂM 2026\nĐơn vị: Sở Y tế\n1. 100% hồ sơ theo ISO 9001."
    )
    assert seen(file_page(text)) == {"quality_objectives": "not_it"}
    assert seen(file_page(text), department("Sở Y tế")) == {"quality_objectives": "paper"}


@pytest.mark.parametrize(
    ("headline", "own"),
    [
        ("UBND xã Minh Quán ban hành Mục tiêu chất lượng năm 2026", True),
        ("UBND xã ban hành Mục tiêu chất lượng năm 2026", True),
        ("UBND huyện Trấn Yên: xã Minh Quán công bố HTQLCL", True),
        ("Sở Tư pháp kiện toàn Ban chỉ đạo ISO - UBND xã Minh Quán", False),
        ("UBND xã Y Can: triển khai mục tiêu chất lượng > UBND xã Minh Quán", False),
        ("Văn phòng UBND tỉnh ban hành Mục tiêu chất lượng – UBND xã Minh Quán", False),
        ("Sở Khoa học và Công nghệ kiểm tra ISO tại UBND xã Minh Quán", False),
    ],
)
def test_whose_news(headline: str, own: bool) -> None:
    """The one who acts in the headline counts, not the name of the site behind it."""
    assert IssuerJudge(COMMUNE).tells_of_itself(headline) is own


@pytest.mark.parametrize(
    ("headline", "own"),
    [
        ("Sở ban hành Mục tiêu chất lượng năm 2026", True),
        ("Sở công bố Hệ thống quản lý chất lượng", True),
        ("Sở Công Thương ban hành Mục tiêu chất lượng năm 2026", False),
        ("Sở Xây dựng ban hành Mục tiêu chất lượng năm 2026", False),
    ],
)
def test_a_bare_office_is_the_agency_itself(headline: str, own: bool) -> None:
    """ "Sở ban hành ..." on its own portal; a name that sounds like a deed is another's."""
    assert IssuerJudge(department("Sở Y tế")).tells_of_itself(headline) is own


def test_a_headline_that_names_nobody_is_settled_by_the_first_sentences() -> None:
    """ "Ban hành Mục tiêu chất lượng": who did is said below."""
    judge = IssuerJudge(COMMUNE)
    assert judge.tells_of_itself("Ban hành MTCL năm 2026", "Ngày 5/1, UBND xã Minh Quán đã ký")
    assert not judge.tells_of_itself("Ban hành MTCL năm 2026", "Ngày 5/1, UBND xã Y Can đã ký")
    assert headline_of("Ban hành MTCL | UBND xã A") == "Ban hành MTCL"


def test_a_filled_announcement_is_no_form() -> None:
    """ "Tên cơ quan: UBND xã ..." and "Ban hành kèm theo" stand in every real announcement."""
    text = paper_text(
        "Hệ thống quản lý chất lượng phù hợp TCVN ISO 9001:2015\n(Ban hành kèm theo Quyết định "
        "số 5/QĐ-UBND ngày 02/01/2026)",
        kind="BẢN CÔNG BỐ",
        number="",
        body="Tên cơ quan: Ủy ban nhân dân xã Minh Quán\nĐịa chỉ: ........ Điện thoại: ........",
    )
    assert seen(file_page(text)) == {"conformity_announcement": "paper"}


def test_an_empty_announcement_is_a_form() -> None:
    """The annex of the circular with nothing filled in is none."""
    text = (
        "TÊN CƠ QUAN CHỦ QUẢN\nTÊN CƠ QUAN\nBẢN CÔNG BỐ\nHệ thống quản lý chất lượng phù hợp "
        "TCVN ISO 9001:2015\nTên cơ quan: ..............\nĐịa chỉ: .............."
    )
    assert the(file_page(text), "conformity_announcement").kind == "not_it"


@pytest.mark.parametrize(
    ("body", "kind"),
    [
        ("UBND xã Minh Quán cam kết phục vụ người dân.", "paper"),
        ("Người dân đến UBND xã Y Can được phục vụ tận tình.", "doubtful"),
        ("Công ty TNHH Chè Xanh cam kết giao hàng đúng hẹn.", "not_it"),
        ("Trường THCS Hoa Ban cam kết dạy tốt.", "not_it"),
        ("Theo chỉ đạo của UBND huyện Trấn Yên, cơ quan cam kết phục vụ.", "paper"),
    ],
)
def test_without_a_head_the_text_says_whose_it_is(body: str, kind: str) -> None:
    """A policy without head and place is whose its sentences speak of."""
    text = f"CHÍNH SÁCH CHẤT LƯỢNG\n{body}\nTheo TCVN ISO 9001:2015, cải tiến thường xuyên."
    assert seen(file_page(text)).get("quality_policy") == kind


def test_a_province_of_then_is_a_question_after_a_merger() -> None:
    """A commune that passed to another province has older papers under the former one."""
    text = paper_text(
        "Ban hành Chính sách chất lượng", parent="TỈNH BẮC KẠN", issuer="UBND XÃ MINH QUÁN"
    )
    agency = Agency("1", "UBND xã Minh Quán", Level.COMMUNE)
    merged = Agency("1", "UBND xã Minh Quán", Level.COMMUNE, valid_from=date(2020, 7, 1))
    above = ("UBND tỉnh Thái Nguyên",)
    assert seen(file_page(text), Inspected(agency, parents=above)) == {"quality_policy": "not_it"}
    found = the(file_page(text), "quality_policy", Inspected(merged, parents=above))
    assert found.kind == "doubtful"


@pytest.mark.parametrize(
    "issuer",
    [
        "ĐẢNG ỦY XÃ MINH QUÁN",
        "TRƯỜNG TIỂU HỌC XÃ MINH QUÁN",
        "HUYỆN TRẤN YÊN\nTRẠM Y TẾ XÃ MINH QUÁN",
        "UBND XÃ MINH QUÁN\nCÔNG AN XÃ",
        "UBND THÀNH PHỐ YÊN BÁI\nUBND P. MINH TÂN",
    ],
)
def test_bodies_named_after_the_commune_are_others(issuer: str) -> None:
    """A party committee, school or station that bears the commune's name is not its committee."""
    text = paper_text("Ban hành Chính sách chất lượng", parent="", issuer=issuer)
    assert seen(file_page(text)) == {"quality_policy": "not_it"}


@pytest.mark.parametrize(
    ("name", "issuer"),
    [
        ("UBND thành phố Phủ Lý", "UBND TP. PHỦ LÝ"),
        ("UBND thị trấn Quế", "UBND TT QUẾ"),
        ("UBND phường 1", "UBND PHƯỜNG 01"),
        ("UBND xã Minh Quán", "HĐND - UBND XÃ MINH QUÁN"),
    ],
)
def test_short_markers(name: str, issuer: str) -> None:
    """ "TP.", "TT" and "01" are the same names written shorter."""
    agency = Inspected(Agency("x", name, Level.COMMUNE), parents=("UBND tỉnh Hà Nam",))
    text = paper_text("Ban hành Chính sách chất lượng", parent="", issuer=issuer, day="ngày 05")
    assert seen(file_page(text), agency) == {"quality_policy": "paper"}


def test_the_office_of_another_is_no_section() -> None:
    """ "Văn phòng UBND tỉnh" and "Thanh tra huyện" are agencies, "Phòng Một cửa" is a section."""
    for of, kind in (
        ("VĂN PHÒNG UBND TỈNH", "not_it"),
        ("THANH TRA HUYỆN TRẤN YÊN", "not_it"),
        ("PHÒNG MỘT CỬA", "paper"),
    ):
        text = f"MỤC TIÊU CHẤT LƯỢNG NĂM 2026 CỦA {of}\n1. 100% hồ sơ theo ISO 9001."
        assert seen(file_page(text)) == {"quality_objectives": kind}


def test_a_dash_inside_the_agencys_name_parts_nothing() -> None:
    """ "Chi cục A - B ban hành ..." is its own news, not a headline before a site's name."""
    judge = IssuerJudge(department("Chi cục Trồng trọt - Bảo vệ thực vật"))
    assert judge.tells_of_itself("Chi cục Trồng trọt - Bảo vệ thực vật ban hành MTCL năm 2026")
    assert not judge.tells_of_itself(
        "Sở Tư pháp ban hành MTCL - Chi cục Trồng trọt - Bảo vệ thực vật"
    )


def test_a_department_is_below_no_commune() -> None:
    """A sentence that names one, drawn into a commune's head, makes no other issuer."""
    head = read_head(
        "UBND XÃ MINH QUÁN\nChính phủ và kế hoạch của Sở Khoa học và Công nghệ,\n"
        "Minh Quán, ngày 09 tháng 07 năm 2025\nCHƯƠNG TRÌNH\nĐánh giá nội bộ năm 2025"
    )
    assert IssuerJudge(COMMUNE).of_paper(head, certain=False).whose == "own"
