"""The portal in frames: nothing of it stands at its own address."""

from __future__ import annotations

import re

from tests.integration.province.made_host import fetched, small_host


def test_the_home_page_is_reached_through_a_refresh_and_frames() -> None:
    """The address holds a refresh, the refresh leads to frames, a frame holds the menu."""
    host = small_host("frameset")
    assert b"URL=trangchu.asp" in fetched(host, "/")[1]
    frames = re.findall(rb'src="(\w+\.asp)"', fetched(host, "/trangchu.asp")[1])
    pages = [fetched(host, f"/{frame.decode()}")[1].decode() for frame in frames]
    assert sum("ISO 9001:2015" in page for page in pages) == 1


def test_the_papers_lie_in_an_iframe_with_pages_of_its_own() -> None:
    """The section shows a frame only; the list in it goes on under the list's own address."""
    host = small_host("frameset")
    section = fetched(host, "/muc.asp?id=7")[1].decode()
    assert "KH-UBND" not in section
    assert "src='/dsvb.asp?loai=7'" in section
    assert "/dsvb.asp?loai=7&amp;trang=2" in fetched(host, "/dsvb.asp?loai=7")[1].decode()
