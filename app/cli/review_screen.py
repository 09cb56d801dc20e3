"""A person's word on the terminal."""

from __future__ import annotations

from collections.abc import Sequence

from rich.console import Console
from rich.table import Table

from app.cli.plain import plain
from domain.publications import Status
from domain.reviews import Review, Standing
from reports.words import REVIEW_SIGN, STANDINGS, STATUSES


def review_line(review: Review) -> str:
    """One review in a sentence, as markup; what people wrote is made harmless."""
    decision = review.decision
    until = f", đến hết {decision.valid_until:%d/%m/%Y}" if decision.valid_until else ""
    who = plain(f"({decision.author}, {review.written_at:%d/%m/%Y}{until})")
    said = f"{REVIEW_SIGN} Người kiểm tra: {_status(decision.status)} – {plain(decision.reason)}"
    if review.standing is Standing.STANDS:
        return f"[bold]{said}[/] {who}"
    return f"[dim]{said} {who} – {_not_standing(review)}[/]"


def show_review(console: Console, review: Review) -> None:
    """One review with what it stands beside."""
    decision = review.decision
    about = f"{review.agency_code} {review.agency_name} · {review.title} · {decision.year}"
    console.print(f"Ý kiến số {review.id}: {plain(about)}")
    console.print(f"  {review_line(review)}")
    if decision.url:
        console.print(f"  {plain(decision.url)}")
    console.print(f"  Máy: {_status(review.machine_now)}")


def show_reviews(console: Console, reviews: Sequence[Review]) -> None:
    """All of them, a line each."""
    table = Table(
        "Số", "Mã", "Nội dung", "Năm", "Máy", "Người kiểm tra", "Lý do", "Ai, ngày", "Hiệu lực"
    )
    for review in reviews:
        decision = review.decision
        row = (
            str(review.id),
            review.agency_code,
            review.title,
            str(decision.year),
            _status(review.machine_now),
            _status(decision.status),
            decision.reason,
            f"{decision.author}, {review.written_at:%d/%m/%Y}",
            _validity(review),
        )
        table.add_row(*(plain(cell) for cell in row))
    if reviews:
        console.print(table)


def _status(status: Status) -> str:
    return f"{STATUSES[status].sign} {STATUSES[status].word}"


def _validity(review: Review) -> str:
    until = review.decision.valid_until
    if review.standing is Standing.STANDS:
        return f"đến hết {until:%d/%m/%Y}" if until else STANDINGS[review.standing]
    return _not_standing(review, plainly=False)


def _not_standing(review: Review, *, plainly: bool = True) -> str:
    words = STANDINGS[review.standing]
    ended = f"đã hết hiệu lực: {words}" if review.standing.lapsed else words
    if review.withdrawal is not None:
        ended = f"{ended}: {review.withdrawal.reason} ({review.withdrawal.author})"
    return plain(ended) if plainly else ended
