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
    "a day of an oath about which people speak": (
        "Rolling Dinilai Politis",
        (
            "PRINGSEWU - Sejumlah tokoh menilai pelantikan 181 pejabat eselon III di lingkungan Pemkab Pringsewu, pada "
            "Jumat (6/5/2022), sarat kepentingan."
        ),
        ["mutasi/realized/2022-05-06/III"],
    ),
    "the day from which those sworn in work": (
        "Bupati Lantik Camat",
        (
            "KUPANG - Bupati Kupang Yosep Manek melantik lima camat. Pelantikan lima camat digelar Rabu (11/5/2022). "
            "Lima camat yang dilantik mulai bekerja Kamis (12/5/2022)."
        ),
        ["mutasi/realized/2022-05-11/"],
    ),
    "a month that is a deadline": (
        "Wali Kota Siapkan Perombakan",
        (
            "BANDAR LAMPUNG - Wali Kota Bandar Lampung Asnan Salim memastikan perombakan pejabat Pemkot Bandar Lampung "
            "segera dilakukan. Jabatan yang kosong terisi paling lambat akhir Juni 2022."
        ),
        ["mutasi/planned/2022-06/"],
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


def test_each_region_in_which_the_designated_serve_has_its_event(extractor: Extractor) -> None:
    text = (
        "JAKARTA - Mendagri Taufan Karna melantik tiga Penjabat (Pj) gubernur, Kamis (12/5/2022). Ketiga Pj itu "
        "akan bertugas di Provinsi Banten, Gorontalo, dan Sulawesi Barat."
    )
    read = extractor.read(Article("uji", text, "Mendagri Lantik Pj Gubernur", date(2022, 5, 12)))
    assert [(e.region, e.headcount) for e in read] == [("36", 1), ("75", 1), ("76", 1)]
    assert {e.official.office for e in read if e.official} == {"Menteri Dalam Negeri"}


def test_offices_that_stand_empty_are_the_posts_of_a_selection_to_come(extractor: Extractor) -> None:
    text = (
        "MELAWI - Bupati Melawi Dadang Salim melantik 96 pejabat, Rabu (11/5/2022). Masih ada tujuh OPD yang kosong. "
        "Sehingga nanti akan dilakukan open bidding terhadap posisi itu."
    )
    read = extractor.read(Article("uji", text, "Bupati Lantik Pejabat", date(2022, 5, 11)))
    assert [(e.kind, e.headcount) for e in read] == [("mutasi", 96), ("seleksi_terbuka", 7)]
