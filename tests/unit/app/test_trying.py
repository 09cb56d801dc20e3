"""Trying the rules on a paper: its lines, its text and what it is worth for the year."""

from __future__ import annotations

import io
import json
from dataclasses import replace
from datetime import UTC, datetime
from functools import cache

from rich.console import Console

from app.cli.trying_screen import show_tried_paper
from app.paper import PaperSeen, Part, Source
from app.trying.as_json import tried_paper_to_json
from app.trying.trial import Trial, TriedPaper
from domain.agencies import Agency, Inspected, Level
from domain.documents import Block, Document, HowRead, Reading, Unread, Unreadable
from domain.settings import InspectionSettings
from domain.visits import Attempt, FoundBy, Page
from rules.catalogue import load_catalogue
from rules.head import read_head
from rules.vietnamese.folding import fold
from tests.unit.rules.written_pages import paper_text

COMMUNE = Inspected(
    Agency("1", "UBND xã Minh Quán", Level.COMMUNE), parents=("UBND huyện Trấn Yên",)
)
NOW = datetime(2026, 11, 22, tzinfo=UTC)
GOALS = paper_text(
    "Ban hành Mục tiêu chất lượng năm 2025",
    day="Minh Quán, ngày 05 tháng 02 năm 2025",
    body="100% hồ sơ đúng hạn theo ISO 9001",
)


@cache
def trial(inspected: Inspected = COMMUNE) -> Trial:
    """The shipped catalogue for a commune in 2026."""
    return Trial(load_catalogue(), InspectionSettings(), inspected, 2026)


def document(text: str) -> Document:
    """A PDF with a text."""
    blocks = tuple(Block(line, page=1) for line in text.split("\n") if line)
    return Document("application/pdf", HowRead.TEXT_LAYER, blocks=blocks)


def part(name: str, reading: Reading) -> Part:
    """One file with its head."""
    if isinstance(reading, Unreadable) or reading.members:
        return Part(name, reading, None, None)
    return Part(name, reading, read_head(fold(reading.text)), None)


def tried(reading: Reading, name: str = "muc-tieu.pdf", own: Trial | None = None) -> TriedPaper:
    """A paper that was read, and what the rules make of it."""
    used = own or trial()
    attempt = Attempt(name, FoundBy.LINK, sha256="ab" * 32)
    notes = used.detector.notes(Page(attempt, reading, NOW), used.inspected)
    source = Source(name, name, name, "", b"%PDF")
    return used.paper(PaperSeen(source, "ab" * 32, (part(name, reading),), notes, ""))


def screen(paper: TriedPaper) -> str:
    """What is shown of it."""
    out = io.StringIO()
    show_tried_paper(Console(file=out, width=200), trial(), paper)
    return out.getvalue()


def test_a_paper_of_last_year() -> None:
    """Its excerpt names it, its text bears it out, and for this year it does not count."""
    paper = tried(document(GOALS))
    shown = json.loads(tried_paper_to_json(trial(), paper, "file"))
    (goals,) = shown["publications"]
    assert (goals["publication"], goals["kind"]) == ("quality_objectives", "paper")
    assert (goals["year"], goals["weight"]) == (2025, "earlier")
    excerpt = next(line for line in shown["lines"] if line["place"] == "excerpt")
    assert "«Mục tiêu chất lượng»" in excerpt["publications"][0]["marked"]
    (support,) = shown["support"]
    assert {"100%", "hồ sơ", "đúng hạn"} <= {found["wording"] for found in support["found"]}
    assert (shown["kind"], shown["agency"]) == ("file", "UBND xã Minh Quán")


def test_the_screen_says_the_same() -> None:
    """A person reads the year, the words and the place they stand in."""
    text = screen(tried(document(GOALS)))
    assert "Đối với năm 2026, Mục tiêu chất lượng năm: của năm trước" in text
    assert "tên loại và trích yếu: “Quyết định Ban hành Mục tiêu chất lượng năm 2025”" in text
    assert "+ Tên gọi: “mục tiêu chất lượng”" in text


def test_a_place_is_named_in_words() -> None:
    """Where a quote stood is Vietnamese, as on every other screen."""
    paper = tried(document(GOALS))
    (found, *_) = paper.seen.notes.sightings
    moved = replace(found, evidence=replace(found.evidence, place="page 2"))
    notes = replace(paper.seen.notes, sightings=(moved,))
    text = screen(replace(paper, seen=replace(paper.seen, notes=notes)))
    assert "(trang 2)" in text
    assert "page 2" not in text


def test_a_paper_of_another_agency() -> None:
    """The lines speak for it, and the paper is still not this agency's."""
    other = replace(COMMUNE, agency=replace(COMMUNE.agency, name="UBND xã Hưng Khánh"))
    paper = tried(document(GOALS), own=trial(other))
    (judged,) = paper.judged
    assert (judged.sighting.kind.value, judged.weight.name) == ("not_it", "NOTHING")


def test_an_unreadable_paper_is_known_by_its_name_alone() -> None:
    """Nothing is claimed of a text that was not read."""
    scan = Unreadable("application/pdf", Unread.NO_TEXT_LAYER)
    paper = tried(scan, "muc-tieu-chat-luong-nam-2026.pdf")
    (line,) = paper.lines
    assert (line.place, paper.support) == ("file name", ())
    assert paper.judged[0].sighting.kind.value == "unread"
    assert "tên tệp: “muc tieu chat luong nam 2026”" in screen(paper)


def test_words_of_news_and_forms_are_named() -> None:
    """What makes a text look like news or a form nobody filled in is listed."""
    paper = tried(document("MỤC TIÊU CHẤT LƯỢNG NĂM 2026\nTheo đó, Nguyễn Văn A phát biểu."))
    (doubts,) = paper.doubts
    assert {("news", "theo đó"), ("blank_form", "nguyễn văn a")} <= {
        (heard.key, heard.wording) for heard in doubts.words
    }
    text = screen(paper)
    assert "Nội dung có lời của tin tức: " in text
    assert "Nội dung có lời của mẫu trống: “nguyễn văn a”" in text


def test_a_word_that_is_no_title_names_nothing() -> None:
    """A paper about something else has lines, and no publication in them."""
    paper = tried(document("KẾ HOẠCH\nPhòng chống thiên tai năm 2026"), "ke-hoach.pdf")
    assert (paper.judged, paper.support) == ((), ())
    assert "không nhận ra nội dung nào" in screen(paper)
