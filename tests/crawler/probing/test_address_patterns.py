from __future__ import annotations

import re

import pytest
from canned import HOME, SITE

from crawler.probing.address_patterns import learnt

SECTIONS = ["kategori/daerah", "daerah", "tag/mutasi", "redaksi", "tentang-kami", "page/2", "author/sari-utami"]


def urls(*paths: str) -> list[str]:
    return [HOME + path for path in paths]


@pytest.mark.parametrize(
    ("articles", "other_article", "no_article"),
    [
        (
            ("2026/02/06/bupati-lantik-9-pejabat/", "2026/01/30/plt-sekda-ditunjuk/", "2025/12/01/uji-kompetensi-asn/"),
            "2024/07/11/wali-kota-rotasi-camat/",
            "2024/07/",
        ),
        (
            ("berita/4711/bupati-lantik", "berita/4712/sekda-baru", "berita/4713/rotasi-camat"),
            "berita/1998/pelantikan-lurah",
            "berita/4711",
        ),
        (
            (
                "daerah/bupati-lantik-9-pejabat-1234.html",
                "politik/plt-sekda-ditunjuk-1235.html",
                "kota/rotasi-9876.html",
            ),
            "hukum/seleksi-terbuka-99.html".replace("99", "9901"),
            "daerah/index.html",
        ),
        (("read/1", "read/2", "read/37"), "read/512", "read/"),
        (
            ("daerah/pr-2310/bupati-lantik", "daerah/pr-2311/sekda-baru-dilantik", "kota/pr-2312/rotasi-camat-lurah"),
            "politik/pr-99231/uji-kompetensi-jpt",
            "daerah/pr-2310",
        ),
        (
            ("bupati-lantik-sembilan-pejabat/", "plt-sekda-kota-ditunjuk/", "wali-kota-rotasi-tiga-camat/"),
            "gubernur-kukuhkan-pj-bupati/",
            "tentang-kami/",
        ),
        (("?p=12", "?p=13", "?p=207"), "?p=4711", "?page_id=2"),
        (("berita.php?id=3", "berita.php?id=4", "berita.php?id=51"), "berita.php?id=900", "kategori.php?id=2"),
    ],
)
def test_a_pattern_matches_articles_of_the_same_shape_and_nothing_else(
    articles: tuple[str, ...], other_article: str, no_article: str
) -> None:
    found = learnt(urls(*articles), urls(*SECTIONS), SITE)
    assert found is not None
    assert found.expression is not None
    assert (found.matched, found.wrongly) == (len(articles), 0)
    assert re.search(found.expression, HOME + other_article)
    assert not re.search(found.expression, HOME + no_article)
    assert not any(re.search(found.expression, url) for url in urls(*SECTIONS))


def test_www_and_scheme_do_not_matter() -> None:
    found = learnt(urls("baca/1/a-b", "baca/2/c-d", "baca/3/e-f"), [], SITE)
    assert found is not None
    assert found.expression is not None
    assert re.search(found.expression, "http://www.kabar.example/baca/4/g-h")
    assert re.search(found.expression, "http://www.kabar.example/baca/4/g-h?utm_source=x")


def test_titles_that_begin_with_a_number_are_of_the_same_shape() -> None:
    found = learnt(urls("a/bupati-lantik-61", "a/1001-guru-dilantik", "a/pejabat-dilantik", "a/sekda-2026"), [], SITE)
    assert found is not None
    assert found.expression == r"^https?://[^/]+/a/[^/-]+(?:-[^/-]*){1,}/?(?:[?#]|$)"


def test_links_that_only_look_like_articles_may_be_left_out() -> None:
    headlines = urls(*(f"berita/{number}/bupati-lantik-pejabat" for number in range(20)), "profil-dan-sejarah-kami")
    assert learnt(headlines, urls("berita"), SITE, in_doubt=0.15) is not None
    found = learnt(headlines, urls("berita"), SITE, in_doubt=0.15)
    assert found is not None
    assert (found.matched, found.articles) == (20, 21)
    assert found.expression is not None


def test_a_pattern_that_matches_other_pages_is_none() -> None:
    found = learnt(urls("satu", "dua", "tiga"), urls("daerah"), SITE)
    assert found is not None
    assert found.expression is None


def test_one_article_teaches_nothing() -> None:
    assert learnt(urls("a/bupati-lantik-pejabat"), [], SITE) is None
