"""Whose doings a headline tells of: the agency's own, or somebody else's."""

from __future__ import annotations

import re
from collections.abc import Sequence

from rules.unit_names import HeadLine, UnitName
from rules.vietnamese.folding import fold_words

_SITE_NAME = re.compile(r"\s+(?:[-–—|>»]|::)\s+")
"""What parts a headline from the site's name in a page title."""
_VERBS = frozenset(
    ["ban", "cong", "da", "vua", "phe", "ky", "kien", "hoan", "trien", "thanh", "xay", "duy"]
)
"""How "ban hành", "công bố", "kiện toàn" and the like begin, behind a bare "Sở" or "UBND xã"."""


def headline_of(title: str) -> str:
    """A page title without the name of the site behind it."""
    return _SITE_NAME.split(title.strip(), maxsplit=1)[0]


def tells_of(
    names: Sequence[UnitName], above: Sequence[UnitName], headline: str, beginning: str
) -> bool:
    """Whether news is about the agency: its headline names nobody else as the one who acts.

    ``names`` are the agency's; ``above`` the bodies over it, which may stand in front of it.
    ``beginning``, the first sentences, decides where the headline names nobody.
    """
    line = HeadLine(_without_site(_with_names_whole(headline, names), names))
    named = _first_place(line, names)
    if named is not None:
        start, exact = named
        return exact and not _another_acts(HeadLine(" ".join(line.written[:start])), above)
    unit = line.last_unit()
    if unit is not None:
        return _is_bare(line, unit[0] + len(unit[1].split()), names[0])
    named = _first_place(HeadLine(beginning), names)
    return named is not None and named[1]


def _without_site(title: str, names: Sequence[UnitName]) -> str:
    """The headline of a page title, behind the site's name where that comes first."""
    first, *rest = _SITE_NAME.split(title.strip(), maxsplit=2)
    sites = {fold_words(name.written) for name in names}
    return rest[0] if rest and fold_words(first) in sites else first


def _with_names_whole(headline: str, names: Sequence[UnitName]) -> str:
    """A headline in which a dash inside an agency's own name parts nothing from a site's name."""
    for name in names:
        if _SITE_NAME.search(name.written):
            pattern = r"\s+".join(map(re.escape, name.written.split()))
            whole = _SITE_NAME.sub(" ", name.written)
            headline = re.sub(pattern, whole, headline, flags=re.IGNORECASE)
    return headline


def _first_place(line: HeadLine, names: Sequence[UnitName]) -> tuple[int, bool] | None:
    for name in names:
        place = line.find(name)
        if place is not None:
            return place.start, place.exact
    return None


def _another_acts(before: HeadLine, above: Sequence[UnitName]) -> bool:
    """Whether a unit stands in front of the agency that is not merely its parent's name."""
    if not before.names_a_unit:
        return False
    return not any(
        place is not None and place.end == len(before.words) and place.start <= 1
        for place in (before.find(name) for name in above)
    )


def _is_bare(line: HeadLine, end: int, own: UnitName) -> bool:
    """Whether only "Sở" or "UBND xã" acts, which on its own portal is the agency itself."""
    marker = [word for word in line.bare[:end] if word != "ubnd"]
    return marker == list(own.bare_words[: len(marker)]) and line.bare[end] in _VERBS
