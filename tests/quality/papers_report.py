"""The table of how well papers are read, and the floors it holds."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date

from tests.quality.made_papers import Made

FLOORS = {"characters": 0.99, "date": 0.95, "number": 0.93, "title": 0.97}
"""Held by all scans at 200 and 300 dpi together."""
OFFICE_EXACT = 1.0
COLUMNS = (
    "papers",
    "characters",
    "exact",
    "date",
    "number",
    "issuer",
    "title",
    "title alone",
    "s",
    "MB",
)


@dataclass(frozen=True, slots=True)
class Measured:
    """One paper, made and read."""

    made: Made
    unread: str
    """Why nothing was read; empty otherwise."""
    letters: int = 0
    wrong: int = 0
    exact: bool = False
    slips: tuple[str, ...] = ()
    """The pieces that did not come back letter by letter."""
    number: str | None = None
    day: date | None = None
    issuer: str = ""
    issuer_right: bool = False
    title: str = ""
    title_right: bool = False
    title_alone: bool = False
    """Whether the title took nothing along from the line below it."""
    worked_s: float = 0.0
    peak_mb: float = 0.0

    @property
    def letters_printed(self) -> int:
        """All letters on all pages."""
        return sum(len(piece) for page in self.made.printed for piece in page)


@dataclass(frozen=True, slots=True)
class Row:
    """What holds of many papers together; shares from 0 to 1."""

    count: int
    unread: int
    characters: float
    exact: float
    date: float
    number: float
    issuer: float
    title: float
    alone: float
    worked_s: float
    peak_mb: float


def row(measured: Sequence[Measured]) -> Row:
    """The papers as one row; a paper nobody could read has no character right."""
    letters = sum(m.letters or m.letters_printed for m in measured)
    wrong = sum(m.wrong if m.letters else m.letters_printed for m in measured)
    read = [m for m in measured if not m.unread]
    return Row(
        len(measured),
        len(measured) - len(read),
        1 - wrong / max(letters, 1),
        _share([m.exact for m in measured]),
        _share([m.day == m.made.day for m in measured if m.made.day]),
        _share([m.number == m.made.number for m in measured if m.made.number]),
        _share([m.issuer_right for m in measured]),
        _share([m.title_right for m in measured]),
        _share([m.title_alone for m in measured]),
        sum(m.worked_s for m in read) / max(len(read), 1),
        max((m.peak_mb for m in read), default=0.0),
    )


def _share(held: Sequence[bool]) -> float:
    return sum(held) / len(held) if held else 1.0


def missed_floors(measured: Sequence[Measured]) -> list[str]:
    """Which floors are not held."""
    missed = []
    scans = [m for m in measured if m.made.form.kind == "scan"]
    if scans:
        whole = row(scans)
        for name, floor in FLOORS.items():
            reached = getattr(whole, name)
            if reached < floor:
                missed.append(f"scans at 200 and 300 dpi, {name}: {reached:.2%} of {floor:.0%}")
    office = [m for m in measured if m.made.form.kind == "office"]
    if office and row(office).exact < OFFICE_EXACT:
        wrong = sorted({m.made.form.name for m in office if not m.exact})
        missed.append(f"office files with exact text: {row(office).exact:.1%} ({', '.join(wrong)})")
    return missed


def report(measured: Sequence[Measured]) -> str:
    """Markdown."""
    return "\n".join(_lines(measured)) + "\n"


def _lines(measured: Sequence[Measured]) -> Iterator[str]:
    publications = len({m.made.publication for m in measured})
    yield "# How well papers are read"
    yield ""
    yield (
        f"Written by `python -m tests.quality.papers --write`: {len(measured)} made papers, every "
        f"form of {publications} publications, read in worker processes as `giamsat` reads them. "
        "*Characters*: one minus the letters wrong, missing or too many. *Exact*: files of which "
        "every printed word came back. Date, number, issuer and title are those of the head, of "
        "the papers that print them; issuer and title count from a similarity of 0.9, and of a "
        "paper without an administrative type the printed line counts as its title; *title alone* "
        "are those that took along nothing from the line below. Of scans only the pages that were "
        "recognised count: the reader stops when it has seen the head. Seconds are processor time "
        "a file, memory the highest of any file, the interpreter's own included; "
        "pages and plain text are read in the main process, where neither is told apart."
    )
    yield ""
    yield (
        "Floors: scans at 200 and 300 dpi together at least 99 % of characters, date exact in "
        "95 %, number in 93 %, title in 97 %; office files exact in every format. *Askew* is "
        "within 2 degrees of straight; 150 dpi and quarter turns stand apart and hold no floor."
    )
    for title, by in (("By form", "form"), ("Scans by publication", "publication")):
        yield ""
        yield f"## {title}"
        yield ""
        yield f"| {by} | {' | '.join(COLUMNS)} |"
        yield "|---" * (len(COLUMNS) + 1) + "|"
        yield from _rows(measured, by)


def _rows(measured: Sequence[Measured], by: str) -> Iterator[str]:
    groups: dict[str, list[Measured]] = {}
    for m in measured:
        if by == "form":
            groups.setdefault(m.made.form.name, []).append(m)
        elif m.made.form.kind == "scan":
            groups.setdefault(m.made.publication, []).append(m)
    for key, group in groups.items():
        yield _line(key, row(group))
    scans = [m for m in measured if m.made.form.kind == "scan"]
    if scans:
        yield _line("**all scans at 200 and 300 dpi**", row(scans))


def _line(name: str, r: Row) -> str:
    count = f"{r.count} ({r.unread} unread)" if r.unread else str(r.count)
    shares = (r.characters, r.exact, r.date, r.number, r.issuer, r.title, r.alone)
    cells = " | ".join(f"{100 * share:.1f} %" for share in shares)
    cost = f"{r.worked_s:.2f} | {r.peak_mb:.0f}" if r.peak_mb else "– | –"
    return f"| {name} | {count} | {cells} | {cost} |"
