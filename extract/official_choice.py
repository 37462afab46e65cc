"""Chooses the official of an event: who presides, or decides where nobody presides."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from extract.claims import STAGED
from extract.date_choice import sentence_at
from extract.drafts import LEAD_SENTENCES, Draft
from extract.events import Official, Span, Status
from extract.officials import OfficialMention, full_official
from extract.presiders import PresiderMention
from extract.reading import Reading

_RANK = {"delegate": 4, "presides": 3, "decides": 2, "announces": 1, "represented": 0}
_STATE = frozenset({"Mendagri", "Presiden", "Menteri Dalam Negeri", "Wakil Presiden"})
_DECREE = "decree of the office"
_PRONOUN = re.compile(r"\b(?:kata|ujar|ucap|tegas|ungkap|jelas|tutur|terang)(?:nya| dia| ia)\b", re.IGNORECASE)
_NEAR = 30
"""How far, in characters, the presider's verb may stand from the act where a sentence tells several."""


@dataclass(frozen=True, slots=True)
class OfficialChoice:
    """The official chosen, with the spans that name him and the rule that decided."""

    official: Official | None
    rule: str
    confidence: float
    spans: tuple[Span, ...] = ()
    flags: tuple[str, ...] = ()


NOT_TOLD = OfficialChoice(None, "not_told", 0.8)


def choose_official(reading: Reading, draft: Draft, drafts: Sequence[Draft], status: Status | None) -> OfficialChoice:
    """Return the official of `draft`: of its own sentences, for the article's main event of any sentence.

    A head who tells of a ceremony that he plans is its official; what is told without one after a sentence that names
    a head is that head's (`Bagi Bupati X ini yang ketiga. Yang pertama pada 24 Juli ...`).
    """
    main = draft is drafts[0]
    presiders = [p for p in reading.presiders if reading.officials[p.official].office not in _STATE]
    own = [p for p in presiders if _belongs(reading, p, draft, drafts)]
    found = _best(own, least=2)
    if main and (found is None or found.role != "delegate"):
        others = {t.claim.sentence for other in drafts[1:] for t in other.told}
        free = [p for p in presiders if sentence_at(reading, p.start) not in others]
        delegate = _best([p for p in free if p.role == "delegate"], least=4)
        found = delegate or found or (None if draft.kind in STAGED else _best(free, least=2))
    if found is None and status == "planned" and draft.kind not in STAGED:
        lead = [p for p in presiders if sentence_at(reading, p.start) <= LEAD_SENTENCES + 2]
        found = _best(own, least=1) or (_best(lead, least=1) if main else None)
    if found is None and (draft.told[0].claim.background or (status == "planned" and draft.kind not in STAGED)):
        found = _best(_just_before(reading, draft, presiders), least=1)
    if found is None and main and draft.kind not in STAGED:
        lead = [p for p in presiders if sentence_at(reading, p.start) <= LEAD_SENTENCES]
        found = _best(own, least=1) or _best(lead, least=1)
    if found is None and draft.kind in STAGED:
        found = _best([p for p in presiders if p.rule == _DECREE], least=2) if main else None
        found = found or _speaker(reading, draft, presiders)
    if found is None:
        return NOT_TOLD
    mention = reading.officials[found.official]
    official = full_official(reading.officials, mention)
    flags = ("acting_presider",) if official.acting else ()
    return OfficialChoice(official, found.rule, found.confidence, _spans(reading, mention, official), flags)


def _belongs(reading: Reading, presider: PresiderMention, draft: Draft, drafts: Sequence[Draft]) -> bool:
    """Tell whether the presider is told with an act of this draft, not with another's in the same sentence."""
    number = sentence_at(reading, presider.start)
    acts = [act for t in draft.told if t.claim.sentence == number for act in t.claim.acts]
    if not acts:
        return False
    rivals = [
        act for d in drafts if d is not draft for t in d.told if t.claim.sentence == number for act in t.claim.acts
    ]
    if not rivals:
        return True
    mine = min(abs(act.start - presider.start) for act in acts)
    return mine <= min(abs(act.start - presider.start) for act in rivals) or mine <= _NEAR


def _speaker(reading: Reading, draft: Draft, presiders: Sequence[PresiderMention]) -> PresiderMention | None:
    """Return the head who says in his own words what he will do (`segera kami lelang`, kata Bupati)."""
    quoted = [t.claim.sentence for t in draft.told if t.claim.quoted and t.claim.status == "planned"]
    if not quoted:
        return None
    near = range(quoted[0], quoted[-1] + 2)
    named = [p for p in presiders if sentence_at(reading, p.start) in near]
    if named:
        return _best(named, least=1)
    tail = reading.sentences[min(quoted[-1], len(reading.sentences) - 1)]
    if _PRONOUN.search(reading.text, tail.start, tail.end) is None:
        return None
    before = [p for p in presiders if quoted[0] - 4 <= sentence_at(reading, p.start) < quoted[0]]
    return before[-1] if before else None


def _just_before(reading: Reading, draft: Draft, presiders: Sequence[PresiderMention]) -> list[PresiderMention]:
    first = draft.first_sentence
    near = {
        number
        for number in (first, first - 1, first - 2)
        if number > 0 and reading.sentences[number].paragraph == reading.sentences[first].paragraph
    }
    return [p for p in presiders if sentence_at(reading, p.start) in near]


def _best(presiders: Sequence[PresiderMention], least: int) -> PresiderMention | None:
    fit = [p for p in presiders if _RANK[p.role] >= least]
    return max(fit, key=lambda p: (p.role == "delegate", _RANK[p.role] >= 3, p.confidence, -p.start), default=None)


def _spans(reading: Reading, mention: OfficialMention, official: Official) -> tuple[Span, ...]:
    spans = [(mention.start, mention.end)]
    if official.name is not None and mention.name != official.name:
        full = next((o for o in reading.officials if o.name == official.name), None)
        if full is not None:
            spans.append((full.start, full.end))
    return tuple(spans)
