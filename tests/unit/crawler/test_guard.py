"""The address guard: what is never connected to, and that names are resolved once."""

from __future__ import annotations

import asyncio
import socket
import threading

import pytest

from crawler.fetcher.guard import Guard, SystemResolver, UnsafeAddress
from tests.unit.crawler.clocks import FakeClock


def _guard(*answers: list[str], allow_private: bool = False) -> Guard:
    given = iter(answers)

    async def resolve(host: str, port: int) -> list[str]:
        return next(given)

    return Guard(FakeClock(), allow_private, resolve)


@pytest.mark.parametrize(
    "ip",
    [
        "127.0.0.1",
        "10.1.2.3",
        "172.16.0.1",
        "192.168.1.1",
        "100.64.0.1",
        "192.0.0.8",
        "198.18.0.1",
        "240.0.0.1",
        "0.0.0.0",
        "0.1.2.3",
        "169.254.169.254",
        "224.0.0.1",
        "255.255.255.255",
        "::1",
        "::",
        "fe80::1",
        "fc00::1",
        "ff02::1",
        "::ffff:127.0.0.1",
        "::ffff:169.254.169.254",
        "2002:7f00:1::",
        "64:ff9b::a00:1",
        "::127.0.0.1",
        "không phải IP",
    ],
)
def test_never_on_the_open_net(ip: str) -> None:
    """No private, local, reserved or disguised address is connected to."""
    with pytest.raises(UnsafeAddress):
        _guard().check(ip, 80)


@pytest.mark.parametrize(
    "ip", ["14.225.1.1", "2001:ee0::1", "::ffff:14.225.1.1", "64:ff9b::ee1:101"]
)
def test_public(ip: str) -> None:
    """Public machines are fine, also behind the usual translations."""
    _guard().check(ip, 443)


@pytest.mark.parametrize(
    "ip",
    [
        "169.254.169.254",
        "224.0.0.1",
        "::ffff:169.254.169.254",
        "fe80::1",
        "0.0.0.0",
        "2002:a9fe:a9fe::",
    ],
)
def test_forbidden_for_ever(ip: str) -> None:
    """Link-local, the cloud's credentials and multicast stay shut when private is allowed."""
    with pytest.raises(UnsafeAddress):
        _guard(allow_private=True).check(ip, 80)


def test_private_when_allowed() -> None:
    """The local province is reachable on any port when the settings say so."""
    _guard(allow_private=True).check("127.3.2.1", 18123)


@pytest.mark.parametrize("port", [22, 25, 3306, 6379])
def test_ports(port: int) -> None:
    """A public machine is asked for web pages only."""
    with pytest.raises(UnsafeAddress):
        _guard().check("14.225.1.1", port)


def test_rebinding() -> None:
    """The checked address is kept: a second answer of the name server is never asked for."""
    guard = _guard(["14.225.1.1"], ["127.0.0.1"])

    async def twice() -> list[str]:
        return [await guard.pin("xa.vn", 80), await guard.pin("xa.vn", 80)]

    assert asyncio.run(twice()) == ["14.225.1.1", "14.225.1.1"]


def test_one_bad_address_spoils_all() -> None:
    """A name that also points inside is not connected to at all."""
    with pytest.raises(UnsafeAddress):
        asyncio.run(_guard(["14.225.1.1", "127.0.0.1"]).pin("xa.vn", 80))


def test_the_next_address_after_a_refusal() -> None:
    """A host with two machines is tried at the other one when the first is dead."""
    guard = _guard(["2001:ee0::1", "14.225.1.1"])

    async def twice() -> list[str]:
        first = await guard.pin("xa.vn", 80)
        guard.pass_over("xa.vn", 80)
        return [first, await guard.pin("xa.vn", 80)]

    assert asyncio.run(twice()) == ["14.225.1.1", "2001:ee0::1"]


def test_the_address_whose_turn_it_is() -> None:
    """What was waited for is what is connected to, whatever others learnt meanwhile."""
    guard = _guard(["14.225.1.1", "14.225.1.2"])

    async def meanwhile() -> str:
        ip = await guard.pin("xa.vn", 80)
        guard.pass_over("xa.vn", 80)
        guard.keep("xa.vn", 80, ip)
        return await guard.pin("xa.vn", 80)

    assert asyncio.run(meanwhile()) == "14.225.1.1"


def test_an_unknown_name_is_not_asked_for_again() -> None:
    """For three minutes by the clock, or until the host is forgotten; silence counts for less."""
    clock, asked = FakeClock(), 0
    error = socket.gaierror(socket.EAI_NONAME, "unknown")

    async def resolve(host: str, port: int) -> list[str]:
        nonlocal asked
        asked += 1
        raise error

    guard = Guard(clock, False, resolve)

    def asked_after(seconds: float) -> int:
        clock.passed_s += seconds
        with pytest.raises(socket.gaierror):
            asyncio.run(guard.pin("xa.vn", 80))
        return asked

    assert [asked_after(0), asked_after(1), asked_after(170), asked_after(10)] == [1, 1, 1, 2]
    guard.forget("xa.vn")
    error = socket.gaierror(socket.EAI_AGAIN, "silent")
    assert [asked_after(0), asked_after(29), asked_after(2)] == [3, 3, 4]


def test_look_ups_have_threads_of_their_own() -> None:
    """Not the event loop's: those stay free for the database. Closed, it takes no more."""
    seen: list[str] = []

    def look_up(host: str, port: int, **more: object) -> list[object]:
        seen.append(threading.current_thread().name)
        return [(0, 0, 0, "", ("14.225.1.1", port)), (0, 0, 0, "", ("14.225.1.1", port))]

    with pytest.MonkeyPatch.context() as patched:
        patched.setattr(socket, "getaddrinfo", look_up)
        resolver = SystemResolver()
        assert asyncio.run(resolver("xa.vn", 80)) == ["14.225.1.1"]
    assert seen[0].startswith("giamsat-dns")
    resolver.close()
    with pytest.raises(RuntimeError):
        asyncio.run(resolver("xa.vn", 80))


def test_an_unknown_name() -> None:
    """No address is a failure of DNS."""
    with pytest.raises(socket.gaierror):
        asyncio.run(_guard([]).pin("xa.vn", 80))
