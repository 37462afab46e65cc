"""Designations of acting officials, and posts told by reference to a sentence before.

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
                "Kursi Kepala Dinas Pendidikan Kota Bima yang kosong sejak Umar Latif wafat kini terisi. Wali Kota "
                "Bima Rahmat Sidik menunjuk Joko Arifin sebagai pelaksana tugas (Plt) terhitung Senin (6/3).\n\nJoko "
                "adalah Sekretaris Dinas Pendidikan."
            ),
            ["Joko Arifin: Sekretaris Dinas Pendidikan > Plt Kepala Dinas Pendidikan Kota Bima"],
        ),
        (
            (
                "Teka-teki absennya Sarmin Waluyo dari kantor Dinas Kelautan dan Perikanan terjawab. Pria yang empat "
                "tahun memimpin dinas itu mengundurkan diri.\n\nBupati mengabulkan permohonan itu. Terhitung Selasa, "
                "Ratna Lestari yang sehari-hari Sekretaris Dinas Kelautan dan Perikanan dipercaya bupati menjadi "
                "Plt."
            ),
            [
                "Sarmin Waluyo: Kepala Dinas Kelautan dan Perikanan > -",
                "Ratna Lestari: Sekretaris Dinas Kelautan dan Perikanan > Plt Kepala Dinas Kelautan dan Perikanan",
            ],
        ),
        (
            (
                "Sarmin Waluyo dilantik menjadi Pj Bupati Kubu Raya, Ratna Lestari menjadi Pj Wali Kota Pontianak, "
                "dan Joko Arifin menjadi Pj Bupati Sanggau.\n\nSarmin sehari-hari Kepala Satpol PP Kalbar. Ratna "
                "menjabat Kepala Dinas Kesehatan Kalbar, sedangkan Joko Kepala Badan Kesbangpol Kalbar."
            ),
            [
                "Sarmin Waluyo: Kepala Satpol PP Kalbar > Pj Bupati Kubu Raya",
                "Ratna Lestari: Kepala Dinas Kesehatan Kalbar > Pj Wali Kota Pontianak",
                "Joko Arifin: Kepala Badan Kesbangpol Kalbar > Pj Bupati Sanggau",
            ],
        ),
        (
            (
                "Wali kota menunjuk dua pelaksana tugas. Plt Kepala Dinas Perdagangan dipercayakan kepada Joko "
                "Arifin, Asisten Bidang Perekonomian. Plt Kepala Dinas Sosial dijabat Sekretaris Dinsos, Muhammad "
                "Yamin."
            ),
            [
                "Joko Arifin: Asisten Bidang Perekonomian > Plt Kepala Dinas Perdagangan",
                "Muhammad Yamin: Sekretaris Dinsos > Plt Kepala Dinas Sosial",
            ],
        ),
        (
            (
                "Gubernur mengukuhkan dua Pjs bupati. Keduanya adalah Joko Arifin, Pjs Bupati Bulungan, serta "
                "Hendrik Laing, Pjs Bupati Nunukan. Joko Arifin saat ini Asisten Pemerintahan Setprov Kaltara, "
                "sedangkan Hendrik Laing menjabat Kepala Dinas Pertanian Kaltara."
            ),
            [
                "Joko Arifin: Asisten Pemerintahan Setprov Kaltara > Pjs Bupati Bulungan",
                "Hendrik Laing: Kepala Dinas Pertanian Kaltara > Pjs Bupati Nunukan",
            ],
        ),
        (
            (
                "Lima puskesmas sejak Selasa dipimpin pelaksana tugas. Dua dari lima Plt tersebut yakni Wa Ode Hajar "
                "di Puskesmas Mawasangka dan La Ongke di Puskesmas Talaga Raya. La Ongke tadinya Kepala Tata Usaha "
                "Puskesmas Talaga Raya."
            ),
            [
                "Wa Ode Hajar: - > Plt Kepala Puskesmas Mawasangka",
                "La Ongke: Kepala Tata Usaha Puskesmas Talaga Raya > Plt Kepala Puskesmas Talaga Raya",
            ],
        ),
        (
            (
                "Kursi Kepala Dinas Kesehatan kosong. Wali Kota menunjuk Sekretaris Dinas Kesehatan dr Ratna Lestari "
                "sebagai pelaksana tugas terhitung mulai Jumat (17/1)."
            ),
            ["Ratna Lestari: Sekretaris Dinas Kesehatan > Plt Kepala Dinas Kesehatan"],
        ),
        (
            "Plt Camat Woha dipercayakan kepada Ratna Lestari, Sekcam Woha.",
            ["Ratna Lestari: Sekcam Woha > Plt Camat Woha"],
        ),
        (
            "Plt Camat Woha dijabat Sekcam Sape, Ratna Lestari.",
            ["Ratna Lestari: Sekcam Sape > Plt Camat Woha"],
        ),
        (
            (
                "Jabatan camat yang berganti seperti Plt. Camat Woha Ardi Mulyana, Plt. Camat "
                "Bolo, Siti Rohana, dan Plt. Camat Sape, Jumadi, ditunjuk bupati kemarin."
            ),
            [
                "Ardi Mulyana: - > Plt Camat Woha",
                "Siti Rohana: - > Plt Camat Bolo",
                "Jumadi: - > Plt Camat Sape",
            ],
        ),
        (
            (
                "Bupati mengangkat Joko Arifin sebagai Plt Kepala Dinas Sosial menggantikan Sarmin Waluyo yang "
                "memasuki masa pensiun. Joko sebelumnya Sekretaris Dinas Sosial."
            ),
            ["Joko Arifin: Sekretaris Dinas Sosial > Plt Kepala Dinas Sosial"],
        ),
        (
            (
                "Sarmin Waluyo dicopot dari jabatan Kepala Dinas Sosial. Sebagai gantinya, bupati menunjuk Joko "
                "Arifin sebagai Plt."
            ),
            ["Sarmin Waluyo: Kepala Dinas Sosial > -", "Joko Arifin: - > Plt Kepala Dinas Sosial"],
        ),
        (
            (
                "Kepala Dinas Sosial Sarmin Waluyo resmi mundur. Posisinya untuk sementara diisi Sekretaris Dinas "
                "Sosial, Joko Arifin, sebagai Plt."
            ),
            [
                "Sarmin Waluyo: Kepala Dinas Sosial > -",
                "Joko Arifin: Sekretaris Dinas Sosial > Plt Kepala Dinas Sosial",
            ],
        ),
        (
            (
                "Camat Woha diberhentikan. Bupati mencopot Sarmin Waluyo karena jarang masuk kantor. Sekcam Woha "
                "Joko Arifin ditunjuk sebagai Plt Camat."
            ),
            ["Sarmin Waluyo: Camat Woha > -", "Joko Arifin: Sekcam Woha > Plt Camat Woha"],
        ),
        (
            (
                "Bupati menunjuk Plt Kepala Dinas Sosial yang baru, yaitu Joko Arifin yang merupakan Sekretaris "
                "Dinas Sosial."
            ),
            ["Joko Arifin: Sekretaris Dinas Sosial > Plt Kepala Dinas Sosial"],
        ),
        (
            (
                "Penjabat Bupati menunjuk Kabag Umum Sarmin Waluyo menjadi Plt Kepala Dinas Sosial dan Kabag Hukum "
                "Joko Arifin menjadi Plt Kepala Dinas Pasar."
            ),
            [
                "Sarmin Waluyo: Kabag Umum > Plt Kepala Dinas Sosial",
                "Joko Arifin: Kabag Hukum > Plt Kepala Dinas Pasar",
            ],
        ),
        (
            (
                "Direktur RSUD Woha, dr. Joko Arifin, akhirnya mundur. Surat pengunduran dirinya diterima bupati, "
                "Senin. Kabid Pelayanan Medik dr. Ratna Lestari ditunjuk sebagai pelaksana tugas direktur."
            ),
            [
                "Joko Arifin: Direktur RSUD Woha > -",
                "Ratna Lestari: Kabid Pelayanan Medik > Plt Direktur RSUD Woha",
            ],
        ),
        (
            (
                "Bupati Bima memberhentikan sementara Kepala Dinas Sosial, Joko Arifin. Sebagai pelaksana tugas "
                "ditunjuk Sekretaris Dinas Sosial Ratna Lestari."
            ),
            [
                "Joko Arifin: Kepala Dinas Sosial > -",
                "Ratna Lestari: Sekretaris Dinas Sosial > Plt Kepala Dinas Sosial",
            ],
        ),
        (
            "Asisten I Ratna Lestari didapuk sebagai Plh Sekda menyusul cutinya Sekda Joko Arifin.",
            ["Ratna Lestari: Asisten I > Plh Sekda"],
        ),
        (
            (
                "Selama Sekda Joko Arifin menunaikan ibadah haji, tugasnya dijalankan Asisten I Ratna Lestari "
                "sebagai Plh Sekda."
            ),
            ["Ratna Lestari: Asisten I > Plh Sekda"],
        ),
        (
            (
                "Bupati menyerahkan surat perintah Plt kepada Ratna Lestari, Sekretaris Dinas Pasar. Ia mengisi "
                "kursi Kepala Dinas Pasar yang ditinggal pensiun Joko Arifin."
            ),
            ["Ratna Lestari: Sekretaris Dinas Pasar > Plt Kepala Dinas Pasar"],
        ),
        (
            (
                "Ratna Lestari resmi menjabat Plt Kepala Dinas Pasar sejak Senin. Perempuan kelahiran Bima itu "
                "sehari-hari menjabat Sekretaris Dinas Pasar."
            ),
            ["Ratna Lestari: Sekretaris Dinas Pasar > Plt Kepala Dinas Pasar"],
        ),
        (
            (
                "Gubernur melantik tiga penjabat bupati: Ratna Lestari (Pj Bupati Bima), Joko Arifin (Pj Bupati "
                "Dompu), Sarmin Waluyo (Pj Wali Kota Bima)."
            ),
            [
                "Ratna Lestari: - > Pj Bupati Bima",
                "Joko Arifin: - > Pj Bupati Dompu",
                "Sarmin Waluyo: - > Pj Wali Kota Bima",
            ],
        ),
        (
            (
                "Bupati menunjuk Joko Arifin, Asisten I, menjadi Plt Sekda. Penunjukan itu dibenarkan Kabag "
                "Prokopim, Ratna Lestari."
            ),
            ["Joko Arifin: Asisten I > Plt Sekda"],
        ),
        (
            (
                "Dua dinas dijabat Plt, yakni Badan Keuangan Daerah yang diisi oleh Joko Arifin, serta Dinas "
                "Pendidikan yang dijabat Ratna Lestari."
            ),
            [
                "Joko Arifin: - > Plt Kepala Badan Keuangan Daerah",
                "Ratna Lestari: - > Plt Kepala Dinas Pendidikan",
            ],
        ),
        (
            (
                "Lima penjabat sementara dilantik, yakni Sarmin Waluyo (Kadis Pariwisata) Pjs Bupati Bima, dan Joko "
                "Arifin (Kepala BKD) Pjs Bupati Dompu."
            ),
            ["Sarmin Waluyo: Kadis Pariwisata > Pjs Bupati Bima", "Joko Arifin: Kepala BKD > Pjs Bupati Dompu"],
        ),
        (
            (
                "Adapun yang menerima SK yakni Plh Bupati Bima, Sarmin Waluyo, Plh Bupati Dompu, Joko Arifin, dan "
                "Plh Bupati Sumbawa, Ratna Lestari."
            ),
            [
                "Sarmin Waluyo: - > Plh Bupati Bima",
                "Joko Arifin: - > Plh Bupati Dompu",
                "Ratna Lestari: - > Plh Bupati Sumbawa",
            ],
        ),
        (
            (
                "Tiga dinas di bawah kendali pelaksana tugas. Bupati menunjuk ketiganya.\nRinciannya sebagai "
                "berikut.\nDinas Pertanian: Sarmin Waluyo (Sekretaris Dinas Pertanian)\nDinas Sosial: Joko Arifin "
                "(Camat Woha)\nSatpol PP: Ratna Lestari (Camat Sape)"
            ),
            [
                "Sarmin Waluyo: Sekretaris Dinas Pertanian > Plt Kepala Dinas Pertanian",
                "Joko Arifin: Camat Woha > Plt Kepala Dinas Sosial",
                "Ratna Lestari: Camat Sape > Plt Kepala Satpol PP",
            ],
        ),
    ],
)
def test_a_designation_finds_its_post(text: str, expected: list[str]) -> None:
    assert told(text) == expected
