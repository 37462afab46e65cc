from __future__ import annotations

import gzip
from datetime import UTC, datetime
from zoneinfo import ZoneInfo

import pytest

from crawler.sitemaps import SitemapEntry, child_order, read_sitemap

HOME = "https://kabarsatu.test"
JAKARTA = ZoneInfo("Asia/Jakarta")
PAGES = f"""<?xml version="1.0" encoding="UTF-8"?>
<!-- dibuat oleh pengaya -->
<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9"
        xmlns:image="http://www.google.com/schemas/sitemap-image/1.1"
        xmlns:news="http://www.google.com/schemas/sitemap-news/0.9">
  <url><loc> {HOME}/lantik-1/ </loc><lastmod>2024-05-17T08:30:00+00:00</lastmod>
    <image:image><image:loc>{HOME}/1.jpg</image:loc><image:title>Foto</image:title></image:image></url>
  <url><loc>{HOME}/lantik-2/</loc><news:news>
    <news:publication><news:name>Kabar Satu</news:name></news:publication>
    <news:publication_date>2024-05-17T15:30:00</news:publication_date>
    <news:title>Bupati &amp;quot;Rombak&amp;quot; Kabinet &amp; Lantik 2 Pejabat</news:title></news:news></url>
  <url><loc>/lantik-3/</loc></url>
  <url><lastmod>2024-05-17</lastmod></url>
</urlset>"""
INDEX = f"""<sitemapindex xmlns="http://www.sitemaps.org/schemas/sitemap/0.9">
  <sitemap><loc>{HOME}/post-sitemap1.xml</loc><lastmod>2024-05-01</lastmod></sitemap>
  <sitemap><loc>{HOME}/post-sitemap2.xml.gz</loc></sitemap>
</sitemapindex>"""
FIRST = SitemapEntry(url=f"{HOME}/lantik-1/", modified=datetime(2024, 5, 17, 8, 30, tzinfo=UTC))
SECOND = SitemapEntry(
    url=f"{HOME}/lantik-2/",
    title='Bupati "Rombak" Kabinet & Lantik 2 Pejabat',
    published=datetime(2024, 5, 17, 15, 30, tzinfo=JAKARTA),
)


@pytest.mark.parametrize("body", [PAGES.encode(), gzip.compress(PAGES.encode()), b"\n\n" + PAGES.encode()])
def test_pages_with_changes_titles_and_days_of_publication(body: bytes) -> None:
    sitemap = read_sitemap(body, JAKARTA)
    assert sitemap is not None
    assert sitemap.kind == "pages"
    assert sitemap.entries == (FIRST, SECOND)


def test_an_index_lists_sitemaps() -> None:
    sitemap = read_sitemap(INDEX.encode(), JAKARTA)
    assert sitemap is not None
    assert sitemap.kind == "index"
    assert [entry.url for entry in sitemap.entries] == [f"{HOME}/post-sitemap1.xml", f"{HOME}/post-sitemap2.xml.gz"]
    assert sitemap.entries[0].modified == datetime(2024, 5, 1, tzinfo=JAKARTA)


def test_a_sitemap_that_breaks_off_gives_what_it_has() -> None:
    sitemap = read_sitemap(PAGES[: PAGES.index("<url><loc>/lantik-3/")].encode(), JAKARTA)
    assert sitemap is not None
    assert sitemap.entries == (FIRST, SECOND)


@pytest.mark.parametrize(
    "body",
    [
        b"",
        b"<html><body>Beranda</body></html>",
        b"<rss><channel/></rss>",
        b"Tidak ditemukan",
        gzip.compress(PAGES.encode())[:40] + b"\xff" * 40,
        gzip.compress(b"<urlset>" + b" " * (51 * 1024 * 1024)),
    ],
    ids=["nothing", "a page", "a feed", "words", "damaged", "a bomb"],
)
def test_what_is_no_sitemap_is_none(body: bytes) -> None:
    assert read_sitemap(body, JAKARTA) is None


def test_entities_of_the_file_system_are_not_read() -> None:
    body = f'<!DOCTYPE x [<!ENTITY e SYSTEM "file:///etc/hostname">]><urlset><url><loc>{HOME}/&e;</loc></url></urlset>'
    sitemap = read_sitemap(body.encode(), JAKARTA)
    assert sitemap is not None
    assert [entry.url for entry in sitemap.entries] == [f"{HOME}/"]


def test_the_newest_sitemaps_sort_last() -> None:
    old = SitemapEntry(url=f"{HOME}/a9.xml", modified=datetime(2024, 1, 1, tzinfo=UTC))
    new = SitemapEntry(url=f"{HOME}/a1.xml", modified=datetime(2024, 5, 1, tzinfo=UTC))
    ninth, tenth = (SitemapEntry(url=f"{HOME}/post-sitemap{number}.xml") for number in (9, 10))
    assert sorted([tenth, new, ninth, old], key=child_order) == [ninth, tenth, old, new]
