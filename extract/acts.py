"""Finds what an article says is done to officials: each act with its kind, its status and whom it moves."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from typing import NamedTuple

from extract.events import Kind, Status
from extract.mood import is_carried_out, is_denied, is_hypothetical, is_shifted_day, modifier_of, shift_cue, status_of
from extract.moved import Subject, is_designation, voice, who_is_moved
from extract.sentences import Sentence
from extract.terms import Term

_HEADLINE_BREAK = re.compile(r"[;:,?!\"]")
_CLAUSE_BREAK = re.compile(r"[;:\n]|(?<=,) (?=sedangkan|sementara|namun|tetapi|tapi|padahal|lalu|kemudian|adapun)|[\"]")


# An acting head who signs or hands over is no acting post that somebody enters (`SK penugasan diserahkan Pj Bupati`).
_BY = re.compile(r"\b(?:oleh|dipimpin|diserahkan|diteken|ditandatangani|dilantik)\s+$", re.IGNORECASE)
# A representative at some occasion is no acting holder (`Plt Bupati yang ditunjuk mewakili para kepala daerah`).
_REPRESENTS = re.compile(
    r"\s+(?:untuk |guna )?(?:mewakili|mendampingi|memberikan|membacakan|menerima|menghadiri)\b", re.IGNORECASE
)
# Words that name a reshuffle where civil servants are named with them (`perombakan pejabat eselon II`).
_RESHUFFLES = frozenset({"perombakan", "merombak", "dirombak", "rombak", "bongkar pasang", "kocok ulang"})
# A council names its candidates before anybody is designated (Permendagri 4/2023 art. 9).
_COUNCIL = r"(?:dprd|dewan perwakilan rakyat daerah|fraksi|parpol|partai)\b"
_OF_COUNCIL = re.compile(rf"\b{_COUNCIL}[^,;]{{0,60}}$", re.IGNORECASE)
_BY_COUNCIL = re.compile(rf"\s+(?:oleh )?(?:pihak |pimpinan |lembaga )?{_COUNCIL}", re.IGNORECASE)
_ROOTS = frozenset({"copot", "pecat"})
"""Roots that a headline has for the verb (`Bupati Copot Kadis`)."""
_AND = re.compile(r"\s*(?:,|/|,? ?(?:dan|atau|maupun|serta))\s*(?:juga )?", re.IGNORECASE)
_NAMES_ACTING = re.compile(r"\b(?:plt|plh|pjs?|penjabat|pelaksana (?:tugas|harian))\b", re.IGNORECASE)
_HOPES = re.compile(r"\b(?:calon|kandidat|muncul untuk|kans|berpeluang|bursa)\s+$", re.IGNORECASE)
_DONE = re.compile(r"\b(?:telah|sudah|resmi)\s+$", re.IGNORECASE)
# The usual title of a decree that moves officials (`pemberhentian dan pengangkatan dalam jabatan`): nobody is removed.
_AND_PLACED = re.compile(r"\s*(?:/|&|,|dan|serta|sekaligus|maupun)\s*(?:me|pe|di)(?:ng)?angkat", re.IGNORECASE)
_INTO_POST = re.compile(
    r"\W{1,2}(?:menjadi|jadi|ke|sebagai (?=staf)) ?(?:posisi |jabatan |kursi )?"
    r"(?:staf ahli|kepala|camat|sekretaris|asisten|kabid|kabag|kadis|sekdis|widyaiswara)\b",
    re.IGNORECASE,
)
"""`diparkir menjadi staf ahli`: put aside, but in another post."""
_PLACED_AND = re.compile(r"(?:me|pe|di)(?:ng)?angkat\w*\s*(?:/|&|,|dan|serta|maupun)\s*$", re.IGNORECASE)
# `dibiarkan kosong tanpa pejabat definitif`: who is missing, not who enters.
_NOBODY = re.compile(r"\b(?:tanpa|(?:belum|tidak|tak) (?:ada|memiliki|mempunyai|punya))\b[^.;,:]{0,40}$", re.IGNORECASE)
# A selection told by the posts that it fills (`seleksi awal jabatan pimpinan tinggi`), without `terbuka`.
_FOR_POSTS = re.compile(
    r"(?: (?:awal|untuk|calon|para|pengisian|posisi|tahap \w+)){0,3} (?:jptp?|jabatan (?:pimpinan )?tinggi|eselon"
    r"|sekda|sekretaris daerah|kepala (?:dinas|badan|opd|skpd|perangkat daerah)|kadis|direktur rsud)\b",
    re.IGNORECASE,
)
# `Panitia seleksi ... mengumumkan tiga besar calon Sekda`: a stage of the selection that it holds.
_ANNOUNCES = re.compile(
    r"[^.;\n]{0,140}?\b(?:mengumumkan|umumkan|menetapkan|merilis)\b[^.;\n]{0,40}?\b(?:besar|nama|calon|peserta|hasil|lulus)\b",
    re.IGNORECASE,
)
# `belum diketahui siapa yang akan ditunjuk`, `SK penempatan`: nobody is moved by it.
_NOT_TOLD = re.compile(
    r"\b(?:belum|tidak|tak)\b[^.;\n]{0,40}\bsiapa(?: saja)?\b[^.;,\n]{0,30}$|\b(?:sk|surat keputusan)\s+$",
    re.IGNORECASE,
)
_OPEN = frozenset({"ditunjuk", "dilantik", "penempatan"})
# `diusulkan merangkap jabatan yakni Rina Wati (Direktur RSUD) sebagai Plt Kadis Kesehatan`
_FOR_ACTING = re.compile(
    r"[^;\n]{0,90}? (?:sebagai|menjadi|jadi|merangkap)(?: jabatan)? (?:pj|plt|plh|pjs|penjabat"
    r"|pelaksana (?:tugas|harian))\b",
    re.IGNORECASE,
)
_DECREE_OF = re.compile(
    r"\b(?:terima|menerima|diterima|serahkan|menyerahkan|diserahkan|penyerahan|menandatangani|meneken|teken|mengeluarkan"
    r"|menerbitkan)\b[^.;:\n]{0,12}?\b(?:sk|surat keputusan|surat)(?: \(sk\))?(?: tentang)? $",
    re.IGNORECASE,
)
_TO_BE_SIGNED = re.compile(
    r"[^.;,\n]{0,60}? (?:dijadwalkan|akan|segera|direncanakan) (?:akan )?(?:ditandatangani|diteken|diserahkan|terbit)"
    r"| (?:sudah |telah |baru )?diterima\b",
    re.IGNORECASE,
)
"""`menyerahkan SK perpanjangan`: whoever hands over the paper tells of what it decides."""
_STAGE_OF = re.compile(r"\b(?:seleksi|selter|lelang|bidding|job ?fit|asesmen|assessment|uji|tes)\s+$", re.IGNORECASE)
_STAFFED = frozenset({"police", "army", "justice", "ministry", "company", "campus", "civil_oath"})
_SIGHT = 500
"""How far, in characters, the words of a clause may stand from its act; a list without an end is no clause."""
_LEAD = 3
"""A denial within the first sentences after the headline takes back what these report."""


class Act(NamedTuple):
    """One act told at [start, end), in the sentence of that number.

    `status` is None where the words do not say whether it happened; `subject` tells whether the people moved are
    civil servants of a region; `verb` tells a finite telling from a mere name of the act (`pelantikan`); `modifier` is
    the word that makes the act a mere circumstance (`hasil` in `hasil uji kompetensi`), else empty; `done` tells that a
    word says it took place (`telah ditunjuk`).
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
    done: bool = False


def find_acts(text: str, sentences: list[Sentence], terms: list[Term], title_end: int = 0) -> list[Act]:
    """Return the acts of the folded `text` in order; negated ones are left out.

    `terms` are those of `TermFinder.find`, in order; `text[:title_end]` is the headline, whose commas part clauses.
    """
    starts = [term.start for term in terms]
    acts: list[Act] = []
    before: list[Term] = []
    refuted: set[str] = set()  # kinds of plans that the lead denies (`membantah akan melakukan mutasi`)
    for number, sentence in enumerate(sentences):
        inside = terms[bisect_left(starts, sentence.start) : bisect_left(starts, sentence.end)]
        if number <= _LEAD and acts and not any(t.entry.role == "act" for t in inside) and _denies(inside):
            acts.clear()  # what a headline reports and the lead denies did not happen
        if number <= _LEAD and _denies(inside) and any(t.entry.kind == "planned" for t in inside):
            refuted |= {t.entry.kind for t in inside if t.entry.role == "act"}
        if any(term.entry.role == "act" for term in inside):
            found = _acts_of_sentence(text, number, sentence, inside, sentence.start < title_end)
            acting = [
                t
                for t in (*before, *inside)
                if t.entry.kind == "acting" and not _BY.search(text, max(0, t.start - 24), t.start)
            ]
            acts += [act for act in (_with_acting(text, act, acting) for act in found) if act is not None]
        before = inside
    rumoured = [act for act in acts if act.kind in refuted and act.status == "planned" and act.modifier]
    return _of_its_service([act for act in acts if act not in rumoured])


def _of_its_service(acts: list[Act]) -> list[Act]:
    """Let officials of any service (`pejabat`) be of the one whose people the article's first act moves."""
    first = next((a for a in acts if a.subject != "unknown" and (a.strong or a.subject == "outside")), None)
    if first is None or first.subject != "outside":
        return acts
    shared = {"them"}
    if first.subject_class in _STAFFED or first.action == "serah terima":
        shared.add("any_service")
    if first.subject_class == "elected" and not first.strong:
        shared |= {"", "acting"}  # `Usulan pengangkatan bupati terpilih ... Pelantikan dijadwalkan 20 Februari`
    staged = first.kind if first.kind in {"seleksi_terbuka", "uji_kompetensi"} else None
    return [
        act._replace(subject="outside", subject_class=first.subject_class)
        if act.subject_class in shared or (act.kind == staged and act.subject == "unknown")
        else act
        for act in acts
    ]


def _denies(terms: list[Term]) -> bool:
    return any(term.entry.role == "denial" for term in terms)


def _with_acting(text: str, act: Act, acting: list[Term]) -> Act | None:
    """Let `menunjuk` designate where this or the last sentence speaks of an `acting` post, else let it go."""
    if act.action != "tunjuk" or act.subject == "outside" or _NAMES_ACTING.search(text, act.start, act.end):
        return act
    if acting:
        return act._replace(subject="inside", subject_class="acting") if act.subject == "unknown" else act
    if act.subject == "inside" and act.verb:
        return act._replace(kind="mutasi")  # `ditunjuk mengisi posisi Kepala Bappeda`: to hold it, not to act
    return None  # `penugasan 1.700 ASN` names no acting holder


def _acts_of_sentence(text: str, number: int, sentence: Sentence, terms: list[Term], headline: bool) -> list[Act]:
    pattern = _HEADLINE_BREAK if headline else _CLAUSE_BREAK
    breaks = [sentence.start, *(m.start() for m in pattern.finditer(text, sentence.start, sentence.end)), sentence.end]
    starts = [term.start for term in terms]
    acts: list[Act] = []
    denied = -1  # where the last act ends of which the sentence says that it did not happen
    for term in terms:
        if term.entry.role != "act":
            continue
        clause_start = max(breaks[bisect_right(breaks, term.start) - 1], term.start - _SIGHT)
        clause_end = min(breaks[bisect_left(breaks, term.end)], term.end + _SIGHT)
        before = text[clause_start : term.start]
        if term.entry.action == "tahap" and _STAGE_OF.search(before[-16:]):
            continue  # `seleksi tahap ketiga` is no third reshuffle
        if term.entry.action == "tunjuk" and (_REPRESENTS.match(text, term.end) or _HOPES.search(before)):
            continue
        seen = terms[bisect_left(starts, clause_start) : bisect_left(starts, clause_end)]
        clause = [t for t in seen if t is not term]
        listed = denied >= 0 and _AND.fullmatch(text, denied, term.start) is not None
        if is_denied(before, clause) or listed:
            denied = term.end
            continue
        if _moves_nobody(before, term):
            continue
        if is_shifted_day(before, term) or _moves_rather(text, before, term):
            continue
        if any(is_shifted_day(text[clause_start : t.start], t) for t in clause if t.entry.role == "act"):
            clause.append(shift_cue(term))
        borrows = headline and not any(t.entry.role in {"inside", "outside"} for t in clause)
        put_off = any(t.entry.action == "postponed" for t in clause)
        told_in = (_without_acts_of_their_own(terms, breaks, term) if put_off else terms) if borrows else clause
        subject, subject_class, kind = who_is_moved(text, term, told_in, headline=headline)
        if kind == "mutasi" and term.entry.action in {"isi", "geser"} and is_designation(text, term, clause):
            proposed = any(t.entry.action == "usul" and t.end <= term.start for t in clause)
            status = "planned" if proposed else status_of(text, before, term, clause)[0]
            acts.append(_designation(term, number, status))
            continue
        if term.entry.action == "usul" and not _proposes_holder(text, before, term, clause):
            continue
        status, postponed = status_of(text, before, term, clause)
        if term.entry.action == "usul" and status is None and "panjang" not in term.entry.term:
            status = "planned"
        acts.append(
            Act(
                term.start,
                term.end,
                number,
                kind,
                term.entry.action,
                _is_strong(text, before, term, subject),
                status,
                subject,
                subject_class,
                "" if _is_decreed(text, before, term) else modifier_of(text, before, term, clause),
                is_hypothetical(text, before, term, clause),
                postponed,
                voice(term.entry.term) != "noun"
                or is_carried_out(text, term)
                or _DECREE_OF.search(before[-60:]) is not None
                or (headline and term.entry.term in _ROOTS),
                _DONE.search(before) is not None,
            )
        )
    return acts


def _moves_nobody(before: str, term: Term) -> bool:
    """Tell whether the words tell of nobody: of whom a post lacks, of whom it is not known, of a decree."""
    if term.entry.term == "definitif":
        return _NOBODY.search(before[-60:]) is not None
    return term.entry.term in _OPEN and _NOT_TOLD.search(before[-90:]) is not None


def _without_acts_of_their_own(terms: list[Term], breaks: list[int], term: Term) -> list[Term]:
    """Return the headline's terms but those of clauses that tell other acts (`Pelantikan Diundur, Sekda Jadi Plh`)."""
    own = bisect_right(breaks, term.start)
    busy = {bisect_right(breaks, t.start) for t in terms if t.entry.role == "act" and t.entry.strong} - {own}
    return [t for t in terms if bisect_right(breaks, t.start) not in busy]


def _moves_rather(text: str, before: str, term: Term) -> bool:
    """Tell whether a removal is only told together with the new post (`diberhentikan dan diangkat menjadi`)."""
    if term.entry.action != "henti":
        return False
    into = _AND_PLACED.match(text, term.end) or _INTO_POST.match(text, term.end)
    return into is not None or _PLACED_AND.search(before[-24:]) is not None


def _is_decreed(text: str, before: str, term: Term) -> bool:
    """Tell whether the paper that decides the act is handed over, or about to be signed."""
    if term.entry.term == "pengunduran diri":
        return False  # `surat pengunduran diri diterima bupati` asks for what is not decided
    return _DECREE_OF.search(before[-60:]) is not None or _TO_BE_SIGNED.match(text, term.end) is not None


def _is_strong(text: str, before: str, term: Term, subject: Subject) -> bool:
    """Tell whether the word names the act: by itself, or by whom, what or which paper it stands with."""
    if term.entry.strong or (subject == "inside" and term.entry.term in _RESHUFFLES):
        return True
    if term.entry.action == "usul" and _FOR_ACTING.match(text, term.end):
        return True
    if term.entry.term in {"panitia seleksi", "pansel"}:
        return _ANNOUNCES.match(text, term.end) is not None
    if term.entry.term == "seleksi":
        return _FOR_POSTS.match(text, term.end) is not None
    return term.entry.term == "perpanjangan" and _DECREE_OF.search(before[-60:]) is not None


def _proposes_holder(text: str, before: str, term: Term, clause: list[Term]) -> bool:
    """Tell whether an acting holder is proposed, and not by a council, whose candidates others choose from."""
    if not any(t.entry.kind == "acting" for t in clause):
        return False
    return _OF_COUNCIL.search(before) is None and _BY_COUNCIL.match(text, term.end) is None


def _designation(term: Term, number: int, status: Status | None) -> Act:
    return Act(
        term.start, term.end, number, "penunjukan", "tunjuk", True, status, "inside", "acting", "", False, verb=True
    )
