"""Cuts a text where marks begin and end, so that marks may overlap in any way."""

from __future__ import annotations

from dataclasses import dataclass, replace
from itertools import pairwise
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence


@dataclass(frozen=True, slots=True, order=True)
class Mark:
    """[start, end) of the text, or of the title, carries the value of `field` in the events of those numbers."""

    start: int
    end: int
    field: str
    events: tuple[int, ...]
    in_title: bool = False

    @property
    def key(self) -> str:
        """Return what names the mark within its article."""
        return f"{'title' if self.in_title else 'text'}-{self.field}-{self.start}-{self.end}"


@dataclass(frozen=True, slots=True)
class Segment:
    """[start, end) of a text and the marks that cover it, the longest first."""

    start: int
    end: int
    marks: tuple[Mark, ...]


def united(marks: Iterable[Mark]) -> list[Mark]:
    """Return the marks in order, those of the same words and field made one with the events of all."""
    events: dict[Mark, set[int]] = {}
    for mark in marks:
        events.setdefault(replace(mark, events=()), set()).update(mark.events)
    return sorted(replace(mark, events=tuple(sorted(numbers))) for mark, numbers in events.items())


def segments(length: int, marks: Sequence[Mark]) -> list[Segment]:
    """Return the segments of a text of `length` characters, in order and without gaps; marks beyond it are cut off."""
    edges = sorted({0, length, *(min(edge, length) for mark in marks for edge in (mark.start, mark.end))})
    opening = sorted(marks)
    upcoming = 0
    covering: list[Mark] = []
    found = []
    for start, end in pairwise(edges):
        while upcoming < len(opening) and opening[upcoming].start <= start:
            covering.append(opening[upcoming])
            upcoming += 1
        covering = [mark for mark in covering if mark.end > start]
        longest_first = sorted(covering, key=lambda mark: (mark.start - mark.end, mark))
        found.append(Segment(start, end, tuple(longest_first)))
    return found
