"""Windows of days in which a long past is walked."""

from __future__ import annotations

from datetime import date, timedelta


def windows(first: date, last: date) -> list[tuple[date, date]]:
    """Return the months from `first` to `last`, newest first, cut to these days; first and last day are included."""
    found: list[tuple[date, date]] = []
    end = last
    while end >= first:
        start = max(first, end.replace(day=1))
        found.append((start, end))
        end = start - timedelta(days=1)
    return found
