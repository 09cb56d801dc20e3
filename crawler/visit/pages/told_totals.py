"""Lists that tell in words of more rows than they show, and have nothing that leads to the rest.

"Tổng số: 12 văn bản" over three rows, "Hiển thị 0 trong tổng số 8 văn bản": a script, or nobody,
brings the others. A list with a pager is left to it.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field

from crawler.visit.pages.text import fold
from documents.html.portal_name import is_portal_name
from domain.documents import Block, BlockKind, Document, Link, Zone
from domain.visits import LinkWords

_ROWS = (
    r"(?:(?:van ban|tai lieu|ban ghi|ket qua|bai viet|tin bai|tin tuc|tin|bai|tep(?: tin)?|muc"
    r"|quyet dinh|ke hoach|thong bao|cong van|bao cao|quy trinh|records?|items?|entries|results?"
    r"|documents?|files?|rows?)(?: (?:duoc )?tim thay)?)"
)
_NUMBER = r"(?:\d{1,3}(?:[.,]\d{3})+|\d{1,6})"
_TOTAL = (
    r"(?:tong(?: so| cong)?(?: co)?|co(?: tat ca| tong(?: so| cong))?|tat ca(?: co)?|tim thay"
    r"|total)"
)
_PAGE = r"(?:\W+(?:trang|page)\W*\d{1,4}(?:\W{0,3}(?:cua|of|tren)?\W{0,3}\d{1,4})?)?\W*"
_SHOWN = (
    r"(?:(?:(?:dang )?(?:hien thi|xem|showing|displaying)|ket qua|ban ghi|muc|dong)\W{0,3}){1,2}"
    r"(?:tu\W)?"
)
_RANGE = r"\d{1,6}\W{0,3}(?:den|toi|to|-|–)\W{0,3}"
_OF = rf"\W{{0,3}}(?:trong(?: so)?|tren|/|of|out of)(?: {_TOTAL})?\W{{0,3}}"
_OF_ALL = re.compile(
    rf"(?:{_SHOWN})?(?:{_RANGE})?(?P<shown>\d{{1,6}})(?: {_ROWS})?{_OF}(?P<all>{_NUMBER}) {_ROWS}"
    rf"{_PAGE}|{_SHOWN}{_RANGE}(?P<until>\d{{1,6}}){_OF}(?P<of>{_NUMBER}){_PAGE}"
)
_IN_ALL = re.compile(
    rf"{_TOTAL}\W{{0,3}}({_NUMBER}) {_ROWS}{_PAGE}"
    rf"|(?:{_TOTAL}|so(?: luong)?) {_ROWS}(?: la)?\W{{0,3}}({_NUMBER}){_PAGE}"
)
_DIGIT = re.compile(r"\d")
_LONGEST_LINE = 90
_HERE = frozenset({Zone.MAIN, Zone.LIST, Zone.ATTACHMENT, Zone.UNKNOWN, Zone.PAGING})
_OWN = (Zone.MAIN, Zone.LIST, Zone.ATTACHMENT)
_ENTRIES = (BlockKind.ROW, BlockKind.LIST_ITEM)
_ONWARD = re.compile(
    r"\d{1,4}|(?:xem|tai|hien thi) (?:them|tiep|tat ca).*|(?:trang )?(?:sau|tiep|cuoi|ke)"
    r"(?: theo| tiep)?|next|last|more|load more|all|tat ca"
)
_SIGNS = " []()<>‹›«»|.…→-"
_ARROWS = frozenset(">›»→")
_LONGEST_WORDS = 60
_SAYS_NO_TITLE = re.compile(
    r"(?:tai(?: ve| xuong| tep| file)?|xem(?: chi tiet| file| tep)?|chi tiet|download|view|pdf)?"
)


@dataclass(slots=True)
class ToldTotals:
    """Tells the lists that show fewer rows than they speak of."""

    _of_the_frame: set[str] = field(default_factory=set)
    """Lines of the home page: what counts the whole portal stands on every page."""

    def stands_at_home(self, home: Document) -> None:
        """Take the lines of a home page as no list's own: it shows the beginnings of many."""
        self._of_the_frame |= {line for line, _, _ in _told(home)}

    def is_short(self, page: Document) -> bool:
        """Whether a page's list has rows that nothing leads to."""
        told = [one for one in _told(page) if one[0] not in self._of_the_frame]
        if not told or any(map(leads_on, page.links)):
            return False
        rows = _rows(page)
        return any(
            whole > (rows if shown is None else max(shown, rows)) for _, shown, whole in told
        )


def words_of_list(page: Document, words: LinkWords) -> LinkWords:
    """What a page's list is called: by what led there and by its own heading, else its title."""
    heads = (one.text for one in page.blocks if one.kind is BlockKind.HEADING and one.zone in _OWN)
    heading = next((one for one in heads if not is_portal_name(one)), "")
    led = words.text or words.title
    if words.zone is Zone.PAGING or led == heading:
        led = ""
    called = " | ".join(filter(None, (led, heading))) or page.title
    # In a menu "Ban chỉ đạo ISO" is a section, in a text the decision that made the committee.
    zone = Zone.MENU if words.zone is Zone.MENU else Zone.MAIN
    return LinkWords(text=called[:300], zone=zone, section=words.section)


def _told(page: Document) -> Iterator[tuple[str, int | None, int]]:
    """Each line that counts rows: the line, how many it says are shown, how many there are."""
    for block in page.blocks:
        if len(block.text) > _LONGEST_LINE or block.zone not in _HERE or not _may_tell(block):
            continue
        line = fold(block.text)
        if (of_all := _OF_ALL.fullmatch(line)) is not None:
            shown, whole = of_all["shown"] or of_all["until"], of_all["all"] or of_all["of"]
            yield line, int(shown), _number(whole)
        elif (in_all := _IN_ALL.fullmatch(line)) is not None:
            yield line, None, _number(in_all[1] or in_all[2])


def _may_tell(block: Block) -> bool:
    """Cells of a table count something else: what an office received, say."""
    return block.kind is not BlockKind.ROW and _DIGIT.search(block.text) is not None


def _number(text: str) -> int:
    return int(re.sub(r"\D", "", text))


def leads_on(link: Link) -> bool:
    """Whether a link goes on in the list; one that only a script follows is told of by itself."""
    if link.zone is Zone.PAGING:
        return True
    if link.zone not in (*_OWN, Zone.UNKNOWN) or len(link.text) > _LONGEST_WORDS:
        return False
    said = fold(link.text).strip(_SIGNS)
    return _ONWARD.fullmatch(said) is not None or (not said and not _ARROWS.isdisjoint(link.text))


def _rows(page: Document) -> int:
    """How many rows a page shows: entries with a number or a link in them, or titles that link."""
    titles = {
        said
        for link in page.links
        if link.zone in _OWN and not _SAYS_NO_TITLE.fullmatch(said := fold(link.text).strip(_SIGNS))
    }
    entries = [one.text for one in page.blocks if one.kind in _ENTRIES and one.zone in _OWN]
    linked = {link.text for link in page.links if link.zone in _OWN and link.text}
    counted = sum(
        any(map(str.isdigit, entry)) or any(text in entry for text in linked) for entry in entries
    )
    return max(len(titles), counted)
