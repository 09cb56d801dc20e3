"""What was asked and what came back."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0001"
down_revision = None
branch_labels = None
depends_on = None


def upgrade() -> None:
    """What was asked and what came back."""
    _make_registry()
    _make_portals()
    _make_runs()
    _make_visits()
    _make_requests()
    _make_bodies()
    _make_snapshots()
    _index_snapshots()


def _make_registry() -> None:
    op.create_table(
        "agency",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("code", sa.String(length=64), nullable=False),
        sa.Column("valid_from", sa.Date(), nullable=False),
        sa.Column("valid_to", sa.Date(), nullable=True),
        sa.Column("name", sa.Text(), nullable=False),
        sa.Column("level", sa.String(length=64), nullable=False),
        sa.Column("parent", sa.Text(), nullable=True),
        sa.Column("imported_at", sa.DateTime(), nullable=False),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_agency")),
        sa.UniqueConstraint("code", "valid_from", name=op.f("uq_agency_code_valid_from")),
    )
    op.create_table(
        "agency_successor",
        sa.Column("agency_id", sa.Integer(), nullable=False),
        sa.Column("position", sa.Integer(), nullable=False),
        sa.Column("successor_code", sa.String(length=64), nullable=False),
        sa.Column("successor_id", sa.Integer(), nullable=True),
        sa.ForeignKeyConstraint(
            ["agency_id"], ["agency.id"], name=op.f("fk_agency_successor_agency_id")
        ),
        sa.ForeignKeyConstraint(
            ["successor_id"], ["agency.id"], name=op.f("fk_agency_successor_successor_id")
        ),
        sa.PrimaryKeyConstraint("agency_id", "position", name=op.f("pk_agency_successor")),
    )
    op.create_index(
        op.f("ix_agency_successor_successor_id"), "agency_successor", ["successor_id"], unique=False
    )


def _make_portals() -> None:
    op.create_table(
        "portal_address",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("url", sa.Text(), nullable=False),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_portal_address")),
        sa.UniqueConstraint("url", name=op.f("uq_portal_address_url")),
    )
    op.create_table(
        "agency_portal",
        sa.Column("agency_id", sa.Integer(), nullable=False),
        sa.Column("position", sa.Integer(), nullable=False),
        sa.Column("portal_address_id", sa.Integer(), nullable=False),
        sa.Column("verified", sa.Boolean(), nullable=False),
        sa.ForeignKeyConstraint(
            ["agency_id"], ["agency.id"], name=op.f("fk_agency_portal_agency_id")
        ),
        sa.ForeignKeyConstraint(
            ["portal_address_id"],
            ["portal_address.id"],
            name=op.f("fk_agency_portal_portal_address_id"),
        ),
        sa.PrimaryKeyConstraint("agency_id", "position", name=op.f("pk_agency_portal")),
    )
    op.create_index(
        op.f("ix_agency_portal_portal_address_id"),
        "agency_portal",
        ["portal_address_id"],
        unique=False,
    )


def _make_runs() -> None:
    op.create_table(
        "run",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("night", sa.Date(), nullable=False),
        sa.Column("year", sa.Integer(), nullable=False),
        sa.Column("started_at", sa.DateTime(), nullable=False),
        sa.Column("finished_at", sa.DateTime(), nullable=True),
        sa.Column("good", sa.Boolean(), nullable=True),
        sa.Column("note", sa.Text(), nullable=False),
        sa.Column("config_digest", sa.String(length=64), nullable=False),
        sa.Column("rule_digest", sa.String(length=64), nullable=False),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_run")),
    )
    op.create_index(op.f("ix_run_night"), "run", ["night"], unique=False)
    op.create_table(
        "run_agency",
        sa.Column("run_id", sa.Integer(), nullable=False),
        sa.Column("agency_id", sa.Integer(), nullable=False),
        sa.ForeignKeyConstraint(["agency_id"], ["agency.id"], name=op.f("fk_run_agency_agency_id")),
        sa.ForeignKeyConstraint(["run_id"], ["run.id"], name=op.f("fk_run_agency_run_id")),
        sa.PrimaryKeyConstraint("run_id", "agency_id", name=op.f("pk_run_agency")),
    )


def _make_visits() -> None:
    op.create_table(
        "visit",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("run_id", sa.Integer(), nullable=True),
        sa.Column("agency_id", sa.Integer(), nullable=False),
        sa.Column("portal_url", sa.Text(), nullable=False),
        sa.Column("started_at", sa.DateTime(), nullable=False),
        sa.Column("finished_at", sa.DateTime(), nullable=True),
        sa.Column("night", sa.Date(), nullable=True),
        sa.Column("state", sa.String(length=64), nullable=True),
        sa.Column("state_detail", sa.Text(), nullable=True),
        sa.Column("stopped_by", sa.String(length=64), nullable=True),
        sa.Column("search", sa.String(length=64), nullable=True),
        sa.Column("sitemap", sa.String(length=64), nullable=True),
        sa.Column("platform", sa.Text(), nullable=True),
        sa.Column("portal_faults", sa.Text(), nullable=True),
        sa.ForeignKeyConstraint(["agency_id"], ["agency.id"], name=op.f("fk_visit_agency_id")),
        sa.ForeignKeyConstraint(["run_id"], ["run.id"], name=op.f("fk_visit_run_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_visit")),
    )
    op.create_index(op.f("ix_visit_agency_id"), "visit", ["agency_id"], unique=False)
    op.create_index(op.f("ix_visit_run_id"), "visit", ["run_id"], unique=False)


def _make_requests() -> None:
    op.create_table(
        "request",
        sa.Column("visit_id", sa.Integer(), nullable=False),
        sa.Column("seq", sa.Integer(), nullable=False),
        sa.Column("position", sa.Integer(), nullable=True),
        sa.Column("address", sa.Text(), nullable=False),
        sa.Column("method", sa.String(length=64), nullable=False),
        sa.Column("form_digest", sa.String(length=64), nullable=True),
        sa.Column("found_by", sa.String(length=64), nullable=False),
        sa.Column("words", sa.Text(), nullable=False),
        sa.Column("also", sa.Text(), nullable=False),
        sa.Column("parent", sa.Text(), nullable=True),
        sa.Column("depth", sa.Integer(), nullable=False),
        sa.Column("outcome", sa.String(length=64), nullable=True),
        sa.Column("skip", sa.String(length=64), nullable=True),
        sa.Column("detail", sa.Text(), nullable=False),
        sa.Column("status", sa.Integer(), nullable=True),
        sa.Column("final_address", sa.Text(), nullable=False),
        sa.Column("sha256", sa.String(length=64), nullable=True),
        sa.Column("media_type", sa.Text(), nullable=False),
        sa.Column("body_bytes", sa.BigInteger(), nullable=False),
        sa.Column("started_at", sa.DateTime(), nullable=True),
        sa.Column("elapsed_s", sa.Double(), nullable=False),
        sa.Column("ordinal", sa.Integer(), nullable=False),
        sa.Column("asked_at", sa.DateTime(), nullable=True),
        sa.ForeignKeyConstraint(["visit_id"], ["visit.id"], name=op.f("fk_request_visit_id")),
        sa.PrimaryKeyConstraint("visit_id", "seq", name=op.f("pk_request")),
    )


def _make_bodies() -> None:
    op.create_table(
        "body",
        sa.Column("sha256", sa.String(length=64), nullable=False),
        sa.Column("codec", sa.String(length=64), nullable=False),
        sa.Column("dictionary_sha256", sa.String(length=64), nullable=True),
        sa.Column("raw_bytes", sa.BigInteger(), nullable=False),
        sa.Column("stored_bytes", sa.BigInteger(), nullable=False),
        sa.Column("content", sa.LargeBinary(), nullable=False),
        sa.ForeignKeyConstraint(
            ["dictionary_sha256"], ["body.sha256"], name=op.f("fk_body_dictionary_sha256")
        ),
        sa.PrimaryKeyConstraint("sha256", name=op.f("pk_body")),
    )


def _make_snapshots() -> None:
    op.create_table(
        "snapshot",
        sa.Column("visit_id", sa.Integer(), nullable=False),
        sa.Column("seq", sa.Integer(), nullable=False),
        sa.Column("kind", sa.String(length=64), nullable=False),
        sa.Column("address", sa.Text(), nullable=False),
        sa.Column("method", sa.String(length=64), nullable=False),
        sa.Column("form_digest", sa.String(length=64), nullable=True),
        sa.Column("ask", sa.Text(), nullable=False),
        sa.Column("outcome", sa.String(length=64), nullable=False),
        sa.Column("captured_at", sa.DateTime(), nullable=False),
        sa.Column("elapsed_s", sa.Double(), nullable=False),
        sa.Column("detail", sa.Text(), nullable=False),
        sa.Column("final_address", sa.Text(), nullable=False),
        sa.Column("status", sa.Integer(), nullable=True),
        sa.Column("headers", sa.Text(), nullable=False),
        sa.Column("redirects", sa.Text(), nullable=False),
        sa.Column("ip", sa.String(length=64), nullable=True),
        sa.Column("tls_version", sa.String(length=64), nullable=True),
        sa.Column("tls_fault", sa.Text(), nullable=True),
        sa.Column("earlier", sa.Text(), nullable=False),
        sa.Column("retry_after_s", sa.Double(), nullable=True),
        sa.Column("media_type", sa.Text(), nullable=False),
        sa.Column("etag", sa.Text(), nullable=True),
        sa.Column("last_modified", sa.Text(), nullable=True),
        sa.Column("body_sha256", sa.String(length=64), nullable=True),
        sa.ForeignKeyConstraint(
            ["body_sha256"], ["body.sha256"], name=op.f("fk_snapshot_body_sha256")
        ),
        sa.ForeignKeyConstraint(
            ["visit_id", "seq"],
            ["request.visit_id", "request.seq"],
            name=op.f("fk_snapshot_visit_id_seq"),
        ),
        sa.PrimaryKeyConstraint("visit_id", "seq", name=op.f("pk_snapshot")),
    )


def _index_snapshots() -> None:
    op.create_index(
        "ix_snapshot_address_visit_id_seq", "snapshot", ["address", "visit_id", "seq"], unique=False
    )
    op.create_index(op.f("ix_snapshot_body_sha256"), "snapshot", ["body_sha256"], unique=False)
