"""Reshuffles told by a paper, a look back, news that is confirmed, or beside what befalls others.

All texts are our own: invented people in real places.
"""

from datetime import date

import pytest

from extract.article import Article
from extract.pipeline import Extractor

TOLD = {
    "a decree of removal and appointment": (
        "2024-01-09",
        "Tukar Guling Lima Pejabat Eselon II B di Ngada",
        (
            "Bajawa - Bupati Ngada Yohanes Meo memberhentikan dan mengangkat lima pejabat eselon II B, Senin "
            "(8/1/2024). Pemberhentian dan pengangkatan itu untuk penyegaran."
        ),
        ["mutasi/realized/53.09/2024-01-08"],
    ),
    "a committee named for the reshuffle": (
        "2025-09-14",
        "Sebelas Pejabat Serang Jalani Uji Kompetensi Besok",
        (
            "SERANG - Sebanyak 11 pejabat eselon II Pemkab Serang akan menjalani uji kompetensi yang digelar Panitia "
            "Seleksi (Pansel) Rotasi-Mutasi, Senin (15/9/2025). Ketua Pansel Rotasi Mutasi Syaiful Rahman "
            "menjelaskan, semua sudah dijadwalkan."
        ),
        ["uji_kompetensi/planned/36.04/2025-09-15"],
    ),
    "an oath whose day a look back tells": (
        "2025-09-06",
        "DPRD Bondowoso: Pejabat Baru Jangan Sakiti Rakyat",
        (
            "BONDOWOSO - Bupati Bondowoso Fauzi Rahman telah melantik 341 pejabat. Ketua DPRD Ahmad Dahlan mendukung, "
            "Kamis (4/9/2025).\n"
            "Sebelumnya Pemkab Bondowoso menggelar pelantikan ratusan ASN pada Rabu (3/9/2025)."
        ),
        ["mutasi/realized/35.11/2025-09-03"],
    ),
    "a resignation that is confirmed": (
        "2022-07-13",
        "Bupati Benarkan Sekda Mundur",
        (
            "BATANG - Bupati Batang Murti Prabowo membenarkan kabar pengunduran diri Arif Setiawan dari jabatannya "
            "sebagai Sekda Batang."
        ),
        ["pemberhentian/realized/33.25/None"],
    ),
    "an earlier oath annulled since": (
        "2024-04-28",
        "Lumajang Lantik 468 Pejabat",
        (
            "LUMAJANG - Pemkab Lumajang melantik 468 pejabat, Sabtu (27/4/2024).\n"
            "Sebelumnya, ratusan pejabat yang dilantik pada 22 Maret 2024, dibatalkan pengangkatannya."
        ),
        ["mutasi/cancelled/35.08/2024-03-22", "mutasi/realized/35.08/2024-04-27"],
    ),
    "a link to other news": (
        "2019-07-28",
        "Wagub Lantik Tujuh Pejabat",
        (
            "Mataram - Wakil Gubernur Nusa Tenggara Barat Siti Rahma melantik tujuh pejabat eselon II, Sabtu (27/7).\n"
            "Baca: Gubernur NTB Menonjobkan 15 Pejabat Eselon II\n"
            "Pelantikan ini murni karena prestasi."
        ),
        ["mutasi/realized/52/2019-07-27"],
    ),
    "an oath put off in the headline, of those who were elected": (
        "2021-02-17",
        "Pelantikan Diundur, Sekda Jadi Plh Bupati Lamongan",
        (
            "Lamongan - Sekretaris Daerah Lamongan Abi Wicaksana ditunjuk sebagai Pelaksana Harian (Plh) Bupati, Rabu "
            "(17/2/2021)."
        ),
        ["penunjukan/realized/35.24/2021-02-17"],
    ),
    "a decree yet to be signed": (
        "2025-12-16",
        "Plt Kadis Perhubungan Segera Ditetapkan",
        (
            "TANJUNG REDEB - Sekda Berau Leo Ampu menyebut surat keputusan penunjukan Plt Kadis Perhubungan Berau "
            "dijadwalkan ditandatangani bupati pada Kamis, 18 Desember 2025."
        ),
        ["penunjukan/planned/64.03/2025-12-18"],
    ),
    "one put aside in another post": (
        "2024-01-03",
        "Delapan Pejabat Dilantik di Hotel",
        (
            "PALU - Gubernur Sulawesi Tengah Rusdin Lama melantik delapan pejabat, Selasa (2/1/2024). Hasbi Sidora "
            "'diparkir' menjadi Staf Ahli Gubernur."
        ),
        ["mutasi/realized/72/2024-01-02"],
    ),
    "a hospital's director replaced": (
        "2021-11-09",
        "Didemo, Dirut RSUD Diganti",
        (
            "TANA PASER - Bupati Paser Fahmi Sulaiman mengganti Anik Sari dari jabatannya selaku Direktur Utama RSUD "
            "Panglima Sebaya, Selasa (9/11/2021)."
        ),
        ["mutasi/realized/64.01/2021-11-09"],
    ),
    "an office for planned families": (
        "2021-08-16",
        "Gubernur Kaltara Rotasi 9 Pejabat",
        (
            "TANJUNG SELOR - Gubernur Kalimantan Utara Zainuddin Paliwa merotasi 9 pejabat eselon II, Senin "
            "(16/8/2021). Gubernur menggeser Sri Mawar yang sebelumnya menjabat Kepala Dinas Keluarga Berencana kini "
            "dilantik sebagai Kepala Dinas Perpustakaan."
        ),
        ["mutasi/realized/65/2021-08-16"],
    ),
}


@pytest.mark.parametrize("case", TOLD)
def test_each_event_is_told_once(case: str, extractor: Extractor) -> None:
    published, title, text, events = TOLD[case]
    read = extractor.read(Article("uji", text, title, date.fromisoformat(published)))
    assert sorted(f"{e.kind}/{e.status}/{e.region}/{e.date}" for e in read) == sorted(events)
