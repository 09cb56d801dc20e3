"""How the visits to the sample province's portals ended, against how each fault lets them end."""

from __future__ import annotations

import json
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

from tests.province.eyes import Eyes


@dataclass(frozen=True, slots=True)
class Ended:
    """One visit's end."""

    seed: int
    code: str
    family: str
    faults: tuple[str, ...]
    state: str
    right: tuple[str, ...]
    requests: int
    seconds: float

    @property
    def is_right(self) -> bool:
        """Whether the truth allows the state."""
        return self.state in self.right


def load_ends(matrix: Path, truth: Path, eyes: Eyes) -> tuple[Ended, ...]:
    """The ends of an exported matrix and a truth file."""
    reports = {r["agency"]["code"]: r for r in json.loads(matrix.read_text(encoding="utf-8-sig"))}
    told = json.loads(truth.read_text(encoding="utf-8"))
    right = "right_states" if eyes.browser else "right_states_without_browser"
    return tuple(
        Ended(
            seed=told["seed"],
            code=agency["code"],
            family=agency["family"],
            faults=tuple(agency["faults"]),
            state=reports[agency["code"]]["portal_state"],
            right=tuple(agency[right]),
            requests=reports[agency["code"]]["coverage"]["requests"],
            seconds=_seconds(reports[agency["code"]]),
        )
        for agency in told["agencies"]
    )


def _seconds(report: dict[str, str]) -> float:
    started, finished = (report.get(name) for name in ("started_at", "finished_at"))
    if not started or not finished:
        return 0.0
    return (datetime.fromisoformat(finished) - datetime.fromisoformat(started)).total_seconds()


def wrong_ends(ends: Iterable[Ended]) -> list[str]:
    """The visits that ended in a state the truth does not allow."""
    return [
        f"seed {end.seed} {end.code} ({end.family}; {', '.join(end.faults) or 'no fault'}): "
        f"{end.state} instead of {' or '.join(end.right)}"
        for end in ends
        if not end.is_right
    ]


def states_table(ends: Iterable[Ended]) -> Iterator[str]:
    """Markdown: a row for each fault, how its visits ended and what that took."""
    by_fault: dict[str, list[Ended]] = defaultdict(list)
    for end in ends:
        for fault in end.faults or ("–",):
            by_fault[fault].append(end)
    yield "## How visits ended, by fault"
    yield ""
    yield "| fault | visits | right state | states | requests (median) | longest, s |"
    yield "|---|---|---|---|---|---|"
    for fault, group in sorted(by_fault.items()):
        right = sum(end.is_right for end in group)
        states = Counter(end.state for end in group).most_common()
        said = ", ".join(f"{state} {count}" for state, count in states)
        requests = sorted(end.requests for end in group)[len(group) // 2]
        longest = max(end.seconds for end in group)
        yield f"| {fault} | {len(group)} | {right} | {said} | {requests} | {longest:.0f} |"
