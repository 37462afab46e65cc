"""Lists and tables: their columns in any order, ranks and numbers of civil servants, people who do not move.

Moves are written `person: post left > post entered`, `-` where none is told.
"""

from __future__ import annotations

import pytest
from told_moves import told


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            (
                "Bupati melantik dua pejabat. Berikut daftarnya:\n1. Sarmin Waluyo, S.Sos (NIP 197001011990031001), "
                "Pembina Utama Muda IV/c, Kepala Dinas Sosial\n2. Ratna Lestari, SE, Pembina Tk. I (IV/b), Camat "
                "Woha"
            ),
            ["Sarmin Waluyo: - > Kepala Dinas Sosial", "Ratna Lestari: - > Camat Woha"],
        ),
        (
            (
                "Bupati melantik dua pejabat. Berikut daftarnya:\nNo | Jabatan Lama | Nama | Jabatan Baru\n1 | "
                "Kepala Dinas Sosial | Sarmin Waluyo | Kepala Bappeda\n2 | Camat Woha | Ratna Lestari | Kepala "
                "Satpol PP"
            ),
            [
                "Sarmin Waluyo: Kepala Dinas Sosial > Kepala Bappeda",
                "Ratna Lestari: Camat Woha > Kepala Satpol PP",
            ],
        ),
        (
            (
                "Bupati melantik dua pejabat. Berikut daftarnya:\nJabatan Baru | Nama | Jabatan Lama\nKepala Bappeda "
                "| Sarmin Waluyo | Kepala Dinas Sosial\nKepala Satpol PP | Ratna Lestari | Camat Woha"
            ),
            [
                "Sarmin Waluyo: Kepala Dinas Sosial > Kepala Bappeda",
                "Ratna Lestari: Camat Woha > Kepala Satpol PP",
            ],
        ),
        (
            (
                "Bupati melantik dua pejabat. Berikut daftarnya:\nJabatan | Nama\nKepala Bappeda | Sarmin "
                "Waluyo\nKepala Satpol PP | Ratna Lestari"
            ),
            ["Sarmin Waluyo: - > Kepala Bappeda", "Ratna Lestari: - > Kepala Satpol PP"],
        ),
        (
            (
                "Bupati melantik dua pejabat. Berikut daftarnya:\nJabatan Lama | Jabatan Baru | Nama\nKepala Dinas "
                "Sosial | Kepala Bappeda | Sarmin Waluyo\nCamat Woha | Kepala Satpol PP | Ratna Lestari"
            ),
            [
                "Sarmin Waluyo: Kepala Dinas Sosial > Kepala Bappeda",
                "Ratna Lestari: Camat Woha > Kepala Satpol PP",
            ],
        ),
        (
            (
                "Bupati melantik dua pejabat. Berikut daftarnya:\n1. Kepala Dinas Sosial dijabat Sarmin Waluyo "
                "(Camat Woha)\n2. Kepala Dinas Pasar dijabat Joko Arifin (Kabag Umum)"
            ),
            ["Sarmin Waluyo: Camat Woha > Kepala Dinas Sosial", "Joko Arifin: Kabag Umum > Kepala Dinas Pasar"],
        ),
        (
            (
                "Bupati melantik dua pejabat. Berikut daftarnya:\nSarmin Waluyo: Kepala Dinas Sosial -> Kepala "
                "Bappeda\nRatna Lestari: Camat Woha -> Kepala Satpol PP"
            ),
            [
                "Sarmin Waluyo: Kepala Dinas Sosial > Kepala Bappeda",
                "Ratna Lestari: Camat Woha > Kepala Satpol PP",
            ],
        ),
    ],
)
def test_a_table_is_read_by_its_columns(text: str, expected: list[str]) -> None:
    assert told(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "Kepala Dinas Sosial Sarmin Waluyo mengatakan pelantikan berlangsung lancar. Bupati melantik 20 pejabat.",
            [],
        ),
        (
            (
                "Bupati melantik 20 pejabat. Menurut Kepala BKPSDM Sarmin Waluyo, mutasi itu biasa. Sekda Joko "
                "Arifin, yang hadir, sependapat."
            ),
            [],
        ),
        (
            (
                'Bupati melantik 20 pejabat. "Semoga amanah," kata Sarmin Waluyo, Kepala BKPSDM, usai acara. Ia '
                "sebagai Kepala BKPSDM berharap semua bekerja."
            ),
            [],
        ),
        (
            (
                "Ketua DPRD Sarmin Waluyo menyambut baik pelantikan Sekda. Anggota Komisi I Joko Arifin, mantan "
                "Camat Woha, mengingatkan bupati."
            ),
            [],
        ),
        (
            "Sarmin Waluyo selaku Plt Kepala BKD membenarkan ada 20 pejabat yang dilantik.",
            [],
        ),
        (
            (
                "Kabar yang beredar, Camat Woha Sarmin Waluyo akan digeser ke Satpol PP. Bupati belum melantik siapa "
                "pun."
            ),
            [],
        ),
        (
            'Dua kepala dinas dicopot. "Mereka dilepastugaskan," kata Kepala BKPSDM Joko Arifin, Senin.',
            [],
        ),
    ],
)
def test_rumours_speakers_and_headlines_tell_no_move(text: str, expected: list[str]) -> None:
    assert told(text) == expected
