"""Files made to hurt: bombs, endless nesting, loops and sizes that nobody has."""

from __future__ import annotations

import struct
import zipfile
from collections.abc import Iterator

from tests.quality.hostile import LAUGHS, MEGABYTE, Hostile, packed, word
from tests.quality.hostile_office import office
from tests.quality.hostile_pdf import pdfs, pictures
from tests.unit.documents.rar_writer import RarFile, rar4, rar5


def hostile_files() -> Iterator[Hostile]:
    """All of them, made only when asked for."""
    yield from _archives()
    yield from office()
    yield from pdfs()
    yield from pictures()
    yield from _text()


def _archives() -> Iterator[Hostile]:
    yield Hostile("zip", "bomb", lambda: packed(_zeros(100)))
    yield Hostile("zip", "bomb of many", _many_bombs)
    yield Hostile("zip", "bomb that lies", _lying_bomb)
    yield Hostile("zip", "bomb (bzip2)", lambda: packed(_zeros(65), packing=zipfile.ZIP_BZIP2))
    yield Hostile("zip", "bomb (lzma)", lambda: packed(_zeros(65), packing=zipfile.ZIP_LZMA))
    yield Hostile("zip", "30 levels deep", lambda: _nested(30))
    yield Hostile("zip", "overlapping files", _overlapping)
    yield Hostile("zip", "60,000 files", lambda: packed(*((f"{n}", b"") for n in range(60_000))))
    yield Hostile("zip", "65,000 letters in a name", lambda: packed(("ộ/" * 16_000, b"chu")))
    yield Hostile("rar", "claims 2 GB", lambda: rar4([_huge(2_000_000_000)]))
    yield Hostile("rar", "claims 2 GB", lambda: rar5([_huge(2_000_000_000)]))
    yield Hostile("rar", "claims 50 MB of noise", lambda: rar5([_huge(50 * MEGABYTE, 400_000)]))
    yield Hostile("rar", "claims 50 MB of noise", lambda: rar4([_huge(50 * MEGABYTE, 400_000)]))
    yield Hostile("rar", "20,000 files", lambda: rar5((f"{n}", b"x") for n in range(20_000)))
    yield Hostile("7z", "header only", lambda: b"7z\xbc\xaf\x27\x1c\0\4" + b"\xff" * 24)


def _zeros(megabytes: int) -> tuple[str, bytes]:
    return "a.txt", bytes(megabytes * MEGABYTE)


def _lying_bomb() -> bytes:
    """A bomb whose headers claim nine bytes."""
    return packed(_zeros(100)).replace(word(100 * MEGABYTE), word(9))


def _many_bombs() -> bytes:
    return packed(*((f"{n}.txt", bytes(4 * MEGABYTE)) for n in range(60)))


def _nested(levels: int) -> bytes:
    body = b"chu"
    for level in range(levels):
        body = packed((f"{level}.zip" if level else "a.txt", body))
    return body


def _overlapping() -> bytes:
    """A thousand entries of the directory that all point at the same packed megabytes."""
    one = packed(("a.txt", bytes(20 * MEGABYTE)))
    start = one.find(b"PK\x01\x02")
    end = one.find(b"PK\x05\x06")
    entry, count = one[start:end], 1000
    tail = struct.pack("<4s4H2IH", b"PK\x05\x06", 0, 0, count, count, len(entry) * count, start, 0)
    return one[:start] + entry * count + tail


def _huge(claimed: int, packed: int = 100) -> RarFile:
    noise = bytes(number * 7 % 251 for number in range(1000)) * (packed // 1000 + 1)
    return RarFile("a.pdf", noise[:packed], unpacked_bytes=claimed, method=3)


def _text() -> Iterator[Hostile]:
    yield Hostile("rtf", "groups 200,000 deep", lambda: b"{\\rtf1 " + b"{" * 200_000)
    yield Hostile("rtf", "claims 2 GB of binary", lambda: b"{\\rtf1 a\\bin2000000000 b}")
    yield Hostile(
        "rtf", "endless control words", lambda: b"{\\rtf1 " + b"\\par\\b0\\u7909? " * 600_000
    )
    yield Hostile(
        "rtf", "tables in tables", lambda: b"{\\rtf1 " + b"\\trowd\\itap99999 x\\nestcell" * 50_000
    )
    yield Hostile("html", "200,000 tags deep", lambda: b"<html><body>" + b"<div><b>" * 200_000)
    yield Hostile("html", "an endless line", lambda: b"<html><p>" + b"x" * (12 * MEGABYTE))
    yield Hostile("html", "a million links", lambda: b"<html>" + b"<a href=x>y</a>" * 700_000)
    yield Hostile("html", "tables 20,000 deep", lambda: b"<html>" + b"<table><tr><td>" * 20_000)
    yield Hostile("xml", "entities", lambda: _feed(f"<!DOCTYPE x [{LAUGHS}]>", "&a9;"))
    yield Hostile("xml", "200,000 tags deep", lambda: _feed("", "<a>" * 200_000))
    yield Hostile("txt", "20 MB", lambda: "Mục tiêu chất lượng ".encode() * 800_000)
    yield Hostile("csv", "a million commas", lambda: b'a,b\n"' + b",\n" * 1_000_000)


def _feed(declared: str, item: str) -> bytes:
    return f'<?xml version="1.0"?>{declared}<rss><channel><item>{item}'.encode()
