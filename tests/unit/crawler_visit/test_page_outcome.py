"""What a 200 really is, and what must stay content."""

from __future__ import annotations

import asyncio

import pytest

from crawler.platforms import PLATFORMS, Platform
from crawler.visit.pages.not_found import not_found_print
from crawler.visit.pages.outcome import outcome_of
from crawler.visit.pages.text import is_longer
from domain.documents import Block, Document, HowRead
from domain.exchanges import Answer, Ask
from domain.outcomes import Outcome
from tests.unit.crawler_visit.portal import HOME, START, page, read

MENU = tuple(f"/muc-{number}|Mục {number}|menu" for number in range(20))


def outcome(html: str, address: str = HOME + "a", content_type: str = "text/html") -> Outcome:
    """The outcome of a page."""
    answer = answered(html, address, content_type)
    return outcome_of(answer, asyncio.run(read(answer)))[0]


def answered(html: str, address: str = HOME + "a", content_type: str = "text/html") -> Answer:
    """An answer with status 200."""
    return Answer(
        Ask(address), Outcome.OK, START, 0.1, final_address=address, status=200,
        headers=(("content-type", content_type),), body=html.encode(),
    )  # fmt: skip


def document(html: str) -> Document:
    """A page as read."""
    reading = asyncio.run(read(answered(html)))
    assert isinstance(reading, Document)
    return reading


@pytest.mark.parametrize(
    ("html", "expected"),
    [
        ("<title>Thông báo</title><p>Website đang được nâng cấp.</p>", Outcome.MAINTENANCE),
        ("<p>Hệ thống đang bảo trì</p>", Outcome.MAINTENANCE),
        ("<p>Cổng thông tin điện tử tạm ngừng để bảo trì.</p>", Outcome.MAINTENANCE),
        ("<title>Site Maintenance</title><p>Back soon</p>", Outcome.MAINTENANCE),
        ("<title>Just a moment...</title><p>Checking your browser</p>", Outcome.BLOCKED),
        ("<p>Your request is blocked</p>", Outcome.BLOCKED),
        ("<p>Request Rejected. Your support ID is: 1893</p>", Outcome.BLOCKED),
        ("<p>Yêu cầu của bạn đã bị chặn bởi hệ thống an ninh</p>", Outcome.BLOCKED),
        ("<p>Vui lòng xác nhận bạn không phải là robot</p>", Outcome.BLOCKED),
        ("<script>document.cookie='D1N=1';location.reload()</script>", Outcome.BLOCKED),
        ("<p>This domain is for sale. Buy this domain</p>", Outcome.PARKED),
        ("<h1>Welcome to nginx!</h1>", Outcome.PARKED),
        ('<h1>Đăng nhập</h1><input id="x" type="password">', Outcome.LOGIN_REQUIRED),
        ("<title>404 - Page not found</title><p>x</p>", Outcome.SOFT_NOT_FOUND),
        (page("Thông báo", *MENU, text="Không tìm thấy trang"), Outcome.SOFT_NOT_FOUND),
        (
            page("Lỗi", *MENU, text="Trang bạn yêu cầu không tồn tại hoặc đã bị xóa."),
            Outcome.SOFT_NOT_FOUND,
        ),
        (page("Cổng", *MENU, text="Bài viết này không tồn tại"), Outcome.SOFT_NOT_FOUND),
    ],
)
def test_error_pages_with_status_200_are_no_content(html: str, expected: Outcome) -> None:
    """Each phrase of such a page gives its outcome."""
    assert outcome(html) is expected


@pytest.mark.parametrize(
    "html",
    [
        page("Tin tức", *MENU, text="Website Bộ Y tế đang bảo trì, người dân chờ. " * 3),
        page("Mục tiêu", *MENU, text="Nội dung đang được cập nhật"),
        page("Tìm kiếm", *MENU, text="Không tìm thấy kết quả nào trên trang"),
        page("Văn bản", *MENU, text="Không tìm thấy dữ liệu"),
        page("Văn bản", *MENU, text="22/11/2026 23:49:23.600404 Trang chủ &gt; Chính sách"),
        page("Văn bản", *MENU, text="Lượt truy cập: 31404 | Trang chủ"),
        page(
            "Cảnh báo", text="Trang web giả mạo không tồn tại trên hệ thống. " + "Tin dài. " * 300
        ),
        page("Thông báo", text="Nâng cấp hệ thống đường giao thông nông thôn xã năm 2026."),
        page("Thông báo", *MENU, text="Yêu cầu cấp phép bị từ chối thì nộp lại."),
        page("Trang chủ", *MENU, more='<input type="password">'),
    ],
)
def test_content_that_speaks_of_such_things_stays_content(html: str) -> None:
    """An article, an empty list and a section being updated are pages of the portal."""
    assert outcome(html) is Outcome.OK


def test_page_sent_as_a_file_is_no_content() -> None:
    """HTML under a PDF's name or type is unreadable, an HTML page under .doc may be one."""
    html = page("Quyết định", text="Nội dung của một trang xem tệp nào đó")
    assert outcome(html, HOME + "a.pdf") is Outcome.UNREADABLE
    assert outcome(html, HOME + "a", "application/pdf") is Outcome.UNREADABLE
    assert outcome(html, HOME + "a.doc") is Outcome.OK


def test_page_named_after_a_file_is_content() -> None:
    """A wiki's page bears a file's name and links to it; a home page in a file's place does not."""
    about = page("Ke hoach 2026.pdf - Sở A", "/images/d/ke-hoach.pdf|Tải về|main", text="Tệp")
    assert outcome(about, HOME + "Ke_hoach_2026.pdf") is Outcome.OK
    assert outcome(about, HOME + "bai-viet/ke-hoach-2026.pdf") is Outcome.OK
    home = page("Trang chủ", "/images/d/ke-hoach.pdf|Kế hoạch|main", text="Tin tức")
    assert outcome(home, HOME + "Ke_hoach_2026.pdf") is Outcome.UNREADABLE


def test_page_like_the_answer_to_an_impossible_address_is_not_found() -> None:
    """A portal's own way to say "nothing here" is recognised; its real pages are not taken so."""
    home = document(page("Trang chủ", *MENU))
    nothing = page("Ồ", *MENU, text="Rất tiếc, chẳng thấy điều quý vị mong; mời thử mục khác 12:30")
    known = not_found_print(document(nothing), home, HOME + "khong-co")
    again = answered(nothing.replace("12:30", "12:31"))
    assert outcome_of(again, document(nothing), known)[0] is Outcome.SOFT_NOT_FOUND
    real = page("Mục tiêu chất lượng năm 2026", *MENU)
    assert outcome_of(answered(real), document(real), known)[0] is Outcome.OK


def test_portal_that_serves_its_home_page_for_everything() -> None:
    """A page that is the home page again is no page; another one is."""
    home = document(page("Trang chủ", *MENU))
    known = not_found_print(home, home, HOME + "khong-co")
    assert outcome_of(answered(""), home, known)[0] is Outcome.SOFT_NOT_FOUND
    other = document(page("Trang chủ", *MENU, text="Quyết định công bố năm 2026"))
    assert outcome_of(answered(""), other, known)[0] is Outcome.OK


def test_sparse_page_with_a_paper_of_its_own_is_content() -> None:
    """A page that says only what the menu says, and links one file, is no error page."""
    menu = (*MENU, "/mt|Mục tiêu chất lượng năm 2026|menu", "/tin|Gửi phản hồi bài viết|menu")
    frame = '<p zone="footer">Bình chọn giao diện, ý kiến góp ý, cỡ chữ đọc báo nói</p>'
    home = document(page("UBND xã A", *menu, text="Tin tức hội nghị"))
    error = document(page("UBND xã A", *menu, text="Tin tức", more=frame))
    known = not_found_print(error, home, HOME + "khong-co", HOME)
    for html in (
        page("UBND xã A", *menu, "/upload/5512.pdf|Tin", text="Tin tức", more=frame),
        page("Mục tiêu chất lượng quý", *menu, text="Tin tức", more=frame),
        page("UBND xã A", *menu, text="Mục tiêu: giải quyết hồ sơ đúng hạn", more=frame),
    ):
        answer = answered(html, HOME + "mt")
        assert outcome_of(answer, document(html), known)[0] is Outcome.OK
    same = page("UBND xã A", *menu, "/chia-se?u=/mt|Tin", text="Tin tức", more=frame)
    verdict = outcome_of(answered(same, HOME + "mt"), document(same), known)
    assert verdict[0] is Outcome.SOFT_NOT_FOUND


def test_a_page_that_lists_papers_is_there_whatever_line_stands_above_them() -> None:
    """Templates keep the line for an empty list; what every error page links is no list."""
    said = "Không tìm thấy nội dung yêu cầu"
    paper, news = (
        "/mt|Mục tiêu chất lượng năm 2026|main",
        "/tin/1|Hội nghị tổng kết năm của xã|main",
    )
    for link in (paper, "/tep/mt-2026.pdf|Tải về|main", "/m|MTCL 2026|main"):
        assert outcome(page("ISO", *MENU, link, text=said)) is Outcome.OK
    assert outcome(page("ISO", *MENU, "/|Trang chủ|main", text=said)) is Outcome.SOFT_NOT_FOUND
    assert outcome(page(said, *MENU, paper, text="Lỗi")) is Outcome.SOFT_NOT_FOUND
    error = page("ISO", *MENU, news, text=said)
    known = not_found_print(document(error), document(page("A", *MENU)), HOME + "khong-co")
    verdict = outcome_of(answered(error), document(error), known)
    assert verdict[0] is Outcome.SOFT_NOT_FOUND


@pytest.mark.parametrize("kind", PLATFORMS, ids=lambda kind: kind.name)
@pytest.mark.parametrize(
    "said",
    [
        "Object reference not set to an instance of an object.",
        "Server Error in '/' Application.",
        "Module Load Warning. One or more of the modules on this page did not load.",
        "Nội dung tạm thời không truy cập được.",
        "Asset Publisher is temporarily unavailable.",
    ],
)
def test_what_failed_is_not_absent(kind: Platform, said: str) -> None:
    """No software's excuse for a part that failed passes for a page that is not there."""
    answer = answered(page("ISO", *MENU, text=said))
    verdict = outcome_of(answer, asyncio.run(read(answer)), None, kind.not_found)
    assert verdict[0] is Outcome.MAINTENANCE


@pytest.mark.parametrize(
    ("said", "expected"),
    [
        ("Bạn không có quyền xem nội dung này. Vui lòng liên hệ quản trị.", Outcome.LOGIN_REQUIRED),
        ("Vui lòng đăng nhập để xem văn bản.", Outcome.LOGIN_REQUIRED),
        ("Nhập mã xác nhận để tải tệp", Outcome.LOGIN_REQUIRED),
        ("Quý vị chưa được cấp phép xem nội dung này.", Outcome.LOGIN_REQUIRED),
        ("Chỉ các địa chỉ IP trong nước mới được truy cập.", Outcome.LOGIN_REQUIRED),
        ("Nhập các ký tự trong hình bên dưới", Outcome.LOGIN_REQUIRED),
        ("Sorry, this site hasn't been shared with you.", Outcome.LOGIN_REQUIRED),
        ("You don't have permission to access this resource.", Outcome.LOGIN_REQUIRED),
        ("Nhập mã xác nhận để gửi bình luận. Tin của xã.", Outcome.OK),
        ("Bão số 3 gây thiệt hại. Vui lòng đăng nhập để gửi bình luận.", Outcome.OK),
        ("Người không có quyền truy cập hệ thống bị xử lý. " + "Tin dài của xã. " * 30, Outcome.OK),
    ],
    ids=[
        "no right",
        "login",
        "a code",
        "no leave",
        "abroad",
        "a picture",
        "not shared",
        "forbidden",
        "a code for comments",
        "comments",
        "a long text",
    ],
)
def test_who_may_not_see_a_page_did_not_see_it(said: str, expected: Outcome) -> None:
    """Words that turn the reader away, and nothing beside them: not the portal's answer."""
    body = f"<title>Văn bản ISO</title><p>{said}</p>"
    assert outcome(body) is expected


PATH = (
    "".join(f'<a href="/{n}" zone="menu">Mục số {n} của cổng</a>' for n in range(40))
    + '<a href="/" zone="menu">Trang chủ</a><a href="/iso" zone="menu">ISO</a>'
    '<a href="/">UBND xã A</a><a href="/iso">ISO</a><p>Vui lòng đăng nhập để xem nội dung.</p>'
)


@pytest.mark.parametrize(
    ("link", "expected"),
    [
        ('<a href="/login">đăng nhập</a>', Outcome.LOGIN_REQUIRED),
        ('<a href="/x">Quay lại</a>', Outcome.LOGIN_REQUIRED),
        ('<a href="https://sonv.example.vn/">Sở Nội vụ</a>', Outcome.LOGIN_REQUIRED),
        ('<a href="tel:0216">0216.0001</a>', Outcome.LOGIN_REQUIRED),
        ('<a href="/vb/1">Quyết định số 12</a>', Outcome.OK),
    ],
    ids=["the way to the login", "the way back", "another site", "a telephone", "a paper"],
)
def test_the_way_out_of_a_refusal_is_no_content(link: str, expected: Outcome) -> None:
    """Nor is the path above it, which stands in the menu too."""
    assert outcome(f"<title>Văn bản ISO</title>{PATH}{link}") is expected


def test_a_menu_that_passes_for_a_side_column_is_no_content_either() -> None:
    """ "Tin mới" in a menu may have made the rest of it look like other news."""
    beside = PATH.replace('zone="menu"', 'zone="related"')
    assert outcome(f"<title>Văn bản ISO</title>{beside}") is Outcome.LOGIN_REQUIRED


def test_length_is_that_of_the_joined_text() -> None:
    """Counted block by block, line ends between them, it is told alike."""
    for texts in ((), ("",), ("ab",), ("ab", ""), ("ab", "cd", "e")):
        blocks = tuple(Block(text) for text in texts)
        length = len(Document("text/html", HowRead.MARKUP, blocks=blocks).text)
        assert [is_longer(blocks, least) for least in range(length + 2)] == [
            length > least for least in range(length + 2)
        ]
