"""The tables of the page: by publication, form and so on, and how sure against how right."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence

from domain.publications import Status
from tests.quality.corpus.calibration import CLAIMS, Bin, Claim, bins, expected_error, of_claim
from tests.quality.corpus.measured import Measured
from tests.quality.corpus.score import Key, Row, confusion, rows_by
from tests.quality.corpus.verdict import Verdict

_STATUSES = (
    Status.PUBLISHED, Status.OUTDATED, Status.MISSING, Status.UNVERIFIED, Status.UNDETERMINED,
)  # fmt: skip


def _form(verdict: Verdict) -> str:
    return verdict.item.form


_GROUPINGS: tuple[tuple[str, Key], ...] = (
    ("publication", lambda v: v.publication),
    ("form", _form),
    ("frame", lambda v: v.item.frame),
    ("kind", lambda v: v.item.wording.kind.value),
    ("trap", lambda v: v.item.wording.trap or "none"),
    ("casting", lambda v: v.item.casting),
    ("spelling", lambda v: v.item.spelling),
)
_COLUMNS = ("items", "found", "right, of all called published", "falsely accused")


def group_lines(measured: Measured) -> Iterator[str]:
    """One part a grouping: the figures, then what was said where what is right."""
    for title, key in _GROUPINGS:
        sides = [(name, _kept(title, verdicts)) for name, verdicts in measured.sides]
        yield ""
        yield f"## By {title}"
        yield ""
        yield from _rows(title, sides, key)
        yield ""
        yield from _confusion(title, sides, key)


def _kept(title: str, verdicts: Sequence[Verdict]) -> list[Verdict]:
    return [v for v in verdicts if title == "spelling" or not v.item.twin_of]


def _rows(title: str, sides: Sequence[tuple[str, list[Verdict]]], key: Key) -> Iterator[str]:
    tables = [{row.key: row for row in rows_by(verdicts, key)} for _, verdicts in sides]
    heads = [_headed(name, column, sides) for name, _ in sides for column in _COLUMNS]
    yield f"| {title} | {' | '.join(heads)} |"
    yield "|---|" + "---|" * len(heads)
    for name in sorted({name for table in tables for name in table}):
        cells = [cell for table in tables for cell in _cells(table.get(name))]
        yield f"| {name} | {' | '.join(cells)} |"


def _headed(name: str, column: str, sides: Sequence[object]) -> str:
    return column if len(sides) == 1 else f"{name}: {column}"


def _cells(row: Row | None) -> list[str]:
    if row is None:
        return ["–"] * len(_COLUMNS)
    return [str(one) for one in (row.items, row.found, row.published_right, row.false_accusations)]


def _confusion(title: str, sides: Sequence[tuple[str, list[Verdict]]], key: Key) -> Iterator[str]:
    tables = [confusion(verdicts, key) for _, verdicts in sides]
    nothing: Counter[Status] = Counter()
    heads = [_headed(name, status, sides) for name, _ in sides for status in _STATUSES]
    yield f"| {title} | right | {' | '.join(heads)} |"
    yield "|---|---|" + "---|" * len(heads)
    for place in sorted({place for table in tables for place in table}):
        said = [str(table.get(place, nothing)[one]) for table in tables for one in _STATUSES]
        yield f"| {place[0]} | {place[1]} | {' | '.join(said)} |"


def calibration_lines(measured: Measured) -> Iterator[str]:
    """A table for every kind of thing that findings say."""
    yield ""
    yield "## How sure, and how right"
    yield ""
    yield (
        "Findings by how sure they call themselves. The confidence of a finding is how probably "
        "what it says of the office is so: `published`: the paper is there and right; `missing`, "
        "`outdated`: there is none, or none of this year; `unverified`: the paper asked about will "
        "turn out to be there and right; `undetermined` says nothing and has 0. Fitted on the open "
        "wordings, for accusations at even odds that a paper is there, and lowered to what the "
        "opening before the fit counted, since rules are mended until the open wordings come out "
        "right. So open wordings are righter here than they call themselves, and most of all the "
        "publications that items say nothing of; the held-out ones are the check."
    )
    for claim in CLAIMS:
        yield from _claim(claim, measured)


def _claim(claim: Claim, measured: Measured) -> Iterator[str]:
    sides = [(name, of_claim(claim, verdicts)) for name, verdicts in measured.sides]
    yield ""
    yield f"### {claim.name[0].upper()}{claim.name[1:]}"
    yield ""
    yield "| confidence | " + " | ".join(f"{name}: mean | right" for name, _ in sides) + " |"
    yield "|---|" + "---|---|" * len(sides)
    for row in zip(*(bins(found) for _, found in sides), strict=True):
        yield f"| {row[0].low:.2f}–{row[0].high:.2f} | {' | '.join(map(_bin, row))} |"
    yield ""
    errors = [f"{name} {expected_error(found):.3f}" for name, found in sides if found]
    yield f"Mean distance between the two: {', '.join(errors) or 'none, for there are none'}."


def _bin(one: Bin) -> str:
    return f"{one.mean_confidence:.2f} | {one.right}" if one.right.total else "– | –"
