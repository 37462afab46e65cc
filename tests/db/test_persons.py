from __future__ import annotations

import pytest

from db.persons import name_words, same_name


@pytest.mark.parametrize(
    ("name", "words"),
    [
        ("M. Ali Syafa'at", ("m", "ali", "syafaat")),
        ("Ni'matullah", ("nimatullah",)),
        ("RÉNÉ Tobing", ("rene", "tobing")),
        ("", ()),
    ],
)
def test_a_name_s_words(name: str, words: tuple[str, ...]) -> None:
    assert name_words(name) == words


@pytest.mark.parametrize(
    ("one", "other", "same"),
    [
        ("Asep Surya", "Asep Surya", True),
        ("Asep Surya", "Asep Surya Permana", True),
        ("Asep Permana", "Asep Surya Permana", True),
        ("Permana Asep", "Asep Surya Permana", False),
        ("M. Rizal Hakim", "Muhammad Rizal Hakim", True),
        ("Asep Surya", "Asep Suryana", False),
        ("Suparman", "Suparman", True),
        ("Suparman", "Suparman Hadi", False),
        ("", "", False),
    ],
)
def test_a_name_agrees_with_its_short_forms(one: str, other: str, same: bool) -> None:
    assert same_name(name_words(one), name_words(other)) is same
    assert same_name(name_words(other), name_words(one)) is same


def test_among_officials_of_one_region_a_single_word_is_name_enough() -> None:
    assert same_name(name_words("Asep"), name_words("Asep Surya"), least_words=1)
