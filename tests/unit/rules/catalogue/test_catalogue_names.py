"""Which publication a title names where a changed catalogue has several for it."""

from __future__ import annotations

from pathlib import Path

from rules.catalogue import Catalogue, load_catalogue
from rules.catalogue.vocabulary import Lexicon
from rules.naming.kinds import TitleReader
from tests.unit import shipped
from tests.unit.rules.changed_catalogue import GOOD, copied, problems


def named(catalogue: Catalogue, title: str) -> set[str]:
    """The publications that a title names."""
    reading = TitleReader(Lexicon(catalogue)).read(title)
    return {naming.publication.id for naming in reading.namings}


def test_in_the_place_of_another(tmp_path: Path) -> None:
    """A title that names this publication does not also name the one it stands in for."""
    file = copied(tmp_path) / "trial.toml"
    own = GOOD.replace("bản thử", "báo cáo thi đua … {HTQLCL}")
    title = "Báo cáo thi đua HTQLCL năm 2026"
    file.write_text(own, encoding="utf-8")
    assert named(load_catalogue(tmp_path), title) == {"trial", "annual_report"}
    file.write_text('instead_of = ["annual_report"]\n' + own, encoding="utf-8")
    assert named(load_catalogue(tmp_path), title) == {"trial"}


def test_two_in_the_place_of_each_other(tmp_path: Path) -> None:
    """A title that fits both would name neither."""
    other = GOOD.replace("thử nghiệm", "thử một").replace("bản thử", "thử hai")
    (tmp_path / "other.toml").write_text('instead_of = ["trial"]\n' + other, encoding="utf-8")
    found = problems(tmp_path, 'instead_of = ["other"]\n' + GOOD)
    assert [problem.partition(": ")[0] for problem in found] == [
        "other.toml, line 1",
        "trial.toml, line 1",
    ]


def test_words_copied_from_a_web_page(tmp_path: Path) -> None:
    """Hard blanks, soft hyphens, letters stored apart and three points are read as meant."""
    written = GOOD.replace("bản thử", "ba\u0309n\u00a0thư\u0309 \u00ad... nghie\u0302\u0323m")
    (tmp_path / "trial.toml").write_text(written, encoding="utf-8")
    assert named(load_catalogue(tmp_path), "Bản thử và nghiệm thu") == {"trial"}


def test_long_lines_do_not_drive_out_the_short_ones() -> None:
    """Menu words come again on every page; a row's own words are asked about only once."""
    lexicon = Lexicon(shipped.catalogue(), lines_kept=2)
    long = [f"Thông báo số {number}" + " về việc họp ban chỉ đạo" * 10 for number in range(99)]
    known = lexicon.hits("Công khai ISO 9001")
    newest = [lexicon.hits(line) for line in long][-1]
    assert lexicon.hits("Công khai ISO 9001") is known
    assert lexicon.hits(long[-1]) is newest
    assert lexicon.hits(long[0]).text.source == long[0]
