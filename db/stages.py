"""Which plan an event carries out, puts off or calls off: the two stay two events, joined by `Event.plan`.

Told are a plan (`akan melantik`) and later its execution, another day for it, or its end; of an act that took place its
annulment. They are of one region and kind, and what each tells of time, people and numbers can be true of both:

- the plan was told first;
- where it names days, the event falls within POSTPONED_DAYS of them; where it names none, within PLANNED_AHEAD_DAYS of
  its first telling;
- their head counts, levels and waves do not contradict each other, unless a person is named by both.

Of several plans the one that shares most people counts, then the one with the same head count, then the latest told.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import timedelta
from typing import TYPE_CHECKING

from sqlalchemy import select
from sqlalchemy.orm import joinedload, selectinload

from db.days import days_apart
from db.models import Event, EventFollows
from db.persons import name_words, same_name

if TYPE_CHECKING:
    import datetime as dt
    from collections.abc import Collection, Iterable

    from sqlalchemy.orm import Session

    from db.persons import Name

POSTPONED_DAYS = 21
"""How far from the day that was planned an event is still the one that was planned."""

PLANNED_AHEAD_DAYS = 90
"""How long after a plan without a day its execution may come: a selection takes up to three months."""

_ROUNDED = 0.15
"""How far a plan's round number lies from the one that comes of it."""


@dataclass(frozen=True, slots=True)
class Stage:
    """An event as a link of a chain."""

    id: str
    status: str
    told: dt.date | None
    days: tuple[dt.date, dt.date] | None
    counts: tuple[int, int | None] | None
    levels: frozenset[str]
    wave: int | None
    people: tuple[Name, ...]

    @property
    def day(self) -> dt.date | None:
        """The first day on which it can have taken place, or on which it was told."""
        return self.days[0] if self.days else self.told


def follow_plans(session: Session, changed: Collection[str]) -> None:
    """Join the events of all regions and kinds that `changed` events have with the plans they follow, and only those.

    The links depend on the events alone, not on the order in which they came.
    """
    places = session.execute(
        select(Event.region_code, Event.kind)
        .where(Event.id.in_(changed))
        .distinct()
        .order_by(Event.region_code, Event.kind)
    )
    for region, kind in places:
        if region is not None:
            _follow_plans_at(session, region, kind, changed)


def _follow_plans_at(session: Session, region: str, kind: str, changed: Collection[str]) -> None:
    within = timedelta(days=PLANNED_AHEAD_DAYS + POSTPONED_DAYS)
    days = [
        day
        for first_day, last_day, told in session.execute(
            select(Event.first_day, Event.last_day, Event.first_published).where(
                Event.id.in_(changed), Event.region_code == region, Event.kind == kind
            )
        )
        for day in (first_day, last_day, told)
        if day is not None
    ]
    if not days:
        return
    low, high = min(days) - 2 * within, max(days) + 2 * within
    events = session.scalars(
        select(Event)
        .where(Event.region_code == region, Event.kind == kind)
        .where(Event.first_published.between(low, high) | Event.first_day.between(low, high))
        .order_by(Event.id)
        .options(selectinload(Event.eselons), selectinload(Event.appointments), joinedload(Event.plan))
    ).all()
    stages = [_stage(event) for event in events]
    plans = [stage for stage in stages if stage.status in ("planned", "realized")]
    inner = (min(days) - within, max(days) + within)
    for event, stage in zip(events, stages, strict=True):
        if stage.day is None or not inner[0] <= stage.day <= inner[1]:
            continue  # its own plans may lie outside what was loaded; nothing that changed bears upon it
        wanted = plan_of(stage, plans)
        if wanted is None:
            event.plan = None
        elif event.plan is None:
            event.plan = EventFollows(follows_id=wanted)
        else:
            event.plan.follows_id = wanted


def plan_of(stage: Stage, plans: Iterable[Stage]) -> str | None:
    """Return the id of the plan that `stage` carries out or calls off, None where there is none."""
    possible = [plan for plan in plans if plan.id != stage.id and _can_follow(stage, plan)]
    best = max(
        possible,
        key=lambda plan: (_shared(stage, plan), stage.counts == plan.counts is not None, plan.told, plan.id),
        default=None,
    )
    return best.id if best else None


def _can_follow(stage: Stage, plan: Stage) -> bool:
    if plan.told is None or stage.day is None or stage.told is None or plan.told > stage.told:
        return False
    if stage.status == "planned" and not _is_put_off(stage, plan):
        return False
    if plan.status != "planned" and (stage.status != "cancelled" or not _is_annulled(stage, plan)):
        return False
    if plan.days is not None:
        near = stage.days or (stage.told, stage.told)
        if days_apart(*plan.days, near[0]) > POSTPONED_DAYS and days_apart(*plan.days, near[1]) > POSTPONED_DAYS:
            return False
    elif not 0 <= (stage.day - plan.told).days <= PLANNED_AHEAD_DAYS:
        return False
    if stage.wave is not None and plan.wave is not None and stage.wave != plan.wave:
        return False
    return bool(_shared(stage, plan)) or not (_counts_differ(stage, plan) or _levels_differ(stage, plan))


def _is_put_off(stage: Stage, plan: Stage) -> bool:
    """Tell whether a plan is an earlier one with another day: told later, of a later day, of as many or the same."""
    if plan.told is None or stage.told is None or plan.told >= stage.told or not (plan.days and stage.days):
        return False
    same = bool(_shared(stage, plan)) or stage.counts == plan.counts is not None
    return plan.days[1] < stage.days[0] and same


def _is_annulled(stage: Stage, act: Stage) -> bool:
    """Tell whether what is called off is an act that took place: told of its day."""
    return stage.days is not None and stage.days == act.days


def _shared(one: Stage, other: Stage) -> int:
    return sum(any(same_name(person, known) for known in other.people) for person in one.people)


def _counts_differ(one: Stage, other: Stage) -> bool:
    if one.counts is None or other.counts is None:
        return False
    (least, greatest), (other_least, other_greatest) = one.counts, other.counts
    slack = _ROUNDED * max(least, other_least)
    return (greatest is not None and greatest + slack < other_least) or (
        other_greatest is not None and other_greatest + slack < least
    )


def _levels_differ(one: Stage, other: Stage) -> bool:
    return bool(one.levels and other.levels) and not one.levels & other.levels


def _stage(event: Event) -> Stage:
    return Stage(
        id=event.id,
        status=event.status,
        told=event.first_published,
        days=None if event.first_day is None or event.last_day is None else (event.first_day, event.last_day),
        counts=None if event.headcount_least is None else (event.headcount_least, event.headcount_greatest),
        levels=frozenset(level.eselon.split(".")[0] for level in event.eselons),
        wave=event.wave,
        people=tuple(name_words(one.person) for one in event.appointments),
    )
