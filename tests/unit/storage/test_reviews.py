"""A person's decision is tied to what the finding showed, and lapses when that changes."""

from __future__ import annotations

import sqlite3
from collections.abc import Callable
from dataclasses import replace
from datetime import date, timedelta
from pathlib import Path

import pytest

from domain.errors import UsageError
from domain.findings import AgencyReport, Evidence, Side
from domain.grounds import MOST_KEPT, Ground
from domain.publications import Status
from domain.reviews import Decision, Review, Standing, Withdrawal
from rules.verdict.proof import EVIDENCE_LIMIT
from storage.grounds import ground_digest
from storage.reviews import NothingToReviewError
from storage.store import Store
from tests.unit.storage import samples

MADE_WITH = {"rule_digest": "r", "config_digest": "c", "reader_version": "1"}
PUBLICATION = "quality_objectives"
PAPER = samples.report().findings[0].evidence[0]
PAGE = replace(PAPER, media_type="text/html", url=f"{samples.HOME}bai-1", sha256="1" * 64)
NEWS = replace(PAPER, url=f"{samples.HOME}tin-1", side=Side.AGAINST)
DECISION = Decision(
    PUBLICATION, 2026, Status.PUBLISHED, "Đã mở xem.", "Bà Lan", url=f"{samples.HOME}x.pdf"
)
TODAY = samples.NIGHT


@pytest.fixture
def agency_id(store: Store) -> int:
    """The one agency of the registry."""
    store.import_agencies([samples.agency()], samples.NOON)
    return store.agencies()[0].id


def judged(status: Status, *evidence: Evidence, night: date = samples.NIGHT) -> AgencyReport:
    """A report whose one finding has this evidence."""
    report = samples.report(status, night)
    return replace(report, findings=(replace(report.findings[0], evidence=evidence),))


def visit(store: Store, agency_id: int, status: Status, *evidence: Evidence, days: int = 0) -> int:
    """A visit of a night that comes to this."""
    night = samples.NIGHT + timedelta(days=days)
    report = judged(status, *evidence, night=night)
    visit_id = store.open_visit(None, agency_id, samples.HOME, samples.NOON).visit_id
    store.close_visit(visit_id, samples.visit((), night), report, **MADE_WITH)
    return visit_id


def held(store: Store, today: date = TODAY) -> tuple[Review, ...]:
    """All reviews, as they stand on a day."""
    return store.reviews.held(today).entries


def standing(store: Store, today: date = TODAY) -> list[Standing]:
    """How each stands."""
    return [review.standing for review in held(store, today)]


def test_a_decision_is_kept_whole(store: Store, agency_id: int) -> None:
    """What was decided, by whom, when, over which verdict."""
    visit(store, agency_id, Status.MISSING)
    number = store.reviews.add(agency_id, DECISION, samples.NOON)
    (kept,) = held(store)
    assert (kept.id, kept.decision, kept.written_at) == (number, DECISION, samples.NOON)
    assert (kept.agency_code, kept.agency_name) == ("04249", "Phường Yên Thịnh")
    assert (kept.machine_then, kept.machine_now) == (Status.MISSING, Status.MISSING)
    report = store.report("04249", 2026, TODAY, 2)
    assert report is not None
    assert store.reviews.held(TODAY).beside(report, report.findings[0]) == kept


def test_nothing_judged_is_nothing_to_review(store: Store, agency_id: int) -> None:
    """Neither a year nor a publication that no finding speaks of."""
    visit(store, agency_id, Status.MISSING)
    for decision in (replace(DECISION, year=2025), replace(DECISION, publication="other")):
        with pytest.raises(NothingToReviewError):
            store.reviews.add(agency_id, decision, samples.NOON)
    assert held(store) == ()


@pytest.mark.parametrize(
    "later",
    [
        replace(PAPER, captured_at=samples.NOON + timedelta(days=9)),
        replace(PAPER, rule="quality_objectives/9", reader="9", note="khác", place="page 1"),
        replace(PAPER, title="Mục tiêu", quote="của UBND phường", issuer=None, number="12"),
    ],
)
def test_the_same_paper_again_changes_nothing(
    store: Store, agency_id: int, later: Evidence
) -> None:
    """A new capture, newer rules that quote other words, newer readers: no news of the portal."""
    visit(store, agency_id, Status.UNVERIFIED, PAPER)
    store.reviews.add(agency_id, DECISION, samples.NOON)
    visit(store, agency_id, Status.UNVERIFIED, later, days=1)
    assert standing(store) == [Standing.STANDS]


def test_a_web_page_changes_its_bytes_at_every_look(store: Store, agency_id: int) -> None:
    """Its counters are no news, nor that more of it is quoted or known."""
    visit(store, agency_id, Status.UNVERIFIED, replace(PAGE, issuer=None))
    store.reviews.add(agency_id, DECISION, samples.NOON)
    visit(store, agency_id, Status.UNVERIFIED, replace(PAGE, sha256="2" * 64), days=1)
    assert standing(store) == [Standing.STANDS]
    longer = replace(PAGE, sha256="3" * 64, quote=f"… {PAGE.quote}  NĂM 2026")
    visit(store, agency_id, Status.UNVERIFIED, longer, days=2)
    assert standing(store) == [Standing.STANDS]


@pytest.mark.parametrize(
    "later",
    [
        replace(PAGE, quote="năm 2027"),
        replace(PAGE, year=2025),
        replace(PAGE, issuer="UBND xã khác"),
        replace(PAGE, url=f"{samples.HOME}bai-2"),
        replace(PAGE, media_type="application/pdf"),
    ],
)
def test_a_web_page_that_says_something_else_is_news(
    store: Store, agency_id: int, later: Evidence
) -> None:
    """Other words, another year, issuer or address; a file in its place."""
    visit(store, agency_id, Status.UNVERIFIED, PAGE)
    store.reviews.add(agency_id, DECISION, samples.NOON)
    later = replace(later, sha256="2" * 64)
    visit(store, agency_id, Status.UNVERIFIED, later, days=1)
    assert standing(store) == [Standing.EVIDENCE_CHANGED]


@pytest.mark.parametrize(
    "later",
    [
        (replace(PAPER, sha256="3" * 64),),
        (replace(PAPER, url=f"{samples.HOME}khac.pdf"),),
        (replace(PAPER, sha256="3" * 64, url=f"{samples.HOME}khac.pdf"),),
        (replace(PAPER, side=Side.AGAINST),),
        (PAPER, replace(PAPER, sha256="4" * 64)),
        (),
    ],
)
def test_another_paper_ends_it(store: Store, agency_id: int, later: tuple[Evidence, ...]) -> None:
    """Other bytes, address or side; one more that speaks for it; none."""
    visit(store, agency_id, Status.UNVERIFIED, PAPER)
    store.reviews.add(agency_id, DECISION, samples.NOON)
    visit(store, agency_id, Status.UNVERIFIED, *later, days=1)
    assert standing(store) == [Standing.EVIDENCE_CHANGED]


def test_more_that_is_rejected_changes_nothing(store: Store, agency_id: int) -> None:
    """News appears every week; but what the person saw rejected must still be there."""
    visit(store, agency_id, Status.MISSING, NEWS)
    store.reviews.add(agency_id, DECISION, samples.NOON)
    more = replace(NEWS, url=f"{samples.HOME}tin-2", sha256="5" * 64)
    visit(store, agency_id, Status.MISSING, more, NEWS, days=1)
    assert standing(store) == [Standing.STANDS]
    visit(store, agency_id, Status.MISSING, more, days=2)
    assert standing(store) == [Standing.EVIDENCE_CHANGED]


def test_a_full_list_of_rejected_pieces_loses_none(store: Store, agency_id: int) -> None:
    """Only so many are kept: the oldest is pushed out, and nobody knows that it is gone."""
    news = [replace(NEWS, url=f"{samples.HOME}tin-{n}", sha256=f"{n:064d}") for n in range(14)]
    visit(store, agency_id, Status.MISSING, *news[:MOST_KEPT])
    store.reviews.add(agency_id, DECISION, samples.NOON)
    visit(store, agency_id, Status.MISSING, *news[-MOST_KEPT:], days=1)
    assert standing(store) == [Standing.STANDS]
    visit(store, agency_id, Status.MISSING, *news[-MOST_KEPT + 1 :], days=2)
    assert standing(store) == [Standing.EVIDENCE_CHANGED]
    assert MOST_KEPT == EVIDENCE_LIMIT


def test_where_nothing_was_found_the_verdict_is_the_ground(store: Store, agency_id: int) -> None:
    """It stands while nothing is found, and ends when the machine sees something or says more."""
    visit(store, agency_id, Status.MISSING)
    store.reviews.add(agency_id, DECISION, samples.NOON)
    visit(store, agency_id, Status.MISSING, days=1)
    assert standing(store) == [Standing.STANDS]
    visit(store, agency_id, Status.OUTDATED, NEWS, days=2)
    assert standing(store) == [Standing.VERDICT_CHANGED]
    visit(store, agency_id, Status.PUBLISHED, PAPER, days=3)
    assert standing(store) == [Standing.EVIDENCE_CHANGED]


def test_a_look_that_saw_nothing_ends_nothing(store: Store, agency_id: int) -> None:
    """A portal that is down for a night takes no decision away."""
    visit(store, agency_id, Status.UNVERIFIED, PAPER)
    store.reviews.add(agency_id, DECISION, samples.NOON)
    visit(store, agency_id, Status.UNDETERMINED, days=1)
    assert standing(store) == [Standing.STANDS]
    assert held(store)[0].machine_now is Status.UNDETERMINED
    visit(store, agency_id, Status.UNDETERMINED, days=2)
    store.reviews.add(agency_id, DECISION, samples.NOON)
    visit(store, agency_id, Status.MISSING, days=3)
    assert standing(store) == [Standing.EVIDENCE_CHANGED, Standing.VERDICT_CHANGED]


def test_judging_again_is_what_counts_of_a_visit(store: Store, agency_id: int) -> None:
    """New rules that read the same paper as another's change what the decision rests on."""
    visit_id = visit(store, agency_id, Status.UNVERIFIED, PAPER)
    store.reviews.add(agency_id, DECISION, samples.NOON)
    again = judged(Status.UNVERIFIED, replace(PAPER, rule="quality_objectives/2"))
    store.add_judgement(visit_id, again, cause="rule_upgrade", **MADE_WITH)
    assert standing(store) == [Standing.STANDS]
    again = judged(Status.MISSING, replace(PAPER, side=Side.AGAINST))
    store.add_judgement(visit_id, again, cause="rule_upgrade", **MADE_WITH)
    assert standing(store) == [Standing.EVIDENCE_CHANGED]


def test_it_expires_after_its_last_day(store: Store, agency_id: int) -> None:
    """The last day still counts."""
    visit(store, agency_id, Status.MISSING)
    store.reviews.add(agency_id, replace(DECISION, valid_until=TODAY), samples.NOON)
    assert standing(store, TODAY) == [Standing.STANDS]
    assert standing(store, TODAY + timedelta(days=1)) == [Standing.EXPIRED]


def test_the_newest_that_stands_counts(store: Store, agency_id: int) -> None:
    """An older one is superseded, and counts again when the newer expires or is withdrawn."""
    visit(store, agency_id, Status.MISSING)
    store.reviews.add(agency_id, DECISION, samples.NOON)
    last = replace(DECISION, status=Status.MISSING, valid_until=TODAY)
    number = store.reviews.add(agency_id, last, samples.NOON)
    assert standing(store) == [Standing.SUPERSEDED, Standing.STANDS]
    tomorrow = TODAY + timedelta(days=1)
    assert standing(store, tomorrow) == [Standing.STANDS, Standing.EXPIRED]
    store.reviews.withdraw(number, Withdrawal("Ông Bình", "Nhầm xã.", samples.NOON))
    assert standing(store) == [Standing.STANDS, Standing.WITHDRAWN]
    assert held(store)[1].withdrawal == Withdrawal("Ông Bình", "Nhầm xã.", samples.NOON)


def test_what_cannot_be_withdrawn(store: Store, agency_id: int) -> None:
    """What is not there, and what already is; the history keeps the first withdrawal."""
    visit(store, agency_id, Status.MISSING)
    number = store.reviews.add(agency_id, DECISION, samples.NOON)
    with pytest.raises(UsageError, match="there is none"):
        store.reviews.withdraw(number + 1, Withdrawal("A", "B", samples.NOON))
    store.reviews.withdraw(number, Withdrawal("A", "B", samples.NOON))
    with pytest.raises(UsageError, match="already withdrawn by A"):
        store.reviews.withdraw(number, Withdrawal("C", "D", samples.NOON))


def test_a_code_used_again_takes_no_decision_over(store: Store, agency_id: int) -> None:
    """The merged commune that keeps a code is another agency, in the same year too."""
    visit(store, agency_id, Status.MISSING)
    store.reviews.add(agency_id, DECISION, samples.NOON)
    ended = replace(samples.agency(), valid_to=date(2026, 6, 30))
    heir = replace(samples.agency(), valid_from=date(2026, 7, 1))
    store.import_agencies([ended, heir], samples.NOON)
    report = replace(judged(Status.MISSING), agency=heir)
    reviews = store.reviews.held(TODAY)
    assert reviews.beside(report, report.findings[0]) is None
    assert len(reviews.entries) == 1


def test_findings_kept_by_an_older_version_are_no_news(
    store: Store, url: str, anew: Callable[[], Store], agency_id: int
) -> None:
    """What digest they were kept with does not matter: it is computed from what they show."""
    visit(store, agency_id, Status.UNVERIFIED, PAPER)
    store.close()
    with sqlite3.connect(Path(url.removeprefix("sqlite:///"))) as older:
        older.execute("UPDATE finding SET evidence_digest = 'with the time of capture'")
    older.close()
    store = anew()
    store.reviews.add(agency_id, DECISION, samples.NOON)
    visit(store, agency_id, Status.UNVERIFIED, replace(PAPER, captured_at=samples.NOON), days=1)
    assert standing(store) == [Standing.STANDS]
    store.close()


def test_the_digest_is_of_what_is_seen() -> None:
    """Not of times and versions; where nothing is seen, of the verdict."""

    def digest(status: Status, *evidence: Evidence) -> str:
        return ground_digest(Ground.of(status, evidence))

    again = replace(PAPER, captured_at=samples.NOON + timedelta(days=1), rule="x", reader="y")
    assert digest(Status.UNVERIFIED, PAPER, NEWS) == digest(Status.UNVERIFIED, NEWS, again)
    counted = replace(PAGE, sha256="2" * 64)
    assert digest(Status.UNVERIFIED, PAGE) == digest(Status.UNVERIFIED, counted)
    others = [
        digest(Status.UNVERIFIED, replace(PAPER, **change))
        for change in (
            {"url": "https://b.vn/"},
            {"sha256": "9" * 64},
            {"quote": "khác"},
            {"side": Side.AGAINST},
            {"year": 2025},
        )
    ]
    nothing = [digest(Status.MISSING), digest(Status.UNDETERMINED)]
    assert len({digest(Status.UNVERIFIED, PAPER), *others, *nothing}) == 8
