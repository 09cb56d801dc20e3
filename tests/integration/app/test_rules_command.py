"""``giamsat rules``: what it prints, and how it ends, from the command line inwards."""

from __future__ import annotations

import io
import json
import shutil
import sys
from collections.abc import Callable
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import pytest

from app.cli import run
from app.cli.options import Surroundings
from rules.catalogue import load_catalogue
from rules.catalogue.sources import shipped
from tests.unit.rules.examples import FOLDER, with_own

Said = Callable[..., tuple[int, str, str]]
NOW = datetime(2026, 11, 22, 3, 0, tzinfo=UTC)


class StandingClock:
    """A clock that stands still."""

    def now(self) -> datetime:
        """Always the same moment."""
        return NOW

    def monotonic(self) -> float:
        """Nothing passes."""
        return 0.0

    async def sleep(self, seconds: float) -> None:
        """Nothing is waited for."""


@pytest.fixture
def said(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str], tmp_path: Path
) -> Said:
    """Runs ``giamsat rules ...`` where there is no configuration: status, stdout, stderr."""
    monkeypatch.chdir(tmp_path)

    def ran(*arguments: str) -> tuple[int, str, str]:
        status = run(["rules", *arguments], Surroundings(clock=StandingClock(), environment={}))
        shown = capsys.readouterr()
        return status, shown.out, shown.err

    return ran


def read_json(said: Said, *arguments: str) -> Any:
    """What a command prints with --json; nothing stands on stderr."""
    status, out, err = said(*arguments, "--json")
    assert (status, err) == (0, "")
    return json.loads(out)


@pytest.fixture
def with_new(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A copy of the catalogue with one publication more."""
    made = with_own(FOLDER / "improvement_report", tmp_path_factory.mktemp("with_new"))
    assert made is not None
    return made


def test_list(said: Said) -> None:
    """All publications with period, day, weight in the inspection, wordings and version."""
    rows = read_json(said, "list")
    by_id = {row["publication"]: row for row in rows}
    assert [row["publication"] for row in rows] == list(load_catalogue().ids)
    goals = by_id["quality_objectives"]
    assert (goals["period"], goals["due"], goals["requirement"]) == ("yearly", "03-31", "required")
    assert by_id["annual_report"]["requirement"] == "optional"
    assert by_id["tthc_list"]["due"] is None
    assert all(row["wordings"] > 0 and row["version"] for row in rows)
    status, out, _ = said("list")
    assert status == 0
    assert all(row["publication"] in out for row in rows)
    assert "31/03" in out


def test_the_configuration_decides_what_is_required(said: Said, tmp_path: Path) -> None:
    """The list shows what the file in force makes of it."""
    config = tmp_path / "own.toml"
    config.write_text('[inspection]\nrequired = ["annual_report"]\nyearly_due = "06-30"\n')
    rows = {row["publication"]: row for row in read_json(said, "list", "--config", str(config))}
    assert rows["annual_report"]["requirement"] == "required"
    assert rows["annual_report"]["due"] == "06-30"


def test_a_new_publication_is_listed_shown_and_tried(said: Said, with_new: Path) -> None:
    """One file more in a folder, and every command knows it."""
    folder = ("--catalogue", str(with_new))
    rows = {row["publication"]: row for row in read_json(said, "list", *folder)}
    assert rows["improvement_report"]["due"] == "12-15"
    shown = read_json(said, "show", "improvement_report", *folder)
    assert shown["instead_of"] == ["annual_report"]
    (line,) = read_json(said, "try", "Báo cáo cải tiến HTQLCL năm 2026", *folder)["lines"]
    traced = {entry["publication"]: entry for entry in line["readings"][0]["publications"]}
    assert traced["improvement_report"]["bearing"] == "names"
    assert traced["annual_report"]["bearing"] == "refused"
    assert [judged["publication"] for judged in line["as_a_paper"]] == ["improvement_report"]


def test_show(said: Said) -> None:
    """Everything that is written of a publication can be read in Vietnamese."""
    status, out, _ = said("show", "tthc_list")
    assert status == 0
    for words in ("Tên gọi", "Không phải khi tên có", "Loại văn bản", "Nghị định số 118/2025"):
        assert words in out
    assert "từ 01/07/2025" in out
    assert "đến hết 30/06/2025" in out
    shown = read_json(said, "show", "quality_objectives")
    assert "MTCL năm" in shown["names"]
    assert "HTQLCL" in shown["groups"]["{HETHONG}"]
    assert {basis["valid_from"] for basis in shown["legal_basis"]} == {"2014-03-05"}


def test_show_a_weight_with_its_source(said: Said, tmp_path: Path) -> None:
    """A weight is shown with the paper that sets it, and said to judge nothing."""
    folder = tmp_path / "own"
    shutil.copytree(shipped(), folder, ignore=shutil.ignore_patterns("*.py*", "__*"))
    file = folder / "quality_policy.toml"
    weight = 'weight = 2.5\nweight_source = "Bảng điểm [của tỉnh]"\n'
    file.write_text(weight + file.read_text(encoding="utf-8"), encoding="utf-8")
    _, out, _ = said("show", "quality_policy", "--catalogue", str(folder))
    assert "không dùng để đánh giá): 2.5; Bảng điểm [của tỉnh]" in out


def test_show_of_one_that_is_not_there(said: Said) -> None:
    """The nearest known identifier is named."""
    status, out, err = said("show", "anual_plan")
    assert (status, out) == (2, "")
    assert "annual_plan" in err


def test_check(said: Said) -> None:
    """The shipped folder and one of its files are in order, and it says what was checked."""
    count = len(load_catalogue().ids)
    status, out, err = said("check", str(shipped()))
    assert (status, err) == (0, "")
    assert f"nothing wrong (publications: {count}," in out
    status, out, _ = said("check", str(shipped() / "annual_plan.toml"))
    assert "nothing wrong (publications: 1," in out
    status, out, _ = said("check", str(shipped() / "_shared.toml"))
    assert f"words shared by {count} publications" in out


def test_check_warns_of_a_version_that_was_not_raised(said: Said, with_new: Path) -> None:
    """Other words under the same version are allowed and told; a new publication is neither."""
    file = with_new / "quality_policy.toml"
    text = file.read_text(encoding="utf-8")
    changed = text.replace("order = ", "order = 1")
    for path in (file, with_new):
        file.write_text(changed, encoding="utf-8")
        status, _, err = said("check", str(path))
        assert status == 0
        assert err.startswith("warning: quality_policy: other contents than the shipped one")
        assert err.count("warning") == 1
        file.write_text(changed.replace('version = "', 'version = "9'), encoding="utf-8")
        assert said("check", str(path))[2] == ""


def test_check_names_every_mistake(said: Said, with_new: Path) -> None:
    """One mistake a line, with file and line, and exit 2."""
    file = with_new / "improvement_report.toml"
    text = file.read_text(encoding="utf-8").replace("period", "peroid").replace("12-15", "13-15")
    file.write_text(text, encoding="utf-8")
    status, out, err = said("check", str(with_new))
    assert (status, out) == (2, "")
    lines = err.splitlines()
    assert f"{file}, line 4: key peroid: unknown; the nearest known one is period" in lines
    assert f'{file}, line 5: key due: must be a day as "MM-DD", such as "03-31"' in lines
    assert lines[-1] == f"giamsat: {with_new}: {len(lines) - 1} mistakes"
    assert said("try", "x", "--catalogue", str(with_new))[0] == 2
    assert said("list", "--catalogue", str(with_new))[0] == 2


def test_check_of_what_is_not_there(said: Said) -> None:
    """A path that leads nowhere is refused."""
    assert "nowhere: no such file or folder" in said("check", "nowhere/")[2]
    status, _, err = said("check", "nowhere.toml")
    assert status == 2
    assert "nowhere.toml: no such file or folder" in err


def test_check_knows_what_the_inspection_asks_for(said: Said, with_new: Path) -> None:
    """A catalogue that lost a required publication is not in order."""
    (with_new / "quality_policy.toml").unlink()
    status, _, err = said("check", str(with_new))
    assert status == 2
    assert "unknown publication 'quality_policy'" in err


def test_try_says_what_spoke_against(said: Said) -> None:
    """The wording, its place in the catalogue and whether it was enough."""
    text = "Kiểm tra việc thực hiện mục tiêu chất lượng của trường học"
    (line,) = read_json(said, "try", text)["lines"]
    title = line["readings"][0]
    (goals,) = title["publications"]
    assert (title["read_as"], goals["bearing"]) == ("title", "refused")
    assert goals["marked"] == "Kiểm tra việc thực hiện «mục tiêu chất lượng» của trường học"
    against = {(entry["key"], entry["wording"]): entry["counts"] for entry in goals["against"]}
    assert against["mention", "kiểm tra"]
    assert against["not_with", "trường học"]
    assert line["as_a_paper"] == []
    _, out, _ = said("try", text)
    assert "- Không phải khi tên có: “trường học”" in out
    assert "✗ có tên gọi nhưng không phải" in out


def test_try_weighs_the_year(said: Said) -> None:
    """A title of last year's paper is said not to count for this one."""
    text = "Thông báo mục tiêu chất lượng năm 2025"
    shown = read_json(said, "try", text)
    assert shown["year"] == 2026
    (judged,) = shown["lines"][0]["as_a_paper"]
    assert (judged["kind"], judged["year"], judged["weight"]) == ("paper", 2025, "earlier")
    (judged,) = read_json(said, "try", text, "--year", "2025")["lines"][0]["as_a_paper"]
    assert judged["weight"] == "serves"
    assert "của năm trước, không tính cho năm 2026" in said("try", text)[1]


def test_try_needs_context(said: Said) -> None:
    """An abbreviation names it only where ISO is spoken of, and a file's name is read as words."""
    _, out, err = said("try", "MTCL_2026(ky).pdf", "--json")
    assert "MTCL_2026(ky).pdf: no such file; read as a text" in err
    (line,) = json.loads(out)["lines"]
    bearings = {
        reading["read_as"]: [entry["bearing"] for entry in reading["publications"]]
        for reading in line["readings"]
    }
    assert bearings["link"] == ["needs_context"]
    assert bearings["link_in_section"] == ["names"]
    assert line["as_a_link"]["could_mean"] == ["quality_objectives"]


def test_try_lines_of_a_pipe(said: Said, monkeypatch: pytest.MonkeyPatch) -> None:
    """Each line that says something is tried by itself; control characters stay off the screen."""
    body = "Sổ tay chất lượng\n\n  Tin \x1b[31m tức [bold]\n".encode()
    monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(body)))
    status, out, _ = said("try", "-")
    assert status == 0
    assert "Hệ thống tài liệu" in out
    assert "\x1b[31m" not in out
    assert "[bold]" in out


def test_try_a_file(said: Said, tmp_path: Path) -> None:
    """A file is read as in a crawl; one with nothing in it ends with 1."""
    file = tmp_path / "muc-tieu.txt"
    file.write_text("MỤC TIÊU CHẤT LƯỢNG NĂM 2026\n100% hồ sơ đúng hạn\n", encoding="utf-8")
    shown = read_json(said, "try", str(file))
    (goals,) = shown["publications"]
    assert (shown["kind"], goals["weight"]) == ("file", "serves")
    file.write_bytes(b"")
    assert said("try", str(file))[0] == 1


@pytest.mark.parametrize("source", ["", "  ", "folder", "http://", "ftp://x.vn/a"])
def test_try_refuses(said: Said, tmp_path: Path, source: str) -> None:
    """Nothing, a folder and half an address are wrong usage; another scheme is only text."""
    (tmp_path / "folder").mkdir()
    status, _, err = said("try", source)
    assert status == (0 if source.startswith("ftp") else 2)
    assert bool(err) == (status == 2)


def test_try_with_the_body_above(said: Said, tmp_path: Path) -> None:
    """A paper of the province for its commune is told by the names of the bodies above."""
    file = tmp_path / "cong-bo.txt"
    lines = ("ỦY BAN NHÂN DÂN", "TỈNH YÊN BÁI", "MỤC TIÊU CHẤT LƯỢNG NĂM 2026")
    file.write_text("\n".join(lines), encoding="utf-8")
    own = ("--name", "UBND xã Minh Quán", "--level", "commune", "--parent", "UBND huyện Trấn Yên")
    shown = read_json(said, "try", str(file), *own, "--parent", "UBND tỉnh Yên Bái")
    assert shown["parents"] == ["UBND huyện Trấn Yên", "UBND tỉnh Yên Bái"]
