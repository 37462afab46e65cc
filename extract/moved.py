"""Tells whom an act moves: civil servants of a region, or others (elected heads, police, villages, recruits)."""

from __future__ import annotations

import re
from typing import Literal, cast

from extract.events import Kind
from extract.terms import Term

Subject = Literal["inside", "outside", "unknown"]
Voice = Literal["active", "passive", "noun"]

REACH = 110
"""How far, in characters, a cue or an object may stand from its act."""

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
    r"\b(?:(?:bupati|wali ?kota|gubernur|kepala daerah)(?: dan wakil(?:nya| \w+){0,2})?(?: terpilih)?"
    r"|dan wakilnya(?:, [^,]{3,40},)?)\s+"
    r"(?:(?:baru|resmi|telah|sudah|akan|itu|yang)\s+)*$",
    re.IGNORECASE,
)
_FORMERLY = re.compile(r"\b(?:mantan|eks|bekas|pensiunan)\W+$", re.IGNORECASE)
_HEAD_NEXT = re.compile(r"[^,.;\n]{0,30},\s*(?:bupati|wali ?kota|gubernur)\b", re.IGNORECASE)
_ENTRUSTS = frozenset({"dipercaya", "dipercayakan", "diangkat", "ditetapkan sebagai", "diamanahi", "mengangkat"})
_AS_ACTING = re.compile(
    r"\s+(?:[\w]+\s+)?(?:(?:sebagai|menjadi|jadi)\s+)?(?:pj|plt|plh|pjs|penjabat|pelaksana (?:tugas|harian))\b",
    re.IGNORECASE,
)
# The mayors of Jakarta's administrative cities are civil servants whom the governor appoints (UU 29/2007 art. 19).
_OF_JAKARTA = re.compile(
    r"\s+(?:kota |kabupaten )?(?:administrasi )?(?:jakarta (?:timur|barat|utara|selatan|pusat)|kepulauan seribu)\b",
    re.IGNORECASE,
)
_DIRECTLY = re.compile(
    r"(?:\s+(?!sk\b|surat|keputusan|oleh|kantor|rumah|pendopo|sesuai|di\b)[\w-]+){0,2}\s+", re.IGNORECASE
)
_BY_STATE = re.compile(r"\s*(?:langsung )?(?:oleh )?(?:presiden|mendagri|menteri dalam negeri)\b", re.IGNORECASE)
_WIDE_NOUNS = frozenset(
    {"lurah", "pejabat", "jabatan", "struktural", "aparatur", "kursi", "fungsional", "eselon", "birokrasi"}
)
_OTHER_SERVICES = frozenset({"police", "army", "justice", "ministry", "company", "committee", "sport", "recruit"})


def voice(word: str) -> Voice:
    """Return the voice of an act's word by its prefix; a root or a derived noun only names the act."""
    if word.startswith(("di", "ter", "ber")):
        return "passive"
    return "active" if word.startswith("me") else "noun"


def who_is_moved(text: str, term: Term, clause: list[Term], *, headline: bool) -> tuple[Subject, str, Kind]:
    """Tell whom the act moves: the nearest noun on the side where the verb's voice puts the one who is moved."""
    kind = cast("Kind", term.entry.kind)
    oath = term.entry.action in {"lantik", "sumpah", "kukuh"}
    passive = voice(term.entry.term) == "passive"
    by_head = _BY_HEAD.match(text, term.end) if passive else _BEHALF.match(text, term.end)
    told_from = by_head.end() if by_head else term.end
    nouns = _widest([t for t in clause if t.entry.role in {"inside", "outside"} or (t.entry.role == "head" and oath)])
    after = [
        t
        for t in nouns
        if told_from <= t.start <= term.end + REACH
        and not (
            (t.entry.role == "head" or t.entry.kind in {"acting", "elected"})
            and _PRESIDES.search(text, term.end, t.start)
        )
    ]
    before = [
        t
        for t in reversed(nouns)
        if term.start - REACH <= t.end <= term.start
        and t.entry.role != "head"
        and not _FORMERLY.search(text, max(0, t.start - 12), t.start)
    ]
    if passive:
        after = [t for t in after if t.entry.role != "head"]
        ordered = before + after
    else:
        ordered = after or (before if headline or kind in {"uji_kompetensi", "seleksi_terbuka"} else [])
    if (oath or term.entry.action == "tunjuk") and _designates(text, term, after, before if passive else []):
        kind = "penunjukan"
    if kind == "seleksi_terbuka" and any(t.entry.kind == "goods" for t in clause):
        return "outside", "goods", kind
    if by_head and passive and _HEAD_NEXT.match(text, by_head.end()):
        return "outside", "elected", kind
    if passive and oath and _is_of_elected(text, term, ordered):
        return "outside", "elected", kind
    if not ordered:
        service = [] if passive else _service_that_acts(clause, term)
        return ("outside", service[0].entry.kind, kind) if service else ("unknown", "", kind)
    return (*_class_of(text, term, ordered, nouns, clause, passive=passive), kind)


def _is_of_elected(text: str, term: Term, ordered: list[Term]) -> bool:
    """Tell whether the oath is an elected head's own (`sejak ia dan wakilnya dilantik`, `dilantik Presiden`)."""
    if any(t.entry.kind == "acting" for t in ordered[:2]):
        return False
    before = _ELECTED_BEFORE.search(text, max(0, term.start - 60), term.start)
    return before is not None or _BY_STATE.match(text, term.end) is not None


def _class_of(
    text: str, term: Term, ordered: list[Term], nouns: list[Term], clause: list[Term], *, passive: bool
) -> tuple[Subject, str]:
    """Return whether the first noun of `ordered` is of the civil service, and its class."""
    first = ordered[0]
    if first.entry.kind == "acting":
        first = next((t for t in ordered[1:] if 0 <= t.start - first.end < 25), first)
        if first.entry.role == "head":
            return "inside", "acting"
    if first.entry.role == "head" and _OF_JAKARTA.match(text, first.end):
        return "inside", "civil_service"
    if first.entry.role == "head":
        direct = _DIRECTLY.fullmatch(text, term.end, first.start) is not None
        return ("outside" if direct else "unknown"), "elected"
    if first.entry.role == "inside" and first.entry.term in _WIDE_NOUNS:
        others = {"village"} if first.entry.term == "lurah" else _OTHER_SERVICES
        near = [t for t in nouns if t.entry.kind in others and first.end <= t.start <= first.end + 45]
        if not near and not passive:
            near = _service_that_acts(clause, term)
        if near:
            return "outside", near[0].entry.kind
    return ("inside" if first.entry.role == "inside" else "outside"), first.entry.kind


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


def is_designation(text: str, term: Term, clause: list[Term]) -> bool:
    """Tell whether somebody is put into an acting post (`dipercaya menjadi Plt`, `akan menjabat sebagai Penjabat`)."""
    planned = any(t.entry.kind == "planned" and 0 <= term.start - t.end <= 12 for t in clause)
    return (planned or term.entry.term in _ENTRUSTS) and _AS_ACTING.match(text, term.end) is not None
