"""The truth file accuses only where the plan really holds nothing, and never across a gap."""

from __future__ import annotations

from dataclasses import replace

import pytest

from tests.province import menu_of_faults
from tests.province.eyes import Eyes
from tests.province.hidden import right_statuses
from tests.province.papers import PUBLICATIONS
from tests.province.plan import plan_portals
from tests.province.province import Kind, Place, Placement, Portal
from tests.province.truth import agency_truth, publication_truth

WORDS = {"published", "outdated", "unverified", "missing", "undetermined"}


def _portal(*placements: Placement, faults: tuple[str, ...] = (), tthc: bool = False) -> Portal:
    portal = plan_portals("small", 1, 2026)[10]
    agency = replace(portal.agency, valid_from="")
    return replace(
        portal,
        agency=agency,
        family="nukeviet",
        faults=faults,
        placements=placements,
        tthc_section=tthc,
    )


def _placed(publication: str, kind: Kind, form: str = "pdf", year: int = 2026) -> Placement:
    return Placement(publication, kind, form, Place.ISO_MENU, year)


@pytest.mark.parametrize("seed", [1, 2, 3])
def test_missing_is_right_only_where_no_paper_of_the_agency_stands(seed: int) -> None:
    """Every publication that may be called missing has no true paper in the plan."""
    for portal in plan_portals("demo", seed, 2026):
        for publication in PUBLICATIONS:
            truth = publication_truth(publication, portal)
            assert set(truth.right) <= WORDS
            kinds = {p.kind for p in portal.placements if p.publication == publication}
            if "missing" in truth.right:
                assert Kind.OWN not in kinds
                assert Kind.NEWS not in kinds
            if "outdated" in truth.right:
                assert Kind.EARLIER in kinds
                assert Kind.OWN not in kinds


@pytest.mark.parametrize("seed", [1, 2, 3])
def test_a_portal_with_a_gap_accuses_of_nothing(seed: int) -> None:
    """Where pages are hidden for good, neither missing nor outdated is ever right."""
    elsewhere = {*menu_of_faults.SHAKES, *menu_of_faults.HIDES_FILES, *menu_of_faults.HOLDS_UNREAD}
    elsewhere |= {*menu_of_faults.TELLS_EVERY_ROW}
    blind = Eyes(browser=False)
    for portal in plan_portals("demo", seed, 2026):
        given = portal.faults, portal.family
        if elsewhere & set(portal.faults):
            continue
        for eyes in (Eyes(), blind):
            if not menu_of_faults.hides_something(*given, browser=eyes.browser):
                continue
            for publication in PUBLICATIONS:
                right = right_statuses(publication, portal, eyes)
                assert not {"missing", "outdated"} & set(right)


@pytest.mark.parametrize(
    ("placement", "right"),
    [
        (_placed("quality_objectives", Kind.OWN), ("published",)),
        (_placed("quality_objectives", Kind.OWN, "scan"), ("published",)),
        (_placed("quality_objectives", Kind.OWN, "rar"), ("published",)),
        (_placed("quality_objectives", Kind.OWN, "pdf_locked"), ("unverified",)),
        (_placed("quality_objectives", Kind.OWN, "scan_poor"), ("unverified", "published")),
        (_placed("quality_objectives", Kind.REPOST, "scan"), ("missing",)),
        (_placed("quality_objectives", Kind.EARLIER, year=2025), ("outdated",)),
        (_placed("quality_objectives", Kind.NEWS), ("unverified",)),
        (_placed("quality_objectives", Kind.BLANK), ("missing",)),
        (_placed("quality_objectives", Kind.REPOST), ("missing",)),
        (_placed("annual_plan", Kind.NEXT_YEAR, year=2027), ("missing",)),
        (_placed("qms_documents", Kind.PREDECESSOR), ("unverified",)),
    ],
)
def test_what_stands_there_decides_the_status(placement: Placement, right: tuple[str, ...]) -> None:
    """Each kind of thing on a healthy portal has its own right statuses."""
    assert right_statuses(placement.publication, _portal(placement)) == right


@pytest.mark.parametrize(
    ("placement", "right"),
    [
        (_placed("qms_documents", Kind.OWN, "doc"), {"published"}),
        (_placed("qms_documents", Kind.OWN, "scan"), {"published", "unverified", "undetermined"}),
        (_placed("qms_documents", Kind.REPOST, "scan"), {"missing", "unverified", "undetermined"}),
    ],
)
def test_without_ocr_more_caution_is_right(placement: Placement, right: set[str]) -> None:
    """Who cannot read pictures may leave open what a scan holds, and nothing beside it."""
    assert set(right_statuses(placement.publication, _portal(placement), Eyes(ocr=False))) == right


@pytest.mark.parametrize("seed", [1, 2])
def test_without_ocr_nothing_new_is_accused(seed: int) -> None:
    """Who reads less may leave more open, but never accuse where a reader of scans may not."""
    for portal in plan_portals("demo", seed, 2026):
        for publication in PUBLICATIONS:
            truth = publication_truth(publication, portal)
            accusing = {"missing", "outdated"} & set(truth.right_without_ocr)
            assert accusing <= set(truth.right)


def test_the_paper_itself_outweighs_what_stands_beside_it() -> None:
    """This year's paper is published, though last year's and a blank form stand there too."""
    portal = _portal(
        _placed("quality_objectives", Kind.EARLIER, year=2025),
        _placed("quality_objectives", Kind.BLANK),
        _placed("quality_objectives", Kind.OWN),
    )
    assert right_statuses("quality_objectives", portal) == ("published",)


def test_a_section_of_procedures_publishes_the_list_of_procedures() -> None:
    """A portal's TTHC section is evidence for tthc_list and for nothing else."""
    portal = _portal(tthc=True)
    assert right_statuses("tthc_list", portal) == ("published",)
    assert right_statuses("procedure_list", portal) == ("missing",)


def test_a_hidden_section_hides_only_what_may_stand_in_it() -> None:
    """With the ISO section gone, a paper among the documents is still published."""
    outside = Placement("qms_documents", Kind.OWN, "pdf", Place.DOCUMENTS, 2024)
    portal = _portal(outside, faults=("iso_500",))
    assert right_statuses("qms_documents", portal) == ("published",)
    assert right_statuses("quality_policy", portal) == ("undetermined",)


def test_an_agency_of_the_truth_file_has_all_publications() -> None:
    """The file's shape: every publication with its statuses, form, place and reason."""
    agency = agency_truth(_portal(_placed("quality_policy", Kind.OWN)), 8080)
    assert agency["portal_url"] == "http://127.10.0.11:8080/"
    publications = agency["publications"]
    assert isinstance(publications, dict)
    assert set(publications) == set(PUBLICATIONS)
    assert publications["quality_policy"]["published"] is True
    assert publications["quality_policy"]["form"] == "pdf"


@pytest.mark.parametrize(
    ("fault", "placement", "right"),
    [
        ("html_as_pdf", _placed("quality_policy", Kind.OWN), {"unverified", "undetermined"}),
        ("html_as_pdf", _placed("quality_policy", Kind.OWN, "html"), {"published"}),
        ("html_as_pdf", _placed("quality_policy", Kind.REPOST), {"unverified", "undetermined"}),
        ("html_as_pdf", _placed("annual_plan", Kind.OWN), {"missing", "undetermined"}),
        ("half_files", _placed("quality_policy", Kind.OWN),
         {"unverified", "undetermined", "published"}),
        ("zip_bomb", _placed("quality_policy", Kind.OWN), {"published"}),
        ("zip_bomb", _placed("annual_plan", Kind.OWN), {"undetermined", "unverified"}),
        ("huge_file", _placed("annual_plan", Kind.OWN), {"missing", "undetermined"}),
        ("cut_pages", _placed("quality_policy", Kind.OWN),
         {"published", "undetermined", "unverified"}),
        ("expired_tls", _placed("annual_plan", Kind.OWN), {"missing"}),
    ],
)  # fmt: skip
def test_what_each_new_fault_leaves_to_be_said(
    fault: str, placement: Placement, right: set[str]
) -> None:
    """The quality policy of a portal that has the fault and holds this one thing."""
    assert set(right_statuses("quality_policy", _portal(placement, faults=(fault,)))) == right


def test_without_a_browser_more_caution_is_right() -> None:
    """A platform of scripts is whole to who renders it, and leaves all open to who does not."""
    portal = replace(_portal(_placed("annual_plan", Kind.EARLIER)), family="javascript_app")
    assert right_statuses("annual_plan", portal) == ("outdated",)
    assert right_statuses("annual_plan", portal, Eyes(browser=False)) == ("undetermined",)
