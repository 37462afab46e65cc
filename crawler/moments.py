"""When an article was published: moments as machines write them, and as an Indonesian page shows them to its reader."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta, tzinfo
from email.utils import parsedate_to_datetime
from typing import Literal
from zoneinfo import ZoneInfo

from lxml import etree

from crawler.html_tree import strings
from crawler.rendering import one_line

Precision = Literal["second", "day"]
Moment = tuple[datetime, Precision]

_ZONES = {"wib": ZoneInfo("Asia/Jakarta"), "wita": ZoneInfo("Asia/Makassar"), "wit": ZoneInfo("Asia/Jayapura")}
_MONTHS = {
    "jan": 1,
    "feb": 2,
    "peb": 2,
    "mar": 3,
    "apr": 4,
    "mei": 5,
    "may": 5,
    "jun": 6,
    "jul": 7,
    "agu": 8,
    "ags": 8,
    "agt": 8,
    "aug": 8,
    "sep": 9,
    "okt": 10,
    "oct": 10,
    "nov": 11,
    "nop": 11,
    "des": 12,
    "dec": 12,
}
_SHOWN = re.compile(
    r"(?<!\d)(?:"
    r"(?P<day>\d{1,2})\s*(?:[/-]\s*(?P<number>\d{1,2})\s*[/-]|[\s-]\s*(?P<name>[A-Za-z]{3,9})\.?,?[\s-])\s*(?P<year>(?:19|20)\d\d)"
    r"|(?P<first>[A-Za-z]{3,9})\.?\s+(?P<day2>\d{1,2}),?\s+(?P<year2>(?:19|20)\d\d)"
    r")(?!\d)"
    r"(?:[\s,|@•·–—-]*(?:(?:pukul|jam|at)\s*:?\s*)?(?P<hour>[012]?\d)[.:](?P<minute>[0-5]\d)(?:[.:]([0-5]\d))?(?!\d)"
    r"\s*(?P<half>[ap]m\b)?\s*(?P<zone>(?:WIB|WITA|WIT)\b)?)?",
    re.IGNORECASE,
)
_SPACED_T = re.compile(r"(?<=\d)\s+T(?=\d)")
_PUBLISHED_CLASS = re.compile(r"publish|posted|(?<!up)date\b")
_MODIFIED_CLASS = re.compile(r"updated|modified")
_YEAR = re.compile(r"(?:19|20)\d\d")

_STRINGS = etree.XPath(
    "body/descendant::text()[normalize-space() and not(parent::script or parent::style)]", smart_strings=False
)
_HEADLINES = etree.XPath("body/descendant::h1/descendant::text()", smart_strings=False)

_LONGEST_LINE = 120
"""Characters of a line that shows when an article was published, at the most."""

YEARS = range(1990, 2101)
"""Years that an article is published in: placeholders (1970, 0001, 9999) are no moments, and break reckoning."""

_MOST_BESIDE_A_DAY = 30
"""Characters that stand beside a day without a time of day, at the most; more is a sentence with a date in it."""

_NEAR = 8
"""Strings that lie between a headline and the time of publication, at the most: author, section, share buttons."""


@dataclass(frozen=True, slots=True)
class ShownMoment:
    """A moment that a page shows beside its headline; `zoned` where it names its zone (`10.05 WIB`)."""

    moment: datetime
    precision: Precision
    zoned: bool


def moment_of(value: object, zone: tzinfo) -> Moment | None:
    """Return the aware moment that an ISO 8601 or RFC 822 date means, and whether it has a time of day."""
    if not isinstance(value, str) or not value.strip():
        return None
    value = _SPACED_T.sub("T", value.strip())
    try:
        moment = datetime.fromisoformat(value)
    except ValueError:
        try:
            moment = parsedate_to_datetime(value)
        except (ValueError, OverflowError):
            return None
    if moment.year not in YEARS:
        return None
    precision: Precision = "second" if ":" in value else "day"
    return (moment if moment.tzinfo else moment.replace(tzinfo=zone)), precision


def first_moment(values: Sequence[object], zone: tzinfo) -> tuple[datetime | None, Precision | None]:
    """Return the first moment among the values that has a time of day, else the first day."""
    moments = [moment for moment in (moment_of(value, zone) for value in values) if moment]
    exact = [moment for moment in moments if moment[1] == "second"]
    return next(iter(exact or moments), (None, None))


def is_utc(moment: datetime) -> bool:
    """Tell whether a moment is stated in UTC, rightly or not."""
    return moment.utcoffset() == timedelta(0)


def local_after_all(stated: datetime, shown: ShownMoment | None) -> bool:
    """Tell whether a moment stated in UTC is the local time that the page shows: its writer put a `Z` to local time."""
    return (
        shown is not None
        and shown.zoned
        and is_utc(stated)
        and stated.replace(tzinfo=None, second=0, microsecond=0) == shown.moment.replace(tzinfo=None)
    )


def shown_moment(text: str, zone: tzinfo) -> ShownMoment | None:
    """Return the moment that a line like `Rabu, 6 Maret 2024 | 10.05 WIB` shows, without a zone meant in `zone`."""
    found = _SHOWN.search(text)
    if found is None:
        return None
    name = found["name"] or found["first"]
    month = _MONTHS.get(name[:3].lower()) if name else int(found["number"])
    hour = int(found["hour"] or 0)
    if found["half"]:
        hour = hour % 12 + (12 if found["half"].lower() == "pm" else 0)
    try:
        naive = datetime(
            int(found["year"] or found["year2"]),
            month or 0,
            int(found["day"] or found["day2"]),
            hour,
            int(found["minute"] or 0),
            tzinfo=UTC,
        )
    except ValueError:
        return None
    if found["hour"] is None and len(text) - len(found[0]) > _MOST_BESIDE_A_DAY:
        return None
    meant_in = _ZONES[found["zone"].lower()] if found["zone"] else zone
    precision: Precision = "second" if found["hour"] else "day"
    return ShownMoment(naive.replace(tzinfo=meant_in), precision, found["zone"] is not None)


def shown_beside(root: etree._Element, title: str, zone: tzinfo) -> ShownMoment | None:
    """Return the moment that a page shows nearest to its headline, one with a time of day before a mere day."""
    if not title:
        return None
    lines = [one_line(string) for string in strings(_STRINGS, root)]
    headlines = {one_line(string) for string in strings(_HEADLINES, root)}
    titled = {at: line in headlines for at, line in enumerate(lines) if _tells(line, title)}
    near = {at + apart for at in titled for apart in range(-_NEAR, _NEAR + 1)} & set(range(len(lines)))
    beside = [
        (shown.precision == "second", titled[at + apart], -abs(apart), shown)
        for at in near
        if (shown := _shown_at(lines, at, zone)) is not None
        for apart in range(-_NEAR, _NEAR + 1)
        if at + apart in titled
    ]
    return max(beside, key=lambda one: one[:3])[3] if beside else None


def _tells(line: str, title: str) -> bool:
    return (title in line and len(line) <= len(title) + 40) or (2 * len(line) > len(title) and title.startswith(line))


def _shown_at(lines: Sequence[str], at: int, zone: tzinfo) -> ShownMoment | None:
    """Return the moment that a line shows, its time of day taken from the next line where markup parts the two."""
    line = lines[at]
    if len(line) > _LONGEST_LINE or not _YEAR.search(line):
        return None
    shown = shown_moment(line, zone)
    if shown is not None and shown.precision == "day" and at + 1 < len(lines):
        joined = shown_moment(f"{line} {lines[at + 1][:_MOST_BESIDE_A_DAY]}", zone)
        if joined is not None and joined.precision == "second":
            return joined
    return shown


def times_marked(root: etree._Element) -> Iterator[str]:
    """Yield the dates of the <time> elements that mark when the article was published."""
    for time in root.iter("time"):
        stated = time.get("datetime")
        marks = f"{time.get('class', '')} {time.get('itemprop', '')}".lower()
        if not stated or ("publish" not in marks and _MODIFIED_CLASS.search(marks)):
            continue
        if "pubdate" in time.attrib or _PUBLISHED_CLASS.search(marks):
            yield stated
