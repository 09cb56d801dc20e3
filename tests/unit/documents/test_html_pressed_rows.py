"""What is pressed in a row of its own opens that row's paper, whatever stands around the rows."""

from __future__ import annotations

import pytest

from tests.unit.documents.html_pages import page_of

_TITLE = "Mục tiêu chất lượng năm 2026 của UBND xã Tân Lập"
_OTHER = "Quyết định kiện toàn Ban chỉ đạo ISO của UBND xã Tân Lập"


def _pressed(control: str) -> list[str]:
    """What the links say that only a script opens, of a list with one row that has an address."""
    rows = f"<tr><td>11/QĐ-UBND</td><td><a href='/vb/2'>{_OTHER}</a></td><td></td></tr>"
    rows += f"<tr><td>15/KH-UBND</td><td>{_TITLE}</td><td>{control}</td></tr>"
    page = page_of(f"<div id='content'><h2>ISO 9001:2015</h2><table>{rows}</table></div>")
    return [f"{link.text} {link.context}" for link in page.links if link.posts]


@pytest.mark.parametrize(
    "control",
    [
        "<button type='button' onclick='tai(5)'>Tải về</button>",
        "<span onclick='xem(5)'>Xem</span>",
        "<img src='/pdf.png' onclick='xem(5)'>",
        "<i class='fa fa-download' onclick='xem(5)'></i>",
        "<label onclick='xem(5)'>Tải về</label>",
    ],
)
def test_a_row_that_only_a_script_opens_is_told(control: str) -> None:
    """The address of the row above it leads elsewhere."""
    (said,) = _pressed(control)
    assert _TITLE in said


def test_a_picture_that_is_made_larger_opens_nothing() -> None:
    """Nor does one that prints or shares its row."""
    assert _pressed("<img src='/a.png' onclick='zoom(this)'>") == []
    assert _pressed("<i class='fa' onclick='window.print()'></i>") == []


@pytest.mark.parametrize(
    "answers",
    [
        "onmousedown='xem(5)'",
        "onmouseup='xem(5)'",
        "ontouchstart='xem(5)'",
        "ondblclick='xem(5)'",
        "onkeydown='xem(5)'",
        "data-ng-click='xem(5)'",
        "@click.prevent.stop='xem(5)'",
        "x-on:click='xem(5)'",
        "wire:click='xem(5)'",
        "hx-get='/xem'",
    ],
)
@pytest.mark.parametrize("tag", ["p", "div", "span", "h3"])
def test_a_title_is_pressed_by_whatever_its_script_listens_to(tag: str, answers: str) -> None:
    """Not every script waits for a click, and frameworks write it in their own way."""
    page = page_of(f"<div id='content'><h2>ISO</h2><{tag} {answers}>{_TITLE}</{tag}></div>")
    assert [link.text for link in page.links if link.posts] == [_TITLE]


def test_an_address_in_such_a_script_is_a_link() -> None:
    """As in that of a click."""
    page = page_of(f"<p onmousedown=\"location.href='/vb/5'\">{_TITLE}</p>")
    assert [(link.href, link.posts) for link in page.links] == [("/vb/5", False)]


def test_no_address_to_look_for() -> None:
    """A blank page in place of an address is none; a page not to be copied has no control."""
    assert [link.posts for link in page_of(f"<a href='about:blank'>{_TITLE}</a>").links] == [True]
    assert not page_of(f"<div onmousedown='return false'>{_TITLE}</div>").links
