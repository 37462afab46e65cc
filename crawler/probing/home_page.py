"""What a home page tells of its site: its name, its feeds, its articles, and where it lists them."""

from __future__ import annotations

import json
import re
from collections import Counter
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any
from urllib.parse import quote_plus, urlencode, urlsplit

from crawler.html_tree import parse_html, text_in
from crawler.link_pages import whole_links
from crawler.page_metadata import cleaned, meta_tags, named, whole_address
from crawler.probing.findings import ListedArticle
from crawler.rendering import one_line

if TYPE_CHECKING:
    from lxml import etree

    from crawler.site import Site

_FEED_TYPES = frozenset(("application/rss+xml", "application/atom+xml", "application/rdf+xml"))
_OTHER_FEED = re.compile(r"comment|komentar|/category/|/tag/|/author/", re.IGNORECASE)
_HEADLINE_WORDS, _HEADLINE_LENGTH = 4, 22
"""What the text of a link has at the least that is a headline; sections and pages are called by fewer."""

_PAGE_NAMES = re.compile(
    r"redaksi|pedoman|privacy|privasi|disclaimer|kode etik|tentang|about|kontak|contact|karir|karier|syarat|ketentuan|"
    r"iklan|login|masuk|daftar",
    re.IGNORECASE,
)
_INDEX = re.compile(
    r"^(?:in?dek[s]?|index)(?: (?:berita|artikel))?$|^(?:semua|lihat semua|arsip)(?: berita| artikel)?$", re.IGNORECASE
)
_INDEX_PATH = re.compile(
    r"^/(?:indeks|index|indeks-berita|index-berita|arsip|archive|terkini|berita-terkini|latest)/?$", re.IGNORECASE
)
_TAG_PATH = re.compile(r"^(?P<before>/(?:[\w-]+/)?(?:tags?|topik|topic|label)/)[^/]+(?P<after>/?)$", re.IGNORECASE)
_SECTION_WORDS = re.compile(
    r"pemerintah|birokrasi|daerah|politik|pemkab|pemkot|pemprov|advertorial|berita|news|regional|lokal|hukum|nusantara",
    re.IGNORECASE,
)
_TITLE_PARTS = re.compile(r"\s+[-–—|»•:]+\s+")
_HOME_WORDS = frozenset(("home", "beranda", "homepage", "home page", "depan", "halaman depan", "berita"))
_PUBLISHERS = frozenset(("Organization", "NewsMediaOrganization", "WebSite", "Newspaper"))


@dataclass(frozen=True, slots=True)
class HomePage:
    """A home page read for what a probe goes on with; all addresses are on the site's own host.

    `name` is what it calls itself for machines, `titled` what its title seems to call it. `articles` are the links that
    read as headlines, `others` the addresses of links that read as sections or pages. `searches` and `tags` are
    addresses with `{term}`, `indexes` and `sections` pages of links, likely ones first.
    """

    name: str | None = None
    titled: str | None = None
    description: str | None = None
    feeds: tuple[str, ...] = ()
    rest_root: str | None = None
    articles: tuple[ListedArticle, ...] = ()
    others: tuple[str, ...] = ()
    searches: tuple[str, ...] = ()
    tags: tuple[str, ...] = ()
    indexes: tuple[str, ...] = ()
    sections: tuple[str, ...] = ()


def read_home_page(html: str, url: str, site: Site) -> HomePage:
    """Return what the home page `html` of the site, had from `url`, tells."""
    root = parse_html(html)
    metas = meta_tags(root)
    texts = _texts_of_links(root, url, site)
    articles = tuple(ListedArticle(address, text) for address, text in texts.items() if is_headline(text))
    known = {one.url for one in articles}
    others = tuple(address for address, text in texts.items() if address not in known and 0 < len(text.split()) <= 2)
    rest_root = next(
        (link.get("href", "") for link in root.iter("link") if link.get("rel") == "https://api.w.org/"), ""
    )
    description = next(iter(metas.get("description") or metas.get("og:description") or ()), None)
    return HomePage(
        name=_name(root, metas),
        titled=site_name(root.findtext("head/title") or "", f"{site.host} {_feed_titles(root)}"),
        description=cleaned(description),
        feeds=_feeds(root, url, site),
        rest_root=rest_root if site.owns(rest_root) else None,
        articles=articles,
        others=others,
        searches=_searches(root, url, site),
        tags=_tags(texts),
        indexes=_indexes(texts),
        sections=_sections(texts, others),
    )


def is_headline(text: str) -> bool:
    """Tell whether the text of a link reads as the title of an article, not as the name of a section or page."""
    return len(text) >= _HEADLINE_LENGTH and len(text.split()) >= _HEADLINE_WORDS and not _PAGE_NAMES.match(text)


def tag_address(path: str) -> str | None:
    """Return the path of a tag's page with `{term}` in the tag's place; None where it is none."""
    found = _TAG_PATH.match(path)
    return f"{found['before']}{{term}}{found['after']}" if found else None


def site_name(title: str, hints: str) -> str | None:
    """Return the site's name in the title of its home page: the part that its host or a feed has, else the first."""
    told = _letters(hints)
    parts = [part.strip() for part in _TITLE_PARTS.split(one_line(title)) if part.strip().casefold() not in _HOME_WORDS]
    named_so = [part for part in parts if _letters(part) and _letters(part) in told]
    return next(iter([*named_so, *filter(None, parts)]), None)


def _letters(text: str) -> str:
    return re.sub(r"\W", "", text.casefold())


def _name(root: etree._Element, metas: dict[str, list[str]]) -> str | None:
    stated = cleaned(next(iter(metas.get("og:site_name", ())), None))
    if stated and not stated.casefold().startswith("http"):
        return stated
    return cleaned(_publisher(root)) or cleaned(next(iter(metas.get("application-name", ())), None))


def _publisher(root: etree._Element) -> str | None:
    """Return the name of the organization or web site that JSON-LD tells of."""
    for script in root.iter("script"):
        if not script.get("type", "").lower().startswith("application/ld+json"):
            continue
        try:
            found = _named_node(json.loads((script.text or "").strip().rstrip(";"), strict=False))
        except (ValueError, RecursionError):
            continue
        if found:
            return found
    return None


def _named_node(value: Any) -> str | None:
    if isinstance(value, list):
        return next(filter(None, map(_named_node, value)), None)
    if not isinstance(value, dict):
        return None
    kind = value.get("@type")
    kinds = set(kind) if isinstance(kind, list) else {kind}
    if kinds & _PUBLISHERS and named(value.get("name")):
        return named(value.get("name"))
    return _named_node(value.get("publisher")) or _named_node(value.get("@graph"))


def _texts_of_links(root: etree._Element, url: str, site: Site) -> dict[str, str]:
    """Return the site's own addresses with the longest text, or title, that a link to each has."""
    texts: dict[str, str] = {}
    for anchor, address in whole_links(root, url):
        if (
            anchor.tag != "a"
            or not site.owns(address)
            or (urlsplit(address).path in ("", "/") and not urlsplit(address).query)
        ):
            continue
        picture = anchor.find(".//img[@alt]")
        text = one_line(text_in(anchor)) or one_line(anchor.get("title", ""))
        text = text or one_line(picture.get("alt", "") if picture is not None else "")
        if len(text) >= len(texts.setdefault(address, "")):
            texts[address] = text
    return texts


def _feed_titles(root: etree._Element) -> str:
    return " ".join(
        link.get("title", "") for link in root.iter("link") if link.get("type", "").casefold() in _FEED_TYPES
    )


def _feeds(root: etree._Element, url: str, site: Site) -> tuple[str, ...]:
    found: dict[str, None] = {}
    for link in root.iter("link"):
        if (
            "alternate" not in link.get("rel", "").casefold().split()
            or link.get("type", "").casefold() not in _FEED_TYPES
        ):
            continue
        address = whole_address(link.get("href", ""), url)
        if address and site.owns(address) and not _OTHER_FEED.search(f"{address} {link.get('title', '')}"):
            found.setdefault(address)
    return tuple(found)


def _searches(root: etree._Element, url: str, site: Site) -> tuple[str, ...]:
    """Return where the search forms of the page lead, with `{term}` in the place of what is typed."""
    found: dict[str, None] = {}
    for form in root.iter("form"):
        if form.get("method", "get").casefold() != "get":
            continue
        fields = [one for one in form.iter("input") if one.get("name")]
        typed = [one for one in fields if one.get("type", "text").casefold() in ("text", "search")]
        address = whole_address(form.get("action") or url, url)
        if len(typed) != 1 or not address or not site.owns(address) or "{" in address:
            continue
        hidden = {
            str(one.get("name")): one.get("value", "") for one in fields if one.get("type", "").casefold() == "hidden"
        }
        query = urlencode(hidden) + ("&" if hidden else "") + quote_plus(str(typed[0].get("name"))) + "={term}"
        found.setdefault(f"{address.partition('?')[0]}?{query}")
    return tuple(found)


def _tags(texts: dict[str, str]) -> tuple[str, ...]:
    """Return the addresses of tags that the page links to, with `{term}` in the tag's place, the commonest first."""
    counts: Counter[str] = Counter()
    for address in texts:
        parts = urlsplit(address)
        path = tag_address(parts.path)
        if path and not parts.query and "{" not in parts.path:
            counts[parts._replace(path=path).geturl()] += 1
    return tuple(address for address, _ in counts.most_common())


def _indexes(texts: dict[str, str]) -> tuple[str, ...]:
    """Return the pages that list all articles, by their name or by their address."""
    named_so = [address for address, text in texts.items() if _INDEX.match(text)]
    placed_so = [address for address in texts if _INDEX_PATH.match(urlsplit(address).path)]
    return tuple(dict.fromkeys([*placed_so, *named_so]))


def _sections(texts: dict[str, str], others: tuple[str, ...]) -> tuple[str, ...]:
    """Return the pages that may be sections, those first whose names speak of government, regions or news."""
    likely = [
        address
        for address in others
        if not _PAGE_NAMES.search(f"{texts[address]} {urlsplit(address).path}")
        and not _TAG_PATH.match(urlsplit(address).path)
        and not _INDEX.match(texts[address])
        and not urlsplit(address).query
        and len(urlsplit(address).path.strip("/").split("/")) <= 3
    ]
    return tuple(sorted(likely, key=lambda one: not _SECTION_WORDS.search(f"{texts[one]} {urlsplit(one).path}")))
