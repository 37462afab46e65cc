"""What the spiders of all platforms share: the portal they crawl, the window they look at, the account they give."""

from __future__ import annotations

from datetime import date, datetime, time, timedelta
from importlib.metadata import version
from pathlib import Path
from typing import TYPE_CHECKING, Any, Self

from scrapy import Request, Spider, signals
from scrapy.exceptions import CloseSpider

from crawler.failures import AskedToWaitError, explained
from crawler.outcome import CrawlOutcome
from crawler.registry import Portal, load_registry, select_portals

if TYPE_CHECKING:
    from scrapy.crawler import Crawler
    from twisted.python.failure import Failure

    from db.store import Store


class PortalSpider(Spider):
    """Crawls one portal of the registry; a subclass knows one publishing platform and is named as the platform is.

    Arguments, as `-a NAME=VALUE` gives them: `portal` (an id of the registry, or a Portal), `portals` (a registry file
    or folder instead of the bundled one), `since` and `until` (days of the portal's zone, both included), `limit` (the
    newest articles only). Raises RegistryError and ValueError for bad ones. `store` is the open store that articles go
    to; without one the pipeline opens the store of the settings.
    """

    def __init__(
        self,
        portal: Portal | str = "",
        portals: str | None = None,
        since: date | str | None = None,
        until: date | str | None = None,
        limit: int | str | None = None,
        store: Store | None = None,
        **arguments: Any,
    ) -> None:
        super().__init__(**arguments)
        if not portal:
            raise ValueError("no portal given; name one of the registry: -a portal=NAME")
        if isinstance(portal, str):
            (portal,) = select_portals(load_registry(Path(portals) if portals else None), [portal])
        self.portal = portal
        self.since = _day("since", since)
        self.until = _day("until", until)
        self.limit = _count("limit", limit)
        self.store = store
        self.outcome = CrawlOutcome(portal.id)
        self._listed: set[str] = set()

    @classmethod
    def from_crawler(cls, crawler: Crawler, *args: Any, **kwargs: Any) -> Self:
        """Return the spider, with the portal's delay and the operator's contact in the crawler's settings."""
        spider = super().from_crawler(crawler, *args, **kwargs)
        settings = crawler.settings
        contact = " ".join(str(settings["MUTASI_CONTACT"]).split())
        settings.set("USER_AGENT", f"Mutasi/{version('mutasi')} (+{contact})", priority="spider")
        delay = settings.getfloat("DOWNLOAD_DELAY") if spider.portal.delay is None else spider.portal.delay
        for name in ("DOWNLOAD_DELAY", "AUTOTHROTTLE_START_DELAY"):
            settings.set(name, delay, priority="spider")
        crawler.signals.connect(spider.on_error, signal=signals.spider_error)
        return spider

    def on_error(self, failure: Failure) -> None:
        """Enter a fault of the spider itself into the account: Scrapy logs it and would go on as if nothing were."""
        self.outcome.fail(f"the spider failed: {type(failure.value).__name__}: {failure.value}")

    def finish(self, reason: str) -> CrawlOutcome:
        """Close the account; `reason` is Scrapy's. A crawl without a window that listed nothing has failed."""
        if reason == "shutdown":
            self.outcome.fail("interrupted")
        elif reason != "finished":
            self.outcome.fail(reason)
        elif not self._listed and self.since is None and self.until is None:
            self.outcome.fail(f"no article found at {self.portal.url}")
        self._count_missing(reason)
        if self.outcome.failed and not self.outcome.stored:
            self.outcome.fail(f"not one article could be stored; {self.outcome.first_cause}")
        return self.outcome

    def _count_missing(self, reason: str) -> None:
        """Count what the portal announced and did not list: a list that gets shorter by itself would go unnoticed."""
        missing = (self.outcome.expected or 0) - len(self._listed)
        if reason == "finished" and self.outcome.succeeded and missing > 0:
            cause = f"{self.portal.url} announces {self.outcome.expected} articles and lists {len(self._listed)}"
            for _ in range(missing):
                self.outcome.lose(cause)

    def first_listing(self, key: str) -> bool:
        """Tell whether the article is listed for the first time in this crawl, and remember it."""
        if key in self._listed:
            return False
        self._listed.add(key)
        return True

    @property
    def has_enough(self) -> bool:
        """Whether as many articles are listed as the limit asks for."""
        return self.limit is not None and len(self._listed) >= self.limit

    @property
    def window(self) -> tuple[datetime | None, datetime | None]:
        """The first moment that is wanted and the first that no longer is, in the portal's zone."""
        zone = self.portal.zone
        start = datetime.combine(self.since, time.min, zone) if self.since else None
        end = datetime.combine(self.until + timedelta(days=1), time.min, zone) if self.until else None
        return start, end

    def in_window(self, published: datetime | None) -> bool:
        """Tell whether the article is wanted; one without a date is."""
        start, end = self.window
        if published is None:
            return True
        return (start is None or published >= start) and (end is None or published < end)

    def cause(self, failure: Failure) -> str:
        """Return why the request failed; raises CloseSpider where the site wants to be left in peace."""
        request: Request = failure.request  # type: ignore[attr-defined]  # Scrapy puts it there
        error = failure.value or RuntimeError("failed without saying why")
        cause = explained(error, request.url)
        if isinstance(error, AskedToWaitError):
            raise CloseSpider(cause)
        return cause


def _day(name: str, value: date | str | None) -> date | None:
    if not isinstance(value, str):
        return value
    try:
        return date.fromisoformat(value)
    except ValueError as error:
        raise ValueError(f"{name}: {value!r} is no day; expected YYYY-MM-DD") from error


def _count(name: str, value: int | str | None) -> int | None:
    if value is None:
        return None
    if not str(value).isdigit() or int(value) < 1:
        raise ValueError(f"{name}: {value!r} is no count; expected 1 or more")
    return int(value)
