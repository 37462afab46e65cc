"""Gives each claim the values that its sentence tells: its day, counts, people, region, and posts told as vacant."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Sequence
from datetime import date, timedelta
from operator import attrgetter

from extract.appointments import AppointmentMention
from extract.claims import Claim, clause_span, led_elsewhere, values_of
from extract.date_choice import event_dates
from extract.date_resolution import ResolvedDate
from extract.drafts import Told
from extract.events import Kind
from extract.headcounts import counts_moved
from extract.located import between
from extract.reading import Reading
from extract.region_choice import RegionChoice, region_of_span
from extract.scanning import says
from extract.unnumbered import GIVES_WAY

_SENTENCE = attrgetter("sentence")
_VACANT = re.compile(r"\b(?:kosong|lowong|belum terisi|kekosongan)\b", re.IGNORECASE)
_VACANT_WORDS = ("kosong", "lowong", "terisi", "kekosongan")
"""One of these stands in whatever `_VACANT` finds."""
_VACANCY_BEFORE = 6
"""How many sentences before the plan of a selection may count the posts that it is to fill."""
_WEEK = timedelta(days=7)


def told_of(reading: Reading, claim: Claim, claims: Sequence[Claim], article_region: RegionChoice) -> Told:
    """Return the claim with the dates, counts, named moves and region that its sentence gives it."""
    first = bisect_left(claims, claim.sentence, key=_SENTENCE)
    near = claims[first : bisect_left(claims, claim.sentence + 2, key=_SENTENCE)]
    dates = [d for d in event_dates(reading, claim, near) if not led_elsewhere(reading.text, claim, near, d.start)]
    counts = [
        count for count in values_of(reading.text, claim, near, reading.counts) if counts_moved(count, claim.kind)
    ]
    people = [person for person in reading.appointments if person.sentence == claim.sentence and _fits(person, claim)]
    region = None
    if claim.kind != "penunjukan" and claim.strong and claim.direct and (dates or counts):
        start, end = clause_span(reading.text, claim)
        region = region_of_span(reading.regions, reading.text, start, end, article_region.code)
    if region is not None and (region.code is None or not _told_here(reading, region, claim)):
        region = None
    recent = any(_is_recent(reading, found) for found in dates[:1])
    return Told(claim, dates, counts, people, region, recent, _counts_vacancies(reading, claim))


def _fits(person: AppointmentMention, claim: Claim) -> bool:
    return kind_of(person) == claim.kind or (claim.kind == "penunjukan" and person.acting is not None)


def kind_of(person: AppointmentMention) -> Kind:
    """Return the kind of event that the move is: a designation, a removal, else a move into a post."""
    if person.acting is not None:
        return "penunjukan"
    return "pemberhentian" if person.out and person.rule not in GIVES_WAY else "mutasi"


def _is_recent(reading: Reading, found: ResolvedDate) -> bool:
    """Tell whether the date is a day of the week before publication."""
    published = reading.article.published
    if published is None or found.value is None or found.precision != "day":
        return False
    return timedelta() <= published - date.fromisoformat(found.value) <= _WEEK


def _counts_vacancies(reading: Reading, claim: Claim) -> bool:
    """Tell whether the sentence or those before it count posts that stand empty (`tujuh jabatan kepala OPD kosong`)."""
    start = reading.sentences[max(0, claim.sentence - _VACANCY_BEFORE)].start
    return says(_VACANT_WORDS, reading.text, start, claim.end) and any(
        _VACANT.search(reading.text, count.start, min(count.end + 90, claim.end))
        for count in between(reading.counts, start, claim.end)
        if isinstance(count.value, int)
    )


def _told_here(reading: Reading, region: RegionChoice, claim: Claim) -> bool:
    """Tell whether the sentence itself names the region, or the one before it names its government."""
    if any(claim.start <= start < claim.end for start, _ in region.evidence):
        return True
    spans = set(region.evidence)
    return any((r.cue_start, r.end) in spans and r.cue == "government" for r in reading.regions)
