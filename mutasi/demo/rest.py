"""The REST API of an outlet, as wp-json/wp/v2 answers: posts, categories, tags and users."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import datetime
from html import escape
from typing import TYPE_CHECKING, Any
from urllib.parse import urlencode
from zoneinfo import ZoneInfo

from mutasi.demo.outlets import Author, Post, Term
from mutasi.demo.site import Query, Reply, Site, json_reply

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

MAX_PER_PAGE = 100
NAMESPACE = "/wp/v2"
_DATE_TIME = re.compile(r"\d{4}-\d{2}-\d{2}[Tt ]\d{2}:\d{2}:\d{2}(\.\d+)?([Zz]|[+-]\d{2}:?(\d{2})?)?")


class RestError(Exception):
    """A refusal, with WordPress's code, message and status."""

    def __init__(self, code: str, message: str, status: int, **data: Any) -> None:
        super().__init__(message)
        self.reply = json_reply({"code": code, "message": message, "data": {"status": status, **data}}, status)


@dataclass(frozen=True, slots=True)
class _Collection:
    """One kind of item: its order fields and how an item is written."""

    items: Sequence[Post] | Sequence[Term] | Sequence[Author]
    order_by: dict[str, Callable[[Any], Any]]
    order: str
    write: Callable[[Site, Any], dict[str, Any]]
    missing: str


def rest_reply(site: Site, route: str, query: Query) -> Reply:
    """Answer a request for `route` (`/`, `/wp/v2/posts`, `/wp/v2/posts/2231` ...), errors as WordPress words them."""
    try:
        return _granted(site, route.rstrip("/"), query)
    except RestError as error:
        return error.reply


def _granted(site: Site, route: str, query: Query) -> Reply:
    if not site.outlet.rest:
        raise RestError("rest_forbidden", "Maaf, Anda tidak diizinkan melakukan itu.", 401)
    if not route:
        return json_reply(_fields(_index(site), query))
    name, _, number = route.removeprefix(NAMESPACE + "/").partition("/")
    collection = _collections(site).get(name) if route.startswith(NAMESPACE + "/") else None
    if collection is None or (number and not re.fullmatch(r"[0-9]{1,9}", number)):
        raise RestError("rest_no_route", "Tidak ditemukan rute yang cocok dengan URL dan metode permintaan.", 404)
    if query.get("context", "view") == "edit":
        raise RestError("rest_forbidden_context", "Maaf, Anda tidak diizinkan menyunting tulisan ini.", 401)
    if number:
        return json_reply(_one(site, collection, int(number), query))
    return _listing(site, name, collection, query)


def _collections(site: Site) -> dict[str, _Collection]:
    outlet = site.outlet
    by_name = {
        "id": lambda item: item.id,
        "name": lambda item: item.name.lower(),
        "slug": lambda item: item.slug,
    }
    by_post = {
        "date": lambda post: post.published,
        "modified": lambda post: post.published,
        "id": lambda post: post.id,
        "title": lambda post: post.title,
        "slug": lambda post: post.slug,
    }
    return {
        "posts": _Collection(outlet.posts, by_post, "desc", _post, "rest_post_invalid_id"),
        "categories": _Collection(outlet.categories, by_name, "asc", _term, "rest_term_invalid"),
        "tags": _Collection(outlet.tags, by_name, "asc", _term, "rest_term_invalid"),
        "users": _Collection(outlet.authors, by_name, "asc", _user, "rest_user_invalid_id"),
    }


def _one(site: Site, collection: _Collection, number: int, query: Query) -> dict[str, Any]:
    for item in collection.items:
        if item.id == number:
            return _embedded(site, item, _fields(collection.write(site, item), query), query)
    raise RestError(collection.missing, "ID tidak valid.", 404)


def _listing(site: Site, name: str, collection: _Collection, query: Query) -> Reply:
    page = _whole_number(query, "page", 1, 1, None)
    per_page = _whole_number(query, "per_page", 10, 1, MAX_PER_PAGE)
    default_order = "date" if name == "posts" else "name"
    order_by = _choice(query, "orderby", default_order, tuple(collection.order_by))
    order = _choice(query, "order", collection.order, ("asc", "desc"))
    items: list[Post | Term | Author] = sorted(
        collection.items, key=collection.order_by[order_by], reverse=order == "desc"
    )
    items = [item for item in items if _wanted(item, query, ZoneInfo(site.outlet.timezone))]
    if posts := _numbers(query, "post"):
        used = {term for post in site.outlet.posts if post.id in posts for term in (post.category, *post.tags)}
        items = [item for item in items if item in used]
    total, pages = len(items), -(-len(items) // per_page)
    start = (page - 1) * per_page + _whole_number(query, "offset", 0, 0, None)
    if name == "posts" and total and page > pages:
        message = "Nomor halaman yang diminta lebih besar dari jumlah halaman yang tersedia."
        raise RestError("rest_post_invalid_page_number", message, 400)
    shown = items[start : start + per_page]
    written = [_embedded(site, item, _fields(collection.write(site, item), query), query) for item in shown]
    headers = {
        "X-WP-Total": str(total),
        "X-WP-TotalPages": str(pages),
        "Access-Control-Expose-Headers": "X-WP-Total, X-WP-TotalPages, Link",
    }
    links = [
        f'<{site.url(f"/wp-json{NAMESPACE}/{name}")}?{urlencode({**query, "page": str(number)})}>; rel="{relation}"'
        for number, relation in ((page - 1, "prev"), (page + 1, "next"))
        if 1 <= number <= pages
    ]
    if links:
        headers["Link"] = ", ".join(links)
    return json_reply(written, headers=headers)


def _wanted(item: Post | Term | Author, query: Query, zone: ZoneInfo) -> bool:
    """Tell whether the query's filters let the item through."""
    if (include := _numbers(query, "include")) and item.id not in include:
        return False
    if item.id in _numbers(query, "exclude"):
        return False
    if (slugs := query.get("slug")) and item.slug not in slugs.split(","):
        return False
    search = query.get("search", "")
    if not isinstance(item, Post):
        return search.lower() in item.name.lower()
    after, before = (_moment(query, "after", zone), _moment(query, "before", zone))
    modified_after, modified_before = (_moment(query, "modified_after", zone), _moment(query, "modified_before", zone))
    # WordPress compares strictly: a post of the very second is neither after nor before it.
    if any(bound and item.published <= bound for bound in (after, modified_after)):
        return False
    if any(bound and item.published >= bound for bound in (before, modified_before)):
        return False
    if (categories := _numbers(query, "categories")) and item.category.id not in categories:
        return False
    if (tags := _numbers(query, "tags")) and not tags & {tag.id for tag in item.tags}:
        return False
    if (authors := _numbers(query, "author")) and item.author.id not in authors:
        return False
    return item.tells_of(search)


def _index(site: Site) -> dict[str, Any]:
    zone = ZoneInfo(site.outlet.timezone)
    offset = zone.utcoffset(site.outlet.posts[0].published)
    return {
        "name": site.outlet.name,
        "description": site.outlet.tagline,
        "url": site.home,
        "home": site.home,
        "gmt_offset": str(int(offset.total_seconds() // 3600)) if offset else "0",
        "timezone_string": site.outlet.timezone,
        "namespaces": ["oembed/1.0", "wp/v2"],
        "authentication": [],
        "routes": {f"{NAMESPACE}/{name}": {"methods": ["GET"]} for name in ("posts", "categories", "tags", "users")},
    }


def _post(site: Site, post: Post) -> dict[str, Any]:
    local, gmt = post.published.replace(tzinfo=None).isoformat(), post.published_gmt.replace(tzinfo=None).isoformat()
    api = site.url(f"/wp-json{NAMESPACE}")
    return {
        "id": post.id,
        "date": local,
        "date_gmt": gmt,
        "guid": {"rendered": site.url(f"/?p={post.id}")},
        "modified": local,
        "modified_gmt": gmt,
        "slug": post.slug,
        "status": "publish",
        "type": "post",
        "link": site.url(post.path),
        "title": {"rendered": escape(post.title, quote=False)},
        "content": {"rendered": site.content(post), "protected": False},
        "excerpt": {"rendered": f"<p>{post.excerpt}</p>\n", "protected": False},
        "author": post.author.id,
        "featured_media": 0,
        "comment_status": "open",
        "ping_status": "closed",
        "sticky": False,
        "template": "",
        "format": "standard",
        "meta": {"footnotes": ""},
        "categories": [post.category.id],
        "tags": [tag.id for tag in post.tags],
        "_links": {
            "self": [{"href": f"{api}/posts/{post.id}"}],
            "collection": [{"href": f"{api}/posts"}],
            "author": [{"embeddable": True, "href": f"{api}/users/{post.author.id}"}],
            "wp:term": [
                {"taxonomy": "category", "embeddable": True, "href": f"{api}/categories?post={post.id}"},
                {"taxonomy": "post_tag", "embeddable": True, "href": f"{api}/tags?post={post.id}"},
            ],
        },
    }


def _term(site: Site, term: Term) -> dict[str, Any]:
    count = sum(term == post.category or term in post.tags for post in site.outlet.posts)
    return {
        "id": term.id,
        "count": count,
        "description": "",
        "link": site.url(term.path),
        "name": escape(term.name, quote=False),
        "slug": term.slug,
        "taxonomy": term.taxonomy,
        "meta": [],
    }


def _user(site: Site, author: Author) -> dict[str, Any]:
    return {
        "id": author.id,
        "name": escape(author.name, quote=False),
        "url": "",
        "description": "",
        "link": site.url(author.path),
        "slug": author.slug,
        "meta": [],
    }


def _embedded(site: Site, item: Post | Term | Author, written: dict[str, Any], query: Query) -> dict[str, Any]:
    """Return the item with what its links lead to: those that `_fields` left and `_embed` names, all for a bare one."""
    if "_embed" not in query or not isinstance(item, Post):
        return written
    named = query["_embed"].split(",")
    is_all = named in ([""], ["1"], ["true"])
    embedded = {
        "author": [_user(site, item.author)],
        "wp:term": [[_term(site, item.category)], [_term(site, tag) for tag in item.tags]],
    }
    linked = written.get("_links", {})
    chosen = {name: value for name, value in embedded.items() if name in linked and (is_all or name in named)}
    return written | ({"_embedded": chosen} if chosen else {})


def _fields(written: dict[str, Any], query: Query) -> dict[str, Any]:
    """Return the fields that `_fields` names (`id,title.rendered`), all without it."""
    if not query.get("_fields"):
        return written
    wanted = [name.strip().split(".") for name in query["_fields"].split(",")]
    chosen: dict[str, Any] = {}
    for name, value in written.items():
        paths = [path[1:] for path in wanted if path[0] == name]
        if not paths:
            continue
        narrow = isinstance(value, dict) and all(paths)
        chosen[name] = {key: value[key] for key in value if [key] in paths} if narrow else value
    return chosen


def _whole_number(query: Query, name: str, default: int, least: int, most: int | None) -> int:
    text = query.get(name)
    if text is None:
        return default
    if not re.fullmatch(r"-?\d{1,9}", text):
        raise _invalid(name, f"{name} bukan jenis integer.")
    number = int(text)
    if number < least or (most is not None and number > most):
        limit = (
            f"harus antara {least} (termasuk) dan {most} (termasuk)" if most else f"harus lebih besar dari {least - 1}"
        )
        raise _invalid(name, f"{name} {limit}")
    return number


def _choice(query: Query, name: str, default: str, allowed: tuple[str, ...]) -> str:
    value = query.get(name, default)
    if value not in allowed:
        raise _invalid(name, f"{name} bukan salah satu dari {', '.join(allowed)}.")
    return value


def _numbers(query: Query, name: str) -> set[int]:
    """Return a parameter's list of ids, refused where it is none."""
    text = query.get(name, "")
    if text and not re.fullmatch(r"\d{1,9}(,\d{1,9})*", text):
        raise _invalid(name, f"{name} bukan jenis integer.")
    return {int(number) for number in text.split(",")} if text else set()


def _moment(query: Query, name: str, zone: ZoneInfo) -> datetime | None:
    """Return a parameter's moment; without an offset it is meant in the site's zone, as WordPress takes it."""
    text = query.get(name)
    if not text:
        return None
    try:
        moment = datetime.fromisoformat(text) if _DATE_TIME.fullmatch(text) else None
    except ValueError:
        moment = None
    if moment is None:
        raise _invalid(name, "Tanggal tidak valid.")
    return moment if moment.tzinfo else moment.replace(tzinfo=zone)


def _invalid(name: str, reason: str) -> RestError:
    return RestError("rest_invalid_param", f"Parameter tidak valid: {name}", 400, params={name: reason})
