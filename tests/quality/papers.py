"""How well papers are read: every form of every publication, made, read and compared."""

from __future__ import annotations

import argparse
import asyncio
import os
import re
import sys
import time
from collections.abc import Iterator, Sequence
from contextlib import suppress
from dataclasses import replace
from pathlib import Path

from documents.hints import Hints
from documents.ocr.recogniser import tessdata
from documents.pool import ReaderPool
from documents.read import read_body
from domain.documents import Document, Reading
from domain.settings import DocumentsSettings
from rules.head import read_head
from tests.quality.likeness import distance_within, found_in, plain, similarity
from tests.quality.made_papers import Form, Made, forms_measured, papers_of
from tests.quality.papers_report import Measured, missed_floors, report

PAGE = Path(__file__).resolve().parents[2] / "docs" / "reading.md"
TITLE_ALIKE = 0.9
ISSUER_ALIKE = 0.9
TYPES = frozenset({"QUYẾT ĐỊNH", "KẾ HOẠCH", "THÔNG BÁO", "BÁO CÁO", "BIÊN BẢN", "CHƯƠNG TRÌNH"})
"""The types of NĐ 30/2020 among the made papers: what heads have a title by."""
_ABOUT = re.compile(r"\s(?:về việc|v/v)\s", re.IGNORECASE)
_RESET_PEAK = "5"
"""What the kernel wants written to forget a process's highest memory."""


def main(argv: Sequence[str] | None = None) -> int:
    """Measure; returns 1 when a floor is missed."""
    options = _options(argv)
    if tessdata() is None:
        print("Without tesseract-ocr-vie no scan can be read: nothing to measure.", file=sys.stderr)
        return 1
    chosen = [f for f in forms_measured() if all(word in f.name for word in options.form)]
    measured = asyncio.run(_all(chosen, options.papers, options.workers))
    text = report(measured)
    print(text)
    if options.write:
        PAGE.write_text(text, encoding="utf-8")
    if options.show:
        _show(measured)
    missed = missed_floors(measured)
    for line in missed:
        print(f"FLOOR NOT HELD: {line}", file=sys.stderr)
    return 1 if missed else 0


def _options(argv: Sequence[str] | None) -> argparse.Namespace:
    parser = argparse.ArgumentParser(prog="python -m tests.quality.papers", description=__doc__)
    parser.add_argument("--papers", type=int, default=1, help="papers of each publication and form")
    parser.add_argument("--form", nargs="*", default=[], help="only forms with these words")
    parser.add_argument("--workers", type=int, default=2)
    parser.add_argument("--write", action="store_true", help="write docs/reading.md")
    parser.add_argument("--show", action="store_true", help="name what was read wrongly")
    return parser.parse_args(argv)


async def _all(chosen: Sequence[Form], each: int, workers: int) -> list[Measured]:
    pool = ReaderPool(DocumentsSettings(workers=workers, timeout_s=60.0), measured_read)
    try:
        measured: list[Measured] = []
        for form in chosen:
            made = list(papers_of(form, each))
            measured += await asyncio.gather(*(_one(pool, paper) for paper in made))
            print(f"{form.name}: {len(made)} read", file=sys.stderr, flush=True)
        return measured
    finally:
        await pool.aclose()


async def _one(pool: ReaderPool, made: Made) -> Measured:
    reading = await pool.read(made.body, "", made.name)
    return compare(made, reading)


def measured_read(body: bytes, hints: Hints) -> Reading:
    """Read a body as always, and note in its metadata the seconds of work and the memory."""
    _forget_peak()
    before = _worked_s()
    reading = read_body(body, hints)
    told = (("worked_s", f"{_worked_s() - before:.3f}"), ("peak_kb", str(_peak_kb())))
    if isinstance(reading, Document):
        return replace(reading, metadata=(*reading.metadata, *told))
    return reading


def _worked_s() -> float:
    """Processor time, which other programs on the machine do not change; children's too."""
    return time.process_time() + sum(os.times()[2:4])


def _forget_peak() -> None:
    with suppress(OSError):
        Path("/proc/self/clear_refs").write_text(_RESET_PEAK)


def _peak_kb() -> int:
    status = Path("/proc/self/status").read_text()
    return int(status.partition("VmHWM:")[2].split()[0])


def compare(made: Made, reading: Reading) -> Measured:
    """What of a paper was read rightly."""
    document = _paper_in(reading)
    if document is None:
        return Measured(made, f"{reading}"[:160])
    told = dict(reading.metadata) if isinstance(reading, Document) else {}
    pages = _pages_read(made, document)
    whole = len(made.printed) == 1
    seen = [block.text for block in document.blocks if whole or block.page in (None, *pages)]
    text = plain("\n".join(seen))
    printed = [piece for page in sorted(pages) for piece in made.printed[page - 1]]
    slips = {piece: distance_within(piece, text) for piece in printed}
    wrong = sum(slips[piece] for piece in printed)
    letters = sum(map(len, printed))
    # Text that nobody printed counts too: specks taken for letters, lines read twice.
    surplus = max(0, len(text) - letters - len(printed))
    head = read_head(document.text)
    return Measured(
        made,
        "",
        letters=letters,
        wrong=min(letters, wrong + surplus),
        exact=wrong == 0,
        slips=tuple(piece for piece, count in slips.items() if count),
        number=head.number,
        day=head.issued_on,
        issuer=head.issuer_lines,
        issuer_right=found_in(made.issuer, head.issuer_lines) >= ISSUER_ALIKE,
        title=head.title,
        title_right=_title_right(made, head.title, text, begins=True),
        title_alone=_title_right(made, head.title, text, begins=False),
        worked_s=float(told.get("worked_s", 0.0)),
        peak_mb=int(told.get("peak_kb", 0)) / 1024,
    )


def _pages_read(made: Made, document: Document) -> set[int]:
    """The pages whose words were seen: of pictures the reader stops when it has seen the head."""
    pages = set(range(1, len(made.printed) + 1))
    unread = dict(document.metadata).get("pages_not_recognised", "")
    return pages - {int(number) for number in unread.split(",") if number.isdecimal()}


def _title_right(made: Made, title: str, text: str, *, begins: bool) -> bool:
    """The head's title; a paper of no administrative type has none, only its line in the text.

    With ``begins`` a title counts that took along the line below it.
    """
    if made.type_name not in TYPES:
        return found_in(made.title, text) >= TITLE_ALIKE
    printed = _ABOUT.sub(" ", plain(f"{made.type_name} {made.title}"))
    told = _ABOUT.sub(" ", plain(title))
    return similarity(told[: len(printed)] if begins else told, printed) >= TITLE_ALIKE


def _paper_in(reading: Reading) -> Document | None:
    """The document itself; of an archive its longest member."""
    if not isinstance(reading, Document):
        return None
    inside = [member.document for member in reading.members if member.document is not None]
    return max(inside, key=lambda document: len(document.text)) if inside else reading


def _show(measured: Sequence[Measured]) -> None:
    for one in measured:
        for line in [one.unread] if one.unread else _said_wrong(one):
            print(f"{one.made.form.name} / {one.made.publication}: {line}", file=sys.stderr)


def _said_wrong(one: Measured) -> Iterator[str]:
    made = one.made
    if made.number and one.number != made.number:
        yield f"number {one.number!r} for {made.number!r}"
    if made.day and one.day != made.day:
        yield f"date {one.day} for {made.day}"
    if not one.issuer_right:
        yield f"issuer {one.issuer[:120]!r} for {made.issuer!r}"
    if not one.title_right:
        yield f"title {one.title[:200]!r} for {made.type_name!r} {made.title!r}"
    if one.wrong > one.letters * 0.02:
        yield f"{one.wrong} of {one.letters} characters wrong"
    if one.slips:
        yield f"not found: {one.slips[:3]}"


if __name__ == "__main__":
    sys.exit(main())
