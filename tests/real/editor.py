"""What every CMS can do here, whatever it is called inside."""

from __future__ import annotations

from collections.abc import Sequence
from contextlib import AbstractContextManager
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Protocol

from tests.real.scenario import Place, Scenario

USER, PASSWORD = "quantri", "Mat-khau-cua-cong-thu-2026"
"""The webmaster's, at every CMS."""


class AbsentError(Exception):
    """A CMS that cannot be had here; the message says what is missing and what to do."""


@dataclass(frozen=True)
class Uploaded:
    """A file that the CMS keeps."""

    address: str
    """Of the file itself."""
    pages: tuple[str, ...] = ()
    """Of pages of its own; the first is the one that a person would link to."""
    number: int = 0
    """By which the CMS knows it, where it counts."""


@dataclass(frozen=True)
class Entry:
    """One word of the menu: a page or category by its title."""

    label: str
    above: str = ""
    """Label of the entry above; empty on the first level."""


class Markup(Protocol):
    """How the CMS's editor writes what stands in a text."""

    def text(self, html: str) -> str:
        """An ordinary text."""

    def file(self, place: Place, file: Uploaded, title: str) -> str:
        """A file in the way of ``place``."""

    def links(self, links: Sequence[tuple[str, str]]) -> str:
        """A plain list of titles with their addresses."""

    def table(self, rows: Sequence[tuple[str, str, str]]) -> str:
        """A table of number, title and address."""


class Editor(Protocol):
    """A site that is up, and its webmaster at work."""

    @property
    def root(self) -> str:
        """The portal's address."""

    @property
    def markup(self) -> Markup:
        """How its texts are written."""

    def category(self, name: str) -> None:
        """A new category of posts."""

    def page(self, title: str, content: str, above: str = "", secret: str = "") -> str:
        """A new page, perhaps behind a password; gives its address."""

    def rewrite(self, title: str, content: str) -> None:
        """Other content for the page of this title."""

    def post(self, title: str, content: str, day: date, category: str) -> str:
        """A new post; gives its address."""

    def upload(self, name: str, media_type: str, body: bytes, title: str) -> Uploaded:
        """A file into the CMS's keeping."""

    def finish(self, menu: Sequence[Entry]) -> None:
        """The menu, and whatever else comes last."""


class Cms(Protocol):
    """One CMS: where it comes from and how it is run."""

    @property
    def places(self) -> frozenset[Place]:
        """Where it can show a paper."""

    def install(self, cache: Path) -> None:
        """Fetch it into ``cache``, once; raises :class:`AbsentError`."""

    def serve(
        self, cache: Path, directory: Path, scenario: Scenario
    ) -> AbstractContextManager[Editor]:
        """A fresh site on the scenario's address, its files in ``directory``."""
