"""``python -m tests.province serve``: the sample province as a program."""

from __future__ import annotations

import argparse
import json
import os
import signal
import stat
import sys
import threading
from dataclasses import asdict
from pathlib import Path

from tests.province.build import Province, build_chosen, build_province
from tests.province.exchange import Log
from tests.province.lots import ORDINARY_PAGES, SIZES
from tests.province.running import Running, write_files


def arguments() -> argparse.Namespace:
    """The command line."""
    parser = argparse.ArgumentParser(prog="python -m tests.province", description=__doc__)
    commands = parser.add_subparsers(dest="command", required=True)
    serve = commands.add_parser("serve", help="serve until SIGTERM or until stdin closes")
    serve.add_argument("--size", choices=tuple(SIZES), default="demo")
    serve.add_argument("--family", action="append", default=[], help="a portal of this platform")
    serve.add_argument("--fault", action="append", default=[], help="a portal with this fault")
    serve.add_argument(
        "--pages", nargs=2, type=int, default=ORDINARY_PAGES, metavar=("LEAST", "MOST"),
        help="of a portal asked for by platform or fault",
    )  # fmt: skip
    serve.add_argument(
        "--one-more", action="store_true", help="a paper more on every sound portal that lacks one"
    )
    serve.add_argument("--seed", type=int, default=1)
    serve.add_argument("--year", type=int, default=2026)
    serve.add_argument("--port", type=int, default=0)
    serve.add_argument("--directory", type=Path, required=True)
    return parser.parse_args()


def main() -> None:
    """Serve the province and say on stdout when it is ready."""
    given = arguments()
    province = _province(given)
    given.directory.mkdir(parents=True, exist_ok=True)
    running = Running(province, given.port, Log(given.directory / "log.jsonl"))
    write_files(province, running.port, given.directory)
    stopped = threading.Event()
    for name in (signal.SIGTERM, signal.SIGINT):
        signal.signal(name, lambda *_: stopped.set())
    running.start()
    ready = {"port": running.port, "pages": province.pages, "portals": len(province.portals)}
    added = {code: asdict(one) for code, one in province.added.items()}
    sys.stdout.write(json.dumps({**ready, "files": province.files, "added": added}) + "\n")
    sys.stdout.flush()
    threading.Thread(target=_wait_for_end_of_stdin, args=(stopped,), daemon=True).start()
    stopped.wait()
    running.stop()


def _province(given: argparse.Namespace) -> Province:
    """The province of a size, or only the portals asked for by platform and by fault."""
    if not given.family and not given.fault:
        return build_province(given.size, given.seed, given.year, one_more=given.one_more)
    least, most = given.pages
    return build_chosen(
        tuple(given.family), tuple(given.fault), given.seed, given.year,
        pages=(least, most), one_more=given.one_more,
    )  # fmt: skip


def _wait_for_end_of_stdin(stopped: threading.Event) -> None:
    pipe = sys.stdin.fileno()
    if not stat.S_ISFIFO(os.fstat(pipe).st_mode):
        return  # a terminal, or /dev/null under a shell's "&": only a pipe has a starter behind it
    while os.read(pipe, 4096):  # not sys.stdin: its lock, held here, ends the interpreter badly
        continue
    stopped.set()


if __name__ == "__main__":
    main()
