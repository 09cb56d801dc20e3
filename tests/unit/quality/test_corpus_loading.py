"""Reading authors' files: what is wrong is named, the rest is taken over."""

from __future__ import annotations

from pathlib import Path

import pytest

from domain.publications import Status
from tests.quality.corpus.loading import load_folder, load_text
from tests.unit.quality.corpus_samples import PUBLICATIONS, TOML


def test_a_good_file_is_taken_over() -> None:
    """The wording as written, nothing to complain of."""
    loaded = load_text(TOML, "a.toml", PUBLICATIONS)
    assert loaded.problems == ()
    assert loaded.wordings[0].right == {"quality_objectives": frozenset({Status.PUBLISHED})}


@pytest.mark.parametrize(
    ("old", "new", "named"),
    [
        ('kind = "paper"', 'kind = "papers"', "kind: 'papers' is none of paper"),
        ('["published"]', '["publisht"]', "right.quality_objectives: 'publisht' is no status"),
        ("quality_objectives =", "objectives =", "right.objectives: no such publication"),
        ("{NAME}", "{NAMEN}", "text: unknown place {NAMEN}"),
        ("{NAME}", "{file:1}", "text: unknown place {file:1}"),
        ("{NAME}", "{{NAME}", "text: a brace by itself"),
        ("link =", "lnik =", "lnik: unknown key"),
        ('id = "objectives-short"', 'id = "Objectives short"', "id: 'Objectives short'"),
        ('id = "objectives-short"', "", "id: is not there"),
        ("link =", 'levels = ["ward"]\nlink =', "levels: 'ward' is none of"),
        ("link =", 'forms = ["doc"]\nlink =', "forms: 'doc' is none of"),
        ("link =", 'cast = ["both"]\nlink =', "cast: 'both' is none of"),
        ("link =", 'trap = "trick"\nlink =', "trap: 'trick' is none of"),
    ],
)
def test_a_mistake_names_file_wording_and_key(old: str, new: str, named: str) -> None:
    """The message says where it is and what; the wording is left out."""
    loaded = load_text(TOML.replace(old, new), "a.toml", PUBLICATIONS)
    assert loaded.wordings == ()
    assert any(named in str(problem) for problem in loaded.problems), loaded.problems
    assert all(str(problem).startswith("a.toml: ") for problem in loaded.problems)


def test_the_rest_of_a_file_with_a_mistake_is_kept() -> None:
    """One bad wording leaves out itself alone, and is counted."""
    loaded = load_text(TOML + TOML.replace("link =", "lnik ="), "a.toml", PUBLICATIONS)
    assert len(loaded.wordings) == 1
    assert loaded.skipped == 1


def test_a_file_that_is_no_toml_is_named(tmp_path: Path) -> None:
    """Other files are still read."""
    (tmp_path / "a.toml").write_text("[[wording", encoding="utf-8")
    (tmp_path / "b.toml").write_text(TOML, encoding="utf-8")
    loaded = load_folder(tmp_path, PUBLICATIONS)
    assert len(loaded.wordings) == 1
    assert "a.toml: not TOML" in str(loaded.problems[0])


def test_an_identifier_stands_once_in_the_whole_corpus(tmp_path: Path) -> None:
    """The second is left out and both files are named."""
    (tmp_path / "a.toml").write_text(TOML, encoding="utf-8")
    (tmp_path / "b.toml").write_text(TOML, encoding="utf-8")
    loaded = load_folder(tmp_path, PUBLICATIONS)
    assert len(loaded.wordings) == 1
    assert str(loaded.problems[0]) == "b.toml: objectives-short: id: stands twice; first in a.toml"
