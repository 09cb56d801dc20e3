"""Archives: each file in one is seen as a file of its own that hangs on the archive's link."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace
from datetime import datetime
from itertools import accumulate
from pathlib import PurePosixPath
from urllib.parse import quote

from domain.documents import Document, Unread, Unreadable, Zone
from domain.visits import Attempt, LinkWords, Page
from rules.detection.context import PageContext
from rules.detection.evidencing import Witness
from rules.detection.files import FileReader
from rules.detection.unseen import tells_what_it_is, unseen_of
from rules.explaining import reasons
from rules.issuers.judge import IssuerJudge
from rules.naming.kinds import TitleReader
from rules.naming.topics import Topics
from rules.sightings import PageNotes, Sighting, SightingKind, UnseenMember
from rules.vietnamese.addresses import file_name, unslugged

UnreadByName = Callable[[Attempt, Witness, Unread | None], tuple[Sighting, ...]]
"""What the words of a link name that could not be read."""

_CUT_SHORT = "tệp nén hỏng hoặc quá lớn, mới mở được một phần"
_LONGEST_CONTEXT = 300
_MOST_CHARACTERS = 600_000
_LEAST_CHARACTERS = 8_000
"""How much text of an archive is looked through, and of each file at least.

A paper is told by its head and title, an annex by its own a page or two later; and a hundred
thousand letters take a fifth of a second, in which every other portal waits.
"""
_FROM_QUERY = re.compile(r"[?#].*")
"""What hides the file's name behind the address of a handler that sends the archive."""
_NO_PAPER = re.compile(
    r"\.(?:exe|msi|dll|bat|lnk|url|ini|db|log|tmp|ico|css|js|ttf|otf|woff2?|mp[34]|wav|avi|mov|wmv)$",
    re.IGNORECASE,
)
"""Endings of programs, fonts, sound and film, which are no papers whatever they are called."""


@dataclass(frozen=True, slots=True)
class _Leaf:
    """A file in an archive, or in an archive in it."""

    path: str
    reading: Document | Unreadable


@dataclass(frozen=True, slots=True)
class _Seen:
    """What one file shows."""

    sightings: tuple[Sighting, ...]
    why: str = ""
    """Why it was not seen whole, in Vietnamese; empty when it was."""
    read: bool = True


class MemberReader:
    """Says what the files of an archive are; built once for a catalogue."""

    def __init__(
        self, files: FileReader, topics: Topics, titles: TitleReader, unread: UnreadByName
    ) -> None:
        self._files = files
        self._topics = topics
        self._is_elsewhere = titles.is_elsewhere
        self._unread = unread

    def notes(self, page: Page, archive: Document, issuers: IssuerJudge) -> PageNotes:
        """All that the files of an archive show, and which of them were not seen whole."""
        sightings: list[Sighting] = []
        unseen = [self._unseen_member(page.attempt, path, _CUT_SHORT) for path in _torn(archive)]
        read = 0
        leaves = tuple(_leaves(archive))
        share = max(_LEAST_CHARACTERS, _MOST_CHARACTERS // max(1, len(leaves)))
        for leaf in (_shortened(leaf, share) for leaf in leaves):
            attempt = self._as_linked(page.attempt, leaf)
            seen = self._of_leaf(leaf, attempt, page, issuers)
            read += seen.read
            sightings += [_placed(sighting, leaf.path) for sighting in seen.sightings]
            if seen.why:
                unseen.append(self._unseen_member(page.attempt, leaf.path, seen.why))
        return PageNotes(
            page.attempt, tuple(sightings), members_read=read, members_unseen=tuple(unseen)
        )

    def _of_leaf(self, leaf: _Leaf, attempt: Attempt, page: Page, issuers: IssuerJudge) -> _Seen:
        witness = _witness(page.attempt, leaf.reading, page.captured_at)
        if isinstance(leaf.reading, Unreadable):
            return self._unseen(attempt, witness, leaf.reading.reason)
        context = PageContext(leaf.reading, attempt, witness, issuers)
        if not context.body.source.strip():
            return self._unseen(attempt, witness, Unread.EMPTY)
        if not context.legible:
            return self._unseen(attempt, witness, Unread.NO_TEXT_LAYER)
        seen = self._files.sightings(context)
        unseen = unseen_of(
            leaf.reading,
            lambda: self._is_elsewhere(context.head.title) or tells_what_it_is(seen),
        )
        if leaf.reading.needs and not unseen:
            unseen = reasons.NEEDS[leaf.reading.needs[0]]
        if _holds_paper(seen) or not unseen:
            return _Seen(seen)
        settled = {sighting.publication for sighting in seen if sighting.question}
        hidden = self._unread(attempt, witness, Unread.NO_TEXT_LAYER)
        more = tuple(sighting for sighting in hidden if sighting.publication not in settled)
        return _Seen((*seen, *more), unseen)

    def _unseen(self, attempt: Attempt, witness: Witness, reason: Unread) -> _Seen:
        if _NO_PAPER.search(attempt.final_address):
            return _Seen((), read=False)
        sightings = self._unread(attempt, witness, reason)
        return _Seen(sightings, reasons.UNREADS[reason], read=False)

    def _as_linked(self, archive: Attempt, leaf: _Leaf) -> Attempt:
        """The attempt as if the archive's page linked the file itself.

        What was said of the archive is said of each of its files, but for those whose own names
        speak of something else, and for notes in plain text, which accompany papers.
        """
        address, path = archive.final_address or archive.address, leaf.path
        name = unslugged(PurePosixPath(path).name)
        words = _words_of(name, path, archive.words)
        said = (archive.words, *archive.also, LinkWords(text=unslugged(file_name(address))))
        own_subject = self._topics.is_subject(name) or leaf.reading.media_type == "text/plain"
        return replace(
            archive,
            final_address=f"{_FROM_QUERY.sub('', address)}/{quote(path)}",
            words=replace(words, parent_title="") if own_subject else words,
            also=() if own_subject else said,
        )

    def _unseen_member(self, archive: Attempt, path: str, why: str) -> UnseenMember:
        """The gap that a file leaves: what its name, else the archive's words, could mean."""
        if not path:
            return UnseenMember(archive, why)
        name = unslugged(PurePosixPath(path).name)
        words = [_words_of(name, path, each) for each in (archive.words, *archive.also)]
        # The archive's own address says what a file is that says nothing itself.
        address = quote(path) if self._topics.is_subject(name) else archive.address
        gap = replace(archive, address=address, words=words[0], also=tuple(words[1:]))
        return UnseenMember(gap, f"{_where(path)}: {why}")


def _leaves(archive: Document, above: str = "") -> Iterator[_Leaf]:
    for member in archive.members:
        path = f"{above}{member.name}"
        reading = member.document or member.unreadable
        if isinstance(reading, Document) and reading.members:
            yield from _leaves(reading, f"{path}/")
        elif reading is not None:
            yield _Leaf(path, reading)


def _shortened(leaf: _Leaf, share: int) -> _Leaf:
    """The file with no more text than its share."""
    if isinstance(leaf.reading, Unreadable):
        return leaf
    lengths = accumulate(len(block.text) for block in leaf.reading.blocks)
    kept = max(1, bisect_right(list(lengths), share))
    if kept >= len(leaf.reading.blocks):
        return leaf
    metadata = (*leaf.reading.metadata, ("rest_not_read", f"{kept} blocks"))
    blocks = leaf.reading.blocks[:kept]
    return _Leaf(leaf.path, replace(leaf.reading, blocks=blocks, metadata=metadata))


def _words_of(name: str, path: str, archive: LinkWords) -> LinkWords:
    """The words of a file that hangs on the archive as a file hangs on an article."""
    folder = str(PurePosixPath(path).parent)
    around = ("" if folder == "." else unslugged(folder), archive.text, archive.title)
    context = " | ".join(part for part in (*around, archive.context) if part)
    return LinkWords(
        text=name,
        zone=Zone.ATTACHMENT,
        context=context[:_LONGEST_CONTEXT],
        section=archive.section,
        parent_title=archive.parent_title,
    )


def _witness(attempt: Attempt, reading: Document | Unreadable, captured_at: datetime) -> Witness:
    """The archive bears witness to what lies in it: its address and digest lead to the file."""
    return Witness(attempt, captured_at, reading.media_type, attempt.sha256)


def _where(path: str) -> str:
    return f"Trong tệp nén, “{reasons.short(path)}”"


def _placed(sighting: Sighting, path: str) -> Sighting:
    """The sighting, its evidence and question telling which file of the archive it is."""
    evidence = sighting.evidence
    where = _where(path)
    note = f"{where}. {evidence.note}" if evidence.note else f"{where}."
    question = f"{where}: {sighting.question}" if sighting.question else ""
    place = f"{path}: {evidence.place}"
    return replace(sighting, evidence=replace(evidence, place=place, note=note), question=question)


def _torn(archive: Document, path: str = "") -> Iterator[str]:
    """The paths of the archives of which only a part was opened; "" is the outer one."""
    if "truncated" in dict(archive.metadata):
        yield path
    for member in archive.members:
        if member.document is not None and member.document.members:
            yield from _torn(member.document, f"{path}/{member.name}" if path else member.name)


def _holds_paper(sightings: tuple[Sighting, ...]) -> bool:
    return any(sighting.kind is SightingKind.PAPER for sighting in sightings)
