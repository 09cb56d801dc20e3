"""Lists of ASP.NET pages, which go on only by posting the page's form."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field

from documents.read import read_body
from domain.documents import Reading
from domain.exchanges import Answer, Ask
from domain.outcomes import Outcome, PortalState, Skip
from domain.settings import CrawlerSettings
from domain.visits import Attempt
from tests.unit.crawler_visit.portal import HOME, FakePortal, Visited, at_home, visit

LIST = HOME + "van-ban.aspx"
HOME_PAGE = (
    "<title>Trang chủ</title><ul class=menu><li><a href=/van-ban.aspx>Văn bản</a></li>"
    "<li><a href=/lien-he>Liên hệ</a></li></ul><p>Cổng thông tin của xã.</p>"
)


async def read_markup(answer: Answer) -> Reading:
    """The real reader."""
    return read_body(answer.body)


def turned(pages: int, pager: Callable[[int], str], *, obeys: bool = True) -> FakePortal:
    """A portal with one list of so many pages, which ``pager`` turns; its server is strict."""
    portal = FakePortal(at_home({"/": HOME_PAGE, "/van-ban.aspx": list_page(1, pager(1))}))
    for number in range(1, 3 * pages + 1):
        portal.pages[f"{HOME}bai-{number}"] = f"<h1>Bài số {number}</h1><p>{words(number)}</p>"

    def posted(ask: Ask) -> str:
        form = dict(ask.form)
        state = int(form["__VIEWSTATE"].removeprefix("trang "))
        target, argument = form["__EVENTTARGET"], form["__EVENTARGUMENT"]
        if f"'{target}','{argument}'" not in pager(state) or form.get("loai") != "2":
            return "<title>Lỗi</title><p>Invalid postback or callback argument.</p>"
        number = wanted(target, argument, state) if obeys else state
        return list_page(number, pager(number))

    portal.posted = posted
    return portal


def wanted(target: str, argument: str, state: int) -> int:
    """The page that an event of the made-up pagers leads to."""
    if argument.startswith("Page$"):
        return int(argument.removeprefix("Page$"))
    return state + 1 if target.endswith("next") else int(target[-2:])


def words(number: int) -> str:
    """A text that no other page has."""
    return " ".join(f"{letter}{letter}ng" for letter in f"{number * 7919:x}")


def list_page(number: int, pager: str) -> str:
    """One page of the list: three articles, the form around it all."""
    rows = "".join(
        f"<tr><td><a href=/bai-{one}>Bài số {one} {words(one)}</a></td></tr>"
        for one in range(3 * number - 2, 3 * number + 1)
    )
    return (
        '<title>Văn bản</title><form method=post action="van-ban.aspx">'
        f'<input type=hidden name=__VIEWSTATE value="trang {number}"><select name=loai>'
        "<option value=1>Luật<option value=2 selected>Quyết định</select>"
        "<input type=password name=matkhau value=abc><input type=submit name=tim value='Tìm kiếm'>"
        f"<h1>Văn bản</h1><table>{rows}</table><div class=pager>{pager}</div></form>"
    )


def link(target: str, argument: str, text: str) -> str:
    """A link of a pager."""
    return f"<a href=\"javascript:__doPostBack('{target}','{argument}')\">{text}</a> "


def grid(pages: int) -> Callable[[int], str]:
    """All numbers, as a grid shows them."""
    return lambda here: "".join(
        f"<span>{n}</span> " if n == here else link("gv", f"Page${n}", str(n))
        for n in range(1, pages + 1)
    )


def walk(portal: FakePortal) -> Visited:
    """A visit with the real reader."""
    return visit(portal, reader=read_markup)


def posts_of(done: Visited) -> list[Attempt]:
    """What was posted, as it ended."""
    return [one for one in done.visit.attempts if one.method == "POST"]


def articles(done: Visited) -> set[int]:
    """The articles that were opened."""
    return {int(a.rpartition("-")[2]) for a in done.portal.asked if "/bai-" in a}


def test_every_page_of_a_grid_is_posted_for_once() -> None:
    """All pages are seen, each asked once with the form's own fields, and nothing is left open."""
    done = walk(turned(4, grid(4)))
    assert articles(done) == set(range(1, 13))
    assert sorted(one["__EVENTARGUMENT"] for one in done.portal.forms) == [
        "Page$2",
        "Page$3",
        "Page$4",
    ]
    assert done.visit.state is PortalState.REACHED


def test_no_password_and_no_button_is_posted() -> None:
    """Only what paging needs is sent: the search button is not pressed, the login stays empty."""
    done = walk(turned(2, grid(2)))
    assert [sorted(form) for form in done.portal.forms] == [
        ["__EVENTARGUMENT", "__EVENTTARGET", "__VIEWSTATE", "loai"]
    ]


def test_next_alone_comes_to_the_end() -> None:
    """A list that only has "Trang sau" is followed page by page, each with the state before it."""
    done = walk(turned(5, lambda here: link("lb_next", "", "Trang sau") if here < 5 else ""))
    assert articles(done) == set(range(1, 16))
    assert [form["__VIEWSTATE"] for form in done.portal.forms] == [
        f"trang {n}" for n in range(1, 5)
    ]


def test_numbers_and_next_are_the_same_pages() -> None:
    """Page 2 by its number and by "»" is one page; a repeater's slots are told by their numbers."""

    def pager(here: int) -> str:
        numbers = "".join(link(f"rpt$ctl{n:02d}", "", str(n)) for n in range(1, 5) if n != here)
        return numbers + (link("lb_next", "", "»") if here < 4 else "")

    done = walk(turned(4, pager))
    assert articles(done) == set(range(1, 13))
    assert len(done.portal.forms) == 3


def test_dots_lead_to_the_numbers_behind_them() -> None:
    """ "..." behind the numbers opens the next block of ten, the one before them nothing new."""

    def pager(here: int) -> str:
        first = 1 if here <= 3 else 4
        shown = "".join(
            link("gv", f"Page${n}", str(n)) for n in range(first, first + 3) if n != here and n <= 5
        )
        before = link("gv", "Page$3", "...") if first == 4 else ""
        return before + shown + (link("gv", "Page$4", "...") if first == 1 else "")

    done = walk(turned(5, pager))
    assert articles(done) == set(range(1, 16))
    assert len(done.portal.forms) == 4


def test_a_server_that_does_not_turn_leaves_a_gap() -> None:
    """The first page once more is no look at the second: the list stays open."""
    done = walk(turned(3, grid(3), obeys=False))
    assert {one.outcome for one in posts_of(done)} == {Outcome.UNREADABLE}
    assert articles(done) == {1, 2, 3}


def test_a_next_that_stands_on_the_last_page_is_the_end() -> None:
    """Once a list has turned, the same page again behind "Trang sau" says that it is over."""
    portal = turned(2, lambda here: link("lb_next", "", "Trang sau"))
    posted = portal.posted
    assert posted is not None

    def at_most_two(ask: Ask) -> str:
        asked = dict(ask.form)["__VIEWSTATE"]
        return list_page(2, link("lb_next", "", "Trang sau")) if asked == "trang 2" else posted(ask)

    portal.posted = at_most_two
    done = walk(portal)
    assert [one.outcome for one in posts_of(done)] == [Outcome.OK, Outcome.SOFT_NOT_FOUND]
    assert done.visit.state is PortalState.REACHED


def test_a_pager_above_and_below_turns_one_list() -> None:
    """The same pages by a second pager are noticed after one, and not asked for again."""

    def pager(here: int) -> str:
        each = [
            "".join(link(f"dp{which}$ctl{n:02d}", "", str(n)) for n in range(1, 6) if n != here)
            for which in "ab"
        ]
        return "<p><a href=/lien-he>Liên hệ</a></p>".join(each)

    done = walk(turned(5, pager))
    assert articles(done) == set(range(1, 16))
    assert len(done.portal.forms) <= 6


def test_days_of_a_calendar_are_not_posted() -> None:
    """An ASP.NET calendar goes on without end, and holds no list: neither asked for nor a gap."""

    def pager(here: int) -> str:
        return "".join(link("ctl00$Calendar1", str(9400 + day), str(day)) for day in range(1, 29))

    done = walk(turned(1, pager))
    assert not done.portal.forms
    assert not [one for one in done.visit.attempts if one.skip is Skip.NEEDS_POST]


def test_a_form_that_goes_elsewhere_is_not_posted() -> None:
    """A pager whose form leads to another site or to a login is left open, not followed."""
    for action in ("http://khac.example.com/x.aspx", "/dang-nhap.aspx"):
        portal = turned(3, grid(3))
        page = portal.pages[LIST]
        assert isinstance(page, str)
        portal.pages[LIST] = page.replace("van-ban.aspx", action)
        done = walk(portal)
        assert not done.portal.forms
        assert [one.skip for one in done.visit.attempts if one.skip] == [Skip.NEEDS_POST] * 2


def test_the_same_answers_ask_the_same_forms() -> None:
    """A visit that is replayed posts the same forms in the same order, byte for byte."""
    first, again = walk(turned(4, grid(4))), walk(turned(4, grid(4)))
    assert first.portal.asked == again.portal.asked
    assert first.portal.forms == again.portal.forms
    assert [one.form_digest for one in posts_of(first)] == [
        one.form_digest for one in posts_of(again)
    ]


@dataclass
class Endless:
    """A list whose next page is always the same but for its state."""

    asked: int = 0
    seen: set[str] = field(default_factory=set)

    def __call__(self, ask: Ask) -> str:
        self.asked += 1
        page = list_page(1, link("lb_next", "", "Trang sau"))
        return page.replace("trang 1", f"trang {self.asked + 1}").replace(
            "<h1>", f"<h1>{self.asked} "
        )


def test_a_list_without_end_is_closed() -> None:
    """A pager that goes on with the same articles for ever is a trap, closed after some pages."""
    portal = turned(1, lambda here: link("lb_next", "", "Trang sau"))
    endless = Endless()
    portal.posted = endless
    done = walk(portal)
    assert endless.asked < 30
    assert [one.skip for one in posts_of(done) if one.skip] == [Skip.TRAP_CLOSED]


def test_what_a_budget_leaves_of_a_list_is_told() -> None:
    """Pages of a list that nobody came to open stand in the books as posts not made."""
    done = visit(turned(6, grid(6)), reader=read_markup, settings=CrawlerSettings(max_requests=9))
    assert {one.skip for one in posts_of(done) if one.skip} == {Skip.BUDGET}
