"""The people an article names and what it tells of their posts, gathered over its sentences."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, NamedTuple

from extract.posts import spell_out

if TYPE_CHECKING:
    from extract.events import Acting, Span
    from extract.names import NameMatch

_TELLING_LENGTH = 3
_PARTS_OF_UNITS = frozenset("bidang bagian seksi sub wakil sekretaris cabang suku".split())
WEAK_RULES = frozenset({"list", "held", "swap"})
"""Rules whose post a plainer sentence corrects."""
_BALINESE_TITLES = {
    "gus": ("ida", "bagus"),
    "dayu": ("ida", "ayu"),
    "gung": ("anak", "agung"),
    "cok": ("cokorda",),
}
_WORDS = re.compile(r"[^\W\d_]+")


class Told(NamedTuple):
    """A post as one sentence tells it: its words, where they stand, and by which rule they were read."""

    post: str
    span: Span | None
    sentence: int
    rule: str
    confidence: float
    acting: Acting | None = None
    confirmed: bool = False

    @property
    def definitive(self) -> str:
        """The post's words without its acting mark."""
        return self.post.partition(" ")[2] if self.acting is not None else self.post


@dataclass(slots=True)
class Person:
    """One person of the article: posts entered, left and held, as told so far.

    `held` are posts told beside the name, `present` one that the person holds `saat ini`; `out` tells that the person
    was removed or made room, `out_of` from which post; `gone` that the person retired, died or left before.
    """

    name: str
    span: Span
    words: tuple[str, ...]
    entered: list[Told] = field(default_factory=list)
    left: Told | None = None
    held: list[Told] = field(default_factory=list)
    present: Told | None = None
    out: Told | None = None
    out_of: Told | None = None
    gone: bool = False
    left_to_successor: bool = False
    """The post left is known only from who follows in it; the person's own words for it count more."""
    short: bool = False
    """Told by one word in the headline, where the text gives the whole name."""

    def old_post(self, until: int | None = None) -> Told | None:
        """Return the post held until the move told in sentence `until`, or by all that is told so far."""
        if self.left is not None:
            return self.left
        return next((told for told in reversed(self.held) if until is None or told.sentence <= until), None)

    def enter(self, told: Told) -> None:
        """Note a post entered: the first definitive one and the first acting one told count.

        A list of people told beside their posts may mean the posts they leave: a post that a sentence says is entered
        corrects it, as it does a swap.
        """
        for index, known in enumerate(self.entered):
            if (
                known.rule == "list"
                and known.acting is None
                and told.acting is not None
                and told.sentence > known.sentence
            ):
                self.entered[index], self.left = told, self.left or known  # listed by the post from which one is lent
                return
            if (known.acting is None) == (told.acting is None):
                if known.rule in WEAK_RULES and told.rule not in WEAK_RULES and not same_post(known.post, told.post):
                    self.entered[index] = told
                    self.left = self.left or (known if known.rule == "list" else None)
                return
        self.entered.append(told)


def same_seat(one: str, other: str) -> bool:
    """Tell whether two posts of one sentence are one: there, a unit more (`dan Peternakan`) is another post."""
    if not same_post(one, other):
        return False
    shorter, longer = sorted((spell_out(one).split(), spell_out(other).split()), key=len)
    return longer[: len(shorter)] != shorter or longer[len(shorter) : len(shorter) + 1] not in (["dan"], ["serta"])


def same_post(one: str, other: str) -> bool:
    """Tell whether two ways of naming a post mean one, a government's name or an abbreviation more or less."""
    shorter, longer = sorted((spell_out(one).split(), spell_out(other).split()), key=len)
    if len(shorter) >= _TELLING_LENGTH and longer[: len(shorter)] == shorter:
        return True  # `Kepala Dinas Pendidikan` for `Kepala Dinas Pendidikan dan Kebudayaan`
    a, b = set(shorter), set(longer)
    if (a ^ b) & _PARTS_OF_UNITS:
        return False
    return shorter[:1] == longer[:1] and len(a & b) >= 0.75 * len(a | b)


class People:
    """Every person named so far; a short name finds the full name told before it."""

    def __init__(self) -> None:
        self.all: list[Person] = []
        self._by_word: dict[str, list[Person]] = {}

    def find(self, name: NameMatch) -> Person:
        """Return the person of this name, known or new; a fuller form of a known name becomes the name."""
        words = words_of(name)
        joined = "".join(words)
        alike = [person for word in (*words, joined) for person in self._by_word.get(word, ())]
        for person in reversed(alike):
            if person.words == words or "".join(person.words) == joined:
                return person
        for person in reversed(alike):
            if _is_part(words, person.words) or _is_short_title(words, person.words):
                return person
        for person in reversed(alike):
            if (len(person.words) > 1 or person.short) and _is_part(person.words, words):
                person.name, person.span, person.words = name.name, (name.name_start, name.name_end), words
                self._index(person)
                return person
        person = Person(name.name, (name.name_start, name.name_end), words)
        self.all.append(person)
        self._index(person)
        return person

    def complete(self, person: Person, full: NameMatch) -> None:
        """Give a person told by a short name the full one, unless another person bears that."""
        words = words_of(full)
        if all(other.words != words for other in self.all):
            person.name, person.span, person.words = full.name, (full.name_start, full.name_end), words
            self._index(person)

    def _index(self, person: Person) -> None:
        for word in {*person.words, "".join(person.words)}:
            self._by_word.setdefault(word, []).append(person)


def words_of(name: NameMatch) -> tuple[str, ...]:
    """Return the words of a name in small letters."""
    return tuple(_WORDS.findall(name.name.lower()))


def is_short_form(short: tuple[str, ...], full: tuple[str, ...]) -> bool:
    """Tell whether `short` is one word of the `full` name, or its everyday form with a Balinese title."""
    if len(short) == 1:
        return len(full) > 1 and short[0] in full
    return _is_short_title(short, full)


def _is_short_title(short: tuple[str, ...], full: tuple[str, ...]) -> bool:
    """Tell the everyday form of a Balinese title of birth: `Gus Arta` is `Ida Bagus ... Arta`."""
    title = _BALINESE_TITLES.get(short[0]) if len(short) > 1 else None
    return title is not None and full[: len(title)] == title and set(short[1:]) <= set(full[len(title) :])


def _is_part(short: tuple[str, ...], full: tuple[str, ...]) -> bool:
    """Tell whether a short name's words stand in the full name in order, not all of them mere initials."""
    if len(short) >= len(full) or all(len(word) < 3 for word in short):
        return False
    rest = iter(full)
    return all(any(word == other for other in rest) for word in short)
