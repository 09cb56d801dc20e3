"""A quote on one line, cut to a readable length, with the words that decided marked."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence

from domain.findings import Evidence

LEAD = 60
"""Characters kept before the first marked word when a quote must be cut."""

Part = tuple[str, bool]
"""Words, and whether they decided."""

_BLANKS = re.compile(r"\s+")


def quote_parts(evidence: Evidence, longest: int) -> tuple[Part, ...]:
    """The quote in parts, marked and not; what was cut away is an ellipsis."""
    parts = _on_one_line(_split(evidence.quote, evidence.marked))
    length = sum(len(words) for words, _ in parts)
    if length <= longest:
        return tuple(parts)
    start = max(0, min(_first_marked(parts) - LEAD, length - longest))
    before = [("…", False)] if start else []
    after = [("…", False)] if start + longest < length else []
    return _joined([*before, *_between(parts, start, start + longest), *after])


def _split(quote: str, spans: Sequence[tuple[int, int]]) -> Iterator[Part]:
    place = 0
    for start, end in sorted(spans):
        first = max(start, place)
        if first < end:
            yield quote[place:first], False
            yield quote[first:end], True
            place = end
    yield quote[place:], False


def _on_one_line(parts: Iterable[Part]) -> list[Part]:
    """Blanks of any kind and number as one space, none at the ends."""
    line: list[Part] = []
    for words, decided in parts:
        said = _BLANKS.sub(" ", words)
        if not line or line[-1][0].endswith(" "):
            said = said.lstrip(" ")
        if said:
            line.append((said, decided))
    if line:
        words, decided = line.pop()
        line += [(words.rstrip(" "), decided)] if words.strip(" ") else []
    return line


def _first_marked(parts: Iterable[Part]) -> int:
    """How many characters stand before the first marked word; none where nothing is marked."""
    place = 0
    for words, decided in parts:
        if decided:
            return place
        place += len(words)
    return 0


def _between(parts: Iterable[Part], start: int, end: int) -> Iterator[Part]:
    place = 0
    for words, decided in parts:
        kept = words[max(0, start - place) : max(0, end - place)]
        place += len(words)
        if kept:
            yield kept, decided


def _joined(parts: Iterable[Part]) -> tuple[Part, ...]:
    """Neighbours of one kind as one part."""
    joined: list[Part] = []
    for words, decided in parts:
        if joined and joined[-1][1] is decided:
            joined[-1] = (joined[-1][0] + words, decided)
        else:
            joined.append((words, decided))
    return tuple(joined)
