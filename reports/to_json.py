"""Reports and tables as JSON: the shape other people's programs read."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator, Sequence

from domain.findings import AgencyReport, Coverage, Evidence, Finding
from domain.reviews import NO_REVIEWS, Review, Reviews
from reports.table import Cell, PerPublication, Table, day, moment

Json = dict[str, object]


def report_to_json(report: AgencyReport, reviews: Reviews = NO_REVIEWS) -> str:
    """One agency's report: what ``check --json`` prints."""
    return as_text(report_as_json(report, reviews))


def matrix_to_json(reports: Iterable[AgencyReport], reviews: Reviews = NO_REVIEWS) -> bytes:
    """An array of agency reports: what ``export matrix --format json`` writes."""
    return "".join(matrix_in_pieces(reports, reviews)).encode("utf-8")


def matrix_in_pieces(
    reports: Iterable[AgencyReport], reviews: Reviews = NO_REVIEWS
) -> Iterator[str]:
    """The same text report by report, so that only one is held."""
    before = "[\n"
    for report in reports:
        yield before + "  " + report_to_json(report, reviews).replace("\n", "\n  ")
        before = ",\n"
    yield "[]\n" if before == "[\n" else "\n]\n"


def reviews_to_json(reviews: Sequence[Review]) -> str:
    """An array of reviews with what they are about: what ``review list --json`` prints."""
    return as_text([_review_alone(review) for review in reviews])


def to_json(table: Table) -> bytes:
    """A table as an array of objects by column key; an empty cell is null."""
    keys = [column.key for column in table.columns]
    rows = [dict(zip(keys, map(_plain, row), strict=True)) for row in table.rows]
    return (as_text(rows) + "\n").encode("utf-8")


def _plain(cell: Cell) -> object:
    return dict(cell.entries) if isinstance(cell, PerPublication) else cell


def report_as_json(report: AgencyReport, reviews: Reviews) -> Json:
    """One agency's report as plain values."""
    agency = report.agency
    return {
        "agency": {
            "code": agency.code,
            "name": agency.name,
            "level": agency.level.value,
            "parent": report.parent_name or agency.parent,
        },
        "portal_url": report.portal_url,
        "year": report.year,
        "portal_state": report.portal_state.value,
        "state_detail": report.state_detail,
        "portal_faults": list(report.portal_faults),
        "night": day(report.night),
        "rests_on": day(report.rests_on),
        "findings": [
            {**_finding(finding), "review": _review(reviews.beside(report, finding))}
            for finding in report.findings
        ],
        "coverage": _coverage(report.coverage),
        "last_seen": {name: moment(seen) for name, seen in report.last_seen},
        "started_at": moment(report.started_at),
        "finished_at": moment(report.finished_at),
    }


def _finding(finding: Finding) -> Json:
    return {
        "publication": finding.publication,
        "title": finding.title,
        "requirement": finding.requirement.value,
        "status": finding.status.value,
        "confidence": finding.confidence,
        "confirmations": finding.confirmations,
        "confirmed": finding.confirmed,
        "reason": finding.reason,
        "legal_basis": finding.legal_basis,
        "evidence": [evidence_as_json(evidence) for evidence in finding.evidence],
    }


def _review(review: Review | None) -> Json | None:
    """What a person said of a finding; keys as the columns of the lists, without ``review_``."""
    if review is None:
        return None
    decision = review.decision
    return {
        "id": review.id,
        "status": decision.status.value,
        "reason": decision.reason,
        "author": decision.author,
        "url": decision.url,
        "at": moment(review.written_at),
        "until": day(decision.valid_until),
        "lapsed": review.standing.value if review.standing.lapsed else None,
        "machine_then": review.machine_then.value,
    }


def _review_alone(review: Review) -> Json:
    taken_back = review.withdrawal
    return {
        "code": review.agency_code,
        "name": review.agency_name,
        "publication": review.decision.publication,
        "year": review.decision.year,
        **(_review(review) or {}),
        "machine_now": review.machine_now.value,
        "standing": review.standing.value,
        "evidence_digest": review.evidence_digest,
        "withdrawal": taken_back
        and {
            "author": taken_back.author,
            "reason": taken_back.reason,
            "at": moment(taken_back.written_at),
        },
    }


def evidence_as_json(evidence: Evidence) -> Json:
    """One piece of evidence as plain values."""
    return {
        "url": evidence.url,
        "title": evidence.title,
        "number": evidence.number,
        "issued_on": day(evidence.issued_on),
        "year": evidence.year,
        "issuer": evidence.issuer,
        "media_type": evidence.media_type,
        "sha256": evidence.sha256,
        "captured_at": moment(evidence.captured_at),
        "quote": evidence.quote,
        "place": evidence.place,
        "side": evidence.side.value,
        "note": evidence.note,
        "rule": evidence.rule,
        "reader": evidence.reader,
        "marked": [list(span) for span in evidence.marked],
    }


def _coverage(coverage: Coverage) -> Json:
    return {
        "requests": coverage.requests,
        "pages": coverage.pages,
        "documents": coverage.documents,
        "not_modified": coverage.not_modified,
        "body_bytes": coverage.body_bytes,
        "failed": coverage.failed,
        "complete": coverage.complete,
        "open": {publication: list(items) for publication, items in coverage.open},
        "stopped_by": coverage.stopped_by.value,
        "search": coverage.search.value,
        "sitemap": coverage.sitemap.value,
        "unread": list(coverage.unread),
        "platform": coverage.platform,
        "taken_over": coverage.taken_over,
    }


def as_text(value: object) -> str:
    """JSON in Vietnamese letters; half characters of a broken portal become question marks."""
    text = json.dumps(value, ensure_ascii=False, indent=2)
    return text.encode("utf-8", "replace").decode("utf-8")
