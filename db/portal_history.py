"""What the store has of a portal from before a crawl: when its articles were published, what they had, its crawls."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import TYPE_CHECKING, Any

from sqlalchemy import func, or_, select

from db.models import Article, Crawl, Mention, Portal
from db.store import FINISHED

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from sqlalchemy import ColumnElement, Row
    from sqlalchemy.orm import Session

HISTORY = timedelta(weeks=26)
"""How far back from its newest article a portal's past is looked at ..."""

LONG_HISTORY = timedelta(weeks=104)
FEW = 26
"""... and how far where it has published fewer articles than that within HISTORY."""

LATELY = timedelta(weeks=2)
"""The newest articles, whose share with events is held against that of the ones before."""

LAST_FEW = 30
"""Crawls that are looked at one by one."""


@dataclass(frozen=True, slots=True)
class CrawlRecord:
    """One crawl as the store has it."""

    portal: str
    id: int
    started: datetime
    finished: datetime
    outcome: str
    counts: Mapping[str, int]
    observed: Mapping[str, Any] | None
    health: Mapping[str, Any] | None

    @property
    def succeeded(self) -> bool:
        """Whether the portal gave all that it listed."""
        return self.outcome == FINISHED


@dataclass(frozen=True, slots=True)
class Share:
    """So many of so many."""

    found: int
    of: int


@dataclass(frozen=True, slots=True)
class PortalHistory:
    """A portal's past, as it was known when a crawl ended.

    `published` are the moments of publication within the history, oldest first; `fill` tells for each field how many
    of the articles have it that were had before the crawl, or before the last that asked for articles; `events` and
    `events_lately` how many of the articles that have been read tell an event. `ways` counts the earlier crawls that
    went well by their way in, `successes` is their number, `last_success` when the last of them ended. `started` tells
    when the last few crawls began, this one the first. `articles_before` and `listing_before` are what the last of them
    before this one saw that asked for articles, and that was told by a listing how new they are.
    """

    published: tuple[datetime, ...]
    fill: Mapping[str, Share]
    events: Share
    events_lately: Share
    ways: Mapping[str, int]
    successes: int
    last_success: datetime | None
    started: tuple[datetime, ...]
    articles_before: Mapping[str, Any] | None
    listing_before: Mapping[str, Any] | None


def last_crawls(session: Session, names: Sequence[str], *, is_judged: bool = False) -> dict[str, CrawlRecord]:
    """Return the last crawl of each portal that was crawled, by name; with `is_judged` the last that has a health."""
    wanted = select(Crawl.id).where(Crawl.portal_id == Portal.id).correlate(Portal)
    if is_judged:
        wanted = wanted.where(Crawl.health.is_not(None))
    newest = wanted.order_by(Crawl.started_at.desc(), Crawl.id.desc()).limit(1).scalar_subquery()
    found = session.execute(select(Portal.name, Crawl).join(Crawl, Crawl.id == newest)).all()
    chosen = set(names)
    return {name: _record(name, crawl) for name, crawl in found if name in chosen}


def last_successes(session: Session) -> dict[str, datetime]:
    """Return when the last crawl of each portal that went well ended, by name."""
    wanted = select(Crawl.id).where(Crawl.portal_id == Portal.id, Crawl.outcome == FINISHED).correlate(Portal)
    newest = wanted.order_by(Crawl.started_at.desc(), Crawl.id.desc()).limit(1).scalar_subquery()
    return dict(session.execute(select(Portal.name, Crawl.finished_at).join(Crawl, Crawl.id == newest)).all())


def resting(session: Session, now: datetime) -> dict[str, datetime]:
    """Return until when the portals that rest are left in peace, by name."""
    wanted = select(Portal.name, Portal.resting_until).where(Portal.resting_until > now)
    return {name: until for name, until in session.execute(wanted) if until is not None}


def portal_history(session: Session, crawl: CrawlRecord) -> PortalHistory:
    """Return the past of its portal before `crawl`, its own articles' moments of publication included."""
    portal_id = session.get_one(Crawl, crawl.id).portal_id
    published = _published(session, portal_id, crawl.finished)
    since = published[0] if published else crawl.finished - HISTORY
    ways, successes, last_success = _earlier_crawls(session, portal_id, crawl, since)
    few = _last_few(session, portal_id, crawl)
    asked = next((one for one in few if _asked_for_articles(one.observed)), few[0])
    lately = (published[-1] if published else crawl.finished) - LATELY
    return PortalHistory(
        published=tuple(published),
        fill=_fill(session, portal_id, since, asked.started_at),
        events=_events(session, portal_id, since, lately),
        events_lately=_events(session, portal_id, lately, crawl.finished),
        ways=ways,
        successes=successes,
        last_success=last_success,
        started=tuple(one.started_at for one in few),
        articles_before=next((one.observed for one in few[1:] if _asked_for_articles(one.observed)), None),
        listing_before=next((one.observed for one in few[1:] if one.observed and one.observed["newest_listed"]), None),
    )


def keep_health(session: Session, crawl: CrawlRecord, health: Mapping[str, Any]) -> None:
    """Write down what was concluded from a crawl."""
    session.get_one(Crawl, crawl.id).health = dict(health)


def _record(name: str, crawl: Crawl) -> CrawlRecord:
    return CrawlRecord(
        name,
        crawl.id,
        crawl.started_at,
        crawl.finished_at,
        crawl.outcome,
        crawl.counts,
        crawl.observed,
        crawl.health,
    )


def _published(session: Session, portal_id: int, until: datetime) -> list[datetime]:
    """Return when articles were published, oldest first, from the newest back through the history."""
    of_portal = (Article.portal_id == portal_id) & (Article.published_at <= until)
    newest = session.scalar(select(func.max(Article.published_at)).where(of_portal))
    if newest is None:
        return []
    found: list[datetime] = []
    for reach in (HISTORY, LONG_HISTORY):
        wanted = select(Article.published_at).where(of_portal, Article.published_at >= newest - reach)
        found = [moment for moment in session.scalars(wanted.order_by(Article.published_at)) if moment is not None]
        if len(found) >= FEW:
            break
    return found


def _fill(session: Session, portal_id: int, since: datetime, before: datetime) -> dict[str, Share]:
    """Return how many of the articles that were had before the crawl have each field."""
    of_history = or_(Article.published_at >= since, Article.published_at.is_(None))
    wanted = (Article.portal_id == portal_id) & of_history & (Article.fetched_at < before)
    columns = {
        "title": func.nullif(Article.title, ""),
        "published": Article.published_at,
        "author": Article.author,
        "section": Article.section,
    }
    counted = select(func.count(), *(func.count(column) for column in columns.values())).where(wanted)
    total, *found = session.execute(counted).one()
    return {name: Share(count, total) for name, count in zip(columns, found, strict=True)}


def _events(session: Session, portal_id: int, start: datetime, end: datetime) -> Share:
    """Return how many of the articles published then, that have been read, tell an event."""
    of_time: ColumnElement[bool] = (Article.published_at >= start) & (Article.published_at < end)
    wanted = (Article.portal_id == portal_id) & of_time & Article.extractor.is_not(None)
    told = select(Mention.article_id).where(Mention.article_id == Article.id).exists()
    total = session.scalar(select(func.count()).select_from(Article).where(wanted)) or 0
    found = session.scalar(select(func.count()).select_from(Article).where(wanted, told)) or 0
    return Share(found, total)


def _earlier_crawls(
    session: Session, portal_id: int, crawl: CrawlRecord, since: datetime
) -> tuple[dict[str, int], int, datetime | None]:
    earlier = (Crawl.portal_id == portal_id) & (Crawl.id != crawl.id) & (Crawl.started_at <= crawl.started)
    went_well = earlier & (Crawl.outcome == FINISHED)
    successes, last = session.execute(select(func.count(), func.max(Crawl.finished_at)).where(went_well)).one()
    way = Crawl.observed["way"].as_string()
    counted = select(way, func.count()).where(went_well, Crawl.started_at >= since).group_by(way)
    return {name: count for name, count in session.execute(counted) if name}, successes, last


def _last_few(session: Session, portal_id: int, crawl: CrawlRecord) -> Sequence[Row[Any]]:
    """Return when the last few crawls began and what they observed, `crawl` the first."""
    until = (Crawl.portal_id == portal_id) & (Crawl.started_at <= crawl.started)
    wanted = select(Crawl.started_at, Crawl.observed).where(until)
    return session.execute(wanted.order_by(Crawl.started_at.desc(), Crawl.id.desc()).limit(LAST_FEW)).all()


def _asked_for_articles(observed: Mapping[str, Any] | None) -> bool:
    return bool(observed and (observed["fetched"] or observed["pages"]["first_cause"]))
