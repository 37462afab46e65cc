"""What people say of events: values set, events merged, split, rejected and confirmed, and what was taken back.

Each is one transaction that enters the correction, links anew what it bears upon, and leaves the rest alone. It stands
until it is taken back: every later linking asks it again, so neither another reading nor another article undoes it.
"""

from __future__ import annotations

from datetime import UTC, datetime
from typing import TYPE_CHECKING, Any, Literal

from sqlalchemy import select
from sqlalchemy.orm import joinedload, selectinload

from db.clusters import new_event_id
from db.correction_models import Correction, Placement
from db.linking import link, lock_for_linking
from db.models import Article, Event, Mention, RetiredEvent
from db.neighbours import Changed
from db.placements import articles_placed_in, placement_of

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    from sqlalchemy.orm import Session

    from db.store import Store

Action = Literal["set", "merge", "split", "reject", "confirm"]


class CorrectionError(ValueError):
    """A correction cannot be made; the message says why and what can."""


class Editor:
    """Makes corrections in a store in the name of one person; `now` is the clock."""

    def __init__(self, store: Store, by: str, reason: str, now: datetime | None = None) -> None:
        self._store = store
        self._by = _told("by", by)
        self._reason = _told("reason", reason)
        self._now = now or datetime.now(UTC)

    def set_values(self, event_id: str, values: Mapping[str, Any]) -> list[Correction]:
        """Set fields of an event (`db.correctable.read_value` makes the values); one correction a field.

        Raises CorrectionError where there is no such event, or an official is named for whom no office is known.
        """
        with self._store.writing() as session:
            event = self._event(session, event_id)
            office = values.get("office", event.official_office)
            if office is None and (values.get("official") or values.get("acting")):
                raise CorrectionError(f"{event.id}: whose office is it? give office= too")
            shown = _shown(event)
            made = [
                self._enter(session, event.id, "set", event.mentions, field=name, value=value, before=shown[name])
                for name, value in values.items()
            ]
            self._link(session, event.mentions)
            return made

    def merge(self, event_id: str, others: Sequence[str]) -> Correction:
        """Make one event of several; the first one's id stays, the others lead to it. Raises CorrectionError."""
        with self._store.writing() as session:
            events = {event.id: event for event in (self._event(session, one) for one in (event_id, *others))}
            if len(events) < 2:
                raise CorrectionError(f"{event_id}: merging takes two events at least")
            mentions = [mention for event in events.values() for mention in event.mentions]
            kept = next(iter(events))
            made = self._enter(session, kept, "merge", mentions, value=list(events), before=_sources(events.values()))
            self._link(session, mentions)
            return made

    def split(self, event_id: str, urls: Sequence[str]) -> Correction:
        """Make an event of its own of what the articles at `urls` tell of an event; the correction's value is its id.

        Raises CorrectionError where one of them is no source of the event, or none would be left.
        """
        with self._store.writing() as session:
            event = self._event(session, event_id)
            known = {mention.article.url: mention for mention in event.mentions}
            unknown = [url for url in urls if url not in known]
            if unknown:
                raise CorrectionError(f"{event.id}: {unknown[0]} is none of its sources; `mutasi show {event.id}`")
            parted = [known[url] for url in dict.fromkeys(urls)]
            rest = [mention for mention in event.mentions if mention not in parted]
            if not parted or not rest:
                raise CorrectionError(f"{event.id}: a split takes some of its sources and leaves some")
            founder = min(parted, key=lambda mention: (mention.article.url, mention.position))
            new_id = new_event_id(
                founder.article.url, founder.position, lambda one: session.get(Event, one) is not None
            )
            made = self._enter(session, event.id, "split", rest, value=new_id, before=_sources([event]))
            made.placements += [placement_of(mention, new_id) for mention in parted]
            self._link(session, event.mentions)
            return made

    def review(self, event_id: str, action: Literal["reject", "confirm"]) -> Correction:
        """Say of an event that it is none, or that it is right as it stands. Raises CorrectionError."""
        with self._store.writing() as session:
            event = self._event(session, event_id)
            made = self._enter(session, event.id, action, event.mentions, before=event.review)
            self._link(session, event.mentions)
            return made

    def undo(self, correction_id: int) -> Correction:
        """Take a correction back: its event becomes what the rules and the other corrections make of it.

        Raises CorrectionError where there is no such correction, or it was taken back before.
        """
        with self._store.writing() as session:
            lock_for_linking(session)
            correction = session.get(Correction, correction_id, with_for_update=True)
            if correction is None:
                raise CorrectionError(f"there is no correction {correction_id}; `mutasi corrections` lists them")
            if correction.undone_at is not None:
                raise CorrectionError(f"correction {correction_id} was taken back before, by {correction.undone_by}")
            events = {correction.event_id, *(placement.event_id for placement in correction.placements)}
            articles = articles_placed_in(session, events)
            correction.undone_at, correction.undone_by, correction.undone_reason = self._now, self._by, self._reason
            session.flush()
            touched = session.scalars(
                select(Mention)
                .where(Mention.event_id.in_(events) | Mention.article_id.in_(articles))
                .options(joinedload(Mention.article, innerjoin=True).load_only(Article.url))
            ).all()
            was_in = correction.before if correction.action == "merge" else {}
            former = {url: event for event, urls in was_in.items() for url in urls}
            self._link(
                session,
                touched,
                {
                    mention.id: former[mention.article.url]
                    for mention in touched
                    if mention.event_id == correction.event_id and mention.article.url in former
                },
            )
            return correction

    def _event(self, session: Session, event_id: str) -> Event:
        lock_for_linking(session)
        retired = session.get(RetiredEvent, event_id)
        current = (retired and retired.replaced_by) or event_id
        event = session.scalars(
            select(Event)
            .where(Event.id == current)
            .options(
                selectinload(Event.eselons),
                selectinload(Event.appointments),
                selectinload(Event.mentions).joinedload(Mention.article, innerjoin=True).load_only(Article.url),
            )
        ).one_or_none()
        if event is None:
            known = "no article tells of it any more" if retired else "`mutasi events` lists them"
            raise CorrectionError(f"there is no event {event_id}; {known}")
        return event

    def _enter(
        self,
        session: Session,
        event_id: str,
        action: Action,
        mentions: Iterable[Mention],
        *,
        field: str | None = None,
        value: Any = None,
        before: Any = None,
    ) -> Correction:
        """Enter a correction that holds `mentions` in the event: somebody has looked at it as it stands."""
        made = Correction(
            event_id=event_id,
            action=action,
            field=field,
            value=value,
            before=before,
            reason=self._reason,
            made_by=self._by,
            made_at=self._now,
            placements=[placement_of(mention, event_id) for mention in mentions],
        )
        session.add(made)
        session.flush()
        return made

    def _link(self, session: Session, mentions: Iterable[Mention], formerly: Mapping[int, str] | None = None) -> None:
        changed = Changed(formerly=dict(formerly or {}))
        for mention in mentions:
            changed.note(mention)
            changed.mentions.add(mention.id)
        link(session, changed)


def corrections(store: Store, event_id: str | None = None) -> list[Correction]:
    """Return the corrections of the store, or those of one event, the oldest first, with the articles they place."""
    whole = selectinload(Correction.placements).joinedload(Placement.article, innerjoin=True).load_only(Article.url)
    statement = select(Correction).order_by(Correction.id).options(whole)
    if event_id is not None:
        statement = statement.where(Correction.event_id == event_id)
    with store.reading() as session:
        return list(session.scalars(statement))


def doubtful_events(store: Store, limit: int) -> list[Event]:
    """Return the events that nobody has looked at and that are most worth it, the most doubtful first."""
    statement = select(Event).where(Event.review.is_(None), Event.doubt > 0).order_by(Event.doubt.desc(), Event.id)
    with store.reading() as session:
        return list(session.scalars(statement.limit(limit).options(joinedload(Event.region))))


def _told(name: str, written: str) -> str:
    words = " ".join(written.split())
    if not words:
        raise CorrectionError(f"--{name} is empty; a correction tells who made it and why")
    return words


def _shown(event: Event) -> dict[str, Any]:
    """Return the values that an event shows, in the form in which corrections set them."""
    return {
        "kind": event.kind,
        "status": event.status,
        "region": event.region_code,
        "date": event.date,
        "official": event.official_name,
        "office": event.official_office,
        "acting": event.official_acting,
        "headcount": event.headcount_word if event.headcount is None else event.headcount,
        "eselon": [level.eselon for level in event.eselons],
        "appointments": [
            {"person": one.person, "to_post": one.to_post, "from_post": one.from_post} for one in event.appointments
        ],
    }


def _sources(events: Iterable[Event]) -> dict[str, list[str]]:
    return {event.id: sorted(mention.article.url for mention in event.mentions) for event in events}
