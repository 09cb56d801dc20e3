"""What one visit may remember: the store's face, or nothing but RAM where there is no store.

Both give the pipeline the same few things, so that ``crawl`` and ``check`` walk one way.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Protocol

from domain.documents import Reading
from domain.exchanges import Answer, Ask
from domain.protocols import Recorder
from domain.visits import Attempt
from storage.queries import HeldCopy
from storage.store import Store


class Memory(Protocol):
    """What a visit in progress can look up and keep."""

    @property
    def recorder(self) -> Recorder:
        """Keeps every exchange, the raw bytes first."""
        ...

    @property
    def crowded(self) -> bool:
        """Whether the recorder may have to wait with the next exchange."""
        ...

    def wait_for_room(self) -> None:
        """Wait until it need not; blocks, so in a thread."""
        ...

    def stored_answer(self, ask: Ask) -> Answer | None:
        """The answer this same visit got before it was killed; None when it never asked."""
        ...

    def held_copy(self, address: str) -> HeldCopy | None:
        """The newest copy with a validator, of any earlier visit."""
        ...

    def body(self, sha256: str) -> bytes | None:
        """The bytes of a held copy; None when they are gone or damaged."""
        ...

    def reading(self, sha256: str, reader_version: str) -> Reading | None:
        """An earlier reading of the same bytes by the same reader."""
        ...

    def keep_reading(self, sha256: str, reader_version: str, reading: Reading) -> None:
        """Keep a reading, whoever else links to the same bytes."""
        ...


@dataclass(slots=True)
class StoreMemory:
    """The memory of a visit that is kept, in the database."""

    store: Store
    visit_id: int
    resumed: bool
    recorder: Recorder
    held: Mapping[str, HeldCopy]

    def begin_anew(self, agency_id: int) -> None:
        """Let the visit be walked once more, as a full look; what it asked is not asked again.

        Waits for the database, so in a thread.
        """
        self.store.last_looks.look_fully(self.visit_id)
        self.recorder = self.store.recorder(self.visit_id, agency_id)
        self.resumed = True

    @property
    def crowded(self) -> bool:
        """See :class:`Memory`."""
        return self.store.crowded

    def wait_for_room(self) -> None:
        """See :class:`Memory`."""
        self.store.wait_for_room()

    def stored_answer(self, ask: Ask) -> Answer | None:
        """See :class:`Memory`; a visit that was not resumed has asked nothing yet."""
        return self.store.stored_answer(self.visit_id, ask) if self.resumed else None

    def held_copy(self, address: str) -> HeldCopy | None:
        """See :class:`Memory`."""
        return self.held.get(address)

    def body(self, sha256: str) -> bytes | None:
        """See :class:`Memory`."""
        return self.store.body_or_none(sha256)

    def reading(self, sha256: str, reader_version: str) -> Reading | None:
        """See :class:`Memory`."""
        return self.store.readings.one(sha256, reader_version)

    def keep_reading(self, sha256: str, reader_version: str, reading: Reading) -> None:
        """See :class:`Memory`."""
        self.store.readings.keep(sha256, reader_version, reading)


class _NoRecorder:
    """Keeps nothing."""

    def answered(self, attempt: Attempt, answer: Answer) -> None:
        """Nothing is kept."""

    def classified(self, attempt: Attempt) -> None:
        """Nothing is kept."""

    def skipped(self, attempt: Attempt) -> None:
        """Nothing is kept."""


@dataclass(slots=True)
class PassingMemory:
    """The memory of a check without a database: gone when the command ends."""

    recorder: Recorder = field(default_factory=_NoRecorder)
    readings: dict[str, Reading] = field(default_factory=dict)
    crowded: bool = False

    def wait_for_room(self) -> None:
        """See :class:`Memory`."""

    def stored_answer(self, ask: Ask) -> Answer | None:
        """See :class:`Memory`."""
        return None

    def held_copy(self, address: str) -> HeldCopy | None:
        """See :class:`Memory`."""
        return None

    def body(self, sha256: str) -> bytes | None:
        """See :class:`Memory`."""
        return None

    def reading(self, sha256: str, reader_version: str) -> Reading | None:
        """See :class:`Memory`."""
        return self.readings.get(sha256)

    def keep_reading(self, sha256: str, reader_version: str, reading: Reading) -> None:
        """See :class:`Memory`."""
        self.readings[sha256] = reading
