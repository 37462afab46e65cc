"""Reshuffles that are denied, advised, put off for one or told with a level of something else.

All texts are our own: invented people in real places.
"""

from __future__ import annotations

from datetime import date

import pytest

from extract.article import Article
from extract.pipeline import Extractor

TOLD = {
    "a plan that is denied": (
        "Isu Mutasi, Bupati Membantah",
        (
            "SUBANG - Bupati Subang Suhandi membantah bila dirinya akan melakukan mutasi pejabat di lingkungan Pemkab "
            "Subang. Seorang pejabat mengaku dipanggil terkait rencana mutasi yang akan dilakukan Jumat lusa."
        ),
        [],
    ),
    "advice beside a designation": (
        "Pj Gubernur Sarankan Pj Bupati Tak Segan Mutasi",
        (
            "PALEMBANG - Pj Gubernur Sumatera Selatan Herman Salim melantik Pj Bupati Ogan Ilir, Rabu (11/5/2022). Ia "
            "meminta agar Pj Bupati tak segan memutasi perangkat daerahnya."
        ),
        ["penunjukan/realized/2022-05-11/"],
    ),
    "a protest about an oath of a day": (
        "Pasca Pelantikan, Situasi Gaduh",
        (
            "RANTAU - Wakil Bupati Tapin mengaku tidak dilibatkan terkait pelantikan ratusan pejabat pada hari Jumat, "
            "6 Mei 2022. Warga menggelar protes terkait mutasi jabatan itu, Senin (9/5/2022)."
        ),
        ["mutasi/realized/2022-05-06/"],
    ),
    "the level from which somebody rises": (
        "Gubernur Lantik Enam Pejabat",
        (
            "SAMARINDA - Gubernur Kalimantan Timur Awang Salim melantik enam pejabat pimpinan tinggi pratama, Rabu "
            "(11/5/2022). Tiga jabatan diisi melalui promosi pejabat administrator."
        ),
        ["mutasi/realized/2022-05-11/II"],
    ),
    "the level of two named just before": (
        "Bupati Lantik Enam Pejabat",
        (
            "MUSI RAWAS - Bupati Musi Rawas Ferdi Salim melantik enam pejabat eselon III, Rabu (11/5/2022). Dua orang "
            "dilantik lebih dulu. Kedua pejabat ini menduduki posisi eselon II."
        ),
        ["mutasi/realized/2022-05-11/II,III"],
    ),
}


@pytest.mark.parametrize("case", TOLD)
def test_only_what_is_told_is_read(case: str, extractor: Extractor) -> None:
    title, text, events = TOLD[case]
    read = extractor.read(Article("uji", text, title, date(2022, 5, 11)))
    assert [f"{e.kind}/{e.status}/{e.date}/{','.join(e.eselon)}" for e in read] == events
