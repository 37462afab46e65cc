"""Acting holders who are told of as they are, were or will be: which of them somebody designates, and which not.

All texts are our own: invented people in real places.
"""

from __future__ import annotations

from datetime import date

import pytest

from extract.article import Article
from extract.events import Event
from extract.pipeline import Extractor

TOLD = {
    "acting holders who enter their posts for good": (
        "Tiga Plt Resmi Jadi Kepala Dinas",
        (
            "Tiga pelaksana tugas (Plt) resmi dilantik sebagai kepala dinas definitif oleh Bupati Samosir Rudi "
            "Sinaga, Kamis (9/3/2023). Meski sebelumnya ditunjuk sebagai Plt, ketiga pejabat Pemkab Samosir "
            "ini melalui serangkaian tes."
        ),
        ["mutasi/realized/3"],
    ),
    "an oath taken by a head before the acting post": (
        "Harun Sihombing Pimpin Samosir",
        (
            "Harun Sihombing resmi dilantik oleh Gubernur Sumatera Utara, Edi Lubis, menjadi Pj Bupati "
            "Samosir, Kamis (9/3/2023)."
        ),
        ["penunjukan/realized/1"],
    ),
    "a charge that a decree ends": (
        "Sekda Dilantik",
        (
            "Bupati Samosir Rudi Sinaga melantik Harun Sihombing sebagai Sekda, Kamis (9/3/2023). Keputusan "
            "ini sekaligus mengakhiri status Harun sebagai Plt Sekda Samosir yang ia emban sejak Januari 2023."
        ),
        ["mutasi/realized/1"],
    ),
    "an acting holder among the candidates": (
        "Tiga Besar Calon Sekda Diumumkan",
        (
            "Panitia seleksi pengisian jabatan pimpinan tinggi pratama Pemkab Samosir mengumumkan nama tiga "
            "besar calon Sekda, yakni Junihar Malau yang kini menjabat Kepala BKPSDM dan Carles Bancin yang "
            "kini menjabat Pj Sekda Samosir."
        ),
        ["seleksi_terbuka/realized/1"],
    ),
    "posts that acting holders still fill": (
        "Bupati Lantik Kepala Dinas",
        (
            "Bupati Samosir Rudi Sinaga melantik tiga kepala dinas, Kamis (9/3/2023). Direktur RSUD saat ini "
            "masih kosong diisi oleh Plt Rohan Siregar, Camat Pangururan dijabat Plt Deni Malau selaku Sekcam."
        ),
        ["mutasi/realized/3"],
    ),
    "nobody known yet for another charge": (
        "Plt Sekda Samosir Ditunjuk Jadi Plh Bupati",
        (
            "Hingga kini belum diketahui siapa yang akan ditunjuk sebagai Penjabat (Pj) Bupati Samosir. "
            "Gubernur Sumatera Utara Edi Lubis telah menunjuk Dahlan Manik menjadi Plh Bupati Samosir."
        ),
        ["penunjukan/realized/1"],
    ),
}


def read(extractor: Extractor, title: str, text: str) -> tuple[Event, ...]:
    return extractor.read(Article("uji", text, title, date(2023, 3, 10)))


@pytest.mark.parametrize("way", TOLD)
def test_tells_designations_from_charges_held(extractor: Extractor, way: str) -> None:
    title, text, events = TOLD[way]
    assert [f"{e.kind}/{e.status}/{e.headcount}" for e in read(extractor, title, text)] == events


def test_a_follow_up_has_the_day_of_the_oath(extractor: Extractor) -> None:
    text = (
        "Sebagian pejabat eselon III dan IV Pemkab Samosir belum menerima SK penempatan tugas. Kepala "
        "Bidang Mutasi BKD Samosir Ami Manik menyampaikan, saat pelantikan Selasa (7/3) lalu, belum semua "
        'SK penempatan diselesaikan. "Jumlah pejabat yang dilantik banyak, 438 orang," kata Ami. BKD '
        "menargetkan SK penempatan selesai Jumat (10/3)."
    )
    (event,) = read(extractor, "Dilantik Dulu, SK Menyusul", text)
    assert (event.status, event.date, event.headcount) == ("realized", "2023-03-07", 438)
