"""Every folder of examples: its papers and lines are seen as it says, and judged so."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from domain.publications import Status
from rules.catalogue import check_file
from tests.unit.rules.examples import FOLDER, Examples, examples, folders

AT_THE_END = date(2026, 12, 31)


@pytest.fixture(scope="module", params=folders())
def folder(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> Examples:
    """One folder of examples with the catalogue that goes with it."""
    return examples(request.param, tmp_path_factory.mktemp("examples"))


def test_there_are_examples() -> None:
    """The new publication and one of the shipped ones have a folder."""
    assert {"improvement_report", "quality_objectives"} <= set(folders())


def test_papers_are_seen_as_the_folder_says(folder: Examples) -> None:
    """Each paper is the publication, is refused or names nothing; others named are not seen."""
    for paper in folder.values["paper"]:
        assert folder.kind(paper["text"]) == paper["is"], paper["shows"]
        for other in paper.get("not", ()):
            assert folder.kind(paper["text"], other) == "nothing", paper["shows"]


def test_lines_name_what_the_folder_says(folder: Examples) -> None:
    """Each line names the publication on a link, or does not."""
    for line in folder.values["line"]:
        assert folder.names(line["text"]) == line["names"], line["text"]


def test_a_portal_is_judged_by_the_papers(folder: Examples) -> None:
    """With the paper it is published, with last year's outdated, with neither missing."""
    own = {p["year"]: p["text"] for p in folder.values["paper"] if p["is"] == "paper"}
    others = [paper["text"] for paper in folder.values["paper"] if paper["is"] != "paper"]
    latest, earliest = max(own), min(own)

    def status(*papers: str) -> Status:
        return folder.status(*papers, year=latest, today=AT_THE_END)

    assert status(own[latest], *others) is Status.PUBLISHED
    assert status(*others) is Status.MISSING
    if earliest < latest:
        assert status(own[earliest]) is Status.OUTDATED


def test_a_new_publication_is_one_file_and_its_examples(
    tmp_path_factory: pytest.TempPathFactory,
) -> None:
    """It is found, missed and due by its own day, with no line of code that knows it."""
    new = examples("improvement_report", tmp_path_factory.mktemp("new"))
    assert new.catalogue.ids[-1] == "improvement_report"
    assert new.status(year=2026, today=date(2026, 12, 15)) is Status.UNDETERMINED
    assert new.status(year=2026, today=date(2026, 12, 16)) is Status.MISSING


def test_a_description_is_checked_before_it_is_added() -> None:
    """One file by itself is checked as if it stood in the shipped catalogue."""
    file = Path(FOLDER / "improvement_report" / "improvement_report.toml")
    assert "improvement_report" in check_file(file).ids
