"""Markup nested without end is made shallow before it is parsed."""

from __future__ import annotations

import tracemalloc

import pytest

from documents.html.depth import MAX_DEPTH, flattened

_FILLER = "chữ " * 15_000
"""Small pages are not looked at."""


@pytest.mark.parametrize(
    "markup",
    [
        "<div>" * MAX_DEPTH,
        "<DIV class=a></Div>" * 2 * MAX_DEPTH,
        "<p><li><td>" * MAX_DEPTH,
        "</div>" * MAX_DEPTH + "<div>" * MAX_DEPTH,
    ],
)
def test_markup_that_is_not_deep_is_left_as_it_is(markup: str) -> None:
    """What is closed again, closes itself or closes nothing does not count."""
    page = markup + _FILLER
    assert flattened(page) is page


@pytest.mark.parametrize("before", ["", "</div>" * 10, "<div></div>" * 10])
def test_what_opens_deeper_levels_is_left_out(before: str) -> None:
    """Closings that close nothing do not make room for it."""
    kept = before + "<div>" * MAX_DEPTH
    assert flattened(f"{kept}<div>{_FILLER}") == f"{kept} {_FILLER}"


def test_the_names_of_a_hostile_page_are_not_kept() -> None:
    """Each may be as long as the page, and pages come all night."""
    tracemalloc.start()
    try:
        for letter in "abcd":
            flattened(f"<{letter * 1_000_000}>")
        kept, _ = tracemalloc.get_traced_memory()
    finally:
        tracemalloc.stop()
    assert kept < 1_000_000
