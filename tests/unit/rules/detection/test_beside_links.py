"""Objectives in a section's page beside its links, in a plan; rows of coded procedures."""

from __future__ import annotations

from dataclasses import replace

import pytest

from domain.documents import Block, BlockKind, Document, HowRead, Link, Zone
from domain.visits import Attempt, FoundBy, LinkWords, Page
from tests.unit.rules.written_pages import NOW, file_page, paper_text, seen, the

NAME = "Mục tiêu chất lượng năm 2026"
GOALS = (
    "- 98% hồ sơ thủ tục hành chính được giải quyết đúng hạn.",
    "- Trên 95% người dân hài lòng với sự phục vụ.",
)
OTHERS = (
    "Quyết định công bố Hệ thống quản lý chất lượng phù hợp TCVN ISO 9001:2015",
    "Quyết định ban hành hệ thống tài liệu của Hệ thống quản lý chất lượng",
    "Danh mục quy trình giải quyết thủ tục hành chính theo ISO 9001:2015",
)
SECTION = "ISO 9001:2015"


def section_page(
    before: tuple[Block, ...] = (),
    after: tuple[Block, ...] = (),
    links: tuple[str, ...] = OTHERS,
    under: str = SECTION,
) -> Page:
    """A page of the section with links to other papers, and something above or below them."""
    listed = tuple(Block(text, BlockKind.LIST_ITEM, Zone.LIST) for text in links)
    blocks = (Block(SECTION, BlockKind.HEADING), *before, *listed, *after)
    made = tuple(Link(f"/vb/{text[-9:]}", text, zone=Zone.LIST, section=under) for text in links)
    title = f"{SECTION} - UBND xã Minh Quán"
    document = Document("text/html", HowRead.MARKUP, title=title, blocks=blocks, links=made)
    words = LinkWords(SECTION, zone=Zone.MENU)
    attempt = Attempt("https://minhquan.example.vn/iso", FoundBy.LINK, words, sha256="ab" * 32)
    return Page(attempt, document, NOW)


def goals(name: str = NAME, lines: tuple[str, ...] = GOALS) -> tuple[Block, ...]:
    """A heading with lines below it."""
    return (Block(name, BlockKind.HEADING), *(Block(line) for line in lines))


def test_objectives_below_a_list_of_links() -> None:
    """What stands under a heading of its own is the paper, whatever the page lists beside it."""
    page = section_page(after=goals())
    assert seen(page) == {"quality_objectives": "paper"}
    assert the(page, "quality_objectives").year == 2026


def test_objectives_above_links_to_other_papers() -> None:
    """Links to other papers in the same part leave a question."""
    page = section_page(before=goals(), under=f"{SECTION} > {NAME}")
    assert seen(page) == {"quality_objectives": "doubtful"}


@pytest.mark.parametrize("words", ["Tải về", NAME, "Xem thêm"])
def test_a_link_to_the_paper_below_its_name(words: str) -> None:
    """The link's paper decides, not what is said of it beside the link."""
    page = section_page(before=goals(), links=(*OTHERS, words), under=f"{SECTION} > {NAME}")
    assert seen(page) == {}


def test_objectives_in_one_line() -> None:
    """A line that names objectives and says them is a question."""
    said = "98% hồ sơ thủ tục hành chính giải quyết đúng hạn; 95% người dân hài lòng."
    assert seen(section_page(after=(Block(f"MTCL 2026: {said}"),))) == {
        "quality_objectives": "doubtful"
    }
    assert seen(section_page(after=(Block(f"Kết quả: {said}"),))) == {}


def test_a_name_without_its_content_is_no_paper() -> None:
    """A heading over words of something else shows nothing."""
    lines = (
        "Đang được các phòng chuyên môn tổng hợp để trình lãnh đạo xem xét trong thời gian tới.",
    )
    assert seen(section_page(after=goals(lines=lines))) == {}


def test_results_of_a_search_are_no_papers() -> None:
    """Snippets below headlines stand for the pages they lead to."""
    page = section_page(before=(Block("Kết quả tìm kiếm", BlockKind.HEADING),), after=goals())
    assert seen(page) == {}


PLAN = "xây dựng, áp dụng, duy trì và cải tiến Hệ thống quản lý chất lượng năm {}"


def plan(heading: str, year: int = 2026) -> Page:
    """A plan of the year with a part under a heading."""
    body = "\n".join((heading, *GOALS, "II. TỔ CHỨC THỰC HIỆN", "Giao Văn phòng theo dõi."))
    day = f"Minh Quán, ngày 15 tháng 01 năm {year}"
    text = paper_text(
        PLAN.format(year), kind="KẾ HOẠCH", number="Số: 15/KH-UBND", body=body, day=day
    )
    return file_page(text)


@pytest.mark.parametrize(
    "heading", ["I. MỤC TIÊU CHẤT LƯỢNG", "1. Mục tiêu chất lượng năm 2026:", "Mục tiêu chất lượng"]
)
def test_objectives_in_the_plan_are_a_question(heading: str) -> None:
    """A plan with the objectives as a part of it is asked about."""
    found = the(plan(heading), "quality_objectives")
    assert (found.kind.value, found.year) == ("doubtful", 2026)
    assert "Kế hoạch có phần" in found.question


def test_a_plan_of_another_year_asks_for_its_own() -> None:
    """The year of the plan is the year of its objectives."""
    assert the(plan("I. MỤC TIÊU CHẤT LƯỢNG", 2025), "quality_objectives").year == 2025


@pytest.mark.parametrize("heading", ["6.2 Mục tiêu chất lượng", "I. MỤC ĐÍCH, YÊU CẦU"])
def test_a_plan_without_such_a_part(heading: str) -> None:
    """A clause of the standard, or another heading, asks nothing."""
    assert "quality_objectives" not in seen(plan(heading))


def test_a_handbook_with_such_a_part_asks_nothing() -> None:
    """Only a plan carries the year's objectives."""
    body = "\n".join(("I. MỤC TIÊU CHẤT LƯỢNG", *GOALS))
    text = paper_text("Sổ tay chất lượng theo TCVN ISO 9001:2015", kind="SỔ TAY", body=body)
    assert "quality_objectives" not in seen(file_page(text))


def coded_page(rows: tuple[str, ...]) -> Page:
    """The section's page with a table and nothing else."""
    page = section_page(links=())
    document = page.reading
    assert isinstance(document, Document)
    table = tuple(Block(row, BlockKind.ROW) for row in ("STT | Mã | Tên quy trình", *rows))
    return replace(page, reading=replace(document, blocks=(*document.blocks, *table)))


def test_rows_of_coded_procedures_without_a_name() -> None:
    """Codes of the system's procedures on a page about the system are a question."""
    rows = ("1 | QT-01 | Đăng ký khai sinh", "2 | QT-02 | Đăng ký kết hôn", "3 | QT-03 | Khai tử")
    assert seen(coded_page(rows)) == {"procedure_list": "doubtful"}


def test_rows_without_codes_are_none() -> None:
    """A table of something else on that page asks nothing."""
    assert seen(coded_page(("1 | BM-01 | Phiếu hẹn", "2 | BM-02 | Sổ theo dõi"))) == {}
