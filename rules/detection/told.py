"""Whether a page tells of a paper, as news does, instead of being it."""

from __future__ import annotations

import re

from rules.catalogue.vocabulary import Lexicon
from rules.catalogue.wording import found_any
from rules.detection.context import PageContext
from rules.issuers.unit_names import HeadLine
from rules.naming.kinds import Naming, TitleReading
from rules.vietnamese.folding import fold

_MEETS = re.compile(
    r"^(?:so|ubnd|uy ban|chi cuc|ban|van phong|thanh tra)\b.* (?:hop|to chuc|tien hanh)\b"
)
"""A body that does something: "Sở Y tế họp ..." is told, not issued."""


class NewsTeller:
    """Tells news from papers; built once for a catalogue."""

    def __init__(self, lexicon: Lexicon) -> None:
        self._lexicon = lexicon

    def is_news(self, context: PageContext, title: tuple[TitleReading, Naming] | None) -> bool:
        """Whether the page tells of a paper instead of being it."""
        # A title that begins like a paper's is only news where the text tells it twice.
        enough = 2 if title is not None and title[0].type_name is not None else 1
        if context.turns_of_news(self._lexicon) >= enough:
            return True
        return title is not None and self._somebody_acts(*title)

    def explains(self, context: PageContext) -> bool:
        """Whether the page calls itself a guide, an introduction, answers to questions."""
        words = self._lexicon.shared("mention")
        titles = (context.document.title, context.attempt.words.text)
        return any(found_any(words, self._lexicon.hits(title)) for title in titles if title)

    def _somebody_acts(self, reading: TitleReading, naming: Naming) -> bool:
        """ "Sở Nội vụ ban hành Mục tiêu ...": somebody does something, so it is told, not shown."""
        if reading.type_name is not None:
            return False
        if _MEETS.search(reading.text.plain[: naming.span[1]]):
            return True
        before = fold(reading.text.source[: naming.span[0]]).plain.strip()
        issued = found_any(self._lexicon.shared("issued"), reading.hits)
        if issued is None or issued[0] <= 3 or len(before) <= 12:
            return False
        return HeadLine(reading.text.source[: issued[0]]).last_unit() is not None
