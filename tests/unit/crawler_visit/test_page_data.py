"""What data belongs to on a shown page: the list that it fills, or the menu around it."""

from __future__ import annotations

import json
from dataclasses import replace
from datetime import UTC, datetime

import pytest

from crawler.visit.pages.data import links_of_data, zone_of_data
from domain.documents import Block, BlockKind, Document, HowRead, Link, Unread, Unreadable, Zone
from domain.exchanges import PART, Answer, Ask
from domain.outcomes import Outcome

SHOWN = Document(
    "text/html",
    HowRead.MARKUP,
    blocks=(
        Block("Giới thiệu chung", BlockKind.LIST_ITEM, Zone.MENU),
        Block("Công khai ISO 9001:2015", BlockKind.HEADING, Zone.MAIN),
        Block("12/QĐ-UBND - Quyết định công bố HTQLCL", BlockKind.LIST_ITEM, Zone.LIST),
    ),
)


def _part(data: object) -> Answer:
    body = data if isinstance(data, bytes) else json.dumps(data).encode()
    now = datetime(2026, 1, 1, tzinfo=UTC)
    return Answer(Ask("http://portal/api", method=PART), Outcome.OK, now, 0.1, body=body)


@pytest.mark.parametrize(
    ("data", "zone"),
    [
        ({"items": [{"title": "Quyết định công bố  HTQLCL", "id": 3}]}, Zone.LIST),
        ({"menu": [{"ten": "Giới thiệu chung"}, {"ten": "Công khai ISO 9001:2015"}]}, Zone.MENU),
        ({"online": 12, "total": 99321}, Zone.MENU),
        (b"{never json", Zone.MENU),
    ],
    ids=["rows", "entries of the menu", "a counter", "no data"],
)
def test_data_is_a_pages_list_where_the_page_shows_what_it_says(data: object, zone: Zone) -> None:
    """The menu and the page's own heading, which the menu holds too, are no rows."""
    assert zone_of_data(_part(data), SHOWN) is zone


def test_beside_a_page_that_was_not_read_nobody_can_tell() -> None:
    """Then data stands nowhere in particular."""
    unread = Unreadable("text/html", Unread.DAMAGED)
    assert zone_of_data(_part({}), unread) is Zone.UNKNOWN


ROWS = [{"title": "Quyết định công bố HTQLCL", "url": "/vb/1"}]
PRESSED = Link("#2", "2", zone=Zone.PAGING, posts=True)


def _onward(data: object, *links: Link) -> list[tuple[str, bool]]:
    shown = replace(SHOWN, links=links)
    found = links_of_data((_part(data),), shown, is_home=False)
    return [(link.href, link.posts) for link in found if link.zone is Zone.PAGING]


def test_the_next_page_that_data_names_is_asked_for() -> None:
    """Where only a script turns the list its address is known all the same."""
    data = {"items": ROWS, "next": "?trang=2"}
    for links in ((), (PRESSED,)):
        assert _onward(data, *links) == [("http://portal/api?trang=2", False)]
    assert not _onward(data, Link("/iso?trang=2", "2", zone=Zone.PAGING))


def test_data_that_goes_on_beyond_what_it_names_leaves_a_gap() -> None:
    """A script's pager beside it does not close it: nobody presses that."""
    data = {"items": ROWS, "hasMore": True}
    for links in ((), (PRESSED,)):
        assert _onward(data, *links) == [("#con-nua", True)]
    assert not _onward({"items": ROWS, "hasMore": False}, PRESSED)
