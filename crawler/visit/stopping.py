"""When a round is over: all found, a budget spent, interrupted, or the portal has failed."""

from __future__ import annotations

from crawler.visit.links.frontier import Candidate
from crawler.visit.portal_state import Health
from crawler.visit.walk import Walk
from domain.outcomes import Outcome, StoppedBy
from domain.visits import FoundBy

_MOST_HOME_PROBES = 10


class Stopping:
    """Asked before every request, told of every outcome."""

    def __init__(self, walk: Walk) -> None:
        self._walk = walk
        self._health = Health()
        self._probes = 0
        self.reason: StoppedBy | None = None
        """None while the round goes on, and at its end when nothing was left to open."""

    def must_stop(self) -> bool:
        """Whether the round is over."""
        if self.reason is None:
            tools = self._walk.tools
            if tools.interrupted():
                self.reason = StoppedBy.INTERRUPTED
            elif tools.progress.all_settled():
                self.reason = StoppedBy.ALL_FOUND
            else:
                self.reason = self._walk.entrance.ledger.stopped_by()
        return self.reason is not None

    async def heed(self, outcome: Outcome | None) -> None:
        """Take note of an outcome; after many failures in a row ask the home page again."""
        self._health.saw(outcome)
        if self._health.doubtful():
            await self._ask_home_again()

    async def make_sure(self) -> None:
        """At the end, where the last answers were failures: ask the home page whether it is they.

        A portal that begins to refuse us when little is left would else pass for one seen whole.
        """
        if self.reason is None and self._health.failing:
            await self._ask_home_again()

    async def _ask_home_again(self) -> None:
        """The home page tells whether the portal itself has failed."""
        home = self._walk.entrance.home
        self._probes += 1
        if home is not None and self._probes <= _MOST_HOME_PROBES:
            candidate = Candidate(home.final_address, FoundBy.AID)
            probe = await self._walk.entrance.desk.open(candidate)
            if probe.attempt.outcome is not None and probe.attempt.outcome.seen:
                self._health.recovered()
                return
        self.reason = self.reason or StoppedBy.PORTAL_FAILED
