"""Verbs told once, posts without their unit, labelled items, and other ways of putting a move.

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
            (
                "Sarmin Waluyo kini Kepala Dinas Sosial, Joko Arifin Kepala Dinas Pasar, sedangkan Ratna Lestari "
                "Kabag Umum."
            ),
            [
                "Sarmin Waluyo: - > Kepala Dinas Sosial",
                "Joko Arifin: - > Kepala Dinas Pasar",
                "Ratna Lestari: - > Kabag Umum",
            ],
        ),
        (
            (
                CEREMONY + "Nama-nama yang mengikuti seleksi itu yakni Sarmin Waluyo (Kadis Pasar) dan Joko Arifin "
                "(Camat Woha)."
            ),
            [],
        ),
        (
            CEREMONY + "Kesepuluh orang itu adalah:\n- Sarmin, S.IPem., M.Si jabatan lama Camat Woha, diangkat dalam "
            "jabatan baru Camat Sape.\n- Joko Arifin jabatan lama Camat Wera diangkat dalam jabatan baru Camat Woha.",
            ["Sarmin: Camat Woha > Camat Sape", "Joko Arifin: Camat Wera > Camat Woha"],
        ),
        (
            "Sarmin Waluyo alias Danang yang lima bulan terakhir menjabat Camat Woha ditunjuk menjadi Camat Sape.",
            ["Sarmin Waluyo: Camat Woha > Camat Sape"],
        ),
        (
            (
                "Joko Arifin dilantik sebagai Asisten II. Joko menduduki kursi ditinggalkan Sarmin Waluyo yang "
                "bergeser Asisten III."
            ),
            ["Joko Arifin: - > Asisten II", "Sarmin Waluyo: Asisten II > Asisten III"],
        ),
        (
            (
                "Plt Biro Umum kini bergeser dari Sarmin Waluyo ke Joko Arifin. Biro Hukum berpindah tangan dari Ratna "
                "Lestari ke Dewi Anggraini."
            ),
            ["Joko Arifin: - > Plt Biro Umum", "Dewi Anggraini: - > Plt Kepala Biro Hukum"],
        ),
        (
            "Kursi Camat Woha beralih dari Sarmin Waluyo ke Joko Arifin.",
            ["Sarmin Waluyo: Camat Woha > -", "Joko Arifin: - > Camat Woha"],
        ),
        (
            "Sarmin Waluyo digeser dari Camat Woha menjadi Camat Sape. Posisi Sarmin kini diberikan untuk Joko Arifin.",
            ["Sarmin Waluyo: Camat Woha > Camat Sape", "Joko Arifin: - > Camat Woha"],
        ),
        (
            (
                "Bocoran jabatan baru mereka:\n- Sarmin Waluyo (Camat Woha, kemungkinan jabatan baru Kadis Pasar)"
                "\n- Joko Arifin (Kadis Pasar, kemungkinan jabatan baru Camat Woha)"
            ),
            [],
        ),
        ("Sarmin Waluyo mantan Kepala Dinas Sosial. Kala itu ia menjabat Kepala Bagian Umum.", []),
        (
            (
                CEREMONY + "Pejabat yang dimutasi antara lain:\nAsisten 1 Sarmin Waluyo sebagai Kepala BKD\n"
                "Kadis Pasar Joko Arifin sebagai Sekwan\nRatna Lestari sebagai Camat Woha"
            ),
            [
                "Sarmin Waluyo: Asisten 1 > Kepala BKD",
                "Joko Arifin: Kadis Pasar > Sekwan",
                "Ratna Lestari: - > Camat Woha",
            ],
        ),
        (
            (
                CEREMONY + "Mereka antara lain:\n1. Joko Arifin, Kepala Dinas Sosial. Ia menjabat Plt Kepala Dinas "
                "Sosial sejak tahun 2023.\n2. Ratna Lestari, jabatan sebelumya Camat Woha, menjadi Camat Sape."
            ),
            ["Joko Arifin: Plt Kepala Dinas Sosial > Kepala Dinas Sosial", "Ratna Lestari: Camat Woha > Camat Sape"],
        ),
        (
            (
                "Serah terima jabatan Kepala Dinas Sosial dilakukan dari Drs. Sarmin Waluyo, M.Si kepada Joko Arifin, "
                "S.Sos yang sebelumnya menjabat Camat Woha."
            ),
            ["Sarmin Waluyo: Kepala Dinas Sosial > -", "Joko Arifin: Camat Woha > Kepala Dinas Sosial"],
        ),
        (
            "Sertijab Camat Woha dari pejabat lama, Sarmin Waluyo, kepada Joko Arifin sebagai camat baru.",
            ["Sarmin Waluyo: Camat Woha > -", "Joko Arifin: - > Camat Woha"],
        ),
        (
            (
                CEREMONY + "Sertijab dilakukan antara Sarmin Waluyo selaku Camat Woha yang lama dengan Joko Arifin "
                "selaku Camat Woha yang baru."
            ),
            ["Sarmin Waluyo: Camat Woha > -", "Joko Arifin: - > Camat Woha"],
        ),
        (
            CEREMONY + "Kata Rusdi, mutasi Camat Woha, Joko Arifin menjadi Kadis Pasar, sudah tuntas.",
            ["Joko Arifin: Camat Woha > Kadis Pasar"],
        ),
        (
            (
                "Sarmin Waluyo saat ini menjabat sebagai Sekretaris Direktorat Jenderal Bina Pemerintahan Desa "
                "Kementerian Dalam Negeri. Ia dilantik sebagai Pj Bupati Bima."
            ),
            [
                (
                    "Sarmin Waluyo: Sekretaris Direktorat Jenderal Bina Pemerintahan Desa Kementerian Dalam Negeri > "
                    "Pj Bupati Bima"
                )
            ],
        ),
        (
            (
                "Kabag Umum Joko Arifin bergeser ke Dinas Pemberdayaan Masyarakat Desa (DPMD) menggantikan Sarmin "
                "Waluyo. Sarmin Waluyo yang sebelumnya menjabat Kepala Dinas PMD menjadi Staf Ahli Bupati."
            ),
            [
                "Joko Arifin: Kabag Umum > Dinas Pemberdayaan Masyarakat Desa (DPMD)",
                "Sarmin Waluyo: Kepala Dinas PMD > Staf Ahli Bupati",
            ],
        ),
        (
            (
                "Camat Woha kembali dijabat oleh Sarmin Waluyo dari sebelumnya Joko Arifin, Joko selanjutnya menjabat "
                "sebagai Camat Sape."
            ),
            ["Sarmin Waluyo: - > Camat Woha", "Joko Arifin: Camat Woha > Camat Sape"],
        ),
        (
            CEREMONY + "Sarmin Waluyo yang sebelumnya Kadis Pasar kini menempati jabatan yang ditinggalkan Joko "
            "Arifin, yaitu Kadis Perhubungan. Joko Arifin kini menjadi Camat Woha.",
            ["Sarmin Waluyo: Kadis Pasar > Kadis Perhubungan", "Joko Arifin: Kadis Perhubungan > Camat Woha"],
        ),
        (
            CEREMONY + "Yang lain adalah Ganda, sebagai Kabag Umum, menggantikan Sarmin Waluyo.",
            ["Ganda: - > Kabag Umum", "Sarmin Waluyo: Kabag Umum > -"],
        ),
        (CEREMONY + "Antara lain Lurah Talang Semut, Bukit Lama dan wilayah lainnya.", []),
        (
            "Asisten I Sarmin Waluyo yang maju sebagai cawabup digantikan oleh Joko Arifin.",
            ["Joko Arifin: - > Asisten I"],
        ),
        (
            CEREMONY + "Sarmin Waluyo, kepala SMA. N 8 menjadi kepala SMA.N 6, dan Joko Arifin dari SD Sila "
            "menjadi kepala SD Woha.",
            ["Sarmin Waluyo: kepala SMA. N 8 > kepala SMA.N 6", "Joko Arifin: Kepala SD Sila > kepala SD Woha"],
        ),
        ("Sarmin Waluyo sempat menjadi Pj Sekda delapan bulan, lalu diteruskan Joko Arifin.", []),
        (
            "Yang tercatat menjabat sebagai Plt antara lain Sarmin Waluyo sebagai Plt Camat Woha sejak Mei.",
            [],
        ),
        (
            "Camat Woha kini Sarmin Waluyo, Camat Sape Joko Arifin.",
            ["Sarmin Waluyo: - > Camat Woha", "Joko Arifin: - > Camat Sape"],
        ),
        (
            (
                "Empat kepala puskesmas berganti: Puskesmas Woha kini dipimpin dr. Joko Arifin, Puskesmas Sape drg. "
                "Ratna Lestari."
            ),
            ["Joko Arifin: - > Kepala Puskesmas Woha", "Ratna Lestari: - > Kepala Puskesmas Sape"],
        ),
        (
            (
                "Sarmin Waluyo, yang sudah tiga tahun menjadi Sekretaris Dinas Sosial, akhirnya dipercaya memimpin "
                "dinas itu."
            ),
            ["Sarmin Waluyo: Sekretaris Dinas Sosial > Kepala Dinas Sosial"],
        ),
        (
            "Sekretaris Dinas Sosial Sarmin Waluyo dipercaya memimpin dinas tersebut.",
            ["Sarmin Waluyo: Sekretaris Dinas Sosial > Kepala Dinas Sosial"],
        ),
        (
            "Ada pula Ratna Lestari yang meninggalkan kursi Camat Woha untuk menjadi Kepala Dinas Pasar.",
            ["Ratna Lestari: Camat Woha > Kepala Dinas Pasar"],
        ),
        (
            "Ratna Lestari melepas jabatan Camat Woha dan kini menjadi Kepala Dinas Pasar.",
            ["Ratna Lestari: Camat Woha > Kepala Dinas Pasar"],
        ),
        (
            (
                "Sarmin Waluyo diangkat menjadi Kepala Dinas Sosial menggantikan Joko Arifin, yang digeser menjadi "
                "Kepala Dinas Pasar."
            ),
            ["Sarmin Waluyo: - > Kepala Dinas Sosial", "Joko Arifin: Kepala Dinas Sosial > Kepala Dinas Pasar"],
        ),
        (
            (
                "Sarmin Waluyo yang sebelumnya menjabat Kepala Dinas Sosial kini menjabat Kepala Dinas Pasar. "
                "Sementara jabatan Kepala Dinas Sosial dijabat Joko Arifin, mantan Camat Woha."
            ),
            [
                "Sarmin Waluyo: Kepala Dinas Sosial > Kepala Dinas Pasar",
                "Joko Arifin: Camat Woha > Kepala Dinas Sosial",
            ],
        ),
        (
            "Sarmin Waluyo yang sebelumnya Plt Kepala Dinas Sosial kini resmi menjadi kepala dinas definitif.",
            ["Sarmin Waluyo: Plt Kepala Dinas Sosial > Kepala Dinas Sosial"],
        ),
        (
            "Plt Kepala Dinas Sosial Sarmin Waluyo dikukuhkan menjadi definitif.",
            ["Sarmin Waluyo: Plt Kepala Dinas Sosial > Kepala Dinas Sosial"],
        ),
        (
            (
                "Pejabat yang dirotasi adalah Drs. Sarmin Waluyo, M.Si, Kepala Dinas Sosial menjadi Kepala Dinas "
                "Pasar; Ir. Joko Arifin, Kepala Dinas Pasar menjadi Kepala Dinas Sosial."
            ),
            [
                "Sarmin Waluyo: Kepala Dinas Sosial > Kepala Dinas Pasar",
                "Joko Arifin: Kepala Dinas Pasar > Kepala Dinas Sosial",
            ],
        ),
        (
            (
                "Yang dipromosikan Sarmin Waluyo (Sekdis Sosial jadi Kadis Sosial) dan Joko Arifin (Sekcam Woha "
                "jadi Camat Woha)."
            ),
            ["Sarmin Waluyo: Sekdis Sosial > Kadis Sosial", "Joko Arifin: Sekcam Woha > Camat Woha"],
        ),
        (
            (
                "Sekretaris Daerah Sarmin Waluyo membacakan SK. Kepala BKPSDM Joko Arifin menyebut ada yang "
                "promosi. Seorang yang dilantik, Ratna Lestari, mengaku kaget menjadi Camat Woha."
            ),
            ["Ratna Lestari: - > Camat Woha"],
        ),
        (
            (
                "Salah satu pejabat yang dilantik, Camat Woha Ratna Lestari, mengaku siap. Ia menggantikan Joko "
                "Arifin yang pensiun."
            ),
            ["Ratna Lestari: - > Camat Woha"],
        ),
        (
            "Ratna Lestari, salah satu yang dilantik, kini bertugas sebagai Camat Woha.",
            ["Ratna Lestari: - > Camat Woha"],
        ),
        (
            "Yang menarik, Kepala Dinas Pasar diisi perempuan, Ratna Lestari, bekas Camat Woha.",
            ["Ratna Lestari: Camat Woha > Kepala Dinas Pasar"],
        ),
        (
            (
                "Berikut daftar lengkapnya:\n1. Sarmin Waluyo (Asisten I)\n2. Joko Arifin (Kadis Sosial)\nPelantikan "
                "dihadiri Sekda Ratna Lestari."
            ),
            ["Sarmin Waluyo: - > Asisten I", "Joko Arifin: - > Kadis Sosial"],
        ),
        (
            (
                "Daftarnya sebagai berikut:\n1. Sarmin Waluyo\nJabatan lama: Camat Woha\nJabatan baru: Asisten I\n2. "
                "Joko Arifin\nJabatan lama: Kabag Umum\nJabatan baru: Kadis Sosial"
            ),
            ["Sarmin Waluyo: Camat Woha > Asisten I", "Joko Arifin: Kabag Umum > Kadis Sosial"],
        ),
        (
            "SMAN 1 Woha kini dipimpin Joko Arifin yang sebelumnya kepala SMAN 2 Sape.",
            ["Joko Arifin: kepala SMAN 2 Sape > Kepala SMAN 1 Woha"],
        ),
    ],
)
def test_a_sentence_after_a_ceremony_tells_a_move(text: str, expected: list[str]) -> None:
    assert told(CEREMONY + text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            (
                "Wali Kota Bima mencopot Sarmin Waluyo dari jabatan Kepala Dinas Sosial. Joko Arifin, Sekretaris "
                "Dinas Sosial, ditugasi sebagai Plt."
            ),
            [
                "Sarmin Waluyo: Kepala Dinas Sosial > -",
                "Joko Arifin: Sekretaris Dinas Sosial > Plt Kepala Dinas Sosial",
            ],
        ),
        (
            "Sarmin Waluyo diberhentikan dari jabatannya sebagai Kepala Dinas Sosial terhitung 1 Maret.",
            ["Sarmin Waluyo: Kepala Dinas Sosial > -"],
        ),
        ("Kepala Dinas Sosial nonaktif Sarmin Waluyo resmi diberhentikan.", ["Sarmin Waluyo: Kepala Dinas Sosial > -"]),
        (
            (
                "Tiga pejabat dinonjobkan, masing-masing Sarmin Waluyo selaku Kepala Dinas Sosial, Joko Arifin "
                "(Camat Woha), dan Kabag Umum Ratna Lestari."
            ),
            ["Sarmin Waluyo: Kepala Dinas Sosial > -", "Joko Arifin: Camat Woha > -", "Ratna Lestari: Kabag Umum > -"],
        ),
        (
            (
                "Bupati menunjuk tiga Plt. Ketiganya yakni Sarmin Waluyo sebagai Plt Kadis Sosial, Joko Arifin Plt "
                "Kadis Pasar, dan Ratna Lestari Plt Camat Woha."
            ),
            [
                "Sarmin Waluyo: - > Plt Kadis Sosial",
                "Joko Arifin: - > Plt Kadis Pasar",
                "Ratna Lestari: - > Plt Camat Woha",
            ],
        ),
        (
            "Untuk mengisi kekosongan kursi Sekda, bupati menunjuk Asisten I Sarmin Waluyo sebagai pelaksana harian.",
            ["Sarmin Waluyo: Asisten I > Plh Sekda"],
        ),
        (
            "Pj Sekda Bima akhirnya dijabat Sarmin Waluyo. Kepala Bappeda itu dilantik bupati, Senin.",
            ["Sarmin Waluyo: Kepala Bappeda > Pj Sekda Bima"],
        ),
        (
            (
                "Sarmin Waluyo resmi dilantik menjadi Pj Sekda Kabupaten Bima oleh Bupati Umar Latif. Sarmin "
                "sebelumnya Kepala Bappeda."
            ),
            ["Sarmin Waluyo: Kepala Bappeda > Pj Sekda Kabupaten Bima"],
        ),
        (
            "Bupati Umar Latif resmi menunjuk Kepala Bappeda Sarmin Waluyo mengemban tugas sebagai Plh Sekda.",
            ["Sarmin Waluyo: Kepala Bappeda > Plh Sekda"],
        ),
        (
            "Tugas Sekda untuk sementara dirangkap Asisten I, Sarmin Waluyo, sebagai Plh.",
            ["Sarmin Waluyo: Asisten I > Plh Sekda"],
        ),
        (
            "Sekda Sarmin Waluyo cuti. Bupati menunjuk Asisten I Joko Arifin sebagai Plh.",
            ["Joko Arifin: Asisten I > Plh Sekda"],
        ),
    ],
)
def test_removals_and_designations(text: str, expected: list[str]) -> None:
    assert told(text) == expected
