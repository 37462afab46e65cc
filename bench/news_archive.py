"""An archive as CC-NEWS has them: pages of very many sites, few of them of portals that anybody has registered."""

from __future__ import annotations

import gzip
from collections.abc import Iterator
from io import BytesIO
from pathlib import Path

from news_site import NewsSite
from warcio.statusandheaders import StatusAndHeaders
from warcio.warcwriter import WARCWriter

from crawler.registry import Portal

PORTALS = [
    Portal(
        id=f"warta{number}.test",
        name=f"Warta {number}",
        url=f"https://warta{number}.test/",
        platform="sitemap",
        regions=("32.75",),
    )
    for number in range(400)
]
"""As many portals as a registry of the whole country has."""

OF_PORTALS, OF_OFFICIALS = 10, 20
"""One page in so many is of a portal, and one in so many is of a portal and of officials."""


def write_news_archive(path: Path, pages: int) -> int:
    """Write an archive of so many pages; returns how many of them are articles that are to be kept."""
    site = NewsSite(pages, "entry-content")
    with path.open("wb") as file:
        writer = WARCWriter(BytesIO(), gzip=False)
        for record in _records(site, writer, pages):
            writer.out = BytesIO()
            writer.write_record(record)
            file.write(gzip.compress(writer.out.getvalue(), 1))
    return pages // OF_OFFICIALS


def _records(site: NewsSite, writer: WARCWriter, pages: int) -> Iterator[object]:
    yield writer.create_warcinfo_record("CC-NEWS.warc.gz", {"software": "a generator of ours"})
    for number in range(1, pages + 1):
        of_portal = number % OF_PORTALS == 0
        site.home = (
            f"https://warta{number % len(PORTALS)}.test" if of_portal else f"https://www.situs{number % 997}.example"
        )
        body, address = site.page(number), site.address(number)
        if of_portal and number % OF_OFFICIALS:
            address = f"{site.home}/2026/06/harga-cabai-{number}-naik-di-pasar/"
            body = body.replace(f"Wali Kota Lantik {number} Pejabat Administrator", f"Harga Cabai {number} Naik")
        packed = body.encode()
        headers = [("Content-Type", "text/html; charset=UTF-8"), ("Content-Length", str(len(packed)))]
        yield writer.create_warc_record(
            address,
            "response",
            payload=BytesIO(packed),
            length=len(packed),
            http_headers=StatusAndHeaders("200 OK", headers, protocol="HTTP/1.1"),
            warc_headers_dict={"WARC-Date": "2026-07-01T03:04:05Z"},
        )
