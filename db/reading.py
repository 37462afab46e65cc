"""Reads stored articles into mentions with `extract`, and has them linked into events."""

from __future__ import annotations

import hashlib
from dataclasses import dataclass
from functools import cache
from importlib.metadata import version
from importlib.resources import files
from typing import TYPE_CHECKING
from zoneinfo import ZoneInfo

from sqlalchemy import Select, func, select
from sqlalchemy.orm import joinedload

from db.linking import link, lock_for_linking
from db.mentions import replace_mentions
from db.models import Article
from db.models import Event as StoredEvent
from db.neighbours import Changed
from extract.article import Article as ReadableArticle
from extract.region_table import regions

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence
    from importlib.resources.abc import Traversable

    from sqlalchemy.orm import Session

    from db.store import Store
    from extract.events import Event

    Reader = Callable[[ReadableArticle], Sequence[Event]]

_BATCH = 50


@dataclass(frozen=True, slots=True)
class ReadingFailure:
    """An article that could not be read, and why; it is stored all the same, with what was read of it before."""

    url: str
    cause: str


@dataclass(frozen=True, slots=True)
class ReadingSummary:
    """What one reading did: articles read, events they tell of (`mentions`), events new to the store, failures.

    `events` is the number of events in the store afterwards.
    """

    articles: int
    mentions: int
    new_events: int
    events: int
    failures: tuple[ReadingFailure, ...]


@cache
def extractor_version() -> str:
    """Return what names this extractor: the package's version and a digest of the code and tables it reads with."""
    digest = hashlib.sha256()
    for name, content in sorted(_contents(files("extract"), "")):
        digest.update(f"{name}\n{len(content)}\n".encode())
        digest.update(content)
    return f"{version('mutasi')}+{digest.hexdigest()[:12]}"


def read_new_articles(
    store: Store,
    *,
    again: bool = False,
    progress: Callable[[int, int], None] | None = None,
    read: Reader | None = None,
) -> ReadingSummary:
    """Read the articles that this extractor version has not read (with `again` all), and link what they tell.

    `progress` is called with the articles done and their whole number. A failure in one article is kept with it
    (`Article.read_error`), told in the summary, and stops nothing; the article is tried again when it, or the
    extractor, has changed. Raises StoreError where the database fails; what was read until then is kept.
    """
    extractor = extractor_version()
    article_ids = _ids_to_read(store, None if again else extractor)
    mentions = new_events = 0
    failures: list[ReadingFailure] = []
    if progress:
        progress(0, len(article_ids))
    for start in range(0, len(article_ids), _BATCH):
        read = read or _default_reader()
        batch = _read_batch(store, article_ids[start : start + _BATCH], read)
        failures += [ReadingFailure(one.url, one.error) for one in batch if one.error is not None]
        mentions += sum(len(one.events) for one in batch)
        with store.writing() as session:
            new_events += _keep(session, batch, extractor)
        if progress:
            progress(min(start + _BATCH, len(article_ids)), len(article_ids))
    with store.reading() as session:
        events = session.scalar(select(func.count()).select_from(StoredEvent)) or 0
    return ReadingSummary(len(article_ids), mentions, new_events, events, tuple(failures))


@dataclass(frozen=True, slots=True)
class _Read:
    """What the reader made of one version of an article."""

    article_id: int
    url: str
    content_hash: str
    events: tuple[Event, ...] = ()
    error: str | None = None


def _default_reader() -> Reader:
    from extract.pipeline import Extractor  # spaCy takes a second to load, and only reading needs it

    return Extractor().read


def _contents(folder: Traversable, path: str) -> Iterator[tuple[str, bytes]]:
    for entry in folder.iterdir():
        name = f"{path}/{entry.name}"
        if entry.is_dir() and entry.name != "__pycache__":
            yield from _contents(entry, name)
        elif entry.is_file():
            yield name, entry.read_bytes()


def _ids_to_read(store: Store, unless_read_by: str | None) -> Sequence[int]:
    statement: Select[int] = select(Article.id).order_by(Article.id)
    if unless_read_by is not None:
        statement = statement.where(Article.extractor.is_distinct_from(unless_read_by))
    with store.reading() as session:
        return session.scalars(statement).all()


def _read_batch(store: Store, article_ids: Sequence[int], read: Reader) -> list[_Read]:
    with store.reading() as session:
        statement = select(Article).where(Article.id.in_(article_ids)).order_by(Article.id)
        articles = session.scalars(statement.options(joinedload(Article.portal, innerjoin=True))).all()
    return [_read_one(article, read) for article in articles]


def _read_one(article: Article, read: Reader) -> _Read:
    try:
        events = _with_known_regions(read(_readable(article)))
    except Exception as error:  # noqa: BLE001 - whatever is wrong with one article must not cost the others
        return _Read(article.id, article.url, article.content_hash, error=f"{type(error).__name__}: {error}")
    return _Read(article.id, article.url, article.content_hash, events=events)


def _with_known_regions(events: Sequence[Event]) -> tuple[Event, ...]:
    for event in events:
        if event.region is not None and event.region not in regions():
            raise ValueError(f"the extractor gave a region code that Kemendagri has not: {event.region!r}")
    return tuple(events)


def _readable(article: Article) -> ReadableArticle:
    published = article.published_at
    return ReadableArticle(
        id=article.url,
        text=article.text,
        title=article.title,
        published=published and published.astimezone(ZoneInfo(article.portal.timezone)).date(),
        url=article.url,
        source=article.portal.name,
        home_region=article.portal.regions[0] if article.portal.regions else None,
    )


def _keep(session: Session, batch: Sequence[_Read], extractor: str) -> int:
    """Store what was read, and link it; an article that has changed meanwhile is left for the next reading."""
    lock_for_linking(session)
    statement = select(Article).where(Article.id.in_([one.article_id for one in batch])).order_by(Article.id)
    articles = {
        article.id: article
        for article in session.scalars(
            statement.options(joinedload(Article.portal, innerjoin=True)).with_for_update(of=Article)
        )
    }
    changed = Changed()
    for one in batch:
        article = articles[one.article_id]
        if article.content_hash != one.content_hash:
            continue
        article.extractor = extractor
        article.read_error = one.error
        if one.error is None:
            published = _readable(article).published
            replace_mentions(session, article, one.events, published, extractor, changed)
    return link(session, changed)
