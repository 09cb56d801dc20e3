"""Reading a document's head out of text whose columns may be mixed up."""

from __future__ import annotations

import re

from rules.head.dates import DateMention, long_dates, place_before
from rules.head.model import DocumentHead
from rules.head.numbers import NumberMention, first_number
from rules.head.titles import TitleMention, find_title
from rules.vietnamese.folding import Folded, fold

_HEAD_LENGTH = 2500
_TAIL_LENGTH = 1800
_MOTTO = re.compile(
    r"cong\s*h[oa]{1,2}\s*xa\s*hoi\s*chu\s*nghia\s*viet\s*nam"
    r"|doc\s*lap\s*[-.*]*\s*tu\s*do\s*[-.*]*\s*hanh\s*phuc"
)
_SIGNER = re.compile(
    r"(?<![a-z])(?:tm|kt|tl|tuq|t/m|k/t|q)\s?[./]\s?[^\n]|\n\s*(?:chu tich|pho chu tich|giam doc|"
    r"pho giam doc|chi cuc truong|chanh van phong|chanh thanh tra|truong ban)[^\n]*\n"
)
_CITING = re.compile(
    r"(?:quyet dinh|ke hoach|thong tu|nghi dinh|can cu|thuc hien|cong van|theo)(?: so)?[ :]*$"
)
_BODY_BEGINS = re.compile(r"kinh gui|(?<![a-z])v\s?/\s?v|can cu|\n\s*(?:1|i)\s*[.)]|dieu 1")
_RULES = re.compile(r"[-_=*.…—–]{3,}")


def read_head(text: str | Folded) -> DocumentHead:
    """The head of a document's text; fields that are not there stay empty."""
    whole = fold(text) if isinstance(text, str) else text
    top = _part(whole, 0, _HEAD_LENGTH)
    number = first_number(top, until=1200)
    title = find_title(top, number.end if number else 0)
    end = title.start if title else _untitled_end(top)
    dates = [found for found in long_dates(top) if found.start < end + 150]
    day = dates[0] if dates else None
    in_head = number if number and number.start < end and not _cited(top, number) else None
    signed = _signing_date(whole, day)
    return DocumentHead(
        number=in_head.number if in_head else None,
        law=in_head is not None and in_head.is_law,
        issued_on=signed.day if signed else None,
        year_written=signed.year if signed else None,
        place=place_before(top, day.start) if day else None,
        issuer_lines=_issuer_lines(top, end, in_head, day) if title or in_head else "",
        type_name=_type_name(title, in_head),
        excerpt=title.excerpt if title else "",
        motto=_MOTTO.search(top.plain, 0, 900) is not None,
        signer=_signer(whole, title.end if title else 0),
        body_start=title.end if title else 0,
    )


def _cited(top: Folded, number: NumberMention) -> bool:
    """Whether a number is another paper's, named in passing."""
    return _CITING.search(top.plain, max(0, number.start - 40), number.start) is not None


def _untitled_end(top: Folded) -> int:
    """Where the lines above the title of a paper without one must end."""
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
    dates = [found for found in long_dates(tail) if place_before(tail, found.start)]
    return dates[-1] if dates else None


def _issuer_lines(
    top: Folded, end: int, number: NumberMention | None, day: DateMention | None
) -> str:
    """What stands above the title once motto, number, place and date are taken out."""
    taken = [match.span() for match in _MOTTO.finditer(top.plain, 0, end)]
    if number is not None:
        taken.append((number.start, number.end))
    if day is not None:
        place = place_before(top, day.start) or ""
        taken.append((max(0, day.start - len(place) - 2) if place else day.start, day.end))
    kept, position = [], 0
    for start, stop in sorted(taken):
        if start >= position:
            kept.append(top.source[position : min(start, end)])
        position = max(position, stop)
    kept.append(top.source[position:end])
    lines = _RULES.sub(" ", "\n".join(kept)).replace("|", "\n")
    return " ".join(lines.split()).strip(" ,;:-–")


def _signer(whole: Folded, after: int) -> str:
    start = max(after, len(whole.source) - _TAIL_LENGTH)
    tail = _part(whole, start, _TAIL_LENGTH)
    places = [match.start() for match in _SIGNER.finditer(tail.plain)]
    if not places:
        return ""
    return " ".join(tail.source[places[-1] : places[-1] + 160].split())
