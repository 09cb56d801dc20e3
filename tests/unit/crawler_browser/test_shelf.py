"""What pages of a portal are told is remembered while it may be said again."""

from __future__ import annotations

import pytest

from crawler.browser import shelf as shelf_module
from crawler.browser.shelf import Shelf
from crawler.fetcher.hops import Hop, PartAsk
from crawler.fetcher.page_requests import Part
from domain.outcomes import Outcome

ADDRESS = "http://xa.vn/main.js"


def part(ask: PartAsk, outcome: Outcome = Outcome.OK, body: bytes = b"x") -> Part:
    """An answer to it."""
    return Part(ask, Hop(status=200, body=body), outcome, "", ask.address)


def test_a_script_is_asked_for_once() -> None:
    """The page that wants it makes no difference."""
    shelf = Shelf()
    kept = part(PartAsk(ADDRESS, headers=(("referer", "http://xa.vn/1"),)))
    shelf.keep(kept)
    assert shelf.find(PartAsk(ADDRESS, headers=(("referer", "http://xa.vn/2"),))) is kept


def test_another_question_is_another_answer() -> None:
    """What the headers say is part of the question."""
    shelf = Shelf()
    shelf.keep(part(PartAsk(ADDRESS, headers=(("accept", "application/json"),))))
    assert shelf.find(PartAsk(ADDRESS)) is None


@pytest.mark.parametrize(
    "answer",
    [
        part(PartAsk(ADDRESS), Outcome.HTTP_ERROR),
        part(PartAsk(ADDRESS, "POST")),
    ],
    ids=["failed", "posted"],
)
def test_what_may_be_said_otherwise_is_not_kept(answer: Part) -> None:
    """Failures and posts."""
    shelf = Shelf()
    shelf.keep(answer)
    assert shelf.find(answer.ask) is None


def test_the_longest_unused_makes_room(monkeypatch: pytest.MonkeyPatch) -> None:
    """What is held never grows beyond its bytes."""
    monkeypatch.setattr(shelf_module, "_MOST_BYTES", 10)
    shelf = Shelf()
    asks = [PartAsk(f"{ADDRESS}?{n}") for n in range(3)]
    shelf.keep(part(asks[0], body=b"12345"))
    shelf.keep(part(asks[1], body=b"12345"))
    shelf.find(asks[0])
    shelf.keep(part(asks[2], body=b"12345"))
    assert [shelf.find(ask) is not None for ask in asks] == [True, False, True]
