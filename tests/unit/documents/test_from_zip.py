"""ZIP archives: their files read as papers, whatever is wrong with one or with the whole."""

from __future__ import annotations

import struct
import zipfile
import zlib
from io import BytesIO
from unittest import mock

import pytest

from documents import from_zip, sniff
from documents.hints import Hints
from documents.read import read_body
from domain.documents import Block, Document, HowRead, Reading, Unread, Unreadable

_TEXT = "Mục tiêu chất lượng năm 2026 của Ủy ban nhân dân xã"
_NAME = "Mục tiêu chất lượng.txt"


def _zip(*files: tuple[str, bytes], packing: int = zipfile.ZIP_DEFLATED) -> bytes:
    held = BytesIO()
    with zipfile.ZipFile(held, "w", packing) as archive:
        for name, body in files:
            archive.writestr(name, body)
    return held.getvalue()


def _read(body: bytes, hints: Hints | None = None) -> Document:
    reading = read_body(body, hints or Hints())
    assert isinstance(reading, Document)
    return reading


def _text(document: Document, place: int = 0) -> str:
    inner = document.members[place].document
    assert inner is not None
    return inner.text


def _why(document: Document, place: int = 0) -> Unread:
    unreadable = document.members[place].unreadable
    assert unreadable is not None
    return unreadable.reason


def _renamed(body: bytes, old: bytes, new: bytes) -> bytes:
    """An archive whose ASCII member name is replaced by other bytes of the same length."""
    assert len(old) == len(new)
    return body.replace(old, new)


@pytest.mark.parametrize(
    "packing",
    [zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED, zipfile.ZIP_BZIP2, zipfile.ZIP_LZMA],
)
def test_files_are_read_as_papers(packing: int) -> None:
    """Each file is a document of its own under its Vietnamese path."""
    document = _read(
        _zip(("Năm 2026/" + _NAME, _TEXT.encode()), ("2.txt", b"hai"), packing=packing)
    )
    assert [member.name for member in document.members] == ["Năm 2026/" + _NAME, "2.txt"]
    assert _text(document) == _TEXT
    assert document.media_type == "application/zip"
    assert document.blocks == ()


@pytest.mark.parametrize("charset", ["utf-8", "cp1258", "tcvn3"])
def test_names_in_old_encodings_are_readable(charset: str) -> None:
    """Names without the UTF-8 flag are told by their letters."""
    raw = {
        "utf-8": "Mục tiêu.txt".encode(),
        "cp1258": "Mu\u0323c tiêu.txt".encode("cp1258"),
        "tcvn3": "Môc tiªu.txt".encode("cp1252"),
    }[charset]
    body = _renamed(_zip(("x" * len(raw), b"mot")), b"x" * len(raw), raw)
    assert _read(body).members[0].name == "Mục tiêu.txt"


def test_a_name_mangled_by_dos_is_made_whole() -> None:
    """UTF-8 that some program took for the set of DOS and wrote as UTF-8 again."""
    mangled = _NAME.encode().decode("cp437")
    assert _read(_zip((mangled, b"mot"))).members[0].name == _NAME


def test_the_unicode_path_field_wins() -> None:
    """The extra field that old packers wrote beside a name of another set."""
    raw = b"Muc tieu.txt"
    info = zipfile.ZipInfo(raw.decode())
    field = struct.pack("<BI", 1, zlib.crc32(raw)) + _NAME.encode()
    info.extra = struct.pack("<HH", 0x7075, len(field)) + field
    held = BytesIO()
    with zipfile.ZipFile(held, "w") as archive:
        archive.writestr(info, b"mot")
    assert _read(held.getvalue()).members[0].name == _NAME


def test_paths_are_harmless() -> None:
    """Climbing and absolute paths lose their teeth; litter, folders and links are left out."""
    link = zipfile.ZipInfo("link")
    link.create_system = 3
    link.external_attr = 0o120777 << 16
    held = BytesIO()
    with zipfile.ZipFile(held, "w") as archive:
        for name in ("../../etc/passwd", "C:\\a\\b.txt", "/x.txt", "x.txt", "folder/"):
            archive.writestr(name, b"" if name.endswith("/") else b"chu")
        for name in ("__MACOSX/._a.pdf", "anh/Thumbs.db", "desktop.ini", ".DS_Store"):
            archive.writestr(name, b"\0\1\2")
        archive.writestr(link, "/etc/passwd")
    names = [member.name for member in _read(held.getvalue()).members]
    assert names == ["etc/passwd", "a/b.txt", "x.txt", "x.txt (2)"]


def test_archives_are_opened_two_levels_deep() -> None:
    """An archive in an archive is opened, a third level is named and left shut."""
    third = _zip(("3.txt", b"ba"))
    second = _zip(("2.txt", b"hai"), ("third.zip", third))
    document = _read(_zip(("second.zip", second)))
    inner = document.members[0].document
    assert inner is not None
    assert _text(inner) == "hai"
    assert _why(inner, 1) is Unread.UNSUPPORTED


def test_a_locked_file_costs_itself() -> None:
    """A member under a password is named as such; its neighbour is read."""
    body = bytearray(_zip(("khoa.txt", b"mot"), ("mo.txt", b"hai"), packing=zipfile.ZIP_STORED))
    for mark, offset in ((b"PK\x03\x04", 6), (b"PK\x01\x02", 8)):
        body[body.find(mark) + offset] |= 1
    document = _read(bytes(body))
    assert _why(document) is Unread.ENCRYPTED
    assert _text(document, 1) == "hai"


def test_too_many_files_are_cut_and_said_so() -> None:
    """The first 200 are read, and the document tells that there were more."""
    document = _read(_zip(*((f"{number}.txt", b"chu") for number in range(250))))
    assert len(document.members) == 200
    assert "truncated" in dict(document.metadata)


def test_a_damaged_file_costs_itself() -> None:
    """A flipped bit in one member is caught by its check sum."""
    body = bytearray(_zip(("1.txt", b"m" * 50), ("2.txt", b"hai"), packing=zipfile.ZIP_STORED))
    body[body.find(b"mmmm")] ^= 1
    document = _read(bytes(body))
    assert _why(document) is Unread.DAMAGED
    assert _text(document, 1) == "hai"


def test_what_was_cut_off_is_read_as_far_as_it_came() -> None:
    """Without its directory an archive still gives the files that came whole."""
    body = _zip((_NAME, _TEXT.encode()), ("2.txt", b"hai" * 500), ("3.txt", bytes(range(256)) * 9))
    document = _read(body[: body.rfind(b"3.txt") - 200])
    assert _text(document) == _TEXT
    assert "truncated" in dict(document.metadata)


@pytest.mark.parametrize(
    ("body", "reason"),
    [
        (_zip(), Unread.EMPTY),
        (_zip(("folder/", b"")), Unread.EMPTY),
        (b"PK\x03\x04" + b"\xff" * 300, Unread.DAMAGED),
    ],
)
def test_an_archive_without_files(body: bytes, reason: Unread) -> None:
    """Empty and ruined archives say so."""
    reading = read_body(body)
    assert isinstance(reading, Unreadable)
    assert reading.reason is reason


def test_scans_share_the_pages_that_may_be_recognised() -> None:
    """Every picture gets at least a page while the archive's own measure lasts."""
    asked: list[tuple[str, int]] = []

    def reader(body: bytes, hints: Hints) -> Reading:
        asked.append((hints.name, hints.ocr_pages))
        return Unreadable("image/png", Unread.NO_TEXT_LAYER, str(len(body)))

    files = [(f"{number}.png", b"anh") for number in range(8)]
    from_zip.read(_zip(*files), Hints(ocr_pages=3), reader)
    assert [pages for _, pages in asked[:8]] == [0] * 8
    assert asked[8:] == [(f"{number}.png", 1) for number in range(6)]


def test_the_text_of_all_files_together_is_capped() -> None:
    """What crosses back into the main process has an end."""

    def reader(body: bytes, hints: Hints) -> Reading:
        blocks = tuple(Block("x" * 1_000_000) for _ in range(3))
        return Document("text/plain", HowRead.PLAIN, blocks=blocks)

    reading = from_zip.read(_zip(*((f"{n}.txt", b"chu") for n in range(5))), Hints(), reader)
    assert isinstance(reading, Document)
    texts = [member.document.text for member in reading.members if member.document is not None]
    assert sum(len(text) for text in texts) < 5_000_000
    assert [_why(reading, place) for place in (2, 3, 4)] == [Unread.TOO_LARGE] * 3


def test_a_pdf_that_lies_unpacked_in_it_does_not_make_it_a_pdf() -> None:
    """The archive's own signature comes first."""
    body = _zip(("a.pdf", b"%PDF-1.4 ruin"), packing=zipfile.ZIP_STORED)
    assert _read(body).members[0].name == "a.pdf"


def test_an_endless_directory_is_not_listed_to_tell_the_type() -> None:
    """The type is told at once, in the process that everything else runs in."""
    entry = b"PK\x01\x02" + bytes(24) + b"\x01" + bytes(17) + b"a"
    directory = entry * 50_000
    tail = struct.pack("<4s4H2IH", b"PK\x05\x06", 0, 0, 50_000, 50_000, len(directory), 30, 0)
    with mock.patch.object(sniff, "ZipFile", side_effect=AssertionError):
        assert sniff.media_type_of(b"PK\x03\x04" + bytes(26) + directory + tail) == sniff.ZIP


def test_scans_in_an_archive_in_an_archive_are_recognised_too() -> None:
    """The inner archive is read again with its share of the pages."""

    def reader(body: bytes, hints: Hints) -> Reading:
        if body.startswith(b"PK"):
            return from_zip.read(body, hints, reader)
        if not hints.ocr_pages:
            return Unreadable("image/png", Unread.NO_TEXT_LAYER)
        return Document("image/png", HowRead.OCR, blocks=(Block("chữ"),))

    reading = from_zip.read(_zip(("a.zip", _zip(("a.png", b"anh")))), Hints(ocr_pages=2), reader)
    assert isinstance(reading, Document)
    inner = reading.members[0].document
    assert inner is not None
    assert _text(inner) == "chữ"


def test_a_file_without_a_name_is_left_out() -> None:
    """A directory entry of no letters at all, which only damage writes."""
    body = _renamed(_zip(("#", b"mot"), ("2.txt", b"hai")), b"#", b"\0")
    assert [member.name for member in _read(body).members] == ["2.txt"]
