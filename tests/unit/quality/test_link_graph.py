"""Breadth-first and the shortest paths together, over a small graph."""

from __future__ import annotations

from tests.bench.link_graph import Graph

GRAPH = Graph(
    "/", {"/": None, "/news": "/", "/iso": "/", "/n1": "/news", "/paper": "/iso", "/plan": "/iso"}
)


def test_breadth_first_counts_until_one_of_each_is_opened() -> None:
    """In the order of the walk, the home page included."""
    assert GRAPH.breadth_first([frozenset({"/iso"}), frozenset({"/paper", "/plan"})]) == 5
    assert GRAPH.breadth_first([]) == 0


def test_shared_ways_count_once() -> None:
    """Home and section are opened once for both papers."""
    assert GRAPH.shortest_paths([frozenset({"/paper"}), frozenset({"/plan"})]) == 4
    assert GRAPH.shortest_paths([frozenset({"/paper", "/news"})]) == 2


def test_what_no_link_leads_to_has_no_way() -> None:
    """Such as what only a search finds."""
    assert GRAPH.shortest_paths([frozenset({"/nowhere"})]) is None
    assert GRAPH.breadth_first([frozenset({"/nowhere"})]) is None
