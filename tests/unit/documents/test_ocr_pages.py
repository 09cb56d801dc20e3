"""Which pages are recognised, when it is enough, and what is said of the others."""

from __future__ import annotations

from collections.abc import Sequence
from types import SimpleNamespace

import pytest
from PIL import Image

from documents.ocr import pages
from documents.ocr.enough import head_and_title_read
from documents.ocr.page import RecognisedPage, recognise
from documents.ocr.pages import Picture, recognise_pages
from documents.ocr.recogniser import Recogniser, Word

_BODY = "Căn cứ Luật Tổ chức chính quyền địa phương ngày 19 tháng 6 năm 2015 của Quốc hội. " * 3
_HEAD = (
    "ỦY BAN NHÂN DÂN XÃ TÂN HƯƠNG\nSố: 12/KH-UBND\nĐộc lập - Tự do - Hạnh phúc\n"
    "Tân Hương, ngày 05 tháng 02 năm 2021\nKẾ HOẠCH\nÁp dụng hệ thống quản lý chất lượng\n"
)


def _words(text: str, certainty: float) -> tuple[Word, ...]:
    return tuple(
        Word(word, 10, 40 * line, 60, 40 * line + 30, certainty, (1, 1), (1, 1, line))
        for line, words in enumerate(text.splitlines())
        for word in words.split()
    )


class _Reads:
    """Gives the words of one text after the other; counts how often it was asked."""

    def __init__(self, *looks: tuple[str, float]) -> None:
        self._looks = list(looks)
        self.asked = 0

    def __call__(self, picture: Image.Image, limit_s: float) -> tuple[Word, ...]:
        text, certainty = self._looks[self.asked]
        self.asked += 1
        return _words(text, certainty)


def _pages(count: int) -> dict[int, Picture]:
    return {number: lambda: Image.new("L", (60, 80), 255) for number in range(1, count + 1)}


def _sure(*texts: str) -> _Reads:
    return _Reads(*((text, 0.95) for text in texts))


def test_it_stops_once_head_and_title_were_read() -> None:
    """The rest is left out and no open question."""
    reads = _sure(_HEAD + _BODY)
    found = recognise_pages(_pages(4), reads, 5)
    assert (list(found.pages), found.left_out, found.illegible) == ([1], [2, 3, 4], [])
    assert found.metadata == (("pages_not_recognised", "2,3,4"),)


def test_it_goes_on_while_the_head_was_not_seen() -> None:
    """A cover sheet comes first: the next page is looked at as well."""
    reads = _sure("SỔ TAY CHẤT LƯỢNG của xã\n" + _BODY, _HEAD + _BODY)
    found = recognise_pages(_pages(3), reads, 5)
    assert (list(found.pages), found.left_out) == ([1, 2], [3])


def test_pages_beyond_the_limit_are_said_to_be_without_text() -> None:
    """What was not looked at for want of pages stays a question where the head was not seen."""
    found = recognise_pages(_pages(4), _sure(_BODY, _BODY), 2)
    assert found.metadata == (("pages_without_text", "3,4"),)


def test_every_page_counts_where_the_head_stands_elsewhere() -> None:
    """Beside pages with text each picture may be the paper."""
    reads = _sure(_HEAD + _BODY, _HEAD + _BODY)
    found = recognise_pages(_pages(2), reads, 5, all_of_them=True)
    assert list(found.pages) == [1, 2]


def test_time_running_out_keeps_what_was_read(monkeypatch: pytest.MonkeyPatch) -> None:
    """The pages after are named, and those before are not lost."""
    left = iter([None, None, 1.0])
    monkeypatch.setattr(pages, "work_left_s", lambda: next(left))
    found = recognise_pages(_pages(2), _sure(_BODY), 5)
    assert (list(found.pages), found.illegible) == ([1], [2])


def test_chance_is_no_text() -> None:
    """A page of words that nothing is sure of is illegible; one without words is read."""
    reads = _Reads(*[(_BODY, 0.3)] * 4, ("", 0.0))
    found = recognise_pages(_pages(2), reads, 5)
    assert (list(found.pages), found.illegible) == ([2], [1])


def test_a_missing_picture_is_said() -> None:
    """A page that cannot be drawn stays a question."""
    assert recognise_pages({1: lambda: None}, _sure(), 5).illegible == [1]


@pytest.mark.parametrize(
    ("looks", "asked", "certainty"),
    [
        ([(_BODY, 0.95)], 1, 0.95),
        ([(_BODY, 0.5), (_BODY, 0.93)], 2, 0.93),
        ([(_BODY, 0.5), (_BODY, 0.4), (_BODY, 0.45), (_BODY, 0.9)], 4, 0.9),
        ([("ba chữ thôi", 0.4)], 1, 0.4),
    ],
)
def test_a_page_is_turned_until_it_reads_well(
    looks: Sequence[tuple[str, float]], asked: int, certainty: float
) -> None:
    """Other turns are tried only where the first look was poor and there is text to turn."""
    reads = _Reads(*looks)
    recogniser: Recogniser = reads
    page = recognise(Image.new("RGB", (60, 80), "white"), recogniser)
    assert reads.asked == asked
    assert page.certainty == pytest.approx(certainty)


@pytest.mark.parametrize(
    ("text", "enough"),
    [
        (_HEAD + _BODY, True),
        (_HEAD, False),
        (_BODY * 3, False),
        ("MỤC TIÊU CHẤT LƯỢNG NĂM 2021\n" + _BODY, False),
        (_HEAD.replace("KẾ HOẠCH", "V/v công bố hệ thống") + _BODY, True),
    ],
)
def test_what_is_enough(text: str, enough: bool) -> None:
    """Issuer or number, date and a title with words after it."""
    assert head_and_title_read(text) is enough


def _full_page() -> Image.Image:
    page = Image.new("L", (150, 200), 250)
    for top in range(20, 175, 12):
        page.paste(0, (20, top, 130, top + 3))
    return page


def _unfinished(picture: Image.Image, limit_s: float) -> None:
    """A recogniser whose time is over at once."""


def test_a_page_that_time_ran_out_on_is_not_read() -> None:
    """No words is another thing than not finished, on an empty page too."""
    found = recognise_pages(_pages(1), _unfinished, 5)
    assert (list(found.pages), found.illegible) == ([], [1])


@pytest.mark.parametrize(("worked_s", "hurried"), [(10.0, False), (1.0, True)])
def test_a_busy_machine_is_told_from_a_hard_page(
    monkeypatch: pytest.MonkeyPatch, worked_s: float, hurried: bool
) -> None:
    """A page that had the processor to itself takes as long the next time."""
    clock, work = iter([0.0, 0.0, 10.0, 10.0]), iter([0.0, worked_s])
    monkeypatch.setattr(pages, "recognise", lambda *_, **__: RecognisedPage(finished=False))
    clocks = SimpleNamespace(monotonic=lambda: next(clock), process_time=lambda: next(work))
    monkeypatch.setattr(pages, "time", clocks)
    found = recognise_pages(_pages(1), _sure(), 5)
    assert found.hurried is hurried
    assert (("ocr_failed", "timed_out") in found.metadata) is hurried


@pytest.mark.parametrize(
    ("picture", "text", "lists"),
    [
        (_full_page(), "", ([], [1], [])),
        (_full_page(), "Xã Minh Quán", ([], [1], [])),
        (_full_page(), "Cổng thông tin điện tử xã Minh Quán, trang 1", ([1], [], [1])),
        (Image.new("L", (150, 200), 250), "", ([1], [], [])),
        (Image.new("L", (150, 200), 250), "KT. CHỦ TỊCH", ([1], [], [])),
        (_full_page(), _BODY, ([1], [], [])),
    ],
)
def test_words_are_weighed_against_what_is_written(
    picture: Image.Image, text: str, lists: tuple[list[int], list[int], list[int]]
) -> None:
    """Only a page with hardly any ink is read when it gave hardly a word."""
    found = recognise_pages({1: lambda: picture}, _sure(text), 5)
    assert (list(found.pages), found.illegible, found.doubtful) == lists
