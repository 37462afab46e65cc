"""Pages that link to articles (sections, tags, search results, days of an archive): their links, and the next page."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING
from urllib.parse import parse_qsl, urlencode, urljoin, urlsplit

from lxml import etree, html

from crawler.cleaning import one_line
from crawler.html_tree import text_in

if TYPE_CHECKING:
    from collections.abc import Iterator

    from crawler.site import Site

_NOT_ARTICLES = frozenset(
    "category categories kategori tag tags topic topik topics author penulis users user page pages laman search cari "
    "feed rss amp wp-content wp-admin wp-login.php wp-json login register about tentang tentang-kami redaksi kontak "
    "contact hubungi-kami pedoman-media-siber kebijakan-privasi privacy-policy disclaimer kode-etik karier iklan index "
    "indeks foto video galeri gallery epaper sitemap archives arsip".split()
)
_FILE = re.compile(r"\.(?:jpe?g|png|gif|webp|svg|pdf|docx?|xlsx?|zip|mp[34]|css|js|xml|ico)$", re.IGNORECASE)
_NUMBER = re.compile(r"\d{4,}")
_DAY_IN_PATH = re.compile(r"/(?:19|20)\d\d/\d{1,2}/")
_NEXT_WORDS = frozenset(
    "next|›|»|>|>>|→|older|berikutnya|selanjutnya|lanjut|lebih lama|older posts|pos-pos lama|pos lama|"
    "halaman berikutnya|halaman selanjutnya|next page".split("|")
)
_ARROWS = " ›»>→"
_PAGE_IN_PATH = re.compile(r"/(?:page|halaman|hal|p)/(\d{1,6})/?$")
_PAGE_NAMES = frozenset(("page", "paged", "halaman", "hal", "p", "pg"))


@dataclass(frozen=True, slots=True)
class Link:
    """A link to an article, with the longest of the texts that it stands on."""

    url: str
    title: str | None


@dataclass(frozen=True, slots=True)
class LinkPage:
    """The links of a page in its order, and the address of the page that goes on from it."""

    links: tuple[Link, ...]
    next_page: str | None


def read_link_page(text: str, url: str, site: Site) -> LinkPage | None:
    """Return the articles that the page at `url` links to, or None where it is no HTML.

    What an article's address looks like is the site's `article` pattern; without one, a path that ends in a slug of
    several words or has a long number or a day, and is none of the pages that every site has.
    """
    try:
        root = html.document_fromstring(text)
    except (etree.ParserError, ValueError):
        return None
    titles: dict[str, str] = {}
    next_page: str | None = None
    number = _page_number(url)
    for anchor, address in whole_links(root, url):
        if next_page is None and _is_next(anchor, address, url, number):
            next_page = address
        elif site.owns(address) and is_article(address, site):
            title = one_line(text_in(anchor))
            if len(title) >= len(titles.setdefault(address, "")):
                titles[address] = title
    return LinkPage(tuple(Link(address, title or None) for address, title in titles.items()), next_page)


def is_article(url: str, site: Site) -> bool:
    """Tell whether an address of the site looks like an article's."""
    if site.article_pattern is not None:
        return site.article_pattern.search(url) is not None
    parts = urlsplit(url)
    steps = [step for step in parts.path.casefold().split("/") if step]
    if not steps:
        return any(name == "p" and value.isdecimal() for name, value in parse_qsl(parts.query))
    if _FILE.search(steps[-1]) or steps[0] in _NOT_ARTICLES or not _NOT_ARTICLES.isdisjoint(steps[:-1]):
        return False
    slug = steps[-1].rsplit(".", 1)[0]
    if slug in _NOT_ARTICLES:
        return False
    words = [word for word in slug.split("-") if word.isalpha()]
    has_mark = _NUMBER.search(parts.path) is not None or _DAY_IN_PATH.search(parts.path) is not None
    return len(words) >= 4 or (has_mark and len(words) >= 2)


def whole_links(root: etree._Element, url: str) -> Iterator[tuple[etree._Element, str]]:
    """Yield the links of the page at `url` (`a` and `link`) with their addresses, whole and without fragment."""
    base = root.find(".//base[@href]")
    home = urljoin(url, base.get("href", "")) if base is not None else url
    for anchor in root.iter("a", "link"):
        target = anchor.get("href", "").strip()
        if target and not target.startswith(("#", "javascript:", "mailto:", "tel:", "whatsapp:")):
            try:
                address = urljoin(home, target)
            except ValueError:
                continue
            yield anchor, address.partition("#")[0]


def page_after(url: str) -> str | None:
    """Return the address of the page after the numbered page at `url`; None where the address has no number."""
    parts = urlsplit(url)
    found = _PAGE_IN_PATH.search(parts.path)
    if found:
        start, end = found.span(1)
        return parts._replace(path=f"{parts.path[:start]}{int(found[1]) + 1}{parts.path[end:]}").geturl()
    pairs = parse_qsl(parts.query, keep_blank_values=True)
    place = next((at for at, (name, _) in enumerate(pairs) if name.casefold() in _PAGE_NAMES), None)
    if place is None or not pairs[place][1].isdecimal():
        return None
    name, value = pairs[place]
    pairs[place] = (name, str(int(value[:6]) + 1))
    return parts._replace(query=urlencode(pairs)).geturl()


def _is_next(anchor: etree._Element, address: str, url: str, number: int) -> bool:
    if urlsplit(address).netloc != urlsplit(url).netloc or address == url:
        return False
    if anchor.get("rel", "").casefold() == "next":
        return True
    if anchor.tag == "link":
        return False
    is_following = _page_number(address) == number + 1
    words = one_line(text_in(anchor)).casefold().strip(" .…")
    marks = f"{anchor.get('class', '')} {anchor.get('aria-label', '')}".casefold().split()
    is_called_next = words in _NEXT_WORDS or words.strip(_ARROWS) in _NEXT_WORDS or "next" in marks
    return is_following and (is_called_next or words == str(number + 1))


def _page_number(url: str) -> int:
    """Return which page of a listing the address is: 1 where it does not say."""
    parts = urlsplit(url)
    found = _PAGE_IN_PATH.search(parts.path)
    if found:
        return int(found[1])
    for name, value in parse_qsl(parts.query):
        if name.casefold() in _PAGE_NAMES and value.isdecimal():
            return int(value[:6])
    return 1
