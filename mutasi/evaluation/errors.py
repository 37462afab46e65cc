"""Every difference between what was read and gold, one line each, with the rule and the words that led there."""

from __future__ import annotations

from typing import TYPE_CHECKING

from mutasi.evaluation.pairing import CARD, same_field
from mutasi.evaluation.scoring import common_groups, matched_people, same_posts

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from extract.article import Article
    from extract.events import Appointment, Event
    from mutasi.evaluation.scoring import Comparison


def error_lines(comparisons: Sequence[Comparison]) -> Iterator[str]:
    """Yield one line a difference, in the order of the articles."""
    for one in comparisons:
        for difference in _differences(one):
            yield f"{one.gold.article.id}: {difference}"


def _differences(one: Comparison) -> Iterator[str]:
    paired_gold = [id(gold) for gold, _ in one.pairs]
    paired_read = [id(read) for _, read in one.pairs]
    for gold in one.gold.events:
        if id(gold) not in paired_gold:
            yield f"event missed: {_brief(gold)}"
    for read in one.read:
        if id(read) not in paired_read:
            yield f"event that gold has not: {_brief(read)}{_source(one.gold.article, read, 'kind')}"
    for gold, read in one.pairs:
        for name in ("status", *CARD):
            if not same_field(name, gold, read):
                values = f"gold {_value(gold, name)}, read {_value(read, name)}"
                yield f"{name}: {values}{_source(one.gold.article, read, name)}"
        if common_groups(gold, read) < max(len(gold.groups), len(read.groups)):
            yield f"groups: gold {_groups(gold)}, read {_groups(read)}{_source(one.gold.article, read, 'groups')}"
        yield from _people(gold, read)


def _people(gold: Event, read: Event) -> Iterator[str]:
    matched = matched_people(gold, read)
    for wanted, found in matched:
        if found is None:
            yield f"person missed: {_move(wanted)}"
        elif not same_posts(wanted, found):
            yield f"appointment: gold {_move(wanted)}, read {_move(found)}"
    hits = [id(found) for _, found in matched]
    for one in read.appointments:
        if id(one) not in hits:
            yield f"person that gold has not: {_move(one)}"


def _brief(event: Event) -> str:
    values = [event.kind, event.status, event.region, event.date, event.headcount]
    return " ".join("-" if value is None else str(value) for value in values)


def _value(event: Event, name: str) -> str:
    if name == "official":
        official = event.official
        return "-" if official is None else f"{official.acting or ''} {official.office} {official.name or '-'}".strip()
    if name == "eselon":
        return ",".join(event.eselon) or "-"
    value = getattr(event, name)
    return "-" if value is None else str(value)


def _groups(event: Event) -> str:
    return "; ".join(f"{group.count} {','.join(group.eselon)}".strip() for group in event.groups) or "-"


def _move(one: Appointment) -> str:
    return f"{one.person}: {one.from_post or '-'} → {one.to_post or '-'}"


def _source(article: Article, read: Event, name: str) -> str:
    quotes = [article.text[start:end] for start, end in read.evidence.get(name, ())[:2]]
    quotes += [article.title[start:end] for start, end in read.title_evidence.get(name, ())[:2]]
    told = [f"“{' '.join(quote.split())}”" for quote in quotes]
    parts = [part for part in (read.rules.get(name), *told) if part]
    return f" ({' '.join(parts)})" if parts else ""
