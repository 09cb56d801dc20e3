"""robots.txt: what it allows us, and that nonsense forbids nothing."""

from __future__ import annotations

from crawler.robots import ALLOW_ALL, DENY_ALL, LONGEST_CRAWL_DELAY_S, RobotsRules

TEXT = """User-agent: *
Disallow: /admin/
Disallow: /*.xls$
Allow: /admin/cong-khai
Crawl-delay: 2.5

User-agent: giamsat
Disallow: /mat/

Sitemap: http://xa.vn/so-do.xml
"""


def test_everyone() -> None:
    """The general group is obeyed, wildcards and longest match included."""
    rules = RobotsRules.parse(TEXT, "khac/1.0")
    assert not rules.allows("http://xa.vn/admin/a")
    assert rules.allows("http://xa.vn/admin/cong-khai")
    assert not rules.allows("http://xa.vn/a.xls")
    assert rules.crawl_delay_s == 2.5
    assert rules.sitemaps == ("http://xa.vn/so-do.xml",)


def test_own_group() -> None:
    """A group that names us is the one that counts."""
    rules = RobotsRules.parse(TEXT, "giamsat/0.1 (+mailto)")
    assert not rules.allows("http://xa.vn/mat/a")
    assert rules.allows("http://xa.vn/admin/a")


def test_vietnamese_paths() -> None:
    """A rule written in letters holds for the escaped address."""
    rules = RobotsRules.parse("User-agent: *\nDisallow: /mật/", "giamsat")
    assert not rules.allows("http://xa.vn/m%E1%BA%ADt/a")


def test_nonsense_forbids_nothing() -> None:
    """A page instead of robots.txt, an empty file and odd delays are no rules."""
    assert RobotsRules.parse("<html>Disallow: /</html>", "giamsat") == ALLOW_ALL
    assert RobotsRules.parse("", "giamsat").allows("http://xa.vn/a")
    odd = RobotsRules.parse("User-agent: *\nCrawl-delay: -3\nDisallow:", "giamsat")
    assert odd.crawl_delay_s is None


def test_a_crawl_delay_that_leaves_no_time() -> None:
    """It is read as it stands: what cannot be waited for is for the visit to tell."""
    asked = RobotsRules.parse("User-agent: *\nCrawl-delay: 3600", "giamsat").crawl_delay_s
    assert asked == 3600 > LONGEST_CRAWL_DELAY_S


def test_constants() -> None:
    """All and nothing."""
    assert ALLOW_ALL.allows("http://xa.vn/a")
    assert not DENY_ALL.allows("http://xa.vn/a")
