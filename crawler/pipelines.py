"""Puts what a crawl brings into the store as it arrives, and closes the portal's account at the end."""

from __future__ import annotations

import asyncio
import logging
from datetime import UTC, datetime, time, timedelta
from typing import TYPE_CHECKING, Self, cast

from scrapy import signals

from crawler.evidence.places import chosen_folder
from crawler.evidence.writer import EvidenceWriter
from crawler.items import ListingRead, WindowListed
from crawler.observation import as_json
from crawler.resting import rest_after
from db.answers import Failed, Fetched, Gone, Unchanged
from db.listings import Window
from db.portal_frontier import LEASE, PortalFrontier
from db.store import FINISHED, Store, StoreError, open_store

if TYPE_CHECKING:
    from scrapy.crawler import Crawler

    from crawler.items import Item
    from crawler.spiders.portal import PortalSpider
    from db.answers import Settled


logger = logging.getLogger(__name__)

TOGETHER = 50
"""Answers that are stored in one transaction, at the most."""

LONGEST_WAIT = 0.25
"""Seconds that an answer waits for others to be stored with: what a killed crawl asks for again."""


class StorePipeline:
    """Stores answers a few at a time, an article and the state of its address in one transaction.

    Whatever stops a crawl, what was stored stays, and what was not is asked for again by the next one.
    """

    def __init__(self, crawler: Crawler) -> None:
        self.crawler = crawler
        self._store: Store | None = None
        self._evidence: EvidenceWriter | None = None
        self._answers: list[Settled] = []
        self._windows: list[WindowListed] = []
        self._timer: asyncio.TimerHandle | None = None
        self._sign_of_life: asyncio.TimerHandle | None = None
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
        """Open the store (the spider's, else MUTASI_DB of the settings), enter the portal and lease it.

        So for the evidence (the spider's, else MUTASI_EVIDENCE). Raises StoreError and EvidenceError. A portal that
        rests, or that another process crawls, is entered in the spider's outcome.
        """
        spider, settings = self.spider, self.crawler.settings
        self._store = spider.store or open_store(settings["MUTASI_DB"])
        if not hasattr(spider, "evidence"):
            folder = chosen_folder(settings["MUTASI_EVIDENCE"], settings["MUTASI_DB"])
            self._evidence = spider.evidence = EvidenceWriter(folder, str(settings["MUTASI_CONTACT"]))
            self._evidence.prepare()
        portal = spider.portal
        self._store.register_portal(portal.id, portal.url, portal.regions, portal.timezone, portal.platform)
        spider.frontier = PortalFrontier(self._store, portal.id)
        try:
            self._lease()
        except StoreError as error:
            spider.outcome.fail(str(error), "ours", by_the_site=False)
            return
        resting = spider.frontier.resting_until()
        if resting and resting > datetime.now(UTC):
            spider.outcome.resting_until = resting

    def process_item(self, item: Item) -> Item:
        """Take what came, to be stored within LONGEST_WAIT; a store that fails ends the crawl of the portal."""
        match item:
            case ListingRead() | WindowListed():
                self._flush()
                self._note(item)
            case Fetched() | Unchanged() | Failed() | Gone():
                self._answers.append(item)
                if len(self._answers) >= TOGETHER:
                    self._flush()
                elif self._timer is None:
                    self._timer = asyncio.get_running_loop().call_later(LONGEST_WAIT, self._flush)
        return item

    def _lease(self) -> None:
        """Lease the portal, and renew that long before it runs out, however long the site takes to list."""
        self.spider.frontier.open()
        again = LEASE.total_seconds() / 3
        self._sign_of_life = asyncio.get_running_loop().call_later(again, self._renew)

    def _renew(self) -> None:
        try:
            self._lease()
        except StoreError as error:
            self._stop(error)

    def spider_closed(self, reason: str) -> None:
        """Store what is left, and enter the crawl and what came of it."""
        if self._sign_of_life is not None:
            self._sign_of_life.cancel()
        self._flush()
        if self._evidence is not None:
            self._evidence.close()
        spider = self.spider
        outcome = spider.finish(reason)
        if spider.store is None:  # plain `scrapy crawl`: nobody else tells
            logger.log(logging.INFO if outcome.succeeded else logging.ERROR, "%s", outcome)
        if self._store is None:
            return
        names = ("added", "changed", "unchanged", "failed", "irrelevant", "gone")
        counts = {name: getattr(outcome, name) for name in names}
        try:
            if not outcome.resting_until:
                self._store.finish_crawl(
                    outcome.portal,
                    outcome.started,
                    outcome.finished or datetime.now(UTC),
                    counts,
                    outcome.failure or FINISHED,
                    as_json(outcome.observed),
                )
                if outcome.succeeded or outcome.is_the_sites_failure:
                    spider.frontier.note_crawl(failed=outcome.is_the_sites_failure, rest=rest_after)
            spider.frontier.close()
        except StoreError as error:
            outcome.fail(str(error), "ours", by_the_site=False)
        finally:
            if spider.store is None:
                self._store.close()

    def _flush(self) -> None:
        """Store the answers that came in, all of them or none, and close windows that are complete."""
        if self._timer is not None:
            self._timer.cancel()
            self._timer = None
        answers, self._answers = self._answers, []
        outcome = self.spider.outcome
        try:
            changes = self.spider.frontier.settle(answers) if answers else []
            self._close_windows()
        except StoreError as error:
            outcome.lose(str(error))
            self._stop(error)
            return
        for answer, change in zip(answers, changes, strict=True):
            match answer:
                case Fetched() if change is not None:
                    outcome.keep(change)
                case Unchanged():
                    outcome.keep("unchanged")
                case Failed(reason=reason):
                    outcome.lose(reason)
                case Gone(reason=reason):
                    outcome.miss(reason)

    def _note(self, item: ListingRead | WindowListed) -> None:
        try:
            match item:
                case ListingRead(url, state):
                    self.spider.frontier.note_listing(url, state)
                case WindowListed():
                    self._windows.append(item)
                    self._close_windows()
        except StoreError as error:
            self._stop(error)

    def _close_windows(self) -> None:
        """Close the windows that were listed, once no page waits any more, and tell where articles are missing."""
        frontier, zone = self.spider.frontier, self.spider.portal.zone
        if not self._windows or self.spider.pages.open > 0 or frontier.waiting() > 0:
            return
        for listed in self._windows:
            start = datetime.combine(listed.first_day, time.min, zone)
            end = datetime.combine(listed.last_day + timedelta(days=1), time.min, zone)
            stored = frontier.stored_between(start, end)
            window = Window(listed.first_day, listed.last_day, listed.announced, stored)
            if end <= datetime.now(zone):  # a window that is not over yet is listed again next time
                frontier.close_window(window)
            self.spider.outcome.complete(window)
        self._windows.clear()

    def _stop(self, error: StoreError) -> None:
        self.spider.outcome.fail(str(error), "ours", by_the_site=False)
        self._stopping = self._stopping or asyncio.ensure_future(self.crawler.stop_async())
