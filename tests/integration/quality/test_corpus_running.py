"""An item of the corpus inspected for real."""

from __future__ import annotations

import asyncio

from domain.publications import Status
from tests.quality.corpus.running import inspect, ruling
from tests.unit.quality.corpus_samples import items


def test_an_item_is_inspected_to_verdicts_on_everything() -> None:
    """The real visit and judge give every publication a status; the portal is seen whole."""
    item = items()[0]
    report_of = asyncio.run(inspect(item, ruling()))
    said = {finding.publication: finding.status for finding in report_of.findings}
    assert said["conformity_announcement"] is Status.MISSING
    assert report_of.coverage.complete
    assert report_of.year == item.year
