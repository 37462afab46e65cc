from __future__ import annotations

from datetime import UTC, datetime, timedelta

import pytest
from pydantic import ValidationError

from crawler.causes import Cause
from crawler.observation import Detour, RunObservation, answers_of, as_json, from_json
from db.articles import ArticleRecord

NOON = datetime(2026, 2, 6, 5, tzinfo=UTC)


def article(**values: object) -> ArticleRecord:
    told = {"title": "Bupati Lantik 12 Pejabat", "text": "Bupati melantik.", "published": NOON} | values
    return ArticleRecord(portal="kabar", url="https://kabar.test/1/", fetched_at=NOON, **told)  # type: ignore[arg-type]


def test_pages_are_counted_by_what_became_of_them() -> None:
    seen = RunObservation()
    seen.take_page(article(author="Sari Utami"))
    seen.take(article(published=None))
    seen.lose_page(Cause("/2/ has no article text", "unreadable"))
    seen.lose_page(Cause("/3/ answers 403", "blocked"))
    assert (seen.pages.read, seen.pages.empty, seen.pages.failed, seen.pages.asked) == (1, 1, {"blocked": 1}, 3)
    assert (seen.pages.first_kind, seen.pages.first_cause) == ("unreadable", "/2/ has no article text")
    assert seen.fetched == 2
    assert seen.filled == {"title": 2, "published": 1, "text": 2, "author": 1, "section": 0}


def test_an_article_of_the_future_makes_no_listing_new() -> None:
    seen = RunObservation()
    for moment in (NOON - timedelta(days=1), NOON, datetime.now(UTC) + timedelta(days=1), None):
        seen.see(moment)
    assert seen.newest_listed == NOON


def test_an_observation_is_kept_and_had_again() -> None:
    seen = RunObservation(way="sitemap", detours=[Detour("REST API", "blocked", "answers 401")], newest_listed=NOON)
    seen.lose_page(Cause("/3/ answers 403", "blocked"))
    assert from_json(as_json(seen)) == seen
    with pytest.raises(ValidationError):
        from_json({"way": 3})


def test_answers_are_those_that_scrapy_counted() -> None:
    stats = {
        "downloader/response_status_count/200": 3,
        "downloader/exception_type_count/twisted.internet.error.TimeoutError": 2,
        "downloader/request_count": 5,
        "start_time": NOON,
    }
    assert answers_of(stats) == {"200": 3, "TimeoutError": 2}
