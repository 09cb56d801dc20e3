"""How a host of the province answers: noise, validators, faults, search, traps."""

from __future__ import annotations

import pytest

from tests.integration.province.made_host import PDF, fetched, small_host, small_site
from tests.province.exchange import Act, Request
from tests.province.families import family_of
from tests.province.lots import FAMILIES_OF_161

OTHER_PAGING = {"aspnet_post", "webforms", "handmade"}
"""Platforms whose papers go on by a form."""


@pytest.mark.parametrize("name", sorted(FAMILIES_OF_161))
def test_every_planned_page_is_served_and_changes_at_every_request(name: str) -> None:
    """Each address answers 200, and counters and clocks make two answers differ."""
    host = small_host(name)
    home = host.mounts[0].family.home()
    for key in host.pages:
        assert fetched(host, key)[0] == 200
    if name not in ("javascript_shell", "javascript_app", "frameset"):
        assert fetched(host, home)[1] != fetched(host, home)[1]


@pytest.mark.parametrize("name", sorted(set(FAMILIES_OF_161) - OTHER_PAGING))
def test_late_pages_of_a_list_are_linked_from_the_page_before(name: str) -> None:
    """The second page of the documents has an address of its own."""
    family = family_of(name)(small_site())
    section = family.folder["documents"]
    second = family.key(family.page_address(section, 2))
    assert second != family.key(family.section_href(section))
    assert second in family.build().pages


def test_files_carry_validators_and_pages_do_not() -> None:
    """An attachment answers 304 to its own ETag and date; a page is never stored."""
    host = small_host("wordpress")
    target = next(iter(host.files))
    reply = host.answer(Request("GET", target, {}))
    headers = dict(reply.headers)
    assert reply.body == PDF
    assert fetched(host, target, if_none_match=headers["ETag"]) == (304, b"")
    assert fetched(host, target, if_modified_since=headers["Last-Modified"]) == (304, b"")
    assert fetched(host, target, if_none_match='"other"')[0] == 200
    page = dict(host.answer(Request("GET", "/", {})).headers)
    assert "no-store" in page["Cache-Control"]
    assert "ETag" not in page


def test_the_value_of_l_grows_by_a_plus_at_every_hop() -> None:
    """SharePoint's links carry one plus more than the address they were read at."""
    body = fetched(small_host("sharepoint"), "/noidung/x?l=Tintrongtinh++&lv=4")[1]
    assert b"+++&amp;lv=4" in body
    assert b"++++" not in body


def test_a_shell_shows_no_text_without_its_script() -> None:
    """The page is an empty root; its content stands behind the interface."""
    host = small_host("javascript_shell")
    assert "Giới thiệu".encode() not in fetched(host, "/")[1]
    assert "Giới thiệu".encode() in fetched(host, "/api/trang?duong=/")[1]


def test_session_numbers_make_new_addresses_of_old_pages() -> None:
    """Two requests give links that differ, and both lead to the same page."""
    host = small_host("wordpress", "session_numbers")
    assert b"?sid=" in fetched(host, "/")[1]
    assert fetched(host, "/?sid=0123")[0] == 200


def test_the_calendar_has_no_end() -> None:
    """A month centuries away still links to the next."""
    host = small_host("nukeviet", "endless_calendar")
    status, body = fetched(host, "/lich-cong-tac?thang=12&nam=2899")
    assert status == 200
    assert b"thang=1&amp;nam=2900" in body


def test_the_portals_own_search_finds_words_without_diacritics() -> None:
    """Where a portal has a search box, all words must occur, folded."""
    host = small_host("nukeviet")
    host.mounts[0].family.has_search = True
    found = fetched(host, "/vi/seek/?q=tin+thu+2")[1]
    assert "Tin thứ 2".encode() in found
    assert fetched(host, "/vi/seek/?q=khong+co+gi")[1].count(b"result-item") == 0


def test_a_fault_comes_when_it_is_due() -> None:
    """503 at every third request; silence after 25; a challenge with 200 after 30."""
    shaky = small_host("joomla", "every_third_503")
    assert [fetched(shaky, "/")[0] for _ in range(6)] == [200, 200, 503, 200, 200, 503]
    dying = small_host("joomla", "dies_after_25")
    acts = [dying.answer(Request("GET", "/", {})).act for _ in range(26)]
    assert acts[24:] == [Act.SEND, Act.DROP]
    guarded = small_host("joomla", "challenge_after_30")
    bodies = [fetched(guarded, "/") for _ in range(31)]
    assert bodies[30][0] == 200
    assert b"Just a moment" in bodies[30][1]


@pytest.mark.parametrize(
    ("fault", "status", "words"),
    [
        ("robots_all", 200, b"Disallow: /\n"),
        ("robots_part", 200, b"Disallow: /cam/\n"),
        ("robots_500", 500, b"Error"),
        ("crawl_delay", 200, b"Crawl-delay: 0.4"),
    ],
)
def test_robots_says_what_the_fault_wants(fault: str, status: int, words: bytes) -> None:
    """robots.txt forbids all, a part, fails, or asks for patience; the home page still answers."""
    host = small_host("nukeviet", fault)
    answered, body = fetched(host, "/robots.txt")
    assert answered == status
    assert words in body
    assert fetched(host, "/")[0] == 200
