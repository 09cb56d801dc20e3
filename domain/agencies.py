"""Who is inspected, and where it publishes."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from enum import StrEnum


class Level(StrEnum):
    """The level of an agency; it changes the legal basis cited, never whether it is inspected."""

    PROVINCE = "province"
    DEPARTMENT = "department"
    DISTRICT = "district"
    COMMUNE = "commune"
    BRANCH = "branch"
    """A chi cục or other body under a department."""
    OTHER = "other"


@dataclass(frozen=True, slots=True)
class PortalAddress:
    """One address at which an agency publishes; host and path prefix, as the registry wrote it."""

    url: str
    verified: bool = True
    """False where nobody has checked that the address is the agency's and is live."""


@dataclass(frozen=True, slots=True)
class Agency:
    """One row of the registry: a unit with a code, valid for a time, perhaps with successors."""

    code: str | None
    """None for an address checked on demand, without a registry."""
    name: str
    level: Level
    parent: str | None = None
    """The code of another row or a plain name, as the registry wrote it."""
    portals: tuple[PortalAddress, ...] = ()
    valid_from: date | None = None
    valid_to: date | None = None
    """Last day of validity; None while it exists."""
    successors: tuple[str, ...] = ()
    """Codes of the agencies that took over."""

    def valid_on(self, day: date) -> bool:
        """Whether the agency exists on ``day``."""
        return (self.valid_from is None or self.valid_from <= day) and (
            self.valid_to is None or day <= self.valid_to
        )


@dataclass(frozen=True, slots=True)
class Inspected:
    """An agency with what the rules need to tell its papers from another's."""

    agency: Agency
    parents: tuple[str, ...] = ()
    """Names of the bodies above it, nearest first."""
    predecessors: tuple[Agency, ...] = ()
    """Dissolved agencies that the registry says this one succeeds."""
    namesakes: tuple[str, ...] = ()
    """Names of other agencies in the registry that differ only in level, parent or diacritics."""
    name_known: bool = True
    """False when the name was only read off the page, so that the issuer stays unchecked."""
