"""Links out of a portal altogether."""

from __future__ import annotations

import pytest

from documents.away import is_whole_site, leads_away


@pytest.mark.parametrize(
    ("href", "away"),
    [
        ("https://sonv.tinh.gov.vn/", True),
        ("//sonv.tinh.gov.vn", True),
        ("https://www.facebook.com/sharer.php?u=x", True),
        ("tel:02160001", True),
        ("https://sonv.tinh.gov.vn/iso", False),
        ("https://drive.google.com/file/d/1", False),
        ("/", False),
        ("", False),
    ],
)
def test_what_leads_away(href: str, away: bool) -> None:
    """Whole sites, walls and telephones; a share or a page of another host may hold a paper."""
    assert leads_away(href) is away


def test_a_whole_site_is_written_out() -> None:
    """A telephone is none, nor is the portal's own way home."""
    assert is_whole_site("http://xa.vn")
    assert not is_whole_site("tel:0216")
    assert not is_whole_site("/")
