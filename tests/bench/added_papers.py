"""Which papers put up since the first night are found in the second; requests, no time."""

from __future__ import annotations

import argparse
import shutil
import sqlite3
import statistics
import tempfile
from collections.abc import Mapping, Sequence
from contextlib import closing
from dataclasses import dataclass
from datetime import UTC, datetime
from functools import partial
from pathlib import Path

from tests.bench.next_night import NEXT_NIGHT, Night, nights_of
from tests.bench.quiet import quietly
from tests.province.lots import COMMON, FAMILIES_OF_161
from tests.quality.run_province import Chosen, inspected_year, served

CHOSEN = Chosen(families=(*FAMILIES_OF_161, *COMMON, *COMMON))
"""Sound portals: one of every platform, and two more of the common ones."""
_STATUSES = """
SELECT finding.status, judgement.rests_on, judgement.portal_state FROM finding
JOIN judgement ON judgement.id = finding.judgement_id
JOIN agency ON agency.id = judgement.agency_id
WHERE agency.code = ? AND finding.publication = ? ORDER BY judgement.id
"""


@dataclass(frozen=True, slots=True)
class Added:
    """One paper that was put up, and what each night said of it."""

    code: str
    publication: str
    section: str
    before: str
    after: str
    took_over: bool
    """Whether the second night took anything over."""
    state: str
    nights: Sequence[Night]


def main(argv: Sequence[str] | None = None) -> int:
    """Two nights, papers added in between; returns 1 when one was not found."""
    parser = argparse.ArgumentParser(prog="scripts/bench added-papers", description=__doc__)
    parser.add_argument("--seed", type=int, default=1)
    options = parser.parse_args(argv)
    added = measure(options.seed)
    print(table(added))
    return 0 if added and all(one.after == "published" for one in added) else 1


def measure(seed: int) -> list[Added]:
    """Every paper that was added; scans are left unread."""
    folder = Path(tempfile.mkdtemp(prefix="giamsat-bench-"))
    year = inspected_year(datetime.now(UTC).date())
    quiet, database = folder / "output.txt", folder / "giamsat.db"
    serve = partial(served, folder, size="small", seed=seed, year=year, ocr=False, chosen=CHOSEN)
    try:
        with serve() as before:
            config = ["--config", str(before.config)]
            quietly(quiet, ["registry", "import", str(before.registry), *config])
            quietly(quiet, ["crawl", *config])
        with serve(port=before.port, one_more=True) as after:
            quietly(quiet, ["crawl", *config], ahead=NEXT_NIGHT)
        return told(database, after.added)
    finally:
        shutil.rmtree(folder, ignore_errors=True)


def told(database: Path, added: Mapping[str, Mapping[str, str]]) -> list[Added]:
    """What the nights said of each of them."""
    found: list[Added] = []
    with closing(sqlite3.connect(database)) as connection:
        for code, one in added.items():
            rows = connection.execute(_STATUSES, (code, one["publication"])).fetchall()
            if len(rows) > 1:
                (before, _, _), (after, rests_on, state) = rows[0], rows[-1]
                nights = nights_of(connection, code)
                found.append(
                    Added(code, **one, before=before, after=after, took_over=bool(rests_on),
                          state=state, nights=nights)
                )  # fmt: skip
    return found


def table(added: Sequence[Added]) -> str:
    """One line a paper, then the sums."""
    rows = [
        f"| {one.code} | {one.publication} | {one.section} | {one.before} | {one.after} | "
        f"{'yes' if one.took_over else 'no'} | {one.state} | "
        f"{one.nights[0].requests} | {one.nights[-1].requests} |"
        for one in added
    ]
    found = sum(one.after == "published" for one in added)
    median = statistics.median(one.nights[-1].requests for one in added) if added else 0
    return "\n".join(
        [
            "| portal | paper added | where | first night | second | took over | state | "
            "requests | then |",
            "|---|---|---|---|---|---|---|---|---|",
            *rows,
            "",
            f"found the same night: {found} of {len(added)}; requests then (median): {median:.1f}",
        ]
    )
