"""Plans and what became of them: two events, one chain."""

from __future__ import annotations

from datetime import date
from itertools import permutations
from typing import TYPE_CHECKING, Any

import pytest
from telling import event

from db.queries import StoredEvent, find_events
from db.stages import Stage, plan_of
from extract.events import Appointment

if TYPE_CHECKING:
    from telling import Newsroom


def stage(event_id: str, status: str, told: str, day: str | None = None, **values: Any) -> Stage:
    when = date.fromisoformat(day) if day else None
    count = values.pop("headcount", None)
    return Stage(
        id=event_id,
        status=status,
        told=date.fromisoformat(told),
        days=(when, when) if when else None,
        counts=(count, count) if count else None,
        levels=frozenset(values.pop("levels", ())),
        wave=values.pop("wave", None),
        people=tuple(tuple(name.lower().split()) for name in values.pop("people", ())),
    )


OATH = stage("oath", "realized", "2026-02-20", "2026-02-20", headcount=40, levels={"III"}, people=("Dedi Kusnadi",))


@pytest.mark.parametrize(
    "plan",
    [
        stage("plan", "planned", "2026-02-10", "2026-02-20", headcount=40),
        stage("plan", "planned", "2026-02-10", "2026-02-13"),
        stage("plan", "planned", "2026-01-05"),
        stage("plan", "planned", "2026-02-10", "2026-02-20", headcount=9, people=("Dedi Kusnadi",)),
    ],
    ids=["that day", "a day it was put off from", "no day", "another number, but the same person"],
)
def test_what_took_place_follows_its_plan(plan: Stage) -> None:
    assert plan_of(OATH, [plan]) == "plan"


@pytest.mark.parametrize(
    "plan",
    [
        stage("plan", "planned", "2026-02-21", "2026-02-20"),
        stage("plan", "planned", "2026-02-10", "2026-06-20"),
        stage("plan", "planned", "2025-06-10"),
        stage("plan", "planned", "2026-02-10", "2026-02-20", headcount=9),
        stage("plan", "planned", "2026-02-10", "2026-02-20", levels={"II"}),
    ],
    ids=["told afterwards", "another day", "long ago", "another number", "other levels"],
)
def test_another_plan_is_not_followed(plan: Stage) -> None:
    assert plan_of(OATH, [plan]) is None


def test_each_wave_follows_its_own_plan() -> None:
    plans = [stage("first", "planned", "2026-02-01", wave=1), stage("second", "planned", "2026-02-02", wave=2)]
    assert plan_of(stage("oath", "realized", "2026-02-20", wave=1), plans) == "first"


def test_of_several_plans_the_one_with_the_same_number_counts() -> None:
    plans = [
        stage("same", "planned", "2026-02-10", "2026-02-20", headcount=40),
        stage("open", "planned", "2026-02-12", "2026-02-20"),
    ]
    assert plan_of(OATH, plans) == "same"


def test_a_plan_that_is_put_off_follows_the_plan_before() -> None:
    first = stage("first", "planned", "2026-02-01", "2026-02-10", headcount=34)
    again = stage("again", "planned", "2026-02-09", "2026-02-17", headcount=34)
    assert plan_of(again, [first, again]) == "first"
    assert plan_of(first, [first, again]) is None


def test_what_is_annulled_follows_the_act_of_that_day() -> None:
    undone = stage("undone", "cancelled", "2026-03-30", "2026-02-20", headcount=40)
    assert plan_of(undone, [OATH]) == "oath"
    assert plan_of(stage("undone", "cancelled", "2026-03-30", "2026-02-21", headcount=40), [OATH]) is None
    assert plan_of(stage("later", "realized", "2026-02-21", "2026-02-20", headcount=40), [OATH]) is None


def by_status(newsroom: Newsroom) -> dict[str, StoredEvent]:
    return {one.status: one for one in find_events(newsroom.store)}


def test_a_plan_its_end_and_its_execution_are_a_chain_in_whatever_order_they_come(newsroom: Newsroom) -> None:
    told = {
        1: (event(status="planned", date="2026-02-20", headcount=40), "2026-02-10"),
        2: (event(status="cancelled", date="2026-02-20", headcount=40), "2026-02-19"),
        3: (event(date="2026-02-27", headcount=40), "2026-02-27"),
    }
    chains = set()
    for order in permutations(told):
        for number in told:
            newsroom.tell(number, published=told[number][1])
        newsroom.read(again=True)
        for number in order:
            newsroom.tell(number, told[number][0], published=told[number][1])
            newsroom.read(again=True)
        found = by_status(newsroom)
        chains.add(tuple(found[status].follows == found["planned"].id for status in ("cancelled", "realized")))
    assert chains == {(True, True)}


def test_the_link_goes_with_the_plan(newsroom: Newsroom) -> None:
    newsroom.tell(1, event(status="planned", headcount=40), published="2026-02-10")
    newsroom.tell(2, event(date="2026-02-20", appointments=(Appointment("Dedi Kusnadi", "Camat Jatiasih", None),)))
    newsroom.tell(2, event(date="2026-02-20", headcount=40), published="2026-02-20")
    newsroom.read()
    assert by_status(newsroom)["realized"].follows is not None
    newsroom.correct(1)
    newsroom.read(again=True)
    assert by_status(newsroom)["realized"].follows is None
