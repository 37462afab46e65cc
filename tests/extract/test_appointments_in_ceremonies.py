"""What a sentence tells of people once a ceremony has been told.

Moves are written `person: post left > post entered`, `-` where none is told.
"""

from __future__ import annotations

import pytest
from told_moves import told

CEREMONY = "Bupati melantik puluhan pejabat, Senin (3/2). "


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "Sarmin Waluyo yang tadinya Kabag Umum sekarang duduk di kursi Kepala Dinas Sosial.",
            ["Sarmin Waluyo: Kabag Umum > Kepala Dinas Sosial"],
        ),
        (
            "Nama Sarmin Waluyo muncul sebagai Kepala Dinas Sosial yang baru. Ia sebelumnya Kabag Umum.",
            ["Sarmin Waluyo: Kabag Umum > Kepala Dinas Sosial"],
        ),
        (
            "Untuk posisi Kepala Dinas Sosial, bupati memilih Sarmin Waluyo.",
            ["Sarmin Waluyo: - > Kepala Dinas Sosial"],
        ),
        (
            "Kursi Kepala Dinas Sosial jatuh ke tangan Sarmin Waluyo, yang selama ini Camat Woha.",
            ["Sarmin Waluyo: Camat Woha > Kepala Dinas Sosial"],
        ),
        (
            "Kepala Dinas Sosial yang lama Sarmin Waluyo kini menempati pos baru selaku Asisten II.",
            ["Sarmin Waluyo: Kepala Dinas Sosial > Asisten II"],
        ),
        (
            (
                "Camat Woha Sarmin Waluyo ditarik ke kabupaten menjadi Kabag Umum. Penggantinya Joko Arifin, Sekcam "
                "Sape."
            ),
            ["Sarmin Waluyo: Camat Woha > Kabag Umum", "Joko Arifin: Sekcam Sape > Camat Woha"],
        ),
        (
            (
                "Camat Woha Sarmin Waluyo ditarik menjadi Kabag Umum, digantikan Joko Arifin yang sebelumnya Sekcam "
                "Sape."
            ),
            ["Sarmin Waluyo: Camat Woha > Kabag Umum", "Joko Arifin: Sekcam Sape > Camat Woha"],
        ),
        (
            (
                "Dua nama dipromosikan, yaitu Sarmin Waluyo dari Kabid Anggaran BPKAD ke Sekretaris BPKAD dan Joko "
                "Arifin dari Kasubbag Umum ke Kabag Umum."
            ),
            ["Sarmin Waluyo: Kabid Anggaran BPKAD > Sekretaris BPKAD", "Joko Arifin: Kasubbag Umum > Kabag Umum"],
        ),
        (
            "Sarmin Waluyo naik dari sekretaris menjadi Kepala Dinas Perhubungan.",
            ["Sarmin Waluyo: - > Kepala Dinas Perhubungan"],
        ),
        (
            "Sekretaris Dinas Perhubungan Sarmin Waluyo naik menjadi kepala dinas.",
            ["Sarmin Waluyo: Sekretaris Dinas Perhubungan > Kepala Dinas Perhubungan"],
        ),
        (
            (
                "Adapun Joko Arifin dipercaya menakhodai RSUD Woha. Direktur lama, dr. Ratna Lestari, kembali "
                "menjadi dokter spesialis."
            ),
            ["Joko Arifin: - > Direktur RSUD Woha"],
        ),
        (
            (
                "Lurah Sape Joko Arifin bergeser menjadi Lurah Woha; posisinya digantikan Sekretaris Lurah Sape, "
                "Ratna Lestari."
            ),
            ["Joko Arifin: Lurah Sape > Lurah Woha", "Ratna Lestari: Sekretaris Lurah Sape > Lurah Sape"],
        ),
        (
            (
                "Tiga camat bertukar tempat. Camat Woha Sarmin Waluyo ke Sape, Camat Sape Joko Arifin ke Bolo, dan "
                "Camat Bolo Ratna Lestari ke Woha."
            ),
            [
                "Sarmin Waluyo: Camat Woha > Camat Sape",
                "Joko Arifin: Camat Sape > Camat Bolo",
                "Ratna Lestari: Camat Bolo > Camat Woha",
            ],
        ),
        (
            "Sarmin Waluyo (Camat Woha) digeser menjadi Camat Sape, Joko Arifin (Camat Sape) menjadi Kabag Umum.",
            ["Sarmin Waluyo: Camat Woha > Camat Sape", "Joko Arifin: Camat Sape > Kabag Umum"],
        ),
        (
            (
                "Berikut nama-nama yang dilantik:\n\nAsisten I: Sarmin Waluyo\nKepala Dinas Sosial: Joko Arifin, "
                "S.Sos\nCamat Woha: Hj. Ratna Lestari"
            ),
            [
                "Sarmin Waluyo: - > Asisten I",
                "Joko Arifin: - > Kepala Dinas Sosial",
                "Ratna Lestari: - > Camat Woha",
            ],
        ),
        (
            (
                "Berikut nama-nama yang dilantik:\n\nSarmin Waluyo (Asisten I)\nJoko Arifin (Kepala Dinas "
                "Sosial)\nRatna Lestari (Camat Woha)"
            ),
            [
                "Sarmin Waluyo: - > Asisten I",
                "Joko Arifin: - > Kepala Dinas Sosial",
                "Ratna Lestari: - > Camat Woha",
            ],
        ),
        (
            (
                "Berikut nama-nama yang dilantik:\n\na. Sarmin Waluyo, SE jabatan lama Camat Woha jabatan baru "
                "Asisten I\nb. Joko Arifin jabatan lama Kabag Umum jabatan baru Kepala Dinas Sosial"
            ),
            ["Sarmin Waluyo: Camat Woha > Asisten I", "Joko Arifin: Kabag Umum > Kepala Dinas Sosial"],
        ),
        (
            "Rinciannya, Asisten I Sarmin Waluyo, Kepala Dinas Sosial Joko Arifin, dan Camat Woha Ratna Lestari.",
            [
                "Sarmin Waluyo: - > Asisten I",
                "Joko Arifin: - > Kepala Dinas Sosial",
                "Ratna Lestari: - > Camat Woha",
            ],
        ),
        (
            (
                "Yang dilantik ialah: Sarmin Waluyo, Asisten I; Joko Arifin, Kepala Dinas Sosial; dan Ratna Lestari, "
                "Camat Woha."
            ),
            [
                "Sarmin Waluyo: - > Asisten I",
                "Joko Arifin: - > Kepala Dinas Sosial",
                "Ratna Lestari: - > Camat Woha",
            ],
        ),
        (
            (
                "Pejabat eselon II yang dilantik: Sarmin Waluyo (Asisten I) menggantikan Joko Arifin yang pensiun, "
                "dan Ratna Lestari (Kepala Dinas Sosial)."
            ),
            ["Sarmin Waluyo: - > Asisten I", "Ratna Lestari: - > Kepala Dinas Sosial"],
        ),
        (
            (
                "Sarmin Waluyo menjabat Asisten I, Joko Arifin menjabat Kepala Dinas Sosial, sementara Camat Woha "
                "dijabat Ratna Lestari."
            ),
            [
                "Sarmin Waluyo: - > Asisten I",
                "Joko Arifin: - > Kepala Dinas Sosial",
                "Ratna Lestari: - > Camat Woha",
            ],
        ),
        (
            "Kepala Bappeda Sarmin Waluyo kini merangkap Plt Kepala Dinas Sosial.",
            ["Sarmin Waluyo: Kepala Bappeda > Plt Kepala Dinas Sosial"],
        ),
        (
            "Selain itu, Sarmin Waluyo dilantik sebagai Widyaiswara Ahli Utama. Jabatan terakhirnya Kepala BKPSDM.",
            ["Sarmin Waluyo: Kepala BKPSDM > Widyaiswara Ahli Utama"],
        ),
        (
            (
                "Sarmin Waluyo dilantik pada jabatan Kepala Bidang Pasar, Joko Arifin pada jabatan Kepala Seksi "
                "Retribusi."
            ),
            ["Sarmin Waluyo: - > Kepala Bidang Pasar", "Joko Arifin: - > Kepala Seksi Retribusi"],
        ),
        (
            (
                "Satu-satunya perempuan, Ratna Lestari, dipercaya memegang Dinas Pariwisata. Sebelum ini ia memimpin "
                "Kecamatan Woha."
            ),
            ["Ratna Lestari: Camat Woha > Kepala Dinas Pariwisata"],
        ),
        (
            "Kepada wartawan, Ratna Lestari yang baru dilantik sebagai Kepala Dinas Pariwisata mengaku siap bekerja.",
            ["Ratna Lestari: - > Kepala Dinas Pariwisata"],
        ),
        (
            "Ratna Lestari, Kepala Dinas Pariwisata yang baru dilantik, mengaku siap bekerja.",
            ["Ratna Lestari: - > Kepala Dinas Pariwisata"],
        ),
        (
            "Kepala Dinas Pariwisata yang baru dilantik, Ratna Lestari, mengaku siap bekerja.",
            ["Ratna Lestari: - > Kepala Dinas Pariwisata"],
        ),
        (
            '"Saya siap," ujar Ratna Lestari, Kepala Dinas Pariwisata yang baru. Sebelumnya ia Camat Woha.',
            ["Ratna Lestari: Camat Woha > Kepala Dinas Pariwisata"],
        ),
        (
            (
                "Ratna Lestari tetap sebagai Kepala Dinas Pariwisata namun dikukuhkan kembali karena perubahan "
                "nomenklatur."
            ),
            ["Ratna Lestari: - > Kepala Dinas Pariwisata"],
        ),
        (
            "Sekretaris DPRD yang semula kosong ditempati Joko Arifin, Kabag Persidangan.",
            ["Joko Arifin: Kabag Persidangan > Sekretaris DPRD"],
        ),
        (
            "Camat Woha dijabat Sarmin, Camat Sape dijabat Wahid, dan Camat Bolo dijabat Yusran.",
            ["Sarmin: - > Camat Woha", "Wahid: - > Camat Sape", "Yusran: - > Camat Bolo"],
        ),
        (
            (
                "Perpindahan menonjol: Joko Arifin (dari Kabag Umum menjadi Kadis Sosial), Ratna Lestari (dari Camat "
                "Woha ke Kabag Umum)."
            ),
            ["Joko Arifin: Kabag Umum > Kadis Sosial", "Ratna Lestari: Camat Woha > Kabag Umum"],
        ),
        (
            "Posisi Kadis Sosial yang ditinggalkan Joko Arifin diisi Ratna Lestari. Joko sendiri menjadi Asisten I.",
            ["Joko Arifin: Kadis Sosial > Asisten I", "Ratna Lestari: - > Kadis Sosial"],
        ),
        (
            "Kepala Dinas Sosial definitif kini Joko Arifin.",
            ["Joko Arifin: - > Kepala Dinas Sosial"],
        ),
        (
            "Kepala Dinas Sosial kini Joko Arifin, menggantikan Ratna Lestari yang menjadi Asisten III.",
            ["Joko Arifin: - > Kepala Dinas Sosial", "Ratna Lestari: Kepala Dinas Sosial > Asisten III"],
        ),
        (
            "Nasib berbeda dialami Joko Arifin. Camat Woha itu harus rela kehilangan jabatan.",
            ["Joko Arifin: Camat Woha > -"],
        ),
        (
            "Joko Arifin yang semula Camat Woha kini tanpa jabatan. Begitu pula Ratna Lestari, eks Lurah Sape.",
            ["Joko Arifin: Camat Woha > -", "Ratna Lestari: Lurah Sape > -"],
        ),
        (
            (
                "Di antaranya Kepala Bappeda dijabat Sarmin Waluyo, Dinas Sosial Joko Arifin, Kadisporabudpar Ratna "
                "Lestari."
            ),
            [
                "Sarmin Waluyo: - > Kepala Bappeda",
                "Joko Arifin: - > Kepala Dinas Sosial",
                "Ratna Lestari: - > Kadisporabudpar",
            ],
        ),
        (
            "Sarmin Waluyo sebelumnya Asisten Perekonomian kini diganti menjadi staff ahli Bidang Hukum.",
            ["Sarmin Waluyo: Asisten Perekonomian > staff ahli Bidang Hukum"],
        ),
    ],
)
def test_a_move_is_told_after_a_ceremony(text: str, expected: list[str]) -> None:
    assert told(CEREMONY + text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            (
                "Sejumlah pejabat yang hadir di antaranya Sekda Joko Arifin, Kepala BKPSDM Ratna Lestari, dan Kepala "
                "Inspektorat Sarmin Waluyo."
            ),
            [],
        ),
        (
            "Kepala BKPSDM Joko Arifin selaku ketua panitia menambahkan, formasi itu masih kurang.",
            [],
        ),
        (
            "Hal itu dibenarkan Kabid Mutasi BKPSDM, Joko Arifin. Pelantikan dipandu Kabag Umum Ratna Lestari.",
            [],
        ),
        (
            "Sekda Joko Arifin mewakili bupati. Doa dipimpin Kepala Kemenag Sarmin Waluyo.",
            [],
        ),
        (
            "Mantan Sekda Joko Arifin yang kini anggota DPRD mengkritik mutasi itu.",
            [],
        ),
    ],
)
def test_speakers_and_guests_do_not_move_after_a_ceremony(text: str, expected: list[str]) -> None:
    assert told(CEREMONY + text) == expected
