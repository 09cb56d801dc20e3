"""Forms and drop-downs that lead on without a word typed: by year, by kind, to another page."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import product
from urllib.parse import urlencode

from selectolax.lexbor import LexborNode

_MOST_OPTIONS = 60
_MOST_TOGETHER = 12
"""Pairs of choices are tried where they are so few; else each choice with the others untouched."""
_MOST_OF_A_FORM = 100
_NOT_A_LIST = re.compile(
    r"lang|ngon-?ngu|theme|giao-?dien|font|sort|order|sap-?xep|size|limit|per_?-?page|so-?dong"
    r"|captcha|login|dang-?nhap|email|phone|vote|binh-?chon|thang|month|ngay|day\b",
    re.I,
)
_ALL = re.compile(r"^\W*(?:(?:--*\s*)?(?:tất cả|toàn bộ|mọi|chọn|all|select|lựa chọn)\b|$)", re.I)
_JUMP = re.compile(r"location|window\.open|\bgo(?:to)?\w*\(|jump", re.I)
_POST_BACK = re.compile(r"__doPostBack", re.I)
_GOES = re.compile(r"(?:https?://|/|\?)\S+|\S+\.(?:aspx?|php|html?)\S*", re.I)


@dataclass(frozen=True, slots=True)
class Choice:
    """One address that choosing leads to."""

    href: str
    """As a form would ask for it, not resolved."""
    words: str
    posts: bool = False
    """Whether only a post gets there."""


@dataclass(frozen=True, slots=True)
class _Select:
    name: str
    options: tuple[tuple[str, str], ...]
    """Value and words."""
    chosen: str


def choices_of_form(form: LexborNode) -> Iterator[Choice]:
    """The addresses of a GET form's choices; none of a form that wants words or a login."""
    if (form.attributes.get("method") or "get").lower() != "get":
        return
    if form.css_first("input[type=password], input[type=file], textarea") is not None:
        return
    selects = [one for node in form.css("select[name]")[:6] if (one := _select(node))]
    if not selects:
        return
    action, fixed = (form.attributes.get("action") or "").strip(), _fixed(form)
    seen: set[tuple[str, ...]] = {tuple(one.chosen for one in selects)}
    for chosen in _combined(selects):
        values = tuple(value for value, _ in chosen)
        if values in seen or len(seen) > _MOST_OF_A_FORM:
            continue
        seen.add(values)
        named = [(one.name, value) for one, value in zip(selects, values, strict=True)]
        query = urlencode([*fixed, *named])
        said = [words for (value, words), one in zip(chosen, selects, strict=True)
                if value != one.chosen]  # fmt: skip
        yield Choice(_with_query(action, query), " ".join(said))


def choices_of_select(node: LexborNode) -> Iterator[Choice]:
    """Where a drop-down of its own leads: to the address chosen, or by a post."""
    script = node.attributes.get("onchange") or ""
    select = _select(node) if script else None
    if select is None:
        return
    if _POST_BACK.search(script):
        words = dict(select.options).get(select.chosen, "")
        others = [said for value, said in select.options if value != select.chosen]
        if not _ALL.match(words) and others:
            yield Choice(f"select:{select.name}", others[0], posts=True)
    elif _JUMP.search(script):
        for value, words in select.options:
            if _GOES.fullmatch(value):
                yield Choice(value, words)


def _combined(selects: list[_Select]) -> Iterator[tuple[tuple[str, str], ...]]:
    """Each choice with the others untouched; then pairs, where they are few."""
    untouched = [(one.chosen, "") for one in selects]
    for place, one in enumerate(selects):
        for option in one.options:
            if not _ALL.match(option[1]):
                yield (*untouched[:place], option, *untouched[place + 1 :])
    every = [one.options for one in selects]
    together = 1
    for options in every:
        together *= len(options)
    if together <= _MOST_TOGETHER:
        yield from product(*every)


def _select(node: LexborNode) -> _Select | None:
    name = node.attributes.get("name") or node.attributes.get("id") or ""
    if _NOT_A_LIST.search(name) or "disabled" in node.attributes:
        return None
    nodes = node.css("option")[:_MOST_OPTIONS]
    options = tuple((_value(one), " ".join((one.text() or "").split())[:200]) for one in nodes)
    if len(options) < 2:
        return None
    marked = [_value(one) for one in nodes if "selected" in one.attributes]
    return _Select(name, options, marked[0] if marked else options[0][0])


def _value(option: LexborNode) -> str:
    value = option.attributes.get("value")
    return value if value is not None else (option.text() or "").strip()


def _fixed(form: LexborNode) -> list[tuple[str, str]]:
    """What goes along with every choice: hidden and empty fields, and the button's own name."""
    fixed: list[tuple[str, str]] = []
    pressed = False
    for node in form.css("input[name]")[:40]:
        kind = (node.attributes.get("type") or "").lower()
        name, value = node.attributes.get("name") or "", node.attributes.get("value") or ""
        ticked = kind in ("radio", "checkbox") and "checked" in node.attributes
        if kind in ("hidden", "text", "search", "") or ticked:
            fixed.append((name, value))
        elif kind == "submit" and not pressed:
            fixed.append((name, value))
            pressed = True
    return [pair for pair in fixed if not pair[0].startswith("__")]


def _with_query(action: str, query: str) -> str:
    path = action.partition("#")[0].partition("?")[0]
    return f"{path}?{query}"
