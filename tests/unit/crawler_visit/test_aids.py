"""Search box, sitemap, feeds and the software a portal runs on."""

from __future__ import annotations

import gzip
from urllib.parse import quote_plus

import pytest

from crawler.platforms import recognise
from crawler.visit.aids.feeds import feed_addresses, parse_feed
from crawler.visit.aids.search import NONSENSE, QUERIES
from crawler.visit.aids.sitemaps import parse_sitemap
from domain.documents import Document, HowRead, Link, Zone
from domain.outcomes import Aid, Outcome, PortalState
from domain.visits import FoundBy
from tests.unit.crawler_visit.portal import HOME, FakePortal, Handler, Served, at_home, page, visit
from tests.unit.crawler_visit.test_post_lists import read_markup

FORM = '<form action="/tim-kiem" field="q"></form>'
XML = '<?xml version="1.0"?><urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9">'


def found(done_by: FoundBy, portal: dict[str, Handler]) -> set[str]:
    """Paths first found in one way."""
    attempts = visit(portal).visit.attempts
    return {"/" + a.address.removeprefix(HOME) for a in attempts if a.found_by is done_by}


def searchable(results: dict[str, str]) -> dict[str, Handler]:
    """A portal whose search answers queries by ``results`` and nothing else."""
    news = "/tin/1|Hội nghị tổng kết năm"
    pages: dict[str, Handler] = {
        "/": page("Trang chủ", "/tin|Tin|menu", news, more=FORM),
        "/tin": page("Tin tức", text="Trang tin tức của xã nhà"),
        "/tin/1": page("Hội nghị", text="Một bản tin về hội nghị của xã"),
        "/an": page("Công bố ISO", text="Trang không có liên kết nào dẫn đến"),
    }
    queries = tuple(map(quote_plus, (*QUERIES, NONSENSE, "Hội nghị tổng")))
    for query in queries:
        links = [results[query]] if query in results else []
        pages[f"/tim-kiem?q={query}"] = page("Tìm kiếm", "/tin|Tin|menu", *links, text="Kết quả")
    return pages


def test_search_finds_what_no_link_leads_to() -> None:
    """A result of the portal's own search is opened."""
    pages = searchable({"ISO+9001": "/an|Công bố HTQLCL theo ISO"})
    done = visit(pages)
    assert done.visit.search is Aid.USED
    assert done.outcome("/an") is Outcome.OK
    assert "/an" in found(FoundBy.SEARCH, pages)


def test_search_that_finds_nothing_of_ours_but_works_is_used() -> None:
    """Finding words of the home page shows that silence about ISO means something."""
    pages = searchable({"H%E1%BB%99i+ngh%E1%BB%8B+t%E1%BB%95ng": "/tin/1|Hội nghị tổng kết năm"})
    assert visit(pages).visit.search is Aid.USED


def test_search_that_never_finds_anything_is_none_to_speak_of() -> None:
    """A box that finds not even what stands on the home page proves nothing, and hides nothing."""
    assert visit(searchable({})).visit.search is Aid.NONE


@pytest.mark.parametrize(
    ("answer", "expected"),
    [
        ("Tìm thấy 24 kết quả.", Aid.FAILED),
        ("Tìm thấy 0 kết quả.", Aid.NONE),
        ("Không có kết quả nào phù hợp với từ khóa.", Aid.NONE),
        ("Có lỗi khi tìm kiếm. Mã lỗi 0x80040E14.", Aid.FAILED),
    ],
)
def test_search_that_finds_what_it_does_not_show_has_failed(answer: str, expected: Aid) -> None:
    """Nobody could read what such a search answers: its silence proves nothing."""
    pages = searchable({})
    for address in [one for one in pages if one.startswith("/tim-kiem")]:
        pages[address] = page("Tìm kiếm", "/tin|Tin|menu", text=answer)
    assert visit(pages).visit.search is expected


def test_search_that_answers_an_error_has_failed_and_none_is_none() -> None:
    """An error is failed; no box, or one that robots.txt closes to all robots, is none."""
    broken = {"/": page("Trang chủ", more=FORM), "/tim-kiem": "x"}
    assert visit(dict(broken)).visit.search is Aid.FAILED
    assert visit({"/": page("Trang chủ")}).visit.search is Aid.NONE
    rules = "User-agent: *\nDisallow: /tim-kiem"
    assert visit({**broken, "/robots.txt": rules}).visit.search is Aid.NONE


def sitemap(*paths: str) -> Served:
    """A sitemap of the portal's paths."""
    urls = "".join(f"<url><loc>{HOME.rstrip('/')}{path}</loc></url>" for path in paths)
    return Served(XML + urls + "</urlset>", content_type="text/xml")


def test_sitemap_index_named_by_robots_is_followed() -> None:
    """Pages of an index's files are opened; addresses of other sites are not."""
    index = (
        "<sitemapindex>"
        f"<sitemap><loc>{HOME}s1.xml</loc></sitemap><sitemap><loc>http://x.y.vn/s.xml</loc></sitemap>"
        "</sitemapindex>"
    )
    pages: dict[str, Handler] = {
        "/robots.txt": f"Sitemap: {HOME}map.xml",
        "/": page("Trang chủ"),
        "/map.xml": Served(index, content_type="text/xml"),
        "/s1.xml": sitemap("/an"),
        "/an": page("Trang ẩn"),
    }
    done = visit(pages)
    assert done.visit.sitemap is Aid.USED
    assert done.outcome("/an") is Outcome.OK
    assert all(address.startswith(HOME) for address in done.portal.asked)


def test_sitemap_states() -> None:
    """A promised one that fails is failed; one that is gone, or a page in its place, is none."""
    home: dict[str, Handler] = {"/": page("Trang chủ")}
    promised = {**home, "/robots.txt": f"Sitemap: {HOME}map.xml"}
    assert visit(promised).visit.sitemap is Aid.NONE
    assert visit(home).visit.sitemap is Aid.NONE
    damaged = {**promised, "/map.xml": Served("", Outcome.HTTP_ERROR, 500)}
    assert visit(damaged).visit.sitemap is Aid.FAILED
    assert visit({**home, "/sitemap.xml": page("Trang chủ")}).visit.sitemap is Aid.NONE
    error = Served("", Outcome.HTTP_ERROR, 500)
    assert visit({**home, "/sitemap.xml": error}).visit.sitemap is Aid.FAILED


def test_only_further_guesses_at_a_sitemap_are_named_by_nothing() -> None:
    """The night after does not ask them again where nothing was; the likeliest place it does."""
    nukeviet = "/index.php?language=vi&nv=news|Tin|menu"
    pages: dict[str, Handler] = {"/": page("Trang chủ", nukeviet)}
    pages["/robots.txt"] = f"Sitemap: {HOME}map.xml"
    attempts = visit(pages).visit.attempts
    by = [one.parent for one in attempts if one.words.zone is Zone.SITEMAP]
    assert by == [HOME, None, None, None, None]
    del pages["/robots.txt"]
    attempts = visit(pages).visit.attempts
    by = [one.parent for one in attempts if one.words.zone is Zone.SITEMAP]
    assert by == [HOME, None, None, None]


def test_sitemap_is_read_however_it_is_packed() -> None:
    """Gzipped, as plain text, with CDATA and entities; rubbish is no sitemap."""
    body = (XML + "<url><loc><![CDATA[http://a.vn/?a=1&b=2]]></loc></url></urlset>").encode()
    for packed in (body, gzip.compress(body)):
        parsed = parse_sitemap(packed)
        assert parsed is not None
        assert parsed.pages == ("http://a.vn/?a=1&b=2",)
    plain = parse_sitemap(b"http://a.vn/1\nhttp://a.vn/2\n")
    assert plain is not None
    assert len(plain.pages) == 2
    assert parse_sitemap(b"<html>not found</html>") is None
    assert parse_sitemap(b"\x1f\x8bdamaged") is None


def test_feed_entries_are_opened_with_their_titles() -> None:
    """A feed named in the head gives addresses and words."""
    link = '<link rel="alternate" type="application/rss+xml" href="/rss">'
    feed = "<rss><channel><item><title><![CDATA[Công bố ISO]]></title><link>/an</link></item></rss>"
    pages: dict[str, Handler] = {
        "/": page("Trang chủ", more=link),
        "/rss": Served(feed, content_type="application/rss+xml"),
        "/an": page("Công bố"),
    }
    attempt = next(a for a in visit(pages).visit.attempts if a.found_by is FoundBy.FEED)
    assert (attempt.address, attempt.words.text) == (HOME + "an", "Công bố ISO")


def test_feed_of_each_kind_is_read() -> None:
    """RSS and Atom; a page is no feed."""
    atom = (
        b'<feed><entry><title>T</title><link rel="alternate" href="http://a.vn/1"/></entry></feed>'
    )
    entries = parse_feed(atom)
    assert entries is not None
    assert entries[0].address == "http://a.vn/1"
    assert parse_feed(b"<html></html>") is None
    head = b"<link href='/f?a=1&amp;b=2' type='application/atom+xml'><link href=x rel=stylesheet>"
    assert feed_addresses(head) == ("/f?a=1&b=2",)


@pytest.mark.parametrize(
    ("generator", "body", "href", "name"),
    [
        ("WordPress 6.1", b"", "", "wordpress"),
        ("", b'<link href="/wp-content/themes/x.css">', "", "wordpress"),
        ("Joomla! - Open Source", b"", "", "joomla"),
        ("NukeViet v4.5", b"", "", "nukeviet"),
        ("", b"<script>var nv_base_siteurl='/'</script>", "", "nukeviet"),
        ("", b"", "/web/guest/tin/-/asset_publisher/ab/content/id/3", "liferay"),
        ("", b"", "/ISO/tabid/270/post/2918/x.aspx", "dotnetnuke"),
        ("", b"", "/noidung/tintuc/Pages/chi-tiet-tin-tuc.aspx?ItemID=29064", "sharepoint"),
        ("", b"", "/tin", "generic"),
    ],
)
def test_platform_is_recognised(generator: str, body: bytes, href: str, name: str) -> None:
    """By its generator, its markup or its addresses."""
    home = Document(
        "text/html", HowRead.MARKUP, links=(Link(href),), metadata=(("generator", generator),)
    )
    assert recognise(home, body).name == name


def test_usual_search_of_a_platform_is_tried_without_a_form() -> None:
    """WordPress without a visible box is asked by its usual address."""
    pages: dict[str, Handler] = {
        "/": page("Trang chủ", more='<p class="/wp-content/"></p>'),
        "/?s=ISO+9001": page("Kết quả", "/an|Công bố ISO"),
        "/?s=xqzvkhongcotunay": page("Kết quả"),
        "/an": page("Công bố"),
    }
    portal = FakePortal(at_home(pages), missing=Served(page("Kết quả")))
    done = visit(portal)
    assert any("?s=" in address for address in done.portal.asked)
    assert done.visit.state in (PortalState.REACHED, PortalState.PARTLY_REACHED)


@pytest.mark.parametrize(
    ("inner", "robots", "expected"),
    [
        (sitemap("/b"), "", Aid.USED),
        (Served("", Outcome.NOT_FOUND, 404), "", Aid.USED),
        (Served("", Outcome.HTTP_ERROR, 500), "", Aid.FAILED),
        (Served("", Outcome.TIMEOUT, None), "", Aid.FAILED),
        (page("Trang chủ"), "", Aid.FAILED),
        (sitemap("/b"), "Disallow: /b.xml\n", Aid.FAILED),
        (sitemap(*[f"/{number}" for number in range(20)]), "", Aid.FAILED),
    ],
)
def test_sitemap_of_which_a_part_was_not_read_has_failed(
    inner: Handler, robots: str, expected: Aid, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A file that fails, is forbidden or too long hides addresses; one that is gone does not."""
    monkeypatch.setattr("crawler.visit.aids.sitemaps.MOST_ADDRESSES", 10)
    index = f"<sitemapindex><loc>{HOME}a.xml</loc><loc>{HOME}b.xml</loc></sitemapindex>"
    pages: dict[str, Handler] = {
        "/": page("Trang chủ"),
        "/robots.txt": f"User-agent: *\n{robots}Sitemap: {HOME}map.xml",
        "/map.xml": Served(index, content_type="text/xml"),
        "/a.xml": sitemap("/a"),
        "/b.xml": inner,
    }
    assert visit(pages).visit.sitemap is expected


def test_sitemap_of_more_files_than_are_read_has_failed() -> None:
    """What stands in the files beyond the limit stays unseen."""
    files = "".join(f"<loc>{HOME}s{number}.xml</loc>" for number in range(60))
    pages: dict[str, Handler] = {
        "/": page("Trang chủ"),
        "/sitemap.xml": f"<sitemapindex>{files}</sitemapindex>",
    }
    pages |= {f"/s{number}.xml": sitemap("/tin") for number in range(60)}
    assert visit(pages).visit.sitemap is Aid.FAILED


def test_sitemap_that_the_home_page_names_is_read() -> None:
    """A sitemap in the page's head is used; a map for people is opened before other sections."""
    maps = '<map href="/ban-do.xml">x</map><map href="/so-do">x</map>'
    pages: dict[str, Handler] = {
        "/": page("Trang chủ", "/tin|Tin", "/so-do|Sơ đồ cổng", more=maps),
        "/ban-do.xml": sitemap("/an"),
        "/an": page("Trang ẩn"),
        "/tin": page("Tin"),
        "/so-do": page("Sơ đồ", "/iso|ISO"),
    }
    done = visit(pages)
    assert done.visit.sitemap is Aid.USED
    assert done.outcome("/an") is Outcome.OK
    asked = done.portal.asked
    assert asked.index(HOME + "so-do") < asked.index(HOME + "tin")


def test_a_search_box_that_is_posted_is_said_and_not_asked() -> None:
    """It is no gap by itself, and "there is none" would be wrong."""
    form = "<form method=post action='/tim'><input name=tukhoa placeholder='Tìm kiếm'></form>"
    pages: dict[str, Handler] = {"/": page("Trang chủ", "/tin|Tin", more=form), "/tin": page("Tin")}
    done = visit(at_home(pages), reader=read_markup)
    assert done.visit.search is Aid.POSTED
    assert done.visit.state is PortalState.REACHED
    assert f"{HOME}tim" not in done.portal.asked
