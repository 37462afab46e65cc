"""One article's HTML page to its fields, for what neither an API nor a feed gives.

What a portal declares of its pages comes first, then what the page says of itself for machines (JSON-LD, then meta
tags), then its visible markup. The page is parsed once.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import datetime, tzinfo
from typing import Any
from urllib.parse import urlsplit

from htmldate import find_date
from lxml import etree

from crawler.article_body import marked_body
from crawler.cleaning import one_line, plain, text_of
from crawler.html_tree import parse_html, text_in
from crawler.moments import (
    Precision,
    ShownMoment,
    first_moment,
    is_utc,
    local_after_all,
    moment_of,
    shown_beside,
    shown_moment,
    times_marked,
)
from crawler.page_lines import is_content_field, without_page_lines
from crawler.page_metadata import cleaned, image_in, json_ld, meta_tags, named, whole_address
from crawler.running_text import running_body
from crawler.selectors import Selectors, selected

__all__ = ["ArticlePage", "moment_of", "parse_article_page"]

_PUBLISHED_META = (
    (
        "article:published_time og:published_time og:article:published_time datepublished publishdate publish-date "
        "publish_date pubdate dc.date.issued dc.date parsely-pub-date sailthru.date date content_publishedDate"
    )
    .casefold()
    .split()
)
_MODIFIED_META = ("article:modified_time", "og:updated_time", "datemodified", "lastmod")
_SITE_SEPARATORS = (" - ", " | ", " – ", " — ", " » ", " • ", " : ", " :: ")
_HEADINGS = ("h1", "h2", "h3")
_SHORTEST_SITE_NAME = 4
_MOST_PAGES = 20
_PAGE_NUMBER = re.compile(r"(?:^|[/=])(?:\d{1,6}|all)/?(?:#.*)?$")
_RELATIVE = frozenset("?.0123456789")


@dataclass(frozen=True, slots=True)
class ArticlePage:
    """What a page tells of its article; times are aware.

    `published_precision` is `day` where only the calendar day was found, midnight in the portal's zone then standing
    for it. `more_pages` are the addresses of the article's further pages, in order, where it is split; `whole_page` is
    the address of all of them on one page, where this one links to it.
    """

    url: str
    title: str
    published: datetime | None
    published_precision: Precision | None
    modified: datetime | None
    author: str | None
    section: str | None
    tags: tuple[str, ...]
    image_url: str | None
    text: str
    more_pages: tuple[str, ...]
    whole_page: str | None


def parse_article_page(
    html: str, url: str, zone: tzinfo, *, newline_is_break: bool = False, selectors: Selectors | None = None
) -> ArticlePage:
    """Return the fields of the article page `html` that was had from `url`; times without a zone are meant in `zone`.

    A field that the page does not give is None or empty; `text` is empty where no article was found. What `selectors`
    find wins over the generic reading.
    """
    root = parse_html(html)
    page = _Page(root, html, url, zone, json_ld(root), meta_tags(root))
    title = _selected_line(root, selectors.title if selectors else None) or _title(page)
    published, precision, modified = _times(page, title, selectors)
    author = (
        _selected_line(root, selectors.author if selectors else None)
        or named(page.about.get("author"))
        or cleaned(page.meta("author"))
        or named(page.meta("article:author"))
    )
    more_pages, whole_page = _other_pages(root, url)
    return ArticlePage(
        url=_canonical(page),
        title=title,
        published=published,
        published_precision=precision,
        modified=modified,
        author=author
        or named(page.about.get("author"))
        or cleaned(page.meta("author"))
        or named(page.meta("article:author")),
        section=named(page.about.get("articleSection")) or cleaned(page.meta("article:section")),
        tags=_tags(page),
        image_url=image_in(page.about.get("image"), url) or image_in(page.meta("og:image"), url),
        more_pages=more_pages,
        whole_page=whole_page,
        text=_text(page, title, newline_is_break, selectors),  # the last: it uses the tree up
    )


@dataclass(frozen=True, slots=True)
class _Page:
    root: etree._Element
    html: str
    url: str
    zone: tzinfo
    about: Mapping[str, Any]
    metas: Mapping[str, list[str]]

    def meta(self, name: str) -> str | None:
        """Return the first meta tag of that name."""
        return next(iter(self.metas.get(name, ())), None)


def _selected_line(root: etree._Element, css: str | None) -> str | None:
    """Return what a selector finds as one line: the text of an element, or its `content` where it is a meta tag."""
    for element in selected(root, css):
        line = one_line(element.get("content") or text_in(element))
        if line:
            return line
    return None


# When it was published


def _times(
    page: _Page, title: str, selectors: Selectors | None
) -> tuple[datetime | None, Precision | None, datetime | None]:
    """Return when the article was published, how precisely that is known, and when it was modified."""
    modified = first_moment([page.about.get("dateModified"), *(page.meta(name) for name in _MODIFIED_META)], page.zone)
    chosen = _selected_moment(page, selectors)
    if chosen is not None:
        return chosen.moment, chosen.precision, modified[0]
    stated = [page.about.get("datePublished"), *(page.meta(name) for name in _PUBLISHED_META)]
    published, precision = first_moment([*stated, *times_marked(page.root)], page.zone)
    if published is not None and precision == "second" and not is_utc(published):
        return published, precision, modified[0]
    shown = shown_beside(page.root, title, page.zone)
    if published is not None and precision == "second":
        created = moment_of(page.about.get("dateCreated") or page.meta("datecreated"), page.zone)
        if any(local_after_all(moment, shown) for moment in (published, *(created or ())[:1]) if shown):
            return _as_local(published, shown), precision, _as_local(modified[0], shown)
        return published, precision, modified[0]
    if shown is not None and (published is None or shown.moment.date() == published.date()):
        published, precision = shown.moment, shown.precision
    if published is None:
        day = find_date(page.html, url=page.url, original_date=True)
        published = datetime.fromisoformat(day).replace(tzinfo=page.zone) if day else None
        precision = "day" if day else None
    return published, precision, modified[0]


def _as_local(moment: datetime | None, shown: ShownMoment | None) -> datetime | None:
    return moment.replace(tzinfo=shown.moment.tzinfo) if moment and shown and is_utc(moment) else moment


def _selected_moment(page: _Page, selectors: Selectors | None) -> ShownMoment | None:
    """Return the moment that the portal's own selector finds, written for machines or for readers."""
    for element in selected(page.root, selectors.published if selectors else None):
        stated = moment_of(element.get("datetime") or element.get("content"), page.zone)
        if stated is not None:
            return ShownMoment(*stated, zoned=True)
        line = one_line(text_in(element))
        stated = moment_of(line, page.zone)
        shown = ShownMoment(*stated, zoned=True) if stated else shown_moment(line, page.zone)
        if shown is not None:
            return shown
    return None


# What it is called


def _title(page: _Page) -> str:
    headings = [one_line(text_in(heading)) for heading in page.root.iter("h1")]
    headline = named(page.about.get("headline"))
    if headline and headline.endswith(("…", "...")):
        headline = next((one for one in headings if one.startswith(headline.rstrip("….").rstrip())), headline)
    stated = [headline, cleaned(page.meta("og:title")), *headings, one_line(page.root.findtext("head/title") or "")]
    return _without_site(next((title for title in stated if title), ""), page)


def _without_site(title: str, page: _Page) -> str:
    """Return the title without the name of the site at its end, told by the page, by its host, or by a heading."""
    if not any(separator in title for separator in _SITE_SEPARATORS):
        return title
    site = one_line(page.meta("og:site_name") or "").casefold()
    labels = (urlsplit(page.url).hostname or "").removeprefix("www.").split(".")[:-1]
    names = [name for name in (site, *labels) if len(name) >= _SHORTEST_SITE_NAME]
    headings = [one_line(text_in(heading)) for heading in page.root.iter(*_HEADINGS)]
    for separator in _SITE_SEPARATORS:
        bare, found, end = title.rpartition(separator)
        if not found:
            continue
        end = end.casefold()
        told = bare in headings or any(name in end or name in end.replace(" ", "") for name in names)
        if end == site or (told and len(end) < len(bare)):
            return bare.rstrip()
    return title


def _tags(page: _Page) -> tuple[str, ...]:
    keywords = page.about.get("keywords")
    if isinstance(keywords, str):
        keywords = keywords.split(",")
    stated = [one for one in keywords if isinstance(one, str)] if isinstance(keywords, list) else []
    return tuple(dict.fromkeys(tag for tag in map(plain, page.metas.get("article:tag") or stated) if tag))


# Where it is


def _canonical(page: _Page) -> str:
    links = (link.get("href", "") for link in page.root.iter("link") if "canonical" in link.get("rel", "").split())
    address = whole_address(next(links, None) or page.meta("og:url") or "", page.url)
    return address if address is not None and urlsplit(address).path not in ("", "/") else page.url


def _other_pages(root: etree._Element, url: str) -> tuple[tuple[str, ...], str | None]:
    """Return the addresses of pages 2, 3, ... of a split article, and of all on one: its own with `/2/`, `?page=2`."""
    own = urlsplit(url)
    path = own.path.rstrip("/")
    pages: dict[int, str] = {}
    whole: str | None = None
    for address in _links_within(root, url, path.rpartition("/")[2]):
        parts = urlsplit(address)
        if parts.netloc != own.netloc:
            continue
        number = parts.path.rstrip("/").removeprefix(f"{path}/") if not parts.query else ""
        if parts.path.rstrip("/") == path and parts.query.startswith("page="):
            number = parts.query.removeprefix("page=")
        if number == "all" and parts.query:
            whole = whole or address
        elif number.isascii() and number.isdigit() and 2 <= int(number[:6]) <= _MOST_PAGES:
            pages.setdefault(int(number), address)
    is_whole = "page=all" in own.query.split("&")
    return tuple(pages[number] for number in sorted(pages)), None if is_whole else whole


def _links_within(root: etree._Element, url: str, name: str) -> Iterator[str]:
    """Yield the whole addresses of links that name the article by the last part of its path, or are relative to it."""
    for link in root.iter("a", "link"):
        stated = link.get("href", "")
        if (name in stated or stated[:1] in _RELATIVE) and _PAGE_NUMBER.search(stated):
            address = whole_address(stated, url)
            if address is not None:
                yield address


# What it says


def _text(page: _Page, title: str, newline_is_break: bool, selectors: Selectors | None) -> str:
    chosen = selected(page.root, selectors.text if selectors else None)
    outermost = [one for one in chosen if set(chosen).isdisjoint(one.iterancestors())]
    text = "\n\n".join(filter(None, (text_of(one, newline_is_break=newline_is_break) for one in outermost)))
    if not text:
        text = _text_of_body(marked_body(page.root, page.html), newline_is_break)
    if not text:
        text = _text_of_body(running_body(page.root, title), newline_is_break)
    first, _, rest = text.partition("\n\n")
    return rest if first == title and rest else text


def _text_of_body(body: etree._Element | None, newline_is_break: bool) -> str:
    if body is None:
        return ""
    is_writers_own = is_content_field(body)
    text = text_of(body, newline_is_break=newline_is_break)
    return text if is_writers_own else without_page_lines(text)
