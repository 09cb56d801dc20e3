"""Pages that list papers are no papers themselves."""

from __future__ import annotations

import pytest

from domain.documents import Block, BlockKind, Document, HowRead, Link, Zone
from domain.visits import Attempt, FoundBy, LinkWords, Page
from tests.unit.rules.written_pages import NOW, seen


@pytest.mark.parametrize("headlines", [BlockKind.HEADING, BlockKind.LIST_ITEM])
def test_the_short_last_page_of_a_list_is_no_paper(headlines: BlockKind) -> None:
    """Two entries with their numbers and dates, or a headline that leads straight to its file."""
    plain = headlines is BlockKind.HEADING
    names = (
        "V/v Công bố hệ thống quản lý chất lượng phù hợp tiêu chuẩn TCVN ISO 9001:2015",
        "V/v thành lập Ban Chỉ đạo xây dựng, áp dụng HTQLCL theo TCVN ISO 9001:2015",
    )
    lines = names if plain else (f"939/TB-UBND: {names[0]} 14/01/2022", f"895/QĐ-UBND: {names[1]}")
    blocks = [Block("Tài liệu ISO", BlockKind.HEADING), *(Block(x, headlines) for x in lines)]
    end = ".pdf" if plain else ""
    links = tuple(
        Link(f"/bai/{place}{end}", name, zone=Zone.MAIN, section="Tài liệu ISO")
        for place, name in enumerate(names)
    )
    document = Document(
        "text/html", HowRead.MARKUP, title="Tài liệu ISO", blocks=tuple(blocks), links=links
    )
    attempt = Attempt("https://minhquan.example.vn/iso?trang=2", FoundBy.LINK, sha256="cd" * 32)
    assert seen(Page(attempt, document, NOW)) == {}


def test_a_table_of_articles_is_no_paper() -> None:
    """A category's table under a line that no template marks as a heading: rows of links."""
    names = (
        "Tọa đàm về chất lượng nhân Ngày Tiêu chuẩn thế giới 14/10",
        "V/V CÔNG BỐ LẠI HỆ THỐNG QLCL THEO TCVN ISO 9001:2015 CỦA UBND XÃ MINH QUÁN",
    )
    rows = [f"{name} | 132/QĐ-UBND | 22/03/2023 | 2538676" for name in names]
    blocks = (Block("ISO 9001:2015"), *(Block(row, BlockKind.ROW) for row in rows))
    links = tuple(
        Link(f"/bai/{place}", name, zone=Zone.MAIN, section="ISO 9001:2015")
        for place, name in enumerate(names)
    )
    document = Document(
        "text/html", HowRead.MARKUP, title="ISO 9001:2015", blocks=blocks, links=links
    )
    attempt = Attempt("https://minhquan.example.vn/iso", FoundBy.LINK, sha256="cd" * 32)
    assert seen(Page(attempt, document, NOW)) == {}


def test_a_line_that_links_to_the_papers_picture_is_not_the_paper() -> None:
    """An article without zones whose only paper hangs on it as a photograph."""
    name = "Quyết định công bố HTQLCL theo TCVN ISO 9001:2015"
    blocks = (
        Block("Trang thông tin các xã / UBND xã Minh Quán 23/11/2026 09:26:13 " * 4),
        Block("Công khai các tài liệu ISO 9001:2015", BlockKind.HEADING),
        Block("Các tài liệu được đăng tải kèm theo dưới đây."),
        Block(f"» {name}"),
    )
    links = (Link("/tap-tin/8474/cong-bo.png", name, zone=Zone.MAIN),)
    title = "Công khai các tài liệu ISO 9001:2015"
    document = Document("text/html", HowRead.MARKUP, title=title, blocks=blocks, links=links)
    attempt = Attempt("https://minhquan.example.vn/bai/8474", FoundBy.LINK, sha256="cd" * 32)
    assert "conformity_announcement" not in seen(Page(attempt, document, NOW))


@pytest.mark.parametrize("others", [0, 3])
def test_a_section_of_two_procedures_is_never_nothing(others: int) -> None:
    """Two of them under its name, beside a hotline and lines of the template: at least asked."""
    names = ("Thủ tục cấp lại lĩnh vực hộ tịch", "Thủ tục giải quyết hồ sơ lĩnh vực văn hóa")
    beside = ("0216.0001", "UBND xã Minh Quán", "Góp ý của công dân", "Lịch tiếp dân")
    heading = "Dịch vụ công - TTHC"
    links = tuple(
        Link(f"/bai/{place}", name, zone=Zone.LIST)
        for place, name in enumerate((*names, *beside[: others + 1]))
    )
    blocks = tuple(Block(line, zone=Zone.LIST) for line in (heading, *names, beside[0]))
    document = Document("text/html", HowRead.MARKUP, title=heading, blocks=blocks, links=links)
    words = LinkWords(heading, zone=Zone.MENU)
    attempt = Attempt(
        "https://minhquan.example.vn/tthc", FoundBy.LINK, words=words, sha256="cd" * 32
    )
    kind = seen(Page(attempt, document, NOW))["tthc_list"]
    assert kind == ("doubtful" if others else "paper")
