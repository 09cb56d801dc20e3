"""Addresses checked on demand are kept beside the registry."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0003"
down_revision = "0002"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Every agency there is so far came from a registry."""
    op.add_column(
        "agency",
        sa.Column("on_demand", sa.Boolean(), nullable=False, server_default=sa.false()),
    )
