"""Crawls many portals in one process, some at a time, each by the spider of its platform."""

from __future__ import annotations

import asyncio
from collections import deque
from collections.abc import Callable, Sequence
from datetime import UTC, date, datetime
from pathlib import Path
from typing import TYPE_CHECKING

from scrapy import signals
from scrapy.crawler import AsyncCrawlerProcess
from scrapy.settings import Settings

from crawler.evidence.places import evidence_folder
from crawler.evidence.writer import EvidenceWriter
from crawler.outcome import CrawlOutcome
from crawler.registry import Portal

if TYPE_CHECKING:
    from crawler.spiders.portal import PortalSpider
    from db.store import Store

PORTALS_AT_ONCE = 250
"""Portals crawled side by side: each waits most of its time for its own delay (bench/test_many_portals.py)."""

Watcher = Callable[[CrawlOutcome], None]


def crawl_portals(
    portals: Sequence[Portal],
    store: Store,
    *,
    since: date | None = None,
    until: date | None = None,
    limit: int | None = None,
    take_all: bool = False,
    again: bool = False,
    evidence: Path | None = None,
    watch: Watcher | None = None,
    log_level: str = "WARNING",
) -> list[CrawlOutcome]:
    """Crawl the portals into the store and return what came of each, in their order.

    `since` and `until` are days of each portal's zone, both included; `limit` asks for the newest articles of each
    portal only, `take_all` for articles of any subject, `again` for those too that the store has and has closed.
    `evidence` is the folder where the answers are kept, else they are where the store has its evidence.
    `watch` is called with a portal's outcome after each of its articles and at its end. Log records go to the caller's
    handlers. Runs the reactor, so it can be called once in a process. Raises EvidenceError where that folder cannot be
    written.
    """
    settings = Settings()
    settings.setmodule("crawler.settings", priority="project")
    settings.set("LOG_INSTALL_ROOT_HANDLER", False, priority="cmdline")
    settings.set("LOG_LEVEL", log_level, priority="cmdline")
    writer = EvidenceWriter(evidence or evidence_folder(store.name), str(settings["MUTASI_CONTACT"]))
    writer.prepare()
    arguments: dict[str, object] = {
        "since": since,
        "until": until,
        "limit": limit,
        "all": take_all,
        "again": again,
        "store": store,
        "evidence": writer,
    }
    process = _PortalProcess(settings, portals, arguments, watch)
    try:
        process.start()
    finally:
        writer.close()
    for outcome in process.outcomes:
        if outcome.finished is None:  # stopped twice: nothing more was waited for
            outcome.fail("interrupted", "ours", by_the_site=False)
    return process.outcomes


class _PortalProcess(AsyncCrawlerProcess):
    """Works through a queue of portals instead of starting all crawls at once."""

    def __init__(
        self, settings: Settings, portals: Sequence[Portal], arguments: dict[str, object], watch: Watcher | None
    ) -> None:
        super().__init__(settings)
        self._outcomes = {portal.id: CrawlOutcome(portal.id) for portal in portals}
        self._queue = deque(portals)
        self._arguments = arguments
        self._watch = watch
        self._stopping = False

    @property
    def outcomes(self) -> list[CrawlOutcome]:
        """What came of each portal, in the order they were given."""
        return list(self._outcomes.values())

    async def join(self) -> None:
        """Complete when every portal has been crawled."""
        await asyncio.gather(*(self._work() for _ in range(PORTALS_AT_ONCE)))

    async def stop(self) -> None:
        """Stop the crawls under way and start no more."""
        self._stopping = True
        await super().stop()

    async def _work(self) -> None:
        while self._queue:
            portal = self._queue.popleft()
            if self._stopping:
                self._outcomes[portal.id].fail("interrupted before it began", "ours", by_the_site=False)
            else:
                await self._crawl_portal(portal)
            outcome = self._outcomes[portal.id]
            outcome.finished = outcome.finished or datetime.now(UTC)
            self._tell(outcome)

    async def _crawl_portal(self, portal: Portal) -> None:
        crawler = self.create_crawler(portal.platform)
        crawler.signals.connect(self._opened, signal=signals.spider_opened)
        crawler.signals.connect(self._scraped, signal=signals.item_scraped)
        try:
            await self.crawl(crawler, portal=portal, **self._arguments)
        except Exception as error:  # noqa: BLE001 - one portal must not take the others down; its outcome tells of it
            self._outcomes[portal.id].fail(f"{type(error).__name__}: {error}")

    def _opened(self, spider: PortalSpider) -> None:
        self._outcomes[spider.portal.id] = spider.outcome

    def _scraped(self, spider: PortalSpider) -> None:
        self._tell(spider.outcome)

    def _tell(self, outcome: CrawlOutcome) -> None:
        if self._watch:
            self._watch(outcome)
