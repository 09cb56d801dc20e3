"""Measuring a night against the truth of the sample province."""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from tests.province.eyes import Eyes
from tests.province.menu_of_faults import BEGINS_AFTER
from tests.quality.intervals import Share
from tests.quality.intervals import share as share_of

ACCUSING = frozenset({"missing", "outdated"})


@dataclass(frozen=True, slots=True)
class Verdict:
    """One publication at one agency: what giamsat said, and what would have been right."""

    seed: int
    code: str
    family: str
    faults: tuple[str, ...]
    readable: bool
    """Whether nothing of the portal is hidden from one who has what the watcher had."""
    publication: str
    requirement: str
    form: str
    place: str
    status: str
    right: tuple[str, ...]
    reason: str
    why: str

    @property
    def is_right(self) -> bool:
        """Whether the status is one that the truth allows."""
        return self.status in self.right

    @property
    def is_false_accusation(self) -> bool:
        """Whether an agency was accused and the truth does not allow it."""
        return self.status in ACCUSING and self.status not in self.right


def verdicts(
    matrix: Iterable[Mapping[str, Any]], truth: Mapping[str, Any], eyes: Eyes
) -> Iterator[Verdict]:
    """Pair every finding of ``export matrix --format json`` with the truth file's entry.

    Without OCR or browser other statuses are right: what was not seen may stay open.

    Raises:
        KeyError: an agency of the truth was not judged at all.
    """
    reports = {report["agency"]["code"]: report for report in matrix}
    for agency in truth["agencies"]:
        findings = {f["publication"]: f for f in reports[agency["code"]]["findings"]}
        for publication, entry in agency["publications"].items():
            finding = findings[publication]
            yield Verdict(
                seed=truth["seed"],
                code=agency["code"],
                family=agency["family"],
                faults=tuple(agency["faults"]),
                readable=agency["readable" if eyes.browser else "readable_without_browser"],
                publication=publication,
                requirement=finding["requirement"],
                form=entry.get("form") or "",
                place=entry.get("place") or "",
                status=finding["status"],
                right=_right(agency, entry, reports[agency["code"]], eyes),
                reason=finding["reason"],
                why=entry.get("why") or "",
            )


def _right(
    agency: Mapping[str, Any], entry: Mapping[str, Any], report: Mapping[str, Any], eyes: Eyes
) -> tuple[str, ...]:
    """What may be said; a fault that begins later than the visit ended has hidden nothing."""
    right = tuple(entry[eyes.key])
    begins = [BEGINS_AFTER[fault] for fault in agency["faults"] if fault in BEGINS_AFTER]
    if not begins or report["coverage"]["requests"] > min(begins):
        return right
    return (*right, *entry["seen_whole"])


def load_verdicts(matrix: Path, truth: Path, eyes: Eyes) -> tuple[Verdict, ...]:
    """The verdicts of an exported matrix and a truth file."""
    return tuple(
        verdicts(
            json.loads(matrix.read_text(encoding="utf-8-sig")),
            json.loads(truth.read_text(encoding="utf-8")),
            eyes,
        )
    )


def share(chosen: Iterable[Verdict]) -> Share:
    """How many of them are right."""
    return share_of(verdict.is_right for verdict in chosen)


def hidden_by(chosen: Iterable[Verdict]) -> Share:
    """Of the portals called complete for something missing, how many hide a paper that is there."""
    hides: dict[tuple[int, str], bool] = {}
    for verdict in chosen:
        if verdict.status == "missing":
            place = (verdict.seed, verdict.code)
            hides[place] = hides.get(place, False) or not verdict.is_right
    return share_of(hides.values())


def table(chosen: Iterable[Verdict], by: str) -> list[tuple[str, Share, Counter[str]]]:
    """Right shares and statuses, grouped by an attribute, in its order."""
    groups: dict[str, list[Verdict]] = {}
    for verdict in chosen:
        groups.setdefault(str(getattr(verdict, by)), []).append(verdict)
    return [
        (key, share(group), Counter(v.status for v in group))
        for key, group in sorted(groups.items())
    ]
