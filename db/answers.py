"""What came of asking for addresses: entered in the frontier with the articles that were had, in one transaction."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import TYPE_CHECKING, Any

from sqlalchemy import select, update
from sqlalchemy.dialects import postgresql, sqlite

from db.frontier import Claim, update_addresses
from db.models import Article, FrontierUrl
from db.saving import Change, save_articles

if TYPE_CHECKING:
    from collections.abc import Sequence

    from sqlalchemy.orm import Session

    from db.articles import ArticleRecord

FIRST_PAUSE, LONGEST_PAUSE = timedelta(minutes=10), timedelta(days=7)
"""Before a failed address is asked for again; four times as long after each further failure."""

MOST_ATTEMPTS = 8
"""Failures one after the other after which an address is given up, until it is listed as changed."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Fetched:
    """An article was had: from its page (`claim`), or whole from a listing (no claim)."""

    record: ArticleRecord
    claim: Claim | None = None
    etag: str | None = None
    last_modified: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Unchanged:
    """The portal says that the page is as it was (304)."""

    claim: Claim


@dataclass(frozen=True, slots=True, kw_only=True)
class Failed:
    """The page could not be had, for `reason`."""

    claim: Claim
    reason: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Gone:
    """The portal does not have the page (any more), as it answered at that `moment`."""

    claim: Claim
    reason: str
    moment: datetime


Settled = Fetched | Unchanged | Failed | Gone


def settle(session: Session, portal_id: int, answers: Sequence[Settled], now: datetime) -> list[Change | None]:
    """Enter what came of asking; returns for each answer what it changed in the store's articles, None for no article.

    Must be one transaction: an article is stored where its address is settled, and the other way round.
    """
    had = [answer for answer in answers if isinstance(answer, Fetched)]
    saved = save_articles(session, portal_id, [answer.record for answer in had])
    articles = dict(zip(map(id, had), saved, strict=True))
    whole: list[dict[str, Any]] = []
    updates: list[dict[str, Any]] = []
    for answer in answers:
        match answer:
            case Fetched(claim=None):
                record = answer.record
                whole.append(_whole(record.url, record.url, record, articles[id(answer)].id, now))
            case Fetched(claim=Claim() as claimed):
                validators = {"etag": answer.etag, "last_modified": answer.last_modified}
                told = {"article_id": articles[id(answer)].id, "published_at": answer.record.published}
                updates.append(_settled(claimed, now, state="fetched", **told, **validators))
            case Unchanged(claim=claimed):
                updates.append(_settled(claimed, now, state="fetched"))
                _mark(session, claimed, gone_at=None)
            case Failed(claim=claimed, reason=reason):
                updates.append(_settled(claimed, now, state="failed", reason=reason, **_pause(claimed, now)))
            case Gone(claim=claimed, reason=reason, moment=moment):
                updates.append(_settled(claimed, now, state="gone", reason=reason))
                _mark(session, claimed, gone_at=moment)
    _keep_whole(session, portal_id, whole)
    update_addresses(session, updates)
    return [articles[id(answer)].change if isinstance(answer, Fetched) else None for answer in answers]


def _mark(session: Session, claimed: Claim, *, gone_at: datetime | None) -> None:
    """Note in the article, where there is one, since when it is gone, or that it is there."""
    of_address = select(FrontierUrl.article_id).where(FrontierUrl.id == claimed.id).scalar_subquery()
    is_otherwise = Article.gone_at.is_(None) if gone_at else Article.gone_at.is_not(None)
    statement = update(Article).where(Article.id == of_address, is_otherwise).values(gone_at=gone_at)
    session.execute(statement, execution_options={"synchronize_session": False})


def _settled(claimed: Claim, now: datetime, **values: Any) -> dict[str, Any]:
    always = {"leased_by": None, "leased_until": None, "asked_at": now}
    return {"id": claimed.id, "attempts": 0, "reason": None, "due_at": None, **always, **values}


def _pause(claimed: Claim, now: datetime) -> dict[str, Any]:
    attempts = claimed.attempts + 1
    pause = min(FIRST_PAUSE * 4**claimed.attempts, LONGEST_PAUSE)
    return {"attempts": attempts, "due_at": now + pause if attempts < MOST_ATTEMPTS else None}


def _whole(url: str, address: str, record: ArticleRecord, article_id: int, now: datetime) -> dict[str, Any]:
    return {
        "url": url,
        "address": address,
        "state": "fetched",
        "title": record.title,
        "published_at": record.published,
        "modified_at": record.modified,
        "judged_by": None,
        "asked_at": now,
        "attempts": 0,
        "reason": None,
        "due_at": None,
        "leased_by": None,
        "leased_until": None,
        "article_id": article_id,
    }


def _keep_whole(session: Session, portal_id: int, rows: Sequence[dict[str, Any]]) -> None:
    """Enter or settle the addresses of articles that a listing brought whole."""
    if not rows:
        return
    dialect = postgresql if session.get_bind().dialect.name == "postgresql" else sqlite
    statement = dialect.insert(FrontierUrl)
    changed = {name: statement.excluded[name] for name in rows[0] if name not in ("url", "address")}
    upsert = statement.on_conflict_do_update(index_elements=["portal_id", "url"], set_=changed)
    session.execute(upsert, [{"portal_id": portal_id, **row} for row in rows])


def keep_known(session: Session, portal_id: int, articles: Sequence[tuple[str, str, ArticleRecord, int]]) -> None:
    """Enter canonical addresses with where they are asked for, their articles and ids, as fetched when these were.

    What the frontier has already stays as it is.
    """
    if not articles:
        return
    dialect = postgresql if session.get_bind().dialect.name == "postgresql" else sqlite
    rows = [
        {"portal_id": portal_id, **_whole(url, address, record, article_id, record.fetched_at)}
        for url, address, record, article_id in articles
    ]
    session.execute(dialect.insert(FrontierUrl).on_conflict_do_nothing(), rows)
