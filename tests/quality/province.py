"""The quality gate: nights on the sample province over several seeds, against its truth."""

from __future__ import annotations

import argparse
import shutil
import sys
import tempfile
import tomllib
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path

from tests.province.eyes import Eyes
from tests.quality.province_states import Ended, load_ends, states_table, wrong_ends
from tests.quality.report import Floors, failures, report
from tests.quality.run_province import ROOT, Chosen, eyes, giamsat, inspected_year, served
from tests.quality.score import Verdict, load_verdicts

FLOORS = Path(__file__).with_name("floors.toml")
PAGE = ROOT / "docs" / "quality.md"


def main(argv: Sequence[str] | None = None) -> int:
    """Measure; returns 1 when a floor is not held."""
    options = _options(argv)
    seeing = eyes(ocr=not options.without_ocr)
    verdicts: list[Verdict] = []
    ends: list[Ended] = []
    for seed in options.seeds:
        print(f"Province of seed {seed} ...", file=sys.stderr, flush=True)
        night = measure(options, seed, seeing)
        verdicts += night.verdicts
        ends += night.ends
    chosen = "chosen" if options.family or options.fault else options.size
    text = report(verdicts, chosen, options.seeds, seeing)
    text += "\n" + "\n".join(states_table(ends)) + "\n"
    print(text)
    for line in wrong_ends(ends):
        print(f"WRONG STATE: {line}", file=sys.stderr)
    if options.write:
        PAGE.write_text(text, encoding="utf-8")
    floors = Floors(**tomllib.loads(FLOORS.read_text(encoding="utf-8")))
    broken = failures(verdicts, floors)
    for line in broken:
        print(f"FLOOR NOT HELD: {line}", file=sys.stderr)
    return 1 if broken else 0


def _options(argv: Sequence[str] | None) -> argparse.Namespace:
    parser = argparse.ArgumentParser(prog="scripts/quality", description=__doc__)
    parser.add_argument("--size", default="demo", choices=("small", "demo", "bench"))
    parser.add_argument("--family", action="append", default=[], help="only portals of this kind")
    parser.add_argument("--fault", action="append", default=[], help="only portals with this fault")
    parser.add_argument("--seeds", type=int, nargs="+", default=[1, 2, 3])
    parser.add_argument("--write", action="store_true", help="write docs/quality.md")
    parser.add_argument("--keep", type=Path, help="keep stores and exports below this folder")
    parser.add_argument(
        "--without-ocr", action="store_true", help="leave pictures of papers unread"
    )
    return parser.parse_args(argv)


@dataclass(frozen=True, slots=True)
class Night:
    """What one night said, and how its visits ended."""

    verdicts: tuple[Verdict, ...]
    ends: tuple[Ended, ...]


def measure(options: argparse.Namespace, seed: int, seeing: Eyes) -> Night:
    """One night on one province."""
    keep: Path | None = options.keep
    folder = Path(tempfile.mkdtemp(prefix="giamsat-")) if keep is None else keep / f"seed-{seed}"
    shutil.rmtree(folder, ignore_errors=True)
    year = inspected_year(datetime.now(UTC).date())
    try:
        chosen = Chosen(tuple(options.family), tuple(options.fault))
        given = chosen if chosen.options else None
        with served(
            folder, size=options.size, seed=seed, year=year, ocr=seeing.ocr, chosen=given
        ) as province:
            matrix = folder / "matrix.json"
            config = ["--config", str(province.config)]
            _run(["registry", "import", str(province.registry), *config])
            _run(["crawl", *config])
            _run(["export", "matrix", "--format", "json", "--output", str(matrix), *config])
        return Night(
            load_verdicts(matrix, province.truth, seeing),
            load_ends(matrix, province.truth, seeing),
        )
    finally:
        if keep is None:
            shutil.rmtree(folder, ignore_errors=True)


def _run(arguments: list[str]) -> None:
    """A command whose own output is not the report's."""
    stdout = sys.stdout
    sys.stdout = sys.stderr
    try:
        status = giamsat(arguments)
    finally:
        sys.stdout = stdout
    if status > 1:
        raise RuntimeError(f"giamsat {arguments[0]} ended with {status}")
