"""A search box above an article makes it no page of search results; such a page stays one."""

from __future__ import annotations

import pytest

from domain.documents import Block, BlockKind, Document, HowRead, Link, Zone
from domain.visits import Attempt, FoundBy, LinkWords, Page
from tests.unit.rules.written_pages import NOW, seen

_NEWS = "UBND xã Minh Quán ban hành Mục tiêu chất lượng năm 2026"
_TOLD = Block("Ngày 09/01/2026, UBND xã Minh Quán đã ban hành Mục tiêu chất lượng năm 2026. " * 3)


def _page(*blocks: Block, title: str = _NEWS, links: tuple[Link, ...] = ()) -> Page:
    document = Document("text/html", HowRead.MARKUP, title=title, blocks=blocks, links=links)
    attempt = Attempt(
        "https://minhquan.example.vn/7", FoundBy.LINK, LinkWords(_NEWS, zone=Zone.LIST)
    )
    return Page(attempt, document, NOW)


@pytest.mark.parametrize(
    "above",
    [
        Block("Tìm kiếm | Trang chủ > Tin tức", BlockKind.ROW),
        Block("Tìm kiếm"),
        Block("Tìm kiếm", BlockKind.HEADING),
        Block("Tìm kiếm văn bản", BlockKind.HEADING),
    ],
    ids=["button and path in a row", "button", "heading", "heading of a box"],
)
def test_an_article_below_a_search_box_is_read(above: Block) -> None:
    """Portals laid out by tables have the box in the row above the article."""
    heading = Block(_NEWS, BlockKind.HEADING if above.kind is BlockKind.HEADING else above.kind)
    assert seen(_page(above, heading, _TOLD)) == {"quality_objectives": "own_news"}


@pytest.mark.parametrize("title", ["Tìm kiếm", "UBND xã Minh Quán", "Kết quả tìm kiếm: ISO"])
def test_what_a_search_found_is_none_of_the_page(title: str) -> None:
    """Its results are told by the pages that they lead to."""
    blocks = (Block("Tìm kiếm", BlockKind.HEADING), Block(_NEWS, BlockKind.HEADING), _TOLD)
    links = (Link("/bai/7", _NEWS, zone=Zone.MAIN),)
    assert seen(_page(*blocks, title=title, links=links)) == {}
