"""Which pages are recognised, when it is enough, and what is said of the others."""

from __future__ import annotations

from types import SimpleNamespace

import pytest
from PIL import Image

from documents.ocr import pages
from documents.ocr.enough import head_and_title_read
from documents.ocr.page import RecognisedPage
from documents.ocr.pages import recognise_pages
from tests.unit.documents.ocr_words import BODY, pages_of, sure

_HEAD = (
    "ỦY BAN NHÂN DÂN XÃ TÂN HƯƠNG\nSố: 12/KH-UBND\nĐộc lập - Tự do - Hạnh phúc\n"
    "Tân Hương, ngày 05 tháng 02 năm 2021\nKẾ HOẠCH\nÁp dụng hệ thống quản lý chất lượng\n"
)


def test_it_stops_once_head_and_title_were_read() -> None:
    """The rest is left out and no open question."""
    reads = sure(_HEAD + BODY)
    found = recognise_pages(pages_of(4), reads, 5)
    assert (list(found.pages), found.left_out, found.illegible) == ([1], [2, 3, 4], [])
    assert found.metadata == (("pages_not_recognised", "2,3,4"),)


def test_it_goes_on_while_the_head_was_not_seen() -> None:
    """A cover sheet comes first: the next page is looked at as well."""
    reads = sure("SỔ TAY CHẤT LƯỢNG của xã\n" + BODY, _HEAD + BODY)
    found = recognise_pages(pages_of(3), reads, 5)
    assert (list(found.pages), found.left_out) == ([1, 2], [3])


def test_pages_beyond_the_limit_are_said_to_be_without_text() -> None:
    """What was not looked at for want of pages stays a question where the head was not seen."""
    found = recognise_pages(pages_of(4), sure(BODY, BODY), 2)
    assert found.metadata == (("pages_without_text", "3,4"),)


def test_every_page_counts_where_the_head_stands_elsewhere() -> None:
    """Beside pages with text each picture may be the paper."""
    reads = sure(_HEAD + BODY, _HEAD + BODY)
    found = recognise_pages(pages_of(2), reads, 5, all_of_them=True)
    assert list(found.pages) == [1, 2]


def test_time_running_out_keeps_what_was_read(monkeypatch: pytest.MonkeyPatch) -> None:
    """The pages after are named, and those before are not lost."""
    left = iter([None, None, 1.0])
    monkeypatch.setattr(pages, "work_left_s", lambda: next(left))
    found = recognise_pages(pages_of(2), sure(BODY), 5)
    assert (list(found.pages), found.illegible) == ([1], [2])


def test_a_missing_picture_is_said() -> None:
    """A page that cannot be drawn stays a question."""
    assert recognise_pages({1: lambda: None}, sure(), 5).illegible == [1]


@pytest.mark.parametrize(
    ("text", "enough"),
    [
        (_HEAD + BODY, True),
        (_HEAD, False),
        (BODY * 3, False),
        ("MỤC TIÊU CHẤT LƯỢNG NĂM 2021\n" + BODY, False),
        (_HEAD.replace("KẾ HOẠCH", "V/v công bố hệ thống") + BODY, True),
    ],
)
def test_what_is_enough(text: str, enough: bool) -> None:
    """Issuer or number, date and a title with words after it."""
    assert head_and_title_read(text) is enough


def _unfinished(picture: Image.Image, limit_s: float) -> None:
    """A recogniser whose time is over at once."""


def test_a_page_that_time_ran_out_on_is_not_read() -> None:
    """No words is another thing than not finished, on an empty page too."""
    found = recognise_pages(pages_of(1), _unfinished, 5)
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
    found = recognise_pages(pages_of(1), sure(), 5)
    assert found.hurried is hurried
    assert (("ocr_failed", "timed_out") in found.metadata) is hurried
