"""What opens a candidate: passed over, asked and read at once, or a file read meanwhile."""

from __future__ import annotations

from dataclasses import replace

from crawler.tools import SEARCHES, is_feed, is_search_form
from crawler.urls import family
from crawler.visit.desk import Opened
from crawler.visit.links.book import identity
from crawler.visit.links.family_watch import ClosedDoors
from crawler.visit.links.frontier import Candidate
from crawler.visit.pages.text import fold
from crawler.visit.unfinished import ReadingMeanwhile
from crawler.visit.walk import Walk
from domain.outcomes import Skip
from domain.visits import LinkWords

Done = tuple[Candidate, Opened]
"""A candidate and what opening it came to."""


class Opening:
    """Opens candidates one after another; files are read while others are asked."""

    def __init__(self, walk: Walk) -> None:
        self._walk = walk
        self._closed_doors = ClosedDoors()
        self._reading = ReadingMeanwhile(walk.tools.read)

    @property
    def is_due(self) -> bool:
        """Whether a file must be taken before anything else is asked."""
        return self._reading.is_due

    @property
    def reads(self) -> bool:
        """Whether files are still being read."""
        return len(self._reading) > 0

    async def take(self, candidate: Candidate) -> Done | None:
        """Open a candidate unless its family is closed or robots.txt forbids it.

        None when it was passed over, or is a file that :meth:`take_read` gives later.
        """
        walk = self._walk
        if walk.post_lists.is_double(candidate):
            return None
        recall = walk.entrance.recall
        known = recall is not None and recall.opened(candidate)  # whatever closed since then
        if not known and self._is_closed(candidate):
            return None
        if not known and walk.families.is_shell(candidate.key):
            walk.left.skip(candidate, Skip.NEEDS_BROWSER)
        elif not await walk.entrance.robots.allows(candidate.address):
            detail = walk.entrance.robots.failure(candidate.address)
            walk.left.skip(candidate, self._why_forbidden(candidate), detail)
        else:
            return await self.open(candidate)
        return None

    def _why_forbidden(self, candidate: Candidate) -> Skip:
        """Whether robots.txt hides anything: no feed does, nor a search form, nor a print view."""
        if self._walk.prints.prints_read(candidate):
            return Skip.TOOL
        words, address = fold(candidate.words.text), candidate.address
        idle = is_feed(address) or (is_search_form(address) and SEARCHES.fullmatch(words))
        told = self._walk.links.passed_over.may_hold(candidate)
        return Skip.TOOL if idle and not told else Skip.ROBOTS

    async def open(self, candidate: Candidate) -> Done | None:
        """Ask and read, whatever is known of it; None for a file, which is read meanwhile."""
        self._reading.count_request()
        desk = self._walk.entrance.desk
        asked = await desk.fetch(candidate)
        if asked.is_file:
            self._reading.begin(candidate, asked)
            return None
        return candidate, await desk.read(candidate, asked)

    async def take_read(self) -> Done:
        """The file that came first, once it is read."""
        candidate, asked, reading = await self._reading.take()
        return candidate, self._walk.entrance.desk.finish(candidate, asked, reading)

    def give_up_reading(self) -> None:
        """Pass over what has come and nobody reads any more."""
        for candidate in self._reading.give_up():
            self._walk.left.skip(candidate, Skip.BUDGET)

    def _is_closed(self, candidate: Candidate) -> bool:
        """Whether it stays unopened: of a closed family, or a variant of what was opened."""
        if self._walk.families.is_closed(candidate.key):
            return not self._opens_closed(candidate, family(candidate.key))
        variants = self._variants(candidate)
        if variants is None:
            return False
        return not self._opens_closed(self._by_its_own_words(candidate), variants)

    def _variants(self, candidate: Candidate) -> str | None:
        """What it is one more variant of, by query keys that bring nothing; None for none."""
        if candidate.post is not None:
            return None
        same, links = identity(candidate.address), self._walk.links
        reduced = links.noise.reduced(same)
        if reduced != same and links.opened_before(reduced):
            return family(reduced)
        return self._walk.keys.closed(same)

    def _by_its_own_words(self, candidate: Candidate) -> Candidate:
        """As the link's own words alone promise: all variants of a paper's page bear its name."""
        words = LinkWords(text=candidate.words.text, title=candidate.words.title)
        value = self._walk.tools.scorer.value("", words)
        return replace(candidate, could_mean=candidate.could_mean & value.could_mean)

    def _opens_closed(self, candidate: Candidate, of: str) -> bool:
        """Whether a member of a closed family is opened, because its words name a paper."""
        passed_over = self._walk.links.passed_over
        opens: bool | None = False
        if passed_over.names_some(candidate):
            opens = self._closed_doors.opens(of, candidate.words)
        if opens is None:
            passed_over.beyond(candidate)
        elif not opens:
            self._walk.left.close_trap(candidate)
        return bool(opens)
