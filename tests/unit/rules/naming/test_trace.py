"""What spoke for and against in one line, as the reader of titles itself has it."""

from __future__ import annotations

from pathlib import Path

import pytest

from rules.catalogue import Catalogue, load_catalogue
from rules.naming.trace import Bearing, LineTrace, Standing, Traced, Tracer, marked

GOALS = """title = "Mục tiêu"
short = "Mục tiêu"
period = "yearly"
version = "1"
names = ["mục tiêu chất lượng"]
names_in_context = ["MTCL"]
not_with = ["giáo dục", "báo cáo"]
types = ["quyết định", "thông báo"]
body = ["hồ sơ", "đúng hạn", "100%", "{ISO}"]
body_needed = 2
"""
REPORT = """title = "Báo cáo"
short = "Báo cáo"
period = "yearly"
version = "1"
names = ["báo cáo … {HTQLCL}"]
names_on_links = ["kết quả áp dụng {HTQLCL}"]
types = ["báo cáo"]
"""


@pytest.fixture(scope="module")
def catalogue(tmp_path_factory: pytest.TempPathFactory) -> Catalogue:
    """Two publications with the shipped shared words."""
    folder: Path = tmp_path_factory.mktemp("catalogue")
    for name, content in (("goals", GOALS), ("report", REPORT)):
        (folder / f"{name}.toml").write_text(content, encoding="utf-8")
    return load_catalogue(folder)


@pytest.fixture(scope="module")
def tracer(catalogue: Catalogue) -> Tracer:
    """Traces with these two."""
    return Tracer(catalogue)


def of(trace: LineTrace, publication: str) -> Traced:
    """What a line says of one publication."""
    return next(entry for entry in trace.publications if entry.publication.id == publication)


def enough(traced: Traced) -> set[tuple[str, str]]:
    """The words against it that would be enough by themselves."""
    return {(heard.key, heard.quote.lower()) for heard in traced.against if heard.counts}


def test_words_for_it(tracer: Tracer) -> None:
    """Each wording that stands there, as the catalogue and as the line write it."""
    trace = tracer.line("Thông báo MỤC TIÊU CHẤT LƯỢNG năm 2026", Standing.TITLE)
    goals = of(trace, "goals")
    assert (trace.type_name, goals.bearing, goals.against) == ("thông báo", Bearing.NAMES, ())
    assert [(h.key, h.wording, h.quote) for h in goals.speaks_for] == [
        ("names", "mục tiêu chất lượng", "MỤC TIÊU CHẤT LƯỢNG")
    ]


@pytest.mark.parametrize(
    ("line", "against"),
    [
        ("Kiểm tra mục tiêu chất lượng", ("mention", "kiểm tra")),
        ("Mục tiêu chất lượng giáo dục", ("not_with", "giáo dục")),
        ("Mục tiêu chất lượng theo ISO 14001", ("other_iso", "iso 14001")),
        ("Mục tiêu chất lượng nước ngọt đóng chai", ("other_subject", "chất lượng nước")),
        ("Biên bản mục tiêu chất lượng", ("types", "biên bản")),
        ("Mục tiêu chất lượng của phòng khám", ("never", "phòng khám")),
    ],
)
def test_words_against_it(tracer: Tracer, line: str, against: tuple[str, str]) -> None:
    """Every kind of word that refuses a title is named with the list it is from."""
    traced = of(tracer.line(line, Standing.TITLE), "goals")
    assert traced.bearing is Bearing.REFUSED
    assert against in enough(traced)


def test_a_word_that_was_not_enough(tracer: Tracer) -> None:
    """A word of another subject that ISO outweighs is shown, and said not to have been enough."""
    line = "Báo cáo mục tiêu chất lượng theo ISO 9001:2015 của bệnh viện"
    traced = of(tracer.line(line, Standing.TITLE), "goals")
    weak = {(heard.key, heard.quote) for heard in traced.against if not heard.counts}
    assert ("not_with", "báo cáo") in enough(traced)
    assert {("never", "bệnh viện"), ("other_subject", "bệnh viện")} <= weak


def test_context_and_section(tracer: Tracer) -> None:
    """The same words name it in a section about ISO, in a text about it, and not by themselves."""
    line = "MTCL 2026"
    assert of(tracer.line(line, Standing.TITLE), "goals").bearing is Bearing.NEEDS_CONTEXT
    assert of(tracer.line(line, Standing.TITLE, near=True), "goals").bearing is Bearing.NAMES
    assert of(tracer.line(line, Standing.LINK_IN_SECTION), "goals").bearing is Bearing.NAMES


def test_words_that_count_only_elsewhere(tracer: Tracer) -> None:
    """What names a paper on a link is no name in a title."""
    line = "Kết quả áp dụng HTQLCL"
    assert not tracer.line(line, Standing.TITLE).publications
    on_link = of(tracer.line(line, Standing.LINK), "report")
    assert on_link.bearing is Bearing.NAMES
    assert [heard.key for heard in on_link.speaks_for] == ["names_on_links"]


def test_words_of_the_body(catalogue: Catalogue, tracer: Tracer) -> None:
    """The words that bear a publication out, each once."""
    found = tracer.body(
        catalogue.get("goals"), "1. 100% hồ sơ đúng hạn, hồ sơ giải quyết theo ISO 9001:2015"
    )
    assert sorted(heard.wording for heard in found) == ["100%", "hồ sơ", "{ISO}", "đúng hạn"]


def test_marks() -> None:
    """Places are marked in the line; those that overlap become one."""
    assert marked("abcdef", [(1, 3), (2, 4), (5, 6), (0, 0)]) == "a«bcd»e«f»"
    assert marked("abc", []) == "abc"


def test_offsets_lead_into_the_shown_line(tracer: Tracer) -> None:
    """Blanks and invisible letters before a title do not shift what is marked."""
    trace = tracer.line("  \u200b Quyết định:  mục\u00a0tiêu chất lượng ", Standing.TITLE)
    (heard,) = of(trace, "goals").speaks_for
    first, last = heard.span
    assert trace.text[first:last] == "mục tiêu chất lượng"


@pytest.mark.parametrize("line", ["", "   ", "…", "|||", "x" * 5_000, "ISO " * 300])
def test_odd_lines(tracer: Tracer, line: str) -> None:
    """Nothing, signs alone and endless lines are traced without an error."""
    for standing in Standing:
        trace = tracer.line(line, standing)
        assert not [entry for entry in trace.publications if not entry.speaks_for]
