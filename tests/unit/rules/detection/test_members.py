"""Archives: their files are papers of their own; what was not read blocks only what it could be."""

from __future__ import annotations

from dataclasses import replace

import pytest

from domain.documents import Block, Document, HowRead, Member, Unread, Unreadable
from domain.outcomes import Aid, Outcome, PortalState, StoppedBy
from domain.visits import Attempt, FoundBy, LinkWords, Page, Visit
from rules.links import CatalogueScorer
from rules.verdict.coverage import Looked
from tests.unit import shipped
from tests.unit.rules.written_pages import NOW, link, notes, paper_text, seen, the

ADDRESS = "https://minhquan.example.vn/uploads/tai-lieu-12.zip"
OBJECTIVES = paper_text(
    "Ban hành Mục tiêu chất lượng năm 2026", body="Mục tiêu 1: 100% hồ sơ được giải quyết đúng hạn."
)
CATALOGUE = shipped.catalogue()
SCORER = CatalogueScorer(CATALOGUE)
EVERYTHING = frozenset(CATALOGUE.ids)


def _paper(name: str, text: str) -> Member:
    blocks = tuple(Block(line) for line in text.split("\n"))
    return Member(name, Document("application/pdf", HowRead.TEXT_LAYER, blocks=blocks))


def _unread(name: str, reason: Unread = Unread.NO_TEXT_LAYER) -> Member:
    return Member(name, None, Unreadable("application/pdf", reason))


def _archive(words: LinkWords, *members: Member, torn: bool = False) -> Page:
    attempt = Attempt(
        ADDRESS, FoundBy.LINK, words, sha256="aa" * 32, outcome=Outcome.OK, started_at=NOW
    )
    metadata = (("truncated", "cut"),) if torn else ()
    document = Document("application/zip", HowRead.PLAIN, metadata=metadata, members=members)
    return Page(attempt, document, NOW)


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
    page = _archive(link("Tải về"), _paper("MTCL/QĐ 12.pdf", OBJECTIVES))
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
    page = _archive(
        link("Tài liệu ISO 9001:2015"),
        _paper("1.pdf", OBJECTIVES),
        _paper("2.pdf", paper_text("Ban hành Chính sách chất lượng")),
        _paper("3.pdf", paper_text("Về việc phân công trực Tết", body="Lịch trực kèm theo.")),
    )
    kinds = seen(page)
    assert kinds["quality_objectives"] == kinds["quality_policy"] == "paper"
    assert notes(page).members_read == 3
    assert notes(page).members_unseen == ()


def test_an_archive_in_an_archive_is_seen_too() -> None:
    """The path names both."""
    inner = Document("application/zip", HowRead.PLAIN, members=(_paper("qd.pdf", OBJECTIVES),))
    page = _archive(link("Tải về"), Member("2026.zip", inner))
    assert "2026.zip/qd.pdf" in the(page, "quality_objectives").evidence.note


def test_the_name_of_an_unread_file_asks() -> None:
    """A scan named after a publication makes it a question, and a gap for that one alone."""
    page = _archive(link("Văn bản họp dân"), _unread("Muc-tieu-chat-luong-nam-2026.pdf"))
    found = the(page, "quality_objectives")
    assert found.kind == "unread"
    assert found.year == 2026
    assert "Muc-tieu-chat-luong-nam-2026.pdf" in found.question
    assert _could_hold(page) == {"quality_objectives"}


def test_a_note_beside_a_paper_has_a_name_of_its_own() -> None:
    """A handler's address ends in a query: the note in its archive is not called as the archive."""
    note = Member("Ghi chú.txt", Document("text/plain", HowRead.PLAIN, blocks=(Block("Bản in."),)))
    page = _archive(link("Tải về"), note)
    address = (
        "https://minhquan.example.vn/laws/detail/muc-tieu-chat-luong-nam-2026/?download=1&id=0"
    )
    page = replace(page, attempt=replace(page.attempt, address=address))
    assert seen(page) == {}


def test_the_words_of_the_link_name_what_says_nothing() -> None:
    """A scan without a telling name in an archive of the objectives may be the objectives."""
    page = _archive(link("Mục tiêu chất lượng năm 2026"), _unread("scan0012.pdf"))
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
    page = _archive(link(words), _paper("1.pdf", OBJECTIVES), _unread(name))
    assert "unread" not in seen(page).values()
    assert _could_hold(page) == set()


def test_an_unread_file_that_may_be_anything_blocks_everything() -> None:
    """An encrypted file without words, in an archive without words, on an ISO page."""
    words = link("Tải về", section="ISO 9001:2015")
    assert _could_hold(_archive(words, _unread("a1.pdf", Unread.ENCRYPTED))) == set(EVERYTHING)


def test_a_torn_archive_is_a_gap() -> None:
    """What was not even listed may be whatever the archive's link could mean."""
    page = _archive(
        link("Mục tiêu chất lượng năm 2026"), _paper("1.pdf", "Thông báo chung"), torn=True
    )
    assert _could_hold(page) == {"quality_objectives"}


def test_another_topic_of_its_own_is_not_the_archives() -> None:
    """The archive's words do not make a file about something else the publication."""
    text = paper_text("Về việc phòng cháy chữa cháy mùa khô", body="Các thôn chủ động phòng cháy.")
    page = _archive(
        link("Mục tiêu chất lượng năm 2026"),
        _paper("Phòng cháy chữa cháy rừng mùa khô.pdf", text),
    )
    assert seen(page).get("quality_objectives") in (None, "not_it")


def test_an_archive_of_which_nothing_was_read_was_not_read() -> None:
    """It counts as no page that was seen."""
    page = _archive(link("Tải về"), _unread("a1.pdf"), _unread("a2.pdf"))
    assert notes(page).members_read == 0
    assert len(notes(page).members_unseen) == 2


def test_of_many_long_files_the_beginnings_are_looked_at() -> None:
    """Each still shows what its head and title say, and none is a gap."""
    body = "\n".join(["Nội dung thực hiện theo quy định hiện hành của pháp luật."] * 300)
    files = [_paper(f"{n}.pdf", paper_text("Về việc trực Tết", body=body)) for n in range(70)]
    page = _archive(link("Hồ sơ"), *files, _paper("0.pdf", f"{OBJECTIVES}\n{body}"))
    found = notes(page)
    assert [sight.publication for sight in found.sightings] == ["quality_objectives"]
    assert found.members_unseen == ()


def test_a_note_beside_a_paper_inherits_nothing() -> None:
    """A readme of plain text is no paper because the archive's link names one."""
    note = Document("text/plain", HowRead.PLAIN, blocks=(Block("Tài liệu lưu hành nội bộ."),))
    words = LinkWords("Công bố HTQLCL phù hợp TCVN ISO 9001:2015")
    page = _archive(words, Member("đọc trước.txt", note), _paper("MTCL 2026.pdf", OBJECTIVES))
    assert seen(page).get("conformity_announcement") != "doubtful"
    alone = _archive(words, Member("đọc trước.txt", note))
    assert seen(alone) == {}
