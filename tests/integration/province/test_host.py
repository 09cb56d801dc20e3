"""How a host of the province answers: noise, validators, faults, search, traps."""

from __future__ import annotations

from datetime import date
from functools import cache

import pytest

from tests.province.agencies import agencies_with_portal
from tests.province.exchange import Act, Request
from tests.province.families import family_of
from tests.province.faults import answering
from tests.province.host import Host, Mount
from tests.province.plan import FAMILIES_OF_161
from tests.province.province import Attachment, Entry, Section, SectionKind, Site

PDF = b"%PDF-1.4 made up"


@cache
def _site(faults: frozenset[str] = frozenset(), prefix: str = "") -> Site:
    file = Attachment(
        "MTCL 2026 (ký).pdf", "MTCL 2026 (ký).pdf", "application/pdf", PDF, date(2026, 1, 9)
    )
    day = date(2026, 1, 9)
    papers = [
        Entry(100 + n, f"Văn bản số {n}", day, files=(file,), sign=f"{n}/KH-UBND")
        for n in range(30)
    ]
    news = [Entry(200 + n, f"Tin thứ {n}", day, "Tóm tắt", "<p>Nội dung</p>") for n in range(3)]
    sections = (
        Section("intro", "Giới thiệu", SectionKind.PAGE, 5, body="<p>Cơ quan</p>"),
        Section("news", "Tin tức", SectionKind.ARTICLES, 6, tuple(news)),
        Section("documents", "Văn bản", SectionKind.DOCUMENTS, 7, tuple(papers)),
        Section("reform", "Cải cách hành chính", SectionKind.FOLDER, 8),
        Section("iso", "ISO 9001:2015", SectionKind.EMPTY, 9, (), "reform", "Đang cập nhật"),
    )
    agency = agencies_with_portal(60, 1, 2026)[40]
    return Site(agency, sections, "test", faults, prefix)


def _host(name: str, *faults: str) -> Host:
    prefix = "/xa" if name == "path_hosted" else ""
    family = family_of(name)(_site(frozenset(faults), prefix))
    host = Host("127.10.0.1", [Mount(family, family.build(), (), "session_numbers" in faults)])
    host.faults = answering(faults, ("/cam/",))
    host.calendar = "endless_calendar" in faults
    host.origin = "http://127.10.0.1:8000"
    host.prepare()
    return host


def _get(host: Host, target: str, **headers: str) -> tuple[int, bytes]:
    names = {name.replace("_", "-"): value for name, value in headers.items()}
    reply = host.answer(Request("GET", target, names))
    return reply.status, reply.body


@pytest.mark.parametrize("name", sorted(FAMILIES_OF_161))
def test_every_planned_page_is_served_and_changes_at_every_request(name: str) -> None:
    """Each address answers 200, and counters and clocks make two answers differ."""
    host = _host(name)
    home = host.mounts[0].family.home()
    for key in host.pages:
        assert _get(host, key)[0] == 200
    if name != "javascript_shell":
        assert _get(host, home)[1] != _get(host, home)[1]


@pytest.mark.parametrize("name", sorted(set(FAMILIES_OF_161) - {"aspnet_post"}))
def test_late_pages_of_a_list_are_linked_from_the_page_before(name: str) -> None:
    """The second page of the documents has an address of its own."""
    family = family_of(name)(_site())
    section = family.folder["documents"]
    assert family.key(family.section_href(section, 2)) != family.key(family.section_href(section))
    assert family.key(family.section_href(section, 2)) in family.build().pages


def test_files_carry_validators_and_pages_do_not() -> None:
    """An attachment answers 304 to its own ETag and date; a page is never stored."""
    host = _host("wordpress")
    target = next(iter(host.files))
    reply = host.answer(Request("GET", target, {}))
    headers = dict(reply.headers)
    assert reply.body == PDF
    assert _get(host, target, if_none_match=headers["ETag"]) == (304, b"")
    assert _get(host, target, if_modified_since=headers["Last-Modified"]) == (304, b"")
    assert _get(host, target, if_none_match='"other"')[0] == 200
    page = dict(host.answer(Request("GET", "/", {})).headers)
    assert "no-store" in page["Cache-Control"]
    assert "ETag" not in page


def test_the_value_of_l_grows_by_a_plus_at_every_hop() -> None:
    """SharePoint's links carry one plus more than the address they were read at."""
    body = _get(_host("sharepoint"), "/noidung/x?l=Tintrongtinh++&lv=4")[1]
    assert b"+++&amp;lv=4" in body
    assert b"++++" not in body


def test_post_paging_answers_only_to_a_post() -> None:
    """The second page of an ASP.NET grid needs the form; a GET gives the first."""
    host = _host("aspnet_post")
    target = "/Default.aspx?cn=7&gd=19"
    posted = host.answer(Request("POST", target, {}, b"__EVENTTARGET=grv&__EVENTARGUMENT=Page%242"))
    assert b"KH-UBND" in posted.body
    first, second = _get(host, target)[1], posted.body
    assert "Văn bản số 5<".encode() in second
    assert "Văn bản số 5<".encode() not in first


def test_a_shell_shows_no_text_without_its_script() -> None:
    """The page is an empty root; its content stands behind the interface."""
    host = _host("javascript_shell")
    assert "Giới thiệu".encode() not in _get(host, "/")[1]
    assert "Giới thiệu".encode() in _get(host, "/api/trang?duong=/")[1]


def test_session_numbers_make_new_addresses_of_old_pages() -> None:
    """Two requests give links that differ, and both lead to the same page."""
    host = _host("wordpress", "session_numbers")
    assert b"?sid=" in _get(host, "/")[1]
    assert _get(host, "/?sid=0123")[0] == 200


def test_the_calendar_has_no_end() -> None:
    """A month centuries away still links to the next."""
    host = _host("nukeviet", "endless_calendar")
    status, body = _get(host, "/lich-cong-tac?thang=12&nam=2899")
    assert status == 200
    assert b"thang=1&amp;nam=2900" in body


def test_the_portals_own_search_finds_words_without_diacritics() -> None:
    """Where a portal has a search box, all words must occur, folded."""
    host = _host("nukeviet")
    host.mounts[0].family.has_search = True
    found = _get(host, "/vi/seek/?q=tin+thu+2")[1]
    assert "Tin thứ 2".encode() in found
    assert _get(host, "/vi/seek/?q=khong+co+gi")[1].count(b"result-item") == 0


def test_a_fault_comes_when_it_is_due() -> None:
    """503 at every third request; silence after 25; a challenge with 200 after 30."""
    shaky = _host("joomla", "every_third_503")
    assert [_get(shaky, "/")[0] for _ in range(6)] == [200, 200, 503, 200, 200, 503]
    dying = _host("joomla", "dies_after_25")
    acts = [dying.answer(Request("GET", "/", {})).act for _ in range(26)]
    assert acts[24:] == [Act.SEND, Act.DROP]
    guarded = _host("joomla", "challenge_after_30")
    bodies = [_get(guarded, "/") for _ in range(31)]
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
    host = _host("nukeviet", fault)
    answered, body = _get(host, "/robots.txt")
    assert answered == status
    assert words in body
    assert _get(host, "/")[0] == 200
