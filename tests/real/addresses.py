"""Loopback addresses: whether somebody answers, and waiting until a server does."""

from __future__ import annotations

import socket
import subprocess
from pathlib import Path

from tests.real.processes import up


def free(address: str) -> None:
    """Stops the run when somebody else answers on ``address`` ("host:port")."""
    if answers(address):
        raise SystemExit(f"Something else answers on {address}; end it and start again.")


def answers(address: str) -> bool:
    """Whether a connection is taken there."""
    host, _, port = address.partition(":")
    with socket.socket() as probe:
        return probe.connect_ex((host, int(port))) == 0


def wait_for(address: str, process: subprocess.Popen[bytes], log: Path, limit_s: float) -> None:
    """Until ``process`` answers on ``address``."""
    if not up(process, lambda: answers(address), limit_s):
        raise SystemExit(f"The server did not start on {address}:\n{log.read_text()[-2000:]}")
