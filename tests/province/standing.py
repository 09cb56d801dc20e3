"""What is right to say of a publication when nothing of the portal is hidden."""

from __future__ import annotations

from tests.province.papers.forms import is_settled, needs_ocr
from tests.province.province import Kind, Place, Placement, Portal

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


def deciding_of(
    publication: str, placements: tuple[Placement, ...], ocr: bool = True
) -> Placement | None:
    """The placement that settles what is right for a publication; None when there is none."""
    mine = [p for p in placements if p.publication == publication and p.kind in ORDER]
    mine.sort(key=lambda p: (ORDER.index(p.kind), not _readable(p.form, ocr)))
    return mine[0] if mine else None


def seen_whole(publication: str, portal: Portal, ocr: bool = True) -> tuple[str, ...]:
    """The statuses that are right when nothing of the portal is hidden."""
    deciding = deciding_of(publication, portal.placements, ocr)
    if publication == "tthc_list" and portal.tthc_section:
        return ("published",)
    statuses = _told_by(deciding, ocr)
    if deciding and deciding.kind is Kind.EARLIER and portal.agency.valid_from:
        # Signed before the agency itself came into being: it may be taken for another's.
        statuses = with_more(statuses, "missing")
    if publication == "tthc_list" and statuses == ("missing",):
        statuses = ("missing", "unverified")  # a partial list may be reposted there
    accuses = {"missing", "outdated"} & set(statuses)
    if accuses and not ocr:
        # Scans of other agencies' papers and of other subjects lie on any portal.
        return with_more(statuses, "unverified", "undetermined")
    # A paper nobody could read may be more than its title says.
    unread = any(not _readable(p.form, ocr) or p.kind is Kind.SHARE for p in portal.placements)
    return with_more(statuses, "undetermined") if unread and accuses else statuses


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
    return with_more(statuses, "undetermined") if deciding.place is Place.ALL_IN_ONE else statuses


def with_more(statuses: tuple[str, ...], *more: str) -> tuple[str, ...]:
    """The statuses and some more, each once."""
    return tuple(dict.fromkeys((*statuses, *more)))
