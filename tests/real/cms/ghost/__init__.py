"""Ghost from the npm registry, over SQLite."""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import httpx

from tests.real.addresses import free, wait_for
from tests.real.cms.ghost.editor import API, GhostEditor
from tests.real.packages import node_program
from tests.real.processes import running, up
from tests.real.scenario import Place, Scenario

VERSION = "5.130.6"
"""The newest of those that run on Node 20 as well as on Node 22."""
NODE_VERSIONS = (18, 20, 22)
START_S = 240.0
LEFT_OUT = (Place.POST_ATTACHMENT, Place.POST_VIEWER)


class GhostCms:
    """Set up by its first form, filled by its Admin API."""

    name = "ghost"
    places = frozenset(Place) - frozenset(LEFT_OUT)

    def install(self, cache: Path) -> None:
        node_program(self.name, VERSION, NODE_VERSIONS, cache / self.name)

    @contextmanager
    def serve(self, cache: Path, directory: Path, scenario: Scenario) -> Iterator[GhostEditor]:
        package, content = cache / self.name / "package", directory / "content"
        shutil.copytree(package / "content", content, symlinks=True)
        root, log = f"http://{scenario.address}/", directory / "server.log"
        free(scenario.address)
        told = _settings(root, scenario.address, directory)
        with running(["node", "index.js"], log, told, directory=package) as process:
            wait_for(scenario.address, process, log, START_S)
            # It answers with "We'll be right back" while it makes its tables.
            if not up(process, lambda: httpx.get(f"{root}{API}/site/").is_success, START_S):
                raise SystemExit(f"Ghost did not get ready:\n{log.read_text()[-2000:]}")
            editor = GhostEditor(root)
            try:
                editor.set_up(scenario.name)
                yield editor
            finally:
                editor.close()


def _settings(root: str, address: str, directory: Path) -> dict[str, str]:
    """Ghost's configuration as environment variables."""
    host, _, port = address.partition(":")
    return {
        "NODE_ENV": "production",
        "url": root,
        "server__host": host,
        "server__port": port,
        "database__client": "sqlite3",
        "database__connection__filename": str(directory / "ghost.db"),
        "database__useNullAsDefault": "true",
        "paths__contentPath": str(directory / "content"),
        "privacy__useUpdateCheck": "false",
        "privacy__useGravatar": "false",
        "privacy__useRpcPing": "false",
        "security__staffDeviceVerification": "false",
        "mail__transport": "stub",
        "logging__transports": '["stdout"]',
    }
