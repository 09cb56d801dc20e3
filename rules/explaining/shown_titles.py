"""Titles as an inspector reads them: without what machines wrote into them."""

from __future__ import annotations

import re
from pathlib import PurePosixPath
from urllib.parse import unquote, urlsplit

from rules.head.titles import TYPE_NAMES

_NULL = re.compile(r"\s*(?:null\s+)+(?=\S)")
"""What one portal software prints where the type of a paper was left empty."""
_TWICE = re.compile(
    rf"\s*({'|'.join(map(re.escape, TYPE_NAMES))})[\s:]+(?=\1(?!\w))", re.IGNORECASE
)
_SLUG = re.compile(r"[a-z0-9]+(?:[ _.-]+[a-z0-9]+){3,}")
_LEAST_LETTERS = 12


def without_leftovers(title: str) -> str:
    """Without a leading "null", and with the type of the paper said once."""
    kept = title[match.end() :] if (match := _NULL.match(title)) else title
    return kept[match.end() :] if (match := _TWICE.match(kept)) else kept


def is_slug(title: str) -> bool:
    """Whether it is an address's last part rather than words: small letters without any mark."""
    words = title.strip()
    return len(words) >= _LEAST_LETTERS and _SLUG.fullmatch(words) is not None


def last_part(url: str) -> str:
    """The last part of an address: the name of a file or page."""
    try:
        return unquote(PurePosixPath(urlsplit(url).path).name)
    except ValueError:
        return ""
