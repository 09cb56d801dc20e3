"""Addresses of a portal's software that show no papers."""

from __future__ import annotations

import pytest

from crawler.tools import is_feed, is_search_form, is_tool


@pytest.mark.parametrize(
    "address",
    [
        "http://xa.vn/comment/reply/node/5/field_comment",
        "http://xa.vn/filter/tips",
        "http://xa.vn/component/mailto/?tmpl=component&link=aHR0",
        "http://xa.vn/index.php?option=com_mailto&tmpl=component",
        "http://xa.vn/muc-tieu/?replytocom=5#respond",
        "http://xa.vn/index.php?title=ISO&action=edit&redlink=1",
        "http://xa.vn/index.php?title=ISO&oldid=12",
    ],
)
def test_tools(address: str) -> None:
    """They comment on a page, mail or edit it."""
    assert is_tool(address)


@pytest.mark.parametrize(
    "address",
    [
        "http://xa.vn/binh-luan-ve-iso",
        "http://xa.vn/node/addition",
        "http://xa.vn/index.php?action=edit&id=5",
        "http://xa.vn/index.php?title=ISO&action=view",
    ],
)
def test_pages_that_sound_like_tools(address: str) -> None:
    """A program's own word for showing a page may be anything."""
    assert not is_tool(address)


@pytest.mark.parametrize(
    ("address", "repeats"),
    [
        ("http://xa.vn/tin/feed/", True),
        ("http://xa.vn/rss.aspx?cat=3", True),
        ("http://xa.vn/?feed=rss2", True),
        ("http://xa.vn/tin-tuc.rss", True),
        ("http://xa.vn/Search/Node", True),
        ("http://xa.vn/search?cat=iso", False),
        ("http://xa.vn/search/van-ban", False),
        ("http://xa.vn/feed/cong-khai", False),
        ("http://xa.vn/rss/van-ban", False),
        ("http://xa.vn/vb?type=feed", False),
        ("http://xa.vn/feedback", False),
    ],
)
def test_what_repeats_other_pages(address: str, repeats: bool) -> None:
    """Feeds and empty search forms; below them, and of what was asked for, there may be lists."""
    assert (is_feed(address) or is_search_form(address)) is repeats
