"""Letters that collect proposals, invitations, plans of what is to come: no papers yet."""

from __future__ import annotations

import pytest

from tests.unit.rules.written_pages import file_page, link, paper_text, seen, the, web_page


def letter(about: str, body: str) -> str:
    """A letter of the commune to its own rooms."""
    text = paper_text("", kind=f"V/v {about}", number="Số: 31/UBND-VP", body=body)
    return text.replace("Căn cứ Luật Tổ chức", "Kính gửi: Các bộ phận chuyên môn.")


@pytest.mark.parametrize(
    ("about", "body"),
    [
        (
            "lập mục tiêu chất lượng năm 2026",
            "Đề nghị các bộ phận:\n1. Đề xuất ít nhất 02 mục tiêu.\n"
            "2. Gửi về Văn phòng trước ngày 15/01/2026 để tổng hợp, trình Chủ tịch phê duyệt.",
        ),
        (
            "rà soát chính sách chất lượng",
            "Yêu cầu các đơn vị góp ý nội dung chính sách chất lượng, gửi đến Thư ký ISO chậm nhất "
            "ngày 20/3/2026; Thư ký ISO tổng hợp, trình ban hành.",
        ),
    ],
)
def test_a_letter_that_collects_proposals_is_not_the_paper(about: str, body: str) -> None:
    """What a letter asks the rooms to propose was not issued yet."""
    found = seen(file_page(letter(about, body)))
    assert set(found.values()) <= {"not_it"}


@pytest.mark.parametrize(
    ("about", "body"),
    [
        (
            "ban hành mục tiêu chất lượng năm 2026",
            "Giao các bộ phận thực hiện, lập báo cáo gửi về Thư ký trước ngày 05/12 để tổng hợp.",
        ),
        (
            "mục tiêu chất lượng năm 2026",
            "Yêu cầu các bộ phận xây dựng kế hoạch thực hiện: 98% hồ sơ đúng hạn; 90% hài lòng; "
            "gửi về Văn phòng để tổng hợp.",
        ),
        (
            "mục tiêu chất lượng năm 2026",
            "Gửi kèm bản mục tiêu chất lượng. Đề nghị các bộ phận xây dựng biện pháp, gửi về Văn "
            "phòng trước ngày 20/02/2026.",
        ),
    ],
)
def test_a_letter_that_hands_the_paper_out_is_the_paper(about: str, body: str) -> None:
    """A letter that issues, states or encloses the goals still serves, whatever it asks beside."""
    assert seen(file_page(letter(about, body))) == {"quality_objectives": "paper"}


def test_an_invitation_is_a_question() -> None:
    """An invitation says that a meeting was planned, not what it came to."""
    text = paper_text(
        "Họp xem xét của lãnh đạo về HTQLCL năm 2026", kind="GIẤY MỜI", number="Số: 7/GM-UBND"
    )
    found = the(file_page(text), "management_review")
    assert found.kind == "doubtful"
    assert "giấy mời" in found.question.casefold()


@pytest.mark.parametrize(
    ("kind", "excerpt"),
    [
        (
            "THÔNG BÁO",
            "Kết luận của Chủ tịch tại cuộc họp về công bố HTQLCL theo TCVN ISO 9001:2015",
        ),
        ("THÔNG BÁO", "Ý kiến kết luận tại hội nghị triển khai chính sách chất lượng"),
        ("THÔNG BÁO", "Tiến độ chuẩn bị công bố Hệ thống quản lý chất lượng"),
        ("KẾ HOẠCH", "Soạn thảo mục tiêu chất lượng năm 2026"),
    ],
)
def test_what_a_meeting_spoke_of_is_not_issued(kind: str, excerpt: str) -> None:
    """Conclusions of a meeting and the making of a paper are not the paper."""
    found = seen(file_page(paper_text(excerpt, kind=kind)))
    assert "paper" not in found.values()


def test_conclusions_of_the_review_are_the_review() -> None:
    """The review by the leaders is recorded by what its meeting concluded."""
    excerpt = "Kết luận cuộc họp xem xét của lãnh đạo về HTQLCL năm 2026"
    assert seen(file_page(paper_text(excerpt, kind="THÔNG BÁO"))) == {"management_review": "paper"}


@pytest.mark.parametrize(
    "excerpt",
    [
        "Danh mục thủ tục hành chính thực hiện qua dịch vụ bưu chính công ích",
        "Danh mục thủ tục hành chính không phụ thuộc địa giới hành chính",
        "Công bố Danh mục thủ tục hành chính nội bộ của UBND xã",
    ],
)
def test_a_list_of_some_procedures_is_not_the_list(excerpt: str) -> None:
    """Procedures by post, without regard to place, or between offices are only some of them."""
    found = seen(file_page(paper_text(excerpt, body="STT Thủ tục hành chính Thời hạn")))
    assert "tthc_list" not in {name for name, kind in found.items() if kind == "paper"}


def test_the_post_beside_the_counter_takes_no_procedure_away() -> None:
    """A whole list that may be asked for at the counter and by post stays the list."""
    excerpt = (
        "Danh mục thủ tục hành chính thuộc thẩm quyền giải quyết tiếp nhận tại Bộ phận Một cửa và "
        "qua dịch vụ bưu chính công ích"
    )
    found = seen(file_page(paper_text(excerpt, body="STT Thủ tục hành chính Thời hạn")))
    assert found["tthc_list"] == "paper"


def test_a_report_under_the_link_of_a_list_is_the_report() -> None:
    """What a report calls itself weighs more than the words of the link to it."""
    text = paper_text(
        "Hoạt động của Bộ phận Tiếp nhận và Trả kết quả quý II năm 2026",
        kind="BÁO CÁO",
        number="Số: 40/BC-UBND",
        body="STT Lĩnh vực Thủ tục hành chính Thời hạn Lệ phí",
    )
    words = link("Danh mục thủ tục hành chính thuộc thẩm quyền giải quyết của UBND xã")
    assert seen(file_page(text, words)) == {"tthc_list": "not_it"}


def test_goals_that_rest_on_the_policy_issued_before_are_no_news() -> None:
    """That the policy "đã công bố" is spoken of does not make a page of goals a news item."""
    page = web_page(
        "Mục tiêu chất lượng năm 2026",
        "Thực hiện Chính sách chất lượng đã công bố, UBND xã Minh Quán đặt ra các mục tiêu:",
        "1. Hồ sơ đúng hạn đạt 98%. 2. Người dân hài lòng đạt 95%.",
        "3. Không có hồ sơ phải xin lỗi vì trễ hạn trong cả năm.",
    )
    assert seen(page) == {"quality_objectives": "paper"}


def test_the_policy_of_a_site_is_not_the_policy() -> None:
    """What a portal promises about its service and about personal data is another policy."""
    text = paper_text(
        "Chính sách chất lượng dịch vụ, bảo mật của Cổng", body="Cam kết công khai, minh bạch."
    )
    assert "paper" not in seen(file_page(text)).values()


def test_lines_of_minutes_of_an_inspection_are_no_titles() -> None:
    """What an inspection found of the goals and the audit is told in its minutes, not issued."""
    text = paper_text(
        "Kiểm tra việc áp dụng HTQLCL tại UBND xã Minh Quán năm 2026",
        kind="BIÊN BẢN",
        number="Số: 3/BB-ĐKT",
        body="1. Phạm vi: toàn xã.\nĐánh giá nội bộ: đã làm. Điểm không phù hợp: 02.",
    )
    assert "paper" not in seen(file_page(text)).values()


@pytest.mark.parametrize(
    ("kind", "excerpt"),
    [
        ("KẾ HOẠCH", "Chuyển đổi số và áp dụng ISO điện tử năm 2026"),
        ("BÁO CÁO", "Khắc phục những điểm không phù hợp nêu tại Kết luận thanh tra số 05/KL-TTr"),
        ("KẾ HOẠCH", "Khắc phục các điểm không phù hợp theo kiến nghị của Kiểm toán nhà nước"),
    ],
)
def test_papers_of_another_field_that_share_words(kind: str, excerpt: str) -> None:
    """What the state's inspectors or auditors found, or a digital plan, is not the system's."""
    body = "Thu hồi 12 triệu đồng chi sai chế độ; hoàn thiện hồ sơ quyết toán."
    found = seen(file_page(paper_text(excerpt, kind=kind, body=body)))
    assert "paper" not in found.values()


def test_corrections_after_an_audit_of_the_system_stay() -> None:
    """What the audit of the system found is corrected in the paper looked for."""
    excerpt = "Khắc phục các điểm không phù hợp sau đánh giá HTQLCL năm 2026"
    found = seen(file_page(paper_text(excerpt, kind="BÁO CÁO")))
    assert found["corrective_action"] == "paper"


def test_a_paper_that_never_speaks_of_the_system_is_not_what_its_link_says() -> None:
    """A link to the announcement under which a notice of other business lies finds nothing."""
    text = paper_text(
        "Lịch tiếp công dân và niêm yết bảng giá dịch vụ năm 2026",
        kind="THÔNG BÁO",
        number="Số: 8/TB-UBND",
        body="Bảng giá được niêm yết tại trụ sở.",
    )
    found = seen(file_page(text, link("Công bố HTQLCL của UBND xã")))
    assert found == {"conformity_announcement": "not_it"}
