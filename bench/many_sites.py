"""Many small news sites on this machine, each on a port of its own, that note when they are asked.

`python bench/many_sites.py SITES ARTICLES` prints the ports of the sites as a JSON list, serves until a line comes in,
and then prints the moments (seconds) at which each was asked, a JSON list a site.
"""

from __future__ import annotations

import asyncio
import json
import sys
import time
from functools import partial
from urllib.parse import urlsplit

from news_site import NewsSite


async def serve(count: int, articles: int) -> None:
    """Serve the sites, and tell when they were asked once a line has come in."""
    moments: list[list[float]] = [[] for _ in range(count)]
    sites = [NewsSite(articles, "entry-content") for _ in range(count)]
    servers = [
        await asyncio.start_server(partial(_answer, site, asked), "127.0.0.1", 0)
        for site, asked in zip(sites, moments, strict=True)
    ]
    ports = [server.sockets[0].getsockname()[1] for server in servers]
    for site, port in zip(sites, ports, strict=True):
        site.home = f"http://127.0.0.1:{port}"
    print(json.dumps(ports), flush=True)
    await asyncio.to_thread(sys.stdin.readline)
    print(json.dumps(moments), flush=True)


async def _answer(
    site: NewsSite, moments: list[float], reader: asyncio.StreamReader, writer: asyncio.StreamWriter
) -> None:
    addresses = {urlsplit(site.address(number)).path: number for number in range(1, site.articles + 1)}
    try:
        while True:
            head = await reader.readuntil(b"\r\n\r\n")
            moments.append(time.monotonic())
            path = head.split(b" ", 2)[1].decode()
            status, kind, body = "200 OK", "text/html; charset=UTF-8", ""
            if path in addresses:
                body = site.page(addresses[path])
            elif path == "/sitemap.xml":
                kind, body = "application/xml", site.sitemap()
            elif path == "/robots.txt":
                kind, body = "text/plain", f"User-agent: *\nDisallow:\n\nSitemap: {site.home}/sitemap.xml\n"
            else:
                status = "404 Not Found"
            data = body.encode()
            writer.write(
                f"HTTP/1.1 {status}\r\nContent-Type: {kind}\r\nContent-Length: {len(data)}\r\n\r\n".encode() + data
            )
            await writer.drain()
    except (asyncio.IncompleteReadError, ConnectionError):
        pass  # the crawler has gone
    finally:
        writer.close()


if __name__ == "__main__":
    asyncio.run(serve(int(sys.argv[1]), int(sys.argv[2])))
