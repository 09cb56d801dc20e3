"""News of other matters is not opened on a large portal, unless a test shows that it should be."""

from __future__ import annotations

from dataclasses import replace

import pytest

from crawler.visit.links.frontier import Candidate
from crawler.visit.links.set_aside import FEW, TESTED, SetAside
from domain.documents import Zone
from domain.outcomes import Outcome, PortalState, Skip, StoppedBy
from domain.protocols import Promise
from domain.visits import FoundBy, LinkWords
from tests.unit.crawler_visit.portal import HOME, Handler, Visited, page, visit

MANY = 100


def portal(of: int, **further: Handler) -> dict[str, Handler]:
    """A home page that lists so many articles about sport."""
    links = [f"/tin/{number}|Thể thao số {number}" for number in range(of)]
    pages: dict[str, Handler] = {"/": page("Trang chủ", "/van-ban|Văn bản", *links)}
    pages["/van-ban"] = page("Văn bản")
    for number in range(of):
        pages[f"/tin/{number}"] = page(f"Trận {number}", text=f"Đội bóng thắng {number} bàn.")
    return pages | {f"/{path}": handler for path, handler in further.items()}


def counted(done: Visited) -> tuple[int, int]:
    """How many articles were opened, and how many were left."""
    news = [one for one in done.visit.attempts if "/tin/" in one.address]
    opened = sum(one.outcome is Outcome.OK for one in news)
    return opened, sum(one.skip is Skip.UNPROMISING for one in news)


def test_on_a_small_portal_all_is_opened() -> None:
    """Looking costs little there."""
    assert counted(visit(portal(FEW))) == (FEW, 0)


def test_on_a_large_portal_one_of_ten_is_opened() -> None:
    """After all else; the look is complete, and says what was left."""
    done = visit(portal(MANY))
    assert counted(done) == (MANY // TESTED, MANY - MANY // TESTED)
    assert done.visit.stopped_by is StoppedBy.NOTHING_LEFT
    assert done.visit.state is PortalState.REACHED
    asked = done.portal.asked
    assert asked.index(f"{HOME}van-ban") < min(n for n, one in enumerate(asked) if "/tin/" in one)


def test_a_test_that_leads_to_a_paper_opens_all() -> None:
    """The words of such a portal cannot be trusted."""
    pages = portal(MANY, iso=page("Công bố ISO"))
    told = {f"/tin/{number}": page(f"Trận {number}", "/iso|Công bố ISO") for number in range(MANY)}
    assert counted(visit(pages | told)) == (MANY, 0)


def article(number: int, zone: Zone = Zone.LIST, why: Promise = Promise.OTHER_SUBJECT) -> Candidate:
    """An address with words of another subject."""
    words = LinkWords("Thể thao", zone=zone)
    return Candidate(f"{HOME}{number}", FoundBy.LINK, words, HOME, 1, 0.1, frozenset(), why)


def filled(count: int) -> SetAside:
    """So many articles, put aside."""
    aside = SetAside()
    assert all(aside.takes(article(number)) for number in range(count))
    return aside


def test_a_test_that_finds_a_paper_opens_all() -> None:
    """Whatever was looked for and is no more had lain behind words of another subject."""
    aside, wanted = filled(MANY), frozenset({"a", "b"})
    assert len(aside.free(wanted)) == MANY // TESTED
    assert len(aside.free(wanted - {"a"})) == MANY - MANY // TESTED


def test_a_test_without_result_is_the_end() -> None:
    """What is met later is tested in its turn; nothing is handed out twice."""
    aside = filled(MANY)
    first = aside.free(None)
    assert not aside.free(None)
    assert not any(aside.takes(one) for one in first)
    assert all(aside.takes(article(MANY + number)) for number in range(MANY))
    assert len(aside.free(None)) == MANY // TESTED
    assert len(list(aside.left())) == 2 * (MANY - MANY // TESTED)


@pytest.mark.parametrize("zone", [Zone.MENU, Zone.PAGING, Zone.BREADCRUMB])
def test_ways_to_lists_are_opened_whatever_they_say(zone: Zone) -> None:
    """A section's name is no headline."""
    assert not SetAside().takes(article(1, zone))


@pytest.mark.parametrize("why", [Promise.IN_OTHERS_PLACE, Promise.SECTION, Promise.UNTOLD])
def test_only_its_own_words_put_an_address_aside(why: Promise) -> None:
    """What only stands beside other matters says nothing of itself."""
    assert not SetAside().takes(article(1, why=why))


def test_articles_told_apart_by_a_key_are_many() -> None:
    """Though by their addresses they are variants of the list that they were found on."""
    aside, listed = SetAside(), f"{HOME}?cn=5"
    for number in range(MANY):
        one = replace(article(number), address=f"{listed}&tc={number}", parent=listed)
        assert aside.takes(one)
    assert len(aside.free(None)) == MANY // TESTED


def test_the_orders_of_lists_are_not_many() -> None:
    """A few values of a key, however many lists there are to be sorted by it."""
    aside = SetAside()
    for number in range(MANY):
        listed, value = f"{HOME}?cn={number // 5}", number % 5
        one = replace(article(number), address=f"{listed}&sapxep={value}", parent=listed)
        assert aside.takes(one)
    assert len(aside.free(None)) == MANY
