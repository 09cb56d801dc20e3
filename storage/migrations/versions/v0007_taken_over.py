"""Visits that take over from the last one what they did not ask again."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0007"
down_revision = "0006"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Every visit there is so far was a full look, made with nobody knows what."""
    op.add_column("visit", sa.Column("look_digest", sa.String(length=64), nullable=True))
    op.add_column("visit", sa.Column("base_id", sa.Integer(), nullable=True))
    op.add_column("visit", sa.Column("rests_on", sa.Date(), nullable=True))
    op.add_column("request", sa.Column("taken_from", sa.Date(), nullable=True))
    op.add_column("request", sa.Column("change", sa.String(length=64), nullable=True))
    op.add_column("judgement", sa.Column("rests_on", sa.Date(), nullable=True))
