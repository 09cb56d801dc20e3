"""What is shipped, loaded once for all tests: reading the catalogue anew for each takes time."""

from __future__ import annotations

from functools import cache

from rules.catalogue import Catalogue, load_catalogue


@cache
def catalogue() -> Catalogue:
    """The shipped publications."""
    return load_catalogue()
