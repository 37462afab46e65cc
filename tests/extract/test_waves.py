"""The wave of a reshuffle, as headlines and leads number it."""

from __future__ import annotations

from datetime import date

import pytest

from extract.article import Article
from extract.pipeline import Extractor

LEAD = "Bupati Kudus Harun Sasmita melantik 40 pejabat eselon III di Pendopo, Kamis (9/3/2023). "
TOLD = {
    "Mutasi Gelombang Kedua, 40 Pejabat Kudus Dilantik": 2,
    "Rotasi Pejabat Kudus Jilid III Digelar": 3,
    "Pelantikan Tahap 2 Pejabat Kudus": 2,
    "Pelantikan Pejabat Kudus tahap ke-4": 4,
    "Pelantikan Pejabat Kudus": None,
    "Gelombang Kedua Banjir, Pelantikan Pejabat Kudus Tetap Digelar": None,
    "Pelantikan 40 Pejabat Kudus, Gelombang Pasang Mengancam": None,
}


@pytest.mark.parametrize(("title", "wave"), TOLD.items())
def test_the_wave_follows_the_word_for_the_act(extractor: Extractor, title: str, wave: int | None) -> None:
    (event,) = extractor.read(Article("uji", LEAD, title, date(2023, 3, 10)))
    assert event.wave == wave
    spans = [title[start:end] for start, end in event.title_evidence.get("wave", ())]
    assert bool(spans) == (wave is not None)


def test_a_step_of_a_selection_is_no_wave(extractor: Extractor) -> None:
    text = "Seleksi terbuka tahap kedua empat jabatan kepala dinas di Pemkab Kudus dibuka, Kamis (9/3/2023)."
    (event,) = extractor.read(Article("uji", text, "", date(2023, 3, 10)))
    assert (event.kind, event.wave) == ("seleksi_terbuka", None)
