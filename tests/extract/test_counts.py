"""Counts of officials, their labels, and how parts make up a whole."""

from __future__ import annotations

import pytest

from extract.breakdowns import Breakdown, find_breakdowns
from extract.counts import CountMention, find_counts
from extract.eselon import find_eselon


def one(text: str) -> CountMention:
    (count,) = find_counts(text)
    return count


def breakdowns(text: str) -> list[Breakdown]:
    eselons = find_eselon(text)
    return find_breakdowns(text, find_counts(text, eselons), eselons)


def parts(text: str) -> list[tuple[object, str, tuple[str, ...]]]:
    (found,) = breakdowns(text)
    return [(part.value, part.label, part.eselon) for part in found.parts]


@pytest.mark.parametrize(
    ("text", "value", "label", "kind", "eselon"),
    [
        ("melantik 33 pejabat eselon II", 33, "pejabat eselon II", "official", ("II",)),
        ("12 orang pejabat administrator", 12, "pejabat administrator", "official", ("III",)),
        ("tujuh orang pejabat eselon ll b", 7, "pejabat eselon ll b", "official", ("II.b",)),
        ("88 pejabat administrator dan pengawas", 88, "pejabat administrator dan pengawas", "official", ("III", "IV")),
        ("6 orang Pejabat/Pimpinan Tinggi Pratama", 6, "Pejabat/Pimpinan Tinggi Pratama", "official", ("II",)),
        ("40 pejabat eselon III dan IV", 40, "pejabat eselon III dan IV", "official", ("III", "IV")),
        ("11 eselon II", 11, "eselon II", "official", ("II",)),
        ("14 administrator", 14, "administrator", "official", ("III",)),
        ("tiga kepala dinas", 3, "kepala dinas", "official", ()),
        ("14 kepala UPTD Puskesmas", 14, "kepala UPTD Puskesmas", "official", ()),
        ("93 kepala Sekolah Menengah Pertama (SMP)", 93, "kepala Sekolah Menengah Pertama (SMP)", "official", ()),
        ("delapan orang lurah", 8, "lurah", "official", ()),
        ("58 kursi", 58, "kursi", "post", ()),
        ("14 jabatan eselon III", 14, "jabatan eselon III", "post", ("III",)),
        ("26 nama", 26, "", "person", ()),
        ("44 (empat puluh empat) orang", 44, "", "person", ()),
        ("puluhan pejabat", "puluhan", "pejabat", "official", ()),
        ("40 pelamar", 40, "pelamar", "other", ()),
        ("lima orang pelamar", 5, "orang pelamar", "other", ()),
        ("702 guru honorer", 702, "guru honorer", "other", ()),
        ("38 kepala desa", 38, "kepala desa", "other", ()),
        ("17 jabatan kepala kampung", 17, "jabatan kepala kampung", "other", ()),
        # the label before the number
        ("eselon III.a 12 orang", 12, "eselon III.a", "official", ("III.a",)),
        ("Eselon lV sebanyak 45 orang", 45, "Eselon lV", "official", ("IV",)),
        ("Kepala SMP sebanyak 365 orang", 365, "Kepala SMP", "official", ()),
        ("Terbanyak adalah lurah, yakni 26 orang", 26, "lurah", "official", ()),
        ("pejabat yang dirombak berjumlah 61 orang", 61, "pejabat", "official", ()),
        ("Jabatan eselon II yang kosong ada tiga.", 3, "Jabatan eselon II", "post", ("II",)),
        # the label behind a verb
        ("41 merupakan pejabat administrator", 41, "pejabat administrator", "official", ("III",)),
        ("4 di antaranya merupakan pejabat pengawas", 4, "pejabat pengawas", "official", ("IV",)),
        ("61 orang bertugas sebagai kepala bidang", 61, "kepala bidang", "official", ()),
        ("eselon lV sebanyak 39 orang.Petikan SK", 39, "eselon lV", "official", ("IV",)),
        ("23 orang menduduki jabatan administrator", 23, "jabatan administrator", "post", ("III",)),
        ("25 kepala tata usaha yang masuk eselon V", 25, "kepala tata usaha yang masuk eselon V", "official", ("V",)),
    ],
)  # fmt: skip
def test_a_count(text: str, value: object, label: str, kind: str, eselon: tuple[str, ...]) -> None:
    count = one(text)
    assert (count.value, count.label, count.unit_kind, count.eselon) == (value, label, kind, eselon)


@pytest.mark.parametrize(
    "text",
    [
        "anggaran Rp 3,6 miliar",
        "usia 58 tahun",
        "enam bulan",
        "100 hari",
        "14 kecamatan",
        "385 desa",
        "312 suara",
        "SMPN 3 kepala sekolah",
        "Asisten 3 kepala",
        "sejak 2016 pejabat",
        "lantai 2 kantor camat",
        "Satu per satu pejabat keluar",
        "tidak satu pun pejabat",
        "tahap kedua",
        "1. Kepala Dinas Sosial\n2. Kepala Dinas Perhubungan",
        "1 Kepala Dinas Sosial\n2 Kepala Dinas Perhubungan",
    ],
)
def test_no_count(text: str) -> None:
    assert find_counts(text) == []


@pytest.mark.parametrize(
    ("text", "role"),
    [
        ("33 kepala distrik hadir", "present"),
        ("disaksikan dua pejabat eselon III", "present"),
        ("tujuh kepala OPD yang pensiun", "retired"),
        ("12 jabatan eselon IV yang kosong", "vacant"),
        ("tiga orang tidak ikut", "absent"),
        ("lima pejabat dicoret", "dropped"),
        ("mengusulkan 26 nama", "proposed"),
        ("sudah dilamar 58 orang", "proposed"),
        ("setidaknya 9 pejabat rebutan kursi", "proposed"),
        ("panitia yang beranggotakan lima orang", "present"),
        ("Setelah tujuh kepala dinas, wali kota melantik lurah", "earlier"),
        ("melantik 26 pejabat", "moved"),
    ],
)
def test_what_is_told_of_those_counted(text: str, role: str) -> None:
    assert one(text).role == role


@pytest.mark.parametrize(
    ("text", "definite"),
    [("Dari 22 orang itu", True), ("Ke-29 pejabat", True), ("Ketujuhnya", True), ("terdiri dari 22 camat", False)],
)
def test_whether_they_are_spoken_of_again(text: str, definite: bool) -> None:
    assert one(text).definite is definite


def test_spans() -> None:
    text = "melantik sekitar 50 pejabat eselon III, Jumat"
    count = one(text)
    assert text[count.start : count.end] == "sekitar 50 pejabat eselon III"
    assert text[slice(*count.number)] == "50"
    assert (count.low, count.high, count.approximate) == (45, 55, True)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            (
                "pejabat yang dirombak berjumlah 61 orang. Dengan rincian Eselon ll sebanyak 4 orang, "
                "Eselon lll a 9 orang, Eselon lll b 17 orang dan Eselon lV sebanyak 31 orang."
            ),
            [
                (4, "Eselon ll", ("II",)),
                (9, "Eselon lll a", ("III.a",)),
                (17, "Eselon lll b", ("III.b",)),
                (31, "Eselon lV", ("IV",)),
            ],
        ),
        (
            "12 pejabat, terdiri dari 3 pejabat eselon II.b, 5 pejabat eselon III.a dan 4 pejabat eselon III.b",
            [
                (3, "pejabat eselon II.b", ("II.b",)),
                (5, "pejabat eselon III.a", ("III.a",)),
                (4, "pejabat eselon III.b", ("III.b",)),
            ],
        ),
        (
            "18 pejabat, yakni 6 lurah, 8 kepala seksi dan kepala sub bagian, serta 4 kepala sekolah dasar",
            [(6, "lurah", ()), (8, "kepala seksi dan kepala sub bagian", ()), (4, "kepala sekolah dasar", ())],
        ),
        (
            (
                "Dari 75 orang yang disumpah, 69 merupakan pejabat administrator dan pengawas, sementara 6 di "
                "antaranya merupakan pejabat pimpinan tinggi pratama."
            ),
            [
                (69, "pejabat administrator dan pengawas", ("III", "IV")),
                (6, "pejabat pimpinan tinggi pratama", ("II",)),
            ],
        ),
        (
            "17 pejabat dengan rincian:\na. Eselon II : 5 orang\nb. Eselon III : 12 orang",
            [(5, "Eselon II", ("II",)), (12, "Eselon III", ("III",))],
        ),
        (
            "17 orang: penyuluh pertanian sebanyak 15 orang, pamong budaya sebanyak dua orang",
            [(15, "penyuluh pertanian", ()), (2, "pamong budaya", ())],
        ),
        (
            "Dari 22 pejabat itu, 16 orang bergeser dan enam dikukuhkan pada jabatan semula.",
            [(16, "bergeser", ()), (6, "dikukuhkan pada jabatan semula", ())],
        ),
        (
            "Selain melantik 3 pejabat eselon II, bupati juga melantik 11 pejabat eselon III dan 6 kepala sekolah.",
            [(3, "pejabat eselon II", ("II",)), (11, "pejabat eselon III", ("III",)), (6, "kepala sekolah", ())],
        ),
    ],
)
def test_parts(text: str, expected: list[tuple[int, str, tuple[str, ...]]]) -> None:
    assert parts(text) == expected


@pytest.mark.parametrize(
    ("text", "total", "nested", "flags"),
    [
        ("melantik 9 pejabat, terdiri dari 4 camat dan 5 lurah", 9, False, ()),
        ("menggeser 4 camat dan 5 lurah. Secara keseluruhan ada 9 pejabat yang bergeser", 9, False, ()),
        ("melantik 10 pejabat, terdiri dari 4 camat dan 5 lurah", 10, False, ("sum_mismatch",)),
        ("melantik 62 pejabat, termasuk 40 kepala distrik", 62, True, ()),
        ("melantik 6 pejabat. Selebihnya empat kepala puskesmas", 6, True, ()),
        ("mengganti 4 camat dan 5 lurah", None, False, ()),
    ],
)
def test_the_whole(text: str, total: int | None, nested: bool, flags: tuple[str, ...]) -> None:
    (found,) = breakdowns(text)
    assert (found.total and found.total.value, found.nested, found.flags) == (total, nested, flags)


@pytest.mark.parametrize(
    "text",
    [
        "melantik 34 pejabat di aula. Pekan depan 12 pejabat lagi menyusul.",
        "melantik 23 pejabat, disaksikan 16 camat",
        "26 pelamar berebut 4 kursi",
        "Dari 1.204 orang itu, 702 merupakan tenaga guru dan 502 tenaga teknis",
    ],
)
def test_counts_side_by_side_are_no_breakdown(text: str) -> None:
    assert breakdowns(text) == []
