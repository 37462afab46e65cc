"""Stores again what was kept: articles with their addresses in the frontier, and what was found gone."""

from __future__ import annotations

from dataclasses import dataclass
from itertools import groupby
from typing import TYPE_CHECKING

from sqlalchemy import select, update

from db.answers import keep_known
from db.models import Article, FrontierUrl
from db.saving import save_articles

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import datetime

    from sqlalchemy.orm import Session

    from db.articles import ArticleRecord
    from db.saving import Change


@dataclass(frozen=True, slots=True)
class HadAgain:
    """An article that was had, listed as `url` (canonical) and asked for at `address`."""

    record: ArticleRecord
    url: str
    address: str


@dataclass(frozen=True, slots=True)
class GoneAgain:
    """The article listed as `url` was found gone at that moment."""

    url: str
    moment: datetime


Again = HadAgain | GoneAgain


def save_again(session: Session, portal_id: int, told: Sequence[Again]) -> list[Change]:
    """Store what is told of the portal, in its order; returns what came of each article.

    An address that the frontier does not have is entered as fetched, so that a crawl need not ask for it; what it has
    stays as it is.
    """
    changes: list[Change] = []
    for kind, group in groupby(told, key=type):
        if kind is HadAgain:
            had = [one for one in group if isinstance(one, HadAgain)]
            saved = save_articles(session, portal_id, [one.record for one in had])
            keep_known(
                session,
                portal_id,
                [(one.url, one.address, one.record, article.id) for one, article in zip(had, saved, strict=True)],
            )
            changes += [one.change for one in saved]
        else:
            for one in group:
                if isinstance(one, GoneAgain):
                    _mark(session, portal_id, one)
    return changes


def _mark(session: Session, portal_id: int, gone: GoneAgain) -> None:
    of_address = select(FrontierUrl.article_id).where(FrontierUrl.portal_id == portal_id, FrontierUrl.url == gone.url)
    was_there = Article.gone_at.is_(None) & (Article.fetched_at < gone.moment)
    statement = update(Article).where(Article.id.in_(of_address), was_there).values(gone_at=gone.moment)
    session.execute(statement, execution_options={"synchronize_session": False})
