"""Writes portals and articles: the same thing twice changes nothing."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Literal

from sqlalchemy import select
from sqlalchemy.dialects import postgresql, sqlite

from db.address import StoreError
from db.articles import ArticleRecord, content_hash
from db.models import Article, Base, Portal

if TYPE_CHECKING:
    from collections.abc import Sequence

    from sqlalchemy.orm import Session


def save_portal(session: Session, *, name: str, url: str, regions: Sequence[str], timezone: str, platform: str) -> None:
    """Enter the portal, or bring its entry up to date."""
    values = {"url": url, "regions": list(regions), "timezone": timezone, "platform": platform}
    if _insert_if_absent(session, Portal, {"name": name, **values}) is not None:
        return
    portal = session.scalars(select(Portal).where(Portal.name == name).with_for_update()).one()
    for column, value in values.items():
        setattr(portal, column, value)


def save_article(session: Session, record: ArticleRecord) -> Literal["added", "changed", "unchanged"]:
    """Store the article under its URL; raises StoreError where its portal is not registered.

    What a later fetch does not find (a feed has no author) does not wipe out what an earlier one did.
    """
    portal_id = session.scalar(select(Portal.id).where(Portal.name == record.portal))
    if portal_id is None:
        raise StoreError(f"portal {record.portal!r} is not registered; {record.url} was not stored")
    values = _values(record)
    stored = session.scalars(select(Article).where(Article.url == record.url).with_for_update()).one_or_none()
    if stored is None:
        if _insert_if_absent(session, Article, {"portal_id": portal_id, "url": record.url, **values}) is not None:
            return "added"
        # Another crawl was quicker by a moment.
        stored = session.scalars(select(Article).where(Article.url == record.url).with_for_update()).one()
    if record.published is None:
        values["content_hash"] = content_hash(values["title"], values["text"], stored.published_at)
    if values["content_hash"] == stored.content_hash:
        return "unchanged"
    for column, value in values.items():
        if value is not None and value != []:
            setattr(stored, column, value)
    stored.extractor = None
    stored.read_error = None
    return "changed"


def _values(record: ArticleRecord) -> dict[str, Any]:
    title, text = _storable(record.title), _storable(record.text)
    return {
        "source_id": record.source_id,
        "title": title,
        "published_at": record.published,
        "modified_at": record.modified,
        "fetched_at": record.fetched_at,
        "author": record.author and _storable(record.author),
        "section": record.section and _storable(record.section),
        "tags": [_storable(tag) for tag in record.tags],
        "image_url": record.image_url,
        "content_hash": content_hash(title, text, record.published),
        "text": text,
        "raw": record.raw,
    }


def _storable(text: str) -> str:
    """Return `text` without what a database cannot keep: NUL, and halves of surrogate pairs from broken escapes."""
    return text.replace("\x00", "").encode("utf-8", "replace").decode()


def _insert_if_absent(session: Session, model: type[Base], values: dict[str, Any]) -> int | None:
    """Insert a row and return its id; None where its unique key is taken, by another writer in this moment perhaps."""
    dialect = postgresql if session.get_bind().dialect.name == "postgresql" else sqlite
    table = model.__table__
    statement = dialect.insert(model).values(values).on_conflict_do_nothing().returning(table.c.id)
    inserted: int | None = session.scalar(statement)
    return inserted
