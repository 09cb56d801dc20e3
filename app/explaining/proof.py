"""What was done to find one publication, asked point by point whether it is enough."""

from __future__ import annotations

from collections.abc import Sequence

from domain.explanations import AidKind, Check, Explanation, Point, Proof, Step
from domain.findings import Finding
from domain.outcomes import Aid, Skip, StoppedBy
from domain.publications import PublicationId, Status
from domain.visits import FoundBy

_LOOKED_AT = (Skip.TRAP_CLOSED, Skip.NOT_CONTENT)
"""Passed over without leaving anything unseen: a closed family counts as looked at."""


def proof_of(told: Explanation, finding: Finding, everything: frozenset[PublicationId]) -> Proof:
    """The proof for one finding of the visit."""
    wanted = finding.publication
    held = [step for step in told.opened if _could_hold(step, wanted)]
    naming = [step for step in held if _names(step, everything)]
    passed = [step for step in told.passed_over if _could_hold(step, wanted)]
    left = dict(told.report.coverage.open).get(wanted, ())
    return Proof(
        finding=finding,
        naming=tuple(naming),
        general=len(held) - len(naming),
        failed=tuple(step for step in held if step.why_not or step.earlier),
        passed_over=tuple(step for step in passed if step.attempt.skip not in _LOOKED_AT),
        open=left,
        checks=(
            _home(told),
            # What was found needs no complete look, and nobody counted what such a look lacks.
            Check(Point.LINKS, _links_hold(finding, left), len(held), len(left)),
            _aid(told, AidKind.SEARCH, Point.SEARCH),
            _aid(told, AidKind.SITEMAP, Point.SITEMAP),
            _failures(held),
            _whole(told),
        ),
    )


def _links_hold(finding: Finding, left: Sequence[str]) -> bool | None:
    return None if finding.status is Status.PUBLISHED else not left


def _could_hold(step: Step, wanted: PublicationId) -> bool:
    return wanted in step.value.could_mean or step.attempt.found_by is FoundBy.HOME


def _names(step: Step, everything: frozenset[PublicationId]) -> bool:
    return step.value.could_mean != everything and step.attempt.found_by is not FoundBy.HOME


def _home(told: Explanation) -> Check:
    homes = [step for step in told.opened if step.attempt.found_by is FoundBy.HOME]
    unseen = sum(bool(step.why_not) for step in homes)
    return Check(Point.HOME, bool(homes) and unseen < len(homes), len(homes), unseen)


def _aid(told: Explanation, kind: AidKind, point: Point) -> Check:
    asked = sum(one.kind is kind for one in told.aided)
    found = sum(one.found for one in told.aided if one.kind is kind)
    state = told.aid(kind)
    holds = None if state in (Aid.NONE, Aid.POSTED) else state is Aid.USED
    return Check(point, holds, asked, found)


def _failures(held: Sequence[Step]) -> Check:
    """Failed addresses were asked again, and what came of that."""
    failed = [step for step in held if step.why_not or step.earlier]
    left = sum(bool(step.why_not) for step in failed)
    return Check(Point.FAILURES, None if not failed else not left, len(failed), left)


def _whole(told: Explanation) -> Check:
    ended = told.visit.stopped_by is StoppedBy.NOTHING_LEFT
    return Check(Point.WHOLE, ended, len(told.opened))
