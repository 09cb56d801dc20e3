"""A further page of a list that goes on only by posting the page's form."""

from __future__ import annotations

import hashlib
from dataclasses import dataclass, field

from crawler.visit.links.post_events import Event
from documents.html.forms import Fields, PostForm


@dataclass(frozen=True, slots=True)
class Post:
    """What turns a list to another page.

    The page's identity is the address, the list and the number: the view state that goes with
    it differs at every visit and means nothing by itself.
    """

    form: PostForm = field(repr=False)
    """That of the page on which the turn stood: its view state knows that page's controls."""
    event: Event
    list: str
    page: int
    of: str
    """Digest of the content of the page on which the turn stood."""
    may_end: bool = False
    """Whether the list may end there: a link that leads on stands on the last page too."""

    @property
    def fields(self) -> Fields:
        """The form as it is sent."""
        if self.event.button is not None:
            return self.form.pressing(self.event.target, self.event.button)
        return self.form.raising(self.event.target, self.event.argument)

    @property
    def digest(self) -> str:
        """Digest of what tells this page from the list's others."""
        return hashlib.sha256(f"{self.list}\n{self.page}".encode()).hexdigest()

    def place(self, address: str) -> str:
        """The page as if it had an address of its own; nothing is asked there."""
        return f"{address}#{self.list}/{self.page}"
