"""Which machines may be connected to: names are resolved once, checked, and pinned."""

from __future__ import annotations

import asyncio
import socket
from collections.abc import Awaitable, Callable
from concurrent.futures import ThreadPoolExecutor
from ipaddress import IPv4Address, IPv6Address, ip_address, ip_network

from domain.protocols import Clock

Address = IPv4Address | IPv6Address
Resolve = Callable[[str, int], Awaitable[list[str]]]
"""Host and port to IP addresses; raises :class:`socket.gaierror` where there are none."""

PUBLIC_PORTS = frozenset({80, 81, 443, 8000, 8008, 8080, 8081, 8088, 8443, 8888})
PIN_S = 600.0
UNKNOWN_S = 180.0
"""A name that does not exist is asked for again after this long."""
SILENT_S = 30.0
"""One that the name servers were silent on: that may pass sooner."""
LOOK_UPS_AT_ONCE = 64
_NEVER = tuple(
    ip_network(network)
    for network in (
        "169.254.0.0/16",  # link-local, where clouds keep their credentials
        "fe80::/10",
        "fd00:ec2::254/128",  # the same service over IPv6
        "100.100.100.200/32",
        "224.0.0.0/4",
        "ff00::/8",
        "255.255.255.255/32",
        "0.0.0.0/32",
        "::/128",
    )
)
_PRIVATE = tuple(
    ip_network(network)
    for network in (
        "0.0.0.0/8",
        "100.64.0.0/10",  # shared by carriers; is_private leaves it out
        "192.0.0.0/24",
        "198.18.0.0/15",
        "240.0.0.0/4",
        "64:ff9b:1::/48",
        "fec0::/10",
    )
)
_NAT64 = ip_network("64:ff9b::/96")


class UnsafeAddress(Exception):  # noqa: N818 - it says what the address is, and is never an error
    """The address must not be connected to; the message says why, in Vietnamese."""


class SystemResolver:
    """Asks the system's resolver, in threads of its own.

    A name server that is silent holds a thread for many seconds; in the event loop's own few
    threads a dozen such names would keep everything else waiting, the database too.
    """

    def __init__(self) -> None:
        self._threads = ThreadPoolExecutor(LOOK_UPS_AT_ONCE, thread_name_prefix="giamsat-dns")

    async def __call__(self, host: str, port: int) -> list[str]:
        """The addresses of a host; raises :class:`socket.gaierror` where there are none."""
        loop = asyncio.get_running_loop()
        return await loop.run_in_executor(self._threads, _look_up, host, port)

    def close(self) -> None:
        """Take no more; what is being asked is left to end by itself."""
        self._threads.shutdown(wait=False, cancel_futures=True)


def _look_up(host: str, port: int) -> list[str]:
    try:
        found = socket.getaddrinfo(host, port, type=socket.SOCK_STREAM)
    except UnicodeError as error:  # a label longer than DNS has room for
        raise socket.gaierror(socket.EAI_NONAME, "not a name") from error
    return list(dict.fromkeys(str(entry[4][0]) for entry in found))


class Guard:
    """Resolves and checks hosts; what it pinned is the only address connected to."""

    def __init__(self, clock: Clock, allow_private: bool, resolve: Resolve) -> None:
        self._clock = clock
        self._allow_private = allow_private
        self._resolve = resolve
        self._pins: dict[tuple[str, int], tuple[float, list[str]]] = {}
        self._unknown: dict[str, tuple[float, tuple[object, ...]]] = {}

    async def pin(self, host: str, port: int) -> str:
        """The checked IP address to connect to.

        Raises :class:`UnsafeAddress`, and :class:`socket.gaierror` for a name nobody knows.
        """
        pinned = self.pinned(host, port)
        if pinned is not None:
            return pinned
        addresses = await self._addresses(host, port)
        for address in addresses:  # one bad address among good ones is how rebinding begins
            self.check(address, port)
        addresses.sort(key=lambda address: ":" in address)
        self._pins[(host, port)] = (self._clock.monotonic() + PIN_S, addresses)
        return addresses[0]

    def pinned(self, host: str, port: int) -> str | None:
        """The address that was checked a short while ago; None where it must be checked."""
        known = self._pins.get((host, port))
        return known[1][0] if known is not None and self._clock.monotonic() < known[0] else None

    async def _addresses(self, host: str, port: int) -> list[str]:
        """All addresses of a host; a name nobody knows is not asked for again for a while."""
        until_s, said = self._unknown.get(host, (0.0, ()))
        if said and self._clock.monotonic() < until_s:
            raise socket.gaierror(*said)
        try:
            addresses = await self._resolve(host.strip("[]"), port)
            if not addresses:
                raise socket.gaierror(socket.EAI_NONAME, "no address")
        except socket.gaierror as error:
            kept_s = SILENT_S if error.errno == socket.EAI_AGAIN else UNKNOWN_S
            self._unknown[host] = (self._clock.monotonic() + kept_s, error.args)
            raise
        self._unknown.pop(host, None)
        return addresses

    def keep(self, host: str, port: int, ip: str) -> None:
        """Connect to this checked address: it is the one whose turn was waited for."""
        known = self._pins.get((host, port))
        others = [other for other in known[1] if other != ip] if known else []
        self._pins[(host, port)] = (self._clock.monotonic() + PIN_S, [ip, *others])

    def pass_over(self, host: str, port: int) -> None:
        """Put the pinned address last, because nobody answers there."""
        known = self._pins.get((host, port))
        if known is not None:
            known[1].append(known[1].pop(0))

    def forget(self, host: str) -> None:
        """Resolve the host anew next time; what is too old to count is let go of with it."""
        now_s = self._clock.monotonic()
        for name in [one for one, kept in self._unknown.items() if one == host or kept[0] <= now_s]:
            del self._unknown[name]
        for key in [key for key in self._pins if key[0] == host]:
            del self._pins[key]

    def check(self, address: str, port: int) -> None:
        """Raise :class:`UnsafeAddress` unless the IP address and port may be connected to."""
        try:
            ip = ip_address(address.partition("%")[0])
        except ValueError as error:
            raise UnsafeAddress(f"địa chỉ IP không hợp lệ: {address[:60]}") from error
        private = False
        for each in _carried(ip):
            if any(each in network for network in _NEVER if network.version == each.version):
                raise UnsafeAddress(f"địa chỉ cấm truy cập: {ip}")
            private = private or is_private(each)
        if private and not self._allow_private:
            raise UnsafeAddress(f"địa chỉ mạng nội bộ: {ip}")
        if not private and port not in PUBLIC_PORTS:
            raise UnsafeAddress(f"cổng không dùng cho trang web: {port}")


def is_private(ip: Address) -> bool:
    """Whether the address is anything but a public machine's."""
    if any(ip in network for network in _PRIVATE if network.version == ip.version):
        return True
    return not ip.is_global or ip.is_multicast or ip.is_reserved


def _carried(ip: Address) -> tuple[Address, ...]:
    """The address and the IPv4 address it stands for: mapped, 6to4, Teredo, NAT64, compatible."""
    if isinstance(ip, IPv4Address):
        return (ip,)
    inner: list[Address] = [part for part in (ip.ipv4_mapped, ip.sixtofour) if part is not None]
    inner.extend(ip.teredo or ())
    if ip in _NAT64 or 1 < int(ip) < 2**32:
        inner.append(IPv4Address(int(ip) & 0xFFFFFFFF))
    if ip.ipv4_mapped is not None or ip in _NAT64:
        return tuple(inner)  # the wrapping itself is "reserved" and says nothing
    return (ip, *inner)
