"""Files that nobody here can open: locked with a password nobody knows, or cut off in transfer."""

from __future__ import annotations

import io
import random
import re
import struct
import zipfile

SECTOR = 512
_FREE, _END, _FAT = 0xFFFFFFFF, 0xFFFFFFFE, 0xFFFFFFFD
_STREAM = re.compile(rb"stream\n(.*?)\nendstream", re.S)
_ZIP_CENTRAL = b"PK\x01\x02"
ZIP_TIME = (2020, 1, 1, 0, 0, 0)


def locked_pdf(body: bytes, rng: random.Random) -> bytes:
    """The file with its streams scrambled and the dictionary of the usual password scheme."""

    def scrambled(found: re.Match[bytes]) -> bytes:
        return b"stream\n" + rng.randbytes(len(found.group(1))) + b"\nendstream"

    secret = _STREAM.sub(scrambled, body)
    owner, user, name = (rng.randbytes(size).hex() for size in (32, 32, 16))
    lock = f"/Encrypt<</Filter/Standard/V 2/R 3/Length 128/P -3904/O<{owner}>/U<{user}>>>"
    said = f"{lock}/ID[<{name}><{name}>]/Info 3 0 R".encode()
    return secret.replace(b"/Info 3 0 R", said)


def locked_office(body: bytes, rng: random.Random) -> bytes:
    """A Word or Excel file as Office stores it behind a password: an OLE2 container."""
    secret = struct.pack("<Q", len(body)) + rng.randbytes((len(body) + 15) // 16 * 16)
    facts = struct.pack("<HHII", 4, 2, 0x24, 0xA4) + rng.randbytes(4084)
    return ole2({"EncryptionInfo": facts, "EncryptedPackage": secret.ljust(4096, b"\0")})


def ole2(streams: dict[str, bytes]) -> bytes:
    """An OLE2 container; every stream has 4096 bytes or more, so that no short sectors are used."""
    chains, data, next_sector = [], b"", 0
    for body in streams.values():
        count = -(-len(body) // SECTOR)
        chains.append((next_sector, count))
        data += body.ljust(count * SECTOR, b"\0")
        next_sector += count
    directory = _directory(streams, chains)
    table_sectors = 1
    while (next_sector + 1 + table_sectors) * 4 > table_sectors * SECTOR:
        table_sectors += 1
    table: list[int] = []
    for first, count in [*chains, (next_sector, 1)]:
        table += [*range(first + 1, first + count), _END]
    table += [_FAT] * table_sectors
    table += [_FREE] * (table_sectors * SECTOR // 4 - len(table))
    places = [next_sector + 1 + order for order in range(table_sectors)]
    header = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(16)
    header += struct.pack("<HHHHH", 0x3E, 3, 0xFFFE, 9, 6) + bytes(6)
    header += struct.pack("<IIIIIIIII", 0, table_sectors, next_sector, 0, 4096, _END, 0, _END, 0)
    header += struct.pack("<109I", *places, *[_FREE] * (109 - len(places)))
    return header + data + directory + struct.pack(f"<{len(table)}I", *table)


def _directory(streams: dict[str, bytes], chains: list[tuple[int, int]]) -> bytes:
    entries = [_entry("Root Entry", 5, 1, _FREE, _END, 0)]
    for order, (name, body) in enumerate(streams.items()):
        right = order + 2 if order + 1 < len(streams) else _FREE
        entries.append(_entry(name, 2, _FREE, right, chains[order][0], len(body)))
    return b"".join(entries).ljust(SECTOR, b"\0")


def _entry(name: str, kind: int, child: int, right: int, first: int, size: int) -> bytes:
    coded = name.encode("utf-16-le") + b"\0\0"
    head = coded.ljust(64, b"\0") + struct.pack("<HBB", len(coded), kind, 1)
    links = struct.pack("<III", _FREE, right, child) + bytes(36)
    return head + links + struct.pack("<IQ", first, size)


def locked_zip(members: dict[str, bytes], rng: random.Random) -> bytes:
    """A ZIP whose members are marked as encrypted and are noise."""
    held = io.BytesIO()
    with zipfile.ZipFile(held, "w", zipfile.ZIP_STORED) as made:
        for name, body in members.items():
            made.writestr(zipfile.ZipInfo(name, ZIP_TIME), rng.randbytes(len(body) + 12))
        starts = [info.header_offset for info in made.infolist()]
    data = bytearray(held.getvalue())
    for start in starts:
        data[start + 6] |= 1
    central = data.find(_ZIP_CENTRAL)
    while central >= 0:
        data[central + 8] |= 1
        central = data.find(_ZIP_CENTRAL, central + 4)
    return bytes(data)


def cut_off(body: bytes, share: float = 0.55) -> bytes:
    """The beginning of a file whose transfer broke."""
    return body[: int(len(body) * share)]
