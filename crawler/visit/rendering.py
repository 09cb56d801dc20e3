"""Pages whose text plain HTTP does not bring, shown by a browser: only those, each once."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace

from crawler.routes import route_of, with_route
from crawler.urls import canonical
from crawler.visit.ledger import Ledger
from crawler.visit.pages.data import links_of_data, zone_of_data
from crawler.visit.task import VisitTools
from domain.documents import Document, Link, Need, Reading
from domain.exchanges import Answer
from domain.outcomes import Outcome
from domain.visits import Attempt


@dataclass(frozen=True, slots=True)
class Got:
    """An address that was asked and read, by a browser where it had to be."""

    attempt: Attempt
    answer: Answer
    reading: Reading | None
    more_links: tuple[Link, ...] = ()
    """Of the data that the page's scripts fetched."""
    again: bool = False
    """Whether showing it failed in a way that may pass."""

    @property
    def final_address(self) -> str:
        """Where the redirects ended, canonical."""
        final = self.answer.final_address or self.answer.ask.address
        return with_route(canonical(final) or self.answer.ask.address, route_of(final))


class Rendering:
    """Shows what needs it, keeps what came of it, and reads it like any page."""

    def __init__(self, tools: VisitTools, ledger: Ledger) -> None:
        self._tools = tools
        self._ledger = ledger

    async def whole(self, plain: Got, forbids: Callable[[str], bool], *, home: bool) -> Got:
        """A page that needs a browser as one shows it; as it came where there is none.

        What a browser shows in part counts for what it shows, as a page does that was cut short.
        A home page is the way in, however little it shows.
        """
        render = self._tools.render
        shown = await render(plain.answer, forbids) if render else None
        if shown is None:
            told = replace(plain.attempt, detail=self._tools.no_browser or plain.attempt.detail)
            return replace(plain, attempt=told)
        attempt = self._ledger.answered(plain.attempt, shown.answer)
        whole = shown.answer.outcome.seen
        reading = None
        if whole or shown.answer.cut_off:
            reading = await self._tools.read(shown.answer)
        self._keep_parts(attempt, shown.parts, reading)
        if not whole and not shown.answer.cut_off:
            return self._failed(plain, attempt, shown.answer)
        links = links_of_data(shown.parts, reading, is_home=home)
        if not whole and home and not route_of(plain.attempt.address):
            held = reading.links if isinstance(reading, Document) else ()
            return replace(self._failed(plain, attempt, shown.answer), more_links=(*held, *links))
        return Got(attempt, shown.answer, reading, links, again=needs_browser(reading))

    def _keep_parts(
        self, attempt: Attempt, parts: tuple[Answer, ...], reading: Reading | None
    ) -> None:
        """Record the data beside the rendering, which was charged as one request."""
        for part in parts:
            self._ledger.part(attempt, part, zone_of_data(part, reading))

    def _failed(self, plain: Got, attempt: Attempt, shown: Answer) -> Got:
        """The page as it came, with why it could not be shown; that try is kept too.

        What came for a route is another page: the one that every route is built from.
        """
        outcome = attempt.outcome or Outcome.HTTP_ERROR
        if route_of(attempt.address):
            return Got(attempt, shown, None)
        self._ledger.classified(attempt, outcome, attempt.detail)
        said = replace(plain.attempt, detail=attempt.detail)
        return replace(plain, attempt=said, again=outcome is not Outcome.TOO_LARGE)


def needs_browser(reading: Reading | None) -> bool:
    """Whether a page's text appears only when its scripts run."""
    return isinstance(reading, Document) and Need.BROWSER in reading.needs


def is_hollow(reading: Reading | None) -> bool:
    """Whether a page shows its frame and not, or not yet, what it is about."""
    if not isinstance(reading, Document):
        return False
    return Need.SCRIPTS in reading.needs or "unfilled" in dict(reading.metadata)
