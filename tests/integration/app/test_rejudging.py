"""Judging again: what changed, what may have changed it, and nothing kept twice."""

from __future__ import annotations

import asyncio
import json
import shutil
import sqlite3
from collections.abc import Iterator
from contextlib import closing
from dataclasses import replace
from io import StringIO
from pathlib import Path

import pytest
from rich.console import Console

from app.changes import Added, Cause, Change, Rejudgement
from app.changes_json import rejudgement_to_json
from app.cli.changes_screen import show_rejudgement
from app.night import crawl_night
from app.rejudging import judge_stored
from app.wiring import Parts
from domain.agencies import Agency, Level, PortalAddress
from domain.findings import AgencyReport
from domain.publications import Status
from storage.store import Store, open_store
from tests.unit.app.portals import Net, parts, three_agencies
from tests.unit.crawler.clocks import FakeClock

CHANGE = Change(
    code="1",
    name="UBND xã Một",
    publication="quality_policy",
    title="Chính sách chất lượng",
    before=Status.MISSING,
    after=Status.PUBLISHED,
    causes=(Cause.RULE_UPGRADE,),
    reason="Đã tìm thấy “[red]Chính sách\x1b[2J”.",
)
ADDED = Added("1", "UBND xã Một", "improvement_report", "Cải tiến", Status.MISSING, "Đã xem hết.")
RESULT = Rejudgement(2026, 161, 161, (ADDED,), (CHANGE, replace(CHANGE, code="2")))


@pytest.fixture(scope="module")
def night(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The folder of a store with one night over three portals of one page each."""

    def told(done: int, total: int, report: AgencyReport | None) -> None:
        """Nobody listens."""

    folder = tmp_path_factory.mktemp("night")
    store = three_agencies(folder)
    asyncio.run(crawl_night(made(), store, year=2026, only=(), told=told))
    store.close()
    return folder


@pytest.fixture
def judged_store(tmp_path: Path, night: Path) -> Iterator[Store]:
    """A copy of it."""
    path = shutil.copy(night / "giamsat.db", tmp_path)
    store = open_store(f"sqlite:///{path}")
    yield store
    store.close()


def made(**changes: object) -> Parts:
    """The parts, with another digest or judge."""
    return replace(parts(Net(FakeClock())), **changes)  # type: ignore[arg-type]  # by name


def again(store: Store, by: Parts) -> Rejudgement:
    """Judge what is stored once more."""
    return asyncio.run(judge_stored(by, by.pool, store, 2026, lambda _: None))


def causes(store: Store) -> list[str]:
    """Why the first agency was judged, newest first."""
    return [line.cause for line in store.history("1")]


def make_old(folder: Path) -> None:
    """Pretend that the night's rules had found everything published."""
    with closing(sqlite3.connect(folder / "giamsat.db")) as connection, connection:
        connection.execute("UPDATE finding SET status = 'published'")


def test_nothing_changed_is_said_and_nothing_is_kept(judged_store: Store) -> None:
    """Judging twice with the same rules neither finds changes nor lets the store grow."""
    for _ in range(2):
        result = again(judged_store, made())
        assert (result.agencies, result.appended, result.changes) == (3, 0, ())
    assert causes(judged_store) == ["visit"]


def test_new_rules_are_noted_once(judged_store: Store) -> None:
    """That a verdict stands under the new rules too is kept, the first time only."""
    newer = made(rule_digest="newer")
    assert [again(judged_store, newer).appended for _ in range(3)] == [3, 0, 0]
    assert causes(judged_store) == ["rule_upgrade", "visit"]


@pytest.mark.parametrize(
    ("changes", "expected"),
    [
        ({"rule_digest": "newer"}, (Cause.RULE_UPGRADE,)),
        ({"config_digest": "other"}, (Cause.CONFIG_CHANGE,)),
        ({"rule_digest": "n", "config_digest": "o"}, (Cause.RULE_UPGRADE, Cause.CONFIG_CHANGE)),
        ({}, (Cause.REGISTRY_CHANGE,)),
    ],
)
def test_a_change_names_what_differs(
    judged_store: Store, tmp_path: Path, changes: dict[str, str], expected: tuple[Cause, ...]
) -> None:
    """All that differs since the verdict before, the registry where nothing else does."""
    make_old(tmp_path)
    with closing(sqlite3.connect(tmp_path / "giamsat.db")) as connection, connection:
        connection.execute("UPDATE judgement SET digest = 'of another report'")
    result = again(judged_store, made(**changes))
    assert {change.causes for change in result.changes} == {expected}
    assert causes(judged_store)[0] == expected[0].value
    first = result.changes[0]
    assert (first.code, first.before) == ("1", Status.PUBLISHED)
    assert first.reason.endswith(".")


def test_another_row_in_the_registry_is_its_cause(judged_store: Store) -> None:
    """A renamed agency is judged by its new name, and that is what is said to have changed."""
    renamed = Agency(
        "1", "UBND xã Mười", Level.COMMUNE, None, (PortalAddress("http://xa1.vn/", True),)
    )
    judged_store.import_agencies([renamed], FakeClock().now())
    assert again(judged_store, made()).appended == 1
    assert causes(judged_store) == ["registry_change", "visit"]


def test_a_year_judged_for_the_first_time_has_nothing_before_it(judged_store: Store) -> None:
    """Another year's verdicts are no changes of this year's."""
    by = made()
    result = asyncio.run(judge_stored(by, by.pool, judged_store, 2025, lambda _: None))
    assert (result.appended, result.changes, result.added) == (3, (), ())


def test_as_json_every_change_has_its_cause() -> None:
    """Programs read before, after, causes and the new reason."""
    told = json.loads(rejudgement_to_json(RESULT))
    assert told["totals"] == [{"causes": ["rule_upgrade"], "changed": 2}]
    assert (told["agencies"], told["changed"]) == (161, 2)
    assert told["changes"][0]["before"] == "missing"
    assert told["changes"][0]["causes"] == ["rule_upgrade"]
    assert told["added"] == 1
    (added,) = told["added_verdicts"]
    assert (added["publication"], added["status"]) == ("improvement_report", "missing")


def shown(result: Rejudgement) -> str:
    """What stands on the terminal."""
    console = Console(width=200, record=True, file=StringIO())
    show_rejudgement(console, result)
    return console.export_text()


def test_on_the_terminal_no_portal_is_blamed() -> None:
    """Changes with cause and reason, totals by cause, and portal text made harmless."""
    text = shown(RESULT)
    assert "1 UBND xã Một · Chính sách chất lượng: Chưa công khai → Đã công khai" in text
    assert "nâng cấp quy tắc: 2" in text
    assert "không phải do cổng thay đổi" in text
    assert "“[red]Chính sách" in text
    assert "\x1b" not in text
    assert "1 kết luận cho nội dung trước đây chưa xét" in text
    assert "Cải tiến: Chưa công khai 1" in text


def test_on_the_terminal_nothing_changed_is_said() -> None:
    """No list, no totals, one plain line."""
    text = shown(replace(RESULT, changes=(), added=(), appended=0))
    assert text.strip() == "Đã đánh giá lại 161 cơ quan, năm 2026, từ bản lưu: không đổi kết luận"
