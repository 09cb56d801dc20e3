"""``giamsat explain``: a stored visit told step by step, with what proves an absence."""

from __future__ import annotations

from dataclasses import replace

from app.explaining.proof import proof_of
from app.explaining.steps import Weighing
from domain.errors import UsageError
from domain.explanations import Explanation
from domain.findings import AgencyReport, Finding
from domain.protocols import LinkScorer
from domain.publications import PublicationId
from domain.visits import FoundBy
from storage.looks import Look

__all__ = ["explained"]


def explained(
    look: Look, scorer: LinkScorer, publication: PublicationId | None = None
) -> Explanation:
    """The visit of a look, told; with the proof for one publication where one is named.

    Raises:
        UsageError: the agency was not judged on such a publication.
    """
    finding = None if publication is None else _finding(look.report, publication)
    weighing = Weighing(look, scorer)
    pages = [one for one in look.visit.attempts if one.found_by is not FoundBy.AID]
    told = Explanation(
        report=look.report,
        visit=look.visit,
        opened=tuple(weighing.step(one) for one in pages if one.outcome is not None),
        aided=weighing.aided(),
        passed_over=tuple(weighing.step(one) for one in pages if one.outcome is None),
    )
    if finding is None:
        return told
    return replace(told, proof=proof_of(told, finding, weighing.everything))


def _finding(report: AgencyReport, publication: PublicationId) -> Finding:
    for finding in report.findings:
        if finding.publication == publication:
            return finding
    known = ", ".join(finding.publication for finding in report.findings)
    raise UsageError(f"--publication {publication}: not among what is judged here: {known}")
