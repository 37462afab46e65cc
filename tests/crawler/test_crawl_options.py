"""What is wanted of a portal (any subject, everything again, a stretch of its past) and what that asks of its site."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import UTC, datetime
from typing import Any

import pytest
from crawling import Outcome, Workshop
from fake_portals import NewsSite
from fake_wordpress import running
from platform_sites import by_rest, one_sitemap

from db.listings import Window
from db.portal_frontier import PortalFrontier
from db.store import open_store

STATES = "SELECT state, count(*) AS n FROM frontier_url GROUP BY state ORDER BY state"
SPRING = {"since": "2024-03-10", "until": "2024-05-20"}
OTHER = frozenset({2, 4, 5})
DAYS = ((3, 9), (3, 10), (4, 1), (4, 9), (4, 30), (5, 19), (5, 20), (5, 21))
PAST = {
    number: datetime(2024, month, day, 3, tzinfo=UTC)
    for number, (month, day) in enumerate(
        [(3, 9), (3, 10), (4, 1), (4, 9), (4, 30), (5, 19), (5, 20), (5, 21)], start=1
    )
}


@dataclass
class Mixed:
    """Crawls of a site that has articles of other subjects: as usual, then with all."""

    site: NewsSite
    workshop: Workshop
    outcomes: list[Outcome]
    pages: list[list[str]]
    states: list[dict[str, Any]]


@pytest.fixture(scope="module")
def mixed(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Mixed]:
    site = NewsSite("campur", one_sitemap, platform="sitemap", posts=6, other=OTHER)
    workshop = Workshop(tmp_path_factory.mktemp("mixed"))
    told = Mixed(site, workshop, [], [], [])
    with running([site]):
        for take_all in (False, True):
            told.outcomes.append(workshop.crawl([site], take_all=take_all)["campur"])
            told.pages.append([target for target in site.targets if "2024" in target])
            told.states = told.states or workshop.rows(STATES)
        yield told


def test_articles_of_other_subjects_are_not_asked_for_and_remembered(mixed: Mixed) -> None:
    assert (mixed.outcomes[0]["added"], mixed.outcomes[0]["irrelevant"]) == (3, 3)
    assert mixed.pages[0] == [mixed.site.path(number) for number in (6, 3, 1)]
    assert mixed.states == [{"state": "fetched", "n": 3}, {"state": "irrelevant", "n": 3}]


def test_all_takes_them_and_asks_for_nothing_else(mixed: Mixed) -> None:
    assert (mixed.outcomes[1]["added"], mixed.outcomes[1]["irrelevant"]) == (3, 0)
    assert mixed.pages[1] == [mixed.site.path(number) for number in sorted(OTHER, reverse=True)]
    assert len(mixed.workshop.articles("campur")) == 6
    assert mixed.workshop.rows("SELECT DISTINCT state FROM frontier_url") == [{"state": "fetched"}]


@dataclass
class Walked:
    """Walks of one stretch of the past: as new, once more, and again after a post was taken down."""

    site: NewsSite
    workshop: Workshop
    outcomes: list[Outcome]
    asked: list[list[str]]
    windows: list[Window]


@pytest.fixture(scope="module")
def walked(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Walked]:
    """Post 4 is behind a password: it is announced and cannot be had."""
    site = NewsSite("jendela", by_rest, posts=8, other=frozenset({4}), moments=PAST)
    workshop = Workshop(tmp_path_factory.mktemp("walked"))
    told = Walked(site, workshop, [], [], [])
    with running([site]):
        for again in (False, False, True):
            told.outcomes.append(workshop.crawl([site], again=again, **SPRING)["jendela"])
            told.asked.append([target for target in site.targets if target != "/robots.txt"])
            site.gone = {3}
        with open_store(workshop.url) as store:
            first, last = (datetime.fromisoformat(day).date() for day in SPRING.values())
            told.windows = PortalFrontier(store, "jendela").closed_windows(first, last)
        yield told


def test_the_past_is_walked_month_by_month_from_the_newest(walked: Walked) -> None:
    bounds = [re.findall(r"(?:after|before)=([\d-]+)T([\d:]+)", target) for target in walked.asked[0]]
    assert bounds == [
        [("2024-04-30", "23:59:59"), ("2024-05-21", "00:00:00")],
        [("2024-03-31", "23:59:59"), ("2024-05-01", "00:00:00")],
        [("2024-03-09", "23:59:59"), ("2024-04-01", "00:00:00")],
    ]
    assert walked.outcomes[0]["failure"] is None
    titles = [article["title"] for article in walked.workshop.articles("jendela")]
    assert titles == [walked.site.title(number) for number in (2, 3, 5, 6, 7)]


def test_where_the_store_has_less_than_is_announced_is_told(walked: Walked) -> None:
    assert walked.outcomes[0]["gaps"] == ["2024-04-01 to 2024-04-30: 3 announced, 2 stored"]


def test_months_that_are_closed_are_not_asked_for_again(walked: Walked) -> None:
    assert walked.asked[1] == []
    assert walked.outcomes[1]["failure"] is None


def test_again_asks_for_closed_months_and_finds_what_was_taken_down(walked: Walked) -> None:
    assert len([target for target in walked.asked[2] if target.startswith("/wp-json/")]) == 3
    assert walked.asked[2].count(walked.site.path(3)) == 1
    assert (walked.outcomes[2]["gone"], walked.outcomes[2]["added"]) == (1, 0)
    gone = [article["title"] for article in walked.workshop.articles("jendela") if article["gone_at"]]
    assert gone == [walked.site.title(3)]


def test_closed_months_are_kept_with_their_counts(walked: Walked) -> None:
    assert [(window.first_day.isoformat(), window.announced, window.stored) for window in walked.windows] == [
        ("2024-03-10", 1, 1),
        ("2024-04-01", 2, 1),
        ("2024-05-01", 2, 2),
    ]
