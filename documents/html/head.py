"""What a page says about itself outside its text: metadata, and what it needs."""

from __future__ import annotations

import re

from selectolax.lexbor import LexborHTMLParser

from documents.away import leads_away
from documents.html.elements import Elements
from documents.html.runs import Runs
from domain.documents import Link, Need, Zone

_META = {
    "generator": "generator",
    "og:title": "og:title",
    "og:site_name": "og:site_name",
    "description": "description",
    "article:published_time": "date",
    "datepublished": "date",
    "dc.date": "date",
    "dc.date.issued": "date",
    "pubdate": "date",
}
_REFRESH = re.compile(r"""url\s*=\s*['"]?\s*([^'"\s>]+)""", re.I)
_APP_ROOT = "#root, #app, #__next, #__nuxt, app-root, [ng-app], [data-reactroot], #__NEXT_DATA__"
_WANTS_SCRIPT = re.compile(
    r"enable javascript|javascript (?:is )?(?:required|disabled)|bật javascript"
    r"|kích hoạt javascript"
    r"|hỗ trợ javascript|without javascript",
    re.I,
)
_OWN = (Zone.MAIN, Zone.LIST, Zone.ATTACHMENT)
_WAY_HOME = re.compile(r"(?:\.?/)?(?:(?:index|default|home|trang-?chu)(?:\.\w+)?/?)?(?:#.*)?", re.I)
_NEARLY_EMPTY = 250
"""Characters: with an app root or a plea for scripts, so little text is a shell's."""
_ALMOST_NOTHING = 80
"""Characters: small pages of old portals load a main.js too, but say more than this."""
_BUNDLE = re.compile(r"bundle|chunk|/app\.|/main\.|runtime|webpack|/static/js/", re.I)


def metadata_of(tree: LexborHTMLParser, elements: Elements, runs: Runs) -> list[tuple[str, str]]:
    """Pairs from ``<meta>`` and ``<link>``, and the first ``<h1>`` under the key ``h1``."""
    pairs: list[tuple[str, str]] = []
    for node in elements.told:
        pair = _meta_pair(node.attributes) if node.tag == "meta" else _link_pair(node.attributes)
        if pair and pair[1] and len(pairs) < 40:
            pairs.append((pair[0], runs.tidy((pair[1],))[:1000]))
    heading = tree.css_first("h1")
    words = runs.tidy((heading.text(separator=" "),))[:500] if heading else ""
    if words:
        pairs.append(("h1", words))
    if not any(name == "date" for name, _ in pairs):
        pairs += _date_pair(tree)
    return pairs


def refresh_link(elements: Elements) -> Link | None:
    """Where ``<meta http-equiv=refresh>`` sends the visitor; None when it only reloads."""
    for node in elements.told:
        if node.tag != "meta" or "http-equiv" not in node.attributes:
            continue
        if node.parent is not None and node.parent.tag == "noscript":
            continue  # meant for browsers without scripts only
        if (node.attributes.get("http-equiv") or "").lower() == "refresh":
            found = _REFRESH.search(node.attributes.get("content") or "")
            return Link(found.group(1), zone=Zone.MAIN) if found else None
    return None


def needs_of(
    tree: LexborHTMLParser, text_length: int, links: tuple[Link, ...], *, shown: bool = False
) -> tuple[Need, ...]:
    """What plain HTTP does not show of this page; ``shown``: a browser has run its scripts."""
    needs: list[Need] = []
    shell = not shown and text_length < _NEARLY_EMPTY and _is_shell(tree, links)
    blank = text_length < _ALMOST_NOTHING and (shown or _loads_bundle(tree))
    if shell or blank:
        needs.append(Need.BROWSER)
    if any(link.posts and link.zone is Zone.PAGING for link in links):
        needs.append(Need.POST_PAGING)
    return tuple(needs)


def _meta_pair(attributes: dict[str, str | None]) -> tuple[str, str] | None:
    key = attributes.get("name") or attributes.get("property") or attributes.get("itemprop") or ""
    name = _META.get(key.lower())
    return (name, attributes.get("content") or "") if name else None


def _link_pair(attributes: dict[str, str | None]) -> tuple[str, str] | None:
    relation = (attributes.get("rel") or "").lower().split()
    href = attributes.get("href") or ""
    if "sitemap" in relation:
        return ("sitemap", href)
    kind = (attributes.get("type") or "").lower()
    feeds = "alternate" in relation and ("rss" in kind or "atom" in kind)
    return ("feed", href) if feeds else None


def _date_pair(tree: LexborHTMLParser) -> list[tuple[str, str]]:
    node = tree.css_first("time[datetime], [itemprop=datePublished]")
    if node is None:
        return []
    value = node.attributes.get("datetime") or node.attributes.get("content") or node.text()
    value = " ".join((value or "").split())[:60]
    return [("date", value)] if value else []


def _is_shell(tree: LexborHTMLParser, links: tuple[Link, ...]) -> bool:
    """Whether the page holds an app's root element, or asks for scripts to be switched on.

    Templates ask for them on every page, also where a frame or a link of the page's own leads on.
    """
    if tree.css_first(_APP_ROOT) is not None and tree.css_first("script") is not None:
        return True
    if any(one.zone in _OWN and not one.posts and not _leads_out(one.href) for one in links):
        return False
    return any(_WANTS_SCRIPT.search(node.text() or "") for node in tree.css("noscript")[:20])


def _leads_out(href: str) -> bool:
    return _WAY_HOME.fullmatch(href) is not None or leads_away(href)


def _loads_bundle(tree: LexborHTMLParser) -> bool:
    """Whether the page loads the kind of script that builds whole pages."""
    if tree.css_first("script[type=module]") is not None:
        return True
    sources = [node.attributes.get("src") or "" for node in tree.css("script[src]")[:200]]
    return any(_BUNDLE.search(source) for source in sources)
