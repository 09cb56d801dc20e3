"""Archives that hold papers: ZIP and RAR, with names in Unicode or in the bytes of old programs."""

from __future__ import annotations

import io
import random
import unicodedata
import zipfile
from functools import cache

from tests.province.papers.values import Paper
from tests.unit.documents.rar_writer import RarFile, rar4, rar5

ZIP_TIME = (2020, 1, 1, 0, 0, 0)
ZIP, RAR = "application/zip", "application/vnd.rar"
FOLDERS = ("", "", "HTQLCL/", "Tài liệu ISO/", "ISO 9001-2015/Ban hành/")
NOTES = ("Ghi chú.txt", "đọc trước.txt", "readme.txt")
NOTE = "Tài liệu lưu hành nội bộ; bản giấy lưu tại Văn phòng.\r\n"
OLD_NAMES = "cp1258"
TONES = "\u0300\u0301\u0303\u0309\u0323"


def members(paper: Paper, body: bytes, extension: str, rng: random.Random) -> dict[str, bytes]:
    """The paper under its clerk's name for it, sometimes with a note beside it."""
    held = {f"{rng.choice(FOLDERS)}{paper.file_stem}.{extension}": body}
    if rng.random() < 0.5:
        held[rng.choice(NOTES)] = NOTE.encode("utf-8-sig")
    return held


def to_zip(held: dict[str, bytes], rng: random.Random) -> bytes:
    """A ZIP; one in three made by a program that wrote names in the machine's own code page."""
    old = rng.random() < 0.33
    made = io.BytesIO()
    with zipfile.ZipFile(made, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, body in held.items():
            archive.writestr(_OldInfo(name, ZIP_TIME) if old else zipfile.ZipInfo(name, ZIP_TIME),
                             body, zipfile.ZIP_DEFLATED)  # fmt: skip
    return made.getvalue()


class _OldInfo(zipfile.ZipInfo):
    """A member whose name is written without the mark of Unicode."""

    def _encodeFilenameFlags(self) -> tuple[bytes, int]:  # noqa: N802 - zipfile's own name
        return old_name(self.filename), self.flag_bits & ~0x800


def old_name(name: str) -> bytes:
    """The name in windows-1258, whose tones follow their letters; what it lacks becomes "_"."""
    letters = _old_letters()
    return b"".join(letters.get(letter) or _one_byte(letter) for letter in name)


def _one_byte(letters: str) -> bytes:
    return letters.encode(OLD_NAMES, "replace").replace(b"?", b"_")


@cache
def _old_letters() -> dict[str, bytes]:
    letters = {}
    for code in (*range(0xC0, 0x1B1), *range(0x1EA0, 0x1EFA)):
        base = unicodedata.normalize("NFD", chr(code))
        tone = next((mark for mark in base if mark in TONES), "")
        if tone:
            bare = unicodedata.normalize("NFC", base.replace(tone, ""))
            letters[chr(code)] = _one_byte(bare + tone)
    return letters


def to_rar(held: dict[str, bytes], rng: random.Random) -> bytes:
    """A RAR of the old or the new kind."""
    kind = rng.random()
    if kind < 0.4:
        return rar5(held.items())
    if kind < 0.7:
        return rar4(held.items())
    return rar4(
        RarFile(name, body, name_bytes=old_name(name.replace("/", "\\")))
        for name, body in held.items()
    )


def locked_rar(held: dict[str, bytes], rng: random.Random) -> bytes:
    """A RAR that opens only with a password."""
    return rar4(
        RarFile(name, rng.randbytes(len(body)), encrypted=True) for name, body in held.items()
    )
