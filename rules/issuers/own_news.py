"""Whose doings a headline tells of: the agency's own, or somebody else's."""

from __future__ import annotations

import re
from collections.abc import Sequence

from rules.issuers.unit_names import HeadLine, UnitName
from rules.vietnamese.folding import fold

_SITE_NAME = re.compile(r"\s+(?:[-–—|>»]|::)\s+")
"""What parts a headline from the site's name in a page title."""
_HOME = re.compile(r"^(?:cong|trang) thong tin|trang (?:chu|nhat)\s*$")
_VERBS = frozenset(
    tuple(verb.split())
    for verb in (
        "da",
        "vua",
        "ky",
        "ban hanh",
        "cong bo",
        "cong khai",
        "phe duyet",
        "kien toan",
        "hoan thanh",
        "hoan thien",
        "trien khai",
        "thanh lap",
        "xay dung",
        "duy tri",
    )
)
"""How what a bare "Sở" or "UBND xã" does begins."""
_NAMES = frozenset([("so", "xay", "dung")])
"""Departments whose names begin as something done does."""


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
    line = HeadLine(without_site(with_names_whole(headline, names), names))
    named = _first_place(line, names)
    if named is not None:
        start, exact = named
        return exact and not _another_acts(HeadLine(" ".join(line.written[:start])), above)
    unit = line.last_unit()
    if unit is not None:
        return _is_bare(line, unit[0] + len(unit[1].split()), names[0])
    line = HeadLine(beginning)
    named = _first_place(line, names)
    if named is None or not named[1]:
        return False
    return not _is_listed(HeadLine(" ".join(line.written[: named[0]])), names[0])


def _is_listed(before: HeadLine, own: UnitName) -> bool:
    """Whether a neighbour is named before the agency: a list of offices tells of none of them."""
    proper = HeadLine(own.proper).words
    named = (HeadLine(" ".join(seat)).words for seat in before.seats(own.rank) if seat)
    return bool(own.rank) and any(seat[: len(proper)] != proper for seat in named)


def without_site(headline: str, names: Sequence[UnitName]) -> str:
    """A headline without the site's own name and the way to the page, before or behind it."""
    parts = [part for part in _SITE_NAME.split(headline.strip()) if part.strip()]
    told = [part for part in parts if not _is_of_site(part, names)]
    return told[0] if told else headline_of(headline)


def _is_of_site(part: str, names: Sequence[UnitName]) -> bool:
    """Whether a part of a page's title is the site's name or the way from its home page."""
    if _HOME.search(fold(part).plain):
        return True
    words = HeadLine(part).words
    return any(words in (name.words, ("ubnd", *name.words)) for name in names)


def with_names_whole(headline: str, names: Sequence[UnitName]) -> str:
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
    if marker != list(own.bare_words[: len(marker)]):
        return False
    done = tuple(line.bare[end : end + 2])
    return bool({done[:1], done} & _VERBS) and (*marker[-1:], *done) not in _NAMES
