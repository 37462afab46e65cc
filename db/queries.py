"""Events as their readers want them: whole, with their sources, in the order of time."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any
from zoneinfo import ZoneInfo

from sqlalchemy import func, select
from sqlalchemy.orm import joinedload, selectinload

from db.filters import EventFilters, filtered
from db.models import Article, Event, Mention, Portal, Region, RetiredEvent

if TYPE_CHECKING:
    import datetime as dt
    from collections.abc import Iterator

    from sqlalchemy import Select
    from sqlalchemy.orm import Session

    from db.store import Store

_CHUNK = 500
_ELSEWHERE = frozenset({"evidence", "title_evidence", "rules"})
_EVERYTHING = EventFilters()


@dataclass(frozen=True, slots=True)
class Source:
    """One article's telling of an event: `record` is what it tells (the `extract` contract), `evidence` its words.

    `published` is in the portal's own zone. `evidence` maps a field to spans `{"in", "start", "end", "quote"}`, `in`
    being `text` or `title`.
    """

    url: str
    portal: str
    title: str
    published: dt.datetime | None
    quote: str | None
    extractor: str
    record: dict[str, Any]
    evidence: dict[str, Any]

    def as_dict(self) -> dict[str, Any]:
        """Return the source as a JSON object."""
        return {
            "url": self.url,
            "portal": self.portal,
            "title": self.title,
            "published": self.published and self.published.isoformat(),
            "quote": self.quote,
            "extractor": self.extractor,
            "told": {name: value for name, value in self.record.items() if name not in _ELSEWHERE},
            "evidence": self.evidence,
        }


@dataclass(frozen=True, slots=True)
class StoredOfficial:
    """Who presided or decided."""

    name: str | None
    office: str
    acting: str | None


@dataclass(frozen=True, slots=True)
class StoredAppointment:
    """One named person's move."""

    person: str
    to_post: str | None
    from_post: str | None


@dataclass(frozen=True, slots=True)
class StoredEvent:
    """One event of the store with its sources, the one published first standing first.

    `headcount` is a number or a word such as `puluhan`, `headcount_least` and `headcount_greatest` what it means.
    `conflicts` are the fields in which the sources disagree, `corrected` those that somebody has set, `review` is
    `confirmed` or `rejected` where somebody has said so. `follows` is the plan that it carries out or calls off.
    """

    id: str
    kind: str
    status: str
    region: str | None
    region_name: str | None
    date: str | None
    date_precision: str | None
    first_published: dt.date | None
    official: StoredOfficial | None
    headcount: int | str | None
    headcount_least: int | None
    headcount_greatest: int | None
    eselon: tuple[str, ...]
    wave: int | None
    appointments: tuple[StoredAppointment, ...]
    confidence: float
    flags: tuple[str, ...]
    conflicts: tuple[str, ...]
    corrected: tuple[str, ...]
    review: str | None
    follows: str | None
    sources: tuple[Source, ...]

    def as_dict(self) -> dict[str, Any]:
        """Return the event as a JSON object, under the names of the `extract` contract."""
        official = self.official
        return {
            "id": self.id,
            "kind": self.kind,
            "status": self.status,
            "region": self.region,
            "region_name": self.region_name,
            "date": self.date,
            "date_precision": self.date_precision,
            "first_published": self.first_published and self.first_published.isoformat(),
            "official": official and {"name": official.name, "office": official.office, "acting": official.acting},
            "headcount": self.headcount,
            "headcount_range": None
            if self.headcount_least is None
            else [self.headcount_least, self.headcount_greatest],
            "eselon": list(self.eselon),
            "wave": self.wave,
            "appointments": [
                {"person": one.person, "to_post": one.to_post, "from_post": one.from_post} for one in self.appointments
            ],
            "confidence": self.confidence,
            "flags": list(self.flags),
            "conflicts": list(self.conflicts),
            "corrected": list(self.corrected),
            "review": self.review,
            "follows": self.follows,
            "sources": [source.as_dict() for source in self.sources],
        }


def find_events(
    store: Store, filters: EventFilters = _EVERYTHING, *, limit: int | None = None
) -> Iterator[StoredEvent]:
    """Give the events that the filters want, by day (by day of first telling where none is told), a few at a time.

    The caller reads one state of the store however long it takes. Raises StoreError where the database fails.
    """
    statement = filtered(_whole(), filters).order_by(
        func.coalesce(Event.first_day, Event.first_published).nulls_last(), Event.region_code, Event.kind, Event.id
    )
    with store.reading() as session:
        for event in session.scalars(statement.limit(limit).execution_options(yield_per=_CHUNK)):
            yield _stored(event)


def count_events(store: Store, filters: EventFilters = _EVERYTHING) -> int:
    """Return the number of events that the filters want."""
    with store.reading() as session:
        return session.scalar(filtered(select(func.count()).select_from(Event), filters)) or 0


def get_event(store: Store, event_id: str) -> StoredEvent | None:
    """Return the event of that id, or the one that has taken its place; None where there is none."""
    with store.reading() as session:
        event = session.scalars(_whole().where(Event.id == _current_id(session, event_id))).one_or_none()
        return None if event is None else _stored(event)


def is_retired(store: Store, event_id: str) -> bool:
    """Tell whether an event once bore this id and none does now."""
    with store.reading() as session:
        return session.get(RetiredEvent, event_id) is not None


def _current_id(session: Session, event_id: str) -> str:
    retired = session.get(RetiredEvent, event_id)
    return (retired and retired.replaced_by) or event_id


def _whole() -> Select[Event]:
    return select(Event).options(
        joinedload(Event.region).load_only(Region.name),
        joinedload(Event.plan),
        selectinload(Event.eselons),
        selectinload(Event.appointments),
        selectinload(Event.mentions)
        .joinedload(Mention.article, innerjoin=True)
        .load_only(Article.url, Article.title, Article.published_at)
        .joinedload(Article.portal, innerjoin=True)
        .load_only(Portal.name, Portal.timezone),
    )


def _stored(event: Event) -> StoredEvent:
    official = None
    if event.official_office is not None:
        official = StoredOfficial(event.official_name, event.official_office, event.official_acting)
    mentions = sorted(
        event.mentions,
        key=lambda told: (told.published_on is None, str(told.published_on), told.article.url, told.position),
    )
    return StoredEvent(
        id=event.id,
        kind=event.kind,
        status=event.status,
        region=event.region_code,
        region_name=event.region.name if event.region else None,
        date=event.date,
        date_precision=event.date_precision,
        first_published=event.first_published,
        official=official,
        headcount=event.headcount_word if event.headcount is None else event.headcount,
        headcount_least=event.headcount_least,
        headcount_greatest=event.headcount_greatest,
        eselon=tuple(level.eselon for level in event.eselons),
        wave=event.wave,
        appointments=tuple(StoredAppointment(one.person, one.to_post, one.from_post) for one in event.appointments),
        confidence=event.confidence,
        flags=tuple(event.flags),
        conflicts=tuple(event.conflicts),
        corrected=tuple(event.corrected),
        review=event.review,
        follows=event.plan.follows_id if event.plan else None,
        sources=tuple(_source(mention) for mention in mentions),
    )


def _source(mention: Mention) -> Source:
    article = mention.article
    return Source(
        url=article.url,
        portal=article.portal.name,
        title=article.title,
        published=article.published_at and article.published_at.astimezone(ZoneInfo(article.portal.timezone)),
        quote=mention.quote,
        extractor=mention.extractor,
        record=mention.record,
        evidence=mention.evidence,
    )
