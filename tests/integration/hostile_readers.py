"""Readers that do what hostile files make parsers do; workers import them by name."""

from __future__ import annotations

import os
import signal
import time

from documents.hints import Hints
from documents.read import read_body
from domain.documents import Document, HowRead, Reading, Unread, Unreadable


def misbehave(body: bytes, hints: Hints) -> Reading:
    """Does what the name asks for; reads everything else properly."""
    name = hints.name
    if name == "loop":
        while True:
            pass
    if name == "hang":
        signal.pause()
    if name == "burst":
        return read_body(b"x" * 4_000_000_000, hints)
    if name == "crash":
        os.kill(os.getpid(), signal.SIGSEGV)
    if name == "raise":
        raise RecursionError("too deep")
    if name == "time":
        return Unreadable("text/plain", Unread.UNSUPPORTED, str(time.monotonic_ns()))
    if name == "pid":
        return Unreadable("text/plain", Unread.UNSUPPORTED, str(os.getpid()))
    return read_body(body, hints)


def note_lane(body: bytes, hints: Hints) -> Reading:
    """Works a second on what may be recognised, and none on anything else."""
    end = time.process_time() + (1.0 if hints.ocr_pages else 0.0)
    while time.process_time() < end:
        pass
    return Unreadable("text/plain", Unread.UNSUPPORTED)


def fail_to_recognise(body: bytes, hints: Hints) -> Reading:
    """A paper with a scanned page: read well without OCR, and never with it."""
    if not hints.ocr_pages:
        told = (("pages_without_text", "2"),)
        return Document("application/pdf", HowRead.TEXT_LAYER, metadata=told)
    if hints.name == "crash":
        os.kill(os.getpid(), signal.SIGSEGV)
    raise MemoryError
