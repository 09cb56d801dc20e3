"""The demonstration: a night on the sample province, by the commands a user would type.

Run again, it is the next night on the same store: the program's clock is moved ahead a day.
"""

from __future__ import annotations

import argparse
import shlex
import socket
import sys
import time
from collections.abc import Sequence
from datetime import UTC, datetime, timedelta
from pathlib import Path

from tests.quality.run_province import ServedProvince, eyes, giamsat, inspected_year, served
from tests.quality.score import load_verdicts, share

FIRST_PORT = 18161
EXPORTS = (
    ("missing", "csv", "khong-cong-bo.csv"),
    ("missing", "xlsx", "khong-cong-bo.xlsx"),
    ("undetermined", "csv", "can-kiem-tra.csv"),
    ("matrix", "json", "bang-tong-hop.json"),
    ("matrix", "html", "bang-tong-hop.html"),
    ("evidence", "csv", "bang-chung.csv"),
)


def main(argv: Sequence[str] | None = None) -> int:
    """Run the demonstration; returns the exit status."""
    options = _options(argv)
    directory: Path = options.directory
    nights = _nights_so_far(directory)
    ahead = timedelta(days=nights)
    year = inspected_year(datetime.now(UTC).date())
    started = time.monotonic()
    print(f"Making the sample province (seed {options.seed}) ...", flush=True)
    port = _port_of(directory)
    with served(directory, size=options.size, seed=options.seed, year=year, port=port) as province:
        (directory / "port").write_text(str(province.port))
        print(
            f"{province.portals} portals, {province.pages} pages, on loopback port "
            f"{province.port}; ready after {time.monotonic() - started:.0f} s. "
            + (f"Night {nights + 1}: the clock is {nights} day(s) ahead." if nights else ""),
            flush=True,
        )
        status = _night(province, ahead, full=options.full)
    (directory / "nights").write_text(str(nights + 1))
    _compare(province)
    print(f"Done in {time.monotonic() - started:.0f} s. Run again for the next night.")
    return status


def _options(argv: Sequence[str] | None) -> argparse.Namespace:
    parser = argparse.ArgumentParser(prog="scripts/demo", description=__doc__)
    parser.add_argument("--size", default="demo", choices=("small", "demo", "bench"))
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument(
        "--full", action="store_true", help="open every portal whole, also on a later night"
    )
    parser.add_argument("--directory", type=Path, default=Path("var/demo"))
    return parser.parse_args(argv)


def _nights_so_far(directory: Path) -> int:
    counter = directory / "nights"
    return int(counter.read_text()) if counter.is_file() else 0


def _port_of(directory: Path) -> int:
    """The port of the first night, for addresses must not change; else a free one."""
    kept = directory / "port"
    if kept.is_file():
        return int(kept.read_text())
    for port in range(FIRST_PORT, FIRST_PORT + 100):
        with socket.socket() as probe:
            if probe.connect_ex(("127.0.0.1", port)) != 0:
                return port
    return 0


def _night(province: ServedProvince, ahead: timedelta, *, full: bool) -> int:
    """Import, crawl, export, each command shown as it would be typed."""
    config = ["--config", str(province.config)]
    crawl = ["crawl", *(("--full",) if full else ()), *config]
    commands = [["registry", "import", str(province.registry), *config], crawl]
    for what, form, name in EXPORTS:
        output = str(province.directory / name)
        commands.append(["export", what, "--format", form, "--output", output, *config])
    for command in commands:
        print(f"$ giamsat {shlex.join(command)}", flush=True)
        status = giamsat(command, ahead=ahead)
        sys.stdout.flush()
        if status > 1:
            return status
    return 0


def _compare(province: ServedProvince) -> None:
    """The demonstration knows the truth, so it says how right the night was."""
    verdicts = load_verdicts(province.directory / "bang-tong-hop.json", province.truth, eyes())
    required = [v for v in verdicts if v.requirement == "required" and v.readable]
    false = [v for v in verdicts if v.is_false_accusation]
    print(
        f"Against the province's truth file: required publications on readable portals right "
        f"{share(required)}; accusations the truth does not allow: {len(false)}"
    )


if __name__ == "__main__":
    sys.exit(main())
