"""The first steps of a visit: robots.txt, the home page, and where they really lead."""

from __future__ import annotations

import re
from dataclasses import dataclass
from urllib.parse import urlsplit

from crawler.scope import Scope, is_login_system, is_part_of
from crawler.urls import canonical
from crawler.visit.desk import Desk, Opened
from crawler.visit.ledger import Ledger
from crawler.visit.links.frontier import Candidate
from crawler.visit.own_requests import IMPOSSIBLE
from crawler.visit.pages.not_found import not_found_print
from crawler.visit.portal_state import state_from_home
from crawler.visit.recall import Recall
from crawler.visit.robots import RobotsBook
from crawler.visit.task import PortalTask, VisitTools
from domain.documents import Document
from domain.outcomes import Aid, Outcome, PortalState, Skip
from domain.visits import FoundBy

_ONWARD = re.compile(
    rb"<meta[^>]{0,100}http-equiv\s*=\s*[\"']?refresh[^>]{0,100}?url\s*=\s*[\"']?([^\"'>\s]{1,500})"
    rb"|<i?frame[^>]{0,200}\bsrc\s*=\s*[\"']([^\"'>]{1,500})"
    rb"|(?:window\.|document\.)?location(?:\.href)?\s*=\s*[\"']([^\"'>]{1,500})[\"']",
    re.IGNORECASE,
)
_FEW_LINKS = 3
_SOCIAL = ("facebook.com", "zalo.me", "youtube.com", "google.com", "twitter.com", "x.com")
_TRY_OTHER_SCHEME = (Outcome.REFUSED, Outcome.TIMEOUT, Outcome.TLS, Outcome.HTTP_ERROR)


@dataclass
class Entrance:
    """How far one came in: the home page, or the state that kept one out."""

    ledger: Ledger
    desk: Desk
    robots: RobotsBook
    scope: Scope
    home: Opened | None = None
    """None when the portal's home page did not come back as content."""
    state: PortalState = PortalState.UNREACHABLE
    detail: str = ""
    forbidden: bool = False
    """Whether robots.txt forbids even the home page."""
    root: str = ""
    """The portal's own directory, where its platform's usual addresses start."""
    splash: Opened | None = None
    """The page that only led on to the home page; its links are the portal's too."""
    no_aid: Aid = Aid.NONE
    recall: Recall | None = None
    """What is taken over from the last look; None on a full look."""

    def follow(self, asked: str, final: str) -> str:
        """Take the place where an address of the agency led as the portal's; its directory."""
        if self.scope.covers(final):
            return directory_of(final)
        new_home = _portal_part(asked, final)
        self.scope = self.desk.scope = self.scope.wider(new_home)
        moved = f"cổng đã chuyển sang {new_home}"
        self.detail = f"{self.detail}; {moved}" if self.detail else moved
        return new_home


async def enter(task: PortalTask, tools: VisitTools) -> Entrance:
    """Ask robots.txt, open the home page, and learn how the portal says "not found"."""
    ledger = Ledger(tools.recorder, tools.settings)
    scope = Scope((task.portal_url, *task.scope_urls), task.foreign_urls)
    desk = Desk(tools, ledger, scope, lambda final: _may_be_home(scope, task, final))
    entrance = Entrance(ledger, desk, RobotsBook(desk, ledger, tools), scope)
    desk.forbids = entrance.robots.forbids()
    if task.last_look is not None:
        entrance.recall = Recall.of(task.last_look, tools.read, task.start_with)
        desk.taken = entrance.recall.taken
    address = canonical(task.portal_url)
    if address is None:
        entrance.state, entrance.detail = PortalState.NO_PORTAL, "địa chỉ cổng không hợp lệ"
        return entrance
    if await _forbidden(entrance, address):
        return entrance
    *splash, home = await open_home(entrance, address)
    entrance.splash = splash[0] if splash else None
    _settle(entrance, task, home)
    if entrance.home is not None:
        await entrance.robots.ask_again(address)
        await _learn_not_found(entrance)
    return entrance


async def _forbidden(entrance: Entrance, address: str) -> bool:
    """Whether robots.txt forbids the home page; one that fails forbids only the rest."""
    if await entrance.robots.allows(address) or entrance.robots.failure(address):
        return False
    entrance.ledger.skipped(Candidate(address, FoundBy.HOME), Skip.ROBOTS)
    entrance.forbidden = True
    why = entrance.robots.too_slow(address) or "robots.txt cấm trang chủ của cổng"
    entrance.state, entrance.detail = PortalState.BLOCKED, why
    return True


async def open_home(entrance: Entrance, address: str) -> tuple[Opened, ...]:
    """The home page, last, after the page that only leads on to it, where there is one."""
    home = await _open_either_scheme(entrance, address)
    onward = _onward_address(home)
    if onward and entrance.desk.home_may_be(onward) and await entrance.robots.allows(onward):
        further = await entrance.desk.open(Candidate(onward, FoundBy.HOME, parent=address))
        if further.document is not None:
            return home, further
    return (home,)


async def _open_either_scheme(entrance: Entrance, address: str) -> Opened:
    """A home page; asked twice, and by the other scheme, before it counts as failed."""
    tried = [await entrance.desk.open(Candidate(address, FoundBy.HOME))]
    outcome = tried[0].attempt.outcome
    answers = not entrance.robots.failure(address)  # else both were tried often enough already
    if answers and (tried[0].again or (outcome is not None and outcome.passing)):
        tried.append(await entrance.desk.open(Candidate(address, FoundBy.HOME)))
    if tried[-1].attempt.outcome not in _TRY_OTHER_SCHEME:
        return tried[-1]
    other = _other_scheme(address)
    answer = await entrance.desk.open(Candidate(other, FoundBy.HOME)) if other else None
    if answer is None or answer.document is None:
        return tried[-1]
    for failed in tried:
        entrance.ledger.superseded(failed.attempt)
    return answer


def _other_scheme(address: str) -> str | None:
    """The same portal by https instead of http, or the reverse; only where ports are implied."""
    if urlsplit(address).port is not None:
        return None
    scheme, _, rest = address.partition("://")
    return f"{'http' if scheme == 'https' else 'https'}://{rest}"


def _onward_address(home: Opened) -> str | None:
    """Where a home page without content of its own sends a browser."""
    if home.document is None or len(home.document.links) > _FEW_LINKS:
        return None
    match = _ONWARD.search(home.body[:50_000])
    if match is None:
        return None
    target = next(filter(None, match.groups())).decode("utf-8", errors="replace")
    onward = canonical(target, home.final_address)
    return onward if onward != home.final_address else None


def _settle(entrance: Entrance, task: PortalTask, home: Opened) -> None:
    """Decide whether one is in, and whether the portal has moved."""
    outcome, final = home.attempt.outcome, home.final_address
    if home.reading is None or outcome is None or not outcome.seen:
        entrance.state, entrance.detail = state_from_home(outcome), home.attempt.detail
        return
    entrance.root = directory_of(canonical(task.portal_url) or final)
    if not entrance.scope.covers(final):
        entrance.root = entrance.follow(task.portal_url, final)
    entrance.home, entrance.desk.home = home, final


def _may_be_home(scope: Scope, task: PortalTask, final: str) -> bool:
    """A portal may move to another host, but not to another agency, a social network or a login."""
    if scope.covers(final):
        return True
    host = urlsplit(final).hostname or ""
    if any(host == one or host.endswith("." + one) for one in _SOCIAL):
        return False
    if is_part_of(final, task.foreign_urls):
        return False
    if is_login_system(final):
        return False
    return _site(final) not in {_site(url) for url in (task.portal_url, *task.scope_urls)}


def _site(address: str) -> str:
    return urlsplit(canonical(address) or "").netloc.removeprefix("www.")


def directory_of(address: str) -> str:
    """The address without its last segment and query."""
    path = address.partition("?")[0]
    return path.rpartition("/")[0] + "/"


def _portal_part(portal_url: str, final: str) -> str:
    """The moved portal's root: the old path on the new host, else the directory it came to."""
    old, new = urlsplit(canonical(portal_url) or ""), urlsplit(final)
    root = f"{new.scheme}://{new.netloc}"
    if old.path in ("", "/"):
        return f"{root}/"
    if new.path.startswith(old.path):
        return root + old.path
    return root + new.path.rpartition("/")[0] + "/"


async def _learn_not_found(entrance: Entrance) -> None:
    """Ask once for an address that cannot exist: some portals answer it with 200."""
    home = entrance.home
    if home is None or home.document is None:
        return
    parts = urlsplit(home.final_address)
    directory = parts.path.rpartition("/")[0]
    address = canonical(f"{parts.scheme}://{parts.netloc}{directory}/{IMPOSSIBLE}")
    if address is None or not await entrance.robots.allows(address):
        return
    probe = await entrance.desk.open(Candidate(address, FoundBy.AID, parent=home.final_address))
    told = probe.attempt.outcome in (Outcome.OK, Outcome.SOFT_NOT_FOUND)  # no block, no failure
    if told and isinstance(probe.reading, Document) and probe.attempt.status == 200:
        entrance.desk.not_found = not_found_print(
            probe.reading, home.document, address, home.final_address
        )
