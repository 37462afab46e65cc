"""The tables of a store, as SQLAlchemy 2 typed models."""

from __future__ import annotations

import datetime as dt
from typing import Any, ClassVar

from sqlalchemy import ForeignKey, Index, MetaData, String, UniqueConstraint
from sqlalchemy.orm import DeclarativeBase, Mapped, mapped_column, relationship

from db.types import CompressedText, Json, UtcDateTime


class Base(DeclarativeBase):
    """The root of the models; constraints are named by one convention, so that migrations can name them too."""

    metadata = MetaData(
        naming_convention={
            "ix": "ix_%(table_name)s_%(column_0_N_name)s",
            "uq": "uq_%(table_name)s_%(column_0_N_name)s",
            "ck": "ck_%(table_name)s_%(constraint_name)s",
            "fk": "fk_%(table_name)s_%(column_0_N_name)s_%(referred_table_name)s",
            "pk": "pk_%(table_name)s",
        }
    )
    type_annotation_map: ClassVar = {
        dt.datetime: UtcDateTime(),
        dict[str, Any]: Json,
        list[str]: Json,
        list[dict[str, Any]]: Json,
    }


class Region(Base):
    """A province, kabupaten or kota under its Kemendagri code, with its name written out (`Kota Bekasi`).

    BPS (here its master file of 2018) numbers the same regions otherwise, and its codes collide with Kemendagri's.
    """

    __tablename__ = "region"

    code: Mapped[str] = mapped_column(String(5), primary_key=True)
    level: Mapped[str] = mapped_column(String(16))
    name: Mapped[str]
    province_code: Mapped[str] = mapped_column(String(2), index=True)
    bps_code_2018: Mapped[str | None] = mapped_column(String(4))
    iso_3166_2: Mapped[str | None] = mapped_column(String(6))


class Portal(Base):
    """A news site; `regions` are the Kemendagri codes it reports on, its home first.

    `leased_by` is the process that crawls it until `leased_until` at the latest. `failures` counts the crawls that
    failed one after the other; after some of them the site is rested until `resting_until`.
    """

    __tablename__ = "portal"

    id: Mapped[int] = mapped_column(primary_key=True)
    name: Mapped[str] = mapped_column(unique=True)
    url: Mapped[str]
    platform: Mapped[str]
    timezone: Mapped[str]
    regions: Mapped[list[str]]
    leased_by: Mapped[str | None]
    leased_until: Mapped[dt.datetime | None]
    failures: Mapped[int] = mapped_column(default=0, server_default="0")
    resting_until: Mapped[dt.datetime | None]


class Crawl(Base):
    """One run over one portal; `outcome` is `finished` where all went well, else the reason it ended.

    `observed` is what the portal looked like, `health` what was concluded from it (each as the crawler writes it down);
    None where that was not done.
    """

    __tablename__ = "crawl"
    __table_args__ = (Index(None, "portal_id", "started_at"),)

    id: Mapped[int] = mapped_column(primary_key=True)
    portal_id: Mapped[int] = mapped_column(ForeignKey("portal.id"))
    started_at: Mapped[dt.datetime]
    finished_at: Mapped[dt.datetime]
    outcome: Mapped[str]
    counts: Mapped[dict[str, Any]]
    observed: Mapped[dict[str, Any] | None]
    health: Mapped[dict[str, Any] | None]


class Listing(Base):
    """An address at which a portal lists its articles (API, feed, sitemap, page of links), and how far it was read.

    `etag` and `last_modified` are what its last answer had of them, for a conditional request; `newest` is the newest
    moment of change that it listed and of which everything is known.
    """

    __tablename__ = "listing"
    __table_args__ = (UniqueConstraint("portal_id", "url"),)

    id: Mapped[int] = mapped_column(primary_key=True)
    portal_id: Mapped[int] = mapped_column(ForeignKey("portal.id"))
    url: Mapped[str]
    etag: Mapped[str | None]
    last_modified: Mapped[str | None]
    newest: Mapped[dt.datetime | None]
    asked_at: Mapped[dt.datetime]


class BackfillWindow(Base):
    """A stretch of days of a portal's past that was listed to its end; both days are included, in the portal's zone.

    `announced` is the number of articles that the portal says it has there, where it says so; `stored` the number that
    the store had of them when the window was closed.
    """

    __tablename__ = "backfill_window"
    __table_args__ = (UniqueConstraint("portal_id", "first_day", "last_day"),)

    id: Mapped[int] = mapped_column(primary_key=True)
    portal_id: Mapped[int] = mapped_column(ForeignKey("portal.id"))
    first_day: Mapped[dt.date]
    last_day: Mapped[dt.date]
    announced: Mapped[int | None]
    stored: Mapped[int]
    closed_at: Mapped[dt.datetime]


class FrontierUrl(Base):
    """An address of a portal that was listed as an article's, and what became of it.

    `url` is the canonical address, `address` the one to ask at. `state` is one of `db.frontier.STATES`. `judged_by`
    names the terms by which an irrelevant one was judged; `told` is what else its listing told. A leased one is being
    asked for by the process `leased_by`. `attempts` counts failures one after the other, `reason` tells the last,
    `due_at` when it may be asked for again (None: not before it is listed as changed). `etag` and `last_modified` are
    those of its last answer.
    """

    __tablename__ = "frontier_url"
    __table_args__ = (
        UniqueConstraint("portal_id", "url"),
        Index(None, "portal_id", "state", "due_at"),
        Index(None, "portal_id", "state", "published_at", "id"),
        Index(None, "article_id"),
    )

    id: Mapped[int] = mapped_column(primary_key=True)
    portal_id: Mapped[int] = mapped_column(ForeignKey("portal.id"))
    url: Mapped[str]
    address: Mapped[str]
    state: Mapped[str] = mapped_column(String(12))
    title: Mapped[str | None]
    published_at: Mapped[dt.datetime | None]
    modified_at: Mapped[dt.datetime | None]
    told: Mapped[dict[str, Any] | None]
    judged_by: Mapped[str | None] = mapped_column(String(12))
    leased_by: Mapped[str | None]
    leased_until: Mapped[dt.datetime | None]
    attempts: Mapped[int] = mapped_column(default=0, server_default="0")
    reason: Mapped[str | None]
    due_at: Mapped[dt.datetime | None]
    asked_at: Mapped[dt.datetime | None]
    etag: Mapped[str | None]
    last_modified: Mapped[str | None]
    article_id: Mapped[int | None] = mapped_column(ForeignKey("article.id", ondelete="SET NULL"))


class Article(Base):
    """A stored news page in its current version, and how far it has been read.

    `extractor` names the extractor version that read this text, None while it is unread; `read_error` says why that
    version could not read it. `gone_at` is when the portal was first found not to have it any more. `warc_records` say
    where the answers that it was made of are kept: a list of objects with `file`, `offset`, `length` and `id`. `raw` is
    the source of articles that were stored before answers were kept; nothing is written there any more.
    """

    __tablename__ = "article"
    __table_args__ = (Index(None, "extractor"), Index(None, "portal_id", "published_at"))

    id: Mapped[int] = mapped_column(primary_key=True)
    portal_id: Mapped[int] = mapped_column(ForeignKey("portal.id"))
    url: Mapped[str] = mapped_column(unique=True)
    source_id: Mapped[str | None]
    title: Mapped[str]
    published_at: Mapped[dt.datetime | None]
    modified_at: Mapped[dt.datetime | None]
    fetched_at: Mapped[dt.datetime]
    author: Mapped[str | None]
    section: Mapped[str | None]
    tags: Mapped[list[str]]
    image_url: Mapped[str | None]
    content_hash: Mapped[str] = mapped_column(String(64))
    extractor: Mapped[str | None]
    read_error: Mapped[str | None]
    gone_at: Mapped[dt.datetime | None]
    text: Mapped[str]
    warc_records: Mapped[list[dict[str, Any]] | None]
    raw: Mapped[str | None] = mapped_column(CompressedText, deferred=True)

    portal: Mapped[Portal] = relationship()
    mentions: Mapped[list[Mention]] = relationship(
        back_populates="article", order_by="Mention.position", cascade="all, delete-orphan", passive_deletes=True
    )


class ArticleVersion(Base):
    """An earlier version of an article, as it was until `replaced_at`."""

    __tablename__ = "article_version"
    __table_args__ = (Index(None, "article_id", "replaced_at"),)

    id: Mapped[int] = mapped_column(primary_key=True)
    article_id: Mapped[int] = mapped_column(ForeignKey("article.id", ondelete="CASCADE"))
    replaced_at: Mapped[dt.datetime]
    title: Mapped[str]
    published_at: Mapped[dt.datetime | None]
    modified_at: Mapped[dt.datetime | None]
    fetched_at: Mapped[dt.datetime]
    content_hash: Mapped[str] = mapped_column(String(64))
    text: Mapped[str]
    warc_records: Mapped[list[dict[str, Any]] | None]
    raw: Mapped[str | None] = mapped_column(CompressedText, deferred=True)


class Event(Base):
    """What happened, linked from mentions; every value is chosen from them by the rule in `db.consensus`.

    `id` is opaque and for good. `first_day` and `last_day` bound the day within its precision. `first_published` is
    the day the first of its articles appeared. `conflicts` names the fields in which its sources disagree, `corrected`
    those that somebody has set; `review` is `confirmed` or `rejected` where somebody has said so. `doubt` (0 to 1) says
    how much it is worth a look.
    """

    __tablename__ = "event"
    __table_args__ = (
        Index(None, "region_code", "first_day"),
        Index(None, "first_day"),
        Index(None, "official_name"),
        Index(None, "review", "doubt"),
        Index(None, "region_code", "kind", "first_published"),
    )

    id: Mapped[str] = mapped_column(String(12), primary_key=True)
    kind: Mapped[str] = mapped_column(String(16))
    status: Mapped[str] = mapped_column(String(12))
    region_code: Mapped[str | None] = mapped_column(ForeignKey("region.code"))
    date: Mapped[str | None] = mapped_column(String(10))
    date_precision: Mapped[str | None] = mapped_column(String(5))
    first_day: Mapped[dt.date | None]
    last_day: Mapped[dt.date | None]
    first_published: Mapped[dt.date | None]
    official_name: Mapped[str | None]
    official_office: Mapped[str | None]
    official_acting: Mapped[str | None] = mapped_column(String(3))
    headcount: Mapped[int | None]
    headcount_word: Mapped[str | None] = mapped_column(String(16))
    headcount_least: Mapped[int | None]
    headcount_greatest: Mapped[int | None]
    wave: Mapped[int | None]
    confidence: Mapped[float]
    flags: Mapped[list[str]]
    conflicts: Mapped[list[str]]
    corrected: Mapped[list[str]] = mapped_column(server_default="[]")
    review: Mapped[str | None] = mapped_column(String(9))
    doubt: Mapped[float] = mapped_column(server_default="0")

    region: Mapped[Region | None] = relationship()
    mentions: Mapped[list[Mention]] = relationship(back_populates="event")
    eselons: Mapped[list[EventEselon]] = relationship(
        order_by="EventEselon.eselon", cascade="all, delete-orphan", passive_deletes=True
    )
    appointments: Mapped[list[Appointment]] = relationship(
        order_by="Appointment.position", cascade="all, delete-orphan", passive_deletes=True
    )
    plan: Mapped[EventFollows | None] = relationship(
        foreign_keys="EventFollows.event_id", cascade="all, delete-orphan", passive_deletes=True
    )


class EventFollows(Base):
    """That an event carries out, or calls off, the plan `follows_id` (see `db.stages`)."""

    __tablename__ = "event_follows"

    event_id: Mapped[str] = mapped_column(ForeignKey("event.id", ondelete="CASCADE"), primary_key=True)
    follows_id: Mapped[str] = mapped_column(ForeignKey("event.id", ondelete="CASCADE"), index=True)


class EventEselon(Base):
    """One level told of those moved: `II`, `II.b` ..."""

    __tablename__ = "event_eselon"
    __table_args__ = (Index(None, "eselon"),)

    event_id: Mapped[str] = mapped_column(ForeignKey("event.id", ondelete="CASCADE"), primary_key=True)
    eselon: Mapped[str] = mapped_column(String(6), primary_key=True)


class Appointment(Base):
    """One named person's move within an event; either post may be unknown."""

    __tablename__ = "appointment"
    __table_args__ = (Index(None, "person"),)

    event_id: Mapped[str] = mapped_column(ForeignKey("event.id", ondelete="CASCADE"), primary_key=True)
    position: Mapped[int] = mapped_column(primary_key=True)
    person: Mapped[str]
    to_post: Mapped[str | None]
    from_post: Mapped[str | None]


class RetiredEvent(Base):
    """An id that no event bears any more: merged into another, or told by no article since it was read anew."""

    __tablename__ = "retired_event"

    id: Mapped[str] = mapped_column(String(12), primary_key=True)
    replaced_by: Mapped[str | None] = mapped_column(ForeignKey("event.id", ondelete="SET NULL"), index=True)


class Mention(Base):
    """What one article tells of one event, with the words that carry each value.

    `published_on` is the calendar day of publication in the portal's zone. `near_from` and `near_to` bound the days on
    which mentions of the same event can fall; None where the article tells no day and has none itself. `record` is the
    whole event of the `extract` contract; `evidence` its spans with their quotes; `quote` the sentence to show for it.
    """

    __tablename__ = "mention"
    __table_args__ = (
        Index(None, "article_id", "position"),
        Index(None, "kind", "status", "region_code", "near_from"),
        Index(None, "event_id"),
    )

    id: Mapped[int] = mapped_column(primary_key=True)
    article_id: Mapped[int] = mapped_column(ForeignKey("article.id", ondelete="CASCADE"))
    position: Mapped[int]
    event_id: Mapped[str | None] = mapped_column(ForeignKey("event.id"))
    kind: Mapped[str] = mapped_column(String(16))
    status: Mapped[str] = mapped_column(String(12))
    region_code: Mapped[str | None] = mapped_column(ForeignKey("region.code"))
    date: Mapped[str | None] = mapped_column(String(10))
    date_precision: Mapped[str | None] = mapped_column(String(5))
    published_on: Mapped[dt.date | None]
    near_from: Mapped[dt.date | None]
    near_to: Mapped[dt.date | None]
    official_name: Mapped[str | None]
    official_office: Mapped[str | None]
    official_acting: Mapped[str | None] = mapped_column(String(3))
    headcount: Mapped[int | None]
    headcount_word: Mapped[str | None] = mapped_column(String(16))
    headcount_least: Mapped[int | None]
    headcount_greatest: Mapped[int | None]
    eselon: Mapped[list[str]]
    confidence: Mapped[float]
    flags: Mapped[list[str]]
    quote: Mapped[str | None]
    extractor: Mapped[str]
    record: Mapped[dict[str, Any]]
    evidence: Mapped[dict[str, Any]]

    article: Mapped[Article] = relationship(back_populates="mentions")
    event: Mapped[Event | None] = relationship(back_populates="mentions")
