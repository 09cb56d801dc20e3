"""What each agency publishes, where, in which form."""

from __future__ import annotations

import random
from collections.abc import Sequence
from dataclasses import replace

from tests.province import menu_of_faults
from tests.province.addresses import slug
from tests.province.agencies import agencies_with_portal, successor_of_dissolved
from tests.province.choosing_forms import file_form, page_form, scan_share
from tests.province.lots import Lot, lots_of
from tests.province.papers import PUBLICATIONS
from tests.province.province import YEARLY, AgencyRow, Kind, Place, Placement, Portal

REQUIRED = (
    "conformity_announcement",
    "qms_documents",
    "procedure_list",
    "quality_objectives",
)
OPTIONAL = ("corrective_action", "annual_report")
PROFILES = {
    "good": 40,
    "partial": 26,
    "old": 9,
    "decoys": 8,
    "empty": 5,
    "old_menu": 4,
    "silent": 4,
    "reposter": 4,
}
TWINS = {"Xuân Lãm": "good", "Xuân Lâm": "reposter"}
"""Two names that differ in one mark: the second reposts what the first issues."""
PATH_NAMES_PER_HOST = 4
FEWEST_AGENCIES = 28
"""A smaller register would lack the traps that names hold."""
PAGES_SHARE = 0.24
"""How many papers stand in a page of the portal rather than in a file."""


def plan_portals(size_name: str, seed: int, year: int) -> list[Portal]:
    """Every portal of the province, decided but not yet written."""
    return portals_of(lots_of(size_name, seed), seed, year)


def portals_of(lots: Sequence[Lot], seed: int, year: int) -> list[Portal]:
    """The portals of a province of which platforms, faults and sizes are given."""
    rows = agencies_with_portal(max(len(lots), FEWEST_AGENCIES), seed, year)
    portals, hosted = [], 0
    for index, (row, lot) in enumerate(zip(rows, lots, strict=False)):
        place, family = index, lot.family
        if family == "path_hosted":
            place = len(lots) + hosted // PATH_NAMES_PER_HOST
            hosted += 1
        prefix = f"/{_path_name(row)}" if family == "path_hosted" else ""
        host = loopback(place)
        hides = menu_of_faults.hides_sections(lot.faults, browser=False)
        profile, placements = agency_plan(row, seed, year, hosted, hides)
        if any(fault.startswith("charset_") for fault in lot.faults):
            placements = _in_one_alphabet(placements)
        tthc = random.Random(f"tthc {seed} {row.code}").random() < 0.75 and profile != "empty"
        portals.append(
            Portal(index, row, family, lot.faults, host, prefix, placements, tthc, lot.pages)
        )
    return portals


def _in_one_alphabet(placements: tuple[Placement, ...]) -> tuple[Placement, ...]:
    """Where a whole page is in old letters, no paper in it is in others."""
    return tuple(
        replace(p, form="html") if p.form in ("html_tcvn3", "html_vni") else p for p in placements
    )


def loopback(index: int) -> str:
    """The address of the portal with this place in the province, the same for every seed."""
    return f"127.10.{index // 250}.{index % 250 + 1}"


def _path_name(row: AgencyRow) -> str:
    return slug(row.issuer.place).replace("-", "") + row.code[-2:]


def agency_plan(
    row: AgencyRow, seed: int, year: int, hosted: int = 0, hides: bool = False
) -> tuple[str, tuple[Placement, ...]]:
    """The profile of one agency and all it puts on its portal about the publications.

    ``hosted`` counts the agencies on shared hosts so far, 0 on a host of one's own; ``hides`` is
    true where a fault will hide the sections about ISO, so that there must be something to hide.
    """
    rng = random.Random(f"agency {seed} {row.code}")
    profile = rng.choices(list(PROFILES), list(PROFILES.values()))[0]
    if hosted:  # neighbours on one host: one publishes, the next does not
        profile = "good" if hosted % 2 else "silent"
    style = rng.choices(list(Place), (35, 22, 14, 5, 9, 9, 6))[0]
    scans = scan_share(rng)
    profile = TWINS.get(row.issuer.place, profile)
    if hides:
        profile, style = "good", Place.ISO_MENU
    made: list[Placement] = []
    for publication in PUBLICATIONS:
        made += _placements(row, profile, publication, style, scans, year, rng)
    return profile, tuple(made)


def _chance(profile: str, publication: str) -> float:
    rank = 0 if publication in REQUIRED else 2 if publication in OPTIONAL else 1
    if profile == "good":
        return (0.92, 0.7, 0.45)[rank]
    if profile == "partial":
        return (0.6, 0.35, 0.15)[rank]
    return 0.7 if profile == "old" and publication not in YEARLY else 0.0


def _placements(
    row: AgencyRow,
    profile: str,
    publication: str,
    style: Place,
    scans: float,
    year: int,
    rng: random.Random,
) -> list[Placement]:
    kind: Kind | None = Kind.OWN
    if successor_of_dissolved(row) and publication in REQUIRED[:2]:
        kind = Kind.PREDECESSOR
    elif rng.random() >= _chance(profile, publication):
        kind = _instead(row, profile, publication, rng)
    if kind is None:
        return []
    when = _year_of(row, kind, publication, year, rng)
    made = [_placed(Placement(publication, kind, "", style, when), scans, rng)]
    again = profile in ("good", "old") and rng.random() < 0.4 and kind is not Kind.NEWS
    if again and publication in YEARLY:
        made.append(_placed(Placement(publication, Kind.EARLIER, "", style, when - 1), scans, rng))
    return made


def _instead(row: AgencyRow, profile: str, publication: str, rng: random.Random) -> Kind | None:
    """What stands there when the paper itself does not."""
    if row.valid_from and publication == REQUIRED[0]:
        return Kind.PREDATES
    if profile == "old" and publication in YEARLY:
        return Kind.EARLIER if rng.random() < 0.85 else None
    weights = {
        "good": {Kind.EARLIER: 30, Kind.NEWS: 10, Kind.REPOST: 10, Kind.SHARE: 5},
        "partial": {Kind.EARLIER: 30, Kind.NEWS: 12, Kind.BLANK: 8, Kind.REPOST: 10, Kind.SHARE: 2},
        "decoys": {Kind.BLANK: 25, Kind.REPOST: 20, Kind.NEXT_YEAR: 5},
        "reposter": {Kind.REPOST: 70},
    }.get(profile, {})
    if profile == "partial":
        weights[Kind.DEAD_LINK] = 2
    if Kind.NEWS in weights and publication == "quality_objectives":
        weights[Kind.NEWS] = 60
    kind = rng.choices([*weights, None], [*weights.values(), 35])[0]
    if kind is Kind.EARLIER and publication not in YEARLY:
        return None
    if kind is Kind.NEXT_YEAR and publication != "annual_plan":
        return None
    if kind is Kind.REPOST and publication == "tthc_list":
        return None  # the province's own decision is how many agencies' lists are published
    return None if kind is Kind.NEWS and publication != "quality_objectives" else kind


def _year_of(row: AgencyRow, kind: Kind, publication: str, year: int, rng: random.Random) -> int:
    if kind is Kind.EARLIER:
        return year - rng.choice((1, 1, 1, 2, 3))
    if kind in (Kind.PREDECESSOR, Kind.PREDATES):
        return year - 3
    if kind is Kind.NEXT_YEAR:
        return year + 1
    if publication in YEARLY:
        return year
    return year if row.valid_from else year - rng.randint(0, 6)


def _placed(placement: Placement, scans: float, rng: random.Random) -> Placement:
    """The same with form and place chosen; a lone page is HTML, a bare link leads to a file."""
    place = placement.place
    if rng.random() < 0.25:
        place = rng.choice(list(Place))
    if placement.publication == "tthc_list":  # in a section about ISO it would be another list
        place = rng.choice((Place.DOCUMENTS, Place.DOCUMENTS, Place.NEWS, Place.PAGE))
    lone_page = rng.random() < PAGES_SHARE
    form = page_form(rng) if lone_page else file_form(placement, scans, rng)
    if placement.kind is Kind.NEWS:
        place, form = Place.NEWS, "html"
    elif placement.kind in (Kind.SHARE, Kind.DEAD_LINK):
        place = Place.BARE_LINK if place is Place.PAGE else place
        form = "pdf"
    elif place is Place.PAGE:
        form = page_form(rng)
    elif place in (Place.BARE_LINK, Place.ALL_IN_ONE, Place.NEWS) and lone_page:
        form = file_form(placement, scans, rng)
    return replace(placement, form=form, place=place)
