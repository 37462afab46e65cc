from __future__ import annotations

from datetime import UTC, datetime, timedelta
from email.utils import format_datetime

import pytest
from scrapy.http import Response

from crawler.politeness import asked_pause


def answer(status: int, retry_after: str | None) -> Response:
    headers = {} if retry_after is None else {"Retry-After": retry_after}
    return Response("https://kabarsatu.test/", status=status, headers=headers)


@pytest.mark.parametrize(
    ("status", "retry_after", "pause"),
    [
        (429, "30", 30.0),
        (503, " 0 ", 0.0),
        (503, "99999999999999", 999999999.0),
        (503, None, None),
        (503, "nanti", None),
        (503, "-5", None),
        (503, "²", None),
        (503, "1 Jan 99999999999999999999 00:00:00", None),
        (200, "30", None),
        (503, "Fri, 17 May 2024 08:30:00 GMT", 0.0),
    ],
)
def test_pause_that_a_site_asks_for(status: int, retry_after: str | None, pause: float | None) -> None:
    assert asked_pause(answer(status, retry_after)) == pause


def test_pause_until_a_moment() -> None:
    pause = asked_pause(answer(429, format_datetime(datetime.now(UTC) + timedelta(seconds=90), usegmt=True)))
    assert pause is not None
    assert 88 < pause <= 90
