"""Earlier versions of articles, in the order of time, in whichever order they are learnt of.

A crawl learns of the newest version; an archive, or evidence that is replayed, of any. What was fetched at one moment
is one answer of the portal: to read it otherwise corrects a version and makes no new one.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Literal

from sqlalchemy import insert, select, update

from db.models import Article, ArticleVersion

if TYPE_CHECKING:
    from collections.abc import Collection
    from datetime import datetime

    from sqlalchemy.orm import Session

_KEPT = ("title", "published_at", "modified_at", "fetched_at", "content_hash", "text", "warc_records", "raw")
"""What a version keeps of its article."""


def is_same_answer(stored: Any, values: dict[str, Any]) -> bool:
    """Tell whether `values` were read from the answer that the stored version was read from."""
    kept = bool(stored.warc_records) and bool(values["warc_records"])
    return kept and bool(stored.fetched_at == values["fetched_at"])


def keep_version(session: Session, article_id: int, replaced_at: datetime) -> None:
    """Keep the article as it is now as a version that was replaced then."""
    now = select(Article.id, *(getattr(Article, name) for name in _KEPT)).where(Article.id == article_id)
    row = session.execute(now).one()
    before = {name: getattr(row, name) for name in _KEPT}
    session.execute(insert(ArticleVersion), [{"article_id": article_id, "replaced_at": replaced_at, **before}])


def save_earlier(session: Session, stored: Any, values: dict[str, Any]) -> Literal["changed", "unchanged"]:
    """Put what was fetched before the stored article among its versions, unless one of them says the same.

    Another reading of the answer that a version was read from takes that version's place.
    """
    columns = (
        ArticleVersion.id,
        ArticleVersion.fetched_at,
        ArticleVersion.replaced_at,
        ArticleVersion.content_hash,
        ArticleVersion.warc_records,
    )
    of_article = ArticleVersion.article_id == stored.id
    versions = session.execute(select(*columns).where(of_article).order_by(ArticleVersion.fetched_at)).all()
    version = {name: values[name] for name in _KEPT if name in values}
    same = next((one for one in versions if is_same_answer(one, values)), None)
    if same is not None:
        if same.content_hash == values["content_hash"]:
            return "unchanged"
        session.execute(update(ArticleVersion).where(ArticleVersion.id == same.id).values(**version))
        return "changed"
    if values["content_hash"] in {stored.content_hash, *(one.content_hash for one in versions)}:
        return "unchanged"
    fetched_at = values["fetched_at"]
    before = [one for one in versions if one.fetched_at < fetched_at]
    after = [one for one in versions if one.fetched_at > fetched_at]
    replaced_at = min((one.fetched_at for one in after), default=stored.fetched_at)
    if before:
        last = update(ArticleVersion).where(ArticleVersion.id == before[-1].id)
        session.execute(last.values(replaced_at=fetched_at))
    session.execute(insert(ArticleVersion), [{"article_id": stored.id, "replaced_at": replaced_at, **version}])
    return "changed"


def known_contents(session: Session, urls: Collection[str]) -> dict[str, set[str]]:
    """Return of the stored articles among the addresses the content hashes of all their versions."""
    known: dict[str, set[str]] = {}
    now = select(Article.url, Article.content_hash).where(Article.url.in_(urls))
    before = select(Article.url, ArticleVersion.content_hash).join(
        ArticleVersion, ArticleVersion.article_id == Article.id
    )
    for statement in (now, before.where(Article.url.in_(urls))):
        for url, content in session.execute(statement):
            known.setdefault(url, set()).add(content)
    return known
