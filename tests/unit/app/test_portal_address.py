"""Addresses as people type them."""

from __future__ import annotations

import pytest

from app.portal_address import portal_address
from domain.errors import AddressError


@pytest.mark.parametrize(
    ("typed", "words"),
    [
        ("yenbai.gov.vn", "no scheme"),
        ("file:///etc/passwd", "only http and https"),
        ("ftp://yenbai.gov.vn/", "only http and https"),
        ("https://", "no host"),
        ("https://admin:secret@yenbai.gov.vn/", "user name"),
        ("http://[::1", "not an address"),
        ("http://x.vn/" + "a" * 5_000_000, "5,000,012 characters"),
        ("", "no scheme"),
    ],
)
def test_what_cannot_be_checked_is_said_in_one_line(typed: str, words: str) -> None:
    """One clear, short line, whatever was typed."""
    with pytest.raises(AddressError) as caught:
        portal_address(typed)
    message = str(caught.value)
    assert words in message
    assert "\n" not in message
    assert len(message) < 300
    assert "secret" not in message


def test_good_address_is_taken() -> None:
    """An ordinary address comes back canonical."""
    assert portal_address(" HTTPS://YenBai.gov.vn:443 ").startswith("https://yenbai.gov.vn")
