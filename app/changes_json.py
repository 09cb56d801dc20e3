"""What judging again came to, as JSON: what ``judge --json`` prints."""

from __future__ import annotations

import json

from app.changes import Added, Change, Rejudgement

Json = dict[str, object]


def rejudgement_to_json(result: Rejudgement) -> str:
    """The totals, and every verdict that changed with what may have changed it."""
    return json.dumps(
        {
            "year": result.year,
            "agencies": result.agencies,
            "appended": result.appended,
            "added": len(result.added),
            "changed": len(result.changes),
            "totals": [
                {"causes": [cause.value for cause in causes], "changed": count}
                for causes, count in result.totals
            ],
            "changes": [_change(change) for change in result.changes],
            "added_verdicts": [_added(added) for added in result.added],
        },
        ensure_ascii=False,
        indent=2,
    )


def _added(added: Added) -> Json:
    return {
        "code": added.code,
        "name": added.name,
        "publication": added.publication,
        "title": added.title,
        "status": added.status.value,
        "reason": added.reason,
    }


def _change(change: Change) -> Json:
    return {
        "code": change.code,
        "name": change.name,
        "publication": change.publication,
        "title": change.title,
        "before": change.before.value,
        "after": change.after.value,
        "causes": [cause.value for cause in change.causes],
        "reason": change.reason,
    }
