"""Sitemaps and feeds made to keep a reader busy."""

from __future__ import annotations

import gzip
from time import process_time

import pytest

from crawler.visit.aids.feeds import feed_addresses, parse_feed
from crawler.visit.aids.sitemaps import MOST_ADDRESSES, parse_sitemap

_HOSTILE_BYTES = 5_000_000
_MOST_CPU_S = 0.5


@pytest.mark.parametrize(
    "piece",
    [" ", "<loc", "<loc>", "<loc> ", "<loc><![CDATA[", "<" + "a" * 50, "<a:loc ", "]]>", "&amp;"],
)
def test_hostile_sitemap_is_read_at_once(piece: str) -> None:
    """Five megabytes of anything are read in one pass, not in the square of their length."""
    body = ("<urlset><loc>" + piece * (_HOSTILE_BYTES // len(piece))).encode()
    start_s = process_time()
    parse_sitemap(body)
    assert process_time() - start_s < _MOST_CPU_S


@pytest.mark.parametrize(
    "piece",
    ["<item ", "<item><title>", "<item><link>", "<entry><link href", "<entry><link href= ", "<"],
)
def test_hostile_feed_is_read_at_once(piece: str) -> None:
    """The same holds for feeds, and for what a page says of its feeds."""
    body = ("<rss>" + piece * (_HOSTILE_BYTES // len(piece))).encode()
    start_s = process_time()
    parse_feed(body)
    feed_addresses(("<link href= " * 100_000).encode())
    assert process_time() - start_s < _MOST_CPU_S


def test_sitemap_that_goes_on_beyond_the_limit_says_so() -> None:
    """What was not read of a file is never taken for nothing."""
    line = "http://a.vn/x\n"
    whole, longer = (
        parse_sitemap(line.encode()),
        parse_sitemap((line * (MOST_ADDRESSES + 1)).encode()),
    )
    torn = parse_sitemap(gzip.compress(b"<urlset><loc>http://a.vn/x</loc>" * 9)[:-9])
    assert whole is not None
    assert not whole.cut
    assert longer is not None
    assert longer.cut
    assert torn is None or torn.cut


def test_odd_sitemap_and_feed_are_still_read() -> None:
    """Prefixes, attributes, CDATA and elements left open are no hindrance."""
    sitemap = parse_sitemap(
        b"<urlset><s:loc a='1'>\n http://a.vn/1 </s:loc>"
        b"<loc><![CDATA[ http://a.vn/2?a=1&b=2 ]]></loc>"
        b"<LOC>x</LOC><loc></loc>"
    )
    feed = parse_feed(
        b"<rss><item><title><![CDATA[M\xe1\xbb\xa5c <b>ti\xc3\xaau</b>]]></title><link>http://a.vn/3"
        b"</link><item><title>Hai</title><link>http://a.vn/4</link>"
    )
    assert sitemap is not None
    assert feed is not None
    assert sitemap.pages == ("http://a.vn/1", "http://a.vn/2?a=1&b=2")
    assert [(entry.address, entry.title) for entry in feed] == [
        ("http://a.vn/3", "Mục  tiêu"),
        ("http://a.vn/4", "Hai"),
    ]
