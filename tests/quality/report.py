"""The quality report: Markdown tables from verdicts."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from tests.province.eyes import Eyes
from tests.quality.score import ACCUSING, Verdict, hidden_by, share, table

STATUSES = ("published", "outdated", "missing", "unverified", "undetermined")
WORST_SHOWN = 30
OCR = {
    True: "Scans are read; `unverified` is right only for papers that open with a password nobody "
    "has, are damaged, or are scanned beyond reading.",
    False: "Pictures of papers were left unread, so that a scan is right as `unverified` too.",
}
"""What the report says of reading pictures."""
BROWSER = {
    True: "Portals that need a browser were rendered.",
    False: "Nothing was rendered: portals that need a browser are right as `undetermined`.",
}
"""What the report says of rendering pages."""


@dataclass(frozen=True, slots=True)
class Floors:
    """What must be held."""

    required_right: float
    false_accusations: int


def failures(verdicts: Sequence[Verdict], floors: Floors) -> list[str]:
    """Which floors are not held."""
    required = share(v for v in verdicts if v.readable and v.requirement == "required")
    accused = sum(v.is_false_accusation for v in verdicts)
    broken = []
    if required.hits < floors.required_right * required.total:
        broken.append(f"required publications right on readable portals: {required}")
    if accused > floors.false_accusations:
        broken.append(f"accusations the truth does not allow: {accused}")
    return broken


def report(verdicts: Sequence[Verdict], size: str, seeds: Sequence[int], eyes: Eyes) -> str:
    """The whole report."""
    seeing = f"{OCR[eyes.ocr]} {BROWSER[eyes.browser]}"
    return "\n".join(_lines(verdicts, size, seeds, seeing)) + "\n"


def _lines(
    verdicts: Sequence[Verdict], size: str, seeds: Sequence[int], eyes: str
) -> Iterator[str]:
    readable = [v for v in verdicts if v.readable]
    required = [v for v in readable if v.requirement == "required"]
    accusing = [v for v in verdicts if v.status in ACCUSING]
    yield "# How right it is"
    yield ""
    yield (
        "Written by `scripts/quality --write`: one night on the sample province "
        f"(size {size}, seeds {', '.join(map(str, seeds))}), every verdict held against its truth "
        "file; shares with their 95 % intervals (Wilson). *Readable* "
        f"are portals of which neither faults nor the platform hide anything. {eyes}"
    )
    yield ""
    yield "| | |"
    yield "|---|---|"
    yield f"| required publications right, readable portals | {share(required)} |"
    yield f"| all twelve publications right, readable portals | {share(readable)} |"
    yield f"| all publications right, all portals | {share(verdicts)} |"
    yield f"| accusations (`missing`, `outdated`) made | {len(accusing)} |"
    yield f"| accusations that the truth does not allow | {sum(map(_false, verdicts))} |"
    yield f"| of the portals with something `missing`, hide it | {hidden_by(verdicts)} |"
    yield f"| of the agencies that truly lack a required publication, named | {_named(required)} |"
    for title, chosen, by in (
        ("By publication (readable portals)", readable, "publication"),
        ("By platform family (readable portals)", readable, "family"),
        ("By form of the paper (readable portals)", readable, "form"),
        ("By place of the paper (readable portals)", readable, "place"),
        ("By fault (all portals)", _by_fault(verdicts), "faults"),
    ):
        yield ""
        yield f"## {title}"
        yield ""
        yield from _table(chosen, by)
    yield from _worst(verdicts)


def _false(verdict: Verdict) -> bool:
    return verdict.is_false_accusation


def _named(required: Iterable[Verdict]) -> str:
    """How many of the true gaps were found: the other half of being right."""
    return str(share(v for v in required if set(v.right) <= ACCUSING))


def _by_fault(verdicts: Iterable[Verdict]) -> list[Verdict]:
    return [v for v in verdicts if v.faults]


def _table(verdicts: Iterable[Verdict], by: str) -> Iterator[str]:
    yield f"| {by} | right | {' | '.join(STATUSES)} |"
    yield "|---|---|" + "---|" * len(STATUSES)
    for key, right, statuses in table(verdicts, by):
        cells = " | ".join(str(statuses[status]) for status in STATUSES)
        yield f"| {_key(key)} | {right} | {cells} |"


def _key(key: str) -> str:
    return key.strip("()").replace("'", "").rstrip(",") or "–"


def _worst(verdicts: Iterable[Verdict]) -> Iterator[str]:
    """What is wrong, the false accusations first."""
    wrong = sorted((v for v in verdicts if not v.is_right), key=lambda v: not v.is_false_accusation)
    yield ""
    yield "## What is wrong"
    yield ""
    kinds = Counter((v.status, " or ".join(v.right)) for v in wrong)
    yield "| said | right | times |"
    yield "|---|---|---|"
    for (status, right), count in kinds.most_common():
        yield f"| {status} | {right} | {count} |"
    yield ""
    for v in wrong[:WORST_SHOWN]:
        mark = "**false accusation** " if v.is_false_accusation else ""
        where = f"{v.family}, {v.form or 'no paper'}, {v.place or 'nowhere'}"
        yield f"- {mark}seed {v.seed} {v.code} `{v.publication}` ({where}): said {v.status}."
        yield f"  {v.reason}"
