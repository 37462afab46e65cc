"""Moves and removals that more than one sentence tells.

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
                "Kursi Camat Woha kini milik Joko Arifin, bekas Sekcam Sape. Adapun Dinas Ketahanan Pangan dipegang "
                "Sarmin Waluyo. Lelaki berkumis itu sebelumnya Kabag Umum Setda."
            ),
            [
                "Joko Arifin: Sekcam Sape > Camat Woha",
                "Sarmin Waluyo: Kabag Umum Setda > Kepala Dinas Ketahanan Pangan",
            ],
        ),
        (
            (
                "Bupati melantik 23 pejabat. Kursi Lurah Cipinang Melayu kini diduduki Rohim Sueb. Sebelumnya ia "
                "Sekretaris Kelurahan Makasar."
            ),
            ["Rohim Sueb: Sekretaris Kelurahan Makasar > Lurah Cipinang Melayu"],
        ),
        (
            (
                "Bupati melantik 41 pejabat. Yang paling jauh ialah perpindahan Camat Jatigede, Sarmin Waluyo, ke "
                "Sumedang Utara."
            ),
            ["Sarmin Waluyo: Camat Jatigede > Camat Sumedang Utara"],
        ),
        (
            (
                "Sebanyak 97 kepala sekolah dikukuhkan bupati. Ratna Lestari salah satunya. Delapan tahun ia "
                "menakhodai SDN 2 Sudaji yang dikelilingi kebun. Mulai kini ia memimpin SDN 4 Kalibukbuk."
            ),
            ["Ratna Lestari: Kepala SDN 2 Sudaji > Kepala SDN 4 Kalibukbuk"],
        ),
        (
            "Ratna Lestari pindah dari SDN 2 Sudaji ke SDN 4 Kalibukbuk setelah dilantik sebagai kepala sekolah.",
            ["Ratna Lestari: Kepala SDN 2 Sudaji > Kepala SDN 4 Kalibukbuk"],
        ),
        (
            (
                "Dua kepala dinas memilih mengundurkan diri. Keduanya Kepala Dinas Perdagangan, Sarmin Waluyo, dan "
                "Kepala Dinas Sosial, Hj. Ratna Lestari."
            ),
            ["Sarmin Waluyo: Kepala Dinas Perdagangan > -", "Ratna Lestari: Kepala Dinas Sosial > -"],
        ),
        (
            (
                "Bupati melantik dua pejabat, ialah Sugiono yang semula Staf Ahli Bidang Pemerintahan dan kini "
                "menjabat Kepala Dinas Koperasi, serta Endra Wacana yang semula Kepala Dinas Koperasi dan kini "
                "mengisi posisi Sugiono."
            ),
            [
                "Sugiono: Staf Ahli Bidang Pemerintahan > Kepala Dinas Koperasi",
                "Endra Wacana: Kepala Dinas Koperasi > Staf Ahli Bidang Pemerintahan",
            ],
        ),
        (
            (
                "Satu-satunya pejabat eselon II yang dilantik adalah dr. Norman Wahid, Sp.PD. Dokter spesialis "
                "penyakit dalam itu kini menjabat Direktur RSUD Woha setelah hampir setahun menjadi pelaksana tugas "
                "di tempat yang sama."
            ),
            ["Norman Wahid: Plt Direktur RSUD Woha > Direktur RSUD Woha"],
        ),
        (
            (
                "Wakil Gubernur melantik 4 pejabat. Empat pejabat tersebut yakni (1) Sarmin Waluyo sebagai Kepala "
                "Dinas Kesehatan, sebelumnya Direktur RSUD Woha; (2) Joko Arifin sebagai Kepala Biro Hukum.\n\nLalu "
                "(3) Ratna Lestari sebagai Kepala Dinas Kehutanan; dan (4) Amir Bakri sebagai Kepala Badan "
                "Penghubung."
            ),
            [
                "Sarmin Waluyo: Direktur RSUD Woha > Kepala Dinas Kesehatan",
                "Joko Arifin: - > Kepala Biro Hukum",
                "Ratna Lestari: - > Kepala Dinas Kehutanan",
                "Amir Bakri: - > Kepala Badan Penghubung",
            ],
        ),
        (
            (
                "Beberapa nama yang dicatat: Moh. Idham Latif dilantik sebagai Camat Sausu, dan Hasna Dg. Matata "
                "sebagai Sekretaris Dinas Perpustakaan. Nama terakhir meninggalkan jabatan lamanya sebagai Kabid "
                "Humas Diskominfo."
            ),
            [
                "Moh. Idham Latif: - > Camat Sausu",
                "Hasna Dg. Matata: Kabid Humas Diskominfo > Sekretaris Dinas Perpustakaan",
            ],
        ),
        (
            (
                "Sebanyak 20 kepala distrik dilantik bupati. Beberapa di antaranya Yulius Bukon (Distrik Mandobo), "
                "Paskal Wandeng (Distrik Jair), serta Amatus Koweng (Distrik Waropko)."
            ),
            [
                "Yulius Bukon: - > Kepala Distrik Mandobo",
                "Paskal Wandeng: - > Kepala Distrik Jair",
                "Amatus Koweng: - > Kepala Distrik Waropko",
            ],
        ),
        (
            (
                "Lurah yang dilantik antara lain Tomi Patrio di Kelurahan Ciputat, Cahyadi Suhendi di Kelurahan "
                "Pondok Benda, dan Nur Zen di Kelurahan Jelupang. Tomi sebelumnya adalah Kasi Kesos Kecamatan "
                "Ciputat."
            ),
            [
                "Tomi Patrio: Kasi Kesos Kecamatan Ciputat > Lurah Ciputat",
                "Cahyadi Suhendi: - > Lurah Pondok Benda",
                "Nur Zen: - > Lurah Jelupang",
            ],
        ),
        (
            (
                "Bupati melantik 22 pejabat. Kepala Dinas Perhubungan yang kosong sejak November dijabat Joko Sulis, "
                "mantan Camat Bergas. Sementara Kepala Dinas Pertanian dijabat Moh. Edi Sukarno, yang sebelumnya "
                "kabid di dinas yang sama."
            ),
            [
                "Joko Sulis: Camat Bergas > Kepala Dinas Perhubungan",
                "Moh. Edi Sukarno: kabid Dinas Pertanian > Kepala Dinas Pertanian",
            ],
        ),
        (
            (
                "Sukemi, Kepala Dinas Ketahanan Pangan, misalnya, kini menjadi Kepala Dinas Ketahanan Pangan dan "
                "Peternakan."
            ),
            ["Sukemi: Kepala Dinas Ketahanan Pangan > Kepala Dinas Ketahanan Pangan dan Peternakan"],
        ),
        (
            (
                "Lima orang nonjob: Sarmin Waluyo (Camat Woha), Joko Arifin (Kabag Umum), dan Ratna Lestari (Kepala "
                "Dinas Sosial)."
            ),
            [
                "Sarmin Waluyo: Camat Woha > -",
                "Joko Arifin: Kabag Umum > -",
                "Ratna Lestari: Kepala Dinas Sosial > -",
            ],
        ),
        (
            "Yang dicopot adalah Sarmin Waluyo (Camat Woha) dan Joko Arifin (Kabag Umum).",
            ["Sarmin Waluyo: Camat Woha > -", "Joko Arifin: Kabag Umum > -"],
        ),
        (
            (
                "Bupati melantik puluhan pejabat. Di antaranya Kepala Bappeda dijabat Sarmin Waluyo, Kadis PU Joko "
                "Arifin, Kepala Disdukcapil Sudirman, Kadis Kesehatan Yakop Tangkin, Asisten I Setda Jaya Sutardi."
            ),
            [
                "Sarmin Waluyo: - > Kepala Bappeda",
                "Joko Arifin: - > Kadis PU",
                "Sudirman: - > Kepala Disdukcapil",
                "Yakop Tangkin: - > Kadis Kesehatan",
                "Jaya Sutardi: - > Asisten I Setda",
            ],
        ),
        (
            (
                "Pejabat yang dimutasi yakni Sarmin Waluyo dari jabatan lama sebagai Kepala Dinas Pendidikan menjadi "
                "Kepala Dinas Sosial."
            ),
            ["Sarmin Waluyo: Kepala Dinas Pendidikan > Kepala Dinas Sosial"],
        ),
        (
            "Jabatan Lurah Dampit digantikan Sekretaris Lurah setempat, yakni Agus Setiabudi.",
            ["Agus Setiabudi: - > Lurah Dampit"],
        ),
        (
            (
                "Bupati memberikan jabatan baru kepada Sarmin Waluyo, yang jabatan sebelumnya Kepala Dinas "
                "Pendapatan, dipercaya menjabat sebagai Kepala Badan Kepegawaian Daerah."
            ),
            ["Sarmin Waluyo: Kepala Dinas Pendapatan > Kepala Badan Kepegawaian Daerah"],
        ),
        (
            "Bupati memutasi Kepala Disdukcapil Sarmin Waluyo ke Kepala Dinas Pariwisata.",
            ["Sarmin Waluyo: Kepala Disdukcapil > Kepala Dinas Pariwisata"],
        ),
        (
            (
                "Sarmin yang sebelumnya menjabat sebagai Kepala Dinas PUPR diturunkan menjadi staf ahli bidang "
                "ekonomi, keuangan dan pembangunan. Posisinya digantikan Joko Arifin yang sebelumnya Kepala "
                "Bakesbangpol. Sementara Ratna Lestari dilorot menjadi staf ahli bidang kemasyarakatan. Sebelumnya "
                "Ratna menjabat Kepala Dinas Sosial."
            ),
            [
                "Sarmin: Kepala Dinas PUPR > staf ahli bidang ekonomi, keuangan dan pembangunan",
                "Joko Arifin: Kepala Bakesbangpol > Kepala Dinas PUPR",
                "Ratna Lestari: Kepala Dinas Sosial > staf ahli bidang kemasyarakatan",
            ],
        ),
        (
            "Mantan Kepala Dishub Sarmin Waluyo kini menjadi staf biasa di Dinas Komunikasi dan Informatika.",
            ["Sarmin Waluyo: Kepala Dishub > -"],
        ),
        (
            "Bupati melantik Sarmin Waluyo sebagai Kepala Dinas Sosial. Sarmin sebelumnya memimpin Dinas Pasar.",
            ["Sarmin Waluyo: Kepala Dinas Pasar > Kepala Dinas Sosial"],
        ),
        (
            "Kepala Dinas Sosial Sarmin Waluyo dan Kepala Dinas Pasar Joko Arifin saling bertukar jabatan.",
            [
                "Sarmin Waluyo: Kepala Dinas Sosial > Kepala Dinas Pasar",
                "Joko Arifin: Kepala Dinas Pasar > Kepala Dinas Sosial",
            ],
        ),
        (
            (
                "Sarmin Waluyo bertukar kursi dengan Joko Arifin. Sarmin dari Kepala Dinas Sosial menjadi Kepala "
                "Dinas Pasar, Joko sebaliknya."
            ),
            [
                "Sarmin Waluyo: Kepala Dinas Sosial > Kepala Dinas Pasar",
                "Joko Arifin: Kepala Dinas Pasar > Kepala Dinas Sosial",
            ],
        ),
        (
            (
                "Empat pejabat dilantik. Sarmin Waluyo dari Kabag Umum menjadi Kepala Dinas Sosial, Joko Arifin dari "
                "Camat Woha menjadi Kabag Umum, dan Ratna Lestari dari Sekcam Woha menjadi Camat Woha."
            ),
            [
                "Sarmin Waluyo: Kabag Umum > Kepala Dinas Sosial",
                "Joko Arifin: Camat Woha > Kabag Umum",
                "Ratna Lestari: Sekcam Woha > Camat Woha",
            ],
        ),
        (
            (
                "Sertijab Kepala Dinas Sosial dari pejabat lama Sarmin Waluyo kepada pejabat baru Joko Arifin "
                "digelar Senin."
            ),
            ["Sarmin Waluyo: Kepala Dinas Sosial > -", "Joko Arifin: - > Kepala Dinas Sosial"],
        ),
        (
            (
                "Pejabat yang dilantik antara lain Sarmin Waluyo (sebelumnya Camat Woha) menjadi Kepala Dinas "
                "Sosial, Joko Arifin (Kabag Umum) menjadi Kepala Dinas Pasar."
            ),
            ["Sarmin Waluyo: Camat Woha > Kepala Dinas Sosial", "Joko Arifin: Kabag Umum > Kepala Dinas Pasar"],
        ),
        (
            "Bupati melantik dokter Norman Wahid sebagai Direktur RSUD Woha.",
            ["Norman Wahid: - > Direktur RSUD Woha"],
        ),
        (
            (
                "Nama-nama yang dilantik: Sarmin Waluyo sebagai Kepala Dinas Sosial, Joko Arifin sebagai Camat Woha, "
                "Ratna Lestari sebagai Lurah Sape."
            ),
            [
                "Sarmin Waluyo: - > Kepala Dinas Sosial",
                "Joko Arifin: - > Camat Woha",
                "Ratna Lestari: - > Lurah Sape",
            ],
        ),
        (
            (
                "Setelah setahun menjadi Plt Kepala Dinas Sosial, Sarmin Waluyo akhirnya dilantik menjadi pejabat "
                "definitif."
            ),
            ["Sarmin Waluyo: Plt Kepala Dinas Sosial > Kepala Dinas Sosial"],
        ),
        (
            (
                "Wali Kota mencopot tiga kepala dinas. Mereka adalah Kadis PUPR Sarmin Waluyo, Kadis Kesehatan dr "
                "Joko Arifin, serta Kepala Bapenda Ratna Lestari. Ketiganya kini staf di Sekretariat Daerah."
            ),
            [
                "Sarmin Waluyo: Kadis PUPR > -",
                "Joko Arifin: Kadis Kesehatan > -",
                "Ratna Lestari: Kepala Bapenda > -",
            ],
        ),
        (
            (
                "Dua pejabat dimutasi. Kepala Dinas Pasar Sarmin Waluyo dipindah menjadi Asisten I. Jabatan yang "
                "ditinggalkan Sarmin Waluyo ditempati oleh Joko Arifin."
            ),
            ["Sarmin Waluyo: Kepala Dinas Pasar > Asisten I", "Joko Arifin: - > Kepala Dinas Pasar"],
        ),
        (
            (
                "Sejumlah pejabat digeser. Seperti Ratna Lestari. Yang sebelumnya menjabat Kepala Bappeda digeser "
                "menjadi Asisten II."
            ),
            ["Ratna Lestari: Kepala Bappeda > Asisten II"],
        ),
        (
            (
                "Bupati menarik Kepala Dinas Pariwisata Sarmin Waluyo untuk dikembalikan ke jabatan lama, Kepala "
                "Dinas Sosial."
            ),
            ["Sarmin Waluyo: Kepala Dinas Pariwisata > Kepala Dinas Sosial"],
        ),
        (
            (
                "Dua pejabat dimutasi, yakni Sarmin Waluyo dari jabatan lama sebagai Kepala Dinas Pasar menjadi "
                "fungsional umum sekretariat daerah."
            ),
            ["Sarmin Waluyo: Kepala Dinas Pasar > -"],
        ),
        (
            (
                "Yang bergeser itu Kepala Dinas Perkim dari Ratna Lestari kepada Joko Arifin, yang tadinya Kepala "
                "Dinas Arsip."
            ),
            ["Ratna Lestari: Kepala Dinas Perkim > -", "Joko Arifin: Kepala Dinas Arsip > Kepala Dinas Perkim"],
        ),
        (
            (
                "Pejabat yang dimutasi adalah Kepala Dinas Tenaga Kerja (Yusran). Yang bersangkutan akan menempati "
                "Dinas Pemadam Kebakaran."
            ),
            ["Yusran: Kepala Dinas Tenaga Kerja > Kepala Dinas Pemadam Kebakaran"],
        ),
        (
            "Dua Camat Tukar Guling Usai Pelantikan\n\nBupati melantik Sarmin Waluyo sebagai Camat Woha.",
            ["Sarmin Waluyo: - > Camat Woha"],
        ),
    ],
)
def test_sentences_tell_a_move_together(text: str, expected: list[str]) -> None:
    assert told(text) == expected
