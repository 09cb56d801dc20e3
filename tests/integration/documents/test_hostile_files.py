"""Files made to keep a reader busy: nested without end, packed bombs, endless runs."""

from __future__ import annotations

import struct
import time
import zipfile
from io import BytesIO

import pytest

from documents import from_html, from_rtf
from documents.read import read_body
from domain.documents import Document, Reading, Unread, Unreadable

_FONTS = rb"{\fonttbl{\f0\fcharset0 Times New Roman;}{\f2\fcharset0 .VnTime;}}"


def _rtf(text: bytes) -> bytes:
    return rb"{\rtf1\ansi\ansicpg1252\deff0" + _FONTS + text + b"}"


def _zip(*files: tuple[str, bytes]) -> bytes:
    held = BytesIO()
    with zipfile.ZipFile(held, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, body in files:
            archive.writestr(name, body)
    return held.getvalue()


def _members(body: bytes) -> tuple[Reading, ...]:
    """What became of each file of an archive."""
    reading = read_body(body)
    assert isinstance(reading, Document)
    found = [member.document or member.unreadable for member in reading.members]
    return tuple(one for one in found if one is not None)


def _reason(reading: Reading) -> Unread:
    assert isinstance(reading, Unreadable)
    return reading.reason


@pytest.mark.parametrize(
    "markup",
    [
        "<div>" * 20_000 + "chữ",
        "<ul><li>" * 5_000 + "chữ",
        "<b>" * 20_000 + "chữ",
        "<table><tr><td>" * 5_000 + "chữ",
    ],
)
def test_endless_nesting_is_read_in_no_time(markup: str) -> None:
    """Nesting that takes the bare parser seconds is made shallow first."""
    started = time.process_time()
    reading = from_html.read(markup.encode())
    assert isinstance(reading, Document)
    assert time.process_time() - started < 2.0


@pytest.mark.parametrize(
    "markup",
    [
        "<div onclick=\"location.href='/x'\">" * 300 + "chữ đây " * 60_000,
        "<div>" + "Môc tiªu chÊt l­îng n¨m cña Së <a href=/x>Môc tiªu chÊt l­îng</a> " * 3_000,
    ],
)
def test_links_without_end_are_read_in_no_time(markup: str) -> None:
    """Each of hundreds of nested or neighbouring links costs its own words, not the whole page."""
    started = time.process_time()
    reading = from_html.read(markup.encode())
    assert isinstance(reading, Document)
    assert len(reading.links) >= 300
    assert time.process_time() - started < 3.0


@pytest.mark.parametrize(
    "body",
    [
        b"{" * 20_000 + b"a" + b"}" * 20_000,
        b"\\'e1" * 20_000,
        b"{\\field" * 4_000 + b"{\\fldrslt x}" + b"}" * 4_000,
        b"\\trowd\\intbl a\\cell" * 4_000,
        b"\\u7909?" * 10_000,
        b"\\pard\\intbl\\itap40 a\\nestcell\\pard b\\par" * 1_000,
    ],
)
def test_hostile_files_take_no_more_than_their_size(body: bytes) -> None:
    """Deep nesting and endless runs are read in one pass."""
    start = time.process_time()
    from_rtf.read(_rtf(body))
    assert time.process_time() - start < 2


def test_bombs_are_refused() -> None:
    """By the size they claim, and by the size they reach when they lie about it."""
    bomb, small = _members(_zip(("bom.txt", bytes(50_000_000)), ("2.txt", b"hai")))
    assert _reason(bomb) is Unread.TOO_LARGE
    assert isinstance(small, Document)
    assert small.text == "hai"
    body = _zip(("bom.txt", bytes(61_000_000)))
    (liar,) = _members(body.replace(struct.pack("<I", 61_000_000), struct.pack("<I", 9)))
    assert _reason(liar) in (Unread.TOO_LARGE, Unread.DAMAGED)
