"""An explained visit as JSON: what ``explain --json`` prints."""

from __future__ import annotations

from domain.explanations import Aided, Check, Explanation, Proof, Step
from domain.visits import Attempt
from reports.explanation_words import conclusion
from reports.table import day, moment
from reports.to_json import Json, as_text, evidence_as_json


def explanation_to_json(told: Explanation) -> str:
    """The whole visit, every address of it."""
    report = told.report
    return as_text(
        {
            "agency": {"code": report.agency.code, "name": report.agency.name},
            "portal_url": report.portal_url,
            "year": report.year,
            "portal_state": report.portal_state.value,
            "stopped_by": told.visit.stopped_by.value,
            "rests_on": day(report.rests_on),
            "platform": told.visit.platform,
            "search": told.visit.search.value,
            "sitemap": told.visit.sitemap.value,
            "opened": [_step(step) for step in told.opened],
            "aids": [_aided(one) for one in told.aided],
            "passed_over": [_step(step) for step in told.passed_over],
            "proof": None if told.proof is None else _proof(told.proof, told),
            "started_at": moment(told.visit.started_at),
            "finished_at": moment(told.visit.finished_at),
        }
    )


def _step(step: Step) -> Json:
    words = step.words
    return {
        **_asked(step.attempt),
        "found_by": step.attempt.found_by.value,
        "parent": step.attempt.parent,
        "depth": step.attempt.depth,
        "link": {
            "text": words.text,
            "title": words.title,
            "zone": words.zone.value,
            "another": words != step.attempt.words,
        },
        "promise": step.value.priority,
        "promise_by": step.value.why.value,
        "could_mean": sorted(step.value.could_mean),
        "why_not": step.why_not,
        "earlier_tries": [
            {"at": moment(one.started_at), "outcome": one.outcome.value, "detail": one.detail}
            for one in step.earlier
        ],
        "evidence": [{"publication": one.publication, "side": one.side} for one in step.taken_for],
    }


def _asked(attempt: Attempt) -> Json:
    return {
        "order": attempt.order,
        "address": attempt.address,
        "method": attempt.method,
        "final_address": attempt.final_address,
        "outcome": attempt.outcome and attempt.outcome.value,
        "skip": attempt.skip and attempt.skip.value,
        "detail": attempt.detail,
        "status": attempt.status,
        "taken_from": day(attempt.taken_from),
        "change": attempt.change and attempt.change.value,
    }


def _aided(one: Aided) -> Json:
    return {
        **_asked(one.attempt),
        "kind": one.kind.value,
        "query": one.attempt.words.text,
        "found": one.found,
    }


def _proof(proof: Proof, told: Explanation) -> Json:
    finding = proof.finding
    return {
        "publication": finding.publication,
        "title": finding.title,
        "status": finding.status.value,
        "reason": finding.reason,
        "confirmations": finding.confirmations,
        "enough": proof.enough,
        "conclusion": conclusion(proof, told),
        "checks": [_check(check) for check in proof.checks],
        "opened_by_name": [step.attempt.address for step in proof.naming],
        "opened_besides": proof.general,
        "failed": [step.attempt.address for step in proof.failed],
        "passed_over": [step.attempt.address for step in proof.passed_over],
        "open": list(proof.open),
        "refused": [evidence_as_json(one) for one in proof.refused],
        "in_favour": [evidence_as_json(one) for one in proof.in_favour],
    }


def _check(check: Check) -> Json:
    return {
        "point": check.point.value,
        "holds": check.holds,
        "count": check.count,
        "left": check.left,
    }
