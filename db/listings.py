"""How far the addresses at which a portal lists its articles were read, and which stretches of its past are closed."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from sqlalchemy import func, select
from sqlalchemy.dialects import postgresql, sqlite

from db.models import Article, BackfillWindow, FrontierUrl, Listing

if TYPE_CHECKING:
    from collections.abc import Collection, Sequence
    from datetime import date, datetime

    from sqlalchemy.orm import Session

_AT_ONCE = 500
"""Addresses looked up in one statement."""


@dataclass(frozen=True, slots=True, kw_only=True)
class ListingState:
    """What is known of a listing: the validators of its last answer, and the newest change that it listed."""

    etag: str | None = None
    last_modified: str | None = None
    newest: datetime | None = None


@dataclass(frozen=True, slots=True)
class Window:
    """A closed stretch of days, both included: articles the portal announced (where it did) and those the store has."""

    first_day: date
    last_day: date
    announced: int | None
    stored: int


def listing_state(session: Session, portal_id: int, url: str) -> ListingState:
    """Return how far the listing at `url` was read; an empty state where it never was."""
    row = session.scalars(select(Listing).where(Listing.portal_id == portal_id, Listing.url == url)).one_or_none()
    if row is None:
        return ListingState()
    return ListingState(etag=row.etag, last_modified=row.last_modified, newest=row.newest)


def known_listings(session: Session, portal_id: int, urls: Sequence[str]) -> set[str]:
    """Return the addresses at which a listing was read before."""
    return set(session.scalars(select(Listing.url).where(Listing.portal_id == portal_id, Listing.url.in_(urls))))


def note_listing(session: Session, portal_id: int, url: str, state: ListingState, now: datetime) -> None:
    """Note that the listing was read to `state`; to be called once all that it listed is in the store.

    A moment that is still to come, by a wrong clock or year, would make all that follows look known: now stands for it.
    """
    newest = min(state.newest, now) if state.newest else None
    values = {"etag": state.etag, "last_modified": state.last_modified, "newest": newest, "asked_at": now}
    dialect = postgresql if session.get_bind().dialect.name == "postgresql" else sqlite
    statement = dialect.insert(Listing).values(portal_id=portal_id, url=url, **values)
    session.execute(statement.on_conflict_do_update(index_elements=["portal_id", "url"], set_=values))


def closed_windows(session: Session, portal_id: int, first_day: date, last_day: date) -> list[Window]:
    """Return the closed windows of the portal that lie within the days, earliest first."""
    rows = session.scalars(
        select(BackfillWindow)
        .where(
            BackfillWindow.portal_id == portal_id,
            BackfillWindow.first_day >= first_day,
            BackfillWindow.last_day <= last_day,
        )
        .order_by(BackfillWindow.first_day)
    )
    return [Window(row.first_day, row.last_day, row.announced, row.stored) for row in rows]


def close_window(session: Session, portal_id: int, window: Window, now: datetime) -> None:
    """Note that the window was listed to its end and all its articles settled."""
    values = {"announced": window.announced, "stored": window.stored, "closed_at": now}
    dialect = postgresql if session.get_bind().dialect.name == "postgresql" else sqlite
    statement = dialect.insert(BackfillWindow).values(
        portal_id=portal_id, first_day=window.first_day, last_day=window.last_day, **values
    )
    keys = ["portal_id", "first_day", "last_day"]
    session.execute(statement.on_conflict_do_update(index_elements=keys, set_=values))


def newest_of(session: Session, portal_id: int, urls: Collection[str], now: datetime) -> tuple[datetime | None, int]:
    """Return when the newest of the frontier's addresses was published, up to `now`, and how many have no such time."""
    wanted = list(urls)
    moments = [
        moment
        for start in range(0, len(wanted), _AT_ONCE)
        for moment in session.scalars(
            select(FrontierUrl.published_at).where(
                FrontierUrl.portal_id == portal_id, FrontierUrl.url.in_(wanted[start : start + _AT_ONCE])
            )
        )
        if moment is not None and moment <= now
    ]
    return max(moments, default=None), len(urls) - len(moments)


def stored_between(session: Session, portal_id: int, start: datetime, end: datetime) -> int:
    """Return how many articles of the portal the store has that were published from `start` to before `end`."""
    wanted = (Article.portal_id == portal_id) & (Article.published_at >= start) & (Article.published_at < end)
    return session.scalar(select(func.count()).select_from(Article).where(wanted, Article.gone_at.is_(None))) or 0


def unlisted_between(
    session: Session, portal_id: int, start: datetime, end: datetime, listed: Collection[str]
) -> list[str]:
    """Return the frontier's addresses of stored articles of that time that are not among the `listed` ones."""
    rows = session.scalars(
        select(FrontierUrl.url)
        .join(Article, Article.id == FrontierUrl.article_id)
        .where(
            Article.portal_id == portal_id,
            Article.published_at >= start,
            Article.published_at < end,
            Article.gone_at.is_(None),
            FrontierUrl.state == "fetched",
        )
        .order_by(FrontierUrl.id)
    )
    return [url for url in rows if url not in listed]
