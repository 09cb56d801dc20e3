"""What is found in lines, as it is worked out and as it is remembered."""

from __future__ import annotations

import pytest

from rules.vietnamese.folding import fold
from rules.vietnamese.search import PhraseFinder

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
    settled, asked = finder.find(fold(line)).settled(), finder.find(fold(line))
    assert {one: settled.of(one) for one in labels} == {one: asked.of(one) for one in labels}
    assert list(settled.among(labels)) == list(finder.find(fold(line)).among(labels))
    assert settled.text == asked.text


def test_a_label_of_another_line_is_not_in_a_remembered_one() -> None:
    """Only the phrases that the line itself holds are told."""
    hits = PhraseFinder(FINDER).find(fold("Mục tiêu chất lượng năm 2026")).settled()
    assert "objectives" in hits
    assert "policy" not in hits
    assert not list(hits.among(frozenset({"policy", "storm"})))
