"""The platforms of the sample province: one file each, none sharing markup with another."""

from __future__ import annotations

from tests.province.families.base import Built, Family
from tests.province.families.wordpress import WordPress

__all__ = ["Built", "Family", "family_of"]


def family_of(name: str) -> type[Family]:
    """The platform with this name."""
    return WordPress
