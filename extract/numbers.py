"""Numbers in Indonesian text: digits, number words and the words for about how many."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, NamedTuple

from extract.events import HEADCOUNT_RANGES
from extract.scanning import lowered

if TYPE_CHECKING:
    from collections.abc import Iterator

    from extract.events import ApproximateCount, Headcount


class NumberMention(NamedTuple):
    """One number as written. `start`-`end` hold the number alone, `phrase_start` also its `sekitar`, `lebih dari`.

    `low` and `high` are the least and greatest number meant, None where open. `ordinal` is told by `ke-`: `ke-12`,
    `kedua`, which before a noun means all of that many (`kedua camat`), after it the place in a row (`tahap kedua`);
    `collective` by `-nya` (`ketiganya`).
    """

    start: int
    end: int
    value: Headcount
    low: int
    high: int | None
    phrase_start: int
    approximate: bool = False
    ordinal: bool = False
    collective: bool = False
    flags: tuple[str, ...] = ()


_UNITS = {
    "satu": 1, "dua": 2, "tiga": 3, "empat": 4, "lima": 5, "enam": 6, "tujuh": 7, "delapan": 8, "sembilan": 9,
}  # fmt: skip
_SCALES = {"belas": 10, "puluh": 10, "ratus": 100, "ribu": 1000}
_UNIT = f"(?:{'|'.join(_UNITS)})"
_WORD = rf"(?:(?:{_UNIT}\s?|se)(?:belas|puluh|ratus|ribu)|{_UNIT})"
_WORDS = rf"{_WORD}(?:\s+(?:{_WORD}|belas|puluh|ratus|ribu)(?![a-z])){{0,11}}"
_DIGITS = r"(?:\d{1,3}(?:\.\d{3}){1,2}|\d{1,6})(?!\d)"
_PARTS = re.compile(rf"{_UNIT}|se(?=belas|puluh|ratus|ribu)|belas|puluh|ratus|ribu")
_APPROXIMATE: dict[str, ApproximateCount] = {
    "belasan": "belasan",
    "puluhan": "puluhan",
    "ratusan": "ratusan",
    "ribuan": "ribuan",
    "sejumlah": "sejumlah",
    "beberapa": "sejumlah",
}
_NUMBER = re.compile(
    rf"(?P<ke>ke(?:\s?-\s?|(?=[a-z])|\s(?=\d)))?(?:(?P<digits>{_DIGITS})(?P<thousand>\s+ribu\b)?(?P<an>\s?-?\s?an\b)?"
    rf"|(?P<words>{_WORDS})(?P<nya>nya)?(?![a-z])|(?P<rough>{'|'.join(_APPROXIMATE)})\b|(?P<round>seratus|seribu)an\b"
    r"|(?P<one>seorang)\b)",
    re.IGNORECASE,
)
_IN_BRACKETS = re.compile(rf"\s?\(\s?(?:(?P<digits>{_DIGITS})|(?P<words>{_WORDS}))\s?\)", re.IGNORECASE)
_NOT_A_COUNT_AFTER = re.compile(
    r"\s?(?:%|persen\b|juta\b|miliar\b|milyar\b|triliun\b|[.,:/]\d|-\d{2,}/|\s?(?:km|meter|hektar|hektare|kilogram|kg|ton|cm)\b)"
)
_RANGE = re.compile(
    rf"(?:\s?-\s?|\s+(?:hingga|sampai)\s+)(?:(?P<digits>{_DIGITS})|(?P<words>{_WORDS}))(?![\w/])", re.IGNORECASE
)
_ROUGH_TOP = re.compile(
    r"\s+(?:hingga|sampai|bahkan)\s+(?:(?:mendekati|hampir|nyaris)\s+)?(?:seratus|puluhan|ratusan|ribuan)(?!\w)",
    re.IGNORECASE,
)
"""`puluhan hingga mendekati seratus pejabat`: the least of it is told."""
_MORE = re.compile(r"\s+lebih\b(?!\s+(?:dulu|dahulu|lanjut|tinggi|besar|kurang|dari|banyak))")
_MODIFIER = re.compile(
    r"\b(?:(?P<about>sekitar|sekira(?:nya)?|kurang\s+lebih|lebih\s+kurang|kira-kira|kisaran)|(?P<under>hampir|nyaris|mendekati"
    r"|maksimal|paling\s+banyak)|(?P<over>lebih\s+dari|(?:tidak|tak)\s+kurang\s+dari|sedikitnya|setidaknya|paling\s+sedikit"
    r"|paling\s+tidak|minimal))\s+$|(?P<sign>±|\+-|\+/-)\s?$",
    re.IGNORECASE,
)
_GOES_ON = ("", "-", "h", "H", "s", "S", "l", "b", "B")
"""The first letters of what `_RANGE`, `_ROUGH_TOP` and `_MORE` match, behind a blank."""
_MODIFIER_ENDS = (
    "sekitar", "sekira", "sekiranya", "lebih", "kurang", "kira-kira", "kisaran", "hampir", "nyaris", "mendekati",
    "maksimal", "banyak", "dari", "nya", "sedikit", "tidak", "minimal", "±", "+-", "+/-",
)  # fmt: skip
# Searched one by one: a plain search is many times faster than one of alternatives.
_STEMS = (
    "satu", "dua", "tiga", "empat", "lima", "enam", "tujuh", "lapan", "bilan", "puluh", "belas", "ratus", "ribu",
    "seorang", "beberapa", "sejumlah",
)  # fmt: skip
_FIRST_DIGIT = re.compile(r"[0-9](?<![^\W_].)(?<![./:-].)(?<!\d,.)")
_ORDINAL_DIGIT = re.compile(r"ke(?:-(?<![^\W\d_]...)| (?<= ...))(?=[0-9])")


def number_value(words: str) -> int | None:
    """Return the number that Indonesian number words mean (`seratus empat puluh lima` is 145), None where they do not.

    Words that cannot follow each other in one number (`dua tiga`) mean none.
    """
    total, below, pending = 0, 0, 0
    least = 10_000
    for word in _PARTS.findall(words.lower()):
        if word == "se" or word in _UNITS:
            if pending:
                return None
            pending = 1 if word == "se" else _UNITS[word]
            continue
        scale = _SCALES[word]
        if word == "ribu":
            total, below, pending, least = total + (below + pending) * 1000, 0, 0, 1000
            continue
        if not pending or scale >= least:
            return None
        below += 10 + pending if word == "belas" else pending * scale
        pending, least = 0, 1 if word == "belas" else scale
    if pending and least == 1:
        return None
    return total + below + pending or None


def find_numbers(text: str) -> list[NumberMention]:
    """Return the numbers of `text` (folded) that can be a count, in order; money, percentages and times are not."""
    mentions: list[NumberMention] = []
    reached = 0
    for at in sorted(set(_starts(text))):
        if at >= reached:
            mention = read_number(text, at)
            if mention is not None:
                mentions.append(mention)
                reached = mention.end
    return mentions


def _starts(text: str) -> Iterator[int]:
    lower = lowered(text)
    for match in _ORDINAL_DIGIT.finditer(lower):
        yield match.start()
    for match in _FIRST_DIGIT.finditer(text):
        yield match.start()
    for stem in _STEMS:
        at = lower.find(stem)
        while at >= 0:
            start = at
            while start and lower[start - 1].isalpha():
                start -= 1
            if lower[max(0, start - 1) : start] != "-" or lower[max(0, start - 3) : start] == "ke-":
                yield start  # `dua-duanya` counts nothing new
            at = lower.find(stem, at + len(stem))


def read_number(text: str, at: int) -> NumberMention | None:
    """Return the number that begins at `at`, None where there is none."""
    found = _NUMBER.match(text, at)
    if found is None or _NOT_A_COUNT_AFTER.match(text, found.end()):
        return None
    value = _value(found)
    if value is None:
        return _either(at, found)
    end = found.end()
    flags: tuple[str, ...] = ()
    brackets = _IN_BRACKETS.match(text, end) if "(" in text[end : end + 2] else None
    if brackets is not None:
        again = int(brackets["digits"].replace(".", "")) if brackets["digits"] else number_value(brackets["words"])
        end, flags = brackets.end(), () if again in (value, None) else ("words_differ",)
    low, high = HEADCOUNT_RANGES[value] if isinstance(value, str) else (value, value)
    approximate = isinstance(value, str) or bool(found["an"] or found["round"])
    phrase_start, modifier = at, _modifier(text, at)
    last = top = more = None
    if text[end : end + 8].lstrip()[:1] in _GOES_ON:  # spares the patterns most numbers
        rough = _ROUGH_TOP.match(text, end) if found["rough"] else None
        if rough is not None:
            end, high = rough.end(), None
        last = _RANGE.match(text, end)
        top = _top(last)
    if last is not None and top is not None and isinstance(value, int) and value < top < value * 4 and not found["ke"]:
        end, high, approximate = last.end(), top, True
    if text[end : end + 8].lstrip()[:1] in _GOES_ON:
        more = _MORE.match(text, end)
    if more is not None:
        end, high, approximate = more.end(), None, True
    elif modifier is not None and isinstance(value, int):
        phrase_start, approximate = modifier.start(), True
        low = value if modifier["over"] else max(1, value * 9 // 10)
        high = None if modifier["over"] else value if modifier["under"] else -(-value * 11 // 10)
    elif approximate and isinstance(value, int) and high == value:
        low, high = max(1, value * 9 // 10), -(-value * 11 // 10)
    return NumberMention(
        at, end, value, low, high, phrase_start, approximate, bool(found["ke"]), bool(found["nya"]), flags
    )


def _modifier(text: str, at: int) -> re.Match[str] | None:
    before = text[max(0, at - 24) : at]
    if not before.lower().rstrip().endswith(_MODIFIER_ENDS):  # spares the pattern most numbers
        return None
    return _MODIFIER.search(text, max(0, at - 24), at)


def _value(found: re.Match[str]) -> Headcount | None:
    if found["digits"]:
        return int(found["digits"].replace(".", "")) * (1000 if found["thousand"] else 1) or None
    if found["words"]:
        return number_value(found["words"])
    if found["rough"]:
        return _APPROXIMATE[found["rough"].lower()]
    if found["round"]:
        return 100 if found["round"].lower() == "seratus" else 1000
    return 1


def _top(last: re.Match[str] | None) -> int | None:
    if last is None:
        return None
    return int(last["digits"].replace(".", "")) if last["digits"] else number_value(last["words"])


def _either(at: int, found: re.Match[str]) -> NumberMention | None:
    """Read `dua tiga orang`, two or three."""
    words = (found["words"] or "").lower().split()
    if len(words) != 2 or words[0] not in _UNITS or words[1] not in _UNITS or found["ke"]:
        return None
    low, high = _UNITS[words[0]], _UNITS[words[1]]
    return NumberMention(at, found.end(), low, low, high, at, approximate=True) if high == low + 1 else None
