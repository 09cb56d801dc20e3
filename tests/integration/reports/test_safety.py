"""Cells of any text."""

from __future__ import annotations

from hypothesis import given, settings
from hypothesis import strategies as st

from reports.safety import spreadsheet_text
from tests.unit.any_text import ANY_CHARACTER


@settings(max_examples=300)
@given(st.text(ANY_CHARACTER))
def test_no_text_begins_as_a_formula(words: str) -> None:
    """Whatever is written, and whether a semicolon or a tab separates columns."""
    cell = spreadsheet_text(words)
    assert not cell.lstrip().startswith(("=", "+", "-", "@"))
    for part in cell.replace("\t", ";").replace("\n", ";").replace("\r", ";").split(";")[1:]:
        assert not part.lstrip().startswith(("=", "+", "-", "@"))
