"""The menu of a site: a classic theme's menu, or the navigation of a block theme."""

from __future__ import annotations

import json
from collections.abc import Sequence
from dataclasses import dataclass, replace

from tests.real.cms.wordpress.client import WordPress

BLOCK_THEMES = ("twentytwentythree",)


@dataclass(frozen=True)
class MenuEntry:
    """One word of the menu."""

    label: str
    link: str
    kind: str
    """"page", "category" or "custom"."""
    number: int
    parent: str = ""
    """Label of the entry above; empty on the first level."""

    def below(self, parent: str) -> MenuEntry:
        """The same, below another entry."""
        return replace(self, parent=parent)


def add_menu(wordpress: WordPress, theme: str, entries: Sequence[MenuEntry]) -> None:
    """Make the menu in the way of the theme."""
    if theme in BLOCK_THEMES:
        content = "\n".join(_block(e, entries) for e in entries if not e.parent)
        fields = {"title": "Menu", "content": content, "status": "publish"}
        wordpress.create("navigation", fields)
    else:
        _classic(wordpress, entries)


def _classic(wordpress: WordPress, entries: Sequence[MenuEntry]) -> None:
    menu = wordpress.create("menus", {"name": "Menu", "locations": ["primary"]})["id"]
    made: dict[str, int] = {}
    for order, entry in enumerate(entries, 1):
        fields = {
            "title": entry.label,
            "menus": menu,
            "status": "publish",
            "menu_order": order,
            "parent": made.get(entry.parent, 0),
        }
        if entry.kind == "custom":
            fields |= {"type": "custom", "url": entry.link}
        else:
            family = "post_type" if entry.kind == "page" else "taxonomy"
            fields |= {"type": family, "object": entry.kind, "object_id": entry.number}
        made[entry.label] = wordpress.create("menu-items", fields)["id"]


def _block(entry: MenuEntry, entries: Sequence[MenuEntry]) -> str:
    """The block of an entry, with those below it inside."""
    below = [child for child in entries if child.parent == entry.label]
    told: dict[str, str | int | bool] = {"label": entry.label, "url": entry.link}
    if entry.kind == "custom":
        told |= {"kind": "custom", "isTopLevelLink": True}
    else:
        family = "post-type" if entry.kind == "page" else "taxonomy"
        told |= {"type": entry.kind, "id": entry.number, "kind": family}
    words = json.dumps(told, ensure_ascii=False)
    if not below:
        return f"<!-- wp:navigation-link {words} /-->"
    inner = "".join(_block(child, entries) for child in below)
    return f"<!-- wp:navigation-submenu {words} -->{inner}<!-- /wp:navigation-submenu -->"
