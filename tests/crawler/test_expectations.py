"""What a portal's past lets one expect: fixed cases by hand, and laws that hold for any past."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta
from math import comb

import pytest
from hypothesis import given
from hypothesis import strategies as st

from crawler.expectations import Rhythm, chance_of_so_few, rhythm_of

NOON = datetime(2026, 2, 6, 5, tzinfo=UTC)
DAY = timedelta(days=1)


def every(pause: timedelta, count: int) -> list[datetime]:
    """Return moments so far apart, the last at noon."""
    return [NOON - number * pause for number in range(count)]


def rhythm(moments: list[datetime]) -> Rhythm:
    found = rhythm_of(moments)
    assert found is not None
    return found


def test_a_daily_portal_brings_seven_a_week() -> None:
    daily = rhythm(every(DAY, 71))
    assert (daily.a_week, daily.weekly, daily.usual_gap, daily.spread) == (7.0, (7,) * 10, DAY, 1.0)
    assert round(daily.a_year) == 370  # 71 in 70 days


def test_one_that_publishes_less_than_weekly_has_its_mean() -> None:
    assert rhythm(every(14 * DAY, 27)).a_week == pytest.approx(27 / 52)


def test_one_article_makes_no_rhythm() -> None:
    assert rhythm_of([NOON]) is rhythm_of([]) is rhythm_of([NOON, NOON]) is None


def test_one_long_holiday_is_no_habit_and_two_are() -> None:
    week = [NOON - number * DAY for number in (0, 1, 2, 14, 15, 16)]
    assert rhythm(week).usual_gap == DAY
    assert rhythm([*week, NOON - 30 * DAY]).usual_gap == 12 * DAY


def test_silences_of_a_week_are_rare_for_a_daily_portal_and_common_for_one_that_is_not() -> None:
    assert rhythm(every(DAY, 182)).chance_of_silence(7 * DAY) == pytest.approx(0.001, rel=0.3)  # e^-7
    assert rhythm(every(14 * DAY, 52)).chance_of_silence(7 * DAY) == pytest.approx(0.6, rel=0.1)  # e^-0.5


def test_uneven_weeks_make_silences_likelier() -> None:
    bursts = [NOON - week * 7 * DAY - hour * timedelta(hours=1) for week in range(0, 26, 2) for hour in range(14)]
    even = every(DAY, 182)
    assert len(bursts) == len(even)
    assert rhythm(bursts).chance_of_silence(7 * DAY) > 10 * rhythm(even).chance_of_silence(7 * DAY)


pauses = st.lists(st.integers(1, 60 * 24 * 20).map(lambda minutes: timedelta(minutes=minutes)), min_size=8, max_size=80)


def after(pauses: list[timedelta]) -> list[datetime]:
    moments = [NOON]
    for pause in pauses:
        moments.append(moments[-1] + pause)
    return moments


@given(pauses, st.integers(0, 400), st.integers(0, 400))
def test_a_longer_silence_is_never_likelier(pauses: list[timedelta], days: int, more: int) -> None:
    found = rhythm(after(pauses))
    assert 0 <= found.chance_of_silence((days + more) * DAY) <= found.chance_of_silence(days * DAY) <= 1


@given(st.integers(2, 500), st.integers(1, 100), st.integers(1, 60))
def test_more_articles_never_make_a_silence_likelier(count: int, more: int, days: int) -> None:
    span = 182 * DAY
    fewer, many = (rhythm(every(span / (number - 1), number)) for number in (count, count + more))
    assert many.chance_of_silence(days * DAY) <= fewer.chance_of_silence(days * DAY) * (1 + 1e-9)


@given(pauses)
def test_a_rhythm_does_not_depend_on_the_order(pauses: list[timedelta]) -> None:
    moments = after(pauses)
    assert rhythm_of(moments) == rhythm_of(list(reversed(moments)))


def test_a_share_is_held_against_the_tail_of_the_binomial_distribution() -> None:
    share = 90.5 / 101
    by_hand = sum(comb(10, found) * share**found * (1 - share) ** (10 - found) for found in range(6))
    assert chance_of_so_few(5, 10, 90, 100) == pytest.approx(by_hand)
    assert chance_of_so_few(5, 10, 0, 0) == chance_of_so_few(0, 0, 90, 100) == 1.0


@given(st.integers(1, 300), st.data())
def test_finding_more_is_never_less_likely_to_be_so_few(of: int, data: st.DataObject) -> None:
    found = data.draw(st.integers(0, of - 1))
    usual = data.draw(st.integers(0, 100))
    fewer, more = (chance_of_so_few(one, of, usual, 100) for one in (found, found + 1))
    assert 0 <= fewer <= more <= 1
    assert chance_of_so_few(of, of, usual, 100) == pytest.approx(1)
