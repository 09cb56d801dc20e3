"""The labelled corpus: cast every wording, inspect every item, measure."""

from __future__ import annotations

import argparse
import sys
import time
from collections import Counter
from collections.abc import Sequence
from datetime import UTC, datetime
from pathlib import Path

from domain.publications import Period
from rules.catalogue import Catalogue, load_catalogue
from tests.quality.corpus.casting import cast
from tests.quality.corpus.floors import broken, load_floors
from tests.quality.corpus.item import Item
from tests.quality.corpus.loading import Loaded, load
from tests.quality.corpus.measured import Measured
from tests.quality.corpus.openings import (
    ROOT,
    load_openings,
    note_opening,
    opening_of,
    rules_digest,
)
from tests.quality.corpus.report import report
from tests.quality.corpus.running import Inspected, run
from tests.quality.corpus.score import figures
from tests.quality.corpus.showing import changed_by_spelling, dump, shown, summary
from tests.quality.corpus.verdict import Verdict, mistakes, verdicts_of

PAGE = ROOT / "docs" / "accuracy.md"
_SHOWN = 10
_TOLD_EVERY = 500


def main(argv: Sequence[str] | None = None) -> int:
    """Measure; returns 1 when a floor is not held."""
    options = _options(argv)
    catalogue = load_catalogue()
    loaded = load(catalogue.ids, held_out=True)
    _complain(loaded)
    if options.dump:
        return _dump(_items(loaded, catalogue, held_out=False), options.dump, options.into)
    items = [
        item
        for item in _items(loaded, catalogue, held_out=options.held_out)
        if item.id.startswith(options.only)
    ]
    rules = rules_digest()
    done = _inspected(items, options.processes)
    if rules_digest() != rules:
        print("WARNING: the rules were edited while this ran: measure again", file=sys.stderr)
    verdicts = list(verdicts_of(done))
    _show([v for v in verdicts if not v.item.held_out], options.show)
    if options.held_out:
        hidden = [v for v in verdicts if v.item.held_out]
        note_opening(opening_of(options.why, figures(hidden), rules))
    if options.write:
        measured = Measured(
            loaded.wordings, verdicts, load_openings(), rules, datetime.now(UTC), loaded.skipped
        )
        PAGE.write_text(report(measured), encoding="utf-8")
    return _judged(verdicts, done, whole=not options.only)


def _options(argv: Sequence[str] | None) -> argparse.Namespace:
    parser = argparse.ArgumentParser(prog="scripts/quality corpus", description=__doc__)
    parser.add_argument("--only", default="", metavar="ID_PREFIX", help="items whose id begins so")
    parser.add_argument("--processes", type=int, default=2)
    parser.add_argument("--show", type=int, default=_SHOWN, help="how many kinds of mistakes")
    parser.add_argument("--write", action="store_true", help="write docs/accuracy.md")
    parser.add_argument("--held-out", action="store_true", help="also run what nobody looks at")
    parser.add_argument("--why", default="", metavar="TEXT", help="what it is opened for")
    parser.add_argument("--dump", metavar="ID", help="write the pages of this item")
    parser.add_argument("--into", type=Path, default=Path("corpus-item"), help="folder for --dump")
    options = parser.parse_args(argv)
    if options.held_out and not options.why.strip():
        parser.error("--held-out needs --why TEXT: every opening is written into openings.toml")
    if options.only and (options.write or options.held_out):
        parser.error("--write and --held-out measure the whole corpus: leave --only out")
    return options


def _complain(loaded: Loaded) -> None:
    for problem in loaded.problems:
        print(f"WRONG IN THE CORPUS: {problem}")
    if loaded.problems:
        total = len(loaded.wordings) + loaded.skipped
        print(f"LEFT OUT: {loaded.skipped} wordings or files with mistakes, of {total}")


def _items(loaded: Loaded, catalogue: Catalogue, *, held_out: bool) -> tuple[Item, ...]:
    yearly = {one.id for one in catalogue.publications if one.period is Period.YEARLY}
    chosen = [wording for wording in loaded.wordings if held_out or not wording.held_out]
    return cast(chosen, yearly)


def _inspected(items: Sequence[Item], processes: int) -> list[Inspected]:
    started = time.monotonic()
    done = []
    for one in run(items, processes):
        done.append(one)
        if len(done) % _TOLD_EVERY == 0:
            print(f"{len(done)} of {len(items)} items ...", file=sys.stderr, flush=True)
    print(f"{len(items)} items in {time.monotonic() - started:.1f} s", file=sys.stderr)
    for one in done:
        if one.failure:
            kind = one.failure.partition(":")[0]
            print(f"FAILED a held-out item: {kind}" if one.item.held_out
                  else f"FAILED {one.item.id}: {one.failure}")  # fmt: skip
    return done


def _show(verdicts: Sequence[Verdict], count: int) -> None:
    wrong = mistakes(verdicts)
    for line in (*shown(wrong, count), "", *list(changed_by_spelling(verdicts))[:count]):
        print(line)
    for (said, right), times in Counter(
        (v.said.value, "/".join(sorted(v.right))) for v in wrong if not v.item.twin_of
    ).most_common():
        print(f"said {said}, right {right}: {times}")


def _judged(verdicts: Sequence[Verdict], done: Sequence[Inspected], *, whole: bool) -> int:
    """Print the figures and hold them against the floors; a part of the corpus holds none."""
    failures = sum(bool(one.failure) for one in done)
    seen = figures([v for v in verdicts if not v.item.held_out])
    for line in summary(seen, "open wordings"):
        print(line)
    if any(v.item.held_out for v in verdicts):
        for line in summary(figures([v for v in verdicts if v.item.held_out]), "held out"):
            print(line)
    lines = broken(seen, failures, load_floors())
    for line in lines:
        print(f"FLOOR NOT HELD: {line}", file=sys.stderr)
    return 1 if lines and whole else 0


def _dump(items: Sequence[Item], wanted: str, folder: Path) -> int:
    found = [item for item in items if item.id == wanted]
    if not found:
        print(f"no item {wanted}; items are named like objectives-short#0", file=sys.stderr)
        return 2
    for path in dump(found[0], folder):
        print(path)
    return 0
