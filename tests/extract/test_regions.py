"""How regions are named in the news, and which codes that gives."""

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
