"""An item inspected for real, the book of openings, and the published page."""

from __future__ import annotations

import asyncio
import os
import subprocess
from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path

from domain.exchanges import Ask
from domain.outcomes import Outcome
from domain.publications import Status
from tests.quality.corpus.files import Body, file_body
from tests.quality.corpus.layout import Columns, Paragraph, Table, laid_out
from tests.quality.corpus.measured import Measured
from tests.quality.corpus.openings import (
    Opening,
    edits_after,
    load_openings,
    note_opening,
    opening_of,
    rules_digest,
)
from tests.quality.corpus.report import report
from tests.quality.corpus.running import HeldFetch, StillClock
from tests.quality.corpus.score import figures
from tests.quality.corpus.site import Site
from tests.unit.quality.corpus_samples import MISSING, PAPER, of, verdict

_MOMENT = datetime(2026, 11, 20, 8, 0, tzinfo=UTC)
_LATER = {"GIT_COMMITTER_DATE": "2026-11-21T08:00:00Z"}


def test_only_the_items_host_answers() -> None:
    """Shares answer with a page that is none, other sites not at all."""
    fetch = HeldFetch(Site({"https://a.vn/": Body(b"home")}), "a.vn", StillClock(2026))

    def outcome(address: str) -> Outcome:
        return asyncio.run(fetch(Ask(address))).outcome

    assert outcome("https://a.vn/") is Outcome.OK
    assert outcome("https://a.vn/robots.txt") is Outcome.NOT_FOUND
    assert outcome("https://drive.google.com/x") is Outcome.OK
    assert outcome("https://b.vn/") is Outcome.TIMEOUT


def test_a_papers_text_is_laid_out() -> None:
    """Double bars part columns, single ones cells; an empty line ends a paragraph."""
    parts = laid_out("A || B\nC ||\n\nMột\nhai\n\nSTT | Việc\n1 | Làm\n")
    assert parts == (
        Columns((("A", "B"), ("C", ""))),
        Paragraph(("Một", "hai")),
        Table((("STT", "Việc"), ("1", "Làm"))),
    )


def test_files_answer_in_their_form_or_with_their_fault() -> None:
    """Each form begins with its own mark; faults have their status."""
    text = "Mục tiêu || Độc lập\n\nmột | hai"
    begins = {"docx": b"PK", "rtf": b"{\\rtf", "xlsx": b"PK", "zip": b"PK"}
    for form, mark in begins.items():
        assert file_body(text, form, "", "a").data.startswith(mark)
    assert file_body("", "pdf", "404", "a").status == 404
    assert file_body("", "pdf", "scan", "a").data.startswith(b"%PDF")
    assert file_body(text, "docx", "locked", "a").data.startswith(b"\xd0\xcf\x11\xe0")
    whole = file_body(text, "docx", "", "a").data
    assert len(file_body(text, "docx", "damaged", "a").data) < len(whole)


def test_an_opening_is_written_and_read_back(tmp_path: Path) -> None:
    """The reason may hold quotes; the figures stand beside it."""
    book = tmp_path / "openings.toml"
    book.write_text("# openings\n", encoding="utf-8")
    opening = opening_of('trước "bản 1"', figures([verdict(Status.PUBLISHED)]), "ab12", _MOMENT)
    note_opening(opening, book)
    note_opening(opening, book)
    assert load_openings(book) == (opening, opening)
    assert opening.figures["required_found"].startswith("1/1")


def test_the_rules_digest_follows_their_files(tmp_path: Path) -> None:
    """It changes with a name or a content, not with other files."""
    (tmp_path / "rules").mkdir()
    (tmp_path / "rules" / "a.py").write_text("x", encoding="utf-8")
    first = rules_digest(tmp_path)
    (tmp_path / "rules" / "notes.md").write_text("x", encoding="utf-8")
    assert rules_digest(tmp_path) == first
    (tmp_path / "rules" / "b.toml").write_text("x", encoding="utf-8")
    assert rules_digest(tmp_path) != first


def test_edits_after_an_opening_come_from_git(tmp_path: Path) -> None:
    """Where there is no history, nothing is claimed."""
    opening = opening_of("x", figures([]), "ab12", _MOMENT)
    assert edits_after(opening, tmp_path) is None
    git = ["git", "-c", "user.name=a", "-c", "user.email=a@b.vn"]
    (tmp_path / "rules").mkdir()
    (tmp_path / "rules" / "a.toml").write_text("", encoding="utf-8")
    for said in (["init", "-q"], ["add", "."], ["commit", "-q", "-m", "Một luật mới"]):
        subprocess.run([*git, *said], cwd=tmp_path, check=True, env={**os.environ, **_LATER})
    edits = edits_after(opening, tmp_path)
    assert edits is not None
    assert [edit.partition(" ")[2][11:] for edit in edits] == ["Một luật mới"]


def test_the_page_counts_and_shows_the_open_and_only_counts_the_held_out() -> None:
    """The worst of the open wordings are shown with their reason."""
    wrong = verdict(Status.PUBLISHED, MISSING)
    page = report(Measured([PAPER], [wrong, verdict(Status.PUBLISHED)], []))
    assert "`objectives-short#0` `quality_objectives`: said published, right missing" in page
    assert "Lý do." in page
    assert "They have never been run." in page


def test_the_page_holds_figures_against_targets_side_by_side() -> None:
    """Target, held or not, digest and day; held-out columns stand in every table once opened."""
    hidden = of(id="b#0")
    hidden = replace(hidden, wording=replace(PAPER, held_out=True))
    verdicts = [verdict(Status.MISSING), verdict(Status.PUBLISHED, item=hidden)]
    opening = Opening(datetime(2026, 1, 2, 3, 4, tzinfo=UTC), "Thử", "a" * 64, 1, {})
    page = report(Measured([PAPER], verdicts, [opening], "b" * 64, opening.date))
    row = next(line for line in page.splitlines() if line.startswith("| required"))
    assert row.split(" | ")[1::2] == ["at least 99 %", "**not held**", "held |"]
    assert "Measured on 2026-01-02 03:04 UTC under the rules with the digest `bbbbbbbbbbbb`" in page
    assert "**The rules were changed after the held-out wordings were last run**" in page
    heads = [line for line in page.splitlines() if line.startswith("|") and "held out" in line]
    assert len(heads) == 1 + 1 + 2 * 7 + 5


def test_a_page_of_the_same_rules_says_so() -> None:
    """No warning where the last opening was of the rules that are measured."""
    opening = Opening(datetime(2026, 1, 2, 3, 4, tzinfo=UTC), "Thử", "b" * 64, 1, {})
    page = report(Measured([PAPER], [verdict(Status.PUBLISHED)], [opening], "b" * 64))
    assert "last run under the same rules" in page
    assert "**The rules were changed" not in page
