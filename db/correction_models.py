"""The tables of what people say of events, as SQLAlchemy 2 typed models."""

from __future__ import annotations

import datetime as dt
from typing import Any

from sqlalchemy import ForeignKey, Index, String
from sqlalchemy.orm import Mapped, mapped_column, relationship

from db.models import Article, Base
from db.types import NullableJson


class Correction(Base):
    """What somebody has said of an event, by whom, when and why; nothing is ever deleted here.

    `action` is one of `db.corrections.Action`. `set` gives `field` the `value`; `before` is what the event had until
    then: the value that was shown, or the events with the URLs of their articles. One that was taken back says so.
    """

    __tablename__ = "correction"
    __table_args__ = (Index(None, "event_id", "id"),)

    id: Mapped[int] = mapped_column(primary_key=True)
    event_id: Mapped[str] = mapped_column(String(12))
    action: Mapped[str] = mapped_column(String(8))
    field: Mapped[str | None] = mapped_column(String(16))
    value: Mapped[Any] = mapped_column(NullableJson, nullable=True)
    before: Mapped[Any] = mapped_column(NullableJson, nullable=True)
    reason: Mapped[str]
    made_by: Mapped[str]
    made_at: Mapped[dt.datetime]
    undone_at: Mapped[dt.datetime | None]
    undone_by: Mapped[str | None]
    undone_reason: Mapped[str | None]

    placements: Mapped[list[Placement]] = relationship(
        back_populates="correction", order_by="Placement.id", cascade="all, delete-orphan", passive_deletes=True
    )


class Placement(Base):
    """That what an article tells belongs to an event because a correction says so, whatever the rules of linking say.

    `told` is what the mention told when it was placed, by which it is known again after another reading.
    """

    __tablename__ = "placement"
    __table_args__ = (Index(None, "article_id"), Index(None, "event_id"), Index(None, "correction_id"))

    id: Mapped[int] = mapped_column(primary_key=True)
    correction_id: Mapped[int] = mapped_column(ForeignKey("correction.id", ondelete="CASCADE"))
    article_id: Mapped[int] = mapped_column(ForeignKey("article.id", ondelete="CASCADE"))
    event_id: Mapped[str] = mapped_column(String(12))
    told: Mapped[dict[str, Any]]

    article: Mapped[Article] = relationship()
    correction: Mapped[Correction] = relationship(back_populates="placements")
