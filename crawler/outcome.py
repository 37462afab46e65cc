"""What came of crawling one portal: counted as it happens, told at the end."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import UTC, datetime
from typing import Literal

Stored = Literal["added", "changed", "unchanged"]


@dataclass(slots=True)
class CrawlOutcome:
    """The counts of one crawl of one portal.

    `expected` is the number of articles the portal announced, where it did. `failed` counts articles that were listed
    and not stored, `first_cause` says why the first was not. `failure` is set where the portal itself failed, so that
    articles may be missing: the listing broke off, nothing could be asked, nothing was found.
    """

    portal: str
    started: datetime = field(default_factory=lambda: datetime.now(UTC))
    finished: datetime | None = None
    expected: int | None = None
    added: int = 0
    changed: int = 0
    unchanged: int = 0
    failed: int = 0
    first_cause: str | None = None
    failure: str | None = None

    @property
    def stored(self) -> int:
        """Articles that the store has after this crawl, seen in it."""
        return self.added + self.changed + self.unchanged

    @property
    def succeeded(self) -> bool:
        """Whether the portal gave all that it listed, apart from single articles that failed."""
        return self.failure is None

    def __str__(self) -> str:
        counts = f"{self.added} added, {self.changed} changed, {self.unchanged} unchanged, {self.failed} failed"
        cause = self.failure or self.first_cause
        return f"{self.portal}: {counts}" + (f" ({cause})" if cause else "")

    def keep(self, stored: Stored) -> None:
        """Count one article that the store took."""
        match stored:
            case "added":
                self.added += 1
            case "changed":
                self.changed += 1
            case "unchanged":
                self.unchanged += 1

    def lose(self, cause: str) -> None:
        """Count one article that was listed and could not be stored; the first cause stays."""
        self.failed += 1
        self.first_cause = self.first_cause or cause

    def fail(self, cause: str) -> None:
        """Mark the portal as failed; the first cause stays."""
        self.failure = self.failure or cause
