"""An item as a small portal: every address it answers, with what stands there."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from urllib.parse import urljoin

from crawler.urls import canonical
from tests.quality.corpus import neutral
from tests.quality.corpus.files import Body
from tests.quality.corpus.frames import Place
from tests.quality.corpus.item import Item
from tests.quality.corpus.pages import HOME_TITLE, contents_of
from tests.quality.corpus.plan import Plan, Planned


class DoubledAddressError(ValueError):
    """Two pages of one item got the same address."""


@dataclass(frozen=True, slots=True)
class Site:
    """What the item's host answers, by canonical address."""

    bodies: Mapping[str, Body]


def site_of(item: Item) -> Site:
    """The item's portal.

    Raises:
        PlaceholderError: a text of the wording holds a place that nothing fills.
        DoubledAddressError: two of its pages cannot be told apart.
    """
    plan = Plan(item)
    news, contents = plan.news(), contents_of(plan)
    stories = [page.place for page in news]
    if not any(place.text == neutral.NEWS_SECTION for place in contents.menu):
        contents.in_menu(plan.listing(plan.section(neutral.NEWS_SECTION), stories))
    home = Planned(
        Place(plan.frame.home, HOME_TITLE),
        contents.home or f"<p>{neutral.HOME_TEXT}</p>{plan.frame.listed(stories)}",
    )
    menu = [home.place, *contents.menu]
    bodies: dict[str, Body] = {}
    for page in (home, *news, *contents.pages):
        title, main = page.place.text, page.main
        whole = plan.frame.whole(item.office.body.name, title, main, menu, stories)
        _add(bodies, item, page.place.href, Body(plan.spelled(whole).encode()))
    for href, body in contents.files.items():
        _add(bodies, item, href, body)
    bodies.setdefault(canonical(item.office.portal) or "", bodies[_at(item, home.place.href)])
    return Site(bodies)


def _at(item: Item, href: str) -> str:
    address = canonical(urljoin(item.office.portal, href))
    if address is None:
        raise ValueError(f"{item.id}: no address can be made of {href!r}")
    return address


def _add(bodies: dict[str, Body], item: Item, href: str, body: Body) -> None:
    address = _at(item, href)
    if address in bodies:
        raise DoubledAddressError(f"{item.id}: two pages at {address}")
    bodies[address] = body
