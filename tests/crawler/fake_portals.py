"""Small news sites on this machine of every platform; what they publish may change between two crawls."""

from __future__ import annotations

import gzip
import json
from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta
from email.utils import format_datetime
from html import escape
from typing import Any
from zoneinfo import ZoneInfo

from fake_wordpress import Answer, Site, html

API = "/wp-json/wp/v2/posts"
JAKARTA = ZoneInfo("Asia/Jakarta")
_DAY_ONE = datetime(2024, 5, 1, 3, tzinfo=UTC)


@dataclass
class NewsSite(Site):
    """A site whose articles are numbered, 1 being the oldest; one is published each day of May 2024.

    `other` are the articles that are not about officials, `edited` those that were changed and how often, `gone` those
    that are taken down, `moments` the times of publication that are not the usual ones.
    """

    other: frozenset[int] = frozenset()
    edited: dict[int, int] = field(default_factory=dict)
    gone: set[int] = field(default_factory=set)
    moments: dict[int, datetime] = field(default_factory=dict)

    @property
    def numbers(self) -> list[int]:
        """The articles, newest first."""
        return list(range(self.posts, 0, -1))

    def title(self, number: int) -> str:
        return f"Resep Soto Nomor {number}" if number in self.other else f"Bupati Lantik {number} Pejabat"

    def path(self, number: int) -> str:
        return f"/2024/05/{self.title(number).lower().replace(' ', '-')}/"

    def address(self, number: int) -> str:
        return self.url + self.path(number)

    def text(self, number: int) -> str:
        told = f"SERANG – {self.title(number)} di pendopo.\n\nItu kabar ke-{number} dari Serang hari ini."
        return told + f"\n\nRalat ke-{self.edited[number]}." if number in self.edited else told

    def published(self, number: int) -> datetime:
        return self.moments.get(number, _DAY_ONE + timedelta(days=number))

    def modified(self, number: int) -> datetime:
        return self.published(number) + timedelta(days=30 * self.edited.get(number, 0))

    def number_of(self, path: str) -> int | None:
        """Return the article whose page is at `path`, where it is there."""
        return next((one for one in self.numbers if self.path(one) == path and one not in self.gone), None)


def paragraphs(text: str) -> str:
    return "".join(f"<p>{escape(line)}</p>" for line in text.split("\n\n"))


def article_html(site: NewsSite, number: int, text: str | None = None, more: str = "") -> str:
    """Return the page of an article; `more` follows the text."""
    body = paragraphs(site.text(number) if text is None else text)
    return (
        f'<html><head><link rel="canonical" href="{site.address(number)}">'
        f'<meta property="article:published_time" content="{site.published(number).isoformat()}">'
        f"<title>{site.title(number)}</title></head><body><h1>{site.title(number)}</h1>"
        f'<article><div class="entry-content">{body}</div>{more}</article></body></html>'
    )


def article_page(site: NewsSite, path: str) -> Answer | None:
    number = site.number_of(path)
    return html(article_html(site, number)) if number else None


def link_page(site: NewsSite, numbers: Iterable[int], more: str = "") -> Answer:
    """Return a page of links to articles."""
    links = "".join(f'<li><a href="{site.path(number)}">{site.title(number)}</a></li>' for number in numbers)
    return html(f'<html><body><a href="/daerah/">Daerah</a><ul>{links}</ul>{more}</body></html>')


def xml(body: str, **headers: str) -> Answer:
    return 200, {"Content-Type": "application/xml; charset=UTF-8", **headers}, body.encode()


def index(site: NewsSite, sitemaps: dict[str, datetime | None]) -> Answer:
    """Return an index of sitemaps, by name, with when each was changed."""
    entries = "".join(
        f"<sitemap><loc>{site.url}/{name}</loc>{_lastmod(changed)}</sitemap>" for name, changed in sitemaps.items()
    )
    return xml(f'<sitemapindex xmlns="http://www.sitemaps.org/schemas/sitemap/0.9">{entries}</sitemapindex>')


def urls(site: NewsSite, numbers: Iterable[int], *, changes: bool = True, news: bool = False) -> str:
    """Return a sitemap of articles, with when they were changed, or with their titles as news."""
    entries = "".join(
        f"<url><loc>{site.address(number)}</loc>"
        + (_lastmod(site.modified(number)) if changes else "")
        + (_news(site, number) if news else "")
        + "</url>"
        for number in numbers
    )
    spaces = (
        'xmlns="http://www.sitemaps.org/schemas/sitemap/0.9" '
        'xmlns:news="http://www.google.com/schemas/sitemap-news/0.9"'
    )
    return f"<urlset {spaces}>{entries}</urlset>"


def packed(body: str) -> Answer:
    """Return a file that is packed with gzip, as it lies on the disk."""
    return 200, {"Content-Type": "application/x-gzip"}, gzip.compress(body.encode())


def _lastmod(changed: datetime | None) -> str:
    return f"<lastmod>{changed.isoformat()}</lastmod>" if changed else ""


def _news(site: NewsSite, number: int) -> str:
    return (
        f"<news:news><news:publication><news:name>Kabar</news:name></news:publication><news:publication_date>"
        f"{site.published(number).isoformat()}</news:publication_date><news:title>{site.title(number)}</news:title>"
        "</news:news>"
    )


def rss(site: NewsSite, numbers: Iterable[int]) -> Answer:
    """Return an RSS feed that has the first words of each article."""
    items = "".join(
        f"<item><title>{site.title(number)}</title><link>{site.address(number)}?utm_source=rss</link>"
        f"<pubDate>{format_datetime(site.published(number))}</pubDate><category>Daerah</category>"
        f"<description>SERANG – Bupati ...</description></item>"
        for number in numbers
    )
    return xml(f'<rss version="2.0"><channel><title>Kabar</title>{items}</channel></rss>', ETag=f'"{site.posts}"')


def atom(site: NewsSite, numbers: Iterable[int]) -> Answer:
    """Return an Atom feed that has whole articles, those of even numbers as XHTML."""
    entries = "".join(
        f"<entry><title>{site.title(number)}</title><id>tag:kabar,2024:{number}</id>"
        f'<link rel="edit" href="{site.url}/sunting/{number}"/><link href="{site.address(number)}"/>'
        f"<published>{site.published(number).isoformat()}</published>"
        f"<updated>{site.modified(number).isoformat()}</updated><author><name>Sari Utami</name></author>"
        f'<category term="Daerah"/><category term="mutasi"/>{_atom_content(site, number)}</entry>'
        for number in numbers
    )
    feed = f'<feed xmlns="http://www.w3.org/2005/Atom"><title>Kabar</title><id>{site.url}</id>{entries}</feed>'
    return 200, {"Content-Type": "application/atom+xml"}, feed.encode()


def _atom_content(site: NewsSite, number: int) -> str:
    body = paragraphs(site.text(number))
    if number % 2:
        return f'<content type="html">{escape(body)}</content>'
    return f'<content type="xhtml"><div xmlns="http://www.w3.org/1999/xhtml">{body}</div></content>'


def rest(site: NewsSite, query: dict[str, str]) -> Answer:
    """Answer a request for posts as WordPress does: by date or by change, within bounds, with the totals."""
    size, page = int(query.get("per_page", "10")), int(query.get("page", "1"))
    by = site.modified if query.get("orderby") == "modified" else site.published
    found = [number for number in site.numbers if number not in site.gone and _is_wanted(site, number, query)]
    found.sort(key=by, reverse=True)
    totals = {"X-WP-Total": str(len(found)), "X-WP-TotalPages": str(-(-len(found) // size))}
    posts = [_post(site, number) for number in found[(page - 1) * size : page * size]]
    return 200, {"Content-Type": "application/json", **totals}, json.dumps(posts).encode()


def _is_wanted(site: NewsSite, number: int, query: dict[str, str]) -> bool:
    after, before, changed = (query.get(name) for name in ("after", "before", "modified_after"))
    moment = site.published(number)
    return (
        (not after or moment > datetime.fromisoformat(after))
        and (not before or moment < datetime.fromisoformat(before))
        and (not changed or site.modified(number) > datetime.fromisoformat(changed))
    )


def _post(site: NewsSite, number: int) -> dict[str, Any]:
    return {
        "id": number,
        "date_gmt": site.published(number).strftime("%Y-%m-%dT%H:%M:%S"),
        "modified_gmt": site.modified(number).strftime("%Y-%m-%dT%H:%M:%S"),
        "link": site.address(number),
        "title": {"rendered": site.title(number)},
        "content": {"rendered": paragraphs(site.text(number)), "protected": number in site.other},
    }
