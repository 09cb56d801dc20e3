"""Whether the papers on a portal say that it is another agency's than the registry names."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable

from rules.explaining import reasons
from rules.issuers.unit_names import UnitName
from rules.sightings import PageNotes, Sighting, SightingKind
from rules.verdict.proof import identity

MANY_PAPERS = 4
"""So many different papers of one other agency, and none of its own, are no mere reposts, unless
the home page says whose the portal is: portals of communes repost a district's papers by the dozen.
"""
_OF_ANYBODY = frozenset({"tthc_list"})
"""Lists that a body above issues for all of a level stand on everybody's portal."""
_MAY_BE_OWN = frozenset({SightingKind.PAPER, SightingKind.DOUBTFUL})


def doubt_of_portal(notes: Iterable[PageNotes]) -> str:
    """The Vietnamese question over a wrong address or name; empty when nothing speaks for one."""
    notes = tuple(notes)
    if any(note.names_agency for note in notes):
        return ""
    sightings = [sighting for note in notes for sighting in note.sightings]
    if any(_is_own(sighting) for sighting in sightings):
        return ""
    owners: defaultdict[tuple[str, ...], dict[str, str]] = defaultdict(dict)
    for sighting in sightings:
        if sighting.rejected_issuer:
            papers = owners[UnitName(sighting.rejected_issuer).bare_words]
            papers.setdefault(identity(sighting.evidence), sighting.rejected_issuer)
    most = max(owners.values(), key=len, default={})
    if len(most) < MANY_PAPERS:
        return ""
    return reasons.papers_of_another(len(most), min(most.values()))


def _is_own(sighting: Sighting) -> bool:
    """Whether a paper names an issuer that is or may be the agency; nameless ones prove nothing."""
    if sighting.kind not in _MAY_BE_OWN or sighting.publication in _OF_ANYBODY:
        return False
    return sighting.evidence.issuer is not None
