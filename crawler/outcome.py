"""What came of crawling one portal: counted as it happens, told at the end."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import UTC, datetime
from typing import TYPE_CHECKING, Literal

from crawler.observation import Detour, RunObservation

if TYPE_CHECKING:
    from crawler.causes import Cause, FailureKind
    from db.listings import Window

Stored = Literal["added", "changed", "unchanged"]


@dataclass(slots=True)
class CrawlOutcome:
    """The counts of one crawl of one portal.

    `expected` is the number of articles the portal announced, where it did. `failed` counts articles that were listed
    and not stored, `first_cause` says why the first was not. `failure` is set where the portal itself failed, so that
    articles may be missing: the listing broke off, nothing could be asked, nothing was found. `irrelevant` counts
    articles that were listed and not asked for, `gone` those that the portal listed and does not have. `gaps` are
    stretches of its past of which the store has less than the portal announces. `observed` is what the portal looked
    like, and by which way in. A portal that is left in peace until `resting_until` was not asked at all.
    """

    portal: str
    started: datetime = field(default_factory=lambda: datetime.now(UTC))
    finished: datetime | None = None
    expected: int | None = None
    added: int = 0
    changed: int = 0
    unchanged: int = 0
    failed: int = 0
    irrelevant: int = 0
    gone: int = 0
    gaps: list[str] = field(default_factory=list)
    resting_until: datetime | None = None
    is_the_sites_failure: bool = False
    first_cause: str | None = None
    failure: str | None = None
    observed: RunObservation = field(default_factory=RunObservation)

    @property
    def channel(self) -> str | None:
        """The way in that was taken last."""
        return self.observed.way

    @property
    def detours(self) -> list[str]:
        """Why not a way in before it, in words, in the order in which they were tried."""
        closed = self.observed.detours
        taken = [*(one.way for one in closed), self.observed.way][1:]
        return [f"no {one.way} ({one.cause}), taking the {way}" for one, way in zip(closed, taken, strict=True)]

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

    def miss(self, cause: str) -> None:
        """Count one article that the portal does not have any more; the first cause of any loss stays."""
        self.gone += 1
        self.first_cause = self.first_cause or cause

    def complete(self, window: Window) -> None:
        """Take in a window of the past that was listed to its end: tell where the store has less than was announced."""
        if window.announced is not None and window.stored != window.announced:
            days = f"{window.first_day} to {window.last_day}"
            self.gaps.append(f"{days}: {window.announced} announced, {window.stored} stored")

    def fail(self, cause: str, kind: FailureKind = "other", *, by_the_site: bool = True) -> None:
        """Mark the portal as failed; the first cause stays. `by_the_site` tells whether the site is to be rested."""
        if self.failure is None:
            self.failure, self.is_the_sites_failure = cause, by_the_site
            self.observed.failure, self.observed.failure_kind = cause, kind

    def lack(self, cause: str) -> None:
        """Mark the portal as failed in a part of what it lists: no reason to rest a site that gives all the rest."""
        self.fail(cause, "incomplete", by_the_site=False)

    def close_way(self, way: str, cause: Cause) -> None:
        """Note that a way in is closed and the next is taken."""
        self.observed.detours.append(Detour(way, cause.kind, cause.words))
