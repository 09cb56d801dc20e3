"""PPTX to a :class:`~domain.documents.Document`."""

from __future__ import annotations

import re
from collections.abc import Iterator

from lxml import etree

from documents import sniff
from documents.docx.parts import PartError, Parts, TooLargeError
from documents.flow import Flow
from documents.hints import NO_HINTS, Hints
from documents.pasted import lacks_text, note_on
from documents.prose import title_or_nothing
from domain.documents import Block, Document, HowRead, Reading, Unread, Unreadable

_A = "{http://schemas.openxmlformats.org/drawingml/2006/main}"
_TITLE = "{http://purl.org/dc/elements/1.1/}title"
_SLIDE = re.compile(r"ppt/slides/slide(\d{1,5})\.xml\Z")
_MAX_SLIDES = 500


def read(body: bytes, hints: Hints = NO_HINTS) -> Reading:
    """The paragraphs and table rows of each slide, a slide a page; notes left out."""
    try:
        with Parts(body) as parts:
            return parts.told_of(_read(parts))
    except TooLargeError as error:
        return Unreadable(sniff.PPTX, Unread.TOO_LARGE, str(error)[:200])
    except PartError as error:
        return Unreadable(sniff.PPTX, Unread.DAMAGED, str(error)[:200])


def _read(parts: Parts) -> Reading:
    names = sorted(filter(_SLIDE.match, parts.names("ppt/slides/")), key=_number)
    if not names:
        return Unreadable(sniff.PPTX, Unread.DAMAGED, "it has no slides")
    blocks: list[Block] = []
    cut = f"{_MAX_SLIDES} of {len(names)} slides" if len(names) > _MAX_SLIDES else ""
    for page, name in enumerate(names[:_MAX_SLIDES], 1):
        flow = _slide(parts.tree(name))
        blocks += [Block(block.text, block.kind, page=page) for block in flow.blocks]
        cut = flow.truncated or cut
    if not blocks and parts.names("ppt/media/"):
        return Unreadable(sniff.PPTX, Unread.NO_TEXT_LAYER, "pictures and no text")
    if not blocks:
        return Unreadable(sniff.PPTX, Unread.EMPTY)
    about = parts.tree("docProps/core.xml")
    title = "" if about is None else about.findtext(_TITLE) or ""
    return Document(
        media_type=sniff.PPTX,
        how=HowRead.OFFICE,
        title=title_or_nothing(title),
        blocks=tuple(blocks),
        metadata=(
            *((("truncated", cut),) if cut else ()),
            *(note_on(parts.pictures("ppt/media/")) if lacks_text(blocks) else ()),
        ),
        pages=len(names),
    )


def _number(name: str) -> int:
    found = _SLIDE.match(name)
    return int(found.group(1)) if found else 0


def _slide(tree: etree._Element | None) -> Flow:
    flow = Flow()
    for event, node in _walk(tree):
        if event == "end" and node.tag == f"{_A}p":
            flow.end_paragraph()
        elif event == "end" and node.tag == f"{_A}tc":
            flow.end_cell()
        elif node.tag == f"{_A}tr":
            (flow.open_row if event == "start" else flow.close_row)()
        elif event == "end" and node.tag == f"{_A}br":
            flow.say(" ")
        elif event == "end" and node.tag == f"{_A}t":
            flow.say(node.text or "", _font(node))
        if flow.full:
            break
    return flow


def _walk(tree: etree._Element | None) -> Iterator[tuple[str, etree._Element]]:
    if tree is not None:
        for event, node in etree.iterwalk(tree, events=("start", "end")):
            yield str(event), node


def _font(text: etree._Element) -> str:
    """The font its run names."""
    run = text.getparent()
    latin = None if run is None else run.find(f"{_A}rPr/{_A}latin")
    return "" if latin is None else latin.get("typeface", "")
