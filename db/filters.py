"""Which events are wanted: the same filters for tables, JSON and exports."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, TypeVar

from sqlalchemy import ColumnElement, Select, and_, func, or_

from db.days import day_range
from db.models import Appointment, Article, Event, EventEselon, Mention
from db.values import KINDS, STATUSES, eselon_level, one_of, region_code

if TYPE_CHECKING:
    import datetime as dt
    from collections.abc import Callable, Sequence

_Selected = TypeVar("_Selected", bound=Select[Any])


class FilterError(ValueError):
    """A filter's value is none that an event can have; the message says which are."""


@dataclass(frozen=True, slots=True)
class EventFilters:
    """Checked filters; all given ones must hold, and of several values of one filter any.

    `regions` are Kemendagri codes, a province standing for its kabupaten and kota too; `eselon` levels, `II` standing
    for II.a and II.b. `since` and `until` are days; an event matches where it can have taken place between them, and
    one without a day by the day it was first told of. `official` is a part of the official's name or office, `person`
    of the name of someone moved. All words of `text` must stand in title and text of one of the sources. Events that
    somebody has rejected are left out.
    """

    regions: tuple[str, ...] = ()
    kinds: tuple[str, ...] = ()
    statuses: tuple[str, ...] = ()
    eselon: tuple[str, ...] = ()
    official: str | None = None
    person: str | None = None
    since: dt.date | None = None
    until: dt.date | None = None
    text: str | None = None


def event_filters(
    *,
    region: Sequence[str] = (),
    kind: Sequence[str] = (),
    status: Sequence[str] = (),
    eselon: Sequence[str] = (),
    official: str | None = None,
    person: str | None = None,
    since: str | None = None,
    until: str | None = None,
    text: str | None = None,
) -> EventFilters:
    """Return the filters that a user wrote; raises FilterError naming the value that is wrong and what is right.

    `since` 2024 or 2024-05 means from their first day, `until` to their last.
    """
    first = _day("since", since)
    last = _day("until", until)
    if first and last and first[0] > last[1]:
        raise FilterError(f"--since {since} is after --until {until}")
    return EventFilters(
        regions=tuple(_checked("region", code, region_code) for code in region),
        kinds=tuple(_checked("kind", value, lambda one: one_of("kind", one, KINDS)) for value in kind),
        statuses=tuple(_checked("status", value, lambda one: one_of("status", one, STATUSES)) for value in status),
        eselon=tuple(_checked("eselon", level, eselon_level) for level in eselon),
        official=_words("official", official),
        person=_words("person", person),
        since=first[0] if first else None,
        until=last[1] if last else None,
        text=_words("text", text),
    )


def filtered(statement: _Selected, filters: EventFilters) -> _Selected:
    """Return `statement`, which selects from `Event`, restricted to the events that the filters want."""
    return statement.where(*_conditions(filters))


def _conditions(filters: EventFilters) -> list[ColumnElement[bool]]:
    conditions: list[ColumnElement[bool]] = [or_(Event.review.is_(None), Event.review != "rejected")]
    if filters.regions:
        conditions.append(or_(*(_in_region(code) for code in filters.regions)))
    if filters.kinds:
        conditions.append(Event.kind.in_(filters.kinds))
    if filters.statuses:
        conditions.append(Event.status.in_(filters.statuses))
    if filters.eselon:
        conditions.append(Event.eselons.any(or_(*(_of_level(level) for level in filters.eselon))))
    if filters.official:
        called = [Event.official_name, Event.official_office]
        conditions.append(or_(*(column.icontains(filters.official, autoescape=True) for column in called)))
    if filters.person:
        conditions.append(Event.appointments.any(Appointment.person.icontains(filters.person, autoescape=True)))
    if filters.since:
        conditions.append(func.coalesce(Event.last_day, Event.first_published) >= filters.since)
    if filters.until:
        conditions.append(func.coalesce(Event.first_day, Event.first_published) <= filters.until)
    if filters.text:
        told = and_(*(_in_article(word) for word in filters.text.split()))
        conditions.append(Event.mentions.any(Mention.article.has(told)))
    return conditions


def _in_region(code: str) -> ColumnElement[bool]:
    if "." in code:
        return Event.region_code == code
    # A province's own events bear its code, its kabupaten's and kota's theirs: 32, 32.01 ... 32.79.
    return or_(Event.region_code == code, Event.region_code.between(f"{code}.", f"{code}.99"))


def _of_level(level: str) -> ColumnElement[bool]:
    if "." in level:
        return EventEselon.eselon == level
    return EventEselon.eselon.in_([level, f"{level}.a", f"{level}.b"])


def _in_article(word: str) -> ColumnElement[bool]:
    return or_(Article.title.icontains(word, autoescape=True), Article.text.icontains(word, autoescape=True))


def _checked(name: str, written: str, read: Callable[[str], str]) -> str:
    try:
        return read(written)
    except ValueError as error:
        raise FilterError(f"--{name} {written.strip()}: {error}") from error


def _day(name: str, written: str | None) -> tuple[dt.date, dt.date] | None:
    if written is None:
        return None
    try:
        return day_range(written.strip())
    except ValueError as error:
        raise FilterError(f"--{name}: {error}") from error


def _words(name: str, written: str | None) -> str | None:
    if written is None:
        return None
    words = " ".join(written.split())
    if not words:
        raise FilterError(f"--{name} is empty")
    return words
