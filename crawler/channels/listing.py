"""Pages of links: sections, tags, search results, the home page, followed from page to page."""

from __future__ import annotations

from collections import Counter
from datetime import UTC, datetime
from typing import TYPE_CHECKING, ClassVar

from scrapy import Request

from crawler.candidates import Candidate
from crawler.causes import Cause
from crawler.channels.channel import LISTING_PRIORITY, Channel, Yielded, header, is_missing, status_of
from crawler.charset import text_of
from crawler.items import ListingRead
from crawler.link_pages import page_after, read_link_page
from db.listings import ListingState

if TYPE_CHECKING:
    from collections.abc import Iterator

    from scrapy.http import Response
    from twisted.python.failure import Failure

    from crawler.spiders.portal import PortalSpider

MOST_PAGES = 1_000
"""Pages of one listing that are followed: some sites answer to any number with the last page."""

MOST_FAILED_PAGES = 3
"""Pages of links in a row that may fail before the rest of the listing is given up."""

AFTER_THE_PAGES = -LISTING_PRIORITY
"""Where a window is asked for, the next page of links waits until the articles of this one tell their days."""


class ListingChannel(Channel):
    """Follows each listing of the portal from page to page until one links to nothing new."""

    title: ClassVar[str] = "pages of links"

    def __init__(self, spider: PortalSpider) -> None:
        super().__init__(spider)
        self._open = list(self.portal.listings) or [self.portal.url]
        self._causes: list[Cause] = []
        self._failed_pages: Counter[str] = Counter()

    def open(self) -> Iterator[Request]:
        """Ask for the first page of every listing, if it has changed since it was read last."""
        for address in list(self._open):
            state, headers = self.conditional(address)
            was_read = state.newest is not None
            yield self._request(address, address, 1, was_read=was_read, headers=headers)

    def parse(self, response: Response, listing: str, page: int, was_read: bool) -> Yielded:
        """Enter the links of one page and ask for the next."""
        text = text_of(response)
        found = read_link_page(text, response.url, self.portal) if text is not None else None
        if found is None or (page == 1 and not found.links):
            cause = Cause(f"{response.url} links to no article", "unreadable")
            yield from self._without(cause, listing, response.url, page)
            return
        self._failed_pages[listing] = 0
        spider = self.spider
        urls = [self.portal.canonical(link.url) for link in found.links]
        fresh = [url for url in urls if not spider.is_listed(url)]
        unknown = spider.frontier.unknown(fresh)
        yield from spider.enter(Candidate(address=link.url, title=link.title) for link in found.links)
        is_known = was_read and spider.is_incremental and not unknown
        start, _ = spider.window
        oldest = spider.pages.oldest
        is_past = start is not None and oldest is not None and oldest < start
        if found.next_page and fresh and page < MOST_PAGES and not (is_known or is_past or spider.has_enough):
            yield self._request(listing, found.next_page, page + 1, was_read=was_read)
            return
        if is_known:
            spider.is_up_to_date = True
        yield from self._read_to_the_end(listing, response if page == 1 else None)

    def failed(self, failure: Failure) -> Yielded:
        """Take an unchanged listing as read, one that breaks off as far as it goes."""
        listing, page = (failure.request.cb_kwargs[name] for name in ("listing", "page"))  # type: ignore[attr-defined]
        if status_of(failure) == 304:
            self.spider.leave_unchanged()
            self._open.remove(listing)
        elif page > 1 and is_missing(failure):  # the page after the last
            yield from self._read_to_the_end(listing, None)
        else:
            address: str = failure.request.url  # type: ignore[attr-defined]
            yield from self._without(self.spider.cause(failure), listing, address, page)

    def _request(
        self, listing: str, address: str, page: int, *, was_read: bool, headers: dict[str, str] | None = None
    ) -> Request:
        return Request(
            address,
            headers=headers or {},
            callback=self.parse,
            errback=self.failed,
            cb_kwargs={"listing": listing, "page": page, "was_read": was_read},
            priority=AFTER_THE_PAGES if page > 1 and self.spider.since else LISTING_PRIORITY,
        )

    def _read_to_the_end(self, listing: str, first: Response | None) -> Yielded:
        """Note the listing as read; only one whose first page is its last can be asked conditionally."""
        self._open.remove(listing)
        if self.spider.is_incremental and self.spider.outcome.succeeded:
            state = ListingState(
                etag=header(first, "ETag") if first is not None else None,
                last_modified=header(first, "Last-Modified") if first is not None else None,
                newest=datetime.now(UTC),
            )
            yield ListingRead(listing, state)

    def _without(self, cause: Cause, listing: str, address: str, page: int) -> Yielded:
        if page > 1:
            self.spider.outcome.lack(f"a list of articles breaks off: {cause}")
            self._failed_pages[listing] += 1
            following = page_after(address)
            if following and self._failed_pages[listing] < MOST_FAILED_PAGES:
                yield self._request(listing, following, page + 1, was_read=False)
            else:
                self._open.remove(listing)
            return
        self._open.remove(listing)
        if self.spider.listed:
            self.spider.outcome.lack(f"a list of articles is missing: {cause}")
            return
        self._causes.append(cause)
        if not self._open:
            words = "; ".join(dict.fromkeys(one.words for one in self._causes))
            yield from self.spider.channel_closed(self, Cause(words, self._causes[0].kind))
