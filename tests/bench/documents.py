"""Speed of reading papers, form by form, beside plain programs on the same files in one run.

One process, one core: ``read_body`` as a worker runs it. Every file is read once by giamsat and
then once by the other program, so that whatever else the machine does hits both alike.
"""

from __future__ import annotations

import argparse
import os
import random
import shutil
import statistics
import subprocess
import tempfile
import time
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field
from pathlib import Path

from documents.hints import Hints
from documents.ocr.recogniser import tessdata
from documents.read import read_body
from domain.documents import Document, Member
from tests.province.papers import PUBLICATIONS, Issuer, compose, render

FORMS = (
    *("pdf", "docx", "doc", "rtf", "odt", "xlsx", "xls", "ods", "html", "docx_tcvn3", "zip"),
    *("scan", "scan_150", "scan_300", "scan_turned", "pdf_garbled"),
)
_COMMUNE = Issuer("UBND xã Minh Quán", "commune", "UBND huyện Trấn Yên", "UBND", "Minh Quán")
_OCR_PAGES = 5
_PATIENCE_S = 120.0

Other = Callable[[Path], list[str]]
"""The command line of another program for a file."""


@dataclass(slots=True)
class Timed:
    """The papers of one form, read by giamsat and by other programs."""

    form: str
    pages: int = 0
    own_s: list[float] = field(default_factory=list)
    others_s: dict[str, list[float]] = field(default_factory=dict)

    def rows(self) -> Iterator[tuple[str, ...]]:
        """A row per program that stands beside it; one without where there is none."""
        speed = f"{self.pages / sum(self.own_s):.1f}"
        own = f"{1000 * statistics.median(self.own_s):.1f}"
        for name, seconds in self.others_s.items() or [("–", [])]:
            median = f"{1000 * statistics.median(seconds):.1f}" if seconds else "–"
            pairs = zip(self.own_s, seconds, strict=False)
            ratio = statistics.median(mine / theirs for mine, theirs in pairs) if seconds else None
            shown = f"{ratio:.2f}" if ratio is not None else "–"
            yield (
                self.form,
                str(len(self.own_s)),
                str(self.pages),
                speed,
                own,
                name,
                median,
                shown,
            )


def main(argv: Sequence[str] | None = None) -> int:
    """Measure and print a Markdown table."""
    parser = argparse.ArgumentParser(prog="scripts/bench documents", description=__doc__)
    parser.add_argument("--papers", type=int, default=12, help="papers of every form")
    parser.add_argument("--forms", nargs="+", default=list(FORMS), choices=FORMS)
    options = parser.parse_args(argv)
    os.environ["OMP_THREAD_LIMIT"] = "1"  # one core, as in a worker
    print("| form | papers | pages | pages/s | ms a paper | beside | its ms | ratio |")
    print("|---|---|---|---|---|---|---|---|")
    with tempfile.TemporaryDirectory(prefix="giamsat-bench-") as folder:
        for form in options.forms:
            for row in measure(form, options.papers, Path(folder)).rows():
                print(f"| {' | '.join(row)} |", flush=True)
    print("\nratio: median over the papers of giamsat's time to the other program's.")
    return 0


def measure(form: str, papers: int, folder: Path) -> Timed:
    """Read some papers of one form."""
    timed = Timed(form)
    others = _others(form)
    for number in range(papers):
        rng = random.Random(number)
        publication = PUBLICATIONS[number % len(PUBLICATIONS)]
        body, media_type, extension = render(compose(publication, _COMMUNE, 2026, rng), form, rng)
        file = folder / f"{form}-{number}.{extension}"
        file.write_bytes(body)
        if number == 0:
            read_body(body, Hints(media_type, file.name, _OCR_PAGES))  # models are loaded once
        began = time.perf_counter()
        reading = read_body(body, Hints(media_type, file.name, _OCR_PAGES))
        timed.own_s.append(time.perf_counter() - began)
        timed.pages += _pages(reading if isinstance(reading, Document) else None)
        for name, command in others.items():
            timed.others_s.setdefault(name, []).append(_run(command(file)))
    return timed


def _pages(reading: Document | None) -> int:
    if reading is None:
        return 1
    members: tuple[Member, ...] = reading.members
    return sum(_pages(member.document) for member in members) or reading.pages or 1


def _others(form: str) -> dict[str, Other]:
    """The programs that do the same to a form, as far as they are installed."""
    known: dict[str, Other] = {}
    if form == "pdf":
        known["pdftotext"] = lambda file: ["pdftotext", "-layout", str(file), "-"]
    elif form.startswith(("scan", "pdf_garbled")) and tessdata() is not None:
        known["tesseract"] = _tesseract
        known["ocrmypdf"] = _ocrmypdf
    elif form == "doc":
        known["antiword"] = lambda file: ["antiword", "-m", "UTF-8.txt", str(file)]
    return {name: command for name, command in known.items() if shutil.which(name)}


def _tesseract(file: Path) -> list[str]:
    """Of the first page, drawn beforehand at 200 dpi: drawing is not counted."""
    picture = file.with_suffix("")
    draw = ["pdftoppm", "-r", "200", "-gray", "-png", "-singlefile", str(file), str(picture)]
    subprocess.run(draw, check=True, timeout=_PATIENCE_S)
    return ["tesseract", f"{picture}.png", "-", "-l", "vie", "--psm", "3"]


def _ocrmypdf(file: Path) -> list[str]:
    made = file.with_suffix(".ocr.pdf")
    quiet = ["--quiet", "--jobs", "1", "--output-type", "pdf", "--force-ocr", "--optimize", "0"]
    return ["ocrmypdf", "-l", "vie", "--rotate-pages", *quiet, str(file), str(made)]


def _run(command: list[str]) -> float:
    began = time.perf_counter()
    subprocess.run(
        command,
        check=False,
        timeout=_PATIENCE_S,
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
    )
    return time.perf_counter() - began
