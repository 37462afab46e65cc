"""Links the mentions of a store into events, touching only the neighbourhood of what has changed."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from sqlalchemy import delete, or_, select, text, update
from sqlalchemy.orm import defer, selectinload

from db.clusters import assign_ids, clusters
from db.consensus import consensus
from db.likeness import Told
from db.models import Article, Event, Mention, RetiredEvent
from db.overrides import corrected, standing_corrections
from db.placements import articles_placed_in, placed_mentions
from db.settling import settle
from db.stages import follow_plans

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator
    from datetime import date

    from sqlalchemy import ColumnElement
    from sqlalchemy.orm import Session

Places = dict[tuple[str, str, str | None], list[tuple["date", "date"]]]

_ADVISORY_LOCK = 7236202
"""PostgreSQL's advisory lock under which events are linked: two writers would each found the same event."""


@dataclass(slots=True)
class Changed:
    """What has to be linked anew: the mentions that are new or other, and all places where one is or was.

    A place is (kind, status, region) with the days `near_from`..`near_to`. `gone` are the events that lost a mention.
    """

    mentions: set[int] = field(default_factory=set)
    places: Places = field(default_factory=lambda: defaultdict(list))
    gone: set[str] = field(default_factory=set)

    def note(self, mention: Mention) -> None:
        """Note where `mention` is, before or after a change, or before it is deleted."""
        if mention.event_id is not None:
            self.gone.add(mention.event_id)
        if mention.near_from is not None and mention.near_to is not None:
            key = (mention.kind, mention.status, mention.region_code)
            self.places[key].append((mention.near_from, mention.near_to))


def lock_for_linking(session: Session) -> None:
    """Wait until no other transaction links events; SQLite's writers wait for one another anyway."""
    if session.get_bind().dialect.name == "postgresql":
        session.execute(text("SELECT pg_advisory_xact_lock(:key)"), {"key": _ADVISORY_LOCK})


def link(session: Session, changed: Changed) -> int:
    """Link the changed mentions and their neighbours into events; returns the number of new events.

    Must run in the transaction that changed the mentions, under `lock_for_linking`.
    """
    session.flush()
    mentions, placed = _neighbours(session, changed)
    told = [_told(mention, placed.get(mention.id)) for mention in mentions.values()]
    found = clusters(told)
    known = {one.event_id for one in told if one.event_id is not None} | changed.gone | set(placed.values())
    events = {
        event.id: event
        for event in session.scalars(
            select(Event)
            .where(Event.id.in_(known))
            .options(selectinload(Event.eselons), selectinload(Event.appointments))
        )
    }
    ids, ended = assign_ids(found, lambda event_id: session.get(Event, event_id) is not None)
    new = set(ids) - events.keys()
    if new:
        session.execute(delete(RetiredEvent).where(RetiredEvent.id.in_(new)))
    corrections = standing_corrections(session, ids)
    settled: set[str] = set()
    for event_id, cluster in zip(ids, found, strict=True):
        event = events.get(event_id)
        if event is None:
            event = events[event_id] = Event(id=event_id)
            session.add(event)
        elif all(one.event_id == event_id and one.mention_id not in changed.mentions for one in cluster) and (
            event_id not in changed.gone
        ):
            continue
        settled.add(event_id)
        settle(event, corrected(consensus(cluster), corrections.get(event_id, ())))
    session.flush()
    for event_id, cluster in zip(ids, found, strict=True):
        for one in cluster:
            mentions[one.mention_id].event_id = event_id
    session.flush()
    for event_id in sorted(events.keys() - set(ids)):
        _retire(session, event_id, ended.get(event_id))
    follow_plans(session, settled)
    session.flush()
    return len(new)


def _neighbours(session: Session, changed: Changed) -> tuple[dict[int, Mention], dict[int, str]]:
    """Return the mentions to link, by id, and the events in which corrections place some of them, by the same ids.

    They are the changed ones and every one whose event theirs can bear upon: those near them, and with one that a
    correction has placed all that it has placed beside it, and what is near these.
    """
    found = {one.id: one for one in _near(session, changed.places)}
    missing = changed.mentions - found.keys()
    if missing:
        found.update((one.id, one) for one in _load(session, Mention.id.in_(missing)))
    placed: dict[int, str] = {}
    reached: set[str] = set()
    while True:
        placed |= placed_mentions(session, {one.article_id for one in found.values()})
        events = {placed[one] for one in found.keys() & placed.keys()} - reached
        if not events:
            return found, {one: event_id for one, event_id in placed.items() if one in found}
        reached |= events
        articles = articles_placed_in(session, events)
        beside = placed_mentions(session, articles)
        further = [one for one, event_id in beside.items() if event_id in events and one not in found]
        theirs = Changed()
        for mention in _load(session, or_(Mention.id.in_(further), Mention.event_id.in_(events))):
            found[mention.id] = mention
            theirs.note(mention)
        found.update((one.id, one) for one in _near(session, theirs.places))


def _near(session: Session, places: Places) -> Iterator[Mention]:
    """Give the mentions at the places, and those near these, until there are no more."""
    for (kind, status, region), days in places.items():
        for first, last in _joined(days):
            low, high = first, last
            while True:
                near = _load(
                    session,
                    Mention.kind == kind,
                    Mention.status == status,
                    Mention.region_code.is_(None) if region is None else Mention.region_code == region,
                    Mention.near_from <= high,
                    Mention.near_to >= low,
                )
                reach = [(one.near_from, one.near_to) for one in near if one.near_from and one.near_to]
                wider = (min([low, *(pair[0] for pair in reach)]), max([high, *(pair[1] for pair in reach)]))
                if wider == (low, high):
                    break
                low, high = wider
            yield from near


def _load(session: Session, *conditions: ColumnElement[bool]) -> list[Mention]:
    statement = select(Mention).where(*conditions).order_by(Mention.id)
    return list(
        session.scalars(
            statement.options(
                defer(Mention.evidence),
                defer(Mention.quote),
                selectinload(Mention.article).load_only(Article.url),
            )
        )
    )


def _joined(places: Iterable[tuple[date, date]]) -> list[tuple[date, date]]:
    joined: list[tuple[date, date]] = []
    for first, last in sorted(places):
        if joined and first <= joined[-1][1]:
            joined[-1] = (joined[-1][0], max(joined[-1][1], last))
        else:
            joined.append((first, last))
    return joined


def _told(mention: Mention, placed_in: str | None) -> Told:
    official = None
    if mention.official_office is not None:
        official = (mention.official_name, mention.official_office, mention.official_acting)
    return Told(
        mention_id=mention.id,
        article_id=mention.article_id,
        url=mention.article.url,
        position=mention.position,
        event_id=mention.event_id,
        placed_in=placed_in,
        kind=mention.kind,
        status=mention.status,
        region=mention.region_code,
        date=mention.date,
        date_precision=mention.date_precision,
        published_on=mention.published_on,
        headcount=mention.headcount,
        headcount_word=mention.headcount_word,
        headcount_range=None
        if mention.headcount_least is None
        else (mention.headcount_least, mention.headcount_greatest),
        groups=tuple(group["count"] for group in mention.record["groups"]),
        eselon=tuple(mention.eselon),
        wave=mention.record.get("wave"),
        official=official,
        appointments=tuple(
            (entry["person"], entry["to_post"], entry["from_post"]) for entry in mention.record["appointments"]
        ),
        confidence=mention.confidence,
        flags=tuple(mention.flags),
    )


def _retire(session: Session, event_id: str, replaced_by: str | None) -> None:
    """End an id: what redirected to it goes where it goes."""
    session.execute(update(RetiredEvent).where(RetiredEvent.replaced_by == event_id).values(replaced_by=replaced_by))
    session.execute(delete(Event).where(Event.id == event_id))
    session.add(RetiredEvent(id=event_id, replaced_by=replaced_by))
    session.flush()
