"""A visit that the store keeps: opened with what is already known, closed with its judgement."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from app.inspecting import Inspection
from app.memory import StoreMemory
from app.wiring import Ruling
from documents import READER_VERSION
from domain.agencies import Agency
from domain.visits import KnownAddress
from storage.store import Store


@dataclass(frozen=True, slots=True)
class KeptVisit:
    """A visit under way, every exchange of which is in the database."""

    memory: StoreMemory
    started_at: datetime
    """Of a visit that was cut off and is gone on with: when it first began."""
    start_with: tuple[KnownAddress, ...]
    """Where the evidence of the visit before stands."""


def open_kept(
    store: Store, run_id: int | None, agency_id: int, agency: Agency, at: datetime
) -> KeptVisit:
    """Begin a visit, or go on with the one of this run; waits for the database, so in a thread.

    Args:
        run_id: the night's run; None for a check on demand, which is never gone on with.
        at: now.
    """
    portal_url = agency.portals[0].url if agency.portals else ""
    handle = store.open_visit(run_id, agency_id, portal_url, at)
    memory = StoreMemory(
        store=store,
        visit_id=handle.visit_id,
        resumed=handle.resumed,
        recorder=store.recorder(handle.visit_id, agency_id),
        held=store.held_copies(agency_id),
    )
    return KeptVisit(memory, handle.started_at, store.evidence_addresses(agency_id))


def close_kept(ruling: Ruling, kept: KeptVisit, inspection: Inspection) -> None:
    """Keep the facts and the judgement at once; waits for the database, so in a thread."""
    kept.memory.store.close_visit(
        kept.memory.visit_id,
        inspection.visit,
        inspection.report,
        rule_digest=ruling.rule_digest,
        config_digest=ruling.config_digest,
        reader_version=READER_VERSION,
    )
