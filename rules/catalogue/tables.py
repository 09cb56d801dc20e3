"""One table of a catalogue's file: each key taken with the type it must have, or noted as wrong."""

from __future__ import annotations

import math
import re
from collections.abc import Iterator, Mapping
from datetime import date
from enum import StrEnum
from pathlib import Path
from typing import Any, TypeVar

from rules.catalogue.keys import Key
from rules.catalogue.lines import Place
from rules.catalogue.problems import Problem, nearest
from rules.catalogue.sources import SHARED, Source
from rules.catalogue.wording import Wording, Wordings, parse_wording
from rules.vietnamese.letters import tidy

_MONTH_DAY = re.compile(r"\d\d-\d\d")
_LARGEST = 9_999
_Word = TypeVar("_Word", bound=StrEnum)


class Table:
    """The keys of one table; a wrong one is written to the list of problems and left out."""

    def __init__(
        self, source: Source, values: Mapping[str, Any], problems: list[Problem], at: Place = ()
    ) -> None:
        self.source, self.values, self.at = source, values, at
        self._problems = problems

    def wrong(self, reason: str, *place: str | int, also: Path | None = None) -> None:
        """Note a mistake at a key, or at an entry of its list."""
        self._problems.append(self.source.problem((*self.at, *place), reason, also))

    def allow_only(self, keys: tuple[Key, ...], above: tuple[Key, ...] = ()) -> None:
        """Note keys that nobody reads: most likely slips of the pen.

        Keys of the file ``above`` this table were written at its end: told once, however many.
        """
        known, of_file = [key.name for key in keys], {key.name for key in above}
        unknown = [key for key in self.values if key not in known]
        slipped = [key for key in unknown if key in of_file]
        if slipped:
            more = f" (also {', '.join(slipped[1:])})" if slipped[1:] else ""
            self.wrong(
                f"of the publication; move it above the first [[{self.at[0]}]]{more}", slipped[0]
            )
        for key in unknown:
            if key not in of_file:
                self.wrong(f"unknown; {nearest(key, known)}", key)

    def text(self, key: str, *, needed: bool = True) -> str:
        """A text of one line."""
        value = self.values.get(key)
        if value is None:
            if needed:
                self.wrong("is missing; a text in quotes is needed", key)
            return ""
        text = tidy(value).strip() if isinstance(value, str) else ""
        if not text or not text.isprintable():
            self.wrong("must be a text in quotes, on one line and not empty", key)
            return ""
        return text

    def number(self, key: str, default: int, least: int = 0) -> int:
        """A whole number."""
        value = self.values.get(key, default)
        if type(value) is not int or not least <= value <= _LARGEST:
            self.wrong(f"must be a whole number, {least} to {_LARGEST}", key)
            return default
        return value

    def decimal(self, key: str) -> float | None:
        """A number that may have decimals; None when absent."""
        value = self.values.get(key)
        if value is None:
            return None
        if type(value) not in (int, float) or not math.isfinite(value) or value < 0:
            self.wrong("must be a number, 0 or more, such as 2 or 0.5", key)
            return None
        return float(value)

    def flag(self, key: str) -> bool:
        """true or false; false when absent."""
        value = self.values.get(key, False)
        if not isinstance(value, bool):
            self.wrong("must be true or false, without quotes", key)
        return value is True

    def texts(self, key: str) -> tuple[str, ...]:
        """A list of texts; empty when absent."""
        return tuple(text for _, text in self._entries(key))

    def _entries(self, key: str) -> Iterator[tuple[int, str]]:
        values = self.values.get(key, [])
        if not isinstance(values, list):
            self.wrong('must be a list of texts in quotes: ["…", "…"]', key)
            return
        for entry, value in enumerate(values):
            text = tidy(value).strip() if isinstance(value, str) else None
            if text and text.isprintable():
                yield entry, text
            elif text == "":
                self.wrong("empty; take it out", key, entry)
            else:
                self.wrong("must be a text in quotes, on one line", key, entry)

    def of(self, key: str, kind: type[_Word], default: _Word) -> _Word:
        """One of a few known words."""
        value = self.text(key)
        return self._known(value, kind, key) or default if value else default

    def all_of(self, key: str, kind: type[_Word]) -> frozenset[_Word]:
        """A list of known words."""
        found = (self._known(text, kind, key, entry) for entry, text in self._entries(key))
        return frozenset(word for word in found if word is not None)

    def _known(self, value: str, kind: type[_Word], *place: str | int) -> _Word | None:
        words = {word.value: word for word in kind}
        if value not in words:
            self.wrong(f"{value!r} is unknown; {nearest(value, list(words))}", *place)
        return words.get(value)

    def names(self, key: str, known: tuple[str, ...], what: str) -> tuple[str, ...]:
        """A list of names, all of which must be known."""
        found = []
        for entry, text in self._entries(key):
            if text in known:
                found.append(text)
            else:
                self.wrong(f"no {what} {text!r}; {nearest(text, known)}", key, entry)
        return tuple(found)

    def day(self, key: str) -> date | None:
        """A date written 2014-05-01; None when absent."""
        value = self.values.get(key)
        if value is None or type(value) is date:
            return value
        self.wrong("must be a date such as 2014-05-01, without quotes", key)
        return None

    def month_day(self, key: str) -> str | None:
        """A day of any year, MM-DD; None when absent."""
        value = self.values.get(key)
        if value is None:
            return None
        try:
            if isinstance(value, str) and _MONTH_DAY.fullmatch(value):
                date.fromisoformat(f"2000-{value}")  # a leap year: only what never is one fails
                return value
        except ValueError:
            pass  # said below
        self.wrong('must be a day as "MM-DD", such as "03-31"', key)
        return None

    def wordings(self, key: str, groups: Mapping[str, tuple[str, ...]]) -> Wordings:
        """A list of wordings whose groups all exist."""
        found = (self._wording(key, entry, text, groups) for entry, text in self._entries(key))
        return Wordings(wording for wording in found if wording is not None)

    def _wording(
        self, key: str, entry: int, written: str, groups: Mapping[str, tuple[str, ...]]
    ) -> Wording | None:
        try:
            wording = parse_wording(written)
        except ValueError as error:
            self.wrong(str(error), key, entry)
            return None
        for part in wording.parts:
            if part.label.startswith("{"):
                if part.label not in groups:
                    close = nearest(part.label, list(groups))
                    self.wrong(f"no word group {part.label} in {SHARED}; {close}", key, entry)
                    return None
            elif not any(letter.isalnum() for letter in part.label):
                self.wrong(f"{part.label!r} holds no letter and no digit", key, entry)
                return None
        return wording
