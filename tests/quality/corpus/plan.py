"""Where the pages and files of one item stand, and what its words are filled with."""

from __future__ import annotations

import random
from collections.abc import Mapping
from dataclasses import dataclass, field

from tests.quality.corpus import neutral
from tests.quality.corpus.files import extension
from tests.quality.corpus.frames import Frame, Place, frame_of
from tests.quality.corpus.item import Item
from tests.quality.corpus.placeholders import filled
from tests.quality.corpus.spelling import SPELLINGS

_FIRST_NUMBERS = range(2_000, 60_000)


@dataclass(frozen=True, slots=True)
class Planned:
    """A page: its address and title, and the markup of its main part."""

    place: Place
    main: str


@dataclass
class Plan:
    """Gives out addresses; the same ones every time, and to twins the same as to their item."""

    item: Item
    frame: Frame = field(init=False)
    rng: random.Random = field(init=False)
    _number: int = field(init=False)

    def __post_init__(self) -> None:
        self.frame = frame_of(self.item.frame)
        self.rng = random.Random(f"site {self.item.twin_of or self.item.id}")
        self._number = self.rng.choice(_FIRST_NUMBERS)

    def _next(self) -> int:
        self._number += self.rng.randint(1, 9)
        return self._number

    def page(self, title: str) -> Place:
        """A new article."""
        return Place(self.frame.page_href(title, self._next()), title)

    def section(self, title: str) -> Place:
        """A new page of the menu."""
        return Place(self.frame.section_href(title, self._next()), title)

    def file(self, name: str, form: str, words: str) -> Place:
        """A new file, with the words of the link to it."""
        return Place(self.frame.file_href(name, extension(form), self._next()), words)

    def filled(self, text: str, targets: Mapping[str, str] | None = None) -> str:
        """A text of the wording with its places filled."""
        return filled(text, {**self.item.words, **(targets or {})})

    def own(self, text: str) -> str:
        """A text that speaks of the inspected office and year, whosever the paper is."""
        year = self.item.year
        years = {"year": str(year), "last": str(year - 1), "next": str(year + 1)}
        return filled(text, {**self.item.words, **self.item.office.body.words, **years})

    def spelled(self, text: str) -> str:
        """A text as the item stores it."""
        return SPELLINGS[self.item.spelling](text)

    def news(self) -> list[Planned]:
        """Ordinary news."""
        return [
            self.article(self.page(title), f"<p>{text}</p>")
            for title, text in neutral.some_news(self.rng)
        ]

    def article(self, place: Place, body: str, date: str = "") -> Planned:
        """A page with a heading and a text."""
        return Planned(place, self.frame.article_of(place.text, body, date))

    def listing(self, place: Place, places: list[Place]) -> Planned:
        """A page that lists others."""
        return self.article(place, self.frame.listed(places))
