"""How far listings were read, and which stretches of the past are closed."""

from __future__ import annotations

from datetime import UTC, date, datetime, timedelta

import pytest
from desk import HOUR, NOON, PORTAL, Desk, address, listed, record

from db.answers import Fetched
from db.listings import ListingState, Window
from db.portal_frontier import PortalFrontier

FEED = "https://kabarcontoh.example/feed/"
JANUARY = Window(date(2026, 1, 1), date(2026, 1, 31), 40, 38)
FEBRUARY = Window(date(2026, 2, 1), date(2026, 2, 28), None, 12)


@pytest.fixture
def portal(desk: Desk) -> PortalFrontier:
    return PortalFrontier(desk.store, PORTAL)


def test_a_listing_is_remembered_as_it_was_read_last(portal: PortalFrontier) -> None:
    assert portal.listing(FEED) == ListingState()
    portal.note_listing(FEED, ListingState(etag='"1"', newest=NOON))
    later = ListingState(last_modified="Fri, 06 Feb 2026 05:00:00 GMT", newest=NOON + HOUR)
    portal.note_listing(FEED, later)
    assert portal.listing(FEED) == later
    assert portal.listing(FEED + "?paged=2") == ListingState()


def test_a_moment_to_come_is_not_taken_for_known(portal: PortalFrontier) -> None:
    portal.note_listing(FEED, ListingState(newest=datetime.now(UTC) + 900 * HOUR))
    newest = portal.listing(FEED).newest
    assert newest is not None
    assert newest <= datetime.now(UTC)


def test_listings_that_were_read_are_known(portal: PortalFrontier) -> None:
    portal.note_listing(FEED, ListingState())
    assert portal.known_listings([FEED, f"{FEED}2"]) == {FEED}
    assert portal.known_listings([]) == set()


def test_closed_windows_are_found_within_days(portal: PortalFrontier) -> None:
    portal.close_window(FEBRUARY)
    portal.close_window(JANUARY)
    assert portal.closed_windows(date(2026, 1, 1), date(2026, 2, 28)) == [JANUARY, FEBRUARY]
    assert portal.closed_windows(date(2026, 1, 2), date(2026, 2, 28)) == [FEBRUARY]


def test_a_window_closed_again_takes_the_new_counts(portal: PortalFrontier) -> None:
    portal.close_window(JANUARY)
    full = Window(JANUARY.first_day, JANUARY.last_day, 40, 40)
    portal.close_window(full)
    assert portal.closed_windows(JANUARY.first_day, JANUARY.last_day) == [full]


def test_articles_of_a_time_are_counted_without_those_that_are_gone(desk: Desk, portal: PortalFrontier) -> None:
    desk.settle(*(Fetched(record=record(number)) for number in range(5)))
    assert portal.stored_between(NOON - 3 * HOUR, NOON) == 3  # the end is not included
    desk.enter(listed(2), again=True)
    desk.lose(now=NOON)
    assert portal.stored_between(NOON - 3 * HOUR, NOON) == 2


def test_stored_articles_that_a_listing_does_not_name_are_found(desk: Desk, portal: PortalFrontier) -> None:
    desk.settle(*(Fetched(record=record(number)) for number in range(5)))
    named = {address(1), address(9)}
    assert sorted(portal.unlisted_between(NOON - 3 * HOUR, NOON, named)) == [address(2), address(3)]


def test_a_portal_that_fails_again_and_again_is_rested(desk: Desk) -> None:
    portal = PortalFrontier(desk.store, PORTAL)

    def rest(failures: int) -> timedelta | None:
        return HOUR if failures >= 2 else None

    portal.note_crawl(failed=True, rest=rest)
    assert portal.resting_until() is None
    portal.note_crawl(failed=True, rest=rest)
    assert portal.resting_until() is not None
    portal.note_crawl(failed=False, rest=rest)
    assert portal.resting_until() is None
    portal.note_crawl(failed=True, rest=rest)
    assert portal.resting_until() is None
