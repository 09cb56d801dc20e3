"""A small crawl without a network, made to be killed: it says what it asks and what it closes."""

from __future__ import annotations

import sys
from datetime import UTC, date, datetime, timedelta

from domain.agencies import Agency, Level
from domain.exchanges import Answer, Ask
from domain.findings import AgencyReport, Coverage
from domain.outcomes import Aid, Outcome, PortalState, StoppedBy
from domain.visits import Attempt, FoundBy, Visit
from storage.bodies import sha256_of
from storage.store import Store, open_store

AGENCIES = 4
PAGES = 60
FLUSHED_EVERY = 7
"""So that a kill falls between commits, into one, and into a batch that waits."""
BEGUN = datetime(2026, 11, 22, 15, 0, tzinfo=UTC)
NIGHT = date(2026, 11, 22)


def main(url: str) -> None:
    """Visit every agency that this night's run has not finished."""
    store = open_store(url)
    agencies = [Agency(str(number), f"Xã {number}", Level.COMMUNE) for number in range(AGENCIES)]
    store.import_agencies(agencies, BEGUN)
    ids = [stored.id for stored in store.agencies()]
    run = store.open_run(NIGHT, 2026, BEGUN, config_digest="c", rule_digest="r", agency_ids=ids)
    for agency_id in ids:
        if agency_id not in run.finished:
            visit_agency(store, run.run_id, agency_id)
    store.close_run(run.run_id, BEGUN, good=True, note="")
    store.close()
    say("done")


def visit_agency(store: Store, run_id: int, agency_id: int) -> None:
    """Ask what is not stored yet, and close."""
    home = f"https://x{agency_id}.vn/"
    handle = store.open_visit(run_id, agency_id, home, BEGUN)
    recorder = store.recorder(handle.visit_id, agency_id)
    attempts: list[Attempt] = []
    for number in range(1, PAGES + 1):
        ask = Ask(f"{home}{number}")
        answer = store.stored_answer(handle.visit_id, ask) or asked(ask, number)
        attempt = opened(answer, number)
        recorder.answered(attempt, answer)
        recorder.classified(attempt)
        attempts.append(attempt)
        if number % FLUSHED_EVERY == 0:
            store.flush()
    visit, report = facts(home, tuple(attempts))
    made_with = {"rule_digest": "r", "config_digest": "c", "reader_version": "1"}
    store.close_visit(handle.visit_id, visit, report, **made_with)
    say(f"closed {agency_id}")


def say(line: str) -> None:
    """One line for whoever watches."""
    sys.stdout.write(line + "\n")
    sys.stdout.flush()


def asked(ask: Ask, number: int) -> Answer:
    """As if a portal had answered."""
    say(f"asked {ask.address}")
    body = (f"<html><p>{ask.address}</p>" + "<li>mục</li>" * 300).encode()
    return Answer(
        ask=ask,
        outcome=Outcome.OK,
        started_at=BEGUN + timedelta(seconds=number),
        elapsed_s=0.1,
        final_address=ask.address,
        status=200,
        headers=(("content-type", "text/html"),),
        body=body,
    )


def opened(answer: Answer, number: int) -> Attempt:
    """The attempt of an answer."""
    return Attempt(
        address=answer.ask.address,
        found_by=FoundBy.LINK,
        outcome=answer.outcome,
        sha256=sha256_of(answer.body),
        body_bytes=len(answer.body),
        started_at=answer.started_at,
        order=number,
    )


def facts(home: str, attempts: tuple[Attempt, ...]) -> tuple[Visit, AgencyReport]:
    """A visit that saw all there was, and a report that says nothing."""
    reached, stopped = PortalState.REACHED, StoppedBy.NOTHING_LEFT
    visit = Visit(home, NIGHT, reached, stopped, BEGUN, BEGUN, attempts=attempts)
    coverage = Coverage(
        requests=len(attempts),
        pages=len(attempts),
        documents=0,
        not_modified=0,
        body_bytes=0,
        failed=0,
        complete=True,
        open=(),
        stopped_by=stopped,
        search=Aid.NONE,
        sitemap=Aid.NONE,
        unread=(),
    )
    agency = Agency("1", "Xã", Level.COMMUNE)
    return visit, AgencyReport(agency, home, 2026, reached, (), coverage, BEGUN, BEGUN)


if __name__ == "__main__":
    main(sys.argv[1])
