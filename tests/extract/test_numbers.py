"""Numbers in digits, in words and about."""

from __future__ import annotations

import pytest

from extract.numbers import find_numbers, number_value


@pytest.mark.parametrize(
    ("words", "value"),
    [
        ("sembilan", 9),
        ("sepuluh", 10),
        ("sebelas", 11),
        ("dua belas", 12),
        ("duabelas", 12),
        ("lima puluh enam", 56),
        ("seratus dua", 102),
        ("seratus empat puluh lima", 145),
        ("seribu dua ratus", 1200),
        ("dua ribu tiga ratus lima belas", 2315),
        ("dua tiga", None),
        ("puluh", None),
    ],
)
def test_number_words(words: str, value: int | None) -> None:
    assert number_value(words) == value


@pytest.mark.parametrize(
    ("text", "number", "value", "low", "high"),
    [
        ("1.126 PPPK", "1.126", 1126, 1126, 1126),
        ("44 (empat puluh empat) orang", "44 (empat puluh empat)", 44, 44, 44),
        ("124-an orang", "124-an", 124, 111, 137),
        ("sekitar 50 pejabat", "50", 50, 45, 55),
        ("lebih dari 100 ASN", "100", 100, 100, None),
        ("100 lebih pejabat", "100 lebih", 100, 100, None),
        ("hampir 200 pejabat", "200", 200, 180, 200),
        ("20-30 orang", "20-30", 20, 20, 30),
        ("dua tiga orang", "dua tiga", 2, 2, 3),
        ("puluhan pejabat", "puluhan", "puluhan", 20, 99),
        ("puluhan hingga mendekati seratus pejabat", "puluhan hingga mendekati seratus", "puluhan", 20, None),
        ("belasan camat", "belasan", "belasan", 11, 19),
        ("ratusan ASN", "ratusan", "ratusan", 100, 999),
        ("beberapa pejabat", "beberapa", "sejumlah", 2, None),
        ("seorang camat", "seorang", 1, 1, 1),
    ],
)
def test_values_and_bounds(text: str, number: str, value: object, low: int, high: int | None) -> None:
    (mention,) = find_numbers(text)
    assert text[mention.start : mention.end] == number
    assert (mention.value, mention.low, mention.high) == (value, low, high)


@pytest.mark.parametrize(
    ("text", "value", "collective"),
    [
        ("ke-29 pejabat itu", 29, False),
        ("kedua camat", 2, False),
        ("ketiganya", 3, True),
        ("Kedelapan belas pejabat", 18, False),
    ],
)
def test_ordinals_and_collectives(text: str, value: int, collective: bool) -> None:
    (mention,) = find_numbers(text)
    assert (mention.value, mention.ordinal, mention.collective) == (value, True, collective)


@pytest.mark.parametrize("text", ["14,6 persen", "80%", "Rp 50 juta", "pukul 09.30", "Covid-19", "3/5/2024", "12 km"])
def test_what_cannot_be_a_count(text: str) -> None:
    assert find_numbers(text) == []


def test_digits_and_words_that_differ_are_flagged() -> None:
    (mention,) = find_numbers("3 (dua) orang")
    assert (mention.value, mention.flags) == (3, ("words_differ",))
