"""One more paper on a portal than there was the night before, where new things are put up."""

from __future__ import annotations

import random
from dataclasses import dataclass, replace

from tests.province.bulk import Numbers
from tests.province.papers import PUBLICATIONS
from tests.province.province import Kind, Place, Placement, Portal, Site
from tests.province.publish import Scene, publish

_SECTIONS = {
    "iso": Place.ISO_MENU,
    "iso_deep": Place.DEEP,
    "documents": Place.DOCUMENTS,
    "news": Place.NEWS,
}
_FORMS = ("pdf", "docx", "doc")
_NUISANCES = frozenset({"growing_values"})
"""Faults of platforms that hide nothing."""


@dataclass(frozen=True)
class OneMore:
    """What was added to one portal."""

    publication: str
    section: str


def lacking(portal: Portal) -> str | None:
    """A publication of which the portal has nothing; None where it has faults, or has all."""
    if set(portal.faults) - _NUISANCES or portal.agency.valid_from:
        return None
    held = {placement.publication for placement in portal.placements}
    return next((one for one in PUBLICATIONS if one not in held and one != "tthc_list"), None)


def with_one_more(site: Site, portal: Portal, scene: Scene, seed: int) -> tuple[Site, OneMore]:
    """The site with a paper that it lacks on top of one of its sections, all else as it was."""
    publication = lacking(portal)
    if publication is None:
        raise ValueError(f"{portal.agency.code}: nothing can be added")
    rng = random.Random(f"one more {seed} {portal.agency.code}")
    keys = [section.key for section in site.sections if section.key in _SECTIONS]
    key = rng.choice(keys)
    form = rng.choice(_FORMS)
    placement = Placement(publication, Kind.OWN, form, _SECTIONS[key], scene.year)
    last = max((entry.number for part in site.sections for entry in part.entries), default=900)
    (published,) = publish(scene, (placement,), rng, Numbers(last + 1))
    sections = tuple(
        replace(part, entries=(published.entry, *part.entries)) if part.key == key else part
        for part in site.sections
    )
    return replace(site, sections=sections), OneMore(publication, key)
