"""Small news sites that publish at a steady pace up to now, and a store whose past can be moved back in time."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta

from fake_portals import API, NewsSite, article_html, article_page, link_page, rest, rss, urls, xml
from fake_wordpress import Answer, html
from sqlalchemy import select, update

from db.models import Base, Crawl
from db.store import open_store
from db.types import UtcDateTime

CHALLENGE = "<html><head><title>Just a moment...</title></head><body>Enable JavaScript</body></html>"


@dataclass
class Paper(NewsSite):
    """A site whose newest article is of `newest`, each other `every` so long before the next."""

    posts: int = 60
    every: timedelta = timedelta(days=1)
    newest: datetime = field(default_factory=lambda: datetime.now(UTC).replace(microsecond=0) - timedelta(hours=1))

    def published(self, number: int) -> datetime:
        return self.newest - self.every * (self.posts - number)

    def title(self, number: int) -> str:
        return f"Bupati Serang Lantik {number} Pejabat"

    def path(self, number: int) -> str:
        return f"/berita/{self.title(number).lower().replace(' ', '-')}/"

    def publish_through(self, span: timedelta) -> None:
        """Let so much time pass, in which it goes on as before."""
        self.posts += span // self.every

    def rest_through(self, span: timedelta) -> None:
        """Let so much time pass, in which it publishes nothing."""
        self.newest -= span


def move_back(url: str, span: timedelta) -> None:
    """Make everything that the store remembers so much older."""
    with open_store(url) as store, store.writing() as session:
        for table in Base.metadata.sorted_tables:
            keys = list(table.primary_key.columns)
            for column in (one for one in table.columns if isinstance(one.type, UtcDateTime)):
                for *key, moment in session.execute(select(*keys, column).where(column.is_not(None))).all():
                    is_row = [one == value for one, value in zip(keys, key, strict=True)]
                    session.execute(update(table).where(*is_row).values({column.name: moment - span}))
        for crawl in session.scalars(select(Crawl)):
            if crawl.observed and crawl.observed["newest_listed"]:
                newest = datetime.fromisoformat(crawl.observed["newest_listed"]) - span
                crawl.observed = {**crawl.observed, "newest_listed": newest.isoformat()}


# How they publish


def by_api(site: NewsSite, path: str, query: dict[str, str]) -> Answer | None:
    return rest(site, query) if path == API else None


def by_sitemap(site: NewsSite, path: str, query: dict[str, str]) -> Answer | None:
    return xml(urls(site, site.numbers)) if path == "/sitemap.xml" else article_page(site, path)


def by_feed(site: NewsSite, path: str, query: dict[str, str]) -> Answer | None:
    return rss(site, site.numbers) if path == "/rss.xml" else article_page(site, path)


def by_home_page(site: NewsSite, path: str, query: dict[str, str]) -> Answer | None:
    return link_page(site, site.numbers) if path == "/" else article_page(site, path)


# What becomes of them


def with_closed_api(site: NewsSite, path: str, query: dict[str, str]) -> Answer | None:
    return html("Terlarang", 401) if path == API else by_sitemap(site, path, query)


def as_an_app(site: NewsSite, path: str, query: dict[str, str]) -> Answer | None:
    """A redesign: pages have nothing in them before a script runs."""
    if path == "/sitemap.xml":
        return by_sitemap(site, path, query)
    return html('<html><head><title>Kabar</title></head><body><div id="app"></div></body></html>')


def without_times(site: NewsSite, path: str, query: dict[str, str]) -> Answer | None:
    """A redesign: pages and sitemap tell no time any more."""
    number = site.number_of(path)
    if number is None:
        return xml(urls(site, site.numbers, changes=False)) if path == "/sitemap.xml" else None
    published = site.published(number).isoformat()
    return html(
        article_html(site, number).replace(f'<meta property="article:published_time" content="{published}">', "")
    )


def without_links(site: NewsSite, path: str, query: dict[str, str]) -> Answer | None:
    """A redesign: the home page is there, and links to nothing."""
    return html("<html><body><main id='root'></main></body></html>") if path == "/" else None


def forbidden(site: NewsSite, path: str, query: dict[str, str]) -> Answer | None:
    return html("Terlarang", 403)


def with_forbidden_pages(site: NewsSite, path: str, query: dict[str, str]) -> Answer | None:
    return by_sitemap(site, path, query) if path == "/sitemap.xml" else html("Terlarang", 403)


def behind_a_check(site: NewsSite, path: str, query: dict[str, str]) -> Answer | None:
    return html(CHALLENGE)


def failing(site: NewsSite, path: str, query: dict[str, str]) -> Answer | None:
    return html("Galat", 500)


def led_away(site: NewsSite, path: str, query: dict[str, str]) -> Answer | None:
    return 302, {"Location": "http://judi.test/"}, b""


def emptied(site: NewsSite, path: str, query: dict[str, str]) -> Answer | None:
    return xml(urls(site, ())) if path == "/sitemap.xml" else None


def emptied_feed(site: NewsSite, path: str, query: dict[str, str]) -> Answer | None:
    return rss(site, ()) if path == "/rss.xml" else None


def emptied_api(site: NewsSite, path: str, query: dict[str, str]) -> Answer | None:
    return (200, {"Content-Type": "application/json", "X-WP-Total": "0"}, b"[]") if path == API else None
