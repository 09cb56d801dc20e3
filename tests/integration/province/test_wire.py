"""The faults that only a real connection shows."""

from __future__ import annotations

import gzip
import http.client
import ssl
import urllib.error
import urllib.request
from collections.abc import Iterator

import pytest

from tests.province.build import Province
from tests.province.faults.bombs import BOMBS, HUGE_BYTES
from tests.province.running import chosen_province

FAULTS = (
    "reset", "reset_sometimes", "half_body", "long_length", "slow_drip", "endless_drip",
    "huge_file", "expired_tls", "slows_down", "chunked_gzip", "until_close",
)  # fmt: skip


@pytest.fixture(scope="module")
def served() -> Iterator[tuple[Province, int]]:
    """One portal for each of these faults."""
    with chosen_province((), FAULTS) as started:
        yield started


def _home(served: tuple[Province, int], fault: str) -> str:
    province, port = served
    return next(p for p in province.portals if fault in p.faults).url(port)


def _read(address: str, timeout_s: float = 10) -> bytes:
    with urllib.request.urlopen(address, timeout=timeout_s) as answer:  # noqa: S310 - loopback
        body = answer.read()
    assert isinstance(body, bytes)
    return body


def _connected(address: str, timeout_s: float = 10) -> http.client.HTTPConnection:
    host, _, port = address.removeprefix("http://").rstrip("/").partition(":")
    return http.client.HTTPConnection(host, int(port), timeout=timeout_s)


def test_a_reset_is_an_error_of_the_connection(served: tuple[Province, int]) -> None:
    """Not an end of file: the other side tears the connection down."""
    with pytest.raises((ConnectionResetError, urllib.error.URLError), match="reset"):
        _read(_home(served, "reset"))


def test_a_page_that_breaks_off_is_an_incomplete_read(served: tuple[Province, int]) -> None:
    """Half a body, or less than was announced: the reader can tell."""
    _read(_home(served, "half_body"))
    for fault in ("half_body", "long_length"):
        with pytest.raises(http.client.IncompleteRead):
            _read(_home(served, fault))


def test_a_dripped_page_comes_whole(served: tuple[Province, int]) -> None:
    """Slowly, in pieces, and to its end; on the same connection another can follow."""
    connection = _connected(_home(served, "slow_drip"))
    for _ in range(2):
        connection.request("GET", "/")
        assert connection.getresponse().read().rstrip().endswith(b"</html>")
    connection.close()


def test_an_endless_drip_never_gives_a_page(served: tuple[Province, int]) -> None:
    """Each wait is short, and yet nothing has come when patience ends."""
    connection = _connected(_home(served, "endless_drip"), 0.2)
    connection.request("GET", "/")
    with pytest.raises(TimeoutError):
        connection.getresponse()
    connection.close()


def test_two_gigabytes_are_offered_and_need_not_be_taken(served: tuple[Province, int]) -> None:
    """The length is announced, bytes flow, and the portal goes on when the reader leaves."""
    home = _home(served, "huge_file")
    address = home.rstrip("/") + BOMBS["huge_file"].path
    with urllib.request.urlopen(address, timeout=10) as answer:  # noqa: S310 - loopback
        assert int(answer.headers["Content-Length"]) == HUGE_BYTES
        assert answer.read(8) == b"%PDF-1.7"
        assert len(answer.read(1 << 20)) == 1 << 20
    assert b"</html>" in _read(home)


def test_a_certificate_has_run_out(served: tuple[Province, int]) -> None:
    """Who looks at it sees its last day behind him."""
    home = _home(served, "expired_tls")
    host, _, port = home.removeprefix("https://").rstrip("/").partition(":")
    pem = ssl.get_server_certificate((host, int(port)))
    assert b"240630235959Z" in ssl.PEM_cert_to_DER_cert(pem)


def test_replies_are_framed_as_servers_frame_them(served: tuple[Province, int]) -> None:
    """Compressed chunks and replies without a length come whole."""
    connection = _connected(_home(served, "chunked_gzip"))
    for _ in range(2):
        connection.request("GET", "/", headers={"Accept-Encoding": "gzip"})
        assert b"</html>" in gzip.decompress(connection.getresponse().read())
    connection.close()
    assert b"</html>" in _read(_home(served, "until_close"))
