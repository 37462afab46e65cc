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
_PRONOUN_SUBJECT = re.compile(
    r"\b(?:ia|dia|beliau|dirinya)(?: (?:juga|sudah|telah|pun|kembali|pernah|akan|sempat|lantas))* $", re.IGNORECASE
)
_HANDS_OVER = re.compile(r"serah", re.IGNORECASE)
_WILL_HOLD = re.compile(
    r"[^.;\"]{0,40}?\b(?:akan|bakal|segera|siap|berencana)\s+(?:\w+\s+)?(?:menggelar|membuka|melelang|mengadakan|melaksanakan"
    r"|mengevaluasi|menguji|melakukan)\b",
    re.IGNORECASE,
)
_ORDERS = re.compile(r"(?:memerintahkan|menginstruksikan|perintahkan)", re.IGNORECASE)
_PICKS = re.compile(
    r"\b(?:tiga|3|ketiga) (?:besar|nama|calon|kandidat|orang)\b[^.;]{0,90}"
    r"\b(?:memilih|dipilih|menetapkan|ditetapkan|diserahkan|diantar)\b"
    r"|\b(?:memilih|menetapkan|pilih)\b[^.;]{0,40}\b(?:satu|salah satu)\b"
    r"|\bmenyerahkan (?:ketiganya|tiga nama|nama-nama)\b",
    re.IGNORECASE,
)
_CHAIRS = re.compile(
    r"\b(?:ketua (?:panitia seleksi|pansel|timsel|tim seleksi|panitia)|selaku ketua|sekaligus ketua)\b", re.IGNORECASE
)
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
    if draft.kind == "penunjukan":
        # Who designates is the head who signs, whoever hands the letter over (see the annotation contract).
        presiders = [p for p in presiders if not _HANDS_OVER.search(reading.text, p.start, p.end)]
    own = [p for p in presiders if _belongs(reading, p, draft, drafts)]
    anchored = {t.claim.sentence for t in draft.told if t.day or t.numbers}
    found = _best([p for p in own if sentence_at(reading, p.start) in anchored], least=2) or _best(own, least=2)
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
    if found is None and not main and _by_the_same_head(reading, draft):
        return choose_official(reading, drafts[0], drafts, drafts[0].status)
    if found is None and main and draft.kind not in STAGED:
        lead = [p for p in presiders if sentence_at(reading, p.start) <= LEAD_SENTENCES]
        found = _best(own, least=1) or _best(lead, least=1)
    if found is None and draft.kind in STAGED:
        found = _orders(reading, own) or (_opens_beside(reading, draft, drafts, presiders) if main else None)
    if found is None and draft.kind in STAGED and main:
        chooser = _chooser(reading)
        if chooser is not None:
            official = full_official(reading.officials, chooser)
            return OfficialChoice(official, "chooses or signs", 0.8, _spans(reading, chooser, official))
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


def _by_the_same_head(reading: Reading, draft: Draft) -> bool:
    """Tell whether a pronoun stands for who acts (`setelah Januari lalu ia melantik 17 kepala distrik`)."""
    acts = [act for t in draft.told for act in t.claim.acts if act.verb]
    return any(_PRONOUN_SUBJECT.search(reading.text[max(0, act.start - 40) : act.start]) for act in acts)


def _orders(reading: Reading, own: Sequence[PresiderMention]) -> PresiderMention | None:
    """Return the head who orders the assessment (`memerintahkan evaluasi`) or says that he will hold it himself."""
    ordered = next((p for p in own if _ORDERS.fullmatch(reading.text, p.start, p.end)), None)
    if ordered is not None:
        return ordered
    return next((p for p in own if p.rule == "active tell" and _WILL_HOLD.match(reading.text, p.end)), None)


def _opens_beside(
    reading: Reading, draft: Draft, drafts: Sequence[Draft], presiders: Sequence[PresiderMention]
) -> PresiderMention | None:
    """Return who opens it by the words of the next two sentences, where these tell no other event."""
    others = {t.claim.sentence for d in drafts if d is not draft for t in d.told}
    numbers = {t.claim.sentence for t in draft.told}
    near = {n + step for n in numbers for step in (1, 2)} - others
    fit = [p for p in presiders if sentence_at(reading, p.start) in near and p.role == "decides"]
    return _best([p for p in fit if "open" in p.rule], least=2)


def _chooser(reading: Reading) -> OfficialMention | None:
    """Return the head who picks one of the final names, or the Sekda who chairs the committee and signs."""
    for sentence in reading.sentences:
        text = reading.text[sentence.start : sentence.end]
        picks, signs = _PICKS.search(text), _CHAIRS.search(text)
        if not picks and not signs:
            continue
        inside = [o for o in reading.officials if sentence.start <= o.start < sentence.end and not o.former]
        wanted = {"Sekretaris Daerah"} if signs else {"Bupati", "Wali Kota", "Gubernur"}
        found = next((o for o in inside if o.office in wanted), None)
        if found is not None:
            return found
    return None


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
