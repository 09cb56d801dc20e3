"""Ending long work at once and cleanly, whoever asks for it."""

from __future__ import annotations

import asyncio
import signal
import threading
from collections.abc import Coroutine
from typing import Any, TypeVar

Result = TypeVar("Result")


def run_until_ended(work: Coroutine[Any, Any, Result]) -> Result:
    """Run it, ended by SIGTERM, as service managers send it, just as by Ctrl-C.

    By itself the signal would end the process where it stands, with the queue of the store
    unwritten. Raises :class:`KeyboardInterrupt` when it was ended.
    """
    return asyncio.run(_ended_by_sigterm(work))


async def _ended_by_sigterm(work: Coroutine[Any, Any, Result]) -> Result:
    if threading.current_thread() is not threading.main_thread():
        return await work  # only the main thread may decide on signals
    loop, task = asyncio.get_running_loop(), asyncio.current_task()
    assert task is not None  # noqa: S101 - a coroutine that runs is a task
    asked = asyncio.Event()

    def end() -> None:
        asked.set()
        task.cancel()

    # Not passed on as SIGINT: a shell starts what it runs in the background with that ignored.
    loop.add_signal_handler(signal.SIGTERM, end)
    try:
        return await work
    except asyncio.CancelledError:
        if asked.is_set():
            raise KeyboardInterrupt from None
        raise
    finally:
        loop.remove_signal_handler(signal.SIGTERM)
