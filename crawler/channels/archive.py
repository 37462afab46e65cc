"""Archives by day: one address a day, and pages of it, from the newest day back."""

from __future__ import annotations

from datetime import date, datetime, time, timedelta
from typing import TYPE_CHECKING, ClassVar

from scrapy import Request

from crawler.candidates import Candidate
from crawler.causes import Cause
from crawler.channels.channel import LISTING_PRIORITY, Channel, Yielded, is_missing
from crawler.charset import text_of
from crawler.items import ListingRead
from crawler.link_pages import read_link_page
from db.listings import ListingState

if TYPE_CHECKING:
    from collections.abc import Iterator

    from scrapy.http import Response
    from twisted.python.failure import Failure

    from crawler.spiders.portal import PortalSpider

FIRST_REACH = timedelta(days=30)
"""How far back the first crawl goes that is not told a day."""

MOST_PAGES = 100
"""Pages of one day that are followed."""


class ArchiveChannel(Channel):
    """Walks the portal's `archive` address from the newest wanted day to the oldest, each to its last page."""

    title: ClassVar[str] = "archive by day"

    def __init__(self, spider: PortalSpider) -> None:
        super().__init__(spider)
        self._template = self.portal.archive or ""
        self._newest = datetime.now(self.portal.zone).date()
        self._oldest = self._newest
        self._has_gap = False
        self._is_there = False

    def open(self) -> Iterator[Request]:
        """Ask for the newest day: today, or the last one wanted."""
        spider = self.spider
        zone = self.portal.zone
        self._newest = min(spider.until, self._newest) if spider.until else self._newest
        known = spider.frontier.listing(self._template).newest
        self._is_there = known is not None
        if spider.since:
            self._oldest = spider.since
        elif known and spider.is_incremental:  # its day was not over when it was read
            self._oldest = known.astimezone(zone).date()
        else:
            self._oldest = self._newest - FIRST_REACH
        yield self._request(self._newest, 1)

    def parse(self, response: Response, day: date, page: int) -> Yielded:
        """Enter the links of one page of a day, and ask for the next page or the day before."""
        text = text_of(response)
        found = read_link_page(text, response.url, self.portal) if text is not None else None
        if found is None:
            yield from self._without(Cause(f"{response.url} is no page of links", "unreadable"), day)
            return
        self._is_there = True
        spider = self.spider
        fresh = [link for link in found.links if not spider.is_listed(self.portal.canonical(link.url))]
        noon = datetime.combine(day, time(12), self.portal.zone)
        yield from spider.enter(Candidate(address=link.url, title=link.title, published=noon) for link in found.links)
        if fresh and "{page}" in self._template and page < MOST_PAGES and not spider.has_enough:
            yield self._request(day, page + 1)
        else:
            yield from self._day_before(day)

    def failed(self, failure: Failure) -> Yielded:
        """Take a day or page that does not exist as empty; an archive without any day is none."""
        day: date = failure.request.cb_kwargs["day"]  # type: ignore[attr-defined]
        if is_missing(failure) and (self._is_there or day > self._oldest):
            yield from self._day_before(day)
        else:
            yield from self._without(self.spider.cause(failure), day)

    def _request(self, day: date, page: int) -> Request:
        address = self._template.format(
            year=f"{day.year:04d}", month=f"{day.month:02d}", day=f"{day.day:02d}", page=page
        )
        return Request(
            address,
            callback=self.parse,
            errback=self.failed,
            cb_kwargs={"day": day, "page": page},
            priority=LISTING_PRIORITY,
        )

    def _day_before(self, day: date) -> Yielded:
        spider = self.spider
        before = day - timedelta(days=1)
        if before >= self._oldest and not spider.has_enough:
            yield self._request(before, 1)
            return
        spider.is_up_to_date = True
        if spider.is_incremental and not self._has_gap:
            newest = datetime.combine(self._newest, time.min, self.portal.zone)
            yield ListingRead(self._template, ListingState(newest=newest))

    def _without(self, cause: Cause, day: date) -> Yielded:
        if not self._is_there:
            yield from self.spider.channel_closed(self, cause)
            return
        self._has_gap = True
        self.spider.outcome.lack(f"the archive has a gap: {cause}")
        yield from self._day_before(day)
