"""What a visit amounts to in numbers, and which candidate papers stayed unread."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from domain.outcomes import Outcome
from domain.visits import Attempt, Visit
from rules.explaining import reasons
from rules.sightings import PageNotes
from rules.verdict.coverage import Looked
from rules.verdict.files import is_file
from rules.verdict.seen_pages import was_read

UNREAD_LIMIT = 50
"""Unread candidates written out for one visit."""
_NO_FAILURES = (Outcome.REDIRECTED_AWAY, Outcome.ROBOTS_DENIED, Outcome.UNSAFE_ADDRESS)


@dataclass(frozen=True, slots=True)
class Tally:
    """The numbers of one visit."""

    requests: int
    pages: int
    """Pages that were read."""
    documents: int
    """Files that were read."""
    not_modified: int
    body_bytes: int
    failed: int
    """Requests that ended without an answer of the portal's own."""
    taken_over: int = 0
    """Addresses that were not asked, but taken over from the last look."""


def tally(visit: Visit, notes: Iterable[PageNotes]) -> Tally:
    """Count what was asked and read; what was taken over was read too, but not asked."""
    answered = [attempt for attempt in visit.attempts if attempt.outcome is not None]
    asked = [attempt for attempt in answered if attempt.taken_from is None]
    read = [note.attempt for note in notes if was_read(note)]
    documents = sum(is_file(attempt) for attempt in read)
    return Tally(
        requests=len(asked),
        pages=len(read) - documents,
        documents=documents,
        not_modified=sum(attempt.outcome is Outcome.NOT_MODIFIED for attempt in asked),
        body_bytes=sum(attempt.body_bytes for attempt in asked),
        failed=sum(_failed(attempt) for attempt in asked),
        taken_over=len(answered) - len(asked),
    )


def unread_candidates(looked: Looked) -> tuple[str, ...]:
    """Addresses that came back, could hold a paper and could not be read, with the reason.

    The files of an archive are told one by one.
    """
    entries = (
        f"{note.attempt.address} — {why}"
        for note in looked.notes
        for attempt, why in _unread_in(note)
        if looked.could_hold(attempt)
    )
    return tuple(dict.fromkeys(entries))[:UNREAD_LIMIT]


def _unread_in(note: PageNotes) -> Iterator[tuple[Attempt, str]]:
    if note.unread is not None:
        yield note.attempt, reasons.UNREADS[note.unread]
    for member in note.members_unseen:
        yield member.attempt, member.why


def _failed(attempt: Attempt) -> bool:
    outcome = attempt.outcome
    return outcome is not None and not outcome.settled and outcome not in _NO_FAILURES
