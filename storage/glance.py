"""Single questions over one connection that stays open: what is asked for every page of a night."""

from __future__ import annotations

import threading
from collections.abc import Callable
from typing import TypeVar

from sqlalchemy.engine import Connection, Engine

Result = TypeVar("Result")


class Glance:
    """Asks one question at a time, from any thread; each sees all that is committed by then.

    A connection out of the pool and a transaction for each cost several times the question.
    """

    def __init__(self, engine: Engine) -> None:
        self._engine = engine
        self._connection: Connection | None = None
        self._lock = threading.Lock()

    def read(self, question: Callable[[Connection], Result]) -> Result:
        """What a single statement finds: two of them may see different moments."""
        with self._lock:
            if self._connection is None:
                opened = self._engine.connect()
                self._connection = opened.execution_options(isolation_level="AUTOCOMMIT")
            try:
                return question(self._connection)
            except BaseException:
                self._drop()  # it may be what failed; the next question opens another
                raise

    def close(self) -> None:
        """Let go of the connection."""
        with self._lock:
            self._drop()

    def _drop(self) -> None:
        if self._connection is not None:
            self._connection.invalidate()
            self._connection.close()
            self._connection = None
