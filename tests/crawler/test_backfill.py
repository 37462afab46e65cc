"""A stretch of a portal's past walked month by month: what is asked for, closed and told."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import UTC, datetime

import pytest
from crawling import Outcome, Workshop
from fake_portals import NewsSite
from fake_wordpress import running
from platform_sites import by_rest

from db.listings import Window
from db.portal_frontier import PortalFrontier
from db.store import open_store

SPRING = {"since": "2024-03-10", "until": "2024-05-20"}
DAYS = ((3, 9), (3, 10), (4, 1), (4, 9), (4, 30), (5, 19), (5, 20), (5, 21))
PAST = {
    number: datetime(2024, month, day, 3, tzinfo=UTC)
    for number, (month, day) in enumerate(
        [(3, 9), (3, 10), (4, 1), (4, 9), (4, 30), (5, 19), (5, 20), (5, 21)], start=1
    )
}


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
