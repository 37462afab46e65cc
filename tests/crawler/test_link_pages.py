from __future__ import annotations

import pytest

from crawler.link_pages import Link, is_article, page_after, read_link_page
from crawler.registry import Portal

HOME = "https://kabarsatu.test"
PORTAL = Portal(id="kabarsatu", name="Kabar Satu", url=HOME, platform="listing", regions=("36.04",))


def links(body: str, url: str = f"{HOME}/daerah/") -> tuple[list[Link], str | None]:
    found = read_link_page(f"<html><body>{body}</body></html>", url, PORTAL)
    assert found is not None
    return list(found.links), found.next_page


def test_articles_are_told_with_the_longest_text_that_links_to_them() -> None:
    body = """
    <a href="/daerah/">Daerah</a> <a href="/tag/mutasi/">mutasi</a> <a href="#isi">Isi</a>
    <a href="/2026/02/bupati-lantik-42-pejabat/"><img src="x.jpg"></a>
    <a href="/2026/02/bupati-lantik-42-pejabat/#komentar"> Bupati Lantik
       42 Pejabat </a>
    <a href="/2026/02/bupati-lantik-42-pejabat/">Baca</a>
    <a href="https://tempat-lain.test/2026/02/wali-kota-lantik-9-camat/">Lain</a>
    <a href="https://www.kabarsatu.test/2026/02/camat-baru-bertugas/"></a>
    <a href="mailto:redaksi@kabarsatu.test">Surat</a> <a href="http://[rusak/">Rusak</a>"""
    assert links(body) == (
        [
            Link(f"{HOME}/2026/02/bupati-lantik-42-pejabat/", "Bupati Lantik 42 Pejabat"),
            Link("https://www.kabarsatu.test/2026/02/camat-baru-bertugas/", None),
        ],
        None,
    )


@pytest.mark.parametrize(
    ("path", "is_one"),
    [
        ("/bupati-serang-lantik-pejabat-baru/", True),
        ("/berita/4711/lantik-pejabat.html", True),
        ("/2026/02/06/lantik-pejabat", True),
        ("/?p=4711", True),
        ("/", False),
        ("/?p=dua", False),
        ("/daerah/", False),
        ("/lantik-pejabat", False),
        ("/category/berita-daerah-hari-ini-lengkap/", False),
        ("/tag/mutasi-rotasi-pejabat-daerah/", False),
        ("/pedoman-media-siber/", False),
        ("/wp-content/uploads/2026/02/foto-pelantikan-pejabat.jpg", False),
        ("/daerah/page/2/", False),
    ],
)
def test_an_address_looks_like_an_article_s(path: str, is_one: bool) -> None:
    assert is_article(HOME + path, PORTAL) == is_one


def test_the_registry_may_say_what_an_article_s_address_looks_like() -> None:
    portal = PORTAL.model_copy(update={"article": r"/baca/\d+$"})
    assert is_article(f"{HOME}/baca/12", portal)
    assert not is_article(f"{HOME}/2026/02/bupati-lantik-42-pejabat/", portal)


@pytest.mark.parametrize(
    ("url", "anchor", "following"),
    [
        ("/daerah/", '<a href="/daerah/page/2/">2</a>', "/daerah/page/2/"),
        ("/daerah/page/2/", '<a href="/daerah/">1</a> <a href="/daerah/page/3/">Next »</a>', "/daerah/page/3/"),
        ("/daerah", '<a href="/daerah?page=2">Selanjutnya</a>', "/daerah?page=2"),
        ("/daerah?page=9", '<a href="/daerah?page=10" class="page next">→</a>', "/daerah?page=10"),
        ("/daerah/", '<link rel="next" href="/daerah/lanjutan/">', "/daerah/lanjutan/"),
        ("/daerah/", '<a rel="next" href="/daerah?mulai=20">Lebih lama</a>', "/daerah?mulai=20"),
        ("/daerah/", '<a href="/daerah/page/7/">7</a>', None),
        ("/daerah/", '<a href="https://tempat-lain.test/daerah/page/2/">2</a>', None),
        ("/daerah/page/2/", '<a href="/daerah/page/2/">Next</a>', None),
    ],
)
def test_the_page_that_goes_on(url: str, anchor: str, following: str | None) -> None:
    assert links(anchor, HOME + url)[1] == (HOME + following if following else None)


def test_addresses_are_meant_from_the_base_of_the_page() -> None:
    body = f'<base href="{HOME}/berita/"><a href="2026/02/bupati-lantik-pejabat/">Lantik</a>'
    assert [link.url for link in links(body)[0]] == [f"{HOME}/berita/2026/02/bupati-lantik-pejabat/"]


@pytest.mark.parametrize("body", ["", "   "])
def test_an_empty_body_is_no_page(body: str) -> None:
    assert read_link_page(body, HOME, PORTAL) is None


@pytest.mark.parametrize(
    ("url", "following"),
    [
        ("/daerah/page/2/", "/daerah/page/3/"),
        ("/daerah/halaman/9", "/daerah/halaman/10"),
        ("/daerah?q=mutasi+jabatan&page=4", "/daerah?q=mutasi+jabatan&page=5"),
        ("/?paged=2", "/?paged=3"),
        ("/daerah/", None),
        ("/daerah?page=semua", None),
    ],
)
def test_the_address_of_the_page_after_a_numbered_one(url: str, following: str | None) -> None:
    assert page_after(HOME + url) == (HOME + following if following else None)
