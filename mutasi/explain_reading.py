"""Explains how an article was read: for each value its words and rule, and what else was found and not used."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Any

from db.labels import KIND_LABELS, STATUS_LABELS, written_date
from extract.gate import may_hold_event
from extract.region_table import region_name
from mutasi.errors import Failure
from mutasi.event_cells import official_line
from mutasi.explain_fields import DIRECTION_MEANINGS, FIELD_LOOKS
from mutasi.explain_segments import Mark, united
from mutasi.reader import reader

if TYPE_CHECKING:
    from extract.article import Article
    from extract.events import Appointment, Event, Group, Span
    from extract.reading import Reading

_UNPRINTABLE = re.compile(r"[^\S \n\t]|[\x00-\x08\x0b-\x1f\x7f-\x9f\ud800-\udfff]")


@dataclass(frozen=True, slots=True)
class Quote:
    """The words that carry a value, and where they stand."""

    words: str
    mark: Mark


@dataclass(frozen=True, slots=True)
class FieldExplanation:
    """One field of an event: its value as people read it, the words it came from, the rule that produced it."""

    name: str
    value: str
    quotes: tuple[Quote, ...]
    rule: str


@dataclass(frozen=True, slots=True)
class MovePart:
    """A person or post of a move as it was read, and the mark of its words, None where it is told by reference."""

    value: str
    mark: Mark | None


@dataclass(frozen=True, slots=True)
class MoveExplanation:
    """One named person's move, with the rule that told it and the chance (0-1) that it is right.

    A post that was not told is `-`. `levels` are the levels of both posts and where the move leads, inferred from the
    table of posts (`IV.a → III.a, naik (up)`), empty where the table tells nothing.
    """

    person: MovePart
    from_post: MovePart
    to_post: MovePart
    levels: str
    rule: str
    confidence: float | None


@dataclass(frozen=True, slots=True)
class EventExplanation:
    """One event, by its number in the article from 1."""

    number: int
    heading: str
    confidence: float
    flags: tuple[str, ...]
    fields: tuple[FieldExplanation, ...]
    moves: tuple[MoveExplanation, ...]


@dataclass(frozen=True, slots=True)
class Candidate:
    """A value that was found and that no event used: the field it would fill, its words, what it was taken for."""

    field: str
    words: str
    meaning: str


@dataclass(frozen=True, slots=True)
class Explanation:
    """How one article was read. `article` is printable: what no screen shows is replaced, character for character.

    `past_gate` is False where the first look found no word of an act or none of the civil service, so that nothing
    else was looked for.
    """

    article: Article
    past_gate: bool
    events: tuple[EventExplanation, ...]
    candidates: tuple[Candidate, ...]

    def marks(self, *, in_title: bool) -> list[Mark]:
        """Return the marks of the title or of the text, in order."""
        quotes = (quote for event in self.events for field in event.fields for quote in field.quotes)
        return united(quote.mark for quote in quotes if quote.mark.in_title is in_title)


def explain_article(article: Article) -> Explanation:
    """Read `article` and tell how; raises Failure where the reader fails on it."""
    past_gate = may_hold_event(article.title, article.text)
    try:
        events = reader().read(article)
        reading = reader().analyse(article) if past_gate else None
    except Exception as error:
        cause = " ".join(f"{type(error).__name__}: {error}".split())
        raise Failure(f"article {article.id!r} cannot be read: {cause}") from error
    shown = _printable_article(article)
    explained = tuple(_event(number, event, shown, reading) for number, event in enumerate(events, start=1))
    explanation = Explanation(shown, past_gate, explained, ())
    return replace(explanation, candidates=tuple(_unused(explanation, reading))) if reading else explanation


def no_event_reason(explanation: Explanation) -> str:
    """Return why an article without events has none, as far as the reader can tell."""
    if not explanation.past_gate:
        return (
            "Tidak ada peristiwa: tidak ada kata mutasi bersama kata kepegawaian "
            "(no event: the gate found no word of an act together with one of the civil service)."
        )
    return "Tidak ada peristiwa: lihat temuan di bawah (no event: see what was found)."


def _printable(text: str) -> str:
    """Return `text` with what a screen or a page cannot show replaced, character for character."""
    return _UNPRINTABLE.sub(lambda odd: " " if odd[0].isspace() else "\N{REPLACEMENT CHARACTER}", text)


def _printable_article(article: Article) -> Article:
    return replace(
        article,
        id=_printable(article.id),
        title=_printable(article.title),
        text=_printable(article.text),
        url=article.url and _printable(article.url),
        source=article.source and _printable(article.source),
    )


def _event(number: int, event: Event, shown: Article, reading: Reading | None) -> EventExplanation:
    fields = []
    for name in FIELD_LOOKS:
        quotes = (
            *_quotes(shown.title, event.title_evidence.get(name, ()), name, number, in_title=True),
            *_quotes(shown.text, event.evidence.get(name, ()), name, number, in_title=False),
        )
        value = _printable(_value(event, name))
        if value or quotes or name not in ("groups", "wave", "appointments"):
            fields.append(FieldExplanation(name, value, quotes, event.rules.get(name, "")))
    heading = f"{KIND_LABELS[event.kind]} – {STATUS_LABELS[event.status]}"
    moves = tuple(_moves(event, fields, reading))
    return EventExplanation(number, heading, event.confidence, event.flags, tuple(fields), moves)


def _quotes(text: str, spans: Sequence[Span], name: str, event: int, *, in_title: bool) -> Iterator[Quote]:
    for start, end in sorted(set(spans)):
        yield Quote(" ".join(text[start:end].split()), Mark(start, end, name, (event,), in_title))


def _value(event: Event, name: str) -> str:
    """Return the value as people read it, an empty string where none was read."""
    written: dict[str, Callable[[], str]] = {
        "kind": lambda: KIND_LABELS[event.kind] + (f" ({', '.join(event.actions)})" if event.actions else ""),
        "status": lambda: STATUS_LABELS[event.status],
        "region": lambda: f"{event.region_name} ({event.region})" if event.region else "",
        "date": lambda: f"{written_date(event.date)} ({event.date})" if event.date else "",
        "official": lambda: official_line(event.official) if event.official else "",
        "headcount": lambda: _headcount(event),
        "groups": lambda: "; ".join(map(_group, event.groups)),
        "eselon": lambda: ", ".join(event.eselon),
        "wave": lambda: str(event.wave or ""),
        "appointments": lambda: f"{len(event.appointments)} nama (names)" if event.appointments else "",
    }
    return written[name]()


def _headcount(event: Event) -> str:
    if event.headcount is None or event.headcount_range is None:
        return ""
    least, greatest = event.headcount_range
    return str(event.headcount) if least == greatest else f"{event.headcount} ({least}-{greatest or '...'})"


def _group(group: Group) -> str:
    levels = f" [{', '.join(group.eselon)}]" if group.eselon else ""
    return f"{group.count} {group.label}".strip() + levels


def _moves(event: Event, fields: Sequence[FieldExplanation], reading: Reading | None) -> Iterator[MoveExplanation]:
    shift = reading.text_start if reading else 0
    told = {one.person: one for one in reading.appointments} if reading else {}
    quotes = [quote for field in fields if field.name == "appointments" for quote in field.quotes]
    marks = {quote.mark.start + (0 if quote.mark.in_title else shift): quote.mark for quote in quotes}

    def part(value: str | None, span: Span | None) -> MovePart:
        return MovePart(_printable(value or "-"), marks.get(span[0]) if span else None)

    for one in event.appointments:
        found = told.get(one.person)
        spans = (found.person_span, found.from_span, found.to_span) if found else (None, None, None)
        yield MoveExplanation(
            part(one.person, spans[0]),
            part(one.from_post, spans[1]),
            part(one.to_post, spans[2]),
            _levels(one),
            found.rule if found else "",
            found.confidence if found else None,
        )


def _levels(one: Appointment) -> str:
    direction = DIRECTION_MEANINGS[one.direction] if one.direction else ""
    if not (one.from_eselon or one.to_eselon):
        return direction
    levels = f"{one.from_eselon or '-'} → {one.to_eselon or '-'}"
    return f"{levels}, {direction}" if direction else levels


def _unused(explanation: Explanation, reading: Reading) -> Iterator[Candidate]:
    """Yield what the reader found outside the words of the events' values of that field, in the order of the text."""
    shift = reading.text_start
    used = {in_title: _reach(explanation.marks(in_title=in_title)) for in_title in (True, False)}
    found: list[tuple[Any, str, str]] = [(act, "kind", _act(act)) for act in reading.acts]
    found += [(one, "region", " / ".join(region_name(code) for code in one.codes)) for one in reading.regions]
    found += [(one, "date", _told(one.value, one.role, one.rule)) for one in reading.dates]
    found += [(one, "headcount", _told(one.value, one.role)) for one in reading.counts]
    found += [(one, "eselon", _told(", ".join(one.levels), one.role)) for one in reading.eselons]
    found += [(one, "official", _told(one.acting, one.office, one.name)) for one in reading.officials]
    for one, name, meaning in sorted(found, key=lambda row: (row[0].start, row[0].end, row[1])):
        in_title = one.start < shift
        start, end = (one.start, one.end) if in_title else (one.start - shift, one.end - shift)
        starts, reach = used[in_title].get(name, ([], []))
        before = bisect_right(starts, start)
        if not before or reach[before - 1] < end:
            words = (explanation.article.title if in_title else explanation.article.text)[start:end]
            yield Candidate(name, " ".join(words.split()), _printable(meaning))


def _reach(marks: Sequence[Mark]) -> dict[str, tuple[list[int], list[int]]]:
    """Return for each field where its marks start, in order, and how far each mark or one before it reaches."""
    found: dict[str, tuple[list[int], list[int]]] = {}
    for mark in marks:
        starts, reach = found.setdefault(mark.field, ([], []))
        starts.append(mark.start)
        reach.append(max(mark.end, reach[-1] if reach else 0))
    return found


def _act(act: Any) -> str:
    modifier = act.modifier and f"({act.modifier})"
    return _told(act.kind, act.status, act.subject, modifier, act.hypothetical and "hypothetical")


def _told(*parts: Any) -> str:
    return ", ".join(str(part) for part in parts if part not in (None, "", False))
