"""The course of a probe: what is asked of a site, in which order, and when enough is known."""

from __future__ import annotations

from datetime import UTC, datetime
from typing import TYPE_CHECKING

from crawler.cleaning import plain
from crawler.probing.address_patterns import learnt
from crawler.probing.api_and_feeds import INDEX_FIELDS, index_told, look_for_feeds, look_for_rest, newest_of
from crawler.probing.archive_search import look_for_archive
from crawler.probing.barriers import obstacle_at_home, obstacle_without_articles
from crawler.probing.choice import Choice, chosen
from crawler.probing.findings import Findings, ListedArticle, Regions, Robots, Verdict
from crawler.probing.home_page import HomePage, read_home_page
from crawler.probing.home_regions import inferred_regions, timezone_of, told_by_address
from crawler.probing.homes import home_of, portal_id, unreachable
from crawler.probing.list_search import judged_list, look_for_indexes, look_for_term_pages
from crawler.probing.samples import SAMPLES, look_at_samples
from crawler.probing.sitemap_search import look_for_sitemaps
from crawler.probing.systems import recognised
from crawler.registry import Portal

if TYPE_CHECKING:
    from collections.abc import Awaitable, Callable, Sequence

    from crawler.link_pages import Link
    from crawler.probing.answers import Answer, Ask
    from crawler.site import Site

_NO_WORDPRESS = frozenset(("Blogger", "Joomla", "Drupal"))
_HEADLINES_IN_DOUBT = 0.15
"""Share of the links that read as headlines and may be none."""

_FEW = 10
"""Addresses of articles below which a pattern that was learnt from them is a guess."""

LOCAL_DELAY = 0.05
"""Seconds between two requests to a site on this machine, which nobody else is waiting for."""


class Course:
    """One probe of one site; `run` walks it to its verdict.

    `rules` reads robots.txt of an address. What is found is kept in `findings`, the listed articles in `listed`, the
    addresses that are no articles in `others`; `is_there` tells whether anything has answered.
    """

    def __init__(self, ask: Ask, site: Site, asked: str, rules: Callable[[str], Awaitable[Robots]]) -> None:
        self.ask = ask
        self.site = site
        self.findings = Findings(asked, site.url)
        self.rules = rules
        self.home = HomePage()
        self.listed: list[ListedArticle] = []
        self.others: list[str] = []
        self.is_there = False
        self._told: list[ListedArticle] = []
        self._in_sitemap: list[ListedArticle] = []

    async def run(self, given_regions: Regions | None = None) -> Verdict:
        """Ask, judge and choose; the regions are the given ones, else inferred."""
        answer = await self.ask(self.site.url)
        self.is_there = answer.status is not None or answer.is_disallowed
        obstacle = self._at_home(answer)
        if obstacle:
            return Verdict(self.findings, obstacle)
        self.findings.robots = await self.rules(self.site.url)
        await self._channels()
        self._learn_pattern()
        await self._pages(answer)
        found = self.findings
        if not self.listed:
            return Verdict(found, answer.why or obstacle_without_articles(answer))
        choice = chosen(found, self._covered())
        if choice.obstacle:
            return Verdict(found, choice.obstacle)
        return self._entered(choice, given_regions)

    def _at_home(self, answer: Answer) -> str | None:
        """Read the home page; return why the site cannot be crawled where it says so."""
        obstacle = unreachable(answer) or obstacle_at_home(answer)
        if obstacle or not answer.is_success or answer.text is None:
            return obstacle
        self.home = read_home_page(answer.text, answer.url, self.site)
        home = home_of(answer.url, self.site.url, self.home.rest_root)
        self.site = self.site.model_copy(update={"url": home})
        self.findings.url = home
        self.findings.name = self.home.name or self.home.titled
        self.findings.description = self.home.description
        self.findings.system = recognised(answer.text, answer.headers)
        self.others = list(self.home.others)
        return None

    async def _channels(self) -> None:
        """Look for the REST API, feeds and sitemaps."""
        found, site = self.findings, self.site
        if found.system.name not in _NO_WORDPRESS:
            found.rest, posts = await look_for_rest(self.ask, site)
            self._told += posts
            if found.rest.address:
                await self._ask_index(found.rest.address)
        found.feeds, entries = await look_for_feeds(self.ask, site, self.home.feeds, found.system.name)
        self._told += entries
        self.listed = list(self._told)
        if not self.listed:
            self._learn_pattern()  # before the sitemap is judged by it
        named = found.robots.sitemaps if found.robots else ()
        found.sitemaps, self._in_sitemap, others = await look_for_sitemaps(self.ask, self.site, named)
        self.listed += self._in_sitemap
        self.others += others

    async def _ask_index(self, posts: str) -> None:
        index = posts.removesuffix("wp/v2/posts")
        told = index_told(await self.ask(f"{index}{'&' if '?' in index else '?'}_fields={INDEX_FIELDS}"))
        found = self.findings
        found.name = self.home.name or plain(str(told.get("name") or "")) or found.name
        found.description = found.description or str(told.get("description") or "") or None
        zone, offset = str(told.get("timezone_string") or ""), str(told.get("gmt_offset") or "")
        by_offset = {"7": "Asia/Jakarta", "8": "Asia/Makassar", "9": "Asia/Jayapura"}
        found.zone_told = zone if zone in by_offset.values() else by_offset.get(offset)

    def _learn_pattern(self) -> None:
        """Learn what the addresses of articles look like; judge by it where the crawler's own judgement fails."""
        headlines = [one.url for one in self.home.articles]
        sure = [one.url for one in self.listed]
        pattern = learnt(sure, self.others, self.site) if sure else None
        pattern = pattern or learnt([*sure, *headlines], self.others, self.site, in_doubt=_HEADLINES_IN_DOUBT)
        self.findings.pattern = pattern
        if pattern and pattern.expression and pattern.usual[0] < pattern.matched:
            self.site = self.site.model_copy(update={"article": pattern.expression})

    async def _pages(self, answer: Answer) -> None:
        """Look for pages of links for our terms; for others, and an archive, where nothing better lists articles."""
        found, site = self.findings, self.site
        at_home, links = judged_list(answer, site.url, "home", site)
        found.lists.append(at_home)
        self._add(links)
        on_home = frozenset(site.canonical(link.url) for link in links)
        is_listed = bool(
            (found.rest and found.rest.address) or self._in_sitemap or any(one.goes_back for one in found.feeds)
        )
        if not is_listed:
            lists, links_of_lists = await look_for_indexes(self.ask, site, self.home)
            found.lists += lists
            self._add(links_of_lists)
        lists, links_of_lists = await look_for_term_pages(self.ask, site, self.home, on_home)
        found.lists += lists
        self._add(links_of_lists)
        brings_texts = bool(found.rest and found.rest.whole) or any(
            one.entries and one.brings_whole_articles for one in found.feeds
        )
        found.samples = await look_at_samples(
            self.ask, site, self._worth_reading(on_home), 1 if brings_texts else SAMPLES
        )
        read = [ListedArticle(one.url, one.title, one.published) for one in found.samples if one.published]
        # A sitemap's lastmod is often when it was written: it counts where nothing tells a time of publication.
        found.newest = newest_of([*self._told, *read]) or newest_of(self._in_sitemap)
        if not is_listed:
            indexes = [one.address for one in found.lists if one.kind == "index" and not one.why]
            found.archive, _ = await look_for_archive(self.ask, site, read, [*indexes, site.url])

    def _worth_reading(self, on_home: frozenset[str]) -> list[ListedArticle]:
        """Return the listed articles, the newest first as far as that is known; a list without times ends with them."""
        dated = [one for one in self.listed if one.published]
        dated.sort(key=lambda one: one.published.timestamp() if one.published else 0.0, reverse=True)
        others = [one for one in self.listed if not one.published]
        first: dict[str, ListedArticle] = {}
        for one in (*dated, *(one for one in others if one.url in on_home), *reversed(others)):
            first.setdefault(one.url, one)
        return list(first.values())

    def _add(self, links: Sequence[Link]) -> None:
        known = {one.url for one in self.listed}
        fresh = dict.fromkeys(self.site.canonical(link.url) for link in links)
        titles = {self.site.canonical(link.url): link.title for link in links}
        self.listed += [ListedArticle(url, titles[url]) for url in fresh if url not in known]

    def _covered(self) -> float | None:
        """Return the share of the articles that the home page or the feed links to and the sitemap lists."""
        listed = {one.url for one in self._in_sitemap}
        seen = {one.url for one in self.listed if one.url not in listed} | {
            self.site.canonical(one.url) for one in self.home.articles
        }
        return len(seen & listed) / len(seen) if seen else None

    def _is_little_known(self) -> bool:
        """Tell whether the pattern of article addresses was learnt from a part of them only."""
        pattern = self.findings.pattern
        return any(one.parts > 1 for one in self.findings.sitemaps) or (pattern.articles if pattern else 0) < _FEW

    def _entered(self, choice: Choice, given: Regions | None) -> Verdict:
        """Make the entry of the choice."""
        found, site = self.findings, self.site
        name = found.name or site.host
        titles = {one.url: one.title or told_by_address(one.url) for one in reversed(self.listed)}.values()
        regions = given or inferred_regions(name, site.host, found.description or "", titles)
        zone = found.zone_told or (timezone_of(regions.codes[0]) if regions.codes else "Asia/Jakarta")
        guessed = ["regions"] if regions.are_guessed else []
        if regions.are_guessed and not found.zone_told:
            guessed.append("timezone")
        if found.name is None:
            guessed.append("name")
        if "article" in choice.keys and self._is_little_known():
            guessed.append("article")
        keys: dict[str, object] = {"name": name, "url": site.url, "platform": choice.platform}
        keys |= {"regions": list(regions.codes)} if regions.codes else {}
        keys |= {"timezone": zone} if zone != "Asia/Jakarta" else {}
        keys |= choice.keys
        if site.loopback:
            keys |= {"loopback": True, "delay": choice.keys.get("delay", LOCAL_DELAY)}
        keys |= {"guessed": guessed} if guessed else {}
        keys["evidence"] = [f"probed {datetime.now(UTC):%Y-%m-%d}"]
        portal = Portal.model_validate({"id": portal_id(site.url), **keys}) if regions.codes else None
        return Verdict(found, because=choice.because, regions=regions, keys=keys, portal=portal)
