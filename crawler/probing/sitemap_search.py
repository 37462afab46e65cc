"""Looks for sitemaps and judges which of them list the site's articles."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING
from urllib.parse import urljoin, urlsplit

from crawler.channels.sitemap import SITEMAP_ADDRESSES, lists_articles
from crawler.link_pages import is_article
from crawler.probing.api_and_feeds import newest_of
from crawler.probing.findings import ListedArticle, Sitemap
from crawler.sitemaps import child_order, read_sitemap

if TYPE_CHECKING:
    from collections.abc import Sequence

    from crawler.probing.answers import Ask
    from crawler.site import Site
    from crawler.sitemaps import Sitemap as ReadSitemap

_MOST_NAMED = 3
"""Sitemaps of robots.txt that are asked for, at the most."""

_DEEPEST = 3
_MOST_CHILDREN = 2
"""Sitemaps of one index that are asked for until one lists articles."""


async def look_for_sitemaps(
    ask: Ask, site: Site, named: Sequence[str]
) -> tuple[list[Sitemap], list[ListedArticle], list[str]]:
    """Return the sitemaps that robots.txt names or that are at the usual places, as a crawl takes them.

    With them the articles of the newest part, newest first, and the addresses that look like no article's.
    """
    own = [one for one in named if site.owns(one)]
    own = [one for one in own if lists_articles(one)] or own
    found: list[Sitemap] = []
    articles: list[ListedArticle] = []
    others: list[str] = []
    for address in own[:_MOST_NAMED]:
        one, of_one, strangers = await _looked_into(ask, site, address, is_named=True)
        found.append(one)
        articles += of_one
        others += strangers
    for address in (urljoin(site.url, one) for one in SITEMAP_ADDRESSES):
        if articles:
            break
        if address not in own:
            one, articles, others = await _looked_into(ask, site, address)
            found.append(one)
    articles.sort(key=lambda one: one.published.timestamp() if one.published else 0.0, reverse=True)
    return found, articles, others


async def _looked_into(
    ask: Ask, site: Site, address: str, *, is_named: bool = False
) -> tuple[Sitemap, list[ListedArticle], list[str]]:
    """Return what a sitemap lists, going down an index to its newest sitemap of articles."""
    found = Sitemap(address, is_named=is_named)
    waiting, why = [(address, 0)], ""
    while waiting:
        place, depth = waiting.pop(0)
        answer = await ask(place)
        sitemap = read_sitemap(answer.body, site.zone) if answer.is_success else None
        if sitemap is None:
            why = why or answer.why or f"{answer.url} gives no sitemap"
        elif sitemap.kind == "index":
            children = [one for one in sitemap.entries if site.owns(one.url) and lists_articles(one.url)]
            found = replace(found, parts=max(found.parts, len(children)))
            newest = sorted(children, key=child_order, reverse=True)[:_MOST_CHILDREN]
            waiting += [(one.url, depth + 1) for one in newest if depth < _DEEPEST]
            why = why or ("" if children else "it lists no sitemap of articles")
        else:
            articles, others = parted(sitemap, site)
            if articles:
                return _counted(found, articles, others), articles, others
            why = f"{place} lists no article"
    return replace(found, why=why), [], []


def parted(sitemap: ReadSitemap, site: Site) -> tuple[list[ListedArticle], list[str]]:
    """Return the articles that a sitemap of pages lists, and its other addresses.

    Where it is one of news (with titles), those that have one are articles, else those whose address looks like one.
    """
    own = [one for one in sitemap.entries if site.owns(one.url) and urlsplit(one.url).path.strip("/")]
    entries = [one for one in own if one.title] or [one for one in own if is_article(one.url, site)]
    chosen = {one.url for one in entries}
    articles = [ListedArticle(site.canonical(one.url), one.title, one.published or one.modified) for one in entries]
    return articles, [one.url for one in own if one.url not in chosen]


def _counted(found: Sitemap, articles: list[ListedArticle], others: list[str]) -> Sitemap:
    return replace(
        found,
        articles=len(articles),
        others=len(others),
        dated=sum(one.published is not None for one in articles),
        titled=sum(one.title is not None for one in articles),
        newest=newest_of(articles),
    )
