"""ASP.NET portals: what a form must send back, and what a wrong one is answered with."""

from __future__ import annotations

import re
from html import unescape
from urllib.parse import urlencode

import pytest

from tests.integration.province.made_host import fetched, small_host, small_site
from tests.province.exchange import Reply, Request
from tests.province.host import Host

EVENT = re.compile(r"__doPostBack\('([^']+)','([^']*)'\)")
FIELD = re.compile(r'<input type="hidden" name="([^"]+)"[^>]* value="([^"]*)"')
SEED_WITH_BUTTONS = "b2"
PLATFORMS = ("aspnet_post", "webforms")


def _address(host: Host) -> str:
    family = host.mounts[0].family
    return family.section_href(small_site().sections[2]).replace("&amp;", "&")


def _form(page: str) -> dict[str, str]:
    return {name: unescape(value) for name, value in FIELD.findall(page)}


def _posted(host: Host, page: str, target: str, argument: str, **other: str) -> Reply:
    fields = _form(page) | {"__EVENTTARGET": target, "__EVENTARGUMENT": argument} | other
    return host.answer(Request("POST", _address(host), {}, urlencode(fields).encode()))


def _shown(page: str) -> set[str]:
    return set(re.findall(r"Văn bản số (\d+)<", page))


@pytest.mark.parametrize("name", PLATFORMS)
def test_every_paper_is_reached_by_the_events_of_the_pages(name: str) -> None:
    """From page to page, each by an event the last one offers, all thirty papers are seen."""
    host = small_host(name)
    waiting, known = [fetched(host, _address(host))[1].decode()], set()
    seen: set[str] = set()
    while waiting:
        page = waiting.pop()
        seen |= _shown(page)
        for target, argument in EVENT.findall(unescape(page)):
            if (target, argument) not in known:
                known.add((target, argument))
                waiting.append(_posted(host, page, target, argument).body.decode())
    assert seen == {str(number) for number in range(30)}


def test_buttons_lead_on_by_their_names() -> None:
    """Where pages are turned by buttons, a button's name in the form is the whole event."""
    host = small_host("webforms", seed=SEED_WITH_BUTTONS)
    page = fetched(host, _address(host))[1].decode()
    assert "rptTrang" not in page
    seen = [_shown(page)]
    while found := re.search(r'type="image" name="([^"]+)"', page):
        page = _posted(
            host, page, "", "", **{f"{found[1]}.x": "3", f"{found[1]}.y": "4"}
        ).body.decode()
        seen.append(_shown(page))
    assert len(seen) == 6
    back = re.findall(r'type="submit" name="([^"]+btnTruoc)"', page)[0]
    assert _shown(_posted(host, page, "", "", **{back: "Trang trước"}).body.decode()) == seen[-2]


def test_a_forgiving_server_answers_a_lost_state_with_the_first_page() -> None:
    """Without the view state, or with another page's, a grid begins again."""
    host = small_host("aspnet_post")
    first = fetched(host, _address(host))[1].decode()
    event = EVENT.findall(unescape(first))[0]
    assert _shown(_posted(host, first, *event).body.decode()) != _shown(first)
    for wrong in ("", "/wEPDwUKabc", _form(fetched(host, "/")[1].decode())["__VIEWSTATE"]):
        answered = _posted(host, first, *event, __VIEWSTATE=wrong)
        assert _shown(answered.body.decode()) == _shown(first)


def test_a_strict_server_refuses_what_it_did_not_send() -> None:
    """A wrong state, a missing validation and an event that was not offered are errors 500."""
    host = small_host("webforms")
    first = fetched(host, _address(host))[1].decode()
    event = EVENT.findall(unescape(first))[1]
    assert _posted(host, first, *event).status == 200
    assert _posted(host, first, *event, __VIEWSTATE="").status == 500
    assert _posted(host, first, *event, __EVENTVALIDATION="").status == 500
    assert _posted(host, first, "ctl00$Another", "").status == 500


def test_an_event_means_what_the_page_it_stands_on_says() -> None:
    """The button for the next page leads on from each page by the same words."""
    host = small_host("webforms")
    page = fetched(host, _address(host))[1].decode()
    button = re.findall(r"PostBackOptions\(\"([^\"]+)\"", unescape(page))[0]
    second = _posted(host, page, button, "").body.decode()
    third = _posted(host, second, button, "").body.decode()
    assert len({frozenset(_shown(p)) for p in (page, second, third)}) == 3
