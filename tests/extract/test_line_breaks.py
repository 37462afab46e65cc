"""Lines that a page breaks within sentences are read as one.

All texts are our own: invented people in real places.
"""

from __future__ import annotations

from extract.line_breaks import join_lines

WRAPPED = (
    "Bupati Blora Joko Nugraha dengan\ndidampingi Wakil Bupati dan Sekda\nmemimpin pelantikan pejabat\n"
    "pengawas di lingkungan Pemerintah Kabupaten\nBlora, Rabu (1/2/2017)."
)


def test_breaks_within_sentences_are_blanks() -> None:
    joined = join_lines(WRAPPED)
    assert joined == WRAPPED.replace("\n", " ")
    assert len(joined) == len(WRAPPED)


def test_paragraphs_and_lists_keep_their_lines() -> None:
    text = f"{WRAPPED}\nPejabat yang dilantik antara lain:\n1. Rudi Hartono\n2. Siti Amalia\n\nAcara itu sederhana."
    assert join_lines(text)[len(WRAPPED) :] == text[len(WRAPPED) :]


def test_a_text_in_whole_paragraphs_is_left_alone() -> None:
    text = "Bupati melantik lima camat,\ndua di antaranya perempuan.\nAcara itu sederhana"
    assert join_lines(text) == text
