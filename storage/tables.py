"""The tables, in portable types; :mod:`storage.migrations` builds the same, and a test says so."""

from __future__ import annotations

import sqlalchemy as sa

from storage.columns import key, text, time, whole, word

metadata = sa.MetaData(
    naming_convention={
        "ix": "ix_%(table_name)s_%(column_0_N_name)s",
        "uq": "uq_%(table_name)s_%(column_0_N_name)s",
        "fk": "fk_%(table_name)s_%(column_0_N_name)s",
        "pk": "pk_%(table_name)s",
    }
)


agency = sa.Table(
    "agency",
    metadata,
    sa.Column("id", sa.Integer, primary_key=True),
    word("code"),
    # 0001-01-01 stands for "since ever", so that the key below holds without a date too.
    sa.Column("valid_from", sa.Date, nullable=False),
    sa.Column("valid_to", sa.Date),
    text("name"),
    word("level"),
    text("parent", nullable=True),
    time("imported_at"),
    # An address that somebody checked: kept like an agency, and never part of the registry.
    sa.Column("on_demand", sa.Boolean, nullable=False, server_default=sa.false()),
    sa.UniqueConstraint("code", "valid_from"),
)

agency_successor = sa.Table(
    "agency_successor",
    metadata,
    sa.Column("agency_id", sa.Integer, sa.ForeignKey("agency.id"), primary_key=True),
    sa.Column("position", sa.Integer, primary_key=True),
    word("successor_code"),
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
    key("portal_address.id", index=True),
    sa.Column("verified", sa.Boolean, nullable=False),
)

run = sa.Table(
    "run",
    metadata,
    sa.Column("id", sa.Integer, primary_key=True),
    sa.Column("night", sa.Date, nullable=False, index=True),
    whole("year"),
    time("started_at"),
    time("finished_at", nullable=True),
    sa.Column("good", sa.Boolean),
    text("note"),
    word("config_digest"),
    word("rule_digest"),
    # Of some agencies only, as asked by hand: never the night's own run.
    sa.Column("partial", sa.Boolean, nullable=False, server_default=sa.false()),
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
    key("run.id", nullable=True, index=True),
    key("agency.id", index=True),
    text("portal_url"),
    time("started_at"),
    # Everything below is None until the visit is closed.
    time("finished_at", nullable=True),
    sa.Column("night", sa.Date),
    word("state", nullable=True),
    text("state_detail", nullable=True),
    word("stopped_by", nullable=True),
    word("search", nullable=True),
    word("sitemap", nullable=True),
    text("platform", nullable=True),
    text("portal_faults", nullable=True),
    # What the look was made with, and the visit it takes over from; set before anything is asked.
    word("look_digest", nullable=True),
    whole("base_id", nullable=True),
    sa.Column("rests_on", sa.Date),
)

request = sa.Table(
    "request",
    metadata,
    sa.Column("visit_id", sa.Integer, sa.ForeignKey("visit.id"), primary_key=True),
    # The order in which the visit came to know of it; the two together never change.
    sa.Column("seq", sa.Integer, primary_key=True),
    # Place among the visit's attempts; None for a try that the visit itself superseded.
    whole("position", nullable=True),
    text("address"),
    word("method"),
    word("form_digest", nullable=True),
    word("found_by"),
    text("words"),
    text("also"),
    text("parent", nullable=True),
    whole("depth"),
    word("outcome", nullable=True),
    word("skip", nullable=True),
    text("detail"),
    whole("status", nullable=True),
    text("final_address"),
    word("sha256", nullable=True),
    text("media_type"),
    sa.Column("body_bytes", sa.BigInteger, nullable=False),
    time("started_at", nullable=True),
    sa.Column("elapsed_s", sa.Double, nullable=False),
    whole("ordinal"),
    # When the request was sent, whatever the attempt says; None for a skipped address.
    time("asked_at", nullable=True),
    # The night whose answer is taken over; such a row has no snapshot, the one of that night has.
    sa.Column("taken_from", sa.Date),
    word("change", nullable=True),
)

body = sa.Table(
    "body",
    metadata,
    sa.Column("sha256", sa.String(64), primary_key=True),
    word("codec"),
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
    word("kind"),
    text("address"),
    word("method"),
    word("form_digest", nullable=True),
    text("ask"),
    word("outcome"),
    time("captured_at"),
    sa.Column("elapsed_s", sa.Double, nullable=False),
    text("detail"),
    text("final_address"),
    whole("status", nullable=True),
    text("headers"),
    text("redirects"),
    word("ip", nullable=True),
    word("tls_version", nullable=True),
    text("tls_fault", nullable=True),
    text("earlier"),
    sa.Column("retry_after_s", sa.Double),
    text("media_type"),
    text("etag", nullable=True),
    text("last_modified", nullable=True),
    sa.Column("body_sha256", sa.String(64), sa.ForeignKey("body.sha256"), index=True),
    sa.ForeignKeyConstraint(["visit_id", "seq"], ["request.visit_id", "request.seq"]),
    sa.Index("ix_snapshot_address_visit_id_seq", "address", "visit_id", "seq"),
)

reading = sa.Table(
    "reading",
    metadata,
    sa.Column("id", sa.Integer, primary_key=True),
    word("sha256"),
    word("reader_version"),
    # Position and path inside an archive, such as "2.1 name", for paths may repeat, and the
    # archive's own reading; "" and None for the body itself.
    text("member"),
    sa.Column("parent_id", sa.Integer, sa.ForeignKey("reading.id"), index=True),
    word("kind"),
    text("media_type"),
    sa.Column("content", sa.LargeBinary, nullable=False),
    sa.UniqueConstraint("sha256", "reader_version", "member"),
)

judgement = sa.Table(
    "judgement",
    metadata,
    sa.Column("id", sa.Integer, primary_key=True),
    key("visit.id", index=True),
    key("agency.id"),
    whole("year"),
    word("cause"),
    time("judged_at"),
    word("rule_digest"),
    word("config_digest"),
    word("reader_version"),
    text("agency"),
    text("portal_url"),
    word("portal_state"),
    text("state_detail"),
    sa.Column("night", sa.Date),
    time("started_at"),
    time("finished_at"),
    text("portal_faults"),
    text("parent_name"),
    text("coverage"),
    # SHA-256 of the canonical report, so that a chain can be laid over the judgements.
    word("digest"),
    # The night of the full look that the visit takes over from; None for one of its own.
    sa.Column("rests_on", sa.Date),
    sa.Index("ix_judgement_agency_id_year_visit_id", "agency_id", "year", "visit_id"),
)

finding = sa.Table(
    "finding",
    metadata,
    sa.Column("id", sa.Integer, primary_key=True),
    key("judgement.id"),
    whole("position"),
    word("publication"),
    text("title"),
    word("requirement"),
    word("status"),
    sa.Column("confidence", sa.Double, nullable=False),
    text("reason"),
    text("legal_basis"),
    # SHA-256 of what the evidence shows; storage.reviews computes it anew for rows kept before.
    word("evidence_digest"),
    sa.UniqueConstraint("judgement_id", "position"),
)

evidence = sa.Table(
    "evidence",
    metadata,
    sa.Column("finding_id", sa.Integer, sa.ForeignKey("finding.id"), primary_key=True),
    sa.Column("position", sa.Integer, primary_key=True),
    text("url"),
    text("title"),
    text("number", nullable=True),
    sa.Column("issued_on", sa.Date),
    whole("year", nullable=True),
    text("issuer", nullable=True),
    text("media_type"),
    sa.Column("sha256", sa.String(64), index=True),
    time("captured_at"),
    text("quote"),
    text("place"),
    word("side"),
    text("rule"),
    text("reader"),
    text("note"),
    # Start and end in the quote of the words that decided, as canonical JSON.
    sa.Column("marked", sa.Text, nullable=False, server_default="[]"),
)

review = sa.Table(
    "review",
    metadata,
    sa.Column("id", sa.Integer, primary_key=True),
    key("agency.id", index=True),
    key("finding.id"),
    word("publication"),
    whole("year"),
    word("evidence_digest"),
    word("status"),
    text("reason"),
    text("author"),
    time("written_at"),
    sa.Column("valid_until", sa.Date),
    # Where the person saw it.
    text("url", nullable=True),
)

review_withdrawal = sa.Table(
    "review_withdrawal",
    metadata,
    sa.Column("review_id", sa.Integer, sa.ForeignKey("review.id"), primary_key=True),
    text("author"),
    text("reason"),
    time("written_at"),
)
