"""The signs and words of pagers: arrows, "Cũ hơn", "Trang 1 / 7"; and which of them lead on."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import islice

from selectolax.lexbor import LexborNode

_LONGEST_CHARS = 60
_LINE = re.compile(
    r"(?>trang|sau|trước|tiếp(?: theo)?|kế(?: tiếp)?|đầu(?: tiên)?|cuối(?: cùng)?"
    r"|next|previous|prev|first|last"
    r"|(?:tin |bài |văn bản )?(?:cũ|mới) hơn|older(?: posts?)?|newer(?: posts?)?|page|của|of|trên"
    r"|(?:xem|tải|hiển thị|hiện) (?:thêm|tiếp)(?: (?:tin|bài(?: viết)?|văn bản|tài liệu))?"
    r"|(?:load|show|view) more"
    r"|đi|\d{1,3}(?!\d)|[\s.,:;|/()\[\]…«»‹›<>❮❯→←▶◀►◄⟨⟩≪≫-])++",
    re.I,
)
_SAYS = re.compile(r"[^\s.,:;|/()\[\]…-]")
_ONWARD = re.compile(
    r"(?:trang )?(?:sau|tiếp(?: theo)?|kế(?: tiếp)?)|trang cuối|(?:tin |bài |văn bản )?cũ hơn"
    r"|(?:xem|tải|hiển thị|hiện) (?:thêm|tiếp)(?: (?:tin|bài(?: viết)?|văn bản|tài liệu))?"
    r"|(?:load|show|view) more|next(?: page)?|older(?: posts?)?|[»›>❯→▶►⟩≫]{1,2}",
    re.I,
)
_OF = re.compile(r"trang\D{0,3}(\d{0,4})\s*(?:/|trên|của|of)\s*(\d{1,4})", re.I)
_NUMBER = re.compile(r"\d+")
_ARROW = re.compile(
    r"(?:angle|chevron|arrow|caret)s?-(?:[a-z]+-)?right|(?:icon|fa|bi|glyphicon)-next"
)
_ARROW_PICTURE = re.compile(r"(?:next|right)[\w.-]{0,20}\.(?:gif|png|jpe?g|svg|webp)", re.I)
_OFF = re.compile(r"disabled|inactive|is-off|khoa(?![a-z])", re.I)
_SILENT = ("script", "style", "option", "noscript", "template")
_MOST_NODES = 200
_AFTER_WORDS = " »›>→.…"
_MOST_PARTS = 60
_MOST_LEVELS = 4


def is_pager_line(text: str) -> bool:
    """Whether a line holds the words and signs of a pager and nothing else."""
    if len(text) > _LONGEST_CHARS or not _SAYS.search(text):
        return False
    return _LINE.fullmatch(text) is not None


def said_in(node: LexborNode) -> str | None:
    """The words in an element; None where they are more than a pager's."""
    words: list[str] = []
    characters = 0
    for count, part in enumerate(node.traverse(include_text=True)):
        if part.tag == "-text" and (part.parent is None or part.parent.tag not in _SILENT):
            said = (part.text_content or "").strip()
            characters += len(said)
            words += [said] if said else []
        if count > _MOST_NODES or characters > _LONGEST_CHARS:
            return None
    return " ".join(" ".join(words).split())


def is_arrow(node: LexborNode) -> bool:
    """Whether an element without words is an arrow to the right by its name."""
    attributes = node.attributes
    if node.tag == "img":
        return _ARROW_PICTURE.search(attributes.get("src") or "") is not None
    return _ARROW.search((attributes.get("class") or "").lower()) is not None


def goes_further(box: LexborNode) -> bool:
    """Whether a pager says that there is a page behind the one that is shown.

    Where numbers tell how many there are, they decide: arrows stand beside a single page as well.
    """
    said = said_in(box) or ""
    of = _OF.search(said)
    if of is not None:
        return int(of[2]) > int(of[1] or _typed(box))
    numbers = {int(one) for one in _NUMBER.findall(said)}
    if numbers:
        return numbers >= {1, 2}
    if _numbered_choice(box):
        return True
    return any(_leads_on(part) and not _is_off(part, box) for part in _parts(box))


def _typed(box: LexborNode) -> int:
    """The page that a field for typing shows."""
    field = box.css_first("input[value]")
    value = (field.attributes.get("value") or "").strip() if field is not None else ""
    return int(value) if value.isdecimal() and len(value) <= len("9999") else 1


def _numbered_choice(box: LexborNode) -> bool:
    """Whether a drop-down beside "Trang" offers the pages from the first on."""
    said = [(one.text() or "").strip() for one in box.css("select option")[:3]]
    return said[:2] == ["1", "2"]


def _parts(box: LexborNode) -> Iterator[LexborNode]:
    yield box
    yield from islice(box.css("*"), _MOST_PARTS)


def _leads_on(part: LexborNode) -> bool:
    if is_arrow(part):
        return True
    said = " ".join((part.text() or "").split()) if next(part.iter(), None) is None else ""
    return bool(said) and _ONWARD.fullmatch(said.rstrip(_AFTER_WORDS) or said) is not None


def _is_off(part: LexborNode, box: LexborNode) -> bool:
    """Whether it, or what holds it within its pager, is marked as leading nowhere now."""
    node: LexborNode | None = part
    for _ in range(_MOST_LEVELS):
        if node is None:
            return False
        attributes = node.attributes
        if "disabled" in attributes or attributes.get("aria-disabled") == "true":
            return True
        if _OFF.search(attributes.get("class") or ""):
            return True
        if node.mem_id == box.mem_id:
            return False
        node = node.parent
    return False
