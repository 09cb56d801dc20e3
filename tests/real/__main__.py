"""Real portals on loopback: each filled, judged by ``giamsat check``, compared with the truth."""

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
from datetime import date, datetime, timedelta
from pathlib import Path
from types import FrameType
from typing import Any, NoReturn
from zoneinfo import ZoneInfo

from tests.real.agencies import scenario
from tests.real.compare import Compared, compare, table
from tests.real.editor import AbsentError, Editor
from tests.real.fill import Addresses, Webmaster
from tests.real.processes import running
from tests.real.scenario import PAGES, Scenario
from tests.real.sites import CMSS, SITES, Site

BASE = Path("var/real")
CACHE = BASE / "cache"
PAST = timedelta(days=2)
"""Some CMSs hold back, by a clock of their own, what is dated after now."""
DUE_MONTH = 4
"""From this month on the yearly papers of the year itself are due."""
CONFIG = """[database]
url = "sqlite:///{directory}/giamsat.db"
[crawler]
allow_private_addresses = true
delay_s = {delay_s}
"""


def main(argv: Sequence[str] | None = None) -> int:
    """Run it; 1 when something was invented or missed, 2 when a CMS could not be had."""
    options = _options(argv)
    # Set by hand: a program started in the background is deaf to Ctrl-C else.
    for number in (signal.SIGINT, signal.SIGTERM, signal.SIGHUP):
        signal.signal(number, _end)
    today = datetime.now(ZoneInfo("Asia/Ho_Chi_Minh")).date() - PAST
    wanted = {site.cms for site in _chosen(options)}
    try:
        options.cms = _installed(options)
        return _judged(options, today, whole=wanted == set(options.cms)) if options.cms else 2
    except KeyboardInterrupt:
        print("Interrupted; everything started has been ended.", file=sys.stderr)
        return 130


def _judged(options: argparse.Namespace, today: date, *, whole: bool) -> int:
    """Run what can be had; ``whole`` says that it is all that was asked for."""
    directory = Path(tempfile.mkdtemp(prefix="run-", dir=BASE)).resolve()
    try:
        rows = _run(directory, options, today)
    finally:
        if options.keep:
            print(f"Kept: {directory}", file=sys.stderr)
        else:
            shutil.rmtree(directory, ignore_errors=True)
    counts = Counter(str(row.mark) for row in rows)
    print("; ".join(f"{mark}: {count}" for mark, count in counts.most_common()))
    return int(any(row.mark.wrong for row in rows)) if whole else 2


def _options(argv: Sequence[str] | None) -> argparse.Namespace:
    parser = argparse.ArgumentParser(prog="scripts/real", description=__doc__)
    parser.add_argument("--seed", type=int, default=1, help="other wordings of the papers and news")
    told = "this CMS only; may be given several times"
    parser.add_argument("--cms", action="append", choices=tuple(CMSS), help=told)
    parser.add_argument("--posts", type=int, default=500, help="posts of each portal")
    parser.add_argument("--only", choices=("xa", "so"), help="the commune or the department")
    parser.add_argument("--delay-s", type=float, default=0.05, help="pause between two requests")
    parser.add_argument("--keep", action="store_true", help="leave the folder of the run")
    parser.add_argument("--serve", action="store_true", help="fill, then serve until Ctrl-C")
    return parser.parse_args(argv)


def _end(number: int, frame: FrameType | None) -> NoReturn:
    """Ended from outside is ended like by Ctrl-C: what was started is taken along."""
    raise KeyboardInterrupt


def _run(directory: Path, options: argparse.Namespace, today: date) -> tuple[Compared, ...]:
    """One site after the other, so that the machine carries one CMS at a time."""
    year = today.year if today.month >= DUE_MONTH else today.year - 1
    rows: list[Compared] = []
    for site in _chosen(options):
        made = scenario(site, year, today, options.seed, options.posts)
        place = directory / f"{site.cms}-{site.agency}"
        place.mkdir()
        with CMSS[site.cms].serve(CACHE.resolve(), place, made) as editor:
            addresses = _filled(editor, made, options.seed)
            if options.serve:
                print("Serving until Ctrl-C.", flush=True)
                signal.pause()
            config = place / "config.toml"
            config.write_text(CONFIG.format(directory=place, delay_s=options.delay_s))
            compared = compare(made, addresses, _check(editor.root, made, config, year))
            print(table(compared), flush=True)
            rows += compared
    return tuple(rows)


def _chosen(options: argparse.Namespace) -> tuple[Site, ...]:
    named = options.cms or list(CMSS)
    sites = (site for site in SITES if site.cms in named)
    return tuple(site for site in sites if options.only in (None, site.agency))


def _installed(options: argparse.Namespace) -> list[str]:
    """The names of the CMSs that can be had here; says of the others what is missing."""
    CACHE.mkdir(parents=True, exist_ok=True)
    held = []
    for name in dict.fromkeys(site.cms for site in _chosen(options)):
        try:
            CMSS[name].install(CACHE.resolve())
        except AbsentError as absent:
            print(f"{name}: left out: {absent}", file=sys.stderr)
        else:
            held.append(name)
    return held


def _filled(editor: Editor, scenario: Scenario, seed: int) -> Addresses:
    started = time.monotonic()
    addresses = Webmaster(editor, scenario, seed).fill()
    posts = len(scenario.news) + sum(piece.place not in PAGES for piece in scenario.pieces)
    held = f"{posts} posts, {len(scenario.pieces)} papers"
    took = time.monotonic() - started
    print(f"{scenario.cms} at {editor.root}: {held}, filled in {took:.0f} s", flush=True)
    return addresses


def _check(root: str, scenario: Scenario, config: Path, year: int) -> dict[str, Any]:
    started = time.monotonic()
    told = ["check", root, "--name", scenario.name, "--level", scenario.level]
    told += ["--year", str(year), "--json", "--config", str(config)]
    print("$ giamsat " + " ".join(f'"{t}"' if " " in t else t for t in told), flush=True)
    command = [str(Path(sys.executable).with_name("giamsat")), *told]
    output, errors = (config.parent / f"check.{kind}" for kind in ("json", "log"))
    with running(command, output, errors=errors) as process:
        status = process.wait()
    if status not in (0, 1) or not output.stat().st_size:
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
