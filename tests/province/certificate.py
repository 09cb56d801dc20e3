"""A self-signed certificate made from a seed, without any library: P-256, ECDSA, DER.

It guards nothing but a made-up portal on loopback, so arithmetic that takes no care of timing
will do, and the province needs no program beside Python.
"""

from __future__ import annotations

import base64
import hashlib
import ipaddress
import ssl
import tempfile
from pathlib import Path

PRIME = 2**256 - 2**224 + 2**192 + 2**96 - 1
ORDER = 0xFFFFFFFF00000000FFFFFFFFFFFFFFFFBCE6FAADA7179E84F3B9CAC2FC632551
BASE = (
    0x6B17D1F2E12C4247F8BCE6E563A440F277037D812DEB33A0F4A13945D898C296,
    0x4FE342E2FE1A7F9B8EE7EB4A7C0F9E162BCE33576B315ECECBB6406837BF51F5,
)
Point = tuple[int, int] | None

EC_KEY = bytes.fromhex("06072a8648ce3d0201")
P256 = bytes.fromhex("06082a8648ce3d030107")
ECDSA_SHA256 = bytes.fromhex("06082a8648ce3d040302")
LATE, PAST = b"491231235959Z", b"240630235959Z"
COMMON_NAME = bytes.fromhex("0603550403")
ALTERNATIVE_NAME = bytes.fromhex("0603551d11")


def _add(a: Point, b: Point) -> Point:
    if a is None or b is None:
        return a or b
    if a[0] == b[0]:
        if (a[1] + b[1]) % PRIME == 0:
            return None
        slope = 3 * (a[0] * a[0] - 1) * pow(2 * a[1], -1, PRIME)
    else:
        slope = (b[1] - a[1]) * pow(b[0] - a[0], -1, PRIME)
    x = (slope * slope - a[0] - b[0]) % PRIME
    return x, (slope * (a[0] - x) - a[1]) % PRIME


def _times(k: int, point: Point) -> tuple[int, int]:
    total: Point = None
    while k:
        if k & 1:
            total = _add(total, point)
        point, k = _add(point, point), k >> 1
    if total is None:
        raise ValueError("a multiple of the order")
    return total


def _number_from(seed: str) -> int:
    return int.from_bytes(hashlib.sha512(seed.encode()).digest(), "big") % (ORDER - 1) + 1


def _der(tag: int, *parts: bytes) -> bytes:
    body = b"".join(parts)
    size = len(body)
    if size < 128:
        return bytes((tag, size)) + body
    length = size.to_bytes((size.bit_length() + 7) // 8, "big")
    return bytes((tag, 0x80 | len(length))) + length + body


def _integer(value: int) -> bytes:
    return _der(2, value.to_bytes(value.bit_length() // 8 + 1, "big"))


def _point_bytes(point: tuple[int, int]) -> bytes:
    return b"\x04" + b"".join(c.to_bytes(32, "big") for c in point)


def _signature(secret: int, message: bytes, seed: str) -> bytes:
    digest = int.from_bytes(hashlib.sha256(message).digest(), "big")
    k = _number_from(f"nonce {seed}")
    r = _times(k, BASE)[0] % ORDER
    s = pow(k, -1, ORDER) * (digest + r * secret) % ORDER
    return _der(0x30, _integer(r), _integer(s))


def _to_be_signed(address: str, public: tuple[int, int], seed: str, ends: bytes) -> bytes:
    name = _der(0x30, _der(0x31, _der(0x30, COMMON_NAME, _der(0x0C, address.encode()))))
    life = _der(0x30, _der(0x17, b"200101000000Z"), _der(0x17, ends))
    key = _der(0x30, _der(0x30, EC_KEY, P256), _der(3, b"\x00" + _point_bytes(public)))
    packed = ipaddress.ip_address(address).packed
    names = _der(0x30, ALTERNATIVE_NAME, _der(4, _der(0x30, _der(0x87, packed))))
    return _der(
        0x30,
        _der(0xA0, _integer(2)),
        _integer(_number_from(f"serial {seed}") >> 130),
        _der(0x30, ECDSA_SHA256),
        name,
        life,
        name,
        key,
        _der(0xA3, _der(0x30, names)),
    )


def _pem(label: str, body: bytes) -> str:
    text = base64.encodebytes(body).decode()
    return f"-----BEGIN {label}-----\n{text}-----END {label}-----\n"


def self_signed(address: str, seed: str, ends: bytes = LATE) -> str:
    """Key and certificate for one address, as PEM; it is good until ``ends``."""
    secret = _number_from(f"key {seed}")
    public = _times(secret, BASE)
    body = _to_be_signed(address, public, seed, ends)
    signed = _der(3, b"\x00" + _signature(secret, body, seed))
    certificate = _der(0x30, body, _der(0x30, ECDSA_SHA256), signed)
    key = _der(
        0x30,
        _integer(1),
        _der(4, secret.to_bytes(32, "big")),
        _der(0xA0, P256),
        _der(0xA1, _der(3, b"\x00" + _point_bytes(public))),
    )
    return _pem("EC PRIVATE KEY", key) + _pem("CERTIFICATE", certificate)


def server_context(address: str, seed: str, expired: bool = False) -> ssl.SSLContext:
    """A TLS context whose certificate nobody but itself has signed."""
    context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "portal.pem"
        path.write_text(self_signed(address, seed, PAST if expired else LATE), encoding="ascii")
        context.load_cert_chain(path)
    return context
