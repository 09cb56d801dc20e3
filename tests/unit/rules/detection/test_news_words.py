"""Turns of news are counted in a page's beginning."""

from __future__ import annotations

import pytest

from rules.detection.news_words import MOST_TURNS, turns_of_news
from rules.vietnamese.folding import fold


def _turns(text: str, *words: str) -> int:
    return turns_of_news(fold(text), [(text.index(w), text.index(w) + len(w)) for w in words])


def test_words_and_the_day_of_a_report_count() -> None:
    """A word of news is one turn, the day that opens a report another; no more than two."""
    assert _turns("Hội nghị phát biểu", "phát biểu") == 1
    assert _turns("Sáng 13/02, hội nghị phát biểu", "phát biểu") == 2
    assert _turns("Sáng 13/02, đại biểu phát biểu", "đại biểu", "phát biểu") == MOST_TURNS


@pytest.mark.parametrize(
    ("text", "word"),
    [
        ("Công tác theo dõi", "theo d"),
        ("(Đã ký) Nguyễn Văn A", "Đã ký"),
        ("Các quy trình đã ban hành", "đã ban hành"),
        (f"{'a ' * 1300}phát biểu", "phát biểu"),
    ],
)
def test_what_only_looks_like_news_is_no_turn(text: str, word: str) -> None:
    """The beginning of a longer word, a place to sign, what exists, what stands far below."""
    assert _turns(text, word) == 0
