"""Small news sites that no registry has, each publishing in one way only, with articles of the demo's outlets."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import timedelta
from email.utils import format_datetime
from html import escape
from urllib.parse import unquote

from fake_wordpress import Answer, Site, html

from mutasi.demo.outlets import Outlet, Post, demo_outlets

BLOCKED = (
    "<html><head><title>Just a moment...</title></head><body><script>window._cf_chl_opt={}</script>"
    "Enable JavaScript and cookies to continue</body></html>"
)
PARKED = "<html><head><title>kabar.example</title></head><body><h1>This domain is for sale!</h1></body></html>"
SUSPENDED = "<html><head><title>Account Suspended</title></head><body>This Account has been suspended.</body></html>"
SCRIPTED = (
    '<html><head><title>Kabar</title></head><body><div id="root"></div><script src="/static/js/main.js"></script>'
    "<noscript>You need to enable JavaScript to run this app.</noscript></body></html>"
)
FORM = (
    "<html><head><title>Masuk</title></head><body><form method='post'><input name='user'>"
    "<input type='password' name='pw'></form></body></html>"
)


@dataclass
class OutletSite(Site):
    """The articles of one of the demo's outlets, newest first, at `/baca/ID/SLUG`; all published `later` than there."""

    outlet: Outlet = demo_outlets()[0]
    later: timedelta = timedelta()

    @property
    def newest_first(self) -> list[Post]:
        posts = [replace(post, published=post.published + self.later) for post in self.outlet.posts]
        return sorted(posts, key=lambda post: post.published, reverse=True)

    def path(self, post: Post) -> str:
        return f"/baca/{post.id}/{post.slug}"

    def post_at(self, path: str) -> Post | None:
        return next((post for post in self.newest_first if self.path(post) == path), None)


def page(site: OutletSite, title: str, body: str, head: str = "") -> Answer:
    """Return a page of the site: its menu, and pages that every site has."""
    menu = '<a href="/">Beranda</a><a href="/kanal/daerah">Daerah</a><a href="/kanal/olahraga">Olahraga</a>'
    foot = '<a href="/redaksi">Redaksi</a><a href="/pedoman-media-siber">Pedoman Media Siber</a>'
    name = site.outlet.name
    return html(
        f'<html><head><title>{title}</title><meta property="og:site_name" content="{name}">{head}</head>'
        f"<body><nav>{menu}</nav>{body}<footer>{foot}</footer></body></html>"
    )


def article(site: OutletSite, path: str) -> Answer | None:
    post = site.post_at(path)
    if post is None:
        return None
    told = f'<meta property="article:published_time" content="{post.published.isoformat()}">'
    body = f"<h1>{escape(post.title)}</h1><article>{re.sub(r'<a [^>]*>|</a>', '', post.content)}</article>"
    return page(site, escape(post.title), body, told)


def links(site: OutletSite, posts: list[Post], more: str = "") -> str:
    items = "".join(f'<li><a href="{site.path(post)}">{escape(post.title)}</a></li>' for post in posts)
    return f"<ul>{items}</ul>{more}"


def by_rss_only(site: OutletSite, path: str, query: dict[str, str]) -> Answer | None:
    """The home page names a feed of excerpts, and has nothing else; so it stays whatever the query asks for."""
    if path == "/umpan.xml":
        items = "".join(
            f"<item><title>{escape(post.title)}</title><link>{site.url}{site.path(post)}</link>"
            f"<pubDate>{format_datetime(post.published)}</pubDate><description>...</description></item>"
            for post in site.newest_first
        )
        feed = f'<rss version="2.0"><channel><title>x</title>{items}</channel></rss>'
        return 200, {"Content-Type": "application/rss+xml"}, feed.encode()
    if path == "/" and not query:
        named = '<link rel="alternate" type="application/rss+xml" href="/umpan.xml">'
        return page(site, "Beranda", "<p>Selamat datang.</p>", named)
    return article(site, path)


def by_sitemap_only(site: OutletSite, path: str, query: dict[str, str]) -> Answer | None:
    """Its sitemap, in which sections and pages stand among the articles, is all it has beside a bare home page."""
    if path == "/sitemap.xml":
        places = ["/kanal/daerah", "/kanal/olahraga", "/redaksi", "/tag/mutasi-rotasi-dan-promosi"]
        entries = "".join(f"<url><loc>{site.url}{one}</loc></url>" for one in places)
        entries += "".join(
            f"<url><loc>{site.url}{site.path(post)}</loc><lastmod>{post.published.isoformat()}</lastmod></url>"
            for post in site.newest_first
        )
        body = f'<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9">{entries}</urlset>'
        return 200, {"Content-Type": "application/xml"}, body.encode()
    return page(site, "Beranda", "<p>Selamat datang.</p>") if path == "/" and not query else article(site, path)


def by_links_only(site: OutletSite, path: str, query: dict[str, str]) -> Answer | None:
    """The home page has the newest, an index all of them by pages, a search what was asked for."""
    posts, size = site.newest_first, 4
    form = '<form action="/cari"><input name="q"></form><a href="/indeks">Indeks</a>'
    if path == "/" and not query:
        return page(site, "Beranda", form + links(site, posts[:size]))
    if path == "/indeks" and "date" not in query:
        number = int(query.get("page", "1"))
        more = f'<a href="/indeks?page={number + 1}">Berikutnya</a>' if number * size < len(posts) else ""
        shown = posts[(number - 1) * size : number * size]
        return page(site, "Indeks", links(site, shown, more)) if shown else None
    if path == "/cari":
        found = [post for post in posts if post.tells_of(unquote(query.get("q", "-")))]
        return page(site, "Pencarian", form + links(site, found[:size]))
    return article(site, path)


def by_days_only(site: OutletSite, path: str, query: dict[str, str]) -> Answer | None:
    """The home page has the newest, and a form that asks for a day."""
    form = '<form action="/arsip-berita"><input type="date" name="tgl"></form>'
    if path == "/" and not query:
        return page(site, "Beranda", form + links(site, site.newest_first[:4]))
    if path == "/arsip-berita":
        of_day = [post for post in site.newest_first if f"{post.published:%Y-%m-%d}" == query.get("tgl")]
        return page(site, "Arsip", form + links(site, of_day))
    return article(site, path)


def only(body: str, status: int = 200, **headers: str) -> Callable[[Site, str, dict[str, str]], Answer | None]:
    """Return the answers of a site that has one page, or says the same to everything where that is no success."""
    return lambda site, path, query: html(body, status, **headers) if path == "/" or status != 200 else None
