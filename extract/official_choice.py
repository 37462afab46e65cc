"""Chooses the official of an event: who presides, or decides where nobody presides."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace

from extract.claims import LEAD_SENTENCES, STAGED
from extract.date_choice import sentence_at
from extract.drafts import Draft
from extract.events import Official, Span, Status
from extract.offices import DEPUTIES, HEADS
from extract.official_names import is_short_for
from extract.officials import OfficialMention, full_official, is_head
from extract.presiders import PresiderMention
from extract.reading import Reading

_RANK = {"delegate": 4, "presides": 3, "decides": 2, "announces": 1, "represented": 0}
_STATE = frozenset({"Mendagri", "Presiden", "Menteri Dalam Negeri", "Wakil Presiden"})
_WRITTEN_OUT = {"Mendagri": "Menteri Dalam Negeri"}
_ONLY_WITH_NAME = frozenset({"head named", "chooses or signs"})
"""Rules too weak for an office that no name goes with."""
_DECREE = "decree of the office"
_NUMBERED = re.compile(r"[^.;\n]{0,40}?\b(?:nomor|no|tentang|tanggal|tertanggal)\b", re.IGNORECASE)
_CIRCULAR = re.compile(r"\b(?:edaran|instruksi|perintah)\b", re.IGNORECASE)
_CIRCULAR_REACH = 20
_PRONOUN_SUBJECT = re.compile(
    r"\b(?:ia|dia|beliau|dirinya)(?: (?:juga|sudah|telah|pun|kembali|pernah|akan|sempat|lantas))* $", re.IGNORECASE
)
_OPENS_IT = re.compile(
    r"(?:mem|di)buka\b[^.;]{0,60}?\b(?:job ?fit|uji (?:kompetensi|kesesuaian)|ases+men|assess?ment|seleksi|lelang)\b",
    re.IGNORECASE,
)
_AT_OPENING = re.compile(
    r"[^.;]{0,60}?\b(?:saat|ketika|pada|dalam|usai) (?:acara |kegiatan )?(?:pembukaan|membuka|sosialisasi)\b"
    r"[^.;]{0,40}?\b(?:job ?fit|uji|ases+men|seleksi|lelang)\b",
    re.IGNORECASE,
)
_ASSURES = re.compile(r"(?:memastikan|pastikan)", re.IGNORECASE)
_HANDS_OVER = re.compile(r"serah", re.IGNORECASE)
_WILL_HOLD = re.compile(
    r"[^.;\"]{0,40}?\b(?:akan|bakal|segera|siap|berencana)\s+(?:\w+\s+)?(?:menggelar|membuka|melelang|mengadakan|melaksanakan"
    r"|mengevaluasi|menguji|melakukan)\b",
    re.IGNORECASE,
)
_ORDERS = re.compile(
    r"(?:mem|men(?:g)?)?(?:p?erintahkan|instruksikan)|(?:men|me)?(?:t?argetkan|jadwalkan|rencanakan)", re.IGNORECASE
)
_ORDER_OF = re.compile(
    r"\b(?:perintah|instruksi|arahan|petunjuk)(?: langsung)?(?: dari)?(?: bapak| pak| ibu| bu)? $", re.IGNORECASE
)
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
_SPEECH_AT_OATH = re.compile(r"\b(?:sambutan|arahan|amanat)(?:nya)?\b", re.IGNORECASE)
_PRONOUN = re.compile(r"\b(?:kata|ujar|ucap|tegas|ungkap|jelas|tutur|terang)(?:nya| dia| ia)\b", re.IGNORECASE)
_PASSED_OVER = re.compile(
    r"[^.;]{0,60}?\b(?:tidak|tak|belum) (?:pernah )?"
    r"(?:ikut |tahu\b|mengetahui|diberi ?tahu|dilibatkan|diajak|dimintai)",
    re.IGNORECASE,
)
"""What a deputy says who had no part in it: `Wakil Bupati mengaku tidak dilibatkan`."""
_NEAR = 30
"""How far, in characters, the presider's verb may stand from the act where a sentence tells several."""


_IN_CHARGE = re.compile(r",? (?:selaku|sebagai|yang juga|sekaligus) (?=[Pp])")


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
    moved = {person.person for person in reading.appointments if person.to_post is not None}
    presiders = [p for p in reading.presiders if _may_be_official(reading, p, draft, moved)]
    if draft.kind == "penunjukan":
        # Who designates is the head who signs, whoever hands the letter over (see the annotation contract).
        presiders = [p for p in presiders if not _HANDS_OVER.search(reading.text, p.start, p.end)]
    found = _presiding(reading, draft, drafts, presiders)
    if found is None and draft.kind in STAGED:
        return _of_stage(reading, draft, drafts, presiders)
    found = found or _planning(reading, draft, drafts, presiders, status)
    if found is not None:
        return _choice(reading, reading.officials[found.official], found.rule, found.confidence)
    if draft is not drafts[0] and _by_the_same_head(reading, draft):
        return choose_official(reading, drafts[0], drafts, drafts[0].status)
    return NOT_TOLD


def _may_be_official(reading: Reading, presider: PresiderMention, draft: Draft, moved: set[str]) -> bool:
    """Tell whether the presider can be the event's official: of the region, no speaker among the moved.

    Nobody designates himself. The state's minister counts where he installs acting heads and is named.
    """
    official = reading.officials[presider.official]
    if _PASSED_OVER.match(reading.text, official.end):
        return False
    if (
        official.name is not None
        and _is_among(official.name, moved)
        and (presider.role == "announces" or draft.kind == "penunjukan")
    ):
        return False
    holder = None if official.name or not moved else _named(reading, full_official(reading.officials, official)).name
    if holder is not None and _is_among(holder, moved):
        return False  # `agenda yang dipimpin langsung oleh Sekda`, where the Sekda is who was sworn in
    told_only = presider.role == "announces" or presider.rule == "passive move"
    if draft.kind == "penunjukan" and told_only and official.acting and official.name is None:
        return False  # the acting post that is filled
    if presider.rule == _DECREE and (
        official.office == "Sekretaris Daerah" or (draft.kind in STAGED and not _orders_it(reading, presider))
    ):
        return False
    if official.office not in _STATE:
        return True
    return draft.kind == "penunjukan" and presider.role != "announces" and official.name is not None


def _orders_it(reading: Reading, presider: PresiderMention) -> bool:
    """Tell whether the head's paper is the order for a stage: a circular, or one told by its number or subject."""
    before = reading.text[max(0, reading.officials[presider.official].start - _CIRCULAR_REACH) : presider.end]
    return _CIRCULAR.search(before) is not None or _NUMBERED.match(reading.text, presider.end) is not None


def _is_among(name: str, moved: set[str]) -> bool:
    """Tell whether the name, or a short form of it, is one of those moved."""
    return name in moved or any(is_short_for(name, other) or is_short_for(other, name) for other in moved)


def _choice(reading: Reading, mention: OfficialMention, rule: str, confidence: float) -> OfficialChoice:
    official = _as_acting(reading, mention, _named(reading, full_official(reading.officials, mention)))
    if official.name is None and rule in _ONLY_WITH_NAME:
        return NOT_TOLD
    official = replace(official, office=_WRITTEN_OUT.get(official.office, official.office))
    flags = ("acting_presider",) if official.acting else ()
    return OfficialChoice(official, rule, confidence, _spans(reading, mention, official), flags)


def _as_acting(reading: Reading, mention: OfficialMention, official: Official) -> Official:
    """Give the deputy or secretary the head's office in which he acts (`Wakil Bupati X, Nama selaku Plh Bupati`)."""
    charge = _IN_CHARGE.match(reading.text, mention.end)
    if charge is None or mention.office in HEADS:
        return official
    other = next((o for o in reading.officials if o.start <= charge.end() < o.end and o.office in HEADS), None)
    if other is None or other.acting is None:
        return official
    return replace(official, office=other.office, acting=other.acting)


def _presiding(
    reading: Reading, draft: Draft, drafts: Sequence[Draft], presiders: Sequence[PresiderMention]
) -> PresiderMention | None:
    """Return who presides or decides by the draft's own sentences; of the main event a delegate told anywhere."""
    own = [p for p in presiders if _belongs(reading, p, draft, drafts)]
    anchored = {t.claim.sentence for t in draft.told if t.day or t.numbers}
    found = _best([p for p in own if sentence_at(reading, p.start) in anchored], least=2) or _best(own, least=2)
    if draft is not drafts[0] or (found is not None and found.role == "delegate"):
        return found
    others = {t.claim.sentence for other in drafts[1:] for t in other.told}
    free = [p for p in presiders if sentence_at(reading, p.start) not in others]
    delegate = _best([p for p in free if p.role == "delegate"], least=4)
    if found is not None and found.rule == _DECREE:
        # Who gives the address at the oath presides, whoever signed the decree that is read out.
        found = _speaks_at_oath(reading, free) or found
    return delegate or found or (None if draft.kind in STAGED else _best(free, least=2))


def _planning(
    reading: Reading,
    draft: Draft,
    drafts: Sequence[Draft],
    presiders: Sequence[PresiderMention],
    status: Status | None,
) -> PresiderMention | None:
    """Return the head who tells of the ceremony: his plan, the one before it, the one after which it is told."""
    main = draft is drafts[0]
    own = [p for p in presiders if _belongs(reading, p, draft, drafts)]
    lead = [p for p in presiders if sentence_at(reading, p.start) <= LEAD_SENTENCES + (2 if status == "planned" else 0)]
    found = None
    if status == "planned":
        heads = [p for p in presiders if _decides(reading, p)]
        found = _best([p for p in own if p in heads], least=1)
        found = found or (_best([p for p in lead if p in heads], least=1) if main else None)
        found = found or _best(own, least=1) or (_best(lead, least=1) if main else None)
        found = found or _best(_just_after(reading, draft, presiders), least=0)
    if found is None and (draft.told[0].claim.background or status == "planned"):
        found = _best(_just_before(reading, draft, presiders), least=1)
    if found is None and main:
        # A secretary who only tells of it is a spokesman.
        heads = [p for p in presiders if reading.officials[p.official].office != "Sekretaris Daerah"]
        found = _best([p for p in heads if p in own], least=1) or _best([p for p in heads if p in lead], least=1)
        found = found or _speaks_at_oath(reading, heads)
    return found


def _decides(reading: Reading, presider: PresiderMention) -> bool:
    """Tell whether it is a head who plans, or anybody who is told to act; a secretary who tells of it only speaks."""
    return presider.role != "announces" or reading.officials[presider.official].office != "Sekretaris Daerah"


def _speaks_at_oath(reading: Reading, presiders: Sequence[PresiderMention]) -> PresiderMention | None:
    """Return the head or deputy who gives the address (`Dalam sambutannya, Bupati X ...`) where nobody presides."""
    for p in presiders:
        official = reading.officials[p.official]
        sentence = reading.sentences[sentence_at(reading, official.start)]
        told = _SPEECH_AT_OATH.search(reading.text, sentence.start, min(sentence.end, official.end + 60))
        if told is not None and official.name and official.office in HEADS | DEPUTIES and official.context == "person":
            return p
    return None


def _of_stage(
    reading: Reading, draft: Draft, drafts: Sequence[Draft], presiders: Sequence[PresiderMention]
) -> OfficialChoice:
    """Return who orders, opens, announces or decides a selection or assessment by the article's words."""
    main = draft is drafts[0]
    own = [p for p in presiders if _belongs(reading, p, draft, drafts)]
    told_first = [p for p in presiders if sentence_at(reading, p.start) <= 1] if main else []
    ordered = _by_order(reading) if main else None
    if ordered is not None:
        return _choice(reading, ordered, "by whose order", 0.8)
    found = _orders(reading, own or told_first) or (_opens_beside(reading, draft, drafts, presiders) if main else None)
    if found is None and main:
        found = _speaks_at_opening(reading, presiders) or _assures(reading, own)
    chooser = _chooser(reading) if found is None and main else None
    if chooser is not None:
        return _choice(reading, chooser, "chooses or signs", 0.8)
    if found is None and main:
        found = _best([p for p in presiders if p.rule == _DECREE], least=2)
    found = found or _speaker(reading, draft, presiders)
    if found is None:
        return NOT_TOLD
    return _choice(reading, reading.officials[found.official], found.rule, found.confidence)


def _named(reading: Reading, official: Official) -> Official:
    """Complete an official by the other mentions: a head told by office alone, one taken for a lesser post."""
    heads = {o.office for o in reading.officials if is_head(o)}
    if official.name is None:
        names = {o.name for o in reading.officials if o.office == official.office and o.name and not o.former}
        full = [name for name in names if not any(name != other and is_short_for(name, other) for other in names)]
        if len(full) == 1:
            return replace(official, name=full[0])
    elif official.office not in heads:
        same = next((o for o in reading.officials if o.name == official.name and is_head(o)), None)
        if same is not None:
            return full_official(reading.officials, same)
    return official


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


def _by_order(reading: Reading) -> OfficialMention | None:
    """Return the head by whose order others act (`sesuai perintah Bupati, kami membuka seleksi`)."""
    heads = (o for o in reading.officials if o.office in HEADS and not o.former)
    return next((o for o in heads if _ORDER_OF.search(reading.text, max(0, o.start - 40), o.start)), None)


def _opens_beside(
    reading: Reading, draft: Draft, drafts: Sequence[Draft], presiders: Sequence[PresiderMention]
) -> PresiderMention | None:
    """Return who opens it by the words of the next two sentences, or of any where the verb has it as its object.

    A sentence that tells another event does not count.
    """
    others = {t.claim.sentence for d in drafts if d is not draft for t in d.told}
    numbers = {t.claim.sentence for t in draft.told}
    near = {n + step for n in numbers for step in (1, 2)}
    opens = [p for p in presiders if p.role == "decides" and "open" in p.rule]
    fit = [p for p in opens if sentence_at(reading, p.start) not in others]
    beside = [p for p in fit if sentence_at(reading, p.start) in near]
    return _best(beside or [p for p in fit if _OPENS_IT.match(reading.text, p.start)], least=2)


def _speaks_at_opening(reading: Reading, presiders: Sequence[PresiderMention]) -> PresiderMention | None:
    """Return the head whose words at the opening are told (`kata Bupati saat pembukaan uji kompetensi`)."""
    for p in presiders:
        sentence = reading.sentences[sentence_at(reading, p.start)]
        official = reading.officials[p.official]
        if official.office in HEADS and _AT_OPENING.search(reading.text, official.end, sentence.end):
            return p
    return None


def _assures(reading: Reading, own: Sequence[PresiderMention]) -> PresiderMention | None:
    """Return the head who is told to see it through (`Gubernur X memastikan job fit berjalan`)."""
    heads = [p for p in own if p.rule == "active tell" and reading.officials[p.official].office in HEADS]
    return next((p for p in heads if _ASSURES.fullmatch(reading.text, p.start, p.end)), None)


def _chooser(reading: Reading) -> OfficialMention | None:
    """Return the head who picks one of the final names, or the Sekda who chairs the committee and signs."""
    for sentence in reading.sentences:
        text = reading.text[sentence.start : sentence.end]
        picks, signs = _PICKS.search(text), _CHAIRS.search(text)
        if not picks and not signs:
            continue
        here = [o for o in reading.officials if sentence.start <= o.start < sentence.end]
        inside = [o for o in here if not o.former and o.context == "person"]
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


def _just_after(reading: Reading, draft: Draft, presiders: Sequence[PresiderMention]) -> list[PresiderMention]:
    """Return the heads named in the sentence after the act, where it tells who puts it off or plans it."""
    following = draft.told[-1].claim.sentence + 1
    return [
        p for p in presiders if sentence_at(reading, p.start) == following and is_head(reading.officials[p.official])
    ]


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
