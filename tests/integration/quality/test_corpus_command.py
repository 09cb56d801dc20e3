"""The command itself, on a corpus of two wordings."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest

from tests.quality.corpus import command
from tests.quality.corpus.loading import Loaded, Problem
from tests.quality.corpus.openings import Opening
from tests.unit.quality.corpus_samples import PAPER

_PROBLEM = Problem("b.toml", "bad-one", "lnik", "unknown key")


@pytest.fixture
def noted(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> list[Opening]:
    """A corpus of one open and one held-out wording, and a book that is not the shipped one."""
    open_one = replace(PAPER, forms=("text",), cast=())
    both = (open_one, replace(open_one, id="secret-one", held_out=True))
    book: list[Opening] = []
    monkeypatch.setattr(command, "load", lambda *_, **__: Loaded(both, (_PROBLEM,)))
    monkeypatch.setattr(command, "note_opening", book.append)
    monkeypatch.setattr(command, "load_openings", lambda: tuple(book))
    monkeypatch.setattr(command, "PAGE", tmp_path / "accuracy.md")
    return book


def test_held_out_wordings_are_counted_noted_and_never_shown(
    noted: list[Opening], tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """The opening has its reason and figures; the page has both columns, and no held-out name."""
    command.main(["--held-out", "--why", "số liệu đầu tiên", "--write", "--processes", "1"])
    page, said = (tmp_path / "accuracy.md").read_text(encoding="utf-8"), capsys.readouterr().out
    assert [opening.why for opening in noted] == ["số liệu đầu tiên"]
    assert "| | target | open wordings | held? | held out | held? |" in page
    assert "số liệu đầu tiên" in page
    assert "secret-one" not in page + said
    assert "WRONG IN THE CORPUS: b.toml: bad-one: lnik: unknown key" in said
    assert "LEFT OUT: 1 wordings" in said


@pytest.mark.parametrize("arguments", [["--held-out"], ["--write", "--only", "objectives"]])
def test_what_would_mislead_is_refused(arguments: list[str], noted: list[Opening]) -> None:
    """No opening without a reason, no page about a part."""
    with pytest.raises(SystemExit) as refused:
        command.main(arguments)
    assert refused.value.code == 2
    assert noted == []


def test_an_items_pages_can_be_looked_at(
    noted: list[Opening], tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """They are written as files; a held-out item is not known to it."""
    folder = tmp_path / "item"
    assert command.main(["--dump", "objectives-short#0", "--into", str(folder)]) == 0
    assert any(file.suffix == ".txt" for file in folder.iterdir())
    assert str(folder) in capsys.readouterr().out
    assert command.main(["--dump", "secret-one#0", "--into", str(folder)]) == 2
