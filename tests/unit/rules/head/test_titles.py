"""Titles: several papers in one, remarks, committees, drafts, where they end."""

from __future__ import annotations

import pytest

from rules.head import read_head
from tests.unit.rules.written_pages import file_page, link, paper_text, seen, the

OF_TWO = [
    (
        "Về việc công bố HTQLCL phù hợp TCVN ISO 9001:2015 và Danh mục quy trình áp dụng HTQLCL",
        "QUYẾT ĐỊNH",
        {"conformity_announcement", "procedure_list"},
    ),
    (
        "Ban hành hệ thống tài liệu và công bố HTQLCL phù hợp TCVN ISO 9001:2015",
        "QUYẾT ĐỊNH",
        {"qms_documents", "conformity_announcement"},
    ),
    (
        "Duy trì HTQLCL theo TCVN ISO 9001:2015 và Mục tiêu chất lượng năm 2026",
        "KẾ HOẠCH",
        {"annual_plan", "quality_objectives"},
    ),
    (
        "Đánh giá nội bộ HTQLCL và khắc phục các điểm không phù hợp năm 2026",
        "BÁO CÁO",
        {"internal_audit", "corrective_action"},
    ),
]


@pytest.mark.parametrize(("excerpt", "kind", "publications"), OF_TWO)
def test_two_names_joined_are_two_papers(excerpt: str, kind: str, publications: set[str]) -> None:
    """Words that speak against one publication do not, where they name the other beside it."""
    found = seen(file_page(paper_text(excerpt, kind=kind)))
    assert {name for name, said in found.items() if said == "paper"} == publications


def test_words_against_still_count_where_nothing_joins() -> None:
    """A plan for carrying out the objectives is no yearly plan of the system."""
    text = paper_text("Thực hiện mục tiêu chất lượng của HTQLCL năm 2026", kind="KẾ HOẠCH")
    assert "annual_plan" not in seen(file_page(text))


def test_a_remark_in_brackets_names_nothing() -> None:
    """What a list goes with is not what it is; for whom a report was written does not change it."""
    annex = "DANH MỤC\nQuy trình theo TCVN ISO 9001:2015\n(Kèm theo Bản công bố HTQLCL của xã)"
    assert "conformity_announcement" not in seen(file_page("UBND XÃ MINH QUÁN\n" + annex))
    excerpt = "Kết quả áp dụng HTQLCL năm 2026\n(Phục vụ đoàn kiểm tra của Sở)"
    assert seen(file_page(paper_text(excerpt, kind="BÁO CÁO"))) == {"annual_report": "paper"}


@pytest.mark.parametrize(
    "excerpt", ["Kiện toàn Ban ISO", "Thành lập Ban điều hành HTQLCL theo TCVN ISO 9001:2015"]
)
def test_the_committee_under_other_names(excerpt: str) -> None:
    """A board of ISO, and one that runs the system, are the committee."""
    assert seen(file_page(paper_text(excerpt))) == {"steering_committee": "paper"}


def test_the_committee_s_name_over_a_paper_is_no_decision() -> None:
    """Who made a paper, and who receives it, is not what it is."""
    text = (
        "UBND XÃ MINH QUÁN\nBAN CHỈ ĐẠO ISO\nMỤC TIÊU CHẤT LƯỢNG NĂM 2026\n"
        "1. 100% hồ sơ đúng hạn theo HTQLCL\nNơi nhận:\n- BCĐ ISO;\n- LƯU: VT."
    )
    assert seen(file_page(text)) == {"quality_objectives": "paper"}


def test_a_plan_of_the_committee_s_work_is_the_yearly_plan() -> None:
    """ "Hoạt động" is no family planning, and a committee's plan is no decision on it."""
    text = paper_text("Hoạt động của Ban chỉ đạo ISO năm 2026", kind="KẾ HOẠCH")
    assert seen(file_page(text)) == {"annual_plan": "paper"}


def test_a_decision_on_the_plan_is_the_plan() -> None:
    """A plan comes as an annex of the decision that issues it."""
    text = paper_text("Ban hành Kế hoạch duy trì, cải tiến HTQLCL năm 2026")
    assert seen(file_page(text)) == {"annual_plan": "paper"}


def test_a_title_in_capitals_goes_on_below() -> None:
    """A list of procedures whose second line speaks of ISO is not the general one."""
    text = (
        "UBND XÃ MINH QUÁN\nDANH MỤC THỦ TỤC HÀNH CHÍNH\nÁP DỤNG HTQLCL ISO 9001:2015 TẠI XÃ\n"
        "1. Đăng ký khai sinh\n2. Chứng thực bản sao"
    )
    assert seen(file_page(text)) == {"procedure_list": "paper"}


def test_a_plain_list_below_the_system_s_name_is_its_list() -> None:
    """The line above the title may be the one that speaks of the system."""
    text = (
        "UBND XÃ MINH QUÁN\nHỆ THỐNG QUẢN LÝ CHẤT LƯỢNG ISO 9001:2015\n"
        "DANH MỤC THỦ TỤC HÀNH CHÍNH\n1. Khai sinh\n2. Chứng thực"
    )
    assert seen(file_page(text)) == {"procedure_list": "paper"}


@pytest.mark.parametrize("draft", ["DỰ THẢO\n", "Dự thảo lần 2\n", "(DỰ THẢO 15/01/2026)\n"])
def test_a_draft_says_so_in_its_head(draft: str) -> None:
    """A line that calls the paper a draft makes it none, whatever its title says."""
    text = draft + paper_text("Ban hành Chính sách chất lượng", number="Số: /QĐ-UBND")
    assert seen(file_page(text)) == {"quality_policy": "not_it"}


def test_a_link_to_a_draft_tells_of_an_unsigned_paper_only() -> None:
    """What was signed since is issued, though the old link still calls it a draft."""
    called = link("Dự thảo Chính sách chất lượng")
    signed = paper_text("Ban hành Chính sách chất lượng")
    unsigned = paper_text("Ban hành Chính sách chất lượng", number="Số: /QĐ-UBND")
    assert seen(file_page(signed, called)) == {"quality_policy": "paper"}
    assert seen(file_page(unsigned, called)) == {"quality_policy": "not_it"}


def test_half_a_year_is_no_yearly_report() -> None:
    """A report on six months leaves the year's report open."""
    text = paper_text("Kết quả áp dụng HTQLCL 6 tháng đầu năm 2026", kind="BÁO CÁO")
    assert "paper" not in seen(file_page(text)).values()


def test_a_form_s_word_that_was_filled_in() -> None:
    """ "Tên cơ quan công bố: Sở ..." is no blank form."""
    text = "UBND XÃ MINH QUÁN\nBẢN CÔNG BỐ HTQLCL\nTên cơ quan công bố: UBND xã Minh Quán\n"
    text += "Phù hợp TCVN ISO 9001:2015; phạm vi: các lĩnh vực; niêm yết tại trụ sở."
    assert seen(file_page(text)) == {"conformity_announcement": "paper"}


def test_an_excerpt_ends_where_sentences_begin() -> None:
    """Why a plan is made, and what follows it, is no part of what it is."""
    text = paper_text(
        "Đánh giá nội bộ HTQLCL năm 2026\nĐể chuẩn bị cho họp xem xét của lãnh đạo, UBND xã",
        kind="KẾ HOẠCH",
    )
    assert seen(file_page(text)) == {"internal_audit": "paper"}
    text = paper_text(
        "Khắc phục các điểm không phù hợp của HTQLCL\nĐã sửa đổi quy trình số 4 trong tháng.",
        kind="BÁO CÁO",
    )
    assert seen(file_page(text)) == {"corrective_action": "paper"}


def test_a_broken_excerpt_goes_on() -> None:
    """A line that begins with a capital and ends without a stop belongs to the excerpt."""
    text = paper_text("Công bố HTQLCL phù hợp\nTiêu chuẩn quốc gia TCVN ISO 9001:2015")
    found = the(file_page(text), "conformity_announcement")
    assert found.evidence.title.endswith("TCVN ISO 9001:2015")


def test_parts_of_a_report_are_no_papers() -> None:
    """A numbered heading is a part of the paper above it, and a signer's line none."""
    text = paper_text(
        "Kết quả áp dụng HTQLCL năm 2026",
        kind="BÁO CÁO",
        body="V. HÀNH ĐỘNG KHẮC PHỤC\nĐã khắc phục 04 điểm.",
        signer="TRƯỞNG BAN ISO",
    )
    assert seen(file_page(text)) == {"annual_report": "paper"}


def test_two_papers_on_one_page_of_a_file() -> None:
    """A report with the minutes behind it, no page break between, is both."""
    report = paper_text("Kết quả đánh giá nội bộ HTQLCL năm 2026", kind="BÁO CÁO")
    minutes = paper_text("Họp xem xét của lãnh đạo về HTQLCL năm 2026", kind="BIÊN BẢN")
    assert seen(file_page(f"{report}\n{minutes}")) == {
        "internal_audit": "paper",
        "management_review": "paper",
    }


def test_a_form_s_head_row_names_the_paper() -> None:
    """Office, title and code stand side by side at the top of the system's own forms."""
    text = (
        "UBND XÃ MINH QUÁN | MÔ HÌNH HỆ THỐNG QUẢN LÝ CHẤT LƯỢNG | Mã hiệu: MH-01\n"
        "THEO TCVN ISO 9001:2015 | Lần ban hành: 02\nBối cảnh | Tài liệu | QT-01"
    )
    assert seen(file_page(text)) == {"qms_documents": "paper"}


def test_minutes_below_the_office_s_name() -> None:
    """One line may hold the office, a dash and the title."""
    text = "UBND xã Minh Quán - Biên bản họp xem xét của lãnh đạo (ISO 9001), ngày 12/10/2026\n"
    text += "Có mặt: lãnh đạo. Nội dung: mục tiêu, nguồn lực. Kết luận: cải tiến HTQLCL."
    assert seen(file_page(text)) == {"management_review": "paper"}


def test_a_section_about_the_system_holds_general_lists_too() -> None:
    """What the menu or folder is called does not make the list of all procedures the system's."""
    text = "UBND XÃ MINH QUÁN\nDANH MỤC\nThủ tục hành chính thực hiện tại Bộ phận Một cửa\n"
    page = file_page(text + "1. Khai sinh\n2. Chứng thực", link("Tải về", section="ISO 9001:2015"))
    assert seen(page) == {"tthc_list": "paper"}


@pytest.mark.parametrize(
    ("excerpt", "kind", "publication"),
    [
        ("Chính sách về chất lượng theo TCVN ISO 9001:2015", "QUYẾT ĐỊNH", "quality_policy"),
        ("Kiện toàn Tổ thư ký ISO", "QUYẾT ĐỊNH", "steering_committee"),
        ("Thành lập Ban triển khai ISO 9001:2015", "QUYẾT ĐỊNH", "steering_committee"),
        ("Đánh giá HTQLCL nội bộ năm 2026", "BÁO CÁO", "internal_audit"),
        ("Họp xem xét hệ thống quản lý chất lượng năm 2026", "BIÊN BẢN", "management_review"),
        ("Họp lãnh đạo soát xét HTQLCL năm 2026", "BÁO CÁO", "management_review"),
        ("Khắc phục tồn tại, hạn chế trong áp dụng HTQLCL", "BÁO CÁO", "corrective_action"),
        ("Xử lý các điểm không phù hợp HTQLCL", "KẾ HOẠCH", "corrective_action"),
        ("Tổng kết công tác ISO năm 2026", "BÁO CÁO", "annual_report"),
        ("Mục tiêu về chất lượng năm 2026", "KẾ HOẠCH", "quality_objectives"),
        ("Phổ biến mục tiêu chất lượng năm 2026", "THÔNG BÁO", "quality_objectives"),
        ("Danh mục lĩnh vực, thủ tục áp dụng ISO 9001:2015", "QUYẾT ĐỊNH", "procedure_list"),
        ("Ban hành quy trình nội bộ giải quyết TTHC theo HTQLCL", "QUYẾT ĐỊNH", "procedure_list"),
    ],
)
def test_less_usual_titles(excerpt: str, kind: str, publication: str) -> None:
    """Each is that paper and no other."""
    assert seen(file_page(paper_text(excerpt, kind=kind))) == {publication: "paper"}


@pytest.mark.parametrize(
    "behind",
    [
        " Việc 1: phân công lại thành viên. Việc 2: cập nhật quy trình, đánh giá nội bộ.",
        " TT Nội dung công việc Sản phẩm\n1 Xây dựng mục tiêu chất lượng Văn bản Quý II",
    ],
)
def test_text_that_runs_on_behind_the_year_is_no_title(behind: str) -> None:
    """Files whose lines were joined keep their excerpt up to its year."""
    text = paper_text("Duy trì, cải tiến HTQLCL năm 2026" + behind, kind="KẾ HOẠCH")
    assert seen(file_page(text)) == {"annual_plan": "paper"}


def test_leaders_who_consider_something_else() -> None:
    """Minutes on poor households hold no word of the system, nor does what links to them."""
    excerpt = "Họp lãnh đạo xem xét danh sách hộ nghèo năm 2026"
    text = paper_text(excerpt, kind="BIÊN BẢN", body="Thống nhất 41 hộ nghèo.")
    assert "paper" not in seen(file_page(text)).values()


def test_a_procedure_is_not_what_it_regulates() -> None:
    """ "QT" before the name of an audit or a review is the procedure for it."""
    text = "UBND XÃ MINH QUÁN\nMã số: QT-XXLĐ Lần ban hành: 01\nQUY TRÌNH\nXem xét của lãnh đạo\n"
    text += "1. Mục đích: theo TCVN ISO 9001:2015. 2. Phạm vi: toàn cơ quan."
    page = file_page(text, link("QT XXLĐ", section="ISO 9001:2015"))
    assert not {"paper", "doubtful"} & set(seen(page).values())


@pytest.mark.parametrize("before", ["", "- ", "– "])
def test_a_stroke_before_the_type_is_no_part_of_an_offices_name(before: str) -> None:
    """A speck read as a dash; "Tài chính - Kế hoạch" is an office."""
    head = read_head(f"UBND XÃ MINH QUÁN\n{before}KẾ HOẠCH\nHọp xem xét của lãnh đạo năm 2026")
    assert (head.type_name, head.excerpt) == ("kế hoạch", "Họp xem xét của lãnh đạo năm 2026")
    office = read_head("PHÒNG TÀI CHÍNH - KẾ HOẠCH\nBÁO CÁO\nKết quả áp dụng HTQLCL năm 2026")
    assert office.type_name == "báo cáo"


@pytest.mark.parametrize("written", ["CÔNG BỐ", "CÔNG Bố", "CÔNG BÓ", "CONG BO", "KẾ HOẠcH"])
def test_a_type_name_alone_on_a_line_may_have_lost_tones(written: str) -> None:
    """A recogniser drops marks and takes a capital for a small letter: it stays the title."""
    head = "ỦY BAN NHÂN DÂN\nXÃ TÂN THÀNH\nĐộc lập - Tự do - Hạnh phúc\n"
    found = read_head(f"{head}{written}\nHỆ THỐNG QUẢN LÝ CHẤT LƯỢNG CỦA UBND XÃ TÂN THÀNH")
    assert found.type_name in ("công bố", "kế hoạch")
    assert found.excerpt == "HỆ THỐNG QUẢN LÝ CHẤT LƯỢNG CỦA UBND XÃ TÂN THÀNH"


def test_a_type_name_in_small_letters_alone_is_no_title() -> None:
    """A menu's or a sentence's "kế hoạch" is none."""
    assert read_head("UBND XÃ A\nSố: 4/UBND\nkế hoạch\nnăm 2026").excerpt == ""
