"""What judging again came to, as JSON: what ``judge --json`` prints."""

from __future__ import annotations

import json

from app.changes import Change, Rejudgement

Json = dict[str, object]


def rejudgement_to_json(result: Rejudgement) -> str:
    """The totals, and every verdict that changed with what may have changed it."""
    return json.dumps(
        {
            "year": result.year,
            "agencies": result.agencies,
            "appended": result.appended,
            "added": result.added,
            "changed": len(result.changes),
            "totals": [
                {"causes": [cause.value for cause in causes], "changed": count}
                for causes, count in result.totals
            ],
            "changes": [_change(change) for change in result.changes],
        },
        ensure_ascii=False,
        indent=2,
    )


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
