"""The round through a portal once one is in: evidence, aids, every address, failures again.

In :mod:`crawler.visit`, ``opening`` opens a candidate, ``learning`` learns from what came,
``second_tries`` keeps what is asked again, ``stopping`` ends it; all work on one ``walk``.
"""

from __future__ import annotations

from collections.abc import Iterator

from crawler.platforms import recognise
from crawler.platforms.generic import GENERIC
from crawler.urls import canonical
from crawler.visit.aids.asking import Aids, worse
from crawler.visit.desk import Opened
from crawler.visit.entrance import Entrance, directory_of
from crawler.visit.homes import Homes
from crawler.visit.learning import Learning
from crawler.visit.links.book import identity
from crawler.visit.links.frontier import Candidate
from crawler.visit.links.passed_over import ABOUT_THE_SYSTEM
from crawler.visit.opening import Opening
from crawler.visit.second_tries import SecondTries
from crawler.visit.stopping import Stopping
from crawler.visit.task import PortalTask, VisitTools
from crawler.visit.walk import Walk
from crawler.visit.walk_state import state_of
from domain.outcomes import Aid, PortalState, Skip, StoppedBy
from domain.visits import FoundBy

_KNOWN_FROM = 2.0
"""Priority of what earlier nights rested on, above all that links promise."""
_SKIP_WHEN_STOPPED = {
    StoppedBy.ALL_FOUND: Skip.ALL_FOUND,
    StoppedBy.PORTAL_FAILED: Skip.PORTAL_FAILED,
}


class Round:
    """Opens everything of a portal that is content, the most promising first."""

    def __init__(self, entrance: Entrance, task: PortalTask, tools: VisitTools) -> None:
        self._walk = Walk.begin(entrance, task, tools)
        self._stopping = Stopping(self._walk)
        self._opening = Opening(self._walk)
        self._learning = Learning(self._walk)
        self._second_tries = SecondTries()
        self.search = Aid.NONE
        self.sitemap = Aid.NONE

    @property
    def stopped_by(self) -> StoppedBy:
        """Why the round ended."""
        return self._stopping.reason or StoppedBy.NOTHING_LEFT

    @property
    def platform(self) -> str:
        """The portal's software; of an unknown one what it says of itself."""
        name, told = self._walk.platform.name, self._walk.told_of_platform
        return f"{name} ({told})" if told else name

    async def open_homes(self) -> None:
        """Open the agency's further addresses like the first, then take the links of all."""
        home = self._walk.entrance.home
        if home is not None:
            await self._compare(Candidate(home.attempt.address, FoundBy.HOME), home)
        for candidate, opened in await Homes(self._walk).open(self._stopping.must_stop):
            await self._saw(candidate, opened)

    async def check_evidence(self) -> None:
        """Open what earlier nights rested on, before anything is explored."""
        self._queue_evidence()
        frontier = self._walk.frontier
        while not self._stopping.must_stop() and (first := frontier.pop()) is not None:
            if first.priority < _KNOWN_FROM:
                frontier.add(first)
                return
            await self._take(first)

    def _queue_evidence(self) -> None:
        walk = self._walk
        for known in walk.task.start_with:
            address = canonical(known.address)
            if not address or walk.links.knows(address):
                continue
            could_mean = walk.tools.scorer.value(address, known.words).could_mean
            candidate = Candidate(
                address, FoundBy.EVIDENCE, words=known.words, parent=known.parent,
                priority=_KNOWN_FROM, could_mean=could_mean,
            )  # fmt: skip
            if walk.links.why_not(candidate) is None:
                walk.links.note(address, could_mean)
                walk.frontier.add(candidate)

    async def ask_aids(self) -> None:
        """The portal's own search box, sitemap and feeds; those of further hosts too.

        What promises a paper is opened before each of them is asked, as a person would.
        """
        entrance, must_stop = self._walk.entrance, self._stopping.must_stop
        for home, root in self._aided_homes():
            platform = recognise(home.document, home.body) if home.document else GENERIC
            aids = Aids(entrance.desk, self._walk.links, entrance.robots, root, platform)
            await self.open_everything(ABOUT_THE_SYSTEM)
            self.search = worse(self.search, await aids.search_at(home, must_stop))
            await self.open_everything(ABOUT_THE_SYSTEM)
            self.sitemap = worse(self.sitemap, await aids.sitemap_at(home, must_stop))
            await self.open_everything(ABOUT_THE_SYSTEM)
            await aids.feeds_at(home, must_stop)

    def _aided_homes(self) -> Iterator[tuple[Opened, str]]:
        """The home pages of different hosts that may be asked, each with its directory."""
        entrance, hosts = self._walk.entrance, set[str]()
        roots = [(entrance.home, entrance.root)]
        roots += [(home, directory_of(home.final_address)) for home in self._walk.homes]
        for home, root in roots:
            host = identity(root).partition("/")[0]
            if home is None or host in hosts or entrance.robots.failure(home.final_address):
                continue
            hosts.add(host)
            yield home, root

    async def open_everything(self, least: float = 0.0) -> None:
        """Open the most promising address until nothing is left or something stops the round.

        ``least``: what promises less than this is left for later; nor is a file waited for then.
        """
        frontier, progress = self._walk.frontier, self._walk.tools.progress
        while not self._stopping.must_stop():
            if self._opening.is_due:
                await self._saw(*await self._opening.take_read())
            elif frontier.best() >= least and (found := frontier.pop(progress.looks_for())):
                if not self._is_left(found):
                    await self._take(found)
            elif self._opening.reads and not least:
                await self._saw(*await self._opening.take_read())
            elif least or not (freed := self._freed()):
                return
            else:
                for one in freed:
                    frontier.add(one)

    def _freed(self) -> tuple[Candidate, ...]:
        """What was put aside and is to be opened now that nothing else is left.

        First what the last look did not know, once all that it knew is in place.
        """
        walk, recall = self._walk, self._walk.entrance.recall
        new = recall.explore() if recall else ()
        wanted = walk.tools.progress.looks_for()
        return new or walk.links.aside.free(wanted) or walk.prints.free()

    def _is_left(self, found: Candidate) -> bool:
        """Whether it is not opened now: put aside, or left as the last look left it."""
        walk, recall = self._walk, self._walk.entrance.recall
        if recall is not None and recall.opened(found):
            return False
        skip = recall.leaves(found) if recall else None
        if skip is not None:
            walk.left.skip(found, skip)
            return True
        held_back = recall is not None and recall.holds_back(found)
        return held_back or walk.prints.takes(found) or walk.links.aside.takes(found)

    async def try_again(self) -> None:
        """Ask what failed once more, and open what that brings."""
        while not self._stopping.must_stop() and (again := self._second_tries.take()):
            for candidate in again:
                if self._stopping.must_stop():
                    break
                done = await self._opening.open(candidate)
                if done is not None:
                    await self._saw(*done)
            await self.open_everything()
        await self._stopping.make_sure()

    async def finish_reading(self) -> None:
        """Take over every file still being read; after an interruption none is waited for."""
        while self._opening.reads and self._stopping.reason is not StoppedBy.INTERRUPTED:
            await self._saw(*await self._opening.take_read())
        self._opening.give_up_reading()

    def give_up_reading(self) -> None:
        """Pass over what has come and nobody reads any more."""
        self._opening.give_up_reading()

    def close(self) -> None:
        """Tell what was left unopened and what was passed over."""
        walk = self._walk
        for candidate in walk.links.aside.left():
            walk.left.skip(candidate, Skip.UNPROMISING)
        for candidate in walk.prints.left():
            walk.left.close_trap(candidate)
        for candidate in walk.prints.unsettled():
            walk.frontier.add(candidate)
        walk.left.drain(walk.frontier, _SKIP_WHEN_STOPPED.get(self.stopped_by, Skip.BUDGET))
        walk.matters |= walk.left.tell(walk.entrance.ledger, walk.links, walk.excerpts)
        attempts = walk.entrance.ledger.attempts()
        walk.entrance.desk.cut.tell(attempts, walk.tools.progress)

    def state(self) -> tuple[PortalState, str]:
        """Reached only when the home page and all that could matter was seen."""
        return state_of(self._walk, self._stopping.reason)

    async def _take(self, candidate: Candidate) -> None:
        done = await self._opening.take(candidate)
        if done is not None:
            await self._saw(*done)

    async def _saw(self, candidate: Candidate, opened: Opened) -> None:
        """Take over what an opened address brought, or note that it failed."""
        self._learning.saw(candidate, opened)
        if opened.attempt.taken_from is not None:
            return  # it says nothing of how the portal is now
        await self._compare(candidate, opened)
        self._second_tries.saw(candidate, opened)
        await self._stopping.heed(opened.attempt.outcome)

    async def _compare(self, candidate: Candidate, opened: Opened) -> None:
        """Note what became of a page that the last look opened too."""
        entrance = self._walk.entrance
        change = await entrance.recall.compare(candidate, opened) if entrance.recall else None
        if change is not None:
            entrance.ledger.compared(opened.attempt, change)
