"""A visit explained for people and programs: whole, escaped, without any script."""

from __future__ import annotations

import json
import re
from dataclasses import replace

from selectolax.lexbor import LexborHTMLParser

from app.explaining import explained
from domain.documents import Zone
from domain.explanations import Explanation
from domain.outcomes import Aid
from domain.publications import Status
from domain.visits import Attempt, FoundBy, LinkWords
from reports.explanation_json import explanation_to_json
from reports.to_explanation_html import explanation_to_html
from rules.links import CatalogueScorer
from storage.looks import Look
from tests.unit import shipped
from tests.unit.app.looks import look
from tests.unit.reports.builders import HOSTILE, MADE_AT

WANTED = "quality_objectives"


def told(of: Look, publication: str | None = WANTED) -> Explanation:
    """The explanation of a look."""
    return explained(of, CatalogueScorer(shipped.catalogue()), publication)


def page(of: Look, publication: str | None = WANTED) -> str:
    """The page of a look."""
    return explanation_to_html(told(of, publication), MADE_AT).decode()


def test_the_page_stands_alone_and_says_the_verdict() -> None:
    """Vietnamese, no script, nothing from outside, the conclusion in words."""
    html = page(look())
    assert 'lang="vi"' in html
    assert not re.search(r"<(script|link|img|iframe|object|embed|base)\b|@import|url\(", html)
    assert "Đủ để kết luận" in html
    assert "Hỏi “mục tiêu chất lượng”: biết thêm 1 địa chỉ" in html
    assert "Bản năm trước." in html
    assert "quá 20 giây" in html


def test_what_stays_open_is_said_first() -> None:
    """No proof: the page says so and what it is for want of."""
    html = page(look(Status.UNDETERMINED, ("“Mục tiêu”: robots.txt không cho xem",)))
    assert "Chưa đủ để kết luận: còn 1 điều chưa xem được" in html
    assert html.index("Còn chưa xem được") < html.index("Thứ tự mở và lý do")


def test_without_a_publication_only_the_order_is_told() -> None:
    """Every opened address with its reason, and no verdict."""
    tree = LexborHTMLParser(page(look(), None))
    assert len(tree.css("ol.steps > li")) == 5
    assert tree.css_first(".verdict") is None


def poisoned(of: Attempt) -> Attempt:
    """An attempt of which everything a portal chooses is hostile."""
    words = LinkWords(HOSTILE, HOSTILE, of.words.zone, HOSTILE, HOSTILE, HOSTILE)
    address = "javascript:alert(1)//" + of.address
    return replace(of, words=words, detail=HOSTILE, final_address=address, address=address)


def test_nothing_of_a_portal_gets_through() -> None:
    """Words, addresses and details of a hostile portal stay words."""
    whole = look(note=HOSTILE)
    visit = replace(whole.visit, attempts=tuple(map(poisoned, whole.visit.attempts)))
    tree = LexborHTMLParser(page(replace(whole, visit=visit)))
    assert not tree.css("script, img")
    assert all((link.attributes["href"] or "").startswith("http") for link in tree.css("a[href]"))
    assert "{{ 7*7 }}" in (tree.body.text() if tree.body else "")


def changed(of: Look, order: int, **facts: object) -> Look:
    """The look with other facts of one address."""
    attempts = tuple(
        replace(one, **facts) if one.order == order else one  # type: ignore[arg-type]  # any field
        for one in of.visit.attempts
    )
    return replace(of, visit=replace(of.visit, attempts=attempts))


def test_words_of_another_link_are_told_as_such() -> None:
    """What promised most need not be the link by which the address was found, nor stand there."""
    told_by = LinkWords("Chính sách chất lượng của UBND xã", zone=Zone.SEARCH)
    html = page(changed(look(), 5, words=LinkWords("Tải về", zone=Zone.LIST), also=(told_by,)))
    assert "Vì sao mở: liên kết trên cổng, ở danh sách; " in html
    assert html.count("(theo một liên kết khác đến cùng địa chỉ, ở kết quả tìm kiếm)") == 1
    assert "liên kết trên cổng, ở kết quả tìm kiếm" not in html


def test_addresses_are_numbered_without_gaps() -> None:
    """The crawler's own requests stand apart and take no number."""
    tree = LexborHTMLParser(page(look(), None))
    assert [number.text() for number in tree.css(".steps .n")] == ["1", "2", "3", "4", "5"]


def test_what_was_found_says_why_no_complete_look_is_needed() -> None:
    """The sign alone would say that the portal has no such places."""
    tree = LexborHTMLParser(page(look(Status.PUBLISHED)))
    (line,) = (one.text() for one in tree.css(".points li") if "Nơi có thể đăng" in one.text())
    assert "đã tìm thấy nên không cần xem hết" in line


def test_the_next_page_of_a_list_is_told_as_posted() -> None:
    """Its address is that of the first page."""
    assert "mở bằng cách gửi biểu mẫu phân trang" in page(changed(look(), 5, method="POST"))


def test_abbreviations_keep_their_capitals() -> None:
    """Also in words that begin a line."""
    assert "Nguồn tin RSS" in page(changed(look(), 5, found_by=FoundBy.FEED, words=LinkWords()))


def test_programs_get_every_address() -> None:
    """The order, the promises and the proof as plain values."""
    said = json.loads(explanation_to_json(told(look())))
    assert [step["order"] for step in said["opened"]] == [2, 4, 5, 6, 7]
    assert said["opened"][1]["promise_by"] == "names_paper"
    assert said["opened"][3]["earlier_tries"][0]["outcome"] == "timeout"
    assert said["proof"]["enough"] is True
    assert {check["point"] for check in said["proof"]["checks"]} >= {"home", "search", "links"}
    assert said["passed_over"][0]["skip"] == "robots"


def test_a_search_box_that_was_not_asked_is_told() -> None:
    """A portal whose box is posted is not said to have none."""
    of = look()
    html = page(replace(of, visit=replace(of.visit, search=Aid.POSTED)))
    assert "chỉ nhận biểu mẫu gửi đi (POST): chưa hỏi" in html
