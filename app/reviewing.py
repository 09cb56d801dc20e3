"""Taking a person's word over a finding: what must hold of it before it is kept."""

from __future__ import annotations

import unicodedata
from collections.abc import Collection, Sequence
from dataclasses import dataclass
from datetime import date, datetime, tzinfo
from difflib import get_close_matches
from urllib.parse import quote

from domain.agencies import Agency
from domain.errors import UsageError
from domain.publications import Status
from domain.reviews import Decision, Review, Withdrawal
from reports.safety import LINK_LENGTH, clean, safe_link
from reports.words import STATUSES
from storage.agencies import StoredAgency
from storage.store import Store

LONGEST_REASON = 2_000
LONGEST_AUTHOR = 200
NEAR_ENOUGH = 0.5
"""How alike a known word must be to be named beside an unknown one; 1 is the same."""
REPEATED = 60
"""Characters of a wrong word that are repeated in a message and compared with known ones."""


@dataclass(frozen=True, slots=True)
class Word:
    """A review as a person typed it."""

    code: str
    publication: str
    status: str
    reason: str
    author: str
    url: str | None
    until: str | None


@dataclass(frozen=True, slots=True)
class Reviewer:
    """Keeps reviews in a store, at one moment."""

    store: Store
    now: datetime
    zone: tzinfo
    """Of the schedule: whose day it is, and in which times are shown."""

    @property
    def today(self) -> date:
        """The day there."""
        return self.now.astimezone(self.zone).date()

    def add(self, word: Word, year: int) -> Review:
        """Keep a review of the newest finding; raises UsageError, having kept nothing."""
        status = status_of(word.status[:REPEATED])
        reason = _words("--reason", word.reason, LONGEST_REASON)
        author = _words("--author", word.author, LONGEST_AUTHOR)
        url, until = _address(word.url), self._last_day(word.until)
        stored = self._agency(word.code[:REPEATED])
        agency, asked = stored.inspected.agency, word.publication[:REPEATED]
        publication = self._publication(agency, asked, year)
        decision = Decision(publication, year, status, reason, author, url, until)
        return self._kept(self.store.reviews.add(stored.id, decision, self.now))

    def withdraw(self, review_id: int, author: str, reason: str) -> Review:
        """Take a review back."""
        said = _words("--reason", reason, LONGEST_REASON)
        who = _words("--author", author, LONGEST_AUTHOR)
        self.store.reviews.withdraw(review_id, Withdrawal(who, said, self.now))
        return self._kept(review_id)

    def listed(self, code: str | None) -> tuple[Review, ...]:
        """All reviews ever written, oldest first; of one agency or of all."""
        if code is not None:
            self._refuse_unknown(
                code[:REPEATED], [one.inspected.agency for one in self.store.agencies()]
            )
        return tuple(review for review in self._held() if code in (None, review.agency_code))

    def _kept(self, review_id: int) -> Review:
        return next(review for review in self._held() if review.id == review_id)

    def _held(self) -> tuple[Review, ...]:
        return self.store.reviews.held(self.today).in_zone(self.zone).entries

    def _agency(self, code: str) -> StoredAgency:
        stored = self.store.agency(code, self.today)
        if stored is None:
            known = [one.inspected.agency for one in self.store.agencies(on=self.today)]
            self._refuse_unknown(code, known)
            raise UsageError(f"{code}: no agency with this code is valid on {self.today}")
        return stored

    def _refuse_unknown(self, code: str, known: Sequence[Agency]) -> None:
        if any(agency.code == code for agency in known):
            return
        raise UsageError(
            f"{code}: no agency with this code{_nearest_agencies(code, known)}; "
            "'giamsat registry list' shows them all"
        )

    def _publication(self, agency: Agency, asked: str, year: int) -> str:
        """The publication, if the agency's newest judgement for the year speaks of it."""
        code = agency.code or ""
        report = self.store.report(code, year, self.today, confirm_visits=1)
        if report is None:
            raise UsageError(
                f"{code} ({agency.name}): nothing is judged for {year} yet, so there is nothing to "
                f"review: run 'giamsat crawl --only {code}', or 'giamsat judge --year {year}' for "
                "pages that are stored already"
            )
        known = [finding.publication for finding in report.findings]
        if asked not in known:
            raise UsageError(
                f"{asked}: no publication that was judged{_did_you_mean(asked, known)}; "
                f"known: {', '.join(known)}"
            )
        return asked

    def _last_day(self, text: str | None) -> date | None:
        if text is None:
            return None
        try:
            day = date.fromisoformat(text.strip())
        except ValueError as error:
            raise UsageError(f"--until {text!r}: no day; write {_as_iso(text)}") from error
        if day < self.today:
            raise UsageError(f"--until {day}: is past; today is {self.today}")
        return day


def _as_iso(text: str) -> str:
    """A day written as people do, as it should be; else the form of one."""
    try:
        return datetime.strptime(text.strip().replace("-", "/"), "%d/%m/%Y").date().isoformat()
    except ValueError:
        return "YYYY-MM-DD"


def status_of(text: str) -> Status:
    """The status named, as in exports or as on screens; UsageError names the nearest, and all."""
    asked = " ".join(unicodedata.normalize("NFC", text).casefold().split())
    shown = {status: STATUSES[status].word.casefold() for status in Status}
    for status in Status:
        if asked in (status.value, shown[status]):
            return status
    near = _did_you_mean(asked, [*Status, *shown.values()])
    known = ", ".join(f"{status.value} ({STATUSES[status].word})" for status in Status)
    raise UsageError(f"--status {text!r}: no status{near}; known: {known}")


def _words(option: str, text: str, longest: int) -> str:
    """Words on one line, without control characters; UsageError when none or too many."""
    said = " ".join(clean(unicodedata.normalize("NFC", text)).split())
    if not said:
        raise UsageError(f"{option}: is empty; say it in words")
    if len(said) > longest:
        raise UsageError(
            f"{option}: {len(said):,} characters; at most {longest:,}, put the rest into a paper "
            "and name its --url"
        )
    return said


def _address(url: str | None) -> str | None:
    if url is None:
        return None
    link = safe_link(url.strip())
    if link is None:
        raise UsageError(f"--url {url[:200]!r}: no address of a page: {_fault_of(url.strip())}")
    return link


def _fault_of(url: str) -> str:
    """What an address would need to be one."""
    if not url.lower().startswith(("http://", "https://")):
        return "it begins with http:// or https://"
    if len(url) > LINK_LENGTH:
        return f"it has {len(url):,} characters; at most {LINK_LENGTH:,}"
    for sign in url:
        if sign.isspace() or sign in "\\\"'<>`":
            return f"it holds {sign!r}; write {quote(sign)} instead"
    return "it has a host, such as xa.gov.vn, and no control characters"


def _did_you_mean(asked: str, known: Collection[str]) -> str:
    near = get_close_matches(asked.strip().lower(), list(known), n=1, cutoff=NEAR_ENOUGH)
    return f"; did you mean {near[0]}?" if near else ""


def _nearest_agencies(asked: str, known: Sequence[Agency]) -> str:
    """The agencies whose code or name is like what was typed."""
    wanted = asked.strip().casefold()
    named = [agency for agency in known if wanted and wanted in agency.name.casefold()]
    codes = get_close_matches(asked.strip(), [a.code or "" for a in known], 1, NEAR_ENOUGH)
    near = (named or [agency for agency in known if agency.code in codes])[:3]
    if not near:
        return ""
    return "; did you mean " + ", ".join(f"{agency.code} ({agency.name})" for agency in near) + "?"
