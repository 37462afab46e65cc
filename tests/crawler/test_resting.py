from __future__ import annotations

from datetime import timedelta

import pytest

from crawler.resting import rest_after


@pytest.mark.parametrize(
    ("failures", "hours"),
    [(0, None), (2, None), (3, 1), (4, 2), (5, 4), (7, 16), (8, 24), (9, 24), (10_000, 24)],
)
def test_a_site_is_rested_longer_and_longer(failures: int, hours: int | None) -> None:
    assert rest_after(failures) == (None if hours is None else timedelta(hours=hours))
