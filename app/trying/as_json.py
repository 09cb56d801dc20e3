"""What ``giamsat rules try --json`` prints."""

from __future__ import annotations

import json
from collections.abc import Iterable, Sequence

from app.paper_json import paper_to_json
from app.trying.trial import Judged, PlacedLine, Support, Trial, TriedLine, TriedPaper
from rules.naming.trace import Heard, LineTrace, Traced, marked

Json = dict[str, object]


def lines_to_json(trial: Trial, lines: Iterable[TriedLine]) -> str:
    """Lines of text: how each reads as a title and on a link."""
    shown = {"kind": "text", **_head(trial), "lines": [_line(line) for line in lines]}
    return json.dumps(shown, ensure_ascii=False, indent=1)


def tried_paper_to_json(trial: Trial, tried: TriedPaper, kind: str) -> str:
    """A paper: what ``read --json`` says of it, its publications weighed, its lines traced."""
    paper = json.loads(paper_to_json(tried.seen))
    weights = [judged.weight.name.lower() for judged in tried.judged]
    for publication, weight in zip(paper["publications"], weights, strict=True):
        publication["weight"] = weight
    lines = [_placed(line) for line in tried.lines]
    support = [_support(entry) for entry in tried.support]
    doubts = [{"part": entry.part, "found": _heard(entry.words)} for entry in tried.doubts]
    more = {"lines": lines, "support": support, "against_in_text": doubts}
    shown = {"kind": kind, **_head(trial), **paper, **more}
    return json.dumps(shown, ensure_ascii=False, indent=1)


def _head(trial: Trial) -> Json:
    catalogue = trial.catalogue
    agency = trial.inspected.agency
    return {
        "catalogue": {"folder": catalogue.folder, "digest": catalogue.digest},
        "agency": agency.name or None,
        "level": agency.level.value,
        "parents": list(trial.inspected.parents),
        "year": trial.year,
    }


def _line(line: TriedLine) -> Json:
    return {
        "text": line.text,
        "readings": [_trace(trace) for trace in line.traces],
        "as_a_paper": [_judged(judged) for judged in line.paper],
        "as_a_link": {
            "priority": line.link.priority,
            "could_mean": sorted(line.link.could_mean),
        },
    }


def _judged(judged: Judged) -> Json:
    sighting = judged.sighting
    return {
        "publication": sighting.publication,
        "kind": sighting.kind.value,
        "confidence": sighting.confidence,
        "weight": judged.weight.name.lower(),
        "year": sighting.year,
        "quote": sighting.evidence.quote,
        "note": sighting.evidence.note or None,
        "question": sighting.question or None,
        "rule": sighting.evidence.rule,
    }


def _placed(line: PlacedLine) -> Json:
    return {"part": line.part, "place": line.place, **_trace(line.trace)}


def _support(entry: Support) -> Json:
    return {
        "part": entry.part,
        "publication": entry.publication.id,
        "needed": entry.publication.body_needed,
        "found": _heard(entry.body),
    }


def _trace(trace: LineTrace) -> Json:
    return {
        "read_as": trace.standing.value,
        "text": trace.text,
        "type": trace.type_name,
        "about_system": trace.about_system,
        "draft": trace.draft,
        "publications": [_traced(trace, traced) for traced in trace.publications],
    }


def _traced(trace: LineTrace, traced: Traced) -> Json:
    return {
        "publication": traced.publication.id,
        "bearing": traced.bearing.value,
        "marked": marked(trace.text, (heard.span for heard in traced.speaks_for)),
        "for": _heard(traced.speaks_for),
        "against": [
            {**shown, "counts": heard.counts}
            for shown, heard in zip(_heard(traced.against), traced.against, strict=True)
        ],
    }


def _heard(heard: Sequence[Heard]) -> list[Json]:
    return [{"key": one.key, "wording": one.wording, "quote": one.quote} for one in heard]
