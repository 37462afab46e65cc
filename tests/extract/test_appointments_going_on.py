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
                "Sarmin Waluyo: Kepala Bapenda > Penjabat Bupati Kabupaten Bima",
                "Ratna Lestari: Kadis Sosial > Penjabat Bupati Kabupaten Dompu",
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
    ],
)
def test_ways_of_telling_a_post(text: str, expected: list[str]) -> None:
    assert told(text) == expected
