"""Pagers that no plain link makes: posts, buttons, scripts; and the form that is posted."""

from __future__ import annotations

import pytest

from documents.html.forms import PostForm, post_form
from domain.documents import Need, Zone
from tests.unit.documents.html_pages import page_of

MORE = [
    "<a href=\"javascript:__doPostBack('lb','')\">Xem thêm</a>",
    '<button onclick="loadMore()">Xem thêm văn bản</button>',
    "<a href='javascript:void(0)' class='load-more'>Xem thêm</a>",
    "<a href='#' id=btnXemThem class=btn-more>Xem thêm »</a>",
    "<a href='javascript:;' data-page=2>2</a>",
    '<span onclick="GotoPage(2)">2</span>',
    "<li onclick=\"__doPostBack('pg','2')\">2</li>",
    "<input type=submit name=ctl00$btnSau value='Trang sau'>",
    "<input type=button value='Tiếp theo' onclick=\"__doPostBack('ctl00$next','')\">",
    "<input type=image name=sau alt='Trang sau' src=x.gif>",
    "<a href=\"javascript:__doPostBack('gv','Page$Next')\"><img src=n.gif></a>",
]


@pytest.mark.parametrize("control", MORE)
def test_what_turns_a_list_without_an_address_is_seen(control: str) -> None:
    """A button, script or post that goes on with a list is a link that cannot simply be opened."""
    page = page_of(f"<form method=post><h2>Văn bản</h2><p>Một danh sách.</p>{control}</form>")
    (link,) = page.links
    assert link.posts
    assert link.zone is Zone.PAGING
    assert page.needs == (Need.POST_PAGING,)


@pytest.mark.parametrize(
    "control",
    [
        '<button onclick="toggleMenu()">Xem thêm</button>',
        "<a href='javascript:void(0)' class=readmore>Xem thêm</a>",
        "<input type=submit name=tim value='Tìm kiếm'>",
        "<input type=submit name=x value='Trang sau' disabled>",
        "<button class=btn-more>Đóng</button>",
        "<div class=calendar><a href=\"javascript:__doPostBack('c','9431')\">12</a></div>",
        "<a href=#top class=page>Đầu trang</a>",
    ],
)
def test_other_buttons_turn_nothing(control: str) -> None:
    """What folds, searches, closes or shows a day leaves no page of a list unseen."""
    page = page_of(f"<form method=post><h2>Văn bản</h2><p>Một danh sách.</p>{control}</form>")
    assert not page.needs
    assert not [link for link in page.links if link.zone is Zone.PAGING]


FORM = """<form method=post action="./ds.aspx?id=3"><input type=hidden name=__VIEWSTATE value="a=">
<input name=tk value="từ khóa"><input type=password name=mk value=1><input type=file name=f>
<input type=checkbox name=c1 value=x checked><input type=checkbox name=c2><input disabled name=d>
<select name=nam><option value=0>Tất cả<option value=2026 selected>2026</select>
<select name=loai><option>Một<option>Hai</select><textarea name=gc>ghi</textarea>
<input type=submit name=tim value=Tim><input type=hidden name=__EVENTTARGET value=""></form>"""


def test_a_form_is_posted_as_a_browser_would_page_it() -> None:
    """Chosen and typed values go along; passwords, files, buttons and what is disabled do not."""
    form = post_form(f"<form action=/tim><input name=q></form>{FORM}".encode())
    assert form is not None
    assert form.action == "./ds.aspx?id=3"
    assert form.raising("gv", "Page$2") == (
        ("__EVENTTARGET", "gv"),
        ("__EVENTARGUMENT", "Page$2"),
        ("__VIEWSTATE", "a="),
        ("tk", "từ khóa"),
        ("c1", "x"),
        ("nam", "2026"),
        ("loai", "Một"),
        ("gc", "ghi"),
    )
    assert form.pressing("sau", "Trang sau")[-1] == ("sau", "Trang sau")


def test_of_a_button_that_is_a_picture_the_place_clicked_is_sent() -> None:
    """Servers know such a button by the two coordinates alone."""
    page = "<form><input type=hidden name=__VIEWSTATE value=a><input type=IMAGE name=sau></form>"
    form = post_form(page.encode())
    assert form is not None
    assert form.pressing("sau", "")[-2:] == (("sau.x", "1"), ("sau.y", "1"))


def test_only_a_page_with_a_view_state_has_such_a_form() -> None:
    """Comment, search and login forms are never what is posted."""
    assert post_form(b"<form method=post><input name=binhluan><input type=submit></form>") is None
    huge = f"<form><input type=hidden name=__VIEWSTATE value={'a' * 3_000_001}></form>"
    assert post_form(huge.encode()) is None
    assert post_form(b"<input type=hidden name=__VIEWSTATE>") is None
    assert PostForm("", ()).raising("a", "b") == (("__EVENTTARGET", "a"), ("__EVENTARGUMENT", "b"))
