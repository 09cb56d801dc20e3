"""Forms and drop-downs that lead on without a word typed: by year, by kind, to another page."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from enum import Enum, auto
from itertools import product
from urllib.parse import urlencode

from selectolax.lexbor import LexborNode

from documents.html.calendars import turns_calendar
from documents.html.paper_words import names_system
from documents.html.presets import presets_of

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
_SAYS_ALL = re.compile(r"^\W*(?:(?:tất cả|toàn bộ|mọi)\b|all\b)", re.I)
_JUMP = re.compile(r"location|window\.open|\bgo(?:to)?\w*\(|jump", re.I)
_OTHER_USE = re.compile(
    r"submit|weather|thoi-?_?tiet|ty-?_?gia|gia-?_?vang|xo-?_?so|color|skin|style"
    rf"|{_NOT_A_LIST.pattern}",
    re.I,
)
_ASKS_FOR_WORDS = (
    "input[name=__VIEWSTATE], input:not([type]), input[type=text i], input[type=search i],"
    " input[type=email i], input[type=tel i], input[type=date i], input[type=number i]"
)
_SENDS = (
    "button:not([type=button i]):not([type=reset i]), input[type=submit i], input[type=image i]"
)
_ASKED = (
    f"{_ASKS_FOR_WORDS}, select, textarea, input[type=radio i], input[type=checkbox i],"
    " input[type=password i], input[type=file i]"
)
HIDDEN = "filter:"
"""How a choice is written whose list only a script or another post shows."""
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
    entry: bool = False
    """Whether it leads to what its words name, not to more of the list that the page shows."""


class Posted(Enum):
    """What a button of the form around it sends."""

    NOTHING = auto()
    """Words to search for, a login, an answer; or there is no form."""
    ENTRY = auto()
    """What the form itself knows: an entry's key."""
    PAGE = auto()
    """The state of a whole page, of which every button is one."""


@dataclass(frozen=True, slots=True)
class _Select:
    name: str
    options: tuple[tuple[str, str], ...]
    """Value and words."""
    chosen: str


def choices_of_form(form: LexborNode) -> Iterator[Choice]:
    """The addresses of a GET form's choices; none of a form that wants words or a login."""
    if form.css_first("input[type=password], input[type=file], textarea") is not None:
        return
    if _posts(form):
        yield from _posted_by_form(form)
        return
    yield from _preset(form)
    selects = [one for node in form.css("select[name]")[:6] if (one := _select(node))]
    if not selects:
        yield from _pressed(form)
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


def posted_by(form: LexborNode) -> Posted:
    """What the buttons of a form post."""
    if (form.attributes.get("method") or "get").lower() != "post":
        return Posted.NOTHING
    if form.css_first("input[name=__VIEWSTATE]") is not None:
        return Posted.PAGE
    asks = form.css_first(f"{_ASKS_FOR_WORDS}, select, textarea, [type=password], [type=file]")
    return Posted.ENTRY if asks is None else Posted.NOTHING


def choices_of_select(node: LexborNode) -> Iterator[Choice]:
    """Where a drop-down of its own leads: to the address chosen, or by a post."""
    script = node.attributes.get("onchange") or ""
    select = _select(node)
    if select is None:
        return
    found = tuple(_leading(node, select, script))
    yield from found
    if all(one.posts for one in found) and not _is_told_by_form(node, script):
        yield from _naming(select)


def _leading(node: LexborNode, select: _Select, script: str) -> Iterator[Choice]:
    """The addresses that it goes to, or what stands unseen behind the chosen one."""
    if not script:
        yield from (Choice(value, words) for value, words in select.options if _is_place(value))
        return
    if _POST_BACK.search(script):
        words = dict(select.options).get(select.chosen, "")
        others = [said for value, said in select.options if value != select.chosen]
        if not _ALL.match(words) and others:
            yield Choice(f"select:{select.name}", others[0], posts=True)
        return
    goes = [pair for pair in select.options if _GOES.fullmatch(pair[0])]
    if goes and (_JUMP.search(script) or any(value[0] in "/h" for value, _ in goes)):
        for value, words in goes:
            yield Choice(value, words)
    elif not _JUMP.search(script) and not _OTHER_USE.search(script) and select.chosen:
        yield from () if turns_calendar(node) else _hidden(select)


def _pressed(form: LexborNode) -> Iterator[Choice]:
    """The address of a form with nothing but a button: a link in other clothes."""
    action, button = (form.attributes.get("action") or "").strip(), form.css_first(_SENDS)
    if button is None or not action or action[0] == "#" or form.css_first(_ASKED) is not None:
        return
    words = (button.text() or "").strip() or button.attributes.get("value") or ""
    if words:
        fixed = urlencode(_fixed(form))
        yield Choice(_with_query(action, fixed) if fixed else action, words)


def _preset(form: LexborNode) -> Iterator[Choice]:
    """The list without the years or days filled in beforehand, and what still hides behind them.

    A program may take an empty field for the same year again: so what was not shown stays a gap.
    The years around it are not asked for: each answer would offer further ones, without end.
    """
    presets = presets_of(form)
    if not presets or form.css_first(_SENDS) is None:
        return
    action, fixed = (form.attributes.get("action") or "").strip(), _fixed(form)
    named = {one.name for one in presets}
    kept = [pair for pair in fixed if pair[0] not in named]
    emptied = urlencode([*kept, *((one.name, "") for one in presets)])
    yield Choice(_with_query(action, emptied), presets[0].value)
    yield Choice(f"{HIDDEN}{presets[0].name}", presets[0].value, posts=True)


def _posted_by_form(form: LexborNode) -> Iterator[Choice]:
    """What a form without words hides that posts its choice; a page's own view state is no such."""
    if form.css_first(_ASKS_FOR_WORDS) is not None or form.css_first(_SENDS) is None:
        return
    for node in form.css("select[name]")[:6]:
        if (select := _select(node)) is not None:
            yield from _hidden(select)
            yield from _naming(select)


def _hidden(select: _Select) -> Iterator[Choice]:
    """The choices that stand unseen behind the chosen one, unless that is all of them."""
    words = dict(select.options).get(select.chosen, "")
    others = [said for value, said in select.options if value != select.chosen]
    if not _ALL.match(words) and others:
        yield Choice(f"{HIDDEN}{select.name}", others[0], posts=True)


def _naming(select: _Select) -> Iterator[Choice]:
    """The choices that name the system or a paper of it, which only a script or a post opens.

    A list that shows all of them before any is chosen hides none.
    """
    if any(_SAYS_ALL.match(words) for _, words in select.options):
        return
    for value, words in select.options:
        if value and names_system(words):
            yield Choice(f"select:{select.name}={value}", words, posts=True, entry=True)


def _is_told_by_form(node: LexborNode, script: str) -> bool:
    """Whether the form around a drop-down, and no script of its own, answers for it."""
    around = node.parent
    while around is not None and around.tag != "form":
        around = around.parent
    if around is None:
        return False
    return not script or ("submit" in script and not _posts(around))


def _posts(form: LexborNode) -> bool:
    return (form.attributes.get("method") or "get").lower() != "get"


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
    if (
        _NOT_A_LIST.search(name or node.attributes.get("class") or "")
        or "disabled" in node.attributes
    ):
        return None
    nodes = node.css("option")[:_MOST_OPTIONS]
    options = tuple((_value(one), " ".join((one.text() or "").split())[:200]) for one in nodes)
    if len(options) < 2:
        return None
    marked = [_value(one) for one in nodes if "selected" in one.attributes]
    return _Select(name, options, marked[0] if marked else options[0][0])


def _is_place(value: str) -> bool:
    """Whether a choice is a whole address: then some script goes there, wherever it stands."""
    return value.startswith(("/", "http://", "https://")) and len(value) > 1


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
