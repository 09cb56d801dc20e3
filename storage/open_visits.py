"""Visits under way: the rows each has, and the answers it may be given again."""

from __future__ import annotations

import threading
from collections import deque
from collections.abc import Callable
from typing import Any

import sqlalchemy as sa
from sqlalchemy.engine import Connection

from domain.errors import StoreError
from domain.exchanges import Ask
from storage import visits
from storage.requests import kept_ask
from storage.tables import visit as visit_table
from storage.visits import AskKey, VisitBook

Read = Callable[[Callable[[Connection], Any]], Any]  # gives back what the work it is given does


class OpenVisits:
    """The visits under way; locked, as threads share it."""

    def __init__(self, read: Read, place: object) -> None:
        self._read = read
        self._place = place
        self._lock = threading.Lock()
        self._books: dict[int, VisitBook] = {}
        self._replays: dict[int, dict[AskKey, deque[int]]] = {}

    def book(self, visit_id: int, agency_id: int | None = None) -> VisitBook:
        """The rows the visit has, read once, and the answers it may be given again."""
        with self._lock:
            if visit_id not in self._books and agency_id is None:
                agency_id = self.agency_of(visit_id)
            if agency_id is not None and visit_id not in self._books:
                book = self._read(lambda c: visits.load_book(c, visit_id, agency_id))
                self._replays[visit_id] = self._read(lambda c: visits.stored_seqs(c, visit_id))
                self._books[visit_id] = book
            return self._books[visit_id]

    def next_stored(self, visit_id: int, ask: Ask) -> int | None:
        """The row of the next answer to be given again; each comes once, in order."""
        self.book(visit_id)
        with self._lock:
            waiting = self._replays[visit_id].get(visits.ask_key(kept_ask(ask)))
            return waiting.popleft() if waiting else None

    def drop(self, visit_id: int) -> None:
        """The visit is over."""
        with self._lock:
            self._books.pop(visit_id, None)
            self._replays.pop(visit_id, None)

    def agency_of(self, visit_id: int) -> int:
        """Whose visit it is; :class:`StoreError` for none."""
        query = sa.select(visit_table.c.agency_id).where(visit_table.c.id == visit_id)
        found = self._read(lambda c: c.scalar(query))
        if found is None:
            raise StoreError(f"database {self._place}: there is no visit {visit_id}")
        return int(found)
