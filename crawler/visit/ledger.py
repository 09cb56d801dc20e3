"""The books of one visit: every attempt in order, and what it has cost so far."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from datetime import date

from crawler.visit.links.frontier import Candidate
from domain.documents import Zone
from domain.exchanges import ODD_ANSWER, Answer
from domain.outcomes import Outcome, Skip, StoppedBy
from domain.protocols import Recorder
from domain.settings import CrawlerSettings
from domain.visits import Attempt, FoundBy, LinkWords, PageChange

_Key = tuple[str, str, str | None, bool]
Also = tuple[LinkWords, ...]
"""Words of further links to an address."""


class Ledger:
    """Numbers, charges and keeps the attempts of a visit.

    Of an address that was asked again only the last attempt is kept here; the recorder hears of
    all. The crawler's own requests stand apart, so that asking the home page once more as a test
    never replaces its content.
    """

    def __init__(self, recorder: Recorder, settings: CrawlerSettings) -> None:
        self._recorder = recorder
        self._settings = settings
        self._attempts: dict[_Key, Attempt] = {}
        self._order = 0
        self._delays_s: dict[str, float] = {}
        self.requests = 0
        self.body_bytes = 0
        self.portal_time_s = 0.0
        self.faults: dict[str, None] = {}

    def begin(self, candidate: Candidate) -> Attempt:
        """The attempt as known before asking."""
        self._order += 1
        return Attempt(
            address=candidate.address,
            found_by=candidate.found_by,
            method=candidate.ask.method,
            form_digest=candidate.post.digest if candidate.post else None,
            words=candidate.words,
            parent=candidate.parent,
            depth=candidate.depth,
            order=self._order,
        )

    def answered(self, attempt: Attempt, answer: Answer) -> Attempt:
        """Charge the answer and hand the raw exchange to the recorder before it is parsed."""
        self._charge(answer)
        filled = _filled(attempt, answer)
        self._recorder.answered(filled, answer)
        return filled

    def taken_over(self, attempt: Attempt, answer: Answer, night: date) -> Attempt:
        """An answer of an earlier night in place of a request: it costs nothing, and is held."""
        return replace(_filled(attempt, answer), taken_from=night)

    def compared(self, attempt: Attempt, change: PageChange) -> None:
        """Add what became of a page since the last look."""
        final = replace(self._attempts.get(_key(attempt), attempt), change=change)
        self._keep(final)

    def part(self, page: Attempt, answer: Answer, zone: Zone) -> None:
        """Hand data that a shown page fetched to the recorder: it was paid for with the page.

        ``zone``: where on that page it stands.
        """
        attempt = Attempt(
            address=answer.ask.address,
            found_by=FoundBy.AID,
            words=LinkWords(zone=zone),
            parent=page.address,
            method=answer.ask.method,
        )
        self._recorder.answered(_filled(attempt, answer), answer)

    def classified(self, attempt: Attempt, outcome: Outcome, detail: str) -> Attempt:
        """Keep the attempt's final form."""
        final = replace(attempt, outcome=outcome, detail=detail or attempt.detail)
        self._keep(final)
        return final

    def _keep(self, final: Attempt) -> None:
        """The newest form; what is taken over is told with the whole visit, at its end."""
        self._attempts[_key(final)] = final
        if final.taken_from is None:
            self._recorder.classified(final)

    def superseded(self, attempt: Attempt) -> None:
        """The same page was read by another address: the failure stays, as the crawler's own."""
        self._attempts.pop(_key(attempt), None)
        final = replace(attempt, found_by=FoundBy.AID)
        self._attempts[_key(final)] = final
        self._recorder.classified(final)

    def skipped(self, candidate: Candidate, skip: Skip, detail: str = "", also: Also = ()) -> None:
        """Keep an address that is passed over."""
        attempt = replace(self.begin(candidate), skip=skip, detail=detail, also=also)
        self._attempts[_key(attempt)] = attempt
        self._recorder.skipped(attempt)

    def also(self, said: Mapping[str, Also]) -> None:
        """Add what other links said of opened addresses; the recorder hears their form again."""
        for attempt in self.attempts():
            words = said.get(attempt.address, ()) if attempt.form_digest is None else ()
            if words and attempt.outcome is not None and attempt.found_by is not FoundBy.AID:
                self._keep(replace(attempt, also=words))

    def slow_down(self, host: str, delay_s: float) -> None:
        """Count this host's requests at its own pace from now on."""
        self._delays_s[host] = delay_s

    def attempts(self) -> tuple[Attempt, ...]:
        """The last attempt at each address, in the order made."""
        return tuple(sorted(self._attempts.values(), key=lambda attempt: attempt.order))

    def stopped_by(self) -> StoppedBy | None:
        """The budget that ran out, if any."""
        if self.requests >= self._settings.max_requests:
            return StoppedBy.MAX_REQUESTS
        if self.body_bytes >= self._settings.max_portal_bytes:
            return StoppedBy.MAX_BYTES
        if self.portal_time_s >= self._settings.portal_time_s:
            return StoppedBy.PORTAL_TIME
        return None

    def _charge(self, answer: Answer) -> None:
        """The portal's own time: how long it took, or had to be left alone, for each request."""
        host = answer.ask.address.partition("://")[2].partition("/")[0]
        delay_s = self._delays_s.get(host, self._settings.delay_s)
        sent = 1 + len(answer.redirects) + len(answer.earlier)
        elapsed_s = answer.elapsed_s + sum(one.elapsed_s for one in answer.earlier)
        elapsed_s += answer.waited_s
        self.requests += sent
        self.body_bytes += len(answer.body)
        self.portal_time_s += max(elapsed_s, sent * delay_s)
        if answer.tls is not None and answer.tls.fault:
            self.faults[f"Chứng chỉ bảo mật (TLS) có lỗi: {answer.tls.fault}"] = None
        if answer.outcome is Outcome.OK and answer.detail == ODD_ANSWER:
            self.faults[f"Máy chủ trả lời sai quy cách: {answer.detail}"] = None


def _filled(attempt: Attempt, answer: Answer) -> Attempt:
    """The attempt with what came of it."""
    return replace(
        attempt,
        outcome=answer.outcome,
        detail=answer.detail,
        status=answer.status,
        final_address=answer.final_address or answer.ask.address,
        sha256=answer.sha256 if answer.body else None,
        media_type=(answer.header("content-type") or "").partition(";")[0].strip().lower(),
        body_bytes=len(answer.body),
        started_at=answer.started_at,
        elapsed_s=answer.elapsed_s,
    )


def _key(attempt: Attempt) -> _Key:
    own = attempt.found_by is FoundBy.AID
    return attempt.address, attempt.method, attempt.form_digest, own
