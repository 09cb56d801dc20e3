"""The truth: for each agency and publication, which statuses an honest watcher may give."""

from __future__ import annotations

from dataclasses import asdict, dataclass

from tests.province import menu_of_faults
from tests.province.papers import PUBLICATIONS
from tests.province.papers.forms import is_settled, needs_ocr
from tests.province.province import AgencyRow, Kind, Place, Placement, Portal


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


# What settles the matter comes first: a paper outweighs news, news outweighs a dead link.
ORDER = (
    Kind.OWN,
    Kind.SHARE,
    Kind.PREDECESSOR,
    Kind.NEWS,
    Kind.EARLIER,
    Kind.DEAD_LINK,
    Kind.PREDATES,
)
STATUSES = {
    Kind.OWN: ("published",),
    Kind.SHARE: ("unverified",),
    Kind.PREDECESSOR: ("unverified",),
    Kind.NEWS: ("unverified",),
    Kind.EARLIER: ("outdated",),
    Kind.DEAD_LINK: ("missing", "unverified", "undetermined"),
    Kind.PREDATES: ("missing", "unverified"),
}


def _readable(form: str, ocr: bool) -> bool:
    return is_settled(form) and (ocr or not needs_ocr(form))


def _deciding(
    publication: str, placements: tuple[Placement, ...], ocr: bool = True
) -> Placement | None:
    mine = [p for p in placements if p.publication == publication and p.kind in ORDER]
    mine.sort(key=lambda p: (ORDER.index(p.kind), not _readable(p.form, ocr)))
    return mine[0] if mine else None


def seen_whole(publication: str, portal: Portal, ocr: bool = True) -> tuple[str, ...]:
    """The statuses that are right when nothing of the portal is hidden."""
    deciding = _deciding(publication, portal.placements, ocr)
    if publication == "tthc_list" and portal.tthc_section:
        return ("published",)
    statuses = _told_by(deciding, ocr)
    if deciding and deciding.kind is Kind.EARLIER and portal.agency.valid_from:
        # Signed before the agency itself came into being: it may be taken for another's.
        statuses = _with(statuses, "missing")
    if publication == "tthc_list" and statuses == ("missing",):
        statuses = ("missing", "unverified")  # a partial list may be reposted there
    accuses = {"missing", "outdated"} & set(statuses)
    if accuses and not ocr:
        # Scans of other agencies' papers and of other subjects lie on any portal.
        return _with(statuses, "unverified", "undetermined")
    # A paper nobody could read may be more than its title says.
    unread = any(not _readable(p.form, ocr) or p.kind is Kind.SHARE for p in portal.placements)
    return _with(statuses, "undetermined") if unread and accuses else statuses


def _told_by(deciding: Placement | None, ocr: bool) -> tuple[str, ...]:
    """What the thing that decides says by itself."""
    if deciding is None:
        return ("missing",)
    if deciding.kind is not Kind.OWN or _readable(deciding.form, ocr):
        return STATUSES[deciding.kind]
    if needs_ocr(deciding.form):
        return ("unverified", "published", "undetermined")
    # One with better eyes may read a poor scan after all; what is locked stays locked.
    statuses = ("unverified", "published") if deciding.form == "scan_poor" else ("unverified",)
    # Packed together with other papers it has no link of its own that names it.
    return _with(statuses, "undetermined") if deciding.place is Place.ALL_IN_ONE else statuses


def _with(statuses: tuple[str, ...], *more: str) -> tuple[str, ...]:
    return tuple(dict.fromkeys((*statuses, *more)))


def right_statuses(publication: str, portal: Portal, ocr: bool = True) -> tuple[str, ...]:
    """The statuses that are right with the portal's faults and platform taken into account."""
    whole = seen_whole(publication, portal, ocr)
    faults = set(portal.faults)
    if faults & set(menu_of_faults.HIDES_ALL):
        return ("undetermined",)
    if faults & set(menu_of_faults.SHAKES):
        return _with(whole, "undetermined")
    hidden = faults & {*menu_of_faults.ENDS_EARLY, *menu_of_faults.HIDES_SECTION}
    if not hidden and portal.family not in menu_of_faults.BLIND_FAMILIES:
        return whole
    if publication == "tthc_list" and portal.tthc_section and hidden <= {"iso_500", "robots_part"}:
        return whole if hidden else _with(whole, "undetermined")
    kept = tuple(s for s in whole if s not in ("missing", "outdated"))
    if _plainly_seen(publication, portal) and hidden <= set(menu_of_faults.HIDES_SECTION):
        return kept
    link_may_show = ("unverified",) if "published" in kept else ()
    return _with(("undetermined",), *kept, *link_may_show)


def _plainly_seen(publication: str, portal: Portal) -> bool:
    """Whether what decides stands outside the sections about ISO, where nothing is hidden."""
    deciding = _deciding(publication, portal.placements)
    if deciding is None or portal.family in menu_of_faults.BLIND_FAMILIES:
        return False
    return deciding.kind is Kind.OWN and deciding.place in (Place.DOCUMENTS, Place.NEWS)


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
    deciding = _deciding(publication, portal.placements)
    whole = seen_whole(publication, portal)
    return PublicationTruth(
        right=right_statuses(publication, portal),
        published="published" in whole or (deciding is not None and deciding.kind is Kind.OWN),
        form=deciding.form if deciding else "",
        place=deciding.place.value if deciding else "",
        why=_why(deciding, portal, publication),
        seen_whole=whole,
        right_without_ocr=right_statuses(publication, portal, ocr=False),
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
        "readable": not menu_of_faults.hides_something(portal.faults, portal.family),
        "publications": {p: asdict(publication_truth(p, portal)) for p in PUBLICATIONS},
    }


def portalless_truth(row: AgencyRow) -> dict[str, object]:
    """An agency without a portal: nothing can be said of it."""
    never = ("undetermined",)
    nothing = PublicationTruth(never, False, "", "", "no portal", never, never)
    return {
        "code": row.code,
        "name": row.name,
        "level": row.level,
        "portal_url": "",
        "family": "",
        "faults": ["no_portal"],
        "readable": False,
        "publications": {p: asdict(nothing) for p in PUBLICATIONS},
    }
