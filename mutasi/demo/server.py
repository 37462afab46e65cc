"""Serves the demo's outlets over HTTP on this machine, each on a port of its own."""

from __future__ import annotations

import errno
import re
import threading
from contextlib import ExitStack, contextmanager
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import TYPE_CHECKING
from urllib.parse import parse_qsl, unquote, urlsplit

from crawler.registry import load_registry
from mutasi.demo import feeds, pages, rest
from mutasi.demo.outlets import demo_outlets
from mutasi.demo.site import Query, Reply, Site, html_reply, redirect

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from mutasi.demo.outlets import Outlet, Post

HOST = "127.0.0.1"
FIRST_PORT, LAST_PORT = 8741, 8999
"""Below the range from which systems take ports for outgoing connections (32768 on, 49152 on)."""
REGISTRY_NAME = "demo-portals.toml"

_PICTURE = (  # a grey dot, GIF
    b"GIF89a\x01\x00\x01\x00\x80\x00\x00\xcc\xcc\xcc\x00\x00\x00!\xf9\x04\x00\x00\x00\x00\x00,"
    b"\x00\x00\x00\x00\x01\x00\x01\x00\x00\x02\x02D\x01\x00;"
)


class PortTakenError(OSError):
    """No port can be had for an outlet; the message says which, and what to do."""


class OutletServer(ThreadingHTTPServer):
    """One outlet at 127.0.0.1; raises OSError where the port is taken."""

    daemon_threads = True

    def __init__(self, outlet: Outlet, port: int) -> None:
        super().__init__((HOST, port), _Handler)
        self.site = Site(outlet, f"http://{HOST}:{self.server_port}")

    def server_bind(self) -> None:
        """Bind without asking a name server what this machine is called, as HTTPServer would."""
        super(ThreadingHTTPServer, self).server_bind()


class _Handler(BaseHTTPRequestHandler):
    protocol_version = "HTTP/1.1"
    server_version = "nginx"
    sys_version = ""
    server: OutletServer

    def do_GET(self) -> None:
        """Answer a reader or a crawler."""
        reply = answer(self.server.site, self.path)
        self.send_response(reply.status)
        self.send_header("Content-Type", reply.content_type)
        self.send_header("Content-Length", str(len(reply.body)))
        for name, value in reply.headers.items():
            self.send_header(name, value)
        self.end_headers()
        if self.command != "HEAD":
            self.wfile.write(reply.body)

    def do_HEAD(self) -> None:
        """Answer with the headers of a GET."""
        self.do_GET()

    def log_message(self, format: str, *args: object) -> None:  # noqa: A002 - the name that http.server gives it
        """Keep standard error free of a line for every request."""


def answer(site: Site, target: str) -> Reply:
    """Return what the site answers to a GET of `target` (path and query)."""
    parts = urlsplit(target)
    path, query = unquote(parts.path), _query(parts.query)
    if "rest_route" in query:
        return rest.rest_reply(site, query.pop("rest_route"), query)
    if path == "/wp-json" or path.startswith("/wp-json/"):
        return rest.rest_reply(site, path.removeprefix("/wp-json"), query)
    if path == "/robots.txt":
        return feeds.robots(site)
    if path == "/sitemap.xml":
        return redirect(site.url("/wp-sitemap.xml"))
    if path.endswith(".xml"):
        return feeds.sitemap(site, path) or _missing(site)
    if path.startswith("/wp-content/uploads/"):
        return Reply(200, "image/gif", _PICTURE)
    if not path.endswith("/"):
        return redirect(site.url(f"{path}/") + (f"?{parts.query}" if parts.query else ""))
    return _page(site, path, query) or _missing(site)


def _page(site: Site, path: str, query: Query) -> Reply | None:
    """Return an article, a list of articles, or the feed of a list; None where there is nothing at `path`."""
    if path == "/" and "p" in query:
        return next((redirect(site.url(post.path)) for post in site.outlet.posts if str(post.id) == query["p"]), None)
    if post := site.post_at(path):
        return html_reply(pages.article_page(site, post))
    list_path, is_feed, page = path, query.get("feed") == "rss2", 1
    if path.endswith("/feed/"):
        list_path, is_feed = path.removesuffix("feed/"), True
    elif paged := re.search(r"page/(\d{1,6})/$", path):
        list_path, page = path[: paged.start()], max(int(paged[1]), 1)
    listed = _listed(site, list_path, query)
    if listed is None:
        return None
    heading, posts = listed
    if is_feed:
        return feeds.feed(site, query, posts, list_path)
    html = pages.listing_page(site, heading, list_path, posts, page)
    return html_reply(html) if html else None


def _listed(site: Site, path: str, query: Query) -> tuple[str, list[Post]] | None:
    """Return heading and posts of the list at `path`: a search, the home page, or an archive."""
    if path != "/":
        return pages.archive(site, path)
    if "s" in query:
        return f"Hasil pencarian: {query['s']}", [post for post in site.outlet.posts if post.tells_of(query["s"])]
    return "Berita Terbaru", list(site.outlet.posts)


def _missing(site: Site) -> Reply:
    return html_reply(pages.missing_page(site), 404)


def _query(text: str) -> Query:
    """Return the query as WordPress takes it: the last of a name counts, of `name[]` all, joined by commas."""
    query: Query = {}
    for name, value in parse_qsl(text, keep_blank_values=True):
        listed = re.fullmatch(r"(.+)\[\d*\]", name)
        if listed:
            query[listed[1]] = f"{query[listed[1]]},{value}" if listed[1] in query else value
        else:
            query[name] = value
    return query


@contextmanager
def demo_portals(folder: Path) -> Iterator[Path]:
    """Run the five outlets and give the registry file (`demo-portals.toml` in `folder`) that names them.

    An article is known by its address, so the outlets come back at the ports that the file of an earlier run has;
    new ones take the first free ports from 8741 on. Raises PortTakenError where a port cannot be had, RegistryError
    where the file of the earlier run is damaged.
    """
    registry = folder / REGISTRY_NAME
    known = {portal.id: portal.port for portal in load_registry(registry).values()} if registry.exists() else {}
    with ExitStack() as stack:
        servers = [stack.enter_context(_running(outlet, known.get(outlet.id), registry)) for outlet in demo_outlets()]
        registry.write_text("\n".join(_entry(server) for server in servers), encoding="utf-8")
        yield registry


@contextmanager
def _running(outlet: Outlet, port: int | None, registry: Path) -> Iterator[OutletServer]:
    server = _bound(outlet, port, registry)
    thread = threading.Thread(target=server.serve_forever, kwargs={"poll_interval": 0.05}, daemon=True)
    thread.start()
    try:
        yield server
    finally:
        server.shutdown()
        thread.join()
        server.server_close()


def _bound(outlet: Outlet, port: int | None, registry: Path) -> OutletServer:
    for candidate in [port] if port else range(FIRST_PORT, LAST_PORT + 1):
        try:
            return OutletServer(outlet, candidate)
        except OSError as error:
            if error.errno not in (errno.EADDRINUSE, errno.EACCES):
                raise
    if port:
        raise PortTakenError(
            f"{HOST}:{port}, where {outlet.name} is at home ({registry}), is in use by another program, "
            "another demo perhaps; wait for its end, or take another folder with --folder"
        )
    raise PortTakenError(f"no free port for {outlet.name} on {HOST} from {FIRST_PORT} to {LAST_PORT}")


def _entry(server: OutletServer) -> str:
    outlet = server.site.outlet
    regions = ", ".join(f'"{code}"' for code in outlet.regions)
    return f"""[{outlet.id}]
name = "{outlet.name}"
url = "{server.site.home}/"
platform = "wordpress"
regions = [{regions}]
timezone = "{outlet.timezone}"
delay = 0.05
loopback = true
"""
