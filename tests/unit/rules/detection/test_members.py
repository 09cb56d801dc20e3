"""Archives: their files are papers of their own; what was not read blocks only what it could be."""

from __future__ import annotations

from dataclasses import replace

import pytest

from domain.documents import Block, Document, HowRead, Member, Unread, Unreadable
from domain.outcomes import Aid, PortalState, StoppedBy
from domain.visits import LinkWords, Page, Visit
from rules.links import CatalogueScorer
from rules.verdict.coverage import Looked
from tests.unit import shipped
from tests.unit.rules.archives import ADDRESS, OBJECTIVES, archive, paper
from tests.unit.rules.written_pages import NOW, link, notes, paper_text, seen, the

CATALOGUE = shipped.catalogue()
SCORER = CatalogueScorer(CATALOGUE)
EVERYTHING = frozenset(CATALOGUE.ids)


def _unread(name: str, reason: Unread = Unread.NO_TEXT_LAYER) -> Member:
    return Member(name, None, Unreadable("application/pdf", reason))


def _could_hold(page: Page) -> set[str]:
    """The publications that the archive's gaps could hold."""
    visit = Visit(
        "https://minhquan.example.vn/",
        NOW.date(),
        PortalState.REACHED,
        StoppedBy.NOTHING_LEFT,
        NOW,
        NOW,
        search=Aid.USED,
        sitemap=Aid.USED,
        attempts=(page.attempt,),
    )
    looked = Looked(visit, (notes(page),), SCORER, EVERYTHING)
    gaps = [gap for gap in looked.gaps() if "tệp nén" in gap.words]
    return {str(publication) for gap in gaps for publication in gap.could_hold}


def test_a_paper_in_an_archive_is_the_paper() -> None:
    """Its evidence leads to the archive and tells which file in it was meant."""
    page = archive(link("Tải về"), paper("MTCL/QĐ 12.pdf", OBJECTIVES))
    found = the(page, "quality_objectives")
    assert found.kind == "paper"
    assert found.year == 2026
    assert found.evidence.url == ADDRESS
    assert found.evidence.sha256 == "aa" * 32
    assert found.evidence.media_type == "application/pdf"
    assert "MTCL/QĐ 12.pdf" in found.evidence.note
    assert found.evidence.place.startswith("MTCL/QĐ 12.pdf: ")


def test_each_file_is_seen_for_itself() -> None:
    """Two papers and a stranger in one archive give two publications."""
    page = archive(
        link("Tài liệu ISO 9001:2015"),
        paper("1.pdf", OBJECTIVES),
        paper("2.pdf", paper_text("Ban hành Chính sách chất lượng")),
        paper("3.pdf", paper_text("Về việc phân công trực Tết", body="Lịch trực kèm theo.")),
    )
    kinds = seen(page)
    assert kinds["quality_objectives"] == kinds["quality_policy"] == "paper"
    assert notes(page).members_read == 3
    assert notes(page).members_unseen == ()


def test_an_archive_in_an_archive_is_seen_too() -> None:
    """The path names both."""
    inner = Document("application/zip", HowRead.PLAIN, members=(paper("qd.pdf", OBJECTIVES),))
    page = archive(link("Tải về"), Member("2026.zip", inner))
    assert "2026.zip/qd.pdf" in the(page, "quality_objectives").evidence.note


def test_the_name_of_an_unread_file_asks() -> None:
    """A scan named after a publication makes it a question, and a gap for that one alone."""
    page = archive(link("Văn bản họp dân"), _unread("Muc-tieu-chat-luong-nam-2026.pdf"))
    found = the(page, "quality_objectives")
    assert found.kind == "unread"
    assert found.year == 2026
    assert "Muc-tieu-chat-luong-nam-2026.pdf" in found.question
    assert _could_hold(page) == {"quality_objectives"}


def test_a_note_beside_a_paper_has_a_name_of_its_own() -> None:
    """A handler's address ends in a query: the note in its archive is not called as the archive."""
    note = Member("Ghi chú.txt", Document("text/plain", HowRead.PLAIN, blocks=(Block("Bản in."),)))
    page = archive(link("Tải về"), note)
    address = (
        "https://minhquan.example.vn/laws/detail/muc-tieu-chat-luong-nam-2026/?download=1&id=0"
    )
    page = replace(page, attempt=replace(page.attempt, address=address))
    assert seen(page) == {}


def test_the_words_of_the_link_name_what_says_nothing() -> None:
    """A scan without a telling name in an archive of the objectives may be the objectives."""
    page = archive(link("Mục tiêu chất lượng năm 2026"), _unread("scan0012.pdf"))
    assert the(page, "quality_objectives").kind == "unread"
    assert _could_hold(page) == {"quality_objectives"}


@pytest.mark.parametrize(
    ("words", "name"),
    [
        ("Danh sách cử tri bầu cử các thôn", "scan0012.jpg"),
        ("Tài liệu ISO 9001:2015", "Ảnh lễ hội đền Đông Cuông xuân.jpg"),
        ("Hồ sơ", "setup.exe"),
    ],
)
def test_what_can_be_no_paper_blocks_nothing(words: str, name: str) -> None:
    """Pictures of something else and programs neither ask nor block."""
    page = archive(link(words), paper("1.pdf", OBJECTIVES), _unread(name))
    assert "unread" not in seen(page).values()
    assert _could_hold(page) == set()


def test_an_unread_file_that_may_be_anything_blocks_everything() -> None:
    """An encrypted file without words, in an archive without words, on an ISO page."""
    words = link("Tải về", section="ISO 9001:2015")
    assert _could_hold(archive(words, _unread("a1.pdf", Unread.ENCRYPTED))) == set(EVERYTHING)


def test_a_torn_archive_is_a_gap() -> None:
    """What was not even listed may be whatever the archive's link could mean."""
    page = archive(
        link("Mục tiêu chất lượng năm 2026"), paper("1.pdf", "Thông báo chung"), torn=True
    )
    assert _could_hold(page) == {"quality_objectives"}


def test_another_topic_of_its_own_is_not_the_archives() -> None:
    """The archive's words do not make a file about something else the publication."""
    text = paper_text("Về việc phòng cháy chữa cháy mùa khô", body="Các thôn chủ động phòng cháy.")
    page = archive(
        link("Mục tiêu chất lượng năm 2026"),
        paper("Phòng cháy chữa cháy rừng mùa khô.pdf", text),
    )
    assert seen(page).get("quality_objectives") in (None, "not_it")


def test_an_archive_of_which_nothing_was_read_was_not_read() -> None:
    """It counts as no page that was seen."""
    page = archive(link("Tải về"), _unread("a1.pdf"), _unread("a2.pdf"))
    assert notes(page).members_read == 0
    assert len(notes(page).members_unseen) == 2


def test_a_note_beside_a_paper_inherits_nothing() -> None:
    """A readme of plain text is no paper because the archive's link names one."""
    note = Document("text/plain", HowRead.PLAIN, blocks=(Block("Tài liệu lưu hành nội bộ."),))
    words = LinkWords("Công bố HTQLCL phù hợp TCVN ISO 9001:2015")
    page = archive(words, Member("đọc trước.txt", note), paper("MTCL 2026.pdf", OBJECTIVES))
    assert seen(page).get("conformity_announcement") != "doubtful"
    alone = archive(words, Member("đọc trước.txt", note))
    assert seen(alone) == {}
