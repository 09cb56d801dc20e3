"""OpenDocument: which styles bring a font, and which hide their text."""

from __future__ import annotations

from dataclasses import dataclass

from lxml import etree

_STYLE = "{urn:oasis:names:tc:opendocument:xmlns:style:1.0}"
_FO = "{urn:oasis:names:tc:opendocument:xmlns:xsl-fo-compatible:1.0}"
_SVG = "{urn:oasis:names:tc:opendocument:xmlns:svg-compatible:1.0}"
_TEXT = "{urn:oasis:names:tc:opendocument:xmlns:text:1.0}"
_MAX_STYLES = 20_000


@dataclass(frozen=True, slots=True)
class _Style:
    parent: str = ""
    font: str = ""
    hidden: bool = False


class OdtStyles:
    """The styles of the parts that were added."""

    def __init__(self) -> None:
        self._styles: dict[str, _Style] = {}
        self._faces: dict[str, str] = {}
        self._default = ""

    def add(self, tree: etree._Element | None) -> None:
        """Learns the styles and fonts that one part declares."""
        if tree is None:
            return
        for face in tree.iter(f"{_STYLE}font-face"):
            name = face.get(f"{_STYLE}name", "")
            self._faces[name] = face.get(f"{_SVG}font-family", name).strip("'")
        for style in tree.iter(f"{_STYLE}style"):
            if len(self._styles) < _MAX_STYLES:
                self._styles[style.get(f"{_STYLE}name", "")] = self._style(style)
        for style in tree.iter(f"{_STYLE}default-style"):
            if style.get(f"{_STYLE}family") == "paragraph":
                self._default = self._style(style).font

    def font(self, name: str, otherwise: str | None = None) -> str:
        """The font of text in a style; of a style that brings none, ``otherwise``."""
        font = next((each.font for each in self._line(name) if each.font), None)
        return font or (self._default if otherwise is None else otherwise)

    def is_hidden(self, name: str) -> bool:
        """Whether text in a style is not shown."""
        return any(each.hidden for each in self._line(name))

    def _line(self, name: str) -> list[_Style]:
        """The style and those it is built on, nearest first."""
        found: list[_Style] = []
        while name in self._styles and len(found) < 12:
            found.append(self._styles[name])
            name = found[-1].parent
        return found

    def _style(self, style: etree._Element) -> _Style:
        parent = style.get(f"{_STYLE}parent-style-name", "")
        told = next((node for node in style if node.tag == f"{_STYLE}text-properties"), None)
        if told is None:
            return _Style(parent)
        name = told.get(f"{_STYLE}font-name", "")
        font = told.get(f"{_FO}font-family", "").strip("'") or self._faces.get(name, name)
        return _Style(parent, font, told.get(f"{_TEXT}display") == "none")
