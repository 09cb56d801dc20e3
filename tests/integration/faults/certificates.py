"""Certificates with one fault each, signed by an authority that only the tests trust."""

from __future__ import annotations

import ssl
import tempfile
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from tests.province import certificate as made

AUTHORITY, BETWEEN = "Giamsat test root", "Giamsat test intermediate"
_CONSTRAINTS = bytes.fromhex("0603551d13")
_TRUE = b"\x01\x01\xff"
_IS_AUTHORITY = made.der(0x30, _CONSTRAINTS, _TRUE, made.der(4, made.der(0x30, _TRUE)))


@dataclass(frozen=True, slots=True)
class Wanted:
    """What a certificate is to say; one without an address is an authority's."""

    name: str
    signed_by: str
    address: str = ""
    ends: bytes = made.LATE


@cache
def certificate(wanted: Wanted) -> str:
    """The certificate as PEM."""
    extension = made.for_address(wanted.address) if wanted.address else _IS_AUTHORITY
    says = made.Says(wanted.name, wanted.signed_by, wanted.ends, extension)
    secrets = made.secret_of(wanted.name), made.secret_of(wanted.signed_by)
    return made.certificate(says, *secrets, str(wanted))


@cache
def key(name: str) -> str:
    """The key as PEM."""
    return made.private_key(made.secret_of(name))


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
