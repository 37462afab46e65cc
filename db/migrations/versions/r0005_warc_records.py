"""Where the answers are kept that articles were made of.

`raw` stays: what earlier versions of Mutasi kept there of a page is nowhere else. Nothing is written there any more.
"""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op
from sqlalchemy.dialects.postgresql import JSONB

revision = "0005"
down_revision = "0004"
branch_labels = None
depends_on = None

TABLES = ("article", "article_version")


def upgrade() -> None:
    """Add the columns."""
    for table in TABLES:
        op.add_column(table, sa.Column("warc_records", sa.JSON().with_variant(JSONB(), "postgresql")))


def downgrade() -> None:
    """Drop the columns."""
    for table in TABLES:
        op.drop_column(table, "warc_records")
