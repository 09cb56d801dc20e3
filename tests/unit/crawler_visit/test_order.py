"""What is opened before what: papers, then the portal's own aids, then sections."""

from __future__ import annotations

import pytest

from crawler.visit.links.frontier import Candidate, Frontier
from domain.outcomes import Aid
from domain.visits import FoundBy
from tests.unit.crawler_visit.portal import HOME, FakePortal, Notes, at_home, page, visit

SEARCH = '<form action="/tim" field="q"></form>'


def candidate(path: str, priority: float, *could_mean: str) -> Candidate:
    """An address with its promise."""
    return Candidate(HOME + path, FoundBy.LINK, priority=priority, could_mean=frozenset(could_mean))


def order(frontier: Frontier, *wanted: str) -> list[str]:
    """The paths in the order they come out."""
    paths: list[str] = []
    while (found := frontier.pop(frozenset(wanted) or None)) is not None:
        paths.append(found.address.removeprefix(HOME))
    return paths


def filled(*candidates: Candidate) -> Frontier:
    """A queue of these."""
    frontier = Frontier()
    for one in candidates:
        frontier.add(one)
    return frontier


def test_what_is_looked_for_comes_before_what_was_found() -> None:
    """Links that name other publications only wait behind sections, before news; none is lost."""
    found = filled(
        candidate("tin", 0.1),
        candidate("ke-hoach", 1.0, "annual_plan"),
        candidate("iso", 0.9, "annual_plan", "quality_objectives"),
        candidate("muc-tieu", 0.95, "quality_objectives"),
    )
    assert order(found, "quality_objectives") == ["muc-tieu", "iso", "ke-hoach", "tin"]


def test_without_a_preference_the_promise_alone_counts() -> None:
    """The same queue by promise."""
    found = filled(candidate("a", 0.5, "x"), candidate("b", 1.0, "y"), candidate("c", 0.7))
    assert order(found) == ["b", "c", "a"]


@pytest.mark.parametrize("priority", [0.0, 1e-320, 1.0])
def test_every_address_comes_out_once(priority: float) -> None:
    """Whatever it promises, and also when it was moved forward while it waited."""
    found = filled(candidate("a", priority, "x"))
    found.promote(HOME + "a", 0.5, frozenset({"y"}))
    assert order(found, "z") == ["a"]


def test_the_best_promise_is_known_without_taking_it() -> None:
    """Addresses that moved forward count by their new place; an empty queue promises nothing."""
    found = filled(candidate("a", 0.2, "x"))
    assert found.best() == 0.2
    found.promote(HOME + "a", 0.9, frozenset())
    assert found.best() == 0.9
    assert len(found) == 1
    order(found)
    assert found.best() == 0.0


def test_papers_linked_on_the_home_page_are_opened_before_the_search_box() -> None:
    """As a person would; sections of any kind come after the search."""
    portal = FakePortal(
        at_home({
            "/": page("Trang chủ", "/van-ban|Văn bản", "/iso|Công bố ISO", more=SEARCH),
            "/iso": page("Công bố ISO"),
            "/van-ban": page("Văn bản"),
        })
    )  # fmt: skip
    done = visit(portal)
    asked = [one.removeprefix(HOME) for one in done.portal.asked]
    first_search = next(place for place, one in enumerate(asked) if one.startswith("tim"))
    assert asked.index("iso") < first_search < asked.index("van-ban")


def test_a_visit_that_found_all_asks_no_aid() -> None:
    """What was found needs no completeness: search and sitemap cost requests for nothing."""
    pages = {"/": page("Trang chủ", "/iso|Công bố ISO", more=SEARCH), "/iso": page("Công bố ISO")}
    done = visit(FakePortal(at_home({**pages})), notes=Notes(settled_after=2))
    assert done.visit.search is Aid.NONE
    assert not [one for one in done.portal.asked if "tim" in one or "sitemap" in one]
