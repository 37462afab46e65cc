"""What an expression of time tells as written, before it is known which day it means."""

from __future__ import annotations

import re
from typing import Literal, NamedTuple

from extract.date_roles import DateRole, clause_before, date_role, direction_of

DateForm = Literal[
    "day", "month", "year", "weekday", "relative_day", "week", "relative_month", "relative_year", "day_of_month"
]
"""What is told: a day of a month (the year may be missing), a month, a year, only a weekday, a day counted from today,
a week, month or year counted from the current one, only a day's number (`tanggal 18`)."""


class DateMention(NamedTuple):
    """One expression of time as written.

    `weekday` counts from 0, Monday; `offset` counts the units of `form` from the current one. A span of days (`17-19
    Februari`) has its first day in `day`. `direction` (-1 past, 1 future, 0 untold) is told by the expression itself
    (`lalu`, `mendatang`: then `explicit`) or by the words before it.
    """

    start: int
    end: int
    form: DateForm
    rule: str
    weekday: int | None = None
    day: int | None = None
    month: int | None = None
    year: int | None = None
    offset: int = 0
    direction: int = 0
    explicit: bool = False
    role: DateRole = "event"
    flags: tuple[str, ...] = ()


def finished(text: str, mention: DateMention, tail: re.Match[str] | None = None) -> DateMention:
    """Return `mention` with its role and direction told by the words beside it, and by its own `tail`."""
    direction, explicit = mention.direction, mention.explicit
    if tail is not None and (tail["back"] or tail["forth"]):
        direction, explicit = (-1 if tail["back"] else 1), True
    clause = clause_before(text, mention.start)
    role = mention.role
    if role == "event":
        role = date_role(clause, text, mention.start, mention.end, form=mention.form)
    if not direction:
        direction = -1 if role == "speech" else direction_of(clause)
    if (direction, explicit, role) == (mention.direction, mention.explicit, mention.role):
        return mention
    return mention._replace(direction=direction, explicit=explicit, role=role)
