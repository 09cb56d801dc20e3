"""The kinds of portal software: one file each, and the order in which they are asked."""

from __future__ import annotations

import re
from collections import Counter

from crawler.platforms.dotnetnuke import DOTNETNUKE
from crawler.platforms.drupal import DRUPAL
from crawler.platforms.generic import GENERIC
from crawler.platforms.joomla import JOOMLA
from crawler.platforms.liferay import LIFERAY
from crawler.platforms.nukeviet import NUKEVIET
from crawler.platforms.platform import Platform
from crawler.platforms.sharepoint import SHAREPOINT
from crawler.platforms.webforms import WEBFORMS
from crawler.platforms.wordpress import WORDPRESS
from domain.documents import Document

__all__ = ["PLATFORMS", "Platform", "fingerprint", "recognise"]

PLATFORMS = (WORDPRESS, NUKEVIET, JOOMLA, DRUPAL, LIFERAY, DOTNETNUKE, SHAREPOINT, WEBFORMS)
"""WebForms last: it is what other kinds are made with."""
_BODY_BYTES = 300_000
_LINKS_LOOKED_AT = 300
_ASSET = re.compile(
    rb"(?:src|href)=[\"']?(?:https?://[^/\"'>\s]+)?(/[\w.~-]{1,40}/)[^\"'>\s]*\.(?:js|css)\b"
)
_MOST_TOLD = 3
_LONGEST_TOLD = 120


def recognise(home: Document, body: bytes) -> Platform:
    """The software of a portal by its home page: its own word first, then its marks."""
    generator = _generator(home).lower()
    for platform in PLATFORMS:
        if any(word in generator for word in platform.generators):
            return platform
    links = "\n".join(link.href for link in home.links[:_LINKS_LOOKED_AT])
    head = body[:_BODY_BYTES]
    return next((one for one in PLATFORMS if one.recognises("", head, links)), GENERIC)


def fingerprint(home: Document, body: bytes) -> str:
    """What an unknown portal says of its software: its generator, else where its scripts lie.

    Empty when it says nothing. A file for its kind can be written from it.
    """
    generator = _generator(home).strip()
    if generator:
        return f"generator {generator}"[:_LONGEST_TOLD]
    folders = Counter(match.decode() for match in _ASSET.findall(body[:_BODY_BYTES]))
    told = [folder for folder, _ in folders.most_common(_MOST_TOLD)]
    return f"tệp tĩnh ở {', '.join(told)}"[:_LONGEST_TOLD] if told else ""


def _generator(home: Document) -> str:
    return next((value for name, value in home.metadata if name == "generator"), "")
