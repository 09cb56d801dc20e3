"""Speed of judging: what was read given, no network, one process on one core; then with workers.

The pages and papers are those of a night on the sample province, served and crawled beforehand;
``--store`` takes a database that is there already. Beside it stands the least that any judge by
words must do: fold the same texts and look for the same words with Aho-Corasick.
"""

from __future__ import annotations

import argparse
import asyncio
import contextlib
import shutil
import statistics
import tempfile
import time
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import UTC, date, datetime
from pathlib import Path

from ahocorasick_rs import AhoCorasick

from app.clock import SystemClock
from app.judging_apart import JudgingApart
from app.rejudging import judge_stored
from app.wiring import Ruling, make_ruling
from documents import READER_VERSION
from documents.pool import ReaderPool
from domain.agencies import Inspected
from domain.documents import Document
from domain.settings import DatabaseSettings, Settings
from domain.visits import Page
from rules.catalogue import Catalogue
from rules.detect import Detector
from rules.vietnamese.folding import fold
from rules.vietnamese.search import spellings
from storage.store import Store, open_store
from tests.bench.quiet import quietly
from tests.quality.run_province import inspected_year, served

Asked = tuple[Page, Inspected]
"""A page that was read, and the agency on whose portal."""


@dataclass(frozen=True, slots=True)
class Round:
    """One pass over all documents, and the bare pass right after it."""

    documents: int
    own_s: float
    bare_s: float

    @property
    def ratio(self) -> float:
        """How many times the bare pass it costs."""
        return self.own_s / self.bare_s


def main(argv: Sequence[str] | None = None) -> int:
    """Measure both and print two tables."""
    parser = argparse.ArgumentParser(prog="scripts/bench judge", description=__doc__)
    parser.add_argument("--size", default="demo", choices=("small", "demo", "bench"))
    parser.add_argument("--store", type=Path, help="a database of a night instead of a new one")
    parser.add_argument("--rounds", type=int, default=3)
    options = parser.parse_args(argv)
    with _night(options.store, options.size) as database:
        ruling = make_ruling(Settings(), SystemClock())
        store = open_store(f"sqlite:///{database}", create=False)
        try:
            _print_rounds(_rounds(ruling, store, options.rounds))
        finally:
            store.close()
        _print_again(ruling, database)
    return 0


def _print_rounds(rounds: Sequence[Round]) -> None:
    print("| documents | CPU s | documents/s | ms a document | bare ms | ratio |")
    print("|---|---|---|---|---|---|")
    for one in rounds:
        print(
            f"| {one.documents} | {one.own_s:.1f} | {one.documents / one.own_s:.0f} "
            f"| {1000 * one.own_s / one.documents:.2f} "
            f"| {1000 * one.bare_s / one.documents:.2f} | {one.ratio:.1f} |"
        )
    print(f"median ratio to folding and word search alone: {_median_ratio(rounds):.1f}\n")


def _median_ratio(rounds: Sequence[Round]) -> float:
    return statistics.median(one.ratio for one in rounds)


def _print_again(ruling: Ruling, database: Path) -> None:
    """All agencies judged again as after a change of rules: loaded, judged, kept."""
    print("| agencies judged again from the store | wall s | CPU s of the main process | kept |")
    print("|---|---|---|---|")
    for apart, where in ((False, "in one process"), (True, "in workers")):
        newer = replace(ruling, rule_digest=f"bench {where}")
        wall, cpu = time.monotonic(), time.process_time()
        agencies, kept = asyncio.run(_again(newer, database, apart=apart))
        wall, cpu = time.monotonic() - wall, time.process_time() - cpu
        print(f"| {agencies} {where} | {wall:.1f} | {cpu:.1f} | {kept} |")


async def _again(ruling: Ruling, database: Path, *, apart: bool) -> tuple[int, int]:
    settings = replace(Settings(), database=DatabaseSettings(url=f"sqlite:///{database}"))
    store = open_store(settings.database.url, create=False)
    pool = ReaderPool(settings.documents)
    workers = JudgingApart(settings, pool.version)
    try:
        result = await judge_stored(
            ruling, pool, store, _year(), lambda _: None, workers if apart else None
        )
    finally:
        workers.close()
        await pool.aclose()
        store.close()
    return result.agencies, result.appended


def _rounds(ruling: Ruling, store: Store, rounds: int) -> list[Round]:
    asked = list(_documents(store))
    texts = [_text(page) for page, _ in asked]
    words = AhoCorasick(sorted(_words(ruling.catalogue)))
    return [_round(ruling, asked, texts, words) for _ in range(rounds)]


def _round(ruling: Ruling, asked: list[Asked], texts: list[str], words: AhoCorasick) -> Round:
    """A new detector each time, so that no round finds what an earlier one remembered."""
    detector = Detector(ruling.catalogue, ruling.settings.inspection)
    began = time.process_time()
    for page, inspected in asked:
        detector.notes(page, inspected)
    own, began = time.process_time() - began, time.process_time()
    for text in texts:
        words.find_matches_as_indexes(fold(text).dense, overlapping=True)
    return Round(len(asked), own, time.process_time() - began)


def _documents(store: Store) -> Iterator[Asked]:
    """Every document of every agency's newest visit, loaded before anything is timed."""
    versions = (f"{READER_VERSION}+ocr", READER_VERSION)
    for visit in store.latest_visits(_today(), _year()):
        inspected = visit.stored_agency.inspected
        for version in versions:
            for attempt, _, captured_at, reading in store.pages(visit.visit_id, version):
                if isinstance(reading, Document):
                    yield Page(attempt, reading, captured_at), inspected


def _text(page: Page) -> str:
    reading = page.reading
    assert isinstance(reading, Document)
    whole = (reading, *(member.document for member in reading.members))
    return "\n".join(block.text for part in whole if part is not None for block in part.blocks)


def _words(catalogue: Catalogue) -> set[str]:
    """The dense spellings of all that the catalogue looks for."""
    lists = [*catalogue.vocabulary.lists.values()]
    for known in catalogue.publications:
        lists += [known.names, known.names_in_context, known.not_with, known.body]
    phrases = {part.label for words in lists for wording in words for part in wording.parts}
    phrases = {phrase for phrase in phrases if not phrase.startswith("{")}
    phrases.update(word for group in catalogue.vocabulary.groups.values() for word in group)
    return {form for phrase in phrases for form in spellings(phrase)}


@contextlib.contextmanager
def _night(store: Path | None, size: str) -> Iterator[Path]:
    """A copy of a database of one night, which judging again may write to."""
    folder = Path(tempfile.mkdtemp(prefix="giamsat-bench-"))
    try:
        if store is not None:
            shutil.copy(store, folder / "giamsat.db")
        else:
            _crawl(folder, size)
        yield folder / "giamsat.db"
    finally:
        shutil.rmtree(folder, ignore_errors=True)


def _crawl(folder: Path, size: str) -> None:
    quiet = folder / "output.txt"
    with served(folder, size=size, seed=1, year=_year(), timeout_s=2.0) as province:
        config = ["--config", str(province.config)]
        quietly(quiet, ["registry", "import", str(province.registry), *config])
        quietly(quiet, ["crawl", *config])


def _today() -> date:
    return datetime.now(UTC).date()


def _year() -> int:
    return inspected_year(_today())
