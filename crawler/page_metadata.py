"""What an article page says of itself for machines: JSON-LD and meta tags."""

from __future__ import annotations

import json
from collections.abc import Iterator
from typing import Any
from urllib.parse import urldefrag, urljoin

from lxml import etree

from crawler.cleaning import plain

_ARTICLE_TYPES = frozenset(
    "Article NewsArticle ReportageNewsArticle AnalysisNewsArticle BlogPosting Report LiveBlogPosting WebPage".split()
)


def json_ld(root: etree._Element) -> dict[str, Any]:
    """Return the JSON-LD node that describes the article, with references to other nodes of the graph followed."""
    nodes: list[dict[str, Any]] = []
    for script in root.iter("script"):
        if not script.get("type", "").lower().startswith("application/ld+json"):
            continue
        try:
            nodes.extend(_nodes(json.loads((script.text or "").strip().rstrip(";"), strict=False)))
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


def meta_tags(root: etree._Element) -> dict[str, list[str]]:
    """Return the contents of the meta tags by property, name or itemprop in lower case, in the page's order."""
    found: dict[str, list[str]] = {}
    for tag in root.iter("meta"):
        content = tag.get("content")
        if content is None:
            continue
        names = {name.casefold() for key in ("property", "name", "itemprop") if (name := tag.get(key)) is not None}
        for name in names:
            found.setdefault(name, []).append(content)
    return found


def cleaned(value: str | None) -> str | None:
    """Return a short string without markup, None where nothing is left of it."""
    return plain(value) or None if value else None


def named(value: Any) -> str | None:
    """Return the name in a JSON-LD value: a text, a node with a name, or those of a list; an address is no name."""
    if isinstance(value, list):
        names = [name for name in map(named, value) if name]
        return ", ".join(dict.fromkeys(names)) or None
    if isinstance(value, dict):
        return named(value.get("name"))
    if isinstance(value, str) and not value.startswith(("http://", "https://")):
        return cleaned(value)
    return None


def image_in(value: Any, url: str) -> str | None:
    """Return the whole address of the image in a JSON-LD value or meta tag of the page at `url`."""
    if isinstance(value, list):
        return next(filter(None, (image_in(one, url) for one in value)), None)
    if isinstance(value, dict):
        return image_in(value.get("url") or value.get("contentUrl") or value.get("@id"), url)
    address = whole_address(value, url) if isinstance(value, str) else None
    return address if address is not None and address.startswith(("http://", "https://")) else None


def whole_address(stated: str, url: str) -> str | None:
    """Return the address that the page at `url` states, whole and without fragment; None where it states none."""
    try:
        return urldefrag(urljoin(url, stated.strip())).url if stated.strip() else None
    except ValueError:  # http://[
        return None
