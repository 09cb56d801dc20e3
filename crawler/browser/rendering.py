"""A page's rendering as an answer: what is stored, read and played back like any other."""

from __future__ import annotations

from dataclasses import replace
from datetime import datetime

from crawler.browser.seen import Seen
from crawler.fetcher.page_requests import Part
from crawler.routes import route_of, with_route
from documents.rendered import marked
from domain.exchanges import PART, RENDER, Answer, Ask, Shown

MOST_PARTS = 30
MOST_PART_BYTES = 2_000_000
PART_HEADER = "giamsat-part"
"""Names the parts in the headers of the stored rendering."""


def render_ask(shell: Answer) -> Ask:
    """What a rendering is kept under."""
    return Ask(shell.ask.address, method=RENDER)


def shown_at(shell: Answer) -> str:
    """Where the page is shown: where it came from, with the route that was asked for."""
    asked = shell.ask.address
    return with_route(shell.final_address or asked, route_of(asked))


def shown_of(shell: Answer, seen: Seen, started_at: datetime, elapsed_s: float) -> Shown:
    """What came of showing a page."""
    parts = tuple(map(_answer_of, filter(_is_data, seen.traffic.parts)))[:MOST_PARTS]
    named = tuple((PART_HEADER, part.ask.address) for part in parts)
    return Shown(
        replace(
            shell,
            ask=render_ask(shell),
            outcome=seen.outcome,
            started_at=started_at,
            elapsed_s=elapsed_s,
            detail=seen.detail,
            final_address=shown_at(shell),
            headers=(("content-type", "text/html; charset=utf-8"), *named),
            redirects=(),
            body=marked(seen.html) if seen.html else b"",
            earlier=(),
            retry_after_s=None,
        ),
        parts,
    )


def part_asks(rendering: Answer) -> tuple[Ask, ...]:
    """What the parts of a stored rendering are kept under."""
    return tuple(
        Ask(address, method=PART) for name, address in rendering.headers if name == PART_HEADER
    )


def _answer_of(part: Part) -> Answer:
    hop = part.hop
    assert hop.started_at is not None  # noqa: S101 - a part with a body was sent
    return Answer(
        Ask(part.ask.address, method=PART),
        part.outcome,
        hop.started_at,
        hop.elapsed_s,
        part.detail,
        final_address=part.final_address,
        status=hop.status,
        headers=part.headers,
        body=hop.body,
        ip=hop.ip,
        tls=hop.tls,
    )


def _is_data(part: Part) -> bool:
    """Whether it is JSON of a size worth keeping."""
    body = part.hop.body
    return part.outcome.seen and 0 < len(body) <= MOST_PART_BYTES and body.lstrip()[:1] in b"{["
