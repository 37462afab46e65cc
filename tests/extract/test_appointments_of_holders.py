"""Named moves told by who held a post until then, and lists that break off without a colon."""

from __future__ import annotations

import pytest
from told_moves import told


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "Kepala Bappeda yang dijabat Sarmin Waluyo kini bergeser ke Helmi Tanjung yang awalnya Kadis Perkim.",
            ["Sarmin Waluyo: Kepala Bappeda > -", "Helmi Tanjung: Kadis Perkim > Kepala Bappeda"],
        ),
        (
            "Kini, Camat Wara dijabat oleh Arsil Tanjung yang sebelumnya dipegang Harun Raniri.",
            ["Arsil Tanjung: - > Camat Wara", "Harun Raniri: Camat Wara > -"],
        ),
        (
            (
                "Kepala Dinas Sosial dijabat Ratna Lestari. Sebelumnya, jabatan ini dipegang oleh Sarmin Waluyo. "
                "Dalam pelantikan kemarin, Sarmin menjadi Staf Ahli Bupati."
            ),
            [
                "Ratna Lestari: - > Kepala Dinas Sosial",
                "Sarmin Waluyo: Kepala Dinas Sosial > Staf Ahli Bupati",
            ],
        ),
        (
            (
                "Bupati menggeser Ratna Lestari yang sebelumnya menjabat Kepala Dinas Sosial kini dilantik sebagai "
                "Kepala Dinas Perpustakaan. Posisi itu digantikan oleh Sarmin Waluyo yang sebelumnya "
                "merupakan Camat Raba."
            ),
            [
                "Ratna Lestari: Kepala Dinas Sosial > Kepala Dinas Perpustakaan",
                "Sarmin Waluyo: Camat Raba > Kepala Dinas Sosial",
            ],
        ),
        (
            "Ratna Lestari dilantik sebagai Sekretaris Daerah setelah sebelumnya menjabat sebagai Pelaksana Harian.",
            ["Ratna Lestari: Plh Sekretaris Daerah > Sekretaris Daerah"],
        ),
        (
            (
                "Bupati melantik Ratna Lestari. Mantan Kepala Bagian Umum itu sebelumnya menjabat sebagai Sekretaris "
                "Bakesbangpol. Ratna mendapat promosi menempati Kepala Dinas Pariwisata."
            ),
            ["Ratna Lestari: Sekretaris Bakesbangpol > Kepala Dinas Pariwisata"],
        ),
    ],
)
def test_the_holder_until_then_leaves_the_post(text: str, expected: list[str]) -> None:
    assert told(text) == expected


def test_what_one_does_day_by_day_is_left() -> None:
    text = (
        "Empat penjabat yang dilantik adalah\n"
        "1. Sarmin Waluyo, yang sehari harinya menjabat sebagai Asisten II pada Pemprov. Kalsel, kini menjadi Pj. "
        "Bupati Tapin.\n"
        "2. Ratna Lestari, yang sehari harinya menjabat sebagai Kepala BKD pada Pemprov. Kalsel, kini menjadi Pj. "
        "Bupati Tabalong."
    )
    assert told(text) == [
        "Sarmin Waluyo: Asisten II > Pj Bupati Tapin",
        "Ratna Lestari: Kepala BKD > Pj Bupati Tabalong",
    ]


def test_those_removed_are_listed_by_the_posts_they_hold() -> None:
    text = (
        "Dua pejabat yang dicopot dari jabatannya yakni:\n"
        "1. Sarmin Waluyo, S.Sos, menjabat sebagai Kepala Inspektorat\n"
        "2. Ratna Lestari menjabat sebagai Kepala Dinas Kesehatan"
    )
    assert told(text) == ["Sarmin Waluyo: Kepala Inspektorat > -", "Ratna Lestari: Kepala Dinas Kesehatan > -"]


def test_a_list_goes_on_where_the_line_before_breaks_off() -> None:
    text = "Adapun pejabat yang dilantik kemarin yakni\nSarmin Waluyo sebagai Kepala Dinas Olahraga."
    assert told(text) == ["Sarmin Waluyo: - > Kepala Dinas Olahraga"]


def test_posts_filled_are_told_on_without_the_verb() -> None:
    text = (
        "Kepala Bappeda dijabat Sarmin Waluyo, dan Kepala BPKAD Ratna Lestari. Sementara untuk jabatan Kepala Dinas "
        "Kesehatan Yohana Wakum, serta Staf Ahli Bupati Bidang Pembangunan Ir. Bangun Harjo."
    )
    assert told(text) == [
        "Sarmin Waluyo: - > Kepala Bappeda",
        "Ratna Lestari: - > Kepala BPKAD",
        "Yohana Wakum: - > Kepala Dinas Kesehatan",
        "Bangun Harjo: - > Staf Ahli Bupati Bidang Pembangunan",
    ]


def test_a_district_may_be_told_by_di() -> None:
    text = "Sarmin Waluyo yang sebelumnya Sekcam di Wera dipercaya sebagai Camat di Sungai Kunjang."
    assert told(text) == ["Sarmin Waluyo: Sekcam di Wera > Camat di Sungai Kunjang"]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "Rotasi itu termasuk Ratna Lestari sebagai Kepala BPBD, Kadis Perhubungan kepada Sarmin Waluyo.",
            ["Ratna Lestari: - > Kepala BPBD", "Sarmin Waluyo: - > Kadis Perhubungan"],
        ),
        (
            (
                "Bupati merotasi pejabat. Posisi Kepala Dinas Sosial diembankan kepada Ratna Lestari, dan Camat Raba "
                "oleh Sarmin Waluyo."
            ),
            ["Ratna Lestari: - > Kepala Dinas Sosial", "Sarmin Waluyo: - > Camat Raba"],
        ),
        (
            (
                "Bupati Bima Sutarno mengganti dr Ratna Lestari dari jabatannya selaku Direktur Utama RSUD Bima. Ratna "
                "diganti dr Sarmin Waluyo yang sebelumnya menjabat Sekretaris Dinas Sosial."
            ),
            [
                "Ratna Lestari: Direktur Utama RSUD Bima > -",
                "Sarmin Waluyo: Sekretaris Dinas Sosial > Direktur Utama RSUD Bima",
            ],
        ),
        (
            (
                "Kepala Damkar yang sebelumnya di jabat Sarmin Waluyo digeser menjadi Asisten Pemerintahan. Posisi "
                "Kasatpol PP di isi kembali oleh Ratna Lestari."
            ),
            ["Sarmin Waluyo: Kepala Damkar > Asisten Pemerintahan", "Ratna Lestari: - > Kasatpol PP"],
        ),
    ],
)
def test_a_post_is_given_to_its_next_holder(text: str, expected: list[str]) -> None:
    assert told(text) == expected


def test_one_verb_tells_a_series_of_posts() -> None:
    text = (
        "Hasdawia Amri diangkat sebagai Kabag Pemerintahan, Haidir Jafar, Sekretaris Dinas Kominfo, Ratna Lestari, "
        "Kabag SDM, dan Sarmin Waluyo, Kabid Kebudayaan."
    )
    assert told(text) == [
        "Hasdawia Amri: - > Kabag Pemerintahan",
        "Haidir Jafar: - > Sekretaris Dinas Kominfo",
        "Ratna Lestari: - > Kabag SDM",
        "Sarmin Waluyo: - > Kabid Kebudayaan",
    ]


def test_two_who_leave_different_posts_enter_one() -> None:
    text = (
        "Ratna Lestari yang sebelumnya Kepala Bapenda dan Sarmin Waluyo, Kadis Sosial diangkat "
        "sebagai Staf Ahli Bupati."
    )
    assert told(text) == [
        "Ratna Lestari: Kepala Bapenda > Staf Ahli Bupati",
        "Sarmin Waluyo: Kadis Sosial > Staf Ahli Bupati",
    ]


def test_the_mark_of_an_item_may_stand_on_its_own_line() -> None:
    text = "Dalam daftar mutasi:\n-\nRatna Lestari, Camat Raba\n-\nSarmin Waluyo pimpin Dinas Sosial"
    assert told(text) == ["Ratna Lestari: - > Camat Raba", "Sarmin Waluyo: - > Kepala Dinas Sosial"]


def test_an_acting_head_is_told_by_the_unit_to_lead() -> None:
    text = (
        "Untuk memimpin RSUD Kuala Kurun, bupati sudah menunjuk Pelaksana Tugas (Plt) yang dipercayakan kepada "
        "dr Agnes Paulin yang sekarang ini menjabat sebagai Kepala Puskesmas Tewah."
    )
    assert told(text) == ["Agnes Paulin: Kepala Puskesmas Tewah > Plt Direktur RSUD Kuala Kurun"]


def test_those_sworn_in_may_be_listed_after_the_verb_alone() -> None:
    text = (
        "Bupati melantik pejabat. Sedangkan lurah yang dilantik, Lurah Rabadompu Rima Nurfita, Lurah Komet Dhea Astrid "
        "dan Lurah Palam Muliawan."
    )
    assert told(text) == [
        "Rima Nurfita: - > Lurah Rabadompu",
        "Dhea Astrid: - > Lurah Komet",
        "Muliawan: - > Lurah Palam",
    ]


def test_those_who_keep_their_posts_are_not_moved() -> None:
    text = (
        "Bupati melantik 34 pejabat. Meski terjadi rotasi besar, sejumlah pejabat tetap menempati posisi lama, seperti "
        "Asisten Perekonomian Amos Salu, Sekretaris DPRD Mira Lestari, dan Kadis PUTR Paulus Tandung."
    )
    assert told(text) == []


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "Dedy Harjo kini menjabat Kepala Dinas Perikanan, menggantikan Paulus Batara yang berpindah ke BPBD.",
            ["Dedy Harjo: - > Kepala Dinas Perikanan", "Paulus Batara: Kepala Dinas Perikanan > BPBD"],
        ),
        (
            "Dedy Harjo dari BPBD kini menakhodai Dinas Pariwisata.",
            ["Dedy Harjo: Kepala BPBD > Kepala Dinas Pariwisata"],
        ),
        ("Dedy Harjo, yang belum lama dilantik memimpin BPBD itu, mengaku siap.", []),
    ],
)
def test_a_unit_told_alone_stays_as_written(text: str, expected: list[str]) -> None:
    assert told(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            (
                "Inspektur Klaten kosong setelah pejabat sebelumnya Abdul Haris dilantik menjadi Sekretaris Daerah. "
                "Posisinya akan diisi Plt Inspektur Suyadi yang sebelumnya menjabat Sekretaris Inspektorat."
            ),
            [
                "Abdul Haris: Inspektur Klaten > Sekretaris Daerah",
                "Suyadi: Sekretaris Inspektorat > Plt Inspektur",
            ],
        ),
        (
            "Satu posisi kosong yakni Staf Ahli Bupati setelah Endang Maryuni dilantik menjadi Kepala Dinas Pangan.",
            ["Endang Maryuni: Staf Ahli Bupati > Kepala Dinas Pangan"],
        ),
        (
            "Beberapa jabatan kosong antara lain Asisten I yang sebelumnya dijabat oleh Made Toyana dan Asisten III.",
            [],
        ),
        (
            "Kepala Dinas Pertanian, yang sebelumnya dijabat oleh Plt. Heri Sutrisno, sekarang diisi oleh Suprianto.",
            ["Suprianto: - > Kepala Dinas Pertanian"],
        ),
        (
            (
                "Ratna Lestari yang sebelumnya Sekretaris Kominfo kini Sekretaris Dinas Pariwisata, posisi Ratna "
                "Lestari diisi Sarmin Waluyo."
            ),
            [
                "Ratna Lestari: Sekretaris Kominfo > Sekretaris Dinas Pariwisata",
                "Sarmin Waluyo: - > Sekretaris Kominfo",
            ],
        ),
    ],
)
def test_a_vacancy_tells_whom_it_lost_and_gets(text: str, expected: list[str]) -> None:
    assert told(text) == expected


def test_a_list_by_ordinals_goes_on() -> None:
    text = (
        "Rudini juga melantik sekretaris. Pertama Sekretaris Dinas Pariwisata, Ardi Winata. Kemudian Sekretaris Dinas "
        "Pendidikan, Andi Agus. Serta Sekretaris Camat Bukit Kapur, Desniarti."
    )
    assert told(text) == [
        "Ardi Winata: - > Sekretaris Dinas Pariwisata",
        "Andi Agus: - > Sekretaris Dinas Pendidikan",
        "Desniarti: - > Sekretaris Camat Bukit Kapur",
    ]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "Bupati melantik Pj Sekda di pendopo. Pj Sekda Kabupaten Bogor Ahmad Rifki usai dilantik, mengatakan siap.",
            ["Ahmad Rifki: - > Pj Sekda Kabupaten Bogor"],
        ),
        (
            "Edi Darma dilantik sebagai Pjs Bupati Siak menggantikan Sabri Anshar yang sedang mengambil cuti.",
            ["Edi Darma: - > Pjs Bupati Siak"],
        ),
        (
            "Sarmin Waluyo sebagai Camat Woha, kini menjadi Camat Sape.",
            ["Sarmin Waluyo: Camat Woha > Camat Sape"],
        ),
        (
            "Bupati melantik Kepala Dinas Tenaga Kerja Lalu Martadi.",
            ["Lalu Martadi: - > Kepala Dinas Tenaga Kerja"],
        ),
    ],
)
def test_the_words_beside_a_post_tell_what_it_is_to_its_holder(text: str, expected: list[str]) -> None:
    assert told(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            (
                "Susi Wahyuni dilantik sebagai Staf Ahli Bupati. Sebelumnya, Susi menjabat sebagai Kepala Bagian "
                "Ekonomi dan sekarang jabatan ini dipegang Deny Taufani."
            ),
            [
                "Susi Wahyuni: Kepala Bagian Ekonomi > Staf Ahli Bupati",
                "Deny Taufani: - > Kepala Bagian Ekonomi",
            ],
        ),
        (
            "Bupati merotasi pejabat. Kepala Balitbangda saat ini dipercayakan kepada Anugerah Ali.",
            ["Anugerah Ali: - > Kepala Balitbangda"],
        ),
        (
            "Muhtar Jayadi sebagai Inspektur menggantikan Asyir Suaib yang dipercaya sebagai Sekretaris Dewan.",
            ["Muhtar Jayadi: - > Inspektur", "Asyir Suaib: Inspektur > Sekretaris Dewan"],
        ),
        (
            "Bupati mencopot pejabat, yakni Yodi Hayat (eks Kadishub) dan Dody Agriyanto (eks Sekdishub).",
            ["Yodi Hayat: Kadishub > -", "Dody Agriyanto: Sekdishub > -"],
        ),
    ],
)
def test_the_seat_just_told_is_the_one_meant(text: str, expected: list[str]) -> None:
    assert told(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "Helmi Zar yang kini menjabat sebagai Kepala DPMPTSP ditugaskan sebagai Plt Kepala Biro Ekonomi.",
            ["Helmi Zar: Kepala DPMPTSP > Plt Kepala Biro Ekonomi"],
        ),
        (
            (
                "Mereka dikukuhkan oleh Asisten III Setda, Sofian Hadi didampingi Kepala Dinas Pendidikan, Sukarno, "
                "serta Kepala BKD, Martahan Sirait."
            ),
            [],
        ),
        (
            (
                "Pejabat yang dilantik itu adalah Kadis Sosial Ratna Lestari. Kemudian ada Kasat Pol PP, Kornelis "
                "Wadi, serta Kepala Bappeda, Sarmin Waluyo."
            ),
            [
                "Ratna Lestari: - > Kadis Sosial",
                "Kornelis Wadi: - > Kasat Pol PP",
                "Sarmin Waluyo: - > Kepala Bappeda",
            ],
        ),
    ],
)
def test_who_stands_beside_is_told_from_who_is_moved(text: str, expected: list[str]) -> None:
    assert told(text) == expected
