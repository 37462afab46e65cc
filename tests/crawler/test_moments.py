from __future__ import annotations

from datetime import datetime
from zoneinfo import ZoneInfo

import pytest

from crawler.html_tree import parse_html
from crawler.moments import moment_of, shown_beside, shown_moment

WITA = ZoneInfo("Asia/Makassar")


@pytest.mark.parametrize(
    ("line", "moment"),
    [
        ("Rabu, 6 Maret 2024 | 10:05 WIB", "2024-03-06T10:05+07:00"),
        ("Rabu, 6 Maret 2024 - 10.05 wib", "2024-03-06T10:05+07:00"),
        ("Jum'at, 01 Nopember 2024 pukul 21.40 WIT", "2024-11-01T21:40+09:00"),
        ("Senin , 17 February 2017, 13:16 WITA", "2017-02-17T13:16+08:00"),
        ("Diterbitkan 06/03/2024 10:05", "2024-03-06T10:05+08:00"),
        ("6-3-2024, 10:05:59 WIB | Dibaca 12 kali", "2024-03-06T10:05+07:00"),
        ("on 16 Feb 2024 at 09:10 WIB", "2024-02-16T09:10+07:00"),
        ("March 6, 2024 9:05 pm", "2024-03-06T21:05+08:00"),
        ("6 Agustus 2024", "2024-08-06T00:00+08:00"),
    ],
)
def test_moment_as_pages_show_it(line: str, moment: str) -> None:
    shown = shown_moment(line, WITA)
    assert shown is not None
    assert shown.moment == datetime.fromisoformat(moment)
    assert shown.precision == ("second" if ":05" in line or "." in line or ":" in line else "day")


@pytest.mark.parametrize(
    "line",
    [
        "31 Februari 2024 10:05 WIB",
        "6 Meja 2024",
        "SK Nomor 821/12/2024-BKD",
        "2024",
        "Ia dilantik pada 6 Maret 2024 di pendopo bersama dua puluh pejabat yang lain",
    ],
)
def test_line_that_shows_no_moment(line: str) -> None:
    assert shown_moment(line, WITA) is None


def test_clock_may_stand_in_an_element_of_its_own() -> None:
    page = parse_html("<h1>Camat Dilantik</h1><span>6 Maret 2024</span> <span>10.05 WITA</span>")
    shown = shown_beside(page, "Camat Dilantik", WITA)
    assert shown is not None
    assert shown.moment == datetime(2024, 3, 6, 10, 5, tzinfo=WITA)


def test_nearest_moment_to_the_headline_counts() -> None:
    others = "".join(f"<p>Kabar {number}</p>" for number in range(9))
    page = parse_html(f"<p>Kamis, 7 Maret 2024</p>{others}<h1>Camat Dilantik</h1><p>Rabu, 6 Maret 2024</p>")
    shown = shown_beside(page, "Camat Dilantik", WITA)
    assert shown is not None
    assert shown.moment == datetime(2024, 3, 6, tzinfo=WITA)
    assert shown_beside(page, "Lurah Dilantik", WITA) is None


def test_space_before_the_time_of_day_is_forgiven() -> None:
    assert moment_of("2024-03-06 T10:05:00+0800", WITA) == (datetime(2024, 3, 6, 10, 5, tzinfo=WITA), "second")
