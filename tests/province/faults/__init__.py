"""The faults of portals: those that answer in a portal's place, those that spoil its answers."""

from __future__ import annotations

from tests.province.faults import bodies, connections, mazes, pace, pages
from tests.province.faults.base import NO_STORE, Change, Fault
from tests.province.faults.bombs import of_bombs
from tests.province.faults.robots import of_robots

__all__ = ["NO_STORE", "Change", "Fault", "answering", "changing"]


def answering(names: tuple[str, ...], forbidden: tuple[str, ...]) -> list[Fault]:
    """The faults that answer in the portal's place; ``forbidden`` is what robots.txt closes."""
    known: dict[str, Fault] = {
        "hang": connections.hang,
        "reset": connections.reset,
        "every_third_503": connections.every_third_503,
        "dies_after_25": connections.dies_after_25,
        "redirect_loop": connections.redirect_loop,
        "challenge_after_30": pages.challenge_after_30,
        "maintenance": pages.maintenance,
        "waf": pages.waf,
        "login_wall": pages.login_wall,
        "parked": pages.parked,
        "endless_drip": pace.endless_drip,
        "cookie_redirect": mazes.cookie_redirect,
        "too_many_requests": pace.TooManyRequests(),
        **of_robots(forbidden),
    }
    return [*(known[name] for name in names if name in known), *of_bombs(names)]


def changing(names: tuple[str, ...]) -> list[Change]:
    """The faults that change what the portal answers."""
    known: dict[str, Change] = {
        "slow_drip": pace.slow_drip,
        "slows_down": pace.SlowsDown(),
        "reset_sometimes": connections.reset_sometimes,
        "home_redirect": connections.home_redirect,
        "half_body": bodies.half_body,
        "half_files": bodies.half_files,
        "long_length": bodies.long_length,
        "short_length": bodies.short_length,
        "cut_pages": bodies.cut_pages,
        "wrong_charset": bodies.wrong_charset,
        "false_gzip": bodies.false_gzip,
        "html_as_pdf": bodies.html_as_pdf,
        "chunked_gzip": bodies.chunked_gzip,
        "until_close": bodies.until_close,
        "filter_maze": mazes.filter_maze,
    }
    return [known[name] for name in names if name in known]
