"""Days told by their distance from another day of the text, or from the day words were spoken."""

from __future__ import annotations

from datetime import date

import pytest

from extract.date_resolution import dates_of
from extract.relative_days import counted_from_speech, days_from_others

PUBLISHED = date(2023, 3, 10)


def counted(text: str) -> list[tuple[str, str | None]]:
    found = days_from_others(text, dates_of(text, PUBLISHED))
    return [(text[day.start : day.end], day.value) for day in found]


@pytest.mark.parametrize(
    ("words", "day"),
    [
        ("Dua hari sebelumnya", "2023-03-06"),
        ("Sehari kemudian", "2023-03-09"),
        ("Keesokan harinya", "2023-03-09"),
        ("Selang sehari", "2023-03-09"),
        ("Sepekan setelah itu", "2023-03-15"),
    ],
)
def test_a_day_is_counted_from_the_last_one_told(words: str, day: str) -> None:
    assert counted(f"Bupati melantik lima camat, Rabu (8/3). {words}, tiga lurah dicopot.") == [(words, day)]


def test_the_day_told_after_an_act_it_followed_gives_the_day_of_the_act() -> None:
    ((_, day),) = counted("Bupati mengumpulkan pejabat sehari setelah menggelar rotasi, Kamis 9 Maret 2023.")
    assert day == "2023-03-08"


def test_days_after_an_act_count_from_the_day_of_that_act() -> None:
    text = "Bupati memutasi sembilan pejabat 35 hari setelah dilantik pada 20 Februari 2023."
    assert counted(text)[0][1] == "2023-03-27"


def test_words_with_their_own_day_are_not_counted() -> None:
    assert counted("Wali kota melantik camat, Selasa (7/3). Selang sehari, Rabu (8/3), giliran lurah.") == []


def test_without_a_day_before_nothing_is_counted() -> None:
    assert counted("Sehari kemudian tiga lurah dilantik.") == []


def test_words_of_a_quotation_count_from_the_day_they_were_spoken() -> None:
    text = '"Besok semua dilantik," kata Sekda, Rabu (8/3).'
    tomorrow = counted_from_speech(text, dates_of(text, PUBLISHED))[0]
    assert (tomorrow.value, tomorrow.rule) == ("2023-03-09", "day_from_speech")


def test_words_outside_a_quotation_count_from_the_day_of_publication() -> None:
    text = "Besok semua dilantik. Sekda mengatakan hal itu, Rabu (8/3)."
    assert counted_from_speech(text, dates_of(text, PUBLISHED))[0].value == "2023-03-11"


def test_words_of_a_quotation_without_a_day_count_from_the_speakers_earlier_words() -> None:
    text = 'Bupati mengatakan, Selasa (7/3), mutasi itu perlu. "Yang dilantik hari ini bukan orang titipan," ujarnya.'
    assert counted_from_speech(text, dates_of(text, PUBLISHED))[-1].value == "2023-03-07"
