"""Where corrections place what articles tell: which mention belongs to which event, whatever the rules say."""

from __future__ import annotations

from collections import defaultdict
from typing import TYPE_CHECKING, Any

from sqlalchemy import select

from db.correction_models import Correction, Placement
from db.models import Mention

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable, Mapping, Sequence

    from sqlalchemy.orm import Session

_TOLD = ("kind", "status", "region_code", "date", "headcount", "official_name")


def placement_of(mention: Mention, event_id: str) -> Placement:
    """Return the placement of a mention in an event, with what it tells, by which it is known again."""
    told = {name: getattr(mention, name) for name in _TOLD}
    return Placement(article_id=mention.article_id, event_id=event_id, told={"position": mention.position, **told})


def placed_mentions(session: Session, articles: Collection[int]) -> dict[int, str]:
    """Return the events in which standing corrections place mentions of the articles, by the mentions' ids.

    A correction knows its mentions again after another reading by what they told: each placement goes to the mention
    of its article that tells most of the same, and to the only one whatever it tells. The newest correction holds.
    """
    if not articles:
        return {}
    standing = session.scalars(
        select(Placement)
        .join(Placement.correction)
        .where(Placement.article_id.in_(articles), Correction.undone_at.is_(None))
        .order_by(Placement.correction_id, Placement.id)
    ).all()
    if not standing:
        return {}
    mentions: dict[int, list[Mention]] = defaultdict(list)
    concerned = {placement.article_id for placement in standing}
    statement = select(Mention).where(Mention.article_id.in_(concerned)).order_by(Mention.article_id, Mention.position)
    for mention in session.scalars(statement):
        mentions[mention.article_id].append(mention)
    together: dict[tuple[int, int], list[Placement]] = defaultdict(list)
    for placement in standing:
        together[placement.correction_id, placement.article_id].append(placement)
    found: dict[int, str] = {}
    for (_, article_id), placements in sorted(together.items(), key=lambda entry: entry[0]):
        for mention, placement in _known_again(mentions[article_id], placements):
            found[mention.id] = placement.event_id
    return found


def articles_placed_in(session: Session, events: Collection[str]) -> set[int]:
    """Return the articles of which standing corrections place mentions in the events."""
    statement = select(Placement.article_id).join(Placement.correction)
    return set(
        session.scalars(statement.where(Placement.event_id.in_(events), Correction.undone_at.is_(None)).distinct())
    )


def _known_again(mentions: Sequence[Mention], placements: Sequence[Placement]) -> Iterable[tuple[Mention, Placement]]:
    if len(mentions) == len(placements) == 1:
        return [(mentions[0], placements[0])]
    ranked = sorted(
        (
            (-_sameness(mention, placement.told), mention.position != placement.told["position"], place, order)
            for place, mention in enumerate(mentions)
            for order, placement in enumerate(placements)
        ),
    )
    pairs: dict[int, int] = {}
    for sameness, _, place, order in ranked:
        if sameness and place not in pairs and order not in pairs.values():
            pairs[place] = order
    return [(mentions[place], placements[order]) for place, order in sorted(pairs.items())]


def _sameness(mention: Mention, told: Mapping[str, Any]) -> int:
    return sum(told[name] is not None and getattr(mention, name) == told[name] for name in _TOLD)
