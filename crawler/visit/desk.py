"""Asking one address within a visit: recorded raw, then read, then told what it really is."""

from __future__ import annotations

from collections.abc import Awaitable, Callable
from dataclasses import dataclass, field, replace
from datetime import date

from crawler.kinds import is_share
from crawler.platforms.generic import GENERIC
from crawler.routes import route_of
from crawler.scope import Scope, is_login_system
from crawler.urls import is_office_name, is_paper_like
from crawler.visit.echoes import Echoes
from crawler.visit.ledger import Ledger
from crawler.visit.links.frontier import Candidate
from crawler.visit.pages.cut import CutPages
from crawler.visit.pages.data import links_of_data
from crawler.visit.pages.not_found import NotFoundPrint
from crawler.visit.pages.outcome import Verdict, cut_page, error_page, outcome_of
from crawler.visit.pages.text import prints_of
from crawler.visit.rendering import Got, Rendering, is_hollow, needs_browser
from crawler.visit.task import VisitTools
from documents.read import IN_PROCESS
from documents.sniff import media_type_of
from domain.documents import Document, Reading, Unreadable
from domain.exchanges import Answer
from domain.outcomes import Outcome
from domain.visits import ALL_OF_LIST, Attempt, FoundBy, Page

_ERROR_BODY_BYTES = 100_000
_MOST_LINKS_OF_A_PAPER = 3
_LEAST_CHARS_OF_A_PAPER = 300


@dataclass(frozen=True, slots=True)
class Taken:
    """The answer of an earlier night that serves for an address."""

    answer: Answer
    night: date
    parts: tuple[Answer, ...] = ()
    """Data that the scripts of the page fetched, where a browser showed it."""


TakenOver = Callable[[Candidate], Awaitable[Taken | None]]
"""What serves for a candidate; None for what is asked."""


@dataclass(frozen=True, slots=True)
class Asked:
    """An address that was asked, before anybody read what came."""

    attempt: Attempt
    answer: Answer
    parts: tuple[Answer, ...] = ()
    """See :class:`Taken`; what is asked has none yet."""

    @property
    def worth_reading(self) -> bool:
        """Whether it is content, or an error's own small page, which may tell more."""
        answer = self.answer
        if answer.outcome.seen or answer.cut_off:
            return bool(answer.body) or answer.outcome is Outcome.OK
        return answer.outcome is Outcome.HTTP_ERROR and 0 < len(answer.body) <= _ERROR_BODY_BYTES

    @property
    def is_file(self) -> bool:
        """Whether it is a file, which takes long to read, rather than a page."""
        answer = self.answer
        declared = answer.header("content-type") or ""
        kind = media_type_of(answer.body, declared, answer.final_address)
        return self.worth_reading and kind not in IN_PROCESS


@dataclass(frozen=True, slots=True)
class Opened:
    """An address after it was asked."""

    attempt: Attempt
    final_address: str
    """Canonical; the asked one where nothing was redirected."""
    reading: Reading | None = None
    body: bytes = field(default=b"", repr=False)
    again: bool = False
    """Whether it was not seen whole for a reason that may pass, and is worth another try."""

    @property
    def document(self) -> Document | None:
        """What was read, where the outcome says that it is the portal's content."""
        good = self.attempt.outcome is not None and self.attempt.outcome.seen
        return self.reading if good and isinstance(self.reading, Document) else None

    @property
    def beginning(self) -> Document | None:
        """What was read of the portal's content where it was cut: no look at what is absent."""
        cut = self.attempt.cut_off and isinstance(self.reading, Document)
        return self.reading if cut and isinstance(self.reading, Document) else None


class Desk:
    """Asks for one address after another, with the visit's tools and books."""

    def __init__(
        self,
        tools: VisitTools,
        ledger: Ledger,
        scope: Scope,
        home_may_be: Callable[[str], bool],
    ) -> None:
        self._tools = tools
        self._ledger = ledger
        self.scope = scope
        self.home_may_be = home_may_be
        self.home: str | None = None
        """Where the home page ended; None until it was opened."""
        self.not_found: NotFoundPrint | None = None
        self.platform = GENERIC
        self.cut = CutPages()
        self.forbids: Callable[[str], bool] = lambda address: False
        """What the robots.txt of a host that was met closes."""
        self.taken: TakenOver | None = None
        """What the last look answered; None on a full look."""
        self._rendering = Rendering(tools, ledger)
        self._echoes = Echoes()

    async def ask(self, candidate: Candidate) -> tuple[Attempt, Answer]:
        """Ask without reading: robots.txt, sitemaps, feeds."""
        asked = await self.fetch(candidate)
        return self._ledger.classified(asked.attempt, asked.answer.outcome, ""), asked.answer

    async def open(self, candidate: Candidate) -> Opened:
        """Ask, keep, read and classify; what is content is told to the visit's progress."""
        return await self.read(candidate, await self.fetch(candidate))

    async def read(self, candidate: Candidate, asked: Asked) -> Opened:
        """Read and classify what was asked, in a browser where its text needs one."""
        reading = await self._tools.read(asked.answer) if asked.worth_reading else None
        links = links_of_data(asked.parts, reading, is_home=self._is_home(candidate))
        got = Got(asked.attempt, asked.answer, reading, links)
        if asked.attempt.taken_from is None and self._needs_browser(candidate, got):
            home = self._is_home(candidate)
            got = await self._rendering.whole(got, self.forbids, home=home)
        return self._finish(candidate, got)

    async def fetch(self, candidate: Candidate) -> Asked:
        """Ask and keep; :meth:`read` must follow, or :meth:`finish` once it is read.

        What the last look serves for is not asked.
        """
        attempt = self._ledger.begin(candidate)
        taken = await self.taken(candidate) if self.taken else None
        if taken is not None:
            attempt = self._ledger.taken_over(attempt, taken.answer, taken.night)
            return Asked(attempt, taken.answer, taken.parts)
        answer = await self._tools.fetch(candidate.ask)
        return Asked(self._ledger.answered(attempt, answer), answer)

    def finish(self, candidate: Candidate, asked: Asked, reading: Reading | None) -> Opened:
        """Classify what was asked and read; what is content is told to the visit's progress."""
        return self._finish(candidate, Got(asked.attempt, asked.answer, reading))

    def _finish(self, candidate: Candidate, got: Got) -> Opened:
        answer, reading = got.answer, got.reading
        final = got.final_address
        outcome, detail = self._classify(candidate, answer, reading, final)
        if outcome.seen and isinstance(reading, Document) and ("ends", "told") in reading.metadata:
            detail = ALL_OF_LIST
        attempt = self._ledger.classified(got.attempt, outcome, detail)
        self._tell(attempt, reading, answer)
        if got.more_links and isinstance(reading, Document):
            reading = replace(reading, links=(*reading.links, *got.more_links))
        return Opened(attempt, final, reading, answer.body, got.again)

    def _needs_browser(self, candidate: Candidate, got: Got) -> bool:
        """Whether it is content of the portal that hides its text, and no probe of the home page.

        A page that lacks only what it is about is shown too, where there is a browser; so is a
        home page that a firewall guards with a script.
        """
        if not got.answer.outcome.seen or got.reading is None or candidate.post is not None:
            return False
        if candidate.found_by is FoundBy.AID and candidate.address == self.home:
            return False
        home = self._is_home(candidate)
        lacks = needs_browser(got.reading) or is_hollow(got.reading)
        if home and not lacks:
            lacks = outcome_of(got.answer, got.reading)[0] is Outcome.BLOCKED
        if not lacks and not route_of(candidate.address):
            return False
        final = got.final_address
        return self.scope.covers(final) or (home and self.home_may_be(final))

    def _tell(self, attempt: Attempt, reading: Reading | None, answer: Answer) -> None:
        if reading is None or attempt.found_by is FoundBy.AID or attempt.outcome is None:
            return
        if attempt.cut_off and isinstance(reading, Document):
            self.cut.saw(attempt, reading, answer)
        unread = isinstance(reading, Unreadable) and attempt.outcome is Outcome.UNREADABLE
        if attempt.outcome.seen or unread:
            self._tools.progress.saw(Page(attempt, reading, answer.started_at))

    def _classify(
        self, candidate: Candidate, answer: Answer, reading: Reading | None, final: str
    ) -> Verdict:
        if reading is None:
            return answer.outcome, ""
        if answer.cut_off:
            return cut_page(answer, reading)
        if not answer.outcome.seen:
            return error_page(answer, reading)
        known, own = self.not_found, self.platform.not_found
        if self._is_home(candidate):
            known, own = None, None
        verdict = outcome_of(answer, reading, known, own)
        if not verdict[0].seen:
            return verdict
        return (
            self._redirected(candidate, reading, final)
            or _unturned(candidate, answer, reading)
            or self._echoes.verdict(candidate, reading, final, self.home)
            or verdict
        )

    def _redirected(self, candidate: Candidate, reading: Reading, final: str) -> Verdict | None:
        """What a good page means that did not come from the address asked for."""
        if is_share(final) and _is_page(reading):
            return Outcome.UNREADABLE, "nằm trên kho chia sẻ bên ngoài, không mở được như một tệp"
        if (
            self._is_paper_elsewhere(candidate)
            and _is_page(reading)
            and not _is_saved_paper(candidate.address, reading)
        ):
            return Outcome.UNREADABLE, "nằm trên trang khác, không phải một tệp văn bản"
        if final == candidate.address:
            return None
        if is_login_system(final):
            return Outcome.LOGIN_REQUIRED, f"chuyển đến trang đăng nhập {final}"
        if self._is_home(candidate):
            if self.home_may_be(final):
                return None
            return (
                Outcome.REDIRECTED_AWAY,
                f"trang chủ chuyển sang {final}, không phải cổng của cơ quan này",
            )
        if final == self.home:
            return Outcome.SOFT_NOT_FOUND, "địa chỉ chuyển về trang chủ"
        if self.scope.covers(final) or (
            is_paper_like(candidate.address)
            and (is_share(final) or self.scope.same_province(final))
        ):
            return None
        return Outcome.REDIRECTED_AWAY, f"chuyển sang {final}"

    def _is_paper_elsewhere(self, candidate: Candidate) -> bool:
        return not self._is_home(candidate) and not self.scope.covers(candidate.address)

    def _is_home(self, candidate: Candidate) -> bool:
        return candidate.found_by is FoundBy.HOME or candidate.address == self.home


def _unturned(candidate: Candidate, answer: Answer, reading: Reading) -> Verdict | None:
    """A list that did not turn: the posted page is the one before, once more."""
    post = candidate.post
    if post is None or prints_of(reading, answer.body).exact != post.of:
        return None
    if post.may_end:
        return Outcome.SOFT_NOT_FOUND, "danh sách đã hết: trang sau vẫn là trang trước"
    return Outcome.UNREADABLE, "danh sách không sang trang khi gửi biểu mẫu"


def _is_saved_paper(address: str, reading: Reading) -> bool:
    """Whether a page sent under an office file's name is a paper that was saved as one."""
    if not isinstance(reading, Document) or len(reading.links) > _MOST_LINKS_OF_A_PAPER:
        return False
    return is_office_name(address) and len(reading.text) >= _LEAST_CHARS_OF_A_PAPER


def _is_page(reading: Reading) -> bool:
    return isinstance(reading, Document) and "html" in reading.media_type
