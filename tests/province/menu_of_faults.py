"""The menu of faults, sorted by what an honest watcher can still say of a portal that has one."""

from __future__ import annotations

HIDES_ALL = (
    "refused",
    "hang",
    "redirect_loop",
    "maintenance",
    "waf",
    "login_wall",
    "parked",
    "robots_all",
    "moved_away",
)
"""Nothing of the agency's own can be seen."""
ENDS_EARLY = ("dies_after_25", "challenge_after_30")
"""The first pages are seen, the rest is a gap."""
HIDES_SECTION = ("iso_500", "robots_part")
"""The sections about the quality system are a gap."""
SHAKES = ("every_third_503", "robots_500", "moved_host")
"""All of it can be seen by the patient; to have given up is honest too."""
NUISANCES = (
    "self_signed_tls",
    "endless_calendar",
    "session_numbers",
    "soft_not_found",
    "crawl_delay",
)
"""Everything can be seen; "growing_values" belongs to the platform of Yên Bái and is here too."""
BLIND_FAMILIES = ("javascript_shell", "javascript_app", "aspnet_post", "webforms")
"""Platforms whose content or paging plain GET requests do not show."""

DEMO_COUNTS = {
    "refused": 2,
    "hang": 1,
    "redirect_loop": 1,
    "maintenance": 2,
    "waf": 2,
    "login_wall": 1,
    "parked": 2,
    "robots_all": 2,
    "moved_away": 1,
    "dies_after_25": 2,
    "challenge_after_30": 2,
    "iso_500": 3,
    "robots_part": 2,
    "every_third_503": 3,
    "robots_500": 2,
    "moved_host": 2,
    "self_signed_tls": 4,
    "endless_calendar": 4,
    "session_numbers": 3,
    "soft_not_found": 6,
    "crawl_delay": 2,
}
"""How many of the 161 portals have each fault."""


def hides_something(faults: tuple[str, ...], family: str) -> bool:
    """Whether a fault or the platform keeps something from a reader without browser or POST."""
    harmful = {*HIDES_ALL, *ENDS_EARLY, *HIDES_SECTION, *SHAKES}
    return family in BLIND_FAMILIES or not harmful.isdisjoint(faults)
