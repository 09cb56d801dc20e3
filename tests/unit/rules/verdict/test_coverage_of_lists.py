"""Lists that go on by post or script: turned pages stand for themselves, the rest is a gap."""

from __future__ import annotations

from dataclasses import replace

import pytest

from domain.documents import Need, Zone
from domain.outcomes import Outcome, Skip
from domain.publications import Status
from domain.visits import Attempt
from rules.sightings import PageNotes
from tests.unit.rules.builders import GOALS, PLAN, POLICY, PORTAL, attempt, having, statuses

LIST = attempt("van-ban", GOALS, final_address=f"{PORTAL}van-ban")
PAGED = PageNotes(LIST, needs=(Need.POST_PAGING,))


def turned(page: int, **changes: object) -> Attempt:
    """A page of the list, posted for from its first."""
    own = {"method": "POST", "form_digest": str(page), "sha256": f"sha-trang-{page}"}
    return attempt("van-ban", f"tin {page}", parent=LIST.address, **{**own, **changes})


def test_a_list_whose_pages_were_posted_for_is_seen() -> None:
    """The need of its first page is met by the pages that came."""
    second = turned(2)
    assert statuses(having(attempts=(LIST,), notes=(PAGED,)))[GOALS] is Status.UNDETERMINED
    case = having(attempts=(LIST, second), notes=(PAGED, PageNotes(second)))
    assert statuses(case)[GOALS] is Status.MISSING


def test_a_page_that_was_not_come_to_blocks_what_its_list_could_hold() -> None:
    """ "2" says nothing: a failed or unasked page may hold what the list is called."""
    for lost in (
        turned(2, outcome=Outcome.TIMEOUT, sha256=None),
        turned(2, outcome=None, skip=Skip.BUDGET, sha256=None),
        turned(2, outcome=Outcome.UNREADABLE, sha256=LIST.sha256),
    ):
        found = statuses(having(attempts=(LIST, lost), notes=(PAGED,)))
        assert found == {GOALS: Status.UNDETERMINED, POLICY: Status.MISSING, PLAN: Status.MISSING}


@pytest.mark.parametrize("media_type", ["text/html", "application/json", ""])
def test_a_section_may_hold_more_than_it_is_called(media_type: str) -> None:
    """ "Ban chỉ đạo ISO" in a menu, or a page of its list, is where all papers may stand."""
    lost = attempt("muc?trang=2", "Trang sau", outcome=Outcome.HTTP_ERROR, status=500, sha256=None)
    section = replace(lost.words, title=POLICY, text=POLICY, zone=Zone.PAGING)
    found = statuses(having(attempts=(replace(lost, words=section, media_type=media_type),)))
    assert set(found.values()) == {Status.UNDETERMINED}
    entry = replace(lost.words, text=POLICY, zone=Zone.LIST)
    found = statuses(having(attempts=(replace(lost, words=entry),)))
    assert found == {GOALS: Status.MISSING, POLICY: Status.UNDETERMINED, PLAN: Status.MISSING}


def test_what_only_a_script_turns_blocks_what_its_list_could_hold() -> None:
    """A pager that cannot be followed leaves its own list open, and no other."""
    stuck = attempt(
        "van-ban#tiep(2)", "tin 2", outcome=None, skip=Skip.NEEDS_POST, sha256=None,
        parent=LIST.address,
    )  # fmt: skip
    found = statuses(having(attempts=(LIST, stuck), notes=(PageNotes(LIST),)))
    assert found == {GOALS: Status.UNDETERMINED, POLICY: Status.MISSING, PLAN: Status.MISSING}


def test_an_empty_page_is_seen_in_the_list_its_script_fetches() -> None:
    """What fills it came as JSON and was read; without that the page hides what it is called."""
    empty = PageNotes(LIST, said_nothing=True)
    assert statuses(having(attempts=(LIST,), notes=(empty,)))[GOALS] is Status.UNDETERMINED
    rows = attempt("api", "tin", media_type="application/json", parent=LIST.address)
    case = having(attempts=(LIST, rows), notes=(empty, PageNotes(rows)))
    assert statuses(case)[GOALS] is Status.MISSING
    failed = attempt(
        "api", "tin", media_type="application/json", parent=LIST.address,
        outcome=Outcome.HTTP_ERROR, sha256=None,
    )  # fmt: skip
    case = having(attempts=(LIST, failed), notes=(empty,))
    assert statuses(case)[GOALS] is Status.UNDETERMINED
