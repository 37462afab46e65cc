"""WordPress's REST API, which gives whole posts by the hundred."""

from __future__ import annotations

from collections import deque
from dataclasses import dataclass, field
from datetime import UTC, date, datetime, time, timedelta
from typing import TYPE_CHECKING, Any, ClassVar, Literal
from urllib.parse import urlencode, urljoin

from scrapy import Request

from crawler.candidates import Candidate, WholeArticle, told_of
from crawler.causes import Cause
from crawler.channels.channel import LISTING_PRIORITY, Channel, Yielded, header, is_missing, status_of
from crawler.charset import text_of
from crawler.evidence.middleware import kept_of
from crawler.failures import NotAllowedError, shown
from crawler.items import ListingRead, WindowListed
from crawler.months import windows
from crawler.wordpress_rest import POST_EMBEDS, POST_FIELDS, PostError, article_of_post, modified_of_post, read_posts
from db.listings import ListingState

if TYPE_CHECKING:
    from collections.abc import Iterator

    from scrapy.http import Response
    from twisted.python.failure import Failure

    from crawler.evidence.places import Kept
    from crawler.spiders.portal import PortalSpider

PRETTY, PLAIN = "wp-json/wp/v2/posts", "?rest_route=/wp/v2/posts"
"""The API's two addresses: with pretty permalinks, and without."""

LARGEST_PAGE, SMALLER_PAGE = 100, 20
"""Posts a request: WordPress gives no more than 100; a weak server that fails on these is asked for fewer."""

MOST_FAILED_PAGES = 3
"""Pages of posts in a row that may fail before the rest of the list is given up."""

OVERLAP = timedelta(minutes=10)
"""How far a list of what has changed reaches back behind the newest change known: posts of one moment, clocks apart."""

_ORDERS = ("date", "modified")

MOST_VANISHED = 200
"""Articles that are not listed any more and are looked up in one crawl, at the most."""


@dataclass(slots=True)
class _Pass:
    """One list of posts that is read to its end.

    `order` is date or modified, `start` and `end` bound the date, `changed_since` the change; `window` are the days
    that it covers where it is one of a walk into the past; of a sample the newest post alone is read. `announced`,
    `listed` (addresses) and `posts` (ids) are found while it is read.
    """

    order: Literal["date", "modified"] = "date"
    start: datetime | None = None
    end: datetime | None = None
    changed_since: datetime | None = None
    window: tuple[date, date] | None = None
    announced: int | None = None
    is_sample: bool = False
    listed: set[str] = field(default_factory=set)
    posts: set[str] = field(default_factory=set)
    is_complete: bool = True


class RestChannel(Channel):
    """Lists posts newest first: all of them, those of one window after the other, or those that are new or changed.

    An API that is closed (401, 403, disallowed), missing (404) or something else (no JSON) is a closed channel.
    """

    title: ClassVar[str] = "REST API"

    def __init__(self, spider: PortalSpider) -> None:
        super().__init__(spider)
        self._passes: deque[_Pass] = deque()
        self._failed_pages = 0
        self._newest: dict[str, datetime] = {}
        self._is_first_crawl = False

    def open(self) -> Iterator[Request]:
        """Ask for the first page of the API."""
        self._passes.extend(self._planned())
        if self._passes:
            yield self._request(PRETTY, 1, self._size)
        else:
            self.spider.is_up_to_date = True

    def _planned(self) -> Iterator[_Pass]:
        spider = self.spider
        start, end = spider.window
        if spider.is_incremental:
            known = {order: spider.frontier.listing(self._name(order)).newest for order in _ORDERS}
            if known["date"] and known["modified"]:
                # A scheduled post appears with the moment of its last change as it was, so both lists are needed.
                yield _Pass(start=known["date"] - OVERLAP)
                yield _Pass("modified", changed_since=known["modified"] - OVERLAP)
            else:
                self._is_first_crawl = True
                yield _Pass()
        elif spider.since is not None and spider.limit is None:
            last = spider.until or datetime.now(self.portal.zone).date()
            closed = {(one.first_day, one.last_day) for one in spider.frontier.closed_windows(spider.since, last)}
            for window in windows(spider.since, last):
                if spider.again or window not in closed:
                    first, after = (datetime.combine(day, time.min, self.portal.zone) for day in window)
                    yield _Pass(start=first, end=after + timedelta(days=1), window=window)
        else:
            yield _Pass(start=start, end=end)

    def parse(self, response: Response, route: str, page: int, size: int) -> Yielded:
        """Read one page of posts and ask for the next."""
        text = text_of(response)
        posts = read_posts(text) if text is not None else None
        if posts is None:
            cause = Cause(f"{shown(response.url)} gives no posts", "unreadable")
            yield from self._without_posts(cause, route, page, size, missing=True)
            return
        self._failed_pages = 0
        self._expect(response)
        known = len(self._pass.posts)
        self._pass.posts.update(str(post["id"]) for post in posts)
        candidates = self._candidates(posts, kept_of(response))
        yield from self.spider.enter(candidates, by_date=self._pass.order == "date")
        if page > 1 and len(self._pass.posts) == known:
            yield from self._in_circles(response, route, size)
            return
        pages = _number(response, "X-WP-TotalPages")
        has_next = page < pages if pages is not None else len(posts) == size
        if has_next and not (self._pass.is_sample or self._is_past(posts) or self.spider.has_enough):
            yield self._request(route, page + 1, size)
        else:
            yield from self._listed_to_the_end(route, size)

    def failed(self, failure: Failure) -> Yielded:
        """Decide what a refused or failed page of posts means."""
        cause = self.spider.cause(failure)
        route, page, size = (failure.request.cb_kwargs[name] for name in ("route", "page", "size"))  # type: ignore[attr-defined]
        status = status_of(failure)
        if status == 400 and page > 1:  # the page after the last, where the total was not told
            yield from self._listed_to_the_end(route, size)
            return
        is_too_much = status is None or status >= 500
        if is_too_much and size > SMALLER_PAGE and not isinstance(failure.value, NotAllowedError):
            yield self._request(route, (page - 1) * (size // SMALLER_PAGE) + 1, SMALLER_PAGE)
            return
        yield from self._without_posts(cause, route, page, size, missing=is_missing(failure))

    def _name(self, order: str) -> str:
        """Return the address under which the store remembers how far the API was read by date, or by change."""
        return urljoin(self.portal.url, f"{PRETTY}?orderby={order}")

    @property
    def _pass(self) -> _Pass:
        return self._passes[0]

    @property
    def _size(self) -> int:
        return 1 if self._pass.is_sample else min(self.spider.limit or LARGEST_PAGE, LARGEST_PAGE)

    def _request(self, route: str, page: int, size: int) -> Request:
        one = self._pass
        query: dict[str, str | int] = {"per_page": size, "page": page, "orderby": one.order, "order": "desc"}
        if one.changed_since:  # WordPress before 5.7 gives all posts all the same; the list then ends at what is known
            query["modified_after"] = one.changed_since.astimezone(self.portal.zone).isoformat()
        if one.start:  # `after` is exclusive
            query["after"] = (one.start.astimezone(self.portal.zone) - timedelta(seconds=1)).isoformat()
        if one.end:
            query["before"] = one.end.isoformat()
        query |= {"_fields": POST_FIELDS, "_embed": POST_EMBEDS}
        address = urljoin(self.portal.url, route)
        return Request(
            f"{address}{'&' if '?' in address else '?'}{urlencode(query, safe=',:/')}",
            callback=self.parse,
            errback=self.failed,
            cb_kwargs={"route": route, "page": page, "size": size},
            priority=LISTING_PRIORITY,
        )

    def _candidates(self, posts: list[dict[str, Any]], kept: Kept) -> Iterator[Candidate]:
        for post in posts:
            modified = modified_of_post(post, self.portal.zone)
            self._saw("modified", modified)
            try:
                article = article_of_post(post, self.portal, kept)
            except PostError as error:
                if self.spider.first_listing(f"post {post['id']}"):
                    self.spider.outcome.lose(str(error))
                continue
            self._saw("date", article.published)
            self._pass.listed.add(article.url)
            yield Candidate(
                address=article.url,
                title=article.title,
                published=article.published,
                modified=article.modified,
                told=told_of(article),
                whole=WholeArticle("posts", str(post["id"]), article) if article.text else None,
            )

    def _saw(self, order: str, moment: datetime | None) -> None:
        if moment is not None:
            self._newest[order] = max(moment, self._newest.get(order, moment))

    def _is_past(self, posts: list[dict[str, Any]]) -> bool:
        """Tell whether a list by change has come to posts that were known before."""
        since = self._pass.changed_since
        changes = (modified_of_post(post, self.portal.zone) for post in posts) if since else ()
        return any(since is not None and moment is not None and moment < since for moment in changes)

    def _expect(self, response: Response) -> None:
        total = _number(response, "X-WP-Total")
        if total is None:
            return
        one, outcome = self._pass, self.spider.outcome
        # The least that was ever announced: what is published during the crawl comes before the first page.
        one.announced = total if one.announced is None else min(one.announced, total)
        if one.window is None and not (self.spider.is_incremental and not self._is_first_crawl):
            outcome.expected = min(one.announced, self.spider.limit or one.announced)

    def _listed_to_the_end(self, route: str, size: int) -> Yielded:
        spider = self.spider
        done = self._passes.popleft()
        if done.is_sample and not done.posts:
            spider.outcome.fail(f"the REST API of {self.portal.netloc} has no post any more", "empty")
        if spider.is_incremental and done.start is not None and done.is_complete and not done.posts:
            self._passes.append(_Pass(is_sample=True))  # not even the newest one known is there: how old is what is?
        if done.is_complete and done.window is not None:
            yield WindowListed(*done.window, done.announced)
            yield from self._look_up_vanished(done)
        if self._passes:
            yield self._request(route, 1, min(size, self._size))
            return
        if done.window is not None or not self._is_first_crawl:
            spider.is_up_to_date = True
        if spider.is_incremental and spider.outcome.succeeded:
            now = datetime.now(UTC)  # a post of the future would hide all that comes until then
            for order, newest in self._newest.items():
                yield ListingRead(self._name(order), ListingState(newest=min(newest, now)))

    def _in_circles(self, response: Response, route: str, size: int) -> Yielded:
        """End a list whose page brings no post that was not listed: it would go on for ever."""
        if len(self._pass.posts) < (self._pass.announced or 0):
            self._pass.is_complete = False
            self.spider.outcome.lack(
                f"the list of posts goes in circles: {shown(response.url)} brings none that is new"
            )
        yield from self._listed_to_the_end(route, size)

    def _look_up_vanished(self, done: _Pass) -> Iterator[Request]:
        """Ask for the pages of articles that the store has of this window and the API does not list any more."""
        if done.start is not None and done.end is not None:
            missing = self.spider.frontier.unlisted_between(done.start, done.end, done.listed)[:MOST_VANISHED]
            if missing:
                yield from self.spider.ask_again(missing)

    def _without_posts(self, cause: Cause, route: str, page: int, size: int, *, missing: bool) -> Yielded:
        if page > 1 or self.spider.listed:
            self._pass.is_complete = False
            self.spider.outcome.lack(f"the list of posts breaks off: {cause}")
            yield from self._beyond_the_gap(route, page, size)
        elif route == PRETTY and missing:
            yield self._request(PLAIN, 1, self._size)
        else:
            yield from self.spider.channel_closed(self, cause)

    def _beyond_the_gap(self, route: str, page: int, size: int) -> Yielded:
        """Go on with the page after one that cannot be had, unless one after the other fails."""
        self._failed_pages += 1
        if self._failed_pages < MOST_FAILED_PAGES and page * size < (self._pass.announced or 0):
            yield self._request(route, page + 1, size)
        elif len(self._passes) > 1 and self._failed_pages < MOST_FAILED_PAGES:
            yield from self._listed_to_the_end(route, size)


def _number(response: Response, name: str) -> int | None:
    value = header(response, name) or ""
    return int(value[:12]) if value.isascii() and value.isdigit() else None
