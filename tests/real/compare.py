"""What ``giamsat check`` said against what was published."""

from __future__ import annotations

from collections.abc import Mapping, Set
from dataclasses import dataclass
from enum import StrEnum
from typing import Any
from urllib.parse import unquote, urlsplit

from tests.real.scenario import Scenario


class Mark(StrEnum):
    """How right one verdict is."""

    FOUND = "found"
    ELSEWHERE = "found, another page named first"
    """The paper is among the evidence; a list or archive that shows it stands before it."""
    ABSENT = "absent, and said so"
    OPEN = "left open"
    MISSED = "MISSED"
    INVENTED = "INVENTED"

    @property
    def wrong(self) -> bool:
        """Whether the run has failed by it."""
        return self in (Mark.MISSED, Mark.INVENTED)


@dataclass(frozen=True)
class Compared:
    """One publication at one agency."""

    site: str
    """Its CMS and which agency's."""
    publication: str
    requirement: str
    truth: str
    """"published", "locked", "outdated" or "missing"."""
    said: str
    mark: Mark
    told: str
    """The verdict's reason and the evidence it names first."""


def compare(
    scenario: Scenario, addresses: Mapping[str, set[str]], report: Mapping[str, Any]
) -> tuple[Compared, ...]:
    """Every publication of the report; ``addresses`` show the papers that are there."""
    held = {name: {_plain(a) for a in found} for name, found in addresses.items()}
    return tuple(_one(scenario, held, finding) for finding in report["findings"])


def _one(scenario: Scenario, held: Mapping[str, set[str]], finding: Mapping[str, Any]) -> Compared:
    publication, said = finding["publication"], finding["status"]
    truth = scenario.truth(publication)
    evidence = [piece["url"] for piece in finding["evidence"]]
    mark = _there(finding, held[publication]) if truth == "published" else _absent(truth, said)
    told = " ".join([finding["reason"], *evidence[:1]])
    site = f"{scenario.cms} {scenario.key}"
    return Compared(site, publication, finding["requirement"], truth, said, mark, told)


def _there(finding: Mapping[str, Any], shown: Set[str]) -> Mark:
    if finding["status"] != "published":
        return Mark.MISSED
    named = [piece for piece in finding["evidence"] if piece["side"] == "for"]
    shows = [_plain(piece["url"]) in shown or piece["sha256"] in shown for piece in named]
    if not any(shows):
        return Mark.INVENTED
    return Mark.FOUND if shows[0] else Mark.ELSEWHERE


def _absent(truth: str, said: str) -> Mark:
    """Nothing to find, only last year's, or behind a password: leaving it open is not wrong."""
    if said in (truth, "missing"):
        return Mark.MISSED if truth == "locked" else Mark.ABSENT
    if truth == "locked" and said == "outdated":
        return Mark.MISSED
    return Mark.OPEN if said in ("undetermined", "unverified") else Mark.INVENTED


def _plain(address: str) -> str:
    """An address in one spelling; a digest as it is."""
    parts = urlsplit(address)
    if not parts.netloc:
        return address
    query = "&".join(sorted(parts.query.split("&")))
    return f"{parts.netloc}{unquote(parts.path).rstrip('/')}?{query}"


def table(rows: tuple[Compared, ...]) -> str:
    """A small table for a person, the reasons below it for what is not as it should be."""
    lines = [f"{'site':14} {'publication':24} {'weight':9} {'truth':10} {'said':13} mark"]
    lines += [
        f"{row.site:14} {row.publication:24} {row.requirement:9} {row.truth:10} "
        f"{row.said:13} {row.mark}"
        for row in rows
    ]
    lines += [
        f"{row.mark}: {row.site}, {row.publication}: {row.told}"
        for row in rows
        if row.mark not in (Mark.FOUND, Mark.ABSENT)
    ]
    return "\n".join(lines)
