"""Runs of some agencies only are told from the nightly ones."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0004"
down_revision = "0003"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Every run there is so far counted as a nightly one."""
    op.add_column(
        "run",
        sa.Column("partial", sa.Boolean(), nullable=False, server_default=sa.false()),
    )
