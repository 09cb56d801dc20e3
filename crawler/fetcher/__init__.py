"""Asks one address: politely, guarded, with redirects, retries and caps; never raises for a portal.

One :class:`~domain.exchanges.Ask` goes: try (up to ``retries`` more, none where the host has
stopped answering) -> hop (redirects by hand) -> turn at host and machine -> one request -> body
under its caps -> outcome.
"""

from __future__ import annotations

import ssl
from collections import Counter
from collections.abc import AsyncIterator
from contextlib import AsyncExitStack, asynccontextmanager
from dataclasses import replace
from urllib.parse import urlsplit

import httpx
from tenacity import AsyncRetrying, RetryCallState

from crawler.fetcher.exchange import Exchange
from crawler.fetcher.failures import NOT_HTTP, may_pass, outcome_of_status
from crawler.fetcher.guard import Guard, Resolve, SystemResolver
from crawler.fetcher.headers import agent_string, waits_s
from crawler.fetcher.hops import Hop
from crawler.fetcher.page_requests import PageLimits, PageRequests
from crawler.fetcher.wholeness import breaks_off, tail_of
from crawler.politeness import Politeness
from crawler.scope import is_login_system
from crawler.urls import resolve
from domain.exchanges import Answer, Ask, Try
from domain.outcomes import Outcome
from domain.protocols import Clock
from domain.settings import CrawlerSettings

MAX_REDIRECTS = 10
SOON_S = 120.0
"""A Retry-After of more is not waited for to ask the same again."""
MAX_VISITS_OF_ONE_HOP = 2
"""A page may send us back to itself once, to set a cookie."""
NO_END = "trang thiếu phần cuối"
"""What is said of a page that may have been cut."""
_REDIRECTS = frozenset({301, 302, 303, 307, 308})


class Fetcher:
    """All requests of all portals; cookies are kept for a host until it is forgotten."""

    def __init__(
        self,
        settings: CrawlerSettings,
        clock: Clock,
        politeness: Politeness,
        resolve_host: Resolve | None = None,
        trusted: ssl.SSLContext | None = None,
    ) -> None:
        """``trusted``: whose certificates are taken as sound; None for those of the web."""
        self._settings = settings
        self._clock = clock
        self._politeness = politeness
        self._resolver = SystemResolver()  # its threads start when they are needed
        self._users: Counter[str] = Counter()
        guard = Guard(clock, settings.allow_private_addresses, resolve_host or self._resolver)
        self._exchange = Exchange(settings, clock, politeness, guard, trusted)

    @property
    def agent(self) -> str:
        """Who portals are told is asking."""
        return agent_string(self._settings)

    async def __call__(self, ask: Ask) -> Answer:
        """Never raises for what a portal does: every failure is an outcome."""
        first = await self._whole(ask, None)
        if not _is_odd(first) and not may_pass(first.outcome, first.status):
            return first
        return await self._again(ask, first)

    async def _again(self, ask: Ask, first: Answer) -> Answer:
        """What further tries brought, after a first one whose failure may pass."""
        earlier: list[Answer] = []

        async def once() -> Answer:
            answer = await self._whole(ask, earlier[-1]) if earlier else first
            earlier.append(answer)
            return answer

        retrying = self._retrying()
        answer: Answer = await retrying(once)
        waited_s = retrying.statistics.get("idle_for", 0.0) + sum(one.waited_s for one in earlier)
        tries = tuple(_as_try(one) for one in earlier[:-1])
        return replace(answer, earlier=tries, waited_s=waited_s)

    @asynccontextmanager
    async def page(self, address: str, limits: PageLimits) -> AsyncIterator[PageRequests]:
        """The requests of one page that a browser shows, together in the turn of one request.

        Waits for the turn of the page's machine, and holds it until the page is done.
        """
        async with AsyncExitStack() as turns:
            requests = PageRequests(self._exchange, self._politeness, limits, turns)
            await requests.take_turn(address)
            yield requests

    def slow_down(self, host: str, delay_s: float) -> None:
        """Keep at least ``delay_s`` between the starts of two requests to the host.

        A port may stand behind the name: the machine is the same.
        """
        self._politeness.slow_down(_name(host), delay_s)

    def enter(self, host: str) -> None:
        """A visit to the host begins; each is followed by its own :meth:`forget`."""
        self._users[_name(host)] += 1

    def forget(self, host: str) -> None:
        """Drop the host's cookies, its pinned address and what was learnt of its TLS.

        While other visits to the same host go on, the last of them drops it.
        """
        name = _name(host)
        self._users[name] -= 1
        if self._users[name] <= 0:
            del self._users[name]
            self._exchange.forget(name, self._users)

    async def aclose(self) -> None:
        """Close all connections."""
        self._resolver.close()
        await self._exchange.aclose()

    def _retrying(self) -> AsyncRetrying:
        return AsyncRetrying(
            sleep=self._clock.sleep,
            stop=self._is_enough,
            retry=self._is_worth_another,
            wait=self._wait_s,
            retry_error_callback=_last_answer,
        )

    def _is_enough(self, state: RetryCallState) -> bool:
        """What may be a mistake of packing or ending is asked twice, however few the retries."""
        odd = _is_odd(_last_answer(state))
        return state.attempt_number > max(self._settings.retries, int(odd))

    def _is_worth_another(self, state: RetryCallState) -> bool:
        """Whether to ask again at once: what may pass, from a host that has not gone silent."""
        answer = _last_answer(state)
        if _is_odd(answer):
            return state.attempt_number == 1
        if (answer.retry_after_s or 0.0) > SOON_S:
            return False  # the portal is visited again later in the night
        resting = self._exchange.is_resting(_host_of(answer.final_address or answer.ask.address))
        return may_pass(answer.outcome, answer.status) and not resting

    def _wait_s(self, state: RetryCallState) -> float:
        """What Retry-After asks for, else a pause that doubles."""
        headers = httpx.Headers(list(_last_answer(state).headers))
        backed_off_s: float = self._settings.retry_wait_s * 2 ** (state.attempt_number - 1)
        return max(backed_off_s, waits_s(headers, self._clock.now()))

    async def _whole(self, ask: Ask, before: Answer | None) -> Answer:
        """One try; a page without its end counts as cut until it has come twice with the same."""
        answer, is_open_ended = await self._follow(ask)
        if not is_open_ended:
            return answer
        cut = replace(answer, outcome=Outcome.HTTP_ERROR, detail=NO_END)
        habits = self._exchange.habits(_host_of(answer.final_address))
        ends = habits.ends
        again = before is not None and before.detail == NO_END
        habits.may_miscount = not again
        same = again and before is not None and tail_of(before.body) == tail_of(cut.body)
        if not (ends.may_lack and same) or breaks_off(cut.body):
            return cut
        ends.learn(answer.body)
        return answer

    async def _follow(self, ask: Ask) -> tuple[Answer, bool]:
        """The request and its redirects; whether what came may have been cut at its end."""
        address = resolve(ask.address)
        if address is None:
            detail = "địa chỉ không hợp lệ"
            return Answer(ask, Outcome.UNSAFE_ADDRESS, self._clock.now(), 0.0, detail), False
        hops: list[Hop] = []
        passed: list[str] = []
        while True:
            hops.append(await self._exchange.send(ask, address, first=not hops))
            following = self._next_address(hops[-1], address, passed)
            if not isinstance(following, str):
                break
            passed.append(address)
            address = following
        came_by = (*passed, address)
        return self._answer(ask, hops, came_by, following), hops[-1].open_ended

    def _answer(
        self, ask: Ask, hops: list[Hop], came_by: tuple[str, ...], verdict: tuple[Outcome, str]
    ) -> Answer:
        """The last hop's answer; times are those of all hops, waiting for turns left out.

        ``came_by``: the address of each hop.
        """
        last, now = hops[-1], self._clock.now()
        return Answer(
            ask,
            verdict[0],
            hops[0].started_at or now,
            sum(hop.elapsed_s for hop in hops),
            verdict[1],
            final_address=came_by[-1],
            redirects=came_by[:-1],
            status=last.status,
            headers=tuple((name.lower(), value) for name, value in last.headers.multi_items()),
            body=last.body,
            ip=last.ip,
            tls=last.tls,
            retry_after_s=waits_s(last.headers, now) or None,
            waited_s=sum(hop.waited_s for hop in hops),
        )

    def _next_address(self, hop: Hop, address: str, passed: list[str]) -> str | tuple[Outcome, str]:
        """Where a redirect leads, or the outcome when there is nothing to follow."""
        if hop.outcome is not None:
            return hop.outcome, hop.detail
        location = hop.headers.get("location", "")
        if hop.status not in _REDIRECTS or not location:
            outcome, words = outcome_of_status(hop.status or 0)
            return outcome, words or hop.detail
        following = resolve(location, address)
        if following is None:
            return Outcome.UNSAFE_ADDRESS, "chuyển hướng tới địa chỉ không được phép"
        if is_login_system(following) and not is_login_system(address):
            return Outcome.LOGIN_REQUIRED, f"chuyển hướng tới trang đăng nhập: {following[:200]}"
        if len(passed) >= MAX_REDIRECTS:
            return Outcome.HTTP_ERROR, f"quá {MAX_REDIRECTS} lần chuyển hướng"
        if [*passed, address].count(following) >= MAX_VISITS_OF_ONE_HOP:
            return Outcome.HTTP_ERROR, "vòng chuyển hướng"
        return following


def _last_answer(state: RetryCallState) -> Answer:
    """The answer of the try just made; an error of ours is raised again."""
    assert state.outcome is not None  # noqa: S101 - tenacity sets it before any callback
    answer = state.outcome.result()
    assert isinstance(answer, Answer)  # noqa: S101 - the tried function returns nothing else
    return answer


def _is_odd(answer: Answer) -> bool:
    """Whether the same request is made otherwise the next time, and may then be answered well.

    One packed oddly asks for plain bodies; one that is no HTTP, or has no end, is read loosely.
    """
    return answer.outcome is Outcome.UNREADABLE or answer.detail in (NO_END, NOT_HTTP)


def _host_of(address: str) -> str:
    return urlsplit(address).hostname or ""


def _name(host: str) -> str:
    """The host without its port."""
    return urlsplit(f"//{host}").hostname or host


def _as_try(answer: Answer) -> Try:
    return Try(answer.started_at, answer.elapsed_s, answer.outcome, answer.status, answer.detail)
