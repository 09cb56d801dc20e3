"""Years and dates that a list is narrowed to by fields of a form filled in beforehand."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from selectolax.lexbor import LexborNode

_TYPES = frozenset({"", "text", "number", "date"})
_SPLIT = re.compile(r"[^a-z]+")
_CAPITAL = re.compile(r"(?<=[a-z])(?=[A-Z])")
_YEAR_NAMES = frozenset({"nam", "year"})
_FROM_TO = frozenset({"tu", "den", "from", "to", "start", "end", "begin", "tungay", "denngay",
                      "fromdate", "todate", "startdate", "enddate", "datefrom",
                      "dateto"})  # fmt: skip
_OTHER_NAMES = frozenset({"sinh", "birth", "birthday", "dob", "ngaysinh", "namsinh"})
_YEAR_LABEL = re.compile(r"\bnăm(?: ban hành)?\W*$", re.I)
_FROM_TO_LABEL = re.compile(r"\b(?:từ|đến)(?: ngày)?\W*$", re.I)
_YEAR = re.compile(r"(?:19|20)\d\d")
_DATE = re.compile(r"\d{1,2}[/.-]\d{1,2}[/.-](?:19|20)\d\d|(?:19|20)\d\d-\d\d-\d\d")
_NO_FILTER = (
    "textarea, input[type=password i], input[type=file i], input[type=email i], input[type=tel i]"
)
_CALENDAR = re.compile(r"calendar|(?<![a-z])lich(?![a-z])|datepick", re.I)
_MOST_FIELDS = 40
_LONGEST_LABEL = 40


@dataclass(frozen=True, slots=True)
class Preset:
    """One field that is filled in beforehand with a year, or with the end of a span of days."""

    name: str
    value: str


def presets_of(form: LexborNode) -> list[Preset]:
    """The years and days that a form's list is narrowed to; none of a letter or a calendar."""
    attributes = form.attributes
    called = " ".join(attributes.get(key) or "" for key in ("id", "class", "name", "action"))
    if form.css_first(_NO_FILTER) is not None or _CALENDAR.search(called):
        return []
    return list(_presets(form))


def _presets(form: LexborNode) -> Iterator[Preset]:
    for node in form.css("input[name][value]")[:_MOST_FIELDS]:
        attributes = node.attributes
        name, value = attributes.get("name") or "", (attributes.get("value") or "").strip()
        kind = (attributes.get("type") or "").lower()
        if kind not in _TYPES or "disabled" in attributes:
            continue
        words = set(_SPLIT.split(_CAPITAL.sub("-", name).lower()))
        words.add("".join(_SPLIT.split(name.lower())))
        if words & _OTHER_NAMES:
            continue
        label = _label(node)
        year = _YEAR.fullmatch(value) and (words & _YEAR_NAMES or _YEAR_LABEL.search(label))
        if year or (_DATE.fullmatch(value) and (words & _FROM_TO or _FROM_TO_LABEL.search(label))):
            yield Preset(name, value)


def _label(node: LexborNode) -> str:
    """The words right before a field."""
    before = node.prev
    while before is not None and not (said := (before.text_content or before.text() or "").strip()):
        before = before.prev
    if before is not None:
        return said[-_LONGEST_LABEL:]
    around = node.parent
    said = (around.prev.text() or "") if around is not None and around.prev is not None else ""
    return said.strip()[-_LONGEST_LABEL:]
