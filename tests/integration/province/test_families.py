"""What is peculiar to single platforms: how they hide their addresses and their lists."""

from __future__ import annotations

import json
import re
from dataclasses import replace
from html import unescape
from urllib.parse import unquote

import pytest
from protego import Protego

from tests.integration.province.made_host import PDF, fetched, small_host, small_site
from tests.province.families import family_of
from tests.province.host import Host
from tests.province.province import Entry, Section, Site


def _text(host: Host, target: str) -> str:
    return fetched(host, target)[1].decode()


def _shown(page: str) -> set[str]:
    return set(re.findall(r"Văn bản số (\d+)\b", page))


def _with_news(section: Section, entries: tuple[Entry, ...]) -> Site:
    site = small_site()
    longer = replace(section, entries=entries)
    return replace(site, sections=(site.sections[0], longer, *site.sections[3:]))


def test_papers_of_a_handmade_portal_are_listed_by_year_and_kind() -> None:
    """The section shows the newest; the form gives a year's papers, and asks for a year."""
    host = small_host("handmade")
    section = _text(host, "/index.php?mod=muc&id=7")
    assert len(_shown(section)) == 5
    assert len(_shown(_text(host, "/tracuu.php?muc=7&loai=&nam=2026"))) == 30
    assert len(_shown(_text(host, "/tracuu.php?muc=7&loai=KH&nam=2026"))) == 30
    assert "Không có văn bản" in _text(host, "/tracuu.php?muc=7&loai=TB&nam=2026")
    assert "chọn năm" in _text(host, "/tracuu.php?muc=7&loai=&nam=")


def test_menu_and_rows_of_a_handmade_portal_are_clicked() -> None:
    """No item of the menu is a plain link; every address in a script leads somewhere."""
    host = small_host("handmade")
    home = _text(host, "/")
    assert 'href="/index.php?mod=muc' not in home
    addresses = re.findall(r"(?:moTrang\(|location\.href=)'([^']+)'", home)
    assert len(addresses) > 5
    assert all(fetched(host, unescape(address))[0] == 200 for address in addresses)


def test_attachments_of_a_handmade_portal_stand_in_viewers() -> None:
    """Whatever the manner, the file's address can be told from the markup and answers."""
    host = small_host("handmade")
    manners = set()
    for number in range(100, 106):
        page = _text(host, f"/index.php?mod=chitiet&id={number}")
        inside = unquote(unescape(page)).replace("%2F", "/")
        address = re.search(r"/tailieu/[^'\"&<]+?\.pdf", inside)
        assert address is not None
        assert fetched(host, address[0])[1] == PDF
        manners.add(next(m for m in ("gview", "viewer.html", "<object", "xemVanBan('/", "xem-tep",
                                     "<a href") if m in page))  # fmt: skip
    assert len(manners) == 6


def test_a_viewer_shows_files_with_vietnamese_names() -> None:
    """An address within an address is encoded twice, as browsers send it, and is understood."""
    host = small_host("handmade")
    viewers: list[str] = []
    for number in range(100, 106):
        page = _text(host, f"/index.php?mod=chitiet&id={number}")
        viewers += re.findall(r'(?:src|href)="(/(?:thu-vien|xem-tep)[^"]+)"', page)
    assert len(viewers) >= 2
    for viewer in viewers:
        status, body = fetched(host, viewer)
        assert status == 200
        address = re.search(r'/tailieu/[^"]+', body.decode())
        assert address is not None
        assert fetched(host, address[0])[1] == PDF


def test_more_news_is_a_fragment_behind_a_button() -> None:
    """The button says where its next rows are; they come without a page around them."""
    family = family_of("handmade")(small_site())
    section = small_site().sections[1]
    entries = small_site().sections[2].entries[:12]
    built = family_of("handmade")(_with_news(section, entries)).build()
    first = built.pages[family.key(family.section_href(section))]
    fragment = built.pages["/ajax.php?muc=6&trang=2"]
    assert 'data-url="/ajax.php?muc=6&amp;trang=2"' in first.main
    assert not fragment.framed
    assert _shown(fragment.main)
    assert "data-url" not in fragment.main


def test_lists_come_as_json_until_nothing_follows() -> None:
    """The page holds no row; each answer names the next, and together they are the list."""
    host = small_host("json_lists")
    page = _text(host, "/van-ban-7.html")
    assert not _shown(page)
    found = re.search(r'data-nguon="([^"]+)"', page)
    assert found is not None
    following, seen = unescape(found[1]), set()
    while following:
        answer = json.loads(_text(host, following))
        seen |= {row["title"] for row in answer["items"]}
        following = answer["next"]
    assert len(seen) == 30


def test_drupal_counts_its_pages_from_zero_and_closes_its_search() -> None:
    """The second page is ``page=1``, a node stands under number and alias."""
    host = small_host("drupal")
    assert "?page=1" in _text(host, "/vi/chuyen-muc/van-ban-7")
    first, second = (_shown(_text(host, f"/vi/chuyen-muc/van-ban-7{q}")) for q in ("", "?page=1"))
    assert first != second
    assert _shown(_text(host, "/vi/node/101"))
    rules = Protego.parse(_text(host, "/robots.txt"))
    assert not rules.can_fetch("/search/node?keys=iso", "giamsat")


def test_stock_sharepoint_turns_pages_by_script_and_opens_office_files_in_a_viewer() -> None:
    """The next rows stand in ``RefreshPageTo``; details carry the list's address with them."""
    host = small_host("sharepoint_stock")
    section = _text(host, "/VanBan7/Forms/AllItems.aspx")
    found = re.search(r'RefreshPageTo\(event, "([^"]+)"\)', section)
    assert found is not None
    following = found[1].replace("\\u0026", "&")
    assert _shown(_text(host, following)) != _shown(section)
    assert "DispForm.aspx?ID=100&amp;Source=" in section
    assert fetched(host, "/VanBan7/Forms/DispForm.aspx?ID=100&Source=x")[0] == 200


@pytest.mark.parametrize("name", ["drupal", "sharepoint_stock", "handmade", "json_lists"])
def test_every_file_of_a_portal_is_served(name: str) -> None:
    """The addresses the platform gives to files are those its host answers."""
    host = small_host(name)
    assert len(host.files) == 30
    assert all(fetched(host, target)[1] == PDF for target in host.files)
