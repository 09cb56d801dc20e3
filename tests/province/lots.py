"""Which platform, which faults and how many pages each portal of a province has."""

from __future__ import annotations

import random
from dataclasses import dataclass

from tests.province import menu_of_faults
from tests.province.families import family_of

FAMILIES_OF_161 = {
    "sharepoint": 33,
    "nukeviet": 25,
    "liferay": 16,
    "joomla": 14,
    "dotnetnuke": 14,
    "wordpress": 14,
    "drupal": 6,
    "sharepoint_stock": 5,
    "frameset": 4,
    "handmade": 4,
    "path_hosted": 8,
    "javascript_shell": 3,
    "javascript_app": 3,
    "json_lists": 4,
    "webforms": 4,
    "aspnet_post": 4,
}
SPECIAL = (
    "aspnet_post", "webforms", "json_lists", "javascript_app", "javascript_shell", "path_hosted",
)  # fmt: skip
"""Platforms that stand last, and have no fault beside what they are."""
COMMON = ("sharepoint", "liferay", "dotnetnuke", "nukeviet", "wordpress", "joomla")

SHAPED = (*COMMON, "drupal", "sharepoint_stock")
"""Platforms whose lists are plain, so that one may be given another shape."""
SHAPES = (
    *menu_of_faults.SHAPES_THAT_HIDE,
    *menu_of_faults.SHAPES_FILLED_BY_SCRIPTS,
    *menu_of_faults.SHAPES_THAT_LOOK_BAD,
)
OLD_ENOUGH = ("frameset", "joomla", "nukeviet", "sharepoint")
"""Platforms some portals of which were written before Unicode was usual."""


@dataclass(frozen=True)
class Size:
    """How large a province is made."""

    portals: int
    typical: tuple[int, int]
    """Least and most pages of an ordinary portal."""
    large: tuple[tuple[int, int], ...]
    """Pages and number of the few large portals."""


SIZES = {
    "small": Size(28, (8, 14), ()),
    "demo": Size(161, (10, 28), ((200, 3), (250, 2))),
    "bench": Size(161, (60, 125), ((2000, 2), (500, 6))),
}
LEAST_PAGES_OF_A_GAP = 85
"""A portal that ends early must be larger than what is seen before."""


def family_order(size: Size, rng: random.Random) -> list[str]:
    """The platform of each portal; the path-hosted ones come last, as communes do."""
    if size.portals < 161:
        order = (list(COMMON) * 5)[: size.portals - 6]
        return [*order, "aspnet_post", "javascript_shell", *["path_hosted"] * 4]
    order = [f for f, n in FAMILIES_OF_161.items() for _ in range(n) if f not in SPECIAL]
    rng.shuffle(order)
    return order + [f for f in SPECIAL for _ in range(FAMILIES_OF_161[f])]


def fault_order(size: Size, families: list[str], rng: random.Random) -> list[tuple[str, ...]]:
    """The faults of each portal."""
    faults: list[tuple[str, ...]] = [()] * len(families)
    last = families.index("aspnet_post")
    free = list(range(1, last))
    rng.shuffle(free)
    counts = menu_of_faults.DEMO_COUNTS
    if size.portals < 161:
        counts = dict.fromkeys(menu_of_faults.SMALL, 1)
    for fault, count in counts.items():
        lone = fault not in menu_of_faults.NUISANCES
        for _ in range(count):
            index = _fitting(fault, families, free)
            faults[index] = (*faults[index], fault)
            free.remove(index)
            if not lone and size.portals < 161:  # nuisances may meet where portals are few
                free.append(index)
    for index, family in enumerate(families):
        if family == "sharepoint":
            faults[index] = (*faults[index], "growing_values")
    return faults


def _fitting(fault: str, families: list[str], free: list[int]) -> int:
    """A portal for a fault."""
    return next(i for i in free if fits(fault, families[i]))


def fits(fault: str, family: str) -> bool:
    """Whether a platform can have a fault."""
    if fault == "robots_part":  # it can only forbid a part that has a path
        return family in ("nukeviet", "wordpress", "dotnetnuke")
    if fault in menu_of_faults.SEARCH_LIES:
        return bool(family_of(family).search_path) and family != "drupal"  # robots.txt closes it
    if fault in SHAPES:
        return family in SHAPED
    return not fault.startswith("charset_") or family in OLD_ENOUGH


LONG_LISTS = {
    "aspnet_post": 60, "webforms": 60, "javascript_app": 38, "json_lists": 55, "handmade": 50,
    "sharepoint_stock": 50, "drupal": 50, "frameset": 45,
}  # fmt: skip
"""Platforms whose lists go on in a way of their own, with the least pages that show it."""


def _pages_wanted(
    size: Size, faults: list[tuple[str, ...]], families: list[str], rng: random.Random
) -> list[int]:
    pages = [rng.randint(*size.typical) for _ in faults]
    for index in rng.sample(range(len(pages)), len(pages) // 9):  # these have lists with pages
        pages[index] = max(pages[index], rng.randint(42, 56))
    blind = SPECIAL
    healthy = [
        index
        for index, names in enumerate(faults)
        if not set(names) - {"growing_values"} and families[index] not in blind
    ]
    rng.shuffle(healthy)
    for count, number in size.large:
        for _ in range(number):
            pages[healthy.pop()] = count
    return [
        max(n, _least_pages(f, family))
        for n, f, family in zip(pages, faults, families, strict=True)
    ]


def _least_pages(faults: tuple[str, ...], family: str) -> int:
    ends_early = not set(faults).isdisjoint(menu_of_faults.ENDS_EARLY)
    return LEAST_PAGES_OF_A_GAP if ends_early else LONG_LISTS.get(family, 0)


@dataclass(frozen=True)
class Lot:
    """What falls to one portal."""

    family: str
    faults: tuple[str, ...]
    pages: int


def lots_of(size_name: str, seed: int) -> list[Lot]:
    """The portals of a size."""
    size = SIZES[size_name]
    rng = random.Random(f"plan {size_name} {seed}")
    families = family_order(size, rng)
    faults = fault_order(size, families, rng)
    pages = _pages_wanted(size, faults, families, rng)
    return [Lot(*lot) for lot in zip(families, faults, pages, strict=True)]


ORDINARY_PAGES = SIZES["demo"].typical


def lots_chosen(
    families: tuple[str, ...],
    faults: tuple[str, ...],
    seed: int,
    pages: tuple[int, int] = ORDINARY_PAGES,
) -> list[Lot]:
    """One sound portal for each platform named, then one of a common platform for each fault."""
    rng = random.Random(f"chosen {seed}")

    def lot(family: str, faults: tuple[str, ...] = ()) -> Lot:
        grown = ("growing_values",) if family == "sharepoint" else ()
        most = max(rng.randint(*pages), _least_pages(faults, family))
        return Lot(family, (*faults, *grown), most)

    made = [lot(family) for family in families if family != "path_hosted"]
    made += [lot(_usual_family(fault, rng), (fault,)) for fault in faults]
    return made + [lot(family) for family in families if family == "path_hosted"]


def _usual_family(fault: str, rng: random.Random) -> str:
    return rng.choice([name for name in COMMON if fits(fault, name)])
