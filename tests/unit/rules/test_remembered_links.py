"""What the links of a visit promise is worked out once."""

from __future__ import annotations

from dataclasses import replace

import pytest

from domain.documents import Zone
from domain.protocols import LinkValue
from domain.visits import LinkWords
from rules.remembered_links import RememberedLinks

_WORDS = LinkWords("Tải về", "Tập tin", Zone.LIST, "Kế hoạch", "Công khai", "Trang nhất")


class Counting:
    """Gives every link a value of its own, and counts how often it is asked."""

    def __init__(self) -> None:
        self.asked = 0

    def value(self, address: str, words: LinkWords) -> LinkValue:
        """Another one each time."""
        self.asked += 1
        return LinkValue(self.asked / 1_000_000, frozenset())


def test_the_same_link_is_weighed_once() -> None:
    """Judging hears what the visit was told, whoever made the words anew."""
    counting = Counting()
    links = RememberedLinks(counting)
    first = links.value("https://a.example.vn/x", _WORDS)
    assert links.value("https://a.example.vn/x", replace(_WORDS)) is first
    assert counting.asked == 1


@pytest.mark.parametrize(
    "other",
    [
        replace(_WORDS, text="Xem"),
        replace(_WORDS, title=""),
        replace(_WORDS, zone=Zone.MENU),
        replace(_WORDS, context="Báo cáo"),
        replace(_WORDS, section=""),
        replace(_WORDS, parent_title="Tin tức"),
    ],
)
def test_other_words_are_another_link(other: LinkWords) -> None:
    """Any of its words may change what a link could mean."""
    links = RememberedLinks(Counting())
    first = links.value("https://a.example.vn/x", _WORDS)
    assert links.value("https://a.example.vn/x", other) != first
    assert links.value("https://a.example.vn/y", _WORDS) != first


def test_what_a_large_portal_has_too_much_is_weighed_anew() -> None:
    """Links beyond those that are kept are asked of the rules, and those kept stay known."""
    counting = Counting()
    links = RememberedLinks(counting)
    for number in range(5_001):
        links.value(f"/{number}", _WORDS)
    links.value("/0", _WORDS)
    assert counting.asked == 5_001
    links.value("/5000", _WORDS)
    assert counting.asked == 5_002
