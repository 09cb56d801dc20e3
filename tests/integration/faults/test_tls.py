"""Certificates and protocols at fault: the visit goes on, read-only, and the fault is told."""

from __future__ import annotations

import ssl
import warnings
from collections.abc import Callable

import pytest

from domain.outcomes import PortalState
from tests.integration.faults import certificates as made
from tests.integration.faults.certificates import AUTHORITY, BETWEEN, Wanted, serving_with
from tests.integration.faults.looking import IP, look
from tests.integration.faults.portal import Answer, Asked, response
from tests.province.certificate import PAST

SOUND = Wanted("portal", AUTHORITY, IP)
BETWEEN_THEM = Wanted(BETWEEN, AUTHORITY)


def _sound(asked: Asked) -> Answer | None:
    return None


def _old() -> ssl.SSLContext:
    with warnings.catch_warnings():
        warnings.simplefilter("ignore", DeprecationWarning)  # old protocols are the point here
        return made.of_old(serving_with(SOUND))


@pytest.mark.parametrize(
    ("context", "fault"),
    [
        (lambda: serving_with(SOUND), ""),
        (lambda: serving_with(Wanted("portal", BETWEEN, IP), BETWEEN_THEM), ""),
        (lambda: serving_with(Wanted("portal", AUTHORITY, IP, PAST)), "chứng chỉ đã hết hạn"),
        (lambda: serving_with(Wanted("portal", "portal", IP)), "chứng chỉ tự ký"),
        (lambda: serving_with(Wanted("portal", AUTHORITY, "127.0.99.9")), "cấp cho địa chỉ khác"),
        (lambda: serving_with(Wanted("portal", BETWEEN, IP)), "thiếu chứng chỉ trung gian"),
        (_old, "giao thức hoặc thuật toán TLS quá cũ"),
    ],
    ids=["sound", "whole chain", "expired", "self-signed", "wrong host", "chain cut", "old TLS"],
)
def test_faults_of_tls(context: Callable[[], ssl.SSLContext], fault: str) -> None:
    """The portal is seen and judged as without the fault, which is told as one of the portal."""
    looked = look(_sound, tls=context(), trusted=made.trusting())
    report = looked.inspection.report
    assert report.portal_state is PortalState.REACHED
    assert looked.status("quality_objectives") == "published"
    assert len(report.portal_faults) == (1 if fault else 0)
    assert all(fault in told for told in report.portal_faults)


def test_nothing_is_given_away() -> None:
    """A portal whose certificate proves nothing gets no name, no password, and its own cookie."""

    def with_cookie(asked: Asked) -> Answer | None:
        if asked.path != "/iso":
            return None
        return (response(b"<html>x</html>", "200 OK", "Set-Cookie: phien=1; Path=/"),)

    looked = look(with_cookie, tls=serving_with(Wanted("portal", "portal", IP)))
    heads = [asked.head.lower() for asked in looked.log]
    assert all(head.startswith("get ") for head in heads)
    assert not any("authorization" in head or "referer" in head for head in heads)
    cookies = {line for head in heads for line in head.splitlines() if line.startswith("cookie")}
    assert cookies == {"cookie: phien=1"}
