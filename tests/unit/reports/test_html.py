"""The page stands alone, says everything in words, and runs nothing of a portal's."""

from __future__ import annotations

import base64
import hashlib
import re
from dataclasses import replace
from datetime import date

from selectolax.lexbor import LexborHTMLParser, LexborNode

from domain.findings import AgencyReport
from domain.outcomes import PortalState
from domain.publications import Status
from reports.overview import overview
from reports.to_html import to_html
from tests.unit.reports.builders import (
    AGAINST,
    HOSTILE,
    MADE_AT,
    PROOF,
    PUBLICATIONS,
    SOME,
    finding,
    report,
)

POISON = dict.fromkeys(("title", "number", "issuer", "quote", "note", "sha256"), HOSTILE)


def only(tree: LexborHTMLParser | LexborNode, selector: str) -> LexborNode:
    """The first match, which is there."""
    found = tree.css_first(selector)
    assert found is not None
    return found


def page(*reports: AgencyReport) -> LexborHTMLParser:
    """The page as a browser takes it."""
    return LexborHTMLParser(to_html(reports or SOME, MADE_AT).decode())


def test_the_page_is_whole_and_vietnamese() -> None:
    """No outside resource, its own policy, its language named."""
    html = to_html(SOME, MADE_AT).decode()
    assert 'lang="vi"' in html
    assert not re.search(r"<(link|img|iframe|object|embed|base)\b|@import|url\(", html)
    assert not re.search(r"<script[^>]+src", html)
    assert "default-src &#39;none&#39;" in html or "default-src 'none'" in html
    assert "01:02, ngày 22/11/2026" in html


def test_every_cell_has_word_sign_reason_and_law() -> None:
    """Colour is never all there is, and a cell opens without scripts."""
    cells = page().css(".matrix tbody td")
    assert len(cells) == 6
    for cell in cells:
        assert only(cell, ".sign").text()
        assert only(cell, ".word").text()
        assert cell.css_first("details > summary") is not None
        assert "Căn cứ:" in only(cell, ".panel").text()
    assert "Chưa công khai" in cells[2].text()
    assert "Không có văn bản nào." in cells[2].text()


def test_a_night_that_took_over_names_the_whole_look() -> None:
    """The page says since when the portal was not opened whole, and nothing where it was."""
    taken_over = replace(SOME[0], rests_on=date(2026, 11, 16))
    heads = [head.text() for head in page(taken_over, SOME[1]).css(".matrix tbody th")]
    assert ["Xem trọn cổng đêm 16/11/2026" in head for head in heads] == [True, False]


def test_evidence_is_linked_safely() -> None:
    """The address is text and link, opened without telling where from."""
    link = only(page(), ".panel li a")
    assert link.attributes["rel"] == "noopener noreferrer nofollow"
    assert link.attributes["href"] == link.text() == PROOF.url


def test_hostile_words_stay_words() -> None:
    """Markup, template code, script addresses and direction overrides of a portal do nothing."""
    bad = replace(PROOF, url="javascript:alert(1)", **POISON)  # type: ignore[arg-type]  # fields by name
    evil = report(
        finding(0, Status.PUBLISHED, bad, reason=HOSTILE),
        name=HOSTILE,
        code=HOSTILE,
        parent_name=HOSTILE,
        portal_url="javascript:alert(2)",
    )
    tree = page(evil)
    assert len(tree.css("script")) == 1
    assert not tree.css("img")
    assert not tree.css('a[href^="javascript"]')
    text = to_html((evil,), MADE_AT).decode()
    assert "{{ 7*7 }}" in text
    assert "\u202e" not in text
    assert "javascript:alert(1)" in only(tree, ".panel li .url").text()


def test_the_script_is_the_only_one_allowed() -> None:
    """The policy names the digest of the script as it stands on the page."""
    html = to_html(SOME, MADE_AT).decode()
    script = html[html.index("<script>") + 8 : html.index("</script>")]
    digest = base64.b64encode(hashlib.sha256(script.encode()).digest()).decode()
    assert f"sha256-{digest}" in html.replace("&#43;", "+")


def test_totals_stand_on_the_page() -> None:
    """n/N with the percentage, the unsettled beside it, and how it was rounded."""
    text = only(page(), ".totals").text()
    assert "1/2 (50,0%)" in text
    assert "1 chưa kết luận" in text
    assert "làm tròn" in only(page(), "body").text()


def test_a_list_of_some_counts_the_whole_province() -> None:
    """The figures of a list for leaders are the province's, and the page says so."""
    listed = LexborHTMLParser(to_html(SOME[1:], MADE_AT, province=SOME).decode())
    assert only(listed, ".totals").text() == only(page(), ".totals").text()
    assert only(listed, ".cards").text() == only(page(), ".cards").text()
    assert len(listed.css(".matrix tbody tr")) == 1
    assert "1 cơ quan trên danh sách này, trong tổng số 2 cơ quan" in only(listed, "header").text()
    assert "không chỉ 1 cơ quan trên danh sách này" in only(listed, "main").text()
    assert "danh sách này" not in only(page(), "header").text()


def test_each_rate_says_what_it_is_of() -> None:
    """On a telephone the rates stand below each other, without the heads of the columns."""
    heads = [cell.text() for cell in page().css(".totals thead th")][2:]
    first = only(page(), ".totals tbody tr")
    assert [cell.attributes["data-of"] for cell in first.css("td[data-of]")] == heads


def test_the_overview_counts_each_agency_once() -> None:
    """Complete, accused and unsettled are all there is; unseen portals are among the unsettled."""
    unseen = report(
        *(finding(place, Status.UNDETERMINED) for place in range(3)),
        portal_state=PortalState.UNREACHABLE,
    )
    full = report(*(finding(place, Status.PUBLISHED, PROOF) for place in range(3)))
    found = overview((*SOME, unseen, full))
    assert (found.complete, found.accused, found.unsettled, found.unseen) == (1, 2, 1, 1)
    assert "Không truy cập được" in only(page(unseen), "body").text()


def test_a_page_of_nothing_opens() -> None:
    """No agencies make a page that says so."""
    assert "0 cơ quan" in to_html((), MADE_AT).decode()


def test_a_province_stays_a_page_one_can_mail() -> None:
    """A finding full of evidence takes so little that 161 agencies by 12 stay near 3 MB."""
    many = tuple(replace(PROOF, sha256=f"{n:064d}") for n in range(5))
    row = report(*(finding(n, Status.PUBLISHED, *many, AGAINST) for n in range(len(PUBLICATIONS))))
    findings = 10 * len(PUBLICATIONS)
    assert len(to_html((row,) * 10, MADE_AT)) / findings < 2_600
