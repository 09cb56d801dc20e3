"""Pages that need a browser are shown by it, those only, and what it shows is what counts."""

from __future__ import annotations

import json
from collections.abc import Callable
from dataclasses import dataclass, field, replace
from datetime import timedelta

from domain.exchanges import PART, RENDER, Answer, Ask, Shown
from domain.outcomes import Outcome, PortalState, Skip
from domain.visits import FoundBy
from tests.unit.crawler_visit.portal import (
    HOME,
    FakePortal,
    Handler,
    Visited,
    at_home,
    page,
    visit,
)

SHELL = "<title>App</title><shell>x</shell>"
_MOMENT = timedelta(milliseconds=300)


@dataclass
class FakeBrowser:
    """Shows what a script would have made of each page."""

    pages: dict[str, str | Outcome]
    data: dict[str, object] = field(default_factory=dict)
    shown: list[str] = field(default_factory=list)
    forbidden: list[bool] = field(default_factory=list)
    cut: str = ""
    """What stands on a page that does not come whole."""

    async def __call__(self, shell: Answer, forbids: Callable[[str], bool]) -> Shown:
        """See Render."""
        path = shell.ask.address.removeprefix(HOME.rstrip("/"))
        self.shown.append(path)
        self.forbidden.append(forbids(f"{HOME}api/1"))
        made = self.pages.get(path, "<title>Không có</title><h1>Không tìm thấy trang</h1>")
        outcome = made if isinstance(made, Outcome) else Outcome.OK
        body = self.cut if isinstance(made, Outcome) else made
        ask = Ask(shell.ask.address, RENDER)
        answer = replace(
            shell, ask=ask, outcome=outcome, body=body.encode(),
            started_at=shell.started_at + _MOMENT * len(self.shown),
        )  # fmt: skip
        return Shown(answer, self._parts(shell, path))

    def _parts(self, shell: Answer, path: str) -> tuple[Answer, ...]:
        if path not in self.data:
            return ()
        body = json.dumps(self.data[path]).encode()
        return (replace(shell, ask=Ask(f"{HOME}api{path}", PART), body=body),)


APP: dict[str, str | Outcome] = {
    "/": page("Trang chủ", "/iso|ISO", "/thuong|Giới thiệu"),
    "/iso": page("ISO 9001", text="Công bố hệ thống quản lý chất lượng của xã."),
}
SHELLS: dict[str, Handler] = {"/": SHELL, "/iso": SHELL, "/thuong": page("Giới thiệu chung")}


def through(browser: FakeBrowser, pages: dict[str, Handler] | None = None) -> Visited:
    """A visit with a browser at hand; every other address answers with the shell too."""
    return visit(FakePortal(at_home(pages or SHELLS)), render=browser)


def test_a_portal_of_scripts_is_walked_as_its_browser_shows_it() -> None:
    """Links and texts are the shown page's, so that it counts as reached."""
    browser = FakeBrowser(APP)
    done = through(browser)
    assert browser.shown == ["/", "/iso"]
    assert done.visit.state is PortalState.REACHED
    told = {one.attempt.address: one.reading for one in done.notes.pages}
    assert "hệ thống quản lý" in told[f"{HOME}iso"].text  # type: ignore[union-attr]  # a page
    assert len(done.notes.pages) == 3


def test_what_showed_its_text_is_never_shown_again() -> None:
    """A portal of plain pages starts no browser."""
    browser = FakeBrowser({})
    through(browser, {"/": page("Trang chủ", "/iso|ISO"), "/iso": page("ISO")})
    assert browser.shown == []


def test_a_page_that_lacks_only_its_list_is_shown() -> None:
    """The frame came, a script was to fill it; without a browser it is said what to install."""
    frame = "<title>Văn bản</title><hollow></hollow>"
    home = page("Trang chủ", "/vb|Văn bản")
    browser = FakeBrowser({"/vb": page("Văn bản", "/iso|ISO")})
    done = through(browser, {"/": home, "/vb": frame, "/iso": page("ISO")})
    assert browser.shown == ["/vb"]
    assert done.outcome("/iso") is Outcome.OK
    plain = visit({"/": home, "/vb": frame, "/iso": page("ISO")}, no_browser="cài gói")
    assert next(a for a in plain.visit.attempts if a.address.endswith("/vb")).detail == "cài gói"


def test_the_shell_is_kept_beside_what_was_shown() -> None:
    """Both answers go to the recorder; the attempt that stays is the shown one's."""
    done = through(FakeBrowser(APP))
    kept = [answer.ask.method for one, answer in done.notes.raw if one.address == f"{HOME}iso"]
    assert kept == ["GET", RENDER]
    last = next(one for one in done.visit.attempts if one.address == f"{HOME}iso")
    assert last.body_bytes > len(SHELL)
    assert sum(one.address == f"{HOME}iso" for one in done.visit.attempts) == 1


def test_showing_counts_as_one_request() -> None:
    """The budget of a portal is charged for it."""
    plain = through(FakeBrowser(APP)).notes.raw
    assert sum(answer.ask.method == RENDER for _, answer in plain) == 2


def test_what_could_not_be_shown_is_tried_again_and_stays_a_gap() -> None:
    """A crash is no look: once more at the end, then the page still needs a browser."""
    browser = FakeBrowser(APP | {"/iso": Outcome.TIMEOUT})
    done = through(browser)
    assert browser.shown == ["/", "/iso", "/iso"]
    told = [one for one in done.notes.pages if one.attempt.address == f"{HOME}iso"]
    assert told[-1].reading.needs  # type: ignore[union-attr]  # a page
    assert told[-1].attempt.outcome is Outcome.OK


def test_what_was_shown_in_part_is_no_look_for_absence() -> None:
    """Data that did not come leaves the page cut off, whatever it says then."""
    browser = FakeBrowser(APP | {"/iso": Outcome.HTTP_ERROR}, cut=page("Không tìm thấy trang"))
    done = through(browser)
    last = next(one for one in done.visit.attempts if one.address == f"{HOME}iso")
    assert (last.outcome, last.cut_off) == (Outcome.HTTP_ERROR, True)
    assert done.visit.state is PortalState.PARTLY_REACHED


def test_a_home_page_shown_in_part_still_leads_in() -> None:
    """Its links are followed, and the portal is seen in part only."""
    browser = FakeBrowser(APP | {"/": Outcome.HTTP_ERROR}, cut=page("Trang chủ", "/iso|ISO"))
    done = through(browser)
    assert done.outcome("/iso") is Outcome.OK
    assert done.visit.state is PortalState.PARTLY_REACHED
    assert browser.shown.count("/") == 2


def test_an_application_that_finds_nothing_says_so_itself() -> None:
    """The shell comes for every address; only what is shown tells that there is nothing."""
    browser = FakeBrowser(APP | {"/": page("Trang chủ", "/iso|ISO", "/mat|Đã gỡ")})
    done = through(browser, SHELLS | {"/mat": SHELL})
    assert done.outcome("/mat") is Outcome.SOFT_NOT_FOUND


def test_data_tells_of_papers_that_no_link_shows() -> None:
    """A file that a viewer opens after a click is found by its address in the data."""
    data = {"vanBan": [{"tieuDe": "Công bố ISO", "tep": "/tai/cong-bo.pdf"}]}
    browser = FakeBrowser(APP, {"/iso": data})
    done = through(browser, SHELLS | {"/tai/cong-bo.pdf": "%PDF"})
    paper = next(one for one in done.visit.attempts if one.address.endswith(".pdf"))
    assert paper.words.text == "Công bố ISO"
    part = next(one for one, answer in done.notes.raw if answer.ask.method == PART)
    assert (part.found_by, part.parent) == (FoundBy.AID, f"{HOME}iso")


def test_what_robots_closes_is_told_to_the_browser() -> None:
    """The rules of the page's host hold for what its scripts ask for."""
    rules = {"/robots.txt": "User-agent: *\nDisallow: /api/"}
    closed = FakeBrowser(APP)
    through(closed, SHELLS | rules)
    assert closed.forbidden == [True, True]


def test_without_a_browser_the_home_page_says_what_to_install() -> None:
    """The reason stands with the attempt, from which verdicts are worded."""
    done = visit(SHELLS, no_browser="cài gói chromium-headless-shell")
    home = next(one for one in done.visit.attempts if one.address == HOME)
    assert home.detail == "cài gói chromium-headless-shell"
    assert done.visit.state is PortalState.PARTLY_REACHED


def test_a_list_that_grows_as_one_scrolls_leaves_a_gap() -> None:
    """Its data says that there is more, and nothing on the page leads there; a pager does."""

    def gaps(told: dict[str, object], more: str = "/cong-bo|Công bố") -> bool:
        rows = [{"title": "Công bố", "url": "/cong-bo"}]
        browser = FakeBrowser(
            {**APP, "/iso": page("ISO 9001", more, text="Danh sách văn bản của xã.")},
            {"/iso": {"items": rows, **told}, "/": {"items": rows, "hasMore": True}},
        )
        attempts = through(browser).visit.attempts
        return any(one.skip is Skip.NEEDS_POST for one in attempts)

    assert gaps({"hasMore": True})
    assert gaps({"total": 7})
    assert not gaps({"total": 1})
    assert not gaps({"hasMore": True}, "/iso?trang=2|2")
