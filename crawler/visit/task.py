"""What a visit is given: the portal, and the tools it works with."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from domain.protocols import (
    Clock,
    Fetch,
    LastLook,
    LinkScorer,
    Progress,
    Read,
    Recorder,
    Render,
)
from domain.settings import CrawlerSettings
from domain.visits import KnownAddress


@dataclass(frozen=True)
class PortalTask:
    """One agency's portal to be visited."""

    portal_url: str
    scope_urls: tuple[str, ...]
    """All addresses of the agency; each is opened as a home page of its own."""
    start_with: tuple[KnownAddress, ...] = ()
    """Where evidence of an earlier night stood, opened right after the home page."""
    foreign_urls: tuple[str, ...] = ()
    """Addresses of other agencies: a home page that redirects there is no portal of this one.

    The agency's own addresses among them change nothing.
    """
    last_look: LastLook | None = None
    """What is taken over instead of being asked again; None for a full look."""


@dataclass(frozen=True)
class VisitTools:
    """Everything a visit needs from outside."""

    fetch: Fetch
    read: Read
    scorer: LinkScorer
    progress: Progress
    recorder: Recorder
    clock: Clock
    slow_down: Callable[[str, float], None]
    """Host and the seconds that must lie between the starts of two requests to it."""
    settings: CrawlerSettings
    timezone: str
    interrupted: Callable[[], bool]
    render: Render | None = None
    """Shows pages that need a browser; None where nobody can."""
    no_browser: str = ""
    """Why nobody can, for inspectors."""
