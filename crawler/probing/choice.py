"""Chooses how a site is best crawled, and the keys of its registry entry, from what a probe has found."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import timedelta
from typing import TYPE_CHECKING
from urllib.parse import urljoin

from crawler.channels.feed import FEED_ADDRESSES
from crawler.probing.findings import AddressPattern, Feed, Findings, LinkList, Sitemap
from crawler.registry import MINIMUM_DELAY, Platform

if TYPE_CHECKING:
    from collections.abc import Iterable

_STALE = timedelta(days=3)
"""How much older the newest of a sitemap may be than the newest article known: some are written once a day."""

_LEAST_COVERED = 0.5
"""Share of the articles on the home page that a sitemap without dates has to list, to be taken for kept up."""

_MOST_LISTINGS = 6


@dataclass(frozen=True, slots=True)
class Choice:
    """How a site is crawled: the platform, the keys that say where, and why; `obstacle` where it cannot be."""

    platform: Platform = "listing"
    keys: dict[str, object] = field(default_factory=dict)
    because: str = ""
    obstacle: str = ""


def chosen(found: Findings, covered: float | None) -> Choice:
    """Return how the site is crawled; `covered` is the share of the articles on its home page that the sitemap lists.

    First what brings whole articles and the past (REST, a feed that goes back), then what lists most: a sitemap that is
    kept up, a feed, an archive by day, pages of links.
    """
    choice = _best(found, covered)
    if choice is None:
        return Choice(obstacle="tidak ada daftar artikel (no list of articles was found)")
    if not _reads_articles(found, choice):
        problems = (
            "; ".join(dict.fromkeys(sample.problem for sample in found.samples)) or "tidak ada contoh (no sample)"
        )
        return Choice(obstacle=f"halaman artikel tidak terbaca (the article pages cannot be read): {problems}")
    keys = dict(choice.keys)
    pattern = found.pattern
    if pattern and pattern.expression and _needs_pattern(pattern, found.sitemaps, choice.platform):
        keys["article"] = pattern.expression
    if found.robots and found.robots.delay and found.robots.delay > MINIMUM_DELAY:
        keys["delay"] = found.robots.delay
    return Choice(choice.platform, keys, choice.because)


def _best(found: Findings, covered: float | None) -> Choice | None:
    rest = found.rest
    if rest and rest.address:
        whole = f", {rest.total} artikel (articles)" if rest.total is not None else ""
        return Choice("wordpress", {}, f"REST API terbuka: artikel utuh, seluruh arsip (open, whole articles{whole})")
    feed = next((one for one in found.feeds if one.entries), None)
    sitemaps = [one for one in found.sitemaps if one.articles and is_kept_up(one, found, covered)]
    if feed and feed.brings_whole_articles and feed.goes_back:
        return _by_feed(found, feed, "umpan membawa artikel utuh, halaman demi halaman (whole articles, page by page)")
    if sitemaps and sum(one.articles * one.parts for one in sitemaps) >= (feed.entries if feed else 0):
        return _by_sitemap(found, sitemaps)
    if feed:
        return _by_feed(found, feed, "umpan adalah daftar terlengkap (the feed is the fullest list)")
    if found.archive:
        because = "arsip per hari terlengkap (the archive by day is the fullest list)"
        return Choice("archive", {"archive": found.archive.template}, because)
    return _by_links(found)


def is_kept_up(sitemap: Sitemap, found: Findings, covered: float | None) -> bool:
    """Tell whether a sitemap lists what the site has published last."""
    if sitemap.newest and found.newest:
        return found.newest - sitemap.newest <= _STALE
    return covered is None or covered >= _LEAST_COVERED


def _by_feed(found: Findings, feed: Feed, because: str) -> Choice:
    first = urljoin(found.url, FEED_ADDRESSES[0])
    return Choice("feed", {} if feed.address == first else {"feed": feed.address}, because)


def _by_sitemap(found: Findings, sitemaps: list[Sitemap]) -> Choice:
    first = sitemaps[0]
    keys: dict[str, object] = {}
    if not first.is_named and found.robots and found.robots.sitemaps:
        keys["sitemap"] = first.address  # the crawl would believe robots.txt
    return Choice("sitemap", keys, "peta situs adalah daftar terlengkap (the sitemap is the fullest list)")


def _by_links(found: Findings) -> Choice | None:
    good = [one for one in found.lists if one.articles and not one.why]
    if not good:
        return None
    addresses = list(dict.fromkeys(one.address for one in _worth_following(good)))[:_MOST_LISTINGS]
    keys: dict[str, object] = {} if addresses == [found.url] else {"listings": addresses}
    return Choice("listing", keys, "hanya halaman tautan yang ada (pages of links are all there is)")


def _worth_following(lists: list[LinkList]) -> Iterable[LinkList]:
    """Return the index that goes on in place of home page and sections, else these; then the tags and the search."""
    index = next((one for one in lists if one.kind == "index" and one.next_page), None)
    fresh = [index] if index else [one for one in lists if one.kind in ("home", "index", "section")]
    return [*fresh, *(one for one in lists if one.kind in ("tag", "search"))]


def _reads_articles(found: Findings, choice: Choice) -> bool:
    """Tell whether what the platform brings can be read: whole articles by themselves, else their pages."""
    if choice.platform == "wordpress" and found.rest and found.rest.whole:
        return True
    if choice.platform == "feed" and any(feed.entries and feed.brings_whole_articles for feed in found.feeds):
        return True
    return any(not sample.problem for sample in found.samples)


def _needs_pattern(pattern: AddressPattern, sitemaps: Iterable[Sitemap], platform: Platform) -> bool:
    """Tell whether the crawler's own judgement of addresses is worse; of a sitemap it takes every address."""
    articles, others = pattern.usual
    if platform == "sitemap":
        return any(one.others for one in sitemaps)
    return platform in ("listing", "archive") and (articles < pattern.matched or others > 0)
