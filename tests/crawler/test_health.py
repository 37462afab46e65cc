"""Judging a portal by what a crawl saw and by its past: which finding, how bad, and what is no finding."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime, timedelta
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from crawler.causes import Cause, FailureKind
from crawler.expectations import rhythm_of
from crawler.health import Health, as_json, from_json, judge, silence_severity
from crawler.observation import Detour, Pages, RunObservation
from crawler.observation import as_json as seen_as_json
from db.portal_history import PortalHistory, Share

NOON = datetime(2026, 2, 6, 5, tzinfo=UTC)
DAY = timedelta(days=1)
GRADES = {None: 0, "warning": 1, "failure": 2}


def past(
    *, every: timedelta = DAY, count: int = 90, ended: timedelta = timedelta(hours=3), **values: Any
) -> PortalHistory:
    """Return the past of a portal whose newest article is `ended` old at noon, each other `every` before the next."""
    history = PortalHistory(
        published=tuple(NOON - ended - number * every for number in reversed(range(count))),
        fill={"title": Share(90, 90), "published": Share(90, 90), "author": Share(60, 90), "section": Share(0, 90)},
        events=Share(27, 90),
        events_lately=Share(0, 0),
        ways={"REST API": 20},
        successes=20,
        last_success=NOON - DAY,
        started=tuple(NOON - number * DAY for number in range(20)),
        articles_before=None,
        listing_before=None,
    )
    return replace(history, **values)


def seen(**values: Any) -> RunObservation:
    """Return what a crawl sees of a portal that is well: the newest article, listed and fetched."""
    well: dict[str, Any] = {"way": "REST API", "listed": 3, "newest_listed": NOON - timedelta(hours=3), "fetched": 3}
    filled = {"title": 3, "published": 3, "text": 3, "author": 2}
    return RunObservation(**well | {"filled": filled} | values)


def found(health: Health) -> list[tuple[str, str]]:
    return [(one.kind, one.severity) for one in health.findings]


def test_a_portal_that_goes_on_as_before_is_well() -> None:
    health = judge(seen(), past(), NOON)
    assert (health.state, found(health), health.cause) == ("healthy", [], None)
    assert (health.expected_a_week, health.last_week) == (7.0, 7)


@pytest.mark.parametrize(
    ("kind", "finding"),
    [
        ("blocked", "blocked"),
        ("unreachable", "unreachable"),
        ("robots", "robots"),
        ("elsewhere", "moved"),
        ("unreadable", "redesign"),
        ("empty", "empty"),
        ("incomplete", "incomplete"),
        ("other", "failed"),
    ],
)
def test_a_crawl_that_failed_is_told_by_its_kind_alone(kind: FailureKind, finding: str) -> None:
    silent = past(ended=60 * DAY)
    health = judge(seen(failure_kind=kind, failure="x answers 403", newest_listed=None), silent, NOON)
    assert (health.state, found(health), health.cause) == ("failing", [(finding, "failure")], "x answers 403")


@pytest.mark.parametrize(
    ("every", "count", "days", "severity"),
    [
        (DAY, 90, 4, None),
        (DAY, 90, 5, "warning"),
        (DAY, 90, 8, "failure"),
        (DAY / 20, 2000, 1, None),  # twenty a day rest over a holiday too
        (DAY / 20, 2000, 4, "failure"),
        (15 * DAY, 48, 8, None),  # two a month
        (15 * DAY, 48, 30, None),
        (15 * DAY, 48, 120, "failure"),
        (60 * DAY, 12, 90, None),
    ],
)
def test_a_silence_is_held_against_the_portals_own_rhythm(
    every: timedelta, count: int, days: int, severity: str | None
) -> None:
    silent = past(every=every, count=count, ended=days * DAY)
    health = judge(seen(newest_listed=silent.published[-1]), silent, NOON)
    assert found(health) == ([("silent", severity)] if severity else [])


def test_a_site_that_rests_on_weekends_and_once_on_a_holiday_is_well_on_monday() -> None:
    working = [NOON - day * DAY + hour * timedelta(minutes=20) for day in range(180) for hour in range(9)]
    published = sorted(one for one in working if one.weekday() < 5 and not 60 < (NOON - one).days < 70)
    friday = max(one for one in published if one.weekday() == 4 and one < NOON - 3 * DAY)
    published = [one for one in published if one <= friday]
    monday = friday + timedelta(days=3, hours=4)
    health = judge(seen(newest_listed=friday), past(published=tuple(published)), monday)
    assert health.state == "healthy"
    assert found(judge(seen(newest_listed=friday), past(published=tuple(published)), friday + 9 * DAY))


@pytest.mark.parametrize("values", [{"successes": 0}, {"count": 7}, {"every": DAY / 4}])
def test_without_enough_of_a_past_only_hard_failures_count(values: dict[str, Any]) -> None:
    young = past(**{"count": 60, "ended": 60 * DAY} | values)
    assert judge(seen(newest_listed=young.published[-1]), young, NOON).state == "unknown"
    assert judge(seen(failure_kind="blocked", failure="x answers 403"), young, NOON).state == "failing"


def test_a_listing_that_went_back_in_time_is_told_at_once() -> None:
    health = judge(seen(newest_listed=NOON - 40 * DAY), past(), NOON)
    assert found(health) == [("old", "failure")]
    assert "the newest article listed is of 2025-12-28; 40 stored ones are newer" in (health.cause or "")


def test_a_newest_article_that_was_taken_down_is_no_going_back() -> None:
    assert found(judge(seen(newest_listed=NOON - 2 * DAY), past(), NOON)) == []


@pytest.mark.parametrize("values", [{"unchanged": 1}, {"undated": 4}, {"looks_at_today": False}])
def test_a_listing_whose_newest_end_was_not_seen_does_not_go_back(values: dict[str, Any]) -> None:
    assert found(judge(seen(newest_listed=NOON - 40 * DAY, **values), past(), NOON)) == []


def test_a_listing_that_has_not_changed_lists_what_it_did() -> None:
    old, fresh = (seen_as_json(seen(newest_listed=moment)) for moment in (NOON - 40 * DAY, NOON - 8 * DAY))
    same = seen(newest_listed=None, listed=0, unchanged=1)
    assert found(judge(same, past(listing_before=old), NOON)) == [("old", "failure")]
    assert found(judge(same, past(ended=8 * DAY, listing_before=fresh), NOON)) == [("silent", "failure")]
    assert found(judge(same, past(listing_before=fresh), NOON)) == [("old", "failure")]


def test_what_is_listed_and_never_stored_is_no_silence() -> None:
    dry = past(ended=30 * DAY)
    assert found(judge(seen(newest_listed=NOON - DAY), dry, NOON)) == [("unstored", "warning")]
    undated = seen(newest_listed=None, new=9, undated=12)
    assert found(judge(undated, dry, NOON)) == [("unstored", "warning")]


def test_a_usual_way_in_that_closed_is_a_warning_and_one_that_never_was_open_is_none() -> None:
    by_sitemap = seen(way="sitemap", detours=[Detour("REST API", "blocked", "x answers 401")])
    health = judge(by_sitemap, past(), NOON)
    assert found(health) == [("way_closed", "warning")]
    assert health.cause == "no REST API any more (x answers 401); articles come by the sitemap"
    assert found(judge(by_sitemap, past(ways={"sitemap": 20}), NOON)) == []


@pytest.mark.parametrize(
    ("pages", "findings"),
    [
        (Pages(read=20, empty=1), []),
        (Pages(read=1, empty=1), []),
        (Pages(read=0, empty=2), [("redesign", "failure")]),
        (Pages(read=2, empty=10), [("redesign", "failure")]),
        (Pages(read=7, empty=3), [("redesign", "warning")]),
        (Pages(read=1, failed={"blocked": 8}), [("blocked", "failure")]),
        (Pages(read=1, failed={"unreachable": 8, "damaged": 1}), [("unreachable", "failure")]),
    ],
)
def test_pages_that_bring_no_article(pages: Pages, findings: list[tuple[str, str]]) -> None:
    assert found(judge(seen(pages=pages), past(), NOON)) == findings


def test_a_crawl_with_nothing_new_does_not_make_a_redesigned_portal_well() -> None:
    before = seen(pages=Pages(empty=9, first_kind="unreadable", first_cause="/1/ has no article text"))
    nothing = seen(fetched=0, filled={})
    assert found(judge(nothing, past(articles_before=seen_as_json(before)), NOON)) == [("redesign", "failure")]
    assert found(judge(seen(pages=Pages(read=9)), past(articles_before=seen_as_json(before)), NOON)) == []


@pytest.mark.parametrize(
    ("filled", "fetched", "findings"),
    [
        ({"title": 9, "author": 6}, 9, [("redesign", "failure")]),  # no time of publication
        ({"title": 2}, 2, [("fields", "warning")]),  # two articles are not enough for more
        ({"title": 20, "published": 20}, 20, [("fields", "warning")]),  # no author
        ({"title": 3, "published": 3}, 3, []),  # no author in three, where a third never had one
    ],
)
def test_fields_that_are_lost_against_their_own_level(
    filled: dict[str, int], fetched: int, findings: list[tuple[str, str]]
) -> None:
    assert found(judge(seen(filled=filled, fetched=fetched), past(), NOON)) == findings


@pytest.mark.parametrize(("lately", "findings"), [(0, [("events", "warning")]), (2, [("events", "warning")]), (12, [])])
def test_a_share_with_events_that_collapses_is_told(lately: int, findings: list[tuple[str, str]]) -> None:
    assert found(judge(seen(), past(events=Share(80, 200), events_lately=Share(lately, 40)), NOON)) == findings
    assert found(judge(seen(), past(events=Share(80, 200), events_lately=Share(0, 5)), NOON)) == []


def test_the_worst_finding_comes_first() -> None:
    ill = seen(detours=[Detour("REST API", "blocked", "x")], way="feed", filled={"title": 9, "author": 6}, fetched=9)
    assert found(judge(ill, past(), NOON)) == [("redesign", "failure"), ("way_closed", "warning")]


def test_a_portal_is_due_after_three_of_its_usual_pauses() -> None:
    hourly = past(started=tuple(NOON - number * timedelta(hours=1) for number in range(9)))
    weekly = past(started=tuple(NOON - number * 7 * DAY for number in range(9)))
    pauses = [judge(seen(), one, NOON).longest_pause for one in (hourly, weekly, past(started=(NOON,)))]
    assert pauses == [timedelta(hours=36), 21 * DAY, 14 * DAY]


def test_a_health_is_kept_and_had_again() -> None:
    for health in (judge(seen(), past(), NOON), judge(seen(newest_listed=NOON - 40 * DAY), past(), NOON)):
        assert from_json(as_json(health)) == health


days = st.integers(1, 24 * 60).map(lambda hours: timedelta(hours=hours))


@given(st.lists(days, min_size=10, max_size=60), st.integers(0, 3000), st.integers(0, 3000))
def test_a_longer_silence_is_never_better(pauses: list[timedelta], hours: int, more: int) -> None:
    moments = [NOON]
    for pause in pauses:
        moments.append(moments[-1] - pause)
    rhythm = rhythm_of(moments)
    assert rhythm is not None
    short, long = (silence_severity(rhythm, timedelta(hours=one)) for one in (hours, hours + more))
    assert GRADES[short] <= GRADES[long]


@given(st.lists(days, min_size=10, max_size=60), st.integers(0, 47))
def test_who_has_just_published_is_never_silent(pauses: list[timedelta], hours: int) -> None:
    moments = [NOON - timedelta(hours=hours)]
    for pause in pauses:
        moments.append(moments[-1] - pause)
    health = judge(seen(newest_listed=moments[0]), past(published=tuple(sorted(moments))), NOON)
    assert not {"silent", "old", "unstored"} & {one.kind for one in health.findings}


def test_a_lost_page_is_counted_by_its_kind() -> None:
    observed = seen()
    for _ in range(3):
        observed.lose_page(Cause("/1/ answers 403", "blocked"))
    health = judge(observed, past(), NOON)
    assert found(health) == [("blocked", "failure")]
    assert health.cause == "3 of 3 pages of articles bring none; /1/ answers 403"
