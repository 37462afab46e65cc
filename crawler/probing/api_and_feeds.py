"""Looks for WordPress's REST API and for feeds, and judges what they bring."""

from __future__ import annotations

import json
from collections.abc import Iterable, Sequence
from datetime import UTC, datetime
from typing import TYPE_CHECKING, Any
from urllib.parse import urlencode, urljoin

from crawler.channels.feed import FEED_ADDRESSES
from crawler.channels.rest import PLAIN, PRETTY, SMALLER_PAGE
from crawler.evidence.places import Kept
from crawler.failures import shown
from crawler.feeds import FeedEntry, read_feed
from crawler.probing.findings import Feed, ListedArticle, Rest
from crawler.wordpress_rest import POST_EMBEDS, POST_FIELDS, PostError, article_of_post, read_posts
from db.articles import KeptRecord

if TYPE_CHECKING:
    from crawler.probing.answers import Answer, Ask
    from crawler.site import Site

_FIRST_PAGE = 10
"""Posts that are asked for first: what a weak server gives gladly."""

_BLOGGER_FEED = "feeds/posts/default?alt=rss"
_MOST_FEEDS = 2
"""Feeds that a page names and that are asked for, at the most."""

_NOT_KEPT = Kept(KeptRecord("", 0, 0, ""), datetime.min.replace(tzinfo=UTC))
"""A probe keeps no evidence of the posts that it looks at."""

INDEX_FIELDS = "name,description,timezone_string,gmt_offset"


async def look_for_rest(ask: Ask, site: Site) -> tuple[Rest, list[ListedArticle]]:
    """Return whether the REST API gives posts, by either of its addresses, and the articles that it lists."""
    answers: list[Answer] = []
    for route, size in ((PRETTY, _FIRST_PAGE), (PRETTY, SMALLER_PAGE), (PLAIN, _FIRST_PAGE)):
        if answers and route == PRETTY and not _may_be_too_much(answers[-1]):
            continue
        answer = await ask(posts_address(site, route, size))
        rest, articles = judged_rest(answer, site)
        if rest.address:
            return rest, articles
        answers.append(answer)
        if not (answer.is_success or answer.is_missing or _may_be_too_much(answer)):
            break  # closed, or not to be asked for
    return judged_rest(answers[0], site)


def posts_address(site: Site, route: str, size: int) -> str:
    """Return the address of the newest posts, asked for as a crawl does."""
    query = {"per_page": size, "orderby": "date", "order": "desc", "_fields": POST_FIELDS, "_embed": POST_EMBEDS}
    address = urljoin(site.url, route)
    return f"{address}{'&' if '?' in address else '?'}{urlencode(query, safe=',:/')}"


def judged_rest(answer: Answer, site: Site) -> tuple[Rest, list[ListedArticle]]:
    """Return what an answer of the API brings; `why` says what an API that is none answers."""
    posts = read_posts(answer.text) if answer.is_success and answer.text is not None else None
    if posts is None:
        return Rest(None, _why_closed(answer)), []
    articles, whole = [], 0
    for post in posts:
        try:
            article = article_of_post(post, site, _NOT_KEPT)
        except PostError:
            continue
        articles.append(ListedArticle(article.url, article.title, article.published))
        whole += bool(article.text)
    if not articles:
        return Rest(None, "the API gives no posts"), []
    total = answer.headers.get("x-wp-total", "")
    return Rest(
        address=answer.url.partition("?per_page")[0].partition("&per_page")[0],
        total=int(total) if total.isdecimal() else None,
        posts=len(articles),
        whole=whole,
        newest=newest_of(articles),
    ), articles


def index_told(answer: Answer) -> dict[str, Any]:
    """Return what the API's index says of the site (INDEX_FIELDS); empty where it says nothing."""
    try:
        told = json.loads(answer.text or "") if answer.is_success else {}
    except (ValueError, RecursionError):
        return {}
    return told if isinstance(told, dict) else {}


def newest_of(articles: Iterable[ListedArticle]) -> datetime | None:
    """Return when the newest of the articles was published; what claims to be of the future does not count."""
    now = datetime.now(UTC)
    return max((one.published for one in articles if one.published and one.published <= now), default=None)


def _may_be_too_much(answer: Answer) -> bool:
    return not answer.is_disallowed and (answer.status is None or answer.status >= 500)


def _why_closed(answer: Answer) -> str:
    if not answer.is_success:
        try:
            code = json.loads(answer.text or "").get("code", "")
        except (ValueError, AttributeError, RecursionError):
            code = ""
        return f"{answer.why} {code}".strip()
    return f"{shown(answer.url)} gives no posts"


async def look_for_feeds(
    ask: Ask, site: Site, named: Sequence[str], system: str | None
) -> tuple[list[Feed], list[ListedArticle]]:
    """Return the feeds that the page names or that are at the usual places, the first that has articles last.

    Those before it are what was asked in vain.
    """
    usual = [urljoin(site.url, one) for one in FEED_ADDRESSES]
    if system == "Blogger":
        usual.insert(0, urljoin(site.url, _BLOGGER_FEED))
    feeds: list[Feed] = []
    for address in dict.fromkeys([*named[:_MOST_FEEDS], *usual]):
        answer = await ask(address)
        feed, articles = judged_feed(answer, address, site)
        feeds.append(feed)
        if articles:
            feeds[-1] = await _with_its_past(ask, feed, articles, site)
            return feeds, articles
    return feeds, []


def judged_feed(answer: Answer, address: str, site: Site) -> tuple[Feed, list[ListedArticle]]:
    """Return what a feed brings; `why` says what is wrong with it."""
    entries = read_feed(answer.text, site.zone, answer.url) if answer.is_success and answer.text is not None else None
    if entries is None:
        return Feed(address, answer.why or f"{answer.url} gives no feed"), []
    own = [entry for entry in entries if site.owns(entry.url)]
    if not own:
        return Feed(address, "it has no entry" if not entries else f"its entries lead to {entries[0].url}"), []
    articles = [ListedArticle(site.canonical(entry.url), entry.title, entry.published) for entry in own]
    return Feed(address, "", len(own), sum(map(_is_whole, own)), newest_of(articles)), articles


def _is_whole(entry: FeedEntry) -> bool:
    return not entry.is_summary and bool(entry.content) and entry.published is not None


async def _with_its_past(ask: Ask, feed: Feed, articles: list[ListedArticle], site: Site) -> Feed:
    """Return the feed with whether its second page, as WordPress numbers them, has others than the first."""
    answer = await ask(f"{feed.address}{'&' if '?' in feed.address else '?'}paged=2")
    _, further = judged_feed(answer, feed.address, site)
    goes_back = bool({one.url for one in further} - {one.url for one in articles})
    return Feed(feed.address, "", feed.entries, feed.whole, feed.newest, goes_back)
