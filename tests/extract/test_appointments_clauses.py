"""Who of two people in one clause is moved, and posts told after a name or in a series without its verb.

Moves are written `person: post left > post entered`, `-` where none is told.
"""

from __future__ import annotations

import pytest
from told_moves import told


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Sarmin Waluyo dilantik Bupati Bima Umar Latif sebagai Sekda, Senin.", ["Sarmin Waluyo: - > Sekda"]),
        (
            "Demikian Sarmin Waluyo, yang ditunjuk Plt Bupati Bima Umar Latif sebagai Plh Kepala Dinas Sosial.",
            ["Sarmin Waluyo: - > Plh Kepala Dinas Sosial"],
        ),
        (
            "Bupati menunjuk Kepala Bappeda Sarmin Waluyo. Kepala Bappeda itu dilantik Umar Latif sebagai Pj Sekda.",
            ["Sarmin Waluyo: Kepala Bappeda > Pj Sekda"],
        ),
        (
            "Ratna Lestari dilantik Bupati Bima Umar Latif di pendopo. Ratna sebelumnya Asisten Administrasi Umum.",
            [],
        ),
    ],
)
def test_who_decides_is_not_moved(text: str, expected: list[str]) -> None:
    assert told(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            (
                "dr. Ratna Lestari, semula Kepala Puskesmas Woha, kini menjadi Kepala Puskesmas Sape. Penggantinya di "
                "Woha ialah dr. Joko Arifin yang sebelumnya Kepala Puskesmas Monta."
            ),
            [
                "Ratna Lestari: Kepala Puskesmas Woha > Kepala Puskesmas Sape",
                "Joko Arifin: Kepala Puskesmas Monta > Kepala Puskesmas Woha",
            ],
        ),
    ],
)
def test_a_successor_takes_the_post_left(text: str, expected: list[str]) -> None:
    assert told(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "Plt Kadis Sosial dirangkap Ratna Lestari yang kini Kadis Kesehatan.",
            ["Ratna Lestari: Kadis Kesehatan > Plt Kadis Sosial"],
        ),
        (
            (
                "Kadis Sosial Sarmin Waluyo menjadi Pjs Bupati Bima, Kadis Kesehatan Joko Arifin Pjs Bupati Dompu, dan "
                "Kepala Bappeda Ratna Lestari Pjs Wali Kota Bima."
            ),
            [
                "Sarmin Waluyo: Kadis Sosial > Pjs Bupati Bima",
                "Joko Arifin: Kadis Kesehatan > Pjs Bupati Dompu",
                "Ratna Lestari: Kepala Bappeda > Pjs Wali Kota Bima",
            ],
        ),
        (
            '"Plt Camat Woha yang kami tunjuk adalah Kabag Umum Setda, Sarmin Waluyo," ucap Sekda Bima Umar Latif.',
            ["Sarmin Waluyo: Kabag Umum Setda > Plt Camat Woha"],
        ),
        (
            (
                "Pemkab mengganti sejumlah Plt. Kabid Mutasi Umar Latif, mendampingi Kepala BKD Salim Wardoyo, merinci "
                "ada dua camat.\nMereka Plt. Camat Woha Sarmin Waluyo dan Plt. Camat Sape Ratna Lestari."
            ),
            ["Sarmin Waluyo: - > Plt Camat Woha", "Ratna Lestari: - > Plt Camat Sape"],
        ),
    ],
)
def test_designations_in_apposition_and_series(text: str, expected: list[str]) -> None:
    assert told(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "Sarmin Waluyo bertahan sebagai Kepala Dinas Sosial meski sudah dicopot.",
            ["Sarmin Waluyo: Kepala Dinas Sosial > -"],
        ),
        (
            "Sekda definitif Sarmin Waluyo telah dinonaktifkan Bupati Umar Latif dan ditempatkan di bagian umum.",
            ["Sarmin Waluyo: Sekda > -"],
        ),
        (
            (
                "Bupati menunjuk Asisten I Ratna Lestari menjadi Plt Kadis Sosial. Kursi tersebut ditinggalkan Sarmin "
                "Waluyo yang mengundurkan diri."
            ),
            ["Ratna Lestari: Asisten I > Plt Kadis Sosial", "Sarmin Waluyo: Kadis Sosial > -"],
        ),
        (
            (
                "Joko Arifin sebelumnya Staf Ahli Bupati. Selain dia, yang diberhentikan adalah Sarmin Waluyo (Kadis "
                "Sosial) dan Ratna Lestari (Camat Woha)."
            ),
            [
                "Joko Arifin: Staf Ahli Bupati > -",
                "Sarmin Waluyo: Kadis Sosial > -",
                "Ratna Lestari: Camat Woha > -",
            ],
        ),
        (
            (
                "Gubernur melantik Sarmin Waluyo sebagai Pj Bupati Bima. Sarmin menggantikan Umar Latif yang masa "
                "tugasnya habis hari itu."
            ),
            ["Sarmin Waluyo: - > Pj Bupati Bima"],
        ),
    ],
)
def test_the_post_of_one_removed(text: str, expected: list[str]) -> None:
    assert told(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "Bupati menunjuk Kabag Umum H. Lalu Wardana sebagai Plt Camat Praya.",
            ["Lalu Wardana: Kabag Umum > Plt Camat Praya"],
        ),
        (
            (
                "Bupati mengeluhkan banyak hal.\nIni keputusan sepihak, ujar Salim Wardoyo Kusuma, Senin.\nWardoyo "
                "dinonjobkan. Wardoyo sebelumnya Kadis Sosial."
            ),
            ["Salim Wardoyo Kusuma: Kadis Sosial > -"],
        ),
        (
            "Kata Ida Bagus Ketut Artana, itu biasa.\nGus Artana dilantik sebagai Kepala Dinas Sosial.",
            ["Ida Bagus Ketut Artana: - > Kepala Dinas Sosial"],
        ),
    ],
)
def test_names_in_other_forms(text: str, expected: list[str]) -> None:
    assert told("Kabar dari pemerintah daerah.\n" + text) == expected


def test_a_list_of_designated_people_goes_on_over_sentences() -> None:
    text = (
        "Bupati menunjuk sejumlah Plt. Mereka Plt. Camat Woha Sarmin Waluyo dan Plt. Camat Sape Ratna Lestari. "
        "Berikutnya Plt. Sekretaris BKPSDM Joko Arifin. Lalu Plt. Kabag Umum Salim Wardoyo, dan Plt. Kabag Kesra "
        "Umar Latif. Plt Kepala Bappeda Dewi Anjani mengatakan hal itu biasa."
    )
    assert told(text) == [
        "Sarmin Waluyo: - > Plt Camat Woha",
        "Ratna Lestari: - > Plt Camat Sape",
        "Joko Arifin: - > Plt Sekretaris BKPSDM",
        "Salim Wardoyo: - > Plt Kabag Umum",
        "Umar Latif: - > Plt Kabag Kesra",
    ]


def test_one_sworn_in_and_removed_afterwards_moves_twice() -> None:
    text = (
        "Bupati Bima melantik 12 pejabat, Selasa. Salah satunya Sarmin Waluyo sebagai Kepala Dinas Sosial.\nBeberapa "
        "jam kemudian, Sarmin Waluyo dinonaktifkan dari jabatan itu."
    )
    assert told(text) == ["Sarmin Waluyo: - > Kepala Dinas Sosial", "Sarmin Waluyo: Kepala Dinas Sosial > -"]


def test_a_feast_is_nobody() -> None:
    assert told("Wali kota mencopot lurah yang pulang saat Idulfitri, Camat Woha.") == []


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "Camat Woha Sarmin Waluyo dilantik menjadi Camat Sape. Pengganti Sarmin adalah Joko Arifin, Sekcam Woha.",
            ["Sarmin Waluyo: Camat Woha > Camat Sape", "Joko Arifin: Sekcam Woha > Camat Woha"],
        ),
        ("Kepala BKD Umar Latif akan menentukan Plh Kabid SMA pengganti Dewi Anjani.", []),
        (
            "Dirjen Perkeretaapian Kemenhub Sarmin Waluyo menjadi Pj Gubernur Maluku, Kamis.",
            ["Sarmin Waluyo: Dirjen Perkeretaapian Kemenhub > Pj Gubernur Maluku"],
        ),
        ("Sarmin Waluyo dilantik menjadi Dirjen Perkeretaapian Kemenhub, Kamis.", []),
        (
            "Mereka yang dilantik antara lain Sarmin Waluyo (SDN Karang Jati) dan Joko Arifin sebagai Camat Sape.",
            ["Sarmin Waluyo: - > Kepala SDN Karang Jati", "Joko Arifin: - > Camat Sape"],
        ),
        (
            "Sarmin Waluyo ditunjuk sebagai Plt Camat Woha menggantikan Joko Arifin.",
            ["Sarmin Waluyo: - > Plt Camat Woha", "Joko Arifin: Camat Woha > -"],
        ),
        ("Bupati melantik Sekda pengganti Salim Wardoyo, Ratna Lestari.", ["Ratna Lestari: - > Sekda"]),
        ('"Berlaku pekan ini," kata Plt Kepala BKD Sarmin Waluyo yang sehari-hari Asisten I, Kamis.', []),
        (
            (
                "Pj Gubernur akan menetapkan Plt Kepala Dinas Sosial pekan ini.\nSebelumnya, ia telah menunjuk "
                "Inspektur Sarmin Waluyo sebagai Plt sementara kepala dinas tersebut."
            ),
            ["Sarmin Waluyo: Inspektur > Plt Kepala Dinas Sosial"],
        ),
    ],
)
def test_predecessors_speakers_and_posts_told_before(text: str, expected: list[str]) -> None:
    assert told(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            (
                "Gubernur melantik Kepala Dinas Sosial Sarmin Waluyo sebagai Pj Bupati Lebak menggantikan Joko Arifin "
                "yang habis masa jabatannya."
            ),
            ["Sarmin Waluyo: Kepala Dinas Sosial > Pj Bupati Lebak"],
        ),
        (
            (
                "Sebagai Plt Direktur RSUD Bima, bupati menunjuk dr. Ratna Lestari yang sehari-hari menjabat Kabid "
                "Pelayanan Medis."
            ),
            ["Ratna Lestari: Kabid Pelayanan Medis > Plt Direktur RSUD Bima"],
        ),
        (
            (
                "Bupati Umar Latif mencopot Sarmin Waluyo dari jabatan Kadis Sosial dan menunjuk Ratna Lestari sebagai "
                "penggantinya."
            ),
            ["Sarmin Waluyo: Kadis Sosial > -", "Ratna Lestari: - > Kadis Sosial"],
        ),
        (
            (
                "Bupati membebastugaskan Kepala Dinas Sosial Sarmin Waluyo. Tugas kepala dinas diserahkan kepada Camat "
                "Woha, Joko Arifin, sebagai Plt."
            ),
            ["Sarmin Waluyo: Kepala Dinas Sosial > -", "Joko Arifin: Camat Woha > Plt Kepala Dinas Sosial"],
        ),
        (
            "Sarmin Waluyo dilantik Umar Latif di pendopo sebagai Sekda.",
            ["Sarmin Waluyo: - > Sekda"],
        ),
        (
            "Kursi Camat Woha diserahkan ke Joko Arifin, sebelumnya Sekcam Sape.",
            ["Joko Arifin: Sekcam Sape > Camat Woha"],
        ),
        (
            (
                "Bupati menunjuk Sarmin Waluyo, Asisten I, menjadi Plt Kadis Sosial, Joko Arifin, Camat Woha, Plt "
                "Kadis Pendidikan, dan Ratna Lestari Plt Camat Sape."
            ),
            [
                "Sarmin Waluyo: Asisten I > Plt Kadis Sosial",
                "Joko Arifin: Camat Woha > Plt Kadis Pendidikan",
                "Ratna Lestari: - > Plt Camat Sape",
            ],
        ),
        (
            "Sarmin Waluyo didemosi dari Kadis Sosial menjadi Kabid Kebersihan Dinas Lingkungan Hidup.",
            ["Sarmin Waluyo: Kadis Sosial > Kabid Kebersihan Dinas Lingkungan Hidup"],
        ),
        (
            "Ditunjuk sebagai Plh Sekda, Sarmin Waluyo yang merupakan Asisten I mengaku siap bekerja.",
            ["Sarmin Waluyo: Asisten I > Plh Sekda"],
        ),
        (
            "Sarmin Waluyo ditunjuk oleh Bupati Umar Latif menjadi Plt Kadis Sosial.",
            ["Sarmin Waluyo: - > Plt Kadis Sosial"],
        ),
        (
            "Yang ditunjuk mengisi kursi Camat Woha adalah Sarmin Waluyo, Kabag Umum Setda.",
            ["Sarmin Waluyo: Kabag Umum Setda > Camat Woha"],
        ),
    ],
)
def test_posts_told_before_their_people(text: str, expected: list[str]) -> None:
    assert told("Kabar dari daerah.\n" + text) == expected
