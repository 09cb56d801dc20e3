"""The head of the page: what the corpus holds, and the figures against their targets."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence

from tests.quality.corpus.measured import Measured
from tests.quality.corpus.score import FIGURE_NAMES, Figures, figures
from tests.quality.corpus.targets import target_of
from tests.quality.corpus.verdict import Verdict

_EXPLAINED = (
    "A **misleading item** has a trap written into its wording (another year's or office's "
    "paper, a look-alike, news about a paper, a blank form, a part of one, something "
    "unreadable), or is cast with last year's or another office's paper, or holds no "
    "publication at all; it counts as taken when anything was called published that is not. "
    "**True gaps** are the publications that an item truly lacks. An accusation is `missing` or "
    "`outdated`."
)


def corpus_lines(measured: Measured) -> Iterator[str]:
    """How many wordings and items there are."""
    held_out = sum(wording.held_out for wording in measured.wordings)
    twins = {v.item.id for v in measured.verdicts if v.item.twin_of}
    items = {v.item.id: v.item for v in measured.verdicts if not v.item.twin_of}
    yield "## The corpus"
    yield ""
    yield (
        f"{len(measured.wordings)} wordings, {held_out} of them held out. In this run {len(items)} "
        f"items, and {len(twins)} of them again in another spelling."
    )
    if measured.left_out:
        yield f"**{measured.left_out} wordings were left out: their files have mistakes.**"
    yield ""
    yield from _kinds(measured)
    yield ""
    castings = Counter(item.casting for item in items.values())
    listed = ", ".join(f"{name} {count}" for name, count in castings.most_common())
    yield f"Castings: {listed}."


def _kinds(measured: Measured) -> Iterator[str]:
    names = [f"items in this run, {name}" for name, _ in measured.sides]
    yield f"| kind | wordings | of them held out | {' | '.join(names)} |"
    yield "|---|---|---|" + "---|" * len(names)
    counts = [_items_by_kind(verdicts) for _, verdicts in measured.sides]
    for kind in dict.fromkeys(sorted(wording.kind for wording in measured.wordings)):
        alike = [wording for wording in measured.wordings if wording.kind is kind]
        hidden = sum(wording.held_out for wording in alike)
        items = " | ".join(str(count[kind]) for count in counts)
        yield f"| {kind} | {len(alike)} | {hidden} | {items} |"


def _items_by_kind(verdicts: Sequence[Verdict]) -> Counter[str]:
    items = {v.item.id: v.item for v in verdicts if not v.item.twin_of}
    return Counter(item.wording.kind for item in items.values())


def figure_lines(measured: Measured) -> Iterator[str]:
    """Every figure with its target, and whether it is held."""
    sides = [(name, figures(verdicts)) for name, verdicts in measured.sides]
    yield ""
    yield "## The figures"
    yield ""
    heads = " | ".join(f"{name} | held?" for name, _ in sides)
    yield f"| | target | {heads} |"
    yield "|---|---|" + "---|---|" * len(sides)
    for field, name in FIGURE_NAMES:
        target = target_of(field, sides[0][1])
        cells = " | ".join(f"{getattr(found, field)} | {_held(field, found)}" for _, found in sides)
        yield f"| {name} | {target.words if target else '–'} | {cells} |"
    yield ""
    yield _EXPLAINED
    yield ""
    yield (
        "The open wordings are read while rules are mended, so their figures tell what was mended; "
        "what the rules make of words that nobody had seen, only the held-out figures tell."
    )
    if not measured.held_out:
        yield ""
        yield "The held-out wordings were not opened in this run; see the openings below."


def _held(field: str, found: Figures) -> str:
    target = target_of(field, found)
    if target is None or getattr(found, field).total == 0:
        return "–"
    return "held" if target.held else "**not held**"
