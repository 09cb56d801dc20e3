"""The text of a page made comparable: folded, and without what changes at every request."""

from __future__ import annotations

import hashlib
import re
import unicodedata
from collections.abc import Iterable
from dataclasses import dataclass
from functools import lru_cache
from itertools import filterfalse

from crawler.urls import canonical
from crawler.visit.pages.letters import letters
from crawler.visit.pages.volatile import DATES, OTHER_NUMBERS, TIME, without
from domain.documents import Block, Document, Reading

_LONGEST_COMPARED_CHARS = 100_000
_MARKS = "\u0300\u0301\u0302\u0303\u0306\u0309\u031b\u0323"
"""What Vietnamese letters come apart into, beside ASCII."""
_TOKEN = re.compile(r"\w+")
_LONGEST_REMEMBERED = 200
"""Longer lines are paragraphs, which do not come again."""
_Words = tuple[str, ...]
_WordsOfLine = tuple[_Words, _Words, _Words]
"""As it stands but for the time of day, without dates, and without numbers."""
_WORD = re.compile(r"[a-z]{2,}")


def fold(text: str) -> str:
    """Lower case without diacritics, runs of space as one: good enough to recognise phrases."""
    quick = letters().change(text)
    if quick is not None:
        return " ".join(quick.split()) if "  " in quick else quick.strip(" ")
    plain = unicodedata.normalize("NFD", text.lower()).replace("đ", "d").replace("ð", "d")
    kept = plain.encode("ascii", "ignore").decode()
    if len(plain) - len(kept) != sum(map(plain.count, _MARKS)):
        kept = "".join(filterfalse(unicodedata.combining, plain))
    return " ".join(kept.split())


def content_text(document: Document) -> str:
    """The page's own content; the whole text where the reader could not tell it apart."""
    main = document.main_text
    return main if main.strip() else document.text


def is_longer(blocks: Iterable[Block], chars: int) -> bool:
    """Whether texts joined by line ends are longer than that; no more is looked at than need be."""
    length = -1
    for block in blocks:
        length += 1 + len(block.text)
        if length > chars:
            return True
    return False


def base_of(document: Document, address: str) -> str:
    """What the page's relative links are relative to."""
    return (canonical(document.base, address) if document.base else None) or address


def all_links(page: Document, address: str) -> frozenset[str]:
    """Every address a page links to."""
    base = base_of(page, address)
    targets = (canonical(link.href, base) for link in page.links if not link.posts)
    return frozenset(target for target in targets if target)


@dataclass(frozen=True, slots=True)
class Prints:
    """Digests of a page's main text, each blinder than the one before."""

    exact: str
    """As it stands, but for the time of day."""
    undated: str
    """Without dates: an agenda's empty days look alike."""
    blind: str
    """Without dates and numbers: the months of a calendar look alike."""


def prints_of(reading: Reading, body: bytes) -> Prints:
    """The digests of what was read; of the raw body where there is no text."""
    if not isinstance(reading, Document):
        return Prints(*[hashlib.sha256(body).hexdigest()] * 3)
    exact = TIME.taken_from(fold(content_text(reading)[:_LONGEST_COMPARED_CHARS]))
    undated = without(exact, DATES)
    return Prints(_digest(exact), _digest(undated), _digest(without(undated, OTHER_NUMBERS)))


@dataclass(frozen=True, slots=True)
class Shape:
    """A page's own text without the words of links to variants of itself.

    What a page offers of itself, sorted or counted otherwise, differs from variant to variant.
    """

    exact: str
    """Digest of the whole."""
    blocks: frozenset[int] = frozenset()
    """Each block's digest, without dates."""
    blind: frozenset[int] = frozenset()
    """Without dates and numbers."""
    words: frozenset[int] = frozenset()
    """Of the whole, without dates and numbers."""
    offered: frozenset[int] = frozenset()
    """Words of the links to variants."""


NO_SHAPE = Shape("")


def shape_of(reading: Reading, body: bytes, address: str) -> Shape:
    """The text of what was read that is its own; of the raw body where there is no text."""
    if not isinstance(reading, Document):
        digest = hashlib.sha256(body).hexdigest()
        return Shape(digest, *[frozenset({hash(digest)})] * 2)
    offered = _words_of_links_to_itself(reading, address)
    main = content_text(reading)[:_LONGEST_COMPARED_CHARS]
    lines = [_words_of_line(line) for line in main.splitlines()]
    own = "\n".join(_own_words(exact, offered) for exact, _, _ in lines)
    words = frozenset(hash(word) for _, _, blind in lines for word in blind)
    return Shape(
        _digest(own),
        _digests({undated for _, undated, _ in lines}, offered),
        _digests({blind for _, _, blind in lines}, offered),
        words,
        frozenset(map(hash, offered)),
    )


def _words_of_line(line: str) -> _WordsOfLine:
    """The words of a line, ever blinder, as the whole text is for its prints."""
    return _remembered_words(line) if len(line) <= _LONGEST_REMEMBERED else _told_words(line)


@lru_cache(maxsize=4_096)
def _remembered_words(line: str) -> _WordsOfLine:
    """The same from memory: the variants of a page are made of the same lines."""
    return _told_words(line)


def _told_words(line: str) -> _WordsOfLine:
    exact = TIME.taken_from(fold(line))
    undated = without(exact, DATES)
    blind = without(undated, OTHER_NUMBERS)
    said = (tuple(_TOKEN.findall(one)) for one in (exact, undated, blind))
    return next(said), next(said), next(said)


def _words_of_links_to_itself(page: Document, address: str) -> frozenset[str]:
    """The words of links to the same path that keep all of the page's query keys.

    The items of a list lose its page number: their words are the list's own.
    """
    base, (path, keys) = base_of(page, address), _path_and_keys(address)
    offered: set[str] = set()
    for link in page.links:
        if "?" in link.href and not link.posts:
            to, has = _path_and_keys(canonical(link.href, base) or "")
            if to == path and keys <= has:
                offered.update(_TOKEN.findall(fold(link.text)))
    return frozenset(offered)


def _path_and_keys(address: str) -> tuple[str, set[str]]:
    path, _, query = address.partition("?")
    return path, {pair.partition("=")[0] for pair in query.split("&")} - {""}


def _own_words(words: _Words, offered: frozenset[str]) -> str:
    return " ".join([word for word in words if word not in offered])


def _digests(lines: set[_Words], offered: frozenset[str]) -> frozenset[int]:
    own = {_own_words(line, offered) for line in lines}
    return frozenset(hash(line) for line in own if line)


def _digest(text: str) -> str:
    return hashlib.sha256(text.encode()).hexdigest()


def steady(text: str) -> str:
    """Folded text without dates, times and numbers that are no year."""
    return without(fold(text[:_LONGEST_COMPARED_CHARS]), DATES + OTHER_NUMBERS)


def words_of(text: str) -> frozenset[str]:
    """The words of a text, folded, without numbers."""
    return frozenset(_WORD.findall(fold(text[:50_000])))
