"""Chooses the acts that an article tells as facts about a region's civil servants, to be united into claims."""

from __future__ import annotations

import re
from collections.abc import Collection, Sequence

from extract.acts import Act
from extract.events import Kind
from extract.moved import OATHS
from extract.scanning import says
from extract.sentences import Sentence

ACTING_WORDS = ("pj", "pjs", "plt", "plh", "penjabat")
_SERVICES = frozenset(
    {"police", "army", "justice", "ministry", "village", "committee", "recruit", "sport", "campus", "company"}
    | {"civil_oath", "elected"}
)
_AIMED = frozenset({"", "melalui", "mengikuti", "dalam", "proses", "tahapan"})
"""Words before a selection that is opened to fill posts; its `hasil` or `peserta` fill them later."""
_BY_ACTING = re.compile(r"di(?:isi|ganti|gantikan|jabat|tempati|duduki|pegang)\b|mengganti\b", re.IGNORECASE)
_STILL = re.compile(
    r"\bmasih (?:(?:kosong|lowong),? (?:dan |sehingga )?)?$|\bsaat ini (?:masih )?(?:kosong|lowong),? (?:dan )?$"
)
_FOR_GOOD = re.compile(r"\s+(?:sebagai|menjadi|jadi)\s+[^.;,\n]{0,70}?\bdefinitif\b", re.IGNORECASE)
"""`Tiga Plt dilantik sebagai kepala dinas definitif`."""
_AS_ACTING = re.compile(
    r" (?:langsung )?oleh [^;\n]{5,110}?,? (?:sebagai|menjadi|jadi) "
    r"(?:pjs?|pl[th]|penjabat|pelaksana (?:tugas|harian))\b",
    re.IGNORECASE,
)
"""`dilantik oleh Gubernur Jambi, Edi Lubis, menjadi Pj Bupati`."""
_ENDS = re.compile(r"[^.;,\n]{0,30}?\bmengakhiri\b", re.IGNORECASE)
"""`Pelantikan ini mengakhiri statusnya sebagai Plt`."""
_ACTING_NEXT = re.compile(r" (?:pj|plt|plh|pjs|penjabat)\b", re.IGNORECASE)
_TENURE = re.compile(
    r"\b(?:setelah|selama|usai|sudah|hampir)\s+(?:(?:hampir|lebih dari|sekitar|kurang lebih)\s+)?"
    r"(?:se|(?:\w+\s+){1,2})(?:tahun|bulan|pekan|minggu|hari)(?:\s+(?:lebih|terakhir|ini))?,?\s*$",
    re.IGNORECASE,
)
_CANDIDATES = re.compile(
    r"\bcalon (?:sekretaris daerah|sekda\w*|sekprov|kepala dinas)\b[^.;]{0,60}"
    r"\b(?:mengikuti|menjalani|tes|ujian|makalah)\b",
    re.IGNORECASE,
)
_APPLICANTS = re.compile(
    r"\b(?:peserta seleksi|lulus administrasi|seleksi administrasi|pelamar|pendaftar)\b", re.IGNORECASE
)
_THEY = re.compile(r"[\"']?(?:keduanya|ketiganya|keempatnya|mereka|ia|dia|yang bersangkutan)\b", re.IGNORECASE)
AGAIN = re.compile(r"\bulang\b|\bkembali dilantik\b", re.IGNORECASE)
"""Words that tell an oath taken anew."""


def is_abroad(acts: Sequence[Act]) -> bool:
    """Tell whether the article's first act moves others than civil servants: an elected head, police, a village.

    An acting head may come from anywhere (`Dirjen ... menjadi Pj Gubernur`).
    """
    if any(act.sentence <= 1 and act.kind == "penunjukan" and act.strong and act.subject == "inside" for act in acts):
        return False
    first = next(
        (act for act in acts if act.subject != "unknown" and (act.strong or act.subject_class in _SERVICES)), None
    )
    return first is not None and first.subject == "outside"


def promoted(acts: list[Act]) -> list[Act]:
    """Let the act that another, vaguer one is done by stand for both (`akan diisi melalui seleksi terbuka`)."""
    if any(act.strong and not act.modifier for act in acts):
        return acts
    means = [act for act in acts if act.strong and act.modifier in {"melalui", "mengikuti", "dalam"}]
    return [act._replace(modifier="") for act in means] or acts


def of_the_service(
    text: str, sentences: Sequence[Sentence], acts: Sequence[Act], title_end: int, *, abroad: bool
) -> list[Act]:
    """Return the acts that move civil servants of a region and are told as facts.

    In an article from abroad, acts that do not say whom they move are taken to move the same others. An assessment
    within a selection is a stage of it.
    """
    sworn_in = [_by_post_entered(text, act) for act in acts]
    confirmed = any(a.kind == "mutasi" and b.kind != "mutasi" for a, b in zip(sworn_in, acts, strict=True))
    acts = sworn_in
    first = next((act.kind for act in acts if act.strong and not act.modifier), None)
    named = {act.kind for act in acts if act.strong and act.subject != "outside"}
    selection = first == "seleksi_terbuka" or _is_competed_for(text, named)
    assessment = (
        not selection and "uji_kompetensi" in named and "seleksi_terbuka" not in named
    )  # its committee is called Pansel too
    untold = not any(act.start < title_end for act in acts)
    told_below = next((act.kind for act in acts if act.start >= title_end and act.strong and not act.modifier), None)
    acting_head = says(ACTING_WORDS, text, 0, title_end)
    designation = first == "penunjukan" or (acting_head and not confirmed and (untold or told_below == "penunjukan"))
    kept: list[Act] = []
    for act in acts:
        if (
            act.kind == "pemberhentian"
            and act.subject == "unknown"
            and kept
            and _goes_on(text, sentences, kept[-1], act)
        ):
            act = act._replace(subject="inside", subject_class="them")
        again = AGAIN.search(text, act.end, min(sentences[act.sentence].end, act.end + 12)) is not None
        if act.subject == "outside" or (act.hypothetical and not again) or _still_held(text, act):
            continue
        if abroad and (act.subject == "unknown" or not act.strong):
            continue
        if act.action == "tunjuk" and _TENURE.search(text, sentences[act.sentence].start, act.start):
            continue
        if again and act.hypothetical:
            act = act._replace(status="planned")
        oath = act.action in OATHS and (act.subject == "unknown" or _into_acting(text, act, title_end))
        if designation and oath and not act.postponed:
            act = act._replace(kind="penunjukan", subject="inside")
        if act.subject_class == "acting" and act.action in {"isi", "ganti"} and _BY_ACTING.match(text, act.start):
            act = act._replace(kind="penunjukan")
        if act.subject_class == "acting" and act.action in {"rombak", "tahap"}:
            act = act._replace(kind="penunjukan", strong=act.action == "rombak")
        if assessment and act.kind == "seleksi_terbuka":
            act = act._replace(kind="uji_kompetensi")
        if selection and act.kind == "uji_kompetensi":
            act = act._replace(kind="seleksi_terbuka")
        kept.append(act)
    return _filled_by_selection(kept)


def _by_post_entered(text: str, act: Act) -> Act:
    """Take the oath of acting holders who enter their posts for good for a move, of those who become such for none."""
    if act.action in OATHS and act.kind == "penunjukan" and _FOR_GOOD.match(text, act.end):
        return act._replace(kind="mutasi", subject="inside", subject_class="civil_service")
    if act.action in OATHS and act.kind == "mutasi" and act.subject != "outside" and _AS_ACTING.match(text, act.end):
        return act._replace(kind="penunjukan", subject="inside", subject_class="acting")
    return act


def _into_acting(text: str, act: Act, title_end: int) -> bool:
    """Tell whether a headline leaves out the word between oath and post (`Pejabat Provinsi Dilantik Pj Sekda`)."""
    return act.start < title_end and _ACTING_NEXT.match(text, act.end) is not None


def _still_held(text: str, act: Act) -> bool:
    """Tell whether an acting holder fills the post as before (`masih diisi Plt`) or no longer: nobody is designated."""
    if act.kind == "penunjukan" and _ENDS.match(text, act.end):
        return True
    fills = act.subject_class == "acting" and act.action in {"isi", "ganti", "tunjuk"}
    if not fills or _BY_ACTING.match(text, act.start) is None:
        return False
    return _STILL.search(text, max(0, act.start - 40), act.start) is not None


def _is_competed_for(text: str, named: Collection[Kind]) -> bool:
    """Tell whether an assessment is a stage of a selection: candidates or applicants go through it."""
    return "uji_kompetensi" in named and (
        _CANDIDATES.search(text) is not None or ("seleksi_terbuka" in named and _APPLICANTS.search(text) is not None)
    )


def _goes_on(text: str, sentences: Sequence[Sentence], last: Act, act: Act) -> bool:
    """Tell whether the sentence goes on about those whom the last one moves (`Keduanya mundur pada Senin`)."""
    near = last.kind == act.kind and last.subject == "inside" and 0 < act.sentence - last.sentence <= 1
    return near and _THEY.match(text, sentences[act.sentence].start, act.start) is not None


def _filled_by_selection(acts: list[Act]) -> list[Act]:
    """Let the filling of posts that a sentence tells as the aim or end of a selection belong to the selection."""
    moved = {a.sentence for a in acts if a.kind == "mutasi" and a.strong and not a.modifier}
    selected = {a.sentence for a in acts if a.kind == "seleksi_terbuka" and a.modifier in _AIMED} - moved
    return [
        act._replace(kind="seleksi_terbuka") if act.action == "isi" and act.sentence in selected else act
        for act in acts
    ]
