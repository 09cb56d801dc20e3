"""What damaged and hostile files cost: themselves, and nothing else.

Every file is read by a real pool of workers under the default limits. The run fails when a
reader's end reaches the caller, when a file takes longer or more memory than the limits allow, or
when the main process grows.
"""

from __future__ import annotations

import argparse
import asyncio
import gc
import random
import resource
import sys
import time
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from documents.ocr.recogniser import tessdata
from documents.pool import ReaderPool
from domain.documents import Document, Reading
from domain.settings import DocumentsSettings
from tests.province import papers
from tests.province.papers import Issuer
from tests.province.papers.render import render
from tests.quality.damaged_report import report
from tests.quality.damages import DAMAGES
from tests.quality.hostile_files import hostile_files
from tests.quality.watched import Watch, own_megabytes

PAGE = Path(__file__).resolve().parents[2] / "docs" / "damaged-files.md"
FORMS = (
    "html", "pdf", "docx", "doc", "rtf", "odt", "xlsx", "xls", "ods", "doc_html", "docx_tcvn3",
    "rtf_vni", "txt_1258", "scan", "scan_bw", "scan_jpeg", "scan_png", "scan_tiff", "pdf_garbled",
    "zip", "rar", "zip_scan", "rar_locked",
)  # fmt: skip
SETTINGS = DocumentsSettings(workers=1)
"""The default limits; one worker, so that its memory is the file's."""
MOST_GROWTH_MB = 50.0
RECOGNISED_PAGE_S = 12.0
"""What a file whose pages are recognised is given beside for each of them, in a second reading."""
SPARE_S = 5.0
"""Beyond a reader's own limit: a worker that was ended is replaced by a fresh one."""
SPARE_MB = 250.0
"""Beyond a reader's own limit: the interpreter and its libraries, which a worker has mapped."""
_ISSUER = Issuer("UBND xã Minh Quán", "commune", "UBND huyện Trấn Yên", "UBND", "Minh Quán")
_SOUND_OF_EACH = 2


@dataclass(frozen=True, slots=True)
class Case:
    """A file to be read."""

    format: str
    damage: str
    name: str
    body: bytes


@dataclass(frozen=True, slots=True)
class Outcome:
    """What reading a file came to and cost."""

    format: str
    damage: str
    result: str
    """"read", "members unread", a reason why not, or what reached the caller."""
    seconds: float
    megabytes: float
    """The greatest memory of a worker meanwhile."""


@dataclass(frozen=True, slots=True)
class Measured:
    """A whole run."""

    outcomes: tuple[Outcome, ...]
    settings: DocumentsSettings
    own_mb: tuple[float, ...]
    """Memory of the main process: before, after every tenth of the files, and at the end."""
    seed: int

    def faults(self) -> list[str]:
        """What must not be; empty when everything held."""
        most_s, most_mb = _most_s(self.settings), self.settings.memory_mb + SPARE_MB
        found = []
        for each in self.outcomes:
            what = f"{each.format}, {each.damage}"
            if each.result.startswith("!"):
                found.append(f"{what}: {each.result}")
            if each.seconds > most_s:
                found.append(f"{what}: {each.seconds:.1f} s")
            if each.megabytes > most_mb:
                found.append(f"{what}: {each.megabytes:.0f} MB")
        if self.growth_mb > MOST_GROWTH_MB:
            found.append(f"the main process grew by {self.growth_mb:.0f} MB")
        return found

    @property
    def growth_mb(self) -> float:
        """By how much the main process grew."""
        return self.own_mb[-1] - self.own_mb[0]


def _most_s(settings: DocumentsSettings) -> float:
    """How long a file may take: a look for its text, and one more where pictures are read."""
    if not settings.ocr or tessdata() is None:
        return settings.timeout_s + SPARE_S
    return 2 * settings.timeout_s + RECOGNISED_PAGE_S * settings.ocr_pages + SPARE_S


def main(argv: Sequence[str] | None = None) -> int:
    """Measure; returns 1 when a limit did not hold."""
    parser = argparse.ArgumentParser(prog="python -m tests.quality.damaged", description=__doc__)
    parser.add_argument("--files", type=int, default=1000)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--write", action="store_true", help="write docs/damaged-files.md")
    options = parser.parse_args(argv)
    measured = asyncio.run(measure(options.files, options.seed, SETTINGS, progress=True))
    text = report(measured)
    print(text)
    if options.write:
        PAGE.write_text(text, encoding="utf-8")
    for line in measured.faults():
        print(f"NOT HELD: {line}", file=sys.stderr)
    return 1 if measured.faults() else 0


async def measure(
    files: int, seed: int, settings: DocumentsSettings, *, progress: bool = False
) -> Measured:
    """Read ``files`` damaged files one after the other."""
    rng = random.Random(seed)
    sound = tuple(_sound(rng))
    pool = ReaderPool(settings)
    try:
        for case in sound:  # everything that is built once is built before memory is counted
            await pool.read(case.body, "", case.name)
        own_mb, outcomes = [own_megabytes()], []
        for number, case in enumerate(cases(sound, files, rng), 1):
            outcomes.append(await _outcome(pool, case))
            if number % max(1, files // 10) == 0:
                own_mb.append(_after_collecting())
            if progress:
                _show(number, outcomes[-1])
        return Measured(tuple(outcomes), settings, (*own_mb, _after_collecting()), seed)
    finally:
        await pool.aclose()


def _after_collecting() -> float:
    gc.collect()
    return own_megabytes()


def _show(number: int, outcome: Outcome) -> None:
    if number % 50 == 0 or outcome.seconds > 10:
        cost = f"{outcome.seconds:.1f} s, {outcome.megabytes:.0f} MB"
        what = f"{outcome.format}, {outcome.damage}: {outcome.result}"
        print(f"{number}: {what}, {cost}", file=sys.stderr, flush=True)


def _sound(rng: random.Random) -> Iterator[Case]:
    """Sound papers in every form, to be damaged."""
    for form in FORMS:
        for _ in range(_SOUND_OF_EACH):
            paper = papers.compose(rng.choice(papers.PUBLICATIONS), _ISSUER, 2026, rng)
            body, _, extension = render(paper, form, rng)
            yield Case(form, "", f"van-ban.{extension}", body)


def cases(sound: Sequence[Case], files: int, rng: random.Random) -> Iterator[Case]:
    """Hostile files, at most half of all, then damaged ones: every form in turn."""
    hostile = list(hostile_files())
    rng.shuffle(hostile)
    hostile = hostile[: files // 2]
    for made in hostile:
        yield Case(made.format, made.trick, f"van-ban.{made.format}", made.make())
    names = list(DAMAGES)
    for number in range(files - len(hostile)):
        form = FORMS[number % len(FORMS)]
        damage = names[number // len(FORMS) % len(names)]
        paper = rng.choice([case for case in sound if case.format == form])
        yield Case(form, damage, paper.name, DAMAGES[damage](paper.body, rng))


async def _outcome(pool: ReaderPool, case: Case) -> Outcome:
    with Watch() as watch:
        start = time.monotonic()
        try:
            result = _result(await pool.read(case.body, "", case.name))
        except Exception as error:  # a reader's end that reaches the caller is what is sought
            result = f"! {type(error).__name__}: {error}"
        seconds = time.monotonic() - start
    return Outcome(case.format, case.damage, result, seconds, watch.megabytes)


def _result(reading: Reading) -> str:
    if not isinstance(reading, Document):
        return reading.reason.value
    if reading.members and not any(member.document for member in reading.members):
        return "members unread"
    return "read"


if __name__ == "__main__":
    resource.setrlimit(resource.RLIMIT_CORE, (0, 0))
    sys.exit(main())
