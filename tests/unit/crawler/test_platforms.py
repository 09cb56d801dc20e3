"""The kinds of portal software: told apart, and what makes two addresses of one the same page."""

from __future__ import annotations

import pytest

from crawler.platforms import PLATFORMS, fingerprint, recognise
from crawler.platforms.generic import GENERIC
from crawler.platforms.platform import Platform
from documents.read import read_body
from domain.documents import Document

KINDS = {one.name: one for one in (*PLATFORMS, GENERIC)}

HOMES = {
    "sharepoint": '<link href="/_layouts/15/styles/core.css"><a href="/Pages/x.aspx">Tin</a>'
    '<form><input name="__VIEWSTATE"></form>',
    "liferay": '<script>Liferay.Portlet.list</script><a href="/web/guest/home">Trang chủ</a>',
    "dotnetnuke": '<div id="dnn_ctr385_ContentPane"></div><input name="__VIEWSTATE">',
    "nukeviet": '<script>var nv_base_siteurl="/";</script><a href="/vi/news/">Tin</a>',
    "wordpress": '<link href="/wp-content/themes/a/style.css"><a href="/2026/01/02/x/">Tin</a>',
    "joomla": '<script src="/media/jui/js/jquery.min.js"></script><a href="/tin-tuc">Tin</a>',
    "drupal": '<a href="/vi/node/7" data-drupal-link-system-path="node/7">Tin</a>',
    "webforms": '<form><input type="hidden" name="__VIEWSTATE" value="a"></form><a href="x">T</a>',
    "generic": '<script src="/Content/js/a.js"></script><a href="/tin">Tin</a>',
}


def page(markup: str) -> tuple[Document, bytes]:
    """A home page as it is read, with its body."""
    body = f"<html><head><title>Trang chủ</title></head><body>{markup}</body></html>".encode()
    reading = read_body(body)
    assert isinstance(reading, Document)
    return reading, body


@pytest.mark.parametrize("name", HOMES)
def test_each_kind_is_told_by_its_home_page(name: str) -> None:
    """Its marks are enough where no generator is named; ASP.NET's own stand behind the others'."""
    assert recognise(*page(HOMES[name])).name == name


def test_the_generator_is_believed_first() -> None:
    """What the page says of itself goes before files that a theme may have kept from elsewhere."""
    home = page('<meta name="generator" content="Drupal 9"><img src="/wp-content/uploads/a.png">')
    assert recognise(*home).name == "drupal"


def test_an_unknown_kind_says_what_it_is() -> None:
    """Its generator, else the folders its scripts lie in, so that a file can be written for it."""
    named = page('<meta name="generator" content="VNPT Portal 5.1">')
    assert fingerprint(*named) == "generator VNPT Portal 5.1"
    assert fingerprint(*page(HOMES["generic"])) == "tệp tĩnh ở /Content/"
    assert fingerprint(*page("<p>Xin chào</p>")) == ""


SAME = {
    "sharepoint": [
        ("a.vn/Pages/ct.aspx?ItemID=5&l=Tin&lv=4", "a.vn/Pages/ct.aspx?ItemID=5&l=Tin&lv=7"),
        ("a.vn/Lists/A/AllItems.aspx", "a.vn/Lists/A/AllItems.aspx?SortField=So&SortDir=Asc"),
        ("a.vn/Lists/A/DispForm.aspx?ID=3",
         "a.vn/Lists/A/DispForm.aspx?ID=3&Source=http%3A%2F%2Fa&ContentTypeId=0x01"),
    ],
    "liferay": [
        ("a.vn/tin/-/asset_publisher/x/content/id/34",
         "a.vn/tin/-/asset_publisher/x/content/id/34?p_p_state=pop_up&_101_viewMode=print"),
        ("a.vn/tin?p_p_id=101&_101_cur=2",
         "a.vn/tin?p_p_id=101&p_p_lifecycle=0&p_p_col_id=c1&_101_cur=2&_101_keywords="),
    ],
    "dotnetnuke": [("a.vn/Tin/tabid/9", "a.vn/Tin/tabid/9/language/vi-VN?dnnprintmode=true")],
    "nukeviet": [("a.vn/vi/news/tin/b-12.html", "a.vn/vi/news/print/tin/b-12.html")],
    "wordpress": [("a.vn/2026/01/so-tay/", "a.vn/2026/01/so-tay/amp/"),
                  ("a.vn/so-tay/", "a.vn/so-tay/feed/?share=facebook")],
    "joomla": [("a.vn/i.php?id=3", "a.vn/i.php?id=3&tmpl=component&print=1&layout=default")],
    "drupal": [("a.vn/vi/node/7", "a.vn/vi/print/7"),
               ("a.vn/van-ban", "a.vn/van-ban?order=title&sort=asc&page=0")],
    "webforms": [("a.vn/x.aspx?id=1", "a.vn/x.aspx?id=1&AspxAutoDetectCookieSupport=1")],
    "generic": [("a.vn/x.php?id=1", "a.vn/x.php?id=1&print=1")],
}  # fmt: skip


@pytest.mark.parametrize("name", SAME)
def test_faces_of_one_page_have_one_key(name: str) -> None:
    """Layout, order of rows, print and the way back make no other page."""
    for plain, other in SAME[name]:
        assert KINDS[name].key(plain) == KINDS[name].key(other)


OTHERS = [
    "ItemID=5", "ID=5", "cur=2", "_101_cur=2", "delta=20", "page=2", "start=10", "limitstart=20",
    "PageFirstRow=31", "Paged=TRUE", "p_ID=30", "RootFolder=%2FVB%2F2026", "id=7", "catid=3",
    "Itemid=101", "nv=laws", "op=detail", "tid=5", "p=12", "cn=97", "tc=5", "ArticleId=x",
    "p_p_lifecycle=2", "p_p_resource_id=5", "view=article", "l=TinTrongTinh", "View=%7Bguid%7D",
    "print=2", "in=1", "nam=2026", "action=detail", "portalid=2", "lang=en",
]  # fmt: skip


@pytest.mark.parametrize("kind", KINDS.values(), ids=lambda one: one.name)
def test_what_chooses_a_page_stays_in_its_key(kind: Platform) -> None:
    """No platform throws away a number, a page of a list, a folder or a view."""
    skipped = {"wordpress": {"print=2"}, "webforms": {"print=2"}}.get(kind.name, set())
    for pair in OTHERS:
        if pair not in skipped:
            assert kind.key(f"a.vn/x?{pair}") != kind.key("a.vn/x"), pair


def test_what_is_told_of_missing_pages_is_folded() -> None:
    """The patterns are tried on text without diacritics and capitals."""
    for kind in KINDS.values():
        if kind.not_found is not None:
            assert kind.not_found.pattern.isascii()
