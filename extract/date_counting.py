"""Expressions of time that count from the day of the report: `kemarin`, `pekan depan`, `dua bulan lalu`."""

from __future__ import annotations

import re

from extract.date_mentions import DateForm, DateMention, finished

PART_OF_DAY = r"(?i:dini\s+hari|pagi|siang|sore|petang|malam)\b"
_DAY_WORD = re.compile(
    r"(?P<day>tadi\s+(?:pagi|siang|sore|petang|malam)|nanti\s+(?:siang|sore|malam)|semalam|kemar[ie]n(?:\s+(?:lusa|dulu))?"
    rf"|esok(?:\s+hari)?|besok(?:\s+lusa)?|lusa)\b(?:\s+{PART_OF_DAY})?",
    re.IGNORECASE,
)
_DAY_OFFSETS = {
    "kemarin": -1,
    "kemarin lusa": -2,
    "semalam": -1,
    "besok": 1,
    "esok": 1,
    "esok hari": 1,
    "lusa": 2,
    "tadi malam": -1,
}
_UNIT_FORMS: dict[str, DateForm] = {
    "hari": "relative_day",
    "pekan": "week",
    "minggu": "week",
    "bulan": "relative_month",
    "tahun": "relative_year",
}
_COUNTS = {
    "satu": 1, "dua": 2, "tiga": 3, "empat": 4, "lima": 5, "enam": 6, "tujuh": 7, "delapan": 8, "sembilan": 9,
    "sepuluh": 10, "sebelas": 11,
}  # fmt: skip
_VAGUE_BEFORE = re.compile(r"\b(?i:beberapa|sekian|berapa|belasan|puluhan|per|setiap|tiap)(?:\s+\w+)?\s+$")
_UNIT_BEFORE = re.compile(
    rf"(?:(?<![\w.,/-])(?P<n>\d{{1,2}}|{'|'.join(_COUNTS)})\s+|(?P<se>\bse)|\b)"
    r"(?P<unit>hari|pekan|minggu|bulan|tahun|pagi|siang|sore|petang|malam|dini\s+hari)$",
    re.IGNORECASE,
)
_QUALIFIER = re.compile(r"\s(?:yang\s+)?(?P<when>ini|lalu|silam|depan|kemarin|mendatang|tadi|nanti|lagi)\b")


def relative_day(text: str, at: int, _reached: int) -> DateMention | None:
    """Read the word for a day near today that begins at `at`: `kemarin`, `besok`, `tadi malam`."""
    found = _DAY_WORD.match(text, at)
    if found is None:
        return None
    words = " ".join(found["day"].lower().split())
    if words == "besok lusa" or (words == "lusa" and text[max(0, at - 12) : at].rstrip().endswith(("esok", "kemarin"))):
        return None  # `besok lusa` is some day to come
    if words.startswith("kemar") and text.startswith(" itu ", found.end()):
        return None  # `kemarin itu` is the other day
    if words.startswith("kemar"):
        words = "kemarin lusa" if " " in words else "kemarin"
    offset = _DAY_OFFSETS.get(words, 0)
    return finished(text, _relative(at, found.end(), "relative_day", offset, "relative_day"))


def _relative(start: int, end: int, form: DateForm, offset: int, rule: str) -> DateMention:
    direction = (offset > 0) - (offset < 0)
    return DateMention(start, end, form, rule, offset=offset, direction=direction, explicit=True)


def qualified(text: str, at: int, reached: int) -> DateMention | None:
    """Read the unit of time before `ini`, `lalu`, `depan` (at `at`): `hari ini`, `pekan depan`, `dua bulan lalu`."""
    before = _UNIT_BEFORE.search(text, max(reached, at - 30), at)
    when = _QUALIFIER.match(text, at)
    if before is None or when is None:
        return None
    unit, said = before["unit"].lower(), when["when"].lower()
    start, end = before.start("unit"), when.end()
    if unit not in _UNIT_FORMS:  # pagi ini, malam tadi, sore nanti
        day = said in ("ini", "tadi", "nanti")
        offset = -1 if (unit, said) == ("malam", "tadi") else 0
        return finished(text, _relative(start, end, "relative_day", offset, "relative_day")) if day else None
    sign = 0 if said == "ini" else 1 if said in ("depan", "mendatang", "lagi") else -1
    count = 1 if before["se"] else _count(before["n"])
    if count is None:
        if _VAGUE_BEFORE.search(text, max(0, start - 24), start) or said in ("tadi", "nanti", "lagi"):
            return None
        if unit == "hari":
            return finished(text, _relative(start, end, "relative_day", 0, "relative_day")) if not sign else None
        return finished(text, _relative(start, end, _UNIT_FORMS[unit], sign, _UNIT_FORMS[unit]))
    if not sign or said in ("depan", "kemarin"):
        return None
    return finished(text, _relative(before.start(), end, _UNIT_FORMS[unit], sign * count, "ago"))


def _count(word: str | None) -> int | None:
    if not word:
        return None
    return int(word) if word.isdigit() else _COUNTS[word.lower()]
