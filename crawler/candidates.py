"""What a listing of a portal tells of one article."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any, Literal

if TYPE_CHECKING:
    from collections.abc import Mapping
    from datetime import datetime

    from crawler.feeds import FeedEntry
    from db.articles import ArticleRecord


@dataclass(frozen=True, slots=True)
class WholeArticle:
    """An article that a listing brought whole: one of its posts, by its id, or of its entries, by its address."""

    kind: Literal["posts", "entries"]
    key: str
    record: ArticleRecord


@dataclass(frozen=True, slots=True, kw_only=True)
class Candidate:
    """An article as a listing gives it: `address` as written there, what is told of it, and `whole` where all is.

    `told` are further fields of an ArticleRecord (author, section ...), for what the page may not tell. `whole` is what
    an API or a full feed brings; None where the article's page has to be asked for.
    """

    address: str
    title: str | None = None
    excerpt: str | None = None
    published: datetime | None = None
    modified: datetime | None = None
    told: Mapping[str, Any] = field(default_factory=dict)
    whole: WholeArticle | None = None


_TOLD = ("source_id", "author", "section", "tags", "image_url")


def told_of(article: ArticleRecord | FeedEntry) -> dict[str, Any]:
    """Return the fields of an article that a listing tells besides title and times, as a candidate carries them."""
    fields = {name: getattr(article, name) for name in _TOLD}
    return {name: list(value) if name == "tags" else value for name, value in fields.items() if value}
