"""Replies that are not sent in one go: dripped, delayed, or longer than memory should hold."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator, Iterator

from tests.province.exchange import Reply


async def in_pieces(reply: Reply, server: str, keep: bool, head: bool) -> AsyncIterator[bytes]:
    """The reply's pieces in turn, with its waits between them."""
    if reply.pace is None:
        for piece in _repeated(reply, server, keep, head):
            yield piece
        return
    whole = reply.encoded(server, keep, head)
    size = -(-len(whole) // reply.pace.pieces)
    for start in range(0, len(whole), size):
        await asyncio.sleep(reply.pace.every_s)
        yield whole[start : start + size]


def _repeated(reply: Reply, server: str, keep: bool, head: bool) -> Iterator[bytes]:
    yield reply.head(server, keep)
    for _ in range(0 if head else reply.repeated):
        yield reply.body
