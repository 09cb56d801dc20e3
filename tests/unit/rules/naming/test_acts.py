"""What a title does first: publish a paper, or pay for it, put it off, teach it, correct it."""

from __future__ import annotations

import pytest

from tests.unit.rules.written_pages import file_page, paper_text, seen

NUMBERS = {"QUYẾT ĐỊNH": "QĐ", "KẾ HOẠCH": "KH", "THÔNG BÁO": "TB", "BÁO CÁO": "BC"}
BODY = (
    "Mục đích, yêu cầu; phạm vi; tỷ lệ hồ sơ đúng hạn; thành viên; kết quả; quy trình, sổ tay; "
    "hệ thống quản lý chất lượng phù hợp TCVN ISO 9001:2015."
)


def found(kind: str, excerpt: str) -> dict[str, str]:
    """What a paper of the commune with a rich body shows."""
    text = paper_text(excerpt, kind=kind, number=f"Số: 12/{NUMBERS[kind]}-UBND", body=BODY)
    return seen(file_page(text))


@pytest.mark.parametrize(
    ("kind", "excerpt"),
    [
        ("KẾ HOẠCH", "Mua sắm phần mềm theo dõi HTQLCL năm 2026"),
        ("KẾ HOẠCH", "Tổ chức tham quan mô hình áp dụng ISO 9001:2015 năm 2026"),
        ("KẾ HOẠCH", "Đánh giá giám sát hệ thống quản lý chất lượng năm 2026"),
        ("THÔNG BÁO", "Về việc tạm hoãn đánh giá nội bộ HTQLCL năm 2026"),
        ("THÔNG BÁO", "Thay đổi thời gian họp xem xét của lãnh đạo về HTQLCL năm 2026"),
        ("QUYẾT ĐỊNH", "Về việc chi bồi dưỡng cho đoàn đánh giá nội bộ HTQLCL năm 2026"),
        ("QUYẾT ĐỊNH", "Điều chỉnh chỉ tiêu thứ hai của Mục tiêu chất lượng năm 2026"),
        ("QUYẾT ĐỊNH", "Ban hành Quy chế làm việc của Ban chỉ đạo ISO"),
        ("QUYẾT ĐỊNH", "Công bố công khai dự toán kinh phí duy trì HTQLCL"),
        ("THÔNG BÁO", "Công bố kết quả chấm điểm áp dụng HTQLCL theo ISO 9001:2015"),
        ("BÁO CÁO", "Kinh phí áp dụng hệ thống quản lý chất lượng năm 2026"),
        ("BÁO CÁO", "Tháng 5 về tình hình duy trì HTQLCL năm 2026"),
        ("KẾ HOẠCH", "Mục tiêu chất lượng huấn luyện dân quân năm 2026"),
    ],
)
def test_what_a_title_does_first(kind: str, excerpt: str) -> None:
    """Buying, visiting, putting off, paying, correcting one point: nothing is published by it."""
    assert "paper" not in found(kind, excerpt).values()


@pytest.mark.parametrize(
    ("kind", "excerpt", "publication"),
    [
        ("KẾ HOẠCH", "Tăng cường duy trì, cải tiến HTQLCL năm 2026", "annual_plan"),
        ("KẾ HOẠCH", "Khảo sát và duy trì, cải tiến HTQLCL năm 2026", "annual_plan"),
        (
            "QUYẾT ĐỊNH",
            "Thay đổi thành viên Ban chỉ đạo ISO và ban hành quy chế làm việc",
            "steering_committee",
        ),
        (
            "QUYẾT ĐỊNH",
            "Của Chi cục Tiêu chuẩn Đo lường Chất lượng công bố HTQLCL theo TCVN ISO 9001:2015",
            "conformity_announcement",
        ),
        (
            "THÔNG BÁO",
            "Của Ban Thi đua - Khen thưởng về Mục tiêu chất lượng năm 2026",
            "quality_objectives",
        ),
        (
            "QUYẾT ĐỊNH",
            "Của Sở Thông tin và Truyền thông về việc ban hành Chính sách chất lượng",
            "quality_policy",
        ),
    ],
)
def test_acts_in_other_company(kind: str, excerpt: str, publication: str) -> None:
    """An act joined to another, and the words of an office's name, take nothing away."""
    text = paper_text(excerpt, kind=kind, number=f"Số: 12/{NUMBERS[kind]}-UBND", body=BODY)
    assert publication in seen(file_page(text))
