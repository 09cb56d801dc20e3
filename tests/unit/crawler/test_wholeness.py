"""Whether a body has come whole, by its own end."""

from __future__ import annotations

import pytest

from crawler.fetcher.wholeness import (
    KnownEnds,
    breaks_off,
    closes_its_page,
    ends_whole,
)

PAGE = (
    b"<!DOCTYPE html><html><head></head><body><p>Xin ch\xc3\xa0o</p></body></html>\n<!-- 0.2s -->"
)
OPEN = b"<html><body><p>Xin ch"


@pytest.mark.parametrize(
    ("content", "whole"),
    [
        (PAGE, True),
        (PAGE.decode().encode("utf-16-le"), True),
        (b"%PDF-1.4 ... startxref 9 %%EOF\n", True),
        (b"%PDF-1.4 ... %%EOF" + b"x" * 5000, False),
        (b"PK\x03\x04...PK\x05\x06" + b"\0" * 18, True),
        (b"PK\x03\x04...", False),
        (OPEN, False),
        (b"", False),
        (b"</html>" + b"x" * 9000, False),
    ],
)
def test_ends(content: bytes, whole: bool) -> None:
    """Pages, PDFs and zipped papers end in their own ways."""
    assert ends_whole(content) == whole


@pytest.mark.parametrize(
    ("content", "closes"),
    [
        (PAGE, True),
        (OPEN, False),
        (b"<p>a fragment that a script asks for</p>", None),
        (b"<frameset><frame src=a></frameset>", True),
        (b"User-agent: *", None),
    ],
)
def test_a_page_that_begins_and_does_not_end(content: bytes, closes: bool | None) -> None:
    """Only what begins as a page must end as one."""
    assert closes_its_page(content) is closes


def test_hosts_that_close_their_pages() -> None:
    """Where the first page closed, none may lack its end; where not, ends met twice are known."""
    closing, open_ended = KnownEnds(), KnownEnds()
    closing.closed()
    assert not closing.may_lack
    assert open_ended.may_lack
    assert not open_ended.is_known(OPEN)
    open_ended.learn(OPEN)
    open_ended.closed()
    assert open_ended.may_lack
    assert open_ended.is_known(OPEN + b" \n")
    open_ended.learn(OPEN + b"a")
    open_ended.learn(OPEN + b"b")
    assert open_ended.is_known(b"<html>anything")


@pytest.mark.parametrize(
    ("content", "cut"),
    [
        (b"<html><body><div><p>Xin ch", False),
        (b"<html><body><div><p>Xin ch</p><a hr", True),
        (b"<html><body><div><div><table><tr><td>7", True),
        (b"<html><body><div><div>x</div></div><p>Xin", False),
    ],
)
def test_a_page_that_stops_in_the_midst_is_never_written_so(content: bytes, cut: bool) -> None:
    """Inside a tag, or with box in box still open, even where the host's pages end anyhow."""
    ends = KnownEnds()
    ends.learn(content)
    assert breaks_off(content) == cut
    assert ends.is_known(content) != cut
