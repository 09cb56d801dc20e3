"""Fonts of before Unicode named in a page: by ``<font>``, by ``style``, by a style sheet."""

from __future__ import annotations

import re
from collections.abc import Mapping

from selectolax.lexbor import LexborHTMLParser

from documents.legacy import face_of
from documents.legacy.paragraphs import Paragraphs

_NAMED = re.compile(r"\.vn[a-z0-9]|vni[- ][a-z]|viscii", re.I)
_FAMILY = re.compile(r"(?<![\w-])font-family\s*:\s*([^;}]+)|(?<![\w-])font\s*:\s*([^;}]+)", re.I)
_SELECTOR = re.compile(r"^([a-z][a-z0-9]*)?(?:\.([\w-]+))?$", re.I)
_MAX_SHEET = 300_000
_MAX_DECLARATIONS = 2_000


class Fonts:
    """The font that text stands in while a page is walked."""

    def __init__(self, by_selector: Mapping[str, str], sample: str) -> None:
        self._by_selector = by_selector
        self._texts = Paragraphs(sample)
        self._open: list[tuple[int, str]] = []

    def enter(self, key: int, tag: str, attributes: Mapping[str, str | None]) -> None:
        """Note an element that names a font."""
        font = self._of(tag, attributes)
        if font:
            self._open.append((key, font))

    def leave(self, key: int) -> None:
        """Forget the element that was entered under ``key``."""
        while self._open and self._open[-1][0] == key:
            self._open.pop()

    def mended(self, text: str) -> str:
        """``text`` read as its font draws it."""
        font = self._open[-1][1] if self._open else ""
        return self._texts.mended([(text, font)]) if face_of(font) else text

    def _of(self, tag: str, attributes: Mapping[str, str | None]) -> str:
        style = attributes.get("style") or ""
        named = family_of(style) if style else ""
        if not named and tag == "font":
            named = _first(attributes.get("face") or "")
        classes = (attributes.get("class") or "").lower().split()
        for selector in [f"{tag}.{each}" for each in classes] + [f".{each}" for each in classes]:
            named = named or self._by_selector.get(selector, "")
        return named or self._by_selector.get(tag, "")


def fonts_of(tree: LexborHTMLParser, source: str) -> Fonts | None:
    """What a page says of its fonts; None where no old font is named, as on nearly all pages."""
    if not _names_old_font(source):
        return None
    sheets = "".join(node.text() for node in tree.css("style")[:50])[:_MAX_SHEET]
    rules: dict[str, str] = {}
    for rule in _without_comments(sheets).split("}"):
        selectors, _, body = rule.rpartition("{")
        family = family_of(body)
        for selector in selectors.lower().split(",") if family else ():
            if _SELECTOR.match(selector.strip()):
                rules[selector.strip()] = family
    return Fonts(rules, tree.body.text()[:_MAX_SHEET] if tree.body else "")


def family_of(declarations: str) -> str:
    """The first font of ``font-family`` or ``font`` in a list of declarations; empty for none."""
    found = _FAMILY.search(declarations[:_MAX_DECLARATIONS])
    if found is None:
        return ""
    if found.group(1):
        return _first(found.group(1))
    words = found.group(2).split(",", 1)[0].split()
    sized = [place for place, word in enumerate(words) if word[:1].isdigit()]
    return _first(" ".join(words[sized[-1] + 1 :])) if sized else ""


def _first(families: str) -> str:
    return families.split(",", 1)[0].strip(" \t\r\n\"'")


def _without_comments(sheet: str) -> str:
    sheet = sheet.replace("<!--", " ").replace("-->", " ")
    kept = [piece.partition("*/")[2] for piece in sheet.split("/*")[1:]]
    return sheet.split("/*", 1)[0] + "".join(kept)


def _names_old_font(source: str) -> bool:
    """Plain searches first: ".vn" alone is the end of every address."""
    hints = (".Vn", ".VN", ".vnt", ".vna", "VNI", "vni-", "VISCII")
    return any(hint in source for hint in hints) and _NAMED.search(source) is not None
