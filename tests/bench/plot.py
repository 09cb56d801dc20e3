"""Small plots as SVG, without a library."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from html import escape

from tests.quality.run_province import ROOT

_FOLDER = ROOT / "docs" / "speed"
_WIDTH, _HEIGHT, _LEFT, _BOTTOM, _TOP, _RIGHT = 640, 300, 70, 50, 40, 130
_COLOURS = ("#1f6feb", "#c2410c", "#15803d", "#7c3aed")
_STYLE = "text{font:12px sans-serif;fill:#444}.t{font-size:14px;font-weight:bold}"
_TICKS = 4

Point = tuple[float, float]


@dataclass(frozen=True, slots=True)
class Axes:
    """What a plot says of itself."""

    title: str
    across: str
    upwards: str


def keep(name: str, svg: str) -> None:
    """Write a plot into the documentation."""
    _FOLDER.mkdir(parents=True, exist_ok=True)
    (_FOLDER / f"{name}.svg").write_text(svg, encoding="utf-8")


def lines(axes: Axes, series: Mapping[str, Sequence[Point]]) -> str:
    """Lines from zero upwards, each named at its end."""
    points = [point for line in series.values() for point in line]
    most_x, most_y = max(x for x, _ in points), _round_up(max(y for _, y in points))
    drawn = [_frame(axes, most_x, most_y)]
    for colour, (name, line) in zip(_COLOURS, series.items(), strict=False):
        places = [_place(x / most_x, y / most_y) for x, y in line]
        path = " ".join(f"{x:.0f},{y:.0f}" for x, y in places)
        drawn.append(f'<polyline points="{path}" fill="none" stroke="{colour}" stroke-width="2"/>')
        drawn += [f'<circle cx="{x:.0f}" cy="{y:.0f}" r="3" fill="{colour}"/>' for x, y in places]
        end_x, end_y = places[-1]
        drawn.append(f'<text x="{end_x + 8:.0f}" y="{end_y + 4:.0f}">{escape(name)}</text>')
    return _svg(drawn)


def bars(axes: Axes, values: Mapping[str, float]) -> str:
    """One bar for each value, its number beside it."""
    most = _round_up(max(values.values()))
    step = (_HEIGHT - _TOP - 20) / len(values)
    drawn = [f'<text class="t" x="20" y="24">{escape(axes.title)}</text>']
    for place, (name, value) in enumerate(values.items()):
        y, length = _TOP + place * step, value / most * (_WIDTH - 330)
        drawn.append(f'<text x="20" y="{y + step / 2:.0f}">{escape(name)}</text>')
        drawn.append(
            f'<rect x="250" y="{y + step * 0.15:.0f}" width="{length:.0f}" '
            f'height="{step * 0.55:.0f}" fill="{_COLOURS[0]}"/>'
        )
        drawn.append(f'<text x="{258 + length:.0f}" y="{y + step / 2:.0f}">{value:.1f}</text>')
    drawn.append(f'<text x="250" y="{_HEIGHT - 6}">{escape(axes.across)}</text>')
    return _svg(drawn)


def _frame(axes: Axes, most_x: float, most_y: float) -> str:
    left, bottom = _place(0, 0)
    right, top = _place(1, 1)
    marks = [
        f'<text class="t" x="{_LEFT}" y="24">{escape(axes.title)}</text>',
        f'<text x="{(left + right) / 2:.0f}" y="{_HEIGHT - 8}" text-anchor="middle">'
        f"{escape(axes.across)}</text>",
        f'<text x="14" y="{(top + bottom) / 2:.0f}" text-anchor="middle" '
        f'transform="rotate(-90 14 {(top + bottom) / 2:.0f})">{escape(axes.upwards)}</text>',
        f'<path d="M{left:.0f} {top:.0f}V{bottom:.0f}H{right:.0f}" fill="none" stroke="#888"/>',
    ]
    for tick in range(_TICKS + 1):
        x, y = _place(tick / _TICKS, tick / _TICKS)
        across, upwards = most_x * tick / _TICKS, most_y * tick / _TICKS
        marks.append(
            f'<text x="{x:.0f}" y="{bottom + 18:.0f}" text-anchor="middle">{across:,.0f}</text>'
            f'<text x="{left - 6:.0f}" y="{y + 4:.0f}" text-anchor="end">{upwards:,.0f}</text>'
        )
    return "\n".join(marks)


def _place(x: float, y: float) -> Point:
    """From shares of both axes to the picture's own."""
    return (
        _LEFT + x * (_WIDTH - _LEFT - _RIGHT),
        _HEIGHT - _BOTTOM - y * (_HEIGHT - _BOTTOM - _TOP),
    )


def _round_up(value: float) -> float:
    size = 10.0 ** (len(str(int(value))) - 1)
    return next(step * size for step in (1, 2, 4, 6, 8, 10, 20) if step * size >= value)


def _svg(drawn: Sequence[str]) -> str:
    body = "\n".join(drawn)
    return (
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {_WIDTH} {_HEIGHT}">'
        f'<style>{_STYLE}</style><rect width="100%" height="100%" fill="#fff"/>\n{body}\n</svg>\n'
    )
