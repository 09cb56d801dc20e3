"""Pages of a list that were posted for: kept beside the list's own address, replayed, judged."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

from domain.exchanges import Answer, Ask
from domain.visits import Attempt
from storage.store import Store
from tests.unit.storage import samples

MADE_WITH = {"rule_digest": "r", "config_digest": "c", "reader_version": "1"}
VIEW_STATE = "/wEPDwUK" * 20_000


def posted(page: int) -> tuple[Attempt, Answer]:
    """One page of a list, and what it answered."""
    body = f"<p>trang {page}</p>".encode()
    form = (("__EVENTARGUMENT", f"Page${page}"), ("__VIEWSTATE", VIEW_STATE))
    attempt = replace(
        samples.attempt(page, body),
        address=f"{samples.HOME}van-ban.aspx",
        method="POST",
        form_digest=f"digest {page}",
        started_at=samples.attempt(page).started_at,
    )
    answer = replace(samples.answer(attempt, body), ask=Ask(attempt.address, "POST", form))
    return attempt, answer


def kept(store: Store) -> tuple[int, int]:
    """A visit in which a list was opened and its pages 2 and 3 posted for."""
    store.import_agencies([samples.agency()], samples.NOON)
    agency_id = store.agencies()[0].id
    run = store.open_run(
        samples.NIGHT, 2026, samples.NOON, config_digest="c", rule_digest="r",
        agency_ids=[agency_id],
    )  # fmt: skip
    visit_id = store.open_visit(run.run_id, agency_id, samples.HOME, samples.NOON).visit_id
    first = replace(samples.attempt(1), address=f"{samples.HOME}van-ban.aspx")
    store.recorder(visit_id, agency_id).answered(first, samples.answer(first))
    for page in (2, 3):
        store.recorder(visit_id, agency_id).answered(*posted(page))
    return visit_id, agency_id


def test_posted_answers_are_replayed_by_their_forms(anew: Callable[[], Store]) -> None:
    """After a stop each form gets its own answer again, once; the plain address another."""
    first = anew()
    visit_id, _ = kept(first)
    first.close()
    second = anew()
    for page in (3, 2):
        ask = posted(page)[1].ask
        replayed = second.stored_answer(visit_id, ask)
        assert replayed is not None
        assert replayed.body == posted(page)[1].body
        assert len(str(replayed.ask)) < 1000  # the view state stands in the page before
        assert second.stored_answer(visit_id, ask) is None
    other = replace(posted(2)[1].ask, form=(("__EVENTARGUMENT", "Page$4"),))
    assert second.stored_answer(visit_id, other) is None
    plain = second.stored_answer(visit_id, Ask(f"{samples.HOME}van-ban.aspx"))
    assert plain is not None
    assert plain.body == b"<p>x</p>"
    second.close()


def test_posted_pages_are_judged_again_with_the_others(store: Store) -> None:
    """A closed visit gives its posted pages back with their own bodies, method and digest."""
    visit_id, agency_id = kept(store)
    pages = [posted(page)[0] for page in (2, 3)]
    store.close_visit(visit_id, samples.visit(tuple(pages)), samples.report(), **MADE_WITH)
    given = [(attempt, sha256) for attempt, sha256, _, _ in store.pages(visit_id, "1")]
    assert given == [(one, one.sha256) for one in pages]
    assert store.held_copies(agency_id)[pages[0].address].sha256 == samples.attempt(1).sha256
