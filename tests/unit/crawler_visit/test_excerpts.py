"""Boxes of the home page that only a script goes on with, and the lists they are taken from."""

from __future__ import annotations

import pytest

from crawler.visit.links.excerpts import Excerpts
from crawler.visit.links.frontier import Candidate
from domain.documents import Zone
from domain.visits import FoundBy, LinkWords
from tests.unit.documents.html_pages import page_of

HOME = "http://xa.gov.vn/"
NEWS = "".join(f"<li><a href=/tin/{n}>Tin số {n} của xã ta trong năm</a></li>" for n in range(3))
MORE = '<a href="javascript:void(0)" onclick="them(this)">Xem thêm</a>'
BOX = f"<main><div><h3>Tin tức</h3><ul>{NEWS}</ul>{MORE}</div></main>"


def found(zone: Zone) -> Candidate:
    """The page of a list, and how it was come to."""
    return Candidate(f"{HOME}muc", FoundBy.LINK, LinkWords(zone=zone), HOME, 1)


def pressed(section: str = "Tin tức", parent: str = HOME) -> Candidate:
    """What only a script opens."""
    words = LinkWords(text="Xem thêm", zone=Zone.PAGING, section=section)
    return Candidate(f"{parent}#them", FoundBy.LINK, words, parent, 1)


def excerpts(listed: str, zone: Zone = Zone.MENU, box: str = BOX) -> Excerpts:
    """A visit that opened the home page, then one page with these entries."""
    seen = Excerpts()
    seen.stands_at_home(page_of(f"<body>{box}</body>"), HOME)
    page = page_of(f"<body><main><h1>Tin tức</h1><ul>{listed}</ul></main></body>")
    seen.stands_listed(found(zone), page, f"{HOME}muc")
    return seen


def test_a_box_whose_news_a_section_lists_hides_nothing() -> None:
    """Its "Xem thêm" goes on with what the section shows by itself."""
    assert excerpts(NEWS).goes_on_with_listed(pressed())


def test_an_article_has_another_address_for_each_place_it_stands() -> None:
    """Its title is the same, there and in its section."""
    assert excerpts(NEWS.replace("/tin/", "/muc/tabid/7/post/")).goes_on_with_listed(pressed())


@pytest.mark.parametrize(
    ("listed", "zone"),
    [(NEWS.replace("/tin/2", "/tin/9").replace("số 2", "số 9"), Zone.MENU), (NEWS, Zone.LIST)],
    ids=["one entry is listed nowhere", "below an article"],
)
def test_a_box_with_anything_of_its_own_stays_a_gap(listed: str, zone: Zone) -> None:
    """What the lists of sections do not hold may go on with more of the same."""
    assert not excerpts(listed, zone).goes_on_with_listed(pressed())


def test_a_home_page_has_two_addresses() -> None:
    """Its name links to "/Default.aspx": the same boxes there go on with the same."""
    seen = excerpts(NEWS)
    again = f"{HOME}Default.aspx"
    assert not seen.goes_on_with_listed(pressed(parent=again))
    seen.stands_listed(found(Zone.MAIN), page_of(f"<body>{BOX}</body>"), again)
    assert seen.goes_on_with_listed(pressed(parent=again))


def test_other_pagers_stay_gaps() -> None:
    """Those of another box or page, and of a box with hardly an entry, tell nothing."""
    assert not excerpts(NEWS).goes_on_with_listed(pressed("Văn bản"))
    assert not excerpts(NEWS).goes_on_with_listed(pressed(parent=f"{HOME}muc"))
    few = BOX.replace(NEWS, NEWS.split("</li>")[0])
    assert not excerpts(NEWS, box=few).goes_on_with_listed(pressed())
