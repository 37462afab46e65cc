"""Finds what an article says is done to officials: each act with its kind, its status and whom it moves."""

from __future__ import annotations

import re
from bisect import bisect_left
from dataclasses import dataclass
from typing import Literal, cast

from extract.events import Kind, Status
from extract.sentences import Sentence
from extract.terms import Term, TermEntry

Subject = Literal["inside", "outside", "unknown"]

_HEADLINE_BREAK = re.compile(r"[;:,?!\"]")
_CLAUSE_BREAK = re.compile(r"[;:\n]|(?<=,) (?=sedangkan|sementara|namun|tetapi|tapi|padahal|lalu|kemudian|adapun)|[\"]")
_NEGATION = re.compile(
    r"\b(?:tidak|belum|bukan|tak|tanpa|menolak|membantah|menepis|dibantah)"
    r"(?: (?:ada|akan|pernah|melakukan|sebagai|untuk|merupakan|berarti|kode|soal|karena|isu|kabar|menyentuh|urusan|membahas|boleh|menyinggung))*"
    r" (?:rencana )?$",
    re.IGNORECASE,
)
_ONLY = re.compile(r"\b(?:tidak|bukan|tak) (?:hanya|cuma|sekadar|sekedar|saja)\b", re.IGNORECASE)
_RELATIVE = re.compile(
    r"\byang (?:(?:baru|baru saja|telah|sudah|ikut|turut|akan|batal|hendak|semula) ){0,2}$", re.IGNORECASE
)
_REPORTED_PAST = re.compile(r"\b(?:sempat|usai|setelah|sebelumnya|pernah)\s+(?:\w+\s+)?$", re.IGNORECASE)
_WORD_BEFORE = re.compile(r"([\w-]+)\s+(?:[\w-]+\s+)?$")
_BY_HEAD = re.compile(
    r"\s*(?:langsung |secara langsung )?(?:oleh )?(?:plt\.? |pj\.? |plh\.? |pjs\.? |penjabat |\(pj\) )*"
    r"(?:bupati|wali ?kota|gubernur|wabup|wakil bupati|wakil wali ?kota|wakil gubernur|sekda)",
    re.IGNORECASE,
)
_BEHALF = re.compile(
    r"[^.;:]{0,40}?\b(?:mewakili|atas nama)\s+(?:plt\.? |pj\.? |plh\.? |pjs\.? |penjabat )?"
    r"(?:bupati|wali ?kota|gubernur)",
    re.IGNORECASE,
)
_PRESIDES = re.compile(
    r"\b(?:oleh|dipimpin|dilakukan|mewakili|atas nama|di hadapan|hadir|dihadiri|disaksikan|menunggu|berlangsung"
    r"|digelar)\b",
    re.IGNORECASE,
)
_ELECTED_BEFORE = re.compile(
    r"\b(?:(?:bupati|wali ?kota|gubernur|kepala daerah)(?: dan wakil(?:nya| \w+){0,2})?(?: terpilih)?|dan wakilnya)\s+"
    r"(?:(?:baru|resmi|telah|sudah|akan|itu|yang)\s+)*$",
    re.IGNORECASE,
)
_HEAD_NEXT = re.compile(r"[^,.;\n]{0,30},\s*(?:bupati|wali ?kota|gubernur)\b", re.IGNORECASE)
_ENTRUSTS = frozenset({"dipercaya", "dipercayakan", "diangkat", "ditetapkan sebagai", "diamanahi", "mengangkat"})
_POSTPONED = TermEntry("digeser", "status", "planned", "postponed", True)
_CEREMONY_BEFORE = re.compile(
    r"\b(?:pelantikan|acara|jadwal\w*|prosesi|pengambilan sumpah|agenda|upacara|hari pelaksanaan)\b[^.;]{0,60}$", re.IGNORECASE
)
_AS_ACTING = re.compile(r"\s+(?:[\w]+\s+)?(?:(?:sebagai|menjadi|jadi)\s+)?(?:pj|plt|plh|pjs|penjabat|pelaksana (?:tugas|harian))\b", re.IGNORECASE)
# The mayors of Jakarta's administrative cities are civil servants whom the governor appoints (UU 29/2007 art. 19).
_OF_JAKARTA = re.compile(
    r"\s+(?:kota |kabupaten )?(?:administrasi )?(?:jakarta (?:timur|barat|utara|selatan|pusat)|kepulauan seribu)\b", re.IGNORECASE
)
_DIRECTLY = re.compile(r"(?:\s+(?!sk\b|surat|keputusan|oleh|kantor|rumah|pendopo|sesuai|di\b)[\w-]+){0,2}\s+", re.IGNORECASE)
_BY_STATE = re.compile(r"\s*(?:langsung )?(?:oleh )?(?:presiden|mendagri|menteri dalam negeri)\b", re.IGNORECASE)
_WIDE_NOUNS = frozenset({"lurah", "pejabat", "jabatan", "struktural", "aparatur", "kursi", "fungsional", "eselon", "birokrasi"})
_OTHER_SERVICES = frozenset({"police", "army", "justice", "ministry", "company", "committee", "sport", "recruit"})
_FUTURE_TIME = frozenset(
    {"besok", "lusa", "mendatang", "pekan depan", "minggu depan", "bulan depan", "tahun depan", "dalam waktu dekat"}
)
_RULES = frozenset({"harus", "wajib", "perlu", "dilarang", "tidak boleh", "boleh", "bisa", "dapat"})
_BEFORE_VERBS = frozenset({"sebelum", "tentang", "peraturan", "aturan", "surat", "syarat", "panitia", "tim", "menunggu", "menanti"})
_SCHEDULES = frozenset(
    {
        "akan",
        "bakal",
        "dijadwalkan",
        "direncanakan",
        "rencananya",
        "diagendakan",
        "dijadwal",
        "menyusul",
        "segera",
        "usulan",
    }
)
_REACH = 110
"""How far, in characters, a cue or an object may stand from its act."""


@dataclass(frozen=True, slots=True)
class Act:
    """One act told at [start, end), in the sentence of that number.

    `status` is None where the words do not say whether it happened; `subject` tells whether the people moved are
    civil servants of a region; `verb` tells a finite telling from a mere name of the act (`pelantikan`); `modifier` is the word that makes the act a mere circumstance (`hasil` in `hasil uji kompetensi`), else empty.
    """

    start: int
    end: int
    sentence: int
    kind: Kind
    action: str
    strong: bool
    status: Status | None
    subject: Subject
    subject_class: str
    modifier: str
    hypothetical: bool
    postponed: bool = False
    verb: bool = False


def find_acts(text: str, sentences: list[Sentence], terms: list[Term], title_end: int = 0) -> list[Act]:
    """Return the acts of the folded `text` in order; negated ones are left out.

    `terms` are those of `TermFinder.find`, in order; `text[:title_end]` is the headline, whose commas part clauses.
    """
    starts = [term.start for term in terms]
    acts: list[Act] = []
    for number, sentence in enumerate(sentences):
        inside = terms[bisect_left(starts, sentence.start) : bisect_left(starts, sentence.end)]
        if any(term.entry.role == "act" for term in inside):
            acts += _acts_of_sentence(text, number, sentence, inside, sentence.start < title_end)
    return acts


def _acts_of_sentence(text: str, number: int, sentence: Sentence, terms: list[Term], headline: bool) -> list[Act]:
    pattern = _HEADLINE_BREAK if headline else _CLAUSE_BREAK
    breaks = [sentence.start, *(m.start() for m in pattern.finditer(text, sentence.start, sentence.end)), sentence.end]
    acts: list[Act] = []
    for term in terms:
        if term.entry.role != "act":
            continue
        clause_start = max(b for b in breaks if b <= term.start)
        clause_end = min((b for b in breaks if b >= term.end), default=sentence.end)
        before = text[clause_start : term.start]
        if _NEGATION.search(before) and not _ONLY.search(before):
            continue
        clause = [t for t in terms if clause_start <= t.start < clause_end and t is not term]
        if _is_shifted_day(before, term):
            continue
        if any(_is_shifted_day(text[clause_start : t.start], t) for t in clause if t.entry.role == "act"):
            clause.append(Term(term.end, term.end, _POSTPONED))
        if any(t.entry.role == "denial" for t in clause):
            continue
        told_in = terms if headline and not any(t.entry.role in {"inside", "outside"} for t in clause) else clause
        subject, subject_class, kind = _moved(text, term, told_in, headline=headline)
        if kind == "mutasi" and term.entry.action == "isi" and _will_act_as(text, term, clause):
            acts.append(Act(term.start, term.end, number, "penunjukan", "tunjuk", True, _status(before, term, clause)[0], "inside", "acting", "", False, verb=True))
            continue
        if term.entry.action == "usul" and not any(t.entry.kind == "acting" for t in clause):
            continue  # proposals are acts only where an acting holder is proposed
        status, postponed = _status(before, term, clause)
        acts.append(
            Act(
                term.start,
                term.end,
                number,
                kind,
                term.entry.action,
                term.entry.strong,
                status,
                subject,
                subject_class,
                _modifier(before, term, clause),
                _is_hypothetical(before, term, clause),
                postponed,
                _voice(term.entry.term) != "noun",
            )
        )
    return acts


def _designation(term: Term, number: int, status: Status | None) -> Act:
    return Act(
        term.start, term.end, number, "penunjukan", "tunjuk", True, status, "inside", "acting", "", False, verb=True
    )


def _is_shifted_day(before: str, term: Term) -> bool:
    """Tell whether `digeser` moves the ceremony to another day rather than a person to another post."""
    return term.entry.term == "digeser" and _CEREMONY_BEFORE.search(before) is not None


def _will_act_as(text: str, term: Term, clause: list[Term]) -> bool:
    """Tell whether somebody is put into an acting post (`dipercaya menjadi Plt`, `akan menjabat sebagai Penjabat`)."""
    planned = any(t.entry.kind == "planned" and 0 <= term.start - t.end <= 12 for t in clause)
    return (planned or term.entry.term in _ENTRUSTS) and _AS_ACTING.match(text, term.end) is not None


def _voice(word: str) -> Literal["active", "passive", "noun"]:
    if word.startswith(("di", "ter", "ber")):
        return "passive"
    return "active" if word.startswith("me") else "noun"


def _moved(text: str, term: Term, clause: list[Term], *, headline: bool) -> tuple[Subject, str, Kind]:
    """Tell whom the act moves: the nearest noun on the side where the verb's voice puts the one who is moved."""
    kind = cast("Kind", term.entry.kind)
    oath = term.entry.action in {"lantik", "sumpah", "kukuh"}
    passive = _voice(term.entry.term) == "passive"
    by_head = _BY_HEAD.match(text, term.end) if passive else _BEHALF.match(text, term.end)
    told_from = by_head.end() if by_head else term.end
    nouns = _widest([t for t in clause if t.entry.role in {"inside", "outside"} or (t.entry.role == "head" and oath)])
    after = [
        t
        for t in nouns
        if told_from <= t.start <= term.end + _REACH
        and not (
            (t.entry.role == "head" or t.entry.kind in {"acting", "elected"})
            and _PRESIDES.search(text, term.end, t.start)
        )
    ]
    before = [t for t in reversed(nouns) if term.start - _REACH <= t.end <= term.start and t.entry.role != "head"]
    if passive:
        after = [t for t in after if t.entry.role != "head"]
        ordered = before + after
    else:
        ordered = after or (before if headline or kind in {"uji_kompetensi", "seleksi_terbuka"} else [])
    if (oath or term.entry.action == "tunjuk") and _designates(text, term, after, before if passive else []):
        kind = "penunjukan"
    if by_head and passive and _HEAD_NEXT.match(text, by_head.end()):
        return "outside", "elected", kind
    if (
        passive
        and oath
        and (_ELECTED_BEFORE.search(text, max(0, term.start - 60), term.start) or _BY_STATE.match(text, term.end))
    ):
        if not any(t.entry.kind == "acting" for t in ordered[:2]):
            return "outside", "elected", kind
    if not ordered:
        others = [] if passive else _service_that_acts(clause, term)
        return ("outside", others[0].entry.kind, kind) if others else ("unknown", "", kind)
    first = ordered[0]
    if first.entry.kind == "acting":
        first = next((t for t in ordered[1:] if 0 <= t.start - first.end < 25), first)
        if first.entry.role == "head":
            return "inside", "acting", kind
    if first.entry.role == "head" and _OF_JAKARTA.match(text, first.end):
        return "inside", "civil_service", kind
    if first.entry.role == "head":
        direct = _DIRECTLY.fullmatch(text, term.end, first.start) is not None
        return ("outside" if direct else "unknown"), "elected", kind
    if first.entry.role == "inside" and first.entry.term in _WIDE_NOUNS:
        others = {"village"} if first.entry.term == "lurah" else _OTHER_SERVICES
        near = [t for t in nouns if t.entry.kind in others and first.end <= t.start <= first.end + 45]
        if not near and not passive:
            near = _service_that_acts(clause, term)
        if near:
            return "outside", near[0].entry.kind, kind
    return ("inside" if first.entry.role == "inside" else "outside"), first.entry.kind, kind


def _service_that_acts(clause: list[Term], term: Term) -> list[Term]:
    """Return the other service that moves its own people: told before the act, no head of a region after it."""
    before = [t for t in clause if t.end <= term.start and (t.entry.role == "head" or t.entry.kind in _OTHER_SERVICES)]
    return before[-1:] if before and before[-1].entry.role == "outside" and before[-1].entry.kind != "recruit" else []


def _widest(terms: list[Term]) -> list[Term]:
    """Leave out the terms that lie inside a longer one (`penjabat` in `penjabat kepala desa`)."""
    kept: list[Term] = []
    for term in sorted(terms, key=lambda t: (t.start, -t.end)):
        if not kept or term.end > kept[-1].end:
            kept.append(term)
    return kept


def _designates(text: str, term: Term, after: list[Term], before: list[Term]) -> bool:
    """Tell whether an acting post is the post entered (`melantik X sebagai Pj Sekda`), not the presider's own."""
    for acting in after:
        if acting.entry.kind == "acting":
            return _PRESIDES.search(text, term.end, acting.start) is None
    return any(t.entry.kind == "acting" for t in before[-1:])


def _status(before: str, term: Term, clause: list[Term]) -> tuple[Status | None, bool]:
    """Return the status that a cue gives the act, and whether it was put off to a later day.

    A cue that says it came to nothing outweighs the one that told the plan (`yang dijadwalkan Rabu dibatalkan`).
    """
    cues = [t for t in clause if t.entry.role == "status" and _governs(before, t, term, clause)]
    cues.sort(key=lambda t: (t.entry.kind != "cancelled", not t.entry.action, abs(t.start - term.start)))
    if not cues:
        return None, False
    return cast("Status", cues[0].entry.kind), cues[0].entry.action == "postponed"


def _governs(before: str, cue: Term, term: Term, clause: list[Term]) -> bool:
    """Tell whether the cue speaks of the act: before it, or after it where the act is a noun or the cue a time."""
    noun = _voice(term.entry.term) == "noun"
    if cue.start <= term.start and term.end <= cue.end:
        return True
    ahead = cue.end <= term.start
    distance = term.start - cue.end if ahead else cue.start - term.end
    low, high = sorted((cue.start, term.start))
    between = any(t.entry.role == "act" and t.entry.strong and low < t.start < high for t in clause)
    if distance > _REACH or between or cue.entry.kind == "negated":
        return False
    if ahead:
        if cue.entry.term == "menyusul" or _REPORTED_PAST.search(before[: cue.start - (term.start - len(before))]):
            return False
        return noun or distance <= 60 or cue.entry.kind != "planned"
    if cue.entry.kind == "planned" and not cue.entry.action:
        return cue.entry.term in _FUTURE_TIME or (noun and cue.entry.term in _SCHEDULES)
    return noun


def _modifier(before: str, term: Term, clause: list[Term]) -> str:
    """Return the word that makes the act a circumstance; a verb tells what was done even after `usai` or `setelah`."""
    if _RELATIVE.search(before):
        return ""
    noun = _voice(term.entry.term) == "noun"
    return next(
        (
            t.entry.term
            for t in clause
            if t.entry.role == "modifier" and 0 <= term.start - t.end <= 22 and (noun or t.entry.term in _BEFORE_VERBS)
        ),
        "",
    )


def _is_hypothetical(before: str, term: Term, clause: list[Term]) -> bool:
    """Tell whether the act is only thought of: a rule, a wish, a rumour, or a truth about all such acts."""
    if _RELATIVE.search(before):
        return False
    generic = _voice(term.entry.term) == "noun" and term.entry.action in {
        "mutasi",
        "rotasi",
        "rombak",
        "promosi",
        "isi",
    }
    return any(
        t.entry.role == "hypothetical"
        and (0 <= term.start - t.end <= 45 or (generic and t.entry.term in _RULES and 0 <= t.start - term.end <= 30))
        for t in clause
    )
