"""A page that only says that the portal's program failed is neither content nor an absence."""

from __future__ import annotations

import pytest

from crawler.visit.pages.failing import failing
from crawler.visit.pages.text import content_text
from domain.documents import Block, BlockKind, Document, HowRead, Link, Zone
from domain.exchanges import Answer, Ask
from domain.outcomes import Outcome
from tests.unit.crawler_visit.portal import HOME, START

FILLER = "Hội nghị đã thảo luận về kế hoạch phát triển kinh tế, xã hội của địa phương. " * 8


def _says(title: str, *lines: str, links: int = 0, final: str = "") -> Outcome | None:
    blocks = (
        Block("Trang chủ Giới thiệu Tin tức ISO 9001", BlockKind.LIST_ITEM, Zone.MENU),
        *(Block(line) for line in lines),
    )
    own = tuple(Link(f"/{n}", "bài", zone=Zone.MAIN) for n in range(links))
    document = Document("text/html", HowRead.MARKUP, title, blocks, own)
    address = f"{HOME}iso"
    answer = Answer(Ask(address), Outcome.OK, START, 0.1, final_address=final or address)
    verdict = failing(answer, document, content_text(document))
    return verdict[0] if verdict else None


@pytest.mark.parametrize(
    ("title", "text"),
    [
        ("Thông báo", "Đã có lỗi xảy ra trong quá trình xử lý yêu cầu. Vui lòng thử lại sau."),
        ("", "Đã xảy ra lỗi, xin quý vị quay lại sau."),
        ("Lỗi", "Trang quý vị truy cập đang gặp trục trặc."),
        ("Lỗi hệ thống", "Liên hệ quản trị viên."),
        ("UBND xã A", "Hệ thống đang gặp sự cố, mời quay lại sau."),
        ("UBND xã A", "Máy chủ hiện đang quá tải."),
        ("Thông báo", "Phiên làm việc của bạn đã hết hạn. Vui lòng tải lại trang."),
        ("", "Error establishing a database connection"),
        ("", "Không thể kết nối đến cơ sở dữ liệu"),
        ("Runtime Error", "Server Error in '/' Application."),
        ("ISO", "An unexpected error has occurred. Correlation ID: 9f-12"),
        ("", "500 - Internal server error. There is a problem with the resource."),
        ("ISO", "Fatal error: Uncaught Error: Call to undefined function a() Stack trace: #0"),
        ("", "System.NullReferenceException: Object reference not set"),
        ("", "SQLSTATE[HY000] [2002] Connection refused"),
        ("Kết quả tìm kiếm", "Có lỗi khi tìm kiếm. Mã lỗi 0x80040E14."),
        ("Thông báo", "Quá nhiều người truy cập. Mời bạn quay lại sau."),
        ("ISO 9001:2015", "Không tải được nội dung. Thử lại"),
        ("Văn bản", "Hệ thống đang bảo trì. Vui lòng quay lại sau."),
        ("Văn bản", "Chuyên trang đang trong quá trình nâng cấp, mời quý vị quay lại sau."),
        ("Văn bản", "Đang nâng cấp"),
        ("Văn bản", "Cổng thông tin tạm ngừng hoạt động để sáp nhập."),
        ("Thông báo", "Máy chủ quá tải, xin thử lại sau ít phút."),
        ("Thông báo", "Có lỗi trong quá trình xử lý, vui lòng thử lại."),
        ("Thông báo", "Hết thời gian chờ kết nối, vui lòng thử lại."),
        ("Thông báo", "Không thể hiển thị trang. Xin lỗi vì sự bất tiện này."),
        ("Thông báo", "Xin lỗi quý vị, trang này hiện chưa thể phục vụ."),
        ("Thông báo", "Dịch vụ hosting của bạn đã hết hạn, vui lòng gia hạn."),
        ("Thông báo", "Trang thông tin đã chuyển sang địa chỉ mới."),
        ("Văn bản", "Yêu cầu của bạn thất bại khi thực thi."),
        ("Văn bản", "Portlet này tạm thời không khả dụng."),
        ("", "Sorry, something went wrong"),
        ("", "Whoops, looks like something went wrong."),
        ("Service Unavailable", "HTTP Error 503. The service is unavailable."),
        ("", "Warning: include(config.php): failed to open stream in /var/www/a.php on line 12"),
        ("Account Suspended", "This Account has been suspended."),
        ("", "Could not connect to MySQL."),
        ("", "ORA-12514: TNS:listener does not currently know of service requested"),
        ("", "Timeout expired. The timeout period elapsed prior to completion of the operation."),
        ("", "Web Page Blocked! The page cannot be displayed. Attack ID: 20000008"),
        ("Bad Request", "HTTP Error 400. The request URL is invalid."),
        ("", "Validation of viewstate MAC failed."),
        ("", "419 | Page Expired"),
    ],
)
def test_excuses(title: str, text: str) -> None:
    """Whatever program is behind the portal, its excuse is told from content."""
    assert _says(title, text) is Outcome.MAINTENANCE


@pytest.mark.parametrize(
    ("title", "text"),
    [
        (
            "Sạt lở tại thôn 5",
            "Đêm qua đã xảy ra sự cố sạt lở tại thôn 5, không thiệt hại về người.",
        ),
        ("Tin tức", "Trên tuyến đường tỉnh 163 có sự cố xảy ra làm ách tắc giao thông."),
        ("HĐND xã", "Phiên làm việc thứ nhất kết thúc, phiên làm việc buổi chiều bắt đầu."),
        ("Mục tiêu chất lượng", "Khắc phục lỗi, sự cố của hệ thống trong vòng 24 giờ."),
        ("Hỏi đáp", "Nếu có lỗi khi nộp hồ sơ thì gọi số nào?"),
        ("Hỏi đáp", "Khi nộp hồ sơ gặp lỗi hệ thống thì liên hệ số nào?"),
        ("Quy trình", "QT-05: Xử lý sự cố hệ thống thông tin"),
        ("Thông báo", "Hệ thống cấp nước đang bị quá tải do nắng nóng."),
        ("Chuyên mục", "Nội dung đang được cập nhật"),
        ("Chuyên mục", "Nội dung đang được xây dựng, mời quý vị quay lại sau."),
        (
            "Thông báo",
            "Cổng dịch vụ công tạm dừng từ 22h ngày 20/11 để nâng cấp, mời quay lại sau.",
        ),
        ("Tin tức", "Website Bộ Y tế đang bảo trì, người dân chờ."),
        ("Tin tức", "Hệ thống cấp nước sạch thôn 5 đang nâng cấp, bà con dùng nước giếng."),
        ("Tin tức", "Trang trại thôn 2 tạm ngừng hoạt động vì dịch tả lợn."),
        ("Văn bản", "Quy chế vận hành, bảo trì, nâng cấp hệ thống thông tin của xã"),
        ("Hỏi đáp", "Gặp lỗi Too many requests khi nộp hồ sơ thì làm thế nào?"),
        ("Mục tiêu", "Bảo đảm hệ thống không gián đoạn, trang thiết bị không quá tải."),
        ("ISO 9001:2015", ""),
    ],
)
def test_content_in_the_same_words(title: str, text: str) -> None:
    """News of incidents, sessions of councils and procedures for failures are content."""
    assert _says(title, text) is None


def test_who_says_more_is_no_excuse() -> None:
    """A long article, a list of links and a page that is not found are told otherwise."""
    excuse = "Đã có lỗi xảy ra trong quá trình xử lý."
    assert _says("Tin", excuse, FILLER) is None
    assert _says("Tin", excuse, links=5) is None
    assert _says("Lỗi", "Không tìm thấy trang quý vị yêu cầu.") is None


@pytest.mark.parametrize(
    ("final", "outcome"),
    [
        (f"{HOME}Error.aspx?aspxerrorpath=/iso", Outcome.MAINTENANCE),
        (f"{HOME}pages/loi.html", Outcome.MAINTENANCE),
        (f"{HOME}GeneralError", Outcome.MAINTENANCE),
        (f"{HOME}he-thong-iso", None),
        (f"{HOME}tin/khac-phuc-loi-he-thong", None),
    ],
)
def test_redirects_to_errors(final: str, outcome: Outcome | None) -> None:
    """An address named after errors says what a vague page does not."""
    assert _says("UBND xã A", "Vui lòng quay lại trang chủ.", final=final) is outcome


def test_data_that_tells_of_a_failure_is_none() -> None:
    """What fills a list said with status 200 that its program failed."""
    told = (("source", "json"), ("failure", "Object reference not set"))
    document = Document("text/html", HowRead.MARKUP, metadata=told)
    verdict = failing(Answer(Ask(f"{HOME}api"), Outcome.OK, START, 0.1), document, "")
    assert verdict is not None
    assert verdict[0] is Outcome.MAINTENANCE
