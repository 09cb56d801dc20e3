"""Pages of which more links were found after they had been looked through."""

from __future__ import annotations

from dataclasses import replace

import pytest

from domain.documents import Document, Zone
from domain.visits import LinkWords, Page
from tests.unit.rules.written_pages import COMMUNE, detector, file_page, paper_text, web_page

_GOALS = "Duy trì hiệu lực của hệ thống quản lý chất lượng, 100% hồ sơ được giải quyết đúng hạn."
_NEWS = "Sáng 13/02, đồng chí Chủ tịch UBND xã đã phát biểu chỉ đạo hội nghị về trồng rừng vụ xuân."
PAGES = {
    "news": web_page("Trồng rừng vụ xuân", _NEWS, _NEWS),
    "bare number": web_page("Công văn số 12/CV-UBND", _NEWS, _NEWS, _NEWS),
    "the paper": web_page("Mục tiêu chất lượng năm 2026", _GOALS, _GOALS, _GOALS),
    "plan of some kind": web_page("Kế hoạch năm 2026", _GOALS, _NEWS),
    "formal": web_page("Quyết định", paper_text("Về việc kiện toàn Ban chỉ đạo ISO")),
    "empty": web_page("Mục tiêu chất lượng", ""),
    "file": file_page(paper_text("Ban hành Mục tiêu chất lượng năm 2026")),
}
SAID = (
    LinkWords(text="Tải về", section="ISO 9001:2015", zone=Zone.MENU),
    LinkWords(text="Mục tiêu chất lượng năm 2026", zone=Zone.LIST),
    LinkWords(text="Trồng rừng", context="Kế hoạch áp dụng HTQLCL năm 2026", zone=Zone.LIST),
    LinkWords(text="Tin khác", section="Tin tức", zone=Zone.RELATED),
)


@pytest.mark.parametrize("name", PAGES)
@pytest.mark.parametrize("said", SAID)
def test_nothing_is_told_that_a_second_look_would_not_tell(name: str, said: LinkWords) -> None:
    """What is told of a page without looking again is what looking again tells."""
    page = PAGES[name]
    heard = replace(page.attempt, also=(said,))
    told = detector().heard_more(detector().notes(page, COMMUNE), heard)
    whole = detector().notes(replace(page, attempt=heard), COMMUNE)
    assert told is None or (told, told.in_section) == (whole, whole.in_section)


def test_news_is_not_looked_through_again() -> None:
    """One more link of the same kind to a piece of news costs no second look."""
    page = PAGES["news"]
    notes = detector().notes(page, COMMUNE)
    assert detector().heard_more(notes, replace(page.attempt, also=(SAID[3],))) is not None


def test_a_section_of_the_system_asks_for_a_second_look() -> None:
    """A link inside a section about ISO 9001 may change what a page is."""
    page = PAGES["plan of some kind"]
    page = replace(page, reading=_without_the_system(page))
    notes = detector().notes(page, COMMUNE)
    assert detector().heard_more(notes, replace(page.attempt, also=(SAID[0],))) is None


def _without_the_system(page: Page) -> Document:
    assert isinstance(page.reading, Document)
    blocks = (block for block in page.reading.blocks if "hệ thống" not in block.text)
    return replace(page.reading, blocks=tuple(blocks))
