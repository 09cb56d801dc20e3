"""The round through a portal once one is in: evidence, aids, every address, failures again."""

from __future__ import annotations

from crawler.platforms import recognise
from crawler.platforms.generic import GENERIC
from crawler.urls import canonical
from crawler.visit.aids import Aids, worse
from crawler.visit.desk import Opened, origin_of
from crawler.visit.entrance import Entrance, directory_of, open_home
from crawler.visit.family_watch import Brought, ClosedDoors, FamilyWatch, self_found
from crawler.visit.frontier import Candidate, Frontier
from crawler.visit.left_unopened import LeftUnopened
from crawler.visit.links import LinkBook, Taken, identity
from crawler.visit.page_text import prints_of
from crawler.visit.portal_state import Health, gap_of
from crawler.visit.task import PortalTask, VisitTools
from crawler.visit.unfinished import ReadingMeanwhile
from domain.documents import Need, Zone
from domain.outcomes import Aid, Outcome, PortalState, Skip, StoppedBy
from domain.visits import FoundBy

_MOST_HOME_PROBES = 10
_MAP_PRIORITY = 0.95
_SKIP_WHEN_STOPPED = {
    StoppedBy.ALL_FOUND: Skip.ALL_FOUND,
    StoppedBy.PORTAL_FAILED: Skip.PORTAL_FAILED,
}


class Round:
    """Opens everything of a portal that is content, the most promising first."""

    def __init__(self, entrance: Entrance, task: PortalTask, tools: VisitTools) -> None:
        self._in = entrance
        self._task = task
        self._tools = tools
        self._frontier = Frontier()
        self._links = LinkBook(entrance.scope, tools.scorer, self._frontier)
        self._families = FamilyWatch()
        self._closed_doors = ClosedDoors()
        self._health = Health()
        self._reading = ReadingMeanwhile(tools.read)
        self._again: list[Candidate] = []
        self._left = LeftUnopened()
        self._matters: set[str] = set()
        self._probes = 0
        self._stop: StoppedBy | None = None
        self.search = Aid.NONE
        self.sitemap = Aid.NONE
        self.platform = GENERIC
        self._homes: list[Opened] = []
        """The home pages of further addresses."""

    @property
    def stopped_by(self) -> StoppedBy:
        """Why the round ended."""
        return self._stop or StoppedBy.NOTHING_LEFT

    async def open_homes(self) -> None:
        """Open the agency's further addresses like the first, then take the links of all."""
        opened: list[Opened] = []
        final = self._in.home.final_address if self._in.home else None
        for known in filter(None, (final, canonical(self._task.portal_url))):
            self._links.note(known)
        for address in filter(None, map(canonical, self._task.scope_urls)):
            if self._links.knows(address):
                continue
            self._links.note(address)
            candidate = Candidate(address, FoundBy.HOME, priority=3.0)
            if self._must_stop():
                self._frontier.add(candidate)
            elif not await self._in.robots.allows(address):
                self._left.skip(candidate, Skip.ROBOTS, self._in.robots.failure(address))
            else:
                pages = await open_home(self._in, address)
                self._homes.append(pages[-1])
                opened += pages
        self._follow_homes()
        self._take_home()
        for page in opened:
            await self._saw(Candidate(page.attempt.address, FoundBy.HOME, priority=3.0), page)

    def _follow_homes(self) -> None:
        """Where the further addresses led is the portal's too."""
        self._homes = [home for home in self._homes if home.document is not None]
        for home in self._homes:
            self._in.follow(home.attempt.address, home.final_address)
        self._links.scope = self._in.scope

    def _take_home(self) -> None:
        """The links of the home page and of the page that led to it; a map of the portal first."""
        home = self._in.home
        for page in filter(None, (self._in.splash, home)):
            self._links.note(page.final_address)
            if page.document is not None:
                self._links.take_page(page.document, origin_of(page, page.document, 0))
        if home is not None and home.document is not None:
            self.platform = recognise(home.document, home.body)
            for name, href in home.document.metadata:
                address = canonical(href, home.final_address) if name == "sitemap" else None
                if address:
                    self._frontier.promote(address, _MAP_PRIORITY, frozenset())

    async def check_evidence(self) -> None:
        """Open what earlier nights rested on, before anything is explored."""
        for known in self._task.start_with:
            address = canonical(known.address)
            if not address or self._links.knows(address):
                continue
            could_mean = self._tools.scorer.value(address, known.words).could_mean
            candidate = Candidate(
                address, FoundBy.EVIDENCE, words=known.words, parent=known.parent,
                priority=2.0, could_mean=could_mean,
            )  # fmt: skip
            if self._links.why_not(candidate) is None:
                self._links.note(address, could_mean)
                self._frontier.add(candidate)
        while not self._must_stop() and (first := self._frontier.pop()) is not None:
            if first.priority < 2.0:
                self._frontier.add(first)
                return
            await self._take(first)

    async def ask_aids(self) -> None:
        """The portal's own search box, sitemap and feeds; those of further hosts too."""
        roots = [(self._in.home, self._in.root)]
        roots += [(home, directory_of(home.final_address)) for home in self._homes]
        hosts: set[str] = set()
        for home, root in roots:
            host = identity(root).partition("/")[0]
            if home is None or host in hosts or self._in.robots.failure(home.final_address):
                continue
            hosts.add(host)
            aids = Aids(self._in.desk, self._links, self._in.robots, root)
            search, sitemap = await aids.ask(home, self._must_stop)
            self.search, self.sitemap = worse(self.search, search), worse(self.sitemap, sitemap)

    async def open_everything(self) -> None:
        """Open the most promising address until nothing is left or something stops the round."""
        while not self._must_stop():
            if self._reading.is_due:
                await self._take_read()
            elif (candidate := self._frontier.pop()) is not None:
                await self._take(candidate)
            elif len(self._reading):
                await self._take_read()
            else:
                return

    async def try_again(self) -> None:
        """Ask what failed once more, and open what that brings."""
        asked_again: set[str] = set()
        while self._again and not self._must_stop():
            again, self._again = self._again, []
            for candidate in again:
                if candidate.address in asked_again or self._must_stop():
                    continue
                asked_again.add(candidate.address)
                await self._open(candidate)
            await self.open_everything()

    def close(self) -> None:
        """Tell what was left unopened and what was passed over."""
        self._left.drain(self._frontier, _SKIP_WHEN_STOPPED.get(self.stopped_by, Skip.BUDGET))
        self._matters |= self._left.tell(self._in.ledger, self._links)

    def state(self) -> tuple[PortalState, str]:
        """Reached only when the home page and all that could matter was seen."""
        home = self._in.home
        said = [self._in.detail] if self._in.detail else []
        if home is not None and self._in.robots.failure(home.final_address):
            said.append(self._in.robots.failure(home.final_address))
        if home is None or home.document is None or Need.BROWSER in home.document.needs:
            said.append("trang chủ chỉ hiện đủ trong trình duyệt hoặc chưa đọc được")
            return PortalState.PARTLY_REACHED, "; ".join(said)
        gap = gap_of(self._in.ledger.attempts(), frozenset(self._matters))
        if self._stop in (None, StoppedBy.ALL_FOUND) and gap is None:
            return PortalState.REACHED, "; ".join(said)
        if gap is not None:
            why = gap.skip.value if gap.skip else str(gap.outcome and gap.outcome.value)
            said.append(f"chưa xem được {gap.address} ({why})")
        return PortalState.PARTLY_REACHED, "; ".join(said)

    def _must_stop(self) -> bool:
        """Whether the round is over, and why."""
        if self._stop is None:
            if self._tools.interrupted():
                self._stop = StoppedBy.INTERRUPTED
            elif self._tools.progress.all_settled():
                self._stop = StoppedBy.ALL_FOUND
            else:
                self._stop = self._in.ledger.stopped_by()
        return self._stop is not None

    async def _take(self, candidate: Candidate) -> None:
        """Open a candidate, unless its family is closed or robots.txt forbids it."""
        closed = self._families.is_closed(candidate.address) or self._is_repeat(candidate)
        if closed and not self._opens_closed(candidate):
            return
        if self._families.is_shell(candidate.address):
            self._left.skip(candidate, Skip.NEEDS_BROWSER)
        elif not await self._in.robots.allows(candidate.address):
            detail = self._in.robots.failure(candidate.address)
            self._left.skip(candidate, Skip.ROBOTS, detail)
        else:
            await self._open(candidate)

    async def _open(self, candidate: Candidate) -> None:
        self._reading.count_request()
        asked = await self._in.desk.fetch(candidate)
        if asked.is_file:
            self._reading.begin(candidate, asked)
            return
        reading = await self._tools.read(asked.answer) if asked.worth_reading else None
        await self._saw(candidate, self._in.desk.finish(candidate, asked, reading))

    async def _take_read(self) -> None:
        candidate, asked, reading = await self._reading.take()
        await self._saw(candidate, self._in.desk.finish(candidate, asked, reading))

    async def finish_reading(self) -> None:
        """Take over every file still being read; after an interruption none is waited for."""
        while len(self._reading) and self._stop is not StoppedBy.INTERRUPTED:
            await self._take_read()
        self.give_up_reading()

    def give_up_reading(self) -> None:
        """Pass over what has come and nobody reads any more."""
        for candidate in self._reading.give_up():
            self._left.skip(candidate, Skip.BUDGET)

    async def _saw(self, candidate: Candidate, opened: Opened) -> None:
        """Take over what an opened address brought, or note that it failed."""
        outcome = opened.attempt.outcome
        known_before = candidate.found_by in (FoundBy.HOME, FoundBy.EVIDENCE)
        if candidate.could_mean or candidate.words.zone is Zone.MENU or known_before:
            self._matters.add(candidate.address)
        self._links.note(opened.final_address)
        self._learn(candidate, opened)
        if outcome is not None and outcome.passing:
            self._again.append(candidate)
        self._health.saw(outcome)
        if self._health.doubtful():
            await self._ask_home_again()

    def _learn(self, candidate: Candidate, opened: Opened) -> None:
        """Take over links, and note whether the page brought anything new."""
        outcome = opened.attempt.outcome
        if outcome in (Outcome.NOT_FOUND, Outcome.SOFT_NOT_FOUND):
            self._families.saw_nothing(candidate.address)
        if opened.reading is None or outcome is None:
            return
        if not outcome.seen and outcome is not Outcome.UNREADABLE:
            return
        taken, document = Taken(), opened.document
        if document is not None and candidate.found_by is FoundBy.HOME:
            self._in.follow(candidate.address, opened.final_address)
            self._links.scope = self._in.scope
        if document is not None and self._in.scope.covers(opened.final_address):
            taken = self._links.take_page(document, origin_of(opened, document, candidate.depth))
        if document is not None and Need.BROWSER in document.needs:
            self._families.saw_shell(candidate.address)
            return
        brought = Brought(
            prints_of(opened.reading, opened.body),
            tuple(taken.targets),
            frozenset(taken.new_families),
            self_found(candidate),
        )
        self._families.saw(candidate.address, brought)
        self._links.noise.saw(identity(candidate.address), brought)

    async def _ask_home_again(self) -> None:
        """Many failures in a row: the home page tells whether the portal itself has failed."""
        home = self._in.home
        self._probes += 1
        if home is not None and self._probes <= _MOST_HOME_PROBES:
            probe = await self._in.desk.open(Candidate(home.final_address, FoundBy.AID))
            if probe.attempt.outcome is not None and probe.attempt.outcome.seen:
                self._health.recovered()
                return
        self._stop = self._stop or StoppedBy.PORTAL_FAILED

    def _is_repeat(self, candidate: Candidate) -> bool:
        """Whether only query keys that mean nothing set it apart from an address already opened."""
        same = identity(candidate.address)
        reduced = self._links.noise.reduced(same)
        return reduced != same and self._links.opened_before(reduced)

    def _opens_closed(self, candidate: Candidate) -> bool:
        """Whether a member of a closed family is opened, because its words name a paper."""
        opens: bool | None = False
        if self._links.passed_over.names_some(candidate):
            opens = self._closed_doors.opens(candidate.address, candidate.words)
        if opens is None:
            self._links.passed_over.beyond(candidate)
        elif not opens:
            self._left.close_trap(candidate)
        return bool(opens)
