"""What changes in a page's folded text from day to day: times, dates, numbers."""

from __future__ import annotations

import re
from dataclasses import dataclass

# Every page's whole text is searched for these. A pattern that begins with a letter or a digit is
# looked for many times faster than one that begins with \b: so the first character is taken first,
# and then it is asked what stands before it. One that begins with a whole word or a rare sign is
# looked for ten times faster again: so what few pages say is asked for by that first.


@dataclass(frozen=True, slots=True)
class Volatile:
    """A pattern, and what finds the same sooner."""

    anywhere: re.Pattern[str]
    in_ascii: re.Pattern[str]
    """For text of ASCII alone, as nearly all folded Vietnamese is: no other digits stand there."""
    needs: tuple[re.Pattern[str], ...] = ()
    """Quick patterns, one of which finds something wherever it does; none where there are none."""

    def taken_from(self, folded: str) -> str:
        """The text with a blank in its place."""
        if self.needs and not any(need.search(folded) for need in self.needs):
            return folded
        return (self.in_ascii if folded.isascii() else self.anywhere).sub(" ", folded)


def _volatile(pattern: str, *needs: str) -> Volatile:
    in_ascii = re.compile(pattern.replace(r"[\d.,]", "[0-9.,]"), re.ASCII)
    return Volatile(re.compile(pattern), in_ascii, tuple(map(re.compile, needs)))


def _word(word: str) -> Volatile:
    return _volatile(rf"{word}\b(?<=\b{word})")


_BLANKS = re.compile("   *")
"""Two or more: there is no other white space in folded text."""
_OF_YEAR = r"\s+\w{1,5}\s*(?:nam|[/-])?\s*\d{2,4}"
TIME = _volatile(r"\d(?<=\b\d)\d?:\d{2}(?::\d{2})?\b", r":(?<=\d:)\d{2}")
DATES = (
    _volatile(rf"(?:t(?<=\bt)hang|q(?<=\bq)uy){_OF_YEAR}", f"thang{_OF_YEAR}", f"quy{_OF_YEAR}"),
    _volatile(
        r"\d(?<=\b\d)(?:\d{0,3}\s*[/.-]\s*\d{1,2}(?:\s*[/.-]\s*\d{1,5})?\b|\d?:\d{2}(?::\d{2})?)"
    ),
    _volatile(
        r"th(?<=\bth)(?:u (?:hai|ba|tu|nam|sau|bay)|ang (?:muoi (?:mot|hai)|gieng|chap|mot|hai|ba"
        r"|tu|nam|sau|bay|tam|chin|muoi)|ursday)\b"
    ),
    *map(_word, ("chu nhat", "ch", "sa", "may")),
    _volatile(r"[ap]m(?<=\b[ap]m)\b", r"m\b(?<=\b[ap]m)"),
    _volatile(
        r"\b(?:(?:mon|tues|wednes|fri|satur|sun)day|january|february|march|april|june|july|august"
        r"|september|october|november|december)\b",
        r"day\b(?<=[inrs]day)", "january", "february", "march", "april", "june", "july", "august",
        r"r\b(?<=ber)",
    ),
)  # fmt: skip
OTHER_NUMBERS = (
    _volatile(
        r"[\d.,](?<=\b[\d.,])(?!(?<=1)99\d\b|(?<=2)0[0-3]\d\b)"
        r"(?:(?<=\d)[\d.,]*|[\d.,]*\d[\d.,]*)\b"
    ),
)
"""A year that a paper may be for is kept: last year's and this year's objectives differ by it."""


def without(folded: str, volatile: tuple[Volatile, ...]) -> str:
    """Folded text without what changes, its blanks single again."""
    for one in volatile:
        folded = one.taken_from(folded)
    return _BLANKS.sub(" ", folded).strip(" ")
