"""Keeps every answer as it comes from the transport, before anything unpacks, redirects or judges it."""

from __future__ import annotations

import asyncio
from typing import TYPE_CHECKING, Self, cast

from crawler.evidence.places import EvidenceError, Kept

if TYPE_CHECKING:
    from scrapy import Request
    from scrapy.crawler import Crawler
    from scrapy.http import Response

    from crawler.spiders.portal import PortalSpider

_KEPT = "mutasi_kept"


class EvidenceMiddleware:
    """Writes each answer into the evidence, robots.txt, retries and redirects included."""

    def __init__(self, crawler: Crawler) -> None:
        self.crawler = crawler
        self._stopping: asyncio.Future[None] | None = None

    @classmethod
    def from_crawler(cls, crawler: Crawler) -> Self:
        """Return the middleware of the crawler."""
        return cls(crawler)

    def process_response(self, request: Request, response: Response) -> Response:
        """Keep the answer; a disk that fails ends the crawl of the portal, by no fault of the site."""
        spider = cast("PortalSpider", self.crawler.spider)
        try:
            request.meta[_KEPT] = spider.evidence.keep(response)
        except EvidenceError as error:
            spider.outcome.fail(str(error), "ours", by_the_site=False)
            self._stopping = self._stopping or asyncio.ensure_future(self.crawler.stop_async())
            raise
        return response


def kept_of(response: Response) -> Kept:
    """Return where the answer is kept; it is that of the last request where redirects or retries led to it."""
    return cast("Kept", response.meta[_KEPT])
