"""Find expressions of time in Indonesian news text, by a closed grammar.

A free-text search for dates reads names as days (Min Hadi) and months (Mar Ifah) and turns `3/5` round; here a date is
what one of the forms below matches, nothing else. What day it means is for `extract.date_resolution` to say.
"""

from __future__ import annotations

import re
from operator import itemgetter
from typing import TYPE_CHECKING

from extract.date_counting import PART_OF_DAY, qualified, relative_day
from extract.date_mentions import DateMention, finished
from extract.months import FULL_MONTH, MONTH, MONTH_AT, month_number

if TYPE_CHECKING:
    from collections.abc import Callable

_WEEKDAY_VALUES = {"sen": 0, "sel": 1, "rab": 2, "kam": 3, "jum": 4, "sab": 5, "min": 6, "aha": 6, "akh": 6}
_WEEKDAY = (
    r"(?:[Ss]enin|[Ss]elasa|[Rr]abu|[Kk]amis|[Jj]um['a]?\s?a?t|[Ss]abtu|[Mm]inggu|[Aa]k?had"
    r"|SENIN|SELASA|RABU|KAMIS|JUM'?AT|SABTU|MINGGU|AHAD)(?![A-Za-z])"
)
_YEAR = r"(?:19|20)\d\d(?!\d)"
_MARKET_DAY = r"(?i:legi|pahing|paing|pon|wage|kliwon)\b"
_TO = r"(?:\s*[-,&]\s*|\s+(?:dan|hingga|sampai(?:\s+dengan)?|s\.?\s?/?\s?d\.?)\s+)"
_WHEN = (
    r"(?:(?P<back>\s+(?:(?:(?:pekan|minggu)\s+|yang\s+)?(?:lalu|silam|kemarin)|tadi)\b)"
    r"|(?P<forth>\s+(?:(?:pekan|minggu)\s+(?:depan|mendatang)|mendatang|besok|nanti|esok|depan|yang\s+akan\s+datang)\b))"
)
_WORDED = re.compile(
    rf"(?P<d>\d{{1,2}})(?:{_TO}\d{{1,2}}){{0,3}}(?:\s+|-|\s?/\s?)(?P<m>{MONTH})(?:\s*(?:[,/-]\s*)?(?:[Tt]ahun\s+)?(?P<y>{_YEAR}))?"
    rf"(?:{_TO}(?:(?i:hari\s+)?{_WEEKDAY}\s*(?:,\s*)?)?\(?\d{{1,2}}\s+{MONTH}(?:\s+(?P<y3>{_YEAR}))?)?"
)
_SLASHED = re.compile(
    r"(?P<d>\d{1,2})(?:(?:\s?/\s?(?P<m1>\d{1,2}))?(?:\s*[-,]\s*|\s+(?:dan|sampai|hingga|s\.?/?d\.?)\s+)\d{1,2})?"
    r"\s?/\s?(?P<m>\d{1,2})(?:\s?[/.-]\s?(?P<y>(?:19|20)\d\d|\d\d)(?!\d))?(?![\d/])"
)
_DASHED = re.compile(r"(?P<d>\d{1,2})\s?[-.]\s?(?P<m>\d{1,2})\s?[-./]\s?(?P<y>(?:19|20)\d\d|\d\d)(?![./-]?\d)")
_SHORT_DASHED = re.compile(r"(?P<d>\d{1,2})[-.](?P<m>\d{1,2})(?P<y>)(?=\s?\))")
_MISSPELT = re.compile(rf"(?P<d>\d{{1,2}})\s+(?P<m>[A-Z][a-z]{{3,9}})\s+(?P<y>{_YEAR})")
_ISO = re.compile(r"(?P<y>(?:19|20)\d\d)-(?P<m>\d\d)-(?P<d>\d\d)(?!\d)")

_LEAD = re.compile(
    rf"{_WEEKDAY}(?:\s+{_MARKET_DAY})?(?:\s+{PART_OF_DAY})?(?:{_TO}(?i:hari\s+)?{_WEEKDAY}(?:\s+{PART_OF_DAY})?){{0,2}}(?P<when>{_WHEN})?(?:\s+ini\b)?"
)
_BRIDGE = re.compile(r"\s*(?:,\s*)?(?:(?:pada\s+)?(?i:tanggal|tgl\.?)\s+)?[(\[]?\s*(?:(?i:tanggal|tgl\.?)\s+)?(?!$)")
_TAIL = re.compile(
    rf"(?:\s?[)\]])?(?:\s?(?P<y2>{_YEAR})(?![-/\d]))?(?:\s+{PART_OF_DAY})?(?:{_WHEN})?(?:,?\s+hari\s+(?P<w2>{_WEEKDAY}))?"
)
_WEEKDAY_ONLY = re.compile(
    rf"(?P<w>{_WEEKDAY})(?:\s+{_MARKET_DAY})?(?:\s+{PART_OF_DAY})?"
    r"(?:\s+(?:(?P<unit>pekan|minggu)\s+)?(?P<when>yang\s+lalu|lalu|silam|kemarin|tadi|depan|mendatang|besok|nanti|ini"
    r"|sebelumnya|berikutnya)\b)?"
)
_HABIT = re.compile(
    r"\b(?i:se?tiap|tiap-tiap|tiap|saban|salat|sholat|shalat|ibadah|khutbah|khotbah|jamaah|jemaah|pasar|sekolah|malam|sunah"
    r"|puasa|jalan|jl\.?|desa|misa|doa|hari-hari|bernama|kelurahan|kampung)\s+(?i:hari\s+)?$"
)
_OCCASION = re.compile(r"\s+(?:Agung|Berkah|Bersih|Abu|Palma|Curhat|Sehat|Kasih|Putih)\b")
_SPAN_OF_WEEK = re.compile(rf"\s+(?:sampai|hingga|s/d)\s+{_WEEKDAY}(?!\s*(?:,\s*)?\(?\d)")
_NAME_NEXT = re.compile(r"\s+[A-Z][a-z]")
_TITLE_NEXT = re.compile(
    r"\s+(?:Bupati|Wali|Wakil|Gubernur|Pj|Plt|Plh|Pjs|Sekda|Sekretaris|Kepala|Pemkab|Pemkot|Pemprov|Pemerintah|Penjabat"
    r"|Presiden|Menteri|Dinas|Badan|Ketua|DPRD)\b"
)
_DAY_CUE = re.compile(
    r"(?:\b(?i:pada|hari|sejak|hingga|sampai|mulai|sebelum|setelah|dan|kemarin|ini|terhitung|digelar|dijadwalkan)\s*,?|[,(:])\s*$"
)
_LOWER_BEFORE = re.compile(r"(?<![A-Za-z])[a-z]{2,}[\")]?\s+$")
_SENTENCE_START = re.compile(r"(?:^|[.!?\n\"])[\s\"'(]*$")

_DAY_BEFORE = re.compile(rf"(?<![\w.,/-])\d{{1,2}}(?:{_TO}\d{{1,2}}){{0,3}}(?:\s+|-|\s?/\s?)$")
_SLASH_BEFORE = re.compile(r"(?<![\w./-])\d{1,2}(?:(?:\s*[-,]\s*|\s+(?:dan|sampai|hingga|s\.?/?d\.?)\s+)\d{1,2})?\s?$")
_WORD_BEFORE = re.compile(r"(?<![\w.,/-])\d{1,2}\s+[A-Za-z]{3,9}\s+$")
_POINTS_BEFORE = re.compile(r"(?<![\w./-])\d{1,2}\s?[-.]\s?\d{1,2}\s?[-./]\s?$")
_DATE_WORD = re.compile(r"\b(?i:tanggal|tgl\.?)\s+$")
_MONTH_LEAD = re.compile(
    r"\b(?i:pada|bulan|sejak|hingga|sampai|per|awal|akhir|pertengahan|medio|penghujung|mulai|selama|sebelum|setelah|jelang"
    r"|menjelang|di|dari|kisaran|sekitar|sepanjang|berakhir|maksimal)\s+$"
)
_MONTH_PART = re.compile(r"\b(?P<part>[Aa]wal|[Aa]khir|[Pp]ertengahan|[Mm]edio|[Pp]enghujung)\s+(?:bulan\s+)?$")
_MONTH_TAIL = re.compile(
    rf"(?:\s*(?:[,/]\s*)?(?:[Tt]ahun\s+)?(?P<y>{_YEAR})(?![-/]\d)(?:\s+(?P<late>lalu|silam|kemarin)\b)?"
    r"|\s+(?P<back>tahun\s+lalu|yang\s+lalu|lalu|silam|kemarin)\b"
    r"|\s+(?P<forth>tahun\s+depan|yang\s+akan\s+datang|mendatang|depan|nanti|besok)\b|\s+(?P<this>tahun\s+ini|ini)\b)?"
)
_DAY_NUMBER = re.compile(
    rf"(?i:tanggal|tgl\.?)\s+(?P<d>\d{{1,2}})(?:{_TO}\d{{1,2}})?(?![\d/.-]\d|\d|\s*-?\s*{MONTH})(?:{_WHEN})?"
)
_YEAR_SPAN = re.compile(rf"{_YEAR}\s*-\s*{_YEAR}")
_YEAR_LEAD = re.compile(
    r"\b(?i:tahun|pada|sejak|sepanjang|selama|hingga|sampai|awal|akhir|medio|pertengahan|penghujung|periode|pilkada|pemilu|apbd"
    r"|apbn|anggaran|ta|di|masih|formasi|target|lulusan|kelahiran|dari|serentak|per|dan|kuartal\s+\w+|triwulan\s+\w+)\s+$"
)
_SET_OFF_AFTER = re.compile(r"\.(?!\d)|\n|$| \((?=[A-Z]{3})")
_LATE = re.compile(r"\s+(?:lalu|silam|kemarin)\b")


def find_dates(text: str) -> list[DateMention]:
    """Return the expressions of time in `text` (folded), in order and without overlap.

    Dates of laws, terms of office, interviews and the like are returned too, with the `role` that says so. Names of
    people, habits (`setiap Senin`) and occasions (`salat Jumat`) are not.
    """
    mentions: list[DateMention] = []
    reached = 0
    for at, read in _triggers(text):
        if at < reached:
            continue
        mention = read(text, at, reached)
        if mention is not None:
            mentions.append(mention)
            reached = mention.end
    return _flag_quoted(text, mentions)


def _flag_quoted(text: str, mentions: list[DateMention]) -> list[DateMention]:
    """Flag the mentions inside quotation marks; a quotation ends with its line at the latest."""
    inside, seen = False, 0
    flagged: list[DateMention] = []
    for mention in mentions:
        line = text.rfind("\n", seen, mention.start)
        marks = text.count('"', max(seen, line), mention.start)
        inside = (inside and line < 0) != bool(marks % 2)
        seen = mention.start
        flagged.append(mention._replace(flags=(*mention.flags, "quoted")) if inside else mention)
    return flagged


def _triggers(text: str) -> list[tuple[int, Callable[[str, int, int], DateMention | None]]]:
    found = [(_word_start(text, match.start()), read) for pattern, read in _READERS for match in pattern.finditer(text)]
    found.sort(key=itemgetter(0))
    return found


def _word_start(text: str, at: int) -> int:
    while at and text[at].isalpha() and text[at - 1].isalpha():
        at -= 1
    return at


def _from_name(text: str, at: int, reached: int) -> DateMention | None:
    """Read the date that the name of a day or month at `at` belongs to."""
    if text[at : at + 3].lower() in _WEEKDAY_VALUES:
        return _from_weekday(text, at)
    month = MONTH_AT.match(text, at)
    return None if month is None else _from_month(text, at, month.end(), reached)


def _after_hari(text: str, at: int, _reached: int) -> DateMention | None:
    """Read `hari senin`, a weekday in small letters."""
    return _from_weekday(text, text.index(" ", at) + 1)


def _from_weekday(text: str, at: int) -> DateMention | None:
    lead = _LEAD.match(text, at)
    if lead is None:
        return None
    weekday = _WEEKDAY_VALUES[text[at : at + 3].lower()]
    bridge = _BRIDGE.match(text, lead.end())
    if bridge is not None:
        dated = _dated(text, at, bridge.end(), weekday, lead)
        if dated is not None:
            return dated
    return _weekday_only(text, at, weekday)


def _dated(text: str, at: int, body_at: int, weekday: int | None, lead: re.Match[str] | None) -> DateMention | None:
    """Return the day-form date whose day number stands at `body_at`, None where none does."""
    patterns = (_WORDED, _SLASHED, _DASHED, _MISSPELT, *((_SHORT_DASHED,) if weekday is not None else ()))
    body = next(filter(None, (pattern.match(text, body_at) for pattern in patterns)), None)
    if body is None:
        return None
    values = body.groupdict()
    month_word = values["m"]
    month = int(month_word) if month_word.isdigit() else month_number(month_word.rstrip(".").lower())
    if month is None:
        return None
    tail = _TAIL.match(text, body.end())
    end = tail.end() if tail else body.end()
    flags = () if month_word.isdigit() or MONTH_AT.fullmatch(month_word) else ("month_spelling",)
    year = _year(values.get("y") or values.get("y3") or (tail["y2"] if tail else None))
    if tail is not None and weekday is None and tail["w2"]:
        weekday = _WEEKDAY_VALUES[tail["w2"][:3].lower()]
    first_month = values.get("m1")
    mention = DateMention(
        at,
        _trim(text, at, end),
        "day",
        "weekday_date" if weekday is not None else "date",
        weekday,
        int(values["d"]),
        int(first_month) if first_month and year is not None and values["m1"] != values["m"] else month,
        year,
        flags=flags,
    )
    if lead is not None and lead["when"] and not (tail and (tail["back"] or tail["forth"])):
        return finished(text, mention, lead)
    return finished(text, mention, tail)


def _year(digits: str | None) -> int | None:
    if not digits:
        return None
    return int(digits) if len(digits) == 4 else 2000 + int(digits)


def _trim(text: str, start: int, end: int) -> int:
    """Return `end` without a closing bracket whose opening one stands before the date."""
    closing = text.rfind(")", start, end)
    if closing >= 0 and "(" not in text[start:closing]:
        return closing
    return end


def _weekday_only(text: str, at: int, weekday: int) -> DateMention | None:
    found = _WEEKDAY_ONLY.match(text, at)
    if found is None or not _is_day(text, at, found):
        return None
    when = (found["when"] or "").lower()
    back = when.endswith(("lalu", "silam", "kemarin", "tadi", "sebelumnya"))
    forth = when in ("depan", "mendatang", "besok", "nanti", "berikutnya")
    direction = -1 if back else 1 if forth else 0
    weeks = direction if found["unit"] else 0
    in_week = bool(found["unit"])
    flags = ("relative_to_other",) if when in ("sebelumnya", "berikutnya") else ()
    rule = "weekday_of_week" if in_week else "weekday"
    mention = DateMention(
        at, found.end(), "weekday", rule, weekday, offset=weeks, direction=direction, explicit=bool(when), flags=flags
    )
    return finished(text, mention)


def _is_day(text: str, at: int, found: re.Match[str]) -> bool:
    opening = max(0, at - 24)
    if (
        _HABIT.search(text, opening, at)
        or _OCCASION.match(text, at + len(found["w"]))
        or _SPAN_OF_WEEK.match(text, found.end())
    ):
        return False
    said_day = _DAY_CUE.search(text, opening, at) is not None
    if text[at].islower():
        return (said_day and found["w"] != "minggu") or text[opening:at].lower().rstrip().endswith("hari")
    if found["w"] == "Minggu" and found["when"] and _SENTENCE_START.search(text, opening, at):
        return False
    end = at + len(found["w"])
    if found.end() == end and _NAME_NEXT.match(text, end) and not _TITLE_NEXT.match(text, end):
        return said_day and _LOWER_BEFORE.search(text, opening, at) is not None
    return True


def _slashed(text: str, at: int, reached: int) -> DateMention | None:
    before = _SLASH_BEFORE.search(text, max(reached, at - 18), at)
    if before is None:
        return None
    body = _SLASHED.match(text, before.start())
    if body is None or body.end() <= at:
        return None
    opening = text[before.start() - 1 : before.start()]
    if (
        not body["y"]
        and not (opening == "(" and text[body.end() : body.end() + 1] == ")")
        and not _DATE_WORD.search(text, max(0, before.start() - 12), before.start())
        and not _set_off(text, before.start(), body.end())
    ):
        return None
    return _dated(text, before.start(), before.start(), None, None)


def _set_off(text: str, start: int, end: int) -> bool:
    """Tell whether a comma sets off day and month at a sentence's end or in a dateline (`di Pendopo, 18/5.`)."""
    return text[start - 2 : start] == ", " and _SET_OFF_AFTER.match(text, end) is not None


def _with_year(text: str, at: int, reached: int) -> DateMention | None:
    """Read the date whose year stands at `at`, or the year alone."""
    for before in (_POINTS_BEFORE, _WORD_BEFORE):
        opening = before.search(text, max(reached, at - 16), at)
        dated = None if opening is None else _dated(text, opening.start(), opening.start(), None, None)
        if dated is not None:
            return dated
    iso = _ISO.match(text, at)
    if iso is not None:
        day = DateMention(at, iso.end(), "day", "iso", None, int(iso["d"]), int(iso["m"]), int(iso["y"]))
        return finished(text, day)
    span = _YEAR_SPAN.match(text, at)
    if span is not None:
        return DateMention(at, span.end(), "year", "years", year=int(text[at : at + 4]), role="term")
    numbering = text[at - 1 : at] in (".", "/", "-", ",") or text[at + 4 : at + 6].strip(" ")[:1] in ("/", "-")
    if numbering or not _YEAR_LEAD.search(text, max(0, at - 24), at):
        return None
    late = _LATE.match(text, at + 4)
    year = DateMention(at, late.end() if late else at + 4, "year", "year", year=int(text[at : at + 4]))
    return finished(text, year)


def _from_month(text: str, at: int, end: int, reached: int) -> DateMention | None:
    before = _DAY_BEFORE.search(text, max(reached, at - 36), at)
    if before is not None:
        start = before.start()
        dated = _dated(text, start, start, None, None)
        if dated is not None and not _is_name(text, start, at, end, dated):
            return dated
        return None
    if not FULL_MONTH.match(text, at):
        return None
    tail = _MONTH_TAIL.match(text, end)
    if tail is None or not (tail.end() > end or _is_month(text, at, end)):
        return None
    year_words = (tail["back"] or tail["forth"] or tail["this"] or "").split()
    part = _MONTH_PART.search(text, max(0, at - 24), at)
    mention = DateMention(
        part.start("part") if part else at,
        tail.end(),
        "month",
        "month",
        month=month_number(text[at:end].rstrip(".").lower()),
        year=_year(tail["y"]),
        offset={"lalu": -1, "depan": 1}.get(year_words[-1], 0) if year_words[:1] == ["tahun"] else 0,
        direction=-1 if tail["back"] else 1 if tail["forth"] else 0,
        explicit=bool(tail["back"] or tail["forth"] or tail["this"]),
        flags=("this_year",) if year_words[:1] == ["tahun"] else (),
    )
    return finished(text, mention)


def _is_name(text: str, start: int, at: int, end: int, dated: DateMention) -> bool:
    """Tell whether day number and month are a list's number and a person's name (`1 Mei Lestari`, `3 Mar Ifah`)."""
    if dated.year is not None or not _NAME_NEXT.match(text, end) or _TITLE_NEXT.match(text, end):
        return False
    return text[start - 1 : start] in ("", "\n") or not FULL_MONTH.match(text, at)


def _is_month(text: str, at: int, end: int) -> bool:
    """Tell whether a month's name alone means the month: not where this text uses it as a person's name."""
    if text[at].islower():
        return _MONTH_LEAD.search(text, max(0, at - 14), at) is not None and text[at - 6 : at] == "bulan "
    if _NAME_NEXT.match(text, end) or re.search(rf"\b{text[at:end]}\s+[A-Z][a-z]", text):
        return False
    opening = max(0, at - 24)
    return bool(_MONTH_LEAD.search(text, opening, at) or _LOWER_BEFORE.search(text, opening, at))


def _day_number(text: str, at: int, _reached: int) -> DateMention | None:
    found = _DAY_NUMBER.match(text, at)
    if found is None or _WORDED.match(text, found.start("d")) or _SLASHED.match(text, found.start("d")):
        return None
    mention = DateMention(at, found.end(), "day_of_month", "day_number", day=int(found["d"]))
    return finished(text, mention, found)


# What a date begins with or hangs on. A scan is fast where a pattern opens with a literal or one short set of letters,
# so the words that are also written with a capital are looked for by their tails (`emarin`), from which the word's
# start is found.
_READERS: tuple[tuple[re.Pattern[str], Callable[[str, int, int], DateMention | None]], ...] = (
    (
        re.compile(
            r"(?:S(?:enin|elasa|abtu|ep|ENIN|ELASA|ABTU|EP)|R(?:abu|ABU)|K(?:amis|AMIS)|J(?:um|an|un|ul|UM|AN|UN|UL)"
            r"|M(?:inggu|ar|rt|ei|INGGU|AR|EI)|A(?:had|khad|pr|g[ust]|HAD|PR|GU)|F(?:eb|EB)|P(?:eb|EB)|O(?:kt|ct|KT)"
            r"|N(?:o[vp]|O[VP])|D(?:es|ec|ES))"
        ),
        _from_name,
    ),
    (re.compile(r"hari [srkjma][aeu]"), _after_hari),
    (re.compile(r"/"), _slashed),
    (re.compile(r"20[0-9]{2}(?![0-9])"), _with_year),
    (re.compile(r"19[0-9]{2}(?![0-9])"), _with_year),
    (re.compile(r"ggal \s*[0-9]"), _day_number),
    (re.compile(r"gl\.? [0-9]"), _day_number),
    (re.compile(r" (?:ini|lalu|silam|depan|kemarin|mendatang|tadi|nanti|lagi|yang (?:lalu|silam))\b"), qualified),
    (re.compile(r"emar[ie]n\b"), relative_day),
    (re.compile(r"esok\b"), relative_day),
    (re.compile(r"lusa\b"), relative_day),
    (re.compile(r"adi\s+[psm]"), relative_day),
    (re.compile(r"anti\s+[sm]"), relative_day),
    (re.compile(r"emalam\b"), relative_day),
)
