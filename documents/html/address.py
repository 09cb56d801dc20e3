"""The address a link leads to, as far as its markup tells."""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import NamedTuple

from documents.html.viewers import paper_kept

_IN_SCRIPT = re.compile(
    r"""(?:window\.open|location\.assign|location\.replace)\s*\(\s*['"]([^'"]+)['"]"""
    r"""|location(?:\.href)?\s*=\s*['"]([^'"]+)['"]""",
    re.I,
)
_POST_BACK = re.compile(r"__doPostBack\s*\(|WebForm_DoPostBackWithOptions\s*\(", re.I)
IDLE_SCRIPT = re.compile(
    r"print|share|history\.|back\(|font|toggle|gtag|_gaq|ga\(|alert|confirm|close|bookmark|zoom"
    r"|speak|language|theme|contrast",
    re.I,
)
EMPTY_CALL = re.compile(
    r"^javascript:\s*(?:void\s*\(?\s*0?\s*\)?|//|;|return false|undefined)?;*$", re.I
)
_PAGES = re.compile(
    r"load-?_?more|more-?_?(?:news|items|posts|results|list)|(?:view|see|show|btn)-?_?more"
    r"|xem-?_?them|tai-?_?them|(?:goto|go|load|change|get|set|chuyen|next)_?-?(?:page|trang)"
    r"|pag(?:e|ing|ination|er)(?![a-z])|phan-?_?trang",
    re.I,
)
_PAGE_DATA = ("data-page", "data-ci-pagination-page", "data-page-number", "data-next-page")
_STRING = re.compile(r"""(['"])((?:\\.|(?!\1)[^\\]){1,2000})\1""")
_ESCAPED = re.compile(r"\\u([0-9a-fA-F]{4})|\\x([0-9a-fA-F]{2})|\\(.)")
LIKE_ADDRESS = re.compile(
    r"(?:https?://|\.{0,2}/)[^\s'\"<>]{2,}\Z|[\w%./~-]+\.(?:aspx?|php|html?|jsp|do|pdf|docx?|xlsx?)"
    r"(?:[?#][^\s'\"<>]*)?\Z|[\w%./-]*\?[\w.-]+=[^\s'\"<>]*\Z",
    re.I,
)


PRESSED_BY = frozenset(
    {"onclick", "onmousedown", "onmouseup", "ondblclick", "onpointerdown", "onpointerup"}
    | {"ontouchstart", "ontouchend", "onkeydown"}
)
"""Attributes with the script that answers when an element is pressed."""
_CLICKED = frozenset({"tr", "div", "li", "span", "button", "td", "p"})


class Target(NamedTuple):
    """Where a link leads; ``posts`` when only a script or form post gets there."""

    href: str
    posts: bool = False
    pages: bool = False
    """Whether it counts only where its words turn a list: buttons and idle links do much else."""


def script_pressed(attributes: Mapping[str, str | None]) -> str | None:
    """The script that answers when an element is pressed; None where none does."""
    clicked = attributes.get("onclick")
    if clicked or PRESSED_BY.isdisjoint(attributes):
        return clicked
    return next((attributes[name] for name in attributes if name in PRESSED_BY), None)


def target_of(attributes: Mapping[str, str | None]) -> Target | None:
    """The target of a link's attributes; None when it leads nowhere."""
    href = (attributes.get("href") or "").strip()
    if href[:11].lower() == "javascript:":
        scripted = _scripted(href, attributes.get("onclick") or "")
        return _address_before(scripted, attributes) or pager_clicked(attributes)
    if href and _names_place(href):
        return Target(href)
    clicked = attributes.get("onclick") or ""
    if clicked:
        return _address_before(clicked_target(clicked), attributes)
    return by_data(attributes) or pager_clicked(attributes)


def target_of_element(tag: str, attributes: Mapping[str, str | None]) -> Target | None:
    """Where an element leads by its address, its script's, or a name that speaks of pages."""
    if tag in ("a", "area"):
        return target_of(attributes)
    if not PRESSED_BY.isdisjoint(attributes):
        clicked = script_pressed(attributes) or ""
        return address_clicked(clicked) or by_data(attributes) or pager_clicked(attributes)
    if "data-href" in attributes and tag in _CLICKED:
        return target_of(attributes)
    return by_data(attributes) or pager_clicked(attributes) if tag == "button" else None


def target_of_button(kind: str, attributes: Mapping[str, str | None]) -> Target | None:
    """Where a button leads that turns a list: one of a form by what it sends."""
    name = attributes.get("name") or ""
    target = address_clicked(attributes.get("onclick") or "") or pager_clicked(attributes)
    if target is None and kind != "button" and name:
        return Target(f"submit:{name}={attributes.get('value') or ''}", posts=True)
    return target


def _names_place(href: str) -> bool:
    if href[0] == "#":
        return href[1:2] in ("/", "!") and href != "#!"
    return href != "about:blank"


def _address_before(scripted: Target | None, attributes: Mapping[str, str | None]) -> Target | None:
    """A script's target, unless it only posts and the element keeps an address for it."""
    if scripted is None or scripted.posts:
        return by_data(attributes) or scripted
    return scripted


def clicked_target(script: str) -> Target | None:
    """The target of an ``onclick``; None for scripts that only change how the page looks."""
    address = _address_in(script)
    if address:
        return Target(address)
    if _POST_BACK.search(script):
        return Target(script.strip()[:2000], posts=True)
    if IDLE_SCRIPT.search(script) or script.strip().rstrip(";") in ("return false", "return true"):
        return None
    return Target(script.strip()[:2000], posts=True)


def address_clicked(script: str) -> Target | None:
    """The plain address inside the ``onclick`` of an element that is no link."""
    address = _address_in(script)
    return Target(address) if address else None


def pager_clicked(attributes: Mapping[str, str | None]) -> Target | None:
    """What a script does that pages a list, on an element that leads nowhere by itself.

    It is told by a post, by a page number kept for the script, or by the element's own name.
    """
    clicked = attributes.get("onclick") or ""
    if clicked and (_POST_BACK.search(clicked) or _PAGES.search(clicked)):
        return Target(clicked.strip()[:2000], posts=True, pages=True)
    named = " ".join(filter(None, (attributes.get("class"), attributes.get("id"))))
    kept = next((attributes[name] for name in _PAGE_DATA if attributes.get(name)), None)
    if kept is None and not _PAGES.search(named):
        return None
    return Target(f"#{kept or named}"[:200], posts=True, pages=True)


def _scripted(href: str, clicked: str) -> Target | None:
    if EMPTY_CALL.match(href):
        return clicked_target(clicked) if clicked else None
    address = _address_in(href)
    if address:
        return Target(address)
    if _POST_BACK.search(href):
        return Target(href[:2000], posts=True)
    return None if IDLE_SCRIPT.search(href) else Target(href[:2000], posts=True)


def _address_in(script: str) -> str:
    """The address a script goes to: where it says so, else the first thing like one it is given."""
    found = _IN_SCRIPT.search(script)
    if found:
        address = unescaped(found.group(1) or found.group(2) or "").strip()
        return "" if address[:11].lower() in ("javascript:", "about:blank") else address
    if _POST_BACK.search(script) or IDLE_SCRIPT.search(script.partition("(")[0]):
        return ""
    given = (unescaped(string[2]).strip() for string in _STRING.finditer(script))
    return next((one for one in given if LIKE_ADDRESS.match(one)), "")


def unescaped(string: str) -> str:
    """A string of a script as it is meant: ``\\u0026`` is "&"."""
    if "\\" not in string:
        return string
    return _ESCAPED.sub(
        lambda one: chr(int(one[1] or one[2], 16)) if one[1] or one[2] else one[3], string
    )


def by_data(attributes: Mapping[str, str | None]) -> Target | None:
    """The address that an element keeps for its script."""
    address = attributes.get("data-href") or attributes.get("data-url") or paper_kept(attributes)
    return Target(address.strip()) if "/" in address or "." in address else None
