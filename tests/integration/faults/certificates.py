"""Certificates with one fault each, signed by an authority that only the tests trust."""

from __future__ import annotations

import ipaddress
import ssl
import tempfile
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from tests.province import certificate as made

AUTHORITY, BETWEEN = "Giamsat test root", "Giamsat test intermediate"
BEGINS, ENDS, ENDED = b"200101000000Z", b"491231235959Z", b"240630235959Z"
_CONSTRAINTS = bytes.fromhex("0603551d13")


@dataclass(frozen=True, slots=True)
class Wanted:
    """What a certificate says."""

    name: str
    signed_by: str
    address: str = ""
    ends: bytes = ENDS


def _secret(name: str) -> int:
    return made._number_from(f"key {name}")


def _named(name: str) -> bytes:
    inner = made._der(0x30, made.COMMON_NAME, made._der(0x0C, name.encode()))
    return made._der(0x30, made._der(0x31, inner))


def _extensions(wanted: Wanted) -> bytes:
    if wanted.address:
        packed = ipaddress.ip_address(wanted.address).packed
        held = made._der(0x30, made._der(0x87, packed))
        one = made._der(0x30, made.ALTERNATIVE_NAME, made._der(4, held))
    else:  # an authority
        held = made._der(0x30, b"\x01\x01\xff")
        one = made._der(0x30, _CONSTRAINTS, b"\x01\x01\xff", made._der(4, held))
    return made._der(0xA3, made._der(0x30, one))


@cache
def certificate(wanted: Wanted) -> str:
    """The certificate as PEM."""
    public = made._times(_secret(wanted.name), made.BASE)
    body = made._der(
        0x30,
        made._der(0xA0, made._integer(2)),
        made._integer(made._number_from(f"serial {wanted}") >> 130),
        made._der(0x30, made.ECDSA_SHA256),
        _named(wanted.signed_by),
        made._der(0x30, made._der(0x17, BEGINS), made._der(0x17, wanted.ends)),
        _named(wanted.name),
        made._der(
            0x30,
            made._der(0x30, made.EC_KEY, made.P256),
            made._der(3, b"\x00" + made._point_bytes(public)),
        ),
        _extensions(wanted),
    )
    signed = made._signature(_secret(wanted.signed_by), body, str(wanted))
    whole = made._der(
        0x30, body, made._der(0x30, made.ECDSA_SHA256), made._der(3, b"\x00" + signed)
    )
    return made._pem("CERTIFICATE", whole)


@cache
def key(name: str) -> str:
    """The key as PEM."""
    secret = _secret(name)
    public = made._times(secret, made.BASE)
    held = made._der(
        0x30,
        made._integer(1),
        made._der(4, secret.to_bytes(32, "big")),
        made._der(0xA0, made.P256),
        made._der(0xA1, made._der(3, b"\x00" + made._point_bytes(public))),
    )
    return made._pem("EC PRIVATE KEY", held)


def trusting() -> ssl.SSLContext:
    """A client's context that trusts the tests' authority and nobody else."""
    return ssl.create_default_context(cadata=certificate(Wanted(AUTHORITY, AUTHORITY)))


def serving_with(wanted: Wanted, *chain: Wanted) -> ssl.SSLContext:
    """A server's context with a certificate and what it sends along."""
    context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    pems = [key(wanted.name), *(certificate(one) for one in (wanted, *chain))]
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "portal.pem"
        path.write_text("".join(pems), encoding="ascii")
        context.load_cert_chain(path)
    return context


def of_old(context: ssl.SSLContext) -> ssl.SSLContext:
    """The context of a server that speaks nothing newer than TLS 1.1."""
    context.minimum_version = ssl.TLSVersion.MINIMUM_SUPPORTED
    context.maximum_version = ssl.TLSVersion.TLSv1_1
    context.set_ciphers("ALL:@SECLEVEL=0")
    return context
