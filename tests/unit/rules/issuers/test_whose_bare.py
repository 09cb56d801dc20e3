"""A title that ends with a bare "UBND xã" names nobody, whatever stands below it."""

from __future__ import annotations

import pytest

from domain.documents import Block, BlockKind, Document, HowRead
from domain.visits import Attempt, FoundBy, Page
from rules.head import DocumentHead
from rules.issuers.body import issuer_of_body
from rules.issuers.judge import IssuerJudge
from tests.unit.rules.written_pages import COMMUNE, NOW, link, seen

TITLE = "MỤC TIÊU CHẤT LƯỢNG NĂM 2026 CỦA UBND XÃ"
ROWS = (
    "1 | Hồ sơ thủ tục hành chính giải quyết đúng hạn | 98%",
    "2 | Người dân hài lòng | 95%",
    "3 | Cán bộ được tập huấn ISO | 100%",
)


@pytest.mark.parametrize(
    "below",
    [
        "STT",
        "TT",
        "Số TT Mục tiêu",
        "LĨNH VỰC TƯ PHÁP",
        "NỘI DUNG CHỈ TIÊU",
        "KÈM THEO QUYẾT ĐỊNH SỐ 15/QĐ-UBND",
        "I. MỤC TIÊU CHUNG",
    ],
)
def test_what_a_bare_title_runs_on_into_is_no_name(below: str) -> None:
    """The first words of a table or a part are nobody's name."""
    judge = IssuerJudge(COMMUNE)
    assert judge.of_paper(DocumentHead(), certain=True, title=f"{TITLE} {below}").whose == "unnamed"


@pytest.mark.parametrize("name", ["TÂN TIẾN", "STTÊNG", "NỘI BÀI"])
def test_a_name_in_a_title_stays_one(name: str) -> None:
    """Another commune is named, whatever its first letters."""
    judge = IssuerJudge(COMMUNE)
    assert judge.of_paper(DocumentHead(), certain=True, title=f"{TITLE} {name}").whose == "other"


@pytest.mark.parametrize("head", ["STT | Mục tiêu | Chỉ tiêu", "TT | MỤC TIÊU", "VIỆC | MỨC"])
@pytest.mark.parametrize("between", ["", "(Kèm theo Quyết định số 15/QĐ-UBND)", "Lĩnh vực Tư pháp"])
def test_a_table_below_a_bare_title(head: str, between: str) -> None:
    """A file without a head, its title bare and a table under it, is the agency's."""
    lines = [Block(TITLE), *([Block(between)] if between else [])]
    blocks = (*lines, *(Block(row, BlockKind.ROW) for row in (head, *ROWS)))
    document = Document("application/docx", HowRead.TEXT_LAYER, blocks=blocks)
    words = link("Mục tiêu chất lượng năm 2026", section="ISO 9001:2015")
    attempt = Attempt("https://minhquan.example.vn/mt.docx", FoundBy.LINK, words, sha256="ab" * 32)
    assert seen(Page(attempt, document, NOW)) == {"quality_objectives": "paper"}


@pytest.mark.parametrize("verb", ["đề ra", "ban hành", "được giao"])
def test_a_verb_behind_the_level_is_no_name(verb: str) -> None:
    """ "UBND xã đề ra mục tiêu" speaks of no other commune."""
    assert issuer_of_body(IssuerJudge(COMMUNE), f"Nay UBND xã {verb} mục tiêu năm 2026.") is None


def test_the_capital_words_alone_are_a_name() -> None:
    """The verb behind another commune's name does not belong to it."""
    found = issuer_of_body(IssuerJudge(COMMUNE), "Nay UBND xã Đông Cuông đề ra mục tiêu năm 2026.")
    assert found is not None
    assert "“xã Đông Cuông”" in found.note


def test_a_list_of_the_districts_level_is_not_a_communes() -> None:
    """Procedures "của UBND cấp huyện" are no commune's, whatever row stands below."""
    blocks = tuple(
        Block(row, BlockKind.ROW)
        for row in ("STT | Tên thủ tục", "1 | Cấp giấy phép xây dựng", "2 | Đăng ký hộ kinh doanh")
    )
    title = "DANH MỤC THỦ TỤC HÀNH CHÍNH THUỘC THẨM QUYỀN GIẢI QUYẾT CỦA ỦY BAN NHÂN DÂN CẤP HUYỆN"
    document = Document("text/html", HowRead.MARKUP, title=title, blocks=(Block(title), *blocks))
    words = link(title, section="Thủ tục hành chính", parent_title="Thủ tục hành chính")
    attempt = Attempt("https://minhquan.example.vn/tt", FoundBy.LINK, words, sha256="ab" * 32)
    assert "paper" not in seen(Page(attempt, document, NOW)).values()
