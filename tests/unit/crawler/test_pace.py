"""The pause of a host follows its answers: it grows when they slow down, and falls back."""

from __future__ import annotations

import pytest

from crawler.pace import LONGEST_PAUSE_S, Pace

DELAY_S = 1.0


def _paces(*answers_s: float) -> list[float]:
    pace = Pace()
    pauses = []
    for took_s in answers_s:
        pace.heard(took_s)
        pauses.append(pace.pause_s(DELAY_S))
    return pauses


@pytest.mark.parametrize(
    "answers_s",
    [
        (0.2,) * 9,
        (0.2, 0.3, 0.9, 0.2, 0.8, 0.9, 0.9),
        (6.0,) * 9,
        (0.2, 0.2, 0.2, 9.0, 0.2, 0.2, 0.2),
        (9.0, 9.0),
    ],
    ids=["quick", "within the usual pause", "always slow", "one heavy page", "too few to tell"],
)
def test_a_steady_host_keeps_the_usual_pause(answers_s: tuple[float, ...]) -> None:
    """Only growth is a sign of trouble: not a heavy page, nor a host that is slow by nature."""
    assert set(_paces(*answers_s)) == {0.0}


def test_a_host_that_slows_down_rests_as_long_as_it_works() -> None:
    """The pause grows with the answer times, up to a limit, and falls back with them."""
    growing = _paces(*(0.3,) * 5, *(3.0,) * 5)
    assert growing[-1] == 6.0
    assert _paces(*(0.3,) * 5, *(500.0,) * 5)[-1] == LONGEST_PAUSE_S
    assert _paces(*(0.3,) * 5, *(3.0,) * 5, *(0.3,) * 3)[-1] == 0.0
