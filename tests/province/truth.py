"""The truth: for each agency and publication, which statuses an honest watcher may give."""

from __future__ import annotations

from dataclasses import asdict, dataclass

from tests.province import menu_of_faults
from tests.province.eyes import ALL_EYES
from tests.province.hidden import right_statuses
from tests.province.papers import PUBLICATIONS
from tests.province.province import AgencyRow, Kind, Placement, Portal
from tests.province.standing import deciding_of, seen_whole


@dataclass(frozen=True)
class PublicationTruth:
    """What is right to say of one publication at one agency."""

    right: tuple[str, ...]
    published: bool
    """Whether the paper itself, of the year where it matters, really stands on the portal."""
    form: str
    place: str
    why: str
    seen_whole: tuple[str, ...]
    """What is right for one who saw the whole portal, by browser, POST or patience."""
    right_without_ocr: tuple[str, ...] = ()
    """What is right for one who cannot read pictures: there more caution is honest."""
    right_without_browser: tuple[str, ...] = ()
    """What is right for one who cannot render pages."""
    right_without_ocr_and_browser: tuple[str, ...] = ()


def _why(deciding: Placement | None, portal: Portal, publication: str) -> str:
    said = "nothing stands there"
    if deciding:
        said = f"{deciding.kind} of {deciding.year} as {deciding.form}, place {deciding.place}"
    if publication == "tthc_list" and portal.tthc_section:
        said = "the portal has a section of procedures"
    others = [
        p.kind.value for p in portal.placements if p.publication == publication and p != deciding
    ]
    beside = f"; beside it: {', '.join(others)}" if others else ""
    return said + beside + "".join(f"; {fault}" for fault in portal.faults)


def publication_truth(publication: str, portal: Portal) -> PublicationTruth:
    """The whole truth on one publication."""
    deciding = deciding_of(publication, portal.placements)
    whole = seen_whole(publication, portal)
    return PublicationTruth(
        published="published" in whole or (deciding is not None and deciding.kind is Kind.OWN),
        form=deciding.form if deciding else "",
        place=deciding.place.value if deciding else "",
        why=_why(deciding, portal, publication),
        seen_whole=whole,
        **{eyes.key: right_statuses(publication, portal, eyes) for eyes in ALL_EYES},
    )


def agency_truth(portal: Portal, port: int) -> dict[str, object]:
    """One agency of the truth file."""
    return {
        "code": portal.agency.code,
        "name": portal.agency.name,
        "level": portal.agency.level,
        "portal_url": portal.url(port),
        "family": portal.family,
        "faults": list(portal.faults),
        **_seen_by(portal),
        "publications": {p: asdict(publication_truth(p, portal)) for p in PUBLICATIONS},
    }


def _seen_by(portal: Portal) -> dict[str, object]:
    """Whether all of it can be read, and how a visit may end, with a browser and without."""
    told: dict[str, object] = {}
    for suffix, browser in (("", True), ("_without_browser", False)):
        given = portal.faults, portal.family
        hides = menu_of_faults.hides_something(*given, browser=browser)
        told[f"readable{suffix}"] = not hides
        told[f"right_states{suffix}"] = menu_of_faults.right_states(*given, browser=browser)
    return told


def portalless_truth(row: AgencyRow) -> dict[str, object]:
    """An agency without a portal: nothing can be said of it."""
    never = ("undetermined",)
    nothing = PublicationTruth(
        published=False,
        form="",
        place="",
        why="no portal",
        seen_whole=never,
        **{eyes.key: never for eyes in ALL_EYES},
    )
    return {
        "code": row.code,
        "name": row.name,
        "level": row.level,
        "portal_url": "",
        "family": "",
        "faults": ["no_portal"],
        "readable": False,
        "right_states": ("no_portal",),
        "readable_without_browser": False,
        "right_states_without_browser": ("no_portal",),
        "publications": {p: asdict(nothing) for p in PUBLICATIONS},
    }
