"""What came of a request, told from the response or from what was raised instead of one."""

from __future__ import annotations

import httpx

from crawler.fetcher.bodies import Announced, Body
from crawler.fetcher.failures import failure_of
from crawler.fetcher.habits import Habits
from crawler.fetcher.hops import Hop
from crawler.fetcher.transport import Wire
from crawler.fetcher.unpacking import is_gzip_file
from domain.exchanges import ODD_ANSWER, TlsFacts
from domain.outcomes import Outcome


def announced(response: httpx.Response) -> Announced:
    """What the headers say of the body."""
    headers = response.headers
    return Announced(
        encoding=headers.get("content-encoding", ""),
        length=headers.get("content-length", ""),
        framed="content-length" in headers or "transfer-encoding" in headers,
        is_gzip_file=is_gzip_file(headers.get("content-type", ""), str(response.request.url)),
    )


def hop_of(response: httpx.Response, wire: Wire, body: Body, habits: Habits) -> Hop:
    """The response and its body; the outcome is left to the status where the body came whole."""
    tls = TlsFacts(wire.tls_version, habits.tls_fault) if wire.tls_version else None
    good = response.status_code < 300
    outcome, detail = _verdict(body) if good else (None, "")
    if habits.speaks_loosely or body.lied:
        detail = detail or ODD_ANSWER
    return Hop(
        outcome,
        detail,
        response.status_code,
        response.headers,
        body.content,
        wire.ip,
        tls,
        open_ended=good and body.open_ended and not habits.ends.is_known(body.content),
    )


def failed(error: Exception) -> Hop:
    """The failure as an outcome; raises again what is an error of ours."""
    failure = failure_of(error)
    if failure is None:
        raise error
    return Hop(failure.outcome, failure.detail)


def _verdict(body: Body) -> tuple[Outcome | None, str]:
    """The outcome of a success whose body did not come whole."""
    if body.too_large:
        return Outcome.TOO_LARGE, "nội dung quá lớn"
    if body.undecodable:
        return Outcome.UNREADABLE, f"không giải nén được nội dung ({body.undecodable})"
    if body.broken is not None:
        failure = failure_of(body.broken)
        if failure is None:
            raise body.broken
        if failure.outcome is Outcome.TIMEOUT:
            return failure.outcome, failure.detail
        return Outcome.HTTP_ERROR, "nội dung bị cắt giữa chừng"
    return None, ""
