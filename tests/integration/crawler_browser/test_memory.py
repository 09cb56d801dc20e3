"""The memory of processes is looked at where the system tells it."""

from __future__ import annotations

import os
import subprocess
import sys

from crawler.browser.memory import BrowserProcess, end_the_greedy, own_mb


def test_this_process_holds_something() -> None:
    """And one that has ended holds nothing."""
    assert own_mb(os.getpid()) > 1
    assert own_mb(2**22 + 1) == 0.0


def test_only_what_shows_pages_is_ended() -> None:
    """The browser itself grows with its pages and is no page's fault."""
    code = "import sys; held = bytearray(60_000_000); print('held', flush=True); sys.stdin.read()"
    with subprocess.Popen(
        [sys.executable, "-c", code], stdin=subprocess.PIPE, stdout=subprocess.PIPE
    ) as process:
        assert process.stdout is not None
        process.stdout.readline()
        assert not end_the_greedy([BrowserProcess(process.pid, "browser")], 40)
        assert not end_the_greedy([BrowserProcess(process.pid, "renderer")], 4000)
        assert end_the_greedy([BrowserProcess(process.pid, "renderer")], 40)
        assert process.wait(timeout=10) == -9
