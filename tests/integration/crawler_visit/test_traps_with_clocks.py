"""Filters on portals whose every page runs a clock: they end, and hide nothing that is real."""

from __future__ import annotations

from urllib.parse import quote

from crawler.visit.links.family_watch import Brought
from crawler.visit.links.noise_keys import without_way_back
from crawler.visit.links.variants import Variants
from crawler.visit.pages.text import NO_SHAPE, Prints, Shape
from domain.outcomes import PortalState, StoppedBy
from tests.integration.crawler_visit.test_traps_of_keys import FEW, Made, bare, linked, opened
from tests.unit.crawler_visit.portal import HOME, page, visit

CHOICES = (("sapxep", "moi cu ten"), ("hienthi", "20 50 100"), ("kieuxem", "luoi danhsach"))


class Clocked(Made):
    """Articles of one script; every page offers itself otherwise, and shows a clock."""

    papers = 15

    def make(self, path: str, query: dict[str, str]) -> str | None:
        shown = {key: value for key, value in query.items() if key in ("id", "nam")}
        made = self.shown(path, shown)
        if made is None:
            return None
        title, links, text = made
        for key, values in CHOICES:
            if key not in query:
                links += [linked(path, {**query, key: one}, one) for one in values.split()]
        here = path + "?" + "&".join("=".join(pair) for pair in query.items())
        links.append(linked(path, {**query, "quaylai": quote(here, safe="")}, here[-9:]))
        clock = f"<p>10:12:33.{len(self.asked)} lượt truy cập {77 * len(self.asked)}</p>"
        return page(title, *links, text=text, more=clock)

    def shown(self, path: str, query: dict[str, str]) -> tuple[str, list[str], str] | None:
        """Title, links and text of a page without what is offered of it."""
        if path == "/":
            links = [f"/bài?id={n}|Công bố ISO {n}" for n in range(3)]
            links += [f"/bài?id={n}|Bài {bare(str(n))}" for n in range(3, self.papers)]
            return "Trang", [*links, "/tra-cứu|Tra cứu"], "Trang"
        if path == "/bài" and "id" in query:
            named = bare(query["id"])
            return f"Bài {named}", [f"/tep/{query['id']}|Tệp"], f"Nội dung {named}"
        if path == "/tra-cứu":
            links = [f"/tra-cứu?nam={year}|{year}" for year in range(2010, 2027)]
            if "nam" in query:
                links.append(f"/văn-bản-{query['nam']}|Kế hoạch")
            return "Tra cứu", links, "Tra cứu văn bản"
        return (path, [], f"Nội dung của {path}") if path.startswith("/văn-bản") else None


def test_filters_end_where_a_clock_runs_on_every_page() -> None:
    """No two answers are alike, and yet the filters bring nothing."""
    done = visit(Clocked({}), settings=FEW)
    assert len(done.portal.asked) < 300
    assert done.visit.stopped_by is StoppedBy.NOTHING_LEFT
    assert done.visit.state is PortalState.REACHED


def test_what_the_filters_stand_on_is_all_opened() -> None:
    """Variants of the first papers do not tell against the key by which all are told apart."""
    done = visit(Clocked({}), settings=FEW)
    bare_ones = {HOME + f"b%C3%A0i?id={n}" for n in range(Clocked.papers)}
    assert bare_ones <= set(done.portal.asked)


def test_a_filter_by_year_that_brings_papers_is_followed() -> None:
    """It stands beside those that bring nothing, and is told apart."""
    done = visit(Clocked({}), settings=FEW)
    assert opened(done, quote("văn-bản-")) == 17


def test_a_way_back_through_vietnamese_letters_is_the_page() -> None:
    """The path's own letters are escaped once, those in a value once more."""
    path = quote("/tin-tức")
    here = HOME.rstrip("/") + path
    assert without_way_back(f"{here}?ve={quote(path, safe='')}", here) == here


def brought(text: str, *targets: str, offered: str = "") -> Brought:
    """A page with these words, some of them links to variants of itself."""
    words, of_links = (frozenset(map(hash, said.split())) for said in (text, offered))
    shape = Shape(text, words=words, offered=of_links) if text else NO_SHAPE
    return Brought(Prints(text, text, text), targets, shape=shape)


def test_a_key_is_idle_where_the_page_without_it_was_the_same() -> None:
    """But for the words and the links by which it offers itself otherwise."""
    variants, item = Variants(), "http://p/tep"
    variants.idle_keys("p/ds?id=1", brought("bài mới cũ", item, offered="mới cũ"))
    more = brought("bài lưới", "http://p/ds?id=1&x=3", item, offered="lưới")
    assert variants.idle_keys("p/ds?id=1&x=2", more) == {"x"}


def test_a_key_that_brings_words_or_links_is_not_idle() -> None:
    """A page of a list has items of its own; where nothing was read, nothing is known."""
    variants = Variants()
    variants.idle_keys("p/ds", brought("danh sách", "http://p/a"))
    assert not variants.idle_keys("p/ds?trang=2", brought("danh sách", "http://p/b"))
    assert not variants.idle_keys("p/ds?nam=2012", brought("danh sách khác", "http://p/a"))
    assert not variants.idle_keys("p/ds?x=1", brought("", "http://p/a"))
