"""The pages of an outlet that a reader sees, in a theme with all that surrounds an article on a news portal."""

from __future__ import annotations

import json
from html import escape
from typing import TYPE_CHECKING

from mutasi.demo.site import Site

if TYPE_CHECKING:
    from collections.abc import Sequence

    from mutasi.demo.outlets import Author, Post, Term

PAGE_SIZE = 10
_DAYS = ("Senin", "Selasa", "Rabu", "Kamis", "Jumat", "Sabtu", "Minggu")
_MONTHS = tuple("Januari Februari Maret April Mei Juni Juli Agustus September Oktober November Desember".split())
_ZONES = {"Asia/Jakarta": "WIB", "Asia/Makassar": "WITA", "Asia/Jayapura": "WIT"}
_STYLE = """
:root{color-scheme:light dark}body{font:17px/1.6 Georgia,serif;margin:0}a{color:#0b5e83}
header,main,footer,.widget-area{max-width:46rem;margin:auto;padding:0 1rem}header p{margin:.2rem 0}
nav ul,.share-widget ul,.tags-links{display:flex;flex-wrap:wrap;gap:.2rem 1rem;list-style:none;padding:0}
h1,h2,h3{line-height:1.25}time,.meta,figcaption,footer{color:#666;font-size:.85em}img{max-width:100%;height:auto}
table{border-collapse:collapse}td,th{border:1px solid #999;padding:.2rem .6rem;text-align:left}
.article-list article{border-bottom:1px solid #ccc}.widget-area{border-top:3px solid #0b5e83;margin-top:2rem}
"""


def article_page(site: Site, post: Post) -> str:
    """Return the page of one post, with its JSON-LD and meta tags, share buttons, related posts and comments."""
    outlet, address = site.outlet, site.url(post.path)
    image = site.url(post.image or "/wp-content/uploads/logo.jpg")
    news_article = {
        "@context": "https://schema.org",
        "@type": "NewsArticle",
        "mainEntityOfPage": {"@type": "WebPage", "@id": address},
        "headline": post.title,
        "image": [image],
        "datePublished": post.published.isoformat(),
        "dateModified": post.published.isoformat(),
        "articleSection": [post.category.name],
        "keywords": [tag.name for tag in post.tags],
        "inLanguage": "id",
        "author": {"@type": "Person", "name": post.author.name, "url": site.url(post.author.path)},
        "publisher": {"@type": "Organization", "name": outlet.name, "url": site.url("/")},
    }
    # "<" would end the script element early.
    json_ld = json.dumps(news_article, ensure_ascii=False).replace("<", "\\u003c")
    lead = escape(" ".join(post.plain_text.split()[:30]))
    tags = "".join(f'<meta property="article:tag" content="{escape(tag.name)}" />\n' for tag in post.tags)
    head = f"""<meta name="description" content="{lead}" />
<link rel="canonical" href="{address}" />
<link rel="shortlink" href="{site.url(f"/?p={post.id}")}" />
<meta property="og:locale" content="id_ID" />
<meta property="og:type" content="article" />
<meta property="og:title" content="{escape(post.title)}" />
<meta property="og:description" content="{lead}" />
<meta property="og:url" content="{address}" />
<meta property="og:site_name" content="{escape(outlet.name)}" />
<meta property="og:image" content="{image}" />
<meta property="article:published_time" content="{post.published_gmt.isoformat()}" />
<meta property="article:modified_time" content="{post.published_gmt.isoformat()}" />
<meta property="article:section" content="{escape(post.category.name)}" />
{tags}<meta name="author" content="{escape(post.author.name)}" />
<script type="application/ld+json">{json_ld}</script>"""
    others = [other for other in outlet.posts if other != post]
    related = [other for other in others if other.category == post.category][:3] or others[:3]
    tag_links = " ".join(_link(tag.path, tag.name) for tag in post.tags)
    body = f"""<main id="primary" class="site-main">
<div class="breadcrumbs"><a href="/">Beranda</a> &raquo; {_link(post.category.path, post.category.name)}</div>
<article id="post-{post.id}" class="post-{post.id} post type-post status-publish format-standard hentry">
<header class="entry-header"><h1 class="entry-title">{escape(post.title, quote=False)}</h1>
<div class="entry-meta">Oleh <span class="author vcard">{_link(post.author.path, post.author.name)}</span>
<time class="entry-date published" datetime="{post.published.isoformat()}">{_printed(site, post)}</time></div></header>
{_share_buttons(post)}
<div class="entry-content">
{site.content(post)}
</div>
{_share_buttons(post)}
<footer class="entry-footer"><span class="tags-links">{tag_links}</span></footer>
</article>
<section class="related-posts"><h3>Berita Terkait</h3><ul>{_links(related)}</ul></section>
<div id="comments" class="comments-area"><h3>Komentar</h3>
<p class="no-comments">Belum ada komentar. Jadilah yang pertama menanggapi berita ini.</p></div>
</main>
{_sidebar(site, post)}"""
    return _page(site, f"{post.title} - {outlet.name}", head, body)


def listing_page(site: Site, heading: str, path: str, posts: Sequence[Post], page: int) -> str | None:
    """Return one page of a list of posts (home, category, tag, author, search); None past its end."""
    shown = posts[(page - 1) * PAGE_SIZE : page * PAGE_SIZE]
    if page > 1 and not shown:
        return None
    entries = "".join(
        f'<article class="post-{post.id} post hentry"><h2 class="entry-title">{_link(post.path, post.title)}</h2>'
        f'<time datetime="{post.published.isoformat()}">{_printed(site, post)}</time><p>{post.excerpt}</p></article>\n'
        for post in shown
    )
    older = _link(f"{path}page/{page + 1}/", "Berita sebelumnya") if page * PAGE_SIZE < len(posts) else ""
    newer = _link(f"{path}page/{page - 1}/" if page > 2 else path, "Berita terbaru") if page > 1 else ""
    body = f"""<main id="primary" class="site-main"><h1 class="page-title">{escape(heading)}</h1>
<div class="article-list">{entries or "<p>Tidak ada berita.</p>"}</div>
<nav class="navigation pagination">{newer} {older}</nav></main>
{_sidebar(site, None)}"""
    return _page(site, f"{heading} - {site.outlet.name}", f'<link rel="canonical" href="{site.url(path)}" />', body)


def missing_page(site: Site) -> str:
    """Return the page of a 404."""
    body = '<main id="primary"><h1>Halaman tidak ditemukan</h1><p>Barangkali alamatnya salah ketik.</p></main>'
    return _page(
        site, f"Halaman tidak ditemukan - {site.outlet.name}", '<meta name="robots" content="noindex" />', body
    )


def _page(site: Site, title: str, head: str, body: str) -> str:
    outlet = site.outlet
    menu = "".join(f"<li>{_link(term.path, term.name)}</li>" for term in outlet.categories)
    return f"""<!DOCTYPE html>
<html lang="id">
<head>
<meta charset="UTF-8" />
<meta name="viewport" content="width=device-width, initial-scale=1" />
<title>{escape(title)}</title>
<link rel="alternate" type="application/rss+xml" title="{escape(outlet.name)}" href="{site.url("/feed/")}" />
<link rel="https://api.w.org/" href="{site.url("/wp-json/")}" />
<meta name="generator" content="WordPress 6.8.3" />
{head}
<style>{_STYLE}</style>
</head>
<body class="wp-singular">
<header class="site-header"><p class="site-title"><a href="/" rel="home"><strong>{escape(outlet.name)}</strong></a></p>
<p class="site-description">{escape(outlet.tagline)}</p>
<nav class="main-navigation"><ul><li><a href="/">Beranda</a></li>{menu}</ul></nav></header>
{body}
<footer class="site-footer"><p>Redaksi | Pedoman Media Siber | Kontak</p>
<p>&copy; 2026 {escape(outlet.name)}. Portal contoh; semua nama orang di sini rekaan.</p></footer>
<div class="chat-widget" role="complementary"><p>Butuh bantuan?</p><p>Kirim pesan</p></div>
</body>
</html>
"""


def _sidebar(site: Site, current: Post | None) -> str:
    latest = [post for post in site.outlet.posts if post != current][:5]
    return f'<aside class="widget-area"><h3>Terpopuler</h3><ul>{_links(latest)}</ul></aside>'


def _share_buttons(post: Post) -> str:
    names = ("Facebook", "X", "WhatsApp", "Telegram")
    items = "".join(f'<li><a href="#share-{name.lower()}" rel="nofollow">{name}</a></li>' for name in names)
    return f'<div class="share-widget" data-post="{post.id}"><span>Bagikan</span><ul>{items}</ul></div>'


def _links(posts: Sequence[Post]) -> str:
    return "".join(f"<li>{_link(post.path, post.title)}</li>" for post in posts)


def _link(path: str, text: str) -> str:
    return f'<a href="{path}">{escape(text, quote=False)}</a>'


def _printed(site: Site, post: Post) -> str:
    day, zone = post.published, _ZONES[site.outlet.timezone]
    return f"{_DAYS[day.weekday()]}, {day.day} {_MONTHS[day.month - 1]} {day.year} | {day:%H.%M} {zone}"


def archive(site: Site, path: str) -> tuple[str, list[Post]] | None:
    """Return heading and posts of the category, tag or author archive at `path`, None where there is none."""
    posts = site.outlet.posts
    owners: tuple[Term | Author, ...] = (*site.outlet.categories, *site.outlet.tags, *site.outlet.authors)
    for owner in owners:
        if owner.path == path:
            return owner.name, [post for post in posts if owner in (post.category, post.author, *post.tags)]
    return None
