"""Addresses of any characters."""

from __future__ import annotations

from urllib.parse import urlsplit

from hypothesis import given, settings
from hypothesis import strategies as st

from crawler.urls import (
    canonical,
    resolve,
)

BASE = "https://xa.yenbai.gov.vn/vi/tin-tuc/bai.html?x=1"


ALPHABET = "abcZ09./:?&=#%+-_~;()@\\ ạđ\u0301[]'\"<>\t"


@settings(max_examples=300)
@given(st.text(ALPHABET, max_size=40))
def test_canonical_twice_is_canonical_once(tail: str) -> None:
    """Canonical addresses stay as they are, and are plain ASCII without control characters."""
    for address in ("http://xa.vn/" + tail, tail):
        once = canonical(address, BASE)
        if once is not None:
            assert canonical(once) == once
            assert once.isascii()
            assert once.isprintable()
            assert " " not in once


@settings(max_examples=300)
@given(
    st.text(ALPHABET, max_size=40),
    st.sampled_from(
        [
            "",
            "http://",
            "http://[",
            "https://[abc",
            "http://[::",
            "//[",
            "http://xa.vn:",
            "//a:00000",
        ]
    ),
)
def test_what_is_canonical_can_be_split(text: str, start: str) -> None:
    """Neither host nor port of a canonical address ever raises for those who read them later."""
    for address in (canonical(start + text, BASE), resolve(start + text, BASE)):
        if address is not None:
            parts = urlsplit(address)
            assert parts.hostname
            assert parts.port is None or 0 < parts.port < 65536
