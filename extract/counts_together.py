"""Counts told of one event one after another, or beside one more or some more: what they make up together."""

from __future__ import annotations

import re
from collections.abc import Sequence

from extract.counts import CountMention
from extract.date_choice import sentence_at
from extract.drafts import Draft
from extract.groups import number_of
from extract.reading import Reading
from extract.unnumbered import HeadcountChoice

OTHERS = re.compile(r"\s*(?:\w+\s+){0,2}(?:lainnya|lain|lagi|di ?antaranya)\b", re.IGNORECASE)
_AND_MORE = re.compile(
    r"[^.,;\d]{0,24},?\s*\b(?:dan|serta|bersama|beserta)\s+(?:juga\s+)?(?:sejumlah|beberapa)\s+(?:(?P<others>(?:pejabat|jabatan|posisi"
    r"|asn|kepala)\b[^.,;\d]{0,20}?\b(?:lain|lainnya)\b)|(?:pejabat|administrator|pengawas|kepala|camat|lurah)\b)",
    re.IGNORECASE,
)
"""What tells that those counted are not all: `tiga kepala dinas dan sejumlah pejabat lainnya`."""
_WITH_ONE = re.compile(
    r"(?:^|\b(?:melantik|lantik|dilantik|merotasi|rotasi|memutasi|mutasi|mengukuhkan|menonjobkan|mencopot|copot)\s+|[.:]\s+|\n)"
    r"(?P<one>(?!Sebanyak|Selain|Bersama)[A-Z][^,;.:\n\d]{2,60}?)\s+(?:dan|serta|bersama|beserta)\s+(?:sebanyak\s+)?$"
)
"""One official told before all others: `melantik Sekda dan 16 pejabat lainnya`."""
_BESIDES_ONE = re.compile(
    r"\bSelain (?:itu )?(?:(?:melantik|pelantikan) )?(?P<one>(?:Sekda|Sekretaris Daerah|Sekwan|Inspektur|Sekprov)\b"
    r"(?:(?! dan | serta )[^.,;\n\d]){0,40}),[^.;\n\d]{0,90}?\b(?:juga|turut) (?:me\w+|di\w+) (?:sebanyak )?$"
)
"""`Selain melantik Sekda definitif, Bupati juga melantik sebanyak 64 pejabat`."""
_OF_THEM = re.compile(r"\bdi ?antara\b", re.IGNORECASE)
_AND = re.compile(r"\b(?:dan|serta|sebagai|menjadi|untuk|di|oleh)\b")
_ALSO = re.compile(r"\b(?:selain|juga|ditambah|serta|pula|(?:turut|ikut)(?= dilantik| dikukuhkan))\b", re.IGNORECASE)
_MOST_ADDED = 5


def and_more(text: str, counts: Sequence[CountMention]) -> HeadcountChoice | None:
    """Return `sejumlah` where those counted are told with others whom nobody counts, else None."""
    several = [c for c in counts if number_of(c) > 1]
    if len({c.value for c in several}) > 1:
        return None
    for count in several:
        more = _AND_MORE.match(text, count.end, count.end + 70) if count.label else None
        if more is not None:
            span = (count.start, more.end())
            if more["others"] is None:
                return HeadcountChoice(count.value, "stated_with_act", 0.8, (span,), (count,))
            return HeadcountChoice("sejumlah", "with_others", 0.8, (span,), (count,), ("approximate_count",))
    return None


def besides_one(text: str, draft: Draft, counts: Sequence[CountMention]) -> HeadcountChoice | None:
    """Return one more than those counted beside one told first (`Selain Sekda, Harun juga melantik 64 pejabat`)."""
    for count in counts if draft.kind == "mutasi" else ():
        one = _BESIDES_ONE.search(text, max(0, count.start - 160), count.start)
        if one is not None and number_of(count) > 1:
            return HeadcountChoice(
                number_of(count) + 1, "one_and_others", 0.8, ((one.start("one"), count.end),), (count,)
            )
    return None


def one_and_others(text: str, draft: Draft, counts: Sequence[CountMention]) -> HeadcountChoice | None:
    """Return one more than the others who are counted beside one official (`Kadis Sosial dan 12 pejabat lainnya`)."""
    if draft.kind not in {"mutasi", "pemberhentian"}:
        return None
    for count in counts:
        if count.definite or not OTHERS.search(text, count.number[1], count.end + 12):
            continue
        one = _WITH_ONE.search(text, max(0, count.start - 90), count.start)
        if one is not None and not _AND.search(one["one"]):
            span = (one.start("one"), count.end)
            return HeadcountChoice(number_of(count) + 1, "one_and_others", 0.8, (span,), (count,))
    return None


def added(reading: Reading, draft: Draft, counts: Sequence[CountMention]) -> tuple[CountMention, ...]:
    """Return the groups that the text adds up itself: further counts in sentences with `selain itu`, `juga`."""
    each = list({c.value: c for c in reversed(counts)}.values())[::-1]
    if not 2 <= len(each) <= _MOST_ADDED or any(t.claim.background for t in draft.told) or not each[0].label:
        return ()
    first = sentence_at(reading, each[0].start)
    return tuple(each) if all(_is_more(reading, c, first) for c in each[1:]) else ()


def chained(
    reading: Reading, draft: Draft, before: Sequence[CountMention], parts: Sequence[CountMention]
) -> tuple[CountMention, ...]:
    """Return the counts told one after another and the parts told last as others moved as well.

    `melantik tiga kepala dinas. ... juga melantik empat sekretaris. ... Yakni 10 auditor dan enam analis`.
    """
    number = sentence_at(reading, parts[0].start)
    opening = reading.sentences[max(0, number - 1)].start
    if draft.kind != "mutasi" or not before or _ALSO.search(reading.text, opening, parts[0].start) is None:
        return ()
    each = added(reading, draft, before)
    return (*each, *parts) if each and not any(c.eselon for c in each) else ()


def _is_more(reading: Reading, count: CountMention, first: int) -> bool:
    """Tell whether a sentence after the `first` one tells the count of others moved as well."""
    number = sentence_at(reading, count.start)
    told = reading.text[reading.sentences[number].start : count.start]
    if number == first or not count.label or count.definite:
        return False
    return _ALSO.search(told) is not None and _OF_THEM.search(told) is None
