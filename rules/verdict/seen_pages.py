"""Which pages were seen whole, and which addresses their content stands for."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from domain.documents import Need, Zone
from domain.outcomes import Skip
from domain.visits import REST_IS_LISTED, Attempt
from rules.explaining import reasons
from rules.sightings import PageNotes, SightingKind


@dataclass(frozen=True, slots=True)
class ReadPages:
    """What has notes: by address, and by body where one body came from several addresses.

    A body that was not seen whole stands for its own address only: a shell of scripts is the same
    body everywhere and hides something else at each.
    """

    addresses: frozenset[tuple[str, str, str | None]]
    bodies: frozenset[str]

    @classmethod
    def of(cls, notes: Iterable[PageNotes]) -> ReadPages:
        """What the notes of a visit hold."""
        notes = tuple(notes)
        return cls(
            frozenset(key_of(note.attempt) for note in notes),
            frozenset(
                note.attempt.sha256
                for note in notes
                if note.attempt.sha256 and not why_unseen(note) and not note.members_unseen
            ),
        )

    def holds(self, attempt: Attempt) -> bool:
        """Whether the content of an attempt was read, there or elsewhere.

        What a form was posted for stands for itself: the same body again is no further page.
        """
        elsewhere = attempt.method == "GET" and attempt.sha256 in self.bodies
        return elsewhere or key_of(attempt) in self.addresses


def was_read(note: PageNotes, filled: frozenset[str] = frozenset()) -> bool:
    """Whether a page's own content was seen, be it in what ``filled`` it."""
    whole = note.unread is None and not _cut_off(note)
    if note.members_unseen and not note.members_read:
        return False  # an archive of which nothing was read
    said = not note.said_nothing or not filled.isdisjoint(places_of(note.attempt))
    return whole and Need.BROWSER not in note.needs and said


def why_unseen(
    note: PageNotes, *, is_turned: bool = False, is_filled: bool = False, is_listed: bool = False
) -> str:
    """Why a page that came back was not seen whole; empty when it was.

    ``is_turned``: the further pages of its lists were asked for, and stand for themselves.
    ``is_filled``: so was what its scripts fill it with; ``is_listed``: and that leads on.
    """
    if note.unread is not None:
        return reasons.UNREADS[note.unread]
    if _cut_off(note):
        return reasons.why_open(note.attempt)
    holds_paper = any(sighting.kind is SightingKind.PAPER for sighting in note.sightings)
    if note.unseen and not holds_paper:
        return note.unseen
    met = {Need.POST_PAGING: is_turned or is_listed, Need.SCRIPTS: is_listed}
    needs = [one for one in note.needs if not met.get(one, False)]
    if needs:
        return reasons.NEEDS[Need.BROWSER if Need.BROWSER in needs else needs[0]]
    return "trang không có nội dung" if note.said_nothing and not is_filled else ""


def _cut_off(note: PageNotes) -> bool:
    """Whether only the beginning came, or what came was not the portal's content."""
    outcome = note.attempt.outcome
    return outcome is not None and not outcome.seen


def turned_lists(attempts: Sequence[Attempt]) -> frozenset[str]:
    """The pages whose lists need no more turning.

    A list was turned by posting its form, or what a script would add to it is listed elsewhere.
    """
    posted = {one.parent for one in attempts if one.method == "POST"}
    pagers = [one for one in attempts if one.words.zone is Zone.PAGING]
    repeated = {one.parent for one in pagers if one.detail == REST_IS_LISTED}
    left = {one.parent for one in pagers if one.skip is Skip.NEEDS_POST}
    return frozenset(one for one in posted | (repeated - left) if one is not None)


def places_of(attempt: Attempt) -> frozenset[str]:
    """Where an attempt asked, and where it came to."""
    return frozenset({attempt.address, attempt.final_address or attempt.address})


def key_of(attempt: Attempt) -> tuple[str, str, str | None]:
    """What makes two attempts one request."""
    return attempt.address, attempt.method, attempt.form_digest
