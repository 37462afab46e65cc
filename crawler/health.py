"""Whether a portal is well: what its last crawl saw, held against what its own past lets one expect.

Judging is pure: the same observation and the same past give the same verdict, whatever the day.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from datetime import datetime, timedelta
from itertools import pairwise
from statistics import median
from typing import TYPE_CHECKING, Any, Literal

from pydantic import TypeAdapter

from crawler import observation
from crawler.expectations import WEEK, Rhythm, chance_of_so_few, rhythm_of

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from crawler.causes import FailureKind
    from crawler.observation import RunObservation
    from db.portal_history import PortalHistory, Share

Severity = Literal["failure", "warning"]
State = Literal["failing", "warning", "never", "unknown", "healthy"]
"""failing, warning: by the worst finding; never: not crawled yet; unknown: too little is known to miss anything."""

FindingKind = Literal[
    "ours", "robots", "blocked", "unreachable", "moved", "redesign", "empty", "incomplete", "failed",
    "way_closed", "old", "silent", "unstored", "fields", "events", "resting", "stale",
]  # fmt: skip
"""What is wrong, worst causes first. docs/operators.md says for each what it means and what to do."""

_OF_FAILURE: Mapping[FailureKind, FindingKind] = {
    "ours": "ours",
    "robots": "robots",
    "blocked": "blocked",
    "unreachable": "unreachable",
    "elsewhere": "moved",
    "unreadable": "redesign",
    "missing": "redesign",
    "empty": "empty",
    "incomplete": "incomplete",
    "damaged": "unreachable",
    "other": "failed",
}

ENOUGH_ARTICLES, ENOUGH_WEEKS = 8, 4
"""Articles, and weeks over which they came, from which a rhythm is learnt; and at least one earlier crawl went well."""

WARNED_SILENCES, FAILED_SILENCES = 4.0, 0.5
"""A silence is a warning where a year would bring fewer such than this, a failure where two years bring but one ..."""

WARNED_CHANCE, FAILED_CHANCE = 0.05, 0.005
"""... and it comes after fewer articles than this share of them; the same shares for whatever else is missed."""

SHORTEST_WARNED, SHORTEST_FAILED = timedelta(days=2), timedelta(days=3)
"""No silence is shorter: even large newsrooms rest over a holiday."""

LONGER, MUCH_LONGER = 1.25, 1.5
"""A silence is a warning, and a failure, only where it is so many times as long as pauses have been before."""

ARTICLES_BEHIND = 3
"""A listing serves old pages where the store has at least so many articles that are newer than all it lists."""

PAGES_USUALLY = 95, 100
"""Pages of articles that can be read in a portal that is well, of so many."""

FIELD_DROP, FIELD_LOSS, ENOUGH_LOST = 0.2, 0.3, 3
"""How much lower the fill of a field is before it is told; before it is a failure, of so many articles at the least."""

ENOUGH_FIELDS, ENOUGH_READ = 20, 20
"""Earlier articles by which the fill of a field is known; articles, earlier and of late, for the share with events."""

LONGEST_PAUSE, LONGEST_PAUSES = timedelta(hours=36), 3
"""A portal should be crawled again within so many of its usual pauses, this long at the least ..."""

LONGEST_FIRST_PAUSE = timedelta(days=14)
"""... and within this where no pause is usual yet."""


@dataclass(frozen=True, slots=True)
class Finding:
    """Something that is not as it should be: `cause` in one line, `numbers` what it was concluded from."""

    kind: FindingKind
    severity: Severity
    cause: str
    numbers: Mapping[str, float] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Health:
    """How a portal was after a crawl; `findings` are sorted, the worst first.

    `expected_a_week` are the articles that most weeks bring, `last_week` those published in the seven days before the
    crawl ended. `fill` is the share of fetched articles that have a field, `expected_fill` what it was before;
    `events_lately` and `events_before` the share of articles that tell an event. None where too few are known. Within
    `longest_pause` the portal should be crawled again.
    """

    state: State
    findings: tuple[Finding, ...]
    expected_a_week: float | None
    last_week: int
    fill: dict[str, float]
    expected_fill: dict[str, float]
    events_lately: float | None
    events_before: float | None
    longest_pause: timedelta

    @property
    def cause(self) -> str | None:
        """The first cause: that of the worst finding."""
        return self.findings[0].cause if self.findings else None


def judge(observed: RunObservation, history: PortalHistory, ended: datetime) -> Health:
    """Return the health of a portal after the crawl that ended then and saw this."""
    rhythm = rhythm_of(history.published)
    is_known = (
        rhythm is not None
        and rhythm.articles >= ENOUGH_ARTICLES
        and rhythm.span >= ENOUGH_WEEKS * WEEK
        and history.successes > 0
    )
    of_articles = _last_with_articles(observed, history)
    findings = [*(_failures(observed) or _of_pages(of_articles)), *_closed_ways(observed, history)]
    findings += _lost_fields(of_articles, history)
    if rhythm is not None and is_known and observed.looks_at_today and not findings_of(findings, "failure"):
        findings += _of_time(_last_with_listing(observed, history), rhythm, history.published, ended)
    findings += _lost_events(history)
    return Health(
        state=_state(findings, is_known=is_known),
        findings=tuple(sorted(findings, key=lambda one: one.severity)),  # "failure" before "warning"
        expected_a_week=rhythm.a_week if rhythm and is_known else None,
        last_week=sum(ended - WEEK <= moment <= ended for moment in history.published),
        fill={name: count / of_articles.fetched for name, count in of_articles.filled.items() if of_articles.fetched},
        expected_fill={name: share.found / share.of for name, share in history.fill.items() if share.of},
        events_lately=_share(history.events_lately),
        events_before=_share(history.events),
        longest_pause=_longest_pause(history.started),
    )


def _last_with_articles(observed: RunObservation, history: PortalHistory) -> RunObservation:
    """Return what was seen when articles were last asked for: a crawl with nothing new does not make a portal well."""
    if observed.fetched or observed.pages.asked or history.articles_before is None:
        return observed
    return observation.from_json(history.articles_before)


def _last_with_listing(observed: RunObservation, history: PortalHistory) -> RunObservation:
    """Return what was seen when the listing was last read: one that has not changed since lists what it did then."""
    if observed.newest_listed is not None or not observed.unchanged or history.listing_before is None:
        return observed
    return observation.from_json(history.listing_before)


def findings_of(findings: Sequence[Finding], severity: Severity) -> list[Finding]:
    """Return those of one severity."""
    return [one for one in findings if one.severity == severity]


def with_finding(health: Health, finding: Finding) -> Health:
    """Return the health with one finding more, the last of its severity."""
    findings = tuple(sorted((*health.findings, finding), key=lambda one: one.severity))
    return replace(health, findings=findings, state=_state(findings, is_known=True))


def _state(findings: Sequence[Finding], *, is_known: bool) -> State:
    if findings_of(findings, "failure"):
        return "failing"
    if findings:
        return "warning"
    return "healthy" if is_known else "unknown"


# What the crawl itself ran into


def _failures(observed: RunObservation) -> list[Finding]:
    if observed.failure is None:
        return []
    return [Finding(_OF_FAILURE[observed.failure_kind or "other"], "failure", observed.failure)]


def _of_pages(observed: RunObservation) -> Iterator[Finding]:
    """Find pages of articles that cannot be had or read, far more than in a portal that is well."""
    pages = observed.pages
    if not pages.asked:
        return
    lost: dict[FindingKind, int] = {"redesign": pages.empty}
    for failure, count in pages.failed.items():
        lost[_OF_FAILURE[failure]] = lost.get(_OF_FAILURE[failure], 0) + count
    for kind, count in lost.items():
        severity = _severity(chance_of_so_few(pages.asked - count, pages.asked, *PAGES_USUALLY))
        if count and severity:
            cause = f"{count} of {pages.asked} pages of articles bring none; {pages.first_cause}"
            yield Finding(kind, severity, cause, {"pages": pages.asked, "lost": count})


def _closed_ways(observed: RunObservation, history: PortalHistory) -> Iterator[Finding]:
    """Find that the way in that was usual is closed, though another may still be open."""
    usual = max(history.ways, key=lambda way: history.ways[way], default=None)
    for closed in observed.detours:
        if closed.way == usual and observed.failure is None:
            crawls = {"crawls": sum(history.ways.values()), "by_this_way": history.ways[usual]}
            cause = f"no {closed.way} any more ({closed.cause}); articles come by the {observed.way}"
            yield Finding("way_closed", "warning", cause, crawls)


# What is missing


def silence_severity(rhythm: Rhythm, silence: timedelta) -> Severity | None:
    """Return how bad it is that nothing came for so long after an article; None where that is to be expected."""
    chance = rhythm.chance_of_silence(silence)
    a_year = chance * rhythm.a_year
    usual = rhythm.usual_gap
    if silence >= max(SHORTEST_FAILED, MUCH_LONGER * usual) and a_year < FAILED_SILENCES and chance < FAILED_CHANCE:
        return "failure"
    if silence >= max(SHORTEST_WARNED, LONGER * usual) and a_year < WARNED_SILENCES and chance < WARNED_CHANCE:
        return "warning"
    return None


def _of_time(
    observed: RunObservation, rhythm: Rhythm, published: Sequence[datetime], ended: datetime
) -> Iterator[Finding]:
    """Find that nothing new comes: the portal is silent, it lists old articles only, or what it lists is not stored."""
    listed = observed.newest_listed
    behind = sum(moment > listed for moment in published) if listed is not None else 0
    sees_the_newest = listed is not None and observed.unchanged == 0
    silence = ended - rhythm.newest
    severity = silence_severity(rhythm, silence)
    numbers = {"days": silence / timedelta(days=1), "articles_a_week": rhythm.a_week, "behind": behind}
    if listed is not None and sees_the_newest and behind >= ARTICLES_BEHIND:
        age = ended - listed
        severity = severity if observed.undated else silence_severity(rhythm, age)
        if severity:
            numbers["days"] = age / timedelta(days=1)
            cause = (
                f"the newest article listed is of {_day(listed)}; {behind} stored ones are newer, up to "
                f"{_day(rhythm.newest)}"
            )
            yield Finding("old", severity, cause, numbers)
        return
    if severity is None:
        return
    is_alive = observed.new > 0 and observed.undated > 0
    if is_alive or (listed is not None and silence_severity(rhythm, ended - listed) is None):
        seen = f"{observed.new} new addresses" if listed is None else f"articles up to {_day(listed)}"
        cause = f"{seen} are listed, the newest one stored is of {_day(rhythm.newest)}"
        yield Finding("unstored", "warning", cause, numbers)
        return
    cause = (
        f"nothing published since {_day(rhythm.newest)}, for {silence.days} days; usually {rhythm.a_week:.2g} a "
        f"week, with pauses of up to {rhythm.usual_gap / timedelta(days=1):.2g} days"
    )
    yield Finding("silent", severity, cause, numbers)


def _lost_fields(observed: RunObservation, history: PortalHistory) -> Iterator[Finding]:
    """Find fields that fetched articles do not have, and had before."""
    for name, before in history.fill.items():
        found, of = observed.filled.get(name, 0), observed.fetched
        if not of or before.of < ENOUGH_FIELDS:
            continue
        drop = before.found / before.of - found / of
        if drop < FIELD_DROP or chance_of_so_few(found, of, before.found, before.of) >= FAILED_CHANCE:
            continue
        is_lost = name in ("title", "published") and drop >= FIELD_LOSS and of >= ENOUGH_LOST
        cause = f"{found} of {of} articles have {_NAMED[name]}; before it was {before.found} of {before.of}"
        numbers = {"found": found, "of": of, "found_before": before.found, "of_before": before.of}
        yield (
            Finding("redesign", "failure", cause, numbers) if is_lost else Finding("fields", "warning", cause, numbers)
        )


_NAMED = {
    "title": "a title",
    "published": "a time of publication",
    "author": "an author",
    "section": "a section",
}


def _lost_events(history: PortalHistory) -> Iterator[Finding]:
    """Find that the newest articles tell far fewer events than those before."""
    lately, before = history.events_lately, history.events
    if min(lately.of, before.of) < ENOUGH_READ or lately.found / lately.of > before.found / before.of / 2:
        return
    if chance_of_so_few(lately.found, lately.of, before.found, before.of) < FAILED_CHANCE:
        cause = (
            f"{lately.found} of the newest {lately.of} articles tell an event; before it was {before.found} of "
            f"{before.of}"
        )
        yield Finding("events", "warning", cause, {"found": lately.found, "of": lately.of})


def _severity(chance: float) -> Severity | None:
    if chance < FAILED_CHANCE:
        return "failure"
    return "warning" if chance < WARNED_CHANCE else None


def _share(share: Share) -> float | None:
    return share.found / share.of if share.of >= ENOUGH_READ else None


def _longest_pause(started: Sequence[datetime]) -> timedelta:
    pauses = [later - earlier for later, earlier in pairwise(started)]
    if len(pauses) < 2:
        return LONGEST_FIRST_PAUSE
    return max(LONGEST_PAUSE, LONGEST_PAUSES * timedelta(seconds=median(one.total_seconds() for one in pauses)))


def _day(moment: datetime) -> str:
    return f"{moment:%Y-%m-%d}"


# How it is kept

_ADAPTER = TypeAdapter(Health)


def as_json(health: Health) -> dict[str, Any]:
    """Return the health as a store keeps it."""
    kept: dict[str, Any] = _ADAPTER.dump_python(health, mode="json")
    return kept


def from_json(kept: Mapping[str, Any]) -> Health:
    """Return the health that a store has kept; raises pydantic's ValidationError for what is none."""
    return _ADAPTER.validate_python(kept)
