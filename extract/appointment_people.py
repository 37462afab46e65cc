"""The people an article names and what it tells of their posts, gathered over its sentences."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from extract.posts import spell_out

if TYPE_CHECKING:
    from extract.events import Acting, Span
    from extract.names import NameMatch

_WORDS = re.compile(r"[^\W\d_]+")


@dataclass(frozen=True, slots=True)
class Told:
    """A post as one sentence tells it: its words, where they stand, and by which rule they were read."""

    post: str
    span: Span | None
    sentence: int
    rule: str
    confidence: float
    acting: Acting | None = None
    confirmed: bool = False


@dataclass(slots=True)
class Person:
    """One person of the article: posts entered, left and held, as told so far."""

    name: str
    span: Span
    entered: list[Told] = field(default_factory=list)
    left: Told | None = None
    held: list[Told] = field(default_factory=list)
    present: Told | None = None
    out: Told | None = None
    out_of: Told | None = None
    gone: bool = False

    @property
    def words(self) -> tuple[str, ...]:
        """Return the words of the name in small letters."""
        return tuple(_WORDS.findall(self.name.lower()))

    def old_post(self, before: int) -> Told | None:
        """Return the post that the person held until the move told in sentence `before`."""
        if self.left is not None:
            return self.left
        return next((told for told in reversed(self.held) if told.sentence <= before), None)

    def enter(self, told: Told) -> None:
        """Note a post entered; a second telling of the same post adds nothing."""
        for known in self.entered:
            if (known.acting is None) == (told.acting is None):
                return
        self.entered.append(told)


def same_told(one: Told, other: Told) -> bool:
    """Tell whether two tellings name one post."""
    first, second = spell_out(one.post).split(), spell_out(other.post).split()
    a, b = set(first), set(second)
    return first[:1] == second[:1] and len(a & b) >= 0.75 * len(a | b)


class People:
    """Every person named so far; a short name finds the full name told before it."""

    def __init__(self) -> None:
        self.all: list[Person] = []

    def find(self, name: NameMatch) -> Person:
        """Return the person of this name, known or new."""
        words = tuple(_WORDS.findall(name.name.lower()))
        for person in reversed(self.all):
            if person.words == words:
                return person
        for person in reversed(self.all):
            if _part_of(words, person.words):
                return person
        for person in reversed(self.all):
            if len(person.words) > 1 and _part_of(person.words, words):
                person.name, person.span = name.name, (name.name_start, name.name_end)
                return person
        person = Person(name.name, (name.name_start, name.name_end))
        self.all.append(person)
        return person


def _part_of(short: tuple[str, ...], full: tuple[str, ...]) -> bool:
    """Tell whether a short name's words stand in the full name in order, none of them a mere initial."""
    if len(short) >= len(full) or all(len(word) < 3 for word in short):
        return False
    rest = iter(full)
    return all(any(word == other for other in rest) for word in short)
