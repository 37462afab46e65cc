"""Say which day, month or year an expression of time means, against the day of publication or the text itself.

Full dates stand as written unless their weekday contradicts them; dates without a year are placed by their weekday and
by nearness to the day of publication; `kemarin`, `pekan lalu`, a bare weekday count from it. Where the day of
publication is unknown, the dated reports of the same text stand in for it, with a flag and less confidence.
"""

from __future__ import annotations

from datetime import date, timedelta
from typing import TYPE_CHECKING, NamedTuple

from extract.date_mentions import DateMention
from extract.date_repair import NEAR, day_of, repair, repair_impossible
from extract.dates import find_dates

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from extract.date_roles import DateRole
    from extract.events import DatePrecision

_OF_NO_STORY = frozenset({"law", "term", "birth", "election", "budget"})
_MIDDLE = 15
LATEST_YEAR = 2026
"""The latest year that a date without year and without day of publication is placed in."""
_EARLIEST_YEAR = 1990
_WEEK = timedelta(days=7)
_OPENING = 400
"""How far, in characters, from the beginning a page prints the day of publication."""


class ResolvedDate(NamedTuple):
    """What a mention means. `value` is `YYYY-MM-DD`, `YYYY-MM` or `YYYY` by `precision`; None where nothing is sure.

    `past` and `future` are the readings before and after the day of publication of an expression that has both (a bare
    weekday, a day without a year), for a caller that knows whether the sentence plans or reports; `value` is the one
    that the words nearby suggest. `rule` names how it was reached.
    """

    mention: DateMention
    value: str | None
    precision: DatePrecision | None
    rule: str
    confidence: float
    flags: tuple[str, ...] = ()
    past: str | None = None
    future: str | None = None

    @property
    def start(self) -> int:
        """Return where the mention starts in the text."""
        return self.mention.start

    @property
    def end(self) -> int:
        """Return where the mention ends in the text."""
        return self.mention.end

    @property
    def role(self) -> DateRole:
        """Return what the date is the date of."""
        return self.mention.role


def dates_of(text: str, published: date | None = None) -> list[ResolvedDate]:
    """Find and resolve the dates of `text` (folded) in one call."""
    return resolve_dates(find_dates(text), published, text)


def resolve_dates(mentions: Sequence[DateMention], published: date | None, text: str) -> list[ResolvedDate]:
    """Return one ResolvedDate a mention, in the same order.

    Flags: `year_inferred`, `month_inferred`, `weekday_inferred` (a day told by its weekday only), `weekday_conflict`
    (weekday and date disagree), `repaired` (a typing error was put right), `impossible_date`, `published_inferred`
    (counted from a date of the text, for want of a day of publication), `relative_to_other` (counts from another date
    of the text: no value), `week_in_two_months` (no value).
    """
    anchors = _anchors(mentions)
    reference = published or _reference(mentions, anchors)
    inferred = published is None and reference is not None
    resolved: list[ResolvedDate] = []
    for mention in mentions:
        answer = _resolve(mention, reference, anchors, _earlier_in_paragraph(text, mention, resolved))
        if inferred and answer.value is not None and not _stands_alone(answer):
            answer = _with_flag(answer, "published_inferred", 0.85)
        resolved.append(answer)
    return resolved


def _earlier_in_paragraph(text: str, mention: DateMention, resolved: Sequence[ResolvedDate]) -> Sequence[ResolvedDate]:
    if mention.form != "day_of_month":
        return ()
    recent = resolved[-4:]
    paragraph = text.rfind("\n", recent[0].start, mention.start) if recent else 0
    return [answer for answer in recent if answer.start > paragraph]


def _stands_alone(answer: ResolvedDate) -> bool:
    return answer.rule in ("full_date", "month_year", "year", "latest_year")


def _with_flag(answer: ResolvedDate, flag: str, factor: float) -> ResolvedDate:
    return ResolvedDate(
        answer.mention,
        answer.value,
        answer.precision,
        answer.rule,
        round(answer.confidence * factor, 3),
        (*answer.flags, flag),
        answer.past,
        answer.future,
    )


def _anchors(mentions: Iterable[DateMention]) -> list[date]:
    """Return the days that the text tells in full and that their weekday, where told, confirms."""
    days: dict[date, None] = {}
    for mention in mentions:
        if mention.form == "day" and mention.year is not None and mention.role != "birth":
            day = day_of(mention.year, mention.month, mention.day)
            if day is not None and mention.weekday in (None, day.weekday()):
                days[day] = None
    return list(days) or _months_told(mentions)


def _months_told(mentions: Iterable[DateMention]) -> list[date]:
    """Return the middle of each month told with its year, where the text tells no day in full."""
    dated = (m for m in mentions if m.form == "month" and m.year is not None and m.role not in _OF_NO_STORY)
    middles = (day_of(m.year, m.month, _MIDDLE) for m in dated if m.year is not None)
    return list(dict.fromkeys(day for day in middles if day is not None))


def _reference(mentions: Sequence[DateMention], anchors: Sequence[date]) -> date | None:
    """Return the day the text seems to have been written on: its stamp's, its latest report day, else None.

    Only days with a weekday count, as `Senin (10/3/2025)`: these are the days of the reported event and of interviews,
    a few days before publication. Days still to come are told with future words.
    """
    stamps = [day for mention in mentions if (day := _stamped(mention)) is not None]
    if stamps:
        return min(stamps)  # another stamp of the page is the day on which it was visited
    dated: list[date] = []
    for mention in mentions:
        to_come = mention.direction > 0 and mention.role != "until"
        if mention.form != "day" or mention.weekday is None or to_come:
            continue
        if mention.year is None:
            placed = _latest_consistent(mention, anchors)
        else:
            placed = day_of(mention.year, mention.month, mention.day)
            if placed is None:
                placed = repair_impossible(mention, mention.year, None)
        if placed is not None and placed.weekday() == mention.weekday:
            dated.append(placed)
    return max(dated, default=None)


def _stamped(mention: DateMention) -> date | None:
    """Return the day that the page is stamped or datelined with, where it is told in full and opens the text."""
    if mention.role != "dateline" or mention.form != "day" or mention.year is None or mention.start > _OPENING:
        return None
    return day_of(mention.year, mention.month, mention.day)


def _consistent_years(mention: DateMention) -> list[date]:
    days = (day_of(year, mention.month, mention.day) for year in range(LATEST_YEAR, _EARLIEST_YEAR - 1, -1))
    return [day for day in days if day is not None and mention.weekday in (None, day.weekday())]


def _latest_consistent(mention: DateMention, anchors: Sequence[date]) -> date | None:
    """Return the day in the year that agrees with the weekday: nearest to the text's full dates, else the latest."""
    candidates = _consistent_years(mention)
    if not candidates:
        return None
    if anchors:
        nearest = min(candidates, key=lambda day: min(abs(day - anchor) for anchor in anchors))
        if min(abs(nearest - anchor) for anchor in anchors) <= timedelta(days=400):
            return nearest
        return None
    return candidates[0]


def _resolve(
    mention: DateMention, reference: date | None, anchors: Sequence[date], before: Sequence[ResolvedDate]
) -> ResolvedDate:
    if mention.form == "day":
        if mention.year is not None:
            return _full(mention, mention.year, reference, anchors)
        return _without_year(mention, reference, anchors)
    if mention.form == "month":
        return _month(mention, reference, anchors)
    if mention.form == "year":
        return ResolvedDate(mention, str(mention.year), "year", "year", 0.95, mention.flags)
    if mention.form == "day_of_month":
        return _day_of_month(mention, reference, before)
    if reference is None:
        return _unresolved(mention, "no_reference")
    if mention.form == "weekday":
        return _weekday(mention, reference)
    return _counted(mention, reference)


def _unresolved(mention: DateMention, rule: str, *flags: str) -> ResolvedDate:
    return ResolvedDate(mention, None, None, rule, 0.0, (*mention.flags, *flags))


def _day_answer(
    mention: DateMention,
    day: date,
    rule: str,
    confidence: float,
    *flags: str,
    past: date | None = None,
    future: date | None = None,
) -> ResolvedDate:
    return ResolvedDate(
        mention,
        day.isoformat(),
        "day",
        rule,
        confidence,
        (*mention.flags, *flags),
        past.isoformat() if past else None,
        future.isoformat() if future else None,
    )


def _full(mention: DateMention, year: int, reference: date | None, anchors: Sequence[date]) -> ResolvedDate:
    day = day_of(year, mention.month, mention.day)
    if day is None:
        repaired = repair_impossible(mention, year, reference)
        if repaired is None:
            return _unresolved(mention, "full_date", "impossible_date")
        return _day_answer(mention, repaired, "repaired_date", 0.75, "impossible_date", "repaired")
    if mention.weekday is None:
        return _day_answer(mention, day, "full_date", 0.95)
    if day.weekday() == mention.weekday:
        return _day_answer(mention, day, "full_date", 0.98)
    near = [reference] if reference else [anchor for anchor in anchors if anchor != day]
    if any(abs(day - other) <= _WEEK for other in near):
        # The date agrees with publication: it is the weekday that was mistyped.
        return _day_answer(mention, day, "full_date", 0.75, "weekday_conflict")
    repaired = repair(mention, day, near)
    if repaired is not None:
        return _day_answer(mention, repaired, "repaired_date", 0.8, "weekday_conflict", "repaired")
    return _day_answer(mention, day, "full_date", 0.5, "weekday_conflict")


def _without_year(mention: DateMention, reference: date | None, anchors: Sequence[date]) -> ResolvedDate:
    if day_of(2024, mention.month, mention.day) is None:  # a leap year: 29 February is a day
        return _unresolved(mention, "day_month", "impossible_date")
    if reference is None:
        latest = _latest_consistent(mention, anchors) if mention.weekday is not None or anchors else None
        if latest is None:
            return _unresolved(mention, "no_reference", "year_missing")
        if anchors:
            return _day_answer(mention, latest, "year_of_text", 0.8, "year_inferred")
        return _day_answer(mention, latest, "latest_year", 0.75, "year_inferred")
    past, future = _around(mention, reference)
    chosen = _chosen(mention, reference, past, future)
    if chosen is None:
        return _unresolved(mention, "day_month", "impossible_date")
    flags: tuple[str, ...] = ("year_inferred",)
    if mention.weekday is None:
        confidence = 0.85 if abs(chosen - reference) < timedelta(days=120) else 0.65
    elif chosen.weekday() == mention.weekday:
        confidence = 0.95
    else:
        agreeing = [day for day in (past, future) if day is not None and day.weekday() == mention.weekday]
        if agreeing and abs(chosen - reference) > NEAR:
            chosen, confidence = agreeing[0], 0.8
        else:
            flags, confidence = (*flags, "weekday_conflict"), 0.6
    return _day_answer(mention, chosen, "day_month", confidence, *flags, past=past, future=future)


def _around(mention: DateMention, reference: date) -> tuple[date | None, date | None]:
    """Return the last such day not after `reference` and the first one after it."""
    days = [day_of(reference.year + shift, mention.month, mention.day) for shift in range(-4, 5)]
    told = [day for day in days if day is not None]
    past = max((day for day in told if day <= reference), default=None)
    future = min((day for day in told if day > reference), default=None)
    return past, future


def _chosen(mention: DateMention, reference: date, past: date | None, future: date | None) -> date | None:
    if past is None or future is None:
        return past or future
    if mention.weekday is not None:
        agreeing = [day for day in (past, future) if day.weekday() == mention.weekday]
        if len(agreeing) == 1:
            return agreeing[0]
    back, ahead = reference - past, future - reference
    direction = mention.direction
    if not mention.explicit and mention.role != "speech":  # the words before it only suggest
        if direction > 0 and ahead > timedelta(days=330):
            direction = -1
        elif direction < 0 and back > timedelta(days=270):
            direction = 0
    if direction:
        return future if direction > 0 else past
    # People leave the year out where the day is near; a little nearer in the future does not outweigh the past.
    return future if ahead * 1.5 < back else past


def _month(mention: DateMention, reference: date | None, anchors: Sequence[date]) -> ResolvedDate:
    if mention.month is None:
        return _unresolved(mention, "month")
    if mention.year is not None:
        return ResolvedDate(mention, f"{mention.year}-{mention.month:02}", "month", "month_year", 0.95, mention.flags)
    at = reference or max(anchors, default=None)
    if at is None:
        return _unresolved(mention, "no_reference", "year_missing")
    past = at.year if mention.month <= at.month else at.year - 1
    if "this_year" in mention.flags:
        year = at.year + mention.offset
    elif mention.explicit and mention.direction < 0 and mention.month == at.month:
        year = at.year - 1 if at.day < 4 else at.year
    elif mention.explicit and mention.direction:
        year = past if mention.direction < 0 else past + (mention.month != at.month)
    elif mention.explicit:
        year = at.year
    else:
        ahead = (mention.month - at.month) % 12
        near = ahead <= (9 if mention.direction > 0 else 2 if mention.direction < 0 else 4)
        year = past + 1 if ahead and near else past
    flags = (*mention.flags, "year_inferred")
    future = past + (mention.month != at.month)
    values = [f"{chosen}-{mention.month:02}" for chosen in (year, past, future)]
    return ResolvedDate(mention, values[0], "month", "month", 0.8, flags, past=values[1], future=values[2])


def _day_of_month(mention: DateMention, reference: date | None, before: Sequence[ResolvedDate]) -> ResolvedDate:
    """Place `tanggal 18` in the month of the nearest date before it, else in the month around publication."""
    flags = ("month_inferred",)
    for earlier in reversed(before):
        if (
            earlier.value is not None
            and earlier.precision in ("day", "month")
            and earlier.role not in ("law", "birth", "term")
        ):
            day = day_of(int(earlier.value[:4]), int(earlier.value[5:7]), mention.day)
            if day is not None and earlier.confidence >= 0.5:
                return _day_answer(mention, day, "day_of_month", 0.6, *flags)
            break
    if reference is None or mention.day is None:
        return _unresolved(mention, "no_reference", *flags)
    months = [_shift_month(reference, shift, mention.day) for shift in (-1, 0, 1)]
    days = [day for day in months if day is not None]
    if mention.direction > 0:
        days = [day for day in days if day >= reference]
    elif mention.direction < 0:
        days = [day for day in days if day <= reference]
    if not days:
        return _unresolved(mention, "day_of_month", *flags)
    nearest = min(days, key=lambda day: (abs(day - reference), day))
    return _day_answer(mention, nearest, "day_of_month", 0.5, *flags)


def _shift_month(at: date, months: int, day: int | None) -> date | None:
    year, month = divmod(at.year * 12 + at.month - 1 + months, 12)
    return day_of(year, month + 1, day)


def _weekday(mention: DateMention, reference: date) -> ResolvedDate:
    if "relative_to_other" in mention.flags or mention.weekday is None:
        return _unresolved(mention, "weekday")
    if mention.rule == "weekday_of_week":
        monday = reference - timedelta(days=reference.weekday())
        day = monday + timedelta(days=mention.weekday) + mention.offset * _WEEK
        return _day_answer(mention, day, "weekday_of_week", 0.85, "weekday_inferred")
    back = (reference.weekday() - mention.weekday) % 7
    past = reference - timedelta(days=back)
    future = past + _WEEK
    if mention.explicit and mention.direction < 0 and back == 0:
        past = past - _WEEK
    chosen = future if mention.direction > 0 else past
    if mention.direction > 0 and not mention.explicit and back == 0:
        chosen = past
    confidence = 0.85 if mention.explicit or mention.direction else 0.75
    return _day_answer(mention, chosen, "weekday", confidence, "weekday_inferred", past=past, future=future)


def _counted(mention: DateMention, reference: date) -> ResolvedDate:
    if mention.form == "relative_day":
        day = reference + timedelta(days=mention.offset)
        confidence = 0.7 if "quoted" in mention.flags else 0.9
        return _day_answer(mention, day, mention.rule, confidence)
    if mention.form == "week":
        return _week(mention, reference)
    if mention.form == "relative_year":
        return ResolvedDate(mention, str(reference.year + mention.offset), "year", mention.rule, 0.85, mention.flags)
    first = _shift_month(reference, mention.offset, 1)
    if first is None:
        return _unresolved(mention, mention.rule)
    return ResolvedDate(mention, first.isoformat()[:7], "month", mention.rule, 0.85, mention.flags)


def _week(mention: DateMention, reference: date) -> ResolvedDate:
    """Give the month of the week counted from publication, where the week lies in one month."""
    monday = reference - timedelta(days=reference.weekday()) + mention.offset * _WEEK
    sunday = monday + timedelta(days=6)
    if monday.month != sunday.month:
        return _unresolved(mention, mention.rule, "week_in_two_months")
    return ResolvedDate(mention, monday.isoformat()[:7], "month", mention.rule, 0.75, mention.flags)
