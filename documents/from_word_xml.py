"""Word files that are one XML file: WordprocessingML of 2003, and the flat form of a DOCX."""

from __future__ import annotations

from lxml import etree

from documents import sniff
from documents.docx.body import BodyWalk, heading_styles
from documents.docx.fonts import style_fonts
from documents.docx.parts import PartError, TooLargeError
from documents.flat_xml import flat_tree, is_whole, pictures_in, told_of
from documents.hints import NO_HINTS, Hints
from documents.legacy.paragraphs import Paragraphs
from documents.pasted import lacks_text, note_on
from documents.prose import title_or_nothing
from domain.documents import Document, HowRead, Link, Reading, Unread, Unreadable, Zone

_OF_2003 = b"http://schemas.microsoft.com/office/word/2003/wordml"
_OF_2006 = b"http://schemas.openxmlformats.org/wordprocessingml/2006/main"
_W = "{" + _OF_2006.decode() + "}"
_TITLES = (
    "{urn:schemas-microsoft-com:office:office}Title",
    "{http://purl.org/dc/elements/1.1/}title",
)
_MAX_LINKS = 2_000


def read(body: bytes, hints: Hints = NO_HINTS) -> Reading:
    """Paragraphs, table rows and links; text deleted under change tracking is left out."""
    try:
        reading = _read(_as_of_2006(flat_tree(body)))
        if isinstance(reading, Unreadable) and not is_whole(body):
            return Unreadable(sniff.WORD_XML, Unread.DAMAGED, "it lost its text")
        return told_of(reading, body)
    except TooLargeError as error:
        return Unreadable(sniff.WORD_XML, Unread.TOO_LARGE, str(error)[:200])
    except PartError as error:
        return Unreadable(sniff.WORD_XML, Unread.DAMAGED, str(error)[:200])


def _read(root: etree._Element) -> Reading:
    body = next(root.iter(f"{_W}body"), None)
    if body is None:
        return Unreadable(sniff.WORD_XML, Unread.DAMAGED, "it has no body")
    walk = BodyWalk(heading_styles(root), {}, style_fonts(root), Paragraphs())
    blocks = walk.run(body)
    if not blocks and pictures_in(root):
        return Unreadable(sniff.WORD_XML, Unread.NO_TEXT_LAYER, "pictures and no text")
    if not blocks:
        return Unreadable(sniff.WORD_XML, Unread.EMPTY)
    title = next((node.text or "" for node in root.iter(*_TITLES)), "")
    return Document(
        media_type=sniff.WORD_XML,
        how=HowRead.OFFICE,
        title=title_or_nothing(title),
        blocks=tuple(blocks),
        links=_links(body),
        metadata=(
            *((("truncated", walk.truncated),) if walk.truncated else ()),
            *(note_on(pictures_in(root)) if lacks_text(blocks) else ()),
        ),
    )


def _as_of_2006(root: etree._Element) -> etree._Element:
    """The elements of 2003 under the name that those of 2006 have: they are the same but for it."""
    written = etree.tostring(root, encoding="utf-8")
    if _OF_2003 not in written:
        return root
    return flat_tree(written.replace(_OF_2003, _OF_2006))


def _links(body: etree._Element) -> tuple[Link, ...]:
    found: list[Link] = []
    for node in body.iter(f"{_W}hlink"):
        href = node.get(f"{_W}dest", "").strip()
        words = " ".join("".join(each.text or "" for each in node.iter(f"{_W}t")).split())
        if href and len(found) < _MAX_LINKS:
            found.append(Link(href, words[:500], zone=Zone.MAIN))
    return tuple(found)
