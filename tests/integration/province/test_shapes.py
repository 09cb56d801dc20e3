"""What the shapes of portals hide, show and tell, laid over a platform."""

from __future__ import annotations

import json
import re
from dataclasses import replace
from html import unescape

import pytest

from tests.integration.province.made_host import fetched, small_site
from tests.province import menu_of_faults as menu
from tests.province.eyes import Eyes
from tests.province.families import family_of
from tests.province.hidden import right_statuses
from tests.province.host import Host, Mount
from tests.province.lots import SHAPES
from tests.province.plan import plan_portals
from tests.province.province import Kind, Place, Placement, Portal, SectionKind, Site
from tests.province.shapes import known_to_platform, shape_of, shape_up

HREF = re.compile(r'href="([^"#]+)"')
SECTION = "/vi/news/iso-9001-2015-9"
SEED = "seed 4"
"""Of a portal on which nothing else leads to what is hidden."""


def _site(fault: str) -> Site:
    """The small site with thirty papers in its section about ISO, and none elsewhere."""
    plain = small_site(frozenset({fault}), seed=SEED)
    papers = next(one.entries for one in plain.sections if one.key == "documents")
    sections = tuple(
        replace(one, kind=SectionKind.ARTICLES, entries=papers, iso=True)
        if one.key == "iso"
        else one
        for one in plain.sections
        if one.key != "documents"
    )
    return replace(plain, sections=sections)


def _host(fault: str) -> Host:
    site = _site(fault)
    family = family_of("nukeviet")(known_to_platform(site))
    built = family.build()
    shape_up(family, built, site)
    host = Host("127.10.0.1", [Mount(family, built)], origin="http://127.10.0.1:8000")
    host.prepare()
    return host


def _walked(host: Host) -> str:
    """All that plain links from the home page lead to."""
    waiting, seen, said = ["/"], {"/"}, []
    while waiting:
        text = fetched(host, waiting.pop())[1].decode("utf-8", "replace")
        said.append(text)
        for href in map(unescape, HREF.findall(text)):
            if href.startswith("/") and href not in seen:
                seen.add(href)
                waiting.append(href)
    return "\n".join(said)


def _titles(text: str) -> set[str]:
    return set(re.findall(r"Văn bản số \d+\b", text))


@pytest.mark.parametrize("fault", SHAPES)
def test_every_shape_of_the_menu_is_made(fault: str) -> None:
    """A shape is one of sections, of the home page's box, or of the search box."""
    assert (shape_of(frozenset({fault})) is None) == (fault in ("home_more", "search_posted"))


@pytest.mark.parametrize("fault", ["script_menu", "json_failed", "section_refused", "hollow_box",
                                   "loading_box", "json_unfinished", "fragment_list"])  # fmt: skip
def test_no_plain_link_leads_to_a_paper(fault: str) -> None:
    """Menu and pages are walked; the thirty titles stand nowhere but on what is refused."""
    said = _walked(_host(fault))
    assert "Giới thiệu" in said
    assert "MTCL" not in said
    if fault == "script_menu":
        assert "ISO 9001:2015" in said
        assert SECTION not in said


@pytest.mark.parametrize("fault", ["script_more", "script_filter", "told_more"])
def test_a_list_that_goes_on_shows_three_of_its_rows(fault: str) -> None:
    """No link leads to the others."""
    assert len(_titles(_walked(_host(fault)))) == 3


@pytest.mark.parametrize("fault", ["script_rows", "papers_refused"])
def test_rows_that_cannot_be_opened_tell_their_titles(fault: str) -> None:
    """All thirty stand in the list; no file of theirs has an address that answers."""
    host = _host(fault)
    assert len(_titles(fetched(host, SECTION)[1].decode())) == 30
    assert b"%PDF" not in _walked(host).encode()


def test_lists_that_tell_their_length_tell_it_rightly_or_not() -> None:
    """One says one row more than there are; the other shows as many as it says."""
    hosts = (_host(name) for name in ("told_more", "told_whole"))
    more, whole = (host.mounts[0].built.pages[SECTION].main for host in hosts)
    assert re.search(r"\b31\b", more)
    assert len(_titles(whole)) == 30
    assert re.search(r"\b30\b", whole)


def test_what_a_box_waits_for_is_named_in_its_script_only() -> None:
    """The page loads a script; at its end stands the address of the rows."""
    host = _host("hollow_box")
    page = fetched(host, SECTION)[1].decode()
    script = re.search(r'src="([^"]+\.js)"', page)
    assert script is not None
    assert "/du-lieu/" not in page
    call = re.search(r"nap\('dsVanBan', '([^']+)'\);\Z", fetched(host, script[1])[1].decode())
    assert call is not None
    rows = json.loads(fetched(host, call[1])[1])["items"]
    assert len(rows) == 30
    assert all(fetched(host, row["url"])[0] == 200 for row in rows)


def test_what_is_pressed_brings_the_rows() -> None:
    """The data behind a button holds every row that the page does not show."""
    host = _host("script_more")
    answer = json.loads(fetched(host, "/du-lieu/muc/9")[1])
    shown = _titles(fetched(host, SECTION)[1].decode())
    assert shown.isdisjoint({row["title"] for row in answer["items"]})
    assert len(answer["items"]) == 27


def test_a_search_box_that_is_posted_stands_on_every_page() -> None:
    """It is the only one, and no address asks it."""
    host = _host("search_posted")
    for key in ("/", SECTION):
        assert fetched(host, key)[1].count(b'method="post"') == 1
    assert not host.mounts[0].family.has_search


def _portal(fault: str, *placements: Placement) -> Portal:
    portal = plan_portals("small", 1, 2026)[10]
    return replace(portal, agency=replace(portal.agency, valid_from=""), family="nukeviet",
                   faults=(fault,), placements=placements, tthc_section=False)  # fmt: skip


@pytest.mark.parametrize("fault", menu.SHAPES_THAT_HIDE)
def test_a_shape_that_hides_leaves_no_room_for_an_accusation(fault: str) -> None:
    """Nothing is missing for sure; what stands among the documents is published for sure.

    Refused papers tell what they are: what none of them is called may be said to be missing.
    """
    publication = "quality_policy"
    allowed = {"missing"} if fault in menu.TELLS_EVERY_ROW else set()
    right = set(right_statuses(publication, _portal(fault)))
    assert right == {"undetermined", "unverified", *allowed}
    hidden = {"published", "undetermined", "unverified"}
    for place, right in ((Place.DOCUMENTS, {"published"}), (Place.ISO_MENU, hidden)):
        own = Placement(publication, Kind.OWN, "pdf", place, 2024)
        assert set(right_statuses(publication, _portal(fault, own))) == right


@pytest.mark.parametrize("fault", menu.SHAPES_FILLED_BY_SCRIPTS)
def test_a_box_that_is_filled_is_whole_to_a_browser_only(fault: str) -> None:
    """With one the truth is that of a plain portal; without one nothing is missing for sure."""
    portal = _portal(fault)
    assert right_statuses("quality_policy", portal) == ("missing",)
    assert right_statuses("quality_policy", portal, Eyes(browser=False)) == ("undetermined",)
    assert menu.right_states((fault,), "nukeviet") == ("reached",)
    assert "partly_reached" in menu.right_states((fault,), "nukeviet", browser=False)
