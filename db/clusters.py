"""Groups mentions into events, and gives each group the id that its mentions had before."""

from __future__ import annotations

import hashlib
from collections import Counter
from typing import TYPE_CHECKING

from db.likeness import Told, likeness, near_days, same_event, supports, tells_a_part

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Sequence

Cluster = list[Told]

_ID_SIGNS = "0123456789abcdefghjkmnpqrstvwxyz"  # Crockford's base 32: no letter is taken for a digit
_ID_FIRST = "abcdfghjkmnpqrst"  # a spreadsheet takes 12e3456789 for a number
_ID_LENGTH = 10


def clusters(mentions: Iterable[Told]) -> list[Cluster]:
    """Return the events that the mentions tell of, each as its mentions; every mention is in exactly one.

    What corrections place in an event stands together there, and nothing else is asked of it. Of the others the most
    precise found events; each further one joins the likest event with all of whose mentions it agrees, or that has a
    mention whose part or whole it tells, or founds its own. An event of a correction it joins where it agrees with one
    of those placed there: somebody has said that they are one, however they differ. The result depends on the mentions
    alone, not on their order, and mentions that are not near one another (`likeness.near_days`) never matter to one
    another.
    """
    told = sorted(mentions, key=lambda told: told.order)
    placed: dict[str, Cluster] = {}
    for one in told:
        if one.placed_in is not None:
            placed.setdefault(one.placed_in, []).append(one)
    founded = [cluster for neighbours in _neighbourhoods(told) for cluster in _founded(neighbours, placed)]
    return [cluster for _, cluster in sorted(placed.items())] + founded


def assign_ids(found: Sequence[Cluster], is_taken: Callable[[str], bool]) -> tuple[list[str], dict[str, str | None]]:
    """Return an id for each cluster, and the ids that end here with the id that takes their place (None: nothing).

    A cluster has the id under which a correction has placed its mentions, else keeps the one that most of them have;
    an id stays with the cluster that has most of its mentions. A new id is drawn from the URL of the cluster's founding
    mention, skipping those that `is_taken`.
    """
    held: dict[tuple[int, str], int] = Counter(
        (place, told.event_id) for place, cluster in enumerate(found) for told in cluster if told.event_id is not None
    )
    placed = (next((told.placed_in for told in cluster if told.placed_in is not None), None) for cluster in found)
    ids = {place: event_id for place, event_id in enumerate(placed) if event_id is not None}
    kept = set(ids.values())
    for place, event_id in sorted(held, key=lambda claim: (-held[claim], min(t.order for t in found[claim[0]]), claim)):
        if place not in ids and event_id not in kept:
            ids[place] = event_id
            kept.add(event_id)
    drawn: set[str] = set()
    old_ids = {event_id for _, event_id in held}
    for place, cluster in enumerate(found):
        if place not in ids:
            ids[place] = _new_id(cluster, lambda event_id: event_id in old_ids | kept | drawn or is_taken(event_id))
            drawn.add(ids[place])
    ended: dict[str, str | None] = {}
    for event_id in sorted(old_ids - kept):
        heirs = [(count, place) for (place, old), count in held.items() if old == event_id]
        ended[event_id] = ids[max(heirs, key=lambda heir: (heir[0], -heir[1]))[1]]
    return [ids[place] for place in range(len(found))], ended


def new_event_id(url: str, position: int, is_taken: Callable[[str], bool]) -> str:
    """Return an id for the event that is founded by what the article at `url` tells in that place."""
    attempt = 0
    while True:
        digest = hashlib.sha256(f"{url}\n{position}\n{attempt}".encode()).digest()
        event_id = _ID_FIRST[digest[0] & 15] + "".join(_ID_SIGNS[byte & 31] for byte in digest[1:_ID_LENGTH])
        if not is_taken(event_id):
            return event_id
        attempt += 1


def _neighbourhoods(mentions: Iterable[Told]) -> Iterator[list[Told]]:
    """Give the mentions in groups within which alone they can be of one event."""
    blocks: dict[tuple[str, str, str], list[Told]] = {}
    for told in sorted(mentions, key=lambda told: told.order):
        blocks.setdefault((told.kind, told.status, told.region or ""), []).append(told)
    for _, block in sorted(blocks.items()):
        placed = []
        for told in block:
            days = near_days(told)
            if days is None:
                yield [told]
            else:
                placed.append((days, told.order, told))
        neighbours: list[Told] = []
        reach = None
        for (first, last), _, told in sorted(placed, key=lambda entry: entry[:2]):
            if reach is not None and first > reach:
                yield neighbours
                neighbours = []
                reach = last
            neighbours.append(told)
            reach = last if reach is None else max(reach, last)
        if neighbours:
            yield neighbours


def _founded(neighbours: list[Told], placed: dict[str, Cluster]) -> list[Cluster]:
    """Return the events that the neighbours found; those that join one of a correction are added to it there."""
    near = [placed[event_id] for event_id in sorted({one.placed_in for one in neighbours if one.placed_in is not None})]
    founded: list[Cluster] = []
    for told in sorted(neighbours, key=lambda told: told.order):
        if told.placed_in is not None:
            continue
        possible = [cluster for cluster in near if _may_join(told, cluster)]
        possible += [cluster for cluster in founded if _belongs(told, cluster)]
        if possible:
            max(possible, key=lambda cluster: max(likeness(told, known) for known in cluster)).append(told)
        else:
            founded.append([told])
    return founded


def _belongs(told: Told, cluster: Cluster) -> bool:
    """Tell whether a mention agrees with all of an event's, or with one whose part or whole it tells."""
    if all(same_event(told, known) for known in cluster):
        return True
    return any(supports(told, known) for known in cluster) and all(tells_a_part(told, known) for known in cluster)


def _may_join(told: Told, cluster: Cluster) -> bool:
    if any(told.article_id == known.article_id for known in cluster):
        return False
    return any(known.placed_in is not None and same_event(told, known) for known in cluster)


def _new_id(cluster: Cluster, is_taken: Callable[[str], bool]) -> str:
    founder = min(cluster, key=lambda told: told.order)
    return new_event_id(founder.url, founder.position, is_taken)
