"""Writes portals and articles: the same thing twice changes nothing, and what changes is kept as it was before."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, Literal

from sqlalchemy import Row, select, update
from sqlalchemy.dialects import postgresql, sqlite

from db.address import StoreError
from db.articles import ArticleRecord, content_hash
from db.models import Article, Base, Portal
from db.versions import is_same_answer, keep_version, save_earlier

if TYPE_CHECKING:
    from collections.abc import Sequence

    from sqlalchemy.orm import Session

Change = Literal["added", "changed", "unchanged"]


@dataclass(frozen=True, slots=True)
class SavedArticle:
    """The row of a saved article, and what the saving changed."""

    id: int
    change: Change


def save_portal(session: Session, *, name: str, url: str, regions: Sequence[str], timezone: str, platform: str) -> int:
    """Enter the portal, or bring its entry up to date; returns its id."""
    values = {"url": url, "regions": list(regions), "timezone": timezone, "platform": platform}
    entered = _insert_if_absent(session, Portal, [{"name": name, **values}], "id")
    if entered:
        return int(entered[0].id)
    portal = session.scalars(select(Portal).where(Portal.name == name).with_for_update()).one()
    for column, value in values.items():
        setattr(portal, column, value)
    return portal.id


def portal_id_of(session: Session, name: str) -> int:
    """Return the id of a registered portal; raises StoreError where it is not."""
    portal_id = session.scalar(select(Portal.id).where(Portal.name == name))
    if portal_id is None:
        raise StoreError(f"portal {name!r} is not registered in this store")
    return portal_id


def save_articles(session: Session, portal_id: int, records: Sequence[ArticleRecord]) -> list[SavedArticle]:
    """Store the portal's articles under their URLs and return, in their order, what came of each.

    The text that a changed article had is kept as an earlier version, and the new one will be read again. What a later
    fetch does not find (a feed has no author) does not wipe out what an earlier one did. What was fetched before the
    stored version, or is another reading of the very same answer, goes where it belongs (see `db.versions`).
    """
    saved: list[SavedArticle | None] = [None] * len(records)
    left = list(range(len(records)))
    while left:  # a second round only where a batch has one URL twice
        places = {records[place].url: place for place in reversed(left)}
        for place, one in _save_once(session, portal_id, [(place, records[place]) for place in places.values()]):
            saved[place] = one
        left = [place for place in left if saved[place] is None]
    return [one for one in saved if one is not None]


def _save_once(
    session: Session, portal_id: int, records: Sequence[tuple[int, ArticleRecord]]
) -> list[tuple[int, SavedArticle]]:
    stored = _stored(session, [record.url for _, record in records])
    fresh = {
        record.url: {"portal_id": portal_id, "url": record.url, **_values(record)}
        for _, record in records
        if record.url not in stored
    }
    added = {}
    if fresh:
        added = {row.url: row.id for row in _insert_if_absent(session, Article, list(fresh.values()), "id", "url")}
        missed = [url for url in fresh if url not in added]
        if missed:  # another crawl was quicker by a moment
            stored |= _stored(session, missed)
    return [
        (
            place,
            SavedArticle(added[record.url], "added")
            if record.url in added
            else _brought_up_to_date(session, stored[record.url], record),
        )
        for place, record in records
    ]


def _stored(session: Session, urls: Sequence[str]) -> dict[str, Any]:
    columns = (
        Article.id,
        Article.url,
        Article.content_hash,
        Article.published_at,
        Article.fetched_at,
        Article.gone_at,
        Article.warc_records,
    )
    rows = session.execute(select(*columns).where(Article.url.in_(urls)).order_by(Article.url).with_for_update())
    return {row.url: row for row in rows.all()}


def _brought_up_to_date(session: Session, stored: Any, record: ArticleRecord) -> SavedArticle:
    values = _values(record)
    if record.published is None:
        values["content_hash"] = content_hash(values["title"], values["text"], stored.published_at)
    if record.fetched_at < stored.fetched_at:
        return SavedArticle(stored.id, save_earlier(session, stored, values))
    if values["content_hash"] == stored.content_hash:
        _confirm(session, stored, values)
        return SavedArticle(stored.id, "unchanged")
    if not is_same_answer(stored, values):
        keep_version(session, stored.id, record.fetched_at)
    told = {column: value for column, value in values.items() if value is not None and value != []}
    told["warc_records"] = values["warc_records"]
    session.execute(
        update(Article)
        .where(Article.id == stored.id)
        .values(**told, raw=None, extractor=None, read_error=None, gone_at=None)
        .execution_options(synchronize_session=False)
    )
    return SavedArticle(stored.id, "changed")


def _confirm(session: Session, stored: Any, values: dict[str, Any]) -> None:
    """Note of an article that is as it was what is new all the same: it is there, and its page is kept."""
    news: dict[str, Any] = {}
    if stored.gone_at is not None and values["fetched_at"] > stored.gone_at:
        news["gone_at"] = None
    if not stored.warc_records and values["warc_records"]:
        news["warc_records"] = values["warc_records"]
    if news:
        session.execute(update(Article).where(Article.id == stored.id).values(**news))


def _values(record: ArticleRecord) -> dict[str, Any]:
    title, text = storable(record.title), storable(record.text)
    return {
        "source_id": record.source_id and storable(record.source_id),
        "title": title,
        "published_at": record.published,
        "modified_at": record.modified,
        "fetched_at": record.fetched_at,
        "author": record.author and storable(record.author),
        "section": record.section and storable(record.section),
        "tags": [storable(tag) for tag in record.tags],
        "image_url": record.image_url and storable(record.image_url),
        "content_hash": content_hash(title, text, record.published),
        "text": text,
        "warc_records": [one._asdict() for one in record.warc_records],
    }


def storable(text: str) -> str:
    """Return `text` without what a database cannot keep: NUL, and halves of surrogate pairs from broken escapes."""
    return text.replace("\x00", "").encode("utf-8", "replace").decode()


def _insert_if_absent(
    session: Session, model: type[Base], rows: Sequence[dict[str, Any]], *columns: str
) -> Sequence[Row[Any]]:
    """Insert rows and return `columns` of those whose unique key was free; another writer may take one any moment."""
    dialect = postgresql if session.get_bind().dialect.name == "postgresql" else sqlite
    table = model.__table__
    statement = dialect.insert(model).on_conflict_do_nothing().returning(*(table.c[column] for column in columns))
    return session.execute(statement, list(rows)).all()
