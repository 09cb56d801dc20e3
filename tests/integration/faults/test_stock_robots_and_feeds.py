"""The robots.txt and the feeds that each CMS ships hide no paper.

The sound portal is seen whole, so the publications it does not show are rightly said to be missing.
"""

from __future__ import annotations

import pytest

from domain.outcomes import Outcome, PortalState
from domain.publications import Status
from tests.integration.faults.looking import Looked, look
from tests.integration.faults.portal import PAGES, Answer, Asked, response

NEWS = "/tin-chi-co-trong-kenh"
STOCK = {
    "drupal": (
        ("/admin/", "/comment/reply/", "/filter/tips", "/node/add/", "/search/", "/user/register",
         "/user/password", "/user/login", "/user/logout"),
        ("/user/login|Đăng nhập", "/user/register|Tạo tài khoản mới", "/search/node|Tìm kiếm",
         "/user/password|Quên mật khẩu", "/comment/reply/node/5/comment|Thêm bình luận",
         "/filter/tips|Thêm thông tin về các định dạng văn bản", "/node/add/page|Thêm nội dung"),
    ),
    "joomla": (
        ("/administrator/", "/cache/", "/components/", "/includes/", "/plugins/"),
        ("/components/com_mailto/?tmpl=component&link=abc|Email",
         "/index.php?option=com_users&view=login|Đăng nhập",
         "/component/users/?view=remind|Quên tên đăng nhập?"),
    ),
    "nukeviet": (
        ("/admin/", "/users/", "/statistics/", "/banners/", "/rss/", "/seek/"),
        ("/users/login/|Đăng nhập", "/users/lostpass/|Quên mật khẩu?", "/seek/|Tìm kiếm",
         "/statistics/|Thống kê truy cập", "/banners/|Quảng cáo", "/rss/|RSS"),
    ),
    "wordpress": (
        ("/wp-admin/", "/wp-login.php", "/feed/", "/*/feed/", "/trackback/", "/*?replytocom"),
        ("/wp-login.php|Đăng nhập", "/feed/|RSS", "/comments/feed/|RSS bình luận",
         "/tin-tuc/feed/|", "/tin-tuc?replytocom=5#respond|Trả lời"),
    ),
}  # fmt: skip


@pytest.mark.parametrize("cms", STOCK)
def test_stock_robots_hide_nothing(cms: str) -> None:
    """Login, comments, feeds and counters are closed on every portal of its kind."""
    closed, links = STOCK[cms]
    looked = _look(closed, links)
    assert looked.inspection.visit.state is PortalState.REACHED
    assert looked.status("quality_objectives") is Status.PUBLISHED
    assert len(looked.accused_of) == 11


@pytest.mark.parametrize("view", ["/print/muc-tieu", "/muc-tieu?print=1"])
def test_a_forbidden_printed_form_hides_nothing(view: str) -> None:
    """The article itself was read."""
    paper = PAGES["/muc-tieu"].replace("</main>", f"<a href='{view}'>Bản in</a></main>")
    rules = b"User-agent: *\nDisallow: /print/\nDisallow: /*?print"

    def robots(asked: Asked) -> Answer | None:
        return (response(rules, kind="text/plain"),) if asked.path == "/robots.txt" else None

    looked = look(robots, pages={"/muc-tieu": paper})
    assert looked.inspection.visit.state is PortalState.REACHED
    assert len(looked.accused_of) == 11


def test_a_forbidden_section_hides_its_papers() -> None:
    """What the words do not tell to be a tool may hold any of them."""
    looked = _look(("/cong-khai",), ("/cong-khai|Công khai",))
    assert looked.inspection.visit.state is PortalState.PARTLY_REACHED
    assert not looked.accused_of


@pytest.mark.parametrize("feed", [f"<item><link>{NEWS}</link></item>", ""], ids=["some", "none"])
def test_a_feed_that_a_page_links_hides_nothing(feed: str) -> None:
    """Pages called RSS link a feed for every section, most of them empty."""

    def answer(asked: Asked) -> Answer | None:
        body = f"<?xml version='1.0'?><rss><channel><title>Tin</title>{feed}</channel></rss>"
        return (response(body.encode(), kind="text/xml"),) if asked.path == "/kenh" else None

    home = PAGES["/"].replace("</main>", "<a href='/kenh'>Tin tức</a></main>")
    looked = look(answer, pages={"/": home, NEWS: PAGES["/tin-tuc"]})
    assert len(looked.accused_of) == 11
    assert looked.outcome(NEWS) is (Outcome.OK if feed else None)


def _look(closed: tuple[str, ...], links: tuple[str, ...]) -> Looked:
    rules = "".join(f"Disallow: {path}\n" for path in closed)

    def robots(asked: Asked) -> Answer | None:
        stock = response(f"User-agent: *\n{rules}".encode(), kind="text/plain")
        return (stock,) if asked.path == "/robots.txt" else None

    entries = (link.split("|") for link in links)
    tools = "".join(f"<li><a href='{href}'>{words}</a></li>" for href, words in entries)
    menu = f"</nav><ul class='tools'>{tools}</ul>"
    return look(robots, pages={path: page.replace("</nav>", menu) for path, page in PAGES.items()})


def test_a_forbidden_search_that_is_called_a_list_is_one() -> None:
    """Many portals show all their papers where one searches them."""
    looked = _look(("/van-ban/tim-kiem",), ("/van-ban/tim-kiem|Hệ thống văn bản",))
    assert looked.inspection.visit.state is PortalState.PARTLY_REACHED
    assert not looked.accused_of
