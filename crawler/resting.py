"""When a site that keeps failing is left in peace, and for how long."""

from __future__ import annotations

from datetime import timedelta

PATIENCE = 3
"""Crawls of a portal that may fail one after the other before it is rested."""

FIRST_REST, LONGEST_REST = timedelta(hours=1), timedelta(days=1)


def rest_after(failures: int) -> timedelta | None:
    """Return how long a site is rested after so many failed crawls in a row: twice as long each time, up to a day."""
    if failures < PATIENCE:
        return None
    doublings = min(failures - PATIENCE, 16)
    return min(FIRST_REST * (1 << doublings), LONGEST_REST)
