from __future__ import annotations

from datetime import date

from crawler.months import windows


def test_months_are_walked_from_the_newest_and_cut_to_the_days() -> None:
    assert windows(date(2023, 12, 20), date(2024, 2, 10)) == [
        (date(2024, 2, 1), date(2024, 2, 10)),
        (date(2024, 1, 1), date(2024, 1, 31)),
        (date(2023, 12, 20), date(2023, 12, 31)),
    ]


def test_one_day_is_one_window_and_no_day_none() -> None:
    day = date(2024, 2, 29)
    assert windows(day, day) == [(day, day)]
    assert windows(day, date(2024, 2, 28)) == []
