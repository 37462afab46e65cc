"""A post as WordPress's REST API gives it (/wp-json/wp/v2/posts) to its fields."""

from __future__ import annotations

import json
import re
from datetime import UTC, datetime
from typing import TYPE_CHECKING, Any
from zoneinfo import ZoneInfo

from crawler.cleaning import fragment_text, plain
from crawler.html_tree import parse_html
from crawler.moments import YEARS
from crawler.wordpress_typing import as_typed
from db.articles import ArticleRecord
from db.saving import storable

if TYPE_CHECKING:
    from crawler.evidence.places import Kept
    from crawler.site import Site

POST_FIELDS = (
    "id,date,date_gmt,modified_gmt,link,title,content,_links.author,_links.wp:term,_links.wp:featuredmedia,"
    "jetpack_featured_media_url,yoast_head_json.author,yoast_head_json.og_image"
)
POST_EMBEDS = "author,wp:term,wp:featuredmedia"

_BROKEN_ESCAPE = re.compile(r"\\u(?:0000|d[89a-f])", re.IGNORECASE)
"""NUL, or half of a surrogate pair, perhaps without the other half."""


class PostError(ValueError):
    """A post cannot be used; the message says which and why."""


def read_posts(body: str) -> list[dict[str, Any]] | None:
    """Return the posts of one page of the API, or None where the body is no such page (an error, a home page)."""
    try:
        posts = json.loads(body.lstrip("\ufeff"))
    except (ValueError, RecursionError):
        return None
    if not isinstance(posts, list) or not all(isinstance(post, dict) and "id" in post for post in posts):
        return None
    return [_sound(post) for post in posts] if _BROKEN_ESCAPE.search(body) else posts


def article_of_post(post: dict[str, Any], site: Site, kept: Kept) -> ArticleRecord:
    """Return the article in a post; its text is empty where the API does not give it. Raises PostError."""
    link = post.get("link")
    if not isinstance(link, str) or not link.startswith(("http://", "https://")):
        raise PostError(f"post {post['id']} has no address")
    content = _at(post, "content", "rendered")
    if _at(post, "content", "protected") is True:
        raise PostError(f"{link} is behind a password")
    html = content if isinstance(content, str) else ""
    section, tags = _terms(post)
    zone = site.zone
    return ArticleRecord(
        portal=site.id,
        url=site.canonical(link),
        source_id=str(post["id"]),
        title=plain(as_typed(str(_at(post, "title", "rendered") or ""))),
        published=_moment(post.get("date_gmt"), UTC, zone) or _moment(post.get("date"), zone, zone),
        modified=modified_of_post(post, zone),
        author=_text(_at(post, "_embedded", "author", 0, "name")) or _text(_at(post, "yoast_head_json", "author")),
        section=section,
        tags=tags,
        image_url=_image(post, html),
        text=fragment_text(as_typed(html), newline_is_break=True),
        warc_records=(kept.record,),
        fetched_at=kept.moment,
    )


def modified_of_post(post: dict[str, Any], zone: ZoneInfo) -> datetime | None:
    """Return when the post was last changed, in `zone`, where it says so."""
    return _moment(post.get("modified_gmt"), UTC, zone)


def _sound(value: Any) -> Any:
    """Return the JSON value with text that a database can keep, in all its depth."""
    match value:
        case str():
            return storable(value)
        case list():
            return [_sound(one) for one in value]
        case dict():
            return {name: _sound(one) for name, one in value.items()}
        case _:
            return value


def _at(value: Any, *path: str | int) -> Any:
    for step in path:
        if isinstance(step, int):
            value = value[step] if isinstance(value, list) and len(value) > step else None
        else:
            value = value.get(step) if isinstance(value, dict) else None
    return value


def _text(value: Any) -> str | None:
    return plain(as_typed(value)) or None if isinstance(value, str) else None


def _moment(value: Any, meant_in: Any, zone: ZoneInfo) -> datetime | None:
    """Return the moment in the portal's zone; WordPress writes 0000-00-00 for a date that was never set."""
    try:
        moment = datetime.fromisoformat(value) if isinstance(value, str) else None
    except ValueError:
        return None
    if moment is None or moment.year not in YEARS:
        return None
    return (moment if moment.tzinfo else moment.replace(tzinfo=meant_in)).astimezone(zone)


def _terms(post: dict[str, Any]) -> tuple[str | None, tuple[str, ...]]:
    """Return the first category's name and the names of the tags."""
    groups = _at(post, "_embedded", "wp:term")
    terms = [term for group in groups if isinstance(group, list) for term in group] if isinstance(groups, list) else []
    named = [(_at(term, "taxonomy"), _text(_at(term, "name"))) for term in terms]
    categories = [name for taxonomy, name in named if taxonomy == "category" and name]
    tags = [name for taxonomy, name in named if taxonomy == "post_tag" and name]
    return (categories[0] if categories else None), tuple(dict.fromkeys(tags))


def _image(post: dict[str, Any], html: str) -> str | None:
    stated = (
        _at(post, "_embedded", "wp:featuredmedia", 0, "source_url"),
        _at(post, "jetpack_featured_media_url"),
        _at(post, "yoast_head_json", "og_image", 0, "url"),
    )
    for address in stated:
        if isinstance(address, str) and address.startswith(("http://", "https://")):
            return address
    return first_image(html)


def first_image(html: str) -> str | None:
    """Return the address of the first picture in an HTML fragment, if it has one on the web."""
    if "<img" not in html:
        return None
    address = next((image.get("src") for image in parse_html(html).iter("img") if image.get("src")), None)
    return address if address is not None and address.startswith(("http://", "https://")) else None
