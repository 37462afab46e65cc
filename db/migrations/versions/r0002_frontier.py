"""The durable frontier: listings, addresses and their states, backfill windows, versions of articles, resting sites."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op
from sqlalchemy.dialects.postgresql import JSONB

from db.types import CompressedText, UtcDateTime

revision = "0002"
down_revision = "0001"
branch_labels = None
depends_on = None

_JSON = sa.JSON().with_variant(JSONB(), "postgresql")
_MOMENT = UtcDateTime()


def upgrade() -> None:
    """Make the tables and columns."""
    for column in (
        sa.Column("leased_by", sa.String()),
        sa.Column("leased_until", _MOMENT),
        sa.Column("failures", sa.Integer(), nullable=False, server_default="0"),
        sa.Column("resting_until", _MOMENT),
    ):
        op.add_column("portal", column)
    op.add_column("article", sa.Column("gone_at", _MOMENT))
    op.create_table(
        "listing",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("portal_id", sa.Integer(), nullable=False),
        sa.Column("url", sa.String(), nullable=False),
        sa.Column("etag", sa.String()),
        sa.Column("last_modified", sa.String()),
        sa.Column("newest", _MOMENT),
        sa.Column("asked_at", _MOMENT, nullable=False),
        sa.PrimaryKeyConstraint("id", name="pk_listing"),
        sa.ForeignKeyConstraint(["portal_id"], ["portal.id"], name="fk_listing_portal_id_portal"),
        sa.UniqueConstraint("portal_id", "url", name="uq_listing_portal_id_url"),
    )
    op.create_table(
        "backfill_window",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("portal_id", sa.Integer(), nullable=False),
        sa.Column("first_day", sa.Date(), nullable=False),
        sa.Column("last_day", sa.Date(), nullable=False),
        sa.Column("announced", sa.Integer()),
        sa.Column("stored", sa.Integer(), nullable=False),
        sa.Column("closed_at", _MOMENT, nullable=False),
        sa.PrimaryKeyConstraint("id", name="pk_backfill_window"),
        sa.ForeignKeyConstraint(["portal_id"], ["portal.id"], name="fk_backfill_window_portal_id_portal"),
        sa.UniqueConstraint(
            "portal_id", "first_day", "last_day", name="uq_backfill_window_portal_id_first_day_last_day"
        ),
    )
    _create_frontier()
    _create_versions()


def _create_frontier() -> None:
    op.create_table(
        "frontier_url",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("portal_id", sa.Integer(), nullable=False),
        sa.Column("url", sa.String(), nullable=False),
        sa.Column("address", sa.String(), nullable=False),
        sa.Column("state", sa.String(12), nullable=False),
        sa.Column("title", sa.String()),
        sa.Column("published_at", _MOMENT),
        sa.Column("modified_at", _MOMENT),
        sa.Column("told", _JSON),
        sa.Column("judged_by", sa.String(12)),
        sa.Column("leased_by", sa.String()),
        sa.Column("leased_until", _MOMENT),
        sa.Column("attempts", sa.Integer(), nullable=False, server_default="0"),
        sa.Column("reason", sa.String()),
        sa.Column("due_at", _MOMENT),
        sa.Column("asked_at", _MOMENT),
        sa.Column("etag", sa.String()),
        sa.Column("last_modified", sa.String()),
        sa.Column("article_id", sa.Integer()),
        sa.PrimaryKeyConstraint("id", name="pk_frontier_url"),
        sa.ForeignKeyConstraint(["portal_id"], ["portal.id"], name="fk_frontier_url_portal_id_portal"),
        sa.ForeignKeyConstraint(
            ["article_id"], ["article.id"], name="fk_frontier_url_article_id_article", ondelete="SET NULL"
        ),
        sa.UniqueConstraint("portal_id", "url", name="uq_frontier_url_portal_id_url"),
    )
    op.create_index("ix_frontier_url_portal_id_state_due_at", "frontier_url", ["portal_id", "state", "due_at"])
    op.create_index("ix_frontier_url_article_id", "frontier_url", ["article_id"])


def _create_versions() -> None:
    op.create_table(
        "article_version",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("article_id", sa.Integer(), nullable=False),
        sa.Column("replaced_at", _MOMENT, nullable=False),
        sa.Column("title", sa.String(), nullable=False),
        sa.Column("published_at", _MOMENT),
        sa.Column("modified_at", _MOMENT),
        sa.Column("fetched_at", _MOMENT, nullable=False),
        sa.Column("content_hash", sa.String(64), nullable=False),
        sa.Column("text", sa.String(), nullable=False),
        sa.Column("raw", CompressedText()),
        sa.PrimaryKeyConstraint("id", name="pk_article_version"),
        sa.ForeignKeyConstraint(
            ["article_id"], ["article.id"], name="fk_article_version_article_id_article", ondelete="CASCADE"
        ),
    )
    op.create_index("ix_article_version_article_id_replaced_at", "article_version", ["article_id", "replaced_at"])


def downgrade() -> None:
    """Drop them again."""
    for table in ("article_version", "frontier_url", "backfill_window", "listing"):
        op.drop_table(table)
    op.drop_column("article", "gone_at")
    for column in ("resting_until", "failures", "leased_until", "leased_by"):
        op.drop_column("portal", column)
