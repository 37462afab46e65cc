"""Links the mentions of a store into events, touching only the neighbourhood of what has changed."""

from __future__ import annotations

from typing import TYPE_CHECKING

from sqlalchemy import delete, select, text, update
from sqlalchemy.orm import selectinload

from db.clusters import assign_ids, clusters
from db.consensus import consensus
from db.models import Event, RetiredEvent
from db.neighbours import neighbours
from db.overrides import corrected, standing_corrections
from db.settling import settle
from db.stages import follow_plans

if TYPE_CHECKING:
    from sqlalchemy.orm import Session

    from db.neighbours import Changed

_ADVISORY_LOCK = 7236202
"""PostgreSQL's advisory lock under which events are linked: two writers would each found the same event."""


def lock_for_linking(session: Session) -> None:
    """Wait until no other transaction links events; SQLite's writers wait for one another anyway."""
    if session.get_bind().dialect.name == "postgresql":
        session.execute(text("SELECT pg_advisory_xact_lock(:key)"), {"key": _ADVISORY_LOCK})


def link(session: Session, changed: Changed) -> int:
    """Link the changed mentions and their neighbours into events; returns the number of new events.

    Must run in the transaction that changed the mentions, under `lock_for_linking`.
    """
    session.flush()
    mentions, told = neighbours(session, changed)
    found = clusters(told)
    known = {event_id for one in told for event_id in (one.event_id, one.placed_in) if event_id is not None}
    known |= changed.gone
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


def _retire(session: Session, event_id: str, replaced_by: str | None) -> None:
    """End an id: what redirected to it goes where it goes."""
    session.execute(update(RetiredEvent).where(RetiredEvent.replaced_by == event_id).values(replaced_by=replaced_by))
    session.execute(delete(Event).where(Event.id == event_id))
    session.add(RetiredEvent(id=event_id, replaced_by=replaced_by))
    session.flush()
