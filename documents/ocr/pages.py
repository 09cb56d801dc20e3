"""The pages of one file recognised: the first ones first, and no more than telling it takes."""

from __future__ import annotations

import time
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field

from PIL import Image

from documents.limits import work_left_s
from documents.ocr.enough import head_and_title_read
from documents.ocr.ink import ink_share
from documents.ocr.page import RecognisedPage, recognise
from documents.ocr.recogniser import Recogniser
from domain.documents import Unread

LEAST_CERTAINTY = 0.5
"""Below it what was recognised is chance, not writing."""
FEW_WORDS = 8
"""With fewer words a picture shows an emblem, a signature or a blank page."""
_WORDS_OF_A_PAGE = 40
"""With fewer a page is not known to be read whole where much more is written on it."""
_LITTLE_INK = 0.008
"""Of a page: an emblem, or a signature with its stamp; a full page of text has a tenth."""
_INK_A_WORD = 0.0005
"""More of it for each word that was recognised: twice what words of common size have."""
_BUSY_SHARE = 0.6
"""A page that got less of the processor than this was stopped by the clock alone."""
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
    doubtful: list[int] = field(default_factory=list)
    """Read, and far less than what is written on them."""
    left_out: list[int] = field(default_factory=list)
    """Not looked at, as head and title were read already."""
    hurried: bool = False
    """A page was given up only because the machine had no time for it: it may go well again."""

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
            ("pages_doubtful", self.doubtful),
        )
        notes = tuple((name, listed(numbers)) for name, numbers in told if numbers)
        return (*notes, *self.failure)

    @property
    def failure(self) -> tuple[tuple[str, str], ...]:
        """The note on a recognition that another day may do better."""
        return (("ocr_failed", Unread.TIMED_OUT.value),) if self.hurried else ()


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
    began_s, worked_s = time.monotonic(), time.process_time()
    page = recognise(shown, recogniser, **limit_s)
    if not page.finished:
        share = (time.process_time() - worked_s) / max(0.001, time.monotonic() - began_s)
        found.hurried |= share < _BUSY_SHARE
        found.illegible.append(number)
    elif page.words >= FEW_WORDS and page.certainty < LEAST_CERTAINTY:
        found.illegible.append(number)
    else:
        _keep(found, number, page, shown)


def _keep(found: Recognition, number: int, page: RecognisedPage, shown: Image.Image) -> None:
    """Hold a page as read, unless hardly any of what is written on it became words."""
    expected = _LITTLE_INK + _INK_A_WORD * page.words
    much_unread = page.words < _WORDS_OF_A_PAGE and ink_share(shown) > expected
    if much_unread and page.words < FEW_WORDS:
        found.illegible.append(number)
        return
    found.pages[number] = page
    if much_unread:
        found.doubtful.append(number)
