"""What people decided over findings: appended, never changed; how it stands is derived."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from typing import Protocol, TypeVar

import sqlalchemy as sa
from sqlalchemy.engine import Connection

from domain.errors import UsageError
from domain.grounds import Ground
from domain.publications import Status
from domain.reviews import (
    Decision,
    Review,
    Reviews,
    Standing,
    Withdrawal,
    only_newest_stands,
)
from storage.agencies import SINCE_EVER
from storage.canonical import sound
from storage.grounds import (
    FoundThen,
    Subject,
    ground_digest,
    grounds,
    newest_findings,
    newest_that_speaks,
)
from storage.rows import insert_one
from storage.tables import agency, finding, judgement, review, review_withdrawal

Result = TypeVar("Result")
Work = Callable[[Connection], Result]


class NothingToReviewError(UsageError):
    """Nothing was judged yet of what a review is about."""


class Transaction(Protocol):
    """Runs work on a connection, in a transaction of its own."""

    def __call__(self, work: Work[Result], /) -> Result:
        """What the work gives."""
        ...


@dataclass(frozen=True, slots=True)
class ReviewShelf:
    """The reviews in a store."""

    read: Transaction
    write: Transaction

    def add(self, agency_id: int, decision: Decision, at: datetime) -> int:
        """Keep a decision, tied to the newest finding it is about; the review's number.

        Raises :class:`NothingToReviewError` when there is no such finding.
        """
        return self.write(lambda c: _add(c, agency_id, decision, at))

    def withdraw(self, review_id: int, withdrawal: Withdrawal) -> None:
        """Take a review back; it stays in the history, as withdrawn."""
        self.write(lambda c: _withdraw(c, review_id, withdrawal))

    def held(self, today: date) -> Reviews:
        """All reviews ever written, with how they stand on a day."""
        return self.read(lambda c: _held(c, today))


def _add(connection: Connection, agency_id: int, decision: Decision, at: datetime) -> int:
    subject = (agency_id, decision.year, decision.publication)
    looks = newest_findings(connection, [agency_id], decision.year).get(subject)
    if not looks:
        raise NothingToReviewError(f"{decision.publication}: nothing found for {decision.year}")
    ground = grounds(connection, [looks[0].finding_id])[looks[0].finding_id]
    values = {
        "agency_id": agency_id,
        "finding_id": looks[0].finding_id,
        "publication": decision.publication,
        "year": decision.year,
        "evidence_digest": ground_digest(ground),
        "status": decision.status.value,
        "reason": sound(decision.reason),
        "author": sound(decision.author),
        "written_at": at,
        "valid_until": decision.valid_until,
        "url": None if decision.url is None else sound(decision.url),
    }
    return insert_one(connection, review, values)


def _withdraw(connection: Connection, review_id: int, withdrawal: Withdrawal) -> None:
    if connection.scalar(sa.select(review.c.id).where(review.c.id == review_id)) is None:
        raise UsageError(f"review {review_id}: there is none; see 'giamsat review list --all'")
    known = sa.select(review_withdrawal).where(review_withdrawal.c.review_id == review_id)
    earlier = connection.execute(known).first()
    if earlier is not None:
        raise UsageError(
            f"review {review_id}: already withdrawn by {earlier.author} "
            f"on {earlier.written_at:%Y-%m-%d}"
        )
    values = {
        "review_id": review_id,
        "author": sound(withdrawal.author),
        "reason": sound(withdrawal.reason),
        "written_at": withdrawal.written_at,
    }
    connection.execute(sa.insert(review_withdrawal).values(values))


_Row = sa.Row[tuple[object, ...]]


def _held(connection: Connection, today: date) -> Reviews:
    rows = connection.execute(_all_reviews()).all()
    if not rows:
        return Reviews()
    looks = newest_findings(connection, {row.agency_id for row in rows})
    judge = _StandingJudge(looks, _grounds_of(connection, rows, looks), today)
    return Reviews(only_newest_stands(_review_of(row, judge) for row in rows))


def _all_reviews() -> sa.Select[tuple[object, ...]]:
    taken_back = review_withdrawal
    return (
        sa.select(
            review,
            agency.c.code,
            agency.c.name,
            agency.c.valid_from,
            finding.c.title,
            finding.c.status.label("machine_then"),
            judgement.c.visit_id,
            taken_back.c.author.label("withdrawn_by"),
            taken_back.c.reason.label("withdrawn_for"),
            taken_back.c.written_at.label("withdrawn_at"),
        )
        .join(agency, agency.c.id == review.c.agency_id)
        .join(finding, finding.c.id == review.c.finding_id)
        .join(judgement, judgement.c.id == finding.c.judgement_id)
        .outerjoin(taken_back, taken_back.c.review_id == review.c.id)
        .order_by(review.c.id)
    )


def _subject(row: _Row) -> Subject:
    return row.agency_id, row.year, row.publication


def _grounds_of(
    connection: Connection, rows: Sequence[_Row], looks: Mapping[Subject, Sequence[FoundThen]]
) -> dict[int, Ground]:
    """The grounds that decisions were made on, and those that are there now."""
    wanted = {row.finding_id for row in rows}
    for row in rows:
        newest = newest_that_speaks(looks[_subject(row)], row.visit_id)
        wanted |= {newest.finding_id} if newest else set()
    return grounds(connection, wanted)


@dataclass(frozen=True, slots=True)
class _StandingJudge:
    """Says how a review stands on a day."""

    looks: Mapping[Subject, Sequence[FoundThen]]
    grounds: Mapping[int, Ground]
    today: date

    def standing(self, row: _Row) -> Standing:
        """Before it is known whether a newer one supersedes it."""
        if row.withdrawn_at is not None:
            return Standing.WITHDRAWN
        if row.valid_until is not None and row.valid_until < self.today:
            return Standing.EXPIRED
        newest = newest_that_speaks(self.looks[_subject(row)], row.visit_id)
        if newest is None:
            return Standing.STANDS
        return self.grounds[row.finding_id].standing_in(self.grounds[newest.finding_id])

    def machine_now(self, row: _Row) -> Status:
        """What the newest look says."""
        return self.looks[_subject(row)][0].status


def _review_of(row: _Row, judge: _StandingJudge) -> Review:
    decision = Decision(
        publication=row.publication,
        year=row.year,
        status=Status(row.status),
        reason=row.reason,
        author=row.author,
        url=row.url,
        valid_until=row.valid_until,
    )
    return Review(
        id=row.id,
        agency_code=row.code,
        agency_name=row.name,
        agency_since=None if row.valid_from == SINCE_EVER else row.valid_from,
        title=row.title,
        decision=decision,
        written_at=row.written_at,
        evidence_digest=row.evidence_digest,
        machine_then=Status(row.machine_then),
        machine_now=judge.machine_now(row),
        standing=judge.standing(row),
        withdrawal=_withdrawal_of(row),
    )


def _withdrawal_of(row: _Row) -> Withdrawal | None:
    if row.withdrawn_at is None:
        return None
    return Withdrawal(row.withdrawn_by, row.withdrawn_for, row.withdrawn_at)
