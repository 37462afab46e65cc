"""Puts right a date that was mistyped: the weekday printed with it tells which day was meant."""

from __future__ import annotations

from datetime import date, timedelta
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Sequence

    from extract.date_mentions import DateMention

NEAR = timedelta(days=62)
_SOON = timedelta(days=21)
"""How long before and after publication a report's own date is still plausible."""


def day_of(year: int, month: int | None, day: int | None) -> date | None:
    """Return the calendar day, None where there is none (31 February)."""
    if month is None or day is None:
        return None
    try:
        return date(year, month, day)
    except ValueError:
        return None


def repair(mention: DateMention, day: date, near: Sequence[date]) -> date | None:
    """Return the day meant by a mistyped date: in another year, else one digit away, agreeing with weekday and text."""
    if not near:
        return None

    def distance(candidate: date) -> timedelta:
        return min(abs(candidate - other) for other in near)

    def plausible(candidate: date) -> bool:
        return any(-_SOON <= other - candidate <= NEAR for other in near)

    years = [day_of(day.year + shift, day.month, day.day) for shift in range(-20, 21)]
    digits = _one_digit_off(day)
    for candidates in (years, digits):
        fitting = [
            candidate
            for candidate in candidates
            if candidate is not None and candidate.weekday() == mention.weekday and plausible(candidate)
        ]
        if fitting:
            return min(fitting, key=lambda candidate: (distance(candidate), candidate))
    return None


def repair_impossible(mention: DateMention, year: int, reference: date | None) -> date | None:
    """Return the one day that an impossible date (month 67, 31 June) may mean: a digit away and on the told weekday."""
    if mention.weekday is None or mention.month is None or mention.day is None:
        return None
    months = [mention.month, *_number_variants(mention.month, 12)] if mention.month > 12 else [mention.month]
    days = _number_variants(mention.day, 31) if mention.month <= 12 else [mention.day]
    candidates = {
        candidate
        for month in months
        for day in days
        if (candidate := day_of(year, month, day)) is not None and candidate.weekday() == mention.weekday
    }
    if reference is not None:
        candidates = {candidate for candidate in candidates if abs(candidate - reference) <= NEAR}
    return candidates.pop() if len(candidates) == 1 else None


def _one_digit_off(day: date) -> list[date | None]:
    months = _number_variants(day.month, 12)
    days = _number_variants(day.day, 31)
    return [day_of(day.year, month, day.day) for month in months] + [
        day_of(day.year, day.month, other) for other in days
    ]


def _number_variants(number: int, most: int) -> list[int]:
    """Return the numbers one digit away from `number`: one digit replaced, dropped or added."""
    digits = str(number)
    found = set()
    for place in range(len(digits)):
        found.add(digits[:place] + digits[place + 1 :])
        found.update(digits[:place] + digit + digits[place + 1 :] for digit in "0123456789")
    for place in range(len(digits) + 1):
        found.update(digits[:place] + digit + digits[place:] for digit in "0123456789")
    return sorted({int(variant) for variant in found if variant} - {number} & set(range(1, most + 1)))
