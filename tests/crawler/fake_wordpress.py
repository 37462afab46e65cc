"""Small sites on this machine that answer as WordPress does, and fail as sites do."""

from __future__ import annotations

import gzip
import json
import threading
import time
from collections.abc import Callable, Iterator
from contextlib import ExitStack, contextmanager
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta
from email.utils import format_datetime
from html import escape
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import Any
from urllib.parse import parse_qs, urlsplit

HOST = "127.0.0.1"
NEWEST = datetime(2024, 5, 17, 8, 30, tzinfo=UTC)
OPEN_ROBOTS = "User-agent: *\nDisallow: /wp-admin/\n"

Answer = tuple[int, dict[str, str], bytes]


@dataclass
class Asked:
    """One request that a site got: when it came in, what it asked for, who asked, and in which encodings."""

    at: float
    target: str
    agent: str
    encodings: str = ""


@dataclass
class Site:
    """A site and its log. `answer` gets path and query; what it does not answer (None) is a 404.

    `keys` are further lines of its registry entry, with HOME for its address; in `robots` HOME stands for it too.
    """

    name: str
    answer: Callable[[Site, str, dict[str, str]], Answer | None]
    robots: str | int = OPEN_ROBOTS
    posts: int = 3
    delay: float = 0.0
    platform: str = "wordpress"
    keys: str = ""
    url: str = ""
    asked: list[Asked] = field(default_factory=list)

    @property
    def targets(self) -> list[str]:
        """Path and query of every request, in order."""
        return [one.target for one in self.asked]

    @property
    def gaps(self) -> list[float]:
        """The seconds between the arrivals of two requests."""
        return [later.at - earlier.at for earlier, later in zip(self.asked, self.asked[1:], strict=False)]

    def text(self, number: int) -> str:
        """Return the clean text of a post; 1 is the oldest."""
        return f"SERANG – Bupati Serang melantik {number} pejabat.\n\nPelantikan ke-{number} itu di pendopo."

    def address(self, number: int) -> str:
        """Return the address of a post."""
        return f"{self.url}/2024/lantik-{number}/"


def published(number: int, posts: int) -> datetime:
    """Return when a post was published: the newest at NEWEST, each other a day before the next."""
    return NEWEST - timedelta(days=posts - number)


def post(site: Site, number: int) -> dict[str, Any]:
    """Return a post as the REST API gives it, with author, category, tag and picture embedded."""
    moment = published(number, site.posts)
    paragraphs = "\n".join(f"<p>{escape(line)}</p>" for line in site.text(number).split("\n\n"))
    return {
        "id": number,
        "date": (moment + timedelta(hours=7)).strftime("%Y-%m-%dT%H:%M:%S"),
        "date_gmt": moment.strftime("%Y-%m-%dT%H:%M:%S"),
        "modified_gmt": moment.strftime("%Y-%m-%dT%H:%M:%S"),
        "link": site.address(number),
        "title": {"rendered": f"Bupati Lantik {number} Pejabat &#8211; Serang"},
        "content": {"rendered": paragraphs, "protected": False},
        "_embedded": {
            "author": [{"name": "Sari Utami"}],
            "wp:term": [[{"taxonomy": "category", "name": "Daerah"}], [{"taxonomy": "post_tag", "name": "mutasi"}]],
            "wp:featuredmedia": [{"source_url": f"{site.url}/gambar.jpg"}],
        },
    }


def html(body: str, status: int = 200, **headers: str) -> Answer:
    """Return an HTML answer."""
    return status, {"Content-Type": "text/html; charset=UTF-8", **headers}, body.encode()


def rest(site: Site, query: dict[str, str]) -> Answer:
    """Answer a request for posts: newest first, by the page, within `after` and `before`, with the totals."""
    size, page = int(query.get("per_page", "10")), int(query.get("page", "1"))
    numbers = [number for number in range(site.posts, 0, -1) if _wanted(published(number, site.posts), query)]
    pages = -(-len(numbers) // size)
    if page > max(pages, 1):
        return 400, {"Content-Type": "application/json"}, b'{"code": "rest_post_invalid_page_number"}'
    shown = [post(site, number) for number in numbers[(page - 1) * size : page * size]]
    totals = {"X-WP-Total": str(len(numbers)), "X-WP-TotalPages": str(pages)}
    return 200, {"Content-Type": "application/json; charset=UTF-8", **totals}, json.dumps(shown).encode()


def feed(site: Site, query: dict[str, str], *, whole: bool = True, size: int = 2) -> Answer | None:
    """Answer a request for the feed; a page after the last is a 404."""
    page = int(query.get("paged", "1"))
    numbers = list(range(site.posts, 0, -1))[(page - 1) * size : page * size]
    if not numbers:
        return None
    items = "".join(_item(site, number, whole) for number in numbers)
    body = (
        '<?xml version="1.0" encoding="UTF-8"?><rss version="2.0" xmlns:dc="http://purl.org/dc/elements/1.1/" '
        f'xmlns:content="http://purl.org/rss/1.0/modules/content/"><channel><title>x</title>{items}</channel></rss>'
    )
    return 200, {"Content-Type": "application/rss+xml; charset=UTF-8"}, body.encode()


def page(site: Site, number: int, more: str = "") -> Answer:
    """Return the article's page."""
    paragraphs = "".join(f"<p>{escape(line)}</p>" for line in site.text(number).split("\n\n"))
    body = f'<article><h1>Lantik</h1><div class="entry-content">{paragraphs}</div></article>{more}'
    return html(f"<html><head><title>Lantik</title></head><body>{body}</body></html>")


def zipped(size: int) -> Answer:
    """Return an answer that unpacks to `size` bytes of spaces."""
    return 200, {"Content-Type": "application/json", "Content-Encoding": "gzip"}, gzip.compress(b" " * size)


@contextmanager
def running(sites: list[Site]) -> Iterator[list[Site]]:
    """Run the sites, each at a port of its own, and give them."""
    with ExitStack() as stack:
        for site in sites:
            stack.enter_context(_served(site))
        yield sites


def registry_of(sites: list[Site]) -> str:
    """Return the registry file that names the sites."""
    return "\n".join(
        f'[{site.name}]\nname = "{site.name}"\nurl = "{site.url}/"\nplatform = "{site.platform}"\n'
        f'regions = ["36.04"]\nloopback = true\ndelay = {site.delay}\n' + site.keys.replace("HOME", site.url) + "\n"
        for site in sites
    )


def _wanted(moment: datetime, query: dict[str, str]) -> bool:
    after, before = query.get("after"), query.get("before")
    return (not after or moment > datetime.fromisoformat(after)) and (
        not before or moment < datetime.fromisoformat(before)
    )


def _item(site: Site, number: int, whole: bool) -> str:
    paragraphs = "".join(f"<p>{escape(line)}</p>" for line in site.text(number).split("\n\n"))
    content = f"<content:encoded><![CDATA[{paragraphs}]]></content:encoded>" if whole else ""
    return (
        f"<item><title>Bupati Lantik {number} Pejabat &#8211; Serang</title><link>{site.address(number)}</link>"
        f"<pubDate>{format_datetime(published(number, site.posts))}</pubDate>"
        f'<guid isPermaLink="false">{site.url}/?p={number}</guid><dc:creator>Sari Utami</dc:creator>'
        f"<description>SERANG – Bupati [&#8230;]</description>{content}</item>"
    )


@contextmanager
def _served(site: Site) -> Iterator[None]:
    class Handler(BaseHTTPRequestHandler):
        protocol_version = "HTTP/1.1"

        def do_GET(self) -> None:
            told = (self.headers.get(name, "") for name in ("User-Agent", "Accept-Encoding"))
            site.asked.append(Asked(time.monotonic(), self.path, *told))
            parts = urlsplit(self.path)
            query = {name: values[0] for name, values in parse_qs(parts.query).items()}
            status, headers, body = _answer(site, parts.path, query)
            if headers.get("ETag", "") == self.headers.get("If-None-Match", "none"):
                status, body = 304, b""
            self.send_response(status)
            for name, value in headers.items():
                self.send_header(name, value)
            self.send_header("Content-Length", str(len(body)))
            self.end_headers()
            self.wfile.write(body)

        def log_message(self, *args: object) -> None:
            pass

    server = ThreadingHTTPServer((HOST, 0), Handler)
    server.daemon_threads = True
    site.url = f"http://{HOST}:{server.server_port}"
    thread = threading.Thread(target=server.serve_forever, kwargs={"poll_interval": 0.05}, daemon=True)
    thread.start()
    try:
        yield
    finally:
        server.shutdown()
        thread.join()
        server.server_close()


def _answer(site: Site, path: str, query: dict[str, str]) -> Answer:
    if path == "/robots.txt":
        if isinstance(site.robots, int):
            return html("Rusak", site.robots)
        return 200, {"Content-Type": "text/plain"}, site.robots.replace("HOME", site.url).encode()
    return site.answer(site, path, query) or html("Tidak ditemukan", 404)
