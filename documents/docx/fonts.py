"""Which font a run of a DOCX is set in: its own, its styles', the file's default."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field

from lxml import etree

_W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
_STRICT = "{http://purl.oclc.org/ooxml/wordprocessingml/main}"
_MAX_ANCESTORS = 20


@dataclass(frozen=True, slots=True)
class StyleFonts:
    """The fonts that styles give to the text set in them."""

    by_style: Mapping[str, str] = field(default_factory=dict)
    default: str = ""
    """Of text whose paragraph names no style."""

    def of_paragraph(self, style: str) -> str:
        """The font of a paragraph of this style."""
        return self.by_style.get(style) or self.default

    def of_run(self, run: etree._Element, paragraph: str) -> str:
        """The font of a ``w:r`` in a paragraph of this style."""
        properties = child(run, "rPr")
        if properties is None:
            return self.of_paragraph(paragraph)
        style = child(properties, "rStyle")
        named = font_named(properties)
        named = named or (self.by_style.get(value(style, "val"), "") if style is not None else "")
        return named or self.of_paragraph(paragraph)


def style_fonts(styles: etree._Element | None) -> StyleFonts:
    """What ``word/styles.xml`` says of fonts."""
    if styles is None:
        return StyleFonts()
    own: dict[str, str] = {}
    based_on: dict[str, str] = {}
    normal = ""
    for style in styles.iter(f"{_W}style", f"{_STRICT}style"):
        name = value(style, "styleId")
        properties, parent = child(style, "rPr"), child(style, "basedOn")
        own[name] = font_named(properties) if properties is not None else ""
        based_on[name] = value(parent, "val") if parent is not None else ""
        if value(style, "default") in ("1", "true", "on") and value(style, "type") == "paragraph":
            normal = name
    by_style = {name: _inherited(name, own, based_on) for name in own}
    return StyleFonts(by_style, by_style.get(normal) or _document_default(styles))


def _inherited(name: str, own: Mapping[str, str], based_on: Mapping[str, str]) -> str:
    for _ in range(_MAX_ANCESTORS):
        if own.get(name):
            return own[name]
        name = based_on.get(name, "")
    return ""


def _document_default(styles: etree._Element) -> str:
    for defaults in styles.iter(f"{_W}rPrDefault", f"{_STRICT}rPrDefault"):
        properties = child(defaults, "rPr")
        if properties is not None:
            return font_named(properties)
    return ""


def font_named(properties: etree._Element) -> str:
    """The font that a ``w:rPr`` names for letters beyond ASCII, else for ASCII; empty for none.

    A font of the theme is named too, as "theme": it ends what a style above it said.
    """
    fonts = child(properties, "rFonts")
    if fonts is None:
        return ""
    for side in ("hAnsi", "ascii"):
        if value(fonts, f"{side}Theme"):
            return "theme"
        if value(fonts, side):
            return value(fonts, side)
    return ""


def child(node: etree._Element, name: str) -> etree._Element | None:
    """The first Word element of that name right under ``node``."""
    return next(_children(node, name), None)


def _children(node: etree._Element, name: str) -> Iterator[etree._Element]:
    return node.iterchildren(f"{_W}{name}", f"{_STRICT}{name}")


def value(node: etree._Element, name: str) -> str:
    """An attribute in either of Word's namespaces; empty where it is missing."""
    return str(node.get(f"{_W}{name}") or node.get(f"{_STRICT}{name}") or "")
