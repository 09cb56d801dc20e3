"""Parts that come again on every page of a portal are walked through once."""

from __future__ import annotations

import random

import pytest

from documents.from_html import read
from documents.html.drafts import BlockDraft
from documents.html.known_parts import Part, known_parts
from domain.documents import BlockKind, Document, Zone

_ITEMS = "".join(
    f'<li class="i{n}"><a href="/muc/{n}" title="Mục {n}">Mục thứ {n} của cổng</a></li>'
    for n in range(12)
)
_NEWS = "".join(
    f'<li><a href="/bai/{n}">Hội nghị tổng kết công tác năm thứ {n} của xã</a> 0{n}/03/2026</li>'
    for n in range(1, 8)
)
_LONG = "<p>Một đoạn dài của chính trang này, không phải liên kết, và của riêng nó.</p>"
_FOOT = f"<p>Bản quyền thuộc UBND xã.</p><ul>{_ITEMS}</ul><p>Lượt truy cập: 12</p>"
_BOLD = _ITEMS.replace("<a", "<b><a").replace("</a>", "</a></b>")
_PARTS = (
    f'<nav class="menu"><ul>{_ITEMS}</ul></nav>',
    f"<ul>{_NEWS}</ul>",
    f'<div class="sidebar"><h4>Tin mới nhất</h4><ul>{_NEWS}</ul></div>',
    f"<div class='box'><h3>Tin khác</h3><ul>{_NEWS}</ul></div>",
    f'<aside><div class="title">Thủ tục hành chính</div><ul>{_ITEMS}</ul></aside>',
    f'<div id="footer">{_FOOT}</div>',
    f"<header><div class='banner'><a href='/'>UBND xã</a></div><ul>{_ITEMS}</ul></header>",
    f'<div class="menu">{_LONG * 12}</div>',
    f"<ul>{_BOLD}<li><ul>{_ITEMS}</ul></li></ul>",
)
_WRAPS = (
    "{}",
    "<div>{}</div>",
    "<article>{}</article>",
    "<ul><li>{}</li></ul>",
    "<a href='/x'>{}</a>",
    "<table><tr><td>{}</td><td>Bên cạnh</td></tr></table>",
    "<div class='footer'>{}</div>",
    "<div>Tin khác{}</div>",
    "<div><h2>Văn bản ISO 9001</h2>{}</div>",
    "<form action='/s'>{}</form>",
    "<div class='noi-dung-chi-tiet'><p>Chữ ở trước.</p>{}<p>Chữ ở sau.</p></div>",
)
_TITLES = ("Tin mới nhất - UBND xã", "Tin khác | Cổng thông tin", "UBND xã Minh Quán", "")


def _page(rng: random.Random) -> bytes:
    body = "".join(
        rng.choice(_WRAPS).format(rng.choice(_PARTS)) for _ in range(rng.randrange(1, 5))
    )
    return f"<html><head><title>{rng.choice(_TITLES)}</title></head><body>{body}</body>".encode()


@pytest.mark.parametrize("seed", range(3))
def test_a_page_reads_the_same_whatever_was_read_before(seed: int) -> None:
    """Wherever a known part stands, it comes out as if nobody had ever seen it."""
    rng = random.Random(seed)
    pages = [_page(rng) for _ in range(16)]
    warm = [read(page) for page in (*pages, *pages)][len(pages) :]
    assert known_parts().held
    for page, known in zip(pages, warm, strict=True):
        known_parts().forget()
        assert read(page) == known


def test_what_is_done_to_one_page_is_not_done_to_the_next() -> None:
    """A column that is the whole of one page stays a column beside the text of another."""
    column = f'<div class="menu">{_LONG * 9}</div>'
    alone = f"<html><body>{column}</body></html>".encode()
    text = "<p>Bài viết của chính trang, dài hơn nhiều so với cột bên.</p>" * 60
    beside = f"<html><body><div>{text}</div>{column}</body></html>".encode()
    known_parts().forget()
    expected = read(beside)
    for page in (alone, alone, alone):
        read(page)
    found = read(beside)
    assert isinstance(found, Document)
    assert found == expected
    assert {block.zone.value for block in found.blocks} == {"main", "menu"}


def test_it_never_holds_more_than_its_cap() -> None:
    """Parts of ever other portals do not fill the memory: beyond the cap all are forgotten."""
    known = known_parts()
    known.forget()
    drafts = tuple(BlockDraft("a", BlockKind.PARAGRAPH, Zone.MENU, True) for _ in range(1000))
    part = Part(drafts, (), (), 1, None, ())
    most = 0
    for place in range(200):
        known.keep((bytes([place]), "", Zone.MAIN, False, False, "", "", False), part)
        most = max(most, known.held)
    assert most == 61_000
    assert known.held == 17_000
    known.forget()


def test_what_never_comes_again_is_seldom_looked_up() -> None:
    """Until one so called does come again: then all are looked up as before."""
    known = known_parts()
    known.forget()
    name = ("div", "related", "div")
    asked = [place for place in range(400) if known.is_asked_for(name)]
    assert 100 < len(asked) < 150
    assert asked[-1] > 390
    assert known.is_asked_for(("nav", "menu", "body"))
    key = (b"1", "", Zone.MAIN, False, False, "", "", False)
    assert not known.comes_again(key, name)
    assert known.comes_again(key, name)
    assert all(known.is_asked_for(name) for _ in range(50))
    known.forget()
