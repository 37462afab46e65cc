"""Lists of people that go on from sentence to sentence, and people told beside who are not moved.

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
        (
            (
                "Tujuh kepala SDN dimutasi. Enam lainnya, Sarmin Waluyo SPd sebagai Kepala SDN Woha, Ratna Lestari SE "
                "Kepala SDN Sape, Joko Arifin MSi Kepala SDN Monta I."
            ),
            [
                "Sarmin Waluyo: - > Kepala SDN Woha",
                "Ratna Lestari: - > Kepala SDN Sape",
                "Joko Arifin: - > Kepala SDN Monta I",
            ],
        ),
        (
            (
                "Yang dikukuhkan antara lain;\n1.Kepala Biro Hukum Sarmin Waluyo sebagai Pjs Bupati Bima.\n2.Inspektur "
                "Ratna Lestari sebagai Pjs Bupati Dompu."
            ),
            ["Sarmin Waluyo: Kepala Biro Hukum > Pjs Bupati Bima", "Ratna Lestari: Inspektur > Pjs Bupati Dompu"],
        ),
        (
            (
                "Gubernur menetapkan Wakil Bupati Bima (Pemkab Bima), Umar Latif sebagai Plt Bupati Bima, dan Wakil "
                "Bupati Dompu, Hadi Wasito sebagai Plt Bupati Dompu."
            ),
            ["Umar Latif: Wakil Bupati Bima > Plt Bupati Bima", "Hadi Wasito: Wakil Bupati Dompu > Plt Bupati Dompu"],
        ),
        (
            (
                "Yang akan dilantik yaitu; Kepala Bapenda Sarmin Waluyo dan Kadis Sosial Ratna Lestari. Sarmin Waluyo "
                "dipercaya menjadi Penjabat Bupati Kabupaten Bima, Ratna Lestari Penjabat Bupati Kabupaten Dompu."
            ),
            [
                "Sarmin Waluyo: Kepala Bapenda > Pj Bupati Kabupaten Bima",
                "Ratna Lestari: Kadis Sosial > Pj Bupati Kabupaten Dompu",
            ],
        ),
        (
            (
                "Yang dilantik adalah Sarmin Kepala Bappeda NTB, Suparjo Pustakawan Ahli Utama, Hermanto Kadisnaker "
                "NTB. Kemudian, Joko Arifin Kabiro Hukum, drg Umi Barkah Wadir Umum RSUD Bima."
            ),
            [
                "Sarmin: - > Kepala Bappeda NTB",
                "Suparjo: - > Pustakawan Ahli Utama",
                "Hermanto: - > Kadisnaker NTB",
                "Joko Arifin: - > Kabiro Hukum",
                "Umi Barkah: - > Wadir Umum RSUD Bima",
            ],
        ),
        (
            (
                "Pejabat yang dinonaktifkan bupati adalah:\n\nPertama Kepala Dinas Sosial, Sarmin Waluyo, SP, kedua "
                "Kepala Dinas Kesehatan, drg. Ratna Lestari, M.Kes"
            ),
            ["Sarmin Waluyo: Kepala Dinas Sosial > -", "Ratna Lestari: Kepala Dinas Kesehatan > -"],
        ),
        (
            (
                "Para pejabat yang resmi dilantik adalah:\nSarmin Waluyo, Kepala Dinas Sosial (Dinsos)\nRatna Lestari, "
                "Kepala Dinas Lingkungan Hidup (DLH)\nKeduanya diminta bekerja."
            ),
            [
                "Sarmin Waluyo: - > Kepala Dinas Sosial (Dinsos)",
                "Ratna Lestari: - > Kepala Dinas Lingkungan Hidup (DLH)",
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
        (
            "Ketiganya dilantik Sekretaris Daerah Bima Umar Latif, Kamis. Joko Arifin dilantik sebagai Camat Woha.",
            ["Joko Arifin: - > Camat Woha"],
        ),
        (
            (
                "Berembus kabar Kepala BKPSDM Sarmin Waluyo akan digeser menjadi Kepala Bapenda. Sedangkan Kepala "
                "BPKAD akan diisi Ratna Lestari."
            ),
            [],
        ),
        (
            (
                "M Zainuri yang dulu menjabat sebagai Kepala SDN Woha yang berada di utara Sungai Rontu, Kec Woha, "
                "kini menjabat sebagai Kepala SDN Sape."
            ),
            ["M Zainuri: Kepala SDN Woha > Kepala SDN Sape"],
        ),
        (
            "Joko Arifin ditunjuk Mendagri, Umar Latif sebagai Pj Bupati Bima.",
            ["Joko Arifin: - > Pj Bupati Bima"],
        ),
        (
            "Pejabat yang dilantik Umar Latif adalah Kepala Dinas Sosial Sarmin Waluyo, Camat Woha Joko Arifin.",
            ["Sarmin Waluyo: - > Kepala Dinas Sosial", "Joko Arifin: - > Camat Woha"],
        ),
        (
            "Menurut Kepala BKD, Sarmin Waluyo, kursi kosong sebab ada yang pensiun dan mengundurkan diri.",
            [],
        ),
        (
            "Sembilan pejabat rebutan kursi Sekda yang sementara diduduki Sarmin Waluyo itu.",
            [],
        ),
        (
            (
                "Pelantikan menyusul pensiunnya dua pejabat, yakni Kepala Dinas Sosial Sarmin Waluyo, yang telah "
                "pensiun. Posisi pejabat pensiun itu dipercayakan kepada pejabat baru, Joko Arifin sebagai Kadinsos."
            ),
            ["Joko Arifin: - > Kadinsos"],
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
        (
            "Joko Arifin kini kembali sebagai Sekretaris Dinas Pasar dari jabatannya Kepala Dinas Sosial.",
            ["Joko Arifin: Kepala Dinas Sosial > Sekretaris Dinas Pasar"],
        ),
        (
            "Joko Arifin yang sebelumnya Kepala Dinas Pasar kembali menjadi salah satu kepala bidang Dinas Sosial.",
            ["Joko Arifin: Kepala Dinas Pasar > kepala bidang Dinas Sosial"],
        ),
        (
            (
                "Umi Barkah dari Sekretaris Kecamatan (Sekmat) Woha naik ke Camat Sape, Joko Arifin dari Sekmat Sape "
                "menjadi Camat Woha."
            ),
            [
                "Umi Barkah: Sekretaris Kecamatan (Sekmat) Woha > Camat Sape",
                "Joko Arifin: Sekmat Sape > Camat Woha",
            ],
        ),
        (
            (
                "Ratna Lestari selaku Kepala Dinas Pasar dan Joko Arifin selaku Kepala Dinas Sosial, lengser dari "
                "jabatannya. Ratna dilantik sebagai Kabag Umum, dan Joko sebagai Sekretaris BPBD."
            ),
            [
                "Ratna Lestari: Kepala Dinas Pasar > Kabag Umum",
                "Joko Arifin: Kepala Dinas Sosial > Sekretaris BPBD",
            ],
        ),
        (
            "Bupati mencopot Kepala Dinas Pasar Hadi Wasito. Hadi digeser menjadi Staf Ahli Bidang Ekonomi.",
            ["Hadi Wasito: Kepala Dinas Pasar > Staf Ahli Bidang Ekonomi"],
        ),
        (
            "Bupati melantik Camat Woha, Joko Arifin, sebagai Kabag Umum dan Kepala SMKN 1 Sape, Umi, jadi Sekwan.",
            ["Joko Arifin: Camat Woha > Kabag Umum", "Umi: Kepala SMKN 1 Sape > Sekwan"],
        ),
        (
            "Posisi Joko Arifin sebagai Kabag Umum diberikan untuk Umi Barkah yang sebelumnya Inspektor.",
            ["Umi Barkah: Inspektor > Kabag Umum"],
        ),
        (
            "Sarmin Waluyo, Direktur Rumah Sakit Undata menjadi Kepala Dinas Kesehatan.",
            ["Sarmin Waluyo: Direktur Rumah Sakit Undata > Kepala Dinas Kesehatan"],
        ),
        (
            "Ratna Lestari, Kepala Dinas Hortikultura, dilantik sebagai Direktur RS Al Ihsan.",
            ["Ratna Lestari: Kepala Dinas Hortikultura > Direktur RS Al Ihsan"],
        ),
    ],
)
def test_ways_of_telling_a_post(text: str, expected: list[str]) -> None:
    assert told(text) == expected
