"""Fitting the table of confidence on the development items of the corpus, and writing it.

Held-out items are never looked at: a table fitted on them would say nothing about others. Only the
shares that their last opening counted lower it, for the rules were mended on the others.
"""

from __future__ import annotations

import argparse
import asyncio
from collections.abc import Sequence
from concurrent.futures import ProcessPoolExecutor
from dataclasses import replace
from multiprocessing import get_context
from pathlib import Path

from app.wiring import Ruling
from domain.publications import Period, Status
from rules.catalogue import load_catalogue
from rules.judge import Judge
from rules.verdict.calibration import Calibration, calibration_file
from tests.quality.calibrating import Told, Unseen, as_toml, fit_calibration
from tests.quality.corpus.casting import cast
from tests.quality.corpus.item import Item
from tests.quality.corpus.loading import load
from tests.quality.corpus.openings import Opening, load_openings
from tests.quality.corpus.running import Inspected, inspect, ruling
from tests.quality.corpus.verdict import Verdict, verdicts_of
from tests.quality.intervals import Share


def main(argv: Sequence[str] | None = None) -> int:
    """Fit and write the table."""
    parser = argparse.ArgumentParser(prog="scripts/quality fit", description=__doc__)
    parser.add_argument("--output", type=Path, default=calibration_file())
    parser.add_argument("--processes", type=int, default=2)
    options = parser.parse_args(argv)
    catalogue = load_catalogue()
    yearly = {one.id for one in catalogue.publications if one.period is Period.YEARLY}
    cast_items = cast(load(catalogue.ids).wordings, yearly)
    items = [one for one in cast_items if not (one.held_out or one.twin_of)]
    told = told_by(items, options.processes)
    source = f"{len(items)} development items of the labelled corpus, {len(told)} verdicts"
    options.output.write_text(as_toml(fit_calibration(told, source, unseen())), encoding="utf-8")
    print(f"{options.output}: fitted on {source}")
    return 0


def told_by(items: Sequence[Item], processes: int = 1) -> list[Told]:
    """What the rules say of items, by raw strength, and whether it is right."""
    if processes <= 1:
        return _told_by(items)
    parts = [items[start::processes] for start in range(processes)]
    with ProcessPoolExecutor(processes, mp_context=get_context("spawn")) as workers:
        return [told for part in workers.map(_told_by, parts) for told in part]


def _told_by(items: Sequence[Item]) -> list[Told]:
    return [told_of(verdict) for verdict in verdicts_of(asyncio.run(_inspected(items)))]


def told_of(verdict: Verdict) -> Told:
    """What a verdict was worth."""
    allowed = verdict.item.right.get(verdict.publication)
    return Told(
        verdict.said,
        verdict.finding.confidence,
        verdict.truth,
        near=verdict.is_near,
        holds=None if allowed is None else Status.PUBLISHED in allowed,
    )


def unseen(openings: Sequence[Opening] | None = None) -> Unseen | None:
    """What the last opening counted; None where there was none.

    Its false accusations are held against the papers that were there to be found, as many true
    ones as those: even odds, as the fit takes them.
    """
    listed = load_openings() if openings is None else openings
    if not listed:
        return None
    counted = {name: _counted(said) for name, said in listed[-1].figures.items()}
    there = counted["required_found"].total + counted["expected_found"].total
    false = counted["false_accusations"].hits
    return Unseen(counted["published_right"].value, there / (there + false) if there else 0.0)


def _counted(said: str) -> Share:
    """The share that begins a figure of the book: "183/188 (97.3 %, 93.9-98.9)"."""
    hits, _, total = said.partition(" ")[0].partition("/")
    return Share(int(hits), int(total)) if total else Share(0, 0)


def uncalibrated(rules: Ruling) -> Ruling:
    """The same rules, their confidence left as raw strength."""
    judge = Judge(rules.catalogue, rules.settings.inspection, rules.scorer, Calibration())
    return replace(rules, judge=judge)


async def _inspected(items: Sequence[Item]) -> list[Inspected]:
    rules = uncalibrated(ruling())
    return [Inspected(item, await inspect(item, rules)) for item in items]
