"""Scores what was read against gold: precision and recall of each field, and the share of records that are right."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from mutasi.evaluation.pairing import CARD, paired, same_card, same_field
from mutasi.evaluation.sameness import same_person, same_post

if TYPE_CHECKING:
    from extract.article import Article
    from extract.events import Appointment, Event
    from mutasi.evaluation.gold import GoldArticle
    from mutasi.evaluation.pairing import Pair

Reader = Callable[["Article"], Sequence["Event"]]

ARTICLE, EVENT, GROUPS, PERSON, APPOINTMENT = "article has event", "event", "groups", "person", "appointment"
FIELDS = (ARTICLE, EVENT, "status", *CARD, GROUPS, PERSON, APPOINTMENT)
"""What is counted, in the order in which it is shown."""


@dataclass(frozen=True, slots=True)
class Comparison:
    """One article: its gold events, what was read, and which of both are paired."""

    gold: GoldArticle
    read: tuple[Event, ...]
    pairs: tuple[Pair, ...]


@dataclass(slots=True)
class Score:
    """How many values gold has, how many were read, and how many of those are right; all ratios are 0-1."""

    right: int = 0
    gold: int = 0
    read: int = 0

    @property
    def precision(self) -> float:
        """Of the values read, the share that is right; 1 where none was read."""
        return self.right / self.read if self.read else 1.0

    @property
    def recall(self) -> float:
        """Of the values in gold, the share that was read right; 1 where gold has none."""
        return self.right / self.gold if self.gold else 1.0

    @property
    def f1(self) -> float:
        """The harmonic mean of both."""
        both = self.precision + self.recall
        return 2 * self.precision * self.recall / both if both else 0.0


@dataclass(frozen=True, slots=True)
class Scores:
    """The score of each of FIELDS, and how many of the gold events have all five fields of the record right."""

    fields: dict[str, Score]
    records_right: int
    records: int

    @property
    def record(self) -> float:
        """The share of gold events whose record is right; 1 where there is none."""
        return self.records_right / self.records if self.records else 1.0


def compare(articles: Sequence[GoldArticle], read: Reader) -> list[Comparison]:
    """Read every article and pair what was read with gold."""
    compared = []
    for gold in articles:
        found = tuple(read(gold.article))
        compared.append(Comparison(gold, found, tuple(paired(gold.events, found))))
    return compared


def score(comparisons: Sequence[Comparison]) -> Scores:
    """Return the scores over all comparisons; empty values count for neither side."""
    fields = {name: Score() for name in FIELDS}
    right = 0
    for one in comparisons:
        gold, read = one.gold.events, one.read
        _add(fields[ARTICLE], bool(gold and read), bool(gold), bool(read))
        _add(fields[EVENT], len(one.pairs), len(gold), len(read))
        for name in ("status", *CARD):
            hits = sum(_told(name, a) and same_field(name, a, b) for a, b in one.pairs)
            _add(fields[name], hits, sum(_told(name, e) for e in gold), sum(_told(name, e) for e in read))
        groups = sum(common_groups(a, b) for a, b in one.pairs)
        _add(fields[GROUPS], groups, sum(len(e.groups) for e in gold), sum(len(e.groups) for e in read))
        people = [(a, b) for pair in one.pairs for a, b in matched_people(*pair) if b is not None]
        named = sum(len(e.appointments) for e in gold), sum(len(e.appointments) for e in read)
        _add(fields[PERSON], len(people), *named)
        _add(fields[APPOINTMENT], sum(same_posts(a, b) for a, b in people), *named)
        right += sum(same_card(a, b) for a, b in one.pairs)
    return Scores(fields, right, fields[EVENT].gold)


def common_groups(gold: Event, read: Event) -> int:
    """Return how many groups both have, by count and levels; labels are free."""
    wanted = Counter((group.count, frozenset(group.eselon)) for group in gold.groups)
    return (wanted & Counter((group.count, frozenset(group.eselon)) for group in read.groups)).total()


def matched_people(gold: Event, read: Event) -> list[tuple[Appointment, Appointment | None]]:
    """Return each gold appointment with the one read of the same person, of several that with most posts right."""
    left = list(read.appointments)
    matched: list[tuple[Appointment, Appointment | None]] = []
    for wanted in gold.appointments:
        hits = [one for one in left if same_person(wanted.person, one.person)]
        best = max(hits, key=lambda one: sum(_posts_right(wanted, one)), default=None)
        if best is not None:
            left.remove(best)
        matched.append((wanted, best))
    return matched


def same_posts(gold: Appointment, read: Appointment) -> bool:
    """Tell whether both posts, entered and left, are right."""
    return all(_posts_right(gold, read))


def _posts_right(gold: Appointment, read: Appointment) -> tuple[bool, bool]:
    return same_post(gold.to_post, read.to_post), same_post(gold.from_post, read.from_post)


def _told(name: str, event: Event) -> bool:
    return getattr(event, name) not in (None, (), "")


def _add(tally: Score, right: int, gold: int, read: int) -> None:
    tally.right += right
    tally.gold += gold
    tally.read += read
