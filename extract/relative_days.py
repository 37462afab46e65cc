"""Finds days told by their distance from another day of the text (`dua hari sebelumnya`, `keesokan harinya`)."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Sequence
from datetime import date, timedelta

from extract.date_mentions import DateMention
from extract.date_resolution import ResolvedDate
from extract.numbers import number_value
from extract.scanning import lowered, says

_DAYS = {"hari": 1, "pekan": 7, "minggu": 7}
_DISTANCE = rf"(?:se|(?P<number>satu|dua|tiga|empat|lima|enam|tujuh) )(?P<unit>{'|'.join(_DAYS)})"
_DISTANCES = (*_DAYS, *(f"se{unit}" for unit in _DAYS))
"""One of these words stands in whatever the patterns below find before a day."""
_FROM_BEFORE = re.compile(
    rf"\b(?:(?:selang |berselang )?{_DISTANCE} (?P<way>sebelumnya|sebelum itu|kemudian|setelahnya|setelah itu"
    r"|sesudahnya|sesudah itu|berselang|berikutnya)|(?P<next>(?:ke)?esok(?:an)? ?harinya)"
    r"|selang (?P<gap>sehari|dua hari|tiga hari))\b",
    re.IGNORECASE,
)
_WAYS_ON = re.compile(r"(?:hari|pekan|minggu) (?:sebelum|kemudian|setelah|sesudah|berselang|berikut)|harinya|selang ")
"""One of these stands in whatever `_FROM_BEFORE` finds; it opens with letters that `re` skips to."""
_FROM_AFTER = re.compile(
    rf"\b{_DISTANCE} (?P<way>setelah|sesudah|usai|pasca|sebelum|menjelang) (?P<act>[^.;,\"]{{4,60}}), (?:pada )?$",
    re.IGNORECASE,
)
_AFTER_FULL_DAY = re.compile(
    rf"\b(?:{_DISTANCE}|(?P<many>\d{{1,3}}) hari) (?:setelah|sesudah|usai|pasca)[^.;,\"]{{4,60}}\bpada $"
)
_BACK = frozenset({"sebelumnya", "sebelum itu", "setelah", "sesudah", "usai", "pasca"})
"""Ways that lead back: to the day before the one told, or from the day told to that of the act it came after."""
_REACH = 700
_SPOKEN_REACH = 300
_SPEAKER_REACH = 1500
_SURE = 0.8
_AGO = timedelta(days=3)
"""How long before publication the words of an event's day may have been spoken."""


def counted_from_speech(text: str, dates: Sequence[ResolvedDate]) -> list[ResolvedDate]:
    """Return `dates`, those of a quotation counted from the day it was spoken (`"Besok dilantik," kata X, Rabu`).

    The day of speech is the next one told, outside the quotation and at most 300 characters on, else that of the
    speaker's earlier words; the day of publication, from which such words are counted otherwise, is often a later one.
    Rule `day_from_speech`.
    """
    counted: list[ResolvedDate] = []
    for number, found in enumerate(dates):
        spoken = None
        if found.mention.form == "relative_day" and found.value is not None:
            spoken = _spoken_on(text, dates, number)
        if spoken is not None:
            counted.append(_day(found.start, found.end, spoken, found.mention.offset, found.mention, "day_from_speech"))
        else:
            counted.append(found)
    return counted


def _spoken_on(text: str, dates: Sequence[ResolvedDate], number: int) -> ResolvedDate | None:
    """Return the day on which the words that hold dates[number] were spoken, None where it is not told."""
    found = dates[number]
    after = next((d for d in dates[number + 1 : number + 4] if d.role == "speech" and d.precision == "day"), None)
    if after is not None and after.value is not None and _closes_between(text, found.end, after.start):
        return after
    if "quoted" not in found.mention.flags:
        return None
    told = [d for d in dates[:number] if d.role == "speech" and d.precision == "day" and d.value is not None]
    if told and found.start - told[-1].end <= _SPEAKER_REACH:
        return told[-1]
    # `"Sore ini kita lantik," kata Bupati`, in tomorrow's paper: spoken on the day of the event.
    events = [d for d in dates[:number] if d.role == "event" and d.precision == "day" and d.mention.form == "day"]
    return events[-1] if events and _just_before(events[-1], found) else None


def _just_before(day: ResolvedDate, found: ResolvedDate) -> bool:
    """Tell whether the day lies one to three days before the one counted from publication."""
    if day.value is None or found.value is None or found.mention.offset:
        return False
    return timedelta() < date.fromisoformat(found.value) - date.fromisoformat(day.value) <= _AGO


def _closes_between(text: str, start: int, end: int) -> bool:
    """Tell whether a quotation that holds `start` ends before `end`, and no other begins."""
    return end - start <= _SPOKEN_REACH and text.count('"', start, end) == 1


def days_from_others(text: str, dates: Sequence[ResolvedDate]) -> list[ResolvedDate]:
    """Return the days told by their distance from one of `dates` (in order of `text`), in the order of the text.

    The day counted from is the last full one told before, at most 700 characters away, or the one that the words lead
    to (`sehari setelah rotasi, Rabu 9 Maret`: the rotation was on the 8th). Rule `day_from_other`.
    """
    found: list[ResolvedDate] = []
    days = [d for d in dates if d.precision == "day" and d.value is not None]
    starts = [d.start for d in days]
    from_before = _FROM_BEFORE.finditer(text) if days and _WAYS_ON.search(lowered(text)) else ()
    for match in from_before:
        earlier = bisect_left(starts, match.start()) - 1
        if earlier < 0 or match.start() - starts[earlier] > _REACH or _dated(days, match.end()):
            continue
        found.append(_day(match.start(), match.end(), days[earlier], _distance(match)))
    for base in days:
        if not says(_DISTANCES, text, base.start - 90, base.start):
            continue
        led = _FROM_AFTER.search(text, max(0, base.start - 90), base.start)
        if led is not None:
            way = -1 if led["way"].lower() in _BACK else 1
            found.append(_day(led.start(), base.start, base, way * _length(led)))
        later = _AFTER_FULL_DAY.search(text, max(0, base.start - 90), base.start)
        if later is not None:
            days_later = int(later["many"]) if later["many"] else _length(later)
            found.append(_day(later.start(), base.start, base, days_later))
    return sorted(found, key=lambda d: d.start)


def _dated(days: Sequence[ResolvedDate], end: int) -> bool:
    """Tell whether the day itself follows the words (`Selang sehari, Selasa (8/10)`)."""
    return any(end <= day.start <= end + 3 for day in days)


def _distance(match: re.Match[str]) -> int:
    if match["next"]:
        return 1
    if match["gap"]:
        return {"sehari": 1, "dua hari": 2, "tiga hari": 3}[match["gap"].lower()]
    return -_length(match) if match["way"].lower() in _BACK else _length(match)


def _length(match: re.Match[str]) -> int:
    return (number_value(match["number"] or "satu") or 1) * _DAYS[match["unit"].lower()]


def _day(
    start: int,
    end: int,
    base: ResolvedDate,
    days: int,
    mention: DateMention | None = None,
    rule: str = "day_from_other",
) -> ResolvedDate:
    value = (date.fromisoformat(base.value or "") + timedelta(days=days)).isoformat()
    told = mention or DateMention(start, end, "relative_day", rule, offset=days, direction=-1, explicit=True)
    return ResolvedDate(told, value, "day", rule, _SURE * base.confidence)
