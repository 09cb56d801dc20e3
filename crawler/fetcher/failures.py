"""What an exception or a status means: the only place where either becomes an outcome."""

from __future__ import annotations

import socket
import ssl
from dataclasses import dataclass

import aiohttp
import httpx

from crawler.fetcher.guard import UnsafeAddress
from crawler.fetcher.loose import NotHttp
from domain.outcomes import Outcome

OLD_TLS = "giao thức hoặc thuật toán TLS quá cũ"
NOT_HTTP = "trả lời không đúng HTTP"
"""Said of answers that the strict reader cannot take."""
_BY_EXCEPTION: tuple[tuple[type[BaseException], Outcome, str], ...] = (
    (UnsafeAddress, Outcome.UNSAFE_ADDRESS, ""),
    (socket.gaierror, Outcome.DNS, "không phân giải được tên miền"),
    (ssl.SSLError, Outcome.TLS, "không bắt tay TLS được"),
    (ssl.CertificateError, Outcome.TLS, "không bắt tay TLS được"),
    (TimeoutError, Outcome.TIMEOUT, "quá thời gian chờ"),
    (ConnectionRefusedError, Outcome.REFUSED, "máy chủ từ chối kết nối"),
    (ConnectionResetError, Outcome.REFUSED, "máy chủ ngắt kết nối"),
    (aiohttp.ServerDisconnectedError, Outcome.REFUSED, "máy chủ ngắt kết nối"),
    (aiohttp.InvalidURL, Outcome.UNSAFE_ADDRESS, "địa chỉ không hợp lệ"),
    (httpx.InvalidURL, Outcome.UNSAFE_ADDRESS, "địa chỉ không hợp lệ"),
    (httpx.UnsupportedProtocol, Outcome.UNSAFE_ADDRESS, "giao thức không được phép"),
    (aiohttp.ClientPayloadError, Outcome.HTTP_ERROR, "nội dung bị cắt giữa chừng"),
    (EOFError, Outcome.HTTP_ERROR, "nội dung bị cắt giữa chừng"),
    (aiohttp.ClientResponseError, Outcome.HTTP_ERROR, NOT_HTTP),
    (NotHttp, Outcome.HTTP_ERROR, NOT_HTTP),
    (aiohttp.ClientError, Outcome.REFUSED, "không kết nối được"),
    (OSError, Outcome.REFUSED, "không kết nối được"),
    (UnicodeError, Outcome.UNSAFE_ADDRESS, "địa chỉ không hợp lệ"),  # a host that IDNA refuses
    (httpx.HTTPError, Outcome.HTTP_ERROR, NOT_HTTP),
)
"""First match over the whole chain of causes wins; what is not here is an error of ours."""

_BY_STATUS = {
    401: (Outcome.LOGIN_REQUIRED, "yêu cầu đăng nhập"),
    403: (Outcome.BLOCKED, "bị từ chối truy cập"),
    404: (Outcome.NOT_FOUND, ""),
    406: (Outcome.BLOCKED, "bị từ chối truy cập"),
    407: (Outcome.BLOCKED, "bị từ chối truy cập"),
    410: (Outcome.NOT_FOUND, ""),
    429: (Outcome.BLOCKED, "hỏi quá nhanh"),
    451: (Outcome.BLOCKED, "bị từ chối truy cập"),
}
_MAY_PASS_STATUSES = frozenset({408, 425, 429, 502, 503, 504, 520, 521, 522, 523, 524})
_MAY_PASS = frozenset({Outcome.TIMEOUT, Outcome.REFUSED})
_CERTIFICATE_FAULTS = {
    9: "chứng chỉ chưa có hiệu lực",
    10: "chứng chỉ đã hết hạn",
    18: "chứng chỉ tự ký",
    19: "chứng chỉ do tổ chức không được tin cậy cấp",
    20: "thiếu chứng chỉ trung gian",
    21: "thiếu chứng chỉ trung gian",
    23: "chứng chỉ đã bị thu hồi",
    62: "chứng chỉ cấp cho tên miền khác",
    64: "chứng chỉ cấp cho địa chỉ khác",
}
"""By OpenSSL's verification code, X509_V_ERR_*."""


@dataclass(frozen=True, slots=True)
class Failure:
    """An exception put into words."""

    outcome: Outcome
    detail: str


def failure_of(error: BaseException) -> Failure | None:
    """What a failed request came to; None for an error that is not the portal's."""
    chain = _chain(error)
    for kind, outcome, words in _BY_EXCEPTION:
        for link in chain:
            if isinstance(link, kind):
                return Failure(outcome, words or str(link))
    return None


def handshake_fault(error: BaseException) -> str | None:
    """Why a TLS handshake failed that may succeed unverified; None for other failures."""
    chain = _chain(error)
    for link in reversed(chain):  # aiohttp's wrapper passes for one, without its code
        if isinstance(link, ssl.SSLCertVerificationError):
            code = link.verify_code
            return _CERTIFICATE_FAULTS.get(code, f"chứng chỉ không xác minh được (mã {code})")
        if isinstance(link, ssl.SSLError):
            return OLD_TLS
    # Some servers, and firewalls before them, only drop whoever greets them in too new a way.
    dropped = any(isinstance(link, ConnectionResetError | ConnectionAbortedError) for link in chain)
    return OLD_TLS if dropped and isinstance(error, aiohttp.ClientConnectorError) else None


def outcome_of_status(status: int) -> tuple[Outcome, str]:
    """The outcome of a final status, with words for people."""
    if status == 304:
        return Outcome.NOT_MODIFIED, ""
    if 200 <= status < 300:
        return Outcome.OK, ""
    return _BY_STATUS.get(status, (Outcome.HTTP_ERROR, f"máy chủ báo lỗi {status}"))


def may_pass(outcome: Outcome, status: int | None) -> bool:
    """Whether asking again at once, after a pause, is worth a request."""
    cut_short = outcome is Outcome.HTTP_ERROR and status is not None and status < 300
    return cut_short or outcome in _MAY_PASS or status in _MAY_PASS_STATUSES


def _chain(error: BaseException) -> list[BaseException]:
    """The exception and what it came from, each once."""
    chain: list[BaseException] = []
    link: BaseException | None = error
    while link is not None and link not in chain:
        chain.append(link)
        inner = getattr(link, "os_error", None)
        if isinstance(inner, OSError) and inner not in chain:
            chain.append(inner)
        link = link.__cause__  # not __context__: our own mistake while handling a failure is ours
    return chain
