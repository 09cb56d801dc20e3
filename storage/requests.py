"""Rows of requests and snapshots, and the values of ``domain`` they stand for."""

from __future__ import annotations

import hashlib
from collections.abc import Mapping
from dataclasses import replace
from datetime import datetime
from typing import Any

from domain.documents import Zone
from domain.exchanges import PART, RENDER, Answer, Ask, Headers, TlsFacts, Try
from domain.outcomes import Outcome, Skip
from domain.visits import Attempt, FoundBy, LinkWords, PageChange
from storage.canonical import decode, encode_text, sound

Row = dict[str, Any]  # one row's columns, of as many types as the table has

_FORM_SHA256 = "sha256"
"""The only field of a form that is kept as its digest."""
_KINDS = {"GET": "raw", RENDER: "rendered", PART: "part"}
"""What a snapshot is of: as it came, as a browser showed it, what its scripts fetched."""
_NO_WORDS = LinkWords(zone=Zone.UNKNOWN)


def kept_ask(ask: Ask) -> Ask:
    """An ask as it is stored: of a posted form its digest, for a view state may be large.

    The view state itself stands in the snapshot of the page that the form was taken from.
    """
    if not ask.form:
        return ask
    said = "".join(f"{len(name)}:{name}{len(value)}:{value}" for name, value in ask.form)
    digest = hashlib.sha256(said.encode(errors="surrogatepass")).hexdigest()
    return replace(ask, form=((_FORM_SHA256, digest),))


def request_row(visit_id: int, seq: int, attempt: Attempt, asked_at: datetime | None) -> Row:
    """The row of an attempt."""
    return {
        "visit_id": visit_id,
        "seq": seq,
        "position": None,
        "address": sound(attempt.address),
        "method": attempt.method,
        "form_digest": attempt.form_digest,
        "found_by": attempt.found_by.value,
        "words": "" if attempt.words == _NO_WORDS else encode_text(attempt.words),
        "also": encode_text(attempt.also) if attempt.also else "",
        "parent": None if attempt.parent is None else sound(attempt.parent),
        "depth": attempt.depth,
        "outcome": None if attempt.outcome is None else attempt.outcome.value,
        "skip": None if attempt.skip is None else attempt.skip.value,
        "detail": sound(attempt.detail),
        "status": attempt.status,
        "final_address": sound(attempt.final_address),
        "sha256": attempt.sha256,
        "media_type": sound(attempt.media_type),
        "body_bytes": attempt.body_bytes,
        "started_at": attempt.started_at,
        "elapsed_s": attempt.elapsed_s,
        "ordinal": attempt.order,
        "asked_at": asked_at,
        "taken_from": attempt.taken_from,
        "change": None if attempt.change is None else attempt.change.value,
    }


def attempt_of(row: Mapping[Any, Any]) -> Attempt:  # a database row
    """The attempt exactly as it was recorded."""
    return Attempt(
        address=row["address"],
        found_by=FoundBy(row["found_by"]),
        words=decode(row["words"], LinkWords) if row["words"] else _NO_WORDS,
        parent=row["parent"],
        depth=row["depth"],
        method=row["method"],
        form_digest=row["form_digest"],
        outcome=None if row["outcome"] is None else Outcome(row["outcome"]),
        skip=None if row["skip"] is None else Skip(row["skip"]),
        detail=row["detail"],
        status=row["status"],
        final_address=row["final_address"],
        sha256=row["sha256"],
        media_type=row["media_type"],
        body_bytes=row["body_bytes"],
        started_at=row["started_at"],
        elapsed_s=row["elapsed_s"],
        order=row["ordinal"],
        also=decode(row["also"], tuple[LinkWords, ...]) if row["also"] else (),
        taken_from=row["taken_from"],
        change=None if row["change"] is None else PageChange(row["change"]),
    )


def snapshot_row(
    visit_id: int, seq: int, attempt: Attempt, answer: Answer, sha256: str | None
) -> Row:
    """The row of what came back."""
    return {
        "visit_id": visit_id,
        "seq": seq,
        "kind": _KINDS.get(answer.ask.method, "posted"),
        "address": sound(answer.ask.address),
        "method": answer.ask.method,
        "form_digest": attempt.form_digest,
        "ask": encode_text(kept_ask(answer.ask)),
        "outcome": answer.outcome.value,
        "captured_at": answer.started_at,
        "elapsed_s": answer.elapsed_s,
        "detail": sound(answer.detail),
        "final_address": sound(answer.final_address),
        "status": answer.status,
        "headers": encode_text(answer.headers),
        "redirects": encode_text(answer.redirects),
        "ip": answer.ip,
        "tls_version": None if answer.tls is None else answer.tls.version,
        "tls_fault": None if answer.tls is None else answer.tls.fault,
        "earlier": encode_text(answer.earlier) if answer.earlier else "",
        "retry_after_s": answer.retry_after_s,
        "media_type": sound((answer.header("content-type") or "").split(";")[0].strip().lower()),
        "etag": _sound_or_none(answer.header("etag")),
        "last_modified": _sound_or_none(answer.header("last-modified")),
        "body_sha256": sha256,
    }


def answer_of(row: Mapping[Any, Any], body: bytes) -> Answer:  # a database row
    """The answer exactly as it came."""
    tls = row["tls_version"]
    return Answer(
        ask=decode(row["ask"], Ask),
        outcome=Outcome(row["outcome"]),
        started_at=row["captured_at"],
        elapsed_s=row["elapsed_s"],
        detail=row["detail"],
        final_address=row["final_address"],
        status=row["status"],
        headers=decode(row["headers"], Headers),
        redirects=decode(row["redirects"], tuple[str, ...]),
        body=body,
        ip=row["ip"],
        tls=None if tls is None else TlsFacts(tls, row["tls_fault"]),
        earlier=decode(row["earlier"], tuple[Try, ...]) if row["earlier"] else (),
        retry_after_s=row["retry_after_s"],
    )


def _sound_or_none(text: str | None) -> str | None:
    return None if text is None else sound(text)
