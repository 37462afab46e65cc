"""The first tables: portals, crawls, articles, mentions, events, regions."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op
from sqlalchemy.dialects.postgresql import JSONB

from db.types import CompressedText, UtcDateTime

revision = "0001"
down_revision = None
branch_labels = None
depends_on = None

_JSON = sa.JSON().with_variant(JSONB(), "postgresql")
_MOMENT = UtcDateTime()


def upgrade() -> None:
    """Make the tables."""
    op.create_table(
        "region",
        sa.Column("code", sa.String(5), nullable=False),
        sa.Column("level", sa.String(16), nullable=False),
        sa.Column("name", sa.String(), nullable=False),
        sa.Column("province_code", sa.String(2), nullable=False),
        sa.Column("bps_code_2018", sa.String(4)),
        sa.Column("iso_3166_2", sa.String(6)),
        sa.PrimaryKeyConstraint("code", name="pk_region"),
    )
    op.create_index("ix_region_province_code", "region", ["province_code"])
    op.create_table(
        "portal",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("name", sa.String(), nullable=False),
        sa.Column("url", sa.String(), nullable=False),
        sa.Column("platform", sa.String(), nullable=False),
        sa.Column("timezone", sa.String(), nullable=False),
        sa.Column("regions", _JSON, nullable=False),
        sa.PrimaryKeyConstraint("id", name="pk_portal"),
        sa.UniqueConstraint("name", name="uq_portal_name"),
    )
    op.create_table(
        "crawl",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("portal_id", sa.Integer(), nullable=False),
        sa.Column("started_at", _MOMENT, nullable=False),
        sa.Column("finished_at", _MOMENT, nullable=False),
        sa.Column("outcome", sa.String(), nullable=False),
        sa.Column("counts", _JSON, nullable=False),
        sa.PrimaryKeyConstraint("id", name="pk_crawl"),
        sa.ForeignKeyConstraint(["portal_id"], ["portal.id"], name="fk_crawl_portal_id_portal"),
    )
    op.create_index("ix_crawl_portal_id_started_at", "crawl", ["portal_id", "started_at"])
    _create_article()
    _create_event()
    _create_mention()


def _create_article() -> None:
    op.create_table(
        "article",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("portal_id", sa.Integer(), nullable=False),
        sa.Column("url", sa.String(), nullable=False),
        sa.Column("source_id", sa.String()),
        sa.Column("title", sa.String(), nullable=False),
        sa.Column("published_at", _MOMENT),
        sa.Column("modified_at", _MOMENT),
        sa.Column("fetched_at", _MOMENT, nullable=False),
        sa.Column("author", sa.String()),
        sa.Column("section", sa.String()),
        sa.Column("tags", _JSON, nullable=False),
        sa.Column("image_url", sa.String()),
        sa.Column("content_hash", sa.String(64), nullable=False),
        sa.Column("extractor", sa.String()),
        sa.Column("read_error", sa.String()),
        sa.Column("text", sa.String(), nullable=False),
        sa.Column("raw", CompressedText()),
        sa.PrimaryKeyConstraint("id", name="pk_article"),
        sa.ForeignKeyConstraint(["portal_id"], ["portal.id"], name="fk_article_portal_id_portal"),
        sa.UniqueConstraint("url", name="uq_article_url"),
    )
    op.create_index("ix_article_extractor", "article", ["extractor"])
    op.create_index("ix_article_portal_id_published_at", "article", ["portal_id", "published_at"])


def _create_event() -> None:
    op.create_table(
        "event",
        sa.Column("id", sa.String(12), nullable=False),
        sa.Column("kind", sa.String(16), nullable=False),
        sa.Column("status", sa.String(12), nullable=False),
        sa.Column("region_code", sa.String(5)),
        sa.Column("date", sa.String(10)),
        sa.Column("date_precision", sa.String(5)),
        sa.Column("first_day", sa.Date()),
        sa.Column("last_day", sa.Date()),
        sa.Column("first_published", sa.Date()),
        *_told_columns(),
        sa.Column("confidence", sa.Double(), nullable=False),
        sa.Column("flags", _JSON, nullable=False),
        sa.Column("conflicts", _JSON, nullable=False),
        sa.PrimaryKeyConstraint("id", name="pk_event"),
        sa.ForeignKeyConstraint(["region_code"], ["region.code"], name="fk_event_region_code_region"),
    )
    op.create_index("ix_event_region_code_first_day", "event", ["region_code", "first_day"])
    op.create_index("ix_event_first_day", "event", ["first_day"])
    op.create_index("ix_event_official_name", "event", ["official_name"])
    op.create_table(
        "event_eselon",
        sa.Column("event_id", sa.String(12), nullable=False),
        sa.Column("eselon", sa.String(6), nullable=False),
        sa.PrimaryKeyConstraint("event_id", "eselon", name="pk_event_eselon"),
        sa.ForeignKeyConstraint(["event_id"], ["event.id"], name="fk_event_eselon_event_id_event", ondelete="CASCADE"),
    )
    op.create_index("ix_event_eselon_eselon", "event_eselon", ["eselon"])
    op.create_table(
        "appointment",
        sa.Column("event_id", sa.String(12), nullable=False),
        sa.Column("position", sa.Integer(), nullable=False),
        sa.Column("person", sa.String(), nullable=False),
        sa.Column("to_post", sa.String()),
        sa.Column("from_post", sa.String()),
        sa.PrimaryKeyConstraint("event_id", "position", name="pk_appointment"),
        sa.ForeignKeyConstraint(["event_id"], ["event.id"], name="fk_appointment_event_id_event", ondelete="CASCADE"),
    )
    op.create_index("ix_appointment_person", "appointment", ["person"])
    op.create_table(
        "retired_event",
        sa.Column("id", sa.String(12), nullable=False),
        sa.Column("replaced_by", sa.String(12)),
        sa.PrimaryKeyConstraint("id", name="pk_retired_event"),
        sa.ForeignKeyConstraint(
            ["replaced_by"], ["event.id"], name="fk_retired_event_replaced_by_event", ondelete="SET NULL"
        ),
    )
    op.create_index("ix_retired_event_replaced_by", "retired_event", ["replaced_by"])


def _create_mention() -> None:
    op.create_table(
        "mention",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("article_id", sa.Integer(), nullable=False),
        sa.Column("position", sa.Integer(), nullable=False),
        sa.Column("event_id", sa.String(12)),
        sa.Column("kind", sa.String(16), nullable=False),
        sa.Column("status", sa.String(12), nullable=False),
        sa.Column("region_code", sa.String(5)),
        sa.Column("date", sa.String(10)),
        sa.Column("date_precision", sa.String(5)),
        sa.Column("published_on", sa.Date()),
        sa.Column("near_from", sa.Date()),
        sa.Column("near_to", sa.Date()),
        *_told_columns(),
        sa.Column("eselon", _JSON, nullable=False),
        sa.Column("confidence", sa.Double(), nullable=False),
        sa.Column("flags", _JSON, nullable=False),
        sa.Column("quote", sa.String()),
        sa.Column("extractor", sa.String(), nullable=False),
        sa.Column("record", _JSON, nullable=False),
        sa.Column("evidence", _JSON, nullable=False),
        sa.PrimaryKeyConstraint("id", name="pk_mention"),
        sa.ForeignKeyConstraint(
            ["article_id"], ["article.id"], name="fk_mention_article_id_article", ondelete="CASCADE"
        ),
        sa.ForeignKeyConstraint(["event_id"], ["event.id"], name="fk_mention_event_id_event"),
        sa.ForeignKeyConstraint(["region_code"], ["region.code"], name="fk_mention_region_code_region"),
    )
    op.create_index(
        "ix_mention_kind_status_region_code_near_from", "mention", ["kind", "status", "region_code", "near_from"]
    )
    op.create_index("ix_mention_article_id_position", "mention", ["article_id", "position"])
    op.create_index("ix_mention_event_id", "mention", ["event_id"])


def _told_columns() -> tuple[sa.Column[str] | sa.Column[int], ...]:
    return (
        sa.Column("official_name", sa.String()),
        sa.Column("official_office", sa.String()),
        sa.Column("official_acting", sa.String(3)),
        sa.Column("headcount", sa.Integer()),
        sa.Column("headcount_word", sa.String(16)),
        sa.Column("headcount_least", sa.Integer()),
        sa.Column("headcount_greatest", sa.Integer()),
    )


def downgrade() -> None:
    """Drop the tables."""
    for table in (
        "mention",
        "retired_event",
        "appointment",
        "event_eselon",
        "event",
        "article",
        "crawl",
        "portal",
        "region",
    ):
        op.drop_table(table)
