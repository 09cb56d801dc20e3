"""What scripts open, and sections that failed: which gaps they leave."""

from __future__ import annotations

from dataclasses import replace

import pytest

from domain.documents import Need, Zone
from domain.outcomes import Outcome, Skip
from domain.publications import PublicationId, Status
from domain.visits import ALL_OF_LIST, REST_IS_LISTED, Attempt, LinkWords
from rules.explaining import reasons
from rules.links import CatalogueScorer
from rules.sightings import PageNotes
from rules.verdict.coverage import Looked
from tests.unit import shipped
from tests.unit.rules.builders import GOALS, SEEN_WHOLE, attempt, having, statuses

ALL = frozenset(shipped.catalogue().ids)


def pager(parent: str) -> Attempt:
    """A script's "Xem thêm" that nobody pressed."""
    words = LinkWords(text="Xem thêm", zone=Zone.PAGING)
    return attempt(
        "a#button", words=words, parent=parent, outcome=None, skip=Skip.NEEDS_POST, sha256=None
    )


def test_a_scripts_pager_is_no_gap_where_its_list_came_as_data() -> None:
    """Data that leads on tells by itself if more follows; a counter's says nothing of the list."""
    page = attempt("a")
    data = attempt("a.json", media_type="application/json", parent=page.address, body_bytes=40)
    row = attempt("b", parent=data.address)
    pages = (PageNotes(page), PageNotes(data), PageNotes(row))
    press = pager(page.address)
    served = having(attempts=(page, data, row, press), notes=pages)
    assert statuses(served)[GOALS] is Status.MISSING
    counter = having(attempts=(page, data, press), notes=pages[:2])
    assert statuses(counter)[GOALS] is Status.UNDETERMINED
    short = replace(data, detail=ALL_OF_LIST)
    assert statuses(having(attempts=(page, short, press), notes=pages[:2]))[GOALS] is Status.MISSING
    alone = having(attempts=(page, press), notes=(PageNotes(page),))
    assert statuses(alone)[GOALS] is Status.UNDETERMINED
    menu = replace(data, words=LinkWords(zone=Zone.MENU))
    beside = having(attempts=(page, menu, row, press), notes=pages)
    assert statuses(beside)[GOALS] is Status.UNDETERMINED


def test_a_pager_whose_rest_is_listed_is_no_gap() -> None:
    """The page's own need is met with it, unless another of its lists goes on unseen."""
    page = attempt("a")
    notes = (PageNotes(page, needs=(Need.POST_PAGING,)),)
    met = replace(pager(page.address), skip=Skip.TRAP_CLOSED, detail=REST_IS_LISTED)
    assert statuses(having(attempts=(page, met), notes=notes))[GOALS] is Status.MISSING
    other = replace(pager(page.address), address=f"{page.address}#2")
    both = having(attempts=(page, met, other), notes=notes)
    assert statuses(both)[GOALS] is Status.UNDETERMINED


def could_hold(name: str, text: str) -> frozenset[PublicationId]:
    """What an address may hold that failed; the words are a link's beside other links."""
    words = LinkWords(text=text, zone=Zone.RELATED)
    failed = attempt(
        name, words=words, outcome=Outcome.HTTP_ERROR, sha256=None, media_type="", status=500
    )
    visit = having(attempts=(failed,)).visit
    looked = Looked(visit, SEEN_WHOLE.notes, CatalogueScorer(shipped.catalogue()), ALL)
    return next(gap.could_hold for gap in looked.gaps() if failed.address in gap.words)


def test_a_section_of_the_systems_documents_that_failed_may_hold_any_paper() -> None:
    """Its name is that of one publication; the section holds them all, a file only its own."""
    assert could_hold("muc.asp?id=352", "TÀI LIỆU HỆ THỐNG ISO") == ALL
    assert could_hold("tai-lieu-iso.pdf", "TÀI LIỆU HỆ THỐNG ISO") == {"qms_documents"}


@pytest.mark.parametrize(
    ("name", "skip", "said"),
    [
        ("a#taiThem(2)", Skip.NEEDS_POST, "bấm vào để mã lệnh của trang chạy"),
        ("a#__doPostBack('ctl00$pager','2')", Skip.NEEDS_POST, "gửi biểu mẫu"),
        ("a#con-nua", Skip.BUDGET, "danh sách còn nữa nhưng cổng không cho địa chỉ"),
        ("b", Skip.BUDGET, "chưa kịp xem trong hạn mức"),
    ],
)
def test_what_was_not_opened_is_explained_by_what_would_open_it(
    name: str, skip: Skip, said: str
) -> None:
    """A press, a form, an address that nobody has, time: four different things to an inspector."""
    words = LinkWords(text="Công khai ISO", zone=Zone.MAIN)
    left = attempt(name, words=words, outcome=None, skip=skip, sha256=None)
    assert said in reasons.why_open(left)
