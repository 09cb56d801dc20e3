"""What each fault does to the answers of a portal."""

from __future__ import annotations

import gzip
import io
import re
import zipfile
import zlib
from email.utils import parsedate_to_datetime

import pytest

from tests.integration.province.made_host import PDF, fetched, small_host
from tests.province import menu_of_faults as menu
from tests.province.exchange import Act, Reply, Request
from tests.province.faults import answering, changing
from tests.province.faults.bombs import BOMBS, HUGE_BYTES, MEGABYTE
from tests.province.faults.pace import SLOWEST_S, SlowsDown, TooManyRequests
from tests.province.host import Host
from tests.province.letters import CHARSETS
from tests.province.lots import SHAPES

ELSEWHERE = {
    "refused", "moved_away", "moved_host", "iso_500", "self_signed_tls", "expired_tls",
    "endless_calendar", "session_numbers", "soft_not_found", "near_empty", *menu.SEARCH_LIES,
    *CHARSETS, *SHAPES,
}  # fmt: skip
"""Faults that are no business of single replies."""


def _ask(host: Host, target: str, **headers: str) -> Reply:
    names = {name.replace("_", "-"): value for name, value in headers.items()}
    return host.answer(Request("GET", target, names))


class _Clock:
    """A clock that stands until it is moved."""

    def __init__(self) -> None:
        self.now_s = 0.0

    def __call__(self) -> float:
        return self.now_s


@pytest.mark.parametrize("name", sorted(set(menu.DEMO_COUNTS) - ELSEWHERE))
def test_every_fault_of_the_menu_is_made(name: str) -> None:
    """A fault of the menu answers or changes answers; none is only a name."""
    assert len(answering((name,), ())) + len(changing((name,))) == 1


def test_every_fault_is_sorted_once() -> None:
    """What an honest watcher can still say is settled for each fault, and in one way."""
    lists = (
        menu.HIDES_ALL, menu.ENDS_EARLY, menu.HIDES_SECTION, menu.HIDES_FILES, menu.CUTS_PAGES,
        menu.HOLDS_UNREAD, menu.SHAKES, menu.LEAVES_UNREAD, menu.NUISANCES,
    )  # fmt: skip
    sorted_faults = [fault for faults in lists for fault in faults]
    assert sorted(sorted_faults) == sorted(menu.DEMO_COUNTS)


def test_half_of_a_page_comes_under_the_length_of_the_whole() -> None:
    """Every third page ends early; the same page asked again comes whole."""
    host = small_host("nukeviet", "half_body")
    replies = [_ask(host, "/") for _ in range(3)]
    assert [reply.sent_bytes is None for reply in replies] == [True, False, True]
    wire = replies[1].encoded("nginx", keep=False, head=False)
    assert f"Content-Length: {len(replies[1].body)}".encode() in wire
    assert len(wire.partition(b"\r\n\r\n")[2]) == len(replies[1].body) // 2


def test_files_can_be_cut_or_be_pages_while_pages_are_sound() -> None:
    """The two faults of files leave pages alone."""
    for name in menu.HIDES_FILES:
        host = small_host("wordpress", name)
        target = next(iter(host.files))
        reply = _ask(host, target)
        assert reply.encoded("nginx", keep=False, head=False).partition(b"\r\n\r\n")[2] != PDF
        assert _ask(host, "/").keeps_open
    assert reply.media_type == "application/pdf"
    assert reply.body.startswith(b"<html")


def test_a_length_in_letters_is_shorter_than_the_page() -> None:
    """Vietnamese letters take more bytes than one: the announced length cuts the page's end."""
    reply = _ask(small_host("joomla", "short_length"), "/")
    assert reply.length is not None
    assert reply.length < len(reply.body)
    assert b"</html>" not in reply.body[: reply.length]
    cut = _ask(small_host("joomla", "cut_pages"), "/")
    assert cut.length is None
    assert b"</html>" not in cut.body
    assert b"<html" in cut.body


def test_a_wrong_charset_is_declared_twice_and_the_bytes_are_sound() -> None:
    """Head and page name Western letters, each other ones; decoded as UTF-8 all is well."""
    reply = _ask(small_host("nukeviet", "wrong_charset"), "/")
    assert reply.media_type.endswith("ISO-8859-1")
    assert b"windows-1252" in reply.body
    assert "Giới thiệu" in reply.body.decode()


def test_a_false_gzip_is_told_only_to_who_takes_gzip() -> None:
    """Asked without compression the page comes honestly."""
    host = small_host("nukeviet", "false_gzip")
    lied, honest = _ask(host, "/", accept_encoding="gzip, deflate"), _ask(host, "/")
    assert ("Content-Encoding", "gzip") in lied.headers
    assert lied.body.startswith(b"<!")
    assert ("Content-Encoding", "gzip") not in honest.headers


def test_too_many_requests_are_refused_until_the_time_named() -> None:
    """A 429 says how long, in seconds or as a date; who waits is served again."""
    clock = _Clock()
    fault = TooManyRequests(clock)
    asked = Request("GET", "/", {})
    replies = [fault(asked, n) for n in range(40)]
    refused = next(reply for reply in replies if reply)
    assert (refused.status, dict(refused.headers)["Retry-After"]) == (429, "1")
    assert replies[-1] is not None
    clock.now_s = 1.0
    later = [fault(asked, n) for n in range(40)]
    assert later[0] is None
    dated = next(reply for reply in later if reply)
    assert parsedate_to_datetime(dict(dated.headers)["Retry-After"]).tzinfo is not None


def test_a_hurried_host_slows_down_and_a_patient_one_recovers() -> None:
    """Waits grow to their limit while asked without rest, and shrink after pauses."""
    clock = _Clock()
    fault = SlowsDown(clock)
    asked, reply = Request("GET", "/", {}), Reply()
    for n in range(30):
        fault(asked, reply, n)
    assert fault.wait_s == SLOWEST_S
    for n in range(5):
        clock.now_s += 2
        fault(asked, reply, n)
    assert fault.wait_s < SLOWEST_S / 100


def test_a_reply_broken_off_in_the_middle_is_torn_down() -> None:
    """Every fourth reply begins and ends in an error."""
    host = small_host("nukeviet", "reset_sometimes")
    assert [_ask(host, "/").act for _ in range(4)] == [Act.SEND] * 3 + [Act.RESET]


def test_what_is_not_found_leads_home() -> None:
    """No address says 404; robots.txt alone may."""
    host = small_host("nukeviet", "home_redirect")
    reply = _ask(host, "/khong/co/dau")
    assert (reply.status, dict(reply.headers)["Location"]) == (302, "/")


def test_bombs_are_small_until_they_are_opened() -> None:
    """Each would take hundreds of megabytes of who took it whole."""
    replies = {name: answering((name,), ())[0] for name in BOMBS}
    bombs = {n: f(Request("GET", BOMBS[n].path, {}), 0) or Reply() for n, f in replies.items()}
    huge = bombs["huge_file"]
    assert len(huge.body) * huge.repeated == HUGE_BYTES
    with zipfile.ZipFile(io.BytesIO(bombs["zip_bomb"].body)) as archive:
        assert sum(info.file_size for info in archive.infolist()) > 1000 * MEGABYTE
        with archive.open("QT-08.doc") as inside:
            assert inside.read(10) == bytes(10)
    packed = bombs["gzip_bomb"].body
    assert len(packed) < MEGABYTE
    assert gzip.GzipFile(fileobj=io.BytesIO(packed)).read(100) == b" " * 100
    assert len(zlib.decompressobj(31).decompress(packed, 9 * MEGABYTE)) == 9 * MEGABYTE


def test_a_search_that_lies_answers_everything_alike() -> None:
    """One finds the same for every word, the other nothing for any."""
    same, nothing = (small_host("nukeviet", name) for name in menu.SEARCH_LIES)
    answers = [fetched(same, f"/vi/seek/?q={word}")[1] for word in ("iso", "cong+bo")]
    assert all("Giới thiệu".encode() in answer for answer in answers)
    assert answers[0].count(b"<a ") == answers[1].count(b"<a ")
    found = fetched(nothing, "/vi/seek/?q=tin+thu+2")[1]
    assert found.count(b"<a ") < answers[0].count(b"<a ")


def test_a_maze_offers_every_page_again_and_again() -> None:
    """What the fields say changes nothing, and each page leads to longer addresses of itself."""
    host = small_host("nukeviet", "filter_maze")
    offered = [
        a for a in re.findall(r'href="([^"]+)"', fetched(host, "/")[1].decode()) if "sapxep" in a
    ]
    assert len(offered) == 3
    again = fetched(host, offered[0])[1].decode()
    assert "Giới thiệu" in again
    assert f"{offered[0]}&amp;hienthi=20" in again


def test_a_cookie_is_asked_for_once() -> None:
    """Without it the same address is answered with a redirect to itself."""
    host = small_host("nukeviet", "cookie_redirect")
    first = _ask(host, "/")
    assert (first.status, dict(first.headers)["Location"]) == (302, "/")
    assert _ask(host, "/", cookie="giong=1; SESSION=2").status == 200


def test_bodies_can_end_by_chunks_or_by_the_connection() -> None:
    """Compressed chunks for who takes them; no length at all where the server knows none."""
    packed = _ask(small_host("nukeviet", "chunked_gzip"), "/", accept_encoding="gzip")
    wire = packed.encoded("nginx", keep=True, head=False)
    assert b"Transfer-Encoding: chunked" in wire
    assert wire.endswith(b"0\r\n\r\n")
    assert b"</html>" in gzip.decompress(packed.body)
    ended = _ask(small_host("nukeviet", "until_close"), "/")
    assert not ended.keeps_open
    assert b"Content-Length" not in ended.encoded("nginx", keep=False, head=False)
