"""What a person said, as cells at the end of a row of the machine's."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

from domain.findings import AgencyReport
from domain.reviews import Review, Reviews
from reports.table import Column, Kind, PerPublication, Row, day, moment

REVIEW_COLUMNS = (
    Column("review_status", "Kết luận của người kiểm tra", 18, Kind.STATUS),
    Column("review_reason", "Lý do của người kiểm tra", 50),
    Column("review_author", "Người kiểm tra", 20),
    Column("review_at", "Lúc ghi (UTC)", 21),
    Column("review_until", "Hiệu lực đến hết ngày", 13),
    Column("review_lapsed", "Đã hết hiệu lực vì", 24, Kind.STANDING),
)
# The matrix has one row an agency and many publications in it: each cell names its own.
MATRIX_REVIEW_COLUMNS = tuple(replace(column, width=40) for column in REVIEW_COLUMNS)
_NOTHING: Row = (None,) * len(REVIEW_COLUMNS)


def review_cells(review: Review | None) -> Row:
    """The cells under ``REVIEW_COLUMNS``; empty ones where nobody said anything."""
    return _NOTHING if review is None else tuple(value(review) for value in _VALUES)


def matrix_review_cells(report: AgencyReport, reviews: Reviews) -> Row:
    """The same for a whole agency, each value with its publication."""
    shown = reviews.shown_in(report)
    return tuple(_joined(shown, value) for value in _VALUES)


def _joined(
    shown: tuple[Review, ...], value: Callable[[Review], str | None]
) -> PerPublication | None:
    said = ((review.decision.publication, value(review)) for review in shown)
    entries = tuple((publication, words) for publication, words in said if words is not None)
    return PerPublication(entries) if entries else None


_VALUES: tuple[Callable[[Review], str | None], ...] = (
    lambda review: review.decision.status.value,
    lambda review: review.decision.reason,
    lambda review: review.decision.author,
    lambda review: moment(review.written_at),
    lambda review: day(review.decision.valid_until),
    lambda review: review.standing.value if review.standing.lapsed else None,
)
