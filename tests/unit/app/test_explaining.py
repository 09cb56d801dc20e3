"""A stored visit told step by step, and what proves that a publication is absent."""

from __future__ import annotations

from dataclasses import replace
from functools import cache

import pytest

from app.explaining import explained
from domain.errors import UsageError
from domain.explanations import AidKind, Check, Explanation, Point
from domain.outcomes import Outcome
from domain.protocols import Promise
from domain.publications import Status
from domain.visits import FoundBy, LinkWords
from rules.links import CatalogueScorer
from storage.looks import Look
from tests.unit import shipped
from tests.unit.app.looks import EARLIER, HOME, look

WANTED = "quality_objectives"


@cache
def scorer() -> CatalogueScorer:
    """The scorer over the shipped catalogue."""
    return CatalogueScorer(shipped.catalogue())


def told(of: Look | None = None, publication: str | None = None) -> Explanation:
    """The explanation of a look."""
    return explained(of or look(), scorer(), publication)


def checks(of: Look) -> dict[Point, Check]:
    """The points of the proof."""
    proof = told(of, WANTED).proof
    assert proof is not None
    return {check.point: check for check in proof.checks}


def test_pages_own_requests_and_what_was_passed_over_stand_apart() -> None:
    """In the order of the visit, each with what came of it."""
    visit = told()
    assert [step.attempt.order for step in visit.opened] == [2, 4, 5, 6, 7]
    assert [one.kind for one in visit.aided] == [AidKind.ROBOTS, AidKind.SEARCH]
    assert [one.found for one in visit.aided] == [0, 1]
    assert [step.attempt.order for step in visit.passed_over] == [8, 9]
    assert visit.proof is None


def test_each_step_says_what_decided_its_promise() -> None:
    """Weighed again by the words of the link, the most telling of them."""
    steps = {step.attempt.order: step for step in told().opened}
    assert steps[4].value.why is Promise.NAMES_PAPER
    assert steps[5].value.why is Promise.SYSTEM
    assert steps[7].value.why is Promise.OTHER_SUBJECT
    assert steps[4].value.priority > steps[7].value.priority


def test_a_failure_tells_why_and_how_often_it_was_tried() -> None:
    """The try before the last one is shown; what was seen needs no excuse."""
    steps = {step.attempt.order: step for step in told().opened}
    assert steps[6].why_not == "quá thời gian chờ"
    assert steps[6].earlier == (EARLIER,)
    assert steps[5].why_not == ""


def test_a_complete_look_is_a_proof() -> None:
    """Nothing open, and the verdict accuses: enough, with what was opened by name."""
    proof = told(look(), WANTED).proof
    assert proof is not None
    assert proof.enough
    assert [step.attempt.order for step in proof.naming] == [4, 6]
    assert proof.general == 2  # the home page and the menu's section
    assert [step.attempt.address for step in proof.passed_over] == [f"{HOME}mt"]
    assert [one.note for one in proof.refused] == ["Bản năm trước."]


def test_anything_open_is_no_proof() -> None:
    """What still stands in the way is told, and the look is not enough."""
    proof = told(look(Status.UNDETERMINED, ("“Mục tiêu”: robots.txt",)), WANTED).proof
    assert proof is not None
    assert not proof.enough
    assert proof.open == ("“Mục tiêu”: robots.txt",)


def test_every_point_is_answered() -> None:
    """Held, not held, or not there on this portal; another subject never counts as looked at."""
    answers = checks(look())
    assert answers[Point.HOME].holds is True
    assert answers[Point.LINKS] == Check(Point.LINKS, True, 4, 0)
    assert answers[Point.SEARCH] == Check(Point.SEARCH, True, 1, 1)
    assert answers[Point.SITEMAP].holds is None
    assert answers[Point.FAILURES] == Check(Point.FAILURES, False, 1, 1)
    assert answers[Point.WHOLE].holds is True


def test_what_was_found_needs_no_complete_look() -> None:
    """Nobody says of it that nothing is left."""
    assert checks(look(Status.PUBLISHED))[Point.LINKS].holds is None


def test_a_test_of_the_home_page_is_no_failure() -> None:
    """It is asked again while the portal is in doubt; only what failed before is told."""
    seen = look()
    asked_again = replace(EARLIER, outcome=Outcome.OK)
    home = told(replace(seen, earlier={(HOME, "GET", None): (asked_again, EARLIER)})).opened[0]
    assert home.earlier == (EARLIER,)


def test_a_test_of_the_home_page_brings_nothing() -> None:
    """What the home page links to was known when it was opened, not by asking it again."""
    seen = look()
    again = replace(seen.visit.attempts[0], address=HOME, final_address=HOME, words=LinkWords())
    visit = replace(seen.visit, attempts=(*seen.visit.attempts, again))
    test = told(replace(seen, visit=visit)).aided[-1]
    assert (test.kind, test.found) == (AidKind.TEST, 0)


def test_an_unread_file_says_what_was_wrong_with_it() -> None:
    """In the words of the reports, not the reader's code."""
    seen = look()
    first, *rest = (one for one in seen.visit.attempts if one.outcome is not None)
    unread = replace(first, found_by=FoundBy.LINK, outcome=Outcome.UNREADABLE, detail="encrypted")
    visit = replace(seen.visit, attempts=(unread, *rest))
    assert told(replace(seen, visit=visit)).opened[0].why_not == "tệp có mật khẩu"


def test_what_is_not_judged_cannot_be_proved() -> None:
    """The publications that are judged are named."""
    with pytest.raises(UsageError, match="quality_objectives"):
        told(look(), "nothing_such")
