"""The values of an event, chosen from its mentions by rule.

- date: the most precise, of these the one most sources tell, then the earliest source's.
- head count: an exact number over a word; a number that another source states as a part of its own gives way to the
  whole; then what most sources tell, then the earliest source's. Of words the narrower.
- official: a named one over an office alone; the person most sources name; the fullest form of the name.
- eselon: the levels most sources tell together, then the fuller list, then the earliest source's.
- wave: as any source tells it; sources of different waves are never of one event.
- appointments: everyone named by any source, in the order of the sources; each post from the first that tells it.
- confidence: that of the surest source. Flags: all that any source has.

The earliest source is the one published first, then by URL: the choice never depends on the order of reading.
"""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from typing import TYPE_CHECKING, TypeVar

from db.likeness import Told, officials
from db.persons import name_words, same_name

if TYPE_CHECKING:
    import datetime as dt
    from collections.abc import Callable, Hashable, Iterable, Sequence

_Value = TypeVar("_Value")
_PRECISION = {"day": 2, "month": 1, "year": 0}


@dataclass(frozen=True, slots=True)
class Consensus:
    """The values of one event; `conflicts` names the fields in which its sources contradict one another."""

    kind: str
    status: str
    region: str | None
    date: str | None
    date_precision: str | None
    days: tuple[dt.date, dt.date] | None
    first_published: dt.date | None
    official: tuple[str | None, str, str | None] | None
    headcount: int | None
    headcount_word: str | None
    headcount_range: tuple[int, int | None] | None
    eselon: tuple[str, ...]
    wave: int | None
    appointments: tuple[tuple[str, str | None, str | None], ...]
    confidence: float
    flags: tuple[str, ...]
    conflicts: tuple[str, ...]


def consensus(mentions: Sequence[Told]) -> Consensus:
    """Return the values of the event that `mentions` (at least one) tell of.

    Linked by rule they are all of one kind, status and region; a correction may unite others, and then most decide.
    """
    sources = sorted(mentions, key=lambda told: told.age)
    dated = _first_most(sources, lambda told: told.date, lambda told: _PRECISION.get(told.date_precision or "", -1))
    counted = _counted(sources)
    published = [told.published_on for told in sources if told.published_on is not None]
    return Consensus(
        kind=_most(sources, lambda told: told.kind),
        status=_most(sources, lambda told: told.status),
        region=_most(sources, lambda told: told.region),
        date=dated.date if dated else None,
        date_precision=dated.date_precision if dated else None,
        days=dated.days if dated else None,
        first_published=min(published, default=None),
        official=_official(sources),
        headcount=counted.headcount if counted else None,
        headcount_word=counted.headcount_word if counted else None,
        headcount_range=counted.headcount_range if counted else None,
        eselon=_eselon(sources),
        wave=next((told.wave for told in sources if told.wave is not None), None),
        appointments=_appointments(sources),
        confidence=max(told.confidence for told in sources),
        flags=tuple(sorted({flag for told in sources for flag in told.flags})),
        conflicts=_conflicts(sources),
    )


def _first_most(sources: Sequence[Told], value: Callable[[Told], Hashable], rank: Callable[[Told], int]) -> Told | None:
    """Return the source whose value ranks highest, then is told by most, then is told first; None where none tells."""
    telling = [told for told in sources if value(told) is not None]
    votes = Counter(value(told) for told in telling)
    return max(telling, key=lambda told: (rank(told), votes[value(told)]), default=None)


def _most(sources: Sequence[Told], value: Callable[[Told], _Value]) -> _Value:
    """Return the value that most sources tell, of several the one told first."""
    return Counter(value(told) for told in sources).most_common(1)[0][0]


def _counted(sources: Sequence[Told]) -> Told | None:
    exact = [told for told in sources if told.headcount is not None]
    wholes = [told for told in exact if not _is_part(told, sources)]
    if exact:
        return _first_most(wholes or exact, lambda told: told.headcount, lambda _: 0)
    return _first_most(sources, lambda told: told.headcount_range, lambda told: -_width(told.headcount_range))


def _is_part(told: Told, sources: Iterable[Told]) -> bool:
    """Tell whether another source's greater total has this count among its parts."""
    count = told.headcount or 0
    return any(count in other.groups and (other.headcount or 0) > count for other in sources)


def _width(counts: tuple[int, int | None] | None) -> int:
    if counts is None or counts[1] is None:
        return 1_000_000
    return counts[1] - counts[0]


def _official(sources: Sequence[Told]) -> tuple[str | None, str, str | None] | None:
    telling = [told for told in sources if told.official is not None]
    named = [told for told in telling if told.official is not None and told.official[0] is not None]
    group = named or telling
    if not group:
        return None
    votes = {told.mention_id: sum(officials(told, other) == "agree" for other in group) for told in group}
    chosen = max(group, key=lambda told: votes[told.mention_id])
    same = [told for told in group if told is chosen or officials(told, chosen) == "agree"]
    office = Counter(told.official[1:] for told in same if told.official is not None).most_common(1)[0][0]
    names = [told.official[0] for told in same if told.official is not None and told.official[0] is not None]
    fullest = max(names, key=lambda name: sum(len(word) > 1 for word in name_words(name)), default=None)
    return fullest, *office


def _eselon(sources: Sequence[Told]) -> tuple[str, ...]:
    told = _first_most(sources, lambda told: told.eselon or None, lambda _: 0)
    if told is None:
        return ()
    votes = Counter(source.eselon for source in sources if source.eselon)
    most = max(votes.values())
    return max((source.eselon for source in sources if votes[source.eselon] == most), key=len)


def _appointments(sources: Sequence[Told]) -> tuple[tuple[str, str | None, str | None], ...]:
    merged: list[tuple[str, str | None, str | None]] = []
    for told in sources:
        for person, to_post, from_post in told.appointments:
            words = name_words(person)
            for place, (known, known_to, known_from) in enumerate(merged):
                if same_name(words, name_words(known)):
                    fuller = max(known, person, key=lambda name: sum(len(word) > 1 for word in name_words(name)))
                    merged[place] = (fuller, known_to or to_post, known_from or from_post)
                    break
            else:
                merged.append((person, to_post, from_post))
    return tuple(merged)


def _conflicts(sources: Sequence[Told]) -> tuple[str, ...]:
    found = []
    wholes = {told.headcount for told in sources if told.headcount is not None and not _is_part(told, sources)}
    if len(wholes) > 1:
        found.append("headcount")
    if any(officials(one, other) == "differ" for place, one in enumerate(sources) for other in sources[place + 1 :]):
        found.append("official")
    return tuple(found)
