"""Pages prepared in earnest: which are turned, and what their ink says of the words read."""

from __future__ import annotations

from collections.abc import Sequence

import pytest
from PIL import Image

from documents.ocr.page import recognise
from documents.ocr.pages import recognise_pages
from documents.ocr.recogniser import Recogniser
from tests.unit.documents.ocr_words import BODY, Reads, pages_of, sure


def test_chance_is_no_text() -> None:
    """A page of words that nothing is sure of is illegible; one without words is read."""
    reads = Reads(*[(BODY, 0.3)] * 4, ("", 0.0))
    found = recognise_pages(pages_of(2), reads, 5)
    assert (list(found.pages), found.illegible) == ([2], [1])


@pytest.mark.parametrize(
    ("looks", "asked", "certainty"),
    [
        ([(BODY, 0.95)], 1, 0.95),
        ([(BODY, 0.5), (BODY, 0.93)], 2, 0.93),
        ([(BODY, 0.5), (BODY, 0.4), (BODY, 0.45), (BODY, 0.9)], 4, 0.9),
        ([("ba chữ thôi", 0.4)], 1, 0.4),
    ],
)
def test_a_page_is_turned_until_it_reads_well(
    looks: Sequence[tuple[str, float]], asked: int, certainty: float
) -> None:
    """Other turns are tried only where the first look was poor and there is text to turn."""
    reads = Reads(*looks)
    recogniser: Recogniser = reads
    page = recognise(Image.new("RGB", (60, 80), "white"), recogniser)
    assert reads.asked == asked
    assert page.certainty == pytest.approx(certainty)


def _full_page() -> Image.Image:
    page = Image.new("L", (150, 200), 250)
    for top in range(20, 175, 12):
        page.paste(0, (20, top, 130, top + 3))
    return page


@pytest.mark.parametrize(
    ("picture", "text", "lists"),
    [
        (_full_page(), "", ([], [1], [])),
        (_full_page(), "Xã Minh Quán", ([], [1], [])),
        (_full_page(), "Cổng thông tin điện tử xã Minh Quán, trang 1", ([1], [], [1])),
        (Image.new("L", (150, 200), 250), "", ([1], [], [])),
        (Image.new("L", (150, 200), 250), "KT. CHỦ TỊCH", ([1], [], [])),
        (_full_page(), BODY, ([1], [], [])),
    ],
)
def test_words_are_weighed_against_what_is_written(
    picture: Image.Image, text: str, lists: tuple[list[int], list[int], list[int]]
) -> None:
    """Only a page with hardly any ink is read when it gave hardly a word."""
    found = recognise_pages({1: lambda: picture}, sure(text), 5)
    assert (list(found.pages), found.illegible, found.doubtful) == lists
