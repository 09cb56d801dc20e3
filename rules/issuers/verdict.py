"""Whose a paper is found to be, with what was read and how sure that is."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum


class Whose(StrEnum):
    """How a paper's issuer stands to the inspected agency."""

    OWN = "own"
    INNER = "inner"
    """A section of the agency itself."""
    OTHER = "other"
    ABOVE = "above"
    """A body above the agency."""
    BEFORE = "before"
    """A dissolved unit that the agency succeeds."""
    UNNAMED = "unnamed"
    """No issuer can be read, and nothing contradicts."""
    UNCLEAR = "unclear"
    """What can be read contradicts itself or the agency's name."""
    UNCHECKED = "unchecked"
    """The agency's name is not known, so there is nothing to compare with."""


@dataclass(frozen=True, slots=True)
class IssuerVerdict:
    """Whose a paper is, with what was read and how sure that is."""

    whose: Whose
    name: str | None
    """The issuer as shown in evidence; None when it could not be read."""
    confidence: float
    note: str = ""
    """In Vietnamese."""
    likely_own: bool = False
    """Unclear only because a recogniser garbled the name; nobody else is called so."""
