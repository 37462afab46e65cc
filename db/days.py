"""Dates as precisely as they are told: `2026-02-06`, `2026-02`, `2026`, and the days that each can mean."""

from __future__ import annotations

import re
from calendar import monthrange
from datetime import date

_WRITTEN = re.compile(r"(\d{4})(?:-(\d{2})(?:-(\d{2}))?)?")


def day_range(written: str) -> tuple[date, date]:
    """Return the first and the last day that a date can mean; raises ValueError for what is no such date."""
    match = _WRITTEN.fullmatch(written)
    if match is None:
        raise ValueError(f"{written!r} is no date; write it as 2024-05-03, 2024-05 or 2024")
    year, month, day = (int(part) if part else None for part in match.groups())
    try:
        first = date(year or 0, month or 1, day or 1)
    except ValueError as error:
        raise ValueError(f"there is no day {written}") from error
    if month is None:
        return first, first.replace(month=12, day=31)
    if day is None:
        return first, first.replace(day=monthrange(first.year, first.month)[1])
    return first, first


def precision_of(written: str) -> str:
    """Return how precisely a date is told: `day`, `month` or `year`."""
    return {10: "day", 7: "month", 4: "year"}[len(written)]


def days_apart(first: date, last: date, day: date) -> int:
    """Return how many days `day` lies outside first..last, 0 within."""
    return max((first - day).days, (day - last).days, 0)
