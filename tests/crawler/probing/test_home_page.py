from __future__ import annotations

import pytest
from canned import HOME, SITE

from crawler.probing.home_page import read_home_page, site_name

PAGE = """<html><head><title>Beranda - Kabar Kita</title>
<link rel="alternate" type="application/rss+xml" title="Kabar &raquo; Umpan" href="/umpan/">
<link rel="alternate" type="application/rss+xml" title="Kabar &raquo; Umpan Komentar" href="/comments/feed/">
<link rel="alternate" type="application/rss+xml" href="https://lain.example/feed/">
<link rel="https://api.w.org/" href="https://kabar.example/blog/wp-json/">
<meta name="description" content="Berita &amp; kabar">
</head><body>
<form action="/cari" method="get"><input type="hidden" name="t" value="b"><input type="search" name="q"></form>
<form action="/masuk" method="post"><input name="q"></form>
<nav><a href="/daerah">Daerah</a><a href="/hiburan">Hiburan</a><a href="/indeks">Indeks</a></nav>
<h2><a href="/berita/1">Bupati Lantik Sembilan Pejabat</a></h2><a href="/berita/1"><img alt="x"></a>
<a href="/berita/2"><img alt="Wali Kota Rotasi Tiga Camat"></a>
<a href="/tag/mutasi-jabatan">mutasi</a><a href="/tag/asn">asn</a><a href="/topik/x">x</a>
<a href="https://lain.example/berita/3">Gubernur Lantik Tujuh Kepala Dinas</a>
<footer><a href="/pedoman">Pedoman Media Siber dan Kode Etik</a></footer></body></html>"""


def test_a_home_page_tells_where_its_site_lists_articles() -> None:
    page = read_home_page(PAGE, HOME, SITE)
    assert (page.titled, page.description) == ("Kabar Kita", "Berita & kabar")
    assert page.feeds == (f"{HOME}umpan/",)
    assert page.rest_root == f"{HOME}blog/wp-json/"
    assert [(one.url, one.title) for one in page.articles] == [
        (f"{HOME}berita/1", "Bupati Lantik Sembilan Pejabat"),
        (f"{HOME}berita/2", "Wali Kota Rotasi Tiga Camat"),
    ]
    assert page.searches == (f"{HOME}cari?t=b&q={{term}}",)
    assert page.tags[0] == f"{HOME}tag/{{term}}"
    assert page.indexes == (f"{HOME}indeks",)
    assert page.sections == (f"{HOME}daerah", f"{HOME}hiburan")
    assert f"{HOME}pedoman" not in page.others


@pytest.mark.parametrize(
    ("head", "name"),
    [
        ('<meta property="og:site_name" content="Kabar Dua"><title>Lain</title>', "Kabar Dua"),
        (
            '<script type="application/ld+json">{"@graph":[{"@type":"NewsMediaOrganization","name":"Kabar"}]}</script>',
            "Kabar",
        ),
        ('<script type="application/ld+json">{rusak</script><title>Kabar Tiga | Cepat dan Tepat</title>', "Kabar Tiga"),
        ("<title></title>", None),
    ],
)
def test_a_site_is_called_what_it_says_to_machines_first(head: str, name: str | None) -> None:
    page = read_home_page(f"<html><head>{head}</head><body></body></html>", HOME, SITE)
    assert (page.name or page.titled) == name


@pytest.mark.parametrize(
    "title", ["Home – Kabar Empat", "Berita Terbaru - Kabar Empat", "Kabar Empat | Cepat dan Tepat"]
)
def test_of_a_title_the_part_is_the_name_that_the_host_has(title: str) -> None:
    assert site_name(title, "www.kabarempat.example") == "Kabar Empat"
