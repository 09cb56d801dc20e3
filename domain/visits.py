"""One visit to one portal: every address that was asked for or passed over, and why."""

from __future__ import annotations

from collections.abc import Container, Iterable
from dataclasses import dataclass
from datetime import date, datetime
from enum import StrEnum

from domain.documents import Reading, Zone
from domain.outcomes import Aid, Outcome, PortalState, Skip, StoppedBy

REST_OF_LIST = "#con-nua"
"""Ends the address under which the rest of a list is told that no address leads to."""
_BY_FORM = ("__doPostBack", "WebForm_DoPostBack", "submit:", "select:", "filter:")
ALL_OF_LIST = "dữ liệu nói danh sách đã hết"
"""The detail of data that says that nothing stands behind the rows it came with."""
REST_IS_LISTED = "tin nào của mục này cũng có trong danh sách của chuyên mục"
"""The detail of a script's pager below a box of the home page that shows the newest of lists."""
_ROWS_BYTES = 1000
"""Data of a list; what counts visitors or tells the time is a fraction of it."""


class PageChange(StrEnum):
    """What became of a page since the last look."""

    SAME = "same"
    """Its own text and its links are what they were."""
    CHANGED = "changed"
    SHRUNK = "shrunk"
    """It leads to less than it did."""
    GONE = "gone"
    """Nothing of the portal's own stands there any more."""


class FoundBy(StrEnum):
    """How an address became known."""

    HOME = "home"
    LINK = "link"
    SITEMAP = "sitemap"
    FEED = "feed"
    SEARCH = "search"
    EVIDENCE = "evidence"
    """Evidence of an earlier visit, checked again."""
    AID = "aid"
    """The crawler's own: robots.txt, sitemap, feed or search request."""


@dataclass(frozen=True, slots=True)
class LinkWords:
    """What was known of an address before it was opened."""

    text: str = ""
    title: str = ""
    zone: Zone = Zone.UNKNOWN
    context: str = ""
    section: str = ""
    parent_title: str = ""
    """Title or main heading of the page it stands on."""


@dataclass(frozen=True, slots=True)
class KnownAddress:
    """An address that earlier evidence stood at, with what was known of it then.

    Without the words of the link the same paper would be judged differently the night after.
    """

    address: str
    words: LinkWords = LinkWords()
    parent: str | None = None


@dataclass(frozen=True, slots=True)
class Attempt:
    """One address of a visit: asked for (``outcome``) or passed over (``skip``)."""

    address: str
    found_by: FoundBy
    words: LinkWords = LinkWords()
    parent: str | None = None
    depth: int = 0
    """Links followed from the home page."""
    method: str = "GET"
    form_digest: str | None = None
    outcome: Outcome | None = None
    skip: Skip | None = None
    detail: str = ""
    status: int | None = None
    final_address: str = ""
    sha256: str | None = None
    """Of the body that came back; for ``not_modified`` of the body already held."""
    media_type: str = ""
    """As declared by the header; empty when nothing came back."""
    body_bytes: int = 0
    started_at: datetime | None = None
    elapsed_s: float = 0.0
    order: int = 0
    """Place in the visit, from 1."""
    also: tuple[LinkWords, ...] = ()
    """Words of other links to the same address that say something the first does not; at most 5."""
    taken_from: date | None = None
    """The night whose look it is taken over from: nothing was asked this time. Then
    ``started_at`` says when it was asked, and the body is the one that came then."""
    change: PageChange | None = None
    """Against the last look; None where there was none, or nobody compared."""

    @property
    def cut_off(self) -> bool:
        """Whether content began to come and did not come whole: no look for what is absent."""
        begun = self.sha256 is not None and self.status is not None and self.status < 300
        return begun and self.outcome in (Outcome.HTTP_ERROR, Outcome.TIMEOUT)


@dataclass(frozen=True, slots=True)
class Page:
    """An address that was opened and its content read."""

    attempt: Attempt
    reading: Reading
    captured_at: datetime


@dataclass(frozen=True, slots=True)
class Visit:
    """The facts of one visit, from which coverage is judged; no rule has spoken yet."""

    portal_url: str
    night: date
    """Local date of the visit's start; before noon it is the day before."""
    state: PortalState
    stopped_by: StoppedBy
    started_at: datetime
    finished_at: datetime
    state_detail: str = ""
    search: Aid = Aid.NONE
    sitemap: Aid = Aid.NONE
    attempts: tuple[Attempt, ...] = ()
    platform: str = ""
    portal_faults: tuple[str, ...] = ()
    """Faults of the portal itself worth telling its owner, such as an expired certificate."""
    rests_on: date | None = None
    """The night of the full look from which what was not asked anew is taken over; None for a
    full look of its own."""


def filled_pages(attempts: Iterable[Attempt]) -> frozenset[str]:
    """The pages whose scripts fetch lists as JSON that was read: empty by themselves, and seen."""
    fetched = (
        one
        for one in attempts
        if "json" in one.media_type and one.outcome is not None and one.outcome.seen
    )
    return frozenset(one.parent for one in fetched if one.parent is not None)


def listed_as_data(attempts: Iterable[Attempt]) -> frozenset[str]:
    """Of the filled pages those whose data is a list's: no counter, no menu.

    It leads on, is as long as rows, or says itself that the list ends with it.
    """
    every = tuple(attempts)
    led_from = {one.parent for one in every}
    lists = (
        one
        for one in every
        if one.address in led_from or one.body_bytes >= _ROWS_BYTES or one.detail == ALL_OF_LIST
    )
    return filled_pages(one for one in lists if one.words.zone is not Zone.MENU)


def is_data_pager(attempt: Attempt, listed: Container[str]) -> bool:
    """Whether it is a script's pager on a page whose list came as data: that tells what follows."""
    posts = attempt.skip is Skip.NEEDS_POST and attempt.words.zone is Zone.PAGING
    return posts and (attempt.parent or "") in listed


def is_rest_of_list(attempt: Attempt) -> bool:
    """Whether it stands for rows that a list tells of, and gives no address for."""
    return attempt.address.endswith(REST_OF_LIST) and attempt.words.text != ""


def is_pressed(attempt: Attempt) -> bool:
    """Whether only a script of the page answers for it, and no form that is sent."""
    posts = attempt.skip is Skip.NEEDS_POST
    return posts and not any(mark in attempt.address for mark in _BY_FORM)
