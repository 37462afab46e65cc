"""Offices of heads, deputies and secretaries in every written form."""

from __future__ import annotations

import pytest

from extract.offices import find_offices


@pytest.mark.parametrize(
    ("text", "office", "acting"),
    [
        ("Bupati", "Bupati", None),
        ("WALIKOTA", "Wali Kota", None),
        ("Wali\nkota", "Wali Kota", None),
        ("Wako", "Wali Kota", None),
        ("Wabup", "Wakil Bupati", None),
        ("Wawako", "Wakil Wali Kota", None),
        ("Wakil Wali Kota", "Wakil Wali Kota", None),
        ("Wagub", "Wakil Gubernur", None),
        ("Sekdaprov", "Sekretaris Daerah", None),
        ("Sekertaris Daerah", "Sekretaris Daerah", None),
        ("Sekretaris Daerah (Sekda)", "Sekretaris Daerah", None),
        ("Wakil Bupati (Wabup)", "Wakil Bupati", None),
        ("Pj Bupati", "Bupati", "Pj"),
        ("Pj. Wali Kota", "Wali Kota", "Pj"),
        ("PJ GUBERNUR", "Gubernur", "Pj"),
        ("Plt.Bupati", "Bupati", "Plt"),
        ("Penjabat (Pj) Wali Kota", "Wali Kota", "Pj"),
        ("Pejabat (Pj) Bupati", "Bupati", "Pj"),
        ("Penjabat atau Pj Wali Kota", "Wali Kota", "Pj"),
        ("Pelaksana tugas (Plt) Bupati", "Bupati", "Plt"),
        ("Pelaksana Harian (Plh) Sekda", "Sekretaris Daerah", "Plh"),
        ("Penjabat Sementara (Pjs) Gubernur", "Gubernur", "Pjs"),
        ("Penjabat sementara Bupati", "Bupati", "Pjs"),
        ("Mendagri", "Mendagri", None),
        ("orang nomor satu di lingkungan Pemkab", "Bupati", None),
        ("orang nomor satu di Kota", "Wali Kota", None),
    ],
)
def test_written_forms(text: str, office: str, acting: str | None) -> None:
    (mention,) = find_offices(text)
    assert (mention.office, mention.acting) == (office, acting)
    assert text[mention.start : mention.end] == text


@pytest.mark.parametrize(
    ("text", "context"),
    [
        ("dilantik Bupati", "person"),
        ("Kantor Bupati", "place"),
        ("rumah dinas Wali Kota", "place"),
        ("Staf Ahli Bupati", "staff"),
        ("SK Bupati", "decree"),
        ("sesuai Surat Edaran Pj Bupati", "decree"),
        ("Peraturan Bupati", "rule"),
        ("dilantik sebagai Pj Bupati", "post"),
        ("calon bupati", "post"),
        ("bupati/wali kota", "generic"),
        ("Bupati terpilih", "elect"),
        ("di kantor, Bupati", "person"),
    ],
)
def test_what_the_office_stands_for(text: str, context: str) -> None:
    assert find_offices(text)[0].context == context


def test_a_former_head() -> None:
    (mention,) = find_offices("mantan Plt Bupati")
    assert mention.former


def test_an_acting_word_of_the_sentence_before_is_not_the_heads() -> None:
    (mention,) = find_offices("dijalankan seorang pelaksana harian. Bupati menunjuk")
    assert mention.acting is None


@pytest.mark.parametrize("text", ["Kabupaten", "Gubernuran", "sekdakon", "walikotaku", "Pemkab Wakobaru", ""])
def test_no_office(text: str) -> None:
    assert find_offices(text) == []


def test_an_acting_mark_of_the_paragraph_before_is_not_the_office_s() -> None:
    (mention,) = find_offices("Posisi Kadis Diisi Plt\n\nBupati Solok melantik")
    assert (mention.start, mention.acting) == (24, None)
