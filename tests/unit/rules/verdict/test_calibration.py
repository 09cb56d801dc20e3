"""From strength to probability, and fitting it."""

from __future__ import annotations

from dataclasses import replace
from itertools import pairwise
from pathlib import Path

import pytest

from domain.errors import CatalogueError
from domain.publications import Status
from rules.judge import Judge
from rules.verdict.calibration import CURVES, Calibration, Curve, load_calibration
from tests.quality.calibrating import (
    LEAST_ITEMS,
    Told,
    Unseen,
    as_toml,
    balanced,
    fit,
    fit_calibration,
)
from tests.unit.rules.builders import (
    CATALOGUE,
    GOALS,
    SETTINGS,
    WordScorer,
    having,
    sighting,
)

BENT = Curve(((0.2, 0.1), (0.6, 0.5), (1.0, 0.9)))


@pytest.mark.parametrize(
    ("strength", "probability"),
    [(0.0, 0.1), (0.2, 0.1), (0.4, 0.3), (0.6, 0.5), (0.8, 0.7), (1.0, 0.9), (1.5, 0.9)],
)
def test_lines_between_points(strength: float, probability: float) -> None:
    """Straight between two points, level beyond the ends."""
    assert BENT.probability(strength) == pytest.approx(probability)


def test_every_kind_of_verdict_has_its_own_curve() -> None:
    """Accusations with nothing near share one; what says nothing has no probability."""
    calibration = Calibration(published=BENT, accused=Curve(((0.0, 0.7),)))
    told = {status: calibration.probability(status, 0.6) for status in Status}
    assert told[Status.PUBLISHED] == pytest.approx(0.5)
    assert told[Status.MISSING] == told[Status.OUTDATED] == 0.7
    assert calibration.probability(Status.MISSING, 0.6, near=True) == 0.6
    assert told[Status.UNVERIFIED] == 0.6
    assert told[Status.UNDETERMINED] == told[Status.NOT_APPLICABLE] == 0.0


def test_findings_carry_the_calibrated_probability() -> None:
    """The same evidence, another table, another confidence; the status stays."""
    case = having(sightings=(sighting(GOALS, confidence=0.8),))
    calibration = Calibration(published=Curve(((0.0, 0.5), (1.0, 1.0))))
    for table, confidence in ((None, 0.8), (calibration, 0.9)):
        judge = Judge(CATALOGUE, SETTINGS, WordScorer(), table)
        found = next(one for one in judge.report(case).findings if one.publication == GOALS)
        assert (found.status, found.confidence) == (Status.PUBLISHED, confidence)


def test_the_shipped_table_is_sound() -> None:
    """It loads, says where it comes from, and never falls."""
    shipped = load_calibration()
    assert shipped.source
    for curve in (getattr(shipped, name) for name in CURVES):
        assert all(one[1] <= two[1] for one, two in pairwise(curve.points))


@pytest.mark.parametrize(
    "points", ["[]", "[[0.5, 0.9], [0.4, 1.0]]", "[[0.1, 0.9], [0.4, 0.8]]", "[[0, 2]]", "[1]"]
)
def test_a_wrong_table_is_named(tmp_path: Path, points: str) -> None:
    """Empty, falling, beyond 1 or no points at all: file and curve are told."""
    file = tmp_path / "table.toml"
    text = as_toml(Calibration(source="x")).replace("[[0.0, 0.0], [1.0, 1.0]]", points)
    file.write_text(text)
    with pytest.raises(CatalogueError, match=r"table\.toml: \[published\]"):
        load_calibration(file)


def test_what_is_fitted_can_be_written_and_read(tmp_path: Path) -> None:
    """The command's output is the rules' input."""
    told = [Told(Status.PUBLISHED, n / 100, n % 10 > 2) for n in range(100)]
    fitted = fit_calibration(told, "items of a test")
    file = tmp_path / "table.toml"
    file.write_text(as_toml(fitted))
    assert load_calibration(file) == fitted
    assert fitted.unverified == Curve()


def test_the_fit_rises_and_follows_what_was_right() -> None:
    """Half right below, nearly all right above; steps that would fall are pooled."""
    low = [Told(Status.PUBLISHED, 0.5, n % 2 == 0) for n in range(200)]
    falling = [Told(Status.PUBLISHED, 0.6, n % 4 == 0) for n in range(100)]
    high = [Told(Status.PUBLISHED, 0.9, n % 50 > 0) for n in range(200)]
    curve = fit([*high, *low, *falling])
    assert curve.probability(0.5) == pytest.approx(0.42, abs=0.01)
    assert curve.probability(0.6) == curve.probability(0.5)
    assert curve.probability(0.9) == pytest.approx(0.98, abs=0.01)


def test_few_items_make_nothing_certain() -> None:
    """Three lucky ones stay below nine in ten, and no step is thinner than allowed."""
    lucky = [Told(Status.MISSING, 0.9, True)] * 3
    assert fit(lucky).probability(0.9) < 0.9
    assert fit(lucky).probability(0.45) < 0.5
    thin = [Told(Status.MISSING, n / 100, n > 90) for n in range(100)]
    assert len(fit(thin).points) <= 2 * (100 // LEAST_ITEMS) + 1
    assert fit([replace(one, right=True) for one in thin]).points[-1][1] < 1.0


def test_empty_places_make_no_accusation_certain() -> None:
    """A hundred that nothing could lead astray weigh as the two papers that are there."""
    missed = Told(Status.MISSING, 0.8, right=0.0, holds=True)
    found = Told(Status.PUBLISHED, 0.9, right=1.0, holds=True)
    trivial = Told(Status.MISSING, 0.8, right=1.0)
    kept = balanced([missed, found, *[trivial] * 100])
    assert sum(one.weight for one in kept if one.is_trivial) == pytest.approx(2.0)
    assert [one.weight for one in kept[:2]] == [1.0, 1.0]
    near = replace(trivial, near=True)
    assert balanced([missed, near]) == (missed, near)


def test_accusing_curves_go_on_to_the_full_strength() -> None:
    """Half of the doubt is left where all that can be looked at was; finds stay level."""
    fitted = fit_calibration([Told(Status.MISSING, 0.8, n > 9) for n in range(100)], "x")
    counted, full = (fitted.probability(Status.MISSING, at) for at in (0.8, 1.0))
    assert full == pytest.approx(counted + (1 - counted) / 2, abs=1e-4)
    assert fitted.probability(Status.MISSING, 0.9) > counted


def test_the_fit_is_lowered_to_what_unseen_wordings_gave() -> None:
    """Order stays; a share above the fitted end raises nothing; questions are left as they are."""
    low = [Told(Status.PUBLISHED, 0.5, n % 2 == 0) for n in range(100)]
    high = [Told(Status.PUBLISHED, 0.9, right=1.0)] * 200
    asked = [Told(Status.UNVERIFIED, 0.5, right=1.0)] * 100
    plain = fit_calibration([*low, *high, *asked], "x")
    lowered = fit_calibration([*low, *high, *asked], "x", Unseen(0.9, 0.9))
    assert lowered.published.points[-1][1] == pytest.approx(0.9)
    assert lowered.published.probability(0.5) < plain.published.probability(0.5)
    assert lowered.unverified == plain.unverified
    assert fit_calibration(low, "x", Unseen(0.9, 0.9)) == fit_calibration(low, "x")


def test_a_sure_look_alike_leaves_more_doubt_though_none_was_wrong() -> None:
    """Twice the doubt at the weakest; where some were wrong, what was counted stands."""
    told = [Told(Status.MISSING, 0.5 + n / 200, right=1.0, near=True) for n in range(60)]
    fitted = fit_calibration(told, "x", Unseen(0.9, 0.9))
    weak, strong = (fitted.probability(Status.MISSING, at, near=True) for at in (0.5, 0.795))
    assert [weak, strong] == pytest.approx([0.8, 0.9])
    some = [replace(one, right=0.0) for one in told[:20]] + told
    assert len(fit_calibration(some, "x").accused_near.points) > 3
