"""Work that is ended from outside ends as it does by Ctrl-C, however the program was started."""

from __future__ import annotations

import asyncio
import os
import signal
from collections.abc import Iterator

import pytest

from app.cli.ending import run_until_ended


@pytest.fixture(params=[signal.default_int_handler, signal.SIG_IGN], ids=["heeded", "ignored"])
def sigint(request: pytest.FixtureRequest) -> Iterator[None]:
    """What Ctrl-C does: a shell starts what it runs in the background with it ignored."""
    before = signal.signal(signal.SIGINT, request.param)
    yield
    signal.signal(signal.SIGINT, before)


@pytest.mark.usefixtures("sigint")
def test_sigterm_ends_the_work_and_lets_it_clear_away() -> None:
    """The work hears of it, and the caller as of Ctrl-C; SIGTERM then means what it meant."""
    heard: list[str] = []
    before = signal.getsignal(signal.SIGTERM)

    async def work() -> None:
        os.kill(os.getpid(), signal.SIGTERM)
        try:
            await asyncio.Event().wait()
        finally:
            heard.append("cleared away")

    with pytest.raises(KeyboardInterrupt):
        run_until_ended(work())
    assert heard == ["cleared away"]
    assert signal.getsignal(signal.SIGTERM) == before


def test_work_that_nobody_ends_gives_its_result() -> None:
    """It comes back as from any other call."""

    async def work() -> int:
        return 7

    assert run_until_ended(work()) == 7


def test_work_that_gives_up_by_itself_is_not_called_ended() -> None:
    """A cancellation of its own stays one."""

    async def work() -> None:
        raise asyncio.CancelledError

    with pytest.raises(asyncio.CancelledError):
        run_until_ended(work())
