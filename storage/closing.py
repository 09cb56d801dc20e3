"""Closing a visit: its facts, its attempts in their final form, and its judgement, at once."""

from __future__ import annotations

import sqlalchemy as sa
from sqlalchemy.engine import Connection

from domain.findings import AgencyReport
from domain.visits import Visit
from storage.canonical import encode_text, sound
from storage.judgements import JudgedBy, append
from storage.tables import visit as visit_table
from storage.visits import KeepRequest, VisitBook, write_positions, write_requests


def close_visit(
    connection: Connection, book: VisitBook, visit: Visit, report: AgencyReport, by: JudgedBy
) -> None:
    """One transaction: either all of it is there afterwards, or the visit is still open."""
    changed, positions = _final_forms(book, visit)
    write_requests(connection, changed)
    write_positions(connection, book.visit_id, positions)
    facts = {
        "portal_url": sound(visit.portal_url),
        "started_at": visit.started_at,
        "finished_at": visit.finished_at,
        "night": visit.night,
        "state": visit.state.value,
        "state_detail": sound(visit.state_detail),
        "stopped_by": visit.stopped_by.value,
        "search": visit.search.value,
        "sitemap": visit.sitemap.value,
        "platform": sound(visit.platform),
        "portal_faults": encode_text(visit.portal_faults),
        "rests_on": visit.rests_on,
    }
    own = visit_table.c.id == book.visit_id
    connection.execute(sa.update(visit_table).where(own).values(facts))
    append(connection, book.visit_id, book.agency_id, report, by)


def _final_forms(book: VisitBook, visit: Visit) -> tuple[list[KeepRequest], dict[int, int]]:
    """A row for every attempt; two that would share one row are given a row each.

    Of rows that were kept in this very form only the number and the position are given.
    """
    changed: list[KeepRequest] = []
    positions: dict[int, int] = {}
    taken: set[int] = set()
    for position, attempt in enumerate(visit.attempts):
        key = book.key_of(attempt)
        seq, is_new = book.seq_of(key)
        if seq in taken:
            seq, is_new = book.extra_seq(), True
        taken.add(seq)
        if book.forms.get(seq) is attempt:
            positions[seq] = position
        else:
            changed.append(KeepRequest(book.visit_id, seq, attempt, key[3], is_new, position))
    return changed, positions
