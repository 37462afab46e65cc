"""Levels of posts, as the press and the law spell them."""

from __future__ import annotations

import pytest

from extract.eselon import find_eselon, merge_levels


@pytest.mark.parametrize(
    ("text", "levels"),
    [
        ("33 pejabat eselon II", ["II"]),
        ("pejabat eselon II.b", ["II.b"]),
        ("pejabat eselon IIb", ["II.b"]),
        ("pejabat Eselon II B Pemkab Blitar", ["II.b"]),
        ("pejabat eselon II-B", ["II.b"]),
        ("pejabat eselon 2B", ["II.b"]),
        ("eselon III/a", ["III.a"]),
        ("tujuh pejabat eselon IIIa. Ia menepis", ["III.a"]),
        ("eselon III a dan b", ["III.a", "III.b"]),
        ("eselon IIb, IIIa, IVa dan IVb", ["II.b", "III.a", "IV.a", "IV.b"]),
        ("eselon II, III dan IV", ["II", "III", "IV"]),
        ("ESELON III DAN IV", ["III", "IV"]),
        ("eselon II sampai IV", ["II", "III", "IV"]),
        ("eselon II-IV", ["II", "III", "IV"]),
        ("eselon dua hingga empat", ["II", "III", "IV"]),
        ("eselon 2, 3 dan 4", ["II", "III", "IV"]),
        ("eselon III dan eselon IV", ["III", "IV"]),
        ("Esalon III dan eslon IV", ["III", "IV"]),
        ("Eseleon II, esolon III", ["II", "III"]),
        ("mulai eselon II, III, hingga IV", ["II", "III", "IV"]),
        ("eselon IIIB, IVA dan eselon IVB. Dari", ["III.b", "IV.a", "IV.b"]),
        ("jabatan pimpinan tertinggi pratama", ["II"]),
        # capital I typed as small l, and IV as Vl in a list
        ("Pejabat Eselon ll, lll dan lV", ["II", "III", "IV"]),
        ("Eselon ll, lll dan Vl", ["II", "III", "IV"]),
        ("Eselon lll a 12 orang", ["III.a"]),
        ("pejabat esselon,ll,lll, dan lV", ["II", "III", "IV"]),
        ("sepuluh orang eselon III dan dua puluh orang eselon IV", ["III", "IV"]),
        ("eselon III-a 4 orang, III-b 16 orang dan IV-a 40 orang", ["III.a", "III.b", "IV.a"]),
        ("2 eselon II, 18 III dan 68 IV", ["II", "III", "IV"]),
        # the words of the law
        ("sasarannya pejabat administrasi dan pengawas", ["III", "IV"]),
        ("pelayanan jabatan administrasi", []),
        ("pejabat admistrasi, pengawas dan fungsional", ["III", "IV"]),
        ("pejabat adminstrator", ["III"]),
        ("JPT Pratama", ["II"]),
        ("seleksi JPTP", ["II"]),
        ("jabatan pimpinan tinggi (JPT) pratama", ["II"]),
        ("pejabat tinggi pratama", ["II"]),
        ("pimpinan tinggi madya", ["I"]),
        ("pejabat administrator dan pengawas", ["III", "IV"]),
        ("6 pejabat pimpinan tinggi pratama, 14 administrator dan 11 pengawas", ["II", "III", "IV"]),
        ("jabatan administrator, pengawas dan pelaksana", ["III", "IV", "V"]),
    ],
)
def test_reads_levels(text: str, levels: list[str]) -> None:
    assert sorted(level for mention in find_eselon(text) for level in mention.levels) == levels


@pytest.mark.parametrize(
    "text",
    [
        "29 orang pengawas sekolah",
        "dewan pengawas RSUD",
        "pengawasan Bawaslu",
        "pelaksana tugas kepala dinas",
        "pelaksana harian",
        "Editor: R. Pratama",
        "pejabat nonadministrator",
        "non eselon II",
        "administrator kesehatan ahli muda",
        "auditor madya",
        "pejabat fungsional",
    ],
)
def test_leaves_look_alikes(text: str) -> None:
    assert find_eselon(text) == []


@pytest.mark.parametrize(
    ("text", "levels"),
    [
        ("9 pejabat eselon II, 4 camat", ("II",)),
        ("eselon II, 3 camat", ("II",)),
        ("eselon dua, tiga camat", ("II",)),
        ("eselon II A. Rahman", ("II",)),
    ],
)
def test_a_count_or_a_name_after_a_level_is_no_level(text: str, levels: tuple[str, ...]) -> None:
    (mention,) = find_eselon(text)
    assert mention.levels == levels


@pytest.mark.parametrize(
    ("text", "roles"),
    [
        ("naik dari eselon III ke eselon II", ["origin", "level"]),
        ("terdiri dari eselon II dan III", ["level"]),
        ("minimal eselon III.a", ["requirement"]),
        ("pernah menduduki jabatan administrator", ["requirement"]),
        ("salah seorang pejabat eselon III yang enggan disebut namanya", ["person"]),
        ("12 jabatan eselon IV yang kosong", ["vacant"]),
        ("pejabat eselon I Kementerian Dalam Negeri", ["central"]),
    ],
)
def test_says_what_a_level_is_about(text: str, roles: list[str]) -> None:
    assert [mention.role for mention in find_eselon(text)] == roles


def test_spans_are_the_words_read() -> None:
    text = "melantik pejabat Eselon ll b lingkup Pemkab"
    (mention,) = find_eselon(text)
    assert text[mention.start : mention.end] == "Eselon ll b"


def test_the_letter_wins_where_both_are_told() -> None:
    assert merge_levels(["IV", "II", "II.b", "III", "IV"]) == ("II.b", "III", "IV")
