"""Pages whose frame came and whose list or text is a script's: told from pages that show theirs."""

from __future__ import annotations

import pytest

from crawler.visit.hollow import is_hollow
from documents.read import read_body

FRAME = """<html><head><title>Văn bản</title><script src="/js/list.js"></script></head><body>
<header><h1>UBND xã A</h1></header>
<nav class="menu"><ul><li><a href="/">Trang chủ</a></li>
<li><a href="/tin">Tin tức</a></li></ul></nav>
<main>{}</main><footer>UBND xã A, huyện B. Điện thoại: 0216 3 852 000</footer></body></html>"""
SAID = "<p>Xã A nằm ở phía tây của huyện, có bảy thôn bản và hơn bốn nghìn nhân khẩu.</p>"


def hollow(main: str, frame: str = FRAME) -> bool:
    """Whether a page with this main part is hollow."""
    body = frame.replace("{}", main).encode()
    return is_hollow(read_body(body), body)


@pytest.mark.parametrize(
    "main",
    [
        '<h2>Văn bản mới</h2><div id="danh-sach"></div>',
        "<h2>Văn bản</h2><p>Đang tải dữ liệu, xin chờ...</p>",
        '<ul><li ng-repeat="v in ds"><a href="#">{{v.tieuDe}}</a> {{v.ngay | date}}</li></ul>',
    ],
    ids=["empty", "loading", "template"],
)
def test_a_frame_around_nothing_is_hollow(main: str) -> None:
    """Its menu and footer are no text of its own."""
    assert hollow(main)


@pytest.mark.parametrize(
    "main",
    [SAID, '<ul><li><a href="/vb/1">Quyết định 12</a></li></ul>', "<p>Loading Bay</p>" + SAID],
    ids=["text", "list", "words that only begin like waiting"],
)
def test_a_page_that_shows_something_is_not(main: str) -> None:
    """Text or one link of its own is enough: it came without a browser."""
    assert not hollow(main)


def test_without_scripts_there_is_nothing_to_wait_for() -> None:
    """An empty section is empty, whoever looks."""
    assert not hollow("", FRAME.replace('<script src="/js/list.js"></script>', ""))


def test_papers_and_nothing_are_not() -> None:
    """Only web pages can be."""
    assert not is_hollow(None, b"<script>")
    assert not is_hollow(read_body(b"plain <script> text"), b"plain <script> text")
