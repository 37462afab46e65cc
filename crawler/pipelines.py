"""Puts each article into the store as it arrives, and closes the portal's account at the end."""

from __future__ import annotations

import asyncio
import logging
from datetime import UTC, datetime
from typing import TYPE_CHECKING, Self, cast

from scrapy import signals

from db.store import FINISHED, Store, StoreError, open_store

if TYPE_CHECKING:
    from scrapy.crawler import Crawler

    from crawler.spiders.portal import PortalSpider
    from db.articles import ArticleRecord


logger = logging.getLogger(__name__)


class StorePipeline:
    """Stores every article in a transaction of its own: whatever stops a crawl, what has arrived stays."""

    def __init__(self, crawler: Crawler) -> None:
        self.crawler = crawler
        self._store: Store | None = None
        self._stopping: asyncio.Future[None] | None = None
        crawler.signals.connect(self.spider_closed, signal=signals.spider_closed)

    @classmethod
    def from_crawler(cls, crawler: Crawler) -> Self:
        """Return the pipeline of the crawler."""
        return cls(crawler)

    @property
    def spider(self) -> PortalSpider:
        """The spider whose articles these are."""
        return cast("PortalSpider", self.crawler.spider)

    def open_spider(self) -> None:
        """Open the store (the spider's, else MUTASI_DB of the settings) and enter the portal; raises StoreError."""
        spider = self.spider
        self._store = spider.store or open_store(self.crawler.settings["MUTASI_DB"])
        portal = spider.portal
        self._store.register_portal(portal.id, portal.url, portal.regions, portal.timezone, portal.platform)

    def process_item(self, item: ArticleRecord) -> ArticleRecord:
        """Store the article and count it; a store that fails ends the crawl of the portal."""
        outcome = self.spider.outcome
        try:
            outcome.keep(self._opened.save_article(item))
        except StoreError as error:
            outcome.lose(str(error))
            outcome.fail(str(error))
            self._stopping = self._stopping or asyncio.ensure_future(self.crawler.stop_async())
        return item

    def spider_closed(self, reason: str) -> None:
        """Enter the crawl and what came of it."""
        outcome = self.spider.finish(reason)
        outcome.finished = datetime.now(UTC)
        if self.spider.store is None:  # plain `scrapy crawl`: nobody else tells
            logger.log(logging.INFO if outcome.succeeded else logging.ERROR, "%s", outcome)
        if self._store is None:
            return
        counts = {name: getattr(outcome, name) for name in ("added", "changed", "unchanged", "failed")}
        try:
            self._store.finish_crawl(
                outcome.portal, outcome.started, outcome.finished, counts, outcome.failure or FINISHED
            )
        except StoreError as error:
            outcome.fail(str(error))
        finally:
            if self.spider.store is None:
                self._store.close()

    @property
    def _opened(self) -> Store:
        if self._store is None:
            raise RuntimeError("the pipeline stores articles between open_spider and spider_closed only")
        return self._store
