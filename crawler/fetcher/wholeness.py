"""Whether a body has come whole, told by its own end: lengths and connections lie or break off."""

from __future__ import annotations

import re

_TAIL_BYTES = 4096
_END_OF_PAGE = re.compile(rb"</\s*(?:html|body|frameset)\s*>", re.IGNORECASE)
_WIDE_END = "</html>".encode("utf-16-le")[:-1]
_BEGIN_OF_PAGE = re.compile(rb"<(?:html|body|frameset)\b", re.IGNORECASE)
_HEAD_BYTES = 8192
_ZIP_END = b"PK\x05\x06"
_LONGEST_ZIP_END = 66_000
_COMPARED_BYTES = 64
_OTHER_TAILS_TO_TRUST = 3
_OPENED = re.compile(rb"<(div|table|ul|section)\b", re.IGNORECASE)
_CLOSED = re.compile(rb"</(div|table|ul|section)\b", re.IGNORECASE)
_SLOPPY = 2
"""So many boxes pages leave open by mistake."""


def ends_whole(content: bytes) -> bool:
    """Whether the last bytes are those that a page, a PDF or a zipped paper ends with."""
    if content.startswith(b"PK\x03\x04"):
        return _ZIP_END in content[-_LONGEST_ZIP_END:]
    if content.startswith(b"%PDF"):
        return b"%%EOF" in content[-1024:]
    return _ends_as_page(content)


def closes_its_page(content: bytes) -> bool | None:
    """Whether a page ends with its closing tag; None for what does not begin as a page.

    One that never ends may have been cut, or was written so.
    """
    if not _BEGIN_OF_PAGE.search(content[:_HEAD_BYTES]):
        return None
    return _ends_as_page(content)


def breaks_off(content: bytes) -> bool:
    """Whether a page stops inside a tag, or inside box in box: nobody writes it so."""
    if content.rfind(b"<") > content.rfind(b">"):
        return True
    return len(_OPENED.findall(content)) - len(_CLOSED.findall(content)) > _SLOPPY


def _ends_as_page(content: bytes) -> bool:
    tail = content[-_TAIL_BYTES:]
    return bool(_END_OF_PAGE.search(tail)) or _WIDE_END in tail.lower()


class KnownEnds:
    """How the pages of one host end: with a closing tag, or without one and whole all the same.

    The first page tells: where it has its closing tag, every later one without was cut, and coming
    twice with the same end only says that it is always cut there. Where it has none, pages that
    came twice with the same end are written so, unless they break off in the midst.
    """

    def __init__(self) -> None:
        self._closes: bool | None = None
        self._tails: set[bytes] = set()

    def closed(self) -> None:
        """A page came with its closing tag."""
        if self._closes is None:
            self._closes = True

    @property
    def may_lack(self) -> bool:
        """Whether pages of this host may be whole without a closing tag."""
        return not self._closes

    def is_known(self, content: bytes) -> bool:
        """Whether a page ends like one that is whole, or the host's pages end anyhow."""
        if breaks_off(content):
            return False
        return len(self._tails) >= _OTHER_TAILS_TO_TRUST or tail_of(content) in self._tails

    def learn(self, content: bytes) -> None:
        """This page came twice with the same end: it is written so."""
        self._closes = False
        self._tails.add(tail_of(content))


def tail_of(content: bytes) -> bytes:
    """The last bytes, by which two answers are compared."""
    return content.rstrip()[-_COMPARED_BYTES:]
