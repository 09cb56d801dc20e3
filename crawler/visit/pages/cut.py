"""Pages that came cut short: what they show counts for it, and never as a look for absence."""

from __future__ import annotations

from collections.abc import Iterable

from domain.documents import Document
from domain.exchanges import Answer
from domain.protocols import Progress
from domain.visits import Attempt, Page

_MOST_KEPT = 100
_Key = tuple[str, str, str | None]


class CutPages:
    """Keeps what was read of cut bodies until it is sure that no whole one follows."""

    def __init__(self) -> None:
        self._read: dict[_Key, tuple[Document, Answer]] = {}

    def saw(self, attempt: Attempt, document: Document, answer: Answer) -> None:
        """Take note of one; the address may be asked again, and come whole."""
        if len(self._read) < _MOST_KEPT:
            self._read[_key(attempt)] = (document, answer)

    def tell(self, attempts: Iterable[Attempt], progress: Progress) -> None:
        """Tell the progress of those that stayed cut to the end; their attempts stay failures."""
        for attempt in attempts:
            kept = self._read.get(_key(attempt)) if attempt.cut_off else None
            if kept is not None and kept[1].started_at == attempt.started_at:
                progress.saw(Page(attempt, kept[0], kept[1].started_at))


def _key(attempt: Attempt) -> _Key:
    return attempt.address, attempt.method, attempt.form_digest
