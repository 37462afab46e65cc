"""The outlets of the demo and their posts, as a WordPress database would hold them."""

from __future__ import annotations

import json
import re
import tomllib
from dataclasses import dataclass
from datetime import UTC, datetime
from functools import cache
from html import escape, unescape
from importlib.resources import files
from typing import TYPE_CHECKING, Any, Literal, TypeVar

if TYPE_CHECKING:
    from collections.abc import Iterable

EXCERPT_WORDS = 55
"""The length of WordPress's automatic excerpt."""

FIRST_CATEGORY, FIRST_TAG, FIRST_AUTHOR = 2, 40, 3


@dataclass(frozen=True, slots=True)
class Term:
    """A category or tag of one outlet."""

    id: int
    taxonomy: Literal["category", "post_tag"]
    slug: str
    name: str

    @property
    def path(self) -> str:
        """The path of the term's archive."""
        return f"/{'category' if self.taxonomy == 'category' else 'tag'}/{self.slug}/"


@dataclass(frozen=True, slots=True)
class Author:
    """Who signs a post."""

    id: int
    slug: str
    name: str

    @property
    def path(self) -> str:
        """The path of the author's archive."""
        return f"/author/{self.slug}/"


_Identified = TypeVar("_Identified", Term, Author)


@dataclass(frozen=True, slots=True)
class Post:
    """One post; `id` is WordPress's number, `published` is in the outlet's zone, `content` has root-relative links."""

    id: int
    slug: str
    title: str
    published: datetime
    author: Author
    category: Term
    tags: tuple[Term, ...]
    content: str
    path: str

    @property
    def published_gmt(self) -> datetime:
        """The moment of publication in UTC."""
        return self.published.astimezone(UTC)

    @property
    def plain_text(self) -> str:
        """The content without markup, as a search or an excerpt sees it."""
        return " ".join(unescape(re.sub(r"<[^>]*>", " ", self.content)).split())

    @property
    def excerpt(self) -> str:
        """The automatic excerpt, as HTML text."""
        words = self.plain_text.split()
        more = " [&hellip;]" if len(words) > EXCERPT_WORDS else ""
        return escape(" ".join(words[:EXCERPT_WORDS]), quote=False) + more

    def tells_of(self, search: str) -> bool:
        """Tell whether title or content have every word of a search."""
        text = f"{self.title} {self.plain_text}".lower()
        return all(word in text for word in search.lower().split())

    @property
    def image(self) -> str | None:
        """The path of the first picture in the content."""
        found = re.search(r'<img src="([^"]+)"', self.content)
        return found[1] if found else None


@dataclass(frozen=True, slots=True)
class Outlet:
    """One outlet: its settings (outlets.toml) and its posts, the newest first."""

    id: str
    name: str
    tagline: str
    regions: tuple[str, ...]
    timezone: str
    rest: bool
    feed_items: int
    posts: tuple[Post, ...]

    @property
    def categories(self) -> tuple[Term, ...]:
        """The categories in use, by id."""
        return _distinct(post.category for post in self.posts)

    @property
    def tags(self) -> tuple[Term, ...]:
        """The tags in use, by id."""
        return _distinct(tag for post in self.posts for tag in post.tags)

    @property
    def authors(self) -> tuple[Author, ...]:
        """The authors of posts, by id."""
        return _distinct(post.author for post in self.posts)


@cache
def demo_outlets() -> tuple[Outlet, ...]:
    """Return the five outlets with all their posts."""
    folder = files("mutasi.demo")
    settings = tomllib.loads((folder / "outlets.toml").read_text(encoding="utf-8"))
    lines = (folder / "articles.jsonl").read_text(encoding="utf-8").splitlines()
    articles = [json.loads(line) for line in lines]
    return tuple(
        _outlet(name, table, [article for article in articles if article["outlet"] == name])
        for name, table in settings.items()
    )


def slugify(text: str) -> str:
    """Return `text` as WordPress writes it in an address: lower case, letters and digits, hyphens between."""
    return re.sub(r"[^a-z0-9]+", "-", text.lower()).strip("-")


def _outlet(name: str, settings: dict[str, Any], articles: list[dict[str, Any]]) -> Outlet:
    articles = sorted(articles, key=lambda article: datetime.fromisoformat(article["published"]))
    categories = _numbered((article["category"] for article in articles), FIRST_CATEGORY)
    tags = _numbered((tag for article in articles for tag in article["tags"]), FIRST_TAG)
    authors = _numbered((article["author"] for article in articles), FIRST_AUTHOR)
    posts = []
    for article in articles:
        category = Term(categories[article["category"]], "category", slugify(article["category"]), article["category"])
        number, published = int(article["id"].rpartition("-")[2]), datetime.fromisoformat(article["published"])
        posts.append(
            Post(
                id=number,
                slug=article["slug"],
                title=article["title"],
                published=published,
                author=Author(authors[article["author"]], slugify(article["author"]), article["author"]),
                category=category,
                tags=tuple(Term(tags[tag], "post_tag", slugify(tag), tag) for tag in article["tags"]),
                content=article["content"],
                path=_permalink(settings["permalink"], number, article["slug"], published, category),
            )
        )
    return Outlet(
        id=name,
        name=settings["name"],
        tagline=settings["tagline"],
        regions=tuple(settings["regions"]),
        timezone=settings["timezone"],
        rest=settings["rest"],
        feed_items=settings["feed_items"],
        posts=tuple(reversed(posts)),
    )


def _permalink(structure: str, number: int, slug: str, published: datetime, category: Term) -> str:
    values = {
        "%year%": f"{published:%Y}",
        "%monthnum%": f"{published:%m}",
        "%day%": f"{published:%d}",
        "%postname%": slug,
        "%post_id%": str(number),
        "%category%": category.slug,
    }
    for tag, value in values.items():
        structure = structure.replace(tag, value)
    return structure


def _numbered(names: Iterable[str], first: int) -> dict[str, int]:
    return {name: first + index for index, name in enumerate(dict.fromkeys(names))}


def _distinct(items: Iterable[_Identified]) -> tuple[_Identified, ...]:
    return tuple(sorted(dict.fromkeys(items), key=lambda item: item.id))
