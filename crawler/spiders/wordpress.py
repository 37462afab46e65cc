"""Portals published with WordPress: its REST API, which gives whole posts by the hundred, else its feed and pages."""

from __future__ import annotations

from collections.abc import AsyncIterator, Iterator
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from typing import TYPE_CHECKING, Any
from urllib.parse import urlencode, urljoin

from scrapy import Request
from scrapy.http import Response, TextResponse
from scrapy.spidermiddlewares.httperror import HttpError

from crawler.article_page import ArticlePage, parse_article_page
from crawler.failures import NotAllowedError, shown
from crawler.selectors import selectors_on
from crawler.spiders.portal import PortalSpider
from crawler.wordpress_feed import FeedEntry, read_feed
from crawler.wordpress_rest import POST_EMBEDS, POST_FIELDS, PostError, article_of_post, read_posts
from crawler.wordpress_typing import as_typed
from db.articles import ArticleRecord

if TYPE_CHECKING:
    from twisted.python.failure import Failure

Articles = dict[str, ArticleRecord]
Yielded = Iterator[Request | ArticleRecord]

PRETTY, PLAIN = "wp-json/wp/v2/posts", "?rest_route=/wp/v2/posts"
"""The API's two addresses: with pretty permalinks, and without."""

FEED_WITH_PERMALINKS, FEED_WITHOUT = "feed/", "?feed=rss2"

LARGEST_PAGE, SMALLER_PAGE = 100, 20
"""Posts a request: WordPress gives no more than 100; a weak server that fails on these is asked for fewer."""

MOST_PARTS = 20
"""Parts of a split post that are asked for, at the most."""

MOST_FAILED_PAGES = 3
"""Pages of posts in a row that may fail before the rest of the list is given up."""


class WordPressSpider(PortalSpider):
    """Lists the posts newest first and yields an ArticleRecord for each.

    A REST API that is closed (401, 403, disallowed), missing (404) or something else (no JSON) leads to the feed; a
    feed that brings summaries leads to the article pages.
    """

    name = "wordpress"

    _failed_pages = 0

    async def start(self) -> AsyncIterator[Request]:
        """Ask for the first page of the API."""
        yield self._posts_request(PRETTY, 1, min(self.limit or LARGEST_PAGE, LARGEST_PAGE))

    # The REST API

    def parse_posts(self, response: Response, route: str, page: int, size: int) -> Yielded:
        """Read one page of posts and ask for the next."""
        posts = read_posts(response.text) if isinstance(response, TextResponse) else None
        if posts is None:
            yield from self._without_posts(f"{shown(response.url)} gives no posts", route, page, size, is_missing=True)
            return
        self._failed_pages = 0
        self._expect(response)
        fetched_at = datetime.now(UTC)
        for post in posts:
            if self.has_enough:
                return
            if self.first_listing(str(post["id"])):
                yield from self._from_post(post, fetched_at)
        pages = _number(response, "X-WP-TotalPages")
        if not self.has_enough and (page < pages if pages is not None else len(posts) == size):
            yield self._posts_request(route, page + 1, size)

    def posts_failed(self, failure: Failure) -> Yielded:
        """Decide what a refused or failed page of posts means."""
        cause = self.cause(failure)
        route, page, size = (failure.request.cb_kwargs[name] for name in ("route", "page", "size"))  # type: ignore[attr-defined]
        status = failure.value.response.status if isinstance(failure.value, HttpError) else None
        if status == 400 and page > 1:
            return  # the page after the last, where the total was not told
        is_too_much = status is None or status >= 500
        if is_too_much and size > SMALLER_PAGE and not isinstance(failure.value, NotAllowedError):
            yield self._posts_request(route, (page - 1) * (size // SMALLER_PAGE) + 1, SMALLER_PAGE)
            return
        yield from self._without_posts(cause, route, page, size, is_missing=status == 404)

    def _posts_request(self, route: str, page: int, size: int) -> Request:
        start, end = self.window
        query: dict[str, str | int] = {"per_page": size, "page": page, "orderby": "date", "order": "desc"}
        if start:  # `after` is exclusive
            query["after"] = (start - timedelta(seconds=1)).isoformat()
        if end:
            query["before"] = end.isoformat()
        query |= {"_fields": POST_FIELDS, "_embed": POST_EMBEDS}
        address = urljoin(self.portal.url, route)
        return Request(
            f"{address}{'&' if '?' in address else '?'}{urlencode(query, safe=',:/')}",
            callback=self.parse_posts,
            errback=self.posts_failed,
            cb_kwargs={"route": route, "page": page, "size": size},
        )

    def _without_posts(self, cause: str, route: str, page: int, size: int, *, is_missing: bool) -> Yielded:
        if page > 1 or self._listed:
            self.outcome.fail(f"the list of posts breaks off: {cause}")
            yield from self._beyond_the_gap(route, page, size)
        elif route == PRETTY and is_missing:
            yield self._posts_request(PLAIN, 1, min(self.limit or LARGEST_PAGE, LARGEST_PAGE))
        else:
            self.logger.info("no REST API (%s), reading the feed", cause)
            yield self._feed_request(FEED_WITH_PERMALINKS, 1, cause)

    def _beyond_the_gap(self, route: str, page: int, size: int) -> Yielded:
        """Go on with the page after one that cannot be had, unless one after the other fails."""
        self._failed_pages += 1
        if self._failed_pages < MOST_FAILED_PAGES and page * size < (self.outcome.expected or 0):
            yield self._posts_request(route, page + 1, size)

    def _expect(self, response: Response) -> None:
        total = _number(response, "X-WP-Total")
        if total is not None:
            # The least that was ever announced: what is published during the crawl comes before the first page.
            self.outcome.expected = min(total, self.limit or total, self.outcome.expected or total)

    def _from_post(self, post: dict[str, Any], fetched_at: datetime) -> Yielded:
        try:
            article = article_of_post(post, self.portal.id, self.portal.zone, fetched_at)
        except PostError as error:
            self.outcome.lose(str(error))
            return
        if not self.in_window(article.published):
            return
        if article.text:
            yield article
        else:
            yield self._page_request(article)

    # The feed

    def parse_feed(self, response: Response, route: str, page: int, rest_cause: str) -> Yielded:
        """Read one page of the feed and ask for the next, until a page brings nothing new."""
        entries = read_feed(response.text, self.portal.zone) if isinstance(response, TextResponse) else None
        if entries is None:
            self._without_feed(f"{response.url} gives no feed", page, rest_cause)
            return
        fetched_at = datetime.now(UTC)
        fresh = [entry for entry in entries if self.first_listing_within_limit(entry.url)]
        whole: dict[str, ArticleRecord] = {}
        for entry in fresh:
            if not self.in_window(entry.published):
                continue
            article = self._article_of(entry, fetched_at)
            if entry.is_summary or not article.title or not article.published:
                yield self._page_request(article)
            else:
                whole[entry.url] = article
        if whole:
            yield self._part_request(whole, {url: article.text for url, article in whole.items()}, route, page, 2)
        start, _ = self.window
        is_past = start is not None and any(entry.published and entry.published < start for entry in entries)
        if fresh and not self.has_enough and not is_past:
            yield self._feed_request(route, page + 1, rest_cause)

    def feed_failed(self, failure: Failure) -> Yielded:
        """Try the feed's other address, or end: the page after the last answers 404."""
        cause = self.cause(failure)
        route, page, rest_cause = (failure.request.cb_kwargs[name] for name in ("route", "page", "rest_cause"))  # type: ignore[attr-defined]
        is_missing = isinstance(failure.value, HttpError) and failure.value.response.status in (404, 410)
        if is_missing and page > 1:
            return
        if is_missing and route == FEED_WITH_PERMALINKS:
            yield self._feed_request(FEED_WITHOUT, 1, rest_cause)
            return
        self._without_feed(cause, page, rest_cause)

    def first_listing_within_limit(self, key: str) -> bool:
        """Tell whether the article is listed for the first time and still wanted."""
        return not self.has_enough and self.first_listing(key)

    def _feed_request(self, route: str, page: int, rest_cause: str) -> Request:
        return Request(
            self._feed_address(route, page),
            callback=self.parse_feed,
            errback=self.feed_failed,
            cb_kwargs={"route": route, "page": page, "rest_cause": rest_cause},
        )

    def _feed_address(self, route: str, page: int) -> str:
        address = urljoin(self.portal.url, route)
        return address if page == 1 else f"{address}{'&' if '?' in address else '?'}paged={page}"

    def _without_feed(self, cause: str, page: int, rest_cause: str) -> None:
        if page > 1:
            self.outcome.fail(f"the feed breaks off: {cause}")
        else:
            self.outcome.fail("; ".join(dict.fromkeys((rest_cause, cause))))

    def parse_part(
        self, response: Response, articles: Articles, latest: dict[str, str], route: str, page: int, part: int
    ) -> Yielded:
        """Append the next part to the articles of a feed page that are split, and yield the ones that are whole.

        A feed has the first part of a split post only (`<!--nextpage-->`), and nothing that says so. With `page=2` it
        has the second, and of posts that are not split the same as before.
        """
        entries = read_feed(response.text, self.portal.zone) if isinstance(response, TextResponse) else None
        going_on = {
            entry.url: entry
            for entry in entries or ()
            if entry.url in articles and _begins_otherwise(entry.content, latest[entry.url])
        }
        longer = {
            url: replace(
                articles[url], text=f"{articles[url].text}\n\n{entry.content}", raw=f"{articles[url].raw}\n{entry.raw}"
            )
            for url, entry in going_on.items()
        }
        yield from (article for url, article in articles.items() if url not in longer)
        if longer and part < MOST_PARTS:
            latest = {url: entry.content for url, entry in going_on.items()}
            yield self._part_request(longer, latest, route, page, part + 1)
        else:
            yield from longer.values()

    def part_failed(self, failure: Failure) -> Yielded:
        """Take the articles as far as they are known."""
        yield from failure.request.cb_kwargs["articles"].values()  # type: ignore[attr-defined]
        self.logger.warning("whether articles go on could not be asked: %s", self.cause(failure))

    def _part_request(self, articles: Articles, latest: dict[str, str], route: str, page: int, part: int) -> Request:
        address = self._feed_address(route, page)
        return Request(
            f"{address}{'&' if '?' in address else '?'}page={part}",
            callback=self.parse_part,
            errback=self.part_failed,
            cb_kwargs={"articles": articles, "latest": latest, "route": route, "page": page, "part": part},
        )

    def _article_of(self, entry: FeedEntry, fetched_at: datetime) -> ArticleRecord:
        return ArticleRecord(
            portal=self.portal.id,
            url=entry.url,
            source_id=entry.source_id,
            title=entry.title,
            published=entry.published,
            author=entry.author,
            section=entry.section,
            tags=entry.tags,
            image_url=entry.image_url,
            text=entry.content,
            raw=entry.raw,
            fetched_at=fetched_at,
        )

    # The article's own page

    def parse_page(self, response: Response, article: ArticleRecord) -> Yielded:
        """Complete an article from its page, and from its further pages where it is split."""
        page = self._page_of(response, article)
        if page is None or not page.text:
            self.outcome.lose(f"{response.url} has no article text")
            return
        complete = _completed(article, page, response)
        first, *rest = page.more_pages or [""]
        if first and self.portal.owns(first):
            yield self._further_request(complete, first, rest)
        else:
            yield complete

    def parse_further_page(self, response: Response, article: ArticleRecord, rest: list[str]) -> Yielded:
        """Append the text of one further page of a split article."""
        page = self._page_of(response, article)
        if page is None or not page.text:
            self.outcome.lose(f"{response.url} has no article text")
            return
        longer = replace(article, text=f"{article.text}\n\n{page.text}")
        if rest:
            yield self._further_request(longer, rest[0], rest[1:])
        else:
            yield longer

    def page_failed(self, failure: Failure) -> None:
        """Count the article as lost, with the cause."""
        self.outcome.lose(self.cause(failure))

    def _page_request(self, article: ArticleRecord) -> Request:
        return Request(article.url, callback=self.parse_page, errback=self.page_failed, cb_kwargs={"article": article})

    def _further_request(self, article: ArticleRecord, url: str, rest: list[str]) -> Request:
        return Request(
            url,
            callback=self.parse_further_page,
            errback=self.page_failed,
            cb_kwargs={"article": article, "rest": rest},
        )

    def _page_of(self, response: Response, article: ArticleRecord) -> ArticlePage | None:
        if not isinstance(response, TextResponse):
            return None
        zone = self.portal.zone
        day = article.published.astimezone(zone).date() if article.published else None
        selectors = selectors_on(self.portal.selectors, day)
        return parse_article_page(
            as_typed(response.text), response.url, zone, newline_is_break=True, selectors=selectors
        )


def _begins_otherwise(text: str, before: str) -> bool:
    """Tell whether the text is another part of an article than the one before, and not the same part once more."""
    return bool(text) and text.partition("\n")[0] != before.partition("\n")[0]


def _completed(article: ArticleRecord, page: ArticlePage, response: TextResponse | Response) -> ArticleRecord:
    """Return the article with what only its page tells; what the API or the feed told stays."""
    published = article.published or page.published
    return replace(
        article,
        title=article.title or page.title,
        published=published,
        modified=article.modified or page.modified,
        author=article.author or page.author,
        section=article.section or page.section,
        tags=article.tags or page.tags,
        image_url=article.image_url or page.image_url,
        text=page.text,
        raw=response.text if isinstance(response, TextResponse) else article.raw,
    )


def _number(response: Response, header: str) -> int | None:
    value = (response.headers.get(header) or b"").decode("latin-1").strip()
    return int(value[:12]) if value.isascii() and value.isdigit() else None
