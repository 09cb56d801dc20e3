"""How much a line says: nothing, or a subject."""

from __future__ import annotations

from functools import cache

import pytest

from rules.catalogue.vocabulary import Lexicon
from rules.naming.topics import Topics
from tests.unit import shipped


@cache
def topics() -> Topics:
    """Over the shipped catalogue."""
    return Topics(Lexicon(shipped.catalogue()))


@pytest.mark.parametrize(
    "text",
    [
        "Quyết định số 1261/QĐ-SVHTTDL",
        "1261-qd-svhttdl.pdf",
        "12/2024/TB-BQLKCN ngày 5/3/2024",
        "Tải về",
    ],
)
def test_a_number_alone_says_nothing(text: str) -> None:
    """Whatever the letters of the office are: such a link may lead to any paper."""
    assert topics().is_bare(text)
    assert topics().is_vague(text)
    assert not topics().is_subject(text)


@pytest.mark.parametrize(
    "text",
    ["Số 12/TB-BQLKCN: tuyển dụng viên chức năm 2026", "12-kh-sgddt-phong-chong-bao-lut"],
)
def test_a_number_with_words_behind_it_says_something(text: str) -> None:
    """The subject stands beside the number."""
    assert not topics().is_bare(text)
    assert not topics().is_vague(text)


def test_empty_phrases_in_a_row_stay_empty() -> None:
    """Section names and fillers, whatever the order, leave no subject; one more word may be one."""
    lexicon = Lexicon(shipped.catalogue())
    known = [
        each.written for name in ("generic_section", "filler") for each in lexicon.shared(name)
    ]
    for first, second in zip(known, reversed(known), strict=True):
        assert topics().is_vague(f"{first}, {second}"), (first, second)
        assert not topics().is_vague(f"{first} bóng chuyền")
