"""Sitemaps: all addresses of a site, with when they were last changed where it is kept well."""

from __future__ import annotations

import re
from datetime import UTC, datetime, timedelta
from typing import TYPE_CHECKING, ClassVar
from urllib.parse import urljoin

from scrapy import Request

from crawler.candidates import Candidate
from crawler.causes import Cause
from crawler.channels.channel import LISTING_PRIORITY, Channel, Yielded, header, status_of
from crawler.failures import shown
from crawler.items import ListingRead
from crawler.sitemaps import Sitemap, SitemapEntry, child_order, read_sitemap
from db.listings import ListingState

if TYPE_CHECKING:
    from collections.abc import Iterator

    from scrapy.http import Response
    from twisted.python.failure import Failure

    from crawler.spiders.portal import PortalSpider

SITEMAP_ADDRESSES = ("sitemap_index.xml", "wp-sitemap.xml", "sitemap.xml", "sitemap-news.xml")
"""Where sites keep their sitemap that do not say so in robots.txt: Yoast's, WordPress' own, the common one, news."""

DEEPEST = 3
"""Indexes in indexes that are followed."""

MOST_SITEMAPS = 5_000
"""Sitemaps that are read in one crawl: one a day over many years."""

_NOT_ARTICLES = re.compile(
    r"(?:^|[-_/.])(?:page|pages|category|categories|tag|tags|post_tag|author|users?|taxonom\w*|archives?|image|images|"
    r"video|videos|product|attachment|kategori|penulis|laman|format)(?:[-_.\d]|$)",
    re.IGNORECASE,
)
"""What the name of a sitemap says where it lists something else than articles."""

_PATH = re.compile(r"^https?://[^/]+/(?P<path>.*)$")


class SitemapChannel(Channel):
    """Reads the sitemap, or the index and the sitemaps in it, newest first; only those that have changed since."""

    title: ClassVar[str] = "sitemap"

    def __init__(self, spider: PortalSpider) -> None:
        super().__init__(spider)
        portal = spider.portal
        self._addresses = [portal.sitemap] if portal.sitemap else []
        self._causes: list[Cause] = []
        self._are_named = False
        self._asked: set[str] = set()

    def open(self) -> Iterator[Request]:
        """Ask for the sitemap that the registry names, for those that robots.txt names, or where one usually is."""
        if not self._addresses:
            named = [one for one in self.spider.sitemaps_of_robots if self.portal.owns(one)]
            named = [one for one in named if lists_articles(one)] or named
            self._are_named = bool(named)
            common = [urljoin(self.portal.url, one) for one in SITEMAP_ADDRESSES]
            self._addresses = named or self.known_first(common)
        yield self._request(self._addresses.pop(0), 0, is_first=True)

    def parse(self, response: Response, address: str, depth: int, is_first: bool) -> Yielded:
        """Read a sitemap: ask for those that it lists, enter the pages that it lists."""
        sitemap = read_sitemap(response.body, self.portal.zone)
        if sitemap is None:
            yield from self._failed(Cause(f"{response.url} gives no sitemap", "unreadable"), is_first)
            return
        if is_first:
            yield from self._others()
        state = self._state(response, sitemap)
        if sitemap.kind == "index":  # noted as found only: its sitemaps are read, each when its pages are entered
            if self.spider.is_incremental:
                yield ListingRead(address, ListingState())
            yield from self._children(sitemap, depth)
            return
        yield from self._pages(sitemap)
        if self.spider.is_incremental:
            yield ListingRead(address, state)

    def _state(self, response: Response, sitemap: Sitemap) -> ListingState:
        """Return how far it was read; a sitemap that is not whole is read again, changed or not."""
        if not sitemap.is_whole:
            self.spider.outcome.lack(f"{shown(response.url)} breaks off after {len(sitemap.entries)} addresses")
            return ListingState()
        now = datetime.now(UTC)  # what claims to be of the future would hide all that comes until then
        return ListingState(
            etag=header(response, "ETag"),
            last_modified=header(response, "Last-Modified"),
            newest=max((min(entry.modified, now) for entry in sitemap.entries if entry.modified), default=None),
        )

    def failed(self, failure: Failure) -> Yielded:
        """Take an unchanged sitemap as read; look for another where the first cannot be had."""
        is_first = failure.request.cb_kwargs["is_first"]  # type: ignore[attr-defined]
        if status_of(failure) == 304:
            self.spider.leave_unchanged()
            if is_first:
                yield from self._others()
            return
        yield from self._failed(self.spider.cause(failure), is_first)

    def _failed(self, cause: Cause, is_first: bool) -> Yielded:
        if not is_first:
            self.spider.outcome.lack(f"a part of the sitemap is missing: {cause}")
        elif self._addresses:
            self._causes.append(cause)
            yield self._request(self._addresses.pop(0), 0, is_first=True)
        else:
            yield from self.spider.channel_closed(self, (self._causes or [cause])[0])

    def _others(self) -> Iterator[Request]:
        """Ask for the other sitemaps where robots.txt names several: each may list articles that no other does."""
        if not self._are_named:
            return
        for cause in self._causes:
            self.spider.outcome.lack(f"a part of the sitemap is missing: {cause}")
        others, self._addresses = self._addresses, []
        for address in others:
            yield self._request(address, 0)

    def _request(self, address: str, depth: int, *, is_first: bool = False) -> Request:
        _, headers = self.conditional(address)
        self._asked.add(address)
        return Request(
            address,
            headers=headers,
            callback=self.parse,
            errback=self.failed,
            cb_kwargs={"address": address, "depth": depth, "is_first": is_first},
            priority=LISTING_PRIORITY,
        )

    def _children(self, index: Sitemap, depth: int) -> Iterator[Request]:
        if depth >= DEEPEST and any(entry.url not in self._asked for entry in index.entries):
            self.spider.outcome.fail(
                f"the sitemap of {self.portal.netloc} is an index of indexes without end", "unreadable"
            )
            return
        start, _ = self.spider.window
        children = [
            entry
            for entry in sorted(index.entries, key=child_order, reverse=True)
            if self.portal.owns(entry.url) and lists_articles(entry.url)
        ]
        for entry in children:
            if entry.url in self._asked:
                continue
            if len(self._asked) >= MOST_SITEMAPS:
                self.spider.outcome.lack(f"the sitemap of {self.portal.netloc} has more parts than are read")
                return
            if start is not None and entry.modified is not None and entry.modified < start:
                continue  # what was last changed before the window was published before it
            if not self._is_unchanged(entry):
                yield self._request(entry.url, depth + 1)
            else:
                self.spider.leave_unchanged()
        if not children:
            self.spider.outcome.fail(f"the sitemap of {self.portal.netloc} lists no sitemap of articles", "empty")

    def _is_unchanged(self, entry: SitemapEntry) -> bool:
        """Tell whether the index says that a sitemap is as it was when it was read."""
        if not self.spider.is_incremental or entry.modified is None:
            return False
        newest = self.spider.frontier.listing(entry.url).newest
        return newest is not None and entry.modified <= newest

    def _pages(self, sitemap: Sitemap) -> Yielded:
        start, _ = self.spider.window
        pattern = self.portal.article_pattern
        now = datetime.now(UTC) + timedelta(days=1)
        entries = [
            entry
            for entry in sitemap.entries
            if self.portal.owns(entry.url)
            and _path(entry.url)
            and (pattern is None or pattern.search(entry.url))
            and not (start is not None and entry.modified is not None and entry.modified < start)
        ]
        entries.sort(key=lambda entry: entry.published or entry.modified or now, reverse=True)
        yield from self.spider.enter(
            Candidate(address=entry.url, title=entry.title, published=entry.published, modified=entry.modified)
            for entry in entries
        )


def lists_articles(url: str) -> bool:
    """Tell whether the sitemap at `url` may list articles, by its name."""
    return not _NOT_ARTICLES.search(_path(url))


def _path(url: str) -> str:
    found = _PATH.match(url)
    return found["path"] if found else ""
