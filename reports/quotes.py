"""A quote on one line, cut to a readable length, with the words that decided marked."""

from __future__ import annotations

from collections.abc import Sequence

from domain.findings import Evidence

LEAD = 60
"""Characters kept before the first marked word when a quote must be cut."""

Part = tuple[str, bool]
"""Words, and whether they decided."""


def quote_parts(evidence: Evidence, longest: int) -> tuple[Part, ...]:
    """The quote in parts, marked and not; what was cut away is an ellipsis."""
    letters = _on_one_line(evidence.quote, evidence.marked)
    cut = len(letters) > longest
    if not cut:
        return _joined(letters)
    first = next((place for place, (_, decided) in enumerate(letters) if decided), 0)
    start = max(0, min(first - LEAD, len(letters) - longest))
    kept = letters[start : start + longest]
    before = [("…", False)] if start else []
    after = [("…", False)] if start + longest < len(letters) else []
    return _joined([*before, *kept, *after])


def _on_one_line(quote: str, spans: Sequence[tuple[int, int]]) -> list[Part]:
    """Letter by letter, blanks of any kind and number as one space."""
    letters: list[Part] = []
    for place, letter in enumerate(quote):
        decided = any(start <= place < end for start, end in spans)
        if not letter.isspace():
            letters.append((letter, decided))
        elif letters and letters[-1][0] != " ":
            letters.append((" ", decided))
    while letters and letters[-1][0] == " ":
        letters.pop()
    return letters


def _joined(letters: Sequence[Part]) -> tuple[Part, ...]:
    parts: list[Part] = []
    for letter, decided in letters:
        if parts and parts[-1][1] is decided:
            parts[-1] = (parts[-1][0] + letter, decided)
        else:
            parts.append((letter, decided))
    return tuple(parts)
