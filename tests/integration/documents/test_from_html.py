"""Pages of more links than are read."""

from __future__ import annotations

from tests.unit.documents.html_pages import page_of


def test_a_page_without_end_is_cut_and_says_so() -> None:
    """The number of links is bounded, and the document says that it was cut."""
    document = page_of("<p><a href=/x>abc</a></p>" * 6_000)
    assert len(document.links) <= 5_001
    assert any(name == "truncated" for name, _ in document.metadata)
