"""Office files read where files are read: in a worker that writes nothing and has little room."""

from __future__ import annotations

import asyncio
from pathlib import Path

from documents.pool import ReaderPool
from domain.documents import Document, Reading, Unread, Unreadable
from domain.settings import DocumentsSettings
from tests.data import make_samples as samples

_PAPERS = Path(samples.__file__).parent / "papers"


async def _readings(bodies: list[bytes]) -> list[Reading]:
    pool = ReaderPool(DocumentsSettings(workers=1, timeout_s=20))
    try:
        return [await pool.read(body) for body in bodies]
    finally:
        await pool.aclose()


def test_every_sample_is_read_in_a_limited_worker() -> None:
    """No reader needs a file of its own or another program; a damaged file costs itself alone."""
    sound = [path.read_bytes() for path in sorted(_PAPERS.iterdir())]
    damaged = sound[0][:900]
    readings = asyncio.run(_readings([*sound, damaged, sound[0]]))
    assert [type(reading) for reading in readings[:-2]] == [Document] * len(sound)
    assert isinstance(readings[-2], Unreadable)
    assert readings[-2].reason is Unread.DAMAGED
    assert readings[-1] == readings[0]
