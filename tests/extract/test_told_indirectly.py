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
    "those who are called to hold a post": (
        "2018-01-16",
        "Wali Kota Cimahi Rotasi Enam Pejabat",
        (
            "CIMAHI - Wali Kota Cimahi Idrus Hamid melantik enam pejabat eselon II, Senin (15/1/2018). Widya Riyanti "
            "ditunjuk untuk mengisi posisi Kepala Bappeda."
        ),
        ["mutasi/realized/32.77/2018-01-15"],
    ),
    "an acting post next to its oath in the headline": (
        "2020-12-08",
        "Pejabat Provinsi Dilantik Pj Sekda Karanganyar",
        (
            "KARANGANYAR - Gubernur Jawa Tengah Gunawan Wibisono menunjuk Budiono Santoso sebagai penjabat (Pj) Sekda "
            "Karanganyar. Pelantikan digelar di kantor bupati, Senin (7/12)."
        ),
        ["penunjukan/realized/33.13/2020-12-07"],
    ),
    "acting heads made heads": (
        "2018-09-12",
        "Tiga Plt Resmi Jadi Kepala Dinas",
        (
            "DUMAI - Tiga pelaksana tugas (Plt) resmi dilantik sebagai kepala dinas definitif oleh Wali Kota Dumai "
            "Rudi Hamzah, Selasa (11/9/2018)."
        ),
        ["mutasi/realized/14.72/2018-09-11"],
    ),
    "dozens, after the plan for the posts left empty": (
        "2023-05-03",
        "Alasan Bupati Magetan Belum Isi Jabatan Kosong",
        (
            "MAGETAN - Bupati Magetan Suprapto Suncoko akan melelang empat jabatan kepala dinas yang kosong.\n"
            "Belum ada jadwalnya.\nWarga menunggu.\nDPRD menunggu pula.\nAnggaran sudah ada.\n"
            "Diberitakan sebelumnya, bupati telah melakukan mutasi terhadap puluhan pejabat Pemkab Magetan."
        ),
        ["mutasi/realized/35.20/None", "seleksi_terbuka/planned/35.20/None"],
    ),
    "this afternoon, said yesterday": (
        "2022-03-29",
        "Feri Dilantik Jadi Pjs Sekda",
        (
            "TEMBILAHAN - Bupati Indragiri Hilir Rizal Sontani melantik Feri Harya sebagai Pjs Sekda, Senin "
            '(28/3/2022).\n"Sebelumnya kita kirim surat, sehingga sore ini langsung kita lantik," kata bupati.'
        ),
        ["penunjukan/realized/14.04/2022-03-28"],
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
