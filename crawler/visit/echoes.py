"""Pages that come in place of the one asked for: the home page, or the list that links to it."""

from __future__ import annotations

import re

from crawler.visit.links.frontier import Candidate
from crawler.visit.pages.outcome import Verdict
from crawler.visit.pages.text import is_longer
from domain.documents import Document, Need, Reading, Zone
from domain.outcomes import Outcome
from domain.visits import FoundBy

_MOST_PAGES = 50_000
_SHORTEST_TEXT = 200
"""A page with less shows too little to be told from another."""
_WORDS_OF_A_TITLE = 4
_OWN = (Zone.MAIN, Zone.LIST, Zone.ATTACHMENT)
_FRAME = frozenset({Zone.HEADER, Zone.FOOTER, Zone.MENU, Zone.BREADCRUMB})
"""Where clocks and counters stand, which differ each time."""
_HOME = re.compile(r"\W*(?:trang chủ|trang nhất|home(?: ?page)?)\W*\Z", re.I)


class Echoes:
    """Remembers every page by its title, its text without the frame around it, and its links.

    Numbers count: this year's paper may differ from last year's by nothing else.
    """

    def __init__(self) -> None:
        self._shown: dict[str, int] = {}

    def verdict(
        self, candidate: Candidate, reading: Reading, final: str, home: str | None
    ) -> Verdict | None:
        """That an address holds nothing of its own; what does is remembered."""
        if not isinstance(reading, Document) or not _tells(reading):
            return None
        shown = _print(reading)
        other = self._echo_of(candidate, final, shown, home)
        if other is not None:
            return Outcome.SOFT_NOT_FOUND, f"trả về đúng nội dung của {other}"
        if len(self._shown) < _MOST_PAGES:
            self._shown.setdefault(final, shown)
        return None

    def _echo_of(
        self, candidate: Candidate, final: str, shown: int, home: str | None
    ) -> str | None:
        """The page that came instead, the home page or the one with the link; None as a rule.

        A title in a list is asked about the list. Other variants of a page – sorted, turned,
        filtered – may well show the same.
        """
        if candidate.found_by in (FoundBy.HOME, FoundBy.AID) or candidate.words.zone is Zone.PAGING:
            return None
        titled = len(candidate.words.text.split()) >= _WORDS_OF_A_TITLE
        asked = [candidate.parent] if titled and candidate.words.zone in _OWN else []
        if home and not _HOME.match(candidate.words.text) and candidate.could_mean:
            asked.append(home)
        known = (one for one in asked if one and one != final)
        return next((one for one in known if self._shown.get(one) == shown), None)


def _tells(document: Document) -> bool:
    unshown = Need.BROWSER in document.needs or Need.SCRIPTS in document.needs
    told = "html" in document.media_type and not unshown
    return told and is_longer(document.blocks, _SHORTEST_TEXT - 1)


def _print(document: Document) -> int:
    text = [block.text for block in document.blocks if block.zone not in _FRAME]
    links = [link.href for link in document.links]
    return hash((document.title, *text, "", *links))
