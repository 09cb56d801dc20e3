"""Office files that are one XML file: parsed under the same guards as those in archives."""

from __future__ import annotations

from lxml import etree

from documents.docx.parts import MAX_PART_BYTES, PartError, TooLargeError


def is_whole(body: bytes) -> bool:
    """Whether it is sound XML: one without text may have lost it."""
    parser = etree.XMLParser(resolve_entities=False, no_network=True, load_dtd=False)
    try:
        return etree.fromstring(body.lstrip(), parser) is not None
    except (etree.XMLSyntaxError, ValueError):
        return False


def flat_tree(body: bytes) -> etree._Element:
    """The root element; raises :class:`PartError`."""
    if len(body) > MAX_PART_BYTES:
        raise TooLargeError(f"more than {MAX_PART_BYTES} bytes of XML")
    if b"<!DOCTYPE" in body[:4096] or b"<!ENTITY" in body[:65_536]:
        raise PartError("it declares entities, which Office never does")
    # recover: a file with one wrong character still holds a paper.
    parser = etree.XMLParser(
        resolve_entities=False, no_network=True, load_dtd=False, huge_tree=False, recover=True
    )
    try:
        root = etree.fromstring(body.lstrip(), parser)
    except (etree.XMLSyntaxError, ValueError) as error:
        raise PartError(str(error)) from error
    if root is None:
        raise PartError("no element could be read")
    return root
