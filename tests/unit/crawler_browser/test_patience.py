"""Pages that a busy machine shows slowly are given more time, within limits."""

from __future__ import annotations

from crawler.browser.patience import LONGER, MOST_EXTRA_S, Patience

USUAL_S = 30.0
LONG_S = LONGER * USUAL_S


def test_a_page_that_was_not_done_in_time_is_given_more_the_next_time() -> None:
    """Also when pages came quickly in between."""
    patience = Patience(USUAL_S)
    patience.took("/mot", USUAL_S, done=False)
    patience.took("/hai", 1.0, done=True)
    assert (patience.seconds("/mot"), patience.seconds("/ba")) == (LONG_S, USUAL_S)


def test_the_page_after_a_slow_one_is_given_more() -> None:
    """The machine is busy, whatever page it shows."""
    patience = Patience(USUAL_S)
    patience.took("/mot", 0.8 * USUAL_S, done=True)
    assert patience.seconds("/hai") == LONG_S


def test_pages_that_never_come_to_rest_use_it_up() -> None:
    """A portal of such pages holds the others up only so long."""
    patience = Patience(USUAL_S)
    extra_s = 0.0
    for number in range(100):
        given_s = patience.seconds(f"/{number}")
        extra_s += given_s - USUAL_S
        patience.took(f"/{number}", given_s, done=False)
    assert extra_s == MOST_EXTRA_S
    assert patience.seconds("/mot") == USUAL_S
