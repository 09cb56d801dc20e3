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
from dataclasses import dataclass
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
BEGINS, LATE, PAST = b"200101000000Z", b"491231235959Z", b"240630235959Z"
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


def der(tag: int, *parts: bytes) -> bytes:
    """One element of ASN.1 as it is encoded."""
    body = b"".join(parts)
    size = len(body)
    if size < 128:
        return bytes((tag, size)) + body
    length = size.to_bytes((size.bit_length() + 7) // 8, "big")
    return bytes((tag, 0x80 | len(length))) + length + body


def _integer(value: int) -> bytes:
    return der(2, value.to_bytes(value.bit_length() // 8 + 1, "big"))


def _point_bytes(point: tuple[int, int]) -> bytes:
    return b"\x04" + b"".join(c.to_bytes(32, "big") for c in point)


def _signature(secret: int, message: bytes, seed: str) -> bytes:
    digest = int.from_bytes(hashlib.sha256(message).digest(), "big")
    k = _number_from(f"nonce {seed}")
    r = _times(k, BASE)[0] % ORDER
    s = pow(k, -1, ORDER) * (digest + r * secret) % ORDER
    return der(0x30, _integer(r), _integer(s))


@dataclass(frozen=True, slots=True)
class Says:
    """What a certificate says."""

    name: str
    signed_by: str
    ends: bytes
    extension: bytes
    """Whom it is for, or what its owner may do."""


def secret_of(seed: str) -> int:
    """The secret number of a key."""
    return _number_from(f"key {seed}")


def for_address(address: str) -> bytes:
    """The extension that names the address a certificate is for."""
    packed = ipaddress.ip_address(address).packed
    return der(0x30, ALTERNATIVE_NAME, der(4, der(0x30, der(0x87, packed))))


def _named(name: str) -> bytes:
    return der(0x30, der(0x31, der(0x30, COMMON_NAME, der(0x0C, name.encode()))))


def _to_be_signed(says: Says, secret: int, seed: str) -> bytes:
    public = _point_bytes(_times(secret, BASE))
    return der(
        0x30,
        der(0xA0, _integer(2)),
        _integer(_number_from(f"serial {seed}") >> 130),
        der(0x30, ECDSA_SHA256),
        _named(says.signed_by),
        der(0x30, der(0x17, BEGINS), der(0x17, says.ends)),
        _named(says.name),
        der(0x30, der(0x30, EC_KEY, P256), der(3, b"\x00" + public)),
        der(0xA3, der(0x30, says.extension)),
    )


def _pem(label: str, body: bytes) -> str:
    text = base64.encodebytes(body).decode()
    return f"-----BEGIN {label}-----\n{text}-----END {label}-----\n"


def certificate(says: Says, secret: int, signing: int, seed: str) -> str:
    """A certificate as PEM: of the key with one secret number, signed with another."""
    body = _to_be_signed(says, secret, seed)
    signed = der(3, b"\x00" + _signature(signing, body, seed))
    return _pem("CERTIFICATE", der(0x30, body, der(0x30, ECDSA_SHA256), signed))


def private_key(secret: int) -> str:
    """The key of a secret number as PEM."""
    public = _point_bytes(_times(secret, BASE))
    key = der(
        0x30,
        _integer(1),
        der(4, secret.to_bytes(32, "big")),
        der(0xA0, P256),
        der(0xA1, der(3, b"\x00" + public)),
    )
    return _pem("EC PRIVATE KEY", key)


def self_signed(address: str, seed: str, ends: bytes = LATE) -> str:
    """Key and certificate for one address, as PEM; it is good until ``ends``."""
    secret = secret_of(seed)
    says = Says(address, address, ends, for_address(address))
    return private_key(secret) + certificate(says, secret, secret, seed)


def server_context(address: str, seed: str, expired: bool = False) -> ssl.SSLContext:
    """A TLS context whose certificate nobody but itself has signed."""
    context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "portal.pem"
        path.write_text(self_signed(address, seed, PAST if expired else LATE), encoding="ascii")
        context.load_cert_chain(path)
    return context
