"""One walk over the elements of a DOCX part: paragraphs, rows, text boxes, links."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from itertools import pairwise

from lxml import etree

from documents.docx.fonts import StyleFonts
from documents.layout import is_layout_row
from documents.legacy.paragraphs import Paragraphs, Run
from documents.legacy.tables import SOFT_HYPHEN
from domain.documents import Block, BlockKind, Link, Zone

_W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
_STRICT = "{http://purl.oclc.org/ooxml/wordprocessingml/main}"
_R_ID = "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}id"
_FALLBACK = "{http://schemas.openxmlformats.org/markup-compatibility/2006}Fallback"
_LEFT_OUT = frozenset({"del", "moveFrom", "rPr", "sectPr", "tblPr", "trPr", "tcPr", "delText"})
_MAX_BLOCKS = 20_000
_MAX_LINKS = 2_000
_MAX_CHARACTERS = 4_000_000


@dataclass(slots=True)
class _Paragraph:
    runs: list[Run] = field(default_factory=list)
    kind: BlockKind = BlockKind.PARAGRAPH
    style: str = ""
    font: str = ""
    """Of the run that is open."""


@dataclass(slots=True)
class _Row:
    """An open table row: where its cells and its blocks begin."""

    blocks_from: int
    cells: list[int] = field(default_factory=list)
    nested: bool = False


class BodyWalk:
    """Turns a part's elements into blocks and links; without recursion, whatever the depth."""

    def __init__(
        self,
        headings: frozenset[str],
        relations: Mapping[str, str],
        fonts: StyleFonts,
        texts: Paragraphs,
    ) -> None:
        self._fonts = fonts
        self._texts = texts
        self.links: list[Link] = []
        self.truncated = ""
        self._headings = headings
        self._relations = relations
        self._blocks: list[Block] = []
        self._paragraphs: list[_Paragraph] = []
        self._rows: list[_Row] = []
        self._link_runs: list[Run] | None = None
        self._characters = 0

    def run(self, root: etree._Element) -> list[Block]:
        """All blocks under ``root`` in reading order."""
        walk = etree.iterwalk(root, events=("start", "end"))
        for event, node in walk:
            name = _local(node)
            if event == "start":
                if name in _LEFT_OUT:
                    walk.skip_subtree()
                else:
                    self._start(name, node)
            else:
                self._end(name, node)
            if self._full():
                break
        return self._blocks

    def _full(self) -> bool:
        if len(self._blocks) >= _MAX_BLOCKS:
            self.truncated = f"{_MAX_BLOCKS} blocks"
        elif self._characters >= _MAX_CHARACTERS:
            self.truncated = f"{_MAX_CHARACTERS} characters"
        return bool(self.truncated)

    def _start(self, name: str, node: etree._Element) -> None:
        if name == "p":
            self._paragraphs.append(_Paragraph())
        elif name == "tr":
            if self._rows:
                self._rows[-1].nested = True
            self._rows.append(_Row(len(self._blocks)))
        elif name == "tc" and self._rows:
            self._rows[-1].cells.append(len(self._blocks))
        elif name == "hyperlink":
            self._link_runs = []
        elif self._paragraphs:
            self._inside(name, node)

    def _inside(self, name: str, node: etree._Element) -> None:
        paragraph = self._paragraphs[-1]
        if name == "r":
            paragraph.font = self._fonts.of_run(node, paragraph.style)
        elif name == "t":
            self._say(node.text or "")
        elif name in ("tab", "ptab"):
            self._say(" ")
        elif name == "noBreakHyphen":
            self._say("-")
        elif name == "softHyphen":
            self._say(SOFT_HYPHEN)  # TCVN3's "ư"; left out of other text
        elif name in ("br", "cr"):
            self._emit(paragraph)
        elif name == "numPr":
            paragraph.kind = BlockKind.LIST_ITEM
        elif name == "pStyle":
            paragraph.style = _value(node)
            if paragraph.style in self._headings:
                paragraph.kind = BlockKind.HEADING

    def _say(self, text: str) -> None:
        run = (text, self._paragraphs[-1].font)
        self._paragraphs[-1].runs.append(run)
        if self._link_runs is not None:
            self._link_runs.append(run)

    def _end(self, name: str, node: etree._Element) -> None:
        if name == "p" and self._paragraphs:
            self._emit(self._paragraphs.pop())
        elif name == "tr" and self._rows:
            self._close_row(self._rows.pop())
        elif name == "hyperlink":
            self._close_link(node)

    def _emit(self, paragraph: _Paragraph) -> None:
        text = " ".join(self._texts.mended(paragraph.runs).split())
        paragraph.runs.clear()
        if text:
            self._blocks.append(Block(text, paragraph.kind))
            self._characters += len(text)

    def _close_row(self, row: _Row) -> None:
        """One block a row; a head or signature laid out by a table stays line by line."""
        inside = self._blocks[row.blocks_from :]
        if row.nested or not inside or is_layout_row([block.text for block in inside]):
            return
        edges = [*row.cells, len(self._blocks)]
        cells = [
            " ".join(block.text for block in self._blocks[start:stop])
            for start, stop in pairwise(edges)
        ]
        text = " | ".join(cell for cell in cells if cell)
        self._blocks[row.blocks_from :] = [Block(text, BlockKind.ROW)]

    def _close_link(self, node: etree._Element) -> None:
        text = " ".join(self._texts.mended(self._link_runs or ()).split())
        self._link_runs = None
        target = self._relations.get(node.get(_R_ID) or "", "")
        if target and len(self.links) < _MAX_LINKS:
            self.links.append(Link(target, text[:500], zone=Zone.MAIN))


def heading_styles(styles: etree._Element | None) -> frozenset[str]:
    """Ids of the styles that are headings: the id is in Word's language, the name in English."""
    if styles is None:
        return frozenset()
    found = set()
    for style in styles.iter(f"{_W}style", f"{_STRICT}style"):
        name = next((_value(child) for child in style if _local(child) == "name"), "")
        if name.lower().startswith(("heading", "title", "subtitle")):
            found.add(next((v for k, v in style.attrib.items() if str(k).endswith("styleId")), ""))
    return frozenset(str(each) for each in found)


def _local(node: etree._Element) -> str:
    """The name of a Word element without its namespace; empty for others' elements."""
    tag = node.tag
    if not isinstance(tag, str):
        return ""
    if tag == _FALLBACK:
        return "del"  # the same text again for older programs
    for space in (_W, _STRICT):
        if tag.startswith(space):
            return tag[len(space) :]
    return ""


def _value(node: etree._Element) -> str:
    return next((str(value) for key, value in node.attrib.items() if str(key).endswith("}val")), "")
