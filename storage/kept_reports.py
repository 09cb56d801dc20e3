"""The newest reports of many agencies, read from the store as they are gone through."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable, Iterator, Sequence
from typing import Any

from sqlalchemy.engine import Connection

from domain.findings import AgencyReport
from storage import queries

AT_ONCE = 25
"""Reports held in memory at a time: one takes some 50 KB, that of a large portal far more."""

Read = Callable[[Callable[[Connection], Any]], Any]  # gives back what the work it is given does


class KeptReports(Collection[AgencyReport]):
    """Reports in the order of their agencies; every pass through them reads them anew.

    An agency's report, confirmations included, is of one moment; those of two agencies need not be.
    """

    def __init__(
        self,
        read: Read,
        agency_ids: Sequence[int],
        year: int,
        confirm_visits: int,
    ) -> None:
        """``agency_ids``: of those that have a judgement for the year."""
        self._read = read
        self._agency_ids = tuple(agency_ids)
        self._year = year
        self._confirm_visits = confirm_visits

    @classmethod
    def of(
        cls, read: Read, agency_ids: Iterable[int], year: int, confirm_visits: int
    ) -> KeptReports:
        """Of those agencies that have a judgement for the year by now."""
        judged: frozenset[int] = read(lambda c: queries.judged_agencies(c, year))
        known = [agency_id for agency_id in agency_ids if agency_id in judged]
        return cls(read, known, year, confirm_visits)

    def __len__(self) -> int:
        """How many reports there are."""
        return len(self._agency_ids)

    def __iter__(self) -> Iterator[AgencyReport]:
        """The reports, few of which are held at a time."""
        for start in range(0, len(self._agency_ids), AT_ONCE):
            yield from self._part(self._agency_ids[start : start + AT_ONCE])

    def __contains__(self, report: object) -> bool:
        """Whether one of them says just this."""
        return any(one == report for one in self)

    def _part(self, ids: Sequence[int]) -> tuple[AgencyReport, ...]:
        found: tuple[AgencyReport, ...] = self._read(
            lambda c: queries.reports(c, ids, self._year, self._confirm_visits)
        )
        return found
