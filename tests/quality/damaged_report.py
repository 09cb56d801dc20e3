"""The measured cost of damaged files as a page of Markdown."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable
from typing import TYPE_CHECKING

if TYPE_CHECKING:  # the measuring imports this page
    from tests.quality.damaged import Measured, Outcome

_TOP = """# Damaged and hostile files

Made by `python -m tests.quality.damaged --write`. Sound papers of the sample province are damaged
in seeded ways, and files are built that claim, nest, repeat and unpack without end. Each is read
by a worker of the pool under the default limits: {timeout_s:g} s of time, longer where the pages
of a picture are recognised, {memory_mb} MB of memory beyond the interpreter, nothing written. A
file that breaks its reader costs itself alone.

"Members unread" is said of an archive whose files are known by name and none of which could be
read. Damage that ends in "read" left enough of the paper; what is missing in it is noted.
"""


def report(measured: Measured) -> str:
    """The page."""
    outcomes, faults = measured.outcomes, measured.faults()
    slowest = max(outcomes, key=lambda each: each.seconds)
    largest = max(outcomes, key=lambda each: each.megabytes)
    settings = measured.settings
    lines = [
        _TOP.format(timeout_s=settings.timeout_s, memory_mb=settings.memory_mb),
        f"- Files: {len(outcomes)} (seed {measured.seed})",
        f"- What came of them: {_counted(each.result for each in outcomes)}",
        f"- Slowest: {slowest.seconds:.1f} s ({slowest.format}, {slowest.damage})",
        f"- Most memory of a worker: {largest.megabytes:.0f} MB "
        f"({largest.format}, {largest.damage})",
        f"- Main process: {measured.own_mb[0]:.0f} MB before, {measured.own_mb[-1]:.0f} MB after "
        f"({measured.growth_mb:+.0f} MB); after every tenth of the files: "
        f"{', '.join(f'{held:.0f}' for held in measured.own_mb[1:-1])}",
        f"- Limits broken: {len(faults)}",
        *(f"  - {fault}" for fault in faults),
        "",
        "| Format | Damage | Files | What came of them | Longest, s | Most memory, MB |",
        "| --- | --- | ---: | --- | ---: | ---: |",
        *_rows(outcomes),
    ]
    return "\n".join(lines) + "\n"


def _rows(outcomes: Iterable[Outcome]) -> list[str]:
    groups: defaultdict[tuple[str, str], list[Outcome]] = defaultdict(list)
    for each in outcomes:
        groups[each.format, each.damage].append(each)
    return [
        f"| {form} | {damage} | {len(group)} | {_counted(each.result for each in group)} "
        f"| {max(each.seconds for each in group):.2f} "
        f"| {max(each.megabytes for each in group):.0f} |"
        for (form, damage), group in sorted(groups.items())
    ]


def _counted(results: Iterable[str]) -> str:
    return ", ".join(f"{result} {count}" for result, count in Counter(results).most_common())
