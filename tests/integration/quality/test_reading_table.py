"""The table of how well papers are read: its measures, its papers and its floors."""

from __future__ import annotations

import dataclasses

import pytest

from documents.read import read_body
from domain.documents import Unread, Unreadable
from tests.quality.likeness import distance, distance_within, found_in, plain, similarity
from tests.quality.made_papers import Form, Made, forms_measured, papers_of
from tests.quality.papers import compare
from tests.quality.papers_report import Measured, missed_floors, report, row


def _form(name: str) -> Form:
    return next(form for form in forms_measured() if form.name == name)


def _read(form: str) -> list[Measured]:
    return [compare(made, read_body(made.body)) for made in papers_of(_form(form), 1)]


@pytest.mark.parametrize(
    ("one", "other", "apart"),
    [("kitten", "sitting", 3), ("", "abc", 3), ("abc", "", 3), ("năm 2026", "nám 2026", 1)],
)
def test_distances_are_counted_letter_by_letter(one: str, other: str, apart: int) -> None:
    """Changes, gaps and additions each count one."""
    assert distance(one, other) == apart


def test_a_piece_is_looked_for_anywhere() -> None:
    """What stands before and after does not count, slips inside do."""
    assert distance_within("chất lượng", "mục tiêu chất lượng năm") == 0
    assert distance_within("chất lượng", "mục tiêu chầt luợng năm") == 2
    assert found_in("Chất lượng", "MỤC TIÊU CHẤT LƯỢNG") == 1.0


def test_blanks_bars_and_capitals_are_not_letters() -> None:
    """Line ends, bars between cells and decomposed marks make no difference."""
    assert plain("Số 1 |\n  2a\u0301") == "Số 1 2á"
    assert similarity("QUYẾT ĐỊNH", "Quyết  định") == 1.0


def test_rows_are_named_once_and_papers_come_out_the_same() -> None:
    """No two rows share a name; a paper is the same at every run."""
    names = [form.name for form in forms_measured()]
    assert len(set(names)) == len(names) > 30
    first = [dataclasses.astuple(made)[1:] for made in papers_of(_form("picture TIFF"), 1)]
    again = [dataclasses.astuple(made)[1:] for made in papers_of(_form("picture TIFF"), 1)]
    assert first == again
    assert len(first) == 12


@pytest.mark.parametrize("form", ["html", "pdf"])
def test_text_that_is_read_whole_has_every_character_right(form: str) -> None:
    """Where nothing is recognised from pictures nothing may be lost."""
    whole = row(_read(form))
    assert (whole.unread, whole.exact) == (0, 1.0)
    assert whole.characters > 0.995


def test_what_is_not_read_counts_as_wrong_and_breaks_floors() -> None:
    """A scan nobody read has no character right, and the floors say so."""
    made: list[Made] = list(papers_of(_form("scan grey, clean"), 1))[:1]
    unread = Unreadable("application/pdf", Unread.NO_TEXT_LAYER, "1 pages of pictures")
    measured = [compare(made[0], unread)]
    assert row(measured).characters == 0.0
    assert len(missed_floors(measured)) >= 2
    assert "(1 unread)" in report(measured)
