"""The region of an event follows from whose head decides it.

All texts are our own: invented people in real places.
"""

from __future__ import annotations

from datetime import date

import pytest

from extract.article import Article
from extract.pipeline import Extractor

TOLD = {
    "a governor moves his own, whatever post they hold elsewhere": (
        "Pj Bupati Mamasa Ngadu ke Mendagri",
        (
            "JAKARTA - Pj Bupati Mamasa Basri Lande diberhentikan dari Staf Ahli Gubernur bidang Pemerintahan oleh "
            "Gubernur Sulawesi Barat Ali Mazhar, Rabu (8/3)."
        ),
        "76",
    ),
    "a bupati moves his own, whatever the province orders": (
        "Dirjen Perintahkan Gubernur Sulteng Selidiki Mutasi",
        (
            "PALU - Dirjen memerintahkan Gubernur Sulawesi Tengah memeriksa mutasi di Banggai Kepulauan. "
            "Bupati Banggai Kepulauan Fitri Moidady melantik 64 pejabat eselon II."
        ),
        "72.07",
    ),
    "a wali kota heads no kabupaten of that name": (
        "Dua Bima Sama-sama Mutasi",
        (
            "BIMA - Kota Bima lebih dulu. Senin (6/3), Wali Kota Muhtar Landa melantik 29 pejabat. "
            "Pemkab Bima belum. Pemerintah Kabupaten Bima menunggu hasil evaluasi, kata Sekda Kabupaten Bima."
        ),
        "52.72",
    ),
    "a place that opens the sentence is that of the head after it": (
        "Nabire Tunda Mutasi, Mimika Lantik Pejabat",
        (
            "NABIRE - Pemkab Nabire menunda mutasi. Bupati Nabire belum berkomentar. "
            "Di Mimika, Bupati Elias Kelan melantik 34 pejabat administrator, Rabu (8/3)."
        ),
        "94.04",
    ),
    "heads of upper schools are the province's": (
        "Nama Kepala SMA dan SMK Baru di Lamongan",
        (
            "LAMONGAN - Sebanyak 14 kepala SMA dan SMK dilantik, Rabu (8/3), kata Kepala Cabang Dinas Pendidikan "
            "Wilayah Lamongan Sri Hartini."
        ),
        "35",
    ),
}


@pytest.mark.parametrize("told", TOLD)
def test_the_region_is_that_of_who_decides(extractor: Extractor, told: str) -> None:
    title, text, region = TOLD[told]
    events = extractor.read(Article("uji", text, title, date(2023, 3, 10)))
    assert [event.region for event in events] == [region]
