"""Asks for the pages of articles that wait in the frontier, and makes articles of the answers."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from datetime import datetime, timedelta
from typing import TYPE_CHECKING, Any

from scrapy import Request

from crawler.causes import Cause
from crawler.channels.channel import header, is_missing, status_of, validators
from crawler.evidence.middleware import kept_of
from crawler.evidence.notes import GoneNote, PageNote
from crawler.items import Item
from crawler.page_articles import NoArticleError, article_of_page, with_further_page
from crawler.refusals import Refusals
from db.answers import Failed, Fetched, Gone, Unchanged
from db.frontier import Claim, Listed

if TYPE_CHECKING:
    from scrapy.http import Response
    from twisted.python.failure import Failure

    from crawler.spiders.portal import PortalSpider
    from db.articles import KeptRecord

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
        kept, portal = kept_of(response), self.spider.portal
        try:
            article, page = article_of_page(response, _listed(claim), portal, self._refusals, kept)
        except NoArticleError as error:
            self._note(claim, (kept.record,))  # a better reader may find one
            yield from self._lost(claim, Cause(str(error), "unreadable"))
            return
        self.oldest = min(filter(None, (self.oldest, article.published)), default=None)
        fetched = Fetched(
            record=article,
            claim=claim,
            etag=header(response, "ETag"),
            last_modified=header(response, "Last-Modified"),
        )
        if page.whole_page and portal.owns(page.whole_page):
            yield self._further_request(page.whole_page, fetched, [], is_whole=True)
        else:
            yield from self._with_rest(fetched, [url for url in page.more_pages if portal.owns(url)], is_whole=False)

    def parse_further(self, response: Response, fetched: Fetched, rest: list[str], is_whole: bool) -> Yielded:
        """Append the text of one further page of a split article, or take that of the page that shows all."""
        try:
            article = with_further_page(
                fetched.record, response, self.spider.portal, kept_of(response), is_whole=is_whole
            )
        except NoArticleError as error:
            yield from self._broken_off(fetched, Cause(str(error), "unreadable"))
            return
        yield from self._with_rest(replace(fetched, record=article), rest, is_whole=is_whole)

    def failed(self, failure: Failure) -> Yielded:
        """Settle a page that could not be had: as it was (304), gone, or to be tried again later."""
        claim: Claim = failure.request.cb_kwargs["claim"]  # type: ignore[attr-defined]
        if status_of(failure) == 304:
            yield from self._settled(Unchanged(claim=claim))
        elif is_missing(failure):
            cause = self.spider.cause(failure)
            self.spider.outcome.observed.lose_page(cause)
            kept = kept_of(failure.value.response)  # type: ignore[union-attr]  # an address that is missing was answered
            self.spider.note(GoneNote(**self._about(), url=claim.url, records=(kept.record,)))
            yield from self._settled(Gone(claim=claim, reason=cause.words, moment=kept.moment))
        else:
            yield from self._lost(claim, self.spider.cause(failure))

    def further_failed(self, failure: Failure) -> Yielded:
        """Settle an article one of whose further pages could not be had."""
        fetched: Fetched = failure.request.cb_kwargs["fetched"]  # type: ignore[attr-defined]
        yield from self._broken_off(fetched, self.spider.cause(failure))

    def _with_rest(self, fetched: Fetched, rest: list[str], *, is_whole: bool) -> Yielded:
        if rest:
            yield self._further_request(rest[0], fetched, rest[1:], is_whole=False)
        else:
            self.spider.outcome.observed.take_page(fetched.record)
            self._note(_claimed(fetched), fetched.record.warc_records, is_whole=is_whole)
            yield from self._settled(fetched)

    def _further_request(self, address: str, fetched: Fetched, rest: list[str], *, is_whole: bool) -> Request:
        return Request(
            address,
            callback=self.parse_further,
            errback=self.further_failed,
            cb_kwargs={"fetched": fetched, "rest": rest, "is_whole": is_whole},
        )

    def _broken_off(self, fetched: Fetched, cause: Cause) -> Yielded:
        yield from self._lost(_claimed(fetched), cause)

    def _lost(self, claim: Claim, cause: Cause) -> Yielded:
        self.spider.outcome.observed.lose_page(cause)
        yield from self._settled(Failed(claim=claim, reason=cause.words))

    def _settled(self, answer: Item) -> Yielded:
        self.open -= 1
        yield answer
        yield from self.more()

    def _note(self, claim: Claim, records: tuple[KeptRecord, ...], *, is_whole: bool = False) -> None:
        """Note for what the pages were had, before the answer is settled."""
        self.spider.note(
            PageNote(
                **self._about(),
                url=claim.url,
                address=claim.address,
                title=claim.title,
                published=claim.published,
                modified=claim.modified,
                told=dict(claim.told),
                records=records,
                is_whole=is_whole,
            )
        )

    def _about(self) -> dict[str, Any]:
        """Return what every note of this crawl says."""
        return {"portal": self.spider.portal.id, "crawl": self.spider.outcome.started}


def _claimed(fetched: Fetched) -> Claim:
    if fetched.claim is None:
        raise RuntimeError("only pages that were claimed are asked for")
    return fetched.claim


def _listed(claim: Claim) -> Listed:
    return Listed(
        url=claim.url,
        address=claim.address,
        title=claim.title,
        published=claim.published,
        modified=claim.modified,
        told=claim.told,
    )
