"""When what a visit took over may not be relied on."""

from __future__ import annotations

from dataclasses import replace
from typing import cast

import pytest

from app.next_night import StoredLook
from domain.findings import AgencyReport, Evidence, Side
from domain.outcomes import Outcome, PortalState
from domain.publications import Status
from domain.visits import Attempt, FoundBy, PageChange, Visit
from storage.last_looks import Base
from storage.store import Store
from tests.unit.storage import samples

ROBOTS = Attempt(f"{samples.HOME}robots.txt", FoundBy.AID, outcome=Outcome.OK, sha256="rules")
PAGE = samples.attempt(1)


def look(status: Status, *attempts: Attempt) -> StoredLook:
    """A last look that judged so."""
    base = Base(samples.visit(attempts), samples.report(status), frozenset())
    return StoredLook(cast("Store", None), 1, base)


def why(
    last: StoredLook, status: Status, *attempts: Attempt, state: PortalState = PortalState.REACHED
) -> str:
    """Why a night that saw these does not stand as it is."""
    visit: Visit = replace(samples.visit(attempts), state=state)
    return last.needs_own_look(visit, samples.report(status))


@pytest.mark.parametrize(
    ("before", "after", "stands"),
    [
        (Status.MISSING, Status.MISSING, True),
        (Status.MISSING, Status.PUBLISHED, True),
        (Status.MISSING, Status.UNDETERMINED, True),
        (Status.UNVERIFIED, Status.UNDETERMINED, True),
        (Status.UNDETERMINED, Status.MISSING, False),
        (Status.UNVERIFIED, Status.MISSING, False),
        (Status.OUTDATED, Status.MISSING, False),
        (Status.PUBLISHED, Status.OUTDATED, False),
        (Status.PUBLISHED, Status.UNVERIFIED, False),
        (Status.PUBLISHED, Status.UNDETERMINED, False),
    ],
)
def test_a_verdict_that_turned_worse_is_looked_after(
    before: Status, after: Status, stands: bool
) -> None:
    """No new accusation, and no found paper that is gone, rests on what was taken over."""
    assert (not why(look(before, PAGE), after, PAGE)) is stands


@pytest.mark.parametrize("change", list(PageChange))
def test_what_vanished_is_looked_for(change: PageChange) -> None:
    """A page that leads to less, or is gone; one that only changed was explored."""
    lost = change in (PageChange.SHRUNK, PageChange.GONE)
    said = why(look(Status.MISSING, PAGE), Status.MISSING, replace(PAGE, change=change))
    assert (PAGE.address in said) is lost


def test_other_robots_rules_end_it() -> None:
    """Also where there were none; an error page in their place says each time something else."""
    last = look(Status.MISSING, ROBOTS)
    assert not why(last, Status.MISSING, ROBOTS)
    assert why(last, Status.MISSING, replace(ROBOTS, sha256="other"))
    absent = replace(ROBOTS, outcome=Outcome.NOT_FOUND, sha256="one page")
    assert why(last, Status.MISSING, absent)
    assert not why(
        look(Status.MISSING, absent), Status.MISSING, replace(absent, sha256="another page")
    )


def test_a_portal_that_was_not_seen_is_not_asked_more() -> None:
    """Nothing is said of it in any case."""
    last = look(Status.PUBLISHED, PAGE)
    assert not why(last, Status.UNDETERMINED, state=PortalState.UNREACHABLE)


def evidence(url: str, side: Side) -> Evidence:
    """A piece of evidence."""
    return replace(samples.report().findings[0].evidence[0], url=url, side=side)


def test_which_evidence_could_still_turn_a_verdict() -> None:
    """What speaks for a published paper must stay; what was refused beside it matters no more."""
    (found,) = samples.report(Status.PUBLISHED).findings
    published = replace(
        found, evidence=(evidence("paper", Side.FOR), evidence("news", Side.AGAINST),
                         evidence("blank", Side.AGAINST)),
    )  # fmt: skip
    missing = replace(
        found, publication="quality_policy", status=Status.MISSING,
        evidence=(evidence("blank", Side.AGAINST),),
    )  # fmt: skip
    report: AgencyReport = replace(samples.report(), findings=(published, missing))
    base = Base(samples.visit(()), report, frozenset())
    last = StoredLook(cast("Store", None), 1, base)
    assert last.found_at == {"paper"}
    assert last.rejected_at == {"news"}
