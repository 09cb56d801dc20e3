"""Recognised words in reading order: columns of a head, dirt left out; pages made straight."""

from __future__ import annotations

import pytest
from PIL import Image

from documents.ocr.layout import reading_order
from documents.ocr.picture import PAGE_HEIGHT, sized
from documents.ocr.recogniser import Word, words_of_table

_SIZE = (1654, 2339)
_LETTER_PX, _LINE_PX = 16, 30


def _words(text: str, left: int, top: int, line: int, certainty: float = 0.95) -> list[Word]:
    """The words of one line as they would stand on a page."""
    found, at = [], left
    for text_of_word in text.split():
        right = at + _LETTER_PX * len(text_of_word)
        box = (at, top, right, top + _LINE_PX)
        found.append(Word(text_of_word, *box, certainty, (1, 1), (1, 1, line)))
        at = right + _LETTER_PX
    return found


def _head() -> list[Word]:
    """A head as Tesseract gives it: one line across both columns."""
    rows = (
        ("UBND HUYỆN", "CỘNG HÒA XÃ HỘI"),
        ("UBND XÃ A", "Độc lập - Tự do"),
        ("Số: 12/KH-UBND", "A, ngày 05 tháng 02"),
    )
    words: list[Word] = []
    for order, (left, right) in enumerate(rows):
        words += _words(left, 250, 150 + 40 * order, order)
        words += _words(right, 950, 150 + 40 * order, order)
    return words


def test_the_columns_of_a_head_are_told_apart() -> None:
    """The left column's lines come first, then the right's, then what stands across both."""
    words = [*_head(), *_words("KẾ HOẠCH", 760, 400, 7), *_words("Căn cứ luật", 200, 500, 8)]
    assert reading_order(words, _SIZE) == [
        "UBND HUYỆN",
        "UBND XÃ A",
        "Số: 12/KH-UBND",
        "CỘNG HÒA XÃ HỘI",
        "Độc lập - Tự do",
        "A, ngày 05 tháng 02",
        "KẾ HOẠCH",
        "Căn cứ luật",
    ]


def test_a_page_without_a_head_keeps_its_order() -> None:
    """Lines down one column are not parted."""
    words = [*_words("MỤC TIÊU", 750, 200, 0), *_words("Điều thứ nhất của trang", 200, 260, 1)]
    assert reading_order(words, _SIZE) == ["MỤC TIÊU", "Điều thứ nhất của trang"]


def test_dirt_is_left_out_and_dots_stay() -> None:
    """Lone signs at the ends of lines go; bullets and dots to fill in stay."""
    words = [
        *_words(". KẾ HOẠCH :", 700, 200, 0),
        *_words("- NĂM ....", 200, 260, 1),
        *_words("ˆ", 900, 320, 2, 0.3),
    ]
    assert reading_order(words, _SIZE) == ["KẾ HOẠCH", "- NĂM ...."]


def test_tesseracts_table_is_understood() -> None:
    """Only rows of words count; damaged ones are passed over."""
    table = (
        "1\t1\t0\t0\t0\t0\t0\t0\t1654\t2339\t-1\t\n"
        "5\t1\t2\t1\t3\t1\t10\t20\t30\t40\t91.5\tSố:\n"
        "5\t1\t2\t1\t3\t2\t50\t20\t30\t40\t95\t \n5\t1\t2"
    )
    assert words_of_table(table) == (Word("Số:", 10, 20, 40, 60, 0.915, (2, 1), (2, 1, 3)),)


@pytest.mark.parametrize(
    ("height", "expected"),
    [(3508, PAGE_HEIGHT), (2339, 2339), (1754, PAGE_HEIGHT), (700, 1400), (90_000, PAGE_HEIGHT)],
)
def test_pictures_are_brought_to_one_size(height: int, expected: int) -> None:
    """Large ones shrink, small ones are doubled at most."""
    assert sized(Image.new("L", (40, height), 255)).height == expected
