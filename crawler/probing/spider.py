"""The Scrapy crawl that a probe is: a spider that asks what its course wants to know, one question after the other."""

from __future__ import annotations

from collections.abc import AsyncIterator, Sequence
from importlib.metadata import version
from typing import TYPE_CHECKING, Any, Self

from scrapy import Request, Spider
from scrapy.crawler import AsyncCrawlerProcess
from scrapy.robotstxt import ProtegoRobotParser
from scrapy.settings import Settings

from crawler.failures import NotAllowedError
from crawler.politeness import RobotsMiddleware
from crawler.probing.asking import Asker, Watcher
from crawler.probing.course import LOCAL_DELAY, Course
from crawler.probing.findings import Findings, Regions, Robots, Verdict
from crawler.registry import MINIMUM_DELAY
from crawler.settings import DOWNLOADER_MIDDLEWARES

if TYPE_CHECKING:
    from scrapy.crawler import Crawler

    from crawler.site import Site

_AI_AGENTS = ("GPTBot", "ClaudeBot", "Google-Extended", "CCBot", "PerplexityBot", "Bytespider", "Applebot-Extended")
"""Crawlers of AI that sites name in robots.txt; whether a site bars them is told to the operator."""

_SETTINGS: dict[str, Any] = {
    "DOWNLOAD_TIMEOUT": 20,
    "RETRY_TIMES": 1,
    "AUTOTHROTTLE_MAX_DELAY": 10.0,
    "ITEM_PIPELINES": {},
    "DOWNLOADER_MIDDLEWARES": {**DOWNLOADER_MIDDLEWARES, "crawler.evidence.middleware.EvidenceMiddleware": None},
    "LOG_INSTALL_ROOT_HANDLER": False,
    "LOG_LEVEL": "ERROR",
}
"""Where a probe differs from a crawl: it waits less long for one answer, and stores and keeps nothing."""


class ProbeSpider(Spider):
    """Probes one site, which a user may mean by any of `homes`; `verdict` is what came of it."""

    name = "probe"

    def __init__(self, homes: Sequence[Site], asked: str, regions: Regions | None, watch: Watcher | None) -> None:
        super().__init__()
        self.portal = homes[0]
        self.verdict: Verdict | None = None
        self._homes = homes
        self._asked = asked
        self._regions = regions
        self._watch = watch

    @classmethod
    def from_crawler(cls, crawler: Crawler, *args: Any, **kwargs: Any) -> Self:
        """Return the spider, with the user agent of a crawl and the pause that is due to the site."""
        spider = super().from_crawler(crawler, *args, **kwargs)
        settings = crawler.settings
        contact = " ".join(str(settings["MUTASI_CONTACT"]).split())
        settings.set("USER_AGENT", f"Mutasi/{version('mutasi')} (+{contact})", priority="spider")
        delay = LOCAL_DELAY if spider.portal.loopback else MINIMUM_DELAY
        for name in ("DOWNLOAD_DELAY", "AUTOTHROTTLE_START_DELAY"):
            settings.set(name, delay, priority="spider")
        return spider

    async def start(self) -> AsyncIterator[Request]:
        """Walk the course of the probe, for the other scheme too where nothing answers at the first."""
        ask = Asker(self.crawler, self._watch)
        for home in self._homes:
            self.portal = home
            ask.hangup = ""
            course = Course(ask, home, self._asked, self._robots)
            verdict = await course.run(self._regions)
            if course.is_there or self.verdict is None:
                self.verdict = verdict  # where nothing answers at all, what was tried first is told
            if course.is_there:
                break
        self.verdict = ask.accounted(self.verdict) if self.verdict else None
        requests: tuple[Request, ...] = ()  # Scrapy wants a generator of them; all has been asked
        for request in requests:
            yield request

    async def _robots(self, url: str) -> Robots:
        """Return what robots.txt of the address says to us."""
        middleware = self.crawler.get_downloader_middleware(RobotsMiddleware)
        if middleware is None:
            return Robots()
        try:
            rules = await middleware.robot_parser(Request(url))
        except NotAllowedError:
            return Robots()
        if not isinstance(rules, ProtegoRobotParser):
            return Robots()
        own = self.settings["ROBOTSTXT_USER_AGENT"]
        return Robots(
            sitemaps=tuple(dict.fromkeys(rules.rp.sitemaps)),
            delay=rules.crawl_delay(own),
            barred_agents=tuple(one for one in _AI_AGENTS if not rules.allowed(url, one)),
        )


def probe_settings() -> Settings:
    """Return the settings of a crawl, as a probe has them."""
    settings = Settings()
    settings.setmodule("crawler.settings", priority="project")
    for name, value in _SETTINGS.items():
        settings.set(name, value, priority="cmdline")
    return settings


def probe_site(
    homes: Sequence[Site], asked: str, regions: Regions | None = None, *, watch: Watcher | None = None
) -> Verdict:
    """Probe the site that a user means by `asked` (its possible `homes`) and return what came of it.

    `regions` are those that are known, else they are inferred; `watch` is told every address that is asked for. Runs
    the reactor, so it can be called once in a process.
    """
    process = AsyncCrawlerProcess(probe_settings())
    crawler = process.create_crawler(ProbeSpider)
    process.crawl(crawler, homes=homes, asked=asked, regions=regions, watch=watch)
    process.start()
    spider = crawler.spider
    if not isinstance(spider, ProbeSpider) or spider.verdict is None:
        return Verdict(Findings(asked, homes[0].url), "probe terhenti sebelum selesai (the probe was interrupted)")
    return spider.verdict
