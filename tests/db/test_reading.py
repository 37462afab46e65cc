from __future__ import annotations

from concurrent.futures import ThreadPoolExecutor
from dataclasses import replace
from datetime import date
from typing import TYPE_CHECKING

import pytest
from sqlalchemy import select
from telling import Newsroom, event, url_of

from db.models import Article, Mention
from db.queries import count_events
from db.reading import ReadingSummary, extractor_version, read_new_articles
from db.store import open_store
from extract.events import Group, Official

if TYPE_CHECKING:
    from db.models import Event as StoredEvent
    from db.store import Store

TEXT = "BEKASI - Cuaca cerah. Wali Kota Asep Surya melantik 61 pejabat, Jumat (6/2/2026). Mereka gembira."
CEREMONY = event(
    date="2026-02-06",
    headcount=61,
    official=Official("Asep Surya", "Wali Kota"),
    eselon=("III", "IV"),
    groups=(Group(44, "pejabat struktural", ("III", "IV")), Group(17, "kepala puskesmas")),
    confidence=0.9,
    flags=("tahun disimpulkan",),
    evidence={"headcount": ((52, 62),), "date": ((64, 80),), "official": ((22, 42),)},
)


def mentions(store: Store) -> list[Mention]:
    with store.reading() as session:
        return list(session.scalars(select(Mention).order_by(Mention.article_id, Mention.position)))


def test_a_mention_keeps_what_was_told_and_the_words_that_tell_it(newsroom: Newsroom) -> None:
    newsroom.tell(1, CEREMONY, text=TEXT)
    summary = newsroom.read()
    assert (summary.articles, summary.mentions, summary.new_events, summary.events) == (1, 1, 1, 1)
    (mention,) = mentions(newsroom.store)
    assert mention.region_code == "32.75"
    assert (mention.headcount, mention.headcount_word, mention.headcount_least) == (61, None, 61)
    assert mention.eselon == ["III", "IV"]
    assert mention.record == CEREMONY.as_dict()
    assert mention.evidence["headcount"] == [{"in": "text", "start": 52, "end": 62, "quote": "61 pejabat"}]
    assert mention.quote == "Wali Kota Asep Surya melantik 61 pejabat, Jumat (6/2/2026)."
    assert mention.extractor == extractor_version()


@pytest.mark.parametrize(("timezone", "day"), [("Asia/Jakarta", date(2026, 2, 6)), ("Asia/Jayapura", date(2026, 2, 7))])
def test_the_reader_gets_the_day_of_the_portal_s_own_zone_and_its_home(
    newsroom: Newsroom, timezone: str, day: date
) -> None:
    newsroom.store.register_portal("kabarcontoh", "https://kabarcontoh.example", ["32.75"], timezone, "wordpress")
    newsroom.tell(1)
    with newsroom.store.writing() as session:
        article = session.scalars(select(Article)).one()
        assert article.published_at is not None
        article.published_at = article.published_at.replace(hour=15, minute=30)
    newsroom.read()
    (asked,) = newsroom.asked
    assert (asked.published, asked.home_region, asked.source, asked.url) == (day, "32.75", "kabarcontoh", url_of(1))


def test_only_new_and_changed_articles_are_read(newsroom: Newsroom) -> None:
    newsroom.tell(1, CEREMONY)
    newsroom.tell(2)
    assert newsroom.read().articles == 2
    assert newsroom.read().articles == 0
    newsroom.tell(2, text="Diralat.")
    assert newsroom.read().articles == 1
    assert newsroom.read(again=True).articles == 2


def test_a_better_extractor_reads_the_whole_store_again(newsroom: Newsroom, monkeypatch: pytest.MonkeyPatch) -> None:
    newsroom.tell(1, CEREMONY)
    newsroom.read()
    monkeypatch.setattr("db.reading.extractor_version", lambda: "9.9.9+better")
    assert newsroom.read().articles == 1
    assert [mention.extractor for mention in mentions(newsroom.store)] == ["9.9.9+better"]


def test_a_failure_in_one_article_is_kept_and_told_and_stops_nothing(newsroom: Newsroom) -> None:
    for number in range(1, 4):
        newsroom.tell(number, event(date=f"2026-02-0{number}"))
    newsroom.fail(2, ZeroDivisionError("division by zero"))
    summary = newsroom.read()
    assert (summary.articles, summary.mentions, summary.events) == (3, 2, 2)
    assert [(failure.url, failure.cause) for failure in summary.failures] == [
        (url_of(2), "ZeroDivisionError: division by zero")
    ]
    with newsroom.store.reading() as session:
        broken = session.scalars(select(Article).where(Article.url == url_of(2))).one()
    assert broken.read_error == "ZeroDivisionError: division by zero"
    newsroom.correct(2, event(date="2026-02-02"))
    assert newsroom.read(again=True).events == 3
    with newsroom.store.reading() as session:
        assert session.scalars(select(Article.read_error)).all() == [None, None, None]


def test_what_was_read_before_a_failure_stays(newsroom: Newsroom) -> None:
    newsroom.tell(1, CEREMONY)
    newsroom.read()
    newsroom.fail(1, RuntimeError("worse"))
    assert newsroom.read(again=True).events == 1


def test_a_region_that_there_is_not_is_a_failure_of_that_article(newsroom: Newsroom) -> None:
    newsroom.tell(1, event(region="99.99"))
    newsroom.tell(2, CEREMONY)
    summary = newsroom.read()
    assert summary.events == 1
    assert "region code that Kemendagri has not: '99.99'" in summary.failures[0].cause


def test_an_interrupted_reading_keeps_what_it_has_read_and_goes_on_from_there(
    newsroom: Newsroom, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("db.reading._BATCH", 2)
    for number in range(1, 6):
        newsroom.tell(number, event(date=f"2026-02-0{number}"))

    def interrupt(done: int, total: int) -> None:
        if done == 4:
            raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        read_new_articles(newsroom.store, read=lambda article: newsroom.tells[article.id], progress=interrupt)
    assert newsroom.read().articles == 1
    assert len(mentions(newsroom.store)) == 5


def test_progress_is_told_from_none_to_all(newsroom: Newsroom) -> None:
    newsroom.tell(1)
    newsroom.tell(2)
    steps: list[tuple[int, int]] = []
    read_new_articles(newsroom.store, read=lambda _: (), progress=lambda done, total: steps.append((done, total)))
    assert steps == [(0, 2), (2, 2)]


def test_an_article_that_changes_while_it_is_read_is_read_again(newsroom: Newsroom) -> None:
    newsroom.tell(1, CEREMONY)
    changed = False

    def read(article: object) -> tuple[StoredEvent, ...]:
        nonlocal changed
        if not changed:
            changed = True
            newsroom.tell(1, CEREMONY, text="Diralat.")
        return (CEREMONY,)

    assert read_new_articles(newsroom.store, read=read).events == 0
    assert newsroom.read().events == 1


def test_reading_the_same_again_changes_no_row(newsroom: Newsroom) -> None:
    newsroom.tell(1, CEREMONY, event(status="planned", headcount=8))
    newsroom.read()
    before = [(one.id, one.event_id, one.position) for one in mentions(newsroom.store)]
    newsroom.read(again=True)
    assert [(one.id, one.event_id, one.position) for one in mentions(newsroom.store)] == before


def test_events_told_in_another_order_keep_their_rows(newsroom: Newsroom) -> None:
    plan = event(status="planned", headcount=8)
    newsroom.tell(1, CEREMONY, plan)
    newsroom.read()
    before = {one.status: one.event_id for one in mentions(newsroom.store)}
    newsroom.correct(1, replace(plan, headcount=9), CEREMONY)
    newsroom.read(again=True)
    after = mentions(newsroom.store)
    assert {one.status: one.event_id for one in after} == before
    assert [one.headcount for one in after] == [9, 61]


def test_two_readings_at_once_make_each_event_once(newsroom: Newsroom, store_url: str) -> None:
    for number in range(120):
        newsroom.tell(number, event(date=f"2026-02-{number % 28 + 1:02}", headcount=61))

    def read() -> ReadingSummary:
        with open_store(store_url) as store:
            return read_new_articles(store, again=True, read=lambda article: newsroom.tells[article.id])

    with ThreadPoolExecutor(2) as pool:
        summaries = [reading.result() for reading in [pool.submit(read), pool.submit(read)]]
    assert all(summary.failures == () for summary in summaries)
    assert sum(summary.new_events for summary in summaries) == 28
    assert len(mentions(newsroom.store)) == 120
    assert count_events(newsroom.store) == 28
