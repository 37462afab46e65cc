"""A feed (RSS 2.0 as WordPress writes it, RSS 1.0, Atom) to its entries."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import datetime
from urllib.parse import urljoin
from zoneinfo import ZoneInfo

from lxml import etree

from crawler.article_page import moment_of
from crawler.cleaning import fragment_text, one_line, plain
from crawler.wordpress_rest import first_image
from crawler.wordpress_typing import as_typed

_CONTENT = "{http://purl.org/rss/1.0/modules/content/}encoded"
_CREATOR = "{http://purl.org/dc/elements/1.1/}creator"
_MEDIA = ("{http://search.yahoo.com/mrss/}content", "{http://search.yahoo.com/mrss/}thumbnail")
_DATE = "{http://purl.org/dc/elements/1.1/}date"
_ATOM = "{http://www.w3.org/2005/Atom}"
_RSS_1 = 'xmlns="http://purl.org/rss/1.0/"'
_DECLARATION = re.compile(r"^\s*<\?xml[^>]{0,200}\?>")
_POST_ID = re.compile(r"[?&]p=(\d+)\b")
_CUT_OFF = re.compile(
    r"(?:\[?(?:…|\.\.\.|&hellip;)\]?|(?:read more|continue reading|selengkapnya|baca selengkapnya)\W*)$", re.IGNORECASE
)
_END = re.compile(r"</(?:[\w.-]+:)?(?:rss|rdf|feed)\s*>", re.IGNORECASE)
_TAIL = 2048
"""Characters at the end of a feed that its closing tag stands in; caches write a comment behind it."""

_SHORTEST_ARTICLE = 400
"""Characters below which a text that a feed gives in full is looked up on its page all the same."""


@dataclass(frozen=True, slots=True)
class FeedEntry:
    """One item of a feed; `content` is the text that it brings, which is a summary only where `is_summary`."""

    url: str
    source_id: str | None
    title: str
    published: datetime | None
    modified: datetime | None
    author: str | None
    section: str | None
    tags: tuple[str, ...]
    image_url: str | None
    content: str
    is_summary: bool


def breaks_off(body: str) -> bool:
    """Tell whether a feed has no end: its server failed in the middle of writing it."""
    return _END.search(body[-_TAIL:]) is None


def read_feed(body: str, zone: ZoneInfo, address: str = "") -> list[FeedEntry] | None:
    """Return the entries of the feed at `address`, times in `zone`, or None where the body is no feed."""
    # Only before the XML is parsed can WordPress's own punctuation be told from the writer's.
    parser = etree.XMLParser(recover=True, resolve_entities=False, no_network=True, remove_comments=True)
    try:
        root = etree.fromstring(_DECLARATION.sub("", as_typed(body)).replace(_RSS_1, "", 1).encode(), parser)
    except etree.XMLSyntaxError:
        return None
    kind = etree.QName(root).localname.lower() if root is not None else ""
    if root is None or kind not in ("rss", "rdf", "feed"):
        return None
    if kind == "feed":
        entries = (_atom_entry(item, zone, address) for item in root.iter(f"{_ATOM}entry"))
    else:
        entries = (_entry(item, zone, address) for item in root.iter("item"))
    return [entry for entry in entries if entry]


def _entry(item: etree._Element, zone: ZoneInfo, address: str) -> FeedEntry | None:
    link = _whole(_of(item, "link"), address)
    guid = _of(item, "guid")
    if not link.startswith(("http://", "https://")):
        link = guid.strip()
    if not link.startswith(("http://", "https://")):
        return None
    content = _of(item, _CONTENT)
    text = fragment_text(content, newline_is_break=True) if content else ""
    post_id = _POST_ID.search(guid)
    terms = [plain(term.text or "") for term in item.iter("category")]
    return FeedEntry(
        url=link,
        source_id=post_id[1] if post_id else None,
        title=plain(_of(item, "title")),
        published=_moment(_of(item, "pubDate") or _of(item, _DATE), zone),
        modified=None,
        author=plain(_of(item, _CREATOR)) or None,
        section=next(iter(terms), None),
        tags=tuple(dict.fromkeys(term for term in terms[1:] if term)),
        image_url=_image(item, content),
        content=text,
        is_summary=_is_summary(text, plain(_of(item, "description"))),
    )


def _atom_entry(item: etree._Element, zone: ZoneInfo, address: str) -> FeedEntry | None:
    links = [one for one in item.iterchildren(f"{_ATOM}link") if one.get("rel", "alternate") == "alternate"]
    link = _whole(next((str(one.get("href", "")) for one in links), ""), address)
    if not link.startswith(("http://", "https://")):
        return None
    content = _markup(item, f"{_ATOM}content")
    text = fragment_text(content, newline_is_break=True) if content else ""
    terms = [plain(one.get("label") or one.get("term") or "") for one in item.iterchildren(f"{_ATOM}category")]
    modified = _moment(_of(item, f"{_ATOM}updated"), zone)
    return FeedEntry(
        url=link,
        source_id=None,
        title=plain(_markup(item, f"{_ATOM}title")),
        published=_moment(_of(item, f"{_ATOM}published"), zone) or modified,
        modified=modified,
        author=plain(_of(item, f"{_ATOM}author/{_ATOM}name")) or None,
        section=next(iter(terms), None),
        tags=tuple(dict.fromkeys(term for term in terms[1:] if term)),
        image_url=_image(item, content),
        content=text,
        is_summary=_is_summary(text, plain(_markup(item, f"{_ATOM}summary"))),
    )


def _whole(link: str, address: str) -> str:
    try:
        return urljoin(address, link.strip()) if link.strip() else ""
    except ValueError:
        return ""


def _markup(item: etree._Element, name: str) -> str:
    """Return the HTML that an Atom element holds: as text, or as elements (`type="xhtml"`)."""
    element = item.find(name)
    if element is None:
        return ""
    inner = "".join(etree.tostring(one, encoding="unicode") for one in element)
    return f"{element.text or ''}{inner}"


def _moment(value: str, zone: ZoneInfo) -> datetime | None:
    moment = moment_of(value, zone)
    return moment[0].astimezone(zone) if moment else None


def _of(item: etree._Element, name: str) -> str:
    return item.findtext(name) or ""


def _is_summary(text: str, description: str) -> bool:
    """Tell whether what the feed gives as content is the article's beginning only."""
    if _CUT_OFF.search(text):
        return True
    return len(text) < _SHORTEST_ARTICLE and one_line(text) in (description, "")


def _image(item: etree._Element, content: str) -> str | None:
    enclosures = [one for one in item.iter("enclosure") if str(one.get("type", "")).startswith("image/")]
    pictures = [one for name in _MEDIA for one in item.iter(name) if one.get("medium", "image") == "image"]
    for element in (*enclosures, *pictures):
        address = str(element.get("url", ""))
        if address.startswith(("http://", "https://")):
            return address
    return first_image(content)
