"""ODT to a :class:`~domain.documents.Document`."""

from __future__ import annotations

from lxml import etree

from documents import sniff
from documents.docx.parts import PartError, Parts, TooLargeError
from documents.flat_xml import flat_tree, is_whole, pictures_in, told_of
from documents.flow import Flow
from documents.hints import NO_HINTS, Hints
from documents.odf.parts import content_of, properties_of, read_parts
from documents.odf.styles import OdtStyles
from documents.odf.text_body import OdtWalk
from documents.pasted import Picture, lacks_text, note_on
from domain.documents import Document, HowRead, Reading, Unread, Unreadable, Zone

_STYLE = "{urn:oasis:names:tc:opendocument:xmlns:style:1.0}"
_BODY = "{urn:oasis:names:tc:opendocument:xmlns:office:1.0}body"
_EDGES = (("header", Zone.HEADER), ("footer", Zone.FOOTER))
_MAX_EDGES = 60


def read(body: bytes, hints: Hints = NO_HINTS) -> Reading:
    """Paragraphs, table rows, text boxes, notes and links; headers and footers after the text.

    Hidden text and text deleted under change tracking is left out.
    """
    return read_parts(body, sniff.ODT, _read)


def read_flat(body: bytes, hints: Hints = NO_HINTS) -> Reading:
    """The same in one XML file (FODT)."""
    try:
        root = flat_tree(body)
    except TooLargeError as error:
        return Unreadable(sniff.FLAT_ODT, Unread.TOO_LARGE, str(error)[:200])
    except PartError as error:
        return Unreadable(sniff.FLAT_ODT, Unread.DAMAGED, str(error)[:200])
    flow = _flow(root, root)
    if flow.blocks:
        pictures = pictures_in(root) if lacks_text(flow.blocks) else []
        return told_of(_document(flow, properties_of(root), sniff.FLAT_ODT, pictures), body)
    if pictures_in(root):
        return Unreadable(sniff.FLAT_ODT, Unread.NO_TEXT_LAYER, "pictures and no text")
    return Unreadable(sniff.FLAT_ODT, Unread.EMPTY if is_whole(body) else Unread.DAMAGED)


def _read(parts: Parts) -> Reading:
    flow = _flow(content_of(parts), parts.tree("styles.xml"))
    if not flow.blocks:
        return _without_text(parts)
    pictures = parts.pictures("Pictures/") if lacks_text(flow.blocks) else []
    return _document(flow, properties_of(parts.tree("meta.xml")), sniff.ODT, pictures)


def _flow(content: etree._Element, page_styles: etree._Element | None) -> Flow:
    styles = OdtStyles()
    styles.add(page_styles)
    styles.add(content)
    flow = Flow()
    text = next(content.iter(_BODY), None)
    if text is not None:
        OdtWalk(flow, styles).run(text)
    if page_styles is not None and flow.blocks and not flow.full:
        _edges(page_styles, flow, styles)
    return flow


def _document(
    flow: Flow,
    properties: tuple[str, list[tuple[str, str]]],
    media_type: str,
    pictures: list[Picture],
) -> Document:
    title, metadata = properties
    if flow.truncated:
        metadata.append(("truncated", flow.truncated))
    metadata += note_on(pictures)
    return Document(
        media_type=media_type,
        how=HowRead.OFFICE,
        title=title,
        blocks=tuple(flow.blocks),
        links=tuple(flow.links),
        metadata=tuple(metadata),
    )


def _edges(page_styles: etree._Element, flow: Flow, styles: OdtStyles) -> None:
    """Headers and footers, each text once: page styles repeat them."""
    known = len(flow.blocks)
    for name, zone in _EDGES:
        flow.zone = zone
        kinds = [f"{_STYLE}{name}{end}" for end in ("", "-left", "-first")]
        for index, node in enumerate(page_styles.iter(*kinds)):
            if index < _MAX_EDGES:
                OdtWalk(flow, styles).run(node)
    flow.blocks[known:] = dict.fromkeys(flow.blocks[known:])


def _without_text(parts: Parts) -> Unreadable:
    pictures = len(parts.names("Pictures/"))
    if pictures:
        return Unreadable(sniff.ODT, Unread.NO_TEXT_LAYER, f"{pictures} pictures and no text")
    return Unreadable(sniff.ODT, Unread.EMPTY)
