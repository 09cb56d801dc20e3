"""Addresses that answer with another page of the portal, as if nothing were wrong."""

from __future__ import annotations

from crawler.visit.echoes import Echoes
from crawler.visit.links.frontier import Candidate
from domain.documents import Document, Zone
from domain.outcomes import Outcome
from domain.visits import FoundBy, LinkWords
from tests.unit import shipped
from tests.unit.documents.html_pages import page_of

HOME = "http://xa.gov.vn/"
LIST = f"{HOME}iso"
TITLE = "Quyết định công bố Hệ thống quản lý chất lượng"
SAID = "Cổng thông tin điện tử của xã đăng tin tức và văn bản của Ủy ban nhân dân xã. " * 4


def shown(heading: str, counter: int = 1) -> Document:
    """A page with some text and a counter."""
    return page_of(
        f"<title>{heading}</title><body><main><h1>{heading}</h1><p>{SAID}</p><a href=/iso>ISO</a>"
        f"</main><footer>Lượt truy cập: {counter}</footer></body>"
    )


def found(words: str, zone: Zone = Zone.LIST, by: FoundBy = FoundBy.LINK) -> Candidate:
    """A link of the list."""
    could_mean = frozenset(shipped.catalogue().ids)
    said = LinkWords(text=words, zone=zone)
    return Candidate(f"{HOME}tin/1", by, said, LIST, 2, could_mean=could_mean)


def verdict(candidate: Candidate, answer: Document) -> Outcome | None:
    """What comes of an answer after the home page and the list were seen."""
    echoes = Echoes()
    home = Candidate(HOME, FoundBy.HOME, LinkWords(), None, 0)
    assert echoes.verdict(home, shown("Trang chủ"), HOME, HOME) is None
    section = found("ISO 9001", Zone.MENU)
    assert echoes.verdict(section, shown("ISO"), LIST, HOME) is None
    said = echoes.verdict(candidate, answer, candidate.address, HOME)
    return said[0] if said else None


def test_a_title_answered_with_the_home_page_or_its_own_list_is_gone() -> None:
    """The counter alone differs: the paper was not seen."""
    assert verdict(found(TITLE), shown("Trang chủ", 7)) is Outcome.SOFT_NOT_FOUND
    assert verdict(found(TITLE), shown("ISO", 8)) is Outcome.SOFT_NOT_FOUND
    assert verdict(found("ISO 9001:2015", Zone.MENU), shown("Trang chủ")) is Outcome.SOFT_NOT_FOUND


def test_a_page_of_its_own_and_variants_of_one_are_content() -> None:
    """A list sorted otherwise may show the same, and the home page has many addresses."""
    assert verdict(found(TITLE), shown(TITLE)) is None
    assert verdict(found("Mới nhất"), shown("ISO")) is None
    assert verdict(found(TITLE, Zone.PAGING), shown("ISO")) is None
    assert verdict(found("Trang chủ", Zone.MENU), shown("Trang chủ")) is None
    assert verdict(found(TITLE, by=FoundBy.AID), shown("Trang chủ")) is None


def test_papers_of_two_years_are_no_echoes_of_each_other() -> None:
    """Each links to the other, and they differ by the year alone."""

    def paper(year: int, other: int) -> Document:
        title = f"Mục tiêu chất lượng năm {year} của xã"
        beside = f"<ul><li><a href=/mt-{other}>Mục tiêu chất lượng năm {other} của xã</a></ul>"
        return page_of(f"<title>{title}</title><body><main><h1>{title}</h1><p>{SAID}</p>{beside}")

    echoes = Echoes()
    first = found("Mục tiêu chất lượng năm 2025 của xã")
    assert echoes.verdict(first, paper(2025, 2026), LIST, HOME) is None
    second = found("Mục tiêu chất lượng năm 2026 của xã")
    assert echoes.verdict(second, paper(2026, 2025), f"{HOME}mt-2026", HOME) is None
