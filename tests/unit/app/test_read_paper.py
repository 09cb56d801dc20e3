"""What ``giamsat read`` takes, what it shows as unread, and why it could not have a paper."""

from __future__ import annotations

import io
import os
from datetime import UTC, datetime
from pathlib import Path

import pytest
from rich.console import Console

from app.came_back import why_not_allowed, why_nothing
from app.cli.paper_screen import show_paper
from app.cli.screens import printable
from app.paper import PaperSeen, Part, Source, from_file
from domain.documents import Block, Document, HowRead, Reading, Unread, Unreadable
from domain.errors import UsageError
from domain.exchanges import Answer, Ask
from domain.outcomes import Outcome
from domain.visits import Attempt, FoundBy
from rules.head import read_head
from rules.sightings import PageNotes

ADDRESS = "http://xa.vn/a.pdf"


def answer(outcome: Outcome, status: int | None = None, body: bytes = b"") -> Answer:
    """What asking came to."""
    now = datetime(2026, 11, 22, tzinfo=UTC)
    return Answer(Ask(ADDRESS), outcome, now, 0.1, "chi tiết", status=status, body=body)


@pytest.mark.parametrize(
    ("came", "words"),
    [
        (answer(Outcome.DNS), "no such host is known"),
        (answer(Outcome.TIMEOUT), "no answer came in time"),
        (answer(Outcome.HTTP_ERROR, 503), "could not be had, and may forbid it: the server failed"),
        (answer(Outcome.OK, 200, b"User-agent: *\nDisallow: /"), "robots.txt forbids it"),
        (answer(Outcome.TOO_LARGE, 200, b"User-agent: *\nDisallow: /"), "robots.txt forbids it"),
    ],
)
def test_why_an_address_may_not_be_asked(came: Answer, words: str) -> None:
    """Only a robots.txt that was read forbids; else the real cause is named."""
    assert words in why_not_allowed(came)
    assert ("forbids" in why_not_allowed(came)) == ("forbids" in words)


@pytest.mark.parametrize("outcome", Outcome)
def test_why_nothing_came_back(outcome: Outcome) -> None:
    """Every outcome has words of one language, and the status where there was one."""
    assert why_nothing(answer(outcome)).isascii()
    assert "()" not in why_nothing(answer(outcome))
    assert why_nothing(answer(outcome, 200)).endswith(" (HTTP 200)")


def test_an_empty_answer_and_a_private_address() -> None:
    """The first is called empty, the second names the setting that allows it."""
    assert why_nothing(answer(Outcome.OK, 200)) == "the answer was empty (HTTP 200)"
    assert "allow_private_addresses = true" in why_nothing(answer(Outcome.UNSAFE_ADDRESS))


def test_the_limit_holds_whatever_the_size_is_said_to_be(tmp_path: Path) -> None:
    """A file may have as many bytes as are read, and not one more."""
    file = tmp_path / "a.txt"
    file.write_bytes(b"x" * 100)
    assert len(from_file(file, 100).body) == 100
    with pytest.raises(UsageError, match="max_body_bytes"):
        from_file(file, 99)


@pytest.mark.skipif(not Path("/proc/self/maps").exists(), reason="no /proc here")
def test_a_file_that_says_it_is_empty_is_limited_too() -> None:
    """Files below /proc have the size 0 and are not empty."""
    with pytest.raises(UsageError, match="max_body_bytes"):
        from_file(Path("/proc/self/maps"), 50)


def test_what_is_no_file_is_not_waited_for(tmp_path: Path) -> None:
    """A pipe would be waited for without end; a name with a zero byte is none."""
    pipe = tmp_path / "pipe"
    os.mkfifo(pipe)
    with pytest.raises(UsageError, match="not a file"):
        from_file(pipe, 99)
    with pytest.raises(UsageError, match="cannot be read"):
        from_file(Path("a\0b"), 99)


def test_control_characters_never_reach_the_terminal() -> None:
    """Escape, bell and carriage return are replaced; letters and line ends stay."""
    assert printable("xã\n\x1b[31m\a\r") == "xã\n�[31m��"


def seen(reading: Reading) -> PaperSeen:
    """A paper that was looked at."""
    head = read_head("") if isinstance(reading, Document) else None
    parts = (Part("a.pdf", reading, head, None),)
    notes = PageNotes(Attempt(ADDRESS, FoundBy.LINK))
    return PaperSeen(Source(ADDRESS, ADDRESS, "a.pdf", "", b"%PDF"), "0" * 64, parts, notes, "")


def shown(reading: Reading) -> str:
    """The screen of a paper."""
    out = io.StringIO()
    show_paper(Console(file=out, width=150), seen(reading), {}, whole=False)
    return out.getvalue()


@pytest.mark.parametrize(
    ("note", "value", "words"),
    [
        ("pages_without_text", "2,3", "trang 2,3 chỉ có ảnh chụp"),
        ("pages_doubtful", "2", "trang 2: chữ không đáng tin"),
        ("pages_not_recognised", "4", "trang 4: chưa nhận dạng"),
        ("unread_sheets", "Sheet[9]", "bảng tính chưa đọc được: Sheet[9]"),
        ("truncated", "200 of 202 pages", "bị cắt bớt: 200 of 202 pages"),
        ("pictures_unread", "2 pictures", "2 pictures"),
        ("ocr_failed", "timed_out", "nhận dạng chữ không xong: đọc tệp quá lâu"),
    ],
)
def test_what_stayed_unread_is_shown(note: str, value: str, words: str) -> None:
    """A line for every note of the reader on what it left out."""
    metadata = ((note, value), ("generator", "Word"))
    blocks = (Block("Kế hoạch"),)
    text = shown(Document("application/pdf", HowRead.TEXT_LAYER, blocks=blocks, metadata=metadata))
    assert [line for line in text.splitlines() if "chưa đọc hết" in line and words in line]
    assert text.count("chưa đọc hết") == 1


def test_a_paper_without_text_was_not_read() -> None:
    """An empty document is said to be empty, and counts as little as one that failed."""
    empty = Document("application/xml", HowRead.MARKUP, blocks=(Block(" "),))
    assert "không có chữ nào" in shown(empty)
    assert not seen(empty).anything_read
    assert not seen(Unreadable("application/xml", Unread.EMPTY)).anything_read
    assert seen(Document("text/plain", HowRead.PLAIN, blocks=(Block("a"),))).anything_read
