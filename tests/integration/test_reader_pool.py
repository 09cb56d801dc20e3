"""The worker processes that read files: limits hold, and one bad file costs only itself."""

from __future__ import annotations

import asyncio
import multiprocessing
import os
import select
import subprocess
import sys

import pytest
from fpdf import FPDF

from documents.hints import Hints
from documents.lane import Lane
from documents.ocr.recogniser import tessdata
from documents.pool import ReaderPool
from domain.documents import Document, Reading, Unread, Unreadable
from domain.settings import DocumentsSettings
from tests.integration.hostile_readers import fail_to_recognise, misbehave

_SETTINGS = DocumentsSettings(workers=1, memory_mb=300, timeout_s=1.5)
_ORPHAN_PROGRAM = """
import asyncio
from documents.pool import ReaderPool
from domain.settings import DocumentsSettings
from tests.integration.hostile_readers import misbehave

async def main():
    pool = ReaderPool(DocumentsSettings(workers=1, timeout_s=60), misbehave)
    print((await pool.read(b"%PDF-1.4", "", "pid")).detail, flush=True)
    await pool.read(b"%PDF-1.4", "", "loop")

if __name__ == "__main__":
    asyncio.run(main())
"""


@pytest.fixture(scope="module")
def paper() -> bytes:
    """A sound PDF of one page."""
    pdf = FPDF()
    pdf.add_page()
    pdf.set_font("helvetica", size=12)
    pdf.multi_cell(0, 8, "Muc tieu chat luong nam 2021 cua Uy ban nhan dan xa")
    return bytes(pdf.output())


@pytest.fixture(scope="module")
def readings(paper: bytes) -> dict[str, Reading]:
    """One pool with one worker that meets every kind of bad file, a sound one after each."""
    names = ("sound", "burst", "after burst", "crash", "after crash", "raise", "loop", "after loop")

    async def read_all() -> dict[str, Reading]:
        pool = ReaderPool(_SETTINGS, misbehave)
        try:
            return {name: await pool.read(paper, "application/pdf", name) for name in names}
        finally:
            await pool.aclose()

    return asyncio.run(read_all())


def test_a_sound_file_is_read_in_a_worker(readings: dict[str, Reading]) -> None:
    """A PDF comes back as a document from another process."""
    reading = readings["sound"]
    assert isinstance(reading, Document)
    assert "Muc tieu chat luong nam 2021" in reading.text


@pytest.mark.parametrize(
    ("name", "reason"),
    [
        ("burst", Unread.OUT_OF_MEMORY),
        ("crash", Unread.DAMAGED),
        ("raise", Unread.DAMAGED),
        ("loop", Unread.TIMED_OUT),
    ],
)
def test_a_bad_file_costs_itself_alone(
    readings: dict[str, Reading], name: str, reason: Unread
) -> None:
    """Each way of ending a reader becomes its own reason."""
    reading = readings[name]
    assert isinstance(reading, Unreadable)
    assert reading.reason is reason
    assert reading.detail


@pytest.mark.parametrize("name", ["after burst", "after crash", "after loop"])
def test_the_pool_goes_on_after_a_bad_file(readings: dict[str, Reading], name: str) -> None:
    """The next file is read as if nothing had been."""
    assert isinstance(readings[name], Document)


def test_a_paper_that_many_link_to_is_read_once(paper: bytes) -> None:
    """Who asks for bytes that are being read waits for that reading; another file does not."""

    async def read_together() -> list[Reading]:
        pool = ReaderPool(_SETTINGS, misbehave)
        asked = [(paper, "time")] * 3 + [(paper + b"\n", "time")]
        try:
            return await asyncio.gather(
                *(pool.read(body, "application/pdf", name) for body, name in asked)
            )
        finally:
            await pool.aclose()

    first, *others, another = asyncio.run(read_together())
    assert isinstance(first, Unreadable)
    assert {one.detail for one in others if isinstance(one, Unreadable)} == {first.detail}
    assert isinstance(another, Unreadable)
    assert another.detail != first.detail


@pytest.mark.skipif(tessdata() is None, reason="no Tesseract with Vietnamese here")
@pytest.mark.parametrize(("name", "failure"), [("", "out_of_memory"), ("crash", "")])
def test_failed_recognising_leaves_the_text(paper: bytes, name: str, failure: str) -> None:
    """What was read without is kept; where another day may do better, that is said."""

    async def read() -> Reading:
        pool = ReaderPool(_SETTINGS, fail_to_recognise)
        try:
            return await pool.read(paper, "application/pdf", name)
        finally:
            await pool.aclose()

    reading = asyncio.run(read())
    assert isinstance(reading, Document)
    assert dict(reading.metadata).get("ocr_failed", "") == failure


def test_closing_leaves_nobody_waiting(paper: bytes) -> None:
    """Readings under way and those that wait for their turn are given up, not forgotten."""

    async def close_early() -> list[bool]:
        lane = Lane(workers=1, memory_mb=300, limit_s=60.0)
        waiting = [
            asyncio.create_task(lane.read(misbehave, "application/pdf", paper, Hints(name="hang")))
            for _ in range(4)
        ]
        await asyncio.sleep(0)
        await lane.aclose()
        _, pending = await asyncio.wait(waiting, timeout=5.0)
        assert not pending
        return [task.cancelled() for task in waiting]

    assert asyncio.run(close_early()) == [True] * 4
    assert not multiprocessing.active_children()


def test_pages_start_no_process() -> None:
    """Reading HTML, text and unknown kinds leaves the machine without a worker."""

    async def read_pages() -> None:
        pool = ReaderPool(_SETTINGS)
        await pool.read(b"<html><p>trang</p>", "text/html")
        await pool.read(b"van ban", "text/plain")
        await pool.read(b"MZ\x00\x01")
        assert not multiprocessing.active_children()
        await pool.aclose()

    asyncio.run(read_pages())


def test_a_page_that_may_take_seconds_is_read_in_a_worker() -> None:
    """An element with attributes without end holds up one worker, and no other portal."""
    crowded = "<html><div " + " ".join(f"a{number}" for number in range(20_001)) + ">chữ</div>"

    async def read_page() -> Reading:
        pool = ReaderPool(_SETTINGS, misbehave)
        try:
            return await pool.read(crowded.encode(), "text/html", "pid")
        finally:
            await pool.aclose()

    reading = asyncio.run(read_page())
    assert isinstance(reading, Unreadable)
    assert reading.detail != str(os.getpid())


def test_a_killed_main_process_leaves_no_worker() -> None:
    """The kernel ends a worker, even a looping one, when the process that started it is killed."""
    program = subprocess.Popen(
        [sys.executable, "-c", _ORPHAN_PROGRAM], stdout=subprocess.PIPE, stderr=subprocess.DEVNULL
    )
    assert program.stdout is not None
    worker = os.pidfd_open(int(program.stdout.readline()))
    program.kill()
    program.wait()
    program.stdout.close()
    ended, _, _ = select.select([worker], [], [], 5.0)
    os.close(worker)
    assert ended
