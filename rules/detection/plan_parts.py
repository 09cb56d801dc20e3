"""The year's objectives as a part of the year's plan: "I. MỤC TIÊU CHẤT LƯỢNG" in a plan."""

from __future__ import annotations

import re
from collections.abc import Iterable

from rules.catalogue.vocabulary import Lexicon
from rules.detection.context import PageContext
from rules.detection.evidencing import Shown
from rules.detection.page_shape import is_clause
from rules.detection.target_year import year_of_title
from rules.naming.kinds import TitleReader
from rules.sightings import Sighting, SightingKind

PLAN, OBJECTIVES = "annual_plan", "quality_objectives"
_NUMBER = re.compile(r"\s*(?:(?:phần\s+)?[IVX]{1,4}|[A-H]|\d{1,2})\s*[.)/:-]+\s*", re.IGNORECASE)
_NAME = re.compile(r"(?:các )?(?:mục tiêu chất lượng|mtcl)\b", re.IGNORECASE)
_LONGEST_NAME = 90
_LENGTH = 2_500
_SEEN = frozenset({SightingKind.PAPER, SightingKind.DOUBTFUL})


def objectives_in_plan(
    context: PageContext, seen: Iterable[Sighting], lexicon: Lexicon, titles: TitleReader
) -> tuple[Sighting, ...]:
    """The question that a plan of the agency's raises which has a part with the objectives."""
    found = {sighting.publication: sighting for sighting in seen if sighting.kind in _SEEN}
    plan = found.get(PLAN)
    if plan is None or OBJECTIVES in found or OBJECTIVES not in lexicon.catalogue.ids:
        return ()
    name = _name_of_part(context, lexicon, titles)
    if not name:
        return ()
    year = year_of_title(name) or plan.year
    note = f"Kế hoạch có phần “{name}”"
    question = f"{note}: đây có phải là mục tiêu chất lượng của cơ quan không?"
    shown = Shown(name, plan.evidence.place, name, year=year, issuer=plan.evidence.issuer)
    publication, kind = lexicon.catalogue.get(OBJECTIVES), SightingKind.DOUBTFUL
    return (context.witness.sighting(publication, kind, 0.4, shown, note, question),)


def _name_of_part(context: PageContext, lexicon: Lexicon, titles: TitleReader) -> str:
    """The heading of a part of the text that holds objectives; empty where there is none."""
    body = lexicon.catalogue.get(OBJECTIVES).body
    needed = lexicon.catalogue.get(OBJECTIVES).body_needed
    lines = context.body.source.split("\n")
    for place, line in enumerate(lines):
        name = _NUMBER.sub("", line, count=1).strip(" .:*")
        if len(line) > _LONGEST_NAME or is_clause(line) or not _NAME.match(name):
            continue
        reading = titles.read(name, system_context=True)
        if not any(naming.publication.id == OBJECTIVES for naming in reading.namings):
            continue
        below = "\n".join(lines[place + 1 :])[:_LENGTH]
        if len(body.found(lexicon.hits(below))) >= needed:
            return name
    return ""
