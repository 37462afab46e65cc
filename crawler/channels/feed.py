"""RSS and Atom feeds: the newest articles, whole or in summary, and with WordPress all older ones page by page."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime
from typing import TYPE_CHECKING, ClassVar
from urllib.parse import urljoin

from scrapy import Request

from crawler.candidates import Candidate, WholeArticle, told_of
from crawler.causes import Cause
from crawler.channels.channel import LISTING_PRIORITY, Channel, Yielded, header, is_missing, status_of
from crawler.charset import text_of
from crawler.evidence.middleware import kept_of
from crawler.feed_articles import article_of_entry, with_part
from crawler.feeds import FeedEntry, breaks_off, read_feed
from crawler.items import ListingRead
from db.listings import ListingState

if TYPE_CHECKING:
    from collections.abc import Iterator

    from scrapy.http import Response
    from twisted.python.failure import Failure

    from crawler.evidence.places import Kept
    from crawler.spiders.portal import PortalSpider
    from db.articles import ArticleRecord

FEED_ADDRESSES = ("feed/", "?feed=rss2", "rss", "rss.xml")
"""Where sites keep their feed that do not say: WordPress with pretty permalinks and without, then what is common."""

WORDPRESS_ADDRESSES = 2
"""How many of these WordPress uses."""

MOST_FAILED_PAGES = 3
"""Pages of a feed in a row that may fail before the rest is given up."""

MOST_PAGES = 3_000
"""Pages of a feed that are followed: some sites answer to any number with something new."""

MOST_PARTS = 20
"""Parts of a split post that are asked for, at the most."""

Articles = dict[str, "ArticleRecord"]


class FeedChannel(Channel):
    """Reads the feed page by page until one brings nothing new; a site without pages gives the same one again."""

    title: ClassVar[str] = "feed"

    def __init__(self, spider: PortalSpider) -> None:
        super().__init__(spider)
        portal = spider.portal
        known = FEED_ADDRESSES[:WORDPRESS_ADDRESSES] if portal.platform == "wordpress" else FEED_ADDRESSES
        self._addresses = [portal.feed] if portal.feed else [urljoin(portal.url, one) for one in known]
        self._before = ListingState()
        self._read: ListingState | None = None
        self._newest: datetime | None = None
        self._failed_pages = 0

    def open(self) -> Iterator[Request]:
        """Ask for the feed, where it was found the last time, if it has changed since."""
        self._addresses = self.known_first(self._addresses)
        yield self._request(self._addresses[0], 1)

    def parse(self, response: Response, address: str, page: int) -> Yielded:
        """Read one page of the feed and ask for the next, until a page brings nothing new."""
        text = text_of(response)
        entries = read_feed(text, self.portal.zone, response.url) if text is not None else None
        if text is None or entries is None:
            yield from self._without_feed(Cause(f"{response.url} gives no feed", "unreadable"), address, page)
            return
        if breaks_off(text):
            self.spider.outcome.lack(f"{response.url} breaks off after {len(entries)} articles")
        self._failed_pages = 0
        if page == 1:
            self._read = ListingState(etag=header(response, "ETag"), last_modified=header(response, "Last-Modified"))
            if not entries and self._before.newest is not None:
                self.spider.outcome.fail(f"{response.url} lists no article any more", "empty")
        spider = self.spider
        fresh = [entry for entry in entries if not spider.is_listed(entry.url)]
        if spider.limit is not None:
            fresh = fresh[: spider.limit - spider.listed]
        self._newest = max((one for one in (self._newest, *(entry.published for entry in fresh)) if one), default=None)
        is_known = self._before.newest is not None and any(map(self._is_known, entries))
        whole = self._whole(fresh, kept_of(response))
        yield from spider.enter(self._candidate(entry) for entry in fresh if entry.url not in whole)
        if whole:
            yield self._part_request(whole, {url: article.text for url, article in whole.items()}, address, page, 2)
        start, _ = spider.window
        is_past = start is not None and any(entry.published and entry.published < start for entry in entries)
        enough = spider.limit is not None and spider.listed + len(whole) >= spider.limit
        if fresh and not (is_known or is_past or enough):
            if page < MOST_PAGES:
                yield self._request(address, page + 1)
            else:
                spider.outcome.lack(f"the feed at {address} does not end")
        else:
            yield from self._end(address)

    def failed(self, failure: Failure) -> Yielded:
        """Try the feed's other addresses, or end: the page after the last answers 404."""
        address, page = (failure.request.cb_kwargs[name] for name in ("address", "page"))  # type: ignore[attr-defined]
        if status_of(failure) == 304:
            self.spider.leave_unchanged()
            return
        cause = self.spider.cause(failure)
        if not is_missing(failure):
            yield from self._without_feed(cause, address, page)
        elif page > 1:
            yield from self._end(address)
        elif address != self._addresses[-1]:
            yield self._request(self._addresses[self._addresses.index(address) + 1], 1)
        else:
            yield from self._without_feed(cause, address, page)

    def _request(self, address: str, page: int) -> Request:
        headers: dict[str, str] = {}
        if page == 1:
            self._before, headers = self.conditional(address)
        return Request(
            self._page(address, page),
            headers=headers,
            callback=self.parse,
            errback=self.failed,
            cb_kwargs={"address": address, "page": page},
            priority=LISTING_PRIORITY,
        )

    @staticmethod
    def _page(address: str, page: int) -> str:
        return address if page == 1 else f"{address}{'&' if '?' in address else '?'}paged={page}"

    def _is_known(self, entry: FeedEntry) -> bool:
        return (
            entry.published is not None and self._before.newest is not None and entry.published <= self._before.newest
        )

    def _end(self, address: str) -> Yielded:
        spider = self.spider
        if self._before.newest is not None:
            spider.is_up_to_date = True
        newest = max(filter(None, (self._newest, self._before.newest)), default=None)
        newest = min(newest, datetime.now(UTC)) if newest else None  # an entry of the future would hide what comes
        if spider.is_incremental and self._read is not None and newest is not None and spider.outcome.succeeded:
            yield ListingRead(address, replace(self._read, newest=newest))

    def _without_feed(self, cause: Cause, address: str, page: int) -> Yielded:
        """Go on with the page after one that cannot be had; with the next way in where it is the first."""
        if page > 1:
            self.spider.outcome.lack(f"the feed breaks off: {cause}")
            self._failed_pages += 1
            if self._failed_pages < MOST_FAILED_PAGES:
                yield self._request(address, page + 1)
        else:
            yield from self.spider.channel_closed(self, cause)

    def _whole(self, entries: list[FeedEntry], kept: Kept) -> Articles:
        return {
            entry.url: article_of_entry(entry, self.portal, kept)
            for entry in entries
            if not entry.is_summary and entry.title and entry.published and self.spider.in_window(entry.published)
        }

    def _candidate(self, entry: FeedEntry) -> Candidate:
        return Candidate(
            address=entry.url,
            title=entry.title,
            excerpt=entry.content or None,
            published=entry.published,
            modified=entry.modified,
            told=told_of(entry),
        )

    # Articles that are split into parts

    def parse_part(
        self, response: Response, articles: Articles, latest: dict[str, str], address: str, page: int, part: int
    ) -> Yielded:
        """Append the next part to the articles of a feed page that are split, and hand on the ones that are whole.

        A WordPress feed has the first part of a split post only (`<!--nextpage-->`), and nothing that says so. With
        `page=2` it has the second, and of posts that are not split the same as before.
        """
        text = text_of(response)
        entries = read_feed(text, self.portal.zone, response.url) if text is not None else None
        going_on = {
            entry.url: entry
            for entry in entries or ()
            if entry.url in articles and _begins_otherwise(entry.content, latest[entry.url])
        }
        kept = kept_of(response)
        longer = {url: with_part(articles[url], entry, kept) for url, entry in going_on.items()}
        yield from self._hand_on({url: article for url, article in articles.items() if url not in longer})
        if longer and part < MOST_PARTS:
            latest = {url: entry.content for url, entry in going_on.items()}
            yield self._part_request(longer, latest, address, page, part + 1)
        else:
            yield from self._hand_on(longer)

    def part_failed(self, failure: Failure) -> Yielded:
        """Take the articles as far as they are known."""
        self.spider.logger.warning("whether articles go on could not be asked: %s", self.spider.cause(failure))
        yield from self._hand_on(failure.request.cb_kwargs["articles"])  # type: ignore[attr-defined]

    def _hand_on(self, articles: Articles) -> Yielded:
        yield from self.spider.enter(
            Candidate(
                address=url,
                title=article.title,
                published=article.published,
                whole=WholeArticle("entries", url, article),
            )
            for url, article in articles.items()
        )

    def _part_request(self, articles: Articles, latest: dict[str, str], address: str, page: int, part: int) -> Request:
        listing = self._page(address, page)
        return Request(
            f"{listing}{'&' if '?' in listing else '?'}page={part}",
            callback=self.parse_part,
            errback=self.part_failed,
            cb_kwargs={"articles": articles, "latest": latest, "address": address, "page": page, "part": part},
            priority=LISTING_PRIORITY + 1,
        )


def _begins_otherwise(text: str, before: str) -> bool:
    """Tell whether the text is another part of an article than the one before, and not the same part once more."""
    return bool(text) and text.partition("\n")[0] != before.partition("\n")[0]
