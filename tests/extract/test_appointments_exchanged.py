"""Posts that people exchange, share or take in another's stead, and short names of the headline.

Moves are written `person: post left > post entered`, `-` where none is told.
"""

from __future__ import annotations

import pytest
from told_moves import told


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "Sarmin Waluyo yang sebelumnya jadi Kasatpol PP bertukar kursi dengan Joko Arifin sebagai Kabag Umum.",
            ["Sarmin Waluyo: Kasatpol PP > Kabag Umum", "Joko Arifin: Kabag Umum > Kasatpol PP"],
        ),
        (
            (
                "Kadis Sosial Sarmin Waluyo dilantik menjadi Asisten Administrasi Umum. Sarmin bertukar tempat dengan "
                "Joko Arifin."
            ),
            [
                "Sarmin Waluyo: Kadis Sosial > Asisten Administrasi Umum",
                "Joko Arifin: Asisten Administrasi Umum > Kadis Sosial",
            ],
        ),
        (
            (
                "Bupati mengganti Kepala Dinas Sosial, Sarmin Waluyo, dengan Ir H Joko Arifin MM. Sarmin sendiri "
                "diangkat menjadi Asisten II."
            ),
            ["Sarmin Waluyo: Kepala Dinas Sosial > Asisten II", "Joko Arifin: - > Kepala Dinas Sosial"],
        ),
    ],
)
def test_places_are_exchanged(text: str, expected: list[str]) -> None:
    assert told(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            (
                "Posisi Pjs Bupati Bima menggantikan Umar Latif dan Hadi Wasito adalah Sarmin Waluyo yang merupakan "
                "Asisten I. Untuk Pjs Bupati Dompu pengganti Budi Karsa adalah Joko Arifin."
            ),
            ["Sarmin Waluyo: Asisten I > Pjs Bupati Bima", "Joko Arifin: - > Pjs Bupati Dompu"],
        ),
        (
            (
                "Camat Woha Sarmin Waluyo dilantik menjadi Kabag Umum. Bupati melantik Joko Arifin yang sebelumnya "
                "menjabat Sekcam Sape menggantikan posisi yang ditinggalkan Sarmin."
            ),
            ["Sarmin Waluyo: Camat Woha > Kabag Umum", "Joko Arifin: Sekcam Sape > Camat Woha"],
        ),
        (
            "Umi Barkah sebelumnya Direktur RSUD Bima. Posisi baru Umi adalah Kepala Biro Perekonomian.",
            ["Umi Barkah: Direktur RSUD Bima > Kepala Biro Perekonomian"],
        ),
    ],
)
def test_a_post_is_taken_in_anothers_stead(text: str, expected: list[str]) -> None:
    assert told(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "Sarmin Waluyo dan Joko Arifin dilantik sebagai Staf Ahli Wali Kota.",
            ["Sarmin Waluyo: - > Staf Ahli Wali Kota", "Joko Arifin: - > Staf Ahli Wali Kota"],
        ),
        (
            "Gubernur menunjuk Sekda Bima Sarmin Waluyo dan Sekda Dompu Joko Arifin sebagai Plh Bupati di daerahnya.",
            ["Sarmin Waluyo: Sekda Bima > Plh Bupati", "Joko Arifin: Sekda Dompu > Plh Bupati"],
        ),
        (
            (
                "Yang dikukuhkan sebagai Pjs di antaranya, Bupati Bima Sarmin Waluyo (Asisten II), Pjs Bupati Dompu "
                "Drs.Joko Arifin,M.Si (Kepala Satpol PP)."
            ),
            ["Sarmin Waluyo: Asisten II > Pjs Bupati Bima", "Joko Arifin: Kepala Satpol PP > Pjs Bupati Dompu"],
        ),
    ],
)
def test_one_telling_holds_for_several(text: str, expected: list[str]) -> None:
    assert told(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "Gubernur Tunjuk Sarmin sebagai Plh Sekda\nGubernur menunjuk Sarmin Waluyo sebagai Plh Sekretaris Daerah.",
            ["Sarmin Waluyo: - > Plh Sekda"],
        ),
        ("Bupati melantik penjabat:\n- Umar Latif sebagai KPN Kilbat Kecamatan Woha,\n- Hadi sebagai KPN Rontu.", []),
    ],
)
def test_short_names_and_unknown_posts(text: str, expected: list[str]) -> None:
    assert told(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "Joko Arifin dilantik sebagai Perencana Ahli Muda di Bappeda Litbang.",
            ["Joko Arifin: - > Perencana Ahli Muda di Bappeda Litbang"],
        ),
        (
            "Hadi Wasito yang sebelumnya guru di SMAN 1 Bima kini ditugaskan di SMAN 2 Woha.",
            ["Hadi Wasito: guru di SMAN 1 Bima > Kepala SMAN 2 Woha"],
        ),
        (
            "Bupati melantik Direktur RSUD Embung Fatimah di aula kantornya.",
            [],
        ),
        (
            "Sekretaris Kominfo dijabat oleh mantan Camat Woha, Sarmin Waluyo.",
            ["Sarmin Waluyo: Camat Woha > Sekretaris Kominfo"],
        ),
        (
            "Sekda Umar Latif melantik Camat Woha. Jabatan itu kini diamanahkan kepada, Joko Arifin, Sekcam Sape.",
            ["Joko Arifin: Sekcam Sape > Camat Woha"],
        ),
        (
            (
                "Pejabat yang dicopot bupati adalah:\nKepala Dinas Sosial, Joko Arifin, S.Sos\ndan Direktur RSUD "
                "Benyamin Guluh, dr. Umi Barkah, M.Kes"
            ),
            ["Joko Arifin: Kepala Dinas Sosial > -", "Umi Barkah: Direktur RSUD Benyamin Guluh > -"],
        ),
        ("Beredar 3 Nama Pejabat yang Akan Dirotasi\nKepala Dinas Sosial dijabat Joko Arifin, semula Camat Woha.", []),
    ],
)
def test_units_and_headlines(text: str, expected: list[str]) -> None:
    assert told(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "Sarmin Waluyo ditunjuk sebagai Pj Wako Bima usai berakhirnya masa jabatan Umar sebagai Pj Wali Kota.",
            ["Sarmin Waluyo: - > Pj Wako Bima"],
        ),
        (
            "Joko Arifin dan lainnya dilantik: Joko Arifin menjabat caretaker Bupati Bima.",
            ["Joko Arifin: - > Pj Bupati Bima"],
        ),
        (
            (
                "Gubernur menonjobkan Karo Hukum, Sarmin Waluyo. Selain menjabat sebagai Karo Hukum, Sarmin "
                "selama ini juga dipercaya sebagai Plt Asisten II."
            ),
            ["Sarmin Waluyo: Karo Hukum > -"],
        ),
        (
            (
                "Dua pejabat dimutasi. Ada Kepala BKD Sarmin Waluyo pada posisi baru sebagai Asisten II. Juga ada nama "
                "Joko Arifin sebagai Staf Ahli Bidang Ekonomi, sebelumnya dia menjabat Camat Woha."
            ),
            ["Sarmin Waluyo: Kepala BKD > Asisten II", "Joko Arifin: Camat Woha > Staf Ahli Bidang Ekonomi"],
        ),
    ],
)
def test_terms_that_end_and_posts_held_meanwhile(text: str, expected: list[str]) -> None:
    assert told(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "Di kecamatan masing-masing, Sekda Umar Latif menyebut sertijab penting usai pelantikan.",
            [],
        ),
        (
            "Tukar kursi dialami oleh Kadin Koperasi, Joko Arifin menjadi Kadinsosnakertrans.",
            ["Joko Arifin: Kadin Koperasi > Kadinsosnakertrans"],
        ),
        (
            "Yang dilantik adalah Joko Arifin sebagai Sekwan, yang sebelumnya Joko Arifin sebagai Camat Woha.",
            ["Joko Arifin: Camat Woha > Sekwan"],
        ),
        (
            (
                "Ratna Lestari kini Kepala Dinas Sosial. Selain kepala dinas tersebut, Joko Arifin dan Umi Barkah "
                "dilantik sebagai Staf Ahli Wali Kota."
            ),
            [
                "Ratna Lestari: - > Kepala Dinas Sosial",
                "Joko Arifin: - > Staf Ahli Wali Kota",
                "Umi Barkah: - > Staf Ahli Wali Kota",
            ],
        ),
        ("Kadis Sosial Joko Arifin sangat besar peluangnya menjadi Sekda.", []),
    ],
)
def test_speakers_and_people_told_again(text: str, expected: list[str]) -> None:
    assert told(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "Karena itu, ucap Umar Latif, yang akan mengisi jabatan sebagai Plt Bupati Bima adalah Sekda Joko.",
            [],
        ),
        (
            "Menurut Umar Latif, mantan Kadis PU Ratna Lestari pindah jadi staf ahli.",
            ["Ratna Lestari: Kadis PU > staf ahli"],
        ),
        (
            'Hal itu dibenarkan Kepala BKD Umar Latif.\n"Benar, penggantinya Hadi sebagai Plt Kadis Sosial."',
            [],
        ),
    ],
)
def test_who_speaks_leaves_nothing(text: str, expected: list[str]) -> None:
    assert [move for move in told(text) if not move.startswith(("Joko", "Hadi"))] == expected
