"""Names of persons as Indonesian newspapers print them."""

from __future__ import annotations

import time

import pytest

from extract.names import find_names_at, match_name, match_name_before, strip_titles


@pytest.mark.parametrize(
    ("text", "name", "whole"),
    [
        ("Drs. H. Asep Sumardi, M.Si dari Kepala Bappeda", "Asep Sumardi", "Drs. H. Asep Sumardi, M.Si"),
        ("Drs.H.Karim Surodilogo merotasi", "Karim Surodilogo", "Drs.H.Karim Surodilogo"),
        (
            "dr. Hj. Rusmina Tahir, Sp.OG(K), MARS yang bergeser",
            "Rusmina Tahir",
            "dr. Hj. Rusmina Tahir, Sp.OG(K), MARS",
        ),
        ("apt. Maria Lestaluhu, S.Farm kini", "Maria Lestaluhu", "apt. Maria Lestaluhu, S.Farm"),
        ("Zulhendri, S. STP. Camat Berbak", "Zulhendri", "Zulhendri, S. STP"),
        ("Yani Wardoyo, SP. resmi", "Yani Wardoyo", "Yani Wardoyo, SP."),
        ("H.M. Ridwansyah, SE.M.Si di aula", "M. Ridwansyah", "H.M. Ridwansyah, SE.M.Si"),
        ("Kartowiyono SE MM dilantik", "Kartowiyono", "Kartowiyono SE MM"),
        (
            "Djarot Hendarsa, Sp.PD-KGH, FINASIM, M.M.Kes resmi",
            "Djarot Hendarsa",
            "Djarot Hendarsa, Sp.PD-KGH, FINASIM, M.M.Kes",
        ),
        (
            "Kombes Pol (Purn) Agus Walandouw, S.I.K. selaku",
            "Agus Walandouw",
            "Kombes Pol (Purn) Agus Walandouw, S.I.K.",
        ),
        ("K.H. Mahfudin Rois membuka", "Mahfudin Rois", "K.H. Mahfudin Rois"),
        ("Sumardi (NIP 19700101) menjadi", "Sumardi", "Sumardi (NIP 19700101)"),
    ],
)
def test_honorifics_and_degrees_surround_the_name(text: str, name: str, whole: str) -> None:
    match = match_name(text, 0)
    assert match is not None
    assert match.name == name
    assert text[match.start : match.end] == whole
    assert text[match.name_start : match.name_end] == name


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("I Gusti Ngurah Wirata sebagai", "I Gusti Ngurah Wirata"),
        ("A. A. Ngurah Darmika sebagai", "A. A. Ngurah Darmika"),
        ("St. Aminatun dari", "St. Aminatun"),
        ("Raden Bagaskara Sanjaya kembali", "Raden Bagaskara Sanjaya"),
        ("La Ode Harmin bin Salehu di Baubau", "La Ode Harmin bin Salehu"),
        ("Sya'rani Al-Kaffi, Camat", "Sya'rani Al-Kaffi"),
        ("Iskandar Z. Usmani, sebagai", "Iskandar Z. Usmani"),
        ("Firdaus T Idrisman yang", "Firdaus T Idrisman"),
        ("Zahirman MZ menempati", "Zahirman MZ"),
        ("Ratna Hi. Salim, Camat", "Ratna Hi. Salim"),
        ("Sri Sultan Hamengku Buwono X melantik", "Sri Sultan Hamengku Buwono X"),
        ("TRI ADHIYATMO melantik", "TRI ADHIYATMO"),
        ("Herman Basik-Basik, Plt Kepala", "Herman Basik-Basik"),
    ],
)
def test_names_of_many_peoples(text: str, name: str) -> None:
    match = match_name(text, 0)
    assert match is not None
    assert match.name == name


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("Wardoyo Kusnadi Senin (5/5)", "Wardoyo Kusnadi"),
        ("Wardoyo Kusnadi Plt. Kadis Sosial", "Wardoyo Kusnadi"),
        ("Wardoyo Kusnadi Kepala Bidang", "Wardoyo Kusnadi"),
        ("Wardoyo Kusnadi Lantik Pejabat", "Wardoyo Kusnadi"),
        ("Wardoyo Kusnadi.Kedelapan pejabat", "Wardoyo Kusnadi"),
        ("Wardoyo Kusnadi. Ia mengaku", "Wardoyo Kusnadi"),
        ("Wardoyo, M. Alimin, dan Subagyo", "Wardoyo"),
        ("Wardoyo, Dr. Subagyo, dan", "Wardoyo"),
        ("Juliana Mei Halawati, SH", "Juliana Mei Halawati"),
        ("Agustus Zebuana sebagai", "Agustus Zebuana"),
        ("Hari Nugrahadi sebagai", "Hari Nugrahadi"),
        ("Lalu Gede Sarwandi melantik", "Lalu Gede Sarwandi"),
    ],
)
def test_where_a_name_ends(text: str, name: str) -> None:
    match = match_name(text, 0)
    assert match is not None
    assert match.name == name


@pytest.mark.parametrize(
    "text",
    [
        "Sementara itu", "Pelantikan dipimpin", "Hari ini", "Lalu Bupati", "Kepala Dinas", "Senin (5/5)", "Mei 2024",
        "pejabat eselon", "BKPSDM Kota", "Menurutnya", "III Setda", "Ibu Bupati", "Agustus lalu", "Gantikan Kadis", "",
    ],
)  # fmt: skip
def test_what_is_no_name(text: str) -> None:
    assert match_name(text, 0) is None


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("Mereka adalah Sartono, M Zainuri, Hadi Wasito, SH, MH", "Hadi Wasito"),
        ("Kepala Dinas Perhubungan Drs. H. Budi Sarjono, M.Si.", "Budi Sarjono"),
        ("Kemudian, dr. Ani Watimena", "Ani Watimena"),
        ("Camat Way Kanan H. Raden Bagaskara", "Raden Bagaskara"),
        ("2. Hj. Nurmala Dewanti, S.H., M.H.,", "Nurmala Dewanti"),
        ("menggantikan dr. Hj. Rusmina Tahir, Sp.OG(K), MARS", "Rusmina Tahir"),
        ("(20/12/2017).Sarjono, S.Pd", "Sarjono"),
    ],
)
def test_a_name_before_a_place(text: str, name: str) -> None:
    match = match_name_before(text, len(text))
    assert match is not None
    assert match.name == name


def test_a_name_before_does_not_reach_over_the_floor() -> None:
    text = "Camat Proppo Akhmad Farouqi"
    match = match_name_before(text, len(text), floor=len("Camat Proppo"))
    assert match is not None
    assert match.name == "Akhmad Farouqi"


def test_no_name_before() -> None:
    text = "diangkat sebagai Kepala Dinas"
    assert match_name_before(text, len(text)) is None


def test_a_list_of_names() -> None:
    text = "yakni Sartono, M Zainuri, SH, MH, Hadi Wasito dan Indra Tri Purwoko.Kedelapan pejabat"
    assert [match.name for match in find_names_at(text, 6)] == [
        "Sartono",
        "M Zainuri",
        "Hadi Wasito",
        "Indra Tri Purwoko",
    ]


def test_a_list_of_names_ends_at_a_post() -> None:
    text = "Sartono, Kepala Dinas Sosial"
    assert [match.name for match in find_names_at(text, 0)] == ["Sartono"]


@pytest.mark.parametrize(
    ("printed", "name"),
    [
        ("Drs. H. Asep Sumardi, M.Si", "Asep Sumardi"),
        ("Honorata Weanima", "Honorata Weanima"),
        ("Dra Hj Siti Khomsiyah", "Siti Khomsiyah"),
        ("Tgk. Marzuqi", "Marzuqi"),
        ("Dr. H. M. Ridwansyah", "M. Ridwansyah"),
        ("Moh. Taufan Hidayatullah", "Moh. Taufan Hidayatullah"),
        ("R. Suhartono", "R. Suhartono"),
        ("Kartowiyono SE MM", "Kartowiyono"),
        ("Ir.  H. Nasrullah Yasir, ST., MT", "Nasrullah Yasir"),
        ("  drh. Hendrawan ", "Hendrawan"),
        ("M.Si", "M.Si"),
        ("", ""),
    ],
)
def test_titles_are_stripped_by_word(printed: str, name: str) -> None:
    assert strip_titles(printed) == name


def test_time_grows_with_the_text_only() -> None:
    hard = "A. " * 20_000 + "M.Si," * 20_000
    began = time.perf_counter()
    match_name(hard, 0)
    match_name_before(hard, len(hard))
    strip_titles(hard[:60_000])
    assert time.perf_counter() - began < 2


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("dokter Joko Arifin", "Joko Arifin"),
        ("Bdn. Hj. Ratna Lestari, S.ST", "Ratna Lestari"),
        ("Hasna Dg. Matata sebagai", "Hasna Dg. Matata"),
        ("Dokter spesialis itu", None),
        ("DPKKA yang baru", None),
    ],
)
def test_professions_and_abbreviations_beside_names(text: str, expected: str | None) -> None:
    found = match_name(text, 0)
    assert (found.name if found is not None else None) == expected
