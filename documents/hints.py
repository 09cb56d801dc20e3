"""What a reader is told beside the bytes."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Hints:
    """Hints on a body, which its bytes may contradict, and what reading it may cost."""

    declared: str = ""
    """The Content-Type as sent."""
    name: str = ""
    """A file name or address."""
    ocr_pages: int = 0
    """How many pages without text may be recognised from their pictures; 0: none may."""
    depth: int = 0
    """How many archives the body lay in."""


NO_HINTS = Hints()
