"""Fetching and reading that first look at what is already held.

A visit resumed after a kill replays the answers it had; known papers are asked for with their
validators; bytes that were read once are not read again.
"""

from __future__ import annotations

import asyncio
from collections.abc import Callable
from dataclasses import dataclass, field, replace

from app.memory import Memory
from app.passing import may_pass
from crawler.browser.rendering import part_asks, render_ask
from documents.pool import ReaderPool
from domain.documents import Reading
from domain.exchanges import Answer, Ask, Shown
from domain.outcomes import Outcome
from domain.protocols import Fetch, Render
from storage.queries import HeldCopy


@dataclass(frozen=True, slots=True)
class RememberingFetch:
    """A :class:`~domain.protocols.Fetch` that asks the memory before the portal."""

    fetch: Fetch
    memory: Memory

    async def __call__(self, ask: Ask) -> Answer:
        """The stored answer, a confirmed copy, or a fresh one.

        What was fetched is handed to the recorder on the event loop, where a full queue would
        stop all portals at once; so it is here that one waits for a slow disk.
        """
        if self.memory.crowded:
            await asyncio.to_thread(self.memory.wait_for_room)
        stored = self.memory.stored_answer(ask)
        if stored is not None:
            return stored
        held = self.memory.held_copy(ask.address) if ask.method == "GET" else None
        if held is None:
            return await self.fetch(ask)
        answer = await self.fetch(replace(ask, etag=held.etag, last_modified=held.last_modified))
        if answer.outcome is not Outcome.NOT_MODIFIED:
            return answer
        body = self.memory.body(held.sha256)
        if body is None:
            return await self.fetch(ask)
        return _with_held_body(answer, held, body)


@dataclass(frozen=True, slots=True)
class RememberingRender:
    """A :class:`~domain.protocols.Render` that shows nothing twice in one visit."""

    render: Render | None
    """None where there is no browser."""
    memory: Memory

    async def __call__(self, shell: Answer, forbids: Callable[[str], bool]) -> Shown | None:
        """The stored rendering of a visit that was cut off, or a fresh one."""
        stored = self._stored(shell)
        if stored is not None:
            return stored
        return await self.render(shell, forbids) if self.render else None

    def _stored(self, shell: Answer) -> Shown | None:
        """None also where some of its data is lost: without it a list would look short."""
        answer = self.memory.stored_answer(render_ask(shell))
        if answer is None:
            return None
        asks = part_asks(answer)
        held = map(self.memory.stored_answer, asks)
        parts = tuple(part for part in held if part is not None)
        return Shown(answer, parts) if len(parts) == len(asks) else None


def _with_held_body(answer: Answer, held: HeldCopy, body: bytes) -> Answer:
    """A 304 carries no body and often no type: both come from the copy it confirms."""
    headers = answer.headers
    if answer.header("content-type") is None and held.media_type:
        headers = (*headers, ("content-type", held.media_type))
    return replace(answer, body=body, headers=headers)


@dataclass(frozen=True, slots=True)
class RememberingRead:
    """A :class:`~domain.protocols.Read` that reads the same bytes once a visit."""

    pool: ReaderPool
    memory: Memory
    _passing: dict[str, Reading] = field(default_factory=dict)
    """Readings of this visit that are not kept, as the next may do better."""

    async def __call__(self, answer: Answer) -> Reading:
        """The reading known of these bytes, or a new one, kept unless its failure may pass."""
        known = self.known(answer.sha256)
        if known is not None:
            return known
        reading = await self.pool.read(
            answer.body, answer.header("content-type") or "", file_name_of(answer)
        )
        if may_pass(reading):
            self._passing[answer.sha256] = reading
        else:
            self.memory.keep_reading(answer.sha256, self.pool.version, reading)
        return reading

    def known(self, sha256: str) -> Reading | None:
        """What bytes said that were read in this visit or kept of an earlier one."""
        return self._passing.get(sha256) or self.memory.reading(sha256, self.pool.version)


def file_name_of(answer: Answer) -> str:
    """The name a browser would save the body under: Content-Disposition, else the path's end."""
    disposition = answer.header("content-disposition") or ""
    _, found, rest = disposition.partition("filename=")
    if found:
        return rest.split(";")[0].strip(' "')
    address = answer.final_address or answer.ask.address
    return address.split("?")[0].rsplit("/", 1)[-1]
