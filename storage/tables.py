"""The tables, in portable types; :mod:`storage.migrations` builds the same, and a test says so."""

from __future__ import annotations

from datetime import UTC, datetime

import sqlalchemy as sa
from sqlalchemy.engine import Dialect


class Utc(sa.TypeDecorator[datetime]):
    """An aware time, kept as UTC without a zone, because not every database keeps zones."""

    impl = sa.DateTime
    cache_ok = True

    def process_bind_param(self, value: datetime | None, dialect: Dialect) -> datetime | None:
        """To UTC; a naive time is a mistake of the caller."""
        if value is None:
            return None
        if value.tzinfo is None:
            raise ValueError(f"a time without zone cannot be stored: {value.isoformat()}")
        return value.astimezone(UTC).replace(tzinfo=None)

    def process_result_value(self, value: datetime | None, dialect: Dialect) -> datetime | None:
        """Back to aware UTC."""
        return None if value is None else value.replace(tzinfo=UTC)


metadata = sa.MetaData(
    naming_convention={
        "ix": "ix_%(table_name)s_%(column_0_N_name)s",
        "uq": "uq_%(table_name)s_%(column_0_N_name)s",
        "fk": "fk_%(table_name)s_%(column_0_N_name)s",
        "pk": "pk_%(table_name)s",
    }
)


def _key(target: str, *, nullable: bool = False, index: bool = False) -> sa.Column[int]:
    name = target.split(".")[0] + "_id"
    return sa.Column(name, sa.Integer, sa.ForeignKey(target), nullable=nullable, index=index)


def _text(name: str, *, nullable: bool = False) -> sa.Column[str]:
    return sa.Column(name, sa.Text, nullable=nullable)


def _word(name: str, *, nullable: bool = False) -> sa.Column[str]:
    return sa.Column(name, sa.String(64), nullable=nullable)


def _time(name: str, *, nullable: bool = False) -> sa.Column[datetime]:
    return sa.Column(name, Utc, nullable=nullable)


def _whole(name: str, *, nullable: bool = False) -> sa.Column[int]:
    return sa.Column(name, sa.Integer, nullable=nullable)


agency = sa.Table(
    "agency",
    metadata,
    sa.Column("id", sa.Integer, primary_key=True),
    _word("code"),
    # 0001-01-01 stands for "since ever", so that the key below holds without a date too.
    sa.Column("valid_from", sa.Date, nullable=False),
    sa.Column("valid_to", sa.Date),
    _text("name"),
    _word("level"),
    _text("parent", nullable=True),
    _time("imported_at"),
    sa.UniqueConstraint("code", "valid_from"),
)

agency_successor = sa.Table(
    "agency_successor",
    metadata,
    sa.Column("agency_id", sa.Integer, sa.ForeignKey("agency.id"), primary_key=True),
    sa.Column("position", sa.Integer, primary_key=True),
    _word("successor_code"),
    # None while no agency of that code, valid after this one, is in the registry.
    sa.Column("successor_id", sa.Integer, sa.ForeignKey("agency.id"), index=True),
)

portal_address = sa.Table(
    "portal_address",
    metadata,
    sa.Column("id", sa.Integer, primary_key=True),
    sa.Column("url", sa.Text, nullable=False, unique=True),
)

agency_portal = sa.Table(
    "agency_portal",
    metadata,
    sa.Column("agency_id", sa.Integer, sa.ForeignKey("agency.id"), primary_key=True),
    sa.Column("position", sa.Integer, primary_key=True),
    _key("portal_address.id", index=True),
    sa.Column("verified", sa.Boolean, nullable=False),
)

run = sa.Table(
    "run",
    metadata,
    sa.Column("id", sa.Integer, primary_key=True),
    sa.Column("night", sa.Date, nullable=False, index=True),
    _whole("year"),
    _time("started_at"),
    _time("finished_at", nullable=True),
    sa.Column("good", sa.Boolean),
    _text("note"),
    _word("config_digest"),
    _word("rule_digest"),
)

run_agency = sa.Table(
    "run_agency",
    metadata,
    sa.Column("run_id", sa.Integer, sa.ForeignKey("run.id"), primary_key=True),
    sa.Column("agency_id", sa.Integer, sa.ForeignKey("agency.id"), primary_key=True),
)

visit = sa.Table(
    "visit",
    metadata,
    sa.Column("id", sa.Integer, primary_key=True),
    _key("run.id", nullable=True, index=True),
    _key("agency.id", index=True),
    _text("portal_url"),
    _time("started_at"),
    # Everything below is None until the visit is closed.
    _time("finished_at", nullable=True),
    sa.Column("night", sa.Date),
    _word("state", nullable=True),
    _text("state_detail", nullable=True),
    _word("stopped_by", nullable=True),
    _word("search", nullable=True),
    _word("sitemap", nullable=True),
    _text("platform", nullable=True),
    _text("portal_faults", nullable=True),
)

request = sa.Table(
    "request",
    metadata,
    sa.Column("visit_id", sa.Integer, sa.ForeignKey("visit.id"), primary_key=True),
    # The order in which the visit came to know of it; the two together never change.
    sa.Column("seq", sa.Integer, primary_key=True),
    # Place among the visit's attempts; None for a try that the visit itself superseded.
    _whole("position", nullable=True),
    _text("address"),
    _word("method"),
    _word("form_digest", nullable=True),
    _word("found_by"),
    _text("words"),
    _text("also"),
    _text("parent", nullable=True),
    _whole("depth"),
    _word("outcome", nullable=True),
    _word("skip", nullable=True),
    _text("detail"),
    _whole("status", nullable=True),
    _text("final_address"),
    _word("sha256", nullable=True),
    _text("media_type"),
    sa.Column("body_bytes", sa.BigInteger, nullable=False),
    _time("started_at", nullable=True),
    sa.Column("elapsed_s", sa.Double, nullable=False),
    _whole("ordinal"),
    # When the request was sent, whatever the attempt says; None for a skipped address.
    _time("asked_at", nullable=True),
)

body = sa.Table(
    "body",
    metadata,
    sa.Column("sha256", sa.String(64), primary_key=True),
    _word("codec"),
    # The body used as raw-content dictionary: its digest is its identity, and it has none itself.
    sa.Column("dictionary_sha256", sa.String(64), sa.ForeignKey("body.sha256")),
    sa.Column("raw_bytes", sa.BigInteger, nullable=False),
    sa.Column("stored_bytes", sa.BigInteger, nullable=False),
    sa.Column("content", sa.LargeBinary, nullable=False),
)

snapshot = sa.Table(
    "snapshot",
    metadata,
    sa.Column("visit_id", sa.Integer, primary_key=True),
    sa.Column("seq", sa.Integer, primary_key=True),
    _word("kind"),
    _text("address"),
    _word("method"),
    _word("form_digest", nullable=True),
    _text("ask"),
    _word("outcome"),
    _time("captured_at"),
    sa.Column("elapsed_s", sa.Double, nullable=False),
    _text("detail"),
    _text("final_address"),
    _whole("status", nullable=True),
    _text("headers"),
    _text("redirects"),
    _word("ip", nullable=True),
    _word("tls_version", nullable=True),
    _text("tls_fault", nullable=True),
    _text("earlier"),
    sa.Column("retry_after_s", sa.Double),
    _text("media_type"),
    _text("etag", nullable=True),
    _text("last_modified", nullable=True),
    sa.Column("body_sha256", sa.String(64), sa.ForeignKey("body.sha256"), index=True),
    sa.ForeignKeyConstraint(["visit_id", "seq"], ["request.visit_id", "request.seq"]),
    sa.Index("ix_snapshot_address_visit_id_seq", "address", "visit_id", "seq"),
)

reading = sa.Table(
    "reading",
    metadata,
    sa.Column("id", sa.Integer, primary_key=True),
    _word("sha256"),
    _word("reader_version"),
    # Path inside an archive, and the archive's own reading; "" and None for the body itself.
    _text("member"),
    sa.Column("parent_id", sa.Integer, sa.ForeignKey("reading.id"), index=True),
    _word("kind"),
    _text("media_type"),
    sa.Column("content", sa.LargeBinary, nullable=False),
    sa.UniqueConstraint("sha256", "reader_version", "member"),
)

judgement = sa.Table(
    "judgement",
    metadata,
    sa.Column("id", sa.Integer, primary_key=True),
    _key("visit.id", index=True),
    _key("agency.id"),
    _whole("year"),
    _word("cause"),
    _time("judged_at"),
    _word("rule_digest"),
    _word("config_digest"),
    _word("reader_version"),
    _text("agency"),
    _text("portal_url"),
    _word("portal_state"),
    _text("state_detail"),
    sa.Column("night", sa.Date),
    _time("started_at"),
    _time("finished_at"),
    _text("portal_faults"),
    _text("parent_name"),
    _text("coverage"),
    # SHA-256 of the canonical report, so that a chain can be laid over the judgements.
    _word("digest"),
    sa.Index("ix_judgement_agency_id_year_visit_id", "agency_id", "year", "visit_id"),
)

finding = sa.Table(
    "finding",
    metadata,
    sa.Column("id", sa.Integer, primary_key=True),
    _key("judgement.id"),
    _whole("position"),
    _word("publication"),
    _text("title"),
    _word("requirement"),
    _word("status"),
    sa.Column("confidence", sa.Double, nullable=False),
    _text("reason"),
    _text("legal_basis"),
    # SHA-256 of the canonical evidence: a review lapses when it changes.
    _word("evidence_digest"),
    sa.UniqueConstraint("judgement_id", "position"),
)

evidence = sa.Table(
    "evidence",
    metadata,
    sa.Column("finding_id", sa.Integer, sa.ForeignKey("finding.id"), primary_key=True),
    sa.Column("position", sa.Integer, primary_key=True),
    _text("url"),
    _text("title"),
    _text("number", nullable=True),
    sa.Column("issued_on", sa.Date),
    _whole("year", nullable=True),
    _text("issuer", nullable=True),
    _text("media_type"),
    sa.Column("sha256", sa.String(64), index=True),
    _time("captured_at"),
    _text("quote"),
    _text("place"),
    _word("side"),
    _text("rule"),
    _text("reader"),
    _text("note"),
)

review = sa.Table(
    "review",
    metadata,
    sa.Column("id", sa.Integer, primary_key=True),
    _key("agency.id", index=True),
    _key("finding.id"),
    _word("publication"),
    _whole("year"),
    _word("evidence_digest"),
    _word("status"),
    _text("reason"),
    _text("author"),
    _time("written_at"),
    sa.Column("valid_until", sa.Date),
)
