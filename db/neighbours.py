"""Which mentions have to be linked anew where some have changed: those whose event theirs can bear upon, and no others.

Two mentions bear upon each other where they can be of one event (`likeness.same_event`), where they are of one event
now, or where a correction places both in one. What cannot be reached from a change by such steps stays as it is,
however near in time: a store of many years is touched in a handful of places.
"""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from datetime import timedelta
from typing import TYPE_CHECKING

from sqlalchemy import or_, select
from sqlalchemy.orm import defer, joinedload

from db.likeness import PUBLISHED_WITHIN_DAYS, Told, near_days, same_event
from db.models import Article, Mention
from db.placements import articles_placed_in, placed_mentions

if TYPE_CHECKING:
    from datetime import date

    from sqlalchemy import ColumnElement
    from sqlalchemy.orm import Session

_AHEAD = timedelta(days=PUBLISHED_WITHIN_DAYS)
"""How much further than asked a stretch of days is loaded: the neighbours of neighbours are mostly within."""


@dataclass(slots=True)
class Changed:
    """What has to be linked anew: the mentions that are new or other, and what each told before and tells now.

    `gone` are the events that lost a mention. `formerly` are the events of mentions before a merge that is taken back.
    """

    mentions: set[int] = field(default_factory=set)
    tellings: list[Told] = field(default_factory=list)
    gone: set[str] = field(default_factory=set)
    formerly: dict[int, str] = field(default_factory=dict)

    def note(self, mention: Mention) -> None:
        """Note what `mention` tells, before or after a change, or before it is deleted."""
        if mention.event_id is not None:
            self.gone.add(mention.event_id)
        self.tellings.append(told_of(mention))


def neighbours(session: Session, changed: Changed) -> tuple[dict[int, Mention], list[Told]]:
    """Return the mentions to link, by id, and each of them as linking sees it."""
    return _Search(session).all_from(changed)


class _Search:
    """The mentions found so far, and what was loaded of the places where there may be more."""

    def __init__(self, session: Session) -> None:
        self._session = session
        self._found: dict[int, Mention] = {}
        self._told: dict[int, Told] = {}
        self._blocks: dict[tuple[str, str, str | None], _Block] = {}

    def all_from(self, changed: Changed) -> tuple[dict[int, Mention], list[Told]]:
        self._take(Mention.id.in_(changed.mentions))
        for telling in changed.tellings:
            self._reach(telling)
        placed: dict[int, str] = {}
        followed: set[str] = set()
        while True:
            placed |= placed_mentions(self._session, {one.article_id for one in self._found.values()})
            events = {placed[one] for one in self._found.keys() & placed.keys()} | changed.gone
            events |= {one.event_id for one in self._found.values() if one.event_id is not None}
            events -= followed
            if not events:
                break
            followed |= events
            beside = placed_mentions(self._session, articles_placed_in(self._session, events))
            further = [one for one, event_id in beside.items() if event_id in events]
            for mention in self._take(or_(Mention.id.in_(further), Mention.event_id.in_(events))):
                self._reach(self._told[mention.id])
        told = [told_of(one, placed.get(one.id)) for one in self._found.values()]
        return self._found, [replace(one, event_id=changed.formerly.get(one.mention_id, one.event_id)) for one in told]

    def _take(self, *conditions: ColumnElement[bool]) -> list[Mention]:
        """Load and keep the mentions; returns those that are new here."""
        new = [one for one in _load(self._session, *conditions) if one.id not in self._found]
        for mention in new:
            self._keep(mention, told_of(mention))
        return new

    def _keep(self, mention: Mention, told: Told) -> None:
        self._found[mention.id], self._told[mention.id] = mention, told

    def _reach(self, telling: Told) -> None:
        """Keep every mention that can be of one event with `telling`, and what these can be of one event with."""
        waiting = [telling]
        while waiting:
            one = waiting.pop()
            days = near_days(one)
            if days is None:
                continue
            block = self._blocks.setdefault((one.kind, one.status, one.region), _Block())
            for mention, told in block.within(self._session, one, days):
                if mention.id not in self._found and same_event(one, told):
                    self._keep(mention, told)
                    waiting.append(told)


class _Block:
    """The mentions of one kind, status and region that were loaded, and the days within which they are all."""

    def __init__(self) -> None:
        self._days: tuple[date, date] | None = None
        self._mentions: list[tuple[Mention, Told]] = []

    def within(self, session: Session, told: Told, days: tuple[date, date]) -> list[tuple[Mention, Told]]:
        first, last = days
        if self._days is None or first < self._days[0] or last > self._days[1]:
            low, high = first - _AHEAD, last + _AHEAD
            if self._days is not None:
                low, high = min(low, self._days[0]), max(high, self._days[1])
            self._days = low, high
            here = Mention.region_code.is_(None) if told.region is None else Mention.region_code == told.region
            near = (Mention.near_from <= high, Mention.near_to >= low)
            loaded = _load(session, Mention.kind == told.kind, Mention.status == told.status, here, *near)
            self._mentions = [(mention, told_of(mention)) for mention in loaded]
        return self._mentions


def _load(session: Session, *conditions: ColumnElement[bool]) -> list[Mention]:
    statement = select(Mention).where(*conditions).order_by(Mention.id)
    return list(
        session.scalars(
            statement.options(
                defer(Mention.evidence),
                defer(Mention.quote),
                joinedload(Mention.article, innerjoin=True).load_only(Article.url),
            )
        )
    )


def told_of(mention: Mention, placed_in: str | None = None) -> Told:
    """Return the mention as linking sees it; `placed_in` is the event to which a correction says that it belongs."""
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
