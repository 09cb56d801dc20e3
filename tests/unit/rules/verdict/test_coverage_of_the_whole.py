"""A look that was not whole accuses of nothing at all."""

from __future__ import annotations

from dataclasses import replace

import pytest

from domain.agencies import PortalAddress
from domain.documents import Need
from domain.outcomes import Aid, Outcome, PortalState, Skip, StoppedBy
from domain.publications import Status
from domain.visits import FoundBy
from rules.sightings import PageNotes
from tests.unit.rules.builders import (
    GOALS,
    HOME,
    NEWS,
    PLAN,
    POLICY,
    PORTAL,
    SEEN_WHOLE,
    attempt,
    finding,
    having,
    judged,
    sighting,
    statuses,
)


@pytest.mark.parametrize("aid", ["search", "sitemap"])
def test_a_failed_aid_blocks_all(aid: str) -> None:
    """A search box or sitemap that exists and failed was not tried."""
    assert set(statuses(having(**{aid: Aid.FAILED})).values()) == {Status.UNDETERMINED}  # type: ignore[arg-type]  # a field by its name


@pytest.mark.parametrize("stop", [stop for stop in StoppedBy if stop is not StoppedBy.NOTHING_LEFT])
def test_a_visit_cut_short_accuses_of_nothing(stop: StoppedBy) -> None:
    """Budget, time, interruption and an early end leave links that nobody even met."""
    assert set(statuses(having(stopped_by=stop)).values()) == {Status.UNDETERMINED}


@pytest.mark.parametrize("state", [state for state in PortalState if not state.judgeable])
def test_a_portal_that_was_not_seen_leaves_everything_undetermined(state: PortalState) -> None:
    """Every state but reached and partly reached says nothing, not even of papers."""
    case = having(sightings=(sighting(GOALS),), state=state)
    report = judged(case)
    assert {entry.status for entry in report.findings} == {Status.UNDETERMINED}
    assert {entry.confirmations for entry in report.findings} == {0}
    assert not report.coverage.complete


def test_partly_reached_without_a_known_gap_blocks_all() -> None:
    """Where the gap is not known it may be anywhere."""
    assert set(statuses(having(state=PortalState.PARTLY_REACHED)).values()) == {Status.UNDETERMINED}


def test_partly_reached_with_a_known_gap_blocks_what_it_could_hold() -> None:
    """A failed section of its own leaves the others judged."""
    failed = attempt("a", GOALS, outcome=Outcome.HTTP_ERROR, status=500, sha256=None)
    found = statuses(having(attempts=(failed,), state=PortalState.PARTLY_REACHED))
    assert found == {GOALS: Status.UNDETERMINED, POLICY: Status.MISSING, PLAN: Status.MISSING}


def test_partly_reached_for_something_else_blocks_nothing() -> None:
    """A failed page that plainly says something else is the known cause, and holds no paper."""
    failed = attempt("a", "tin", outcome=Outcome.HTTP_ERROR, sha256=None)
    found = statuses(having(attempts=(failed,), state=PortalState.PARTLY_REACHED))
    assert set(found.values()) == {Status.MISSING}


def test_nothing_read_accuses_of_nothing() -> None:
    """A visit that read no page is no look."""
    assert set(statuses(replace(SEEN_WHOLE, notes=())).values()) == {Status.UNDETERMINED}


def test_an_empty_visit_accuses_of_nothing() -> None:
    """No attempts at all is no look either."""
    empty = replace(SEEN_WHOLE, notes=(), visit=replace(SEEN_WHOLE.visit, attempts=()))
    assert set(statuses(empty).values()) == {Status.UNDETERMINED}


def test_a_home_page_not_read_accuses_of_nothing() -> None:
    """Pages found by the sitemap do not make up for the home page."""
    home = replace(HOME, outcome=Outcome.TIMEOUT, sha256=None)
    visit = replace(SEEN_WHOLE.visit, attempts=(home, NEWS))
    case = replace(SEEN_WHOLE, visit=visit, notes=(PageNotes(NEWS),))
    assert set(statuses(case).values()) == {Status.UNDETERMINED}


def test_a_home_page_alone_accuses_of_nothing() -> None:
    """A portal of which only the home page could be read is a splash page or a shell."""
    visit = replace(SEEN_WHOLE.visit, attempts=(HOME,))
    case = replace(SEEN_WHOLE, visit=visit, notes=(PageNotes(HOME),))
    assert set(statuses(case).values()) == {Status.UNDETERMINED}


def test_one_answer_to_every_address_accuses_of_nothing() -> None:
    """A challenge page that nobody recognised is the same body everywhere."""
    same = replace(NEWS, sha256=HOME.sha256)
    visit = replace(SEEN_WHOLE.visit, attempts=(HOME, same))
    case = replace(SEEN_WHOLE, visit=visit, notes=(PageNotes(HOME), PageNotes(same)))
    assert set(statuses(case).values()) == {Status.UNDETERMINED}


def test_a_home_page_that_needs_a_browser_says_so() -> None:
    """A JavaScript shell leaves all undetermined; the reason says what there was to install."""
    home = replace(HOME, detail="cài gói chromium-headless-shell")
    notes = (PageNotes(home, needs=(Need.BROWSER,)), PageNotes(NEWS))
    case = replace(SEEN_WHOLE, notes=notes)
    assert set(statuses(case).values()) == {Status.UNDETERMINED}
    assert "trình duyệt chạy mã lệnh (cài gói chromium-headless-shell)" in finding(case).reason


def test_mostly_dead_links_accuse_of_nothing() -> None:
    """A portal that answers "not found" to most of its own links is turning the visitor away."""
    dead = tuple(
        attempt(f"d{number}", outcome=Outcome.NOT_FOUND, sha256=None) for number in range(12)
    )
    assert set(statuses(having(attempts=dead)).values()) == {Status.UNDETERMINED}


@pytest.mark.parametrize(
    "outcome", [Outcome.NOT_FOUND, Outcome.SOFT_NOT_FOUND, Outcome.REDIRECTED_AWAY]
)
def test_a_second_portal_that_is_gone_hides_everything(outcome: Outcome) -> None:
    """An agency with two addresses is accused of nothing when one of them cannot be seen."""
    second = attempt("cong-khac/", "", found_by=FoundBy.HOME, outcome=outcome, sha256=None)
    found = set(statuses(having(attempts=(second,))).values())
    assert found == {Status.UNDETERMINED}


def test_a_portal_that_the_registry_gained_since_was_not_seen() -> None:
    """An old visit judged again by a newer registry accuses of nothing on the new address."""
    agency = SEEN_WHOLE.inspected.agency
    portals = (*agency.portals, PortalAddress("https://cong-moi.example.vn/"))
    inspected = replace(SEEN_WHOLE.inspected, agency=replace(agency, portals=portals))
    found = set(statuses(replace(SEEN_WHOLE, inspected=inspected)).values())
    assert found == {Status.UNDETERMINED}


@pytest.mark.parametrize("spelling", [PORTAL, PORTAL.upper(), PORTAL.rstrip("/")])
def test_the_portal_asked_is_known_in_any_spelling(spelling: str) -> None:
    """Case and a closing slash make no second portal."""
    agency = replace(SEEN_WHOLE.inspected.agency, portals=(PortalAddress(spelling),))
    inspected = replace(SEEN_WHOLE.inspected, agency=agency)
    found = set(statuses(replace(SEEN_WHOLE, inspected=inspected)).values())
    assert found == {Status.MISSING}


def test_a_file_below_a_login_path_blocks_all_that_it_names() -> None:
    """ "Mục tiêu, chính sách" under /admin/ may hold either."""
    named = attempt(
        "admin/x", f"{GOALS} {POLICY}", outcome=None, skip=Skip.LOGIN_SYSTEM, sha256=None
    )
    found = statuses(having(attempts=(named,)))
    assert found[GOALS] is found[POLICY] is Status.UNDETERMINED


def test_a_picture_named_as_a_paper_is_a_gap() -> None:
    """A photographed paper that was passed over as decoration was not looked at."""
    picture = attempt("a.jpg", GOALS, outcome=None, skip=Skip.NOT_CONTENT, sha256=None)
    assert statuses(having(attempts=(picture,)))[GOALS] is Status.UNDETERMINED


def test_what_was_read_only_in_part_is_unseen_unless_the_paper_was_found() -> None:
    """Behind the place where the reader stopped the paper or its link may stand."""
    page = attempt("muc", f"Mục {POLICY}")
    cut = PageNotes(page, unseen="quá dài, mới đọc được phần đầu")
    case = having(attempts=(page,), notes=(cut,))
    found = statuses(case)
    assert found[POLICY] is Status.UNDETERMINED
    assert "mới đọc được phần đầu" in finding(case, POLICY).reason
    assert found[GOALS].accuses
    paper = PageNotes(page, (sighting(POLICY),), unseen="quá dài")
    assert statuses(having(attempts=(page,), notes=(paper,)))[POLICY] is Status.PUBLISHED
