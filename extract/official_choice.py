"""Chooses the official of an event: who presides, or decides where nobody presides."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from extract.date_choice import sentence_at
from extract.drafts import Draft
from extract.events import Official, Span
from extract.officials import OfficialMention, full_official
from extract.presiders import PresiderMention
from extract.reading import Reading

_RANK = {"delegate": 4, "presides": 3, "decides": 2, "announces": 1, "represented": 0}


@dataclass(frozen=True, slots=True)
class OfficialChoice:
    """The official chosen, with the spans that name him and the rule that decided."""

    official: Official | None
    rule: str
    confidence: float
    spans: tuple[Span, ...] = ()
    flags: tuple[str, ...] = ()


NOT_TOLD = OfficialChoice(None, "not_told", 0.8)


def choose_official(reading: Reading, draft: Draft, main: Draft) -> OfficialChoice:
    """Return the official of `draft`: of its own sentences, for the article's main event of any sentence."""
    numbers = {t.claim.sentence for t in draft.told}
    own = [p for p in reading.presiders if sentence_at(reading, p.start) in numbers]
    found = _best(own, least=2)
    if found is None and draft is main:
        found = _best(reading.presiders, least=2) or _best(own, least=1)
    if found is None:
        return NOT_TOLD
    mention = reading.officials[found.official]
    flags = ("acting_presider",) if mention.acting else ()
    official = full_official(reading.officials, mention)
    return OfficialChoice(official, found.rule, found.confidence, _spans(reading, mention, official), flags)


def _best(presiders: Sequence[PresiderMention], least: int) -> PresiderMention | None:
    fit = [p for p in presiders if _RANK[p.role] >= least]
    return max(fit, key=lambda p: (_RANK[p.role] >= 3, p.confidence, -p.start), default=None)


def _spans(reading: Reading, mention: OfficialMention, official: Official) -> tuple[Span, ...]:
    spans = [(mention.start, mention.end)]
    if official.name is not None and mention.name != official.name:
        full = next((o for o in reading.officials if o.name == official.name), None)
        if full is not None:
            spans.append((full.start, full.end))
    return tuple(spans)
