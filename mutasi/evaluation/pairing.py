"""Pairs the events read from an article with its gold events, one to one, by greatest agreement."""

from __future__ import annotations

from itertools import permutations
from typing import TYPE_CHECKING

from mutasi.evaluation.sameness import same_official, same_person

if TYPE_CHECKING:
    from collections.abc import Sequence

    from extract.events import Event

    Pair = tuple[Event, Event]

CARD = ("region", "date", "official", "headcount", "eselon")
"""The fields of a record: it is right where all of them are."""

_TRIED = 5
"""Up to so many events on either side every pairing is tried; beyond, each gold event takes the best that is left."""


def same_field(name: str, gold: Event, read: Event) -> bool:
    """Tell whether both events have the same value in field `name` (`status` or one of CARD), none included."""
    if name == "official":
        return same_official(gold.official, read.official)
    if name == "eselon":
        return set(gold.eselon) == set(read.eselon)
    return bool(getattr(gold, name) == getattr(read, name))


def same_card(gold: Event, read: Event) -> bool:
    """Tell whether all fields of the record are right."""
    return all(same_field(name, gold, read) for name in CARD)


def agreement(gold: Event, read: Event) -> float:
    """Return how far two events agree, 0 where their kind differs."""
    if gold.kind != read.kind:
        return 0.0
    people = sum(same_person(a.person, b.person) for a in gold.appointments for b in read.appointments)
    return 1 + sum(same_field(name, gold, read) for name in ("status", *CARD)) + 0.1 * people


def paired(gold: Sequence[Event], read: Sequence[Event]) -> list[Pair]:
    """Return the pairs (gold, read) of greatest agreement in all; events of different kinds make no pair."""
    weights = [[agreement(one, other) for other in read] for one in gold]
    if not gold or not read:
        chosen = []
    elif len(gold) <= _TRIED and len(read) <= _TRIED:
        chosen = _best_of_all(weights)
    else:
        chosen = _best_one_by_one(weights)
    return [(gold[one], read[other]) for one, other in chosen]


def _best_of_all(weights: list[list[float]]) -> list[tuple[int, int]]:
    rows, columns = len(weights), len(weights[0])
    if rows <= columns:
        tries = [list(enumerate(order)) for order in permutations(range(columns), rows)]
    else:
        tries = [[(row, column) for column, row in enumerate(order)] for order in permutations(range(rows), columns)]
    best = max(tries, key=lambda pairs: sum(weights[row][column] for row, column in pairs))
    return [(row, column) for row, column in best if weights[row][column] > 0]


def _best_one_by_one(weights: list[list[float]]) -> list[tuple[int, int]]:
    chosen: list[tuple[int, int]] = []
    left = list(range(len(weights[0])))
    for row, line in enumerate(weights):
        best = max(left, key=lambda column: (line[column], column), default=None)
        if best is not None and line[best] > 0:
            chosen.append((row, best))
            left.remove(best)
    return chosen
