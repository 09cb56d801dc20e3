"""A portal full of another agency's papers says that the registry's address or name is wrong."""

from __future__ import annotations

from dataclasses import replace

import pytest

from domain.outcomes import Aid
from domain.publications import Status
from rules.sightings import Sighting, SightingKind
from tests.unit.rules.builders import (
    GOALS,
    PLAN,
    POLICY,
    PORTAL,
    finding,
    having,
    judged,
    sighting,
    statuses,
)


def strange(number: int, issuer: str = "XÃ PHÚ SƠN") -> Sighting:
    """A paper that was rejected because another agency issued it."""
    made = sighting(POLICY, SightingKind.NOT_IT, url=f"{PORTAL}{number}.pdf", issuer=issuer)
    return replace(made, rejected_issuer=issuer)


FOUR = tuple(strange(number) for number in range(4))


def test_another_agencys_papers_alone_accuse_of_nothing() -> None:
    """Four papers of one other agency and none of its own: is the address right at all?"""
    case = having(sightings=FOUR)
    assert set(statuses(case).values()) == {Status.UNDETERMINED}
    reason = finding(case).reason
    assert "4 văn bản trên cổng này đều của XÃ PHÚ SƠN" in reason
    assert reason.endswith("có đúng là cổng của cơ quan này không?")
    assert not judged(case).coverage.complete


def test_one_name_may_be_written_in_two_ways() -> None:
    """ "XÃ PHÚ SƠN" and "UBND xã Phú Sơn" are one agency."""
    case = having(sightings=(*FOUR[:2], strange(7, "UBND xã Phú Sơn"), strange(8, "Xã Phú Sơn")))
    assert statuses(case)[GOALS] is Status.UNDETERMINED


@pytest.mark.parametrize(
    "sightings",
    [
        FOUR[:3],
        (*FOUR[:3], FOUR[0]),
        (*FOUR[:2], strange(8, "Sở Y tế"), strange(9, "Sở Y tế")),
        (*FOUR, sighting(PLAN, year=2024)),
        (*FOUR, sighting(PLAN, SightingKind.DOUBTFUL, year=2024)),
    ],
)
def test_reposts_and_a_paper_of_its_own_leave_the_accusation(
    sightings: tuple[Sighting, ...],
) -> None:
    """A few reposts are no wrong address, and one own paper proves the address right."""
    assert statuses(having(sightings=sightings))[GOALS] is Status.MISSING


def test_a_nameless_paper_proves_no_address() -> None:
    """Beside four papers of another agency a paper without issuer is hardly this one's."""
    case = having(sightings=(*FOUR, sighting(POLICY, issuer=None)))
    assert set(statuses(case).values()) == {Status.UNDETERMINED}


def test_a_home_page_that_names_the_agency_proves_the_address() -> None:
    """Communes repost the papers of a body above by the dozen on a portal that is their own."""
    case = having(sightings=FOUR)
    home = replace(case.notes[0], names_agency=True)
    named = replace(case, notes=(home, *case.notes[1:]))
    assert statuses(named)[GOALS] is Status.MISSING


@pytest.mark.parametrize(
    ("title", "status"),
    [
        ("Mục tiêu chất lượng năm 2026", Status.UNVERIFIED),
        ("Mục tiêu chất lượng năm 2026 của UBND xã A", Status.UNVERIFIED),
        ("Mục tiêu chất lượng năm 2026 của Sở Y tế", Status.MISSING),
        ("Mục tiêu chất lượng năm 2026 của UBND xã Phú Sơn", Status.MISSING),
    ],
)
def test_an_unread_paper_of_a_named_owner(title: str, status: Status) -> None:
    """A link that could not be opened and names another agency as the owner asks nothing."""
    unread = sighting(GOALS, SightingKind.UNREAD, confidence=0.5, title=title, question="?")
    assert statuses(having(sightings=(unread,)))[GOALS] is status


def test_an_agency_without_a_checked_name_is_accused_with_less_certainty() -> None:
    """A name that was only read off the page may be another's."""
    case = having(sitemap=Aid.USED)
    unchecked = replace(case, inspected=replace(case.inspected, name_known=False))
    assert finding(case).confidence > finding(unchecked).confidence
    assert finding(unchecked).confidence == 0.6
    assert "chưa đối chiếu được tên cơ quan" in finding(unchecked).reason
