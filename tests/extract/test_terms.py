"""Terms: found word by word, the longest first, within one line."""

import pytest

from extract.terms import TermFinder


@pytest.fixture(scope="module")
def finder() -> TermFinder:
    return TermFinder()


def told(finder: TermFinder, text: str, role: str) -> list[str]:
    """Return the printed words of the terms of that role."""
    return [text[term.start : term.end] for term in finder.find(text) if term.entry.role == role]


def test_marks_around_a_word_are_no_part_of_it(finder: TermFinder) -> None:
    text = 'Bupati "melantik" (mutasi), lalu DICOPOT.'
    assert told(finder, text, "act") == ["melantik", "mutasi", "DICOPOT"]


def test_a_term_of_several_words_is_one(finder: TermFinder) -> None:
    assert told(finder, "Alih tugas itu diumumkan Senin.", "act") == ["Alih tugas"]


@pytest.mark.parametrize("text", ["alih  tugas", "alih\ntugas", "alih, tugas", "peralih tugas", "alih tugasnya"])
def test_only_one_blank_joins_the_words_of_a_term(finder: TermFinder, text: str) -> None:
    assert "alih tugas" not in told(finder, text, "act")


def test_a_word_within_strokes_is_found(finder: TermFinder) -> None:
    assert told(finder, "agenda mutasi/rotasi pejabat", "act") == ["mutasi", "rotasi"]


def test_a_doubled_word_is_another_word(finder: TermFinder) -> None:
    assert told(finder, "pejabat-pejabat hadir", "inside") == []


@pytest.mark.parametrize("text", ["", " ", "\n\n", "plt", "plt ", "plt \n"])
def test_texts_of_next_to_nothing_are_read(finder: TermFinder, text: str) -> None:
    assert len(finder.find(text)) == ("plt" in text)
