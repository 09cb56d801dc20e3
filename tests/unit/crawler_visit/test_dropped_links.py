"""No link whose words name a publication is dropped without a record."""

from __future__ import annotations

from dataclasses import replace

import pytest

from crawler.scope import Scope
from crawler.visit.links import passed_over
from crawler.visit.links.book import LinkBook, Origin
from crawler.visit.links.frontier import Frontier
from domain.documents import Document, HowRead, Link, Zone
from domain.outcomes import Outcome, Skip
from domain.protocols import LinkValue
from domain.settings import CrawlerSettings
from domain.visits import LinkWords
from tests.unit import shipped
from tests.unit.crawler_visit.portal import HOME, WordScorer, page, visit
from tests.unit.shipped_ruling import ruling


def links_of(*links: Link) -> Document:
    """A page with nothing but links."""
    return Document("text/html", HowRead.MARKUP, links=links)


def test_picture_is_opened_where_its_link_names_a_paper() -> None:
    """Papers are often put up as photographs; the pictures of the layout stay unasked."""
    done = visit(
        {
            "/": page(
                "Trang", "/anh/IMG_0012.jpg|Công bố ISO 9001", "/anh/hoa.jpg|Hoa", "/t|Tin|menu"
            )
        }
    )
    assert HOME + "anh/IMG_0012.jpg" in done.portal.asked
    assert HOME + "anh/hoa.jpg" not in done.portal.asked


def test_what_cannot_be_asked_is_recorded_where_it_names_a_paper() -> None:
    """Other schemes, passwords in the address, films: told, never asked for."""
    long = "/" + "a" * 5000
    done = visit(
        {
            "/": page(
                "Trang", "ftp://portal.example.vn/1.pdf|Công bố ISO", "mailto:a@b.vn|Gửi ISO",
                "http://u@portal.example.vn/2.pdf|Bản ISO", "ftp://portal.example.vn/3|Ảnh",
                f"{long}|Danh mục ISO", "/phim.mp4|Phim ISO", "/phim2.mp4|Phim",
            )
        }
    )  # fmt: skip
    skipped = {a.words.text: a.skip for a in done.visit.attempts if a.skip}
    assert skipped == {
        "Công bố ISO": Skip.UNSAFE,
        "Bản ISO": Skip.UNSAFE,
        "Danh mục ISO": Skip.UNSAFE,
        "Phim ISO": Skip.NOT_CONTENT,
    }


class _OfTheSystem(WordScorer):
    """Whatever stands in the section about ISO may be any paper of the system."""

    def value(self, address: str, words: LinkWords) -> LinkValue:
        """See class."""
        found = super().value(address, words)
        return replace(found, priority=0.8) if "ISO" in words.section else found


def test_an_address_with_a_slip_is_told_in_the_section_about_the_system() -> None:
    """ "htpp://" below "ISO 9001" hides whatever its words leave open; elsewhere it is a slip."""
    book = LinkBook(Scope((HOME,)), _OfTheSystem(), Frontier())
    slips = [
        Link(f"htpp://a.vn/{section}", "Văn bản 1", zone=Zone.LIST, section=section)
        for section in ("ISO 9001", "Tin tức")
    ]
    book.take_page(links_of(*slips), Origin(HOME, "Trang", 0))
    assert [(one.words.section, why) for one, why in book.passed_over.all()] == [
        ("ISO 9001", Skip.UNSAFE)
    ]


def test_each_row_that_the_same_script_opens_is_kept() -> None:
    """ "Tải về" by one script in every row is as many papers as there are rows."""
    book = LinkBook(Scope((HOME,)), WordScorer(), Frontier())
    rows = ("Công bố ISO", "Danh mục ISO")
    links = [Link("tai(this)", "Công bố ISO tải về", context=row, posts=True) for row in rows]
    book.take_page(links_of(*links), Origin(HOME, "Trang", 0))
    assert [candidate.words.context for candidate, _ in book.passed_over.all()] == list(rows)


def test_gaps_beyond_the_limit_are_told_once_for_each_meaning(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    """What is passed over is counted in thousands on hostile portals: memory stays flat."""
    monkeypatch.setattr(passed_over, "_MOST_KEPT", 3)
    book = LinkBook(Scope((HOME,)), WordScorer(), Frontier())
    calls = [Link(f"post('{number}')", f"tin {number}", posts=True) for number in range(9)]
    book.take_page(
        links_of(*calls, Link("http://b.vn/t", "thể thao"), Link("http://b.vn/i", "ISO")),
        Origin(HOME, "", 0),
    )
    kept = [(skip, len(one.could_mean)) for one, skip in book.passed_over.all()]
    assert kept == [(Skip.NEEDS_POST, 2)] * 4 + [(Skip.BUDGET, 1)]


def test_addresses_beyond_the_limit_leave_a_gap(monkeypatch: pytest.MonkeyPatch) -> None:
    """When too many addresses are known, new ones that name a paper are still told."""
    monkeypatch.setattr("crawler.visit.links.book._MOST_KNOWN", 5)
    links = [f"/bai-{number}|thể thao" for number in range(9)]
    done = visit(
        {"/": page("Trang", *links, "/cb|Công bố ISO", "/cb2|Công bố ISO")},
        settings=CrawlerSettings(max_requests=1000),
    )
    told = [a.address for a in done.visit.attempts if a.skip is Skip.BUDGET]
    assert told == [HOME + "#con-nua", HOME + "cb"]


def test_a_portal_of_too_many_addresses_is_not_complete(monkeypatch: pytest.MonkeyPatch) -> None:
    """What lies beyond the limit may hold anything, whatever the words that were not kept say."""
    monkeypatch.setattr("crawler.visit.links.book._MOST_KNOWN", 5)
    frontier = Frontier()
    scorer = ruling().scorer
    book = LinkBook(Scope((HOME,)), scorer, frontier)
    links = [
        Link(f"/bai-{number}", f"Giải bóng chuyền nông dân lần {number}") for number in range(9)
    ]
    for _ in range(3):
        book.take_page(links_of(*links), Origin(HOME + "the-thao", "", 0))
    [(gap, skip)] = book.passed_over.all()
    assert skip is Skip.BUDGET
    assert len(frontier) == 5
    assert gap.could_mean == scorer.value(gap.address, gap.words).could_mean
    assert gap.could_mean == frozenset(shipped.catalogue().ids)


class ContextScorer:
    """A link means what its row says."""

    def value(self, address: str, words: LinkWords) -> LinkValue:
        """See class."""
        meant = words.context or words.section
        return LinkValue(0.5, frozenset({meant}) if meant else frozenset({"a", "b", "c", "d"}))


def test_same_words_in_another_row_are_heard() -> None:
    """ "Tải về" says nothing itself: what stands around it is what is said."""
    book = LinkBook(Scope((HOME,)), ContextScorer(), Frontier())
    row = [Link("/1.pdf", "Tải về", zone=Zone.ATTACHMENT, context=said) for said in "abab"]
    headed = Link("/1.pdf", "Tải về", zone=Zone.ATTACHMENT, section="c")
    book.take_page(links_of(*row, headed), Origin(HOME, "", 0))
    said = book.also_said()[HOME + "1.pdf"]
    assert [words.context or words.section for words in said] == ["b", "c"]


def test_picture_in_a_row_is_opened_where_the_row_is_a_papers() -> None:
    """The sign of the paper or a file's name tells it from the pictures of the news."""
    rows = (
        '<li>192/QĐ-UBND: <a href="/tep/192.png">192.QD_signed.pdf</a></li>'
        '<li><a href="/tep/193.jpg">Quyết định về việc thành lập</a></li>'
        '<li>20/10/2026 <a href="/tin/1">Khai mạc giải bóng đá thiếu niên toàn xã</a></li>'
        '<li>21/10/2026 <a href="/anh/hoa.png">Hoa đào nở sớm ở bản Nậm Khắt</a></li>'
        '<li>22/10/2026 <a href="/tin/2">Ra quân làm đường giao thông nông thôn</a></li>'
    )
    body = f"<html><body><main><h1>Tin</h1><ul>{rows}</ul></main></body></html>"
    broken = "%PDF broken"
    done = visit(
        {"/": body, "/tep/192.png": broken, "/tep/193.jpg": broken, "/anh/hoa.png": broken}
    )
    assert HOME + "tep/192.png" in done.portal.asked
    assert HOME + "tep/193.jpg" in done.portal.asked
    assert HOME + "anh/hoa.png" not in done.portal.asked


def test_picture_that_could_not_be_read_is_told_to_the_rules() -> None:
    """A picture that answers is handed to the reader like any paper."""
    done = visit({"/": page("Trang", "/a.png|Công bố ISO"), "/a.png": "%PDF broken"})
    assert done.outcome("/a.png") is Outcome.UNREADABLE
    assert any(page.attempt.address.endswith("a.png") for page in done.notes.pages)


def test_a_picture_that_an_article_hangs_on_by_words_is_a_scan() -> None:
    """Its words may be a number; pictures of the layout and of galleries have none."""
    more = '<a href="/a/327.jpg" zone="attachment">327-UBND.jpg</a>'
    more += '<a href="/a/hoa.jpg" zone="attachment"></a>'
    done = visit({"/": page("Thông tin công khai", more=more)})
    assert HOME + "a/327.jpg" in done.portal.asked
    assert HOME + "a/hoa.jpg" not in done.portal.asked
