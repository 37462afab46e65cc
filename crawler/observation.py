"""What a crawl saw of a portal, besides what it stored: kept with the crawl, for judging the portal's health."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import UTC, datetime
from typing import TYPE_CHECKING, Any

from pydantic import TypeAdapter

from crawler.causes import FailureKind

if TYPE_CHECKING:
    from collections.abc import Mapping

    from crawler.causes import Cause
    from db.articles import ArticleRecord

FIELDS = ("title", "published", "text", "author", "section")
"""The fields of an article whose fill is watched."""


@dataclass(slots=True)
class Detour:
    """A way in that was closed, by its title, and why."""

    way: str
    kind: FailureKind
    cause: str


@dataclass(slots=True)
class Pages:
    """What became of the pages of articles that were asked for; `empty` answered without an article's text."""

    read: int = 0
    empty: int = 0
    failed: dict[FailureKind, int] = field(default_factory=dict)
    first_kind: FailureKind | None = None
    first_cause: str | None = None

    @property
    def asked(self) -> int:
        """Pages that were answered or failed."""
        return self.read + self.empty + sum(self.failed.values())


@dataclass(slots=True)
class RunObservation:
    """One crawl of one portal, as it looked.

    `looks_at_today` tells whether the newest articles were wanted (no window of the past). `way` is the way in that
    was taken last, `detours` are those that were closed before it. `answers` counts answers by status, and requests
    without any by the name of their failure; repeated ones and robots.txt are in it. `listed` counts the articles that
    the listings named, `new` those of them that were never listed before, `undated` those of which no time of
    publication is known after the crawl; `newest_listed` is the newest of these times. `unchanged` counts listings that
    were not read because they have not changed: what they list is in none of these. `fetched` articles had `filled`
    fields. `failure_kind` and `failure` say why the portal failed, where it did.
    """

    looks_at_today: bool = True
    way: str | None = None
    detours: list[Detour] = field(default_factory=list)
    answers: dict[str, int] = field(default_factory=dict)
    listed: int = 0
    new: int = 0
    undated: int = 0
    newest_listed: datetime | None = None
    unchanged: int = 0
    pages: Pages = field(default_factory=Pages)
    fetched: int = 0
    filled: dict[str, int] = field(default_factory=dict)
    failure_kind: FailureKind | None = None
    failure: str | None = None

    def see(self, published: datetime | None) -> None:
        """Take in when a listed article was published; a time that is still to come is no news."""
        if published is not None and published <= datetime.now(UTC):
            self.newest_listed = max(published, self.newest_listed or published)

    def take(self, record: ArticleRecord) -> None:
        """Count an article that was had, and the fields that it has."""
        self.fetched += 1
        for name in FIELDS:
            self.filled[name] = self.filled.get(name, 0) + bool(getattr(record, name))

    def take_page(self, record: ArticleRecord) -> None:
        """Count an article whose page was read."""
        self.pages.read += 1
        self.take(record)

    def lose_page(self, cause: Cause) -> None:
        """Count a page that could not be had, or (`unreadable`) has no article."""
        if cause.kind == "unreadable":
            self.pages.empty += 1
        else:
            self.pages.failed[cause.kind] = self.pages.failed.get(cause.kind, 0) + 1
        if self.pages.first_kind is None:
            self.pages.first_kind, self.pages.first_cause = cause.kind, cause.words


_ADAPTER = TypeAdapter(RunObservation)


def as_json(observation: RunObservation) -> dict[str, Any]:
    """Return the observation as a store keeps it."""
    kept: dict[str, Any] = _ADAPTER.dump_python(observation, mode="json")
    return kept


def from_json(kept: Mapping[str, Any]) -> RunObservation:
    """Return the observation that a store has kept; raises pydantic's ValidationError for what is none."""
    return _ADAPTER.validate_python(kept)


def answers_of(stats: Mapping[str, Any]) -> dict[str, int]:
    """Return the answers by status, and the failures by name, that Scrapy has counted."""
    found = {}
    for key, count in stats.items():
        for prefix in ("downloader/response_status_count/", "downloader/exception_type_count/"):
            if key.startswith(prefix):
                found[key.removeprefix(prefix).rpartition(".")[2]] = int(count)
    return found
