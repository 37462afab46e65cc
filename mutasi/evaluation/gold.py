"""Gold files: articles in `NAME.articles.jsonl`, their events in `NAME.gold.jsonl`, one article a line."""

from __future__ import annotations

import hashlib
import json
import re
from dataclasses import dataclass, fields
from datetime import date
from functools import cache
from typing import TYPE_CHECKING, Any

from pydantic import TypeAdapter, ValidationError

from extract.article import Article
from extract.events import Event, Group, Official
from extract.region_table import regions
from mutasi.article_lines import article_of_line, numbered_lines, opened_input
from mutasi.errors import UsageFailure

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

_ARTICLES, _EVENTS = "articles.jsonl", "gold.jsonl"
_ANNOTATED = frozenset("kind status region date official headcount groups eselon appointments".split())
_MOVE = frozenset({"person", "to_post", "from_post"})
_DATE = re.compile(r"\d{4}(?:-\d{2}(?:-\d{2})?)?")
_LEVEL = re.compile(r"(?:IV|V|I{1,3})(?:\.[ab])?")


@dataclass(frozen=True, slots=True)
class GoldArticle:
    """An article with the events that a careful reader finds in it; `file` is the gold file's name."""

    file: str
    article: Article
    events: tuple[Event, ...]


@dataclass(frozen=True, slots=True)
class GoldFile:
    """One pair of files under `name`; `digest` names their content."""

    name: str
    digest: str
    articles: tuple[GoldArticle, ...]


def load_gold(folder: Path) -> list[GoldFile]:
    """Return the gold files of `folder`, by name; raises UsageFailure where there is none or one is not well formed.

    `articles.jsonl` beside `gold.jsonl` is a gold file too, under the folder's name.
    """
    paths = sorted(folder.glob(f"*{_ARTICLES}"))
    if not paths:
        raise UsageFailure(f"{folder}: no *.{_ARTICLES} here")
    files = [_load_file(path, path.name.removesuffix(_ARTICLES).rstrip(".") or folder.name) for path in paths]
    seen: dict[str, str] = {}
    for file in files:
        for gold in file.articles:
            if gold.article.id in seen:
                raise UsageFailure(f"{folder}: {gold.article.id} is in {seen[gold.article.id]} and in {file.name}")
            seen[gold.article.id] = file.name
    return files


def _load_file(articles_path: Path, name: str) -> GoldFile:
    events_path = articles_path.with_name(articles_path.name.removesuffix(_ARTICLES) + _EVENTS)
    events = dict(_event_lines(str(events_path)))
    articles = list(article_lines(str(articles_path)))
    without = [article.id for article in articles if article.id not in events]
    if without:
        raise UsageFailure(f"{events_path}: no line for {', '.join(without[:3])}; an article without events has []")
    unknown = sorted(set(events) - {article.id for article in articles})
    if unknown:
        raise UsageFailure(f"{articles_path}: no article {', '.join(unknown[:3])}, whose events are given")
    digest = hashlib.sha256(articles_path.read_bytes() + events_path.read_bytes()).hexdigest()[:16]
    return GoldFile(name, digest, tuple(GoldArticle(name, article, events[article.id]) for article in articles))


def article_lines(name: str) -> Iterator[Article]:
    """Give the articles of a file; raises UsageFailure naming the line that is none."""
    with opened_input(name) as lines:
        for number, line in numbered_lines(lines, name):
            article = article_of_line(name, number, line)
            if article is not None:
                yield article


def _event_lines(name: str) -> Iterator[tuple[str, tuple[Event, ...]]]:
    seen = set()
    with opened_input(name) as lines:
        for number, line in numbered_lines(lines, name):
            if not line.strip():
                continue
            place = f"{name}, line {number}"
            try:
                record = json.loads(line)
            except ValueError as error:
                raise UsageFailure(f"{place}: not JSON: {error}") from error
            if (
                not isinstance(record, dict)
                or set(record) != {"id", "events"}
                or not isinstance(record["events"], list)
            ):
                raise UsageFailure(f'{place}: not a line {{"id": ..., "events": [...]}}')
            article = record.get("id")
            if not isinstance(article, str) or article in seen:
                raise UsageFailure(f"{place}: {article!r} is no id, or stands here a second time")
            seen.add(article)
            yield article, tuple(event_of(event, f"{place}: {article}") for event in record["events"])


def event_of(record: Any, place: str) -> Event:
    """Return the event that a line of gold tells; raises UsageFailure naming the place and what is wrong there."""
    try:
        event = _adapter().validate_python(record)
    except ValidationError as error:
        first = error.errors()[0]
        where = ".".join(str(step) for step in first["loc"])
        raise UsageFailure(f"{place}: {where}: {first['msg']}, not {first['input']!r}") from error
    official, group = (frozenset(field.name for field in fields(kind)) for kind in (Official, Group))
    parts = [(_ANNOTATED, record), (official, record.get("official"))]
    parts += [(group, one) for one in record.get("groups", ())]
    parts += [(_MOVE, one) for one in record.get("appointments", ())]  # levels are inferred, never annotated
    for names, part in parts:
        if part is not None and set(part) != names:
            raise UsageFailure(f"{place}: {part} has not the fields {', '.join(sorted(names))}")
    wrong = next(_mistakes(event), None)
    if wrong:
        raise UsageFailure(f"{place}: {wrong}")
    return event


def _mistakes(event: Event) -> Iterator[str]:
    """Yield what no event can be, though its types are right."""
    if event.region is not None and event.region not in regions():
        yield f"region: no such Kemendagri code: {event.region}"
    if event.date is not None:
        try:
            date.fromisoformat((event.date + "-01-01")[:10])
            written = _DATE.fullmatch(event.date) is not None
        except ValueError:
            written = False
        if not written:
            yield f"date: no YYYY-MM-DD, YYYY-MM or YYYY: {event.date}"
    for level in (*event.eselon, *(level for group in event.groups for level in group.eselon)):
        if not _LEVEL.fullmatch(level):
            yield f"eselon: no level: {level}"
    for one in event.appointments:
        if one.to_post is None and one.from_post is None:
            yield f"appointments: {one.person} has neither post"


@cache
def _adapter() -> TypeAdapter[Event]:
    return TypeAdapter(Event)
