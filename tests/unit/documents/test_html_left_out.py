"""Links in what a page's text leaves out: drawings, templates, what stands for want of scripts."""

from __future__ import annotations

import pytest

from domain.documents import Link
from tests.unit.documents.html_pages import page_of

_ISO = "Hệ thống quản lý chất lượng ISO 9001:2015"
_TITLE = "Mục tiêu chất lượng năm 2026 của UBND xã"


def _links(markup: str) -> list[Link]:
    page = f"<main><h1>Tin</h1><p>Xã có 12 thôn.</p><div>{markup}</div></main>"
    return list(page_of(page).links)


@pytest.mark.parametrize(
    "markup",
    [
        f"<noscript><ul><li><a href=/iso>{_ISO}</a></li></ul></noscript>",
        f"<noscript><a href=/iso><img src=i.png alt='{_ISO}'></a></noscript>",
        f"<template id=m><li><a href=/iso>{_ISO}</a></li></template>",
        f"<template><div><template><a href=/iso>{_ISO}</a></template></div></template>",
        f"<svg><a href=/iso><rect/><text>{_ISO}</text></a></svg>",
        f"<svg><g><a xlink:href=/iso><text>{_ISO}</text></a></g></svg>",
        f"<svg><a xlink:href=/iso xlink:title='{_ISO}'><path/></a></svg>",
        f"<svg><g onclick=\"location.href='/iso'\"><text>{_ISO}</text></g></svg>",
        f"<a href=/iso><svg><text>{_ISO}</text></svg></a>",
        f"<a href=/iso><svg><title>{_ISO}</title><path/></svg></a>",
        f"<img src=m.png usemap=#m><map name=m><area href=/iso alt='{_ISO}'></map>",
    ],
)
def test_an_address_there_is_a_link(markup: str) -> None:
    """The words beside it are a person's only way to the section."""
    (link,) = _links(markup)
    assert (link.href, link.posts) == ("/iso", False)
    assert _ISO in (link.text, link.title)


def test_the_words_of_a_drawing_in_pieces() -> None:
    """Lines of a drawing are words of their own."""
    two = "<tspan>Hệ thống quản lý</tspan><tspan>chất lượng ISO 9001:2015</tspan>"
    (link,) = _links(f"<svg><a href=/iso><text>{two}</text></a></svg>")
    assert link.text == _ISO


@pytest.mark.parametrize(
    "markup",
    [
        f"<svg><g onclick='mo(5)'><text>{_TITLE}</text></g></svg>",
        f"<svg><a href='#' onclick='mo(5)'><text>{_TITLE}</text></a></svg>",
        f"<map name=m><area onclick='mo(5)' alt='{_TITLE}'></map>",
        f"<map name=m><area href='#' onclick='mo(5)' alt='{_TITLE}'></map>",
        f"<img src=i.png onclick='mo(5)' alt='{_TITLE}'>",
        f"<input type=image src=i.png onclick='mo(5)' alt='{_TITLE}'>",
        f"<div onclick='mo(5)'><img src=i.png alt='{_TITLE}'></div>",
        f"<div onclick='mo(5)'><svg><text>{_TITLE}</text></svg></div>",
    ],
)
def test_what_only_a_script_opens_there_is_told(markup: str) -> None:
    """A picture that is pressed opens what its words name."""
    (link,) = _links(markup)
    assert link.posts
    assert _TITLE in (link.text, link.title)


@pytest.mark.parametrize(
    "markup",
    [
        "<noscript>Trình duyệt không hỗ trợ JavaScript.</noscript>",
        "<noscript><img src='https://facebook.com/tr?id=1'></noscript>",
        "<noscript><iframe src='https://googletagmanager.com/ns.html?id=G'></iframe></noscript>",
        "<noscript><a href='/anh/1.jpg'><img src='/anh/1.jpg'></a></noscript>",
        "<template><a href='{{url}}'>{{ten}}</a></template>",
        "<template><a href='/vb/{{id}}'>Xem văn bản</a><a href='/x'>${ten}</a></template>",
        "<svg><title>Facebook</title><path onclick='mo()'/></svg>",
        "<svg><g onclick='xoay()'><text>12%</text></g></svg>",
        "<img src=logo.png onclick='veTrangChu()' alt='Cổng thông tin điện tử xã Minh Quán'>",
        "<img src=a.jpg onclick='phongTo(this)' alt='Hội nghị tổng kết công tác hội phụ nữ'>",
        "<map name=m><area href='#' alt='Thôn 2'></map>",
        "<map name=m><area href='#' onclick='thon(3)' alt='Thôn Đồng Bưởi'></map>",
        "<svg><g onclick='thon(3)'><text>Thôn Đồng Bưởi</text></g></svg>",
        "<button onclick='mo()'><svg><title>Danh sách thông báo</title></svg></button>",
        "<input type=image src=tim.png onclick='tim()' alt='Tra cứu'>",
    ],
)
def test_what_leads_nowhere_there(markup: str) -> None:
    """Counters, templates still to be filled, pictures and icons."""
    assert not _links(markup)
