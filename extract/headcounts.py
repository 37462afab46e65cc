"""Chooses an event's head count and its groups among the counts that its sentences tell."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from extract.appointments import AppointmentMention
from extract.counts import Breakdown, CountMention
from extract.drafts import Draft
from extract.events import Group, Headcount, Span

_PARTITIVE = re.compile(
    r"\b(?:di ?antara(?:nya)?|termasuk|dari (?:jumlah|total|ke-?|\d+|kelompok|mereka|sekian)|salah|sisanya|selebihnya|sebagian)\b"
    r"[^,.;]{0,40}$",
    re.IGNORECASE,
)
_OTHERS = re.compile(r"\s*(?:\w+\s+){0,2}(?:lainnya|lain|lagi|di ?antaranya)\b", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class HeadcountChoice:
    """The head count chosen, its groups, the spans that carry both, and the rule that decided."""

    value: Headcount | None
    rule: str
    confidence: float
    spans: tuple[Span, ...] = ()
    groups: tuple[Group, ...] = ()
    group_spans: tuple[Span, ...] = ()
    flags: tuple[str, ...] = ()
    breakdown: Breakdown | None = None


def counts_moved(count: CountMention) -> bool:
    """Tell whether the count is of officials or posts that an event moves, not of guests, applicants or vacancies."""
    return count.unit_kind != "other" and count.role == "moved"


def choose_headcount(
    text: str, draft: Draft, breakdowns: Sequence[Breakdown], people: Sequence[AppointmentMention]
) -> HeadcountChoice:
    """Return the head count of `draft`: the stated total, else the sum of its groups, else a word, else one person.

    `breakdowns` are those told of this event, `people` its named officials.
    """
    breakdown = _main_breakdown(draft, breakdowns)
    parts = [p for p in breakdown.parts if isinstance(p.value, int)] if breakdown is not None else []
    groups = tuple(Group(p.value, p.label, p.eselon) for p in parts if isinstance(p.value, int))
    group_spans = tuple((p.start, p.end) for p in parts)
    total = _total(text, draft, breakdown, parts)
    if total is not None and isinstance(total.value, int):
        added = sum(group.count for group in groups)
        unequal = breakdown is not None and ("sum_mismatch" in breakdown.flags or added > total.value)
        flags = ("sum_mismatch",) if unequal else ()
        approximate = ("approximate_count",) if total.approximate else ()
        return HeadcountChoice(
            total.value,
            "stated_total",
            0.95,
            ((total.start, total.end),),
            groups,
            group_spans,
            flags + approximate,
            breakdown,
        )
    if len(groups) > 1:
        added = sum(group.count for group in groups)
        return HeadcountChoice(added, "sum_of_groups", 0.85, group_spans, groups, group_spans, (), breakdown)
    if total is not None:
        span = (total.start, total.end)
        return HeadcountChoice(
            total.value, "approximate_word", 0.8, (span,), groups, group_spans, ("approximate_count",)
        )
    if len({person.person for person in people}) == 1:
        return HeadcountChoice(1, "one_named", 0.85, (people[0].person_span,), groups, group_spans)
    return HeadcountChoice(None, "not_told", 0.7, (), groups, group_spans)


def _main_breakdown(draft: Draft, breakdowns: Sequence[Breakdown]) -> Breakdown | None:
    """Return the breakdown of the event's own total, else the first that is told."""
    numbers = draft.numbers
    for breakdown in breakdowns:
        if breakdown.total is not None and breakdown.total.value in numbers:
            return breakdown
    return breakdowns[0] if breakdowns else None


def _total(text: str, draft: Draft, breakdown: Breakdown | None, parts: Sequence[CountMention]) -> CountMention | None:
    """Return the count that states the event's total: the breakdown's, else the one told first and most often."""
    if breakdown is not None and breakdown.total is not None and isinstance(breakdown.total.value, int):
        return breakdown.total
    counts = [(t.claim, c) for t in draft.told for c in t.counts]
    exact = [(claim, c) for claim, c in counts if isinstance(c.value, int) and not _is_part(text, c, parts)]
    if exact:
        often = {c.value: sum(1 for _, d in exact if d.value == c.value) for _, c in exact}
        _claim, best = max(exact, key=lambda row: (often[row[1].value] + 2 * row[0].headline, -row[1].start))
        return best
    vague = [c for _, c in counts if not isinstance(c.value, int)]
    return vague[0] if vague else None


def _is_part(text: str, count: CountMention, parts: Sequence[CountMention]) -> bool:
    if any(part.start <= count.start < part.end for part in parts):
        return True
    line = text.rfind("\n", 0, count.start) + 1
    before = text[max(line, count.start - 60) : count.start]
    return _PARTITIVE.search(before) is not None or _OTHERS.match(text, count.end, count.end + 30) is not None
