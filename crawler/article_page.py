"""One article's HTML page to its fields, for what neither an API nor a feed gives.

What the page says of itself for machines comes first (JSON-LD, then meta tags), then its visible markup, and the text
from trafilatura, over the page cleaned by `crawler.cleaning`.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime, tzinfo
from email.utils import parsedate_to_datetime
from typing import Any, Literal
from urllib.parse import urljoin, urlsplit

import trafilatura
from bs4 import BeautifulSoup, Tag
from htmldate import find_date

from crawler.cleaning import PARSER, break_at_newlines, fragment_text, one_line, plain, remove_noise, write_item_numbers

_ARTICLE_TYPES = frozenset(
    "Article NewsArticle ReportageNewsArticle AnalysisNewsArticle BlogPosting Report LiveBlogPosting WebPage".split()
)
_PUBLISHED_META = (
    (
        "article:published_time og:published_time og:article:published_time datepublished publishdate publish-date "
        "publish_date pubdate dc.date.issued dc.date parsely-pub-date sailthru.date date content_publishedDate"
    )
    .casefold()
    .split()
)
_MODIFIED_META = ("article:modified_time", "og:updated_time", "datemodified", "lastmod")
_PUBLISHED_CLASS = re.compile(r"publish|posted|(?<!up)date\b", re.IGNORECASE)
_MODIFIED_CLASS = re.compile(r"updated|modified", re.IGNORECASE)
_SITE_SEPARATORS = (" - ", " | ", " – ", " — ", " » ", " • ")
_MOST_PAGES = 20
_BODIES = (
    "[itemprop=articleBody]",
    ".entry-content",
    ".td-post-content",
    ".post-content",
    ".article-content",
)
_TOO_SHORT_TO_WEIGH = 600


@dataclass(frozen=True, slots=True)
class ArticlePage:
    """What a page tells of its article; times are aware.

    `published_precision` is `day` where only the calendar day was found, midnight in the portal's zone then standing
    for it. `more_pages` are the addresses of the article's further pages, in order, where it is split, `whole_page` the
    one that shows them all together, where there is one.
    """

    url: str
    title: str
    published: datetime | None
    published_precision: Literal["second", "day"] | None
    modified: datetime | None
    author: str | None
    section: str | None
    tags: tuple[str, ...]
    image_url: str | None
    text: str
    more_pages: tuple[str, ...]
    whole_page: str | None


def parse_article_page(html: str, url: str, zone: tzinfo, *, newline_is_break: bool = False) -> ArticlePage:
    """Return the fields of the article page `html` that was had from `url`; times without a zone are meant in `zone`.

    A field that the page does not give is None or empty; `text` is empty where no article was found.
    """
    soup = BeautifulSoup(html, PARSER)
    about = _json_ld(soup)
    meta = _meta(soup)
    published, precision = _published(about, meta, soup, html, url, zone)
    title = _title(about, meta, soup)
    canonical = _canonical(soup, meta, url)
    more_pages, whole_page = _more_pages(soup, url)
    return ArticlePage(
        url=canonical,
        title=title,
        published=published,
        published_precision=precision,
        modified=_first_moment([about.get("dateModified"), *(meta.get(name) for name in _MODIFIED_META)], zone)[0],
        author=_name(about.get("author")) or _clean(meta.get("author")) or _name(meta.get("article:author")),
        section=_name(about.get("articleSection")) or _clean(meta.get("article:section")),
        tags=_tags(about, soup),
        image_url=_image(about.get("image"), url) or _image(meta.get("og:image"), url),
        text=_text(soup, url, title, newline_is_break),
        more_pages=more_pages,
        whole_page=whole_page,
    )


def moment_of(value: object, zone: tzinfo) -> tuple[datetime, Literal["second", "day"]] | None:
    """Return the aware moment that an ISO 8601 or RFC 822 date means, and whether it has a time of day."""
    if not isinstance(value, str) or not value.strip():
        return None
    value = value.strip()
    try:
        moment = datetime.fromisoformat(value)
    except ValueError:
        try:
            moment = parsedate_to_datetime(value)
        except ValueError:
            return None
    precision: Literal["second", "day"] = "second" if ":" in value else "day"
    return (moment if moment.tzinfo else moment.replace(tzinfo=zone)), precision


def _first_moment(values: list[object], zone: tzinfo) -> tuple[datetime | None, Literal["second", "day"] | None]:
    moments = [moment for moment in (moment_of(value, zone) for value in values) if moment]
    exact = [moment for moment in moments if moment[1] == "second"]
    return next(iter(exact or moments), (None, None))


def _json_ld(soup: BeautifulSoup) -> dict[str, Any]:
    """Return the node that describes the article, with references to other nodes of the graph followed."""
    nodes: list[dict[str, Any]] = []
    for script in soup.find_all("script", type=re.compile(r"^application/ld\+json", re.IGNORECASE)):
        try:
            nodes.extend(_nodes(json.loads(script.get_text().strip().rstrip(";"), strict=False)))
        except (ValueError, RecursionError):
            continue  # broken JSON-LD is common; the meta tags say the same
    by_id = {node["@id"]: node for node in nodes if isinstance(node.get("@id"), str) and len(node) > 1}
    articles = [
        node for node in nodes if _types(node) & _ARTICLE_TYPES and ("headline" in node or "datePublished" in node)
    ]
    articles.sort(key=lambda node: "WebPage" in _types(node))  # stable: an article before the page around it
    if not articles:
        return {}
    return {key: _followed(value, by_id) for key, value in articles[0].items()}


def _nodes(value: Any) -> Iterator[dict[str, Any]]:
    if isinstance(value, list):
        for one in value:
            yield from _nodes(one)
    elif isinstance(value, dict):
        yield value
        yield from _nodes(value.get("@graph"))


def _types(node: dict[str, Any]) -> set[str]:
    kind = node.get("@type")
    return {name for name in (kind if isinstance(kind, list) else [kind]) if isinstance(name, str)}


def _followed(value: Any, by_id: dict[str, dict[str, Any]]) -> Any:
    if isinstance(value, list):
        return [_followed(one, by_id) for one in value]
    if isinstance(value, dict) and set(value) <= {"@id", "@type", "name"} and isinstance(value.get("@id"), str):
        return by_id.get(value["@id"], value)
    return value


def _meta(soup: BeautifulSoup) -> dict[str, str]:
    """Return the meta tags by property, name or itemprop, in lower case; the first of a name wins."""
    found: dict[str, str] = {}
    for tag in soup.find_all("meta", content=True):
        for key in ("property", "name", "itemprop"):
            name = tag.get(key)
            if isinstance(name, str):
                found.setdefault(name.casefold(), str(tag["content"]))
    return found


def _published(
    about: dict[str, Any], meta: dict[str, str], soup: BeautifulSoup, html: str, url: str, zone: tzinfo
) -> tuple[datetime | None, Literal["second", "day"] | None]:
    stated = [about.get("datePublished"), *(meta.get(name) for name in _PUBLISHED_META)]
    moment, precision = _first_moment([*stated, *_times(soup)], zone)
    if moment is not None:
        return moment, precision
    day = find_date(html, url=url, original_date=True)
    return (datetime.fromisoformat(day).replace(tzinfo=zone), "day") if day else (None, None)


def _times(soup: BeautifulSoup) -> list[object]:
    """Return the dates of the <time> elements that mark when the article was published."""
    found: list[object] = []
    for time in soup.find_all("time", datetime=True):
        marks = " ".join([*map(str, time.get_attribute_list("class")), str(time.get("itemprop") or "")])
        if "publish" not in marks.lower() and _MODIFIED_CLASS.search(marks):
            continue
        if time.has_attr("pubdate") or _PUBLISHED_CLASS.search(marks):
            found.append(time["datetime"])
    return found


def _title(about: dict[str, Any], meta: dict[str, str], soup: BeautifulSoup) -> str:
    headings = [one_line(heading.get_text()) for heading in soup.find_all("h1")]
    page_title = soup.title.get_text() if soup.title else ""
    site = one_line(meta.get("og:site_name", ""))
    headline = _name(about.get("headline"))
    if headline and headline.endswith(("…", "...")):
        headline = next((one for one in headings if one.startswith(headline.rstrip("….").rstrip())), headline)
    stated = [headline, _clean(meta.get("og:title")), *headings, one_line(page_title)]
    return _without_site(next((title for title in stated if title), ""), site)


def _without_site(title: str, site: str) -> str:
    for separator in _SITE_SEPARATORS:
        if site and title.endswith(separator + site):
            return title.removesuffix(separator + site)
    return title


def _clean(value: str | None) -> str | None:
    return plain(value) or None if value else None


def _name(value: Any) -> str | None:
    """Return the name in a JSON-LD value: a text, a node with a name, or the first of a list; an address is no name."""
    if isinstance(value, list):
        names = [name for name in map(_name, value) if name]
        return ", ".join(dict.fromkeys(names)) or None
    if isinstance(value, dict):
        return _name(value.get("name"))
    if isinstance(value, str) and not value.startswith(("http://", "https://")):
        return _clean(value)
    return None


def _image(value: Any, url: str) -> str | None:
    if isinstance(value, list):
        return next(filter(None, (_image(one, url) for one in value)), None)
    if isinstance(value, dict):
        return _image(value.get("url") or value.get("contentUrl") or value.get("@id"), url)
    if not isinstance(value, str) or not value.strip():
        return None
    address = urljoin(url, value.strip())
    return address if address.startswith(("http://", "https://")) else None


def _tags(about: dict[str, Any], soup: BeautifulSoup) -> tuple[str, ...]:
    marked = [str(tag["content"]) for tag in soup.find_all("meta", property="article:tag", content=True)]
    keywords = about.get("keywords")
    if isinstance(keywords, str):
        keywords = keywords.split(",")
    named = [one for one in keywords if isinstance(one, str)] if isinstance(keywords, list) else []
    return tuple(dict.fromkeys(tag for tag in map(plain, marked or named) if tag))


def _canonical(soup: BeautifulSoup, meta: dict[str, str], url: str) -> str:
    link = soup.find("link", rel="canonical", href=True)
    stated = str(link["href"]) if isinstance(link, Tag) else meta.get("og:url", "")
    address = urljoin(url, stated.strip()) if stated.strip() else url
    return address if urlsplit(address).path not in ("", "/") else url


def _more_pages(soup: BeautifulSoup, url: str) -> tuple[tuple[str, ...], str | None]:
    """Return the addresses of pages 2, 3, ... of a split article (its own with `/2/` or `?page=2`), and `?page=all`."""
    base = urlsplit(url)
    path = base.path.rstrip("/")
    pages: dict[int, str] = {}
    whole: str | None = None
    for link in soup.find_all(("a", "link"), href=True):
        address = urljoin(url, str(link["href"]))
        parts = urlsplit(address)
        if parts.netloc != base.netloc:
            continue
        number = parts.path.rstrip("/").removeprefix(f"{path}/") if not parts.query else ""
        if parts.path.rstrip("/") == path and parts.query.startswith("page="):
            number = parts.query.removeprefix("page=")
            if number == "all" and parts.query != base.query:
                whole = address
        if number.isascii() and number.isdigit() and 2 <= int(number[:6]) <= _MOST_PAGES:
            pages.setdefault(int(number), address)
    return tuple(pages[number] for number in sorted(pages)), whole


def _body(soup: BeautifulSoup) -> Tag | None:
    """Return the element that holds the article's body by a mark that themes share, where just one does."""
    for selector in _BODIES:
        found = soup.select(selector, limit=2)
        if len(found) == 1 and found[0].get_text(strip=True):
            return found[0]
    return None


def _text(soup: BeautifulSoup, url: str, title: str, newline_is_break: bool) -> str:
    """Return the article's text; the soup is used up.

    Trafilatura weighs what on the page is the article, and needs some text to weigh: a short body that the theme marks
    as one is taken as it is, where trafilatura would fall back to all text of the page.
    """
    remove_noise(soup)
    write_item_numbers(soup)
    if newline_is_break:
        break_at_newlines(soup)
    body = _body(soup)
    marked = fragment_text(str(body)) if body else ""
    if 0 < len(marked) < _TOO_SHORT_TO_WEIGH:
        return marked
    article = trafilatura.extract(
        str(soup), url=url, output_format="html", include_comments=False, include_tables=True, include_formatting=True
    )
    text = fragment_text(article) if article else marked
    first, _, rest = text.partition("\n\n")
    return rest if first == title and rest else text
