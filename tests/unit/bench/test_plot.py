"""The plots of the documentation."""

from __future__ import annotations

from xml.etree import ElementTree

from tests.bench.plot import Axes, bars, lines


def test_lines_end_where_their_last_values_are() -> None:
    """The highest value stands highest, the last one furthest right, and names are escaped."""
    svg = lines(Axes("a < b", "x", "y"), {"one": [(0, 0), (5, 10), (10, 5)]})
    drawn = ElementTree.fromstring(svg)  # noqa: S314 - our own
    line = next(each for each in drawn.iter() if each.tag.endswith("polyline"))
    xs, ys = zip(
        *(map(float, point.split(",")) for point in line.get("points", "").split()), strict=True
    )
    assert xs[0] < xs[1] < xs[2]
    assert ys[1] < ys[2] < ys[0]


def test_bars_are_as_long_as_their_values() -> None:
    """Twice the value is twice the length."""
    drawn = ElementTree.fromstring(bars(Axes("t", "times", ""), {"a": 2.0, "b": 4.0}))  # noqa: S314
    rects = [each for each in drawn.iter() if each.tag.endswith("rect")]
    lengths = [float(each.get("width", "0")) for each in rects if each.get("x") == "250"]
    assert lengths[1] == 2 * lengths[0]
