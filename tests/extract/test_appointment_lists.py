"""Lists and tables of people who were moved, in the forms in which portals print and mangle them."""

from __future__ import annotations

import pytest
from told_moves import moves

INTRO = "Bupati melantik dua pejabat eselon II. Berikut nama pejabat yang dilantik:\n"
TWO_MOVES = [
    ("Sarmin Waluyo", "Kepala Dinas Sosial", "Kepala Bappeda"),
    ("Ratna Lestari", "Camat Woha", "Kepala Satpol PP"),
]
TWO_POSTS = [("Sarmin Waluyo", None, "Kepala Bappeda"), ("Ratna Lestari", None, "Kepala Satpol PP")]


@pytest.mark.parametrize(
    "items",
    [
        (
            "1. Drs. Sarmin Waluyo, M.Si dari Kepala Dinas Sosial menjadi Kepala Bappeda\n"
            "2. Hj. Ratna Lestari, SE dari Camat Woha menjadi Kepala Satpol PP"
        ),
        (
            "1. Sarmin Waluyo, jabatan lama Kepala Dinas Sosial, jabatan baru Kepala Bappeda\n"
            "2. Ratna Lestari, jabatan lama Camat Woha, jabatan baru Kepala Satpol PP"
        ),
        (
            "- Sarmin Waluyo, dari Kepala Dinas Sosial menjadi Kepala Bappeda;\n"
            "- Ratna Lestari, dari Camat Woha menjadi Kepala Satpol PP."
        ),
        (
            "- Sarmin Waluyo: Dari Kepala Dinas Sosial menjadi Kepala Bappeda.\n"
            "- Ratna Lestari: Dari Camat Woha menjadi Kepala Satpol PP."
        ),
        (
            "1) Sarmin Waluyo, Kepala Dinas Sosial menjadi Kepala Bappeda\n"
            "2) Ratna Lestari, Camat Woha menjadi Kepala Satpol PP"
        ),
        (
            "1. Sarmin Waluyo, M.Si., sebagai Kepala Bappeda (sebelumnya Kepala Dinas Sosial);\n"
            "2. Hj. Ratna Lestari, sebagai Kepala Satpol PP (sebelumnya Camat Woha)."
        ),
        (
            "- Kepala Bappeda: Sarmin Waluyo (sebelumnya Kepala Dinas Sosial)\n"
            "- Kepala Satpol PP: Ratna Lestari (sebelumnya Camat Woha)"
        ),
        (
            "Sarmin Waluyo (Kepala Bappeda, sebelumnya Kepala Dinas Sosial)\n"
            "Ratna Lestari (Kepala Satpol PP, sebelumnya Camat Woha)"
        ),
        (
            "Nama | Jabatan Lama | Jabatan Baru\n"
            "Sarmin Waluyo | Kepala Dinas Sosial | Kepala Bappeda\n"
            "Ratna Lestari | Camat Woha | Kepala Satpol PP"
        ),
        (
            "No Nama Jabatan Lama Jabatan Baru\n"
            "1 Sarmin Waluyo, S.Sos Kepala Dinas Sosial Kepala Bappeda\n"
            "2 Ratna Lestari, SE Camat Woha Kepala Satpol PP"
        ),
        (
            "Nama | Jabatan Baru | Jabatan Lama\n"
            "Sarmin Waluyo | Kepala Bappeda | Kepala Dinas Sosial\n"
            "Ratna Lestari | Kepala Satpol PP | Camat Woha"
        ),
        (
            "No\nNama\nJabatan Lama\nJabatan Baru\n"
            "1\nSarmin Waluyo\nKepala Dinas Sosial\nKepala Bappeda\n"
            "2\nRatna Lestari\nCamat Woha\nKepala Satpol PP"
        ),
    ],
)
def test_items_tell_the_old_post_and_the_new(items: str) -> None:
    assert moves(INTRO + items) == TWO_MOVES


@pytest.mark.parametrize(
    "items",
    [
        "1. Sarmin Waluyo sebagai Kepala Bappeda\n2. Ratna Lestari sebagai Kepala Satpol PP",
        "1. Sarmin Waluyo - Kepala Bappeda\n2. Ratna Lestari - Kepala Satpol PP",
        "1. Sarmin Waluyo: Kepala Bappeda\n2. Ratna Lestari: Kepala Satpol PP",
        "1. Sarmin Waluyo, Kepala Bappeda\n2. dr. Ratna Lestari, Sp.PD., Kepala Satpol PP",
        "- Kepala Bappeda Sarmin Waluyo\n- Kepala Satpol PP Ratna Lestari",
        "1. Kepala Bappeda: Sarmin Waluyo\n2. Kepala Satpol PP: Ratna Lestari",
        "1. Sarmin Waluyo sebagai Kepala Bappeda. 2. Ratna Lestari sebagai Kepala Satpol PP.",
    ],
)
def test_items_tell_the_new_post_alone(items: str) -> None:
    assert moves(INTRO + items) == TWO_POSTS


@pytest.mark.parametrize(
    "sentence",
    [
        "Mereka adalah Sarmin Waluyo, Kepala Bappeda; dan Ratna Lestari, Kepala Satpol PP.",
        "Keduanya ialah Sarmin Waluyo (Kepala Bappeda) dan Ratna Lestari (Kepala Satpol PP).",
        (
            "Kedua pejabat tersebut yakni Sarmin Waluyo sebagai Kepala Bappeda, serta Ratna Lestari yang dipercaya "
            "sebagai Kepala Satpol PP."
        ),
        (
            "Beberapa nama yang dilantik antara lain Sarmin Waluyo sebagai Kepala Bappeda dan Ratna Lestari menjadi "
            "Kepala Satpol PP."
        ),
        "Mereka masing-masing Kepala Bappeda (Sarmin Waluyo) dan Kepala Satpol PP (Ratna Lestari).",
    ],
)
def test_a_sentence_can_hold_the_list(sentence: str) -> None:
    assert moves(f"Dua pejabat dilantik bupati kemarin. {sentence}") == TWO_POSTS


def test_a_list_after_a_removal_names_those_removed() -> None:
    text = (
        "Dua kepala dinas dibebastugaskan bupati. Keduanya adalah Kepala Dinas Sosial Sarmin Waluyo dan Kepala "
        "Dinas Peternakan drh. Ratna Lestari."
    )
    assert moves(text) == [
        ("Sarmin Waluyo", "Kepala Dinas Sosial", None),
        ("Ratna Lestari", "Kepala Dinas Peternakan", None),
    ]


@pytest.mark.parametrize(
    "intro",
    [
        "Berikut tiga besar calon pejabat yang lolos seleksi:",
        "Hadir dalam rapat itu:",
        "Panitia mengumumkan peserta yang lulus administrasi, yakni:",
    ],
)
def test_lists_of_candidates_and_guests_are_no_moves(intro: str) -> None:
    assert moves(f"{intro}\n1. Sarmin Waluyo, Kepala Bappeda\n2. Ratna Lestari, Kepala Satpol PP") == []


def test_people_told_by_the_posts_they_leave_get_them_as_old_posts() -> None:
    text = (
        "Dua camat dimutasi, yakni Camat Lebaksiu Sarmin Waluyo dan Camat Slawi Joko Arifin. "
        "Sarmin dimutasi sebagai Sekretaris Badan Kesbangpol, Joko sebagai Sekretaris Satpol PP."
    )
    assert moves(text) == [
        ("Sarmin Waluyo", "Camat Lebaksiu", "Sekretaris Badan Kesbangpol"),
        ("Joko Arifin", "Camat Slawi", "Sekretaris Satpol PP"),
    ]
