"""A news site on this machine to measure crawls on: many articles of the size and make of a WordPress theme's pages.

`python bench/news_site.py ARTICLES [CONTAINER]` prints its address and serves until it is killed. CONTAINER is the
class of the element that holds an article's text: `entry-content` as themes have it, or one that nobody knows.
"""

from __future__ import annotations

import asyncio
import gzip
import json
import sys
from datetime import UTC, datetime, timedelta, timezone
from functools import partial
from urllib.parse import parse_qs, urlsplit

WIB = timezone(timedelta(hours=7))
NEWEST = datetime(2026, 6, 30, 20, 0, tzinfo=WIB)
SENTENCES = (
    "Wali Kota Bekasi melantik {number} pejabat administrator dan pengawas di Aula Nonon Sonthanie.",
    "Pelantikan itu mengisi jabatan yang lowong sejak awal tahun dan menyegarkan organisasi perangkat daerah.",
    "Kepala Badan Kepegawaian menyebut seluruh proses sudah mendapat persetujuan teknis dari pusat.",
    "Para pejabat diminta segera menyusun rencana kerja bersama staf di tempat tugas yang baru.",
    "Anggota dewan berharap layanan kependudukan, perizinan dan kesehatan warga semakin cepat.",
)
_CARD = (
    '<article class="post-card hentry"><a href="{url}"><img class="lazyload" data-src="/unggahan/{number}.jpg" alt="">'
    '<h3 class="post-title">Berita lain nomor {number} dari kota dan kabupaten</h3></a>'
    '<span class="meta-date">30 Juni 2026</span><p class="excerpt">Ringkasan berita lain nomor {number}.</p></article>'
)
_SCRIPT = (
    "<script>var pengaturan_{number} = "
    + json.dumps({f"kunci_{n}": f"nilai {n} " * 8 for n in range(60)})
    + ";</script>"
)


class NewsSite:
    """The articles of the site, and what it answers."""

    def __init__(self, articles: int, container: str) -> None:
        self.articles = articles
        self.container = container
        self.home = ""

    def address(self, number: int) -> str:
        """Return the address of an article."""
        return f"{self.home}/2026/06/wali-kota-lantik-{number}-pejabat-administrator/"

    def prepare(self, home: str) -> dict[str, bytes]:
        """Return the packed body of every address at which something stands."""
        self.home = home
        pages = {urlsplit(self.address(number)).path: self.page(number) for number in range(1, self.articles + 1)}
        pages["/sitemap.xml"] = self.sitemap()
        pages["/robots.txt"] = f"User-agent: *\nDisallow:\n\nSitemap: {home}/sitemap.xml\n"
        return {path: gzip.compress(body.encode(), 6) for path, body in pages.items()}

    def published(self, number: int) -> datetime:
        """Return when an article appeared."""
        return NEWEST - timedelta(minutes=37 * number)

    def paragraphs(self, number: int) -> str:
        """Return the text of an article as HTML."""
        return "".join(
            f"<p>{sentence.format(number=number)} Bagian {part}.</p>\n" for part in range(4) for sentence in SENTENCES
        )

    def page(self, number: int) -> str:
        """Return an article's page: some 90 KB, most of it not the article."""
        cards = "".join(
            _CARD.format(
                url=self.address((number + other) % self.articles + 1), number=(number + other) % self.articles + 1
            )
            for other in range(1, 110)
        )
        scripts = "".join(_SCRIPT.replace("{number}", str(one)) for one in range(5))
        menu = "".join(
            f'<li class="menu-item"><a href="{self.home}/rubrik/{one}/">Rubrik {one}</a></li>' for one in range(80)
        )
        title = f"Wali Kota Lantik {number} Pejabat Administrator"
        moment = self.published(number).isoformat()
        return (
            f'<!DOCTYPE html><html lang="id"><head><meta charset="utf-8"><title>{title} - Warta Contoh</title>'
            f'<link rel="canonical" href="{self.address(number)}"><meta property="og:title" content="{title}">'
            f'<meta property="og:site_name" content="Warta Contoh"><meta name="author" content="Redaksi">'
            f'<meta property="article:published_time" content="{moment}">{scripts}</head><body class="single-post">'
            f'<header><ul class="menu">{menu}</ul></header><main><article class="post hentry">'
            f'<h1 class="entry-title">{title}</h1><time class="entry-date published" datetime="{moment}"></time>'
            f'<div class="{self.container}">{self.paragraphs(number)}</div>'
            f'<div class="sharedaddy"><a href="#">Bagikan</a></div></article></main>'
            f'<aside class="sidebar">{cards}</aside><footer><p>Warta Contoh, media contoh.</p></footer></body></html>'
        )

    def sitemap(self) -> str:
        """Return the sitemap of all articles."""
        entries = "".join(
            f"<url><loc>{self.address(number)}</loc><lastmod>{self.published(number).isoformat()}</lastmod></url>"
            for number in range(1, self.articles + 1)
        )
        return f'<?xml version="1.0"?><urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9">{entries}</urlset>'

    def posts(self, query: dict[str, list[str]]) -> tuple[bytes, int]:
        """Return one page of the REST API's posts, newest first, and the number of pages."""
        size, page = int(query["per_page"][0]), int(query["page"][0])
        numbers = range(1, self.articles + 1)[size * (page - 1) : size * page]
        posts = [
            {
                "id": number,
                "date_gmt": self.published(number).astimezone(UTC).replace(tzinfo=None).isoformat(),
                "modified_gmt": self.published(number).astimezone(UTC).replace(tzinfo=None).isoformat(),
                "link": self.address(number),
                "title": {"rendered": f"Wali Kota Lantik {number} Pejabat Administrator"},
                "content": {"rendered": self.paragraphs(number), "protected": False},
            }
            for number in numbers
        ]
        return gzip.compress(json.dumps(posts).encode(), 1), -(-self.articles // size)


async def serve(site: NewsSite) -> None:
    """Serve the site on a free port of 127.0.0.1 and print its address."""
    bodies: dict[str, bytes] = {}
    rest: dict[str, tuple[bytes, int]] = {}
    server = await asyncio.start_server(partial(_answer, site, bodies, rest), "127.0.0.1", 0)
    home = f"http://127.0.0.1:{server.sockets[0].getsockname()[1]}"
    bodies |= site.prepare(home)
    print(home, flush=True)
    async with server:
        await server.serve_forever()


async def _answer(
    site: NewsSite,
    bodies: dict[str, bytes],
    rest: dict[str, tuple[bytes, int]],
    reader: asyncio.StreamReader,
    writer: asyncio.StreamWriter,
) -> None:
    try:
        while True:
            head = await reader.readuntil(b"\r\n\r\n")
            target = head.split(b" ", 2)[1].decode()
            parts = urlsplit(target)
            status, more, body = "404 Not Found", "", b""
            if parts.path in bodies:
                kind = "application/xml" if parts.path.endswith(".xml") else "text/html; charset=UTF-8"
                status, more, body = "200 OK", f"Content-Type: {kind}\r\nContent-Encoding: gzip\r\n", bodies[parts.path]
            elif parts.path == "/wp-json/wp/v2/posts":
                if target not in rest:
                    rest[target] = site.posts(parse_qs(parts.query))
                body, pages = rest[target]
                more = f"X-WP-Total: {site.articles}\r\nX-WP-TotalPages: {pages}\r\n"
                status, more = "200 OK", f"Content-Type: application/json\r\nContent-Encoding: gzip\r\n{more}"
            writer.write(f"HTTP/1.1 {status}\r\n{more}Content-Length: {len(body)}\r\n\r\n".encode() + body)
            await writer.drain()
    except (asyncio.IncompleteReadError, ConnectionError):
        pass  # the crawler has gone
    finally:
        writer.close()


if __name__ == "__main__":
    asyncio.run(serve(NewsSite(int(sys.argv[1]), sys.argv[2] if len(sys.argv) > 2 else "entry-content")))
