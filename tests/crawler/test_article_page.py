from __future__ import annotations

from datetime import datetime
from zoneinfo import ZoneInfo

import pytest

from crawler.article_page import ArticlePage, moment_of, parse_article_page
from crawler.selectors import Selectors

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


@pytest.mark.parametrize(
    "mark",
    [
        'class="entry-content clearfix"',
        'class="td-post-content tagdiv-type"',
        'class="detail__body-text"',
        'class="read__content"',
        'itemprop="articleBody"',
    ],
)
def test_names_that_themes_share_mark_the_text(mark: str) -> None:
    beside = f"<div><p>{'Warga menonton lomba perahu di teluk sejak pagi hingga petang. ' * 9}</p></div>"
    body = f"<h1>Bupati Majene Lantik Camat</h1><div {mark}><p>MAJENE – Bupati melantik camat.</p><p>(rin)</p></div>"
    assert page(body=beside + body + beside).text == "MAJENE – Bupati melantik camat.\n\n(rin)"


def test_excerpts_of_other_articles_bear_the_same_name() -> None:
    excerpt = '<div class="entry-content"><p>Harga kakao naik lagi.</p></div>'
    body = f'<div class="entry-content"><p>{"Bupati melantik camat di ruang pola kantornya. " * 5}</p></div>'
    assert page(body=excerpt + body + excerpt).text.startswith("Bupati melantik camat")


def test_whole_article_on_one_page() -> None:
    link = f'<a href="{URL}?page=2">2</a><a href="/2024/05/bupati-lantik-pejabat/?page=all#isi">Tampilkan Semua</a>'
    assert page(body=STORY + link).whole_page == f"{URL}?page=all"
    assert page(body=STORY + '<a href="/lain/?page=all">Semua</a><a href="?page=semua">x</a>').whole_page is None
    itself = parse_article_page(f"<html><body>{STORY}{link}</body></html>", f"{URL}?page=all", WITA)
    assert itself.whole_page is None
    assert page().whole_page is None


@pytest.mark.parametrize(
    ("stated", "site", "heading"),
    [
        ("Bupati Lantik Pejabat - Kabar Mandar", "Kabar Mandar", ""),
        ("Bupati Lantik Pejabat - Kabar Mandar Daerah", "Kabar Mandar", ""),
        ("Bupati Lantik Pejabat | KabarMandar.test", "", ""),
        ("Bupati Lantik Pejabat : Suara Sulawesi", "", "Bupati Lantik Pejabat"),
        ("Bupati Lantik Pejabat", "Kabar Mandar", ""),
    ],
)
def test_name_of_the_site_is_no_part_of_the_title(stated: str, site: str, heading: str) -> None:
    head = f'<meta property="og:title" content="{stated}"><meta property="og:site_name" content="{site}">'
    assert page(head, f"<h2>{heading}</h2>").title == "Bupati Lantik Pejabat"


def test_dash_in_a_title_stays() -> None:
    head = '<meta property="og:title" content="Pasangan Andi - Budi Dilantik di Kantor Gubernur Lama">'
    assert page(head).title == "Pasangan Andi - Budi Dilantik di Kantor Gubernur Lama"


def test_time_shown_beside_the_headline_is_read() -> None:
    list_of_others = "<ul><li>Rabu, 15/05/2024 09.00 WITA</li><li>Harga Kakao Naik</li></ul>" + "<p>Kabar lain</p>" * 9
    headline = "<h1>Bupati Majene Lantik 24 Pejabat</h1><p>Rina Basri</p><p>Jumat, 17 Mei 2024 | 15:30 WITA</p>"
    found = page(body=list_of_others + headline + STORY)
    assert found.published == datetime(2024, 5, 17, 15, 30, tzinfo=WITA)
    assert found.published_precision == "second"


def test_time_shown_completes_a_day_stated() -> None:
    day = ld('{"@type": "Article", "headline": "Bupati Majene Lantik 24 Pejabat", "datePublished": "2024-05-17"}')
    assert page(day, "<p>17/5/2024 15.30</p>" + STORY).published == datetime(2024, 5, 17, 15, 30, tzinfo=WITA)
    assert page(day, "<p>20/5/2024 08.00</p>" + STORY).published == datetime(2024, 5, 17, tzinfo=WITA)


@pytest.mark.parametrize(
    ("shown", "published"),
    [
        ("17/05/2024 15:30 WITA", "2024-05-17T15:30:20+08:00"),
        ("17/05/2024 23:30 WITA", "2024-05-17T15:30:20+00:00"),
        ("17/05/2024 15:30", "2024-05-17T15:30:20+00:00"),
    ],
)
def test_local_time_stated_as_utc_is_found_out_by_the_time_shown(shown: str, published: str) -> None:
    meta = '<meta name="pubdate" content="2024-05-17 T15:30:20Z">'
    found = page(meta, f"<h1>Bupati Majene Lantik 24 Pejabat</h1><p>{shown}</p>{STORY}")
    assert found.published == datetime.fromisoformat(published)


def test_declared_selectors_win() -> None:
    body = """<div class="judul">Camat Banggae Dilantik</div><div class="jam">Senin, 3 Juni 2024 - 08.15 WITA</div>
    <div class="oleh">Rina Basri</div><div class="bagian"><p>Satu.</p></div><div class="bagian"><p>Dua.</p></div>"""
    declared = Selectors(text=".bagian, .bagian p", title=".judul", published=".jam", author=".oleh")
    found = parse_article_page(f"<html><body>{STORY}{body}</body></html>", URL, WITA, selectors=declared)
    assert (found.title, found.author, found.text) == ("Camat Banggae Dilantik", "Rina Basri", "Satu.\n\nDua.")
    assert found.published == datetime(2024, 6, 3, 8, 15, tzinfo=WITA)


def test_selectors_that_find_nothing_leave_the_generic_reading() -> None:
    declared = Selectors(text=".bagian", title=".judul", published=".jam", author=".oleh")
    html = f"<html><head>{ld(JSON_LD)}</head><body>{STORY}</body></html>"
    assert parse_article_page(html, URL, WITA, selectors=declared) == parse_article_page(html, URL, WITA)


@pytest.mark.parametrize("html", ["", " ", "\x00", "<html></html>", "<a href='http://['>x</a>", "\ud800", "{}"])
def test_what_is_no_page_is_an_empty_article(html: str) -> None:
    assert len(parse_article_page(html, URL, WITA).text) < 5
