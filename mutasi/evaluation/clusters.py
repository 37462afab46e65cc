"""Clusters of articles: what several outlets tell of the same events, labelled by event, and how well they are linked.

`NAME.articles.jsonl` holds the articles, `NAME.gold.jsonl` their events as in any gold file, each with `event`, the
label of the real event that it tells of, and `follows`, the label of the plan that this one carries out or calls off.
"""

from __future__ import annotations

import json
from collections import defaultdict
from dataclasses import dataclass
from typing import TYPE_CHECKING, NamedTuple, TypeVar

from mutasi.article_lines import numbered_lines, opened_input
from mutasi.errors import UsageFailure
from mutasi.evaluation.gold import article_lines, event_of

if TYPE_CHECKING:
    from collections.abc import Hashable, Mapping
    from pathlib import Path

    from extract.article import Article
    from extract.events import Event

_Item = TypeVar("_Item")


@dataclass(frozen=True, slots=True)
class Telling:
    """One event as an article tells it, with the labels of what it is of."""

    event: Event
    label: str
    follows: str | None


@dataclass(frozen=True, slots=True)
class ClusteredArticle:
    """An article of a cluster and what it tells."""

    article: Article
    tellings: tuple[Telling, ...]


class Agreement(NamedTuple):
    """Precision, recall and their harmonic mean, each 0 to 1."""

    precision: float
    recall: float

    @property
    def f1(self) -> float:
        """The harmonic mean of both."""
        return 2 * self.precision * self.recall / (self.precision + self.recall) if self.precision else 0.0


def load_clusters(folder: Path) -> list[ClusteredArticle]:
    """Return the articles of all cluster files of a folder; raises UsageFailure naming what is not well formed."""
    paths = sorted(folder.glob("*.articles.jsonl"))
    if not paths:
        raise UsageFailure(f"{folder}: no *.articles.jsonl here")
    found: list[ClusteredArticle] = []
    for path in paths:
        gold = path.with_name(path.name.replace(".articles.", ".gold."))
        tellings = _tellings(str(gold))
        for article in article_lines(str(path)):
            if article.id not in tellings:
                raise UsageFailure(f"{gold}: no line for {article.id}")
            found.append(ClusteredArticle(article, tellings[article.id]))
    return found


def b_cubed(labels: Mapping[_Item, Hashable], found: Mapping[_Item, Hashable]) -> Agreement:
    """Return B³ (Bagga and Baldwin 1998) of a clustering `found` against the true `labels`, both by item.

    For each item, how many of those found with it belong with it, and how many of those that belong with it were
    found with it; averaged over the items.
    """
    true, guessed = _members(labels), _members(found)
    both = {item: len(true[labels[item]] & guessed[found[item]]) for item in labels}
    precision = sum(both[item] / len(guessed[found[item]]) for item in labels) / len(labels)
    recall = sum(both[item] / len(true[labels[item]]) for item in labels) / len(labels)
    return Agreement(precision, recall)


def _members(clustering: Mapping[_Item, Hashable]) -> dict[Hashable, set[_Item]]:
    members: dict[Hashable, set[_Item]] = defaultdict(set)
    for item, cluster in clustering.items():
        members[cluster].add(item)
    return members


def _tellings(name: str) -> dict[str, tuple[Telling, ...]]:
    found: dict[str, tuple[Telling, ...]] = {}
    with opened_input(name) as lines:
        for number, line in numbered_lines(lines, name):
            place = f"{name}, line {number}"
            try:
                record = json.loads(line)
                found[record["id"]] = tuple(_telling(entry, f"{place}: {record['id']}") for entry in record["events"])
            except (ValueError, KeyError, TypeError) as error:
                raise UsageFailure(f"{place}: not a line of labelled events: {error}") from error
    return found


def _telling(entry: dict[str, object], place: str) -> Telling:
    labels = {name: entry[name] for name in ("event", "follows")}
    label, follows = labels["event"], labels["follows"]
    if not isinstance(label, str) or not (follows is None or isinstance(follows, str)):
        raise UsageFailure(f"{place}: event and follows are labels, not {label!r}, {follows!r}")
    told = {name: value for name, value in entry.items() if name not in labels}
    return Telling(event_of(told, place), label, follows)
