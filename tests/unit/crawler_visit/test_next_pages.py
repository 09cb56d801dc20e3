"""Lists that come as JSON and say only how many pages they have."""

from __future__ import annotations

import json

from crawler.visit.links.next_pages import goes_on_unseen, next_page
from documents.hints import Hints
from documents.read import read_body
from domain.documents import Document
from domain.outcomes import PortalState
from tests.unit.crawler_visit.portal import HOME, Handler, Served, page, visit
from tests.unit.crawler_visit.test_post_lists import read_markup


def listed(**told: object) -> Document:
    """A list as it is read."""
    reading = read_body(json.dumps(told).encode(), Hints("application/json"))
    assert isinstance(reading, Document)
    return reading


def test_the_next_number_is_asked_until_the_last() -> None:
    """The query's own page number is raised, counted from one or from zero."""
    assert next_page(listed(totalPages=3), "http://a/ds?trang=1&n=5") == "http://a/ds?trang=2&n=5"
    assert next_page(listed(totalPages=3), "http://a/ds?trang=3") is None
    assert next_page(listed(totalPages=3, page=0), "http://a/ds?page=0") == "http://a/ds?page=1"
    assert next_page(listed(pageCount=2, page=1), "http://a/ds?id=1") is None


def test_a_list_that_names_its_next_page_is_left_to_it() -> None:
    """What stands in the answer goes before what may be guessed."""
    document = listed(totalPages=3, next="/ds?cursor=ab")
    assert next_page(document, "http://a/ds?page=1") is None
    assert not goes_on_unseen(document, "http://a/ds?page=1")


def test_more_pages_that_no_address_shows_are_a_gap() -> None:
    """A list of three pages whose address has no number is seen in part only."""
    assert goes_on_unseen(listed(totalPages=3), "http://a/ds?id=1")
    assert not goes_on_unseen(listed(totalPages=1), "http://a/ds?id=1")


def test_a_visit_follows_json_lists_to_their_end() -> None:
    """All articles of all pages are opened; a list that cannot go on makes the visit partial."""

    def answer(number: int, pages: int) -> Served:
        items = [{"title": f"ISO {number}", "url": f"/bai-{number}"}]
        body = json.dumps({"items": items, "totalPages": pages})
        return Served(body, content_type="application/json")

    home = "<h1>Văn bản</h1><div data-nguon='{}'></div><p>Cổng thông tin.</p>"
    pages: dict[str, Handler] = {
        "/": home.format("/api/ds?trang=1"),
        **{f"/api/ds?trang={n}": answer(n, 3) for n in (1, 2, 3)},
        **{f"/bai-{n}": page(f"Bài {n}") for n in (1, 2, 3)},
    }
    done = visit(pages, reader=read_markup)
    assert {f"{HOME}bai-{n}" for n in (1, 2, 3)} <= set(done.portal.asked)
    assert done.visit.state is PortalState.REACHED
    stuck: dict[str, Handler] = {"/": home.format("/api/ds?muc=1"), "/api/ds?muc=1": answer(1, 3)}
    assert visit(stuck, reader=read_markup).visit.state is PortalState.PARTLY_REACHED


def test_a_page_key_without_a_number_names_no_page() -> None:
    """Nobody can tell the next page from it, so the list goes on unseen."""
    document = listed(totalPages=3)
    assert next_page(document, "http://a/ds?page=&loai=2") is None
    assert goes_on_unseen(document, "http://a/ds?page=&loai=2")


def test_a_list_that_only_says_that_it_goes_on() -> None:
    """Its next number is asked for where the address has one, however many there are."""
    goes_on, ends = listed(hasMore=True), listed(hasMore=False)
    assert next_page(goes_on, "http://a/ds?page=4") == "http://a/ds?page=5"
    assert not goes_on_unseen(goes_on, "http://a/ds?page=4")
    assert goes_on_unseen(goes_on, "http://a/ds")
    assert next_page(ends, "http://a/ds?page=4") is None
    assert not goes_on_unseen(ends, "http://a/ds")


def test_the_gap_of_a_list_bears_its_words() -> None:
    """What is unseen of a list could hold what the page that it fills speaks of."""
    home = "<h1>Cổng xã</h1><main><h2>ISO 9001</h2><p>Xem.</p><div data-nguon='/api'></div></main>"
    body = json.dumps({"items": [{"title": "Tin", "url": "/tin"}], "hasMore": True})
    pages: dict[str, Handler] = {
        "/": home, "/tin": page("Tin"), "/api": Served(body, content_type="application/json"),
    }  # fmt: skip
    done = visit(pages, reader=read_markup)
    (gap,) = [one for one in done.visit.attempts if one.address == f"{HOME}api#con-nua"]
    assert gap.words.text == "ISO 9001"
