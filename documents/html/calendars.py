"""Calendars: told by the days and weekdays in them, not by what their scripts are called."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from itertools import islice

from selectolax.lexbor import LexborHTMLParser, LexborNode

_BOXES = "table, div, section"
_PRESSED = "a, button, [onclick], input[type=button i]"
_MOST_BOXES = 2_000
_MOST_PRESSED = 200
_MOST_LEVELS = 3
_LONGEST = 900
_NUMBER = re.compile(r"\d+")
_MONTH_OR_WEEK = re.compile(r"tháng|thứ|\bcn\b|\bt[2-7]\b|month|\b(?:mon|tue|sun)", re.I)
_NOTHING_ELSE = re.compile(
    r"(?>\d+|tháng|năm|thứ|hai|ba|tư|sáu|bảy|bẩy|chủ nhật|cn|t[2-7]|hôm nay|lịch|âm|dương|ngày|tuần"
    r"|trước|sau|giêng|chạp|một|bốn|chín|tám|mười|việt nam|vạn niên|công tác"
    r"|(?:mon|tue|wed|thu|fri|sat|sun)[a-z]{0,6}|[\W_])*+",
    re.I,
)
_CALLED = re.compile(r"calendar|(?<![a-z])lich(?![a-z])|datepick", re.I)
_MONTHS = tuple(range(1, 13))
_DAYS = frozenset(map(str, range(1, 29)))
_LONGEST_MONTH = 31
_FIRST_YEAR = 1900


def pressed_in_calendars(tree: LexborHTMLParser) -> Counter[str]:
    """The words of what is pressed in the page's calendars, arrows say; days are told elsewhere."""
    said: Counter[str] = Counter()
    whole = tree.body.text(separator=" ") if tree.body is not None else ""
    if not _holds_a_month(whole):
        return said
    done: set[int] = set()
    for box in islice(tree.css(_BOXES), _MOST_BOXES):
        if is_calendar(box) and not any(one in done for one in _around(box)):
            done.add(box.mem_id)
            # What several of the selectors find comes as often.
            pressed = {one.mem_id: one for one in box.css(_PRESSED)[:_MOST_PRESSED]}
            words = (_words(one) for one in pressed.values())
            said.update(one for one in words if not one.isdecimal())
    return said


def _around(box: LexborNode) -> Iterator[int]:
    around = box.parent
    while around is not None:
        yield around.mem_id
        around = around.parent


def _holds_a_month(said: str) -> bool:
    return {one.lstrip("0") for one in _NUMBER.findall(said)} >= _DAYS


def is_calendar(box: LexborNode) -> bool:
    """Whether a box holds the days of a month with its name or its weekdays, and nothing else."""
    said = box.text(separator=" ").strip()
    if len(said) > _LONGEST or not _MONTH_OR_WEEK.search(said):
        return False
    if not _holds_a_month(said) or _NOTHING_ELSE.fullmatch(said) is None:
        return False
    return not any(_LONGEST_MONTH < int(one[:5]) < _FIRST_YEAR for one in _NUMBER.findall(said))


def turns_calendar(select: LexborNode) -> bool:
    """Whether a drop-down of years stands beside one of months, in a calendar or what is called so.

    A list of papers has both as well: there nothing around them speaks of days.
    """
    around = select.parent
    for _ in range(_MOST_LEVELS):
        if around is None or around.tag in ("body", "main", "form", "html"):
            return False
        names = f"{around.attributes.get('class') or ''} {around.attributes.get('id') or ''}"
        if any(map(_is_of_months, around.css("select")[:_MOST_LEVELS])):
            return _CALLED.search(names) is not None and not _holds_links(around)
        around = around.parent
    return False


def _holds_links(box: LexborNode) -> bool:
    """Whether anything with an address stands in it: then it is no mere calendar."""
    return any(
        not (one.attributes.get("href") or "#").startswith(("#", "javascript:"))
        for one in box.css("a[href]")
    )


def _is_of_months(select: LexborNode) -> bool:
    found = (_NUMBER.search(one.text() or "") for one in select.css("option")[:20])
    return tuple(int(one[0]) for one in found if one is not None) == _MONTHS


def _words(node: LexborNode) -> str:
    said = node.text(separator=" ") or node.attributes.get("value") or ""
    return " ".join((said or node.attributes.get("title") or "").split())
