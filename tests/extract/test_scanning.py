from __future__ import annotations

import re

import pytest

from extract.scanning import lowered, word_led


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
