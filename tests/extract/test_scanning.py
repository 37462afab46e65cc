from __future__ import annotations

import re

import pytest

from extract.scanning import first_words, lowered, places_of, says, word_led


@pytest.mark.parametrize("text", ["Wali Kota", "İSTANBUL", "Camat İ", "", "ẞ"])
def test_a_lowered_text_keeps_its_length(text: str) -> None:
    assert len(lowered(text)) == len(text)


def test_a_lowered_text_is_in_small_letters() -> None:
    assert lowered("Bupati SOLOK É") == "bupati solok é"
    assert lowered("İ Bupati") == "İ bupati"


def test_word_led_finds_a_pattern_at_the_beginning_of_words_only() -> None:
    finder = re.compile(word_led(r"(?P<verb>dilantik|diambil sumpah)\b", "d"))
    text = "dilantik, lalu terdilantik dan diambil sumpah"
    assert [(match.start(), match["verb"]) for match in finder.finditer(text)] == [
        (0, "dilantik"),
        (31, "diambil sumpah"),
    ]


def test_words_are_found_whole_and_in_order() -> None:
    lower = "lurah ketelan menjadi camat, lurah nusukan pensiun; kelurahan tetap"
    assert places_of(frozenset({"camat", "lurah", "wedana"}), lower) == [(0, "lurah"), (22, "camat"), (29, "lurah")]


def test_a_text_says_a_word_where_it_begins_within_the_bounds() -> None:
    text = "Camat Woha dilantik. Lurah Ketelan menyusul."
    assert says(["lurah", "wedana"], text, 21, len(text))
    assert not says(["lurah"], text, 0, 21)
    assert not says(["ura"], text, 0, len(text))


def test_phrases_are_known_by_their_first_words() -> None:
    assert first_words(["pelaksana tugas", "non-job", "camat"]) == {"pelaksana", "non", "camat"}
