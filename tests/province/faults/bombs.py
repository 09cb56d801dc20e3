"""Things that must never be taken in whole: a file without end, archives and pages that swell."""

from __future__ import annotations

import struct
import zlib
from dataclasses import dataclass

from tests.province.exchange import Reply, Request
from tests.province.faults.base import Fault

MEGABYTE = 1 << 20
HUGE_BYTES = 2 * 1024 * MEGABYTE
SWOLLEN_MEGABYTES = 256
ZIP_MEMBERS = 8


@dataclass(frozen=True)
class Bomb:
    """One such thing, and where a portal links to it."""

    path: str
    words: str


BOMBS = {
    "huge_file": Bomb(
        "/tep-lon/ban-do-quy-hoach-su-dung-dat.pdf",
        "Bản đồ quy hoạch sử dụng đất thời kỳ 2021-2030 (bản số hóa)",
    ),
    "zip_bomb": Bomb(
        "/tep-lon/bo-tai-lieu-iso.zip",
        "Bộ tài liệu HTQLCL theo TCVN ISO 9001:2015 (tệp nén)",
    ),
    "gzip_bomb": Bomb(
        "/tep-lon/thong-ke-hang-thang.html",
        "Số liệu thống kê kinh tế - xã hội hằng tháng",
    ),
}


def of_bombs(names: tuple[str, ...]) -> list[Fault]:
    """The faults that answer where a bomb lies."""
    makers = {"huge_file": huge_file, "zip_bomb": zip_bomb, "gzip_bomb": gzip_bomb}
    return [_at(BOMBS[name].path, makers[name]()) for name in names if name in makers]


def _at(path: str, reply: Reply) -> Fault:
    def answer(request: Request, before: int) -> Reply | None:
        return reply if request.path == path else None

    return answer


def huge_file() -> Reply:
    """Two gigabytes that begin like a PDF, made while they are sent."""
    block = b"%PDF-1.7\n%\xe2\xe3\xcf\xd3\n".ljust(64 * 1024, b"\0")
    return Reply(200, block, media_type="application/pdf", repeated=HUGE_BYTES // len(block))


def gzip_bomb() -> Reply:
    """A small compressed page that swells to hundreds of megabytes of blanks."""
    packed, crc = _deflated(b" " * MEGABYTE, SWOLLEN_MEGABYTES)
    size = SWOLLEN_MEGABYTES * MEGABYTE
    body = b"\x1f\x8b\x08\0\0\0\0\0\0\xff" + packed + struct.pack("<II", crc, size)
    return Reply(200, body, (("Content-Encoding", "gzip"),))


def zip_bomb() -> Reply:
    """An archive of two megabytes with papers of two gigabytes."""
    packed, crc = _deflated(bytes(MEGABYTE), SWOLLEN_MEGABYTES)
    size = SWOLLEN_MEGABYTES * MEGABYTE
    local, central = bytearray(), bytearray()
    for number in range(1, ZIP_MEMBERS + 1):
        name = f"QT-{number:02d}.doc".encode()
        facts = struct.pack("<HHHHHIIIHH", 20, 0, 8, 0, 0x5A21, crc, len(packed), size,
                            len(name), 0)  # fmt: skip
        central += b"PK\x01\x02\x14\0" + facts + struct.pack("<HHHII", 0, 0, 0, 0, len(local))
        central += name
        local += b"PK\x03\x04" + facts + name + packed
    ending = struct.pack("<HHHHIIH", 0, 0, ZIP_MEMBERS, ZIP_MEMBERS, len(central), len(local), 0)
    body = bytes(local) + bytes(central) + b"PK\x05\x06" + ending
    return Reply(200, body, media_type="application/zip")


def _deflated(piece: bytes, times: int) -> tuple[bytes, int]:
    """A piece many times over: compressed once, its compressed form repeated; and the checksum."""
    packer = zlib.compressobj(9, zlib.DEFLATED, -15)
    once = packer.compress(piece) + packer.flush(zlib.Z_FULL_FLUSH)
    crc = 0
    for _ in range(times):
        crc = zlib.crc32(piece, crc)
    return once * times + b"\x03\0", crc
