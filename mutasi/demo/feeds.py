"""What an outlet says to machines beside its REST API: robots.txt, the feed, the sitemaps."""

from __future__ import annotations

from email.utils import format_datetime
from typing import TYPE_CHECKING
from xml.sax.saxutils import escape

from mutasi.demo.site import Query, Reply, Site, xml_reply

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence
    from datetime import datetime

    from mutasi.demo.outlets import Post, Term

SITEMAP_SCHEMA = "http://www.sitemaps.org/schemas/sitemap/0.9"
_FEED_NAMESPACES = {
    "content": "http://purl.org/rss/1.0/modules/content/",
    "wfw": "http://wellformedweb.org/CommentAPI/",
    "dc": "http://purl.org/dc/elements/1.1/",
    "atom": "http://www.w3.org/2005/Atom",
    "sy": "http://purl.org/rss/1.0/modules/syndication/",
    "slash": "http://purl.org/rss/1.0/modules/slash/",
}


def robots(site: Site) -> Reply:
    """Return robots.txt as WordPress writes it, with its search closed besides."""
    lines = (
        "User-agent: *",
        "Disallow: /wp-admin/",
        "Allow: /wp-admin/admin-ajax.php",
        "Disallow: /?s=",
        "",
        f"Sitemap: {site.url('/wp-sitemap.xml')}",
        "",
    )
    return Reply(200, "text/plain; charset=utf-8", "\n".join(lines).encode())


def feed(site: Site, query: Query, posts: Sequence[Post], path: str = "/") -> Reply | None:
    """Return one page (`paged`) of the RSS feed of the posts listed at `path`; None past its end, a 404."""
    paged = query.get("paged", "1")
    page = max(int(paged), 1) if paged.isdigit() else 1
    size = site.outlet.feed_items
    shown = posts[(page - 1) * size : page * size]
    if not shown:
        return None
    newest = max(post.published_gmt for post in shown)
    namespaces = "\n".join(f'\txmlns:{prefix}="{name}"' for prefix, name in _FEED_NAMESPACES.items())
    document = f"""<?xml version="1.0" encoding="UTF-8"?><rss version="2.0"
{namespaces}
>

<channel>
\t<title>{escape(site.outlet.name)}</title>
\t<atom:link href="{site.url(path)}feed/" rel="self" type="application/rss+xml" />
\t<link>{site.home}</link>
\t<description>{escape(site.outlet.tagline)}</description>
\t<lastBuildDate>{_rfc_date(newest)}</lastBuildDate>
\t<language>id</language>
\t<sy:updatePeriod>\n\thourly\t</sy:updatePeriod>
\t<sy:updateFrequency>\n\t1\t</sy:updateFrequency>
\t<generator>https://wordpress.org/?v=6.8.3</generator>
{"".join(_item(site, post) for post in shown)}</channel>
</rss>
"""
    return xml_reply(document, "application/rss+xml; charset=UTF-8")


def sitemap(site: Site, path: str) -> Reply | None:
    """Return the sitemap at `path`: the index (`/wp-sitemap.xml`) or one it lists; None for any other path."""
    outlet = site.outlet
    match path:
        case "/wp-sitemap.xml":
            names = ("posts-post-1", "taxonomies-category-1", "taxonomies-post_tag-1", "users-1")
            entries = "".join(f"<sitemap><loc>{site.url(f'/wp-sitemap-{name}.xml')}</loc></sitemap>" for name in names)
            return xml_reply(_xml(f'<sitemapindex xmlns="{SITEMAP_SCHEMA}">{entries}</sitemapindex>'))
        case "/wp-sitemap-posts-post-1.xml":
            oldest_first = reversed(outlet.posts)
            return _urlset((site.url(post.path), post.published_gmt) for post in oldest_first)
        case "/wp-sitemap-taxonomies-category-1.xml":
            return _urlset((site.url(term.path), None) for term in outlet.categories)
        case "/wp-sitemap-taxonomies-post_tag-1.xml":
            return _urlset((site.url(term.path), None) for term in outlet.tags)
        case "/wp-sitemap-users-1.xml":
            return _urlset((site.url(author.path), None) for author in outlet.authors)
    return None


def _item(site: Site, post: Post) -> str:
    address = site.url(post.path)
    terms: tuple[Term, ...] = (post.category, *post.tags)
    categories = "".join(f"\t\t<category>{_cdata(term.name)}</category>\n" for term in terms)
    return f"""
\t<item>
\t\t<title>{escape(post.title)}</title>
\t\t<link>{address}</link>
\t\t<comments>{address}#respond</comments>
\t\t<dc:creator>{_cdata(post.author.name)}</dc:creator>
\t\t<pubDate>{_rfc_date(post.published_gmt)}</pubDate>
{categories}\t\t<guid isPermaLink="false">{site.url(f"/?p={post.id}")}</guid>

\t\t<description>{_cdata(f"<p>{post.excerpt}</p>")}</description>
\t\t<content:encoded>{_cdata(site.content(post))}</content:encoded>
\t\t<wfw:commentRss>{address}feed/</wfw:commentRss>
\t\t<slash:comments>0</slash:comments>
\t</item>
"""


def _urlset(entries: Iterable[tuple[str, datetime | None]]) -> Reply:
    urls = "".join(
        f"<url><loc>{escape(address)}</loc>{f'<lastmod>{changed.isoformat()}</lastmod>' if changed else ''}</url>"
        for address, changed in entries
    )
    return xml_reply(_xml(f'<urlset xmlns="{SITEMAP_SCHEMA}">{urls}</urlset>'))


def _xml(root: str) -> str:
    return f'<?xml version="1.0" encoding="UTF-8"?>\n{root}\n'


def _cdata(text: str) -> str:
    return f"<![CDATA[{text.replace(']]>', ']]]]><![CDATA[>')}]]>"


def _rfc_date(moment: datetime) -> str:
    return format_datetime(moment)
