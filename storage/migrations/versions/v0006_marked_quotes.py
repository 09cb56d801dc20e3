"""Evidence keeps which words of its quote decided."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0006"
down_revision = "0005"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Quotes kept so far have nothing marked."""
    op.add_column(
        "evidence",
        sa.Column("marked", sa.Text(), nullable=False, server_default="[]"),
    )
