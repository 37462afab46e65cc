"""Chooses an event's head count and its groups among the counts that its sentences tell."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from extract.appointments import AppointmentMention
from extract.breakdowns import Breakdown
from extract.counts import CountMention
from extract.counts_together import OTHERS, added, and_more, besides_one, chained, one_and_others
from extract.date_choice import sentence_at
from extract.drafts import Draft
from extract.events import Kind
from extract.groups import (
    counts_in,
    differs,
    main_breakdown,
    number_of,
    parts_told,
    summing_parts,
    told_within,
    with_others,
)
from extract.reading import Reading
from extract.unnumbered import HeadcountChoice, spans_of, stated, without_number

_PARTITIVE = re.compile(
    r"\b(?:di ?antara(?:nya)?|termasuk(?! (?:di ?)?dalam| di ?antara)|dari (?:jumlah|total|ke-?|\d+|kelompok|mereka)"
    r"|salah|sisanya|selebihnya|sebagian)\b[^,.;]{0,40}$|\b(?:bersama|beserta)(?: dengan)?\s*$",
    re.IGNORECASE,
)
_AND_A_POST = re.compile(r"\s*(?:\([A-Z]+\))?\s*(?:,|dan|serta)\s+(?:[A-Z][a-z]|RS)")
"""What tells of one more post beside the offices counted: `tiga OPD dan Direktur RSUD`."""
_ONLOOKERS = re.compile(
    r"\b(?:disaksikan|dihadiri|turut hadir|tampak hadir|hadir dalam)\b"
    r"(?:(?!\b(?:me|di)(?:lantik|rotasi|mutasi))[^;\n]){3,300}(?:,|\b(?:dan|serta))\s+$",
    re.IGNORECASE,
)
_STANDING = re.compile(r"\b(?:sudah|telah|kini|masih|baru|saat ini) (?:ada|terdapat|memiliki|punya) $", re.IGNORECASE)
"""What tells how many there are or were: `sudah ada sebelas sekda`."""
_AMONG_THEM = re.compile(r"\bdi ?antaranya\b", re.IGNORECASE)
_COUNTED_AS: dict[Kind, frozenset[str]] = {
    "uji_kompetensi": frozenset({"peserta", "orang peserta"}),
    "seleksi_terbuka": frozenset({"opd", "skpd", "organisasi perangkat daerah", "organisasi pemerintah daerah"}),
}
_OATHS = frozenset({"lantik", "sumpah"})


def counts_moved(count: CountMention, kind: Kind) -> bool:
    """Tell whether the count is of officials or posts that an event moves, not of guests, applicants or vacancies.

    Those who take part in an assessment are the officials assessed; offices to be led anew are posts that are opened.
    """
    if count.unit in _COUNTED_AS.get(kind, ()) and count.role in {"moved", "present", "vacant"}:
        return True
    return count.unit_kind != "other" and count.role == "moved" and "article" not in count.flags


def choose_headcount(
    reading: Reading,
    draft: Draft,
    drafts: Sequence[Draft],
    breakdowns: Sequence[Breakdown],
    people: Sequence[AppointmentMention],
) -> HeadcountChoice:
    """Return the head count of `draft`: the stated total, else the sum of its groups, else a word, else one person.

    `breakdowns` are those told of this event, `people` its named officials.
    """
    breakdown = main_breakdown(draft, breakdowns)
    parts = tuple(p for p in breakdown.parts if isinstance(p.value, int)) if breakdown is not None else ()
    divided = _divided(reading, draft, drafts, breakdowns, breakdown, parts)
    if divided is not None:
        return divided
    if not parts and draft.kind != "seleksi_terbuka":
        parts = parts_told(reading, draft, drafts)
    exact = _exact(reading, draft, drafts)
    told = _told_together(reading, draft, exact, breakdown, parts) or _told_with_act(reading, draft, exact, parts)
    if told is not None:
        return told
    if len(parts) > 1:
        groups = with_others(reading, draft, drafts, parts, breakdowns)
        return HeadcountChoice(sum(number_of(p) for p in parts), "sum_of_groups", 0.85, spans_of(parts), groups)
    headline = _in_headline(reading, draft, drafts, parts)
    if headline is not None:
        return stated(headline, parts, "stated_in_headline", 0.85)
    beside = _beside(reading, draft, drafts, parts) if draft.kind != "seleksi_terbuka" else None
    if beside is not None:
        return stated(beside, parts, "stated_beside", 0.8)
    vague = _vague(reading, draft)
    if vague is not None:
        span = (vague.start, vague.end)
        return HeadcountChoice(vague.value, "approximate_word", 0.8, (span,), parts, ("approximate_count",))
    return without_number(reading, draft, people, parts)


def _divided(
    reading: Reading,
    draft: Draft,
    drafts: Sequence[Draft],
    breakdowns: Sequence[Breakdown],
    breakdown: Breakdown | None,
    parts: tuple[CountMention, ...],
) -> HeadcountChoice | None:
    """Return the total that its parts make up or that a breakdown divides, None where no total is divided."""
    summing = summing_parts(reading, draft, drafts) if len(parts) < 2 or differs(draft, parts) else ()
    if summing:
        total = next(c for t in draft.told for c in t.counts if c.value == sum(number_of(p) for p in summing))
        groups = with_others(reading, draft, drafts, summing, breakdowns)
        return replace(stated(total, summing, "total_of_groups", 0.95), groups=groups)
    if breakdown is None or breakdown.total is None:
        return None
    beside = besides_one(reading.text, draft, [breakdown.total])
    if beside is not None:
        return replace(beside, groups=(*beside.groups, *parts))
    whole = _whole_of_both(reading, draft, breakdown.total)
    larger = None if whole else _told_before(draft, breakdown.total)
    if larger is not None:
        return stated(larger, (breakdown.total, *parts), "stated_with_act", 0.9)
    if not _is_whole(breakdown.total, draft.kind):
        return None
    total, *both = whole or (breakdown.total,)
    told = stated(total, tuple(both) or parts, "total_of_groups", 0.97, breakdown.flags)
    groups = (*both, *parts) if both else with_others(reading, draft, drafts, parts, breakdowns)
    return replace(told, groups=(*groups, *told_within(reading, draft, total, groups)))


def _exact(reading: Reading, draft: Draft, drafts: Sequence[Draft]) -> list[CountMention]:
    """Return the exact counts that the event's sentences tell, for a selection those of posts."""
    exact = [c for t in draft.told for c in t.counts if isinstance(c.value, int)]
    if draft.kind != "seleksi_terbuka":
        return exact
    posts = [c for c in exact if c.unit_kind == "post"] or _posts_opened(reading, draft, drafts)
    offices = [c for c in exact if c.unit_kind == "other"]
    return posts or [c for c in offices if not _AND_A_POST.search(reading.text, c.number[1], c.end + 24)]


def _told_together(
    reading: Reading,
    draft: Draft,
    exact: Sequence[CountMention],
    breakdown: Breakdown | None,
    parts: Sequence[CountMention],
) -> HeadcountChoice | None:
    """Return the sum of counts told one after another, the last ones together, None where they are not."""
    if breakdown is None or breakdown.total is not None or len(parts) < 2:
        return None
    before = [c for c in exact if c.end < parts[0].start and not _is_part(reading.text, c, ())]
    each = chained(reading, draft, before, parts)
    return _sum(each) if each else None


def _sum(counts: tuple[CountMention, ...]) -> HeadcountChoice:
    return HeadcountChoice(sum(number_of(c) for c in counts), "sum_of_groups", 0.8, spans_of(counts), counts)


def _told_with_act(
    reading: Reading, draft: Draft, exact: Sequence[CountMention], parts: tuple[CountMention, ...]
) -> HeadcountChoice | None:
    """Return the count told with the act, with others added to it where the text adds them; None where none is."""
    least = 0.9 * sum(number_of(p) for p in parts) if len(parts) > 1 else 0
    whole = [
        c
        for c in exact
        if number_of(c) >= least and (_is_subject(reading.text, draft, c) or not _is_part(reading.text, c, parts))
    ]
    partial = {c.value for c in exact} - {c.value for c in whole if not c.definite}
    whole = [c for c in whole if not (c.definite and c.value in partial and _told_as_part(reading.text, exact, c))]
    each = added(reading, draft, whole) if len(parts) < 2 else ()
    if each:
        return _sum(each)
    others = one_and_others(reading.text, draft, exact) or besides_one(reading.text, draft, exact)
    if others is not None and all(number_of(c) <= number_of(others.groups[0]) for c in whole):
        return others
    if not whole:
        return None
    total = _foremost(draft, whole)
    told = and_more(reading.text, whole) or stated(total, parts, "stated_with_act", 0.93)
    return replace(told, groups=(*told.groups, *told_within(reading, draft, total, told.groups)))


def _vague(reading: Reading, draft: Draft) -> CountMention | None:
    """Return the first word for about how many (`puluhan`), not of those who look on nor of what is to follow."""
    firm = any(t.claim.strong for t in draft.told)
    settled = any(t.day and t.people and t.claim.status != "planned" for t in draft.told)
    own = [t for t in draft.told if not (settled and t.claim.status == "planned") and (t.claim.strong or not firm)]
    rough = (c for t in own for c in t.counts if not isinstance(c.value, int))
    return next((c for c in rough if not _looks_on(reading, c)), None)


def _whole_of_both(reading: Reading, draft: Draft, divided: CountMention) -> tuple[CountMention, ...]:
    """Return the count told before that the divided one makes up with another part, and both parts.

    `melantik 52 ASN, 4 di antaranya eselon II. ... 48 ASN lain terdiri dari 13 administrator dan 35 pengawas`.
    """
    before = [c for c in reading.counts if c.start < divided.start and counts_moved(c, draft.kind)]
    for total in (c for c in before if c.value in draft.numbers and number_of(c) > number_of(divided)):
        rest = number_of(total) - number_of(divided)
        other = [c for c in before if c.value == rest and c.start > total.start]
        if other and rest > 1:
            return (total, other[0], divided)
    return ()


def _told_before(draft: Draft, divided: CountMention) -> CountMention | None:
    """Return the count that the act's own sentence told before the divided one (`19 pejabat. Empat didemosi: ...`)."""
    strong = [t for t in draft.told if t.claim.strong and t.claim.direct and not t.claim.background]
    if draft.kind != "mutasi" or any(
        c.start == divided.start and _is_object(draft, c) for t in strong for c in t.counts
    ):
        return None
    told = [c for t in strong for c in t.counts if c.end < divided.start and not c.definite and not c.approximate]
    return next((c for c in told if number_of(c) > number_of(divided) and _is_object(draft, c)), None)


def _is_whole(total: CountMention, kind: Kind) -> bool:
    """Tell whether the total of a breakdown is one of those moved, for a selection of posts and not of applicants."""
    applying = kind == "seleksi_terbuka" and total.role == "proposed" and total.unit_kind != "post"
    return isinstance(total.value, int) and not applying


def _looks_on(reading: Reading, count: CountMention) -> bool:
    """Tell whether those counted only watch (`disaksikan Wakil Bupati, Kapolres serta beberapa kepala OPD`)."""
    sentence = reading.sentences[sentence_at(reading, count.start)]
    return _ONLOOKERS.search(reading.text, sentence.start, count.start) is not None


def _in_headline(
    reading: Reading, draft: Draft, drafts: Sequence[Draft], parts: Sequence[CountMention]
) -> CountMention | None:
    """Return the count of the article's main event that only its headline tells."""
    if draft is not drafts[0] or draft.told[0].claim.background:
        return None
    taken = [c for d in drafts[1:] for t in d.told for c in t.counts]
    for count in reading.counts:
        if count.start >= reading.headline_end:
            break
        fits = count.unit_kind == "post" or draft.kind != "seleksi_terbuka"
        if fits and count not in taken and _could_be_total(reading.text, count, parts):
            return count
    return None


def _posts_opened(reading: Reading, draft: Draft, drafts: Sequence[Draft]) -> list[CountMention]:
    """Return the posts counted as empty or open beside a selection (`Ada lima jabatan: ...`), the first only."""
    others = {t.claim.sentence for d in drafts if d is not draft for t in d.told}
    numbers = {t.claim.sentence for t in draft.told}
    for number in sorted(numbers | {n + step for n in numbers for step in (-2, -1, 1, 2, 3)} - others):
        for count in counts_in(reading, number):
            offices = count.role == "vacant" and count.unit in _COUNTED_AS["seleksi_terbuka"]
            told = count.unit_kind == "post" and count.role in {"moved", "vacant"}
            if (told or offices) and number_of(count) > 1:
                return [count]
    return []


def _is_subject(text: str, draft: Draft, count: CountMention) -> bool:
    """Tell whether the act is told of the count itself (`delapan lainnya digeser`)."""
    acts = [act for t in draft.told for act in t.claim.acts]
    return any(0 <= act.start - count.end <= 1 and text[act.start : act.start + 2].lower() == "di" for act in acts)


def _is_object(draft: Draft, count: CountMention) -> bool:
    """Tell whether the count follows the word for the act at once."""
    return any(0 <= count.start - act.end <= 1 for t in draft.told for act in t.claim.acts)


def _foremost(draft: Draft, counts: Sequence[CountMention]) -> CountMention:
    """Return the count told most often, of equals the act's own object (`mencopot 4 camat`) or the one told first."""
    often = {c.value: sum(1 for d in counts if d.value == c.value) for c in counts}
    in_headline = {c.value for t in draft.told if t.claim.headline for c in t.counts}
    named = {c.value for t in draft.told if t.claim.strong for c in t.counts}
    oaths = [t for t in draft.told if any(act.action in _OATHS for act in t.claim.acts)]
    sworn_in = {c.value for t in oaths for c in t.counts}
    return max(
        counts,
        key=lambda c: (
            c.unit_kind != "person",
            c.value in named,
            often[c.value] + (c.value in in_headline),
            _is_object(draft, c),
            number_of(c) > 1,
            c.value in sworn_in and not c.eselon,
            -c.start,
        ),
    )


def _beside(
    reading: Reading, draft: Draft, drafts: Sequence[Draft], parts: Sequence[CountMention]
) -> CountMention | None:
    """Return a total told in a sentence next to the event's own that tells no other event."""
    numbers = {t.claim.sentence for t in draft.told}
    others = {t.claim.sentence for d in drafts if d is not draft for t in d.told}
    near = {n + step for n in numbers for step in (1, -1)} - others - numbers
    for count in reading.counts:
        if sentence_at(reading, count.start) in near and _could_be_total(reading.text, count, parts):
            return count
    return None


def _could_be_total(text: str, count: CountMention, parts: Sequence[CountMention]) -> bool:
    return (
        counts_moved(count, "mutasi")
        and isinstance(count.value, int)
        and count.value > 1
        and count.unit_kind != "person"
        and not _is_part(text, count, parts)
        and not _STANDING.search(text, max(0, count.start - 24), count.start)
        and not (
            text[count.end : count.end + 1] == "," and text[count.start - 2 : count.start] == ", "
        )  # one of a list
    )


def _told_as_part(text: str, counts: Sequence[CountMention], again: CountMention) -> bool:
    """Tell whether `again` only takes up a part told before (`enam di antaranya dirotasi. Keenam pejabat itu ...`)."""
    return any(c.value == again.value and c.start < again.start and _is_part(text, c, ()) for c in counts)


def _is_part(text: str, count: CountMention, parts: Sequence[CountMention]) -> bool:
    if any(part.start <= count.start < part.end for part in parts):
        return True
    if _AMONG_THEM.search(text, count.number[1], count.end):
        return True
    line = text.rfind("\n", 0, count.start) + 1
    before = text[max(line, count.start - 60) : count.start]
    return _PARTITIVE.search(before) is not None or OTHERS.match(text, count.end, count.end + 30) is not None
