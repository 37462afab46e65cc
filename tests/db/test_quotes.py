from __future__ import annotations

from typing import Any

import pytest

from db.quotes import evidence_quotes, sentence_quote
from extract.events import Event

TITLE = "61  Pejabat Dilantik"
TEXT = "Cuaca cerah. Wali Kota melantik 61 pejabat.\nPelantikan Jumat (6/2/2026) di Plaza.\nSelesai."


def told(**evidence: Any) -> Event:
    return Event("mutasi", "realized", evidence=evidence)


def span(words: str) -> tuple[int, int]:
    start = TEXT.index(words)
    return start, start + len(words)


def test_each_value_is_quoted() -> None:
    event = told(headcount=(span("61 pejabat"),), date=(span("Jumat"), span("6/2/2026")))
    assert evidence_quotes(TITLE, TEXT, event) == {
        "headcount": [{"in": "text", "start": 32, "end": 42, "quote": "61 pejabat"}],
        "date": [
            {"in": "text", "start": 55, "end": 60, "quote": "Jumat"},
            {"in": "text", "start": 62, "end": 70, "quote": "6/2/2026"},
        ],
    }


@pytest.mark.parametrize(
    ("evidence", "quote"),
    [
        ({"date": (span("Jumat"),)}, "Pelantikan Jumat (6/2/2026) di Plaza."),
        (
            {"date": (span("Jumat"),), "headcount": (span("61"),), "official": (span("Wali Kota"),)},
            "Wali Kota melantik 61 pejabat.",
        ),
        ({"date": (span("Jumat"),), "headcount": (span("61"),)}, "Wali Kota melantik 61 pejabat."),
        ({}, None),
    ],
)
def test_the_quote_is_the_sentence_that_carries_most(evidence: Any, quote: str | None) -> None:
    assert sentence_quote(TITLE, TEXT, told(**evidence)) == quote


def test_a_long_sentence_is_cut_at_a_word() -> None:
    text = "Sebanyak 61 pejabat " + "yang namanya panjang " * 40 + "dilantik."
    quote = sentence_quote(TITLE, text, told(headcount=((9, 19),)))
    assert quote is not None
    assert len(quote) <= 400
    assert quote.endswith(("yang…", "namanya…", "panjang…"))


def test_values_of_the_title_are_quoted_from_it() -> None:
    event = Event("mutasi", "realized", title_evidence={"headcount": ((0, 11),)})
    assert evidence_quotes(TITLE, TEXT, event) == {
        "headcount": [{"in": "title", "start": 0, "end": 11, "quote": "61  Pejabat"}]
    }
    assert sentence_quote(TITLE, TEXT, event) == "61 Pejabat Dilantik"
