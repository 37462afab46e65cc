"""The article that `extract` reads, and how one line of JSON becomes one."""

from __future__ import annotations

import json
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any


class ArticleError(ValueError):
    """A line that is no article; the message says what is wrong with it."""


@dataclass(frozen=True, slots=True)
class Article:
    """One news article.

    `published` is the local calendar day of the portal (the day a reader saw printed), the anchor of `kemarin` and
    of a weekday without a year. `home_region` is the region code of the portal's home, used only as a last resort.
    """

    id: str
    text: str
    title: str = ""
    published: date | None = None
    url: str | None = None
    source: str | None = None
    home_region: str | None = None


def article_from_line(line: str) -> Article:
    """Return the article in one line of JSON (`{"id", "text"}`, optionally `title published url source`).

    Raises ArticleError where the line is no JSON object or a field has the wrong type.
    """
    try:
        record = json.loads(line.strip())
    except json.JSONDecodeError as error:
        raise ArticleError(f"not JSON: {error.msg} at column {error.colno}") from error
    if not isinstance(record, dict):
        raise ArticleError('not a JSON object; an article is {"id": ..., "text": ...}')
    for name in ("id", "text"):
        if not isinstance(record.get(name), str):
            raise ArticleError(f'"{name}" is missing or not a string')
    return Article(
        id=record["id"],
        text=record["text"],
        title=_optional_string(record, "title") or "",
        published=_published(record),
        url=_optional_string(record, "url"),
        source=_optional_string(record, "source"),
        home_region=_optional_string(record, "home_region"),
    )


def _optional_string(record: dict[str, Any], name: str) -> str | None:
    value = record.get(name)
    if value is not None and not isinstance(value, str):
        raise ArticleError(f'"{name}" is not a string or null')
    return value


def _published(record: dict[str, Any]) -> date | None:
    value = _optional_string(record, "published")
    if not value:
        return None
    try:
        return datetime.fromisoformat(value).date()
    except ValueError as error:
        raise ArticleError(f'"published" is {value!r}; expected an ISO 8601 date or date-time') from error
