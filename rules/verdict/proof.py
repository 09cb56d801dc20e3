"""The evidence a finding shows: for first, then against, each paper once a side."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace

from domain.findings import Evidence, Side
from rules.sightings import Sighting, SightingKind
from rules.verdict.weighing import Weighed, Weight

EVIDENCE_LIMIT = 12
"""Pieces of evidence kept on each side of one finding."""
_NOTES = {
    Weight.EARLIER: "Văn bản của năm trước, không thay cho năm kiểm tra.",
    Weight.LATER: "Văn bản của năm sau, không thay cho năm kiểm tra.",
    Weight.PREDATES: "Có trước ngày thành lập cơ quan nên không tính.",
    Weight.INHERITED: "Của cơ quan tiền thân, cần xác minh còn áp dụng hay không.",
    Weight.OTHER_YEAR: "Nói về năm khác.",
    Weight.REPLACED: "Đã được văn bản khác thay thế.",
    Weight.NOTHING: "Không phải văn bản cần tìm.",
}
_SPEAKS_FOR = (Weight.SERVES, Weight.QUESTION, Weight.INHERITED)


def rank(sighting: Sighting) -> tuple[bool, float, int, bool, str]:
    """Best first: papers before news, sure before unsure, new before old, numbered, by address."""
    evidence = sighting.evidence
    issued = evidence.issued_on.toordinal() if evidence.issued_on else 0
    is_news = sighting.kind is SightingKind.OWN_NEWS
    unnumbered = evidence.number is None
    return is_news, -round(sighting.confidence, 1), -issued, unnumbered, evidence.url


def identity(evidence: Evidence) -> str:
    """What makes two pieces of evidence one paper: the same body, else the same address."""
    return evidence.sha256 or evidence.url


def count_of_papers(seen: Iterable[Evidence]) -> int:
    """How many different papers there are: one of the same number, day and title is counted once.

    A portal shows one paper under many addresses, with other links around it each time.
    """
    bodies: dict[str, Evidence] = {}
    for evidence in seen:
        bodies.setdefault(identity(evidence), evidence)
    return len({_cited_as(one) or (body,) for body, one in bodies.items()})


def _cited_as(evidence: Evidence) -> tuple[str, ...]:
    if not (evidence.number and evidence.issued_on and evidence.title):
        return ()
    title = " ".join(evidence.title.casefold().split())
    return evidence.number, evidence.issued_on.isoformat(), title


def evidence_of(weighed: Iterable[Weighed]) -> tuple[Evidence, ...]:
    """For first, then against; each paper once a side, with a note on why it does not count."""
    kept: dict[tuple[Side, str], Evidence] = {}
    for entry in sorted(weighed, key=lambda entry: rank(entry.sighting)):
        side = Side.FOR if entry.weight in _SPEAKS_FOR else Side.AGAINST
        evidence = entry.sighting.evidence
        note = evidence.note or _NOTES.get(entry.weight, "")
        if entry.weight is Weight.QUESTION and not note:
            note = entry.sighting.question
        kept.setdefault((side, identity(evidence)), replace(evidence, side=side, note=note))
    per_side = (
        [evidence for (side, _), evidence in kept.items() if side is wanted][:EVIDENCE_LIMIT]
        for wanted in (Side.FOR, Side.AGAINST)
    )
    return tuple(evidence for one_side in per_side for evidence in one_side)
