"""The circuit of a host that stopped answering: open, one probe after each rest, closed again."""

from __future__ import annotations

import pytest

from crawler.fetcher.breaker import FAILURES_TO_OPEN, Breaker
from domain.outcomes import Outcome

WAIT_S = 2.0


def _rests(breaker: Breaker, *outcomes: Outcome | None) -> list[float]:
    return [breaker.saw("xa.vn", one, 200 if one is Outcome.OK else None) for one in outcomes]


def test_it_opens_after_failures_in_a_row() -> None:
    """A rest of half a minute, then longer ones, until the probe is answered."""
    breaker = Breaker(WAIT_S)
    silent = [Outcome.TIMEOUT] * FAILURES_TO_OPEN
    assert _rests(breaker, *silent) == [0.0] * (FAILURES_TO_OPEN - 1) + [30.0]
    assert breaker.is_open("xa.vn")
    assert not breaker.is_open("xa-khac.vn")
    assert _rests(breaker, *[Outcome.REFUSED] * 3) == [60.0, 120.0, 120.0]
    assert _rests(breaker, Outcome.OK) == [0.0]
    assert not breaker.is_open("xa.vn")
    assert _rests(breaker, Outcome.TIMEOUT) == [0.0]


def test_a_good_answer_between_closes_it() -> None:
    """Failures that are not in a row are those of single pages."""
    breaker = Breaker(WAIT_S)
    for _ in range(FAILURES_TO_OPEN):
        assert _rests(breaker, Outcome.TIMEOUT, Outcome.OK) == [0.0, 0.0]


@pytest.mark.parametrize(
    ("outcome", "status", "opens"),
    [
        (None, 503, True),
        (None, 429, True),
        (None, 500, False),
        (None, 404, False),
        (Outcome.HTTP_ERROR, 200, False),
        (Outcome.TLS, None, False),
        (Outcome.UNSAFE_ADDRESS, None, False),
    ],
)
def test_what_counts(outcome: Outcome | None, status: int | None, opens: bool) -> None:
    """Silence and overload do; an answer, be it an error of one page, shows the host at work."""
    breaker = Breaker(WAIT_S)
    for _ in range(FAILURES_TO_OPEN):
        breaker.saw("xa.vn", outcome, status)
    assert breaker.is_open("xa.vn") == opens


def test_a_later_visit_begins_with_trust() -> None:
    """What is forgotten with the visit is closed."""
    breaker = Breaker(WAIT_S)
    _rests(breaker, *[Outcome.TIMEOUT] * FAILURES_TO_OPEN)
    breaker.forget("xa.vn")
    assert not breaker.is_open("xa.vn")
