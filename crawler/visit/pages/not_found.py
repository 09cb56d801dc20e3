"""Pages that came back with 200 and say that nothing is there, in words or by what they repeat."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass, replace
from urllib.parse import unquote

from crawler.urls import is_paper_like
from crawler.visit.pages.phrases import NOT_FOUND
from crawler.visit.pages.text import all_links, content_text, fold, is_longer, steady, words_of
from documents.away import leads_away
from documents.html.paper_words import names_system
from domain.documents import BlockKind, Document, Link, Need, Zone
from domain.exchanges import Answer

_LEAN_CHARS = 1500
_LONGER_THAN_PROBE_CHARS = 2000
_SHORT_MAIN_CHARS = 700
_SAME_WORDS = 0.8
_FEWEST_WORDS = 3
_WORDS_OF_A_TITLE = 4
_CONTENT = (Zone.MAIN, Zone.LIST, Zone.ATTACHMENT)


@dataclass(frozen=True, slots=True)
class NotFoundPrint:
    """How this portal answers, with 200, for an address that cannot exist."""

    home_words: frozenset[str]
    own_words: frozenset[str]
    """Words of the answer that the home page does not have, nor the address asked."""
    text: str
    """The whole steady text."""
    said: frozenset[str] = frozenset()
    """All words of the answer, those of the home page too."""
    links: frozenset[str] = frozenset()
    """Where the answer and the home page link to."""
    echoes: bool = False
    """Whether the answer repeats the words of the address asked."""


def not_found_print(
    probe: Document, home: Document, address: str, home_address: str = ""
) -> NotFoundPrint:
    """Remember the answer to an impossible address, the home page's words taken away."""
    home_words = words_of(home.text)
    said, asked = words_of(f"{probe.title}\n{probe.text}"), _address_words(address)
    return NotFoundPrint(
        home_words,
        own_words=said - home_words - asked,
        text=steady(probe.text),
        said=said,
        links=all_links(home, home_address or address) | all_links(probe, address),
        echoes=bool(said & (asked - home_words)),
    )


def says_not_found(
    document: Document, answer: Answer, known: NotFoundPrint | None, own: re.Pattern[str] | None
) -> bool:
    """Whether a page's title or only words say that there is nothing here.

    ``own``: how the portal's software says it, beside how anybody would. A line kept for the case
    that nothing is found may stand above a list unseen: then its entries are there.
    """
    main = content_text(document)
    content = (block for block in document.blocks if block.zone in _CONTENT)
    if len(main) > _LEAN_CHARS and is_longer(content, _LEAN_CHARS):
        return False
    if any(_says(line, own) for line in (document.title, *headings(document))):
        return True
    if len(main) > _SHORT_MAIN_CHARS or not _says(main, own):
        return False
    return not _lists_its_own(document, answer, known)


def _says(line: str, own: re.Pattern[str] | None) -> bool:
    folded = fold(line)
    return bool(NOT_FOUND.search(folded)) or (own is not None and bool(own.search(folded)))


def _lists_its_own(document: Document, answer: Answer, known: NotFoundPrint | None) -> bool:
    """Whether a page links titles or files in its content that stand nowhere around it."""
    address = answer.final_address or answer.ask.address
    content = [one for one in document.links if one.zone in _CONTENT and not leads_away(one.href)]
    titled = [one for one in content if _is_title(one.text)]
    around = [one for one in document.links if one.zone not in _CONTENT]
    files = filter(is_paper_like, _targets(document, content, address))
    others = _targets(document, around, address) | (known.links if known else set()) | {address}
    return bool((_targets(document, titled, address) | set(files)) - others)


def _is_title(text: str) -> bool:
    return len(text.split()) >= _WORDS_OF_A_TITLE or names_system(text)


def _targets(document: Document, links: Iterable[Link], address: str) -> frozenset[str]:
    return all_links(replace(document, links=tuple(links)), address)


def headings(document: Document) -> list[str]:
    """What a page is called in itself."""
    return [block.text for block in document.blocks if block.kind is BlockKind.HEADING][:3]


def like_not_found(document: Document, answer: Answer, known: NotFoundPrint) -> bool:
    """Whether what the page adds to the home page is what an impossible address got."""
    if Need.BROWSER in document.needs:
        return False  # every address of a script-built portal answers with the same shell
    if is_longer(document.blocks, 2 * len(known.text) + _LONGER_THAN_PROBE_CHARS):
        return False
    if _has_its_own(document, answer, known):
        return False
    if len(known.own_words) < _FEWEST_WORDS:
        return bool(known.text) and steady(document.text) == known.text
    own = words_of(f"{document.title}\n{document.text}") - known.home_words
    own -= _address_words(answer.ask.address)
    shared = len(own & known.own_words)
    return shared / len(own | known.own_words) >= _SAME_WORDS


def _has_its_own(document: Document, answer: Answer, known: NotFoundPrint) -> bool:
    """Whether a page says or links, in its content, what no impossible address got.

    The words of the home page are not taken away here: a page about a menu entry says just those.
    """
    echoed = _address_words(answer.ask.address) if known.echoes else frozenset[str]()
    heads = words_of("\n".join((document.title, *headings(document)))) - known.said - echoed
    if heads or len(words_of(document.main_text) - known.said - echoed) >= _FEWEST_WORDS:
        return True
    address = answer.final_address or answer.ask.address
    own = (one for one in document.links if one.zone in _CONTENT)
    path = "/" + address.partition("://")[2].partition("/")[2]
    return any(
        not unquote(target.partition("?")[2]).endswith(path)  # a button to share the page itself
        for target in _targets(document, own, address) - known.links
    )


def _address_words(address: str) -> frozenset[str]:
    return words_of(unquote(address).replace("-", " ").replace("/", " "))
