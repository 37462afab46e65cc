"""Named moves in chains: who follows whom, who makes room, who swaps posts with whom."""

from __future__ import annotations

import pytest
from told_moves import moves


def test_a_chain_runs_from_post_to_post() -> None:
    text = (
        "Kepala Dinas Lingkungan Hidup Sarmin Waluyo dipindah menjadi Kepala Bakesbangpol. "
        "Lalu Kepala Bakesbangpol Ratna Lestari dipindah menjadi Kepala Dinas Perhubungan. "
        "Kepala Dinas Perhubungan yang lama, Joko Arifin, menduduki jabatan Kepala BKD."
    )
    assert moves(text) == [
        ("Sarmin Waluyo", "Kepala Dinas Lingkungan Hidup", "Kepala Bakesbangpol"),
        ("Ratna Lestari", "Kepala Bakesbangpol", "Kepala Dinas Perhubungan"),
        ("Joko Arifin", "Kepala Dinas Perhubungan", "Kepala BKD"),
    ]


@pytest.mark.parametrize(
    "text",
    [
        "Kabag Hukum Sarmin Waluyo kini menjabat Sekretaris Dinas PMD. Ia digantikan Ratna Lestari, Kasubbag Protokol.",
        (
            "Kabag Hukum Sarmin Waluyo dilantik menjadi Sekretaris Dinas PMD. Kursi yang ditinggalkannya diisi Ratna "
            "Lestari, sebelumnya Kasubbag Protokol."
        ),
        (
            "Kabag Hukum Sarmin Waluyo dilantik menjadi Sekretaris Dinas PMD. Posisinya ditempati Ratna Lestari yang "
            "sebelumnya Kasubbag Protokol."
        ),
        (
            "Kabag Hukum Sarmin Waluyo dilantik menjadi Sekretaris Dinas PMD. Posisi Sarmin Waluyo digantikan "
            "oleh Ratna "
            "Lestari yang sebelumnya menjabat Kasubbag Protokol."
        ),
        (
            "Kabag Hukum Sarmin Waluyo dilantik menjadi Sekretaris Dinas PMD. Jabatan yang ditinggalkan Sarmin "
            "ditempati "
            "oleh Ratna Lestari. Ratna sebelumnya merupakan Kasubbag Protokol."
        ),
        (
            "Kabag Hukum Sarmin Waluyo dilantik menjadi Sekretaris Dinas PMD. Kursi Kabag Hukum yang ia tinggalkan "
            "diserahkan kepada Ratna Lestari, bekas Kasubbag Protokol."
        ),
    ],
)
def test_who_follows_gets_the_post_left(text: str) -> None:
    assert moves(text) == [
        ("Sarmin Waluyo", "Kabag Hukum", "Sekretaris Dinas PMD"),
        ("Ratna Lestari", "Kasubbag Protokol", "Kabag Hukum"),
    ]


@pytest.mark.parametrize(
    "text",
    [
        (
            "Sarmin Waluyo dilantik sebagai Camat Luwuk menggantikan Ratna Lestari yang dipromosikan sebagai "
            "Sekretaris "
            "Dinas Perhubungan."
        ),
        (
            "Sarmin Waluyo dilantik sebagai Camat Luwuk menggantikan Ratna Lestari. Sedangkan Ratna Lestari dirotasi "
            "menjadi Sekretaris Dinas Perhubungan."
        ),
        (
            "Camat Luwuk yang sebelumnya dipegang Ratna Lestari, kini diserahkan kepada Sarmin Waluyo. Ratna Lestari "
            "mendapat kepercayaan sebagai Sekretaris Dinas Perhubungan."
        ),
    ],
)
def test_who_is_followed_leaves_that_post(text: str) -> None:
    assert sorted(moves(text)) == [
        ("Ratna Lestari", "Camat Luwuk", "Sekretaris Dinas Perhubungan"),
        ("Sarmin Waluyo", None, "Camat Luwuk"),
    ]


@pytest.mark.parametrize(
    "text",
    [
        "Sarmin Waluyo dilantik sebagai Camat Luwuk menggantikan Ratna Lestari yang pensiun.",
        "Sarmin Waluyo menjadi Camat Luwuk menggantikan Ratna Lestari yang wafat November lalu.",
        (
            "Sarmin Waluyo dilantik sebagai Camat Luwuk menggantikan Ratna Lestari yang saat ini menjabat "
            "sebagai Kepala "
            "Dinas Sosial."
        ),
        "Camat Luwuk yang sebelumnya dijabat Ratna Lestari yang telah memasuki masa pensiun kini diisi Sarmin Waluyo.",
    ],
)
def test_who_left_before_is_no_move(text: str) -> None:
    assert moves(text) == [("Sarmin Waluyo", None, "Camat Luwuk")]


def test_an_office_is_handed_over() -> None:
    text = "Serah terima jabatan Camat Woha dari Sarmin Waluyo kepada Ratna Lestari digelar kemarin."
    assert moves(text) == [("Sarmin Waluyo", "Camat Woha", None), ("Ratna Lestari", None, "Camat Woha")]


def test_a_verb_told_once_serves_all_that_follow() -> None:
    text = "Sarmin Waluyo menduduki Kabid Aset BPKAD, Joko Arifin Kabid Anggaran, dan Ratna Lestari Kabag Umum."
    assert moves(text) == [
        ("Sarmin Waluyo", None, "Kabid Aset BPKAD"),
        ("Joko Arifin", None, "Kabid Anggaran"),
        ("Ratna Lestari", None, "Kabag Umum"),
    ]


def test_people_named_together_share_the_posts_in_their_order() -> None:
    text = "Camat Woha Sarmin Waluyo dan Joko Arifin dilantik, masing-masing menjadi Kabag Umum dan Kabag Hukum."
    assert moves(text) == [("Sarmin Waluyo", "Camat Woha", "Kabag Umum"), ("Joko Arifin", None, "Kabag Hukum")]


def test_a_removal_serves_all_named_before_it() -> None:
    text = "Kabag Humas Sarmin Waluyo, Kabag Umum Joko Arifin, dan Camat Woha Ratna Lestari dinonjobkan."
    assert moves(text) == [
        ("Sarmin Waluyo", "Kabag Humas", None),
        ("Joko Arifin", "Kabag Umum", None),
        ("Ratna Lestari", "Camat Woha", None),
    ]


def test_posts_and_their_new_holders_in_a_row() -> None:
    text = (
        "Kadis Sosial kini dijabat Sarmin Waluyo, Kadis Kesehatan dijabat Ratna Lestari, Inspektur diisi Joko Arifin."
    )
    assert moves(text) == [
        ("Sarmin Waluyo", None, "Kadis Sosial"),
        ("Ratna Lestari", None, "Kadis Kesehatan"),
        ("Joko Arifin", None, "Inspektur"),
    ]


def test_who_makes_room_in_the_same_move_is_out() -> None:
    text = "Camat Sadu yang sebelumnya dijabat oleh Sarmin Waluyo digantikan oleh Joko Arifin, S.STP."
    assert moves(text) == [("Sarmin Waluyo", "Camat Sadu", None), ("Joko Arifin", None, "Camat Sadu")]


@pytest.mark.parametrize(
    "text",
    [
        "Kepala Satpol PP Sarmin Waluyo dan Kepala Pelaksana BPBD Joko Arifin bertukar posisi.",
        "Kepala Satpol PP Sarmin Waluyo bertukar posisi dengan Kepala Pelaksana BPBD, Joko Arifin.",
        "Kepala Satpol PP Sarmin Waluyo dan Kepala Pelaksana BPBD Joko Arifin, keduanya saling menempati kursi lawan.",
    ],
)
def test_two_swap_their_posts(text: str) -> None:
    assert moves(text) == [
        ("Sarmin Waluyo", "Kepala Satpol PP", "Kepala Pelaksana BPBD"),
        ("Joko Arifin", "Kepala Pelaksana BPBD", "Kepala Satpol PP"),
    ]


def test_places_alone_stand_for_posts_named_before() -> None:
    text = (
        "Camat Bualemo dan Camat Balantak Utara bertukar tempat: Sarmin Waluyo dari Bualemo ke Balantak Utara, "
        "sebaliknya Ratna Lestari dari Balantak Utara ke Bualemo."
    )
    assert moves(text) == [
        ("Sarmin Waluyo", "Camat Bualemo", "Camat Balantak Utara"),
        ("Ratna Lestari", "Camat Balantak Utara", "Camat Bualemo"),
    ]


@pytest.mark.parametrize(
    "holder",
    ["Kepala Dinas Sosial lama, Joko Arifin,", "Kepala Dinas Sosial Joko Arifin", "Kepala Dinas Sosial, Joko Arifin,"],
)
def test_one_who_replaces_the_holder_of_a_post_enters_it(holder: str) -> None:
    text = f"Sarmin Waluyo menggantikan {holder} yang digeser menjadi Asisten II."
    assert moves(text) == [
        ("Sarmin Waluyo", None, "Kepala Dinas Sosial"),
        ("Joko Arifin", "Kepala Dinas Sosial", "Asisten II"),
    ]
    pensioned = f"Sarmin Waluyo menggantikan {holder} yang pensiun."
    assert moves(pensioned) == [("Sarmin Waluyo", None, "Kepala Dinas Sosial")]


def test_a_seat_told_by_its_holder_passes_on_after_a_comma() -> None:
    text = (
        "Camat Mojoroto, yang semula dijabat Sarmin Waluyo, diisi oleh Kasubag Humas dan Protokol, Joko Arifin. "
        "Sedangkan posisi Joko, diisi oleh Sarmin Waluyo."
    )
    assert moves(text) == [
        ("Sarmin Waluyo", "Camat Mojoroto", "Kasubag Humas dan Protokol"),
        ("Joko Arifin", "Kasubag Humas dan Protokol", "Camat Mojoroto"),
    ]


def test_the_status_held_before_is_the_post_left() -> None:
    text = "Sarmin Waluyo yang sebelumnya berstatus Kepala Inspektorat, kini dipercaya memimpin Dinas Sosial."
    assert moves(text) == [("Sarmin Waluyo", "Kepala Inspektorat", "Kepala Dinas Sosial")]
