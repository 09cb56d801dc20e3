"""The page that publishes what the corpus measured."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from tests.quality.corpus.measured import Measured
from tests.quality.corpus.openings import Opening, edits_after, rules_digest
from tests.quality.corpus.report_figures import corpus_lines, figure_lines
from tests.quality.corpus.report_tables import calibration_lines, group_lines
from tests.quality.corpus.score import FIGURE_NAMES
from tests.quality.corpus.verdict import Verdict, mistakes

_WORST = 10


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
    yield (
        "What the corpus is not: its words were written by hand, from the law and after the manner "
        "of real portals, and its pages are made by a program. No real portal is in it, no search "
        "box, no sitemap, no page that needs a browser and no text recognised from a picture; a "
        "portal of it has ten pages or so. How many offices publish a paper cannot be read from "
        "it. The figures say how the rules read what people wrote, not how often a visit to a real "
        "portal ends well."
    )
    yield from _when(measured)
    yield from corpus_lines(measured)
    yield from figure_lines(measured)
    yield from group_lines(measured)
    yield from calibration_lines(measured)
    yield from _worst(measured)
    yield from _openings(measured)


def _when(measured: Measured) -> Iterator[str]:
    """Which rules were measured and when, and whether the held-out figures are of the same."""
    yield ""
    day = f" on {measured.day:%Y-%m-%d %H:%M} UTC" if measured.day else ""
    yield f"Measured{day} under the rules with the digest `{_rules(measured)[:12]}`."
    yield ""
    last = measured.openings[-1] if measured.openings else None
    if last is None:
        yield "The held-out wordings have never been run."
    elif last.rules == _rules(measured):
        yield f"The held-out wordings were last run under the same rules ({last.date:%H:%M} UTC)."
    else:
        yield (
            f"**The rules were changed after the held-out wordings were last run** "
            f"({last.date:%Y-%m-%d %H:%M} UTC, digest `{last.rules[:12]}`): those figures are of "
            "the rules as they were. The commits are listed at the end."
        )
    yield ""


def _rules(measured: Measured) -> str:
    return measured.rules or rules_digest()


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


def _openings(measured: Measured) -> Iterator[str]:
    yield ""
    yield "## Openings of the held-out wordings"
    if not measured.openings:
        yield ""
        yield "They have never been run."
    for opening in measured.openings:
        same = opening.rules == _rules(measured)
        yield ""
        yield f"**{opening.date:%Y-%m-%d %H:%M} UTC** - {opening.why}. {opening.items} items, rules"
        yield f"`{opening.rules[:12]}` ({'those measured here' if same else 'changed since'})."
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
