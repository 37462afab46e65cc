"""The answers of small news sites, one way of publishing each."""

from __future__ import annotations

from datetime import datetime

from fake_portals import (
    API,
    JAKARTA,
    NewsSite,
    article_html,
    article_page,
    atom,
    index,
    link_page,
    packed,
    rest,
    rss,
    urls,
    xml,
)
from fake_wordpress import Answer, html


def by_index(site: NewsSite, path: str, query: dict[str, str]) -> Answer | None:
    """An index of sitemaps: one as it is, one packed, one of news with titles, others that list no articles."""
    numbers = site.numbers
    match path:
        case "/sitemap_index.xml":
            changed = max(map(site.modified, (1, 2, 3)))
            news = {"news-sitemap.xml": None, "category-sitemap.xml": None, "page-sitemap.xml": None}
            return index(site, {"post-sitemap1.xml": changed, "post-sitemap2.xml.gz": site.published(5), **news})
        case "/post-sitemap1.xml":
            return xml(urls(site, (1, 2, 3)))
        case "/post-sitemap2.xml.gz":
            return packed(urls(site, (4, 5)))
        case "/news-sitemap.xml":
            return xml(urls(site, numbers[:3], changes=False, news=True), ETag=f'"{site.posts}"')
    return article_page(site, path)


def partly(site: NewsSite, path: str, query: dict[str, str]) -> Answer | None:
    """An index one of whose sitemaps cannot be had."""
    match path:
        case "/sitemap_index.xml":
            return index(site, {"post-sitemap1.xml": None, "post-sitemap2.xml": None})
        case "/post-sitemap1.xml":
            return xml(urls(site, site.numbers))
        case "/post-sitemap2.xml":
            return html("Galat", 500)
    return article_page(site, path)


def by_robots(site: NewsSite, path: str, query: dict[str, str]) -> Answer | None:
    """Two sitemaps that only robots.txt names, and that tell no changes."""
    parts = {"/peta/berita.xml": site.numbers[1:], "/peta/daerah.xml": site.numbers[:1]}
    if path in parts:
        return xml(urls(site, parts[path], changes=False), ETag='"1"')
    return article_page(site, path)


def one_sitemap(site: NewsSite, path: str, query: dict[str, str]) -> Answer | None:
    return xml(urls(site, site.numbers)) if path == "/sitemap.xml" else article_page(site, path)


def by_rss(site: NewsSite, path: str, query: dict[str, str]) -> Answer | None:
    """A feed without pages: whatever the query asks for, it is the same."""
    return rss(site, site.numbers) if path == "/rss.xml" else article_page(site, path)


def by_atom(site: NewsSite, path: str, query: dict[str, str]) -> Answer | None:
    return atom(site, site.numbers) if path == "/atom.xml" else None


def by_pages(site: NewsSite, path: str, query: dict[str, str]) -> Answer | None:
    """A section of three pages, three articles each."""
    steps = path.strip("/").split("/")
    if steps[0] != "daerah":
        return article_page(site, path)
    page = int(steps[2]) if len(steps) > 2 else 1
    numbers = site.numbers[3 * (page - 1) : 3 * page]
    following = f'<a href="/daerah/page/{page + 1}/">Berikutnya »</a>' if 3 * page < site.posts else ""
    return link_page(site, numbers, following) if numbers else None


def by_day(site: NewsSite, path: str, query: dict[str, str]) -> Answer | None:
    """A day that has no articles has no page either."""
    if not path.startswith("/arsip/"):
        return article_page(site, path)
    day = datetime.strptime(path, "/arsip/%Y/%m/%d/").replace(tzinfo=JAKARTA).date()
    of_day = [number for number in site.numbers if site.published(number).astimezone(JAKARTA).date() == day]
    page = int(query["page"])
    shown = of_day[2 * (page - 1) : 2 * page]
    return link_page(site, shown) if shown else None


def by_rest(site: NewsSite, path: str, query: dict[str, str]) -> Answer | None:
    return rest(site, query) if path == API else article_page(site, path)


def closed_but_for_the_sitemap(site: NewsSite, path: str, query: dict[str, str]) -> Answer | None:
    return html("Terlarang", 401) if path == API else one_sitemap(site, path, query)


def closed_but_for_the_feed(site: NewsSite, path: str, query: dict[str, str]) -> Answer | None:
    if path == API:
        return html("Terlarang", 403)
    return rss(site, site.numbers) if path == "/feed/" else article_page(site, path)


def closed_but_for_the_home_page(site: NewsSite, path: str, query: dict[str, str]) -> Answer | None:
    return link_page(site, site.numbers) if path == "/" and not query else article_page(site, path)


def closed(site: NewsSite, path: str, query: dict[str, str]) -> Answer | None:
    return html("<html><body><p>Segera hadir</p></body></html>") if path == "/" and not query else None


def split(site: NewsSite, path: str, query: dict[str, str]) -> Answer | None:
    """Article 1 goes on at /2/ and /3/, article 2 at ?page=2, article 3 is whole at ?page=all."""
    first, page = path.removesuffix("2/").removesuffix("3/"), query.get("page")
    number = site.number_of(path) or site.number_of(first)
    if number is None:
        return one_sitemap(site, path, query)
    if path != first or page == "2":
        part = path[len(first)] if path != first else "2"
        return html(article_html(site, number, f"Bagian {part} dari kabar ke-{number}."))
    if page == "all":
        return html(article_html(site, number, site.text(number) + "\n\nSelengkapnya."))
    ways = {1: ("2/", "3/"), 2: ("?page=2",), 3: ("?page=2", "?page=all")}
    links = "".join(f'<a href="{site.path(number)}{way}">{way}</a>' for way in ways.get(number, ()))
    return html(article_html(site, number, more=links))


def many_faces(site: NewsSite, path: str, query: dict[str, str]) -> Answer | None:
    """The home page links to one article by four addresses."""
    if path == "/":
        faces = ("", "?utm_source=beranda", "amp/", "?amp=1&fbclid=x")
        links = "".join(f'<a href="{site.path(1)}{face}">{site.title(1)}</a>' for face in faces)
        return html(f"<html><body>{links}</body></html>")
    return article_page(site, path.removesuffix("amp/"))


def of_one_name(site: NewsSite, path: str, query: dict[str, str]) -> Answer | None:
    """Every page names its section as its own address."""
    number = site.number_of(path)
    if number is None:
        return one_sitemap(site, path, query)
    return html(article_html(site, number).replace(f'href="{site.address(number)}"', f'href="{site.url}/2024/05/"'))


def wrongly_declared(site: NewsSite, path: str, query: dict[str, str]) -> Answer | None:
    """Article 1 is UTF-8 and declared as something else, article 2 is what it is declared as."""
    number = site.number_of(path)
    if number is None:
        return one_sitemap(site, path, query)
    body = article_html(site, number).encode("utf-8" if number == 1 else "windows-1252")
    return 200, {"Content-Type": "text/html; charset=windows-1252"}, body


def damaged(site: NewsSite, path: str, query: dict[str, str]) -> Answer | None:
    """Article 1 comes damaged where it is packed, article 2 in any case, article 3 not at all."""
    number = site.number_of(path)
    if number is None:
        return one_sitemap(site, path, query)
    if number == 3:
        return html("Galat", 500)
    status, headers, body = packed(article_html(site, number))
    headers = {"Content-Type": "text/html"}
    if number == 1 and site.asked[-1].encodings == "identity":
        return html(article_html(site, number))
    return status, headers | {"Content-Encoding": "gzip"}, body[: len(body) // 2]


def broken(site: NewsSite, path: str, query: dict[str, str]) -> Answer | None:
    return html("Galat", 500)
