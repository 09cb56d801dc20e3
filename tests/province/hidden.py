"""What is right to say of a publication with what the portal's faults and platform hide."""

from __future__ import annotations

from tests.province import menu_of_faults as menu
from tests.province.eyes import Eyes
from tests.province.papers.forms import PAGES
from tests.province.province import Kind, Place, Portal
from tests.province.standing import deciding_of, seen_whole, with_more

ACCUSING = ("missing", "outdated")
IN_A_SET = ("qms_documents", "procedure_list", "quality_policy", "quality_objectives")
"""What an archive called a set of documents of the system is bound to hold."""
_HIDING_PAGES = {*menu.ENDS_EARLY, *menu.CUTS_PAGES}
_ALL = Eyes()


def right_statuses(publication: str, portal: Portal, eyes: Eyes = _ALL) -> tuple[str, ...]:
    """The statuses that are right with the portal's faults and platform taken into account."""
    whole = seen_whole(publication, portal, eyes.ocr)
    faults = set(portal.faults)
    if faults & {*menu.HIDES_ALL}:
        return ("undetermined",)
    if faults & {*menu.SHAKES}:
        return with_more(whole, "undetermined", *_link_may_show(whole))
    if publication == "tthc_list" and portal.tthc_section and not faults & _HIDING_PAGES:
        lists_hidden = menu.hides_lists(portal.family, browser=eyes.browser)
        return with_more(whole, "undetermined") if lists_hidden else whole
    if faults & {*menu.LEAVES_UNREAD, *menu.HOLDS_UNREAD}:
        return _beside_unread(publication, portal, whole)
    if faults & {*menu.HIDES_FILES}:
        return _without_files(publication, portal, whole)
    return _with_gaps(publication, portal, whole, eyes)


def _not_accused(statuses: tuple[str, ...]) -> tuple[str, ...]:
    return tuple(status for status in statuses if status not in ACCUSING)


def _link_may_show(whole: tuple[str, ...]) -> tuple[str, ...]:
    """A paper that was not opened may be known by its link."""
    return ("unverified",) if "published" in whole else ()


def _beside_unread(publication: str, portal: Portal, whole: tuple[str, ...]) -> tuple[str, ...]:
    """What is right beside one thing that must not be opened: it may be what its link says."""
    if whole == _not_accused(whole):
        return whole
    if publication in IN_A_SET and set(portal.faults) & {*menu.HOLDS_UNREAD}:
        return with_more(_not_accused(whole), "undetermined", "unverified")
    return with_more(whole, "undetermined")


def _without_files(publication: str, portal: Portal, whole: tuple[str, ...]) -> tuple[str, ...]:
    """What stands in a page is seen; a file is known by its link, or by its half."""
    deciding = deciding_of(publication, portal.placements)
    if deciding and deciding.kind is Kind.OWN and deciding.form in PAGES:
        return whole
    if all(p.form in PAGES for p in portal.placements if p.publication == publication):
        return with_more(whole, "undetermined")
    doubtful = ("unverified", "undetermined")
    if deciding and deciding.kind is Kind.EARLIER:  # whose link may name its year
        return (*doubtful, *ACCUSING)
    halves = "half_files" in portal.faults and "published" in whole
    return (*doubtful, "published") if halves else doubtful


def _with_gaps(
    publication: str, portal: Portal, whole: tuple[str, ...], eyes: Eyes
) -> tuple[str, ...]:
    """What is right where pages are out of sight, behind a fault or behind the platform's ways."""
    faults = set(portal.faults)
    pages_hidden = bool(faults & _HIDING_PAGES)
    sections_hidden = menu.hides_sections(portal.faults, browser=eyes.browser)
    lists_hidden = menu.hides_lists(portal.family, browser=eyes.browser)
    if not (pages_hidden or sections_hidden or lists_hidden):
        return whole
    kept = _not_accused(whole)
    rows_told = not (pages_hidden or lists_hidden) and faults & {*menu.TELLS_EVERY_ROW}
    if rows_told and all(placed.publication != publication for placed in portal.placements):
        return with_more(whole, "undetermined", "unverified")
    if not (lists_hidden or pages_hidden) and _outside(publication, portal):
        return kept
    right = with_more(("undetermined",), *kept, *_link_may_show(kept))
    # A row that cannot be opened tells its title, be it a blank form's or another agency's paper.
    return with_more(right, "unverified") if faults & {*menu.SHAPES_THAT_HIDE} else right


def _outside(publication: str, portal: Portal) -> bool:
    """Whether what decides stands outside the sections about ISO, where nothing is hidden."""
    deciding = deciding_of(publication, portal.placements)
    if deciding is None:
        return False
    return deciding.kind is Kind.OWN and deciding.place in (Place.DOCUMENTS, Place.NEWS)
