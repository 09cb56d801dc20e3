"""``giamsat explain``: by code or address, for people, as a page and for programs."""

from __future__ import annotations

import json
import re
from dataclasses import dataclass, replace
from pathlib import Path

import pytest

from app.cli import run
from app.cli.options import Surroundings
from storage.store import open_store
from tests.integration.app.test_review_command import Noon
from tests.unit.app.looks import look
from tests.unit.storage import samples

MADE_WITH = {"rule_digest": "r", "config_digest": "c", "reader_version": "1"}


@dataclass(frozen=True, slots=True)
class Program:
    """The program on a database with one judged visit."""

    database: Path
    captured: pytest.CaptureFixture[str]

    def __call__(self, *arguments: str) -> tuple[int, str, str]:
        """Run ``explain``: exit status, standard output and error."""
        command = ["explain", *arguments, "--database", f"sqlite:///{self.database}"]
        status = run(command, Surroundings(clock=Noon(), environment={}))
        printed = self.captured.readouterr()
        return status, printed.out, printed.err


@pytest.fixture
def explain(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> Program:
    """The program, and an agency of which the objectives are missing."""
    path = tmp_path / "giamsat.db"
    store = open_store(f"sqlite:///{path}")
    store.import_agencies([samples.agency()], samples.NOON)
    agency_id = store.agencies()[0].id
    visit_id = store.open_visit(None, agency_id, samples.HOME, samples.NOON).visit_id
    store.close_visit(visit_id, look().visit, look().report, **MADE_WITH)
    store.close()
    return Program(path, capsys)


@pytest.mark.parametrize("who", ["04249", "http://www.a.example.vn", samples.HOME])
def test_the_visit_is_told_by_code_and_by_address(explain: Program, who: str) -> None:
    """The order, the reasons, what was passed over; the scheme and www make no difference."""
    status, out, _ = explain(who)
    assert status == 0
    assert out.index("“Mục tiêu chất lượng năm 2025”") < out.index("“ISO 9001:2015”")
    assert "kết quả ô tìm kiếm; chữ của liên kết nêu tên nội dung cần tìm" in out
    assert "Bỏ qua 1 địa chỉ: robots.txt của cổng không cho xem" in out
    numbers = re.findall(r"^ +(\d+)  (?:trước|\d\.\d\d)", out, re.MULTILINE)
    assert numbers == ["1", "2", "3", "4", "5"]


def test_the_registry_goes_before_a_check_on_demand(explain: Program) -> None:
    """The same address was looked at by hand too: its agency's visit is told, not a refusal."""
    store = open_store(f"sqlite:///{explain.database}")
    by_hand = replace(samples.agency(), code=None, name="Kiểm tra tay")
    by_hand_id = store.on_demand_agency(by_hand, samples.NOON)
    visit_id = store.open_visit(None, by_hand_id, samples.HOME, samples.NOON).visit_id
    store.close_visit(visit_id, look().visit, replace(look().report, agency=by_hand), **MADE_WITH)
    store.close()
    status, out, err = explain(samples.HOME)
    assert (status, err) == (0, "")
    assert samples.agency().name in out


def test_the_proof_is_told(explain: Program) -> None:
    """Point by point, and that it is enough."""
    status, out, _ = explain("04249", "--publication", "quality_objectives")
    assert status == 0
    assert "Đủ để kết luận" in out
    assert "✓ Ô tìm kiếm" in out


def test_a_page_is_written(explain: Program, tmp_path: Path) -> None:
    """Where it was asked for; standard output stays empty but for JSON."""
    page = tmp_path / "trang.html"
    status, out, _ = explain("04249", "--html", str(page), "--json")
    assert status == 0
    assert page.read_text("utf-8").lstrip().startswith("<!doctype html>")
    assert len(json.loads(out)["opened"]) == 5


@pytest.mark.parametrize(
    ("arguments", "told"),
    [
        (("99999",), "no agency with this code"),
        (("https://b.example.vn/",), "no agency's portal is at this address"),
        (("04249", "--year", "2030"), "not yet judged for 2030"),
        (("04249", "--publication", "x"), "not among what is judged here"),
        (("04249", "--html", "/nowhere/at/all.html"), "cannot be written"),
    ],
)
def test_what_cannot_be_told_is_said(
    explain: Program, arguments: tuple[str, ...], told: str
) -> None:
    """Short, on standard error, with exit 2."""
    status, out, err = explain(*arguments)
    assert status == 2
    assert told in " ".join(err.split())
    assert out == ""
