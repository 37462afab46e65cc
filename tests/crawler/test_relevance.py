from __future__ import annotations

import pytest

from crawler.relevance import is_relevant, terms_version

HOME = "https://kabarsatu.test"


@pytest.mark.parametrize(
    "title",
    [
        "Bupati Serang Rombak Kabinet, 42 Pejabat Dilantik",
        "Wali Kota Tegal Kukuhkan 12 Kepala Sekolah",
        "MUTASI besar-besaran di Pemkab Bogor",
        "Pj. Bupati Resmi Bertugas",
        "Sekdaprov Baru Disumpah Hari Ini",
        "Enam Nama Lolos Seleksi Terbuka",
        "Pelantikan-pelantikan yang tertunda",
        "Jabatan Camat Kosong Sejak Januari",
    ],
)
def test_titles_of_reshuffles_matter(title: str) -> None:
    assert is_relevant(title, None, f"{HOME}/4711")


@pytest.mark.parametrize(
    ("title", "slug"),
    [
        ("Resep Soto Betawi untuk Akhir Pekan", "resep-soto-betawi-untuk-akhir-pekan"),
        ("Persija Menang Tipis atas Arema", "persija-menang-tipis-atas-arema"),
        ("Hujan Deras, Tiga Kampung Terendam", "hujan-deras-tiga-kampung-terendam"),
    ],
)
def test_other_titles_do_not(title: str, slug: str) -> None:
    assert not is_relevant(title, None, f"{HOME}/{slug}/")
    assert not is_relevant(None, None, f"{HOME}/2026/02/{slug}.html")


def test_one_of_title_excerpt_and_address_is_enough() -> None:
    assert is_relevant("Wajah Baru di Pendopo", "Sebanyak 42 pejabat dilantik.", f"{HOME}/wajah-baru-di-pendopo/")
    assert is_relevant("Wajah Baru di Pendopo", None, f"{HOME}/bupati-lantik-42-pejabat/")
    assert is_relevant(None, None, f"{HOME}/2026/02/06/bupati-lantik-42-pejabat.html")
    assert is_relevant(None, None, f"{HOME}/bupati%2Dlantik%2D42%2Dpejabat/amp/")


@pytest.mark.parametrize("address", ["/?p=123", "/berita/4711", "/2026/02/06/", "/baca-berita/8812"])
def test_an_address_that_tells_nothing_is_asked_for(address: str) -> None:
    assert is_relevant(None, None, HOME + address)
    assert is_relevant("", "  ", HOME + address)
    assert not is_relevant("Resep Soto Betawi", None, HOME + address)


def test_names_of_sections_do_not_make_an_article_matter() -> None:
    assert not is_relevant("Resep Soto Betawi", None, f"{HOME}/mutasi-jabatan/resep-soto-betawi-enak/")


def test_terms_are_whole_words_or_their_beginnings() -> None:
    assert not is_relevant("Stafet Obor", None, f"{HOME}/9")
    assert is_relevant("Staf Ahli Bupati", None, f"{HOME}/9")


def test_the_table_has_a_name_that_is_short_and_stays() -> None:
    assert len(terms_version()) == 12
    assert terms_version() == terms_version()
