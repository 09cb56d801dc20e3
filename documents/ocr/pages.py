"""The pages of one file recognised: the first ones first, and no more than telling it takes."""

from __future__ import annotations

import time
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field

from PIL import Image

from documents.limits import work_left_s
from documents.ocr.enough import head_and_title_read
from documents.ocr.page import RecognisedPage, recognise
from documents.ocr.recogniser import Recogniser

LEAST_CERTAINTY = 0.5
"""Below it what was recognised is chance, not writing."""
FEW_WORDS = 8
"""With fewer words a picture shows an emblem, a signature or a blank page."""
_SPARE_S = 3.0
"""What must be left of the worker's time after a page for handing over what was read."""

Picture = Callable[[], Image.Image | None]
"""Gives the picture of a page; None where there is none to be had."""


@dataclass(slots=True)
class Recognition:
    """What came of the pages of one file."""

    pages: dict[int, RecognisedPage] = field(default_factory=dict)
    """Those that were read, by number; pages with hardly a word among them."""
    illegible: list[int] = field(default_factory=list)
    """Looked at, and chance at best; or not reached for want of time or pages."""
    left_out: list[int] = field(default_factory=list)
    """Not looked at, as head and title were read already."""

    @property
    def text(self) -> str:
        return "\n".join(line for page in self.pages.values() for line in page.lines)

    @property
    def words(self) -> int:
        return sum(page.words for page in self.pages.values())

    @property
    def certainty(self) -> float:
        """The mean over the words of all pages."""
        total = sum(page.certainty * page.words for page in self.pages.values())
        return round(total / self.words, 3) if self.words else 0.0

    @property
    def metadata(self) -> tuple[tuple[str, str], ...]:
        """Which pages stayed unread and why."""
        told = (
            ("pages_without_text", self.illegible),
            ("pages_not_recognised", self.left_out),
        )
        return tuple((name, listed(numbers)) for name, numbers in told if numbers)


def listed(numbers: Iterable[int]) -> str:
    """Page numbers as metadata names them: "2,3"."""
    return ",".join(map(str, sorted(numbers)))[:300]


def recognise_pages(
    pictures: Mapping[int, Picture],
    recogniser: Recogniser,
    most_pages: int,
    *,
    all_of_them: bool = False,
) -> Recognition:
    """Recognise pages in order until head and title were read, or ``most_pages`` were looked at.

    ``all_of_them``: head and title stand elsewhere, so that every page counts. Ends early, with
    what it has, when the time of the worker runs out.
    """
    found = Recognition()
    looks, slowest_s = 0, 0.0
    for number, picture in pictures.items():
        if looks and not all_of_them and head_and_title_read(found.text):
            found.left_out.append(number)
            continue
        if looks >= most_pages or _too_late(slowest_s):
            found.illegible.append(number)
            continue
        started = time.monotonic()
        _look(found, number, picture, recogniser)
        slowest_s = max(slowest_s, time.monotonic() - started)
        looks += 1
    return found


def _too_late(page_s: float) -> bool:
    left_s = work_left_s()
    return left_s is not None and left_s < 1.5 * page_s + _SPARE_S


def _look(found: Recognition, number: int, picture: Picture, recogniser: Recogniser) -> None:
    shown = picture()
    if shown is None:
        found.illegible.append(number)
        return
    left_s = work_left_s()
    limit_s = {} if left_s is None else {"limit_s": max(1.0, left_s - _SPARE_S)}
    page = recognise(shown, recogniser, **limit_s)
    if page.words >= FEW_WORDS and page.certainty < LEAST_CERTAINTY:
        found.illegible.append(number)
    else:
        found.pages[number] = page
