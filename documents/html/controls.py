"""What is pressed and has no address: buttons, entries and tabs that only a script answers."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass

from documents.html.address import (
    EMPTY_CALL,
    IDLE_SCRIPT,
    PRESSED_BY,
    Target,
    script_pressed,
)
from documents.html.paper_words import WORDS_OF_A_TITLE, is_opening
from documents.html.tool_words import names_something
from documents.html.words import goes_on, is_more_text
from domain.documents import Zone

Attributes = Mapping[str, str | None]

_KEPT_FOR_SCRIPT = (
    "data-id", "data-p", "data-page", "data-trang", "data-pg", "data-paged", "data-key",
    "data-code", "data-file", "data-value",
)  # fmt: skip
_HOLD_A_KEY = frozenset({"a", "button", "li", "span"})
"""Page builders number every box of a page by such a key; these are no boxes."""
_CLICKED_BY = re.compile(
    r"(?:@|\(|v-on:|x-on:|wire:|(?:data-|x-)?ng-)(?:dbl)?click(?:\)|\.[\w.]+)?\Z"
    r"|(?:routerlink|jsaction|hx-get|hx-post)\Z"
)
"""What the frameworks of scripts call a click."""
_IS_HERE = re.compile(r"active|current|selected", re.I)
_HOLD_A_CLICK = _HOLD_A_KEY | {
    "div", "tr", "td", "p", "input", "img", "i", "label", "strong", "b", "em", "font", "u", "h3",
    "h4", "h5", "dt", "dd",
}  # fmt: skip
_FOLDS_NOTHING = re.compile(r"\bdropdown-toggle\b", re.I)
"""Themes give it to every entry; what folds out says so by data-toggle, or holds a list."""
_LEAD_BY_KEY = frozenset(
    {"data-link-to", "data-link", "data-slug", "data-route", "data-goto", "data-path"}
)
"""Under such names an element keeps where a script is to go."""
_TABS = frozenset({"tab", "pill"})
_OPENS_HERE = frozenset({"dropdown", "tooltip", "popover", "offcanvas", "lightbox"})
_OTHER_USE = re.compile(
    r"read-?_?more|doc-?_?them|toggle|collaps|expand|accordion|carousel|slide|swiper|slick|owl-"
    r"|cookie|captcha|calendar|datepick|star(?!t)|rating|danh-?_?gia"
    r"|back-?_?to|scroll-?_?(?:to|up|into)|search|tim-?_?kiem|login|log-?in|dang-?_?nhap|share"
    r"|chia-?_?se|hamburger|close|dismiss|vote|binh-?_?chon|binh-?_?luan|comment|weather|player"
    r"|doc-?_?bai|(?<![a-z])nghe",
    re.I,
)
_OTHER_CALL = re.compile(
    r"(?:open|show|mo|hien|hide|an|dong)_?\w{0,9}(?:menu|nav)\b|submit|send|gui[A-Z(]|like"
    r"|rate|play|audio|top\(|lang|subscribe",
    re.I,
)
OWN = (Zone.MAIN, Zone.LIST, Zone.ATTACHMENT)
ROWS = frozenset({"td", "tr", "li"})
_NAMES_A_PANEL = ("data-target", "data-bs-target", "aria-controls")
_QUOTED = re.compile(r"""'[^']*'|"[^"]*\"""")
_STRING = re.compile(r"""['"]#?([\w-]{1,60})['"]""")
_NAME = re.compile(r"[\w-]{1,60}\Z")
_OFTEN_A_TOP = frozenset({"top", "main", "content", "main-content", "page-top"})


@dataclass(frozen=True, slots=True)
class Control:
    """Something to press; whether it leads anywhere its words must tell."""

    target: Target
    opens: bool = False
    """Whether its markup shows that a script answers for it alone: then any words may count."""
    linked: bool = False
    """Whether it looks like a link: in the page's own text a title counts then."""
    entry: bool = False
    """Whether it may be an entry of a menu: there words that name something count."""
    panels: tuple[str, ...] = ()
    """Names of the parts of the page that it may show; it leads nowhere if one is there."""


class OpenLink:
    """A link being walked through."""

    __slots__ = ("attributes", "characters", "control", "links_from", "pieces", "tag", "target")

    def __init__(
        self,
        tag: str,
        target: Target,
        attributes: Mapping[str, str | None],
        control: Control | None = None,
        links_from: int = 0,
    ) -> None:
        self.tag = tag
        self.target = target
        self.control = control
        self.links_from = links_from
        self.attributes = attributes
        self.pieces: list[str] = []
        self.characters = 0


def control_of(tag: str, attributes: Attributes) -> Control | None:
    """The control that an element without an address is; None for what plainly does much else."""
    href, clicked = (attributes.get("href") or "").strip(), script_pressed(attributes) or ""
    if "disabled" in attributes or not _is_pressed(tag, attributes) or not _is_idle(href):
        return None
    called, kept = _QUOTED.sub("''", clicked), _kept(attributes) if tag in _HOLD_A_KEY else None
    kind = (attributes.get("data-toggle") or attributes.get("data-bs-toggle") or "").lower()
    if kind in _OPENS_HERE or IDLE_SCRIPT.search(called) or _OTHER_CALL.search(called):
        return None
    styled = _FOLDS_NOTHING.sub("", attributes.get("class") or "")
    named = " ".join(filter(None, (styled, attributes.get("id"), called)))
    tab = kind in _TABS or (attributes.get("role") or "").lower() == "tab"
    if _OTHER_USE.search(named) and not tab:
        return None
    panels = _panels(attributes, href, clicked)
    if any(panel in _OFTEN_A_TOP for panel in panels):
        return None
    if kind == "modal" and kept:
        panels = ()  # one frame for all papers, which a script fills
    calls = bool(clicked) and tag in _HOLD_A_CLICK and not _does_nothing(clicked)
    name = clicked or kept or href or named
    target = Target((name.strip() or tag)[:2000], posts=True)
    opens = calls or kept is not None or (tab and bool(panels)) or _is_called_entry(attributes)
    entry = tag == "a" and not clicked and not kind and not _is_here(attributes)
    linked = "href" in attributes if tag == "a" else _leads_by_key(tag, attributes)
    return Control(target, opens, linked, entry, panels)


def counts(control: Control, words: str, zone: Zone) -> bool:
    """Whether what it says goes on with a list, or may name what it opens."""
    if goes_on(words, numbered=control.opens):
        return zone not in (Zone.FOOTER, Zone.HEADER) and not (
            zone is Zone.MENU and is_more_text(words)
        )
    if control.entry and zone is Zone.MENU:
        return names_something(words)
    titled = control.linked and zone in OWN and len(words.split()) >= WORDS_OF_A_TITLE
    if not (control.opens or titled) or zone is Zone.UNKNOWN:
        return False
    return names_something(words)


def opens_beside(control: Control, words: str, zone: Zone) -> bool:
    """Whether "(xem)" looks like a link and may open what the words beside it name."""
    return control.linked and zone in OWN and is_opening(words)


def may_open_entry(around: str, zone: Zone) -> bool:
    """Whether what has no words of its own stands in a row, and may open it."""
    return around in ROWS and zone in OWN


def _is_pressed(tag: str, attributes: Attributes) -> bool:
    if tag in ("a", "button", "input") or not PRESSED_BY.isdisjoint(attributes):
        return True
    if _is_clicked(attributes):
        return True
    role = (attributes.get("role") or "").lower()
    if role in ("button", "link", "menuitem", "tab") or _leads_by_key(tag, attributes):
        return True
    return tag in _HOLD_A_KEY and _kept(attributes) is not None


def _is_clicked(attributes: Attributes) -> bool:
    return any(map(_CLICKED_BY.match, attributes))


def _leads_by_key(tag: str, attributes: Attributes) -> bool:
    return tag in _HOLD_A_CLICK and not _LEAD_BY_KEY.isdisjoint(attributes)


def _is_called_entry(attributes: Attributes) -> bool:
    """Whether a framework's markup, or its role, says that an entry without address is pressed.

    The entry of the page that one is on leads nowhere.
    """
    if _is_clicked(attributes):
        return True
    entry = (attributes.get("role") or "").lower() in ("menuitem", "link")
    return entry and "aria-haspopup" not in attributes and not _is_here(attributes)


def _is_here(attributes: Attributes) -> bool:
    """Whether it stands for the page that one is on."""
    here = _IS_HERE.search(attributes.get("class") or "")
    return "aria-current" in attributes or here is not None


def _is_idle(href: str) -> bool:
    if href[:11].lower() == "javascript:":
        return EMPTY_CALL.match(href) is not None
    return not href or href[0] == "#" or href == "about:blank"


def _does_nothing(clicked: str) -> bool:
    return clicked.strip().rstrip(";") in ("return false", "return true", "event.preventDefault()")


def _kept(attributes: Attributes) -> str | None:
    return next((f"#{attributes[name]}" for name in _KEPT_FOR_SCRIPT if attributes.get(name)), None)


def _panels(attributes: Attributes, href: str, clicked: str) -> tuple[str, ...]:
    """The names of what it may show on the page itself."""
    said = [href[1:]] if href[:1] == "#" else []
    said += [(attributes.get(name) or "").lstrip("#") for name in _NAMES_A_PANEL]
    said += _STRING.findall(clicked)
    return tuple(one for one in said if _NAME.match(one))
