"""The gate lets no article go that could hold an event: its stems cover the words of the table."""

import pytest

from extract.gate import may_hold_event
from extract.terms import term_table

ENTRIES = [entry for entries in term_table().values() for entry in entries]


# `tahap kedua` or `jilid 2` only number a move that another word names.
@pytest.mark.parametrize("term", sorted({e.term for e in ENTRIES if e.role == "act" and e.action != "tahap"}))
def test_every_word_of_an_act_passes(term: str) -> None:
    assert may_hold_event("", f"Sejumlah camat {term} kemarin.")


# `kasi` and `karo` are parts of everyday words (lokasi, karoseri), and never stand without a fuller name of a post.
@pytest.mark.parametrize("term", sorted({e.term for e in ENTRIES if e.role == "inside"} - {"kasi", "karo"}))
def test_every_word_for_a_civil_servant_passes(term: str) -> None:
    assert may_hold_event("", f"Pelantikan {term} digelar kemarin.")


@pytest.mark.parametrize(
    "text",
    [
        "Harga cabai di Pasar Rau naik dua kali lipat karena hujan di Brebes.",
        "Banjir merendam empat desa di Demak; 212 keluarga mengungsi ke masjid.",
        "Tim tamu menang tiga gol tanpa balas di Stadion Gelora, Minggu malam.",
    ],
)
def test_other_news_is_let_go(text: str) -> None:
    assert not may_hold_event("", text)
