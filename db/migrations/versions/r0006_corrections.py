"""What people say of events: corrections, where they place what articles tell, and what an event shows of them."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op
from sqlalchemy.dialects.postgresql import JSONB

from db.types import UtcDateTime

revision = "0006"
down_revision = "0005"
branch_labels = None
depends_on = None

_JSON = sa.JSON().with_variant(JSONB(), "postgresql")
_MOMENT = UtcDateTime()
INDEXES = {
    "ix_event_review_doubt": ["review", "doubt"],
    "ix_event_region_code_kind_first_published": ["region_code", "kind", "first_published"],
}


def upgrade() -> None:
    """Make the tables and columns; what is stored counts as never looked at."""
    op.add_column("event", sa.Column("corrected", _JSON, nullable=False, server_default="[]"))
    op.add_column("event", sa.Column("wave", sa.Integer()))
    op.add_column("event", sa.Column("review", sa.String(9)))
    op.add_column("event", sa.Column("doubt", sa.Double(), nullable=False, server_default="0"))
    op.execute("UPDATE event SET doubt = 1 - confidence")
    for name, columns in INDEXES.items():
        op.create_index(name, "event", columns)
    op.create_table(
        "event_follows",
        sa.Column("event_id", sa.String(12), nullable=False),
        sa.Column("follows_id", sa.String(12), nullable=False),
        sa.PrimaryKeyConstraint("event_id", name="pk_event_follows"),
        sa.ForeignKeyConstraint(["event_id"], ["event.id"], name="fk_event_follows_event_id_event", ondelete="CASCADE"),
        sa.ForeignKeyConstraint(
            ["follows_id"], ["event.id"], name="fk_event_follows_follows_id_event", ondelete="CASCADE"
        ),
    )
    op.create_index("ix_event_follows_follows_id", "event_follows", ["follows_id"])
    op.create_table(
        "correction",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("event_id", sa.String(12), nullable=False),
        sa.Column("action", sa.String(8), nullable=False),
        sa.Column("field", sa.String(16)),
        sa.Column("value", _JSON),
        sa.Column("before", _JSON),
        sa.Column("reason", sa.String(), nullable=False),
        sa.Column("made_by", sa.String(), nullable=False),
        sa.Column("made_at", _MOMENT, nullable=False),
        sa.Column("undone_at", _MOMENT),
        sa.Column("undone_by", sa.String()),
        sa.Column("undone_reason", sa.String()),
        sa.PrimaryKeyConstraint("id", name="pk_correction"),
    )
    op.create_index("ix_correction_event_id_id", "correction", ["event_id", "id"])
    op.create_table(
        "placement",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("correction_id", sa.Integer(), nullable=False),
        sa.Column("article_id", sa.Integer(), nullable=False),
        sa.Column("event_id", sa.String(12), nullable=False),
        sa.Column("told", _JSON, nullable=False),
        sa.PrimaryKeyConstraint("id", name="pk_placement"),
        sa.ForeignKeyConstraint(
            ["correction_id"], ["correction.id"], name="fk_placement_correction_id_correction", ondelete="CASCADE"
        ),
        sa.ForeignKeyConstraint(
            ["article_id"], ["article.id"], name="fk_placement_article_id_article", ondelete="CASCADE"
        ),
    )
    for column in ("article_id", "event_id", "correction_id"):
        op.create_index(f"ix_placement_{column}", "placement", [column])


def downgrade() -> None:
    """Drop the tables and columns; an earlier version links events as if nobody had said anything."""
    op.drop_table("placement")
    op.drop_table("correction")
    op.drop_table("event_follows")
    for name in INDEXES:
        op.drop_index(name, "event")
    for column in ("doubt", "review", "wave", "corrected"):
        op.drop_column("event", column)
