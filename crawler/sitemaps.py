"""Sitemaps (sitemaps.org, Google's news extension) to what they list."""

from __future__ import annotations

import gzip
import re
import zlib
from dataclasses import dataclass
from datetime import datetime
from typing import TYPE_CHECKING, Literal

from lxml import etree

from crawler.article_page import moment_of
from crawler.cleaning import plain

if TYPE_CHECKING:
    from zoneinfo import ZoneInfo

_GZIP_MAGIC = b"\x1f\x8b"
_LARGEST = 50 * 1024 * 1024
"""Bytes of an unpacked sitemap: what the protocol permits."""

_NUMBER_AT_END = re.compile(r"(\d*)\D*$")


@dataclass(frozen=True, slots=True, kw_only=True)
class SitemapEntry:
    """One address of a sitemap; `modified` is its lastmod, `title` and `published` come from the news extension."""

    url: str
    modified: datetime | None = None
    title: str | None = None
    published: datetime | None = None


@dataclass(frozen=True, slots=True)
class Sitemap:
    """An index of sitemaps, or a list of pages."""

    kind: Literal["index", "pages"]
    entries: tuple[SitemapEntry, ...]


def read_sitemap(body: bytes, zone: ZoneInfo) -> Sitemap | None:
    """Return what a sitemap lists, packed with gzip or not; times without a zone are meant in `zone`.

    None where the body is no sitemap, or unpacks to more than the protocol's 50 MB.
    """
    unpacked = _unpacked(body)
    if unpacked is None:
        return None
    parser = etree.XMLParser(recover=True, resolve_entities=False, no_network=True, remove_comments=True)
    try:
        root = etree.fromstring(unpacked.lstrip(), parser)
    except etree.XMLSyntaxError:
        return None
    if root is None or not isinstance(root.tag, str):
        return None
    match etree.QName(root).localname.lower():
        case "sitemapindex":
            kind: Literal["index", "pages"] = "index"
        case "urlset":
            kind = "pages"
        case _:
            return None
    entries = (_entry(element, zone) for element in root if isinstance(element.tag, str))
    return Sitemap(kind, tuple(entry for entry in entries if entry))


def child_order(entry: SitemapEntry) -> tuple[bool, float, int]:
    """Return what sorts the sitemaps of an index with the newest last: by lastmod, else by their number."""
    modified = entry.modified.timestamp() if entry.modified else 0.0
    number = _NUMBER_AT_END.search(entry.url)
    return entry.modified is not None, modified, int(number[1][:9] or 0) if number else 0


def _unpacked(body: bytes) -> bytes | None:
    if not body.startswith(_GZIP_MAGIC):
        return body
    unpacker = zlib.decompressobj(16 + zlib.MAX_WBITS)
    try:
        unpacked = unpacker.decompress(body, _LARGEST)
    except (zlib.error, gzip.BadGzipFile):
        return None
    return None if unpacker.unconsumed_tail else unpacked


def _entry(element: etree._Element, zone: ZoneInfo) -> SitemapEntry | None:
    told: dict[str, str] = {}
    for part in element.iter():
        if isinstance(part.tag, str) and part.text:
            name = etree.QName(part).localname.lower()
            told.setdefault("image_title" if name == "title" and "image" in part.tag else name, part.text.strip())
    url = told.get("loc", "")
    if not url.startswith(("http://", "https://")):
        return None
    modified, published = moment_of(told.get("lastmod"), zone), moment_of(told.get("publication_date"), zone)
    return SitemapEntry(
        url=url,
        modified=modified[0] if modified else None,
        title=plain(told.get("title", "")) or None,
        published=published[0] if published else None,
    )
