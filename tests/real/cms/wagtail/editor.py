"""Wagtail's webmaster: orders to a program inside the project."""

from __future__ import annotations

import json
import subprocess
from collections.abc import Sequence
from datetime import date
from pathlib import Path
from typing import Any
from urllib.parse import urljoin

from tests.real.editor import Entry, Uploaded
from tests.real.html import HtmlMarkup


class WagtailEditor:
    """Fills one site through Wagtail's own models."""

    def __init__(self, root: str, worker: subprocess.Popen[bytes], directory: Path) -> None:
        self.root = root
        self.markup = HtmlMarkup()
        self._worker = worker
        self._directory = directory
        self._numbers: dict[str, int] = {}

    def set_up(self, name: str) -> None:
        """The portal's name and address."""
        host, _, port = self.root.removeprefix("http://").strip("/").partition(":")
        self._tell("set_up", name=name, host=host, port=int(port))

    def category(self, name: str) -> None:
        self._numbers[name] = self._tell("category", title=name)["number"]

    def page(self, title: str, content: str, above: str = "", secret: str = "") -> str:
        number = self._numbers.get(above, 0)
        made = self._tell("page", title=title, content=content, above=number, secret=secret)
        self._numbers[title] = made["number"]
        return str(made["address"])

    def rewrite(self, title: str, content: str) -> None:
        self._tell("rewrite", number=self._numbers[title], content=content)

    def post(self, title: str, content: str, day: date, category: str) -> str:
        above = self._numbers[category]
        made = self._tell("post", title=title, content=content, day=str(day), above=above)
        return str(made["address"])

    def upload(self, name: str, media_type: str, body: bytes, title: str) -> Uploaded:
        place = self._directory / "upload"
        place.write_bytes(body)
        made = self._tell("upload", name=name, title=title, path=str(place))
        return Uploaded(urljoin(self.root, made["address"]), number=made["number"])

    def finish(self, menu: Sequence[Entry]) -> None:
        for entry in menu:
            above = self._numbers.get(entry.above, 0)
            self._tell("menu", number=self._numbers[entry.label], above=above)

    def _tell(self, order: str, **told: str | int) -> dict[str, Any]:
        if self._worker.stdin is None or self._worker.stdout is None:
            raise SystemExit("Wagtail's webmaster has no pipes.")
        self._worker.stdin.write(json.dumps({"order": order, **told}).encode() + b"\n")
        self._worker.stdin.flush()
        line = self._worker.stdout.readline()
        if not line:
            raise SystemExit(f"Wagtail refused {order}; {self._directory}/webmaster.log says why.")
        made: dict[str, Any] = json.loads(line) or {}
        return made
