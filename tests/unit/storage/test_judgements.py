"""Judgements are appended; confirmations are derived from the nights that agree."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta

import pytest

from domain.outcomes import PortalState
from domain.publications import Status
from domain.visits import KnownAddress
from storage.store import Store
from tests.unit.storage import samples

MADE_WITH = {"rule_digest": "r", "config_digest": "c", "reader_version": "1"}
CODE = "04249"


@pytest.fixture
def agency_id(store: Store) -> int:
    """The one agency of the registry."""
    store.import_agencies([samples.agency()], samples.NOON)
    return store.agencies()[0].id


def judge_night(store: Store, agency_id: int, days: int, status: Status) -> int:
    """A visit of a night and its judgement."""
    night = samples.NIGHT + timedelta(days=days)
    visit_id = store.open_visit(None, agency_id, samples.HOME, samples.NOON).visit_id
    visit = samples.visit((), night)
    store.close_visit(visit_id, visit, samples.report(status, night), **MADE_WITH)
    return visit_id


def newest(store: Store, confirm_visits: int = 2) -> tuple[Status, int, bool]:
    """What the newest report says of its one publication."""
    report = store.report(CODE, 2026, samples.NIGHT, confirm_visits)
    assert report is not None
    return (
        report.findings[0].status,
        report.findings[0].confirmations,
        report.findings[0].confirmed,
    )


def test_a_report_comes_back_exactly(store: Store, agency_id: int) -> None:
    """All but what is derived is given back as it was judged."""
    judge_night(store, agency_id, 0, Status.MISSING)
    (kept,) = store.reports(2026, samples.NIGHT, 2)
    judged = samples.report()
    expected = replace(judged, findings=(replace(judged.findings[0], confirmations=1),))
    assert kept == expected
    assert store.unvisited(2026, samples.NIGHT) == ()
    assert [one.id for one in store.unvisited(2025, samples.NIGHT)] == [agency_id]


@pytest.mark.parametrize(
    ("nights", "expected"),
    [
        ([(0, Status.MISSING)], (Status.MISSING, 1, False)),
        ([(0, Status.MISSING), (1, Status.MISSING)], (Status.MISSING, 2, True)),
        ([(0, Status.MISSING), (0, Status.MISSING)], (Status.MISSING, 1, False)),
        (
            [(0, Status.MISSING), (1, Status.UNDETERMINED), (2, Status.MISSING)],
            (Status.MISSING, 2, True),
        ),
        (
            [(0, Status.MISSING), (1, Status.PUBLISHED), (2, Status.MISSING)],
            (Status.MISSING, 1, False),
        ),
        ([(0, Status.MISSING), (1, Status.UNDETERMINED)], (Status.UNDETERMINED, 0, False)),
        ([(0, Status.OUTDATED), (1, Status.MISSING)], (Status.MISSING, 1, False)),
        ([(0, Status.PUBLISHED), (1, Status.PUBLISHED)], (Status.PUBLISHED, 2, False)),
    ],
)
def test_confirmations(
    store: Store,
    agency_id: int,
    nights: list[tuple[int, Status]],
    expected: tuple[Status, int, bool],
) -> None:
    """Different nights count, back to the look that disagreed; looks that saw nothing do not."""
    for days, status in nights:
        judge_night(store, agency_id, days, status)
    assert newest(store) == expected


def test_judging_again_counts_in_place_of_the_first(store: Store, agency_id: int) -> None:
    """A new judgement of an old visit replaces its say, but not the newest visit's."""
    first = judge_night(store, agency_id, 0, Status.PUBLISHED)
    judge_night(store, agency_id, 1, Status.MISSING)
    assert newest(store) == (Status.MISSING, 1, False)
    again = samples.report(Status.MISSING)
    store.add_judgement(first, again, cause="rule_upgrade", **MADE_WITH)
    assert newest(store) == (Status.MISSING, 2, True)
    causes = [line.cause for line in store.history(CODE)]
    assert causes == ["visit", "rule_upgrade", "visit"]


def test_last_seen(store: Store, agency_id: int) -> None:
    """The last visit at which it was published is named."""
    judge_night(store, agency_id, 0, Status.PUBLISHED)
    judge_night(store, agency_id, 1, Status.MISSING)
    (kept,) = store.reports(2026, samples.NIGHT, 2)
    assert kept.last_seen == (("quality_objectives", samples.NOON),)


def test_where_the_evidence_stands(store: Store, agency_id: int) -> None:
    """The newest evidence's addresses are given with the words of the links that led there."""
    opened = samples.attempt(1)
    visit_id = store.open_visit(None, agency_id, samples.HOME, samples.NOON).visit_id
    report = samples.report(Status.PUBLISHED, url=opened.address)
    store.close_visit(visit_id, samples.visit((opened, samples.attempt(2))), report, **MADE_WITH)
    known = KnownAddress(opened.address, opened.words, opened.parent)
    assert store.evidence_addresses(agency_id) == (known,)
    assert store.evidence_addresses(agency_id + 1) == ()


def test_a_failed_visit_makes_nobody_forget_evidence(store: Store, agency_id: int) -> None:
    """A night at which the portal was silent leaves the evidence of the night before known."""
    opened = samples.attempt(1)
    visit_id = store.open_visit(None, agency_id, samples.HOME, samples.NOON).visit_id
    report = samples.report(Status.PUBLISHED, url=opened.address)
    store.close_visit(visit_id, samples.visit((opened,)), report, **MADE_WITH)
    known = store.evidence_addresses(agency_id)
    assert known
    failed_id = store.open_visit(None, agency_id, samples.HOME, samples.NOON).visit_id
    silent = replace(samples.report(Status.UNDETERMINED), portal_state=PortalState.UNREACHABLE)
    store.close_visit(failed_id, samples.visit(()), silent, **MADE_WITH)
    assert store.evidence_addresses(agency_id) == known


def test_evidence_that_was_never_opened_is_not_asked_for(store: Store, agency_id: int) -> None:
    """A locked share on another site is no address to begin the next night with."""
    judge_night(store, agency_id, 0, Status.PUBLISHED)
    assert store.evidence_addresses(agency_id) == ()


def test_an_agency_that_has_ended_is_not_reported(store: Store, agency_id: int) -> None:
    """On a day on which it does not exist an agency is in no list."""
    judge_night(store, agency_id, 0, Status.MISSING)
    ended = replace(samples.agency(), valid_to=date(2026, 1, 1))
    store.import_agencies([ended], samples.NOON)
    assert store.reports(2026, samples.NIGHT, 2) == ()
    assert store.report(CODE, 2026, samples.NIGHT, 2) is None
    assert len(store.history(CODE)) == 1


def test_the_marks_of_a_quote_are_kept(store: Store, agency_id: int) -> None:
    """Which words decided is read back as it was judged."""
    report = samples.report(Status.PUBLISHED)
    (shown,) = report.findings[0].evidence
    marked = replace(shown, marked=((0, 3), (7, 11)))
    found = replace(report.findings[0], evidence=(marked,))
    visit_id = store.open_visit(None, agency_id, samples.HOME, samples.NOON).visit_id
    whole = replace(report, findings=(found,))
    store.close_visit(visit_id, samples.visit(()), whole, **MADE_WITH)
    (kept,) = store.reports(2026, samples.NIGHT, 2)
    assert kept.findings[0].evidence[0].marked == marked.marked
