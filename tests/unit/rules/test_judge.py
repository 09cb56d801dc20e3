"""The statuses, their order, their reasons and their evidence."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from domain.agencies import Agency, Level
from domain.findings import Side
from domain.outcomes import Aid, Outcome
from domain.publications import Requirement, Status
from domain.settings import InspectionSettings
from rules.sightings import PageNotes, Sighting, SightingKind
from tests.unit.rules.builders import (
    CATALOGUE,
    GOALS,
    INSPECTED,
    PLAN,
    POLICY,
    PORTAL,
    SEEN_WHOLE,
    attempt,
    finding,
    having,
    judged,
    sighting,
)

FAILED = attempt("x", "Xem thêm", outcome=Outcome.TIMEOUT, sha256=None)
NEW_COMMUNE = replace(
    SEEN_WHOLE,
    inspected=replace(INSPECTED, agency=replace(INSPECTED.agency, valid_from=date(2025, 7, 1))),
)


def test_a_paper_needs_no_completeness() -> None:
    """What was found is published, however little else was seen."""
    case = having(attempts=(FAILED,), sightings=(sighting(GOALS),))
    assert finding(case).status is Status.PUBLISHED
    assert GOALS not in dict(judged(case).coverage.open)


def test_published_names_the_best_paper_and_counts_the_others() -> None:
    """The surest paper comes first; a second copy of the same body is no other paper."""
    case = having(
        sightings=(
            sighting(GOALS, confidence=0.7, url="u1", title="Dự thảo"),
            sighting(GOALS, confidence=0.97, url="u2", title="Mục tiêu chất lượng"),
            sighting(GOALS, confidence=0.97, url="u3", sha256="sha-u2"),
        )
    )
    assert finding(case).reason == (
        "Đã tìm thấy “Mục tiêu chất lượng” số 12/QĐ-UBND ngày 20/01/2026, cùng 1 văn bản khác."
    )
    assert [entry.url for entry in finding(case).evidence] == ["u2", "u1"]
    assert finding(case).confidence == 0.97


def test_one_paper_at_many_addresses_is_counted_once() -> None:
    """Number, day and title are the same; only what stands around it differs."""
    many = tuple(sighting(GOALS, url=f"u{n}", title="Mục tiêu chất lượng") for n in range(9))
    assert "văn bản khác" not in finding(having(sightings=many)).reason
    other = sighting(GOALS, url="v", title="Mục tiêu chất lượng", number="13/QĐ-UBND")
    assert "cùng 1 văn bản khác" in finding(having(sightings=(*many, other))).reason


def test_an_unchecked_issuer_is_said() -> None:
    """Without a known name the paper counts, less surely, and the reason says why."""
    case = having(sightings=(sighting(GOALS, confidence=1.0),))
    case = replace(case, inspected=replace(INSPECTED, name_known=False))
    assert finding(case).status is Status.PUBLISHED
    assert finding(case).confidence == 0.8
    assert "chưa đối chiếu được tên cơ quan ban hành" in finding(case).reason


@pytest.mark.parametrize(
    ("seen", "status"),
    [
        (sighting(GOALS, year=2025), Status.OUTDATED),
        (sighting(GOALS, year=2027), Status.MISSING),
        (sighting(GOALS, year=None, issued_on=None), Status.UNVERIFIED),
        (sighting(GOALS, confidence=0.3), Status.UNVERIFIED),
        (sighting(GOALS, SightingKind.DOUBTFUL), Status.UNVERIFIED),
        (sighting(GOALS, SightingKind.DOUBTFUL, year=None), Status.UNVERIFIED),
        (sighting(GOALS, SightingKind.DOUBTFUL, year=2025), Status.UNVERIFIED),
        (sighting(GOALS, SightingKind.DOUBTFUL, year=2019, issued_on=None), Status.MISSING),
        (sighting(GOALS, SightingKind.UNREAD), Status.UNVERIFIED),
        (sighting(GOALS, SightingKind.UNREAD, year=None, issued_on=None), Status.UNVERIFIED),
        (sighting(GOALS, SightingKind.OWN_NEWS), Status.UNVERIFIED),
        (sighting(GOALS, SightingKind.OWN_NEWS, year=2024), Status.MISSING),
        (sighting(GOALS, SightingKind.NOT_IT), Status.MISSING),
        (sighting(POLICY, SightingKind.OWN_NEWS, year=2019), Status.MISSING),
    ],
)
def test_a_yearly_publication_follows_its_year(seen: Sighting, status: Status) -> None:
    """Only this year's paper is published; doubt is a question; the rest counts as nothing."""
    assert finding(having(sightings=(seen,))).status is status


def test_an_earlier_paper_does_not_accuse_where_gaps_remain() -> None:
    """Outdated needs complete coverage as missing does."""
    case = having(attempts=(FAILED,), sightings=(sighting(GOALS, year=2025),))
    assert finding(case).status is Status.UNDETERMINED


def test_outdated_names_the_latest_earlier_paper() -> None:
    """The newest of the old papers is the one named, and it speaks against."""
    old = sighting(GOALS, year=2023, url="u1", confidence=0.99)
    newer = sighting(GOALS, year=2025, url="u2", title="MTCL 2025", confidence=0.9)
    found = finding(having(sightings=(old, newer)))
    assert found.status is Status.OUTDATED
    assert "“MTCL 2025”" in found.reason
    assert found.reason.endswith(", không có Mục tiêu chất lượng năm 2026.")
    assert "của năm 2023, không có" in finding(having(sightings=(old,))).reason
    assert {entry.side for entry in found.evidence} == {Side.AGAINST}


def test_missing_says_what_was_looked_at() -> None:
    """The proof of looking is in the sentence."""
    case = having(sightings=(sighting(GOALS, SightingKind.NOT_IT),), sitemap=Aid.USED)
    found = finding(case)
    assert found.reason == (
        "Đã xem hết 3 trang, đã thử ô tìm kiếm và sơ đồ trang; không có văn bản nào là "
        "Mục tiêu chất lượng năm 2026; có 1 trang, văn bản gần giống nhưng không phải."
    )
    assert found.evidence[0].side is Side.AGAINST
    assert found.evidence[0].note
    assert found.confidence == pytest.approx(0.94 - 0.10 - 0.29)


def test_before_the_due_date_nobody_is_accused() -> None:
    """A yearly paper not there on the last day in time is not late; a standing one is due."""
    case = replace(SEEN_WHOLE, today=date(2026, 3, 31))
    assert finding(case).status is Status.UNDETERMINED
    assert finding(case).reason == "Chưa đến hạn (31/3/2026)."
    assert finding(case, POLICY).status is Status.MISSING
    assert finding(replace(case, today=date(2026, 4, 1))).status is Status.MISSING


def test_before_the_due_date_what_is_there_counts() -> None:
    """Early is in time."""
    case = replace(having(sightings=(sighting(GOALS),)), today=date(2026, 1, 5))
    assert finding(case).status is Status.PUBLISHED


def test_a_standing_paper_is_never_too_old_for_its_own_agency() -> None:
    """Ten years on, an announcement still stands."""
    old = sighting(POLICY, year=2014, issued_on=date(2014, 5, 5))
    assert finding(having(sightings=(old,)), POLICY).status is Status.PUBLISHED


@pytest.mark.parametrize("name", [POLICY, GOALS])
def test_a_paper_of_a_predecessor_is_a_question(name: str) -> None:
    """Signed before the agency existed, by the unit the registry says it succeeds."""
    heir = replace(
        NEW_COMMUNE.inspected, predecessors=(Agency("9", "UBND xã A cũ", Level.COMMUNE),)
    )
    old = sighting(name, issued_on=date(2024, 5, 5))
    found = finding(having(replace(NEW_COMMUNE, inspected=heir), sightings=(old,)), name)
    assert found.status is Status.UNVERIFIED
    assert "trước ngày thành lập cơ quan (01/07/2025)" in found.reason


def test_a_standing_paper_older_than_the_agency_counts_as_nothing() -> None:
    """Without a predecessor it is another issuer's; without a date it is not too old."""
    old = sighting(POLICY, issued_on=date(2024, 5, 5))
    assert finding(having(NEW_COMMUNE, sightings=(old,)), POLICY).status is Status.MISSING
    undated = sighting(POLICY, issued_on=None)
    assert finding(having(NEW_COMMUNE, sightings=(undated,)), POLICY).status is Status.PUBLISHED


def test_the_detectors_question_is_the_reason() -> None:
    """An inspector reads which paper and what to settle, for a link never opened too."""
    clue = sighting(
        GOALS,
        SightingKind.UNREAD,
        question="Tệp có mật khẩu: có phải là Mục tiêu 2026 không?",
        title="MTCL 2026.pdf",
        number=None,
        issued_on=None,
    )
    found = finding(having(unopened=(clue,)))
    assert found.reason == "“MTCL 2026.pdf” — tệp có mật khẩu: có phải là Mục tiêu 2026 không?"
    assert found.status is Status.UNVERIFIED
    assert found.confidence == 0.6


def test_a_link_opened_at_a_later_try_asks_nothing() -> None:
    """What an address says by its words counts only while nobody could read it."""
    clue = sighting(GOALS, SightingKind.UNREAD, url=PORTAL + "tin-tuc")
    assert finding(having(unopened=(clue,))).status is Status.MISSING


def test_a_paper_outweighs_doubts() -> None:
    """Once the paper is there nothing is left to ask."""
    case = having(sightings=(sighting(GOALS, SightingKind.DOUBTFUL), sighting(GOALS, url="u2")))
    assert finding(case).status is Status.PUBLISHED


def test_one_look_confirms_no_accusation() -> None:
    """Missing needs the configured number of nights; a paper that is there needs no second."""
    case = having(sightings=(sighting(GOALS),))
    assert finding(case).confirmed
    missing = finding(case, POLICY)
    assert (missing.confirmations, missing.confirmed) == (1, False)


def test_findings_follow_the_catalogue_and_the_configuration() -> None:
    """Every publication is reported, in order, with its weight from the configuration."""
    settings = InspectionSettings(required=(GOALS,), expected=(POLICY,))
    findings = judged(SEEN_WHOLE, settings).findings
    assert [entry.publication for entry in findings] == [GOALS, POLICY, PLAN]
    assert [entry.requirement for entry in findings] == list(Requirement)


def test_the_law_is_that_of_the_level_and_the_day() -> None:
    """A commune is asked by the plan of the province, under texts in force."""
    assert finding(SEEN_WHOLE).legal_basis == "Kế hoạch của tỉnh"
    assert len(CATALOGUE.publications) == 3


def test_hostile_words_stay_on_one_line() -> None:
    """A title of a portal can neither break a line nor fill a page."""
    seen = sighting(GOALS, title="=cmd()\n\r" + "a" * 5000)
    reason = finding(having(sightings=(seen,))).reason
    assert "\n" not in reason
    assert len(reason) < 300
    assert (
        "\x1b" not in finding(having(sightings=(sighting(GOALS, title="a\x1b[2J\u202e"),))).reason
    )


def test_a_long_address_stays_short_in_a_reason() -> None:
    """Five megabytes of address do not reach a report."""
    failed = attempt("a" * 5_000_000, "Xem", outcome=Outcome.TIMEOUT, sha256=None)
    assert len(finding(having(attempts=(failed,))).reason) < 600


def test_coverage_counts_what_was_asked_and_read() -> None:
    """Requests, pages, files, bytes and failures are told apart; addresses may be malformed."""
    pdf = attempt("a.pdf", media_type="application/pdf", outcome=Outcome.NOT_MODIFIED)
    odd = attempt("tin", address="http://[::1", media_type="", outcome=Outcome.OK)
    from_case = having(attempts=(pdf, odd, FAILED))
    case = replace(from_case, notes=(*from_case.notes, PageNotes(pdf), PageNotes(odd)))
    counted = judged(case).coverage
    assert (counted.requests, counted.pages, counted.documents) == (5, 3, 1)
    assert (counted.not_modified, counted.failed, counted.body_bytes) == (1, 1, 5000)
    assert counted.open[0][1][0].startswith("“Xem thêm” (" + PORTAL)
