"""Looks for an archive by day: an address that lists the articles of a day, and of no other."""

from __future__ import annotations

import re
from datetime import datetime, timedelta
from typing import TYPE_CHECKING
from urllib.parse import quote_plus, urljoin, urlsplit

from crawler.html_tree import parse_html
from crawler.page_metadata import whole_address
from crawler.probing.findings import Archive, ListedArticle
from crawler.probing.list_search import judged_list

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from crawler.probing.answers import Ask
    from crawler.site import Site

_USUAL_PLACES = ("indeks?date={year}-{month}-{day}", "indeks/{year}-{month}-{day}")
"""Archives as Indonesian portals commonly keep them, tried where the site shows no index of its own."""

_DATE_FIELDS = ("date", "tanggal", "tgl")
_MOST_TRIED = 4
_ANOTHER_DAY = timedelta(days=40)
"""Before an article's day: its page does not link to the article, unless the site shows its newest for any day."""

_DAY_IN_PATH = re.compile(r"^(?P<before>/(?:[^/]+/)*?)20\d\d/\d\d/\d\d/")
_PAGE_TWO = re.compile(r"(?P<before>(?:[?&](?:page|paged|hal|halaman|p|pg)=)|(?:page|halaman|hal|p)/)2(?P<after>/?)$")


async def look_for_archive(
    ask: Ask, site: Site, articles: Sequence[ListedArticle], pages: Sequence[str]
) -> tuple[Archive | None, list[str]]:
    """Return the archive, and the addresses that were tried in vain.

    `articles` are those whose time of publication is known, `pages` the ones that may have a form for a day, or be an
    index that takes one.
    """
    tried: list[str] = []
    known = [one for one in articles if one.published is not None]
    if not known:
        return None, tried
    forms: list[str] = []
    for page in pages:
        answer = await ask(page)
        forms += day_forms(answer.text, answer.url, site) if answer.is_success and answer.text else []
    for template in day_templates(site, known, pages, forms)[:_MOST_TRIED]:
        archive = await _verified(ask, site, template, known[0])
        if archive:
            return archive, tried
        tried.append(template)
    return None, tried


def day_forms(html: str, url: str, site: Site) -> list[str]:
    """Return where the forms of a page that ask for one day lead, with the day as `{year}-{month}-{day}`."""
    found: list[str] = []
    for form in parse_html(html).iter("form"):
        address = whole_address(form.get("action") or url, url)
        names = [
            one.get("name", "")
            for one in form.iter("input")
            if one.get("type", "").casefold() == "date" or one.get("name", "").casefold() in _DATE_FIELDS
        ]
        is_get = form.get("method", "get").casefold() == "get"
        if is_get and len(names) == 1 and names[0] and address and site.owns(address) and "{" not in address:
            found.append(f"{address.partition('?')[0]}?{quote_plus(names[0])}={{year}}-{{month}}-{{day}}")
    return found


def day_templates(
    site: Site, articles: Iterable[ListedArticle], indexes: Sequence[str], forms: Sequence[str]
) -> list[str]:
    """Return the addresses for a day that are worth a try, those first that the site's own pages suggest."""
    return list(dict.fromkeys([*forms, *_of_paths(site, articles), *_of_indexes(site, indexes)]))


def _of_paths(site: Site, articles: Iterable[ListedArticle]) -> Iterator[str]:
    """Yield WordPress's archives: the part of an article's address that is its day."""
    for article in articles:
        found = _DAY_IN_PATH.match(urlsplit(article.url).path)
        if found and "{" not in found["before"]:
            yield urljoin(site.url, f"{found['before']}{{year}}/{{month}}/{{day}}/")


def _of_indexes(site: Site, indexes: Sequence[str]) -> Iterator[str]:
    for index in indexes:
        if urlsplit(index).path not in ("", "/"):
            yield f"{index.partition('?')[0]}?{_DATE_FIELDS[0]}={{year}}-{{month}}-{{day}}"
    for place in _USUAL_PLACES:
        yield urljoin(site.url, place)


async def _verified(ask: Ask, site: Site, template: str, article: ListedArticle) -> Archive | None:
    """Return the archive at `template` if the page of the article's day links to it, and another day's does not."""
    if article.published is None:
        return None
    day = article.published.astimezone(site.zone)
    url = site.canonical(article.url)
    address = _on(template, day)
    found, links = judged_list(await ask(address), address, "index", site)
    if url not in {site.canonical(link.url) for link in links}:
        return None
    earlier = _on(template, day - _ANOTHER_DAY)
    _, others = judged_list(await ask(earlier), earlier, "index", site)
    if url in {site.canonical(link.url) for link in others}:
        return None
    part = page_part(address, found.next_page) or await _usual_page_part(ask, site, address, url)
    return Archive(template + part, f"{day:%Y-%m-%d}", len(links))


async def _usual_page_part(ask: Ask, site: Site, address: str, article: str) -> str:
    """Return what further pages of a day are probably asked by where this day has none: another may have many.

    It is taken where the first page can be asked for so.
    """
    part = "page/{page}/" if address.endswith("/") else "&page={page}" if "?" in address else ""
    first = address + part.format(page=1)
    _, links = judged_list(await ask(first), first, "index", site) if part else (None, ())
    return part if article in {site.canonical(link.url) for link in links} else ""


def page_part(address: str, next_page: str | None) -> str:
    """Return what the address of a further page has behind that of the first, with `{page}`; empty without one."""
    if next_page is None or not next_page.startswith(address):
        return ""
    found = _PAGE_TWO.fullmatch(next_page[len(address) :])
    return f"{found['before']}{{page}}{found['after']}" if found else ""


def _on(template: str, day: datetime) -> str:
    return template.format(year=f"{day:%Y}", month=f"{day:%m}", day=f"{day:%d}")
