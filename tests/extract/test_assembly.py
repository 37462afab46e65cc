"""Events put together: which statements count, and which value an event gets of several told.

All texts are our own: invented people in real places.
"""

from __future__ import annotations

from datetime import date

from extract.article import Article
from extract.events import Event
from extract.pipeline import LONGEST, Extractor


def read(extractor: Extractor, title: str, text: str, published: str = "2023-03-10") -> tuple[Event, ...]:
    return extractor.read(Article("uji", text, title, date.fromisoformat(published)))


def test_an_act_only_talked_about_is_the_event_it_was(extractor: Extractor) -> None:
    (event,) = read(
        extractor,
        "Aktivis Soroti Penataan Birokrasi",
        "SITUBONDO - Organisasi pemuda menilai proses mutasi ratusan ASN di Pemkab Situbondo menabrak aturan.",
    )
    assert (event.kind, event.region, event.headcount) == ("mutasi", "35.12", "ratusan")


def test_counts_that_add_up_to_the_total_are_its_groups(extractor: Extractor) -> None:
    (event,) = read(
        extractor,
        "Bupati Lantik 96 Pejabat Fungsional",
        "SUWAWA - Bupati Bone Bolango Rahmat Gobel Arif melantik 96 pejabat fungsional, Rabu (8/3). "
        "Mereka terdiri dari 58 guru, 31 tenaga kesehatan, dan tujuh penyuluh pertanian.",
    )
    assert event.headcount == 96
    assert [group.count for group in event.groups] == [58, 31, 7]


def test_a_selection_counts_the_posts_and_not_those_who_compete(extractor: Extractor) -> None:
    (event,) = read(
        extractor,
        "Seleksi Terbuka Pemkot Bogor Dibuka, 17 Pejabat Berebut Kursi",
        "BOGOR - Pemkot Bogor membuka seleksi terbuka jabatan pimpinan tinggi pratama, Rabu (8/3). "
        "Ada lima jabatan yang dibuka.",
    )
    assert (event.kind, event.headcount) == ("seleksi_terbuka", 5)


def test_levels_belong_to_the_event_whose_act_is_nearest(extractor: Extractor) -> None:
    events = read(
        extractor,
        "Bupati Solok Lantik Pejabat, Lelang Empat Jabatan",
        "AROSUKA - Bupati Solok Rahmad Yusuf melantik 83 pejabat eselon III dan IV, Rabu (8/3). "
        "Pemkab Solok kini membuka lelang empat jabatan eselon II.",
    )
    assert {event.kind: event.eselon for event in events} == {"mutasi": ("III", "IV"), "seleksi_terbuka": ("II",)}


def test_a_plan_is_one_but_a_scheduled_step_that_was_opened_is_under_way(extractor: Extractor) -> None:
    (event,) = read(
        extractor,
        "Bupati Buka Job Fit",
        "RANTEPAO - Bupati Toraja Utara Yosep Tandi menyampaikan hal itu ketika membuka job fit pejabat eselon II, "
        "Rabu (8/3/2023). Uji kompetensi itu dijadwalkan dua hari dan diikuti 30 pejabat.",
        published="2023-03-08",
    )
    assert (event.kind, event.status, event.date) == ("uji_kompetensi", "realized", "2023-03-08")


def test_one_head_acts_by_two_verbs_of_a_headline(extractor: Extractor) -> None:
    events = read(
        extractor,
        "Bupati Solok Nonaktifkan Sekda, Lantik Penjabat",
        "AROSUKA - Arif Zainal dilantik sebagai Penjabat Sekda oleh Bupati Solok Rahmad Yusuf, Rabu (8/3).",
    )
    assert {event.official.name for event in events if event.official} == {"Rahmad Yusuf"}


def test_a_call_to_annul_a_move_does_not_annul_it(extractor: Extractor) -> None:
    event = read(
        extractor,
        "Dewan Minta Bupati Batalkan Mutasi 103 Pejabat",
        "AROSUKA - DPRD meminta Bupati Solok Rahmad Yusuf membatalkan mutasi 103 pejabat yang ia lakukan pada 1 Maret.",
    )[0]
    assert (event.status, event.headcount) == ("realized", 103)


def test_a_text_longer_than_any_newspaper_prints_is_read_to_its_bound(extractor: Extractor) -> None:
    lead = "Bupati Solok Rahmad Yusuf melantik 12 camat di Arosuka, Rabu (8/3). "
    (event,) = read(extractor, "Bupati Solok Lantik 12 Camat", lead + "Hujan turun sejak pagi. " * (LONGEST // 20))
    assert event.headcount == 12
    assert "text_cut" in event.flags
