"""robots.txt of the hosts of one visit, fetched when a host is first met.

A file that is not there (any 4xx but 429) allows everything: RFC 9309, section 2.3.1.3. One that
cannot be had for a fault of the server or the network must be taken as forbidding everything
(section 2.3.1.4): the home page alone is then asked for, to learn the portal's real state, and
robots.txt once more after it. If it still fails, what the home page links to stays unopened:
that leaves gaps and accuses of nothing, while a portal that is down is called just that.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from crawler.robots import ALLOW_ALL, DENY_ALL, LONGEST_CRAWL_DELAY_S, RobotsRules
from crawler.visit.desk import Desk
from crawler.visit.ledger import Ledger
from crawler.visit.links.frontier import Candidate
from crawler.visit.task import VisitTools
from documents.charset import decode
from domain.exchanges import Answer
from domain.outcomes import Outcome
from domain.visits import FoundBy

_TOO_MANY_REQUESTS = 429
_READABLE_BYTES = 512 * 1024
_ABSENT = (
    Outcome.NOT_FOUND, Outcome.SOFT_NOT_FOUND, Outcome.LOGIN_REQUIRED, Outcome.REDIRECTED_AWAY,
    Outcome.UNSAFE_ADDRESS,
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class _Held:
    rules: RobotsRules
    failed: str = ""
    """Why robots.txt could not be had; empty when that is known."""
    too_slow: str = ""
    """What its Crawl-delay asks for, where so few requests show nothing; else empty."""


class RobotsBook:
    """The rules of each host, asked for once."""

    def __init__(self, desk: Desk, ledger: Ledger, tools: VisitTools) -> None:
        self._desk = desk
        self._ledger = ledger
        self._tools = tools
        self._held: dict[str, _Held] = {}

    async def allows(self, address: str) -> bool:
        """Whether the address may be asked for."""
        rules = await self.rules(address)
        return not self._tools.settings.obey_robots or rules.allows(address)

    def forbids(self) -> Callable[[str], bool]:
        """Tells whether the robots.txt of a host that was met closes an address; asks nothing.

        It holds the rules alone: a desk that held this book, which holds the desk, would outlive
        its visit until Python looks for such rings.
        """
        rules, obeyed = self._held, self._tools.settings.obey_robots

        def closes(address: str) -> bool:
            held = rules.get(_origin(address))
            return obeyed and held is not None and not held.rules.allows(address)

        return closes

    async def rules(self, address: str) -> RobotsRules:
        """The rules of the address's host."""
        origin = _origin(address)
        if origin not in self._held:
            self._held[origin] = await self._fetch(origin)
        return self._held[origin].rules

    def failure(self, address: str) -> str:
        """Why the robots.txt of this host could not be had; empty when it could."""
        held = self._held.get(_origin(address))
        return held.failed if held and self._tools.settings.obey_robots else ""

    def too_slow(self, address: str) -> str:
        """Why the host may be asked for nothing though no rule forbids it; empty when it may."""
        held = self._held.get(_origin(address))
        return held.too_slow if held and self._tools.settings.obey_robots else ""

    async def ask_again(self, address: str) -> None:
        """Try a robots.txt that failed once more."""
        if self.failure(address):
            self._held[_origin(address)] = await self._fetch(_origin(address))

    async def _fetch(self, origin: str) -> _Held:
        _, answer = await self._desk.ask(Candidate(f"{origin}/robots.txt", FoundBy.AID))
        held = _held_from(answer, self._tools.settings.user_agent)
        delay_s = held.rules.crawl_delay_s
        if delay_s and delay_s > self._tools.settings.delay_s and self._tools.settings.obey_robots:
            host = origin.partition("://")[2]
            self._tools.slow_down(host, delay_s)
            self._ledger.slow_down(host, delay_s)
        return held


def rules_of(answer: Answer, user_agent: str) -> RobotsRules:
    """The rules that follow from what asking for robots.txt came to."""
    return _held_from(answer, user_agent).rules


def _held_from(answer: Answer, user_agent: str) -> _Held:
    status = answer.status or 0
    if answer.outcome.seen or (answer.outcome is Outcome.TOO_LARGE and answer.body):
        text = decode(answer.body[:_READABLE_BYTES], answer.header("content-type") or "").text
        return _patient(RobotsRules.parse(text, user_agent))
    if answer.outcome in _ABSENT or (400 <= status < 500 and status != _TOO_MANY_REQUESTS):
        return _Held(ALLOW_ALL)
    return _Held(DENY_ALL, f"robots.txt không đọc được: {answer.detail or answer.outcome.value}")


def _patient(rules: RobotsRules) -> _Held:
    """The rules, or none of the portal where their Crawl-delay leaves no time for a look."""
    delay_s = rules.crawl_delay_s or 0.0
    if delay_s <= LONGEST_CRAWL_DELAY_S:
        return _Held(rules)
    said = f"robots.txt đòi nghỉ {delay_s:.0f} giây giữa hai lần hỏi: không đủ thời gian để xem"
    return _Held(DENY_ALL, too_slow=said)


def _origin(address: str) -> str:
    scheme, _, rest = address.partition("://")
    return f"{scheme}://{rest.partition('/')[0]}"
