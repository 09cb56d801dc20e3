"""Filters, sort orders and tools in any combination end; lists, years and numbers never do."""

from __future__ import annotations

from itertools import product
from urllib.parse import parse_qsl, quote, unquote

from crawler.visit.links.family_watch import Brought
from crawler.visit.links.key_watch import KeyWatch
from crawler.visit.links.noise_keys import NoiseKeys, without_way_back
from crawler.visit.links.query_keys import ordered
from crawler.visit.pages.text import Prints, Shape, shape_of
from domain.documents import Block, Document, HowRead, Link
from domain.exchanges import Answer, Ask
from domain.outcomes import PortalState, StoppedBy
from domain.settings import CrawlerSettings
from tests.unit.crawler_visit.portal import HOME, FakePortal, Handler, Visited, at_home, page, visit

FEW = CrawlerSettings(max_requests=3000)


class Made(FakePortal):
    """A portal whose pages are made from path and query."""

    def make(self, path: str, query: dict[str, str]) -> str | None:
        """The page; None for nothing."""
        raise LookupError(path)

    async def __call__(self, ask: Ask) -> Answer:
        """See Fetch."""
        path, _, query = ask.address.removeprefix(HOME.rstrip("/")).partition("?")
        made = self.make(unquote(path), dict(parse_qsl(query, keep_blank_values=True)))
        if made is not None:
            self.pages[ask.address] = made
        return await super().__call__(ask)


def bare(text: str) -> str:
    """A number in words, so that no digit tells pages apart."""
    names = ("không", "một", "hai", "ba", "bốn", "năm", "sáu", "bảy", "tám", "chín")
    return " ".join(names[int(digit)] for digit in text)


def linked(path: str, query: dict[str, str], words: str, zone: str = "main") -> str:
    """A link to a path with a query."""
    pairs = "&".join(f"{key}={value}" for key, value in query.items())
    return f"{path}?{pairs}|{words}|{zone}"


class Filters(Made):
    """Every page offers itself sorted, counted and shown otherwise, and a way back."""

    choices = (("sapxep", "moi cu ten"), ("hienthi", "20 50 100"), ("kieuxem", "luoi danhsach"))
    names = ("/", "/iso", "/tin", "/van-ban", *(f"/bai-{letter}" for letter in "abcdefghijkl"))

    def make(self, path: str, query: dict[str, str]) -> str | None:
        if path not in self.names:
            return None
        links = [f"{name}|Mục {name}|menu" for name in self.names]
        for key, values in self.choices:
            if key not in query:
                links += [linked(path, {**query, key: one}, one) for one in values.split()]
        here = path + "?" + "&".join("=".join(pair) for pair in query.items())
        links.append(linked(path, {**query, "quaylai": quote(here, safe="")}, here[-9:]))
        return page(f"Trang {path}", *links, text=f"Nội dung riêng của {path} tại cổng")


def test_filters_of_every_page_end() -> None:
    """Keys that change nothing are learned though every page offers them in its own text."""
    done = visit(Filters({}), settings=FEW)
    assert len(done.portal.asked) < 300
    assert done.visit.stopped_by is StoppedBy.NOTHING_LEFT
    assert done.visit.state is PortalState.REACHED


class Tools(Made):
    """A wiki's page of changes for each of its pages, in any combination of options."""

    options = (
        ("limit", ("50", "100", "250", "500")),
        ("days", ("1", "7", "30")),
        *((f"hide{what}", ("0", "1")) for what in ("minor", "bots", "liu")),
    )
    titles = tuple(f"Công_bố_ISO_{n}" for n in range(6))

    def make(self, path: str, query: dict[str, str]) -> str | None:
        if path == "/":
            return page("Trang", *[f"/wiki/{title}|{title}" for title in self.titles])
        title = path.removeprefix("/wiki/")
        if title in self.titles:
            tool = {"title": "Special:Changes", "target": title}
            named = bare(str(self.titles.index(title)))
            return page(title, linked("/index.php", tool, "Thay đổi liên quan"), text=named)
        if path == "/index.php" and query.get("title") == "Special:Changes":
            return self.changes(query)
        if path == "/index.php" and "pagefrom" in query:
            return self.category(int(query["pagefrom"]))
        return None

    def changes(self, query: dict[str, str]) -> str:
        """The changes, fewer of them or none as the options say, and every option."""
        links = [
            linked("/index.php", {**query, key: value}, f"{key} {value}")
            for key, values in self.options
            for value in values
            if query.get(key) != value
        ]
        rows = self.titles[: 3 + int(query.get("limit", "50")) // 50]
        if query.get("hideliu") == "1":
            rows = ()
        text = "".join(f"<p>Tạo trang mới {bare(str(self.titles.index(one)))}</p>" for one in rows)
        links += [f"/wiki/{one}|{one}" for one in rows]
        links.append(
            linked("/index.php", {"title": "Thể_loại:Văn_bản", "pagefrom": "1"}, "Văn bản")
        )
        return page("Thay đổi liên quan " + query["target"], *links, more=text)

    def category(self, number: int) -> str:
        """A list that goes on for thirty pages by the same script."""
        following = {"title": "Thể_loại:Văn_bản", "pagefrom": str(number + 1)}
        links = [f"/van-ban/{number}|Văn bản"]
        if number < 30:
            links.append(linked("/index.php", following, "trang sau", "paging"))
        return page("Thể loại", *links, text="Danh sách")


def test_tools_with_a_papers_name_in_their_query_end() -> None:
    """Combinations of options are one family; a category of the same script goes on beside it."""
    done = visit(Tools({}), settings=FEW)
    assert sum("Special:Changes" in one for one in done.portal.asked) < 200
    assert done.visit.stopped_by is StoppedBy.NOTHING_LEFT
    assert HOME + "van-ban/30" in done.portal.asked


def opened(done: Visited, path: str) -> int:
    """How many different addresses that begin so were opened."""
    return len({one for one in done.portal.asked if one.startswith(HOME + path)})


def test_lists_and_details_of_one_script_are_all_opened() -> None:
    """Sections, their pages and 120 papers told apart by query keys alone are no maze."""
    pages: dict[str, Handler] = {
        "/": page("Trang", *[f"/i.php?muc={c}|Mục {c}|menu" for c in range(1, 4)])
    }
    for section, number in product(range(1, 4), range(1, 21)):
        names = [f"{section}{number:02}{n}" for n in (1, 2)]
        items = [f"/i.php?muc={section}&id={name}|Bài {bare(name)}" for name in names]
        items.append(f"/i.php?muc={section}&trang={number + 1}|sau|paging")
        listed = page("Danh sách", *items, text="Danh sách")
        pages[f"/i.php?muc={section}&trang={number}"] = listed
        if number == 1:
            pages[f"/i.php?muc={section}"] = listed
        for name in names:
            pages[f"/i.php?muc={section}&id={name}"] = page("Bài", text=bare(name) * 2)
    done = visit(FakePortal(at_home(pages)), settings=FEW)
    assert sum("&id=" in one for one in set(done.portal.asked)) == 120


def test_lists_by_year_are_opened_though_most_are_empty() -> None:
    """Fifteen empty years on each of four lists do not hide the one that holds a paper."""
    pages: dict[str, Handler] = {
        "/": page("Trang", *[f"/ds-{which}|Danh sách {which}|menu" for which in "abcd"])
    }
    for which in "abcd":
        years = [f"/ds-{which}?nam={year}|{year}" for year in range(2026, 2009, -1)]
        empty = page(f"Danh sách {which}", *years, text="Nội dung đang được cập nhật.")
        pages[f"/ds-{which}"] = empty
        for year in range(2010, 2027):
            pages[f"/ds-{which}?nam={year}"] = empty
        pages[f"/ds-{which}?nam=2012"] = page(f"Danh sách {which}", f"/bai-{which}|Bài")
        pages[f"/bai-{which}"] = page(f"Bài {which}")
    done = visit(FakePortal(at_home(pages)), settings=FEW)
    assert opened(done, "bai-") == 4


def closing(watch: KeyWatch, pairs: str, times: int = 25) -> None:
    """Pages that brought nothing, at ever other values."""
    for number in range(times):
        text = Brought(Prints("a", "a", "a"), shape=Shape("a", frozenset({1}), frozenset({1})))
        watch.saw(f"p/i.php?{pairs}&n={number}", text)


def test_what_is_closed_is_what_the_barren_pages_share() -> None:
    """A fixed value stays part of it, and another page of the script is open."""
    watch = KeyWatch()
    closing(watch, "title=Tool&days=7")
    assert watch.closed("p/i.php?title=Tool&days=7&n=77&hide=1")
    assert watch.closed("p/i.php?title=Tool&n=77") is None
    assert watch.closed("p/i.php?title=Other&days=7&n=77") is None


def test_a_closed_family_that_brings_something_is_open_again() -> None:
    """One opened for its link's words may show that it is no maze."""
    watch = KeyWatch()
    closing(watch, "title=Tool")
    new = Brought(Prints("b", "b", "b"), shape=Shape("b", frozenset({2}), frozenset({2})))
    watch.saw("p/i.php?title=Tool&n=77", new)
    assert watch.closed("p/i.php?title=Tool&n=78") is None


def test_a_lone_key_closes_only_where_the_page_without_it_was_opened() -> None:
    """By "id" alone a portal tells its pages apart; a sort order is added to a page."""
    same = Brought(Prints("a", "a", "a"), shape=Shape("a", frozenset({1}), frozenset({1})))
    watch = KeyWatch()
    watch.saw("p/ds", same)
    for number in range(25):
        watch.saw(f"p/ct?id={number}", same)
        watch.saw(f"p/ds?sort={number}", same)
    assert watch.closed("p/ct?id=77") is None
    assert watch.closed("p/ds?sort=77")


def test_a_way_back_to_the_page_itself_is_the_page() -> None:
    """Only a value that is the page's own place goes, however often it is packed."""
    here = HOME + "tin?a=1"
    packed = quote(quote("/tin?a=1", safe=""), safe="")
    assert without_way_back(f"{HOME}tin?a=1&ve={packed}", here) == f"{HOME}tin?a=1"
    assert without_way_back(f"{HOME}tin?ve=%2Fkhac", here) == f"{HOME}tin?ve=%2Fkhac"
    assert without_way_back(f"{HOME}khac?ve=%2Ftin", here) == f"{HOME}khac?ve=%2Ftin"


def test_a_list_below_a_huge_menu_is_no_noise() -> None:
    """Where a menu takes all that is kept of links, the words of the items tell pages apart."""
    noise, menu = NoiseKeys(), tuple(f"{HOME}muc/{n}" for n in range(300))
    for number in range(40):
        prints = Prints(f"bài {number}", "", "")
        noise.saw(f"p/ds?trang={number}", Brought(prints, menu, shape=Shape("danh sách")))
    assert noise.reduced("p/ds?trang=77") == "p/ds?trang=77"


def test_items_of_a_list_are_its_own_text() -> None:
    """What the page offers of itself is not its own; what leads on is."""
    links = (Link("?trang=3", "sau"), Link("?id=7", "Quyết định"))
    blocks = (Block("Danh sách"), Block("sau"), Block("Quyết định"))
    listed = Document("text/html", HowRead.MARKUP, "", blocks, links)
    shape = shape_of(listed, b"", HOME + "ds?trang=2")
    assert shape.blind == {hash("danh sach"), hash("quyet dinh")}


def test_the_order_of_keys_tells_no_pages_apart() -> None:
    """The pairs of one key keep theirs."""
    assert ordered("a/b?y=2&x=1") == ordered("a/b?x=1&y=2")
    assert ordered("a/b?x=2&x=1") == "a/b?x=2&x=1"
