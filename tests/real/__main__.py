"""The run: database, sites, filling, ``giamsat check``, comparison; all of it ended at the end."""

from __future__ import annotations

import argparse
import json
import shutil
import signal
import sys
import tempfile
import time
from collections import Counter
from collections.abc import Sequence
from contextlib import AbstractContextManager, ExitStack
from datetime import date, datetime
from pathlib import Path
from types import FrameType
from typing import Any, NoReturn
from zoneinfo import ZoneInfo

from tests.real.agencies import scenarios
from tests.real.compare import Compared, compare, table
from tests.real.database import database
from tests.real.fill import Addresses, Webmaster
from tests.real.processes import running
from tests.real.scenario import Scenario
from tests.real.site import served
from tests.real.wordpress import WordPress

BASE = Path("var/real")
DUE_MONTH = 4
"""From this month on the yearly papers of the year itself are due."""
CONFIG = """[database]
url = "sqlite:///{directory}/giamsat.db"
[crawler]
allow_private_addresses = true
delay_s = {delay_s}
"""


def main(argv: Sequence[str] | None = None) -> int:
    """Run it; 1 when something was invented or missed."""
    options = _options(argv)
    # Set by hand: a program started in the background is deaf to Ctrl-C else.
    for number in (signal.SIGINT, signal.SIGTERM, signal.SIGHUP):
        signal.signal(number, _end)
    today = datetime.now(ZoneInfo("Asia/Ho_Chi_Minh")).date()
    directory = Path(tempfile.mkdtemp(prefix="run-", dir=BASE)).resolve()
    try:
        rows = _run(directory, options, today)
    except KeyboardInterrupt:
        print("Interrupted; everything started has been ended.", file=sys.stderr)
        return 130
    finally:
        if options.keep:
            print(f"Kept: {directory}", file=sys.stderr)
        else:
            shutil.rmtree(directory, ignore_errors=True)
    counts = Counter(str(row.mark) for row in rows)
    print(table(rows))
    print("; ".join(f"{mark}: {count}" for mark, count in counts.most_common()))
    return int(any(row.mark.wrong for row in rows))


def _options(argv: Sequence[str] | None) -> argparse.Namespace:
    parser = argparse.ArgumentParser(prog="scripts/real", description=__doc__)
    parser.add_argument("--seed", type=int, default=1, help="other wordings of the papers and news")
    parser.add_argument("--only", choices=("xa", "so"), help="one of the two agencies")
    parser.add_argument("--delay-s", type=float, default=0.05, help="pause between two requests")
    parser.add_argument("--keep", action="store_true", help="leave the folder of the run")
    parser.add_argument("--serve", action="store_true", help="fill, then serve until Ctrl-C")
    return parser.parse_args(argv)


def _end(number: int, frame: FrameType | None) -> NoReturn:
    """Ended from outside is ended like by Ctrl-C: what was started is taken along."""
    raise KeyboardInterrupt


def _run(directory: Path, options: argparse.Namespace, today: date) -> tuple[Compared, ...]:
    year = today.year if today.month >= DUE_MONTH else today.year - 1
    chosen = [s for s in scenarios(year, today, options.seed) if options.only in (None, s.key)]
    config = directory / "config.toml"
    config.write_text(CONFIG.format(directory=directory, delay_s=options.delay_s))
    rows: list[Compared] = []
    with ExitStack() as stack:
        place = stack.enter_context(database(directory / "database", [s.key for s in chosen]))
        for scenario in chosen:
            root = stack.enter_context(_site(directory, scenario, place))
            addresses = _filled(root, scenario, options.seed)
            if not options.serve:
                report = _check(root, scenario, config, year)
                rows += compare(scenario, addresses, report)
        if options.serve:
            print("Serving until Ctrl-C.", flush=True)
            signal.pause()
    return tuple(rows)


def _site(directory: Path, scenario: Scenario, place: Path) -> AbstractContextManager[str]:
    folder, rewrite = directory / scenario.key, bool(scenario.permalinks)
    return served(folder, scenario.key, scenario.address, place, rewrite=rewrite)


def _filled(root: str, scenario: Scenario, seed: int) -> Addresses:
    started = time.monotonic()
    wordpress = WordPress(root, scenario.name)
    try:
        addresses = Webmaster(wordpress, scenario, seed).fill()
    finally:
        wordpress.close()
    held = f"{len(scenario.news)} news items, {len(scenario.pieces)} papers"
    print(f"{root}: {held}, filled in {time.monotonic() - started:.0f} s", flush=True)
    return addresses


def _check(root: str, scenario: Scenario, config: Path, year: int) -> dict[str, Any]:
    started = time.monotonic()
    told = ["check", root, "--name", scenario.name, "--level", scenario.level]
    told += ["--year", str(year), "--json", "--config", str(config)]
    print("$ giamsat " + " ".join(f'"{t}"' if " " in t else t for t in told), flush=True)
    command = [str(Path(sys.executable).with_name("giamsat")), *told]
    output, errors = (config.parent / f"{scenario.key}.{kind}" for kind in ("json", "log"))
    with running(command, output, errors=errors) as process:
        status = process.wait()
    if status not in (0, 1):
        raise SystemExit(f"giamsat check ended with {status}:\n{errors.read_text()[-3000:]}")
    report: dict[str, Any] = json.loads(output.read_bytes())
    coverage = report["coverage"]
    words = ["requests", "pages", "documents", "failed", "complete", "stopped_by", "search"]
    words += ["sitemap", "unread"]
    print(f"  {report['portal_state']} in {time.monotonic() - started:.0f} s; ", end="")
    print("; ".join(f"{word} {coverage[word]}" for word in words), flush=True)
    return report


if __name__ == "__main__":
    sys.exit(main())
