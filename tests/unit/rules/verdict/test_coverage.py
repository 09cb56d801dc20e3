"""An address that was not seen accuses of nothing that may stand there."""

from __future__ import annotations

from dataclasses import replace

import pytest

from domain.documents import Need, Unread, Zone
from domain.outcomes import Outcome, Skip
from domain.publications import Status
from domain.visits import FoundBy, LinkWords
from rules.sightings import PageNotes
from tests.unit.rules.builders import (
    GOALS,
    IDS,
    NEWS,
    PLAN,
    POLICY,
    PORTAL,
    SEEN_WHOLE,
    attempt,
    finding,
    having,
    judged,
    statuses,
)

GAP_OUTCOMES = [
    outcome for outcome in Outcome if not outcome.settled and outcome is not Outcome.REDIRECTED_AWAY
]
GAP_SKIPS = [skip for skip in Skip if skip.leaves_a_gap] + [
    Skip.ALL_FOUND,
    Skip.UNPROMISING,
    Skip.UNSAFE,
]
NO_GAP_SKIPS = [
    Skip.TRAP_CLOSED, Skip.OFF_PORTAL, Skip.LOGIN_SYSTEM, Skip.TOOL, Skip.NOT_CONTENT,
]  # fmt: skip


def test_a_portal_seen_whole_is_accused() -> None:
    """Without a gap, what is not there is missing: the tests below are not true for nothing."""
    assert set(statuses(SEEN_WHOLE).values()) == {Status.MISSING}
    assert judged(SEEN_WHOLE).coverage.complete


@pytest.mark.parametrize("outcome", GAP_OUTCOMES)
def test_a_failed_link_blocks_only_what_it_could_mean(outcome: Outcome) -> None:
    """An address that failed leaves its publication undetermined and the others accused."""
    failed = attempt("a", f"xem {GOALS}", outcome=outcome, sha256=None)
    found = statuses(having(attempts=(failed,)))
    assert found == {GOALS: Status.UNDETERMINED, POLICY: Status.MISSING, PLAN: Status.MISSING}


@pytest.mark.parametrize("outcome", GAP_OUTCOMES)
def test_a_failed_link_that_says_nothing_blocks_all(outcome: Outcome) -> None:
    """A section that cannot be told may hold anything."""
    failed = attempt("a", "Xem thêm", outcome=outcome, sha256=None)
    assert set(statuses(having(attempts=(failed,))).values()) == {Status.UNDETERMINED}


@pytest.mark.parametrize("skip", GAP_SKIPS)
def test_a_passed_over_link_blocks_what_it_could_mean(skip: Skip) -> None:
    """A link never opened is a gap, also when the visit stopped because all seemed found."""
    passed = attempt("a", GOALS, outcome=None, skip=skip, sha256=None)
    found = statuses(having(attempts=(passed,)))
    assert found[GOALS] is Status.UNDETERMINED
    assert found[POLICY] is Status.MISSING


@pytest.mark.parametrize("skip", NO_GAP_SKIPS)
def test_what_counts_as_looked_at_blocks_nothing(skip: Skip) -> None:
    """Closed traps, other sites, login systems and decoration hold no paper of the portal."""
    passed = attempt("a", "Xem thêm", outcome=None, skip=skip, sha256=None)
    assert set(statuses(having(attempts=(passed,))).values()) == {Status.MISSING}


@pytest.mark.parametrize("outcome", [Outcome.NOT_FOUND, Outcome.SOFT_NOT_FOUND])
def test_an_address_that_holds_nothing_blocks_nothing(outcome: Outcome) -> None:
    """Not found is an answer."""
    gone = attempt("a", GOALS, outcome=outcome, sha256=None)
    assert statuses(having(attempts=(gone,)))[GOALS] is Status.MISSING


def test_a_link_without_outcome_or_skip_is_a_gap() -> None:
    """An address still waiting when the visit ended was not looked at."""
    waiting = attempt("a", GOALS, outcome=None, sha256=None)
    assert statuses(having(attempts=(waiting,)))[GOALS] is Status.UNDETERMINED


@pytest.mark.parametrize("outcome", [Outcome.OK, Outcome.NOT_MODIFIED])
def test_a_page_that_came_but_was_never_read_is_a_gap(outcome: Outcome) -> None:
    """A body without notes is no proof of anything."""
    unread = attempt("a", GOALS, outcome=outcome)
    assert statuses(having(attempts=(unread,)))[GOALS] is Status.UNDETERMINED


def test_one_body_at_two_addresses_is_read_once() -> None:
    """A print duplicate whose body was read elsewhere leaves no gap."""
    twin = attempt("in-an", "Xem thêm", sha256=NEWS.sha256)
    assert statuses(having(attempts=(twin,)))[GOALS] is Status.MISSING


def test_a_shell_that_is_the_same_everywhere_hides_something_at_each_address() -> None:
    """A body that needs a browser does not stand for another address with the same body."""
    shell = attempt("tin", "tin", sha256="shell")
    twin = attempt("a", GOALS, sha256="shell")
    case = having(attempts=(shell, twin), notes=(PageNotes(shell, needs=(Need.BROWSER,)),))
    assert statuses(case)[GOALS] is Status.UNDETERMINED


def test_a_later_try_that_was_read_closes_the_gap() -> None:
    """A failed address tried again with success was looked at."""
    failed = attempt("a", GOALS, outcome=Outcome.TIMEOUT, sha256=None)
    again = attempt("a", GOALS)
    case = having(attempts=(failed, again), notes=(PageNotes(again),))
    assert statuses(case)[GOALS] is Status.MISSING


def test_other_words_for_the_same_address_count() -> None:
    """What any link to an address says, the address may hold."""
    failed = attempt("a", "tin", outcome=Outcome.TIMEOUT, sha256=None, also=(LinkWords(GOALS),))
    found = statuses(having(attempts=(failed,)))
    assert found[GOALS] is Status.UNDETERMINED
    assert found[POLICY] is Status.MISSING


def test_words_of_every_try_count() -> None:
    """The same address met twice with different words may hold what either says."""
    first = attempt("a", POLICY, outcome=Outcome.TIMEOUT, sha256=None)
    second = attempt("a", GOALS, outcome=Outcome.TIMEOUT, sha256=None)
    found = statuses(having(attempts=(first, second)))
    assert found[POLICY] is found[GOALS] is Status.UNDETERMINED


def test_another_form_of_a_post_is_another_address() -> None:
    """Page 2 of a posted list is not read because page 1 was."""
    first = attempt("a", GOALS, method="POST", form_digest="1", sha256="s1")
    second = replace(first, form_digest="2", outcome=Outcome.TIMEOUT, sha256=None)
    case = having(attempts=(first, second), notes=(PageNotes(first),))
    assert statuses(case)[GOALS] is Status.UNDETERMINED


@pytest.mark.parametrize("need", list(Need))
def test_a_page_not_seen_whole_blocks_what_it_could_hold(need: Need) -> None:
    """The rest of a posted list and the text behind scripts stay unseen."""
    page = attempt("a", GOALS)
    case = having(attempts=(page,), notes=(PageNotes(page, needs=(need,)),))
    assert statuses(case)[GOALS] is Status.UNDETERMINED


def test_an_empty_page_blocks_what_it_could_hold() -> None:
    """A page without text of its own is a shell, not a proof."""
    page = attempt("a", GOALS)
    case = having(attempts=(page,), notes=(PageNotes(page, said_nothing=True),))
    assert statuses(case)[GOALS] is Status.UNDETERMINED


@pytest.mark.parametrize(
    ("final", "words", "status"),
    [
        ("https://chinhphu.vn/", "Xem thêm", Status.MISSING),
        ("https://moi.xa-a.gov.vn/iso", "Xem thêm", Status.UNDETERMINED),
        ("https://chinhphu.vn/", GOALS, Status.UNDETERMINED),
        ("", "Xem thêm", Status.UNDETERMINED),
        ("http://[::1", "Xem thêm", Status.UNDETERMINED),
    ],
)
def test_only_a_redirect_plainly_elsewhere_is_no_gap(
    final: str, words: str, status: Status
) -> None:
    """Another host of the same body, an unknown end or a link that names the paper is a gap."""
    moved = attempt("a", words, outcome=Outcome.REDIRECTED_AWAY, final_address=final, sha256=None)
    assert statuses(having(attempts=(moved,)))[GOALS] is status


@pytest.mark.parametrize(
    ("address", "zone", "words", "blocked"),
    [
        ("https://iso.xa-a.gov.vn/", Zone.MENU, "Xem thêm", set(IDS)),
        ("https://xa-a.gov.vn:8080/iso", Zone.MENU, "Xem thêm", set(IDS)),
        ("https://tinh.gov.vn/p", Zone.ATTACHMENT, GOALS, {GOALS}),
        ("https://tinh.gov.vn/p", Zone.FOOTER, GOALS, set()),
        ("https://tinh.gov.vn/p", Zone.MAIN, f"{GOALS} {POLICY}", {GOALS, POLICY}),
        ("https://tinh.gov.vn/p", Zone.RELATED, GOALS, set()),
        ("https://tinh.gov.vn/p", Zone.MAIN, "Xem thêm", set()),
    ],
)
def test_another_site_is_a_gap_where_it_may_be_the_agencys_own(
    address: str, zone: Zone, words: str, blocked: set[str]
) -> None:
    """A host below the portal's, another port of it, or a paper named in the agency's own text."""
    link = attempt("", words, address=address, outcome=None, skip=Skip.OFF_PORTAL, sha256=None)
    link = replace(link, words=replace(link.words, zone=zone))
    found = statuses(having(attempts=(link,)))
    assert {name for name in IDS if found[name] is Status.UNDETERMINED} == blocked


def test_a_number_on_a_share_in_the_section_about_iso_is_a_gap() -> None:
    """The agency's own list about ISO links a paper elsewhere, and says only its number."""
    address = "https://share.vn/d/1"
    link = attempt("", "Số 7", address=address, outcome=None, skip=Skip.OFF_PORTAL, sha256=None)
    listed = replace(link.words, zone=Zone.LIST, section="Tài liệu ISO")
    found = statuses(having(attempts=(replace(link, words=listed),)))
    assert set(found.values()) == {Status.UNDETERMINED}
    elsewhere = replace(link.words, zone=Zone.LIST, section="Tin tức")
    found = statuses(having(attempts=(replace(link, words=elsewhere),)))
    assert set(found.values()) == {Status.MISSING}


def test_a_paper_kept_below_a_login_path_is_a_gap() -> None:
    """A link that names a publication is not dismissed for the folder its file lies in."""
    link = attempt("admin/1.pdf", GOALS, outcome=None, skip=Skip.LOGIN_SYSTEM, sha256=None)
    found = statuses(having(attempts=(link,)))
    assert found[GOALS] is Status.UNDETERMINED
    assert found[POLICY] is Status.MISSING


def test_a_page_cut_off_is_a_gap_though_its_beginning_was_read() -> None:
    """Of a body too large only the beginning is kept, and the rest may hold the paper."""
    large = attempt("a", GOALS, outcome=Outcome.TOO_LARGE)
    case = having(attempts=(large,), notes=(PageNotes(large),))
    assert statuses(case)[GOALS] is Status.UNDETERMINED


def test_known_evidence_that_failed_blocks_all() -> None:
    """An address that held a paper before and fails now may hold it still, whatever it says."""
    known = attempt("a", "tin", found_by=FoundBy.EVIDENCE, outcome=Outcome.TIMEOUT, sha256=None)
    assert set(statuses(having(attempts=(known,))).values()) == {Status.UNDETERMINED}


def test_known_evidence_that_came_back_means_what_it_meant_the_night_before() -> None:
    """A scan opened first because it was evidence blocks no more than it did as a link."""
    scan = attempt("a", GOALS, found_by=FoundBy.EVIDENCE, outcome=Outcome.NOT_MODIFIED)
    note = PageNotes(scan, unread=Unread.NO_TEXT_LAYER)
    found = statuses(having(attempts=(scan,), notes=(note,)))
    assert found == {GOALS: Status.UNDETERMINED, POLICY: Status.MISSING, PLAN: Status.MISSING}


def test_an_aid_that_failed_is_judged_by_its_result_alone() -> None:
    """A sitemap that is not there under one of its usual names is no gap."""
    aid = attempt("sitemap.xml", "", found_by=FoundBy.AID, outcome=Outcome.HTTP_ERROR, sha256=None)
    assert statuses(having(attempts=(aid,)))[GOALS] is Status.MISSING


def test_open_items_are_limited_and_counted() -> None:
    """A thousand unopened links do not make a thousand lines."""
    many = tuple(
        attempt(f"a{number}", "Xem thêm", outcome=None, skip=Skip.BUDGET, sha256=None)
        for number in range(1000)
    )
    report = judged(having(attempts=many))
    items = dict(report.coverage.open)[GOALS]
    assert len(items) == 21
    assert items[-1] == "và 980 mục khác"


def test_open_items_name_the_link_and_the_cause() -> None:
    """An inspector reads what was not seen, where it is and why."""
    failed = attempt("a", f"Mục {GOALS}", outcome=Outcome.HTTP_ERROR, status=503, sha256=None)
    reason = finding(having(attempts=(failed,))).reason
    assert f"“Mục {GOALS}” ({PORTAL}a): máy chủ báo lỗi 503" in reason


def test_one_wording_of_an_address_may_name_the_paper() -> None:
    """An odd address met as "Xem thêm" and by a paper's name hides that paper."""
    met = tuple(
        attempt("c:1", text, outcome=None, skip=Skip.UNSAFE, sha256=None)
        for text in ("Xem thêm", POLICY)
    )
    assert statuses(having(attempts=met))[POLICY] is Status.UNDETERMINED


@pytest.mark.parametrize(
    ("section", "zone", "expected"),
    [
        ("ISO", Zone.LIST, Status.UNDETERMINED),
        ("ISO", Zone.MENU, Status.MISSING),
        ("Tin", Zone.LIST, Status.MISSING),
    ],
    ids=["listed in the section", "in a menu", "elsewhere"],
)
@pytest.mark.parametrize("gone", [True, False], ids=["gone", "odd"])
def test_a_dead_entry_that_says_nothing_may_have_been_any_paper(
    section: str, zone: Zone, expected: Status, *, gone: bool
) -> None:
    """ "Văn bản 1" in the agency's own section about ISO leads nowhere, or is no address."""
    entry = (
        attempt("1.pdf", "Văn bản 1", outcome=Outcome.NOT_FOUND, sha256=None)
        if gone
        else attempt("1.pdf", "Văn bản 1", outcome=None, skip=Skip.UNSAFE, sha256=None)
    )
    entry = replace(entry, words=replace(entry.words, section=section, zone=zone))
    assert set(statuses(having(attempts=(entry,))).values()) == {expected}


def test_a_share_beside_the_text_counts_on_a_page_about_that_paper() -> None:
    """Layouts put attachments among related links; the page's own title tells."""
    share = attempt(
        "", GOALS, address="https://share.vn/d/1", outcome=None, skip=Skip.OFF_PORTAL, sha256=None
    )
    words = replace(share.words, zone=Zone.RELATED, parent_title=f"Công khai {GOALS}")
    found = statuses(having(attempts=(replace(share, words=words),)))
    assert found == {GOALS: Status.UNDETERMINED, POLICY: Status.MISSING, PLAN: Status.MISSING}
