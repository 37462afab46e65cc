from __future__ import annotations

from datetime import datetime
from zoneinfo import ZoneInfo

import pytest

from crawler.article_page import ArticlePage, moment_of, parse_article_page

WITA = ZoneInfo("Asia/Makassar")
URL = "https://kabarmandar.test/2024/05/bupati-lantik-pejabat/"
STORY = """
<article><h1 class="entry-title">Bupati Majene Lantik 24 Pejabat</h1>
<p>MAJENE – Bupati Majene Andi Sulaeman Tahir melantik 24 pejabat administrator dan pengawas di Ruang Pola Kantor
Bupati Majene, Jumat (17/5/2024). Pelantikan itu mengisi jabatan yang lowong sejak awal tahun.</p>
<p><strong>BACA JUGA: <a href="/lain/">Harga Kakao Naik</a></strong></p>
<p>Berikut sebagian pejabat yang dilantik dan mengambil sumpah di hadapan rohaniwan pada kesempatan itu:</p>
<ol><li>Ramli Hasanuddin, dari Camat Banggae menjadi Kepala Bagian Hukum</li><li>Nurbaya Kadir, Lurah Labuang</li></ol>
<p>Bupati meminta para pejabat segera bekerja dan tidak menunggu arahan untuk melayani warga di kecamatan.</p>
<p>Spread the love</p>
</article>"""
TEXT = """MAJENE – Bupati Majene Andi Sulaeman Tahir melantik 24 pejabat administrator dan pengawas di Ruang Pola \
Kantor Bupati Majene, Jumat (17/5/2024). Pelantikan itu mengisi jabatan yang lowong sejak awal tahun.

Berikut sebagian pejabat yang dilantik dan mengambil sumpah di hadapan rohaniwan pada kesempatan itu:

1. Ramli Hasanuddin, dari Camat Banggae menjadi Kepala Bagian Hukum
2. Nurbaya Kadir, Lurah Labuang

Bupati meminta para pejabat segera bekerja dan tidak menunggu arahan untuk melayani warga di kecamatan."""
JSON_LD = """{"@context": "https://schema.org", "@graph": [
 {"@type": "WebPage", "@id": "#page", "datePublished": "2001-01-01T00:00:00+08:00"},
 {"@type": ["NewsArticle"], "headline": "Bupati Majene Lantik 24 Pejabat", "datePublished": "2024-05-17T15:30:00+08:00",
  "dateModified": "2024-05-17T16:00:00+08:00", "author": {"@id": "#rina"}, "articleSection": ["Daerah"],
  "keywords": "mutasi, Majene", "image": {"@id": "#gambar"}},
 {"@type": "Person", "@id": "#rina", "name": "Rina Basri"},
 {"@type": "ImageObject", "@id": "#gambar", "url": "https://kabarmandar.test/gambar.jpg"}]}"""


def page(head: str = "", body: str = STORY) -> ArticlePage:
    return parse_article_page(f"<html><head>{head}</head><body>{body}</body></html>", URL, WITA)


def ld(json: str) -> str:
    return f'<script type="application/ld+json">{json}</script>'


def test_json_ld_gives_the_fields() -> None:
    found = page(ld(JSON_LD))
    assert found.title == "Bupati Majene Lantik 24 Pejabat"
    assert found.published == datetime(2024, 5, 17, 15, 30, tzinfo=WITA)
    assert found.published_precision == "second"
    assert found.modified == datetime(2024, 5, 17, 16, 0, tzinfo=WITA)
    assert found.author == "Rina Basri"
    assert found.section == "Daerah"
    assert found.tags == ("mutasi", "Majene")
    assert found.image_url == "https://kabarmandar.test/gambar.jpg"
    assert found.url == URL


def test_meta_gives_the_fields() -> None:
    found = page(
        """<link rel="canonical" href="/2024/05/bupati-lantik-pejabat/?asli=1">
        <meta property="og:site_name" content="Kabar Mandar">
        <meta property="og:title" content="Bupati Majene Lantik 24 Pejabat - Kabar Mandar">
        <meta property="article:published_time" content="2024-05-17T07:30:00Z">
        <meta property="article:modified_time" content="2024-05-17T08:00:00Z">
        <meta name="author" content="Rina Basri"><meta property="article:section" content="Daerah">
        <meta property="article:tag" content="mutasi"><meta property="article:tag" content="Majene">
        <meta property="og:image" content="/gambar.jpg">"""
    )
    assert found.title == "Bupati Majene Lantik 24 Pejabat"
    assert found.published == datetime(2024, 5, 17, 15, 30, tzinfo=WITA)
    assert found.modified == datetime(2024, 5, 17, 16, 0, tzinfo=WITA)
    assert (found.author, found.section, found.tags) == ("Rina Basri", "Daerah", ("mutasi", "Majene"))
    assert found.image_url == "https://kabarmandar.test/gambar.jpg"
    assert found.url == "https://kabarmandar.test/2024/05/bupati-lantik-pejabat/?asli=1"


def test_text_is_the_article_in_its_lines() -> None:
    menu = "<nav><ul><li><a href='/daerah/'>Daerah</a></li></ul></nav>"
    assert page(body=menu + STORY + "<footer>Hak cipta Kabar Mandar</footer>").text == TEXT


@pytest.mark.parametrize("broken", ['{"@type": "NewsArticle", ', "[]", '"teks"', '{"@graph": null}', '{"author": 1}'])
def test_broken_json_ld_leaves_the_visible_page(broken: str) -> None:
    found = page(ld(broken))
    assert found.title == "Bupati Majene Lantik 24 Pejabat"
    assert found.text == TEXT


def test_line_break_in_json_ld_is_read() -> None:
    assert page(ld('{"@type": "Article", "headline": "Judul\ndua baris"}'), body="").title == "Judul dua baris"


@pytest.mark.parametrize(
    ("head", "body", "published"),
    [
        ('<meta property="article:published_time" content="2024-05-17 15:30:00">', "", "2024-05-17T15:30:00+08:00"),
        ('<meta name="pubdate" content="Fri, 17 May 2024 07:30:00 +0000">', "", "2024-05-17T07:30:00+00:00"),
        (
            "",
            '<time class="entry-date published" datetime="2024-05-17T15:30:00+08:00"></time>',
            "2024-05-17T15:30:00+08:00",
        ),
        (
            "",
            (
                '<time class="updated" datetime="2024-06-01T00:00:00+08:00"></time>'
                '<time class="post-date" datetime="2024-05-17T15:30+08:00"></time>'
            ),
            "2024-05-17T15:30:00+08:00",
        ),
        (
            ld('{"@type": "Article", "headline": "x", "datePublished": "2024-05-17"}'),
            '<time itemprop="datePublished" datetime="2024-05-17T15:30:00+08:00"></time>',
            "2024-05-17T15:30:00+08:00",
        ),
    ],
)
def test_time_of_publication(head: str, body: str, published: str) -> None:
    found = page(head, body + STORY)
    assert found.published == datetime.fromisoformat(published)
    assert found.published_precision == "second"


def test_day_alone_is_flagged() -> None:
    stated = page(ld('{"@type": "Article", "headline": "x", "datePublished": "2024-05-17"}'))
    assert stated.published == datetime(2024, 5, 17, tzinfo=WITA)
    assert stated.published_precision == "day"


def test_day_found_in_the_page_is_flagged() -> None:
    found = parse_article_page(
        f"<html><body><p class='tanggal'>17 Mei 2024</p>{STORY}</body></html>",
        "https://kabarmandar.test/2024/05/17/bupati-lantik/",
        WITA,
    )
    assert found.published == datetime(2024, 5, 17, tzinfo=WITA)
    assert found.published_precision == "day"


def test_page_without_an_article_has_no_text() -> None:
    found = page(body="")
    assert (found.title, found.text, found.published, found.author) == ("", "", None, None)


def test_cut_headline_is_completed_from_the_page() -> None:
    assert (
        page(ld('{"@type": "Article", "headline": "Bupati Majene Lantik …"}')).title
        == "Bupati Majene Lantik 24 Pejabat"
    )


def test_further_pages_of_a_split_article() -> None:
    links = f'<a href="{URL}2/">2</a><a href="{URL}3/">3</a><a href="{URL}2/#x">lanjut</a><a href="/lain/2/">lain</a>'
    assert page(body=STORY + links).more_pages == (f"{URL}2/", f"{URL}3/")
    assert page(body=STORY + '<a href="?page=2">2</a>').more_pages == (f"{URL}?page=2",)
    assert page().more_pages == ()


@pytest.mark.parametrize("value", [None, "", 5, "kemarin", "2024-13-45", {"@value": "2024-05-17"}])
def test_no_date_is_no_moment(value: object) -> None:
    assert moment_of(value, WITA) is None


def test_short_article_is_not_drowned_by_the_page() -> None:
    menu = (
        "<div>"
        + "".join(f"<p>Kabar lain nomor {number} dari redaksi kami hari ini.</p>" for number in range(9))
        + "</div>"
    )
    body = '<div class="entry-content"><p>MAJENE – Bupati melantik camat.</p><p>(rin)</p></div>'
    assert page(body=menu + body + menu).text == "MAJENE – Bupati melantik camat.\n\n(rin)"
