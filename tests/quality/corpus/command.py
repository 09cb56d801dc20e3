"""The labelled corpus: cast every wording, inspect every item, measure."""

from __future__ import annotations

import argparse
import sys
import time
from collections import Counter
from collections.abc import Sequence
from pathlib import Path

from domain.publications import Period
from rules.catalogue import load_catalogue
from tests.quality.corpus.casting import cast
from tests.quality.corpus.item import Item
from tests.quality.corpus.loading import Loaded, load
from tests.quality.corpus.running import run
from tests.quality.corpus.showing import dump, shown
from tests.quality.corpus.verdict import mistakes, verdicts_of

_SHOWN = 10


def main(argv: Sequence[str] | None = None) -> int:
    """Measure; returns 1 when a floor is not held."""
    options = _options(argv)
    catalogue = load_catalogue()
    yearly = {one.id for one in catalogue.publications if one.period is Period.YEARLY}
    loaded = load(catalogue.ids, held_out=options.held_out)
    _complain(loaded)
    items = _chosen(cast(loaded.wordings, yearly), options.only)
    if options.dump:
        return _dump(items, options.dump, options.into)
    started = time.monotonic()
    done = list(run(items, options.processes))
    seconds = time.monotonic() - started
    print(f"{len(items)} items in {seconds:.1f} s", file=sys.stderr)
    for one in done:
        if one.failure:
            print(f"FAILED {one.item.id}: {one.failure}")
    verdicts = [v for v in verdicts_of(done) if not v.item.held_out]
    wrong = mistakes(verdicts)
    for line in shown(wrong, options.show):
        print(line)
    kinds = Counter((v.said.value, "/".join(sorted(v.right))) for v in wrong)
    for (said, right), times in kinds.most_common():
        print(f"said {said}, right {right}: {times}")
    return 0


def _options(argv: Sequence[str] | None) -> argparse.Namespace:
    parser = argparse.ArgumentParser(prog="scripts/quality corpus", description=__doc__)
    parser.add_argument("--only", default="", metavar="ID_PREFIX", help="items whose id begins so")
    parser.add_argument("--processes", type=int, default=2)
    parser.add_argument("--show", type=int, default=_SHOWN, help="how many kinds of mistakes")
    parser.add_argument("--held-out", action="store_true", help="also run what nobody may look at")
    parser.add_argument("--dump", metavar="ID", help="write the pages of this item")
    parser.add_argument("--into", type=Path, default=Path("corpus-item"), help="folder for --dump")
    return parser.parse_args(argv)


def _complain(loaded: Loaded) -> None:
    for problem in loaded.problems:
        print(f"WRONG IN THE CORPUS: {problem}")
    if loaded.problems:
        print(f"LEFT OUT: {loaded.skipped} wordings or files with mistakes, of "
              f"{len(loaded.wordings) + loaded.skipped}")  # fmt: skip


def _chosen(items: Sequence[Item], prefix: str) -> list[Item]:
    return [item for item in items if item.id.startswith(prefix)]


def _dump(items: Sequence[Item], wanted: str, folder: Path) -> int:
    found = [item for item in items if item.id == wanted]
    if not found:
        print(f"no item {wanted}; items are named like objectives-short#0", file=sys.stderr)
        return 2
    for path in dump(found[0], folder):
        print(path)
    return 0
