from __future__ import annotations

from datetime import date

import pytest

from db.days import day_range, days_apart


@pytest.mark.parametrize(
    ("written", "first", "last"),
    [
        ("2026-02-06", date(2026, 2, 6), date(2026, 2, 6)),
        ("2024-02", date(2024, 2, 1), date(2024, 2, 29)),
        ("2024-12", date(2024, 12, 1), date(2024, 12, 31)),
        ("2024", date(2024, 1, 1), date(2024, 12, 31)),
    ],
)
def test_a_date_means_the_days_within_its_precision(written: str, first: date, last: date) -> None:
    assert day_range(written) == (first, last)


@pytest.mark.parametrize(
    ("written", "message"),
    [
        ("2024-02-30", "there is no day 2024-02-30"),
        ("2024-13", "there is no day 2024-13"),
        ("0000", "there is no day 0000"),
        ("03/05/2024", "'03/05/2024' is no date; write it as 2024-05-03, 2024-05 or 2024"),
        ("2024-5-3", "is no date"),
        ("", "is no date"),
    ],
)
def test_what_is_no_date_is_refused(written: str, message: str) -> None:
    with pytest.raises(ValueError, match=message):
        day_range(written)


@pytest.mark.parametrize(
    ("day", "apart"), [(date(2024, 4, 28), 3), (date(2024, 5, 1), 0), (date(2024, 5, 31), 0), (date(2024, 6, 2), 2)]
)
def test_days_apart_from_a_month(day: date, apart: int) -> None:
    assert days_apart(*day_range("2024-05"), day) == apart
