"""``giamsat review``: a person's word beside the machine's."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Annotated, Any
from zoneinfo import ZoneInfo

import typer
from typer.core import TyperGroup

from app.cli.options import (
    ConfigOption,
    DatabaseOption,
    JsonOption,
    YearOption,
    printer,
    settings_of,
    surroundings,
    write_raw,
)
from app.cli.review_screen import show_review, show_reviews
from app.reviewing import Reviewer, Word
from domain.reviews import Standing
from reports.to_json import reviews_to_json
from rules.inspection import inspected_year
from storage.store import open_store


class FallsToAdd(TyperGroup):
    """A group whose first word may be an agency's code: then ``add`` is meant."""

    # Typer's context is click's in its older versions and its own in newer ones: hence Any.
    def parse_args(self, ctx: Any, args: list[str]) -> list[str]:
        """``review CODE …`` as ``review add CODE …``; ``list``, ``withdraw``, ``--help`` as is."""
        if args and args[0] not in {*self.commands, *self.get_help_option_names(ctx)}:
            args = ["add", *args]
        return super().parse_args(ctx, args)


review = typer.Typer(
    cls=FallsToAdd,
    help="A person's word beside the machine's: "
    "'giamsat review CODE PUBLICATION --status S --reason R --author A' writes one.",
    no_args_is_help=True,
)

AuthorOption = Annotated[str, typer.Option(help="Who says so: name and office.")]


@review.command("add")
def add(
    context: typer.Context,
    code: Annotated[str, typer.Argument(help="Code of the agency, as in the registry.")],
    publication: Annotated[
        str, typer.Argument(help="Identifier of the publication, such as quality_objectives.")
    ],
    status: Annotated[
        str,
        typer.Option(
            help="published, outdated, unverified, missing, undetermined or not_applicable; "
            "or as reports say it, such as 'Đã công khai'."
        ),
    ],
    reason: Annotated[str, typer.Option(help="Why, in words; at most 2,000 characters.")],
    author: AuthorOption,
    url: Annotated[str | None, typer.Option(help="Where it was seen: http(s) address.")] = None,
    until: Annotated[
        str | None,
        typer.Option(metavar="DATE", help="Its last day, YYYY-MM-DD (default: no end)."),
    ] = None,
    year: YearOption = None,
    config: ConfigOption = None,
    database: DatabaseOption = None,
) -> None:
    """Say what you found over one verdict; the word 'add' may be left out.

    It stands beside the machine's verdict, never over it, and lapses when the evidence it was
    written on changes. Exit: 0 kept; 2 wrong usage, and nothing was kept.
    """
    with _reviewer(context, config, database) as (reviewer, inspected):
        kept = reviewer.add(
            Word(code, publication, status, reason, author, url, until), year or inspected
        )
    show_review(printer(), kept)


@review.command("list")
def list_(
    context: typer.Context,
    code: Annotated[str | None, typer.Option(help="Only of this agency.")] = None,
    everything: Annotated[
        bool, typer.Option("--all", help="Also lapsed, expired, superseded and withdrawn ones.")
    ] = False,
    json: JsonOption = False,
    config: ConfigOption = None,
    database: DatabaseOption = None,
) -> None:
    """List the reviews that stand."""
    with _reviewer(context, config, database) as (reviewer, _):
        written = reviewer.listed(code)
    standing = [review for review in written if review.standing is Standing.STANDS]
    shown = written if everything else standing
    if json:
        write_raw(reviews_to_json(shown))
        return
    show_reviews(printer(), shown)
    lapsed = sum(review.standing.lapsed for review in written)
    need = "needs" if lapsed == 1 else "need"
    more = f"; {lapsed} lapsed and {need} another look (--all)" if lapsed else ""
    count = "1 review stands" if len(standing) == 1 else f"{len(standing)} reviews stand"
    printer().print(count + more, markup=False)


@review.command("withdraw")
def withdraw(
    context: typer.Context,
    number: Annotated[int, typer.Argument(help="Number of the review, as 'review list' shows.")],
    author: AuthorOption,
    reason: Annotated[str, typer.Option(help="Why it is taken back.")],
    config: ConfigOption = None,
    database: DatabaseOption = None,
) -> None:
    """Take a review back. It stays in the history; nothing is ever deleted."""
    with _reviewer(context, config, database) as (reviewer, _):
        show_review(printer(), reviewer.withdraw(number, author, reason))


@contextmanager
def _reviewer(
    context: typer.Context, config: Path | None, database: str | None
) -> Iterator[tuple[Reviewer, int]]:
    """Who keeps reviews now, and the inspected year."""
    settings = settings_of(context, config, database)
    now, zone = surroundings(context).clock.now(), settings.schedule.timezone
    store = open_store(settings.database.url, create=False)
    try:
        year = inspected_year(settings.inspection, now, zone)
        yield Reviewer(store, now, ZoneInfo(zone)), year
    finally:
        store.close()
