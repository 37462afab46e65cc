from __future__ import annotations

import pytest

from crawler.article_page import ArticlePage
from crawler.refusals import Refusals, speaks_of_another

HOME = "https://kabarsatu.test"
ASKED = f"{HOME}/2024/bupati-lantik-5-pejabat/"


def page(title: str, text: str = "SERANG – Bupati Serang melantik lima pejabat.") -> ArticlePage:
    return ArticlePage(ASKED, title, None, None, None, None, None, (), None, text, (), None)


@pytest.mark.parametrize(
    ("title", "answered"),
    [
        ("Bupati Lantik 5 Pejabat", f"{HOME}/"),
        ("Bupati Lantik 5 Pejabat", f"{HOME}/404.html"),
        ("Langganan", f"{HOME}/login?kembali=/2024/"),
        ("Halaman Tidak Ditemukan - Kabar Satu", ASKED),
        ("Maaf, halaman yang Anda cari tidak ditemukan", ASKED),
        ("404 Not Found", ASKED),
        ("Error 404", ASKED),
        ("Page not found | Kabar Satu", ASKED),
        ("Masuk - Kabar Satu", ASKED),
    ],
)
def test_what_is_answered_in_place_of_an_article(title: str, answered: str) -> None:
    assert Refusals().of(page(title), ASKED, answered) is not None


@pytest.mark.parametrize(
    ("title", "answered"),
    [
        ("Bupati Lantik 5 Pejabat", ASKED),
        ("Bupati Lantik 5 Pejabat", f"{HOME}/daerah/bupati-lantik-lima-pejabat/"),
        ("404 Pejabat Dilantik Bupati Serang", ASKED),
        ("Berkas Tidak Ditemukan, Pelantikan Ditunda", ASKED),
        ("Masuk Bursa Sekda, Tiga Pejabat Diuji", ASKED),
        ("Bupati Lantik 5 Pejabat", f"{HOME}/?p=5"),
    ],
)
def test_what_is_an_article(title: str, answered: str) -> None:
    assert Refusals().of(page(title), ASKED, answered) is None


@pytest.mark.parametrize(
    ("canonical", "is_another"),
    [
        (f"{HOME}/2024/jalan-rusak-di-serang-diperbaiki/", True),
        (f"{HOME}/2024/bupati-lantik-7-pejabat/", True),
        (f"{HOME}/daerah/bupati-lantik-5-pejabat.html", False),
        (f"{HOME}/2024/bupati-lantik-5-pejabat-eselon/", False),
        (f"{HOME}/?p=5", False),
        (f"{HOME}/berita/12345", False),
    ],
)
def test_a_canonical_address_that_speaks_of_another_article(canonical: str, is_another: bool) -> None:
    assert speaks_of_another(canonical, ASKED, "Bupati Lantik 5 Pejabat Eselon II") is is_another
