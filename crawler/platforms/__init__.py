"""The kinds of portal software: one file each, and the order in which they are asked."""

from __future__ import annotations

from crawler.platforms.dotnetnuke import DOTNETNUKE
from crawler.platforms.generic import GENERIC
from crawler.platforms.joomla import JOOMLA
from crawler.platforms.liferay import LIFERAY
from crawler.platforms.nukeviet import NUKEVIET
from crawler.platforms.platform import Platform
from crawler.platforms.sharepoint import SHAREPOINT
from crawler.platforms.wordpress import WORDPRESS
from domain.documents import Document

__all__ = ["PLATFORMS", "Platform", "recognise"]

PLATFORMS = (WORDPRESS, NUKEVIET, JOOMLA, LIFERAY, DOTNETNUKE, SHAREPOINT)
_BODY_BYTES = 300_000
_LINKS_LOOKED_AT = 300


def recognise(home: Document, body: bytes) -> Platform:
    """The software of a portal by its home page: its own word first, then its marks."""
    generator = next((value for name, value in home.metadata if name == "generator"), "").lower()
    for platform in PLATFORMS:
        if any(word in generator for word in platform.generators):
            return platform
    links = "\n".join(link.href for link in home.links[:_LINKS_LOOKED_AT])
    head = body[:_BODY_BYTES]
    return next((one for one in PLATFORMS if one.recognises("", head, links)), GENERIC)
