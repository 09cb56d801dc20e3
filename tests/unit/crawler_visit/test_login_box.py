"""A small portal's pages with a login box, and pages that are a login whatever is around it."""

from __future__ import annotations

import pytest

from crawler.visit.pages.outcome import outcome_of
from documents.read import read_body
from domain.documents import Document
from domain.exchanges import Answer, Ask
from domain.outcomes import Outcome
from tests.unit.crawler_visit.portal import HOME, START

MENU = '<a href="/gioi-thieu">Giới thiệu</a></li><li><a href="/tin-tuc">Tin tức</a>'
FORM = (
    '<form method="post" action="/dang-nhap"><input name="u"><input type="password" name="p">'
    '<button>Đăng nhập</button> <a href="/quen-mat-khau">Quên mật khẩu?</a></form>'
)
BOX = f'<div class="hop"><h3>Đăng nhập</h3>{FORM}</div>'
NEWS = "".join(
    f'<p><a href="/tin/{n}">Hội nghị nông dân của xã lần thứ {n}</a></p>' for n in range(3)
)
SAID = "<p>Xã A nằm ở phía đông của huyện, có 12 thôn với nhiều dân tộc cùng sinh sống.</p>"
FOR_STAFF = "<p>Hệ thống chỉ dành cho cán bộ, công chức của xã; mời dùng tài khoản được cấp.</p>"


def outcome(title: str, main: str, behind: str = "", menu: str = MENU, path: str = "a") -> Outcome:
    """What a page of this portal is."""
    html = f"""<html><head><title>{title} - UBND xã A</title></head><body>
<header><h1>Trang thông tin điện tử UBND xã A</h1></header><nav><ul>
<li><a href="/">Trang chủ</a></li><li>{menu}</li></ul></nav><main>{main}</main>{behind}
<footer>UBND xã A, huyện B.</footer></body></html>"""
    answer = Answer(
        Ask(HOME), Outcome.OK, START, 0.1, final_address=HOME + path, status=200,
        headers=(("content-type", "text/html"),), body=html.encode(),
    )  # fmt: skip
    reading = read_body(html.encode())
    assert isinstance(reading, Document)
    return outcome_of(answer, reading)[0]


@pytest.mark.parametrize("main", [f"<h2>Tin xã</h2>{NEWS}", f"<h2>Giới thiệu</h2>{SAID}"])
def test_a_login_box_beside_a_page_is_no_login(main: str) -> None:
    """News or text of its own under a heading, and a menu that leads on."""
    assert outcome("Cổng", main, BOX) is Outcome.OK


@pytest.mark.parametrize(
    ("title", "main", "menu"),
    [
        ("Cổng", f"<h2>Đăng nhập</h2>{FORM}", MENU),
        ("Đăng nhập", f"<h2>ISO</h2>{SAID}{FORM}", MENU),
        ("Cổng", f"<h2>Đăng nhập</h2>{SAID}{FORM}", MENU),
        ("Cổng", f"<h2>ISO 9001:2015</h2>{FOR_STAFF}{FORM}", MENU),
        ("Cổng", f"<h2>Văn bản điều hành</h2>{SAID}{FORM}", ""),
        ("Cổng", FORM, MENU),
    ],
    ids=["its menu", "its title", "its heading", "whom it is for", "no menu", "the form alone"],
)
def test_a_login_with_a_menu_around_it_is_a_login(title: str, main: str, menu: str) -> None:
    """What stands behind it was not seen."""
    assert outcome(title, main, menu=menu) is Outcome.LOGIN_REQUIRED


def test_a_home_page_is_told_by_its_news() -> None:
    """ "Tin mới" is a column's on other pages: there the login is what the page is about."""
    news = f"<h2>Tin mới</h2>{NEWS}"
    assert outcome("Cổng", news, BOX, path="") is Outcome.OK
    assert outcome("Cổng", news, BOX, path="dang-nhap") is Outcome.LOGIN_REQUIRED
    assert outcome("Cổng", BOX, path="") is Outcome.LOGIN_REQUIRED
