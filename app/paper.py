"""One paper by itself: what it is, what its head says, which publications the rules see in it."""

from __future__ import annotations

import hashlib
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from urllib.parse import urlsplit

from app.came_back import why_not_allowed, why_nothing
from app.remembering import file_name_of
from app.wiring import Parts
from crawler.visit.robots import rules_of
from documents import reader_version
from documents.ocr.recogniser import HOW_TO_INSTALL
from documents.pool import wants_ocr
from domain.agencies import Inspected
from domain.documents import Document, HowRead, Reading, Unreadable
from domain.errors import AddressError, UsageError
from domain.exchanges import Answer, Ask
from domain.outcomes import Outcome
from domain.visits import Attempt, FoundBy, Page
from rules.detection.target_year import TargetYear, target_year
from rules.head import DocumentHead, read_head
from rules.sightings import PageNotes
from rules.vietnamese.folding import fold

_LONGEST_HEAD = 200_000
"""Characters that a head and the year of a paper are looked for in."""


@dataclass(frozen=True, slots=True)
class Source:
    """The bytes of a paper and where they came from."""

    address: str
    """A file's name or the address asked for."""
    final_address: str
    name: str
    declared: str
    body: bytes


@dataclass(frozen=True, slots=True)
class Part:
    """A paper, or one file of an archive, with what its head says."""

    name: str
    reading: Reading
    head: DocumentHead | None
    """None where it could not be read."""
    year: TargetYear | None


@dataclass(frozen=True, slots=True)
class PaperSeen:
    """All that is seen in one paper."""

    source: Source
    sha256: str
    parts: tuple[Part, ...]
    """The paper itself first, then the files in it, those of nested archives too."""
    notes: PageNotes
    advice: str
    """What to do so that more of it could be read; empty when nothing is known."""

    @property
    def anything_read(self) -> bool:
        """Whether there is any text in it."""
        return any(
            isinstance(part.reading, Document) and part.reading.text.strip() for part in self.parts
        )


def from_file(path: Path, most_bytes: int) -> Source:
    """The bytes of a file on this machine.

    Raises:
        UsageError: it is not there, no file, not readable or too large.
    """
    try:
        if path.exists() and not path.is_file():
            raise UsageError(f"{path}: not a file; name one paper, or an archive with papers")
        with path.open("rb") as file:
            body = file.read(most_bytes + 1)  # its size on paper may be another than what is read
    except (OSError, ValueError) as error:  # ValueError: a name with a zero byte
        why = getattr(error, "strerror", None) or error
        raise UsageError(f"{path}: cannot be read: {why}") from error
    if len(body) > most_bytes:
        raise UsageError(
            f"{path}: more than {most_bytes:,} bytes, the most that are read "
            "(raise [crawler] max_body_bytes)"
        )
    return Source(str(path), str(path), path.name, "", body)


async def from_address(parts: Parts, address: str) -> Source:
    """The bytes behind an address, asked for as politely as in a crawl.

    Raises:
        AddressError: it is forbidden, unknown, or nothing that could be read came back.
    """
    crawler = parts.settings.crawler
    if crawler.obey_robots:
        split = urlsplit(address)
        robots = await parts.fetcher(Ask(f"{split.scheme}://{split.netloc}/robots.txt"))
        if not rules_of(robots, crawler.user_agent).allows(address):
            raise AddressError(f"{address}: {why_not_allowed(robots)}")
    answer = await parts.fetcher(Ask(address))
    if not answer.body or answer.outcome is not Outcome.OK:
        raise AddressError(f"{address}: nothing to read came back: {why_nothing(answer)}")
    return _source_of(address, answer)


def _source_of(address: str, answer: Answer) -> Source:
    final = answer.final_address or address
    declared = answer.header("content-type") or ""
    return Source(address, final, file_name_of(answer), declared, answer.body)


async def look_at(parts: Parts, source: Source, inspected: Inspected) -> PaperSeen:
    """Read a paper as a crawl would, and let the rules say what it is for an agency."""
    reading = await parts.pool.read(source.body, source.declared, source.name)
    sha256 = hashlib.sha256(source.body).hexdigest()
    attempt = Attempt(
        address=source.address,
        found_by=FoundBy.LINK,
        outcome=Outcome.OK,
        final_address=source.final_address,
        sha256=sha256,
        media_type=source.declared,
        body_bytes=len(source.body),
    )
    notes = parts.detector.notes(Page(attempt, reading, parts.clock.now()), inspected)
    every = tuple(_parts(source.name, reading))
    return PaperSeen(source, sha256, every, notes, _advice(parts, reading))


def _parts(name: str, reading: Reading) -> Iterator[Part]:
    yield _part(name, reading)
    if isinstance(reading, Document):
        for member in reading.members:
            inner = member.document or member.unreadable
            if inner is not None:
                yield from _parts(f"{name}/{member.name}", inner)


def _part(name: str, reading: Reading) -> Part:
    if isinstance(reading, Unreadable) or reading.members:
        return Part(name, reading, None, None)
    text = fold(reading.main_text[:_LONGEST_HEAD] or reading.text[:_LONGEST_HEAD])
    head = read_head(text)
    return Part(name, reading, head, target_year((head.title, reading.title), text, head))


def _advice(parts: Parts, reading: Reading) -> str:
    """What to install or switch on where pictures of pages stayed unread."""
    documents = parts.settings.documents
    if not wants_ocr(reading) or parts.pool.version == reader_version(ocr=True):
        return ""
    if not documents.ocr:
        return "OCR is switched off: set [documents] ocr = true"
    if documents.ocr_pages == 0:
        return "no page may be recognised: raise [documents] ocr_pages"
    return f"scans need OCR: {HOW_TO_INSTALL}"


def is_recognised(part: Part) -> bool:
    """Whether a part's text was recognised from pictures, where letters may be wrong."""
    return isinstance(part.reading, Document) and part.reading.how is HowRead.OCR
