"""Words of a portal do no harm where they are shown."""

from __future__ import annotations

import pytest

from reports.safety import CELL_LENGTH, clean, safe_link, spreadsheet_text


@pytest.mark.parametrize(
    "start", ["=", "+", "-", "@", "\t", "\r", "\n", " =", "\u00a0=", "＝", "\x00="]
)
def test_a_cell_never_begins_as_a_formula(start: str) -> None:
    """Also behind blanks, unseen characters and in the wide letters that some offices accept."""
    assert spreadsheet_text(f"{start}cmd|'/c calc'!A1").startswith("'")


def test_plain_words_stay_as_they_are() -> None:
    """Vietnamese, numbers of papers and addresses are untouched; a cell has a length."""
    words = "Quyết định 12/QĐ-UBND; https://xa-a.gov.vn/?a=1&b=-2"
    assert spreadsheet_text(words) == words
    assert len(spreadsheet_text("a" * 100_000)) == CELL_LENGTH


def test_unseen_characters_go() -> None:
    """Control characters, direction overrides and halves of characters are not shown."""
    assert clean("a\x00\x1b[31m\u202egnp\u2066\ufeff\ud800b") == "a[31mgnpb"


@pytest.mark.parametrize(
    "address",
    [
        "javascript:alert(1)",
        "JaVaScRiPt:alert(1)",
        " javascript:alert(1)",
        "data:text/html,x",
        "file:///etc/passwd",
        "\\\\server\\share",
        "ftp://a/b",
        "//a/b",
        "http://",
        "http://[::1",
        'https://a/"onmouseover="x',
        "https://a/\nb",
        "https://a/\u202eb",
        "https://a/" + "b" * 5000,
        "",
    ],
)
def test_only_web_addresses_become_links(address: str) -> None:
    """Anything else is shown as text."""
    assert safe_link(address) is None


def test_web_addresses_become_links() -> None:
    """Also with Vietnamese letters in the path."""
    for address in ("https://xa-a.gov.vn/a?b=1", "http://127.0.0.1:80/", "http://a.vn/Quảnlý"):
        assert safe_link(address) == address
