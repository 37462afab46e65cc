"""Writes what an article tells into its mentions; a mention told again keeps its row, and so its event."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from db.likeness import Told, near_days
from db.models import Article, Mention
from db.quotes import evidence_quotes, sentence_quote

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import date

    from sqlalchemy.orm import Session

    from db.neighbours import Changed
    from extract.events import Event

_SAME_MENTION = 3
"""How much of what two readings tell must agree for both to mean the same event."""


def replace_mentions(
    session: Session,
    article: Article,
    events: Sequence[Event],
    published_on: date | None,
    extractor: str,
    changed: Changed,
) -> None:
    """Make the mentions of `article` those that tell of `events`; notes in `changed` what has to be linked anew."""
    old = list(article.mentions)
    new = [_values(article, position, event, published_on, extractor) for position, event in enumerate(events)]
    pairs = _pairs(old, new)
    for place, values in enumerate(new):
        mention = pairs.get(place)
        if mention is None:
            mention = Mention(**values)
            article.mentions.append(mention)
            session.flush()
        elif all(getattr(mention, name) == value for name, value in values.items() if name != "extractor"):
            mention.extractor = extractor
            continue
        else:
            changed.note(mention)
            for name, value in values.items():
                setattr(mention, name, value)
        changed.note(mention)
        changed.mentions.add(mention.id)
    for mention in old:
        if mention not in pairs.values():
            changed.note(mention)
            article.mentions.remove(mention)
    session.flush()


def _values(article: Article, position: int, event: Event, published_on: date | None, extractor: str) -> dict[str, Any]:
    counts = event.headcount_range
    near = near_days(
        Told(
            mention_id=0,
            article_id=article.id,
            url=article.url,
            position=position,
            kind=event.kind,
            status=event.status,
            region=event.region,
            date=event.date,
            published_on=published_on,
        )
    )
    return {
        "position": position,
        "kind": event.kind,
        "status": event.status,
        "region_code": event.region,
        "date": event.date,
        "date_precision": event.date_precision,
        "published_on": published_on,
        "near_from": near and near[0],
        "near_to": near and near[1],
        "official_name": event.official and event.official.name,
        "official_office": event.official and event.official.office,
        "official_acting": event.official and event.official.acting,
        "headcount": event.headcount if isinstance(event.headcount, int) else None,
        "headcount_word": event.headcount if isinstance(event.headcount, str) else None,
        "headcount_least": counts and counts[0],
        "headcount_greatest": counts and counts[1],
        "eselon": list(event.eselon),
        "confidence": event.confidence,
        "flags": list(event.flags),
        "quote": sentence_quote(article.title, article.text, event),
        "extractor": extractor,
        "record": event.as_dict(),
        "evidence": evidence_quotes(article.title, article.text, event),
    }


def _pairs(old: Sequence[Mention], new: Sequence[dict[str, Any]]) -> dict[int, Mention]:
    """Return the old mention that each new one continues, the likest pairs first."""
    ranked = sorted(
        (
            (-_sameness(mention, values), mention.position != place, place, mention.id, mention)
            for place, values in enumerate(new)
            for mention in old
            if _sameness(mention, values) >= _SAME_MENTION
        ),
        key=lambda entry: entry[:4],
    )
    pairs: dict[int, Mention] = {}
    for _, _, place, _, mention in ranked:
        if place not in pairs and mention not in pairs.values():
            pairs[place] = mention
    return pairs


def _sameness(mention: Mention, values: dict[str, Any]) -> int:
    agree: int = sum(
        getattr(mention, name) == values[name] and values[name] is not None
        for name in ("status", "region_code", "date", "headcount", "official_name")
    )
    return agree + (2 if mention.kind == values["kind"] else 0)
