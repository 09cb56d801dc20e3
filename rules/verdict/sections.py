"""Sections about the system, by what links promise: what is called like one, what stands in one."""

from __future__ import annotations

from collections.abc import Iterable

from domain.documents import Zone
from domain.protocols import LinkScorer
from domain.publications import PublicationId
from domain.visits import Attempt, LinkWords

ABOUT_THE_SYSTEM = 0.75
"""Promise of a link whose own words speak of ISO or the system; sections of any kind stay below."""
_OWN_TEXT = frozenset({Zone.MAIN, Zone.LIST, Zone.ATTACHMENT})
_SECTIONS = frozenset({Zone.MENU, Zone.HEADER, Zone.BREADCRUMB, Zone.PAGING})
_WORDS_OF_A_SECTION = 6
_BESIDE_THE_SYSTEM = frozenset({PublicationId("tthc_list")})
"""Sections of procedures hold procedures, whether there is a system or not."""


def listed_in_section(scorer: LinkScorer, address: str, every: Iterable[LinkWords]) -> bool:
    """Whether the agency's own section about ISO lists an address: a share, by a number only."""
    return any(
        words.zone in _OWN_TEXT and scorer.value(address, words).priority >= ABOUT_THE_SYSTEM
        for words in every
    )


def is_section(
    scorer: LinkScorer, attempt: Attempt, publications: frozenset[PublicationId]
) -> bool:
    """Whether it is called like a section about the system, which may hold more than its name.

    "Ban chỉ đạo ISO" in a menu is where some portals put all of their papers.
    """
    for words in (attempt.words, *attempt.also):
        name = words.title or words.text
        if words.zone not in _SECTIONS or len(name.split()) > _WORDS_OF_A_SECTION:
            continue
        value = scorer.value(attempt.address, words)
        meant = value.could_mean & publications - _BESIDE_THE_SYSTEM
        if meant and value.priority >= ABOUT_THE_SYSTEM:
            return True
    return False
