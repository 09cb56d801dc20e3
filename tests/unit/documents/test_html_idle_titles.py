"""Papers that a page names without any address: a dead link, a "(xem)", a button that posts."""

from __future__ import annotations

import pytest

from domain.documents import Link, Zone
from tests.unit.documents.html_pages import page_of

_PAPER = "Quyết định về việc công bố Hệ thống quản lý chất lượng"
_KEY = "<input type=hidden name=id value=3>"


def _idle(markup: str) -> list[Link]:
    return [link for link in page_of(f"<main><h2>ISO</h2>{markup}</main>").links if link.posts]


@pytest.mark.parametrize(
    "entry",
    [
        f"<a href=''>{_PAPER}</a>",
        f"<div class=item data-link-to=cong-bo>{_PAPER}</div>",
        f"<form method=post>{_KEY}<button>{_PAPER}</button></form>",
        f"<form method=post>{_KEY}<input type=submit value='{_PAPER}'></form>",
    ],
    ids=["empty address", "key for a script", "button", "input"],
)
def test_a_title_without_an_address_is_told(entry: str) -> None:
    """It names a paper, and nothing says where it is."""
    (link,) = _idle(f"<ul><li>{entry}</li></ul>")
    assert link.text == _PAPER


@pytest.mark.parametrize(
    "entry",
    [
        f"<p>{_PAPER} <a href='#'>(xem)</a></p>",
        f"<li>{_PAPER} <a href='javascript:void(0)'>Tải về</a></li>",
        f"<form method=post>{_KEY}<button type=submit>Xem</button> {_PAPER}</form>",
        f"<tr><td>1</td><td>{_PAPER}</td><td><a href='#'>Xem chi tiết</a></td></tr>",
    ],
)
def test_what_only_offers_to_open_says_the_words_beside_it(entry: str) -> None:
    """ "(xem)" without an address stands for the title of its line."""
    wrapped = f"<table>{entry}{entry}</table>" if entry.startswith("<tr") else entry
    links = _idle(wrapped)
    assert links
    assert all(_PAPER in link.context for link in links)


def test_a_button_may_say_a_papers_number() -> None:
    """One form with a button for each paper."""
    buttons = "".join(f"<button name=id value={n}>1{n}/QĐ-UBND</button>" for n in range(3))
    assert len(_idle(f"<form method=post>{buttons}</form>")) == 3


def test_a_row_of_a_view_state_may_be_opened_by_its_button() -> None:
    """The whole page is one form then; the row tells what the button is for."""
    row = f"<tr><td>{_PAPER}</td><td><input type=submit value='Tải về'></td></tr>"
    search = "<input name=tk><input type=submit value='Xem'> Cổng thông tin của xã Tân Lập"
    page = f"<form method=post><input type=hidden name=__VIEWSTATE>{search}<table>{row * 2}</table>"
    assert [link.text for link in _idle(f"{page}</form>")] == ["Tải về"] * 2


@pytest.mark.parametrize(
    "noise",
    [
        f"<p><a href=/vb/1>{_PAPER}</a> <a href='#'>(xem)</a></p>",
        f"<div><h3><a href=/vb/1>{_PAPER}</a></h3><div><a href='#'>Xem chi tiết</a></div></div>",
        "<div><a href='#'>Xem chi tiết</a></div>",
        "<p>Năm 2026 <a href='#'>Xem</a></p>",
        f"<p>{_PAPER} <a href='#x'>(xem)</a></p><div id=x>Nội dung</div>",
        "<a href=''>Trang chủ</a><a href=''><img src=logo.png></a>",
        f"<form action=/tim><button>{_PAPER}</button></form>",
        f"<form method=post><textarea name=y></textarea><button>{_PAPER}</button></form>",
        "<form method=post><input type=radio name=b><button>Bình chọn</button>"
        "<button>Xem kết quả</button> Ông bà thấy trang này thế nào?</form>",
        f"<form method=post>{_KEY}<button>Tôi đồng ý với chính sách bảo mật</button></form>",
        f"<div class=footer><p>{_PAPER} <a href='#'>(xem)</a></p></div>",
        f"<div class=tin-khac><p>{_PAPER} <a href='#'>(xem)</a></p></div>",
        f"<div data-link=3><a href=/vb/1>{_PAPER}</a></div>",
        "<div data-link=3>Trang chủ</div>",
    ],
)
def test_what_has_an_address_or_says_nothing_is_no_such_title(noise: str) -> None:
    """Home, logos, polls, searches, the foot, and what an address beside it opens."""
    assert not _idle(noise)


def test_an_empty_address_in_a_menu_is_an_entry() -> None:
    """There fewer words name what it opens."""
    (link,) = _idle(
        "<nav><ul><li><a href=/>Trang chủ</a></li><li><a href=''>Công khai</a></ul></nav>"
    )
    assert link.zone is Zone.MENU
