"""The parts of an Office Open XML file, read with the caps that hostile archives ask for."""

from __future__ import annotations

import lzma
import zlib
from dataclasses import replace
from io import BytesIO
from zipfile import BadZipFile, ZipFile

from lxml import etree

from documents.pasted import HEAD_BYTES, Picture
from domain.documents import Reading, Unreadable

MAX_PART_BYTES = 80_000_000
MAX_ALL_BYTES = 160_000_000
_MAX_MEMBERS = 10_000
_MAX_PICTURES = 200
_DAMAGE = (
    BadZipFile,
    zlib.error,
    lzma.LZMAError,
    OSError,
    EOFError,
    RuntimeError,  # zipfile's word for a member that needs a password
    ValueError,
)
_RELATION = "{http://schemas.openxmlformats.org/package/2006/relationships}Relationship"


def forgiving_parser() -> etree.XMLParser:
    """One that goes on after a fault: a file with one wrong character still holds a paper."""
    return etree.XMLParser(
        resolve_entities=False, no_network=True, load_dtd=False, huge_tree=False, recover=True
    )


def fault_of(parser: etree.XMLParser) -> str:
    """What a forgiving parser met that may have cost text; empty where it had to forgive none."""
    told = (error for error in parser.error_log if error.level == etree.ErrorLevels.FATAL)
    return next((error.message[:120] for error in told), "")


class PartError(Exception):
    """A part is damaged or too large; it never leaves this room."""


class TooLargeError(PartError):
    """A part unpacks to more than the caps allow."""


class Parts:
    """The members of one file; use as a context manager. Raises :class:`PartError`."""

    def __init__(self, body: bytes) -> None:
        try:
            self._archive = ZipFile(BytesIO(body))
        except (BadZipFile, ValueError, OSError, EOFError, NotImplementedError) as error:
            raise PartError(f"not a sound archive: {error}") from error
        if len(self._archive.infolist()) > _MAX_MEMBERS:
            raise TooLargeError(f"more than {_MAX_MEMBERS} members")
        self._left_bytes = MAX_ALL_BYTES
        self._torn = ""

    def __enter__(self) -> Parts:
        return self

    def __exit__(self, *_: object) -> None:
        self._archive.close()

    def names(self, prefix: str) -> list[str]:
        """Names of the members that begin with ``prefix``, in order."""
        return sorted(name for name in self._archive.namelist() if name.startswith(prefix))

    def tree(self, name: str) -> etree._Element | None:
        """The parsed part; None when there is no such member."""
        if name not in self._archive.NameToInfo:
            return None
        content = self._content(name)
        if b"<!DOCTYPE" in content[:4096] or b"<!ENTITY" in content:
            raise PartError(f"{name} declares entities, which Office never does")
        parser = forgiving_parser()
        try:
            tree = etree.fromstring(content, parser)
        except etree.XMLSyntaxError as error:
            raise PartError(f"{name}: {error}") from error
        fault = fault_of(parser)
        self._torn = self._torn or (fault and f"{name}: {fault}")
        return tree

    def told_of(self, reading: Reading) -> Reading:
        """What was read of the parts, marked where one of them was no sound XML."""
        if not self._torn or isinstance(reading, Unreadable):
            return reading
        return replace(reading, metadata=(*reading.metadata, ("torn", self._torn)))

    def _content(self, name: str) -> bytes:
        limit = min(MAX_PART_BYTES, self._left_bytes)
        try:
            with self._archive.open(name) as member:
                content = member.read(limit + 1)
        except _DAMAGE as error:
            raise PartError(f"{name}: {error}") from error
        if len(content) > limit:
            raise TooLargeError(f"{name} unpacks to more than {limit} bytes")
        self._left_bytes -= len(content)
        return content

    def pictures(self, folder: str) -> list[Picture]:
        """The pictures under ``folder``; of a damaged one only the size it claims."""
        return [self._picture(name) for name in self.names(folder)[:_MAX_PICTURES]]

    def _picture(self, name: str) -> Picture:
        size_bytes = self._archive.NameToInfo[name].file_size
        try:
            with self._archive.open(name) as member:
                return Picture(size_bytes, member.read(HEAD_BYTES))
        except _DAMAGE:
            return Picture(size_bytes)

    def relations(self, name: str) -> dict[str, str]:
        """Targets by relation id."""
        tree = self.tree(name)
        if tree is None:
            return {}
        return {node.get("Id", ""): node.get("Target", "") for node in tree.iter(_RELATION)}
