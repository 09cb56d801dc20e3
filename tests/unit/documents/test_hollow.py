"""Pages whose frame came and whose list or text is a script's: told from pages that show theirs."""

from __future__ import annotations

import pytest

from crawler.visit.rendering import is_hollow
from documents.read import read_body
from documents.rendered import MARK
from domain.documents import Need
from tests.unit.documents.html_pages import page_of

FRAME = """<html><head><title>Văn bản</title><script src="/js/list.js"></script></head><body>
<header><h1>UBND xã A</h1></header>
<nav class="menu"><ul><li><a href="/">Trang chủ</a></li>
<li><a href="/tin">Tin tức</a></li></ul></nav>
<main>{}</main><footer>UBND xã A, huyện B. Điện thoại: 0216 3 852 000</footer></body></html>"""
SAID = "<p>Xã A nằm ở phía tây của huyện, có bảy thôn bản và hơn bốn nghìn nhân khẩu.</p>"


def hollow(main: str, frame: str = FRAME) -> bool:
    """Whether a page with this main part is hollow."""
    return is_hollow(read_body(frame.replace("{}", main).encode()))


@pytest.mark.parametrize(
    "main",
    [
        '<h2>Văn bản mới</h2><div id="danh-sach"></div>',
        "<h2>Văn bản</h2><p>Đang tải dữ liệu, xin chờ...</p>",
        '<ul><li ng-repeat="v in ds"><a href="#">{{v.tieuDe}}</a> {{v.ngay | date}}</li></ul>',
        "<h2>Văn bản</h2><p>Trình duyệt của quý vị không hỗ trợ JavaScript, hãy bật lên.</p>",
    ],
    ids=["empty", "loading", "template", "a plea"],
)
def test_a_frame_around_nothing_is_hollow(main: str) -> None:
    """Its menu and footer are no text of its own."""
    assert hollow(main)


@pytest.mark.parametrize(
    "main",
    [SAID, '<ul><li><a href="/vb/1">Quyết định 12</a></li></ul>', "<p>Loading Bay</p>" + SAID],
    ids=["text", "list", "words that only begin like waiting"],
)
def test_a_page_that_shows_something_is_not(main: str) -> None:
    """Text or one link of its own is enough: it came without a browser."""
    assert not hollow(main)


def test_without_scripts_there_is_nothing_to_wait_for() -> None:
    """An empty section is empty, whoever looks."""
    assert not hollow("", FRAME.replace('<script src="/js/list.js"></script>', ""))


def test_papers_and_nothing_are_not() -> None:
    """Only web pages can be."""
    assert not is_hollow(None)
    assert not is_hollow(read_body(b"plain <script> text"))


INTRODUCTION = "<p>Trang này tập hợp các văn bản về hệ thống quản lý chất lượng của xã.</p>"


@pytest.mark.parametrize(
    ("main", "empty"),
    [
        (INTRODUCTION + '<div id="ds"></div>', True),
        (INTRODUCTION + '<div id="fb-root"></div>', False),
        (INTRODUCTION + '<div id="ds"><p>Chưa có văn bản.</p></div>', False),
        (INTRODUCTION + '<a href="/vb/1">Quyết định 12</a><div id="ds"></div>', False),
        (INTRODUCTION + '<div id="ds"></div><button onclick="tai()">Xem thêm</button>', True),
        (SAID * 5 + '<div id="ds"></div>', False),
    ],
    ids=["a list to come", "a frame's box", "filled", "a link", "a pager", "an article"],
)
def test_an_introduction_above_an_empty_box_is_hollow(main: str, empty: bool) -> None:
    """The list that it speaks of is a script's; boxes of the frame and long texts are not."""
    assert hollow(main) is empty


WAITING = "<p>Dữ liệu đang được nạp. Quý vị vui lòng đợi để hệ thống hiện danh sách.</p>"


def test_what_still_waits_after_its_scripts_ran_was_not_seen() -> None:
    """A script that is dead leaves the words; an empty page that was shown is empty."""
    for main, expected in ((WAITING, True), ("", False), ("<p>Đang cập nhật dữ liệu</p>", False)):
        page = MARK + FRAME.replace("{}", main)
        assert is_hollow(read_body(page.encode())) is expected
    assert hollow(WAITING)


BESIDE = (
    '<aside class="tin-moi"><h3>Tin mới nhất</h3><ul><li><a href="/tin/1">Tin một</a></li></ul>'
)
YEARS = (
    '<form action="/tra-cuu"><select name="nam"><option>2025</option><option>2026</option></select>'
    '<input type="submit" value="Xem"></form>'
)
BOX = '<h2>ISO</h2><div id="dsVanBan"></div>'


@pytest.mark.parametrize(
    ("main", "empty"),
    [
        (BOX, True),
        (INTRODUCTION + BOX, True),
        ('<h2>ISO</h2><div id="ds"><p>Loading...</p></div>', True),
        ("<h2>ISO</h2>", True),
        ("<h2>ISO</h2><p>Nội dung đang được cập nhật...</p>", False),
        ("<h2>ISO</h2><p>Chưa có bài viết nào.</p>", False),
        (SAID + '<div id="chan-trang"></div>', False),
        ('<h2>ISO</h2><ul><li><a href="/vb/1">Quyết định 12</a></li></ul>', False),
        (f"<h2>ISO</h2>{YEARS}", False),
    ],
    ids=[
        *("box", "introduction", "loading", "heading", "updating", "none yet", "article", "list"),
        "form",
    ],
)
def test_news_beside_it_does_not_make_a_page_whole(main: str, empty: bool) -> None:
    """A sidebar of other news stands on every page; what says that it is empty is."""
    assert hollow(main, FRAME.replace("</main>", f"</main>{BESIDE}")) is empty


def test_the_path_above_the_heading_is_no_content() -> None:
    """The links of the menu stand there once more, whatever the box is called."""
    path = '<div class="vet"><a href="/">Trang chủ</a> &gt; <a href="/tin">Tin tức</a></div>'
    assert hollow(path + BOX)
    assert not hollow(BOX.replace("ISO", "Tin") + '<p><a href="/tin">Tin tức của xã</a></p>')


def test_the_path_that_ends_in_a_long_title_is_no_text_of_its_own() -> None:
    """A paper's title twice over, and a box that still loads: the paper is not there yet."""
    title = (
        "Quyết định ban hành Danh mục thủ tục hành chính áp dụng Hệ thống quản lý chất lượng " * 2
    )
    path = f"<div>Trang chủ &gt; Công khai &gt; {title}</div>"
    assert hollow(f"{path}<h2>{title}</h2><div>Dữ liệu đang được nạp, vui lòng đợi.</div>")
    assert hollow(f"{path}<h2>{title}</h2>")
    assert not hollow(f"{path}<h2>{title}</h2>{SAID}")


def test_a_word_or_two_are_no_entry_of_a_list() -> None:
    """A login above the heading, and what shares the page beside the box for its list."""
    login = '<div class="tren"><a href="/dang-nhap?ve=/">Đăng nhập</a></div>'
    share = '<a href="https://facebook.com/sharer?u=/iso">Chia sẻ</a>'
    assert hollow(login + BOX)
    assert hollow(BOX + share)
    assert hollow(login + INTRODUCTION + BOX + share)
    assert not hollow(login + '<p>Không có gì khớp với tìm kiếm của bạn.</p><div id="kq"></div>')
    file = '<a href="/tep/1.pdf">Tải về</a>'
    assert not hollow(login + BOX.replace("ISO", "Văn bản") + file)
    assert not hollow('<h2>ISO</h2><p>Tài liệu: <a href="/gui?u=/iso">Chia sẻ</a></p>')


def test_words_above_a_box_for_a_list_do_not_fill_it() -> None:
    """ "Vui lòng chọn năm", or what is shown if nothing is found, stands there beforehand."""
    assert hollow('<p>Vui lòng chọn năm.</p><div id="dsVanBan"></div>')
    assert hollow('<p style="display:none">Không tìm thấy văn bản.</p><ul id="danh-sach"></ul>')


def test_a_form_in_the_foot_is_no_page_of_its_own() -> None:
    """It stands below every page; the section above it is empty all the same."""
    foot = FRAME.replace("</main>", f"</main>{BESIDE}").replace("<footer>", f"<footer>{YEARS}")
    assert hollow("<h2>ISO</h2>", foot)


ASIDE = "<aside><h3>Thống kê truy cập</h3>{}</aside>"


def beside(box: str, main: str = f"<h2>Giới thiệu</h2>{SAID}") -> bool:
    """Whether a page with such a box behind its main part is hollow."""
    return hollow(main, FRAME.replace("</main>", f"</main>{box}"))


@pytest.mark.parametrize(
    "box",
    [
        ASIDE.format('<div id="counter">Đang tải...</div>'),
        ASIDE.format('<div id="luot"></div>'),
        '<div id="ty-gia"></div><div id="gia-vang"></div><div id="lich-am"></div>',
        '<ul id="chay-chu"></ul><div id="data-thong-ke"></div><table id="tbl_thongke"></table>',
        '<div id="counter">Đang tải...</div>',
    ],
    ids=["says so", "empty", "rates", "figures", "no column"],
)
def test_what_stands_beside_a_page_says_nothing_of_it(box: str) -> None:
    """A counter that still loads, or any empty box outside the part with the heading."""
    assert not beside(box)


def test_a_counter_that_never_loads_leaves_a_shown_page_shown() -> None:
    """Its script may be blocked; the page's own words, or that there are none, were seen."""
    frame = FRAME.replace("</main>", "</main>" + ASIDE.format("<div id=counter>Đang tải...</div>"))
    page = MARK + frame.replace("{}", f"<h2>Giới thiệu</h2>{SAID}")
    assert not is_hollow(read_body(page.encode()))
    assert is_hollow(read_body((MARK + frame.replace("{}", WAITING)).encode()))


def test_a_box_in_the_part_with_the_heading_is_the_pages_own() -> None:
    """Whatever it is called, and whatever is around the whole page; a list's may stand anywhere."""
    own = f'<h2>Thống kê</h2>{SAID}<div id="thong-ke"></div>'
    assert beside("", own.replace("thong-ke", "ket-so"))
    assert beside('<div id="ds-van-ban"></div>')
    for wrapper in ('<div class="menu-left">', '<div class="row"><div class="col-md-3">'):
        frame = FRAME.replace("<main>", wrapper).replace("</main>", "</div>")
        assert hollow(own.replace("thong-ke", "ket-so"), frame)


@pytest.mark.parametrize(
    "said",
    [
        "<p>Nội dung đang cập nhật...</p>",
        "<p>Chưa có dữ liệu</p>",
        "<div id=ds><p>Đang cập nhật</p></div>",
    ],
)
def test_what_a_page_of_scripts_says_is_not_there_yet_is_shown_first(said: str) -> None:
    """A list without entries says its words before a script fills it; once shown, they count."""
    assert hollow(f"<h2>ISO</h2>{said}")
    assert not is_hollow(read_body((MARK + FRAME.replace("{}", f"<h2>ISO</h2>{said}")).encode()))


def test_a_narrow_column_holds_no_list_to_come() -> None:
    """Most portals name no main part: the column beside the heading's tells."""
    row = f'<div class="row"><div class="col-md-9"><h2>Giới thiệu</h2>{SAID}</div>{{}}</div>'
    frame = FRAME.replace("<main>", "").replace("</main>", "")
    assert not hollow(row.format('<div class="col-md-3"><div id="hop"></div></div>'), frame)
    assert hollow(row.format('<div class="col-md-12"><div id="hop"></div></div>'), frame)


def test_a_table_that_a_script_posts_for_is_not_seen() -> None:
    """Links beside it are none of its rows; once it has rows, they are there."""
    script = (
        "<script>$('#t').DataTable({serverSide: true, ajax: {url: '/vb', type: 'POST'}})</script>"
    )
    table = (
        "<table id=t><thead><tr><th>Số</th><th>Trích yếu</th></tr></thead><tbody>{}</tbody></table>"
    )
    listed = '<ul><li><a href="/vb/1">Quyết định kiện toàn Ban chỉ đạo</a></li></ul>'
    assert hollow(listed + table.replace("{}", "") + script)
    assert not hollow(listed + table.replace("{}", "<tr><td>1</td><td>Tờ 1</td></tr>") + script)
    rates = table.replace("{}", "").replace("Trích yếu", "Ngày")
    assert not hollow(listed + rates + script.replace("DataTable", "tabs"))


BOXES_BELOW = (
    "<h3>Liên kết website</h3><select onchange='window.open(this.value)'><option>Chọn trang"
    "<option value='https://chinhphu.example.vn/'>Cổng thông tin Chính phủ</select>"
    "<h3>Thời tiết</h3><iframe src='https://thoitiet.example.vn/w'></iframe>"
    "<h3>Thăm dò ý kiến</h3><p>Giao diện mới của cổng thông tin điện tử thế nào? Đẹp, chưa đẹp.</p>"
    "<a href='https://mail.example.vn/'>Thư điện tử công vụ</a>"
    "<p>Đường dây nóng: <a href='tel:02160001'>0216.0001</a> <a href='https://zalo.me/1'>Zalo</a></p>"
)


@pytest.mark.parametrize("waiting", ["<p>Đang tải danh sách...</p>", '<div id="dsVanBan"></div>'])
def test_boxes_below_fill_no_list(waiting: str) -> None:
    """Other sites, a poll and the weather are not what the page is about."""
    assert hollow(f"<h2>Tài liệu ISO</h2>{waiting}{BOXES_BELOW}")
    assert not hollow(f"<h2>Tài liệu ISO</h2><a href='/mtcl'>Mục tiêu chất lượng</a>{BOXES_BELOW}")


def test_a_plea_for_scripts_makes_no_shell_of_a_page_that_leads_on() -> None:
    """Templates have it on every page; an app's root and no link is one."""
    plea = "<noscript>Trình duyệt của bạn không hỗ trợ JavaScript.</noscript>"
    page = f"<html><body><h3>Văn bản</h3>{{}}{plea}<script src=/a.js></script></body></html>"
    assert Need.BROWSER in page_of(page.format("")).needs
    assert Need.BROWSER not in page_of(page.format("<iframe src=/ds.asp?loai=3></iframe>")).needs
    assert Need.BROWSER in page_of(page.format("<a href=tel:0216>0216</a>")).needs


def test_a_frame_whose_page_could_not_be_put_in_its_place_was_not_seen() -> None:
    """It stands behind an attribute that is not told apart from the element's end."""
    page = "<h2>ISO</h2><p>Các tài liệu của xã được công khai tại đây.</p>{}"
    inner = "<p>Mục tiêu chất lượng năm 2026</p>"
    assert not hollow(page.format(f'<iframe srcdoc="{inner}"></iframe>'))
    assert hollow(page.format(f'<iframe title="ISO > 2026" srcdoc="{inner}"></iframe>'))
