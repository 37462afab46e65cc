"""Sitemaps (sitemaps.org, Google's news extension) to what they list."""

from __future__ import annotations

import re
import zlib
from dataclasses import dataclass
from datetime import datetime
from io import BytesIO
from typing import TYPE_CHECKING, Literal

from lxml import etree

from crawler.article_page import moment_of
from crawler.cleaning import plain

if TYPE_CHECKING:
    from zoneinfo import ZoneInfo

_GZIP_MAGIC = b"\x1f\x8b"
_LARGEST = 50 * 1024 * 1024
"""Bytes of an unpacked sitemap: what the protocol permits."""

MOST_ENTRIES = 100_000
"""Addresses of one sitemap that are read: twice what the protocol permits."""

_MOST_PACKED = 3
"""How often a sitemap may be packed: some servers pack the packed file once more."""

_TAIL = 2048
"""Bytes at the end of a sitemap that its closing tag stands in; caches write a comment behind it."""

Kind = Literal["index", "pages"]
_KINDS: dict[str, Kind] = {"sitemapindex": "index", "urlset": "pages"}
_END = re.compile(rb"</(?:[\w.-]+:)?(?:sitemapindex|urlset)\s*>", re.IGNORECASE)
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
    """An index of sitemaps, or a list of pages; not `is_whole` where it breaks off, or is longer than is read."""

    kind: Kind
    entries: tuple[SitemapEntry, ...]
    is_whole: bool = True


def read_sitemap(body: bytes, zone: ZoneInfo) -> Sitemap | None:
    """Return what a sitemap lists, packed with gzip or not; times without a zone are meant in `zone`.

    None where the body is no sitemap. Of one that unpacks to more than the protocol's 50 MB the beginning is read.
    """
    unpacked, is_whole = _unpacked(body)
    for encoding in (None, "utf-8"):  # a declared encoding that it is not in leaves nothing to read
        kind, entries = _read(unpacked.lstrip(), zone, encoding)
        if kind is not None and (entries or is_whole):
            is_whole = is_whole and len(entries) < MOST_ENTRIES and (not entries or _is_closed(unpacked))
            return Sitemap(kind, tuple(entries), is_whole)
    return None


def _read(source: bytes, zone: ZoneInfo, encoding: str | None) -> tuple[Kind | None, list[SitemapEntry]]:
    """Return what the sitemap is and lists; each element is let go once it is read, for there may be a million."""
    kind: Kind | None = None
    entries: list[SitemapEntry] = []
    root: etree._Element | None = None
    events = etree.iterparse(
        BytesIO(source),
        events=("start", "end"),
        recover=True,
        resolve_entities=False,
        no_network=True,
        remove_comments=True,
        encoding=encoding,
    )
    try:
        for event, element in events:
            if root is None:
                root = element
                kind = _KINDS.get(etree.QName(element).localname.lower())
                if kind is None:
                    break
            elif event == "end" and element.getparent() is root:
                entry = _entry(element, zone)
                if entry is not None:
                    entries.append(entry)
                while element.getprevious() is not None:
                    del root[0]
                if len(entries) >= MOST_ENTRIES:
                    break
    except etree.XMLSyntaxError:
        return kind if entries else None, entries
    return kind, entries


def _is_closed(unpacked: bytes) -> bool:
    return _END.search(unpacked[-_TAIL:].replace(b"\x00", b"")) is not None


def child_order(entry: SitemapEntry) -> tuple[bool, float, int]:
    """Return what sorts the sitemaps of an index with the newest last: by lastmod, else by their number."""
    modified = entry.modified.timestamp() if entry.modified else 0.0
    number = _NUMBER_AT_END.search(entry.url)
    return entry.modified is not None, modified, int(number[1][:9] or 0) if number else 0


def _unpacked(body: bytes) -> tuple[bytes, bool]:
    """Return the body unpacked, however often it was packed and in how many members, and whether that is all of it."""
    is_whole = True
    for _ in range(_MOST_PACKED):
        if not body.startswith(_GZIP_MAGIC):
            break
        parts, size = [], 0
        while body.startswith(_GZIP_MAGIC) and size < _LARGEST:
            unpacker = zlib.decompressobj(16 + zlib.MAX_WBITS)
            try:
                part = unpacker.decompress(body, _LARGEST - size)
            except zlib.error:
                is_whole = False
                break
            is_whole = is_whole and unpacker.eof
            size += len(part)
            parts.append(part)
            body = unpacker.unused_data
        body = b"".join(parts)
    return body, is_whole


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
