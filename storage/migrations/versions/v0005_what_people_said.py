"""A review names where the person saw it, and may be withdrawn; nothing of it is ever deleted."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0005"
down_revision = "0004"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """No review there is so far names an address, and none was withdrawn."""
    op.add_column("review", sa.Column("url", sa.Text(), nullable=True))
    op.create_table(
        "review_withdrawal",
        sa.Column("review_id", sa.Integer(), nullable=False),
        sa.Column("author", sa.Text(), nullable=False),
        sa.Column("reason", sa.Text(), nullable=False),
        sa.Column("written_at", sa.DateTime(), nullable=False),
        sa.ForeignKeyConstraint(
            ["review_id"], ["review.id"], name=op.f("fk_review_withdrawal_review_id")
        ),
        sa.PrimaryKeyConstraint("review_id", name=op.f("pk_review_withdrawal")),
    )
