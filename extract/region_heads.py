"""Parts the designation of acting heads of several regions into one event a region (see the annotation contract)."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Collection, Mapping, Sequence
from dataclasses import replace
from operator import attrgetter

from extract.appointments import AppointmentMention
from extract.date_choice import sentence_at
from extract.events import Event, Span
from extract.moves import move_in
from extract.reading import Reading
from extract.region_table import region_name
from extract.regions import RegionMention
from extract.sentences import Sentence

_ACTING = r"(?:pj|pjs|plt|plh|penjabat|pejabat sementara|pelaksana (?:tugas|harian))"
_ACTING_BEFORE = re.compile(rf"\b{_ACTING}\b\.?(?: sementara)?(?: ?\((?:pj|pjs|plt|plh)\.?\))? ?$", re.IGNORECASE)
_AS = re.compile(r"\b(?:sebagai|menjadi|adalah|yakni|yaitu|di ?antaranya)[,:]? $", re.IGNORECASE)
_GOES_ON = re.compile(rf"(?:[-*]|\d{{1,2}}[.)]) |{_ACTING}\b", re.IGNORECASE)
# `melantik penjabat bupati dan wali kota, yakni di Kota Sorong, Kabupaten Tambrauw dan Maybrat`
_HEADS_OF = re.compile(rf"\b{_ACTING}\b\.?\)?(?: sementara)? (?:bupati|wali ?kota)\b[^.;\n]{{0,60}}$", re.IGNORECASE)
_LISTED = re.compile(r"(?:,|,? dan|,? serta) (?:di )?(?:kabupaten |kota |kab\.? |provinsi )?", re.IGNORECASE)
_SERVE_IN = re.compile(rf"\b{_ACTING}\b\.?[^.;\n]{{0,30}}\bbertugas di\b", re.IGNORECASE)
_SOON = 4
"""How many sentences after the oath the regions may be listed."""
_SERIES = re.compile(r",? ?(?:dan |serta |& )?")
_GUESTS = re.compile(
    r"\b(?:hadir|dihadiri|menghadiri|disaksikan|didampingi|bersama)\b"
    r"(?![^.;\n]*\b(?:pelantikan|melantik|pengukuhan|mengukuhkan|penunjukan|menunjuk|sebagai|menjadi)\b)",
    re.IGNORECASE,
)
_BARE_HEAD = re.compile(r"(?:Pjs?|Pl[th]|Penjabat) (?:bupati|wali ?kota)", re.IGNORECASE)
_OF_ONE_REGION = frozenset({"Bupati", "Wali Kota", "Wakil Bupati", "Wakil Wali Kota"})
"""Offices whose holders designate no head of a region."""
_OF_A_PROVINCE = 2
"""Characters of a province's code; those of kabupaten and kota have more."""
_SEVERAL = 2
_START = attrgetter("start")
_BESIDE = 60
"""How far, in characters, the day of a region's oath may begin from the head's post."""
_HEADED = 44
"""How far, in characters, the word for an acting holder may begin before the office that is held."""


def parted_by_region(
    reading: Reading, event: Event, people: Sequence[AppointmentMention], told_in: Collection[int]
) -> list[Event]:
    """Return one event for each region whose acting head is designated; `told_in` are the sentences that tell it."""
    if event.kind != "penunjukan" or _is_of_one_region(event):
        return [event]
    holders = _holders(reading, people)
    posts: dict[str, list[Span]] = {}
    for region in _posts_of_heads(reading, event, told_in, [span for _, span in holders]):
        # Jakarta's heads are the governor's to name.
        code = "31" if region.codes[0].startswith("31.") else region.codes[0]
        posts.setdefault(code, []).append((region.cue_start, region.end))
    for region in _lending(reading, holders):
        posts.setdefault(region.codes[0], []).append((region.start, region.end))
    if len(posts) == 1 and event.region in posts:
        return [_of_one_head(event)]
    if not posts or (len(posts) == 1 and not holders):
        return [event]
    days = _days(reading, posts)
    parts = []
    members_of: dict[str, list[AppointmentMention]] = {}
    for holder, held in holders:
        for code in _codes_in(reading, held):
            members_of.setdefault(code, []).append(holder)
    for code, spans in posts.items():
        members = members_of.get(code, [])
        entering = [m for m in members if m.to_post is not None]
        evidence = {
            **event.evidence,
            "region": tuple(spans),
            "headcount": tuple(m.person_span for m in entering) or tuple(spans[:1]),
            "appointments": tuple(s for m in members for s in (m.person_span, m.to_span, m.from_span) if s),
        }
        rules = {**event.rules, "region": "region_of_post_filled", "headcount": "one_named"}
        parts.append(
            replace(
                event,
                region=code,
                region_name=region_name(code),
                headcount=len({m.person for m in entering}) or 1,
                date=days.get(code, event.date),
                date_precision="day" if code in days else event.date_precision,
                groups=(),
                appointments=tuple(move_in(m, code) for m in members),
                evidence=evidence,
                rules=rules,
            )
        )
    return parts


def _of_one_head(event: Event) -> Event:
    """Return the designation of one region's head with one person, also where the total told is of all regions."""
    entering = [move for move in event.appointments if move.to_post is not None]
    if len(entering) != 1 or not isinstance(event.headcount, int) or event.headcount == 1:
        return event
    return replace(event, headcount=1, groups=(), rules={**event.rules, "headcount": "one_named"})


def _days(reading: Reading, posts: Mapping[str, Sequence[Span]]) -> dict[str, str]:
    """Return the day of each region where one sentence tells each of its own (`A 9 Desember dan B 16 Desember`)."""
    told_in: dict[int, dict[str, int]] = {}
    for code, spans in posts.items():
        for start, _ in spans:
            told_in.setdefault(sentence_at(reading, start), {}).setdefault(code, start)
    for _, told in sorted(told_in.items()):
        if len(told) < _SEVERAL:
            continue
        starts = sorted(told.values())
        low = bisect_left(reading.dates, starts[0] - _BESIDE, key=_START)
        near = reading.dates[low : bisect_left(reading.dates, starts[-1] + _BESIDE, key=_START)]
        dates = [d for d in near if d.precision == "day"]
        values = [d.value for d in dates if d.value is not None]
        order = "".join(kind for _, kind in sorted([*((s, "r") for s in starts), *((d.start, "d") for d in dates)]))
        if order in {"rd" * len(told), "dr" * len(told)} and len(set(values)) == len(told):
            codes = sorted(told, key=told.__getitem__)
            return dict(zip(codes, values, strict=True))
    return {}


def _regions_in(reading: Reading, span: Span) -> Sequence[RegionMention]:
    """Return the regions that begin in the span."""
    first = bisect_left(reading.regions, span[0], key=_START)
    return reading.regions[first : bisect_left(reading.regions, span[1], key=_START)]


def _codes_in(reading: Reading, span: Span) -> set[str]:
    """Return the codes of the regions named in the span, all of Jakarta's as one."""
    codes = {r.codes[0] for r in _regions_in(reading, span) if len(r.codes) == 1}
    return {"31" if code.startswith("31.") else code for code in codes}


def _holders(reading: Reading, people: Sequence[AppointmentMention]) -> list[tuple[AppointmentMention, Span]]:
    """Return those who enter or leave posts, with where the post stands; others of the same list count too."""
    known = {person.person_span for person in people}
    found = []
    for person in reading.appointments:
        span = person.to_span or person.from_span
        if person.from_span is not None and _BARE_HEAD.fullmatch(person.to_post or ""):
            span = person.from_span
        if span is not None and (person.person_span in known or (person.acting is None and not person.out)):
            found.append((person, span))
    return found


def _lending(reading: Reading, holders: Sequence[tuple[AppointmentMention, Span]]) -> list[RegionMention]:
    """Return the regions whose secretaries stand in for their heads (`Sekda Kabupaten Bima A sebagai Plh Bupati`)."""
    spans = [held for person, held in holders if held == person.from_span and not person.out]
    found = [r for span in spans for r in _regions_in(reading, span)]
    return [r for r in found if len(r.codes) == 1 and len(r.codes[0]) > _OF_A_PROVINCE]


def _posts_of_heads(
    reading: Reading, event: Event, told_in: Collection[int], entered: Sequence[Span]
) -> list[RegionMention]:
    """Return the regions named with the office of a head that is filled, each only where an acting holder enters it."""
    text = reading.text
    told = [reading.sentences[number] for number in _with_lists(reading, told_in, entered)]
    near = [
        r
        for r in reading.regions
        if len(r.codes) == 1
        and (any(s.start <= r.start < s.end for s in told) or any(start <= r.start < end for start, end in entered))
    ]
    offices = [
        r for r in near if r.cue == "office" and not _is_of_the_official(event, r) and not _attends(reading, told, r)
    ]
    by_name = [r for r in offices if any(start <= r.start < end for start, end in entered)]
    if isinstance(event.headcount, int) and len({r.codes for r in by_name}) >= event.headcount > 1:
        return by_name  # everyone who is designated is named
    serving = _serving(reading, told_in)
    if len(serving) == event.headcount and len(serving) > 1:
        codes = {r.codes for r in serving}
        return [*serving, *(r for r in offices if r.codes in codes)]
    acting = [r for r in offices if _ACTING_BEFORE.search(text, max(0, r.cue_start - _HEADED), r.cue_start)]
    acting += _in_series(text, acting, offices)
    if len({r.codes for r in acting}) > 1:
        filled = [r for r in offices if r not in acting and _AS.search(text, max(0, r.cue_start - 12), r.cue_start)]
        return sorted([*acting, *filled], key=lambda r: r.start)
    return acting or _listed(text, near)


def _with_lists(reading: Reading, told_in: Collection[int], entered: Sequence[Span]) -> list[int]:
    """Return the sentences `told_in` with those after them that only go on with the list (`Pjs Bupati Sragen ...`)."""
    numbers = {*told_in, *(sentence_at(reading, start) for start, _ in entered)}
    for number in sorted(numbers):
        following = number + 1
        while following < len(reading.sentences) and _GOES_ON.match(reading.text, reading.sentences[following].start):
            numbers.add(following)
            following += 1
    return sorted(numbers)


def _serving(reading: Reading, told_in: Collection[int]) -> list[RegionMention]:
    """Return the regions listed soon after as those where the designated serve (`Kelima Pj akan bertugas di ...`)."""
    text = reading.text
    for number in sorted({n + step for n in told_in for step in range(_SOON + 1)}):
        if number >= len(reading.sentences):
            continue
        sentence = reading.sentences[number]
        serve = _SERVE_IN.search(text, sentence.start, sentence.end)
        named = [r for r in reading.regions if serve and serve.end() <= r.start < sentence.end and len(r.codes) == 1]
        run = named[:1]
        for region in named[1:]:
            if _LISTED.fullmatch(text, run[-1].end, region.start):
                run.append(region)
        if len(run) > 1:
            return run
    return []


def _in_series(text: str, acting: Sequence[RegionMention], offices: Sequence[RegionMention]) -> list[RegionMention]:
    """Return the offices told in one series with an acting one (`Pjs Wali Kota Denpasar, Bupati Gianyar dan ...`)."""
    ends = {r.end for r in acting}
    found = []
    for region in offices:
        if region not in acting and any(_SERIES.fullmatch(text, end, region.cue_start) for end in ends):
            ends.add(region.end)
            found.append(region)
    return found


def _is_of_one_region(event: Event) -> bool:
    """Tell whether a bupati or wali kota decides, who designates no head of a region."""
    official = event.official
    return official is not None and official.name is not None and official.office in _OF_ONE_REGION


def _attends(reading: Reading, told: Sequence[Sentence], region: RegionMention) -> bool:
    """Tell whether the sentence names the holder as a guest or witness (`dihadiri Pj Bupati Sigi`)."""
    start = next((s.start for s in told if s.start <= region.start < s.end), region.cue_start)
    return _GUESTS.search(reading.text, start, region.cue_start) is not None


def _is_of_the_official(event: Event, region: RegionMention) -> bool:
    """Tell whether the office is that of the province's head, who presides over the oath of those he designates."""
    governor = event.official is not None and event.official.office in {"Gubernur", "Wakil Gubernur"}
    return governor and len(region.codes[0]) == 2


def _listed(text: str, regions: Sequence[RegionMention]) -> list[RegionMention]:
    """Return the kabupaten and kota listed after `penjabat bupati dan wali kota`, at least two."""
    for number, first in enumerate(regions):
        if len(first.codes[0]) == 2 or not _HEADS_OF.search(text, max(0, first.cue_start - 120), first.cue_start):
            continue
        run = [first]
        for region in regions[number + 1 :]:
            if not _LISTED.fullmatch(text, run[-1].end, region.start):
                break
            run.append(region)
        if len(run) > 1:
            return run
    return []
