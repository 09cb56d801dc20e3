"""Requests until all is found, beside breadth-first and the shortest paths; no time is measured."""

from __future__ import annotations

import argparse
import asyncio
import shutil
import statistics
import tempfile
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path
from urllib.parse import urlsplit

from domain.findings import Finding, Side
from domain.outcomes import StoppedBy
from domain.publications import Requirement, Status
from storage.looks import Look
from storage.store import open_store
from tests.bench.link_graph import Graph, graphs
from tests.bench.quiet import quietly
from tests.province.lots import FAMILIES_OF_161
from tests.quality.run_province import Chosen, inspected_year, served

LARGE = 300
"""Addresses from which on a portal counts as large."""
LARGE_PORTALS = Chosen(families=tuple(FAMILIES_OF_161), pages=(300, 800))


@dataclass(frozen=True, slots=True)
class Counted:
    """One portal's first visit, counted."""

    portal_url: str
    papers: int
    """Required publications that were found."""
    requests: int
    """Until the last of them was opened: robots.txt, search and everything else included."""
    breadth_first: int | None
    shortest: int | None
    opened: int
    """Different addresses asked for in the whole visit."""
    contents: int
    """Addresses of the portal with something of their own on them."""
    complete: bool

    @property
    def ratio(self) -> float | None:
        """Requests to the shortest paths together."""
        return self.requests / self.shortest if self.papers and self.shortest else None

    @property
    def share(self) -> float:
        """Of the portal's addresses, how many were opened."""
        return self.opened / max(self.contents, 1)


def main(argv: Sequence[str] | None = None) -> int:
    """Count some provinces and print tables."""
    parser = argparse.ArgumentParser(prog="scripts/bench requests", description=__doc__)
    parser.add_argument("--size", default="demo", choices=("small", "demo", "bench"))
    parser.add_argument("--seeds", type=int, nargs="+", default=[1])
    parser.add_argument("--with-ocr", action="store_true", help="read scans too, which takes long")
    parser.add_argument(
        "--kept", type=Path, help="count the nights that scripts/quality province --keep left here"
    )
    parser.add_argument(
        "--large", action="store_true", help="one large portal of every platform, not a province"
    )
    options = parser.parse_args(argv)
    counted: list[Counted] = []
    for seed in options.seeds:
        if options.kept:
            counted += of_kept(options.kept / f"seed-{seed}", options.size, seed)
        else:
            chosen = LARGE_PORTALS if options.large else None
            counted += measure(options.size, seed, ocr=options.with_ocr, chosen=chosen)
    print(table(counted))
    return 0


def measure(size: str, seed: int, *, ocr: bool, chosen: Chosen | None = None) -> list[Counted]:
    """A first night on one province, and its link graphs while it is still served."""
    folder = Path(tempfile.mkdtemp(prefix="giamsat-bench-"))
    year = inspected_year(datetime.now(UTC).date())
    try:
        with served(folder, size=size, seed=seed, year=year, ocr=ocr, chosen=chosen) as province:
            config = ["--config", str(province.config)]
            quiet = folder / "output.txt"
            quietly(quiet, ["registry", "import", str(province.registry), *config])
            quietly(quiet, ["crawl", *config])
            return counted_of(province.directory, year)
    finally:
        shutil.rmtree(folder, ignore_errors=True)


def of_kept(night: Path, size: str, seed: int) -> list[Counted]:
    """The first night that was kept in a folder, while its province is served once more."""
    year = inspected_year(datetime.now(UTC).date())
    looks = _looks(night, year)
    port = next(filter(None, (urlsplit(look.report.portal_url).port for look in looks)))
    folder = Path(tempfile.mkdtemp(prefix="giamsat-bench-"))
    try:
        with served(folder, size=size, seed=seed, year=year, port=port):
            return counted_of(night, year)
    finally:
        shutil.rmtree(folder, ignore_errors=True)


def counted_of(directory: Path, year: int) -> list[Counted]:
    """Every portal of a store that was visited to some end, while its province is served."""
    looks = [look for look in _looks(directory, year) if look.report.portal_state.judgeable]
    walked = asyncio.run(graphs(look.report.portal_url for look in looks))
    return [_counted(look, walked[look.report.portal_url]) for look in looks]


def _looks(directory: Path, year: int) -> list[Look]:
    store = open_store(f"sqlite:///{directory}/giamsat.db", create=False)
    try:
        ids = [stored.id for stored in store.agencies()]
        found = [store.looks.newest(one, year, 1) for one in ids]
    finally:
        store.close()
    return [look for look in found if look is not None]


def _counted(look: Look, graph: Graph) -> Counted:
    places = [_places(look, finding) for finding in look.report.findings if _is_wanted(finding)]
    first: dict[str, int] = {}
    for attempt in reversed(look.visit.attempts):
        if attempt.outcome is not None:
            first |= dict.fromkeys((attempt.address, attempt.final_address), attempt.order)
    asked = {one.address for one in look.visit.attempts if one.outcome is not None}
    found_at = [min(first[one] for one in any_of if one in first) for any_of in places]
    return Counted(
        portal_url=look.report.portal_url,
        papers=len(places),
        requests=max(found_at, default=0),
        breadth_first=graph.breadth_first(places),
        shortest=graph.shortest_paths(places),
        opened=len(asked),
        contents=graph.contents,
        complete=look.visit.stopped_by is StoppedBy.NOTHING_LEFT,
    )


def _is_wanted(finding: Finding) -> bool:
    required = finding.requirement is Requirement.REQUIRED
    return required and finding.status is Status.PUBLISHED


def _places(look: Look, finding: Finding) -> frozenset[str]:
    """Every address at which a paper that speaks for the finding was opened."""
    proofs = [one for one in finding.evidence if one.side is Side.FOR]
    urls, bodies = {one.url for one in proofs}, {one.sha256 for one in proofs} - {None}
    return frozenset(
        address
        for attempt in look.visit.attempts
        if attempt.outcome is not None
        for address in (attempt.address, attempt.final_address)
        if address in urls or attempt.sha256 in bodies
    )


def table(counted: Sequence[Counted]) -> str:
    """The figures that matter, and the portals that cost most."""
    with_papers = [one for one in counted if one.ratio is not None]
    lines = [
        f"portals {len(counted)}, with required papers found {len(with_papers)}",
        "",
        "| requests until the last required paper | median | mean |",
        "|---|---|---|",
        _row("giamsat", [one.requests for one in with_papers]),
        _row("breadth first", [one.breadth_first or 0 for one in with_papers]),
        _row("shortest paths together", [one.shortest or 0 for one in with_papers]),
        _row("giamsat : shortest paths", [one.ratio or 0 for one in with_papers]),
        _row(
            "breadth first : shortest paths",
            [(one.breadth_first or 0) / (one.shortest or 1) for one in with_papers],
        ),
    ]
    return "\n".join([*lines, *_large(counted), *_dearest(with_papers)])


def _row(name: str, figures: Iterable[float]) -> str:
    known = list(figures) or [0.0]
    return f"| {name} | {statistics.median(known):.1f} | {statistics.mean(known):.1f} |"


def _large(counted: Sequence[Counted]) -> list[str]:
    large = [one for one in counted if one.complete and one.contents >= LARGE]
    lines = ["", f"complete first visits on portals of {LARGE} and more addresses: {len(large)}"]
    shares = [one.share for one in large]
    if shares:
        lines.append(
            f"addresses opened: median {statistics.median(shares):.1%}, most {max(shares):.1%}"
        )
    return lines + [f"- {one.portal_url} {one.opened} of {one.contents}" for one in large]


def _dearest(counted: Sequence[Counted]) -> list[str]:
    worst = sorted(counted, key=lambda one: one.ratio or 0, reverse=True)[:10]
    lines = ["", "| dearest portals | requests | breadth first | shortest | ratio |"]
    lines.append("|---|---|---|---|---|")
    return lines + [
        f"| {one.portal_url} | {one.requests} | {one.breadth_first} | {one.shortest}"
        f" | {one.ratio or 0:.1f} |"
        for one in worst
    ]
