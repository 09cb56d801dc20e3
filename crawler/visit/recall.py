"""What a visit takes over from the last look instead of asking again.

The visit goes its ordinary way; for a page that hardly changes without its list changing first,
it is given the answer of the last look. Asked anew are the home pages, known evidence and where
it hangs, the first pages of lists and sections, what changed before, and all that is new.
"""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass, field

from crawler.visit.desk import Opened, Taken
from crawler.visit.links.front_pages import is_front_page, is_further_page
from crawler.visit.links.frontier import Candidate
from crawler.visit.links.set_aside import says_other
from crawler.visit.own_requests import may_be_taken_over
from crawler.visit.pages.text import all_links, prints_of
from crawler.visit.rendering import needs_browser
from crawler.visit.shown_again import Shown, place, places_without_a_key, shows_again
from domain.documents import Document, Zone
from domain.exchanges import RENDER, Answer
from domain.outcomes import Outcome, Skip
from domain.protocols import LastLook, Read
from domain.visits import Attempt, FoundBy, KnownAddress, PageChange

_Key = tuple[str, str, str | None, bool]
_GONE = (Outcome.NOT_FOUND, Outcome.SOFT_NOT_FOUND, Outcome.REDIRECTED_AWAY, Outcome.UNREADABLE)
_MOST_TURNED = 2
"""Further pages that are asked behind one that leads to something new; behind those, as many."""


@dataclass(slots=True)
class Recall:
    """The last look, as far as this visit relies on it."""

    look: LastLook
    read: Read
    hanging: frozenset[str]
    """Pages that known evidence hangs on."""
    _attempts: dict[_Key, Attempt] = field(init=False)
    _pages: dict[str, Attempt] = field(init=False)
    _addresses: frozenset[str] = field(init=False)
    _grown: set[str] = field(default_factory=set)
    """Pages, asked anew, that lead to something they did not lead to."""
    _turned: Counter[str] = field(default_factory=Counter)
    _as_before: set[str] = field(default_factory=set)
    """Places of pages that are tonight as they were, or are taken over."""
    _held_back: list[Candidate] = field(default_factory=list)
    _exploring: bool = False

    def __post_init__(self) -> None:
        """Look up attempts by what was asked."""
        self._attempts = {_key_of(one): one for one in self.look.attempts}
        self._pages = {place(one.address): one for one in self.look.attempts if _is_page(one)}
        self._addresses = frozenset(one.address for one in self.look.attempts)

    @classmethod
    def of(cls, look: LastLook, read: Read, start_with: tuple[KnownAddress, ...]) -> Recall:
        """For a visit that knows of some evidence.

        Where a paper hangs is asked when more may come to hang there: beside others, or in place
        of one that did not do.
        """
        open_yet = [known for known in start_with if known.address not in look.rejected_at]
        hangs = Counter(known.parent for known in open_yet if known.parent)
        found = {known.parent for known in open_yet if known.address in look.found_at}
        alone = {parent for parent in found if parent and hangs[parent] == 1}
        return cls(look, read, frozenset(hangs) - alone)

    def opened(self, candidate: Candidate) -> bool:
        """Whether the last look opened it."""
        then = self._attempts.get(_key(candidate))
        return then is not None and then.outcome is not None

    def leaves(self, candidate: Candidate) -> Skip | None:
        """Why it stays unopened as at the last look; None for what is to be opened."""
        then = self._attempts.get(_key(candidate))
        skip = then.skip if then is not None else None
        if skip is Skip.UNPROMISING and says_other(candidate):
            return skip
        return skip if skip is Skip.TRAP_CLOSED and not candidate.could_mean else None

    def holds_back(self, candidate: Candidate) -> bool:
        """Keep what is new until all that is known is in place; False once that is so.

        Traps that the last look had learned are then known again before anything new is asked.
        """
        if self._exploring or self.opened(candidate):
            return False
        self._held_back.append(candidate)
        return True

    def explore(self) -> tuple[Candidate, ...]:
        """All that is known is in place: what was held back is to be opened now."""
        self._exploring = True
        new, self._held_back = self._held_back, []
        return tuple(new)

    async def taken(self, candidate: Candidate) -> Taken | None:
        """What the last look saw; None for what is to be asked."""
        then = self._attempts.get(_key(candidate))
        if then is None or not _came_for_good(then) or self._must_ask(candidate, then):
            return None
        answer = self.look.answer(then)
        if answer is None or await self._shows_new(candidate, answer):
            return None
        self._as_before.add(place(candidate.address))
        parts = self.look.parts(then, answer) if answer.ask.method == RENDER else ()
        return Taken(answer, then.taken_from or self.look.night, parts)

    async def _shows_new(self, candidate: Candidate, answer: Answer) -> bool:
        """Whether it is a page that new things appear on, or one whose text nobody saw."""
        kind = answer.header("content-type") or ""
        if candidate.found_by is FoundBy.AID or not ("html" in kind or "json" in kind):
            return False
        reading = await self.read(answer)
        if needs_browser(reading):
            return True
        if not isinstance(reading, Document) or not is_front_page(candidate, reading):
            return False
        shown = Shown(candidate.address, reading, answer.body)
        return candidate.depth <= 1 or not await self._is_shown_elsewhere(shown)

    async def _is_shown_elsewhere(self, shown: Shown) -> bool:
        """Whether it showed a page once more, sorted otherwise, that is tonight as it was then."""
        for plain in places_without_a_key(shown.address):
            then = self._pages.get(plain) if plain in self._as_before else None
            answer = self.look.answer(then) if then is not None else None
            page = await self.read(answer) if answer is not None else None
            if then is None or answer is None or not isinstance(page, Document):
                continue
            if shows_again(shown, Shown(then.address, page, answer.body)):
                return True
        return False

    def _must_ask(self, candidate: Candidate, then: Attempt) -> bool:
        """Whether it is asked anew whatever it held."""
        if candidate.found_by is FoundBy.AID:
            return not may_be_taken_over(candidate, then)
        if is_further_page(candidate) or then.words.zone is Zone.PAGING:
            return self._turns_on(candidate)
        places = {then.address, then.final_address}
        if candidate.found_by is FoundBy.EVIDENCE:
            return places.isdisjoint(self.look.rejected_at)
        if FoundBy.HOME in (candidate.found_by, then.found_by):
            return True
        return not places.isdisjoint(self.hanging) or then.address in self.look.restless

    def _turns_on(self, candidate: Candidate) -> bool:
        """Whether a further page of a list is asked: what is new may fill more than one page."""
        page = candidate.parent or ""
        if page not in self._grown:
            return False
        self._turned[page] += 1
        return self._turned[page] <= _MOST_TURNED

    async def compare(self, candidate: Candidate, opened: Opened) -> PageChange | None:
        """What became of a page that was asked anew; None where it cannot be compared."""
        then, now = self._attempts.get(_key(candidate)), opened.document
        if then is None or then.outcome is None or not then.outcome.seen:
            return None
        if now is None:
            return PageChange.GONE if opened.attempt.outcome in _GONE else None
        change = await self._compared(opened, now, then)
        if change is PageChange.SAME:
            self._as_before.add(place(candidate.address))
        return change

    async def _compared(self, opened: Opened, now: Document, then: Attempt) -> PageChange | None:
        if opened.attempt.sha256 == then.sha256:
            return PageChange.SAME
        answer = self.look.answer(then)
        before = await self.read(answer) if answer is not None else None
        if answer is None or not isinstance(before, Document):
            return None
        return self._change(opened, now, all_links(before, then.final_address), before, answer)

    def _change(
        self,
        opened: Opened,
        now: Document,
        had: frozenset[str],
        before: Document,
        answer: Answer,
    ) -> PageChange:
        """What became of a page whose bytes are others."""
        has = all_links(now, opened.final_address)
        if has - had - self._addresses:
            self._grown |= {opened.attempt.address, opened.final_address}
        if len((had - has) & self._addresses) > len(has - had):
            return PageChange.SHRUNK  # banners to other sites come and go; nobody opened those
        same = has == had and _main(before, answer.body) == _main(now, opened.body)
        return PageChange.SAME if same else PageChange.CHANGED


def _main(page: Document, body: bytes) -> str:
    return prints_of(page, body).blind


def _is_page(then: Attempt) -> bool:
    """Whether it was a page that an address alone leads to."""
    own = then.found_by is FoundBy.AID or then.form_digest is not None
    return not own and then.outcome is not None and then.outcome.seen


def _came_for_good(then: Attempt) -> bool:
    """Whether the answer was one that asking again the same night would not better."""
    outcome = then.outcome
    if outcome is None or then.cut_off or then.started_at is None:
        return False
    return not outcome.passing and outcome is not Outcome.TLS


def _key(candidate: Candidate) -> _Key:
    post = candidate.post
    own = candidate.found_by is FoundBy.AID
    return candidate.address, candidate.ask.method, post.digest if post else None, own


def _key_of(attempt: Attempt) -> _Key:
    own = attempt.found_by is FoundBy.AID
    return attempt.address, attempt.method, attempt.form_digest, own
