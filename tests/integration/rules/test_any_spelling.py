"""The same words in another spelling are the same paper, of the same office, for the same year."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import UTC, datetime
from functools import cache

import pytest

from domain.agencies import Agency, Inspected, Level
from domain.documents import Zone
from domain.outcomes import Outcome
from domain.visits import Attempt, FoundBy, LinkWords
from tests.unit.rules.spellings import SPELLINGS, slug
from tests.unit.rules.written_pages import (
    COMMUNE,
    detector,
    file_page,
    notes,
    paper_text,
    web_page,
)

KHANH_HOA = Inspected(
    Agency("1", "UBND xã Khánh Hòa", Level.COMMUNE),
    parents=("UBND huyện Lục Yên", "UBND tỉnh Yên Bái"),
    namesakes=("UBND xã Khánh Hoan",),
)
OF_KHANH_HOA = {
    "parent": "HUYỆN LỤC YÊN",
    "issuer": "ỦY BAN NHÂN DÂN\nXÃ KHÁNH HÒA",
    "day": "Khánh Hòa, ngày 05 tháng 02 năm 2026",
}
PAPERS = [
    paper_text("Về việc công bố Hệ thống quản lý chất lượng phù hợp TCVN ISO 9001:2015"),
    paper_text("Ban hành hệ thống tài liệu của Hệ thống quản lý chất lượng", **OF_KHANH_HOA),
    paper_text("Ban hành Danh mục quy trình giải quyết TTHC theo ISO", **OF_KHANH_HOA),
    paper_text("Mục tiêu chất lượng năm 2025 của UBND xã", kind="THÔNG BÁO", **OF_KHANH_HOA),
    paper_text("Mục tiêu chất lượng giáo dục năm học 2025-2026", **OF_KHANH_HOA),
    paper_text("Kiện toàn Ban chỉ đạo xây dựng, áp dụng, duy trì HTQLCL", **OF_KHANH_HOA),
    paper_text("Xem xét của lãnh đạo về HTQLCL năm 2026", kind="BIÊN BẢN", **OF_KHANH_HOA),
    paper_text("Kiểm tra việc áp dụng HTQLCL tại các xã năm 2026", kind="KẾ HOẠCH"),
    paper_text("Công bố HTQLMT phù hợp TCVN ISO 14001:2015", **OF_KHANH_HOA),
    "MỤC TIÊU CHẤT LƯỢNG NĂM ....\nTÊN CƠ QUAN HÀNH CHÍNH NHÀ NƯỚC\n1. ......% hồ sơ",
]
TITLES = [
    "Công bố hệ thống quản lý chất lượng phù hợp TCVN ISO 9001:2015",
    "Công bố lại HTQLCL theo tiêu chuẩn TCVN ISO 9001:2015",
    "Ban hành hệ thống tài liệu của hệ thống quản lý chất lượng",
    "Sổ tay chất lượng",
    "Danh mục quy trình giải quyết thủ tục hành chính theo ISO",
    "Mục tiêu chất lượng năm 2026",
    "MTCL năm 2026 của UBND xã",
    "Chính sách chất lượng",
    "Kiện toàn Ban chỉ đạo ISO",
    "Kế hoạch áp dụng, duy trì và cải tiến HTQLCL năm 2026",
    "Kế hoạch đánh giá nội bộ hệ thống quản lý chất lượng năm 2026",
    "Biên bản họp xem xét của lãnh đạo về HTQLCL năm 2026",
    "Báo cáo kết quả áp dụng, duy trì, cải tiến HTQLCL năm 2026",
]
OTHER_TITLES = [
    "Kế hoạch phát triển kinh tế xã hội năm 2026",
    "Mục tiêu chất lượng giáo dục năm học 2025-2026",
    "Công bố chất lượng sản phẩm phù hợp quy chuẩn",
]


@cache  # the plain spelling is asked for beside each other one
def _said(text: str, inspected: Inspected) -> set[tuple[str, str, int | None]]:
    return {
        (sight.publication, sight.kind.value, sight.year)
        for sight in notes(file_page(text), inspected).sightings
    }


@pytest.mark.parametrize("inspected", [KHANH_HOA, COMMUNE])
@pytest.mark.parametrize("spelled", SPELLINGS)
@pytest.mark.parametrize("text", PAPERS)
def test_a_paper_is_what_it_is_in_any_spelling(
    text: str, spelled: Callable[[str], str], inspected: Inspected
) -> None:
    """Kind, issuer and year come out alike for one's own papers and for another's."""
    assert _said(spelled(text), inspected) == _said(text, inspected)


@pytest.mark.parametrize("spelled", SPELLINGS)
def test_a_page_is_what_it_is_in_any_spelling(spelled: Callable[[str], str]) -> None:
    """An article with its own paper, and news about others, are told apart alike."""
    page = ("Mục tiêu chất lượng năm 2026", "UBND xã Minh Quán đề ra mục tiêu chất lượng:",
            "100% hồ sơ giải quyết đúng hạn; 95% người dân hài lòng về hệ thống ISO.")  # fmt: skip
    news = ("Sở KH&CN kiểm tra mục tiêu chất lượng tại huyện Trấn Yên",
            "Sáng ngày 12/3, đoàn kiểm tra của Sở đã làm việc tại huyện.")  # fmt: skip
    for heading, *paragraphs in (page, news):
        plain = notes(web_page(heading, *paragraphs)).sightings
        other = notes(web_page(*map(spelled, (heading, *paragraphs)))).sightings
        assert [(s.publication, s.kind) for s in other] == [(s.publication, s.kind) for s in plain]


@pytest.mark.parametrize("title", [*TITLES, *OTHER_TITLES])
def test_a_file_name_says_what_the_title_says(title: str) -> None:
    """The slug of a title names the publications that the written title names, and no others."""
    moment = datetime(2026, 11, 22, tzinfo=UTC)
    written = LinkWords(text=title, zone=Zone.LIST)
    plain = Attempt("https://a.example.vn/f/71811.pdf", FoundBy.LINK, written, Outcome.TIMEOUT)
    named = replace(
        plain,
        address=f"https://a.example.vn/f/{slug(title)}.pdf",
        words=LinkWords(text="Tải về", zone=Zone.LIST),
    )
    said = [
        {(sight.publication, sight.evidence.year) for sight in detector().of_unopened(one, moment)}
        for one in (plain, named)
    ]
    assert said[0] == said[1]
    assert bool(said[0]) is (title in TITLES)
