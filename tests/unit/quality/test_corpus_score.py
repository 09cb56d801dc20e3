"""Figures, intervals, calibration and floors from verdicts."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest

from domain.publications import Requirement, Status
from tests.quality.corpus.calibration import CLAIMS, bins, expected_error, of_claim
from tests.quality.corpus.floors import broken, load_floors
from tests.quality.corpus.score import confusion, figures, rows_by
from tests.quality.corpus.verdict import mistakes
from tests.quality.intervals import Share, wilson
from tests.unit.quality.corpus_samples import MISSING, PUBLISHED, of, verdict
from tests.unit.rules.builders import evidence

OUTDATED = frozenset({Status.OUTDATED})


@pytest.mark.parametrize(
    ("hits", "total", "low", "high"),
    [
        (0, 10, 0.0, 0.2775),
        (10, 10, 0.7225, 1.0),
        (81, 263, 0.2553, 0.3662),
        (15, 148, 0.0624, 0.1605),
    ],
)
def test_wilson_intervals_are_the_published_ones(
    hits: int, total: int, low: float, high: float
) -> None:
    """Newcombe's worked examples, and none and all of ten."""
    assert wilson(hits, total) == pytest.approx((low, high), abs=5e-5)


def test_a_share_of_nothing_says_nothing() -> None:
    """No figure is made up where nothing was counted."""
    assert str(Share(0, 0)) == "–"
    assert wilson(0, 0) == (0.0, 1.0)
    assert str(Share(1, 2)) == "1/2 (50.0 %, 9.5–90.5)"


def test_what_is_found_missed_and_accused_is_counted() -> None:
    """Found counts by requirement; an accusation is false where the truth does not allow it."""
    found = figures(
        [
            verdict(Status.PUBLISHED),
            verdict(Status.MISSING),
            verdict(Status.UNVERIFIED, requirement=Requirement.EXPECTED),
            verdict(Status.MISSING, MISSING),
            verdict(Status.MISSING, OUTDATED),
        ]
    )
    assert found.required_found == Share(1, 2)
    assert found.expected_found == Share(0, 1)
    assert found.false_accusations == Share(2, 3)
    assert found.gaps_named == Share(1, 2)
    assert found.published_right == Share(1, 1)


def test_decoys_count_by_item() -> None:
    """An item that misleads is taken once, however many publications it was taken for."""
    trap, other = of(trap="decoy", id="a#0"), of(trap="decoy", id="b#0")
    found = figures(
        [
            verdict(Status.PUBLISHED, MISSING, item=trap),
            verdict(Status.PUBLISHED, MISSING, item=trap, publication="quality_policy"),
            verdict(Status.MISSING, MISSING, item=other),
        ]
    )
    assert found.decoys_taken == Share(1, 2)
    assert found.wrong_year_or_issuer == Share(0, 0)


@pytest.mark.parametrize("casting", ["year", "issuer"])
def test_another_years_or_offices_paper_accepted_is_counted(casting: str) -> None:
    """Castings and traps of year and issuer are watched by themselves."""
    right = OUTDATED if casting == "year" else MISSING
    cast, trapped = of(casting, id="a#0"), of(trap=casting, id="b#0")
    found = figures(
        [
            verdict(Status.PUBLISHED, right, item=cast),
            verdict(Status.MISSING, MISSING, item=trapped),
        ]
    )
    assert found.wrong_year_or_issuer == Share(1, 2)


def test_twins_count_for_the_spelling_only() -> None:
    """A status that changes with the spelling is a difference and nothing else."""
    own, twin = of(id="a#0"), of(id="a#0-nfd", twin_of="a#0")
    found = figures(
        [verdict(Status.PUBLISHED, item=own), verdict(Status.MISSING, item=twin)],
    )
    assert found.spelling_differences == Share(1, 1)
    assert found.required_found == Share(1, 1)
    assert found.false_accusations == Share(0, 0)


def test_mistakes_are_sorted_by_what_they_do() -> None:
    """False accusations, then wrong finds, then other wrong statuses by how sure, then misses."""
    accused, taken = verdict(Status.OUTDATED), verdict(Status.PUBLISHED, MISSING)
    sure = verdict(Status.UNVERIFIED, MISSING, confidence=0.9)
    missed = verdict(Status.UNVERIFIED, confidence=0.95)
    right = verdict(Status.PUBLISHED)
    assert mistakes([right, missed, sure, taken, accused]) == [accused, taken, sure, missed]


def test_groups_have_rows_and_a_confusion_table() -> None:
    """By publication: what was right, and what was said instead."""
    listed = [
        verdict(Status.PUBLISHED),
        verdict(Status.UNVERIFIED),
        verdict(Status.MISSING, MISSING),
    ]
    (row,) = rows_by(listed, lambda v: v.publication)
    assert (row.found, row.right, row.false_accusations) == (Share(1, 2), Share(2, 3), 0)
    table = confusion(listed, lambda v: v.publication)
    assert table["quality_objectives", "published"][Status.UNVERIFIED] == 1


def test_calibration_bins_hold_findings_by_how_sure_they_are() -> None:
    """Edges belong to the bin above; twins and other kinds of findings are left out."""
    listed = [
        verdict(Status.PUBLISHED, confidence=0.6),
        verdict(Status.PUBLISHED, MISSING, confidence=0.65),
        verdict(Status.PUBLISHED, confidence=0.95),
        verdict(Status.PUBLISHED, confidence=1.0),
        verdict(Status.PUBLISHED, confidence=1.0, item=of(twin_of="a#0")),
        verdict(Status.MISSING, MISSING, confidence=0.65),
    ]
    by_low = {one.low: one for one in bins(of_claim(CLAIMS[0], listed))}
    assert by_low[0.6].right == Share(1, 2)
    assert by_low[0.6].mean_confidence == pytest.approx(0.625)
    assert by_low[0.95].right == Share(2, 2)
    assert by_low[0.5].right == Share(0, 0)


def test_accusations_have_rows_by_what_was_near() -> None:
    """With something like it seen, of what the item is about, and of what it says nothing of."""
    near = verdict(Status.MISSING, MISSING)
    near = replace(near, finding=replace(near.finding, evidence=(evidence("u"),)))
    listed = [near, verdict(Status.MISSING), verdict(Status.MISSING, publication="annual_plan")]
    assert [of_claim(claim, listed) for claim in CLAIMS[1:4]] == [[one] for one in listed]
    assert [of_claim(claim, listed) for claim in (CLAIMS[0], CLAIMS[4])] == [[], []]


def test_a_question_is_right_where_the_paper_is_there() -> None:
    """What nobody can tell counts half in the fit and in no row."""
    open_one = frozenset({Status.UNVERIFIED})
    listed = [verdict(Status.UNVERIFIED, right) for right in (PUBLISHED, MISSING, open_one)]
    assert [one.truth for one in listed] == [1.0, 0.0, 0.5]
    assert of_claim(CLAIMS[4], listed) == listed[:2]


def test_the_calibration_error_is_the_mean_distance() -> None:
    """Two at 0.9, one right, are 0.4 off."""
    listed = [verdict(Status.PUBLISHED, confidence=0.9)]
    listed.append(verdict(Status.PUBLISHED, MISSING, confidence=0.9))
    assert expected_error(listed) == pytest.approx(0.4)
    assert expected_error([]) == 0.0


def test_each_floor_that_breaks_is_named() -> None:
    """A perfect run breaks none; a false accusation, a miss and a failure are named."""
    floors = load_floors()
    good = figures([verdict(Status.PUBLISHED)])
    assert broken(good, 0, floors) == []
    bad = figures([verdict(Status.MISSING)])
    lines = broken(bad, 1, floors)
    assert [line.partition(":")[0] for line in lines] == [
        "accusations the truth does not allow",
        "required publications found",
        "items that the program failed on",
    ]
    taken = figures([verdict(Status.PUBLISHED, MISSING, item=of("issuer"))])
    assert [line.partition(":")[0] for line in broken(taken, 0, floors)] == [
        "wrong year or issuer accepted",
        "decoys taken",
    ]


def test_a_floor_may_not_be_left_out(tmp_path: Path) -> None:
    """A file without a floor is refused rather than measured against nothing."""
    file = tmp_path / "floors.toml"
    file.write_text("false_accusations = 0\n", encoding="utf-8")
    with pytest.raises(TypeError, match="required_found"):
        load_floors(file)
    assert replace(load_floors(), items=1).items == 1
