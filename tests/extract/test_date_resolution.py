"""Which day an expression of time means."""

from __future__ import annotations

from datetime import date

import pytest

from extract.date_resolution import dates_of

TUESDAY = date(2024, 1, 9)


def one(text: str, published: date | None) -> tuple[str | None, tuple[str, ...]]:
    answer = dates_of(text, published)[0]
    return answer.value, answer.flags


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("Jumat (5/1/2024)", "2024-01-05"),
        ("Jumat (5/1)", "2024-01-05"),
        ("Jumat (29/12)", "2023-12-29"),
        ("29 Desember lalu", "2023-12-29"),
        ("14 Februari", "2024-02-14"),
        ("menjelang pilkada 27 November", "2024-11-27"),
        ("hari ini", "2024-01-09"),
        ("kemarin", "2024-01-08"),
        ("besok", "2024-01-10"),
        ("lusa", "2024-01-11"),
        ("dua hari lalu", "2024-01-07"),
        ("Jumat malam", "2024-01-05"),
        ("Selasa siang", "2024-01-09"),
        ("Selasa lalu", "2024-01-02"),
        ("Jumat pekan lalu", "2024-01-05"),
        ("Senin pekan depan", "2024-01-15"),
        ("akan digelar Rabu", "2024-01-10"),
        ("pekan depan", "2024-01"),
        ("pekan lalu", "2024-01"),
        ("bulan depan", "2024-02"),
        ("bulan lalu", "2023-12"),
        ("Agustus lalu", "2023-08"),
        ("pada Februari", "2024-02"),
        ("pada Desember", "2023-12"),
        ("Oktober tahun lalu", "2023-10"),
        ("tahun lalu", "2023"),
        ("sejak 2019", "2019"),
        ("akhir Mei 2024", "2024-05"),
    ],
)
def test_against_the_day_of_publication(text: str, value: str) -> None:
    assert one(text, TUESDAY)[0] == value


def test_a_week_in_two_months_has_no_month() -> None:
    assert one("pekan lalu", date(2024, 5, 7)) == (None, ("week_in_two_months",))


def test_both_readings_of_a_weekday_are_given() -> None:
    (answer,) = dates_of("pelantikan Rabu", TUESDAY)
    assert (answer.value, answer.past, answer.future) == ("2024-01-03", "2024-01-03", "2024-01-10")
    assert answer.flags == ("weekday_inferred",)


@pytest.mark.parametrize(
    ("text", "published", "value", "flags"),
    [
        # the year slips in January, and now and then by ten years
        ("Senin (13/1/2024)", date(2025, 1, 14), "2025-01-13", ("weekday_conflict", "repaired")),
        ("Rabu (20/12/2013)", date(2023, 12, 21), "2023-12-20", ("weekday_conflict", "repaired")),
        # the month's digit: 10/11 for 10/1
        ("Senin (10/11/2022)", date(2022, 1, 11), "2022-01-10", ("weekday_conflict", "repaired")),
        # the date agrees with publication: the weekday is the slip
        ("Kamis (3/5/2024)", date(2024, 5, 3), "2024-05-03", ("weekday_conflict",)),
        # nothing agrees: left as written, flagged
        ("Rabu (12/6/2018)", date(2024, 5, 3), "2018-06-12", ("weekday_conflict",)),
        ("31/2/2024", date(2024, 3, 1), None, ("impossible_date",)),
        ("Jumat (10/67/2022)", date(2022, 6, 11), "2022-06-10", ("impossible_date", "repaired")),
    ],
)
def test_typing_errors(text: str, published: date | None, value: str | None, flags: tuple[str, ...]) -> None:
    assert one(text, published) == (value, flags)


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("Minggu (24/11)", "2024-11-24"),
        ("Rabu (17/5) malam", "2023-05-17"),
        ("24/11/2019", "2019-11-24"),
        ("kemarin", None),
        ("pada Agustus", None),
    ],
)
def test_without_a_day_of_publication(text: str, value: str | None) -> None:
    assert one(text, None)[0] == value


def test_a_full_date_of_the_text_places_the_others() -> None:
    text = "Pelantikan digelar Jumat (28/12/2018). Selasa (1/1) mereka mengadu. Pekan lalu surat itu terbit."
    answers = dates_of(text, None)
    assert [answer.value for answer in answers] == ["2018-12-28", "2019-01-01", "2018-12"]
    assert "published_inferred" in answers[2].flags


def test_the_stamp_of_a_page_is_the_day_of_publication() -> None:
    text = "Sabtu, 1 Juni 2019 - 04:11 WIB\nWali kota melantik 61 pejabat kemarin. Rabu (29/5) surat itu diteken."
    assert [answer.value for answer in dates_of(text, None)] == ["2019-06-01", "2019-05-31", "2019-05-29"]


def test_a_day_number_takes_the_month_before_it() -> None:
    text = "Tenggat itu jatuh pada 22 Maret 2024. Persetujuan turun tanggal 18."
    assert [answer.value for answer in dates_of(text, date(2024, 3, 22))] == ["2024-03-22", "2024-03-18"]


def test_order_and_number_of_answers_are_those_of_the_mentions() -> None:
    answers = dates_of("Senin (8/1), kemarin, pekan lalu dan 2019-2024", TUESDAY)
    assert [answer.mention.form for answer in answers] == ["day", "relative_day", "week", "year"]
    assert [answer.precision for answer in answers] == ["day", "day", "month", "year"]
