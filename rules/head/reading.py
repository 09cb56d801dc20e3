"""Reading a document's head out of text whose columns may be mixed up."""

from __future__ import annotations

import re

from rules.head.dates import DateMention, head_dates, place_before
from rules.head.model import DocumentHead
from rules.head.numbers import NumberMention, first_number, may_have_number
from rules.head.opening import opening_lines, own_lines
from rules.head.signing import signer_of
from rules.head.titles import TitleMention, find_title
from rules.head.told import annexed_to, below_title, stated_issuer
from rules.vietnamese.folding import Folded, fold

_HEAD_LENGTH = 2500
_MOTTO = re.compile(
    r"cong\s*h[oa]{1,2}\s*xa\s*hoi\s*chu\s*nghia\s*viet\s*nam"
    r"|doc\s*lap\s*[-.*]*\s*tu\s*do\s*[-.*]*\s*hanh\s*phuc"
)
_MOTTO_IN_PIECES = re.compile(
    r"cong hoa xa\b|(?:\bxa )?hoi chu nghia viet nam(?:\s+cong hoa)?"
    r"|doc lap - tu do|tu do - hanh phuc"
)
"""As a column that was read across leaves it: its "xã" is no commune."""
_CITING = re.compile(
    r"(?:quyet dinh|ke hoach|thong tu|nghi dinh|nghi quyet|chi thi|luat|van ban|thong bao|bao cao"
    r"|can cu|thuc hien|cong van|theo)\s*(?:so)?[\s:]*$"
)
_BODY_BEGINS = re.compile(r"kinh gui|(?<![a-z])v\s?/\s?v|can cu|\n\s*(?:1|i)\s*[.)]|dieu 1")
_CITES_A_BASIS = re.compile(
    r"(?:^|\n)\s*(?:can cu|tren co so|kinh gui|dieu 1)(?![a-z])"
    r"|(?<![a-z])can cu\s+(?:luat|nghi|quyet|to |ke |van|thong|cong)"
    r"|(?<![a-z])thuc hien\s+(?:quyet dinh|ke hoach|nghi dinh|cong van|de an)"
)
_NUMBERED = re.compile(r"(?<![a-z])so\s*[:.]?\s*\d{0,5}[a-z]?[ .…_]*/\s*[a-z0-9&/.-]+")
_DATED = re.compile(r"[\s,]*(?:cua|quy dinh|huong dan|sua doi|ban hanh|ve)(?![a-z])")
_LAW_BEFORE = re.compile(r"(?:/[a-z]*-?(?:cp|ttg|bkhcn|qh\d+)|luat[^\n]{0,40})\s*$")
_NUMBER_BEFORE = re.compile(r"\d+\s*/[a-z0-9/.-]+\s*$")
_NUMBER_WITHIN = 1200
_MOTTO_WITHIN = 900
_BETWEEN_MOTTOS = 250
_AFTER_MOTTO = 120
_LONGEST_ABOVE_TITLE = 700
_RULES = re.compile(r"[-_=*.…—–]{3,}")


def read_head(text: str | Folded) -> DocumentHead:
    """The head of a document's text; fields that are not there stay empty."""
    whole = fold(text) if isinstance(text, str) else text
    top = _part(whole, 0, _HEAD_LENGTH)
    number = first_number(top, until=_NUMBER_WITHIN)
    motto = _last_motto(top)
    title, heading_end = _title_below_heading(top, number.end if number else 0, motto)
    days = head_dates(top)
    end = title.start if title else _untitled_end(top, motto, days[0] if days else None)
    dates = [
        found for found in days if found.start < end + 150 and not _date_of_another(top, found)
    ]
    day = dates[0] if dates else None
    in_head = number if number and number.start < end and not _cited(top, number) else None
    signed = _signing_date(whole, day)
    return DocumentHead(
        number=in_head.number if in_head else None,
        law=in_head is not None and in_head.is_law,
        issued_on=signed.day if signed else None,
        year_written=signed.year if signed else None,
        place=place_before(top, day.start) if day else None,
        issuer_lines=(
            _issuer_lines(top, (heading_end, end), in_head, day)
            if title or in_head or motto
            else _on_one_line(opening_lines(top))
        )
        or (below_title(top, title.end) if title else ""),
        type_name=_type_name(title, in_head),
        excerpt=title.excerpt if title else "",
        motto=motto is not None,
        signer=signer_of(whole, title.end if title else 0),
        annexed_to=annexed_to(whole),
        stated_issuer=stated_issuer(whole),
        body_start=title.end if title else 0,
    )


def has_no_head(text: Folded) -> bool:
    """Whether a text plainly has no formal head: neither the motto, nor a number and a date.

    It is quick; a text for which it is False may still have none.
    """
    top = _part(text, 0, _HEAD_LENGTH)
    if _last_motto(top) is not None:
        return False
    if not may_have_number(top, _NUMBER_WITHIN):
        return True
    return not head_dates(top) and _signing_date(text, None) is None


def bears_motto(text: Folded) -> bool:
    """Whether the national motto stands in some lines: they are a paper's head."""
    return _MOTTO.search(text.plain) is not None


def _title_below_heading(
    top: Folded, number_end: int, motto: re.Match[str] | None
) -> tuple[TitleMention | None, int]:
    """The paper's own title, and where a page's heading ends that names it above the head."""
    title = find_title(top, number_end)
    if motto is None or title is None or title.start > motto.start():
        return title, 0
    below = find_title(top, number_end, after=motto.end())
    if below is None:
        return title, 0
    return below, max(0, top.source.find("\n", title.start))


def _last_motto(top: Folded) -> re.Match[str] | None:
    """The last line of the national motto near the top; one further down is another paper's."""
    last: re.Match[str] | None = None
    for found in _MOTTO.finditer(top.plain, 0, _MOTTO_WITHIN):
        if last is None or found.start() - last.end() <= _BETWEEN_MOTTOS:
            last = found
    return last


def _cited(top: Folded, number: NumberMention) -> bool:
    """Whether a number is another paper's, named in passing."""
    return _CITING.search(top.plain, max(0, number.start - 40), number.start) is not None


def _date_of_another(text: Folded, found: DateMention) -> bool:
    """Whether a date belongs to a paper that is cited: "Nghị định số ... ngày ... của ..."."""
    if place_before(text, found.start):
        return False
    before = text.plain[max(0, found.start - 60) : found.start]
    if _DATED.match(text.plain, found.end) or _LAW_BEFORE.search(before):
        return True
    number = _NUMBER_BEFORE.search(before)
    return number is not None and _CITING.search(before[: number.start()]) is not None


def _untitled_end(top: Folded, motto: re.Match[str] | None, day: DateMention | None) -> int:
    """Where the lines above the title of a paper must end whose title has no type name."""
    if motto is not None:
        after = day.end if day is not None else motto.end() + _AFTER_MOTTO
        return min(len(top.source), max(motto.end(), after))
    stop = _BODY_BEGINS.search(top.plain, 0, 500)
    return stop.start() if stop else min(len(top.source), 500)


def _part(whole: Folded, start: int, length: int) -> Folded:
    return Folded(whole.source[start : start + length], whole.plain[start : start + length])


def _type_name(title: TitleMention | None, number: NumberMention | None) -> str | None:
    if title is not None and title.type_name is not None:
        return title.type_name
    return number.type_name if number else None


def _signing_date(whole: Folded, in_head: DateMention | None) -> DateMention | None:
    """The date of the head; a date at the very end serves unnumbered papers."""
    if in_head is not None:
        return in_head
    tail = _part(whole, max(0, len(whole.source) - 700), 700)
    dates = [found for found in head_dates(tail) if place_before(tail, found.start)]
    return dates[-1] if dates else None


def _issuer_lines(
    top: Folded, span: tuple[int, int], number: NumberMention | None, day: DateMention | None
) -> str:
    """What stands above the title once motto, number, place and date are taken out."""
    start, end = span[0], _issuer_end(top, span[1])
    taken = [match.span() for match in _MOTTO.finditer(top.plain, 0, end)]
    taken += [match.span() for match in _MOTTO_IN_PIECES.finditer(top.plain, 0, end)]
    taken += [match.span() for match in _NUMBERED.finditer(top.plain, 0, end)]
    if number is not None:
        taken.append((number.start, number.end))
    if day is not None:
        place = place_before(top, day.start) or ""
        taken.append((max(0, day.start - len(place) - 2) if place else day.start, day.end))
    kept, position = [], start
    for begin, stop in sorted(taken):
        if begin >= position:
            kept.append(top.source[position : min(begin, end)])
        position = max(position, stop)
    kept.append(top.source[position:end])
    lines = _RULES.sub(" ", "\n".join(kept)).replace("|", "\n")
    own, named = own_lines(lines)
    formal = _last_motto(top) is not None
    return _on_one_line((not named and not formal and opening_lines(top)) or own)


def _on_one_line(lines: str) -> str:
    return " ".join(lines.split()).strip(" ,;:-–")


def _issuer_end(top: Folded, end: int) -> int:
    """Where the lines that may name the issuer end: a body cites other agencies."""
    motto = _last_motto(top)
    body = _CITES_A_BASIS.search(top.plain, motto.end() if motto else 0, end)
    return min(end, body.start() if body else end, _LONGEST_ABOVE_TITLE)
