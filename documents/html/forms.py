"""The one form of an ASP.NET page, as a browser would post it when a list is paged."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from selectolax.lexbor import LexborHTMLParser, LexborNode

from documents.charset import decode
from documents.html.depth import flattened

_VIEW_STATE = re.compile(rb"name\s*=\s*[\"']?__(?:VIEWSTATE|EVENTTARGET)\b", re.IGNORECASE)
_KEPT_AS_TYPED = frozenset({"hidden", "text", "search", "number", "date", "tel", ""})
_MOST_CHARS = 3_000_000
"""Of all values: no list is worth sending a larger view state for."""

Fields = tuple[tuple[str, str], ...]


@dataclass(frozen=True, slots=True)
class PostForm:
    """What paging a list posts: no passwords, no files, and no button pressed."""

    action: str
    """As written, not resolved; empty for the page itself."""
    fields: Fields
    pictures: frozenset[str] = frozenset()
    """The names of buttons that are pictures: what is sent of them is where they were clicked."""

    def raising(self, target: str, argument: str) -> Fields:
        """The fields as ``__doPostBack(target, argument)`` sends them."""
        event = {"__EVENTTARGET": target, "__EVENTARGUMENT": argument}
        kept = ((name, value) for name, value in self.fields if name not in event)
        return (*event.items(), *kept)

    def pressing(self, button: str, value: str) -> Fields:
        """The fields as a press of a button sends them."""
        if button in self.pictures:
            return (*self.fields, (f"{button}.x", "1"), (f"{button}.y", "1"))
        return (*self.fields, (button, value))


def post_form(body: bytes, declared: str = "") -> PostForm | None:
    """The form that holds a page's view state; None where there is none, or one too large."""
    if not _VIEW_STATE.search(body):
        return None
    tree = LexborHTMLParser(flattened(decode(body, declared).text))
    for form in tree.css("form"):
        if form.css_first("input[name=__VIEWSTATE], input[name=__EVENTTARGET]") is not None:
            fields = tuple(_fields(form))
            if sum(len(value) for _, value in fields) > _MOST_CHARS:
                return None
            action = (form.attributes.get("action") or "").strip()
            return PostForm(action, fields, _pictures(form))
    return None


def _pictures(form: LexborNode) -> frozenset[str]:
    named = (node.attributes.get("name") for node in form.css("input[type=image i]"))
    return frozenset(name for name in named if name)


def _fields(form: LexborNode) -> Iterator[tuple[str, str]]:
    """The controls that a browser would send, in their order."""
    for node in form.css("input[name], select[name], textarea[name]"):
        attributes = node.attributes
        name = attributes.get("name") or ""
        if not name or "disabled" in attributes:
            continue
        if node.tag == "select":
            yield from ((name, value) for value in _chosen(node))
        elif node.tag == "textarea":
            yield name, node.text() or ""
        elif _is_sent(attributes):
            yield name, attributes.get("value") or ("on" if "checked" in attributes else "")


def _is_sent(attributes: dict[str, str | None]) -> bool:
    kind = (attributes.get("type") or "").lower()
    return kind in _KEPT_AS_TYPED or (kind in ("checkbox", "radio") and "checked" in attributes)


def _chosen(select: LexborNode) -> list[str]:
    """The chosen options; of a drop-down without any the first, as browsers take it."""
    options = select.css("option")
    chosen = [one for one in options if "selected" in one.attributes]
    if not chosen and "multiple" not in select.attributes:
        chosen = options[:1]
    return [_value_of(one) for one in chosen]


def _value_of(option: LexborNode) -> str:
    value = option.attributes.get("value")
    return value if value is not None else (option.text() or "").strip()
