"""The faults of portals at the level of bytes: each spoils some answers of a sound portal."""

from __future__ import annotations

import gzip
import zlib
from collections.abc import Callable

from tests.integration.faults.portal import (
    PAGES,
    Act,
    Answer,
    Asked,
    Fault,
    Step,
    html,
    response,
)

PAPER = "/muc-tieu"
SECTION = "/iso"


def page(path: str = PAPER) -> bytes:
    """What the sound portal has at a path."""
    return PAGES[path].encode()


def at(path: str, *steps: Step, times: int | None = None) -> Fault:
    """One address answers with these steps, always or the first ``times``."""

    def fault(asked: Asked) -> Answer | None:
        spoilt = asked.path == path and (times is None or asked.count <= times)
        return steps if spoilt else None

    return fault


def everywhere(*steps: Step, but: tuple[str, ...] = ("/robots.txt",)) -> Fault:
    """Every address answers with these steps."""
    return lambda asked: None if asked.path in but else steps


def after(requests: int, *steps: Step) -> Fault:
    """From some request on every address answers with these steps."""
    return lambda asked: steps if asked.total > requests else None


def robots(text: str, status: str = "200 OK") -> Fault:
    """A robots.txt of its own."""
    return at("/robots.txt", response(text.encode(), status, kind="text/plain"))


def packed(path: str, pack: Callable[[bytes], bytes], encoding: str) -> Fault:
    """One page is packed so, whatever its header says."""
    header = (f"Content-Encoding: {encoding}",) if encoding else ()
    return at(path, response(pack(page(path)), "200 OK", *header))


def unframed(body: bytes) -> bytes:
    """A response that ends with its connection."""
    return b"HTTP/1.1 200 OK\r\nContent-Type: text/html; charset=utf-8\r\n\r\n" + body


def of_length(body: bytes, length: int, *headers: str) -> bytes:
    """A response that announces another length than it has."""
    lines = ["HTTP/1.1 200 OK", "Content-Type: text/html; charset=utf-8", *headers]
    return "\r\n".join([*lines, f"Content-Length: {length}"]).encode() + b"\r\n\r\n" + body


def chunked(body: bytes, *, whole: bool) -> bytes:
    """A response in chunks, with its last one or without."""
    head = b"HTTP/1.1 200 OK\r\nContent-Type: text/html; charset=utf-8\r\n"
    head += b"Transfer-Encoding: chunked\r\n\r\n"
    parts = [body[at : at + 700] for at in range(0, len(body), 700)]
    sent = b"".join(b"%x\r\n%s\r\n" % (len(part), part) for part in parts)
    return head + sent + (b"0\r\n\r\n" if whole else b"")


def bare(title: str, body: str) -> bytes:
    """A page of a server, without the portal's frame."""
    text = f"<html><head><title>{title}</title></head><body>{body}</body></html>"
    return response(text.encode())


WAF = bare(
    "Request Rejected",
    "<h2>Your request is blocked</h2><p>The requested URL was rejected. Your support ID is: 18</p>",
)
CHALLENGE = bare(
    "Just a moment...",
    "<div>Checking your browser before accessing the site.</div><script>document.cookie="
    "'k='+1;setTimeout(function(){location.reload()},5000)</script>",
)
MAINTENANCE = bare(
    "Thông báo", "<h1>Hệ thống đang bảo trì</h1><p>Cổng thông tin đang được bảo trì, nâng cấp.</p>"
)
PARKED = bare(
    "Domain for sale", "<h1>This domain is for sale</h1><p>Tên miền đang được rao bán</p>"
)
LOGIN = bare(
    "Đăng nhập",
    "<form method=post><h3>Đăng nhập hệ thống</h3><input name=u><input type=password name=p>"
    "<button>Đăng nhập</button></form>",
)
SHELL = bare("", "<div id='root'></div><script src='/static/main.js'></script>")
SOFT_404 = response(
    html("Thông báo", "<p>Không tìm thấy trang quý vị yêu cầu hoặc trang đã bị xóa.</p>").encode()
)
EXCUSE = response(
    html("Thông báo", "<p>Đã có lỗi xảy ra trong quá trình xử lý. Vui lòng thử lại.</p>").encode()
)
YELLOW = bare("Runtime Error", "<h1>Server Error in '/' Application.</h1><i>Runtime Error</i>")
BUSY = response(b"<h1>503 Service Temporarily Unavailable</h1>", "503 Busy")
TOO_FAST = response(b"slow down", "429 Too Many Requests", "Retry-After: 90")
BOMB = gzip.compress(b"<html><body>" + b"x" * 50_000_000)
BROTLI = b"\x1b\x2f\x00\x04\x00\x7f\x8c\x01\xff\x03\x02\x9c" * 30


def twice_packed(body: bytes) -> bytes:
    """Packed by the program and by the server again."""
    return gzip.compress(gzip.compress(body))


def raw_deflate(body: bytes) -> bytes:
    """Deflate as some servers send it, without the frame that the standard asks for."""
    packer = zlib.compressobj(wbits=-15)
    return packer.compress(body) + packer.flush()


RESET_IN_PAGE: tuple[Step, ...] = (of_length(page()[:900], len(page())), Act.RESET)
"""A page whose connection is reset before its end, the paper's title already sent."""
ZSTD = b"\x28\xb5\x2f\xfd\x00\x01\x02" * 30


def two_lengths(body: bytes) -> bytes:
    """A response that a proxy gave its length a second time."""
    return of_length(body, len(body), f"Content-Length: {len(body)}")


def both_framings(body: bytes) -> bytes:
    """A response in chunks that also announces some length."""
    sent = chunked(body, whole=True)
    return sent.replace(b"Transfer-Encoding", b"Content-Length: 10\r\nTransfer-Encoding", 1)


def odd_header(body: bytes) -> bytes:
    """A response with a header whose name has a blank."""
    return of_length(body, len(body), "X-Powered By: Portal 1.0")


def damaged(body: bytes) -> bytes:
    """Gzip with some bytes lost in the middle."""
    whole = gzip.compress(body)
    return whole[:200] + b"\0" * 50 + whole[250:]
