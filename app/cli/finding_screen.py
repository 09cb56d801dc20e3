"""One finding on the terminal: the verdict, a person's word, and what spoke for and against."""

from __future__ import annotations

from rich.console import Console

from app.cli.plain import plain
from app.cli.review_screen import review_line
from domain.findings import Evidence, Finding, Side
from domain.publications import Status
from domain.reviews import Review
from reports.quotes import quote_parts
from reports.words import SIDES, STATUSES, place_in_words

_STYLES = {
    Status.PUBLISHED: "green",
    Status.OUTDATED: "dark_orange",
    Status.MISSING: "red",
    Status.UNVERIFIED: "yellow",
    Status.UNDETERMINED: "bright_black",
    Status.NOT_APPLICABLE: "bright_black",
}
SHOWN = {Side.FOR: 12, Side.AGAINST: 3}
"""Pieces of evidence written out; the others are counted and in ``export evidence``."""
LONGEST_QUOTE = 200


def show_finding(console: Console, finding: Finding, review: Review | None) -> None:
    """The verdict with all it rests on."""
    words = STATUSES[finding.status]
    status = f"[{_STYLES[finding.status]}]{words.sign} {words.word}[/]"
    console.print(f"  {status}  {plain(finding.title)}")
    console.print(f"      {plain(finding.reason)}")
    if review is not None:
        console.print(f"      {review_line(review)}")
        if review.decision.url:
            console.print(f"        {plain(review.decision.url)}")
    for side in Side:
        _show_side(console, side, [e for e in finding.evidence if e.side is side])


def _show_side(console: Console, side: Side, pieces: list[Evidence]) -> None:
    if not pieces:
        return
    console.print(f"      [dim]{SIDES[side]}:[/]")
    for evidence in pieces[: SHOWN[side]]:
        show_evidence(console, evidence)
    more = len(pieces) - SHOWN[side]
    if more > 0:
        console.print(f"      … và {more} mục nữa (giamsat export evidence)")


def show_evidence(console: Console, evidence: Evidence) -> None:
    """One paper or page: what it is called, where it stands, its deciding words."""
    sign = "→" if evidence.side is Side.FOR else "×"
    facts = [evidence.number or "", evidence.issued_on.isoformat() if evidence.issued_on else ""]
    known = " · ".join(fact for fact in (evidence.title, *facts) if fact)
    console.print(f"      {sign} {plain(known)}")
    console.print(f"        {plain(evidence.url)}")
    if evidence.quote:
        place = f" ({plain(place_in_words(evidence.place))})" if evidence.place else ""
        console.print(f"        “{_quote(evidence)}”{place}")
    if evidence.note:
        console.print(f"        {plain(evidence.note)}")


def _quote(evidence: Evidence) -> str:
    """The quote with the words that decided standing out."""
    parts = quote_parts(evidence, LONGEST_QUOTE)
    return "".join(
        f"[bold reverse]{plain(said)}[/]" if decided else f"[italic]{plain(said)}[/]"
        for said, decided in parts
    )
