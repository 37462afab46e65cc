"""What the spiders of all platforms share: the portal they crawl, the window they look at, the account they give."""

from __future__ import annotations

from collections.abc import AsyncIterator, Iterable, Iterator
from datetime import UTC, date, datetime, time, timedelta
from pathlib import Path
from typing import TYPE_CHECKING, Any, ClassVar, Self

from scrapy import Request, Spider, signals
from scrapy.exceptions import (
    CannotResolveHostError,
    CloseSpider,
    DontCloseSpider,
    DownloadConnectionRefusedError,
)

from crawler.causes import Cause
from crawler.evidence.notes import listing_notes, write_note
from crawler.evidence.places import EvidenceError
from crawler.evidence.writer import user_agent
from crawler.failures import AskedToWaitError, NotAllowedError, explained, kind_of
from crawler.items import Item
from crawler.observation import answers_of
from crawler.outcome import CrawlOutcome
from crawler.page_requests import PageRequests
from crawler.politeness import RobotsMiddleware
from crawler.registry import Portal, load_registry, select_portals
from crawler.relevance import is_relevant, terms_version
from db.address import StoreError
from db.answers import Fetched
from db.frontier import Listed

if TYPE_CHECKING:
    from scrapy.crawler import Crawler
    from twisted.python.failure import Failure

    from crawler.candidates import Candidate, WholeArticle
    from crawler.channels.channel import Channel
    from crawler.evidence.notes import Note
    from crawler.evidence.writer import EvidenceWriter
    from db.portal_frontier import PortalFrontier
    from db.store import Store

ENTERED_AT_ONCE = 1_000
"""Addresses that are entered in one transaction, at the most: a sitemap may list very many."""

MOST_LOOKED_UP = 5_000
"""Listed addresses without a date that are looked up for it in the store, at the end of a crawl."""


class PortalSpider(Spider):
    """Crawls one portal of the registry; a subclass knows one publishing platform and is named as the platform is.

    `channels` are the ways in which the platform lists its articles: where one is closed, the next is tried.

    Arguments, as `-a NAME=VALUE` gives them: `portal` (an id of the registry, or a Portal), `portals` (a registry file
    or folder instead of the bundled one), `since` and `until` (days of the portal's zone, both included), `limit` (the
    newest articles only), `all` (articles of any subject), `again` (ask anew for what is stored). Raises RegistryError
    and ValueError for bad ones. `store` is the open store that articles go to, `evidence` what answers are kept with;
    without them the pipeline opens those of the settings.
    """

    channels: ClassVar[tuple[type[Channel], ...]] = ()

    frontier: PortalFrontier
    """Set by the pipeline, before the first request."""

    evidence: EvidenceWriter
    """What answers are kept with; set by the pipeline where the caller gives none."""

    def __init__(
        self,
        portal: Portal | str = "",
        portals: str | None = None,
        since: date | str | None = None,
        until: date | str | None = None,
        limit: int | str | None = None,
        store: Store | None = None,
        evidence: EvidenceWriter | None = None,
        again: bool | str = False,
        **arguments: Any,
    ) -> None:
        self.take_all = _flag("all", arguments.pop("all", False))
        super().__init__(**arguments)
        if not portal:
            raise ValueError("no portal given; name one of the registry: -a portal=NAME")
        if isinstance(portal, str):
            (portal,) = select_portals(load_registry(Path(portals) if portals else None), [portal])
        self.portal = portal
        self.since = _day("since", since)
        self.until = _day("until", until)
        self.limit = _count("limit", limit)
        self.again = _flag("again", again)
        self.store = store
        if evidence is not None:
            self.evidence = evidence
        self.outcome = CrawlOutcome(portal.id)
        self.pages = PageRequests(self)
        self.is_up_to_date = False
        self.sitemaps_of_robots: tuple[str, ...] = ()
        self._listed: set[str] = set()
        self._left = list(self.channels)
        self._closed: list[str] = []
        self._is_unreachable = False

    @classmethod
    def from_crawler(cls, crawler: Crawler, *args: Any, **kwargs: Any) -> Self:
        """Return the spider, with the portal's delay and the operator's contact in the crawler's settings."""
        spider = super().from_crawler(crawler, *args, **kwargs)
        settings = crawler.settings
        settings.set("USER_AGENT", user_agent(str(settings["MUTASI_CONTACT"])), priority="spider")
        delay = settings.getfloat("DOWNLOAD_DELAY") if spider.portal.delay is None else spider.portal.delay
        for name in ("DOWNLOAD_DELAY", "AUTOTHROTTLE_START_DELAY"):
            settings.set(name, delay, priority="spider")
        crawler.signals.connect(spider.on_error, signal=signals.spider_error)
        crawler.signals.connect(spider.on_idle, signal=signals.spider_idle)
        return spider

    # What is asked for

    async def start(self) -> AsyncIterator[Request]:
        """Ask for what an earlier crawl left, and for the first listing; for nothing where the portal rests."""
        if self.outcome.failure or self.outcome.resting_until:
            return
        if self.is_incremental:  # listings that have not changed will not tell of these again
            self.frontier.judge_anew(None if self.take_all else terms_version(), self._matters)
        await self._read_robots()
        for asked in (*self.pages.more(), *self._open_next()):
            yield asked

    async def _read_robots(self) -> None:
        """Read robots.txt before anything else: it may name the sitemap. What it forbids, the requests run into."""
        middleware = self.crawler.get_downloader_middleware(RobotsMiddleware)
        if middleware is None:
            return
        try:
            self.sitemaps_of_robots = await middleware.sitemaps(Request(self.portal.url))
        except NotAllowedError as error:
            self.logger.info("%s", error)

    def on_idle(self) -> None:
        """Ask for pages that wait; raises DontCloseSpider where there are some."""
        requests = list(self.pages.more())
        for request in requests:
            self.crawler.engine.crawl(request)
        if requests:
            raise DontCloseSpider

    def channel_closed(self, channel: Channel, cause: Cause) -> Iterator[Request]:
        """Go on with the next way in, and say so; the portal has failed where there is none or it cannot be reached."""
        self._closed.append(cause.words)
        if self._left and not self._is_unreachable:
            self.outcome.close_way(channel.title, cause)
            yield from self._open_next()
        else:  # the last way in, often the home page, tells the most of the site
            self.outcome.fail("; ".join(dict.fromkeys(self._closed)), cause.kind)

    def _open_next(self) -> Iterator[Request]:
        channel = self._left.pop(0)(self)
        self.outcome.observed.way = channel.title
        yield from channel.open()

    # What is listed

    def enter(self, candidates: Iterable[Candidate], *, by_date: bool = True) -> Iterator[Request | Item]:
        """Enter what a listing brought: whole articles are handed on, pages that matter are asked for in time.

        `by_date` tells whether the newest articles are on the listing, so that it shows how new they are.
        """
        listed: list[Listed] = []
        whole: list[WholeArticle] = []
        for candidate in candidates:
            if not self.portal.owns(candidate.address):
                continue
            if by_date:
                self.outcome.observed.see(candidate.published)
            url = self.portal.canonical(candidate.address)
            if self.has_enough or not self.first_listing(url) or not self.in_window(candidate.published):
                continue
            if candidate.whole is not None:
                self.outcome.observed.take(candidate.whole.record)
                whole.append(candidate.whole)
            else:
                listed.append(self._judged(candidate, url))
            if len(listed) >= ENTERED_AT_ONCE:
                yield from self._enter_pages(listed)
                listed = []
        if listed:
            yield from self._enter_pages(listed)
        for note in listing_notes(self.portal.id, self.outcome.started, whole):
            self.note(note)
        for article in whole:
            yield Fetched(record=article.record)

    def note(self, note: Note) -> None:
        """Keep what is known of answers beside them; raises CloseSpider where the disk fails."""
        try:
            write_note(self.evidence, note)
        except EvidenceError as error:
            self.outcome.fail(str(error), "ours", by_the_site=False)
            raise CloseSpider(str(error)) from error

    def _enter_pages(self, listed: list[Listed]) -> Iterator[Request]:
        entered = self.frontier.enter(listed, again=self.again)
        self.outcome.irrelevant += entered.irrelevant
        self.outcome.observed.new += entered.new
        if entered.waiting:
            yield from self.pages.more(entered.waiting)

    def ask_again(self, urls: Iterable[str]) -> Iterator[Request]:
        """Ask for pages of stored articles, whether the portal still has them."""
        entered = self.frontier.enter([Listed(url=url, address=url) for url in urls], again=True)
        yield from self.pages.more(entered.waiting)

    def _judged(self, candidate: Candidate, url: str) -> Listed:
        matters = self._matters(candidate.title, url, candidate.excerpt)
        return Listed(
            url=url,
            address=candidate.address,
            title=candidate.title,
            published=candidate.published,
            modified=candidate.modified,
            told=candidate.told,
            judged_by=None if matters else terms_version(),
        )

    def _matters(self, title: str | None, url: str, excerpt: str | None = None) -> bool:
        return self.take_all or is_relevant(title, excerpt, url)

    def is_listed(self, url: str) -> bool:
        """Tell whether this crawl has met the article in a listing."""
        return self.portal.canonical(url) in self._listed

    def first_listing(self, key: str) -> bool:
        """Tell whether the article is listed for the first time in this crawl, and remember it."""
        if key in self._listed:
            return False
        self._listed.add(key)
        return True

    @property
    def listed(self) -> int:
        """How many articles were listed in this crawl."""
        return len(self._listed)

    @property
    def has_enough(self) -> bool:
        """Whether as many articles are listed as the limit asks for."""
        return self.limit is not None and len(self._listed) >= self.limit

    @property
    def is_incremental(self) -> bool:
        """Whether only what is new since the last crawl is wanted: no window, no limit, not everything again."""
        return not (self.since or self.until or self.limit or self.again)

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

    # What came of it

    def on_error(self, failure: Failure) -> None:
        """Enter a fault of the spider itself into the account: Scrapy logs it and would go on as if nothing were."""
        self.outcome.fail(f"the spider failed: {type(failure.value).__name__}: {failure.value}", by_the_site=False)

    def leave_unchanged(self) -> None:
        """Note that a listing is not read, because it is as it was."""
        self.is_up_to_date = True
        self.outcome.observed.unchanged += 1

    def cause(self, failure: Failure) -> Cause:
        """Return why the request failed; raises CloseSpider where the site wants to be left in peace."""
        request: Request = failure.request  # type: ignore[attr-defined]  # Scrapy puts it there
        error = failure.value or RuntimeError("failed without saying why")
        cause = Cause(explained(error, request.url), kind_of(error))
        if isinstance(error, EvidenceError):  # the page itself may be fine, and is asked for again
            raise CloseSpider(cause.words)
        self._is_unreachable = isinstance(error, (CannotResolveHostError, DownloadConnectionRefusedError))
        if isinstance(error, AskedToWaitError):
            self.outcome.fail(cause.words, cause.kind)
            raise CloseSpider(cause.words)
        return cause

    def finish(self, reason: str) -> CrawlOutcome:
        """Close the account; `reason` is Scrapy's. A crawl without a window that listed nothing has failed."""
        outcome = self.outcome
        outcome.finished = datetime.now(UTC)
        if outcome.resting_until:
            return outcome
        if reason == "shutdown":
            outcome.fail("interrupted", "ours", by_the_site=False)
        elif reason != "finished":
            outcome.fail(reason)
        elif not self._listed and not self.is_up_to_date and self.since is None and self.until is None:
            outcome.fail(f"no article found at {self.portal.url}", "empty")
        self._count_missing(reason)
        if outcome.failed and not outcome.stored and not self.is_up_to_date:
            outcome.fail(
                f"not one article could be stored; {outcome.first_cause}", outcome.observed.pages.first_kind or "other"
            )
        self._observe()
        return outcome

    def _observe(self) -> None:
        """Complete what was observed: answers, and when what was listed was published where no listing tells it."""
        observed = self.outcome.observed
        observed.looks_at_today = self.until is None or self.until >= datetime.now(self.portal.zone).date()
        observed.answers = answers_of(self.crawler.stats.get_stats() if self.crawler.stats else {})
        observed.listed = len(self._listed)
        if observed.newest_listed is None and 0 < observed.listed <= MOST_LOOKED_UP:
            try:
                observed.newest_listed, observed.undated = self.frontier.newest_of(self._listed)
            except StoreError as error:
                self.outcome.fail(str(error), "ours", by_the_site=False)

    def _count_missing(self, reason: str) -> None:
        """Count what the portal announced and did not list: a list that gets shorter by itself would go unnoticed."""
        missing = (self.outcome.expected or 0) - len(self._listed)
        if reason == "finished" and self.outcome.succeeded and missing > 0:
            cause = f"{self.portal.url} announces {self.outcome.expected} articles and lists {len(self._listed)}"
            for _ in range(missing):
                self.outcome.lose(cause)


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


def _flag(name: str, value: bool | str) -> bool:
    if isinstance(value, bool):
        return value
    if value not in ("0", "1"):
        raise ValueError(f"{name}: {value!r} is neither 1 nor 0")
    return value == "1"
