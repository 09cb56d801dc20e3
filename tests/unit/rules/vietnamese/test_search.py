"""What is found in lines, as it is worked out and as it is remembered."""

from __future__ import annotations

import pytest

from rules.vietnamese.folding import fold
from rules.vietnamese.search import LetterGate, PhraseFinder

FINDER = {
    "objectives": ("mục tiêu chất lượng", "MTCL"),
    "policy": ("chính sách chất lượng",),
    "storm": ("bão",),
    "report": ("báo cáo",),
}


@pytest.mark.parametrize(
    "line",
    [
        "",
        "Tin tức sự kiện",
        "Mục tiêu chất lượng và chính sách chất lượng theo ISO 9001:2015",
        "Báo cáo mục tiêu chất lượng; mục tiêu chất lượng năm 2026; ISO 14001",
        "Phòng chống bão, báo cáo số 3",
        "muctieuchatluong2026.pdf",
    ],
)
def test_what_is_remembered_says_the_same(line: str) -> None:
    """Worked out at once, every label has the places that it has when it is asked for."""
    finder = PhraseFinder(FINDER)
    labels = frozenset({*FINDER, "{ISO}", "{OTHER_ISO}", "nobody's"})
    settled, asked = finder.find_all(fold(line)), finder.find(fold(line))
    assert {one: settled.of(one) for one in labels} == {one: asked.of(one) for one in labels}
    assert list(settled.among(labels)) == list(finder.find(fold(line)).among(labels))
    assert settled.text == asked.text


def test_a_label_of_another_line_is_not_in_a_remembered_one() -> None:
    """Only the phrases that the line itself holds are told."""
    hits = PhraseFinder(FINDER).find_all(fold("Mục tiêu chất lượng năm 2026"))
    assert "objectives" in hits
    assert "policy" not in hits
    assert not list(hits.among(frozenset({"policy", "storm"})))


@pytest.mark.parametrize(
    ("text", "may"),
    [
        ("Mục tiêu chất lượng", True),
        ("muctieuchatluong2026.pdf", True),
        ("mục tiêu, chất lượng", False),
        ("Kế hoạch phòng chống bão", True),
        ("Thông báo của xã", True),
        ("Áp dụng ISO", True),
        ("Tin tức sự kiện", False),
    ],
)
def test_a_gate_asks_for_letters_only(text: str, may: bool) -> None:
    """It lets through what holds the letters of a phrase, or of a standard, and nothing else."""
    gate = LetterGate(("mục tiêu chất lượng", "MTCL", "bão"))
    assert gate.lets_through(fold(text)) is may
