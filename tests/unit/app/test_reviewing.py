"""What must hold of a person's word before it is kept."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterator
from dataclasses import replace
from datetime import date, timedelta
from zoneinfo import ZoneInfo

import pytest

from app.reviewing import Reviewer, Word, status_of
from domain.errors import UsageError
from domain.publications import Status
from storage.opening import Database
from storage.store import Store, open_store, utc_now
from tests.unit.empty_database import empty_database, lay_down
from tests.unit.storage import samples

HANOI = ZoneInfo("Asia/Ho_Chi_Minh")
WORD = Word("04249", "quality_objectives", "published", "Đã mở xem.", "Bà Lan", None, None)
YEAR = 2026


@pytest.fixture(scope="module")
def judged(tmp_path_factory: pytest.TempPathFactory) -> bytes:
    """A database with one agency that has one accusation, and one without any."""
    path = tmp_path_factory.mktemp("reviewing") / "giamsat.db"
    store = open_store(empty_database(path))
    other = replace(samples.agency("04250", "Xã Minh Bảo"), portals=())
    store.import_agencies([samples.agency(), other], samples.NOON)
    agency_id = store.agencies()[0].id
    visit_id = store.open_visit(None, agency_id, samples.HOME, samples.NOON).visit_id
    made_with = {"rule_digest": "r", "config_digest": "c", "reader_version": "1"}
    store.close_visit(visit_id, samples.visit(()), samples.report(Status.MISSING), **made_with)
    store.close()
    return path.read_bytes()


@pytest.fixture
def reviewer(database: Database, judged: bytes) -> Iterator[Reviewer]:
    """At noon of the samples' day, over a copy of it."""
    lay_down(database.path, judged)
    store = Store(database, utc_now)
    yield Reviewer(store, samples.NOON, HANOI)
    store.close()


@pytest.mark.parametrize(
    ("changes", "words"),
    [
        ({"code": "0424"}, ("0424:", "did you mean 04249 (Phường Yên Thịnh)?")),
        ({"code": "yên thịnh"}, ("did you mean 04249",)),
        ({"code": "zzz"}, ("zzz: no agency", "registry list")),
        ({"code": ""}, ("no agency",)),
        ({"code": "04250"}, ("nothing is judged for 2026", "crawl --only 04250")),
        ({"publication": "quality_objective"}, ("did you mean quality_objectives?", "known:")),
        ({"publication": ""}, ("known: quality_objectives",)),
        ({"status": "publishd"}, ("did you mean published?", "not_applicable")),
        ({"reason": " \t\x00 "}, ("--reason: is empty",)),
        ({"reason": "x" * 10_000}, ("10,000", "at most 2,000")),
        ({"author": "\u202e"}, ("--author: is empty",)),
        ({"author": "y" * 201}, ("--author", "at most 200")),
        ({"until": "31/12/2026"}, ("31/12/2026", "write 2026-12-31")),
        ({"until": "2026-02-30"}, ("YYYY-MM-DD",)),
        ({"until": "2026-11-21"}, ("past", "2026-11-22")),
        ({"url": "javascript:alert(1)"}, ("http:// or https://",)),
        ({"url": "ftp://a.vn/x"}, ("http:// or https://",)),
        ({"url": "https://"}, ("has a host",)),
        ({"url": "https://a.vn/x y"}, ("it holds ' '; write %20",)),
        ({"url": "https://a.vn/x?y=<a>"}, ("it holds '<'; write %3C",)),
        ({"url": "https://a.vn/" + "x" * 2_000}, ("2,013 characters; at most 2,000",)),
        ({"status": "chưa công kha"}, ("did you mean chưa công khai?", "missing (Chưa công khai)")),
        *(({field: "x" * 100_000}, ()) for field in ("code", "publication", "status", "url")),
    ],
)
def test_what_is_refused(
    reviewer: Reviewer, changes: dict[str, str], words: tuple[str, ...]
) -> None:
    """Said in one line of bearable length that names what is wrong; nothing is kept."""
    with pytest.raises(UsageError) as caught:
        reviewer.add(replace(WORD, **changes), YEAR)
    message = str(caught.value)
    assert "\n" not in message
    assert len(message) < 1_000
    for word in words:
        assert word in message
    assert reviewer.listed(None) == ()


@pytest.mark.parametrize("written", ["Chưa công khai", " chưa  CÔNG khai", "missing", "MISSING"])
def test_a_status_as_screens_say_it(written: str) -> None:
    """The Vietnamese words are taken too, in any case and however their letters are stored."""
    assert status_of(written) is Status.MISSING
    assert status_of(unicodedata.normalize("NFD", written)) is Status.MISSING


def test_a_year_without_judgement_is_refused(reviewer: Reviewer) -> None:
    """There is no finding to say anything over; what to run is named."""
    with pytest.raises(UsageError, match=r"nothing is judged for 2025.*judge --year 2025"):
        reviewer.add(WORD, 2025)


def test_what_cannot_be_withdrawn(reviewer: Reviewer) -> None:
    """A number that no review has; words that say nothing."""
    with pytest.raises(UsageError, match="review 7: there is none"):
        reviewer.withdraw(7, "A", "B")
    with pytest.raises(UsageError, match="--reason: is empty"):
        reviewer.withdraw(7, "A", " ")


def test_today_is_the_day_of_the_schedules_zone(reviewer: Reviewer) -> None:
    """At eighteen o'clock UTC it is tomorrow in Vietnam, where a decision may still end today."""
    evening = replace(reviewer, now=samples.NOON + timedelta(hours=13))
    assert evening.today == date(2026, 11, 23)
    with pytest.raises(UsageError, match="is past; today is 2026-11-23"):
        evening.add(replace(WORD, until="2026-11-22"), YEAR)


def test_words_are_kept_clean(reviewer: Reviewer) -> None:
    """One line, composed letters, no control characters; the time in the schedule's zone."""
    reason = "\x1b[31mđo\u0309\x07\u202e\n hai  dòng"
    word = replace(
        WORD, reason=reason, status=" Published ", until="2026-11-22", url=" https://a.vn "
    )
    kept = reviewer.add(word, YEAR)
    assert kept.decision.reason == "[31mđỏ hai dòng"
    assert (kept.decision.status, kept.decision.url) == (Status.PUBLISHED, "https://a.vn")
    assert kept.written_at.hour == 12
    assert reviewer.listed("04249") == (kept,)
    assert reviewer.listed("04250") == ()
