from __future__ import annotations

import pytest

from crawler.addresses import bare_host, canonical_url

HOME = "https://kabarsatu.test/"


@pytest.mark.parametrize(
    ("url", "canonical"),
    [
        ("https://Kabarsatu.test/2024/05/Lantik/#isi", "https://kabarsatu.test/2024/05/Lantik/"),
        ("https://kabarsatu.test/?p=12&utm_source=rss&fbclid=x", "https://kabarsatu.test/?p=12"),
        ("https://kabarsatu.test/lantik/?utm_medium=rss", "https://kabarsatu.test/lantik/"),
        ("https://kabarsatu.test/lantik/?PHPSESSID=1f2e", "https://kabarsatu.test/lantik/"),
        ("https://kabarsatu.test/baca?b=1&a=2", "https://kabarsatu.test/baca?b=1&a=2"),
        ("http://www.kabarsatu.test/lantik/", "https://kabarsatu.test/lantik/"),
        ("https://m.kabarsatu.test/lantik.html", "https://kabarsatu.test/lantik.html"),
        ("https://kabarsatu.test/lantik/amp/", "https://kabarsatu.test/lantik/"),
        ("https://kabarsatu.test/lantik/?amp=1", "https://kabarsatu.test/lantik/"),
        ("https://kabarsatu.test/amp/berita/4711/lantik", "https://kabarsatu.test/berita/4711/lantik"),
        ("https://kabarsatu.test/berita/4711/lantik?page=all", "https://kabarsatu.test/berita/4711/lantik"),
        ("https://kabarsatu.test/berita/4711/lantik?page=3", "https://kabarsatu.test/berita/4711/lantik"),
    ],
)
def test_address_of_an_article_is_the_same_however_it_was_found(url: str, canonical: str) -> None:
    assert canonical_url(url, HOME) == canonical


def test_a_site_that_lives_under_www_or_http_is_left_there() -> None:
    assert canonical_url("https://kabardua.test/a/", "http://www.kabardua.test/") == "http://www.kabardua.test/a/"


@pytest.mark.parametrize(
    ("host", "bare"),
    [("www.kabarsatu.test", "kabarsatu.test"), ("M.Kabarsatu.test", "kabarsatu.test"), ("m.test", "m.test")],
)
def test_faces_of_a_host_are_one(host: str, bare: str) -> None:
    assert bare_host(host) == bare
