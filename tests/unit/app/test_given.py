"""What is handed to ``giamsat rules try`` and ``read``: an address, a file, a pipe or a text."""

from __future__ import annotations

import io
from pathlib import Path

import pytest

from app.trying.given import LONGEST_LINE, MOST_LINES, GivenKind, given_by, lines_of_text
from domain.errors import UsageError


def test_what_a_source_is_taken_for(tmp_path: Path) -> None:
    """An address by its scheme, a file by being there, a pipe by "-", anything else is text."""
    file = tmp_path / "a.pdf"
    file.write_bytes(b"")

    def kind(source: str) -> GivenKind:
        return given_by(source, io.BytesIO(b"x")).kind

    assert kind("HTTPS://xa.vn/a.pdf") is GivenKind.ADDRESS
    assert kind(str(file)) is GivenKind.FILE
    assert kind(str(tmp_path / "b.pdf")) is GivenKind.TEXT
    assert kind("-") is GivenKind.TEXT
    assert kind("Kế hoạch " * 1_000) is GivenKind.TEXT
    assert kind("a\0b") is GivenKind.TEXT


@pytest.mark.parametrize(
    ("source", "note"),
    [
        ("/nowhere/muc-tieu", True),
        ("./a", True),
        ("ke-hoach.PDF", True),
        ("Quyết định số 12/QĐ-UBND", False),
        ("Kế hoạch ISO năm 2026.", False),
        ("-", False),
    ],
)
def test_a_mistyped_path_is_told(source: str, note: bool) -> None:
    """What looks like a file that is not there is tried as a text, and said to be."""
    assert given_by(source, io.BytesIO(b"/x.pdf and more")).like_a_path == note


def test_limits_of_text() -> None:
    """No text, another encoding, too much, too many and too long lines are refused."""
    for body in (b"\xff\xfe", b"x" * 2_000_001):
        with pytest.raises(UsageError):
            given_by("-", io.BytesIO(body))
    for text in ("\n \n", "x\n" * (MOST_LINES + 1), "x" * (LONGEST_LINE + 1)):
        with pytest.raises(UsageError):
            lines_of_text(text)
    assert lines_of_text(" a \r\n\nb") == ("a", "b")
