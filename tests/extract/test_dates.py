"""Expressions of time, as they are written."""

from __future__ import annotations

import pytest

from extract.dates import find_dates
from extract.months import month_number

MONDAY, WEDNESDAY, THURSDAY, FRIDAY, SATURDAY, SUNDAY = 0, 2, 3, 4, 5, 6


@pytest.mark.parametrize(
    ("text", "weekday", "day", "month", "year"),
    [
        ("Jumat (3/5/2024)", FRIDAY, 3, 5, 2024),
        ("Jum'at, 3 Mei 2024", FRIDAY, 3, 5, 2024),
        ("Rabu 9-8-2023", WEDNESDAY, 9, 8, 2023),
        ("Rabu, 03 Februari 2021", WEDNESDAY, 3, 2, 2021),
        ("Ahad (5/5)", SUNDAY, 5, 5, None),
        ("Senin Wage (13/1)", MONDAY, 13, 1, None),
        ("Sabtu (14/12/19)", SATURDAY, 14, 12, 2019),
        ("Senin (11/12)2023", MONDAY, 11, 12, 2023),
        ("Sabtu 4/9 kemarin", SATURDAY, 4, 9, None),
        ("Kamis malam (14/3/2024)", THURSDAY, 14, 3, 2024),
        ("Senin pagi, 12 Januari 2026", MONDAY, 12, 1, 2026),
        ("Senin pekan depan (10/8)", MONDAY, 10, 8, None),
        ("Senin tanggal 19 Agustus", MONDAY, 19, 8, None),
        ("Kamis dan Jumat (12-13/2)", THURSDAY, 12, 2, None),
        ("Sabtu dan Minggu, 11 - 12 Desember 2022", SATURDAY, 11, 12, 2022),
        ("02 Agustus 2021 hari senin", MONDAY, 2, 8, 2021),
        ("hari senin sore ( 14 Maret 2022 pukul 15.30 WITA )", MONDAY, 14, 3, 2022),
        ("(5/5)", None, 5, 5, None),
        ("Pelantikan digelar di pendopo, 18/5.", None, 18, 5, None),
        ("2024-05-03", None, 3, 5, 2024),
        ("3.5.2024", None, 3, 5, 2024),
        ("12 Ags 2024", None, 12, 8, 2024),
        ("12 Agst 2024", None, 12, 8, 2024),
        ("12 Pebruari", None, 12, 2, None),
        ("12 Nop 2024", None, 12, 11, 2024),
        ("12 Febuari 2024", None, 12, 2, 2024),
        ("3 mei 2024", None, 3, 5, 2024),
        ("17-19 Februari 2025", None, 17, 2, 2025),
        ("17 sampai 19 Februari lalu", None, 17, 2, None),
        ("28 September sampai dengan 2 Oktober 2020", None, 28, 9, 2020),
        ("(31/1-2/2/2025)", None, 31, 1, 2025),
    ],
)
def test_a_day(text: str, weekday: int | None, day: int, month: int, year: int | None) -> None:
    (mention,) = find_dates(text)
    assert (mention.form, mention.weekday, mention.day, mention.month, mention.year) == (
        "day",
        weekday,
        day,
        month,
        year,
    )


@pytest.mark.parametrize(
    ("text", "form", "offset"),
    [
        ("digelar hari ini", "relative_day", 0),
        ("kemarin", "relative_day", -1),
        ("Kemarin, 14 pejabat", "relative_day", -1),
        ("besok", "relative_day", 1),
        ("lusa", "relative_day", 2),
        ("tadi pagi", "relative_day", 0),
        ("sore tadi", "relative_day", 0),
        ("tadi malam", "relative_day", -1),
        ("dua hari lalu", "relative_day", -2),
        ("pekan lalu", "week", -1),
        ("pekan ini", "week", 0),
        ("dua minggu yang lalu", "week", -2),
        ("bulan depan", "relative_month", 1),
        ("sebulan lalu", "relative_month", -1),
        ("tiga bulan lalu", "relative_month", -3),
        ("tahun lalu", "relative_year", -1),
    ],
)
def test_counted_from_today(text: str, form: str, offset: int) -> None:
    (mention,) = find_dates(text)
    assert (mention.form, mention.offset) == (form, offset)


@pytest.mark.parametrize(
    ("text", "month", "year"),
    [
        ("akhir Mei 2024", 5, 2024),
        ("Agustus lalu", 8, None),
        ("pada awal Juni", 6, None),
        ("dilelang bulan Maret", 3, None),
        ("direncanakan Januari 2025", 1, 2025),
    ],
)
def test_a_month(text: str, month: int, year: int | None) -> None:
    (mention,) = find_dates(text)
    assert (mention.form, mention.month, mention.year) == ("month", month, year)


@pytest.mark.parametrize(
    "text",
    [
        "Min Hadi dan Mar Ifah",
        "Sabtu Raharjo dilantik",
        "Nur Mei Lestari menjabat camat",
        "1 Mei Lestari\n2 Juni Prasetyo",
        "usai salat Jumat",
        "malam Jumat",
        "setiap Senin",
        "Jumat Bersih",
        "kelak besok lusa",
        "kemarin itu ada beberapa",
        "beberapa bulan lalu",
        "pukul 09.30 WIB",
        "SMP Negeri 2/3",
        "nomor 821.22/10/3/2025",
        "tiga dari 12 camat",
    ],
)
def test_no_date(text: str) -> None:
    assert find_dates(text) == []


def test_a_month_that_names_a_person_is_no_month() -> None:
    text = "Desember Halawa dilantik. Selain Desember, tiga camat bergeser. Pelantikan digelar Selasa (19/3)."
    assert [text[mention.start : mention.end] for mention in find_dates(text)] == ["Selasa (19/3)"]


@pytest.mark.parametrize(
    ("text", "role"),
    [
        ("melantik 5 pejabat, Jumat (3/5/2024)", "event"),
        ('"Semua sesuai aturan," ujarnya, Senin (10/3/2025).', "speech"),
        ('"Belum ada," kata Kepala BKPSDM Budi Wiratno, Selasa (16/1).', "speech"),
        ("Kepala BKPSDM, Egi Wiranata, Senin (6/1) membenarkan jadwal itu.", "speech"),
        ("Ia yang dihubungi Kamis (4/4) enggan menjawab.", "speech"),
        ("sesuai UU Nomor 5 Tahun 2014 tentang ASN", "law"),
        ("Keputusan Bupati Nomor 821.2/40/2024 tanggal 3 April 2024", "law"),
        ("lewat surat tertanggal 8 Mei 2023", "law"),
        ("periode 2019-2024", "term"),
        ("realisasi APBD 2024 baru separuh", "budget"),
        ("menjelang pilkada 27 November 2024", "election"),
        ("mengukuhkan Pjs Bupati yang daerahnya menggelar Pilkada, Sabtu (26/9/2020)", "event"),
        ("pensiun per 1 Juni 2023", "pension"),
        ("terhitung sejak Senin (9/5)", "since"),
        ("TMT 1 Maret", "since"),
        ("paling lambat Senin (9/5)", "until"),
        ("LABUAN BAJO (24/03) - Bupati melantik", "dateline"),
        ("Pejabat Baru Diminta Segera Bekerja Keras\n\nTALIWANG, Media, (Minggu 4/1),- Bupati melantik", "dateline"),
        ("Mataram, 4/5 (ANTARA) - Bupati melantik", "dateline"),
        ("Redaksi | Kamis, 13 Okt 2022 19:08 WIB\nWali kota melantik", "dateline"),
        ("Rabu, 3 Mei 2023\nWali kota melantik", "dateline"),
        ("Keputusan Bupati Nomor 821.2/40/BKPSDM/2024 pada 3 April 2024", "law"),
        ("Pernyataan itu disampaikan Rudi ketika berkunjung ke Palu, Kamis (1/7)", "speech"),
        ("Hal itu disampaikan bupati ketika melantik 12 camat, Kamis (1/7)", "event"),
        ("Sejak dibuka Senin (23/10) hingga hari ini, Jumat (27/10)", "until"),
        ("[Foto: suasana pelantikan, Jumat (3/5/2024)]", "caption"),
        ("perempuan kelahiran 1974 itu lahir pada 3 Mei 1974", "birth"),
    ],
)
def test_says_what_it_is_the_date_of(text: str, role: str) -> None:
    assert find_dates(text)[-1].role == role


@pytest.mark.parametrize(
    ("text", "direction"),
    [
        ("pelantikan akan digelar Rabu", 1),
        ("telah dilantik Rabu", -1),
        ("dilantik Rabu", 0),
        ("Rabu pekan depan", 1),
        ("17 Mei mendatang", 1),
        ("19 Juni lalu", -1),
    ],
)
def test_knows_past_and_future_words(text: str, direction: int) -> None:
    assert find_dates(text)[0].direction == direction


def test_spans_hold_the_words_and_not_the_bracket_around() -> None:
    text = "Pelantikan (Jumat, 30/11) dan rapat, Senin (3/12) malam."
    assert [text[mention.start : mention.end] for mention in find_dates(text)] == ["Jumat, 30/11", "Senin (3/12) malam"]


def test_what_is_said_in_quotes_is_flagged() -> None:
    (mention,) = find_dates('Ia berpesan: "Yang saya lantik hari ini bukan tim sukses."')
    assert mention.flags == ("quoted",)


@pytest.mark.parametrize(
    ("word", "month"), [("pebruari", 2), ("agst", 8), ("ags", 8), ("nopember", 11), ("okotber", 10), ("halawa", None)]
)
def test_month_names(word: str, month: int | None) -> None:
    assert month_number(word) == month
