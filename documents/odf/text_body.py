"""OpenDocument text: one walk over its elements, into paragraphs, rows and links."""

from __future__ import annotations

from lxml import etree

from documents.flow import Flow
from documents.odf.styles import OdtStyles
from domain.documents import BlockKind

_SPACES = (
    "{urn:oasis:names:tc:opendocument:xmlns:text:1.0}",
    "{urn:oasis:names:tc:opendocument:xmlns:table:1.0}",
    "{urn:oasis:names:tc:opendocument:xmlns:office:1.0}",
    "{urn:oasis:names:tc:opendocument:xmlns:drawing:1.0}",
    "{urn:oasis:names:tc:opendocument:xmlns:svg-compatible:1.0}",
)
_TEXT = _SPACES[0]
_HREF = "{http://www.w3.org/1999/xlink}href"
_LEFT_OUT = frozenset(
    {"tracked-changes", "annotation", "note-citation", "title", "desc", "ruby-text", "forms"}
    | {"hidden-text", "hidden-paragraph", "binary-data", "styles", "automatic-styles"}
    | {"sequence-decls", "variable-decls", "user-field-decls", "object", "event-listeners"}
)
_PARAGRAPHS = frozenset({"p", "h"})


class OdtWalk:
    """Turns elements into a flow; without recursion, whatever the depth."""

    def __init__(self, flow: Flow, styles: OdtStyles) -> None:
        self._flow = flow
        self._styles = styles
        self._fonts: list[str] = []
        """Of the paragraphs and runs that are open; empty outside of text."""
        self._kinds: list[BlockKind] = []
        self._lists = 0
        self._link: list[str] | None = None

    def run(self, root: etree._Element) -> None:
        """All text under ``root`` in reading order."""
        walk = etree.iterwalk(root, events=("start", "end"))
        for event, node in walk:
            name = _local(node)
            if event == "start":
                if name in _LEFT_OUT or self._is_hidden(name, node):
                    walk.skip_subtree()
                    # Its end comes all the same, and closes what is open here.
                    self._fonts += [self._font] if name == "span" else []
                else:
                    self._start(name, node)
            else:
                self._end(name, node)
                if node is not root and node.tail and self._kinds:
                    self._say(node.tail)
            if self._flow.full:
                break

    @property
    def _font(self) -> str:
        return self._fonts[-1] if self._fonts else ""

    def _is_hidden(self, name: str, node: etree._Element) -> bool:
        return name == "span" and self._styles.is_hidden(node.get(f"{_TEXT}style-name", ""))

    def _start(self, name: str, node: etree._Element) -> None:
        if name in _PARAGRAPHS:
            self._open_paragraph(name, node)
        elif name == "list":
            self._lists += 1
        elif name == "table-row":
            self._flow.open_row()
        elif self._kinds:
            self._inside(name, node)

    def _open_paragraph(self, name: str, node: etree._Element) -> None:
        kind = BlockKind.LIST_ITEM if self._lists else BlockKind.PARAGRAPH
        self._kinds.append(BlockKind.HEADING if name == "h" else kind)
        self._fonts.append(self._styles.font(node.get(f"{_TEXT}style-name", "")))
        self._flow.open_paragraph()
        self._say(node.text or "")

    def _inside(self, name: str, node: etree._Element) -> None:
        if name in ("s", "tab"):
            self._say(" ")
        elif name == "line-break":
            self._flow.end_paragraph(self._kinds[-1])
        elif name == "span":
            self._fonts.append(self._styles.font(node.get(f"{_TEXT}style-name", ""), self._font))
        elif name == "a":
            self._link = []
        if node.text and name not in ("s", "tab", "line-break"):
            self._say(node.text)

    def _say(self, text: str) -> None:
        self._flow.say(text, self._font)
        if self._link is not None:
            self._link.append(text)

    def _end(self, name: str, node: etree._Element) -> None:
        if name in _PARAGRAPHS:
            self._flow.close_paragraph(self._kinds.pop())
            self._fonts.pop()
        elif name == "list":
            self._lists -= 1
        elif name == "table-cell":
            self._flow.end_cell()
        elif name == "table-row":
            self._flow.close_row()
        elif self._kinds and name == "span":
            self._fonts.pop()
        elif name == "a" and self._link is not None:
            self._flow.link(node.get(_HREF, ""), "".join(self._link))
            self._link = None


def _local(node: etree._Element) -> str:
    """The name of an element of OpenDocument without its namespace; empty for others."""
    tag = node.tag
    if isinstance(tag, str):
        for space in _SPACES:
            if tag.startswith(space):
                return tag[len(space) :]
    return ""
