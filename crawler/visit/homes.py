"""The home pages of one agency: the portal's, and those of its further addresses."""

from __future__ import annotations

from collections.abc import Callable

from crawler.platforms import recognise
from crawler.urls import canonical
from crawler.visit.desk import Opened
from crawler.visit.entrance import open_home
from crawler.visit.learning import brought_by
from crawler.visit.links.book import identity
from crawler.visit.links.frontier import Candidate
from crawler.visit.opening import Done
from crawler.visit.walk import Walk
from domain.outcomes import Skip
from domain.visits import FoundBy

_MAP_PRIORITY = 0.95


class Homes:
    """Opens the agency's further addresses like the first, then takes the links of all."""

    def __init__(self, walk: Walk) -> None:
        self._walk = walk

    async def open(self, must_stop: Callable[[], bool]) -> tuple[Done, ...]:
        """The pages of the further addresses, whose links are still to be taken."""
        walk = self._walk
        opened: list[Opened] = []
        final = walk.entrance.home.final_address if walk.entrance.home else None
        for known in filter(None, (final, canonical(walk.task.portal_url))):
            walk.links.note(known)
        for address in filter(None, map(canonical, walk.task.scope_urls)):
            if walk.links.knows(address):
                continue
            walk.links.note(address)
            if must_stop():
                walk.frontier.add(_as_home(address))
            else:
                opened += await self._open_one(address)
        self._follow()
        self._take_first()
        return tuple((_as_home(page.attempt.address), page) for page in opened)

    async def _open_one(self, address: str) -> tuple[Opened, ...]:
        walk = self._walk
        if not await walk.entrance.robots.allows(address):
            detail = walk.entrance.robots.failure(address)
            walk.left.skip(_as_home(address), Skip.ROBOTS, detail)
            return ()
        pages = await open_home(walk.entrance, address)
        walk.homes.append(pages[-1])
        return pages

    def _follow(self) -> None:
        """Where the further addresses led is the portal's too."""
        walk = self._walk
        walk.homes = [home for home in walk.homes if home.document is not None]
        for home in walk.homes:
            walk.follow(home.attempt.address, home.final_address)

    def _take_first(self) -> None:
        """The links of the home page and of the page that led to it; a map of the portal first."""
        walk, home = self._walk, self._walk.entrance.home
        if home is not None and home.document is not None:
            walk.recognised(recognise(home.document, home.body), home.document, home.body)
        for page in filter(None, (walk.entrance.splash, home)):
            walk.links.note(page.final_address)
            if page.document is not None:
                asked = _as_home(page.final_address)
                taken = walk.take_links(_as_home(page.attempt.address), page, page.document)
                brought = brought_by(asked, page, page.document, taken)
                walk.variants.idle_keys(identity(page.final_address), brought)
        if home is not None and home.document is not None:
            for name, href in home.document.metadata:
                address = canonical(href, home.final_address) if name == "sitemap" else None
                if address:
                    walk.frontier.promote(address, _MAP_PRIORITY, frozenset())


def _as_home(address: str) -> Candidate:
    return Candidate(address, FoundBy.HOME, priority=3.0)
