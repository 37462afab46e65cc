"""What a crawl saw of its portal, and what was concluded from it."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op
from sqlalchemy.dialects.postgresql import JSONB

revision = "0004"
down_revision = "0003"
branch_labels = None
depends_on = None

_JSON = sa.JSON().with_variant(JSONB(), "postgresql")


def upgrade() -> None:
    """Make the columns."""
    for name in ("observed", "health"):
        op.add_column("crawl", sa.Column(name, _JSON))


def downgrade() -> None:
    """Drop them again."""
    for name in ("health", "observed"):
        op.drop_column("crawl", name)
