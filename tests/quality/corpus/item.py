"""One casting of a wording: what is inspected, and what is right for it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from domain.publications import Status
from tests.quality.corpus.offices import Office
from tests.quality.corpus.wording import Wording

_WRONG_PAPER = frozenset({"year", "issuer"})


@dataclass(frozen=True, slots=True)
class Item:
    """A wording cast for one office, year, form, frame and spelling."""

    id: str
    wording: Wording
    casting: str
    """``plain``; ``year``: last year's paper; ``issuer``: another office's paper."""
    office: Office
    year: int
    """The inspected year."""
    words: Mapping[str, str]
    """What its places are filled with."""
    form: str
    """Of a paper; of other kinds the form of their first file, or ``page``."""
    frame: str
    spelling: str
    right: Mapping[str, frozenset[Status]]
    twin_of: str = ""
    """Identifier of the item it repeats in another spelling; empty: an item of its own."""

    @property
    def held_out(self) -> bool:
        """Whether rules were written without sight of it."""
        return self.wording.held_out

    @property
    def of_wrong_year_or_issuer(self) -> bool:
        """Whether its paper is another year's or another office's."""
        return bool(_WRONG_PAPER & {self.casting, self.wording.trap})

    @property
    def is_decoy(self) -> bool:
        """Whether it was made to mislead, or holds no publication at all."""
        misleads = bool(self.wording.trap) or self.casting != "plain"
        return misleads or not any(Status.PUBLISHED in allowed for allowed in self.right.values())
