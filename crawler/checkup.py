"""Checks portals against their own past: after each crawl, and whenever somebody asks how they are."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from crawler import health, observation
from crawler.health import Finding, Health, judge, with_finding
from db.portal_history import keep_health, last_crawls, last_successes, portal_history, resting

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence
    from datetime import datetime

    from sqlalchemy.orm import Session

    from crawler.health import State
    from crawler.observation import RunObservation
    from db.portal_history import CrawlRecord
    from db.store import Store


@dataclass(frozen=True, slots=True)
class PortalHealth:
    """How a portal is now; without `health` where it was never crawled."""

    portal: str
    health: Health | None = None
    last_run: datetime | None = None
    last_success: datetime | None = None

    @property
    def state(self) -> State:
        """The state of the portal."""
        return "never" if self.health is None else self.health.state


def check_crawled(store: Store, started: Mapping[str, datetime]) -> dict[str, Health]:
    """Judge the crawls of portals that began then, once their articles have been read, and keep the verdicts with them.

    One of the past alone (`--until` a day gone by) is not judged, nor one that this side broke off: they do not tell
    how the portal is.
    """
    with store.reading() as session:
        crawls = [one for one in last_crawls(session, list(started)).values() if one.started >= started[one.portal]]
        judged = [(crawl, _judged(session, crawl)) for crawl in crawls if _tells(_observed(crawl))]
    with store.writing() as session:
        for crawl, verdict in judged:
            keep_health(session, crawl, health.as_json(verdict))
    return {crawl.portal: verdict for crawl, verdict in judged}


def portal_health(store: Store, portals: Sequence[str], now: datetime) -> list[PortalHealth]:
    """Return how the portals are now, in their order, by the last crawl of each that was judged.

    One that nothing has judged yet (an older version's, or of Scrapy's own command) is judged here.
    """
    with store.reading() as session:
        last, judged = last_crawls(session, portals), last_crawls(session, portals, is_judged=True)
        successes, rests = last_successes(session), resting(session, now)
        found = []
        for name in portals:
            crawl = judged.get(name) or last.get(name)
            if crawl is None:
                found.append(PortalHealth(name))
                continue
            kept = health.from_json(crawl.health) if crawl.health is not None else _judged(session, crawl)
            as_now = _as_of(kept, last[name], rests.get(name), now)
            found.append(PortalHealth(name, as_now, last[name].finished, successes.get(name)))
    return found


def _tells(observed: RunObservation) -> bool:
    return observed.looks_at_today and observed.failure_kind != "ours"


def _judged(session: Session, crawl: CrawlRecord) -> Health:
    return judge(_observed(crawl), portal_history(session, crawl), crawl.finished)


def _observed(crawl: CrawlRecord) -> RunObservation:
    """Return what the crawl saw; of one from before that was kept, whether it failed."""
    if crawl.observed is not None:
        return observation.from_json(crawl.observed)
    return observation.RunObservation(failure=None if crawl.succeeded else crawl.outcome)


def _as_of(kept: Health, last: CrawlRecord, rests_until: datetime | None, now: datetime) -> Health:
    """Return the health with what time alone has added."""
    if rests_until is not None:
        cause = f"left in peace until {rests_until:%Y-%m-%d %H:%M} UTC, after it failed several times"
        return with_finding(kept, Finding("resting", "warning", cause))
    if now - last.finished > kept.longest_pause:
        days = (now - last.finished).total_seconds() / 86_400
        cause = f"not crawled since {last.finished:%Y-%m-%d}; is `mutasi crawl` still scheduled?"
        return with_finding(kept, Finding("stale", "warning", cause, {"days": days}))
    return kept
