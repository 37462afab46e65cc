"""Looks for pages of links that list articles: indexes, sections, searches and tags for our terms."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING
from urllib.parse import parse_qsl, unquote, urljoin, urlsplit

from crawler.link_pages import Link, is_article, read_link_page
from crawler.probing.findings import LinkList, ListKind
from crawler.relevance import is_relevant

if TYPE_CHECKING:
    from crawler.probing.answers import Answer, Ask
    from crawler.probing.home_page import HomePage
    from crawler.site import Site

TERMS = ("mutasi", "pelantikan")
"""What the site is searched for, and the tags that are tried."""

_USUAL_SEARCHES = ("?s={term}", "search?q={term}")
_USUAL_TAGS = ("tag/{term}", "topik/{term}")
_USUAL_INDEXES = ("indeks",)
_MOST_SECTIONS = 4
"""Sections that are looked at, at the most."""

_SHARE_ABOUT_OFFICIALS = 0.5
"""Share of relevant titles on a page of results from which on the site has really searched."""


def judged_list(answer: Answer, address: str, kind: ListKind, site: Site) -> tuple[LinkList, tuple[Link, ...]]:
    """Return what a page of links lists; `why` says what is wrong with it."""
    page = read_link_page(answer.text, answer.url, site) if answer.is_success and answer.text is not None else None
    if page is None or not page.links:
        return LinkList(address, kind, answer.why or f"{answer.url} links to no article"), ()
    about = sum(is_relevant(link.title, None, link.url) for link in page.links if link.title)
    return LinkList(address, kind, "", len(page.links), about, page.next_page), page.links


async def look_for_term_pages(
    ask: Ask, site: Site, home: HomePage, on_home: frozenset[str]
) -> tuple[list[LinkList], list[Link]]:
    """Return the search and the tags for our terms that were tried, and the articles that the good ones link to.

    The forms and tags that the home page has come first, then the usual places; of searches one term is enough.
    """
    found: list[LinkList] = []
    links: list[Link] = []
    searches = home.searches[:1] or tuple(urljoin(site.url, one) for one in _USUAL_SEARCHES)
    tags = home.tags[:1] or tuple(urljoin(site.url, one) for one in _USUAL_TAGS)
    trials: list[tuple[ListKind, str, str]] = [("search", one, TERMS[0]) for one in searches]
    trials += [("tag", one, TERMS[0]) for one in tags]
    for kind, template, term in trials:
        if any(one.kind == kind and not one.why for one in found):
            continue
        one, of_one = await _tried(ask, site, kind, template.replace("{term}", term), on_home)
        found.append(one)
        links += of_one
    good = next((template for kind, template, _ in trials if kind == "tag" and _is_good(found, template)), None)
    for term in TERMS[1:] if good else ():
        one, of_one = await _tried(ask, site, "tag", str(good).replace("{term}", term), on_home)
        found.append(one)
        links += of_one
    return found, links


def _is_good(found: Iterable[LinkList], template: str) -> bool:
    return any(one.address == template.replace("{term}", TERMS[0]) and not one.why for one in found)


async def _tried(
    ask: Ask, site: Site, kind: ListKind, address: str, on_home: frozenset[str]
) -> tuple[LinkList, tuple[Link, ...]]:
    """Return a page of results, with `why` where it does not answer to the term: a site may show its newest for any."""
    answer = await ask(address)
    one, links = judged_list(answer, address, kind, site)
    if one.why:
        return one, ()
    if not _still_asks(answer.url, address) or is_article(answer.url, site):
        return LinkList(address, kind, f"it leads to {answer.url}"), ()  # the article that WordPress takes it for
    beside = [link for link in links if site.canonical(link.url) not in on_home] or list(links)
    about = sum(is_relevant(link.title, None, link.url) for link in beside)
    if about < _SHARE_ABOUT_OFFICIALS * len(beside):
        why = f"{about} of {len(beside)} articles are about officials; it does not answer to the term"
        return LinkList(address, kind, why, one.articles, one.about_officials), ()
    return one, links


def _still_asks(url: str, address: str) -> bool:
    """Tell whether the address that answered has the term of the one that was asked for."""
    term = next(term for term in TERMS if term in address)
    parts = urlsplit(unquote(url).casefold())
    return term in parts.path.strip("/").split("/") or term in dict(parse_qsl(parts.query)).values()


async def look_for_indexes(ask: Ask, site: Site, home: HomePage) -> tuple[list[LinkList], list[Link]]:
    """Return the page that lists all articles, else the sections that list some, and the articles they link to."""
    found: list[LinkList] = []
    links: list[Link] = []
    usual = tuple(urljoin(site.url, one) for one in _USUAL_INDEXES)
    for address in (home.indexes or usual)[:2]:
        one, of_one = judged_list(await ask(address), address, "index", site)
        found.append(one)
        links += of_one
        if of_one and one.next_page:
            return found, links
    for address in home.sections[:_MOST_SECTIONS]:
        one, of_one = judged_list(await ask(address), address, "section", site)
        found.append(one)
        links += of_one
    return found, links
