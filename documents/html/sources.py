"""What a page's scripts hold of its lists: addresses that they fetch them from, and entries."""

from __future__ import annotations

import re
from collections.abc import Mapping
from functools import lru_cache
from itertools import islice
from typing import NamedTuple

from documents.html.elements import Elements
from documents.html.scripted_rows import Row, rows_in
from documents.html.viewers import papers_in

_KEPT = re.compile(
    r"data-(?!(?:src|srcset|original|lazy|bg|background|image|img|thumb|poster|share|logo|avatar"
    r"|icon|video|audio|sound|target|parent|toggle|dismiss|caption|fancybox|lightbox|full|zoom"
    r"|link-share|login|reg|app|widget|zalo|fb|font|css|js|theme|lang|captcha)(?:-|\Z))"
)
_ADDRESS = re.compile(
    r"(?:https?://|\.{0,2}/)[^\s'\"<>{}`$]{2,500}\Z|[\w./-]+\.(?:json|ashx)\S{0,300}"
)
_LITERAL = re.compile(
    r"(['\"`])((?:https?://|\.{0,2}/|[\w./-]{1,200}\.(?:json|ashx))[^'\"`\s]{0,500})\1\s*(\S?)"
)
_ASKING = re.compile(
    r"(?:\bfetch|getJSON|\$\.get|axios(?:\.get)?|\.load)\s*\(\s*\Z"
    r"|\bopen\s*\(\s*['\"]GET['\"]\s*,\s*\Z|\b(?:url|ajax|ajaxurl)['\"]?\s*:\s*\Z",
    re.IGNORECASE,
)
_OF_ASKING = ("fetch", "getj", "$.get", "ax", "load", "open", "url")
"""One of these stands in all that :data:`_ASKING` finds, in letters that have no odd variants."""
_OF_PAPERS = (".pdf", ".doc", ".xls", ".rtf")
_ASKING_CHARS = 40
_POSTED = re.compile(r"(?:type|method)['\"]?\s*:\s*['\"](?:post|put|delete)", re.I)
_FILLS = (
    r"\.(?:[dD]ata(?:Table|[gG]rid)|j[qs]Grid|bootstrapTable|kendoGrid|dxDataGrid|tabulator)\s*\("
)
_TABLE = re.compile(_FILLS)
"""The programs that fill a table whose rows are not in the page."""
_GRID = re.compile(
    rf"""\(\s*['"]#([\w-]{{1,60}})['"]\s*\)\s*{_FILLS}|Tabulator\(\s*['"]#([\w-]{{1,60}})['"]"""
)
_NO_LIST = re.compile(
    r"\.(?:js|css|png|jpe?g|gif|svg|ico|woff2?|asmx|mp[34]|map|xml)(?:[?#]|\Z)|vote|rating|like"
    r"|comment|binh-?luan|log-?(?:in|out)|dang-?(?:nhap|xuat|ky)|subscribe|captcha|counter|count"
    r"|truy-?cap|online|visit|track|analytic|weather|thoi-?tiet|ty-?gia|suggest|autocomplete"
    r"|translat|i18n|locale|delete|remove|update|save|insert|token|session|upload",
    re.I,
)
_MOST = 10
_MOST_SCRIPTS = 60
_LONGEST_REMEMBERED = 50_000
"""Characters of the scripts of a page."""
_MOST_SCRIPT_CHARS = 300_000
_MOST_LITERALS = 2_000
"""Of one script: those that pages write themselves are short, and hostile ones are not."""
_NEAR_CHARS = 300


def source_kept(attributes: Mapping[str, str | None]) -> str:
    """The address that an element keeps for the script that fills it; empty for most."""
    for name, value in attributes.items():
        if value and name[:5] == "data-" and len(value) < 500 and _KEPT.match(name):
            address = value.strip()
            if _is_list(address):
                return address
    return ""


class Scripted(NamedTuple):
    """What a page's own scripts say of its lists."""

    asked: tuple[str, ...]
    """Papers and lists that they ask for as they stand; what they put together is unknown."""
    rows: tuple[Row, ...]
    """Entries that they hold."""
    fills_table: bool = False
    """Whether one of them fills a table with what it posts for."""
    grids: tuple[str, ...] = ()
    """The names of the elements that such programs fill."""


def told_by_scripts(elements: Elements) -> Scripted:
    """What the scripts say that stand in the page itself."""
    scripts = tuple([script.text() or "" for script in elements.scripts[:_MOST_SCRIPTS]])
    if sum(map(len, scripts)) > _LONGEST_REMEMBERED:
        return _read(scripts)
    return _told_by(scripts)


@lru_cache(maxsize=64)
def _told_by(scripts: tuple[str, ...]) -> Scripted:
    """The same from memory: pages of a portal often have the same scripts."""
    return _read(scripts)


def _read(scripts: tuple[str, ...]) -> Scripted:
    posting = any(map(_posts_for_table, scripts))
    return Scripted(_found_in(scripts), rows_in(scripts), posting, _grids_in(scripts))


def _grids_in(scripts: tuple[str, ...]) -> tuple[str, ...]:
    found = (one for text in scripts for one in _GRID.finditer(text[:_MOST_SCRIPT_CHARS]))
    return tuple(dict.fromkeys(one[1] or one[2] for one in found))[:_MOST]


def _posts_for_table(script: str) -> bool:
    table = _TABLE.search(script)
    return table is not None and bool(
        _POSTED.search(script, table.end(), table.end() + _NEAR_CHARS)
    )


def _found_in(scripts: tuple[str, ...]) -> tuple[str, ...]:
    found: dict[str, None] = {}
    for text in filter(_may_show_a_paper, scripts):
        found.update(dict.fromkeys(papers_in(text[:_MOST_SCRIPT_CHARS])))
    for text in filter(_may_ask, scripts):
        for literal in islice(_LITERAL.finditer(text[:_MOST_SCRIPT_CHARS]), _MOST_LITERALS):
            start, address = literal.start(), literal[2].replace("\\/", "/")
            asking = _ASKING.search(text[max(0, start - _ASKING_CHARS) : start])
            if asking is None or literal[3] == "+" or not _is_list(address):
                continue
            near = text[max(0, start - _NEAR_CHARS) : literal.end() + _NEAR_CHARS]
            if asking[0].rstrip().endswith(":") and _POSTED.search(near):
                continue
            found[address] = None
    return tuple(found)[:_MOST]


def _may_show_a_paper(script: str) -> bool:
    lowered = script.lower()
    return any(end in lowered for end in _OF_PAPERS)


def _may_ask(script: str) -> bool:
    lowered = script.lower()
    return any(word in lowered for word in _OF_ASKING)


def _is_list(address: str) -> bool:
    return _ADDRESS.match(address) is not None and not _NO_LIST.search(address)
