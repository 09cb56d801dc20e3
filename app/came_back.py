"""Why an address that a person named could not be read, in that person's words."""

from __future__ import annotations

from types import MappingProxyType

from domain.exchanges import Answer
from domain.outcomes import Outcome

_OUTCOMES = MappingProxyType(
    {
        Outcome.OK: "the answer was empty",
        Outcome.NOT_FOUND: "there is no such page",
        Outcome.SOFT_NOT_FOUND: "there is no such page",
        Outcome.LOGIN_REQUIRED: "it asks for a log-in",
        Outcome.BLOCKED: "the portal turned the request away",
        Outcome.MAINTENANCE: "the portal is under maintenance",
        Outcome.HTTP_ERROR: "the server failed",
        Outcome.TIMEOUT: "no answer came in time",
        Outcome.DNS: "no such host is known",
        Outcome.REFUSED: "no connection could be made, or it was broken off",
        Outcome.TLS: "no encrypted connection could be made",
        Outcome.TOO_LARGE: "it is larger than may be read (raise [crawler] max_body_bytes)",
        Outcome.UNSAFE_ADDRESS: (
            "the address, or the one it redirects to, lies in a private network (for an intranet "
            "set [crawler] allow_private_addresses = true) or is no proper address"
        ),
    }
)


def why_nothing(answer: Answer) -> str:
    """Why an answer gives nothing to read."""
    words = _OUTCOMES.get(answer.outcome, answer.outcome.value.replace("_", " "))
    return f"{words} (HTTP {answer.status})" if answer.status else words


def why_not_allowed(robots: Answer) -> str:
    """Why an address may not be asked for after robots.txt of its host was."""
    was_read = robots.outcome.seen or (robots.outcome is Outcome.TOO_LARGE and bool(robots.body))
    if was_read:
        return (
            "the portal's robots.txt forbids it; save the file with a browser and give its path "
            "instead"
        )
    if robots.status is None:
        return why_nothing(robots)  # of the host, not of its robots.txt
    return f"the portal's robots.txt could not be had, and may forbid it: {why_nothing(robots)}"
