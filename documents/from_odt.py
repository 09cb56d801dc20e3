"""ODT to a :class:`~domain.documents.Document`."""

from __future__ import annotations

from lxml import etree

from documents import sniff
from documents.docx_parts import Parts
from documents.flow import Flow
from documents.hints import NO_HINTS, Hints
from documents.odf_parts import content_of, properties, read_parts
from documents.odt_body import OdtWalk
from documents.odt_styles import OdtStyles
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


def _read(parts: Parts) -> Reading:
    content, page_styles = content_of(parts), parts.tree("styles.xml")
    styles = OdtStyles()
    styles.add(page_styles)
    styles.add(content)
    flow = Flow()
    text = next(content.iter(_BODY), None)
    if text is not None:
        OdtWalk(flow, styles).run(text)
    if not flow.blocks:
        return _without_text(parts)
    if page_styles is not None and not flow.full:
        _edges(page_styles, flow, styles)
    title, metadata = properties(parts)
    if flow.truncated:
        metadata.append(("truncated", flow.truncated))
    return Document(
        media_type=sniff.ODT,
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
