"""Ending long work at once and cleanly, whoever asks for it."""

from __future__ import annotations

import signal
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from types import FrameType


@contextmanager
def ended_like_ctrl_c() -> Iterator[None]:
    """Take SIGTERM, as service managers send it, for Ctrl-C: what was committed is kept.

    By itself it would end the process where it stands, with the queue of the store unwritten.
    """
    if threading.current_thread() is not threading.main_thread():
        yield  # only the main thread may decide on signals
        return
    before = signal.signal(signal.SIGTERM, _as_ctrl_c)
    try:
        yield
    finally:
        signal.signal(signal.SIGTERM, before)


def _as_ctrl_c(number: int, frame: FrameType | None) -> None:
    signal.raise_signal(signal.SIGINT)
