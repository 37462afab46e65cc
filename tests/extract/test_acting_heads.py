"""Acting heads of several regions designated at one ceremony: who enters which post, and one event a region.

All texts are our own: invented people in real places. Moves are written `person: post left > post entered`.
"""

from __future__ import annotations

from datetime import date

import pytest

from extract.appointments import find_appointments
from extract.article import Article
from extract.folding import fold
from extract.pipeline import Extractor


def told(text: str) -> list[str]:
    moves = find_appointments(fold(text))
    return [f"{move.person}: {move.from_post or '-'} > {move.to_post or '-'}" for move in moves]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            (
                "Gubernur Kalbar Suwardi Natsir melantik dua pejabat, Jumat.\n\nMereka adalah Darman Usop, Asisten I "
                "Setda Kalbar yang dilantik sebagai Pj Bupati Sambas. Serta Rina Kartika, Kepala Bakesbangpol Kalbar "
                "sebagai Pj Bupati Melawi."
            ),
            [
                "Darman Usop: Asisten I Setda Kalbar > Pj Bupati Sambas",
                "Rina Kartika: Kepala Bakesbangpol Kalbar > Pj Bupati Melawi",
            ],
        ),
        (
            (
                "Berikut nama pejabat yang ditunjuk Mendagri Yusuf Hamdani sebagai Pjs Bupati/Wali Kota:\n\n"
                "1. Kepala Dinas Pangan Provinsi Sulteng Abdul Latip sebagai Pjs Bupati Poso\n"
                "2. Kepala Dinas Perdagangan Neli Yunita sebagai Pjs Bupati Buol\n"
                "3. Kepala Dinas Pemuda dan Olahraga Provinsi Sulteng Tri Hartadi sebagai Wali Kota Palu."
            ),
            [
                "Abdul Latip: Kepala Dinas Pangan Provinsi Sulteng > Pjs Bupati Poso",
                "Neli Yunita: Kepala Dinas Perdagangan > Pjs Bupati Buol",
                "Tri Hartadi: Kepala Dinas Pemuda dan Olahraga Provinsi Sulteng > Pjs Wali Kota Palu",
            ],
        ),
        (
            (
                "Mereka yang dikukuhkan sebagai Pjs di antaranya, Bupati Kebumen Sahrul Gunawan (Kepala Bakorwil "
                "Banyumas), Pjs Bupati Wonosobo Dr. Hermanto Bagyo (Kadisnakertrans Jateng).\n\nPjs Bupati Sragen "
                "Drs. Budi Sasongko (Kepala Satpol PP Jateng), Pjs Wali Kota Pekalongan Jumeri Aji (Asisten II "
                "Sekdaprov Jateng)."
            ),
            [
                "Sahrul Gunawan: Kepala Bakorwil Banyumas > Pjs Bupati Kebumen",
                "Hermanto Bagyo: Kadisnakertrans Jateng > Pjs Bupati Wonosobo",
                "Budi Sasongko: Kepala Satpol PP Jateng > Pjs Bupati Sragen",
                "Jumeri Aji: Asisten II Sekdaprov Jateng > Pjs Wali Kota Pekalongan",
            ],
        ),
        (
            (
                "Gubernur mengukuhkan dua penjabat sementara, Selasa.\n\nPosisi Pjs Walikota Denpasar menggantikan "
                "Wayan Jaya dan Kadek Wibawa adalah Dewa Suwendra yang merupakan Asisten I Setda Provinsi Bali.\n\n"
                "Posisi Pjs Bupati Gianyar mengganti Nyoman Putra dan Wayan Diarsa adalah Made Renda yang merupakan "
                "Kepala Dinas Sosial Bali."
            ),
            [
                "Dewa Suwendra: Asisten I Setda Provinsi Bali > Pjs Walikota Denpasar",
                "Made Renda: Kepala Dinas Sosial Bali > Pjs Bupati Gianyar",
            ],
        ),
        (
            (
                "Pj Gubernur Sulteng melantik Pj Bupati Banggai Laut, Laharudin, dan Pj Bupati Buol, Parinding, "
                "Selasa.\n\nSK Nomor 100 tentang pemberhentian saudara Andi Budiman dan pengangkatan Pj Bupati Buol "
                "Prov. Sulteng, Parinding merupakan Kepala Dinas Sosial Sulteng sebagai Pj Bupati Buol."
            ),
            [
                "Laharudin: - > Pj Bupati Banggai Laut",
                "Andi Budiman: Pj Bupati Buol > -",
                "Parinding: Kepala Dinas Sosial Sulteng > Pj Bupati Buol",
            ],
        ),
        (
            (
                "Berikut penjabat yang dilantik itu.\n\nPj Wali Kota Palangka Raya, dijabat Sekda Kota Palangka Raya "
                "Hera Lestari, Pj Bupati Barito Utara dijabat Sekda Barito Utara Muhlisin, Sekda Murung Raya Herman "
                "selaku Pj Bupati Murung Raya."
            ),
            [
                "Hera Lestari: Sekda Kota Palangka Raya > Pj Wali Kota Palangka Raya",
                "Muhlisin: Sekda Barito Utara > Pj Bupati Barito Utara",
                "Herman: Sekda Murung Raya > Pj Bupati Murung Raya",
            ],
        ),
        (
            (
                "Dua Pj itu dilantik, yakni Asisten Bidang Umum Sekda NTT, Marsel Seran (Pj Bupati Belu), Staf Ahli "
                "Gubernur Bidang Hukum, Kanis Bria (Pj Bupati Malaka)."
            ),
            [
                "Marsel Seran: Asisten Bidang Umum Sekda NTT > Pj Bupati Belu",
                "Kanis Bria: Staf Ahli Gubernur Bidang Hukum > Pj Bupati Malaka",
            ],
        ),
        (
            (
                "Gubernur Aceh melantik tiga orang, Senin. Hasbi Yoga sebagai Pj Bupati Aceh Tengah, sebelumnya "
                "menjabat Sekda Aceh Tengah, Mahfud sebagai Pj Bupati Aceh Barat sebelumnya menjabat Sekda Aceh Barat, "
                "dan Irman yang akan menjabat selaku Pj Wali Kota Langsa."
            ),
            [
                "Hasbi Yoga: Sekda Aceh Tengah > Pj Bupati Aceh Tengah",
                "Mahfud: Sekda Aceh Barat > Pj Bupati Aceh Barat",
                "Irman: - > Pj Wali Kota Langsa",
            ],
        ),
        (
            (
                "Bupati menunjuk lima Plt camat. Kelima Plt itu, Plt Camat Torjun Ahmad Junaidi (Sekcam Torjun), Plt "
                "Camat Omben yang lama (Sekcam Kedungdung), Plt Camat Sampang Sudarso dan Plt Camat Robatal "
                "Imam Syafii."
            ),
            [
                "Ahmad Junaidi: Sekcam Torjun > Plt Camat Torjun",
                "Sudarso: - > Plt Camat Sampang",
                "Imam Syafii: - > Plt Camat Robatal",
            ],
        ),
        (
            (
                "Mendagri melantik dua penjabat gubernur, Selasa.\n\n- Komjen Pol (Purn) Nanda Sujatmika sebagai Pj "
                "Gubernur Jawa Tengah\n- Ridwan Rumakiek sebagai Pj Gubernur Papua"
            ),
            ["Nanda Sujatmika: - > Pj Gubernur Jawa Tengah", "Ridwan Rumakiek: - > Pj Gubernur Papua"],
        ),
    ],
)
def test_each_way_of_listing_them_is_read(text: str, expected: list[str]) -> None:
    assert told(text) == expected


def test_secretaries_who_stand_in_for_their_heads_are_told_by_their_own_region(extractor: Extractor) -> None:
    text = (
        "Gubernur Jambi Fahri Husin menunjuk Sekda Kabupaten Tebo Heri Iskandar dan Sekda Kabupaten Muaro Jambi Lukman "
        "sebagai Plh Bupati di daerahnya masing-masing, Rabu (17/2/2021)."
    )
    events = extractor.read(Article("uji", text, "Dua Sekda Jadi Plh Bupati", date(2021, 2, 17)))
    assert [(event.region, [move.person for move in event.appointments]) for event in events] == [
        ("15.09", ["Heri Iskandar"]),
        ("15.05", ["Lukman"]),
    ]


def test_acting_heads_who_speak_or_receive_guests_are_designated_by_nobody() -> None:
    text = (
        "Pj Bupati Buol Parinding mengatakan mutasi ditunda. Pj Bupati Poso Abdul Latip juga menyampaikan hal itu "
        "kepada Pj Gubernur Sulteng Hasan Lamato."
    )
    assert told(text) == []


def test_one_ceremony_is_one_event_a_region_with_the_post_of_the_province_kept(extractor: Extractor) -> None:
    text = (
        "PALU - Gubernur Sulawesi Tengah Hasan Lamato mengukuhkan dua penjabat sementara, Selasa (24/9/2024). Kepala "
        "Dinas Pangan Provinsi Sulteng Abdul Latip sebagai Pjs Bupati Poso dan Asisten II Setda Sulteng Neli Yunita "
        "sebagai Pjs Wali Kota Palu."
    )
    events = extractor.read(Article("uji", text, "Gubernur Kukuhkan Dua Pjs", date(2024, 9, 24)))
    assert [(event.region, event.headcount, event.date) for event in events] == [
        ("72.02", 1, "2024-09-24"),
        ("72.71", 1, "2024-09-24"),
    ]
    assert events[0].appointments[0].from_post == "Kepala Dinas Pangan Provinsi Sulteng"


def test_an_acting_post_that_is_filled_is_not_who_fills_it(extractor: Extractor) -> None:
    text = "BENGKULU - Pelantikan Penjabat (Pj) Bupati Lebong akan digelar Senin (14/9/2020)."
    (event,) = extractor.read(Article("uji", text, "Pj Bupati Lebong Dilantik Senin", date(2020, 9, 12)))
    assert (event.kind, event.region, event.official) == ("penunjukan", "17.07", None)


def test_a_term_that_is_prolonged_designates_the_holder_anew(extractor: Extractor) -> None:
    text = (
        "SLAWI - Mendagri Yusuf Hamdani memperpanjang masa jabatan Pj Bupati Tegal Agus Darsono, Jumat (10/1/2025). "
        "Perpanjangan berlaku satu tahun."
    )
    (event,) = extractor.read(Article("uji", text, "Masa Jabatan Pj Bupati Tegal Diperpanjang", date(2025, 1, 11)))
    assert (event.kind, event.status, event.region) == ("penunjukan", "realized", "33.28")
    assert event.official is not None
    assert event.official.name == "Yusuf Hamdani"


def test_a_removal_told_in_the_short_words_of_headlines_names_who_goes() -> None:
    text = "Bupati copot Kepala Dinas Sosial Darman Usop. Ia juga pecat Camat Nasal Budi Saleh."
    assert told(text) == ["Darman Usop: Kepala Dinas Sosial > -", "Budi Saleh: Camat Nasal > -"]


def test_the_oath_of_those_listed_as_acting_heads_is_their_designation(extractor: Extractor) -> None:
    text = (
        "Kepala Dinas Sosial Lampung, Tri Widodo sebagai Penjabat Bupati Pringsewu. Kepala Dinas Kearsipan Lampung, "
        "Edi Supriadi diangkat sebagai Penjabat Bupati Mesuji. Pelantikan keduanya dilakukan Gubernur Lampung, "
        "Arif Nata, Senin (23/5/2022)."
    )
    events = extractor.read(Article("uji", text, "Dua Kepala Dinas Jadi Penjabat Bupati", date(2022, 5, 23)))
    assert [(event.kind, event.region, event.date) for event in events] == [
        ("penunjukan", "18.10", "2022-05-23"),
        ("penunjukan", "18.11", "2022-05-23"),
    ]
    assert {event.official.name for event in events if event.official is not None} == {"Arif Nata"}


def test_each_region_has_the_day_told_beside_its_head(extractor: Extractor) -> None:
    text = (
        "PALEMBANG - Gubernur Sumatera Selatan Herman Daud akan melantik Penjabat (Pj) Bupati Empat Lawang pada 9 "
        "Desember 2022 dan Pj Bupati Banyuasin pada 16 Desember 2022."
    )
    events = extractor.read(Article("uji", text, "Dua Pj Bupati Akan Dilantik", date(2022, 11, 28)))
    assert [(event.region, event.date) for event in events] == [("16.11", "2022-12-09"), ("16.07", "2022-12-16")]


def test_the_head_of_one_region_is_one_of_those_sworn_in(extractor: Extractor) -> None:
    text = (
        "NUNUKAN - Gubernur Kalimantan Utara Irwan Lamba melantik Mulyana Ramdan sebagai Pjs Bupati Nunukan, Jumat "
        "(25/9/2020). Ada tiga Pjs yang dilantik di Kantor Gubernur."
    )
    events = extractor.read(Article("uji", text, "Mulyana Ramdan Resmi Pjs Bupati Nunukan", date(2020, 9, 28)))
    assert [(event.region, event.headcount) for event in events if event.kind == "penunjukan"] == [("65.03", 1)]


def test_the_secretary_of_a_town_is_a_post_of_its_own_before_a_name() -> None:
    text = "Gubernur menunjuk Sekretaris Kota (Sekkot) Asmar sebagai Plh Wali Kota Palu, Rabu."
    assert told(text) == ["Asmar: Sekretaris Kota (Sekkot) > Plh Wali Kota Palu"]


def test_nobody_presides_over_his_own_designation(extractor: Extractor) -> None:
    text = (
        "MESUJI - Pj Bupati Mesuji Sulaiman melantik 30 pejabat, Jumat (19/5/2023). Sulaiman dilantik menjadi "
        "Pj Bupati Mesuji pada 22 Mei 2022."
    )
    events = extractor.read(Article("uji", text, "Pj Bupati Mesuji Lantik 30 Pejabat", date(2023, 5, 19)))
    assert all(event.official is None for event in events if event.kind == "penunjukan")
