"""An index in the order in which waiting addresses are claimed: without it each claim sorts all that wait."""

from __future__ import annotations

from alembic import op

revision = "0003"
down_revision = "0002"
branch_labels = None
depends_on = None

NAME = "ix_frontier_url_portal_id_state_published_at_id"


def upgrade() -> None:
    """Make the index."""
    op.create_index(NAME, "frontier_url", ["portal_id", "state", "published_at", "id"])


def downgrade() -> None:
    """Drop the index."""
    op.drop_index(NAME, "frontier_url")
