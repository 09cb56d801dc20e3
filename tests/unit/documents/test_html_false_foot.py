"""A column that a class calls the foot of the page, and that holds the page."""

from __future__ import annotations

import pytest

from domain.documents import Zone
from tests.unit.documents.html_pages import link_to, page_of, zone_of

_LIST = "<ul><li><a href=/vb/1>Quyết định công bố hệ thống quản lý chất lượng</a></li></ul>"


def _page(name: str, heading: str, rest: str = "") -> str:
    return f"""<html><head><title>ISO 9001:2015 - UBND xã Tân Lập</title></head><body>
<header><h1>TRANG THÔNG TIN ĐIỆN TỬ UBND xã Tân Lập</h1></header><div class=col-md-3>
<h3>Liên kết</h3><a href=http://la.vn>Tỉnh</a></div>{rest}<div class={name}>
<h2>{heading}</h2>{_LIST}</div><footer>UBND xã Tân Lập. Địa chỉ: thôn 1.</footer></body></html>"""


@pytest.mark.parametrize("name", ["footer-content", "footer", "copyright-free", "nav-content"])
def test_a_column_with_the_pages_own_heading_is_the_page(name: str) -> None:
    """Nothing else has text of its own: the class is a page builder's whim."""
    page = page_of(_page(name, "ISO 9001:2015"))
    assert zone_of(page, "ISO 9001:2015") is Zone.MAIN
    assert link_to(page, "/vb/1").zone in (Zone.MAIN, Zone.LIST)


@pytest.mark.parametrize(
    ("heading", "rest"),
    [
        ("Liên hệ", ""),
        ("UBND xã Tân Lập", ""),
        ("ISO 9001:2015", "<main><h2>ISO 9001:2015</h2><p>Đang cập nhật.</p></main>"),
        ("ISO 9001:2015", f"<main><p>{'Một bài dài. ' * 40}</p></main>"),
    ],
    ids=["another heading", "the portal's name", "the page has its heading", "the page has text"],
)
def test_a_real_foot_stays_the_foot(heading: str, rest: str) -> None:
    """What stands on every page is no part of this one."""
    markup = _page("footer", heading, rest)
    page = page_of(
        markup.replace("<title>ISO 9001:2015 - ", "<title>") if "xã" in heading else markup
    )
    assert link_to(page, "/vb/1").zone is Zone.FOOTER
