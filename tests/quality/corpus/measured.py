"""What one run of the corpus brought, as the page tells it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

from tests.quality.corpus.openings import Opening
from tests.quality.corpus.verdict import Verdict
from tests.quality.corpus.wording import Wording


@dataclass(frozen=True, slots=True)
class Measured:
    """One run."""

    wordings: Sequence[Wording]
    """All of the corpus, also those that were not run."""
    verdicts: Sequence[Verdict]
    """Held-out ones only where they were opened."""
    openings: Sequence[Opening]
    rules: str = ""
    """The digest of the rules that were measured."""
    day: datetime | None = None
    """When the run ended, UTC."""
    left_out: int = 0
    """Wordings that could not be taken over."""

    @property
    def open(self) -> list[Verdict]:
        """The verdicts on what may be looked at."""
        return [v for v in self.verdicts if not v.item.held_out]

    @property
    def held_out(self) -> list[Verdict]:
        """The verdicts on what may not."""
        return [v for v in self.verdicts if v.item.held_out]

    @property
    def sides(self) -> list[tuple[str, list[Verdict]]]:
        """What stands side by side in every table: the open wordings, then the held-out ones."""
        both = [("open wordings", self.open), ("held out", self.held_out)]
        return both if self.held_out else both[:1]
