"""Addresses of a portal's software that show no papers: to comment, mail, sign up, edit."""

from __future__ import annotations

import re
from urllib.parse import unquote, urlsplit

_TOOL_PATH = re.compile(
    r"/(?:comment/reply|filter/tips|node/add|trackback|components?/(?:com_)?mailto)(?:/|\Z)"
)
_TOOL_QUERY = re.compile(
    r"(?:\A|&)(?:replytocom=\d|option=com_mailto(?:&|\Z)"
    r"|title=[^&]*&(?:[^&]*&)*(?:action=(?:edit|history|info|raw|purge)(?:&|\Z)|oldid=\d|diff=))"
)
"""Joomla, WordPress; MediaWiki names the page first."""
_FEED = re.compile(
    r"/(?:feed|rss|atom)/?\Z|/(?:feed|rss|atom)\.(?:xml|aspx|ashx|php)(?:\?|\Z)|\.rss\Z"
    r"|[?&]feed=(?:rss2?|atom|rdf)(?:&|\Z)"
)
_SEARCH_FORM = re.compile(r"/(?:search|tim-?kiem|seek)(?:/(?:node|user|advanced)?)?\Z")


SEARCHES = re.compile(r"\W*(?:tim(?: kiem)?(?: nang cao)?|(?:advanced )?search)?\W*")
"""Folded words of a link to a search form and to nothing else: "Văn bản" may be a list."""


def is_tool(address: str) -> bool:
    """Whether it only serves to comment on a page, mail or edit it: never asked."""
    path, query = _path_and_query(address)
    return _TOOL_PATH.search(path) is not None or _TOOL_QUERY.search(query) is not None


def is_feed(address: str) -> bool:
    """Whether it is a feed, which shows only what other pages list."""
    path, query = _path_and_query(address)
    return _FEED.search(f"{path}?{query}" if query else path) is not None


def is_search_form(address: str) -> bool:
    """Whether it is a search form that was not yet asked for anything."""
    path, query = _path_and_query(address)
    return not query and _SEARCH_FORM.search(path) is not None


def _path_and_query(address: str) -> tuple[str, str]:
    parts = urlsplit(address)
    return unquote(parts.path).lower(), parts.query.lower()
