"""An RSS 2.0 feed as WordPress writes it to its entries."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import datetime
from zoneinfo import ZoneInfo

from lxml import etree

from crawler.article_page import moment_of
from crawler.cleaning import fragment_text, one_line, plain
from crawler.wordpress_rest import first_image
from crawler.wordpress_typing import as_typed

_CONTENT = "{http://purl.org/rss/1.0/modules/content/}encoded"
_CREATOR = "{http://purl.org/dc/elements/1.1/}creator"
_MEDIA = ("{http://search.yahoo.com/mrss/}content", "{http://search.yahoo.com/mrss/}thumbnail")
_DECLARATION = re.compile(r"^\s*<\?xml[^>]{0,200}\?>")
_POST_ID = re.compile(r"[?&]p=(\d+)\b")
_CUT_OFF = re.compile(
    r"(?:\[?(?:…|\.\.\.|&hellip;)\]?|(?:read more|continue reading|selengkapnya|baca selengkapnya)\W*)$", re.IGNORECASE
)
_SHORTEST_ARTICLE = 400
"""Characters below which a text that a feed gives in full is looked up on its page all the same."""


@dataclass(frozen=True, slots=True)
class FeedEntry:
    """One item of a feed; `content` is the text that it brings, which is a summary only where `is_summary`."""

    url: str
    source_id: str | None
    title: str
    published: datetime | None
    author: str | None
    section: str | None
    tags: tuple[str, ...]
    image_url: str | None
    content: str
    is_summary: bool
    raw: str


def read_feed(body: str, zone: ZoneInfo) -> list[FeedEntry] | None:
    """Return the entries of an RSS feed, times in `zone`, or None where the body is no feed."""
    # Only before the XML is parsed can WordPress's own punctuation be told from the writer's.
    parser = etree.XMLParser(recover=True, resolve_entities=False, no_network=True, remove_comments=True)
    try:
        root = etree.fromstring(_DECLARATION.sub("", as_typed(body)).encode(), parser)
    except etree.XMLSyntaxError:
        return None
    if root is None or etree.QName(root).localname.lower() not in ("rss", "rdf"):
        return None
    entries = (_entry(item, zone) for item in root.iter("item"))
    return [entry for entry in entries if entry]


def _entry(item: etree._Element, zone: ZoneInfo) -> FeedEntry | None:
    link = _of(item, "link").strip()
    guid = _of(item, "guid")
    if not link.startswith(("http://", "https://")):
        link = guid.strip()
    if not link.startswith(("http://", "https://")):
        return None
    content = _of(item, _CONTENT)
    text = fragment_text(content, newline_is_break=True) if content else ""
    post_id = _POST_ID.search(guid)
    published = moment_of(_of(item, "pubDate"), zone)
    terms = [plain(term.text or "") for term in item.iter("category")]
    return FeedEntry(
        url=link,
        source_id=post_id[1] if post_id else None,
        title=plain(_of(item, "title")),
        published=published[0].astimezone(zone) if published else None,
        author=plain(_of(item, _CREATOR)) or None,
        section=next(iter(terms), None),
        tags=tuple(dict.fromkeys(term for term in terms[1:] if term)),
        image_url=_image(item, content),
        content=text,
        is_summary=_is_summary(text, plain(_of(item, "description"))),
        raw=etree.tostring(item, encoding="unicode", with_tail=False),
    )


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
