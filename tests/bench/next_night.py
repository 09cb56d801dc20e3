"""What a second night costs when nothing has changed: requests and bytes, no time is measured."""

from __future__ import annotations

import argparse
import shutil
import sqlite3
import statistics
import tempfile
from collections.abc import Sequence
from contextlib import closing
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from pathlib import Path

from tests.bench.quiet import quietly
from tests.quality.run_province import inspected_year, served

NEXT_NIGHT = timedelta(days=1)
_VISITS = """
SELECT agency_id, id FROM visit
WHERE finished_at IS NOT NULL AND state IN ('reached', 'partly_reached') ORDER BY id
"""
_COST = """
SELECT count(*),
       coalesce(sum(CASE WHEN snapshot.outcome = 'not_modified' THEN 0 ELSE body_bytes END), 0),
       coalesce(sum(snapshot.outcome = 'not_modified'), 0),
       (SELECT rests_on IS NOT NULL FROM visit WHERE visit.id = request.visit_id),
       coalesce(sum(found_by = 'evidence'), 0), coalesce(sum(found_by = 'aid'), 0)
FROM request LEFT JOIN snapshot ON snapshot.visit_id = request.visit_id
AND snapshot.seq = request.seq
WHERE request.visit_id = ? AND request.outcome IS NOT NULL AND taken_from IS NULL
AND request.method != 'PART'
"""
_TWICE = """
SELECT count(*) FROM snapshot AS later JOIN snapshot AS earlier
ON earlier.visit_id = ? AND later.visit_id = ? AND earlier.address = later.address
AND earlier.method = 'GET' AND later.method = 'GET' AND earlier.body_sha256 = later.body_sha256
WHERE later.outcome = 'ok' AND (earlier.etag IS NOT NULL OR earlier.last_modified IS NOT NULL)
"""


@dataclass(frozen=True, slots=True)
class Night:
    """What one visit cost."""

    requests: int
    body_bytes: int
    """Of bodies that came over the network."""
    not_modified: int
    took_over: bool
    """Whether it took over from an earlier visit what it did not ask."""
    evidence: int
    """Requests to addresses of known evidence."""
    own: int
    """Requests for robots.txt, sitemap, feeds and search, and tests."""


@dataclass(frozen=True, slots=True)
class TwoNights:
    """One portal, two nights in a row."""

    first: Night
    second: Night
    twice: int
    """Bodies with a validator that came in full though nothing had changed."""


def main(argv: Sequence[str] | None = None) -> int:
    """Two nights on one province; returns 1 when a body with a validator came twice."""
    parser = argparse.ArgumentParser(prog="scripts/bench next-night", description=__doc__)
    parser.add_argument("--size", default="demo", choices=("small", "demo", "bench"))
    parser.add_argument("--seed", type=int, default=1)
    options = parser.parse_args(argv)
    portals = measure(options.size, options.seed)
    print(table(portals))
    return 1 if any(portal.twice for portal in portals) else 0


def measure(size: str, seed: int) -> list[TwoNights]:
    """Both nights of every portal that was seen in both; scans are left unread."""
    folder = Path(tempfile.mkdtemp(prefix="giamsat-bench-"))
    year = inspected_year(datetime.now(UTC).date())
    try:
        with served(folder, size=size, seed=seed, year=year, ocr=False) as province:
            config = ["--config", str(province.config)]
            quiet = folder / "output.txt"
            quietly(quiet, ["registry", "import", str(province.registry), *config])
            quietly(quiet, ["crawl", *config])
            quietly(quiet, ["crawl", *config], ahead=NEXT_NIGHT)
        return two_nights(folder / "giamsat.db")
    finally:
        shutil.rmtree(folder, ignore_errors=True)


def two_nights(database: Path) -> list[TwoNights]:
    """The first and the last visit of every agency with at least two."""
    visits: dict[int, list[int]] = {}
    with closing(sqlite3.connect(database)) as connection:
        for agency_id, visit_id in connection.execute(_VISITS):
            visits.setdefault(agency_id, []).append(visit_id)
        return [
            TwoNights(
                _night(connection, own[0]),
                _night(connection, own[-1]),
                connection.execute(_TWICE, (own[0], own[-1])).fetchone()[0],
            )
            for own in visits.values()
            if len(own) > 1
        ]


def nights_of(connection: sqlite3.Connection, code: str) -> list[Night]:
    """Every visit to the portal of one agency."""
    query = """
    SELECT visit.id FROM visit JOIN agency ON agency.id = visit.agency_id
    WHERE agency.code = ? AND finished_at IS NOT NULL ORDER BY visit.id
    """
    return [_night(connection, visit_id) for (visit_id,) in connection.execute(query, (code,))]


def _night(connection: sqlite3.Connection, visit_id: int) -> Night:
    return Night(*connection.execute(_COST, (visit_id,)).fetchone())


def table(portals: Sequence[TwoNights]) -> str:
    """Both nights side by side."""
    if not portals:
        return "no portal was seen on both nights"
    first = sum(portal.first.body_bytes for portal in portals)
    second = sum(portal.second.body_bytes for portal in portals)
    taken = [portal for portal in portals if portal.second.took_over]
    return "\n".join(
        [
            f"portals seen on both nights: {len(portals)}",
            "",
            "| night | requests a portal (median) | most | body bytes | not modified |",
            "|---|---|---|---|---|",
            _row("first", [portal.first for portal in portals]),
            _row("second", [portal.second for portal in portals]),
            *_rows_of_taken(taken),
            "",
            f"body bytes of the second night: {second / max(first, 1):.1%} of the first",
            f"bodies with a validator fetched twice: {sum(portal.twice for portal in portals)}",
        ]
    )


def _rows_of_taken(taken: Sequence[TwoNights]) -> list[str]:
    """Both nights of the portals of which the second took over from the first."""
    if not taken:
        return []
    return [
        _row(f"first, {len(taken)} portals seen whole", [portal.first for portal in taken]),
        _row("second of these", [portal.second for portal in taken]),
        "",
        f"own requests of a second night: at most {max(one.second.own for one in taken)}",
    ]


def _row(name: str, nights: Sequence[Night]) -> str:
    requests = [night.requests for night in nights]
    total = sum(night.body_bytes for night in nights)
    unchanged = sum(night.not_modified for night in nights)
    median = statistics.median(requests)
    return f"| {name} | {median:.1f} | {max(requests)} | {total} | {unchanged} |"
