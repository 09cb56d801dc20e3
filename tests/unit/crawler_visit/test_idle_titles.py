"""Titles of papers whose links lead back to the page, home, or to a telephone."""

from __future__ import annotations

import pytest

from crawler.visit.links.idle_titles import links_told
from documents.sniff import HTML
from domain.documents import Document, HowRead, Link, Zone

_PAGE = "http://xa.example.vn/iso?id=3"
_TITLES = (
    "Quyết định công bố hệ thống quản lý chất lượng",
    "Kế hoạch thực hiện mục tiêu chất lượng năm 2026",
)


def _posting(href: str, titles: tuple[str, ...] = _TITLES, zone: Zone = Zone.LIST) -> list[str]:
    links = tuple(Link(href, title, zone=zone) for title in titles)
    title = "Hệ thống quản lý chất lượng của xã - UBND xã"
    page = Document(HTML, HowRead.MARKUP, title=title, blocks=(), links=links)
    return [link.text for link in links_told(page, _PAGE) if link.posts]


@pytest.mark.parametrize(
    "href",
    [
        "/",
        "?id=3",
        "http://xa.example.vn",
        _PAGE,
        "/iso?id=3",
        "iso?id=3",
        "tel:0216",
        "MAILTO:vt@xa.vn",
    ],
)
def test_titles_that_lead_nowhere_else_are_told_as_unopened(href: str) -> None:
    """The list names papers, and its links show none of them."""
    assert _posting(href) == list(_TITLES)


@pytest.mark.parametrize("href", ["/vb/3", "/iso?id=4", "http://khac.example.vn/"])
def test_a_title_with_an_address_keeps_it(href: str) -> None:
    """What can be opened is opened."""
    assert not _posting(href)


def test_the_pages_own_name_and_the_portals_lead_back_rightly() -> None:
    """One link to itself is a heading or the page's entry among its neighbours; so is a logo."""
    assert not _posting(_PAGE, _TITLES[:1])
    own = "Hệ thống quản lý chất lượng của xã"
    assert not _posting("/", (own, "Cổng thông tin điện tử của xã", "UBND xã Tân Lập, Lào Cai"))
    assert not _posting("/", ("Trang chủ", "Về đầu trang"))
    assert not _posting("/", _TITLES, Zone.MENU)
