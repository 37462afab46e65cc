"""A store: opened (made, migrated), written by crawlers, and asked how its portals do."""

from __future__ import annotations

from contextlib import contextmanager
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, Literal, Self, TypeVar

from sqlalchemy import Connection, Engine, Select, func, select
from sqlalchemy.exc import DatabaseError, DBAPIError, InterfaceError, OperationalError
from sqlalchemy.orm import Session

from db.address import StoreAddressError, StoreError, shown, store_address
from db.engine import WRITING, make_engine
from db.models import Article, Crawl, Portal
from db.regions import bring_regions_up_to_date, outdated_regions
from db.saving import portal_id_of, save_articles, save_portal
from db.schema import prepare_schema

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence
    from datetime import datetime
    from types import TracebackType

    from db.articles import ArticleRecord

__all__ = ["PortalStatus", "Store", "StoreAddressError", "StoreError", "open_store"]

_Value = TypeVar("_Value")

FINISHED = "finished"
"""The outcome of a crawl that went well, as Scrapy names it."""


@dataclass(frozen=True, slots=True)
class PortalStatus:
    """How one portal does: its articles in the store, its last crawl, and the last that went well."""

    name: str
    url: str
    platform: str
    articles: int
    last_started: datetime | None
    last_finished: datetime | None
    last_outcome: str | None
    last_counts: Mapping[str, int]
    last_success: datetime | None


class Store:
    """An open store; a context manager that closes it. Every method that writes is one transaction of its own."""

    def __init__(self, engine: Engine) -> None:
        self._engine = engine

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, traceback: TracebackType | None
    ) -> None:
        self.close()

    def close(self) -> None:
        """Give back all connections."""
        self._engine.dispose()

    @property
    def name(self) -> str:
        """The store's URL as a message may show it, without a password."""
        return shown(self._engine.url)

    @contextmanager
    def reading(self) -> Iterator[Session]:
        """Give a session that sees one state of the store; raises StoreError where the database fails."""
        with _told_plainly(self.name), Session(self._engine, expire_on_commit=False) as session, session.begin():
            yield session

    @contextmanager
    def snapshot(self) -> Iterator[Connection]:
        """Give a connection that sees one state of the store however long it reads, and keeps no rows in memory."""
        is_postgresql = self._engine.dialect.name == "postgresql"
        level = {"isolation_level": "REPEATABLE READ"} if is_postgresql else {}
        engine = self._engine.execution_options(stream_results=True, **level)
        with _told_plainly(self.name), engine.connect() as connection:
            yield connection

    @contextmanager
    def writing(self) -> Iterator[Session]:
        """Give a session whose changes are kept all or none; raises StoreError where the database fails."""
        engine = self._engine.execution_options(**{WRITING: True})
        with _told_plainly(self.name), Session(engine, expire_on_commit=False) as session, session.begin():
            yield session

    def register_portal(self, name: str, url: str, regions: Sequence[str], timezone: str, platform: str) -> None:
        """Enter the portal, or bring its entry up to date; `regions` are Kemendagri codes, the home first."""
        with self.writing() as session:
            save_portal(session, name=name, url=url, regions=regions, timezone=timezone, platform=platform)

    def save_article(self, record: ArticleRecord) -> Literal["added", "changed", "unchanged"]:
        """Store the article under its URL; a changed one will be read again, an unchanged one is left as it is.

        Raises StoreError where its portal is not registered.
        """
        with self.writing() as session:
            portal_id = portal_id_of(session, record.portal)
            return save_articles(session, portal_id, [record])[0].change

    def finish_crawl(
        self,
        portal: str,
        started: datetime,
        finished: datetime,
        counts: Mapping[str, int],
        outcome: str,
        observed: Mapping[str, Any] | None = None,
    ) -> None:
        """Enter a crawl that has ended; `outcome` is `finished` where it went well, else why it ended.

        `observed` is what the portal looked like, as `crawler.observation` writes it down.
        """
        with self.writing() as session:
            portal_id = session.scalar(select(Portal.id).where(Portal.name == portal))
            if portal_id is None:
                raise StoreError(f"portal {portal!r} is not registered in {self.name}")
            crawl = Crawl(portal_id=portal_id, started_at=started, finished_at=finished, outcome=outcome)
            crawl.counts = dict(counts)
            if observed is not None:
                crawl.observed = dict(observed)
            session.add(crawl)

    def portal_status(self) -> dict[str, PortalStatus]:
        """Return how every registered portal does, by name."""
        with self.reading() as session:
            articles = _by_portal(session, select(Article.portal_id, func.count()).group_by(Article.portal_id))
            succeeded = select(Crawl.portal_id, func.max(Crawl.finished_at)).where(Crawl.outcome == FINISHED)
            successes = _by_portal(session, succeeded.group_by(Crawl.portal_id))
            last = _last_crawls(session)
            return {
                portal.name: _status(portal, articles.get(portal.id, 0), last.get(portal.id), successes.get(portal.id))
                for portal in session.scalars(select(Portal).order_by(Portal.name))
            }


def open_store(url: str, *, create: bool = True) -> Store:
    """Open the store at a database URL, made and migrated to this version's tables where it needs to be.

    With `create=False` a store that is not there is an error rather than a new, empty one. Raises StoreAddressError
    for a URL that names no store of ours (bad URL, unknown database, missing folder, a newer version's store), and
    StoreError where it cannot be reached, read or written.
    """
    address = store_address(url)
    engine = make_engine(address)
    try:
        with _told_plainly(shown(address)):
            prepare_schema(engine, create=create)
        store = Store(engine)
        with store.reading() as session:
            outdated = any(outdated_regions(session))
        if outdated:
            with store.writing() as session:
                bring_regions_up_to_date(session)
    except BaseException:
        engine.dispose()
        raise
    return store


def _by_portal(session: Session, statement: Select[int, _Value]) -> dict[int, _Value]:
    return dict(session.execute(statement).all())


def _status(portal: Portal, articles: int, last: Crawl | None, success: datetime | None) -> PortalStatus:
    return PortalStatus(
        name=portal.name,
        url=portal.url,
        platform=portal.platform,
        articles=articles,
        last_started=last.started_at if last else None,
        last_finished=last.finished_at if last else None,
        last_outcome=last.outcome if last else None,
        last_counts=last.counts if last else {},
        last_success=success,
    )


def _last_crawls(session: Session) -> dict[int, Crawl]:
    rank = func.row_number().over(partition_by=Crawl.portal_id, order_by=(Crawl.finished_at.desc(), Crawl.id.desc()))
    ranked = select(Crawl.id, rank.label("rank")).subquery()
    crawls = session.scalars(select(Crawl).join(ranked, ranked.c.id == Crawl.id).where(ranked.c.rank == 1))
    return {crawl.portal_id: crawl for crawl in crawls}


@contextmanager
def _told_plainly(name: str) -> Iterator[None]:
    """Turn a database's own failure (no server, disk full, read-only, locked, no database) into one line."""
    try:
        yield
    except (OperationalError, InterfaceError) as error:
        raise StoreError(f"{name}: {_first_line(error)}") from error
    except DatabaseError as error:
        if type(error) is not DatabaseError:
            raise
        raise StoreError(f"{name}: {_first_line(error)}") from error


def _first_line(error: DBAPIError) -> str:
    lines = [line.strip() for line in str(error.orig).splitlines() if line.strip()]
    return lines[0] if lines else type(error.orig).__name__
