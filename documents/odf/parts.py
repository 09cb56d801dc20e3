"""OpenDocument files: their parts, or why they cannot be opened."""

from __future__ import annotations

from collections.abc import Callable

from lxml import etree

from documents.docx.parts import PartError, Parts, TooLargeError
from documents.prose import title_or_nothing
from domain.documents import Reading, Unread, Unreadable

_MANIFEST = "{urn:oasis:names:tc:opendocument:xmlns:manifest:1.0}"
_DC = "{http://purl.org/dc/elements/1.1/}"
_META = "{urn:oasis:names:tc:opendocument:xmlns:meta:1.0}"


class LockedError(Exception):
    """The file opens only with a password; it never leaves this room."""


def read_parts(body: bytes, media_type: str, reader: Callable[[Parts], Reading]) -> Reading:
    """What ``reader`` makes of the parts, every failure of opening them named."""
    try:
        with Parts(body) as parts:
            _refuse_locked(parts)
            return parts.told_of(reader(parts))
    except LockedError as error:
        return Unreadable(media_type, Unread.ENCRYPTED, str(error))
    except TooLargeError as error:
        return Unreadable(media_type, Unread.TOO_LARGE, str(error)[:200])
    except PartError as error:
        return Unreadable(media_type, Unread.DAMAGED, str(error)[:200])


def content_of(parts: Parts) -> etree._Element:
    """The part that holds the text."""
    tree = parts.tree("content.xml")
    if tree is None:
        raise PartError("it has no content.xml")
    return tree


def properties_of(tree: etree._Element | None) -> tuple[str, list[tuple[str, str]]]:
    """The title, and pairs for a document's metadata."""
    if tree is None:
        return "", []
    title = next((node.text for node in tree.iter(f"{_DC}title") if node.text), "")
    dates = (("created", f"{_META}creation-date"), ("modified", f"{_DC}date"))
    told = [(name, next(tree.iter(tag), None)) for name, tag in dates]
    pairs = [
        (name, node.text.strip()[:40]) for name, node in told if node is not None and node.text
    ]
    return title_or_nothing(title), pairs


def _refuse_locked(parts: Parts) -> None:
    manifest = parts.tree("META-INF/manifest.xml")
    if (
        manifest is not None
        and next(manifest.iter(f"{_MANIFEST}encryption-data"), None) is not None
    ):
        raise LockedError("opens only with a password")
