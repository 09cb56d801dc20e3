"""What only shows between the rows of a registry: codes that clash or lead nowhere."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Collection, Iterator, Mapping, Sequence
from datetime import date

from crawler.registry.rows import RegistryRow
from crawler.registry.words import nearest
from domain.agencies import Agency
from domain.errors import RowProblem

_LIKE_A_CODE = re.compile(r"\d[\w.-]*")


def problems_between(rows: Sequence[RegistryRow], known_codes: Collection[str]) -> list[RowProblem]:
    """Overlapping validity of one code, and parents and successors that are nowhere."""
    by_code: dict[str, list[RegistryRow]] = defaultdict(list)
    for row in rows:
        by_code[row.agency.code or ""].append(row)
    codes = {*by_code, *known_codes}
    found = list(_clashes(by_code))
    for row in rows:
        found += _lost_parent(row, codes)
        found += _lost_successors(row, codes)
    return found


def _clashes(by_code: Mapping[str, Sequence[RegistryRow]]) -> Iterator[RowProblem]:
    for code, rows in by_code.items():
        for place, later in enumerate(rows):
            for earlier in rows[:place]:
                if _overlap(earlier.agency, later.agency):
                    reason = (
                        f"{code} stands on line {earlier.line} too, valid on the same days; "
                        "give one a valid_to before the other's valid_from"
                    )
                    yield RowProblem(later.line, "code", reason)
                    break


def _overlap(one: Agency, other: Agency) -> bool:
    starts = max(one.valid_from or date.min, other.valid_from or date.min)
    return starts <= min(one.valid_to or date.max, other.valid_to or date.max)


def _lost_parent(row: RegistryRow, codes: Collection[str]) -> Iterator[RowProblem]:
    """A parent may be a plain name; one that looks like a code must be there."""
    parent = row.agency.parent
    if parent is None or not _LIKE_A_CODE.fullmatch(parent):
        return
    if parent == row.agency.code:
        yield RowProblem(row.line, "parent", f"{parent} is the agency itself")
    elif parent not in codes:
        yield RowProblem(row.line, "parent", _nowhere(parent, codes))


def _lost_successors(row: RegistryRow, codes: Collection[str]) -> Iterator[RowProblem]:
    """A successor may carry the code of its own predecessor: codes are used again."""
    for code in row.agency.successors:
        if code not in codes:
            yield RowProblem(row.line, "successor", _nowhere(code, codes))


def _nowhere(code: str, codes: Collection[str]) -> str:
    close = nearest(code, codes)
    hint = f"; did you mean {close}?" if close else ""
    return f"no row has the code {code[:80]!r}{hint}"
