"""The page that publishes what the corpus measured."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from domain.publications import Status
from tests.quality.corpus.calibration import doubtful, expected_error
from tests.quality.corpus.openings import Opening, edits_after, rules_digest
from tests.quality.corpus.score import FIGURE_NAMES, Figures, Key, Row, confusion, figures, rows_by
from tests.quality.corpus.verdict import Verdict, mistakes
from tests.quality.corpus.wording import Wording

_WORST = 10
_STATUSES = (
    Status.PUBLISHED, Status.OUTDATED, Status.MISSING, Status.UNVERIFIED, Status.UNDETERMINED,
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class Measured:
    """One run."""

    wordings: Sequence[Wording]
    """All of the corpus, also those that were not run."""
    verdicts: Sequence[Verdict]
    """Held-out ones only where they were opened."""
    openings: Sequence[Opening]
    left_out: int = 0
    """Wordings that could not be taken over."""

    @property
    def open(self) -> list[Verdict]:
        """The verdicts on what may be looked at."""
        return [v for v in self.verdicts if not v.item.held_out]

    @property
    def held_out(self) -> list[Verdict]:
        """The verdicts on what may not."""
        return [v for v in self.verdicts if v.item.held_out]


def report(measured: Measured) -> str:
    """The whole page."""
    return "\n".join(_lines(measured)) + "\n"


def _lines(measured: Measured) -> Iterator[str]:
    yield "# How right the rules are"
    yield ""
    yield (
        "Written by `scripts/quality corpus --write`. Every wording of the "
        "[labelled corpus](../tests/quality/corpus/README.md) is poured into small portals - for "
        "different offices, years, file forms, page frames and spellings - and each is visited, "
        "read and judged by the same code as a real portal, without network. Ranges are 95 % "
        "intervals (Wilson)."
    )
    yield ""
    yield from _corpus(measured)
    yield from _figures(measured)
    for title, key in _GROUPINGS:
        yield from _grouped(title, measured, key)
    yield from _calibration(measured)
    yield from _worst(measured)
    yield from _openings(measured.openings)


def _corpus(measured: Measured) -> Iterator[str]:
    own = [v for v in measured.verdicts if not v.item.twin_of]
    twins = {v.item.id for v in measured.verdicts if v.item.twin_of}
    items = {v.item.id: v.item for v in own}
    held_out = sum(wording.held_out for wording in measured.wordings)
    yield "## The corpus"
    yield ""
    yield (
        f"{len(measured.wordings)} wordings, {held_out} of them held out. In this run {len(items)} "
        f"items, and {len(twins)} of them again in another spelling."
    )
    if measured.left_out:
        yield f"**{measured.left_out} wordings were left out: their files have mistakes.**"
    yield ""
    yield "| kind | wordings | of them held out | items in this run |"
    yield "|---|---|---|---|"
    of_kind = Counter(item.wording.kind for item in items.values())
    for kind in dict.fromkeys(sorted(wording.kind for wording in measured.wordings)):
        alike = [wording for wording in measured.wordings if wording.kind is kind]
        hidden = sum(wording.held_out for wording in alike)
        yield f"| {kind} | {len(alike)} | {hidden} | {of_kind[kind]} |"
    yield ""
    castings = Counter(item.casting for item in items.values())
    yield (
        "Castings: " + ", ".join(f"{name} {count}" for name, count in castings.most_common()) + "."
    )


def _figures(measured: Measured) -> Iterator[str]:
    columns = [("open wordings", figures(measured.open))]
    if measured.held_out:
        columns.append(("held out", figures(measured.held_out)))
    yield ""
    yield "## The figures"
    yield ""
    yield f"| | {' | '.join(name for name, _ in columns)} |"
    yield "|---|" + "---|" * len(columns)
    for field, name in FIGURE_NAMES:
        yield f"| {name} | {' | '.join(_figure(found, field) for _, found in columns)} |"
    if not measured.held_out:
        yield ""
        yield "The held-out wordings were not opened in this run; see the openings below."


def _figure(found: Figures, field: str) -> str:
    return str(getattr(found, field))


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


def _grouped(title: str, measured: Measured, key: Key) -> Iterator[str]:
    with_twins = title == "spelling"
    seen = [v for v in measured.open if with_twins or not v.item.twin_of]
    hidden = [v for v in measured.held_out if with_twins or not v.item.twin_of]
    beside = {row.key: row for row in rows_by(hidden, key)}
    yield ""
    yield f"## By {title}"
    yield ""
    more = " | held out: found | held out: right, of all called published" if beside else ""
    yield f"| {title} | items | found | right, of all called published | falsely accused{more} |"
    yield "|---|---|---|---|---|" + ("---|---|" if beside else "")
    for row in rows_by(seen, key):
        yield _row(row, beside.get(row.key) if beside else None, bool(beside))
    yield ""
    yield f"| {title} | right | {' | '.join(_STATUSES)} |"
    yield "|---|---|" + "---|" * len(_STATUSES)
    for (name, right), said in confusion(seen, key).items():
        yield f"| {name} | {right} | {' | '.join(str(said[status]) for status in _STATUSES)} |"


def _row(row: Row, beside: Row | None, wide: bool) -> str:
    cells = [row.key, row.items, row.found, row.published_right, row.false_accusations]
    if wide:
        cells += [beside.found, beside.published_right] if beside else ["–", "–"]
    return f"| {' | '.join(map(str, cells))} |"


def _calibration(measured: Measured) -> Iterator[str]:
    yield ""
    yield "## How sure, and how right"
    yield ""
    yield (
        "Findings that say that a paper was found, this year's or an earlier one, by how sure they "
        "call themselves; right is the share of those that the truth allows."
    )
    for name, verdicts in (("open wordings", measured.open), ("held out", measured.held_out)):
        if not verdicts:
            continue
        yield ""
        yield f"| {name}: confidence | mean | right |"
        yield "|---|---|---|"
        for one in doubtful(verdicts):
            yield f"| {one.low:.2f}–{one.high:.2f} | {one.mean_confidence:.2f} | {one.right} |"
        yield ""
        yield f"Expected calibration error over all of them: {expected_error(verdicts):.3f}."


def _worst(measured: Measured) -> Iterator[str]:
    wrong = mistakes(v for v in measured.open if not v.item.twin_of)
    hidden = len(mistakes(v for v in measured.held_out if not v.item.twin_of))
    yield ""
    yield "## The ten worst mistakes"
    yield ""
    yield (
        f"False accusations first, then wrong finds, then what was surest. {len(wrong)} verdicts "
        "of the open wordings are wrong; here one of each wording."
    )
    if measured.held_out:
        yield f"Held out: {hidden} wrong, which are counted and not shown."
    yield ""
    for verdict in _one_a_wording(wrong)[:_WORST]:
        mark = "**false accusation** " if verdict.is_false_accusation else ""
        right = " or ".join(sorted(verdict.right))
        yield (
            f"- {mark}`{verdict.item.id}` `{verdict.publication}`: said {verdict.said}, right "
            f"{right} (confidence {verdict.finding.confidence:.2f}; {verdict.item.wording.note})."
        )
        yield f"  {verdict.finding.reason}"


def _one_a_wording(wrong: Iterable[Verdict]) -> list[Verdict]:
    first: dict[str, Verdict] = {}
    for verdict in wrong:
        first.setdefault(verdict.item.wording.id, verdict)
    return list(first.values())


def _openings(openings: Sequence[Opening]) -> Iterator[str]:
    yield ""
    yield "## Openings of the held-out wordings"
    now = rules_digest()
    if not openings:
        yield ""
        yield "They have never been run."
    for opening in openings:
        same = "the rules are still the same" if opening.rules == now else "the rules differ now"
        yield ""
        yield f"**{opening.date:%Y-%m-%d %H:%M} UTC** - {opening.why}. {opening.items} items, rules"
        yield f"`{opening.rules[:12]}` ({same})."
        yield ""
        for name, value in opening.figures.items():
            yield f"- {dict(FIGURE_NAMES).get(name, name)}: {value}"
        yield ""
        yield from _edits(opening)


def _edits(opening: Opening) -> Iterator[str]:
    edits = edits_after(opening)
    if edits is None:
        yield "What was edited in the rules after it is not known: there is no git history here."
    elif not edits:
        yield "No commit has touched the rules since."
    else:
        yield "Commits that touched the rules after it:"
        yield ""
        yield from (f"- {edit}" for edit in edits)
