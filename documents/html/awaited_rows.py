"""Tables and lists of a page's own that stand empty until a script brings their rows.

Links beside them are none of their rows: a page may lead on and still not show its list.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from selectolax.lexbor import LexborHTMLParser, LexborNode

from documents.html.drafts import Drafts
from documents.html.hollow import WIDGET
from documents.html.own_part import OwnPart
from documents.html.paper_words import names_system
from documents.html.sources import Scripted
from documents.html.waiting import says_empty, says_waiting
from domain.documents import Zone

_OWN = (Zone.MAIN, Zone.LIST, Zone.ATTACHMENT, Zone.UNKNOWN)
_OF_PAPERS = re.compile(
    r"số,?(?: và)? (?:ký|kí) hiệu|số hiệu|trích yếu|ngày ban hành|tải (?:về|xuống)|đính kèm"
    r"|tên (?:văn bản|tài liệu|quy trình|thủ tục|tệp|file)",
    re.IGNORECASE,
)
"""What heads the columns of a list of papers."""
_OF_OTHER_MATTERS = re.compile(
    r"\bthứ\b|\bgiờ\b|tỷ giá|\bmua\b|\bgiá\b|nhiệt độ|địa điểm", re.IGNORECASE
)
"""Of a week's calendar, of rates and the weather."""
_FILLED = "a[href], img, iframe"
_LISTED = "td a[href]"
_FILLED_BY = re.compile(r"data-?table|ag-theme|k-grid|tabulator|jqgrid", re.IGNORECASE)
"""In the classes that the programs give to what they fill."""
_LIST = re.compile(
    r"(?:^|[_-])(?:ds|vb|tb)(?:[_-]|\Z)|danh-?_?sach|list(?!-inline)|van-?_?ban|tai-?_?lieu"
    r"|ket-?_?qua|grid|table",
    re.IGNORECASE,
)
_BOXES = "ul, ol, div[id], div[class], section[id]"
_OTHER = re.compile(r"share|social|menu|nav|tab-?list|breadcrumb|paging|pagina|comment", re.I)
_MOST = 400
_LONGEST_HEAD = 200
_LONGEST_SAID = 80


def awaits_rows(tree: LexborHTMLParser, drafts: Drafts, heading: str, scripted: Scripted) -> bool:
    """Whether a list of papers has no rows yet, and no line says that there are none.

    ``heading`` is what the page is called: in a section about the system any empty table or list
    of its own may be the one of its papers.
    """
    if tree.css_first("script") is None:
        return False
    waiting = list(_waiting(tree, scripted, section=names_system(heading)))
    if not waiting or _says_empty(drafts):
        return False
    part = OwnPart(tree, heading)
    return any(map(part.has, waiting))


def _waiting(tree: LexborHTMLParser, scripted: Scripted, *, section: bool) -> Iterator[LexborNode]:
    for table in tree.css("table")[:_MOST]:
        if table.css_first(_LISTED) is not None:
            continue  # most lists link their papers
        if _is_to_come(table, section) or (scripted.fills_table and _is_bare(table)):
            yield table
    for name in scripted.grids:
        grid = tree.css_first(f'[id="{name}"]')
        if grid is not None and not any(map(_is_filled, grid.css("td") or [grid])):
            yield grid
    for box in tree.css(_BOXES)[:_MOST] if section else ():
        if _is_list(box) and not _is_filled(box):
            yield box


def _is_to_come(table: LexborNode, section: bool) -> bool:
    """Whether rows of papers are to come there; in a section about the system any but a few."""
    words, rows = _words(table), table.css("tr")
    if WIDGET.search(words):
        return False
    if any(map(_is_filled, table.css("td"))):
        return len(rows) == 1 and _is_head(rows[0])
    if _FILLED_BY.search(words) or not rows:
        return bool(words) and (section or bool(_FILLED_BY.search(words)))
    head = rows[0].text(separator=" ")
    columns = section and len(rows[0].css("th")) > 1 and not _OF_OTHER_MATTERS.search(head)
    return columns or _OF_PAPERS.search(head) is not None


def _is_head(row: LexborNode) -> bool:
    """Whether a table's only row names the columns of a list, in cells like any other."""
    said = row.text(separator=" ")
    short = len(said) <= _LONGEST_HEAD and row.css_first(_FILLED) is None
    return short and len(_OF_PAPERS.findall(said)) > 1


def _is_bare(table: LexborNode) -> bool:
    """Whether it has a head and nothing below it, and is none of those beside every page."""
    empty = table.css_first("th") is not None and not any(map(_is_filled, table.css("td")))
    return empty and WIDGET.search(_words(table)) is None


def _is_filled(node: LexborNode) -> bool:
    said = " ".join((node.text() or "").split())
    return bool(said and not says_waiting(said)) or node.css_first(_FILLED) is not None


def _words(node: LexborNode) -> str:
    return f"{node.attributes.get('class') or ''} {node.attributes.get('id') or ''}".strip()


def _is_list(box: LexborNode) -> bool:
    words = _words(box)
    called = _LIST.search(words) or _FILLED_BY.search(words)
    return called is not None and not _OTHER.search(words) and next(box.iter(), None) is None


def _says_empty(drafts: Drafts) -> bool:
    return any(
        block.zone in _OWN and len(block.text) <= _LONGEST_SAID and says_empty(block.text)
        for block in drafts.blocks
    )
