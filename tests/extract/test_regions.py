"""How regions are named in the news, and which codes that gives."""

from itertools import pairwise

import pytest

from extract.folding import fold
from extract.regions import find_regions


def told(text: str) -> list[tuple[str, str, tuple[str, ...]]]:
    return [(text[m.cue_start : m.end], m.cue, m.codes) for m in find_regions(fold(text))]


@pytest.mark.parametrize(
    ("text", "quote", "cue", "codes"),
    [
        ("mutasi di Pemkab Bekasi", "Pemkab Bekasi", "government", ("32.16",)),
        ("jajaran Pemprov Papua", "Pemprov Papua", "government", ("91",)),
        ("lingkungan Pemko Tanjungpinang", "Pemko Tanjungpinang", "government", ("21.72",)),
        ("Pemerintah Kabupaten Toba Samosir", "Pemerintah Kabupaten Toba Samosir", "government", ("12.12",)),
        ("Pemerintah Aceh melantik", "Pemerintah Aceh", "government", ("11",)),
        ("kata Bupati Solok", "Bupati Solok", "office", ("13.02",)),
        ("kata Wakil Wali Kota Malang", "Wakil Wali Kota Malang", "office", ("35.73",)),
        ("kata Walikota Malang", "Walikota Malang", "office", ("35.73",)),
        ("Pj Gubernur Papua Pegunungan", "Gubernur Papua Pegunungan", "office", ("95",)),
        ("Wali Kota Administrasi Jakarta Selatan", "Wali Kota Administrasi Jakarta Selatan", "office", ("31.74",)),
        ("Pj Sekda Kota Tegal", "Sekda Kota Tegal", "secretary", ("33.76",)),
        ("Kepala BKPSDM Kabupaten Bandung", "BKPSDM Kabupaten Bandung", "unit", ("32.04",)),
        ("Ketua DPRD Kota Banjar", "DPRD Kota Banjar", "unit", ("32.79",)),
        ("Dinas Kesehatan Kabupaten Bandung Barat", "Dinas Kesehatan Kabupaten Bandung Barat", "unit", ("32.17",)),
        ("di jajaran Pemprovsu", "Pemprovsu", "government", ("12",)),
        ("arahan Gubri", "Gubri", "office", ("14",)),
        (
            "Penjabat Sementara Kabupaten Kepulauan Aru",
            "Penjabat Sementara Kabupaten Kepulauan Aru",
            "office",
            ("81.07",),
        ),
        ("warga kabupaten bekasi", "kabupaten bekasi", "typed", ("32.16",)),
        ("dari Kab. Pontianak", "Kab. Pontianak", "typed", ("61.02",)),
        ("saat berada di Kota Kisaran", "Kota Kisaran", "seat", ("12.09",)),
        ("KOTA SOLOK - Panitia seleksi", "KOTA SOLOK", "typed", ("13.72",)),
        ("TENGGARONG – Bupati", "TENGGARONG", "dateline", ("64.02",)),
        ("bertugas di Gorontalo", "Gorontalo", "name", ("75", "75.01", "75.71")),
        ("di Jalan Bengkulu", "Jalan Bengkulu", "external", ("17", "17.71")),
        ("Camat Lubuk Sikarah", "Camat Lubuk Sikarah", "district", ("13.72",)),
    ],
)
def test_a_region_is_read_with_the_words_that_tell_its_part(
    text: str, quote: str, cue: str, codes: tuple[str, ...]
) -> None:
    assert told(text) == [(quote, cue, codes)]


@pytest.mark.parametrize(
    ("text", "codes"),
    [
        ("Pemkab OKU Timur", "16.08"),
        ("Pemkab OKUT", "16.08"),
        ("Pemkab Labura", "12.23"),
        ("Bupati Paluta", "12.20"),
        ("Bupati Pessel", "13.01"),
        ("Bupati Inhil", "14.04"),
        ("Pemkab Tubaba", "18.12"),
        ("Bupati Lamtim", "18.07"),
        ("Bupati Lamsel", "18.01"),
        ("Pemkab KLU", "52.08"),
        ("Pemda KSB", "52.07"),
        ("Bupati Mabar", "53.15"),
        ("Bupati Matim", "53.19"),
        ("Bupati SBD", "53.18"),
        ("Pemkab TTS", "53.02"),
        ("Pemkab Kukar", "64.02"),
        ("Bupati PPU", "64.09"),
        ("Pemkab Bolmut", "71.08"),
        ("Bupati Konsel", "74.05"),
        ("Bupati Bombana", "74.06"),
        ("Bupati Malra", "81.02"),
        ("Pemkab SBB", "81.06"),
        ("Pemkab MBD", "81.08"),
        ("Pemkab Halsel", "82.04"),
        ("Pemkab Yahukimo", "95.03"),
        ("Gubernur Kaltara", "65"),
        ("Gubernur Babel", "19"),
        ("Pemda DIY", "34"),
        ("Gubernur DKI", "31"),
        ("Bupati Mamuju Utara", "76.01"),
        ("Bupati Maluku Tenggara Barat", "81.03"),
        ("Wali Kota Solo", "33.72"),
        ("Wali Kota Makasar", "73.71"),
        ("Wali Kota Padangsidempuan", "12.77"),
        ("Wali Kota Pare-Pare", "73.72"),
        ("Wali Kota Baubau", "74.72"),
        ("Wali Kota Pangkal Pinang", "19.71"),
        ("Wali Kota Lubuk Linggau", "16.73"),
        ("Wali Kota Pematang Siantar", "12.72"),
        ("Pemkot Bandarlampung", "18.71"),
        ("Pemkab Tulangbawang Barat", "18.12"),
        ("Pemkab Labuhan Batu Selatan", "12.22"),
        ("Gubernur Sumatra Barat", "13"),
        ("Gubernur Kep. Riau", "21"),
        ("Bupati Kep. Sangihe", "71.03"),
        ("Bupati Fak-fak", "92.03"),
        ("Bupati Lima Puluh Kota", "13.07"),
        ("Bupati 50 Kota", "13.07"),
        ("Bupati Kota Baru", "63.02"),
        ("Pemkab Batubara", "12.19"),
        ("Bupati OKU selatan", "16.09"),
        ("Wali Kota Jogja", "34.71"),
        ("Gubernur Jogja", "34"),
    ],
)
def test_newspapers_names_are_known(text: str, codes: str) -> None:
    assert told(text)[0][2] == (codes,)


def test_a_shared_abbreviation_keeps_every_candidate() -> None:
    assert told("Bupati Mura")[0][2] == ("16.05", "62.12")


@pytest.mark.parametrize(
    "text",
    [
        "kompleks kota baru yang asri",
        "Perumahan Kota Baru Indah",
        "para mitra kerja dan Mitra Dagang",
        "harga batubara dan Batubara Acuan",
        "Karo Umum Setda",
        "rumah makan di Batu Hijau",
        "laman bekasi.id dan Bekasi.id",
        "memburu dan menyerang",
        "Bupati Mulia Harahap",
        "kata Metro TV",
    ],
)
def test_common_words_and_other_places_are_no_regions(text: str) -> None:
    assert told(text) == []


@pytest.mark.parametrize(
    ("text", "cue"),
    [
        ("Usai acara, Fajar Malang Sudrajat pulang.\nKata Rahmat Bekasi Putra", "inside"),
        ("Hadir Kapolres Malang", "external"),
        ("Dosen Universitas Lampung", "external"),
        ("Ketua Bawaslu Lampung", "external"),
        ("liputan Radar Bekasi", "external"),
        ("Lurah Banjar Dewi", "external"),
        ("warga desa Padang", "external"),
        ("Lurah Sumber Makmur", None),
        ("menyusuri Danau Toba", None),
    ],
)
def test_names_within_other_names_are_told_apart(text: str, cue: str | None) -> None:
    found = told(text)
    assert (found[-1][1] if found else None) == cue


def test_a_list_shares_the_office_before_it() -> None:
    found = told("melantik Pj Bupati Keerom, Yahukimo dan Sarmi")
    assert [(cue, codes) for _, cue, codes in found] == [
        ("office", ("91.11",)),
        ("office", ("95.03",)),
        ("office", ("91.10",)),
    ]


def test_brackets_belong_to_the_quote() -> None:
    assert told("di Pemerintah Kota (Pemkot) Bekasi")[0][0] == "Pemerintah Kota (Pemkot) Bekasi"


@pytest.mark.parametrize(
    "text",
    [
        "seperti di Kabupaten Solok",
        "mantan Bupati Agam",
        "pria asal Kabupaten Garut",
        "Baca juga: Pemkab Sampang Tunda Mutasi",
    ],
)
def test_what_the_sentence_puts_aside_is_marked(text: str) -> None:
    assert [mention.aside for mention in find_regions(text)] == [True]


def test_mentions_are_in_order_and_never_overlap() -> None:
    text = fold(
        "Pemkab Bandung Barat, Kota Bandung, Camat Bandung Wetan, Bandung dan Pemprov Jabar di Kabupaten Bandung"
    )
    mentions = find_regions(text)
    spans = [(mention.cue_start, mention.start, mention.end) for mention in mentions]
    assert all(cue <= start < end for cue, start, end in spans)
    assert all(before[2] <= after[0] for before, after in pairwise(spans))
    assert [mention.codes[0] for mention in mentions] == ["32.17", "32.73", "32.73", "32.04", "32", "32.04"]
