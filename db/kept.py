"""Where the pages of a stored article are kept, version by version."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from sqlalchemy import or_, select
from sqlalchemy.orm import undefer

from db.articles import KeptRecord
from db.models import Article, ArticleVersion, FrontierUrl

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import datetime

    from db.store import Store


@dataclass(frozen=True, slots=True)
class KeptVersion:
    """A version of an article: when it was fetched, until when it stood (None: it still does), and what is kept of it.

    `raw` is the source that earlier versions of Mutasi kept in the store itself.
    """

    title: str
    fetched_at: datetime
    replaced_at: datetime | None
    records: tuple[KeptRecord, ...]
    raw: str | None


def kept_versions(store: Store, url: str) -> list[KeptVersion]:
    """Return the versions of the article that is known, or was listed, under an address, oldest first; none: empty."""
    with store.reading() as session:
        listed = select(FrontierUrl.article_id).where(or_(FrontierUrl.url == url, FrontierUrl.address == url))
        wanted = select(Article).where(or_(Article.url == url, Article.id.in_(listed))).options(undefer(Article.raw))
        article = session.scalars(wanted.order_by(Article.url != url)).first()
        if article is None:
            return []
        earlier = select(ArticleVersion).where(ArticleVersion.article_id == article.id)
        ordered = earlier.order_by(ArticleVersion.fetched_at).options(undefer(ArticleVersion.raw))
        versions = [_version(one, one.replaced_at) for one in session.scalars(ordered)]
        return [*versions, _version(article, None)]


def _version(row: Article | ArticleVersion, replaced_at: datetime | None) -> KeptVersion:
    records = _places(row.warc_records or ())
    return KeptVersion(row.title, row.fetched_at, replaced_at, records, row.raw)


def _places(records: Sequence[dict[str, Any]]) -> tuple[KeptRecord, ...]:
    return tuple(KeptRecord(**one) for one in records)
