"""One paper as JSON: what ``read --json`` prints."""

from __future__ import annotations

import json

from app.paper import PaperSeen, Part
from domain.documents import Unreadable
from rules.sightings import Sighting

Json = dict[str, object]


def paper_to_json(seen: PaperSeen) -> str:
    """The paper, its head and text, the files in it, and what the rules see in it."""
    whole, *inner = seen.parts
    return json.dumps(
        {
            "source": seen.source.address,
            "bytes": len(seen.source.body),
            "sha256": seen.sha256,
            **_part(whole),
            "members": [_part(part) for part in inner],
            "publications": [_sighting(sighting) for sighting in seen.notes.sightings],
            "advice": seen.advice or None,
        },
        ensure_ascii=False,
        indent=1,
    )


def _part(part: Part) -> Json:
    reading = part.reading
    shown: Json = {"name": part.name, "media_type": reading.media_type}
    if isinstance(reading, Unreadable):
        unread = {"reason": reading.reason.value, "detail": reading.detail or None}
        return {**shown, "unread": unread, "head": None, "text": None}
    return {
        **shown,
        "unread": None,
        "how": reading.how.value,
        "certainty": round(reading.certainty, 3),
        "pages": reading.pages,
        "metadata": dict(reading.metadata),
        "head": _head(part),
        "text": reading.text,
    }


def _head(part: Part) -> Json | None:
    head, year = part.head, part.year
    if head is None:
        return None
    return {
        "issuer": head.issuer_lines or None,
        "number": head.number,
        "issued_on": head.issued_on.isoformat() if head.issued_on else None,
        "place": head.place,
        "type": head.type_name,
        "title": head.title or None,
        "signer": head.signer or None,
        "year": year.year if year else None,
        "year_from": (year.source or None) if year else None,
    }


def _sighting(sighting: Sighting) -> Json:
    evidence = sighting.evidence
    return {
        "publication": sighting.publication,
        "kind": sighting.kind.value,
        "confidence": sighting.confidence,
        "year": sighting.year,
        "title": evidence.title,
        "number": evidence.number,
        "issued_on": evidence.issued_on.isoformat() if evidence.issued_on else None,
        "issuer": evidence.issuer,
        "quote": evidence.quote,
        "place": evidence.place,
        "note": evidence.note or None,
        "question": sighting.question or None,
        "rule": evidence.rule,
        "reader": evidence.reader,
    }
