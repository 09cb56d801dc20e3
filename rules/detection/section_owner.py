"""Whose a list of procedures on a web page is: its head, its captions, its column of offices."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable

from rules.detection.context import PageContext
from rules.detection.title_lines import top_lines
from rules.head import DocumentHead
from rules.issuers.title import named_in_title
from rules.issuers.verdict import IssuerVerdict, Whose
from rules.vietnamese.folding import fold

_SPEAKS_OF_PROCEDURES = re.compile(r"thu tuc|tthc|quy trinh")
_OFFICE_COLUMN = re.compile(
    r"(?:co quan|don vi)(?: truc tiep)? (?:thuc hien|cong khai|giai quyet|tiep nhan|co tham quyen)"
    r"|tham quyen giai quyet"
)
_OF_DISTRICTS = re.compile(r"(?<![a-z])cua (?:ubnd|uy ban nhan dan) cap huyen(?![a-z])")
"""A level that a commune is not of."""
_OF_OTHERS = frozenset({Whose.OTHER, Whose.ABOVE})
_FEW_CELLS = 3


def owner_beside(context: PageContext, titles: Iterable[str]) -> IssuerVerdict | None:
    """The other office whose list it is; None where nothing names one, or the agency is named.

    ``titles`` are the page's headings and the words of the link to it. A list of a body above is
    somebody else's only where none of them says that it is for the agency or its level.
    """
    above = context.head.issuer_lines
    # What is no head and not written as one may be a menu: "Tin trong tỉnh", "Văn bản".
    is_head = context.head.motto or context.head.number is not None or above.isupper()
    head = DocumentHead(issuer_lines=above if is_head else "")
    by_head = context.issuers.of_paper(head, certain=True)
    if by_head.whose in (Whose.OTHER, Whose.OWN):
        return by_head if by_head.whose is Whose.OTHER else None
    lines = [context.issuers.without_site(title) for title in titles]
    linked = {link.text for link in context.document.links}  # a menu's entries, and the list's own
    lines += [line for line in top_lines(context.body.source) if line not in linked]
    lines = [line for line in lines if _SPEAKS_OF_PROCEDURES.search(fold(line).plain)]
    if any(context.issuers.is_scope_of(line) for line in lines):
        return None
    if context.issuers.own.rank == 1 and any(
        _OF_DISTRICTS.search(fold(line).plain) for line in lines
    ):
        return IssuerVerdict(Whose.ABOVE, "UBND cấp huyện", 0.7, "Giấy tờ của cấp trên")
    for line in lines:
        named = _named(context, line)
        if named is not None:
            return named if named.whose in _OF_OTHERS else None
    return by_head if by_head.whose is Whose.ABOVE else _by_cells(context)


def _named(context: PageContext, line: str) -> IssuerVerdict | None:
    if named_in_title(line) is None:
        return None
    found = context.issuers.of_paper(DocumentHead(), certain=True, title=line)
    return None if found.whose is Whose.UNNAMED else found


def _by_cells(context: PageContext) -> IssuerVerdict | None:
    """The one office that every row gives as the one in charge, when it is not the agency."""
    rows = [line.split("|") for line in context.body.source.split("\n") if "|" in line]
    column = next((place for row in rows for place in _columns(row)), None)
    if column is None:
        return None
    cells = Counter(row[column].strip() for row in rows if len(row) > column)
    named = {cell: context.issuers.of_name(cell, certain=True) for cell in cells}
    offices = {cell: found for cell, found in named.items() if found is not None}
    others = [found for found in offices.values() if found.whose in _OF_OTHERS]
    if len(others) != 1 or len(offices) != 1:
        return None
    return others[0] if sum(cells[cell] for cell in offices) >= _FEW_CELLS else None


def _columns(row: list[str]) -> list[int]:
    found = (place for place, cell in enumerate(row) if _OFFICE_COLUMN.search(fold(cell).plain))
    return list(found)
