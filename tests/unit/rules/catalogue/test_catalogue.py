"""The catalogue's files: complete and honest about law, as shipped and with a new one in it."""

from __future__ import annotations

import re
from datetime import date, timedelta
from pathlib import Path

import pytest

from domain.agencies import Level
from domain.publications import Period
from domain.settings import InspectionSettings
from rules.catalogue import Catalogue, load_catalogue
from rules.catalogue.sources import shipped
from tests.unit.rules.examples import FOLDER, with_own

GOOD = """title = "Thử"
short = "Thử"
period = "yearly"
order = 1
version = "1"
names = ["thử nghiệm"]
"""
PERIODS = {
    Period.YEARLY: {
        "quality_objectives",
        "annual_plan",
        "internal_audit",
        "management_review",
        "annual_report",
    },
    Period.STANDING: {
        "conformity_announcement",
        "corrective_action",
        "procedure_list",
        "qms_documents",
        "quality_policy",
        "steering_committee",
        "tthc_list",
    },
}
"""Of the publications that reports and inspections always had; more may ship beside them."""


@pytest.fixture(scope="module", params=["shipped", "with a new one"])
def catalogue(
    request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory
) -> Catalogue:
    """The shipped catalogue, and a copy into which the example of a new publication was put."""
    if request.param == "shipped":
        return load_catalogue()
    return load_catalogue(with_own(FOLDER / "improvement_report", tmp_path_factory.mktemp("new")))


def test_all_publications_ship(catalogue: Catalogue) -> None:
    """Every publication that the inspection asks for by default is there, in order."""
    ids = catalogue.ids
    wanted = InspectionSettings()
    assert set(wanted.required) | set(wanted.expected) <= set(ids)
    assert set(ids) >= {file.stem for file in shipped().glob("[a-z]*.toml")}
    assert ids[0] == "conformity_announcement"


@pytest.mark.parametrize("period", list(Period))
def test_yearly_and_standing_ones(catalogue: Catalogue, period: Period) -> None:
    """Objectives, plan, audit, review and report are yearly; the other seven stand."""
    assert {catalogue.get(name).period for name in PERIODS[period]} == {period}


@pytest.mark.parametrize("level", list(Level))
def test_every_level_has_a_basis(catalogue: Catalogue, level: Level) -> None:
    """Each publication cites one basis for every level today."""
    for known in catalogue.publications:
        assert sum(basis.covers(level, date(2026, 11, 22)) for basis in known.bases) == 1


def test_communes_are_never_said_to_break_the_decision(catalogue: Catalogue) -> None:
    """A commune's basis is the provincial plan, and says that applying is encouraged."""
    for known in catalogue.publications:
        if known.id == "tthc_list":
            continue
        texts = [basis.text for basis in known.bases if Level.COMMUNE in basis.levels]
        assert all("Kế hoạch" in text and "khuyến khích" in text for text in texts)
        assert not any("vi phạm" in text for text in texts)


def test_law_changes_with_the_day(catalogue: Catalogue) -> None:
    """The basis of the list of procedures changed on 1 July 2025."""
    bases = catalogue.get("tthc_list").bases
    before = [b for b in bases if b.covers(Level.COMMUNE, date(2025, 6, 30))]
    after = [b for b in bases if b.covers(Level.COMMUNE, date(2025, 7, 1))]
    assert "61/2018" in before[0].text
    assert "118/2025" in after[0].text


@pytest.mark.parametrize("level", list(Level))
def test_the_law_has_no_gaps(catalogue: Catalogue, level: Level) -> None:
    """Since the decision of 2014 exactly one basis holds on every day, for every level."""
    for known in catalogue.publications:
        ends = {basis.valid_to for basis in known.bases if basis.valid_to}
        days = {date(2014, 3, 5), *ends, *(end + timedelta(days=1) for end in ends)}
        for day in days:
            if day >= date(2014, 3, 5):
                assert sum(basis.covers(level, day) for basis in known.bases) == 1, (known.id, day)


def test_no_text_is_cited_before_it_was_there(catalogue: Catalogue) -> None:
    """A basis names no decision or decree of a later year than the one it begins in."""
    for known in catalogue.publications:
        for basis in known.bases:
            cited = [int(year) for year in re.findall(r"\d+/(20\d\d)/", basis.text)]
            cited += [int(year) for year in re.findall(r"ngày \d+/\d+/(20\d\d)", basis.text)]
            assert max(cited, default=0) <= basis.valid_from.year, (known.id, basis.text)


def test_a_folder_of_ones_own(tmp_path: Path) -> None:
    """A publication is one file; the digest changes with its text."""
    (tmp_path / "trial.toml").write_text(GOOD, encoding="utf-8")
    first = load_catalogue(tmp_path)
    (tmp_path / "trial.toml").write_text(GOOD + "# khác\n", encoding="utf-8")
    assert first.ids == ("trial",)
    assert load_catalogue(tmp_path).digest != first.digest
