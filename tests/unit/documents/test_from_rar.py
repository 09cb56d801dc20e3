"""RAR archives of both layouts: names from their headers, files as papers of their own."""

from __future__ import annotations

import shutil
import zipfile
from collections.abc import Callable
from io import BytesIO

import pytest

from documents import from_rar
from documents.archive import bsdtar
from documents.read import read_body
from domain.documents import Document, Unread, Unreadable
from tests.unit.documents.rar_writer import RarFile, rar4, rar5

Writer = Callable[..., bytes]
_NAME = "Năm 2026/Mục tiêu chất lượng.txt"
_TEXT = "Mục tiêu chất lượng năm 2026"
_WRITERS = pytest.mark.parametrize("write", [rar4, rar5])
_BSDTAR = pytest.mark.skipif(shutil.which("bsdtar") is None, reason="bsdtar is not installed")


def _read(body: bytes) -> Document:
    reading = read_body(body)
    assert isinstance(reading, Document)
    return reading


def _reasons(document: Document) -> list[Unread | None]:
    refused = [member.unreadable for member in document.members]
    return [None if each is None else each.reason for each in refused]


@_WRITERS
def test_stored_files_are_read(write: Writer) -> None:
    """Without any program, under their Vietnamese paths."""
    document = _read(write([RarFile(_NAME, _TEXT.encode()), RarFile("thư mục/", b"")]))
    assert [member.name for member in document.members] == [_NAME]
    inner = document.members[0].document
    assert inner is not None
    assert inner.text == _TEXT
    assert document.metadata == ()


@_WRITERS
def test_a_locked_file_costs_itself(write: Writer) -> None:
    """The one under a password is named, the other read."""
    body = write([RarFile("1.txt", b"x" * 32, encrypted=True), RarFile("2.txt", b"hai")])
    assert _reasons(_read(body)) == [Unread.ENCRYPTED, None]


@_WRITERS
def test_a_wrong_check_sum_is_damage(write: Writer) -> None:
    """Bytes that are not those that were packed are no paper."""
    body = write([RarFile("1.txt", b"mmmmmmmm"), RarFile("2.txt", b"hai")])
    assert _reasons(_read(body.replace(b"mmmmmmmm", b"mmmmnmmm"))) == [Unread.DAMAGED, None]


@_WRITERS
def test_what_was_cut_off_is_read_as_far_as_it_came(write: Writer) -> None:
    """The first file survives, and the document tells that the list broke off."""
    body = write([RarFile("1.txt", b"mot"), RarFile("2.txt", b"h" * 500)])
    document = _read(body[:-200])
    assert _reasons(document) == [None, Unread.DAMAGED]
    assert "truncated" in dict(document.metadata)


@_WRITERS
def test_claims_of_bombs_are_refused(write: Writer) -> None:
    """Two gigabytes out of ten bytes are not even tried."""
    if not bsdtar.is_installed():
        pytest.skip("bsdtar is not installed")
    bomb = RarFile("bom.txt", b"0123456789", unpacked_bytes=2_000_000_000, method=3)
    assert _reasons(_read(write([bomb]))) == [Unread.TOO_LARGE]


@_BSDTAR
@_WRITERS
def test_what_no_program_unpacks_is_damage(write: Writer) -> None:
    """A member whose packed bytes are noise is refused by bsdtar or by its check sum."""
    noise = RarFile("1.txt", bytes(range(200)), unpacked_bytes=300, method=3)
    assert _reasons(_read(write([noise, RarFile("2.txt", b"hai")]))) == [
        Unread.DAMAGED,
        None,
    ]


@_WRITERS
def test_without_the_program_the_names_are_still_known(
    write: Writer, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A packed file says what to install, and a stored one is read all the same."""
    monkeypatch.setattr(from_rar, "is_installed", lambda: False)
    packed = RarFile("1.txt", b"abc", unpacked_bytes=9, method=3)
    document = _read(write([packed, RarFile("2.txt", b"hai")]))
    assert _reasons(document) == [Unread.UNSUPPORTED, None]
    unreadable = document.members[0].unreadable
    assert unreadable is not None
    assert "install libarchive-tools" in unreadable.detail


def test_an_archive_without_visible_names_is_encrypted() -> None:
    """Encrypted headers hide everything."""
    body = bytearray(rar4([("1.txt", b"mot")]))
    body[10] |= 0x80
    for reading in (read_body(bytes(body)), read_body(rar5([])[:8] + b"\0\0\0\0\x02\x04\x00")):
        assert isinstance(reading, Unreadable)
        assert reading.reason in (Unread.ENCRYPTED, Unread.DAMAGED)


def test_names_of_old_programs_are_readable() -> None:
    """A name stored in the set of the machine alone."""
    raw = "Môc tiªu.txt".encode("cp1252")
    document = _read(rar4([RarFile("x", b"mot", name_bytes=raw)]))
    assert document.members[0].name == "Mục tiêu.txt"


def test_ruins_say_so() -> None:
    """Nothing behind the signature is damage; an end right behind it is emptiness."""
    for body, reason in (
        (b"Rar!\x1a\x07\x00" + b"\x11" * 40, Unread.DAMAGED),
        (b"Rar!\x1a\x07\x01\x00" + b"\xff" * 40, Unread.DAMAGED),
        (rar4([]), Unread.EMPTY),
        (rar5([]), Unread.EMPTY),
    ):
        reading = read_body(body)
        assert isinstance(reading, Unreadable)
        assert reading.reason is reason


@_BSDTAR
def test_the_program_unpacks_from_pipe_to_pipe() -> None:
    """Every entry in order; what is larger than allowed comes without its bytes."""
    held = BytesIO()
    with zipfile.ZipFile(held, "w") as archive:
        archive.writestr("1.txt", b"mot" * 100_000)
        archive.writestr("2.txt", b"hai")
    assert list(bsdtar.unpacked(held.getvalue(), 1000)) == [(300_000, b""), (3, b"hai")]


@_BSDTAR
def test_the_program_may_be_left_in_the_middle() -> None:
    """Closing ends it, though most of the archive was never taken."""
    held = BytesIO()
    with zipfile.ZipFile(held, "w") as archive:
        for number in range(50):
            archive.writestr(f"{number}.txt", b"x" * 100_000)
    running = bsdtar.unpacked(held.getvalue(), 1_000_000)
    assert next(running)[0] == 100_000
    running.close()


@_BSDTAR
def test_the_program_giving_up_is_an_error() -> None:
    """What is no archive at all."""
    with pytest.raises(bsdtar.UnpackerError):
        list(bsdtar.unpacked(b"Rar!\x1a\x07\x00" + bytes(100), 1000))


@_WRITERS
def test_a_pdf_that_lies_unpacked_in_it_does_not_make_it_a_pdf(write: Writer) -> None:
    """The archive's own signature comes first."""
    assert _read(write([RarFile("a.pdf", b"%PDF-1.4 ruin")])).members[0].name == "a.pdf"
