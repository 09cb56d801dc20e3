"""Endless families end, and lists and details are never taken for one."""

from __future__ import annotations

from crawler.visit.links.family_watch import Brought, FamilyWatch
from crawler.visit.links.noise_keys import NoiseKeys
from crawler.visit.pages.text import Prints
from domain.exchanges import Answer, Ask
from domain.outcomes import Outcome, PortalState, Skip, StoppedBy
from domain.settings import CrawlerSettings
from tests.unit.crawler_visit.portal import HOME, FakePortal, Handler, Served, at_home, page, visit


def brought(text: str) -> Brought:
    """A page with this text and no links."""
    return Brought(Prints(text, text, text))


class Endless(FakePortal):
    """A portal whose pages are made from their addresses."""

    def make(self, path: str) -> str | None:
        """The page at a path; None for nothing."""
        raise LookupError(path)

    async def __call__(self, ask: Ask) -> Answer:
        """See Fetch."""
        made = self.make(ask.address.removeprefix(HOME.rstrip("/")))
        if made is not None:
            self.pages[ask.address] = made
        return await super().__call__(ask)


class Calendar(Endless):
    """Every month links to the next one."""

    def make(self, path: str) -> str | None:
        if path == "/":
            return page("Trang chủ", "/lich/2026/1|Lịch", "/iso|ISO")
        if path.startswith("/lich/"):
            year, month = map(int, path.split("/")[2:])
            return page(f"Lịch tháng {month}/{year}", f"/lich/{year}/{month + 1}|Tháng sau")
        return page("ISO") if path == "/iso" else None


def test_endless_calendar_ends_and_counts_as_looked_at() -> None:
    """The calendar is closed after some 20 months; the portal is reached all the same."""
    done = visit(Calendar({}))
    assert len(done.portal.asked) < 40
    assert done.visit.state is PortalState.REACHED
    assert done.visit.stopped_by is StoppedBy.NOTHING_LEFT
    assert Skip.TRAP_CLOSED in {one.skip for one in done.visit.attempts}


class Sessions(Endless):
    """Every page gives every link a fresh session number."""

    def make(self, path: str) -> str | None:
        name = path.partition("?")[0]
        if name == "/robots.txt":
            return None
        fresh = len(self.asked) + 100
        if name not in ("/", "/iso", "/tin", "/van-ban"):
            return None
        texts = {"/": "Trang chủ", "/iso": "Bộ tài liệu", "/tin": "Tin", "/van-ban": "Văn bản"}
        links = [f"{to}?phien={fresh}{n}|Mục {to}|menu" for n, to in enumerate(texts)]
        return page(texts[name], *links, text=f"{texts[name]}: nội dung riêng của mục này")


def test_session_numbers_in_links_end() -> None:
    """A key that changes nothing is learned, and its variants are no longer opened."""
    done = visit(Sessions({}), settings=CrawlerSettings(max_requests=2000))
    assert len(done.portal.asked) < 300
    assert done.visit.stopped_by is StoppedBy.NOTHING_LEFT
    assert {"/iso", "/tin", "/van-ban"} <= {
        "/" + one.attempt.address.removeprefix(HOME).partition("?")[0] for one in done.notes.pages
    }


class PathSessions(Endless):
    """Every page gives every link a fresh session number inside its path."""

    def make(self, path: str) -> str | None:
        if path == "/robots.txt":
            return None
        name = path.rpartition("/")[2] or "trang-chu"
        if not name.startswith(("trang-chu", "muc-")):
            return None
        links = [f"/s{len(self.asked)}{n}/muc-{letter}|Mục" for n, letter in enumerate("abcdefgh")]
        return page(name, *links, text=f"Nội dung riêng của {name} tại cổng")


def test_session_numbers_in_paths_end() -> None:
    """Families that only lead to one another, with no new text, are closed one after another."""
    done = visit(PathSessions({}), settings=CrawlerSettings(max_requests=3000))
    assert done.visit.stopped_by is StoppedBy.NOTHING_LEFT
    assert len(done.portal.asked) < 300
    assert done.visit.state is PortalState.REACHED


def test_paging_and_details_are_never_closed() -> None:
    """A list of 60 pages with a paper on the last one, and 120 details, are all opened."""
    pages: dict[str, Handler] = {"/": page("Trang chủ", "/vb?page=1|Văn bản", "/vb?page=2|2")}
    for number in range(1, 61):
        items = [f"/ct?id={number * 10 + n}|Quyết định {'abcdefghij'[n]}" for n in (1, 2)]
        items.append(f"/vb?page={number + 1}|Trang sau|paging")
        pages[f"/vb?page={number}"] = page("Văn bản", *items, text="Danh sách văn bản")
        for n in (1, 2):
            words = " ".join("xyzt"[int(digit) % 4] * 3 + digit for digit in f"{number:03}{n}")
            pages[f"/ct?id={number * 10 + n}"] = page(f"Quyết định {words}", text=words * 3)
    done = visit(FakePortal(at_home(pages)))
    assert sum("/ct?id=" in address for address in done.portal.asked) == 120
    assert Skip.TRAP_CLOSED not in {one.skip for one in done.visit.attempts}


def test_family_stays_open_while_it_brings_something() -> None:
    """New text or a new link to another family starts the count anew."""
    watch = FamilyWatch()
    for number in range(19):
        watch.saw(f"{HOME}a?id={number}", brought("same"))
    watch.saw(f"{HOME}a?id=20", brought("new"))
    for number in range(21, 40):
        watch.saw(f"{HOME}a?id={number}", brought("same"))
    assert not watch.is_closed(f"{HOME}a?id=99")
    watch.saw(f"{HOME}a?id=40", brought("same"))
    assert watch.is_closed(f"{HOME}a?id=99")


def test_path_that_repeats_itself_is_closed() -> None:
    """A relative link that nests for ever is seen in the address."""
    assert FamilyWatch().is_closed(HOME + "tin/" * 6)
    assert not FamilyWatch().is_closed(HOME + "vn/tin/2026/01/22/bai")


def test_key_that_matters_once_is_never_noise() -> None:
    """One page that differs by the key keeps it for good."""
    noise = NoiseKeys()
    for number in range(30):
        noise.saw(f"{HOME}ds?trang={number}", brought("empty"))
    assert noise.reduced(HOME + "ds?trang=77") == HOME + "ds"
    noise.saw(f"{HOME}ds?trang=50", brought("paper"))
    assert noise.reduced(HOME + "ds?trang=77") == HOME + "ds?trang=77"


def test_spam_of_server_errors_does_not_close_a_family() -> None:
    """Failed answers were not looked at: they never count towards closing."""
    pages: dict[str, Handler] = {
        "/": page("Trang chủ", *(f"/ct?id={n}|Bài viết" for n in range(1, 40)))
    }
    for n in range(1, 40):
        pages[f"/ct?id={n}"] = Served("", Outcome.HTTP_ERROR, 500) if n < 30 else page(f"Bài {n}")
    done = visit(FakePortal(at_home(pages)))
    assert Skip.TRAP_CLOSED not in {one.skip for one in done.visit.attempts}
    assert done.outcome("/ct?id=39") is Outcome.OK


def test_articles_that_differ_in_a_number_are_all_opened() -> None:
    """Sixty notices from one template, linked from a list and from each other, are read."""
    notices = {
        f"/tb?id={n}": page(
            "Thông báo", f"/tb?id={n + 1}|Tin khác|related", text=f"Thông báo số {n} của xã"
        )
        for n in range(100, 160)
    }
    links = [f"/tb?id={n}|Thông báo" for n in range(100, 160)]
    pages: dict[str, Handler] = {"/": page("Trang chủ", *links), **notices}
    done = visit(FakePortal(at_home(pages)))
    assert len(done.notes.pages) == 61


def test_script_built_pages_are_never_counted_as_looked_at() -> None:
    """After some shells the rest of their family is left for a browser, as a gap."""
    shell = "<title>App</title><shell>x</shell>"
    links = [f"/app?id={n}|Bài viết" for n in range(50)]
    pages: dict[str, Handler] = {
        "/": page("Trang chủ", *links),
        **{f"/app?id={n}": shell for n in range(50)},
    }
    done = visit(FakePortal(at_home(pages)))
    skips = {one.skip for one in done.visit.attempts if one.skip}
    assert skips == {Skip.NEEDS_BROWSER}
    assert len(done.portal.asked) < 30
    assert done.visit.state is PortalState.PARTLY_REACHED


def barren(named: dict[str, str], more: int) -> dict[str, Handler]:
    """A long chain of empty pages of one family, the last of them naming papers of that family."""
    pages: dict[str, Handler] = {
        "/": page("Trang", "/bai/0|Mục", "/cuoi|thể thao"),
        "/cuoi": page("Cuối", *[f"{path}|{words}" for path, words in named.items()]),
    }
    for number in range(more):
        pages[f"/bai/{number}"] = page(
            "Bài", f"/bai/{number + 1}|tiếp", text="Nội dung đang được cập nhật."
        )
    return pages


def test_closed_family_is_opened_where_a_link_names_a_paper() -> None:
    """A family may be closed and still hold the one paper that is looked for."""
    done = visit(barren({"/bai/778": "Công bố ISO 9001", "/bai/779": "thể thao"}, 40))
    assert HOME + "bai/778" in done.portal.asked
    assert HOME + "bai/779" not in done.portal.asked
    assert done.visit.state is PortalState.REACHED


def test_closed_family_with_too_many_named_links_leaves_a_gap() -> None:
    """Fifty are opened; a link shown again and again counts as looked at, others as unseen."""
    again = {f"/bai/{number}": "Công bố ISO" for number in range(100, 120)}
    done = visit(barren(again, 40))
    assert len(set(done.portal.asked) & {HOME + path[1:] for path in again}) == 5
    assert done.visit.state is PortalState.REACHED
    named = {f"/bai/{number}": f"Công bố ISO {number}" for number in range(100, 160)}
    done = visit(barren(named, 40))
    assert len(set(done.portal.asked) & {HOME + path[1:] for path in named}) == 50
    assert [a.skip for a in done.visit.attempts if "ISO" in a.words.text and a.skip] == [
        Skip.BUDGET
    ]
    assert done.visit.state is PortalState.PARTLY_REACHED


def test_variants_of_a_noise_key_are_opened_until_twenty_agree() -> None:
    """Twelve empty articles do not make their number a key that means nothing."""
    pages: dict[str, Handler] = {
        "/": page("Trang", "/ds|Danh sách", "/x|thể thao"),
        "/x": page("X"),
        "/ds": page("ds", *[f"/b?id={10000 + n}|bài {n}" for n in range(16)]),
    }
    for n in range(16):
        text = (
            "Nội dung đang được cập nhật." if n < 12 else f"Bài thật số {'abcdefghijklmnop'[n] * 5}"
        )
        pages[f"/b?id={10000 + n}"] = page("Bài", text=text)
    assert sum("/b?" in asked for asked in visit(pages).portal.asked) == 16
