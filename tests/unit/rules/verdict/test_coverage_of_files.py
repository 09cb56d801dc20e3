"""A file that was fetched and not read, or not whole, hides what it may be."""

from __future__ import annotations

import pytest

from domain.documents import Unread
from domain.publications import Status
from rules.sightings import PageNotes, SightingKind
from tests.unit.rules.builders import (
    GOALS,
    POLICY,
    attempt,
    having,
    judged,
    sighting,
    statuses,
)


@pytest.mark.parametrize("unread", list(Unread))
def test_an_unread_body_blocks_what_its_name_could_mean(unread: Unread) -> None:
    """A file nobody could read may be the paper its link speaks of."""
    paper = attempt("a.pdf", GOALS, media_type="application/pdf")
    case = having(attempts=(paper,), notes=(PageNotes(paper, unread=unread),))
    assert statuses(case)[GOALS] is Status.UNDETERMINED
    assert statuses(case)[POLICY] is Status.MISSING
    assert paper.address in judged(case).coverage.unread[0]


def test_pages_that_are_pictures_are_unseen_unless_the_paper_was_found() -> None:
    """Scanned pages inside a readable file may hold the annex that is asked for."""
    file = attempt("qd.pdf", f"Quyết định {POLICY}", media_type="application/pdf")
    partly = PageNotes(file, unseen="trang 2,3 không có chữ")
    found = statuses(having(attempts=(file,), notes=(partly,)))
    assert found[POLICY] is Status.UNDETERMINED
    assert found[GOALS].accuses
    paper = PageNotes(file, (sighting(POLICY, SightingKind.PAPER),), unseen=partly.unseen)
    assert statuses(having(attempts=(file,), notes=(paper,)))[POLICY] is Status.PUBLISHED


def test_an_empty_file_was_not_looked_at() -> None:
    """A file without anything in it hides what its link names."""
    file = attempt("qd.pdf", POLICY, media_type="application/pdf")
    empty = PageNotes(file, unread=Unread.EMPTY, said_nothing=True)
    found = statuses(having(attempts=(file,), notes=(empty,)))
    assert found[POLICY] is Status.UNDETERMINED
