"""Helpers of the tests: a portal's frontier worked by hand, at moments that the test says."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import UTC, datetime, timedelta
from typing import TYPE_CHECKING, Any

from sqlalchemy import delete, select

from db import frontier
from db.answers import Failed, Fetched, Gone, Settled, Unchanged, settle
from db.articles import ArticleRecord
from db.frontier import Claim, Entered, Listed, State
from db.leases import Holder
from db.models import Article, ArticleVersion, BackfillWindow, Crawl, FrontierUrl, Listing, Portal
from db.saving import portal_id_of

if TYPE_CHECKING:
    from db.saving import Change
    from db.store import Store

PORTAL, HOME = "kabarcontoh", "https://kabarcontoh.example"
NOON = datetime(2026, 2, 6, 5, tzinfo=UTC)
HOUR = timedelta(hours=1)
ME = Holder("redaksi", 1, "a1")


def address(number: int) -> str:
    """Return the canonical address of an article."""
    return f"{HOME}/2026/02/lantik-{number}/"


def listed(number: int, **values: Any) -> Listed:
    """Return what a listing tells of an article, which was published `number` hours before noon."""
    published = {"published": NOON - number * HOUR} if "published" not in values else {}
    return Listed(url=address(number), address=address(number), **published, **values)


def record(number: int, **values: Any) -> ArticleRecord:
    """Return an article as its page gives it."""
    told = ArticleRecord(
        portal=PORTAL,
        url=address(number),
        title=f"Bupati Lantik {number} Pejabat",
        published=NOON - number * HOUR,
        text=f"Bupati melantik {number} pejabat di pendopo.",
        fetched_at=NOON,
    )
    return replace(told, **values)


@dataclass
class Desk:
    """The frontier of one portal."""

    store: Store
    portal_id: int

    def enter(self, *ones: Listed, now: datetime = NOON, again: bool = False) -> Entered:
        with self.store.writing() as session:
            return frontier.enter(session, self.portal_id, ones, now, again=again)

    def claim(self, count: int = 10, *, now: datetime = NOON, holder: Holder = ME) -> list[Claim]:
        with self.store.writing() as session:
            return frontier.claim(session, self.portal_id, holder, count, now, now + HOUR)

    def settle(self, *answers: Settled, now: datetime = NOON) -> list[Change | None]:
        with self.store.writing() as session:
            return settle(session, self.portal_id, answers, now)

    def fetch(self, number: int, *, now: datetime = NOON, **values: Any) -> Change | None:
        """Claim the one address that waits, and settle it with its article."""
        (claim,) = self.claim(now=now)
        return self.settle(Fetched(claim=claim, record=record(number, **{"fetched_at": now, **values})), now=now)[0]

    def fail(self, *, now: datetime) -> None:
        """Claim the one address that waits, and fail."""
        (claim,) = self.claim(now=now)
        self.settle(Failed(claim=claim, reason="answers 500"), now=now)

    def lose(self, *, now: datetime) -> None:
        """Claim the one address that waits, and find that it is gone."""
        (claim,) = self.claim(now=now)
        self.settle(Gone(claim=claim, reason="answers 404", moment=now), now=now)

    def leave(self, *, now: datetime) -> None:
        """Claim the one address that waits, and find that it is as it was."""
        (claim,) = self.claim(now=now)
        self.settle(Unchanged(claim=claim), now=now)

    def states(self) -> dict[State, int]:
        """Return how many addresses are in each state, without the states that none is in."""
        with self.store.reading() as session:
            return {state: n for state, n in frontier.states(session, self.portal_id).items() if n}

    def row(self, number: int) -> FrontierUrl:
        with self.store.reading() as session:
            return session.scalars(select(FrontierUrl).where(FrontierUrl.url == address(number))).one()

    def articles(self) -> list[Article]:
        with self.store.reading() as session:
            return list(session.scalars(select(Article).order_by(Article.url)))


def new_desk(store: Store) -> Desk:
    """Return the desk of a portal in the store, which is emptied of all others."""
    with store.writing() as session:
        for model in (FrontierUrl, Listing, BackfillWindow, ArticleVersion, Article, Crawl, Portal):
            session.execute(delete(model))
    store.register_portal(PORTAL, HOME, ["32.75"], "Asia/Jakarta", "sitemap")
    with store.reading() as session:
        return Desk(store, portal_id_of(session, PORTAL))
