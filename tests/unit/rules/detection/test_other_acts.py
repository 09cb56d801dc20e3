"""Papers that set up, assign or close something, articles and rows: none is what they speak of."""

from __future__ import annotations

import pytest

from tests.unit.rules.written_pages import COMMUNE, file_page, link, paper_text, seen

_LABORATORY = "Phạm vi: phòng thử nghiệm hóa. Năng lực nhân sự, hiệu chuẩn thiết bị."


@pytest.mark.parametrize(
    "excerpt",
    [
        "Thành lập Tổ soạn thảo tài liệu HTQLCL theo TCVN ISO 9001:2015",
        "Phân công cán bộ theo dõi mục tiêu chất lượng năm 2026",
        "Hỗ trợ kinh phí xây dựng danh mục quy trình ISO 9001:2015",
        "Giao nhiệm vụ rà soát chính sách chất lượng",
    ],
)
def test_other_acts_publish_nothing(excerpt: str) -> None:
    """Who sets up a team, assigns people or pays for a paper has not published it."""
    kinds = seen(file_page(paper_text(excerpt), link("QĐ " + excerpt)))
    assert "paper" not in kinds.values()


def test_an_act_joined_to_an_issue_keeps_the_issue() -> None:
    """A decision that renews the committee and issues the objectives is the objectives, too."""
    text = paper_text("Kiện toàn Ban chỉ đạo ISO và ban hành Mục tiêu chất lượng năm 2026")
    assert seen(file_page(text))["quality_objectives"] == "paper"


def test_a_team_set_up_to_audit_is_the_audit() -> None:
    """The decision that forms the audit team is a paper of the internal audit."""
    text = paper_text("Thành lập Đoàn đánh giá nội bộ HTQLCL năm 2026")
    assert seen(file_page(text)) == {"internal_audit": "paper"}


def test_articles_of_a_decision_on_another_matter_are_no_titles() -> None:
    """ "Điều 1. Kiện toàn Ban Chỉ đạo ..." under an excerpt on fire safety names no committee."""
    body = (
        "QUYẾT ĐỊNH:\nĐiều 1. Kiện toàn Ban chỉ đạo gồm 9 thành viên, Trưởng ban là ông A Sử.\n"
        "Điều 2. Khuyến khích các cơ sở áp dụng hệ thống quản lý, ISO 22000."
    )
    text = paper_text("Kiện toàn Ban chỉ đạo phòng cháy, chữa cháy rừng", body=body)
    assert "paper" not in seen(file_page(text)).values()


def test_rows_without_bars_are_no_titles() -> None:
    """A row of a procedure's table, read without its lines, is not the paper it asks for."""
    text = (
        "UBND XÃ MINH QUÁN QUY TRÌNH KIỂM SOÁT HỒ SƠ Mã hiệu: QT-02\n1. MỤC ĐÍCH\n"
        "Thống nhất cách lưu hồ sơ.\n3 Khắc phục lỗi Thư ký ISO BM.02.03\nSửa lỗi không phù hợp."
    )
    assert "paper" not in seen(file_page(text, link("QT-02", section="ISO"))).values()


@pytest.mark.parametrize(
    "matter",
    ["mẫu mũ bảo hiểm", "lô thuốc thú y", "cột bơm của cơ sở kinh doanh"],
)
def test_goods_that_do_not_conform_are_no_corrective_action(matter: str) -> None:
    """A seller who puts right goods that do not conform says nothing of the office's system."""
    text = paper_text(
        f"Xử lý, khắc phục {matter} không phù hợp",
        kind="THÔNG BÁO",
        number="Số: 9/TB-UBND",
        body="Cơ sở đã khắc phục, nguyên nhân do nhà sản xuất; mẫu thử không phù hợp quy định.",
    )
    page = file_page(text, link("Kết quả khắc phục không phù hợp"))
    assert not {"paper", "doubtful"} & set(seen(page).values())


def test_what_follows_an_audit_is_not_the_audit() -> None:
    """A notice on corrective actions after the audit is corrective action alone."""
    text = paper_text(
        "Kết quả thực hiện HĐKP các điểm không phù hợp",
        kind="THÔNG BÁO",
        number="Số: 9/TB-UBND",
    )
    page = file_page(text, link("TB thực hiện HĐKP sau đánh giá nội bộ", section="ISO"))
    assert seen(page) == {"corrective_action": "paper"}


def test_a_laboratorys_audit_is_not_asked_about() -> None:
    """A plan to ISO/IEC 17025 is none, although its file's name could be an audit's."""
    text = paper_text(
        "Đánh giá nội bộ hệ thống quản lý phòng thí nghiệm theo ISO/IEC 17025:2017 năm 2026",
        kind="KẾ HOẠCH",
        number="Số: 9/KH-UBND",
        body=_LABORATORY,
    )
    page = file_page(text, link("KH DGNB"), address="https://a.example.vn/f/KH-DGNB-2026.pdf")
    assert not {"paper", "doubtful"} & set(seen(page).values())


def test_a_filled_record_of_the_audit_is_a_paper_of_it() -> None:
    """A form that an auditor filled in, for one unit and day, shows that the audit was held."""
    text = (
        "UBND XÃ MINH QUÁN | PHIẾU ĐÁNH GIÁ NỘI BỘ | BM.07\nĐợt: tháng 10 năm 2026\n"
        "Bộ phận: Địa chính. Đánh giá viên: Lò A Páo\n"
        "1 | Hồ sơ có đủ thành phần? | Xem 12 hồ sơ | Phù hợp"
    )
    page = file_page(text, link("Phiếu đánh giá nội bộ năm 2026", section="ISO 9001:2015"))
    assert seen(page, COMMUNE) == {"internal_audit": "paper"}


def test_a_paper_behind_others_in_one_file() -> None:
    """Minutes that begin further down with their type's name and an excerpt below are found."""
    text = paper_text(
        "Kết quả đánh giá nội bộ HTQLCL năm 2026", kind="BÁO CÁO", number="Số: 9/BC-UBND"
    )
    text += "\nBIÊN BẢN\nHọp xem xét của lãnh đạo năm 2026\nThành phần: lãnh đạo xã. Kết luận: đạt."
    assert seen(file_page(text)) == {"internal_audit": "paper", "management_review": "paper"}


def test_a_handbook_is_one_though_its_contents_name_the_policy() -> None:
    """The excerpt of a handbook ends where its table of contents begins."""
    text = (
        "UBND XÃ MINH QUÁN | SỔ TAY CHẤT LƯỢNG | Mã số: STCL\nMỤC LỤC\n"
        "Chương 1. Giới thiệu\nChương 2. Chính sách chất lượng\nChương 3. Quy trình, tài liệu\n"
        "CHƯƠNG 1. GIỚI THIỆU\nXã có 9 thôn."
    )
    found = seen(file_page(text, link("Sổ tay chất lượng", section="ISO 9001:2015")))
    assert found["qms_documents"] == "paper"


def test_a_table_that_runs_on_behind_the_year_is_no_title() -> None:
    """A title in capitals ends with its year; the table's first cells name other papers."""
    text = (
        "UBND XÃ MINH QUÁN\nCỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM\nĐộc lập - Tự do - Hạnh phúc\n"
        "KẾ HOẠCH DUY TRÌ HTQLCL TCVN ISO 9001:2015 NĂM 2026 STT Việc Quý I Quý II\n"
        "1 Đặt MTCL x x"
    )
    assert seen(file_page(text)) == {"annual_plan": "paper"}
