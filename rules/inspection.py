"""Who is inspected on a day, for which year, by which date, and to which night a visit belongs."""

from __future__ import annotations

import re
import unicodedata
from collections import defaultdict
from collections.abc import Mapping, Sequence
from datetime import date, datetime, timedelta
from zoneinfo import ZoneInfo

from domain.agencies import Agency, Inspected
from domain.errors import ConfigurationError
from domain.settings import InspectionSettings

NOON_HOUR = 12
_KIND_OF_UNIT = re.compile(
    r"^(?:(?:ubnd|uy ban nhan dan|hdnd|xa|phuong|thi tran|huyen|quan|thi xa|thanh pho|tinh)\s+)+"
)


def local_day(moment_utc: datetime, timezone: str) -> date:
    """The calendar day of a moment, in the schedule's time zone."""
    return moment_utc.astimezone(ZoneInfo(timezone)).date()


def inspected_year(settings: InspectionSettings, now_utc: datetime, timezone: str) -> int:
    """The configured year, or the current one in the schedule's time zone."""
    if settings.year is not None:
        return settings.year
    return local_day(now_utc, timezone).year


def night_of(start_utc: datetime, timezone: str) -> date:
    """The night a visit belongs to: its local date, before noon the day before."""
    local = start_utc.astimezone(ZoneInfo(timezone))
    return local.date() if local.hour >= NOON_HOUR else local.date() - timedelta(days=1)


def due_date(settings: InspectionSettings, year: int) -> date:
    """The last day on which a yearly publication of ``year`` is in time.

    Raises ConfigurationError when ``yearly_due`` is no MM-DD. 29 February becomes 28 February
    in a year that has none.
    """
    found = re.fullmatch(r"(\d{1,2})-(\d{1,2})", settings.yearly_due.strip())
    try:
        if found is None:
            raise ValueError
        month, day = int(found[1]), int(found[2])
        date(2000, month, day)  # a leap year: only what is never a date fails here
    except ValueError:
        message = f'[inspection] yearly_due = "{settings.yearly_due}": write MM-DD, such as "03-31"'
        raise ConfigurationError(message) from None
    try:
        return date(year, month, day)
    except ValueError:
        return date(year, month, day - 1)


def inspected_on(registry: Sequence[Agency], day: date) -> tuple[Inspected, ...]:
    """Every agency of the registry that exists on ``day``, with what tells its papers apart."""
    in_force = _by_code(registry, day)
    alike: defaultdict[str, list[Agency]] = defaultdict(list)
    inherited: defaultdict[str, list[Agency]] = defaultdict(list)
    for agency in registry:
        alike[_core_name(agency.name)].append(agency)
        for successor in agency.successors:
            inherited[successor].append(agency)
    chosen = (agency for agency in registry if agency.valid_on(day))
    return tuple(_inspected(agency, in_force, alike, inherited) for agency in chosen)


def _inspected(
    agency: Agency,
    in_force: Mapping[str, Agency],
    alike: Mapping[str, Sequence[Agency]],
    inherited: Mapping[str, Sequence[Agency]],
) -> Inspected:
    """One agency in its surroundings."""
    mine = inherited.get(agency.code, ()) if agency.code is not None else ()
    predecessors = tuple(other for other in mine if other.code != agency.code)
    namesakes = {
        other.name
        for other in alike.get(_core_name(agency.name), ())
        if other.code != agency.code and other not in predecessors
    }
    return Inspected(
        agency=agency,
        parents=_parents(agency, in_force),
        predecessors=predecessors,
        namesakes=tuple(sorted(namesakes)),
    )


def _by_code(registry: Sequence[Agency], day: date) -> dict[str, Agency]:
    """For each code the row valid on the day, else the one that was valid last."""
    chosen: dict[str, Agency] = {}
    for agency in sorted(registry, key=lambda row: row.valid_from or date.min):
        if agency.code is None:
            continue
        held = chosen.get(agency.code)
        if held is None or not held.valid_on(day):
            chosen[agency.code] = agency
    return chosen


def _parents(agency: Agency, in_force: Mapping[str, Agency]) -> tuple[str, ...]:
    """Names of the bodies above, nearest first; a circle in the registry ends the climb."""
    names: list[str] = []
    seen = {agency.code}
    above = agency.parent
    while above and above not in seen:
        seen.add(above)
        row = in_force.get(above)
        names.append(row.name if row else above)
        above = row.parent if row else None
    return tuple(names)


def _core_name(name: str) -> str:
    """The proper name, without the kind of unit and without diacritics."""
    plain = unicodedata.normalize("NFD", name.casefold()).replace("đ", "d")
    letters = "".join(letter for letter in plain if not unicodedata.combining(letter))
    spaced = re.sub(r"[^\w]+", " ", letters).strip()
    return _KIND_OF_UNIT.sub("", spaced)
