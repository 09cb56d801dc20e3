"""Whether a list issued from above is for an agency: its own name, or all of its level."""

from __future__ import annotations

import re

from rules.issuers.place import wrong_parent
from rules.issuers.title import named_in_title
from rules.issuers.unit_names import HeadLine, UnitName
from rules.vietnamese.folding import fold

_LEVELS = {
    1: re.compile(r"(?<![a-z])(?:cap xa|(?:ubnd|uy ban nhan dan) (?:cac )?xa, phuong)(?![a-z])"),
    2: re.compile(r"(?<![a-z])(?:cap huyen|(?:ubnd|uy ban nhan dan) cac huyen)(?![a-z])"),
    3: re.compile(r"(?<![a-z])cap tinh(?![a-z])"),
}


def is_scope_of(own: UnitName, above: tuple[UnitName, ...], title: str) -> bool:
    """Whether a title of a body above speaks of this very agency, or of all of its level.

    Diacritics count: "xã Minh Quân" is not "xã Minh Quán", nor is a namesake of another district.
    """
    line = HeadLine(title)
    place = line.find(own)
    if place is not None and place.exact:
        return wrong_parent(line, own, above) is None
    named = named_in_title(title)
    unit = named.last_unit() if named is not None else None
    if named is not None and unit is not None:
        name = UnitName(named.unit_name(unit[0]))
        if name.rank and name.rank == own.rank and name.proper:
            return False
    level = _LEVELS.get(own.rank)
    return level is not None and level.search(fold(title).plain) is not None


def may_be_above(name: UnitName, own: UnitName, above: tuple[UnitName, ...]) -> bool:
    """Whether a body may issue lists for an agency: a department, or an unknown province."""
    if name.rank == 3:
        return not any(known.rank == 3 for known in above)
    return bool(own.rank) and name.bare_words[:1] == ("so",)
