"""What is pressed and has no address: it goes on with a list, opens a paper, or leads nowhere."""

from __future__ import annotations

import pytest

from domain.documents import Link, Zone
from tests.unit.documents.html_pages import page_of

_LIST = "<ul><li><a href=/tin/1>Thông báo lịch tiếp dân tháng 1 của xã</a></li></ul>"
_PAPER = "Quyết định về việc công bố Hệ thống quản lý chất lượng"

GOES_ON = [
    '<button class="btn" onclick="getData(2)">Xem thêm</button>',
    '<button id="more" type="button">Xem thêm</button>',
    "<button>Xem thêm</button>",
    '<a href="#" class="more">Xem thêm</a>',
    '<a href="#" id="nap">Tải thêm văn bản</a>',
    '<div class="xt" onclick="hienThi()">Hiển thị thêm văn bản</div>',
    '<a role="button" tabindex="0" class="nut">Xem tất cả</a>',
    '<input type="button" value="Xem thêm" onclick="f2()">',
    '<span class="so" onclick="xem(2)">2</span>',
    '<ul class="trang"><li>1</li><li data-p="2">2</li></ul>',
    '<button onclick="tiep()">Trang sau</button>',
    '<a href="#" onclick="return false">Load more</a>',
    "<p>Trang 1/3</p>",
]


def _by_script(markup: str) -> list[Link]:
    return [link for link in page_of(f"<main><h2>ISO</h2>{markup}</main>").links if link.posts]


@pytest.mark.parametrize("control", GOES_ON)
def test_words_alone_tell_what_goes_on_with_a_list(control: str) -> None:
    """A button without an address is a pager by what it says, whatever its script is called."""
    (link,) = _by_script(_LIST + control)
    assert link.zone is Zone.PAGING


OPENS = [
    "<button class=dl data-id=1>Tải về</button>",
    "<a href='#' class=dl data-id=1>Tải về</a>",
    "<span onclick=\"tai('1')\">Tải về</span>",
    "<input type=button value='Tải về' onclick='tai(1)'>",
]


@pytest.mark.parametrize("control", OPENS)
def test_a_row_whose_paper_only_a_script_opens_is_a_link_with_its_row(control: str) -> None:
    """The title of the row is what its "Tải về" may open."""
    rows = "".join(f"<tr><td>1{n}</td><td>{_PAPER}</td><td>{control}</td></tr>" for n in range(2))
    links = _by_script(f"<table>{rows}</table>")
    assert [link.text for link in links] == ["Tải về"] * 2
    assert all(_PAPER in link.context for link in links)


@pytest.mark.parametrize(
    "control",
    [
        f"<li><a href='#' class=view>{_PAPER}</a></li>",
        f"<li onclick=\"xem('1')\">{_PAPER}</li>",
        f"<li><button type=button onclick=\"xem('1')\">{_PAPER}</button></li>",
        f"<li><span data-id=1>{_PAPER}</span></li>",
        f"<li><a href='#' class=mo-popup data-id=1>{_PAPER}</a></li>",
        f"<li><button data-toggle=modal data-target=#m data-id=1>{_PAPER}</button></li>",
        f"<li onclick=\"xem('search-12')\">{_PAPER}</li>",
    ],
)
def test_a_title_that_only_a_script_opens_is_a_link(control: str) -> None:
    """A paper named by its title is told of, though nothing says where it is."""
    (link,) = _by_script(f"<ul>{control}</ul>")
    assert link.text == _PAPER


def test_a_row_that_is_pressed_as_a_whole_says_its_cells() -> None:
    """Number and title stand apart."""
    (link,) = _by_script(f"<table><tr onclick=xem(1)><td>12</td><td>{_PAPER}</td></tr></table>")
    assert link.text.split(" ", 1) == ["12", _PAPER]


@pytest.mark.parametrize(
    "entry",
    [
        "<li onclick=\"go('iso')\">ISO 9001:2015",
        "<li onclick=chonMenu(3)>ISO 9001:2015",
        "<li><span data-id=12>ISO 9001:2015",
        "<li><a href='#' data-muc=12>ISO 9001:2015</a>",
        "<li><a href='#'>ISO 9001:2015</a>",
        "<li><a href='javascript:;' class='dropdown-toggle' role=button>ISO 9001:2015</a>",
    ],
)
def test_a_menu_entry_that_only_a_script_opens_is_a_link(entry: str) -> None:
    """It stands in the menu and has no address."""
    (link,) = _by_script(f"<nav><ul><li><a href=/>Trang chủ</a></li>{entry}</ul></nav>")
    assert (link.text, link.zone) == ("ISO 9001:2015", Zone.MENU)


@pytest.mark.parametrize(
    "entry",
    [
        "<li class=active><a href='#' class=active>Công khai ISO</a></li>",
        "<li><a href='#'>Công khai ISO</a><ul><li><a href=/vb>Quyết định</a></li></ul></li>",
        "<li><a href='#' data-toggle=dropdown>Công khai ISO</a></li>",
        "<li><a href='#'>Công khai ISO</a></li><li><a href=/iso>Công khai ISO</a></li>",
        "<li><a href='#'>Trang chủ</a></li>",
    ],
    ids=["the page itself", "it folds out", "it says so", "addressed elsewhere", "home"],
)
def test_an_idle_entry_of_a_menu_with_another_use_is_none(entry: str) -> None:
    """What it stands for is there, or can be reached by another entry."""
    assert not _by_script(f"<nav><ul>{entry}<li><a href=/tin>Tin tức</a></li></ul></nav>")


_TAB = "<ul><li><a data-toggle=tab href='#t2'>Văn bản hệ thống</a></li></ul>"


def test_a_tab_leads_on_only_where_its_panel_is_not_on_the_page() -> None:
    """What is folded away is read with the page; an empty panel is filled by a script."""
    assert [link.text for link in _by_script(f"{_TAB}<div id=t2></div>")] == ["Văn bản hệ thống"]
    assert not _by_script(f"{_TAB}<div id=t2>Quyết định 12</div>")
    assert not _by_script(f"{_TAB}<div id=t2><iframe src=/ds></iframe></div>")


@pytest.mark.parametrize(
    "noise",
    [
        "<button class=navbar-toggler onclick=moRong()>☰</button>",
        "<button data-id=1>Menu</button>",
        "<a href=#carousel class=carousel-control-next data-slide=next>Next</a>",
        "<button onclick=chuyen(1)>‹</button><button onclick=chuyen(2)>Next</button>",
        "<button class=slick-dot role=tab>2</button>",
        "<a href='#' class=readmore>Xem thêm</a>",
        "<a href='#them' data-toggle=collapse>Xem thêm</a><div id=them>Phần còn lại</div>",
        "<button onclick=\"openTab(event, 'hn')\">Tin Hà Nội</button><div id=hn>Tin</div>",
        "<a href='#muc1'>Mục tiêu chất lượng của cơ quan ta</a><h3><a name=muc1></a>Mục tiêu</h3>",
        "<a href='#' data-toggle=dropdown class=dropdown-toggle data-id=3>Văn bản</a>",
        "<ul><li onclick='mo(this)'>Văn bản<ul><li><a href=/vb>Quyết định</a></ul></ul>",
        "<ul><li><span data-id=2>Văn bản</span><ul><li><a href=/vb>Quyết định</a></ul></ul>",
        f"<ul><li><a href=/vb/1>{_PAPER}</a><button data-id=1>Tải về</button></ul>",
        f"<div><h3><a href=/vb/1>{_PAPER}</a></h3><button data-id=1>Tải về</button></div>",
        "<button onclick=acceptAll()>Đồng ý tất cả</button>",
        "<span onclick=timKiem()>Tìm kiếm</span>",
        "<span onclick='chiaSe(1)'>Chia sẻ lên Facebook</span>",
        "<button onclick=guiYKien()>Gửi ý kiến</button>",
        "<button onclick=window.print()>In trang này</button>",
        "<a href='#top'>Lên đầu trang</a>",
        "<nav><button>Xem thêm</button></nav>",
        "<p>Trang 3/3</p>",
        "<p>Trang 1/1</p><p><a href='#'>«</a> <b>1</b> <a href='#'>»</a></p>",
        "<button onclick=lich(1)>Tháng trước</button><button onclick=lich(2)>Tháng sau</button>",
        "<button onclick=moMenu()>Danh mục</button>",
        "<p>Trang 1/3 <a href='?p=2'>Sau</a></p>",
        "<table><tr>"
        + "".join(f"<td onclick=ngay({n})>{n}</td>" for n in range(1, 31))
        + "</table>",
    ],
)
def test_tools_of_the_page_lead_nowhere(noise: str) -> None:
    """Menus, tabs, arrows, search, cookies and what has an address beside it leave no gap."""
    assert not _by_script(_LIST + noise)


def test_an_address_kept_beside_an_empty_script_is_followed() -> None:
    """ "Xem thêm" may name the address that its script asks for."""
    more = "<a class=load-more href='javascript:void(0)' data-url='/iso?trang=2'>Xem thêm</a>"
    again = "<a href='#' onclick='tai(this)' data-url='/iso?trang=3'>Xem thêm</a>"
    for markup, address in ((more, "/iso?trang=2"), (again, "/iso?trang=3")):
        assert [(one.href, one.posts) for one in page_of(markup).links] == [(address, False)]


def test_a_forms_button_that_turns_a_list_is_told_once() -> None:
    """A picture of WebForms is posted by its name: it is no second pager that nobody can press."""
    body = (
        '<form method="post" action="/ds.aspx"><input type="hidden" name="__VIEWSTATE" value="x" />'
        '<ul><li><a href="/vb/1">Quyết định 12</a></li></ul><input type="image" name="h$sau" '
        'src="/sau.gif" alt="Trang sau" title="Trang sau" /></form>'
    )
    page = page_of(f"<main>{body}</main>")
    assert len([link for link in page.links if link.posts]) == 1


MARKS = [
    "<a href='javascript:;' onclick='tai(1)'><i class='fa fa-download'></i></a>",
    "<a href='javascript:tai(1)'><img src='/a.png'></a>",
    "<a href=\"javascript:__doPostBack('a$tai','')\"><img src='/a.png'></a>",
    "<button data-id=1><i class='fa'></i></button>",
]


@pytest.mark.parametrize("mark", MARKS)
def test_a_mark_without_words_opens_the_row_it_stands_in(mark: str) -> None:
    """An arrow down, a disk: what the row says is what it opens."""
    rows = "".join(f"<tr><td>1{n}</td><td>{_PAPER}</td><td>{mark}</td></tr>" for n in range(2))
    links = _by_script(f"<table>{rows}</table>")
    assert len(links) == 2
    assert all(_PAPER in link.text for link in links)


@pytest.mark.parametrize(
    "row",
    [
        f"<td><a href=/vb/1>{_PAPER}</a></td><td>{MARKS[0]}</td>",
        f"<td>{_PAPER}</td><td><a href='#'><i class='fa'></i></a></td>",
        f"<td>{_PAPER}</td><td><a href='javascript:window.print()'><i></i></a></td>",
        f"<td>12</td><td>{MARKS[0]}</td>",
    ],
    ids=["an address beside it", "nothing answers", "prints", "a row that says nothing"],
)
def test_other_marks_open_nothing(row: str) -> None:
    """Beside an address, or in a row of figures, a mark is a tool of the page."""
    assert not _by_script(f"<table><tr>{row}</tr><tr>{row}</tr></table>")


@pytest.mark.parametrize(
    "entry",
    [
        '<a role="menuitem" tabindex="0">Công khai ISO</a>',
        '<a ng-click="vm.mo(3)">Công khai ISO</a>',
        '<div @click="mo(3)">Công khai ISO</div>',
        '<li><a routerlink="/iso">Công khai ISO</a></li>',
    ],
)
def test_an_entry_that_a_framework_answers_for_leads_on(entry: str) -> None:
    """It has no address and no onclick; its role or the framework's own mark tells."""
    (link,) = _by_script(entry)
    assert link.text == "Công khai ISO"


@pytest.mark.parametrize(
    "entry",
    [
        '<a role="menuitem" class="nav-link active">Công khai ISO</a>',
        '<a role="menuitem" aria-haspopup="true">Công khai ISO</a>',
        "<a>Công khai ISO</a>",
    ],
    ids=["the page itself", "it opens a menu", "an anchor"],
)
def test_an_entry_that_leads_nowhere_is_none(entry: str) -> None:
    """The page one is on, and what unfolds the entries below it."""
    assert not _by_script(entry)


def test_a_pager_can_be_a_mark_with_a_label() -> None:
    """What is read aloud of it says what it does; an address of "#!" is none."""
    (link,) = _by_script(_LIST + '<button aria-label="Trang sau"><i class="fa"></i></button>')
    assert (link.zone, link.title) == (Zone.PAGING, "Trang sau")
    (link,) = _by_script(_LIST + '<a href="#!" data-ci-pagination-page="2">2</a>')
    assert link.zone is Zone.PAGING


def test_a_button_beside_several_titles_is_no_tool_of_one() -> None:
    """A card has one title and its button; a list has more, and its button another use."""
    rows = [f"<p><a href=/vb/{n}>Thông báo lịch tiếp dân tháng {n} của xã</a></p>" for n in (1, 2)]
    button = '<button data-id="4">Văn bản ISO</button>'
    assert not _by_script(f"<div>{rows[0]}{button}</div>")
    assert len(_by_script(f"<div>{''.join(rows)}{button}</div>")) == 1
