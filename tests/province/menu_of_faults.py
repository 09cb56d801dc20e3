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
    "reset",
    "endless_drip",
)
"""Nothing of the agency's own can be seen."""
ENDS_EARLY = ("dies_after_25", "challenge_after_30")
"""The first pages are seen, the rest is a gap."""
BEGINS_AFTER = {"dies_after_25": 25, "challenge_after_30": 30}
"""So many requests are answered before; who needs fewer never meets the fault."""
SHAPES_THAT_HIDE = (
    "script_rows",
    "script_menu",
    "script_more",
    "script_filter",
    "fragment_list",
    "json_unfinished",
    "json_failed",
    "section_refused",
    "papers_refused",
    "told_more",
)
"""The sections about the quality system show less than they hold, to whoever presses nothing."""
SHAPES_FILLED_BY_SCRIPTS = ("hollow_box", "loading_box")
"""Those sections are empty without a browser, and whole with one."""
TELLS_EVERY_ROW = ("papers_refused",)
"""What hides papers and not what they are called: none of them may be of a publication."""
SHAPES_THAT_LOOK_BAD = ("told_whole", "home_more", "search_posted")
"""Everything can be seen, and it is less plain than elsewhere that nothing more is there."""
HIDES_SECTION = ("iso_500", "robots_part", *SHAPES_THAT_HIDE)
"""The sections about the quality system are a gap."""
HIDES_FILES = ("half_files", "html_as_pdf")
"""All pages are seen; whatever is a file cannot be read."""
CUTS_PAGES = ("cut_pages",)
"""Every page is seen but for its end."""
HOLDS_UNREAD = ("zip_bomb",)
"""A file that names the papers looked for and must not be opened: nobody can say what it is not."""
SHAKES = (
    "every_third_503",
    "robots_500",
    "moved_host",
    "reset_sometimes",
    "half_body",
    "long_length",
    "short_length",
    "too_many_requests",
    "false_gzip",
)
"""All of it can be seen by the patient; to have given up is honest too."""
LEAVES_UNREAD = ("huge_file", "gzip_bomb")
"""Everything can be seen but one thing of another subject; to wonder what it is, is honest too."""
NUISANCES = (
    "self_signed_tls",
    "endless_calendar",
    "session_numbers",
    "soft_not_found",
    "crawl_delay",
    "expired_tls",
    "slow_drip",
    "slows_down",
    "wrong_charset",
    "home_redirect",
    "chunked_gzip",
    "until_close",
    "filter_maze",
    "cookie_redirect",
    "near_empty",
    "search_same",
    "search_nothing",
    "charset_1258",
    "charset_1258_untold",
    "charset_tcvn3",
    "charset_tcvn3_in_utf8",
    "charset_vni",
    "charset_nfd",
    *SHAPES_FILLED_BY_SCRIPTS,
    *SHAPES_THAT_LOOK_BAD,
)
"""Everything can be seen; "growing_values" belongs to the platform of Yên Bái and is here too."""
SEARCH_LIES = ("search_same", "search_nothing")
"""A search box that answers everything alike."""

NEEDS_BROWSER = ("javascript_shell", "javascript_app")
"""Platforms that show nothing without a browser."""

SMALL = (
    "refused", "hang", "redirect_loop", "maintenance", "waf", "login_wall", "parked", "robots_all",
    "moved_away", "dies_after_25", "challenge_after_30", "iso_500", "robots_part",
    "every_third_503", "robots_500", "moved_host", "self_signed_tls", "endless_calendar",
    "session_numbers", "soft_not_found", "crawl_delay",
)  # fmt: skip
"""The faults of the small province, each on one portal."""
DEMO_COUNTS = {
    "refused": 1,
    "hang": 1,
    "redirect_loop": 1,
    "maintenance": 1,
    "waf": 2,
    "login_wall": 1,
    "parked": 2,
    "robots_all": 2,
    "moved_away": 1,
    "dies_after_25": 2,
    "challenge_after_30": 2,
    "iso_500": 2,
    "robots_part": 2,
    "every_third_503": 2,
    "robots_500": 2,
    "moved_host": 2,
    "self_signed_tls": 2,
    "endless_calendar": 3,
    "session_numbers": 3,
    "soft_not_found": 3,
    "crawl_delay": 2,
    "reset": 1,
    "endless_drip": 1,
    "half_files": 2,
    "html_as_pdf": 2,
    "short_length": 1,
    "cut_pages": 2,
    "zip_bomb": 2,
    "reset_sometimes": 2,
    "half_body": 2,
    "long_length": 1,
    "too_many_requests": 2,
    "false_gzip": 1,
    "huge_file": 2,
    "gzip_bomb": 2,
    "expired_tls": 3,
    "slow_drip": 2,
    "slows_down": 2,
    "wrong_charset": 2,
    "home_redirect": 2,
    "chunked_gzip": 2,
    "until_close": 2,
    "filter_maze": 2,
    "cookie_redirect": 2,
    "near_empty": 3,
    "search_same": 2,
    "search_nothing": 3,
    "charset_1258": 1,
    "charset_1258_untold": 1,
    "charset_tcvn3": 1,
    "charset_tcvn3_in_utf8": 1,
    "charset_vni": 1,
    "charset_nfd": 1,
    **dict.fromkeys(SHAPES_THAT_HIDE, 1),
    **dict.fromkeys(SHAPES_THAT_LOOK_BAD, 1),
    "hollow_box": 2,
    "loading_box": 1,
}
"""How many of the 161 portals have each fault."""

_REACHED = ("reached",)
_PERHAPS_ALL = ("reached", "partly_reached")
RIGHT_STATES = {
    **dict.fromkeys(
        ("refused", "hang", "redirect_loop", "reset", "endless_drip"), ("unreachable",)
    ),
    "maintenance": ("maintenance",),
    "waf": ("blocked",),
    "robots_all": ("blocked",),
    "login_wall": ("login_required",),
    "parked": ("parked",),
    "moved_away": ("unreachable", "no_portal", "partly_reached"),
    "dies_after_25": ("partly_reached",),
    "challenge_after_30": ("partly_reached", "blocked"),
    "cut_pages": ("reached", "partly_reached", "unreachable"),
    "robots_500": ("reached", "partly_reached", "unreachable"),
}
"""The states in which a visit may end; with any other fault of the portal it is reached."""


def hides_something(faults: tuple[str, ...], family: str, *, browser: bool = True) -> bool:
    """Whether a fault or the platform keeps something from a patient reader."""
    harmful = {
        *HIDES_ALL, *ENDS_EARLY, *HIDES_SECTION, *HIDES_FILES, *CUTS_PAGES, *HOLDS_UNREAD, *SHAKES
    }  # fmt: skip
    if not browser:
        harmful |= {*SHAPES_FILLED_BY_SCRIPTS}
    return hides_lists(family, browser=browser) or not harmful.isdisjoint(faults)


def hides_lists(family: str, *, browser: bool = True) -> bool:
    """Whether the platform itself shows less than it holds to who has no browser."""
    return not browser and family in NEEDS_BROWSER


def hides_sections(faults: tuple[str, ...], *, browser: bool = True) -> bool:
    """Whether sections about ISO are hidden, by a fault or for want of a browser."""
    hiding = {*HIDES_SECTION} if browser else {*HIDES_SECTION, *SHAPES_FILLED_BY_SCRIPTS}
    return not hiding.isdisjoint(faults)


def right_states(faults: tuple[str, ...], family: str, *, browser: bool = True) -> tuple[str, ...]:
    """The states in which a visit to a portal may end."""
    for fault in faults:
        if fault in RIGHT_STATES:
            return RIGHT_STATES[fault]
    if hides_lists(family, browser=browser):
        return ("reached", "partly_reached", "unreachable")
    unread = not set(faults).isdisjoint(LEAVES_UNREAD)
    hides = unread or hides_something(faults, family, browser=browser)
    return _PERHAPS_ALL if hides else _REACHED
