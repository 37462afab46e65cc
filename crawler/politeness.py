"""What keeps a crawl within what a site allows: its own hosts, its robots.txt, its pauses.

Every request of a portal goes through one download slot, named by the portal, so that one delay and one connection hold
for `www.` and the bare host together.
"""

from __future__ import annotations

import asyncio
import logging
from datetime import UTC, datetime
from email.utils import parsedate_to_datetime
from time import monotonic
from typing import TYPE_CHECKING, Self, cast
from urllib.parse import urlsplit

from scrapy import Request, signals
from scrapy.downloadermiddlewares.retry import RetryMiddleware
from scrapy.downloadermiddlewares.robotstxt import RobotsTxtMiddleware
from scrapy.exceptions import CannotResolveHostError, IgnoreRequest
from scrapy.extensions.throttle import AutoThrottle
from scrapy.http import Response
from scrapy.http.request import NO_CALLBACK
from scrapy.robotstxt import ProtegoRobotParser, RobotParser
from scrapy.utils.defer import maybe_deferred_to_future
from twisted.internet.error import DNSLookupError

from crawler.causes import Cause, kind_of_status
from crawler.failures import AskedToWaitError, NotAllowedError, explained, kind_of, shown
from crawler.site import address_permitted

if TYPE_CHECKING:
    from scrapy.crawler import Crawler
    from twisted.internet.base import ReactorBase

    from crawler.spiders.portal import PortalSpider

logger = logging.getLogger(__name__)

PAUSING_STATUSES = frozenset({429, 503})
"""Statuses that ask for a pause, with Retry-After or without."""

_LONGEST_ROBOTS = 512 * 1024
"""Bytes of a robots.txt that are read: what RFC 9309 (2.5) asks a crawler to read at the least."""


class _Middleware:
    def __init__(self, crawler: Crawler) -> None:
        self.crawler = crawler

    @classmethod
    def from_crawler(cls, crawler: Crawler) -> Self:
        return cls(crawler)

    @property
    def spider(self) -> PortalSpider:
        return cast("PortalSpider", self.crawler.spider)


class PortalHostsMiddleware(_Middleware):
    """Lets requests through to the portal's own hosts only, redirects and retries included."""

    def process_request(self, request: Request) -> None:
        """Put the request into the portal's slot; raise NotAllowedError where it leads elsewhere."""
        portal = self.spider.portal
        if not portal.owns(request.url):
            parts = urlsplit(request.url)
            came_from = request.meta.get("redirect_urls")
            if came_from:
                raise NotAllowedError(
                    f"{shown(came_from[-1])} redirects to {parts.netloc}, which is not {portal.netloc}"
                )
            raise NotAllowedError(f"{shown(request.url)} is not on {portal.netloc}")
        request.meta["download_slot"] = portal.id


class PublicAddressMiddleware(_Middleware):
    """Refuses a host name that resolves to a private address, so that no portal leads into the operator's network."""

    async def process_request(self, request: Request) -> None:
        """Raise NotAllowedError for an address that is not public, CannotResolveHostError for a name without any."""
        if request.meta.get("proxy"):
            return
        from twisted.internet import reactor

        host = urlsplit(request.url).hostname or ""
        try:
            # Scrapy's resolver keeps the answer, so that the connection goes to the address judged here.
            address = await maybe_deferred_to_future(cast("ReactorBase", reactor).resolve(host))
        except (DNSLookupError, OSError) as error:
            raise CannotResolveHostError(str(error)) from error
        if not address_permitted(address, self.spider.portal.loopback):
            raise NotAllowedError(f"{host} resolves to {address}, which is not on the public internet")


class RobotsMiddleware(RobotsTxtMiddleware):
    """Obeys robots.txt as RFC 9309 has it: unavailable (4xx) allows all, unreachable (5xx, no answer) disallows all."""

    async def robot_parser(self, request: Request) -> RobotParser | None:
        """Return the rules of the request's host, read once a crawl; raise NotAllowedError where none can be had."""
        parts = urlsplit(request.url)
        address = f"{parts.scheme}://{parts.netloc}/robots.txt"  # its rules hold for this scheme only (RFC 9309, 2.3)
        if address not in self._rules:
            self._rules[address] = asyncio.ensure_future(self._read(address, request))
        rules = await self._rules[address]
        if isinstance(rules, Cause):
            raise NotAllowedError(rules.words, rules.kind)
        return rules

    async def sitemaps(self, request: Request) -> tuple[str, ...]:
        """Return the sitemaps that robots.txt of the request's host names; raise NotAllowedError as `robot_parser`."""
        rules = await self.robot_parser(request)
        return tuple(rules.rp.sitemaps) if isinstance(rules, ProtegoRobotParser) else ()

    def __init__(self, crawler: Crawler) -> None:
        super().__init__(crawler)
        self._rules: dict[str, asyncio.Future[RobotParser | Cause]] = {}

    def process_request_2(self, rp: RobotParser | None, request: Request) -> None:
        """Raise NotAllowedError, naming the address, where the rules do not allow it."""
        try:
            super().process_request_2(rp, request)
        except IgnoreRequest as error:
            raise NotAllowedError(f"robots.txt disallows {shown(request.url)}", "robots") from error

    async def _read(self, url: str, request: Request) -> RobotParser | Cause:
        robots = Request(url, priority=self.DOWNLOAD_PRIORITY, meta={"dont_obey_robotstxt": True}, callback=NO_CALLBACK)
        try:
            response = await self.crawler.engine.download_async(robots)
        except Exception as error:  # noqa: BLE001 - whatever kept the rules from us, without them nothing is asked
            return Cause(explained(error, url), kind_of(error))
        if response.status >= 500 or response.status == 429:
            cause = f"{url} answers {response.status}; without its rules nothing may be asked (RFC 9309)"
            return Cause(cause, kind_of_status(response.status))
        body = response.body if response.status == 200 else b""
        rules = ProtegoRobotParser.from_crawler(self.crawler, body[:_LONGEST_ROBOTS])
        delay = rules.crawl_delay(self.crawler.settings["ROBOTSTXT_USER_AGENT"]) or 0.0
        most = self.crawler.settings.getfloat("CRAWL_DELAY_MAX")
        if not delay <= most:  # `nan` neither
            return Cause(f"{url} asks for {delay:g} s between requests (we keep {most:g} s at most)", "robots")
        await self.crawler.signals.send_catch_log_async(
            signal=signals.robots_parsed, robotparser=rules, request=request
        )
        return rules


class PatientRetryMiddleware(RetryMiddleware):
    """Retries as Scrapy does, and gives up where the site asks for a longer pause than a crawl waits.

    The pause itself is kept by SiteWishes, which holds the whole slot and not this one request.
    """

    def process_response(self, request: Request, response: Response) -> Request | Response:  # type: ignore[override]
        """Return the request again for a passing failure, else the response; raise AskedToWaitError for a long wait."""
        most = self.crawler.settings.getfloat("RETRY_AFTER_MAX")
        wait = asked_pause(response)
        if wait is not None and wait > most:
            asked = f"answers {response.status} and asks to wait {wait:.0f} s (we wait {most:.0f} s at most)"
            raise AskedToWaitError(f"{shown(request.url)} {asked}", response.status)
        return super().process_response(request, response)


class SiteWishes:
    """Holds a portal's slot as long as the site asks: Retry-After, Crawl-delay, and a growing pause after failures."""

    def __init__(self, crawler: Crawler) -> None:
        self.crawler = crawler
        crawler.signals.connect(self.response_downloaded, signal=signals.response_downloaded)
        crawler.signals.connect(self.robots_parsed, signal=signals.robots_parsed)

    @classmethod
    def from_crawler(cls, crawler: Crawler) -> Self:
        """Return the extension, listening."""
        return cls(crawler)

    def response_downloaded(self, response: Response, request: Request) -> None:
        """Hold the slot, before the next request in it can start: for the delay, and after a refusal for longer."""
        slot = self.crawler.engine.downloader.slots[request.meta["download_slot"]]
        # Scrapy counts the delay from when it let the last request go, which a busy loop may send, or a site read, much
        # later; counted from the answer, no two requests can arrive closer together than the delay.
        slot.lastseen = monotonic()
        pause = asked_pause(response)
        if pause is None and (response.status in PAUSING_STATUSES or response.status >= 500):
            pause = float(2 ** (1 + request.meta.get("retry_times", 0))) * self.crawler.settings.getfloat(
                "DOWNLOAD_DELAY"
            )
        if not pause:
            return
        # A request starts `delay` after `lastseen` at the earliest: moving that into the future holds the whole slot.
        held_until = monotonic() + min(pause, self.crawler.settings.getfloat("RETRY_AFTER_MAX"))
        slot.lastseen = max(slot.lastseen, held_until - slot.delay)

    def robots_parsed(self, robotparser: RobotParser, request: Request) -> None:
        """Keep the Crawl-delay of robots.txt where it is longer than ours."""
        agent = self.crawler.settings["ROBOTSTXT_USER_AGENT"]
        wanted = robotparser.crawl_delay(agent) or 0.0
        throttle = self.crawler.get_extension(AutoThrottle)
        if throttle is None or wanted <= throttle.mindelay:
            return
        logger.info("robots.txt of %s asks for %g s between requests", urlsplit(request.url).netloc, wanted)
        throttle.mindelay = wanted
        throttle.maxdelay = max(throttle.maxdelay, wanted)
        for slot in self.crawler.engine.downloader.slots.values():
            slot.delay = max(slot.delay, wanted)


def asked_pause(response: Response) -> float | None:
    """Return the seconds that a 429 or 503 asks for by Retry-After: seconds or a date (RFC 9110, 10.2.3)."""
    if response.status not in PAUSING_STATUSES:
        return None
    header = (response.headers.get("Retry-After") or b"").decode("latin-1").strip()
    if header.isascii() and header.isdigit():
        return float(header[:9])
    try:
        moment = parsedate_to_datetime(header)
    except (ValueError, OverflowError):
        return None
    if moment.tzinfo is None:
        moment = moment.replace(tzinfo=UTC)
    return max(0.0, (moment - datetime.now(UTC)).total_seconds())
