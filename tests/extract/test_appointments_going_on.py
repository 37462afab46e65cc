"""Lists of people that go on from sentence to sentence, and people told beside who are not moved.

Moves are written `person: post left > post entered`, `-` where none is told.
"""

from __future__ import annotations

import pytest

from extract.appointments import find_appointments
from extract.folding import fold


def told(text: str) -> list[str]:
    moves = find_appointments(fold(text))
    return [f"{move.person}: {move.from_post or '-'} > {move.to_post or '-'}" for move in moves]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            (
                "Enam pejabat dilantik, Senin. Sarmin Waluyo sebagai Kepala Dinas Sosial, Ratna Lestari sebagai Kepala "
                "Dinas Pasar. Joko Arifin, Kepala Kesbangpol. Umi Barkah, Kepala BKPSDM, Hadi Wasito sebagai Sekwan."
            ),
            [
                "Sarmin Waluyo: - > Kepala Dinas Sosial",
                "Ratna Lestari: - > Kepala Dinas Pasar",
                "Joko Arifin: - > Kepala Kesbangpol",
                "Umi Barkah: - > Kepala BKPSDM",
                "Hadi Wasito: - > Sekwan",
            ],
        ),
        (
            (
                "Tiga kepala dinas dilantik kembali. Ketiganya, yakni Sarmin Waluyo menjabat Kepala Dinas Sosial. "
                "Ratna Lestari menjabat Kepala Dinas Pasar. Joko Arifin Kepala Satpol PP dan Damkar."
            ),
            [
                "Sarmin Waluyo: - > Kepala Dinas Sosial",
                "Ratna Lestari: - > Kepala Dinas Pasar",
                "Joko Arifin: - > Kepala Satpol PP dan Damkar",
            ],
        ),
        (
            (
                "Bupati menerbitkan surat penugasan bagi pelaksana tugas.\nPlt Kepala Dinas Sosial Kabupaten Bima, "
                "Sarmin Waluyo. Plt Kepala Dinas Pasar, Ratna Lestari. Plt Kepala Bappeda Joko Arifin."
            ),
            [
                "Sarmin Waluyo: - > Plt Kepala Dinas Sosial Kabupaten Bima",
                "Ratna Lestari: - > Plt Kepala Dinas Pasar",
                "Joko Arifin: - > Plt Kepala Bappeda",
            ],
        ),
        (
            (
                "Penjabat kepala daerah yang dilantik di antaranya:\n1. Pj Bupati Bima H. Sarmin Waluyo (Kepala Biro "
                "Hukum)\n2. Pj Bupati Dompu Ratna Lestari (Sekretaris Daerah Kabupaten Dompu)"
            ),
            [
                "Sarmin Waluyo: Kepala Biro Hukum > Pj Bupati Bima",
                "Ratna Lestari: Sekretaris Daerah Kabupaten Dompu > Pj Bupati Dompu",
            ],
        ),
    ],
)
def test_a_list_goes_on(text: str, expected: list[str]) -> None:
    assert told(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "Bupati melantik dr Sarmin Waluyo sebagai Direktur RSUD Bima. RSUD Sape masih dijabat dr Umi Barkah.",
            ["Sarmin Waluyo: - > Direktur RSUD Bima"],
        ),
        (
            "Bupati melantik 13 camat. Camat yang tetap dipertahankan adalah Camat Woha, Sarmin Waluyo.",
            [],
        ),
        (
            "Posisi Camat Woha dijabat Sarmin Waluyo yang pensiun. Posisinya digantikan Ratna Lestari, Sekcam Sape.",
            ["Ratna Lestari: Sekcam Sape > Camat Woha"],
        ),
        (
            (
                "Penerima SK penunjukan, diserahkan oleh Plh Gubernur NTB, Drs. Umar Latif, yakni Plh Bupati Bima, "
                "Sarmin Waluyo, Plh Bupati Dompu, Ratna Lestari."
            ),
            ["Sarmin Waluyo: - > Plh Bupati Bima", "Ratna Lestari: - > Plh Bupati Dompu"],
        ),
    ],
)
def test_who_stays_or_hands_over_is_not_moved(text: str, expected: list[str]) -> None:
    assert told(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "Sarmin Waluyo yang sebelumnya sebagai Kepala Dinas Pasar, saat ini menjadi Staf Ahli Bidang Ekonomi.",
            ["Sarmin Waluyo: Kepala Dinas Pasar > Staf Ahli Bidang Ekonomi"],
        ),
        (
            "Sarmin Waluyo yang sebelumnya Kepala Dinas Pasar kini harus duduk dikursi Staf Ahli Bidang Ekonomi.",
            ["Sarmin Waluyo: Kepala Dinas Pasar > Staf Ahli Bidang Ekonomi"],
        ),
        (
            "Sarmin Waluyo dilantik sebagai Kepala Dinas Sosial, mengantikan Ratna Lestari.",
            ["Sarmin Waluyo: - > Kepala Dinas Sosial", "Ratna Lestari: Kepala Dinas Sosial > -"],
        ),
        (
            "Sarmin Waluyo semula Kepala Dinas Pemuda, Olahraga dan Pariwisata (Porapar) dirotasi menjadi Sekwan.",
            ["Sarmin Waluyo: Kepala Dinas Pemuda, Olahraga dan Pariwisata (Porapar) > Sekwan"],
        ),
    ],
)
def test_ways_of_telling_a_post(text: str, expected: list[str]) -> None:
    assert told(text) == expected
