"""Pagers that are no links: arrows, numbers and words below a list that only a script answers."""

from __future__ import annotations

import time

import pytest

from domain.documents import Link, Zone
from tests.unit.documents.html_pages import page_of

_TITLES = [f"Thông báo lịch tiếp công dân tháng {n} của xã" for n in range(1, 6)]
_LIST = (
    "<ul>" + "".join(f"<li><a href=/tin/{n}>{t}</a></li>" for n, t in enumerate(_TITLES)) + "</ul>"
)
_CARDS = "".join(f"<div><a href=/{n}><img src={n}.jpg>{t}</a></div>" for n, t in enumerate(_TITLES))
_ROWS = "".join(f"<tr><td>{n}</td><td>{t}</td></tr>" for n, t in enumerate(_TITLES))


def _turns(markup: str) -> list[Link]:
    links = page_of(f"<main><h2>Văn bản</h2>{markup}</main>").links
    return [link for link in links if link.posts and link.zone is Zone.PAGING]


GOES_ON = [
    "<div>Trang <input type=number value=1> / 7 <input type=button value='Đi'></div>",
    "<div><label>Trang <input value=1 size=2></label> / 7</div>",
    "<div>Trang: <select id=pg><option>1</option><option>2</option></select></div>",
    "<div class=nx><a href='#'><img src='/next.gif'></a></div>",
    "<div class=nx><a href='javascript:f()'><i class='fa fa-angle-right'></i></a></div>",
    "<div class=nx><i class='fa fa-chevron-right'></i></div>",
    "<div class=nx><button aria-label='Trang sau'>›</button></div>",
    "<div class=nx><b>«</b><b>»</b></div>",
    "<div class=nx><span>Cũ hơn</span></div>",
    "<div><span class=disabled>« Trước</span> <span>Sau »</span></div>",
    "<div class=dataTables_paginate><a class='paginate_button previous disabled'>Trước</a>"
    "<a class='paginate_button next'>Sau</a></div>",
    "<ul class=ant-pagination><li><a rel=nofollow>1</a></li><li title=2><a>2</a></li></ul>",
    "<ul class=pagination><li class=active><span>1</span></li><li><span>2</span></li></ul>",
    "<ul class=phan-trang><li class=prev><a>‹</a></li><li class=next><a>›</a></li></ul>",
    "<nav><ul class=pagination><li class=active><span>1</span></li><li><span>2</span></li></ul>"
    "</nav>",
    "<nav><ul><li>1</li><li>2</li></ul></nav>",
    "<nav>Trang 1 / 3</nav>",
    "<nav><i class='fa fa-chevron-right'></i></nav>",
    "<div role=navigation><b>1</b> <b>2</b></div>",
    "<div class=nav-links><span>1</span><span>2</span></div>",
    "<div class=load-more>Xem thêm</div>",
    "<p class=xt><span>Tải thêm văn bản...</span></p>",
]


@pytest.mark.parametrize("pager", GOES_ON)
def test_what_a_script_turns_a_list_by_is_told(pager: str) -> None:
    """The list has further pages, though nothing on the page can be opened."""
    (link,) = _turns(_LIST + pager)
    assert link.section == "Văn bản"
    assert len(_turns(f"<div><table>{_ROWS}</table></div>{pager}")) == 1


@pytest.mark.parametrize(
    "rest",
    [
        "<ul class=pagination><li class=active><span>1</span></li></ul>",
        "<ul class=pagination><li><a>‹</a></li><li><a>1</a></li><li><a>›</a></li></ul>",
        "<div><a class='previous disabled'>Trước</a><a class='next disabled'>Sau</a></div>",
        "<div><button disabled>›</button></div>",
        "<div><span aria-disabled=true>Cũ hơn</span></div>",
        "<div>Trang <input value=7> / 7</div>",
        "<div>Trang <input value=1> / 1</div>",
        "<p align=center>Trang: <a href='?p=1'>1</a> | <b>2</b></p>",
        "<div><a href='?p=2'>2</a> <b>»</b></div>",
        "<div class=slider-nav><b>‹</b><b>›</b></div>",
        "<div class='nx slick-next'><i class='fa fa-angle-right'></i></div>",
        "<div class=fc-toolbar><span class='fc-icon fc-icon-chevron-right'></span></div>",
        "<div class=lich><b>‹</b> <b>›</b></div>",
        "<p>Xem <i class='fa fa-angle-right'></i> các mục khác của cổng thông tin này</p>",
        "<a href=/tin/9><i class='fa fa-angle-right'></i></a>",
        "<table><tr><th>Trước</th><th>Sau</th></tr></table>",
        "<div class=footer><b>‹</b><b>›</b></div>",
        "<div class=sidebar><b>‹</b><b>›</b></div>",
        "<p>Trước</p>",
        "<ul class=pager><li class=disabled><a href='javascript:;'>Đầu tiên</a></li>"
        "<li class=disabled><a href='javascript:;'>Tiếp theo →</a></li></ul>",
        "<nav><ul class=pagination><li><span>1</span></li></ul></nav>",
        "<p>Xem thêm:</p>",
        "<p><button data-url='/ajax?trang=2' onclick='taiThem(this)'>Xem thêm</button></p>",
        "<p>Xem thêm</p><div><div><a href=/z>Quy chế làm việc của xã</a></div></div>",
        "<div><a href=/tin><span>Xem thêm</span></a></div>",
        "<div class=nav><i class='fa fa-chevron-right'></i></div>",
        "<nav><ul><li>1</li><li><a href=/x>Giới thiệu</a></li><li>2</li></ul></nav>",
        "<ul class=pagination><li class=disabled><span>«</span></li><li><span>1</span></li>"
        "<li class=disabled><span>»</span></li></ul>",
        " <i class=fa-angle-right></i>".join(f"<a href=/m>{t}</a>" for t in _TITLES),
    ],
    ids=[
        "one page", "one page with arrows", "both ends", "disabled", "said to be disabled",
        "last page", "only page", "last page with addresses", "addresses", "slider", "carousel",
        "calendar's arrow", "calendar", "bullet in a line", "an address", "a table's head",
        "foot", "side column", "back only", "both ends of Liferay",
        "one page in a nav", "a label", "a button with an address", "a heading",
        "more with an address",
        "arrow of a menu", "menu",
        "one page of Bootstrap", "a path",
    ],
)  # fmt: skip
def test_what_turns_nothing_leaves_no_gap(rest: str) -> None:
    """A list that is whole stays whole: its absence of a paper can be relied on."""
    assert not _turns(_LIST + rest)


def test_arrows_turn_a_list_only_below_one() -> None:
    """Alone, below two entries or below pictures they turn something else."""
    arrows = "<div><b>‹</b><b>›</b></div>"
    assert not _turns(f"<p>Một bài viết. <a href=/a>Liên kết trong bài viết</a></p>{arrows}")
    assert not _turns(f"<ul><li><a href=/1>{_TITLES[0]}</a></li></ul>{arrows}")
    assert not _turns(f"<div>{_CARDS}</div>{arrows}")
    bullets = "".join(f"<li><i class='fa fa-angle-right'></i> {t}</li>" for t in _TITLES)
    assert not _turns(f"<ul>{bullets}</ul><p><a href=/a>Liên kết</a></p>")


def test_signs_without_end_are_read_quickly() -> None:
    """What looks like a pager again and again costs no more than other text."""
    started = time.process_time()
    _turns(_LIST + "<div><b>1111111111111111111111111111111111111111111111x</b>" * 300)
    _turns(_LIST + "<i class=fa-angle-right>" * 300 + "<p>" + "»" * 50 + "x")
    assert time.process_time() - started < 2


def test_of_two_pagers_only_what_is_switched_off_is_left_out() -> None:
    """The last page of one list says nothing of another's."""
    off = "<li class=disabled><a href='javascript:;'>Tiếp theo</a></li>"
    on = "<li><a href='javascript:;'>Tiếp theo</a></li>"
    assert len(_turns(f"{_LIST}<ul class=pager>{off}</ul>{_LIST}<ul class=pager>{on}</ul>")) == 1


def test_a_pager_in_a_nav_is_no_menu() -> None:
    """Its pages are the list's own; a menu with such a name is one all the same."""
    pages = "<ul class=pagination><li><b>1</b></li><li><a href='?p=2'>2</a></li></ul>"
    (link,) = [one for one in page_of(f"<nav>{pages}</nav>").links if one.text == "2"]
    assert link.zone is Zone.PAGING
    menu = "<ul class=page-navigation><li><a href=/a>Tin tức</a></li></ul>"
    (link,) = page_of(f"<nav>{menu}</nav>").links
    assert link.zone is Zone.MENU
