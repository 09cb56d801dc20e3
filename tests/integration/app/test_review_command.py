"""``giamsat review``: what is kept, what is refused, and what is shown."""

from __future__ import annotations

import json
import shutil
import sqlite3
from dataclasses import dataclass, replace
from datetime import datetime, timedelta
from pathlib import Path

import pytest

from app.cli import run
from app.cli.options import Surroundings
from app.clock import SystemClock
from domain.publications import Status
from storage.store import open_store
from tests.unit.storage import samples

WORD = ("--status", "published", "--reason", "Đã mở xem.", "--author", "Bà Lan")
CODE, PUBLICATION = "04249", "quality_objectives"


@dataclass(frozen=True, slots=True)
class Noon(SystemClock):
    """A clock that stands still at noon in Vietnam, on the day of the samples."""

    def now(self) -> datetime:
        """Noon, and as many days later as it is ahead."""
        return samples.NOON + self.ahead


@pytest.fixture(scope="module")
def judged(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A database with one agency and one accusation."""
    path = tmp_path_factory.mktemp("judged") / "giamsat.db"
    store = open_store(f"sqlite:///{path}")
    other = replace(samples.agency("04250", "Xã Minh Bảo"), portals=())
    store.import_agencies([samples.agency(), other], samples.NOON)
    agency_id = store.agencies()[0].id
    visit_id = store.open_visit(None, agency_id, samples.HOME, samples.NOON).visit_id
    made_with = {"rule_digest": "r", "config_digest": "c", "reader_version": "1"}
    report = samples.report(Status.MISSING)
    store.close_visit(visit_id, samples.visit(()), report, **made_with)
    store.close()
    return path


@pytest.fixture
def database(tmp_path: Path, judged: Path) -> Path:
    """A copy of it."""
    return Path(shutil.copy(judged, tmp_path / "giamsat.db"))


@dataclass(frozen=True, slots=True)
class Said:
    """What a command printed, and how it ended."""

    status: int
    out: str
    err: str


@dataclass(frozen=True, slots=True)
class Program:
    """The program on one database."""

    database: Path
    captured: pytest.CaptureFixture[str]

    def __call__(self, *arguments: str, days_later: int = 0) -> Said:
        """Run a command."""
        clock = Noon(timedelta(days=days_later))
        command = [*arguments, "--database", f"sqlite:///{self.database}"]
        status = run(command, Surroundings(clock=clock, environment={}))
        printed = self.captured.readouterr()
        return Said(status, printed.out, printed.err)


@pytest.fixture
def giamsat(database: Path, capsys: pytest.CaptureFixture[str]) -> Program:
    """The program on the copy."""
    return Program(database, capsys)


def kept(giamsat: Program, *options: str, days_later: int = 0) -> list[dict[str, object]]:
    """The reviews as other programs read them."""
    said = giamsat("review", "list", "--json", *options, days_later=days_later)
    assert said.status == 0
    found: list[dict[str, object]] = json.loads(said.out)
    return found


@pytest.mark.parametrize("word", [(), ("add",)])
def test_a_word_is_kept_and_shown(giamsat: Program, word: tuple[str, ...]) -> None:
    """With or without 'add'; beside the machine's verdict, with its time in Vietnam."""
    said = giamsat("review", *word, CODE, PUBLICATION, *WORD)
    assert said.status == 0
    assert "✓ Đã công khai – Đã mở xem. (Bà Lan, 22/11/2026)" in said.out
    (review,) = kept(giamsat)
    assert (review["code"], review["status"], review["machine_now"]) == (
        CODE,
        "published",
        "missing",
    )
    shown = giamsat("show", CODE).out
    assert "✗ Chưa công khai  Mục tiêu chất lượng năm" in shown
    assert "Người kiểm tra: ✓ Đã công khai" in shown
    report = json.loads(giamsat("show", CODE, "--json").out)
    assert report["findings"][0]["status"] == "missing"
    assert report["findings"][0]["review"]["author"] == "Bà Lan"


def test_options_may_come_first(giamsat: Program) -> None:
    """The order of options and arguments is the user's."""
    assert giamsat("review", *WORD, CODE, PUBLICATION).status == 0
    assert len(kept(giamsat)) == 1


@pytest.mark.parametrize(
    ("arguments", "words"),
    [
        ((CODE, PUBLICATION, "--status", "missing", "--reason", "x"), "--author"),
        (("0424", PUBLICATION, *WORD), "did you mean 04249 (Phường Yên Thịnh)?"),
        (("list", "--code", "0425"), "0425: no agency"),
    ],
)
def test_what_is_refused(giamsat: Program, arguments: tuple[str, ...], words: str) -> None:
    """One clear line, exit 2, and nothing is kept."""
    said = giamsat("review", *arguments)
    assert (said.status, said.out) == (2, "")
    assert words in said.err
    assert kept(giamsat, "--all") == []


def test_control_characters_never_reach_a_terminal(giamsat: Program) -> None:
    """Nor does markup of the terminal's own kind work."""
    reason = "\x1b[31mđỏ\x07\u202e\nhai dòng [bold]x[/]"
    assert giamsat("review", CODE, PUBLICATION, *WORD, "--reason", reason).status == 0
    (review,) = kept(giamsat)
    assert review["reason"] == "[31mđỏ hai dòng [bold]x[/]"
    said = giamsat("review", "list").out + giamsat("show", CODE).out
    assert "\x1b" not in said
    assert "[bold]x[/]" in said.replace("\n", "")


def test_without_a_database(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """The next step is named and no file appears."""
    said = Program(tmp_path / "none.db", capsys)("review", CODE, PUBLICATION, *WORD)
    assert said.status == 2
    assert "registry import" in said.err
    assert list(tmp_path.iterdir()) == []


def test_a_read_only_database(giamsat: Program) -> None:
    """It is named, and what to do."""
    giamsat.database.chmod(0o444)
    said = giamsat("review", CODE, PUBLICATION, *WORD)
    assert said.status == 2
    assert "read-only" in said.err


def test_the_history_keeps_everything(giamsat: Program) -> None:
    """Expired, superseded and withdrawn words are in the list of all."""
    assert giamsat("review", CODE, PUBLICATION, *WORD, "--until", "2026-11-22").status == 0
    assert giamsat("review", CODE, PUBLICATION, *WORD).status == 0
    said = giamsat("review", "withdraw", "2", "--author", "Ông Bình", "--reason", "Nhầm xã")
    assert "đã rút lại: Nhầm xã (Ông Bình)" in said.out
    assert kept(giamsat, days_later=1) == []
    assert [r["standing"] for r in kept(giamsat, "--all", days_later=1)] == ["expired", "withdrawn"]
    assert kept(giamsat, "--all", "--code", "04250") == []
    listed = giamsat("review", "list", days_later=1).out
    assert "0 reviews stand; 1 lapsed" in listed
    again = giamsat("review", "withdraw", "2", "--author", "A", "--reason", "B")
    assert (again.status, "already withdrawn by Ông Bình" in again.err) == (2, True)
    with sqlite3.connect(giamsat.database) as raw:
        assert raw.execute("SELECT count(*) FROM review").fetchone() == (2,)
    raw.close()


def test_an_accusation_that_a_person_denies_is_marked_on_the_list(giamsat: Program) -> None:
    """The export says how many rows a person has decided."""
    giamsat("review", CODE, PUBLICATION, *WORD)
    said = giamsat("export", "missing", "--format", "json")
    assert said.status == 0
    assert "1 rows, 1 of them decided by a person" in said.err
