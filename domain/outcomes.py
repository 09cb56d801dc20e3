"""What came of asking one address, and of visiting one portal."""

from __future__ import annotations

from enum import StrEnum


class Outcome(StrEnum):
    """What asking one address came to; decided once, in the fetcher and its page classifier."""

    OK = "ok"
    NOT_MODIFIED = "not_modified"
    NOT_FOUND = "not_found"
    SOFT_NOT_FOUND = "soft_not_found"
    REDIRECTED_AWAY = "redirected_away"
    ROBOTS_DENIED = "robots_denied"
    LOGIN_REQUIRED = "login_required"
    BLOCKED = "blocked"
    MAINTENANCE = "maintenance"
    PARKED = "parked"
    HTTP_ERROR = "http_error"
    TIMEOUT = "timeout"
    DNS = "dns"
    REFUSED = "refused"
    TLS = "tls"
    TOO_LARGE = "too_large"
    UNSAFE_ADDRESS = "unsafe_address"
    UNREADABLE = "unreadable"

    @property
    def seen(self) -> bool:
        """Whether content of the portal itself came back."""
        return self in (Outcome.OK, Outcome.NOT_MODIFIED)

    @property
    def settled(self) -> bool:
        """Whether the answer is final: the address holds nothing, and asking again is pointless."""
        return self in (Outcome.OK, Outcome.NOT_MODIFIED, Outcome.NOT_FOUND, Outcome.SOFT_NOT_FOUND)

    @property
    def passing(self) -> bool:
        """Whether the failure may pass, so that asking again later is worth a request."""
        return self in (
            Outcome.HTTP_ERROR,
            Outcome.TIMEOUT,
            Outcome.REFUSED,
            Outcome.BLOCKED,
            Outcome.MAINTENANCE,
            Outcome.DNS,
        )


class Skip(StrEnum):
    """Why a known address was not asked for."""

    ROBOTS = "robots"
    """Forbidden by robots.txt: an unopened link."""
    BUDGET = "budget"
    """Requests, bytes or time ran out, or the visit was interrupted: an unopened link."""
    ALL_FOUND = "all_found"
    """Every publication had been found already."""
    UNPROMISING = "unpromising"
    """Its own words plainly speak of something else, as a test of others like it bore out."""
    TRAP_CLOSED = "trap_closed"
    """A family of addresses that brings nothing new: counts as looked at."""
    OFF_PORTAL = "off_portal"
    """Another site, and not a paper linked from the agency's own page."""
    LOGIN_SYSTEM = "login_system"
    """A login or document-handling system, which must not be crawled."""
    NEEDS_POST = "needs_post"
    """Reached only by a form post or script: an unopened link."""
    NEEDS_BROWSER = "needs_browser"
    """Shown only to a browser that runs scripts: an unopened page."""
    UNSAFE = "unsafe"
    """A forbidden address (private network, odd scheme or port)."""
    PORTAL_FAILED = "portal_failed"
    """The portal stopped answering before its turn came: an unopened link."""
    NOT_CONTENT = "not_content"
    """A style sheet, script, picture of the layout, mail or telephone link: holds no paper."""

    TOOL = "tool"
    """To comment on a page, mail or edit it; or what robots.txt forbids and only repeats others."""

    @property
    def leaves_a_gap(self) -> bool:
        """Whether something of the agency's may stand there, unseen."""
        return self in (
            Skip.ROBOTS,
            Skip.BUDGET,
            Skip.NEEDS_POST,
            Skip.NEEDS_BROWSER,
            Skip.PORTAL_FAILED,
        )


class PortalState(StrEnum):
    """How much of a portal one visit could see."""

    REACHED = "reached"
    PARTLY_REACHED = "partly_reached"
    UNREACHABLE = "unreachable"
    BLOCKED = "blocked"
    LOGIN_REQUIRED = "login_required"
    MAINTENANCE = "maintenance"
    PARKED = "parked"
    NO_PORTAL = "no_portal"

    @property
    def judgeable(self) -> bool:
        """Whether anything but ``undetermined`` may follow from such a visit."""
        return self in (PortalState.REACHED, PortalState.PARTLY_REACHED)


class StoppedBy(StrEnum):
    """Why a visit ended."""

    ALL_FOUND = "all_found"
    NOTHING_LEFT = "nothing_left"
    MAX_REQUESTS = "max_requests"
    MAX_BYTES = "max_bytes"
    PORTAL_TIME = "portal_time"
    INTERRUPTED = "interrupted"
    PORTAL_FAILED = "portal_failed"


class Aid(StrEnum):
    """Whether one of the portal's own aids (search box, sitemap) could be used."""

    USED = "used"
    NONE = "none"
    POSTED = "posted"
    """There is one, which only takes a form that is posted: it was not asked."""
    FAILED = "failed"
