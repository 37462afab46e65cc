"""Asks for the pages of articles that wait in the frontier, and makes articles of the answers."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from functools import partial
from typing import TYPE_CHECKING

from scrapy import Request

from crawler.article_page import ArticlePage, parse_article_page
from crawler.channels.channel import header, is_missing, status_of, validators
from crawler.charset import text_of
from crawler.failures import Cause
from crawler.items import Item
from crawler.refusals import Refusals, speaks_of_another
from crawler.selectors import selectors_on
from crawler.wordpress_typing import as_typed
from db.articles import ArticleRecord
from db.frontier import Claim, Failed, Fetched, Gone, Unchanged

if TYPE_CHECKING:
    from scrapy.http import Response
    from twisted.python.failure import Failure

    from crawler.spiders.portal import PortalSpider

Yielded = Iterator[Request | Item]

CLAIMED_AT_LEAST = 8
"""Pages that are claimed ahead, so that one is always ready to be asked for when the site's pause is over."""


class PageRequests:
    """The requests for article pages of one crawl.

    `open` are claimed and not settled yet; `oldest` is when the oldest article that was had was published.
    """

    def __init__(self, spider: PortalSpider) -> None:
        self.spider = spider
        self.open = 0
        self.oldest: datetime | None = None
        self._claimed = 0
        self._is_dry = False
        self._refusals = Refusals()

    def more(self, waiting: int = 0) -> Iterator[Request]:
        """Claim what waits, as far as there is room; `waiting` addresses have come in since the last time."""
        if waiting:
            self._is_dry = False
        settings = self.spider.settings
        most = max(CLAIMED_AT_LEAST, 4 * settings.getint("CONCURRENT_REQUESTS_PER_DOMAIN"))
        if self._is_dry or self.open > most // 2:
            return
        count = most - self.open
        if self.spider.limit is not None:
            count = min(count, self.spider.limit - self._claimed)
        if count <= 0:
            return
        each = timedelta(seconds=settings.getfloat("DOWNLOAD_DELAY") + settings.getfloat("DOWNLOAD_TIMEOUT"))
        claims = self.spider.frontier.claim(count, each)
        self._is_dry = len(claims) < count
        self._claimed += len(claims)
        self.open += len(claims)
        for claim in claims:
            yield Request(
                claim.address,
                headers=validators(claim.etag, claim.last_modified) if claim.is_stored else {},
                callback=self.parse,
                errback=self.failed,
                cb_kwargs={"claim": claim},
            )

    def parse(self, response: Response, claim: Claim) -> Yielded:
        """Make an article of its page, and of its further pages where it is split."""
        text = text_of(response)
        page = self._page_of(response, text, claim.published)
        if page is None or not page.text:
            yield from self._lost(claim, Cause(f"{response.url} has no article text", "unreadable"))
            return
        refusal = self._refusals.of(page, claim.address, response.url)
        if refusal:
            yield from self._lost(claim, Cause(refusal, "unreadable"))
            return
        fetched = Fetched(
            record=self._article(page, claim, response.url, text),
            claim=claim,
            etag=header(response, "ETag"),
            last_modified=header(response, "Last-Modified"),
        )
        if page.whole_page and self.spider.portal.owns(page.whole_page):
            yield self._further_request(page.whole_page, fetched, [], is_whole=True)
        else:
            yield from self._with_rest(fetched, [url for url in page.more_pages if self.spider.portal.owns(url)])

    def parse_further(self, response: Response, fetched: Fetched, rest: list[str], is_whole: bool) -> Yielded:
        """Append the text of one further page of a split article, or take that of the page that shows all."""
        page = self._page_of(response, text_of(response), fetched.record.published)
        if page is None or not page.text:
            yield from self._broken_off(fetched, Cause(f"{response.url} has no article text", "unreadable"))
            return
        text = page.text if is_whole else f"{fetched.record.text}\n\n{page.text}"
        yield from self._with_rest(replace(fetched, record=replace(fetched.record, text=text)), rest)

    def failed(self, failure: Failure) -> Yielded:
        """Settle a page that could not be had: as it was (304), gone, or to be tried again later."""
        claim: Claim = failure.request.cb_kwargs["claim"]  # type: ignore[attr-defined]
        if status_of(failure) == 304:
            yield from self._settled(Unchanged(claim=claim))
        elif is_missing(failure):
            cause = self.spider.cause(failure)
            self.spider.outcome.observed.lose_page(cause)
            yield from self._settled(Gone(claim=claim, reason=cause.words))
        else:
            yield from self._lost(claim, self.spider.cause(failure))

    def further_failed(self, failure: Failure) -> Yielded:
        """Settle an article one of whose further pages could not be had."""
        fetched: Fetched = failure.request.cb_kwargs["fetched"]  # type: ignore[attr-defined]
        yield from self._broken_off(fetched, self.spider.cause(failure))

    def _with_rest(self, fetched: Fetched, rest: list[str]) -> Yielded:
        if rest:
            yield self._further_request(rest[0], fetched, rest[1:], is_whole=False)
        else:
            self.spider.outcome.observed.take_page(fetched.record)
            yield from self._settled(fetched)

    def _further_request(self, address: str, fetched: Fetched, rest: list[str], *, is_whole: bool) -> Request:
        return Request(
            address,
            callback=self.parse_further,
            errback=self.further_failed,
            cb_kwargs={"fetched": fetched, "rest": rest, "is_whole": is_whole},
        )

    def _broken_off(self, fetched: Fetched, cause: Cause) -> Yielded:
        if fetched.claim is None:
            raise RuntimeError("only pages that were claimed are asked for")
        yield from self._lost(fetched.claim, cause)

    def _lost(self, claim: Claim, cause: Cause) -> Yielded:
        self.spider.outcome.observed.lose_page(cause)
        yield from self._settled(Failed(claim=claim, reason=cause.words))

    def _settled(self, answer: Item) -> Yielded:
        self.open -= 1
        yield answer
        yield from self.more()

    def _page_of(self, response: Response, text: str | None, published: datetime | None) -> ArticlePage | None:
        """Return what the page tells, read with the portal's selectors that held on the day it was published."""
        if text is None:
            return None
        portal = self.spider.portal
        read = partial(parse_article_page, as_typed(text), response.url, portal.zone, newline_is_break=True)
        if not portal.selectors:
            return read()
        moment = published or read().published
        day = moment.astimezone(portal.zone).date() if moment else None
        return read(selectors=selectors_on(portal.selectors, day))

    def _article(self, page: ArticlePage, claim: Claim, answered: str, source: str | None) -> ArticleRecord:
        """Return the article; what its listing told and the page does not tell holds."""
        portal = self.spider.portal
        canonical = portal.canonical(page.url) if portal.owns(page.url) else claim.url
        section = f"{canonical.rstrip('/')}/"
        if claim.url != section and claim.url.startswith(section):
            canonical = claim.url  # all pages of some sites name their section
        own = portal.canonical(answered)
        if canonical not in (own, claim.url) and speaks_of_another(canonical, own, page.title):
            canonical = own  # or one article for all
        zone, told = portal.zone, claim.told
        published = page.published or claim.published
        self.oldest = min(filter(None, (self.oldest, published)), default=None)
        return ArticleRecord(
            portal=portal.id,
            url=canonical,
            title=page.title or claim.title or "",
            published=published.astimezone(zone) if published else None,
            modified=page.modified or claim.modified,
            source_id=told.get("source_id"),
            author=page.author or told.get("author"),
            section=page.section or told.get("section"),
            tags=page.tags or tuple(told.get("tags", ())),
            image_url=page.image_url or told.get("image_url"),
            text=page.text,
            raw=source,
            fetched_at=datetime.now(UTC),
        )
