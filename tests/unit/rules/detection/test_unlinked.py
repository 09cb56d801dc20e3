"""Lists that name a paper and do not link it: the portal says that it is there."""

from __future__ import annotations

import pytest

from domain.documents import Block, BlockKind, Document, HowRead, Link, Zone
from domain.visits import Attempt, FoundBy, LinkWords, Page
from rules.sightings import SightingKind
from tests.unit.rules.written_pages import NOW, seen, the

GOALS = "quality_objectives"
_TITLE = "Mục tiêu chất lượng năm 2026 của UBND xã Minh Quán"
_OTHER = "Quyết định kiện toàn Ban chỉ đạo ISO của UBND xã Minh Quán"
_LINKED = Link("/vb/2", _OTHER, zone=Zone.LIST, section="ISO 9001:2015")


def _page(
    *entries: str,
    kind: BlockKind = BlockKind.LIST_ITEM,
    links: tuple[Link, ...],
    scripted: str = "",
) -> Page:
    blocks = [Block("ISO 9001:2015", BlockKind.HEADING)]
    blocks += [Block(entry, kind, Zone.LIST) for entry in entries]
    told = (("scripted", scripted),) if scripted else ()
    document = Document("text/html", HowRead.MARKUP, "ISO", tuple(blocks), links, metadata=told)
    words = LinkWords(text="ISO 9001:2015", zone=Zone.MENU)
    return Page(
        Attempt("https://minhquan.example.vn/iso", FoundBy.LINK, words, sha256="cd" * 32),
        document,
        NOW,
    )


def test_an_item_without_a_link_beside_one_with_is_a_question() -> None:
    """Whether a script opens it or its link was forgotten, nobody can say that it is missing."""
    found = the(_page(_OTHER, _TITLE, links=(_LINKED,)), GOALS)
    assert found.kind is SightingKind.UNREAD
    assert found.year == 2026
    assert "không có liên kết" in found.question


def test_a_numbered_row_is_one_also_where_no_row_has_a_link() -> None:
    """A number says that a paper was issued; tables of tasks and terms have none."""
    row = f"15/KH-UBND | {_TITLE}"
    assert seen(_page(row, kind=BlockKind.ROW, links=()))[GOALS] == "unread"
    assert GOALS not in seen(_page(f"1 | {_TITLE} | Quý I", kind=BlockKind.ROW, links=()))


@pytest.mark.parametrize(
    "row",
    [
        "3 | Kế hoạch duy trì HTQLCL năm 2026 theo Kế hoạch số 15/KH-UBND | Quý I",
        "1 | Công bố HTQLCL phù hợp TCVN ISO 9001:2015 theo QĐ 19/2014/QĐ-TTg | 1 điểm",
    ],
)
def test_a_number_that_a_task_quotes_is_not_its_own(row: str) -> None:
    """Tables of tasks and points say what to do by whose paper."""
    assert not seen(_page(row, kind=BlockKind.ROW, links=()))


def test_the_number_of_the_paper_that_it_hangs_on_is_its_own() -> None:
    """It is issued with it."""
    row = f"1 | {_TITLE} (kèm theo Quyết định số 15/QĐ-UBND)"
    assert seen(_page(row, kind=BlockKind.ROW, links=()))[GOALS] == "unread"


def test_a_row_of_another_agency_asks_nothing() -> None:
    """Lists of papers from above name those of offices that publish their own."""
    row = "12/QĐ-SKHCN | Quyết định thành lập Ban chỉ đạo ISO của Sở Khoa học và Công nghệ"
    assert not seen(_page(row, kind=BlockKind.ROW, links=()))


def test_a_sentence_that_quotes_a_law_by_its_link_makes_no_list_of_papers() -> None:
    """The steps of a system, the duties of an office."""
    law = Link("/luat", "Quyết định 19/2014/QĐ-TTg của Thủ tướng", zone=Zone.LIST)
    step = f"Xây dựng chính sách chất lượng theo {law.text}"
    assert GOALS not in seen(_page(step, "Mục tiêu chất lượng hằng năm", links=(law,)))


@pytest.mark.parametrize(
    "entry",
    [
        "Tham mưu ban hành mục tiêu chất lượng hằng năm",
        "Phổ biến mục tiêu chất lượng năm 2026 tới cán bộ",
        f"{_TITLE}: chưa có",
        "Kế hoạch phòng chống thiên tai năm 2026",
        "Hội nghị tập huấn xây dựng mục tiêu chất lượng năm 2026",
    ],
)
def test_an_item_that_names_no_paper_or_says_there_is_none(entry: str) -> None:
    """Then nothing is asked."""
    assert GOALS not in seen(_page(_OTHER, entry, links=(_LINKED,)))


@pytest.mark.parametrize(
    "link",
    [
        Link("/vb/5", _TITLE, zone=Zone.LIST),
        Link("/vb/5", "Xem", zone=Zone.LIST, context=_TITLE),
        Link("xem(5)", "", zone=Zone.LIST, context=_TITLE, posts=True),
        Link("/vb/5.pdf", "Tải về", zone=Zone.ATTACHMENT, section=f"ISO > {_TITLE}"),
    ],
    ids=("its title", "beside it", "a picture", "below it"),
)
def test_a_link_in_the_item_speaks_for_itself(link: Link) -> None:
    """What it leads to is opened, or a gap of its own."""
    assert GOALS not in seen(_page(_OTHER, _TITLE, links=(_LINKED, link)))


def test_items_of_a_list_without_links_are_what_a_text_counts() -> None:
    """ "Hệ thống gồm: chính sách, mục tiêu chất lượng" names kinds of papers."""
    assert GOALS not in seen(_page("Chính sách chất lượng", "Mục tiêu chất lượng", links=()))


def test_items_that_say_whose_paper_they_are_need_no_link_beside_them() -> None:
    """A script may open every one of them."""
    assert seen(_page("Hệ thống quản lý chất lượng", _TITLE, links=()))[GOALS] == "unread"
    short = Link("/vb/5", "mục tiêu chất lượng", zone=Zone.LIST)
    assert GOALS not in seen(_page("UBND xã Minh Quán: mục tiêu chất lượng", links=(short,)))
    others = "Mục tiêu chất lượng năm 2026 của UBND xã Minh Quân"
    assert GOALS not in seen(_page("Hệ thống quản lý chất lượng", others, links=()))


@pytest.mark.parametrize("kind", [BlockKind.LIST_ITEM, BlockKind.PARAGRAPH])
def test_a_numbered_line_is_one_on_a_page_without_links(kind: BlockKind) -> None:
    """The page says that the paper was issued, and does not show it."""
    said = "Xã áp dụng hệ thống quản lý chất lượng theo TCVN ISO 9001:2015 từ năm 2015."
    line = "Quyết định số 15/QĐ-UBND về việc ban hành mục tiêu chất lượng năm 2026"
    assert seen(_page(said, line, kind=kind, links=()))[GOALS] == "unread"
    quoted = "Phổ biến mục tiêu chất lượng năm 2026 theo Quyết định số 15/QĐ-UBND"
    assert GOALS not in seen(_page(said, quoted, kind=kind, links=()))


@pytest.mark.parametrize("kind", [BlockKind.PARAGRAPH, BlockKind.HEADING])
def test_a_line_of_its_own_below_linked_titles_is_a_question(kind: BlockKind) -> None:
    """Cards, folds and paragraphs that a script opens stand beside others that are linked."""
    assert seen(_page(_OTHER, _TITLE, kind=kind, links=(_LINKED,)))[GOALS] == "unread"


@pytest.mark.parametrize(
    "line",
    [
        "Mục tiêu chất lượng của hệ thống",
        f"Ngày 20/01, xã đã ban hành {_TITLE}.",
        "Tham mưu ban hành mục tiêu chất lượng năm 2026",
        f"{_TITLE} (đang cập nhật)",
        "Mục tiêu chất lượng năm 2026 của Sở Khoa học và Công nghệ",
    ],
)
def test_a_line_that_names_no_paper_of_its_own_asks_nothing(line: str) -> None:
    """Kinds of papers, sentences, duties, what is still to come, what others issue."""
    assert GOALS not in seen(_page(_OTHER, line, kind=BlockKind.PARAGRAPH, links=(_LINKED,)))


def test_a_line_of_a_page_without_linked_titles_is_its_text() -> None:
    """What stands there is told by the whole of it."""
    law = Link("/luat", "Quyết định 19/2014/QĐ-TTg của Thủ tướng", zone=Zone.MAIN)
    said = f"Căn cứ {law.text} và các văn bản có liên quan của cấp trên về việc áp dụng hệ thống"
    assert seen(_page(said, _TITLE, kind=BlockKind.PARAGRAPH, links=(law,))).get(GOALS) != "unread"


def test_a_row_without_a_link_in_a_table_whose_other_rows_have_one() -> None:
    """It needs no number then; a task of the year in a table without links does."""
    rows = (f"1 | {_OTHER} | Xem", f"2 | {_TITLE} |")
    beside = Link("/vb/2", "Xem", zone=Zone.LIST, context=_OTHER)
    assert seen(_page(*rows, kind=BlockKind.ROW, links=(beside,)))[GOALS] == "unread"
    assert GOALS not in seen(_page(*rows, kind=BlockKind.ROW, links=()))


def test_what_only_a_script_holds_is_a_question() -> None:
    """The page shows it to whoever lets its scripts run."""
    held = f"Chính sách\n{_TITLE}\nVui lòng nhập mục tiêu chất lượng của đơn vị"
    assert seen(_page("Giới thiệu", links=(), scripted=held)) == {GOALS: "unread"}


@pytest.mark.parametrize("zone", [Zone.FOOTER, Zone.RELATED, Zone.UNKNOWN])
def test_a_list_in_a_box_that_is_called_a_foot_or_column(zone: Zone) -> None:
    """Where the page has nothing else of its own, that is its list."""
    blocks = (Block("ISO", BlockKind.HEADING), *(_item(text, zone) for text in (_OTHER, _TITLE)))
    assert seen(_made(blocks, zone)) == {GOALS: "unread"}
    assert not seen(_made((Block("Xã áp dụng hệ thống từ năm 2015."), *blocks), zone))


def _item(text: str, zone: Zone) -> Block:
    return Block(text, BlockKind.LIST_ITEM, zone)


def _made(blocks: tuple[Block, ...], zone: Zone) -> Page:
    document = Document(
        "text/html", HowRead.MARKUP, "ISO", blocks, (Link("/vb/2", _OTHER, zone=zone),)
    )
    return Page(Attempt("https://a.vn/iso", FoundBy.LINK, sha256="cd" * 32), document, NOW)


def test_a_name_in_a_short_link_beside_its_number_is_linked() -> None:
    """The line says number and date as well; what it names is opened by the link."""
    line = "627/KH-UBND - 19/06/2026 KH ĐGNB 2026"
    link = Link("/f/7.pdf", "KH ĐGNB 2026", zone=Zone.ATTACHMENT, section="ISO 9001:2015")
    assert seen(_page(line, kind=BlockKind.PARAGRAPH, links=())) == {"internal_audit": "unread"}
    assert seen(_page(line, kind=BlockKind.PARAGRAPH, links=(link,))) == {}
    way = Link("/iso", "2026", zone=Zone.MAIN)
    assert seen(_page(line, kind=BlockKind.PARAGRAPH, links=(way,))) == {"internal_audit": "unread"}
