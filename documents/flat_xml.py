"""Office files that are one XML file: parsed under the same guards as those in archives."""

from __future__ import annotations

from base64 import b64decode
from dataclasses import replace
from itertools import islice

from lxml import etree

from documents.docx.parts import (
    MAX_PART_BYTES,
    PartError,
    TooLargeError,
    fault_of,
    forgiving_parser,
)
from documents.pasted import HEAD_BYTES, Picture
from domain.documents import Reading, Unreadable

_PICTURES = ("{*}binaryData", "{*}binData", "{*}binary-data")
"""As Word of 2006, Word of 2003 and OpenDocument name them."""
_MAX_PICTURES = 200


def is_whole(body: bytes) -> bool:
    """Whether it is sound XML: one without text may have lost it."""
    parser = etree.XMLParser(resolve_entities=False, no_network=True, load_dtd=False)
    try:
        return etree.fromstring(body.lstrip(), parser) is not None
    except (etree.XMLSyntaxError, ValueError):
        return False


def told_of(reading: Reading, body: bytes) -> Reading:
    """What was read of a file, marked where it is no sound XML."""
    if isinstance(reading, Unreadable):
        return reading
    parser = forgiving_parser()
    etree.fromstring(body.lstrip(), parser)
    fault = fault_of(parser)
    return replace(reading, metadata=(*reading.metadata, ("torn", fault))) if fault else reading


def flat_tree(body: bytes) -> etree._Element:
    """The root element; raises :class:`PartError`."""
    if len(body) > MAX_PART_BYTES:
        raise TooLargeError(f"more than {MAX_PART_BYTES} bytes of XML")
    if b"<!DOCTYPE" in body[:4096] or b"<!ENTITY" in body[:65_536]:
        raise PartError("it declares entities, which Office never does")
    try:
        root = etree.fromstring(body.lstrip(), forgiving_parser())
    except (etree.XMLSyntaxError, ValueError) as error:
        raise PartError(str(error)) from error
    if root is None:
        raise PartError("no element could be read")
    return root


def pictures_in(root: etree._Element) -> list[Picture]:
    """The pictures that stand in the file as base64."""
    return [_picture(node.text or "") for node in islice(root.iter(*_PICTURES), _MAX_PICTURES)]


def _picture(text: str) -> Picture:
    packed = "".join(text[: 2 * HEAD_BYTES].split())
    try:
        head = b64decode(packed[: len(packed) // 4 * 4])[:HEAD_BYTES]
    except ValueError:
        head = b""
    return Picture(len(text) * 3 // 4, head)
