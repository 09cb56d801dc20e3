"""DOCX to a :class:`~domain.documents.Document`."""

from __future__ import annotations

from itertools import islice

from documents import sniff
from documents.docx.body import BodyWalk, heading_styles
from documents.docx.fonts import StyleFonts, style_fonts
from documents.docx.parts import PartError, Parts, TooLargeError
from documents.hints import NO_HINTS, Hints
from documents.legacy import to_unicode
from documents.legacy.paragraphs import Paragraphs
from documents.pasted import lacks_text, note_on
from documents.prose import title_or_nothing
from domain.documents import Block, Document, HowRead, Reading, Unread, Unreadable, Zone

_SAMPLE = 5_000
"""Pieces of text by which names of fonts are judged."""
_MAX_EDGES = 20
"""Headers and footers read at most: a file has one to three a section."""
_DC = "{http://purl.org/dc/elements/1.1/}"
_TERMS = "{http://purl.org/dc/terms/}"


def read(body: bytes, hints: Hints = NO_HINTS) -> Reading:
    """Paragraphs, table rows, text boxes and links; headers and footers after the text.

    Text deleted under change tracking is left out.
    """
    try:
        with Parts(body) as parts:
            return parts.told_of(_read_parts(parts))
    except TooLargeError as error:
        return Unreadable(sniff.DOCX, Unread.TOO_LARGE, str(error)[:200])
    except PartError as error:
        return Unreadable(sniff.DOCX, Unread.DAMAGED, str(error)[:200])


def _read_parts(parts: Parts) -> Reading:
    tree = parts.tree("word/document.xml")
    if tree is None:
        return Unreadable(sniff.DOCX, Unread.DAMAGED, "it has no word/document.xml")
    styles = parts.tree("word/styles.xml")
    fonts, texts = (
        style_fonts(styles),
        Paragraphs(" ".join(islice(map(str, tree.itertext()), _SAMPLE))),
    )
    relations = parts.relations("word/_rels/document.xml.rels")
    walk = BodyWalk(heading_styles(styles), relations, fonts, texts)
    blocks = walk.run(tree)
    if not blocks:
        return _without_text(parts)
    edges = [
        Block(text, zone=zone)
        for prefix, zone in (("word/header", Zone.HEADER), ("word/footer", Zone.FOOTER))
        for text in _edges(parts, prefix, fonts, texts)
    ]
    title, metadata = _properties(parts)
    if walk.truncated:
        metadata.append(("truncated", walk.truncated))
    if lacks_text((*blocks, *edges)):
        metadata += note_on(parts.pictures("word/media/"))
    return Document(
        media_type=sniff.DOCX,
        how=HowRead.OFFICE,
        title=title,
        blocks=(*blocks, *edges),
        links=tuple(walk.links),
        metadata=tuple(metadata),
    )


def _without_text(parts: Parts) -> Unreadable:
    pictures = len(parts.names("word/media/"))
    if pictures:
        return Unreadable(sniff.DOCX, Unread.NO_TEXT_LAYER, f"{pictures} pictures and no text")
    return Unreadable(sniff.DOCX, Unread.EMPTY)


def _edges(parts: Parts, prefix: str, fonts: StyleFonts, texts: Paragraphs) -> list[str]:
    """Texts of headers or footers, each once: sections repeat them."""
    found: dict[str, None] = {}
    for name in parts.names(prefix)[:_MAX_EDGES]:
        tree = parts.tree(name) if name.endswith(".xml") else None
        if tree is not None:
            blocks = BodyWalk(frozenset(), {}, fonts, texts).run(tree)
            found.update((block.text, None) for block in blocks)
    return list(found)


def _properties(parts: Parts) -> tuple[str, list[tuple[str, str]]]:
    tree = parts.tree("docProps/core.xml")
    if tree is None:
        return "", []
    dates = (("created", f"{_TERMS}created"), ("modified", f"{_TERMS}modified"))
    told = [(name, (tree.findtext(path) or "").strip()[:40]) for name, path in dates]
    return title_or_nothing(to_unicode(tree.findtext(f"{_DC}title") or "")), [
        each for each in told if each[1]
    ]
