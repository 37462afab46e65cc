"""What the store tells of a portal's past, on both databases."""

from __future__ import annotations

from datetime import timedelta
from typing import Any

from desk import HOUR, NOON, PORTAL, Desk, record
from sqlalchemy import select

from db.models import Article, Crawl, Mention
from db.portal_frontier import PortalFrontier
from db.portal_history import (
    HISTORY,
    CrawlRecord,
    Share,
    keep_health,
    last_crawls,
    last_successes,
    portal_history,
    resting,
)
from db.store import FINISHED, Store

DAY = timedelta(days=1)


def crawl(store: Store, days: int, outcome: str = FINISHED, *, way: str | None = "sitemap", pages: int = 0) -> None:
    """Enter a crawl so many days before noon."""
    told = {"first_cause": "x" if pages else None, "empty": pages}
    seen: dict[str, Any] = {"way": way, "fetched": 0, "pages": told, "newest_listed": None}
    moment = NOON - days * DAY
    store.finish_crawl(PORTAL, moment, moment + HOUR, {}, outcome, seen if way else None)


def the_last(store: Store, **values: bool) -> CrawlRecord:
    with store.reading() as session:
        return last_crawls(session, [PORTAL], **values)[PORTAL]


def test_the_last_crawls_are_found(desk: Desk) -> None:
    store = desk.store
    with store.reading() as session:
        assert (last_crawls(session, [PORTAL]), last_successes(session)) == ({}, {})
    for days, outcome in ((3, FINISHED), (1, "x answers 403"), (2, FINISHED)):
        crawl(store, days, outcome)
    last = the_last(store)
    assert (last.portal, last.started, last.outcome, last.succeeded) == (PORTAL, NOON - DAY, "x answers 403", False)
    with store.reading() as session:
        assert last_successes(session) == {PORTAL: NOON - 2 * DAY + HOUR}
        assert last_crawls(session, ["lain"]) == {}


def test_the_last_crawl_that_was_judged_may_be_another(desk: Desk) -> None:
    for days in (2, 1):
        crawl(desk.store, days)
        if days == 2:
            with desk.store.writing() as session:
                keep_health(session, the_last(desk.store), {"state": "healthy"})
    judged = the_last(desk.store, is_judged=True)
    assert (judged.started, judged.health) == (NOON - 2 * DAY, {"state": "healthy"})
    assert the_last(desk.store).health is None


def test_a_past_is_what_was_there_before(desk: Desk) -> None:
    store = desk.store
    for days, outcome, way, pages in ((9, FINISHED, "REST API", 3), (8, FINISHED, "sitemap", 0), (7, "x", "feed", 0)):
        crawl(store, days, outcome, way=way, pages=pages)
    crawl(store, 6, way=None)  # of an earlier version
    for number in (2, 30, 40):
        store.save_article(record(number, author="Sari Utami" if number > 2 else None, fetched_at=NOON - DAY))
    store.save_article(record(50, published=None, title="", fetched_at=NOON - DAY))
    crawl(store, 0, pages=1)
    store.save_article(record(1, fetched_at=NOON + timedelta(minutes=1)))  # brought by the last crawl
    with store.reading() as session:
        history = portal_history(session, the_last(store))
    assert history.published == tuple(NOON - number * HOUR for number in (40, 30, 2, 1))
    assert history.fill == {
        "title": Share(3, 4),
        "published": Share(3, 4),
        "author": Share(2, 4),
        "section": Share(0, 4),
    }
    assert (history.successes, history.last_success) == (3, NOON - 6 * DAY + HOUR)
    assert history.started == tuple(NOON - days * DAY for days in (0, 6, 7, 8, 9))
    assert history.articles_before is not None
    assert history.articles_before["pages"]["empty"] == 3
    assert history.listing_before is None


def test_after_a_crawl_with_nothing_new_the_fill_is_that_before_the_last_articles(desk: Desk) -> None:
    desk.store.save_article(record(30, fetched_at=NOON - 3 * DAY))
    crawl(desk.store, 2, pages=1)
    desk.store.save_article(record(20, fetched_at=NOON - 2 * DAY + HOUR))
    crawl(desk.store, 0)
    with desk.store.reading() as session:
        assert portal_history(session, the_last(desk.store)).fill["title"] == Share(1, 1)


def test_ways_are_those_of_crawls_that_went_well_within_the_past(desk: Desk) -> None:
    desk.store.save_article(record(24 * 5))
    for days, outcome, way in (
        (2, FINISHED, "feed"),
        (3, FINISHED, "feed"),
        (4, FINISHED, "sitemap"),
        (4, "x", "REST API"),
        (400, FINISHED, "pages of links"),
    ):
        crawl(desk.store, days, outcome, way=way)
    crawl(desk.store, 0)
    with desk.store.reading() as session:
        assert portal_history(session, the_last(desk.store)).ways == {"feed": 2, "sitemap": 1}


def test_where_little_is_published_the_past_is_longer(desk: Desk) -> None:
    few = [0, 100, 300, 800]
    for days in few:
        desk.store.save_article(record(24 * days + 1))
    crawl(desk.store, 0)
    with desk.store.reading() as session:
        assert len(portal_history(session, the_last(desk.store)).published) == 3
    for days in range(1, 30):
        desk.store.save_article(record(24 * days + 2))
    with desk.store.reading() as session:
        published = portal_history(session, the_last(desk.store)).published
    assert len(published) == 31
    assert published[0] >= NOON - HOUR - HISTORY


def test_the_share_with_events_is_that_of_articles_that_were_read(desk: Desk) -> None:
    store = desk.store
    for days in (0, 1, 20, 21, 22, 23):
        store.save_article(record(24 * days + 1))
    crawl(store, 0)
    told = {"kind": "mutasi", "status": "realized", "eselon": [], "confidence": 1.0, "flags": [], "extractor": "1"}
    with store.writing() as session:
        articles = session.scalars(select(Article).order_by(Article.published_at)).all()
        for article in articles[1:]:
            article.extractor = "1"
        for article in (articles[1], articles[2], articles[5]):
            for position in (0, 1):
                session.add(Mention(article_id=article.id, position=position, record={}, evidence={}, **told))
    with store.reading() as session:
        history = portal_history(session, the_last(store))
    assert (history.events, history.events_lately) == (Share(2, 3), Share(1, 2))


def test_portals_that_rest_are_named(desk: Desk) -> None:
    PortalFrontier(desk.store, PORTAL).note_crawl(failed=True, rest=lambda failures: failures * DAY)
    with desk.store.reading() as session:
        assert list(resting(session, NOON)) == [PORTAL]
        assert resting(session, NOON + timedelta(days=100_000)) == {}
        assert session.scalar(select(Crawl.id)) is None
