"""What spoke for and against in one line, as the reader of titles itself has it."""

from __future__ import annotations

from functools import cache

import pytest

from rules.catalogue import load_catalogue
from rules.trace import Bearing, LineTrace, Standing, Traced, Tracer, marked

GOALS = "quality_objectives"


@cache
def tracer() -> Tracer:
    """Traces with the shipped catalogue."""
    return Tracer(load_catalogue())


def of(trace: LineTrace, publication: str) -> Traced:
    """What a line says of one publication."""
    return next(entry for entry in trace.publications if entry.publication.id == publication)


def enough(traced: Traced) -> set[tuple[str, str]]:
    """The words against it that would be enough by themselves."""
    return {(heard.key, heard.quote.lower()) for heard in traced.against if heard.counts}


def test_words_for_it() -> None:
    """Each wording that stands there, as the catalogue and as the line write it."""
    trace = tracer().line("Thông báo MỤC TIÊU CHẤT LƯỢNG năm 2026", Standing.TITLE)
    goals = of(trace, GOALS)
    assert (trace.type_name, goals.bearing, goals.against) == ("thông báo", Bearing.NAMES, ())
    assert [(h.key, h.wording, h.quote) for h in goals.speaks_for] == [
        ("names", "mục tiêu chất lượng", "MỤC TIÊU CHẤT LƯỢNG")
    ]


@pytest.mark.parametrize(
    ("line", "publication", "against"),
    [
        ("Kiểm tra mục tiêu chất lượng", GOALS, ("mention", "kiểm tra")),
        ("Mục tiêu chất lượng giáo dục", GOALS, ("not_with", "giáo dục")),
        ("Mục tiêu chất lượng theo ISO 14001", GOALS, ("other_iso", "iso 14001")),
        ("Mục tiêu chất lượng nước ngọt đóng chai", GOALS, ("other_subject", "chất lượng nước")),
        ("Báo cáo mục tiêu chất lượng", GOALS, ("types", "báo cáo")),
        ("Chính sách chất lượng của phòng khám", "quality_policy", ("never", "phòng khám")),
    ],
)
def test_words_against_it(line: str, publication: str, against: tuple[str, str]) -> None:
    """Every kind of word that refuses a title is named with the list it is from."""
    traced = of(tracer().line(line, Standing.TITLE), publication)
    assert traced.bearing is Bearing.REFUSED
    assert against in enough(traced)


def test_a_word_that_was_not_enough() -> None:
    """A word of another subject that ISO outweighs is shown, and said not to have been enough."""
    line = "Báo cáo công bố HTQLCL theo ISO 9001:2015 của bệnh viện"
    traced = of(tracer().line(line, Standing.TITLE), "conformity_announcement")
    weak = {(heard.key, heard.quote) for heard in traced.against if not heard.counts}
    assert ("not_with", "báo cáo") in enough(traced)
    assert {("never", "bệnh viện"), ("other_subject", "bệnh viện")} <= weak


def test_context_and_section() -> None:
    """The same words name it in a section about ISO, in a text about it, and not by themselves."""
    line = "MTCL 2026"
    assert of(tracer().line(line, Standing.TITLE), GOALS).bearing is Bearing.NEEDS_CONTEXT
    assert of(tracer().line(line, Standing.TITLE, near=True), GOALS).bearing is Bearing.NAMES
    assert of(tracer().line(line, Standing.LINK_IN_SECTION), GOALS).bearing is Bearing.NAMES


def test_words_that_count_only_elsewhere() -> None:
    """What names a paper on a link is no name in a title."""
    line = "Kết quả áp dụng HTQLCL 6 tháng"
    assert not tracer().line(line, Standing.TITLE).publications
    on_link = of(tracer().line(line, Standing.LINK), "annual_report")
    assert on_link.bearing is Bearing.NAMES
    assert [heard.key for heard in on_link.speaks_for] == ["names_on_links"]


def test_words_of_the_body() -> None:
    """The words that bear a publication out, each once."""
    goals = load_catalogue().get(GOALS)
    found = tracer().body(goals, "1. 100% hồ sơ đúng hạn, hồ sơ giải quyết theo ISO 9001:2015")
    assert sorted(heard.wording for heard in found) == ["100%", "hồ sơ", "{ISO}", "đúng hạn"]


def test_marks() -> None:
    """Places are marked in the line; those that overlap become one."""
    assert marked("abcdef", [(1, 3), (2, 4), (5, 6), (0, 0)]) == "a«bcd»e«f»"
    assert marked("abc", []) == "abc"


def test_offsets_lead_into_the_shown_line() -> None:
    """Blanks and invisible letters before a title do not shift what is marked."""
    trace = tracer().line("  \u200b Quyết định:  mục\u00a0tiêu chất lượng ", Standing.TITLE)
    (heard,) = of(trace, GOALS).speaks_for
    first, last = heard.span
    assert trace.text[first:last] == "mục tiêu chất lượng"


@pytest.mark.parametrize("line", ["", "   ", "…", "|||", "x" * 5_000, "ISO " * 300])
def test_odd_lines(line: str) -> None:
    """Nothing, signs alone and endless lines are traced without an error."""
    for standing in Standing:
        trace = tracer().line(line, standing)
        assert not [entry for entry in trace.publications if not entry.speaks_for]
