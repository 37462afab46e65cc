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

_UNIT, _NEXT = 80, 45
"""How far the words for a service may stand from a post of it (`Kepala Unit ... Satreskrim`): less past a comma."""

_BY_HEAD = re.compile(
    r"\s*(?:langsung |secara langsung )?(?:oleh )?(?:plt\.? |pj\.? |plh\.? |pjs\.? |penjabat |\(pj\) )*"
    r"(?:bupati|wali ?kota|gubernur|wabup|wakil bupati|wakil wali ?kota|wakil gubernur|sekda|camat|panewu|lurah)\b"
    r"(?! baru)",
    re.IGNORECASE,
)
_BEHALF = re.compile(
    r"[^.;:]{0,40}?\b(?:mewakili|atas nama)\s+(?:plt\.? |pj\.? |plh\.? |pjs\.? |penjabat )?"
    r"(?:bupati|wali ?kota|gubernur)",
    re.IGNORECASE,
)
_PRESIDES = re.compile(
    r"\b(?:oleh|dipimpin|dilakukan|mewakili|atas nama|di hadapan|hadir|dihadiri|disaksikan|menunggu|berlangsung"
    r"|digelar|diserahkan|diteken|ditandatangani|diterbitkan|dikeluarkan)\b",
    re.IGNORECASE,
)
# `dilantik, kursi Kadis PUPR masih diisi Plt`: who holds a post is not the one who is sworn in.
_HELD = re.compile(r"\b(?:masih|diisi|dijabat|dipegang|dirangkap|kosong|lowong)\b", re.IGNORECASE)
_ELECTED_BEFORE = re.compile(
    r"\b(?:(?:bupati|wali ?kota|gubernur|kepala daerah)(?: dan wakil(?:nya| \w+){0,2})?(?: terpilih)?"
    r"|dan wakilnya(?:, [^,]{3,40},)?)\s+"
    r"(?:(?:baru|resmi|telah|sudah|akan|itu|yang)\s+)*$",
    re.IGNORECASE,
)
_OF_SELECTION = re.compile(
    r"(?:\s+(?:tim|panitia))*\s+(?:seleksi|pansel|timsel|penguji|penilai|rotasi|mutasi|uji kompetensi|job ?fit)\b",
    re.IGNORECASE,
)
"""Who chairs the committee of a selection is nobody's rival for it (`kata Ketua Pansel`)."""
_FORMERLY = re.compile(r"\b(?:mantan|eks|bekas|pensiunan)\W+$", re.IGNORECASE)
# `Sejak dilantik pada 30 Juni 2025, Bupati X`: the oath is the head's own, the more so where its day is told.
_SINCE = re.compile(r"\bsejak (?:resmi )?$", re.IGNORECASE)
_AFTER = re.compile(r"\b(?:sejak|setelah|sesudah|usai|seusai|selepas|pasca) (?:resmi )?$", re.IGNORECASE)
_DAY_AND_HEAD = re.compile(
    r"(?P<day>[^.;:,\n]{0,40}\d[^;:,\n]{0,20})?[^.;:,\n]{0,60},\s*(?:bupati|wali ?kota|gubernur)\b", re.IGNORECASE
)
_HEAD_NEXT = re.compile(r"[^,.;\n]{0,30},\s*(?:bupati|wali ?kota|gubernur)\b", re.IGNORECASE)
_ENTRUSTS = frozenset(
    {
        "dipercaya",
        "dipercayakan",
        "mempercayakan",
        "diangkat",
        "ditetapkan sebagai",
        "diamanahi",
        "mengangkat",
        "mendapuk",
        "didapuk",
        "dipasrahi",
        "menempatkan",
        "ditempatkan",
        "tempatkan",
    }
)
_HOLDS = frozenset(
    {
        "mengemban tugas",
        "mengemban amanah",
        "mengemban jabatan",
        "merangkap",
        "menjabat",
        "dijabat",
        "diisi",
        "diduduki",
        "ditempati",
        "dipimpin plt",
        "dipimpin plt.",
        "dipimpin pj",
        "dipimpin pelaksana tugas",
        "dipegang plt",
        "dipegang plt.",
        "dipegang pelaksana tugas",
    }
)
_ACTING_WORD = re.compile(r"\b(?:plt\.?|pj|pelaksana tugas)$")
_THEM = re.compile(r"\s+(?:langsung )?(?:mereka|keduanya|ketiganya|seluruhnya|semuanya|ia|dia)\b", re.IGNORECASE)
_BEGINS = re.compile(
    r"\b(?:resmi|mulai|terhitung)\b|\b(?:sejak|per) (?:senin|selasa|rabu|kamis|jumat|sabtu|minggu|\d)", re.IGNORECASE
)
_STANDING = re.compile(r"\b(?:untuk sementara|saat ini|kini|masih) $", re.IGNORECASE)
"""What tells how things stand, not what was done: `enam jabatan untuk sementara dipercayakan kepada Plt`."""
_WHO = re.compile(r"\b(?:yang|saat|ketika|selama|semasa) (?:(?:kini|juga|masih|saat ini) ){0,2}$", re.IGNORECASE)
_AS_ACTING = re.compile(
    r"\s+(?:[\w]+\s+)?(?:(?:oleh|sebagai|menjadi|jadi)\s+)?(?:pj|plt|plh|pjs|penjabat|pelaksana (?:tugas|harian))\b",
    re.IGNORECASE,
)
# `mengangkat Asisten II Rina Wati, MPd sebagai Pelaksana Tugas`, `tempatkan 5 Plt kepala dinas`
_PLACES_AS_ACTING = re.compile(
    r"(?:[^.;:\n]|\.(?! [A-Z][a-z]{3})){3,110}? (?:sebagai|menjadi|jadi) "
    r"(?:pj|plt|plh|pjs|penjabat|pelaksana (?:tugas|harian))\b|\s+(?:\w+\s+)?(?:plt|plh)\b",
    re.IGNORECASE,
)
# The mayors of Jakarta's administrative cities are civil servants whom the governor appoints (UU 29/2007 art. 19).
_OF_JAKARTA = re.compile(
    r"\s+(?:kota |kabupaten )?(?:administrasi )?(?:jakarta (?:timur|barat|utara|selatan|pusat)|kepulauan seribu)\b",
    re.IGNORECASE,
)
# In the kabupaten of Yogyakarta a lurah heads a village (Perda Istimewa 1/2018); in its kota, a kelurahan.
_OF_YOGYAKARTA = re.compile(r"[^.;\n]{0,45}?\b(?:gunung ?kidul|bantul|sleman|kulon ?progo)\b", re.IGNORECASE)
_DIRECTLY = re.compile(
    r"(?:\s+(?!sk\b|surat|keputusan|oleh|kantor|rumah|pendopo|sesuai|di\b)[\w-]+){0,2}\s+", re.IGNORECASE
)
_BY_STATE = re.compile(r"\s*(?:langsung )?(?:oleh )?(?:presiden|mendagri|menteri dalam negeri)\b", re.IGNORECASE)
_OTHER_SERVICES = frozenset(
    {"police", "army", "justice", "ministry", "company", "committee", "sport", "recruit", "campus"}
)
_GOVERNMENT = re.compile(
    r"\b(?:pemkab|pemkot|pemprov|pemda|pemko|setda\w*|pemerintah (?:kabupaten|kota|provinsi|daerah))\b", re.IGNORECASE
)
# The oath that makes a recruit a civil servant (PP 94/2021 art. 3) gives nobody a post.
_CIVIL_OATH = re.compile(
    r"(?:[ /](?:dan )?(?:janji|janjinya))?[^.,;:]{0,12}?\b(?:sebagai|menjadi|jadi) (?:seorang )?"
    r"(?:pns|asn|pegawai negeri|aparatur sipil)\b",
    re.IGNORECASE,
)
_CIVIL_SERVANT = re.compile(r"\b(?:pns|asn|pegawai negeri sipil)$")
# Tests and appraisals of others than officials: of schools, journalists, damage, budgets.
_OTHER_TEST = re.compile(
    r"\s+(?:nasional|madrasah|sumatif|formatif|kompetensi minimum|wartawan|jurnalis|keahlian|kejuruan|profesi|siswa"
    r"|murid|bencana|kerusakan|dampak|lapangan|kebutuhan|risiko|medis|pasien|triwulan|semester|bulanan|keuangan|anggaran|apbd"
    r"|bumd|program|pembangunan|sekolah|fiskal)\b",
    re.IGNORECASE,
)
_MEETING = re.compile(r"\b(?:rapat|rakor|raker|monitoring dan)(?: koordinasi| kerja)? $", re.IGNORECASE)
_DONE_BY = re.compile(r"\b(?:di|ter)[a-z]{3,}\s+(?:oleh\s+)?(?:para\s+|sejumlah\s+)?$", re.IGNORECASE)
_SPEAKS = re.compile(
    r":|[^,;]{0,60}\b(?:mengatakan|menyebut(?:kan)?|menjelaskan|menyatakan|menegaskan|mengungkapkan|menuturkan|memastikan"
    r"|menambahkan|menilai|mengklaim|membenarkan)\b",
    re.IGNORECASE,
)
# Words that others bear too: the lurah of a village in Yogyakarta, the heads of private schools.
_NAMESAKES: dict[str, set[str]] = {
    "lurah": {"village"},
    **{f"kepala {school}": {"campus"} for school in ("sekolah", "sma", "smk", "smp", "sd", "tk", "paud")},
    "kepsek": {"campus"},
}
_TO_STAFF = re.compile(
    r"\s+(?:(?!dan\b|serta\b|lalu\b)[\w-]+\s+){0,3}?(?:menjadi|jadi|sebagai|ke) "
    r"(?:staf(?! (?:ahli|khusus))|pelaksana(?! (?:tugas|harian)))\b",
    re.IGNORECASE,
)
# Words for an act that say themselves whose it is (`rolling jabatan`, `seleksi sekda`).
_NAMES_POSTS = re.compile(
    r"\b(?:jabatan|pejabat|jptp?|eselon|sekda|sekretaris daerah|kepala dinas|pimpinan tinggi|birokrasi)$"
)
OATHS = frozenset({"lantik", "sumpah", "kukuh"})
"""Acts by which officials are sworn in; no unit bears their words, as `Kabid Mutasi` bears one of a move."""
_MOVES = frozenset({"geser", "mutasi", "rotasi"})
# Verbs whose subject is the one who is moved, whatever their prefix.
_UNDERGONE = (
    "mendapat", "mengucap", "mengangkat sumpah", "meletakkan jabatan", "melepas jabatan", "mengundurkan diri", "mundur",
    "menempati", "menduduki", "menjabat", "mengemban", "kehilangan", "lengser", "lepas dari", "naik jabatan",
    "turun jabatan", "pindah", "alih tugas", "dapat", "kebagian", "merangkap", "tidak", "tanpa", "menjadi", "jadi",
)  # fmt: skip


def voice(word: str) -> Voice:
    """Return the voice of an act's word by its prefix; a root or a derived noun only names the act.

    Words of which the one who is moved is the subject (`mundur`, `mengucapkan sumpah`) count as passive.
    """
    if word.startswith(("di", "ter", "ber", *_UNDERGONE)):
        return "passive"
    return "active" if word.startswith("me") or (word.endswith("kan") and not word.startswith("pe")) else "noun"


def who_is_moved(text: str, term: Term, clause: list[Term], *, headline: bool) -> tuple[Subject, str, Kind]:
    """Tell whom the act moves: the nearest noun on the side where the verb's voice puts the one who is moved."""
    kind = cast("Kind", term.entry.kind)
    oath = term.entry.action in OATHS
    of_heads = oath or term.entry.action == "serah terima"
    passive = voice(term.entry.term) == "passive"
    by_head = _BY_HEAD.match(text, term.end) if passive else _BEHALF.match(text, term.end)
    told_from = by_head.end() if by_head else term.end
    other = _moves_nobody(text, term)
    if other:
        return "outside", other, kind
    if term.entry.action in _MOVES and _TO_STAFF.match(text, term.end):
        kind = "pemberhentian"
    nouns = _widest(
        [t for t in clause if t.entry.role in {"inside", "outside"} or (t.entry.role == "head" and of_heads)]
    )
    nouns = [
        t
        for t in nouns
        if t.entry.kind not in {"nobody", "approver"}
        and not _is_agent(text, t)
        and not (t.entry.kind == "organisation" and _OF_SELECTION.match(text, t.end))
    ]
    after = [
        t
        for t in nouns
        if told_from <= t.start <= term.end + REACH
        and not (
            (t.entry.role == "head" or t.entry.kind in {"acting", "elected"})
            and _PRESIDES.search(text, term.end, t.start)
        )
        # `Selamat kepada yang dilantik, jabatan itu amanah` speaks of posts, not of those who are moved
        and not (t.entry.term == "jabatan" and text[term.end : t.start].endswith(", "))
    ]
    before = [
        t
        for t in reversed(nouns)
        if term.start - REACH <= t.end <= term.start
        and t.entry.role != "head"
        and not _FORMERLY.search(text, max(0, t.start - 12), t.start)
        and not _SPEAKS.match(text, t.end, term.start)
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
        return *_nobody_named(term, clause, passive=passive), kind
    if kind == "uji_kompetensi" and _assesses_a_head(text, term, ordered, clause):
        return "outside", "elected", kind
    subject, subject_class = _class_of(text, term, ordered, nouns, clause, passive=passive)
    if not passive and subject == "inside" and _THEM.match(text, term.end):
        subject_class = "them"
    elif subject_class == "any_service" and (by_head or _government_before(text, term, clause)):
        subject_class = "civil_service"
    return subject, subject_class, kind


def _nobody_named(term: Term, clause: list[Term], *, passive: bool) -> tuple[Subject, str]:
    """Tell whom an act moves beside which nobody is named: those of the service that acts, or that its word names."""
    service = [] if passive else _service_that_acts(clause, term)
    if service:
        return "outside", service[0].entry.kind
    return ("inside", "any_service") if _NAMES_POSTS.search(term.entry.term) else ("unknown", "")


def _moves_nobody(text: str, term: Term) -> str:
    """Return why no official is moved: an oath that makes civil servants, a test of others; else empty."""
    if term.entry.action in OATHS:
        civil = _CIVIL_SERVANT.search(term.entry.term) or _CIVIL_OATH.match(text, term.end)
        return "civil_oath" if civil else ""
    if term.entry.kind != "uji_kompetensi":
        return ""
    other = _OTHER_TEST.match(text, term.end) or _MEETING.search(text, max(0, term.start - 20), term.start)
    return "test" if other else ""


def _is_agent(text: str, noun: Term) -> bool:
    """Tell whether the noun is a bystander who did something (`camat yang didemo warga dicopot`)."""
    return noun.entry.kind == "public" and _DONE_BY.search(text, max(0, noun.start - 30), noun.start) is not None


def _assesses_a_head(text: str, term: Term, ordered: list[Term], clause: list[Term]) -> bool:
    """Tell whether the one assessed is an acting head of a region, whom the ministry assesses."""
    first = ordered[0]
    if first.entry.kind != "acting" or not _DIRECTLY.fullmatch(text, term.end, first.start):
        return False
    return any(t.entry.role == "head" and 0 <= t.start - first.end < 5 for t in clause)


def _government_before(text: str, term: Term, clause: list[Term]) -> bool:
    """Tell whether the clause names a region's head or government before the act, as the one who moves."""
    start = min((t.start for t in clause), default=term.start)
    if any(t.entry.role == "head" and t.end <= term.start for t in clause):
        return True
    return _GOVERNMENT.search(text, max(0, min(start, term.start - REACH)), term.end + REACH) is not None


def _is_of_elected(text: str, term: Term, ordered: list[Term]) -> bool:
    """Tell whether the oath is an elected head's own (`sejak ia dan wakilnya dilantik`, `dilantik Presiden`)."""
    if any(t.entry.kind == "acting" for t in ordered[:2]):
        return False
    before = _ELECTED_BEFORE.search(text, max(0, term.start - 60), term.start)
    ahead = _DAY_AND_HEAD.match(text, term.end)
    led = ahead and (_AFTER if ahead["day"] else _SINCE).search(text, max(0, term.start - 20), term.start)
    if led:
        return True
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
    if first.entry.term == "lurah" and _OF_YOGYAKARTA.match(text, first.end):
        return "outside", "village"
    others = _OTHER_SERVICES if first.entry.kind == "any_service" else _NAMESAKES.get(first.entry.term)
    if others is not None:
        near = [
            t
            for t in nouns
            if t.entry.kind in others
            and first.end <= t.start <= first.end + (_UNIT if "," not in text[first.end : t.start] else _NEXT)
            and not _PRESIDES.search(text, first.end, t.start)
        ]
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
            between = (text, term.end, acting.start)
            return _PRESIDES.search(*between) is None and _HELD.search(*between) is None
    return any(t.entry.kind == "acting" for t in before[-1:])


def holds_acting(text: str, term: Term) -> bool:
    """Tell whether the act says who holds a post as its acting head (`dijabat Plt`, `merangkap sebagai Plt`)."""
    if term.entry.term not in _HOLDS:
        return False
    return _ACTING_WORD.search(term.entry.term) is not None or _AS_ACTING.match(text, term.end) is not None


def is_designation(text: str, term: Term, clause: list[Term]) -> bool:
    """Tell whether somebody is put into an acting post (`dipercaya menjadi Plt`, `akan menjabat sebagai Penjabat`)."""
    if term.entry.term in _HOLDS:
        return holds_acting(text, term) and (_is_planned(term, clause) or _takes_up(text, term))
    if term.entry.term in _ENTRUSTS and _STANDING.search(text, max(0, term.start - 24), term.start):
        return False
    placed = term.entry.term in _ENTRUSTS and _PLACES_AS_ACTING.match(text, term.end) is not None
    if _AS_ACTING.match(text, term.end) is None and not placed:
        return False
    return term.entry.term in _ENTRUSTS or _is_planned(term, clause)


def _is_planned(term: Term, clause: list[Term]) -> bool:
    return any(t.entry.kind == "planned" and 0 <= term.start - t.end <= 12 for t in clause)


def _takes_up(text: str, term: Term) -> bool:
    """Tell whether `mengemban tugas` or `dijabat Plt` tells the beginning of a charge rather than a standing one."""
    if _WHO.search(text, max(0, term.start - 30), term.start):
        return False
    start, end = term.start, term.end
    while end < len(text) and end < term.end + REACH and text[end] not in ".;\n":
        end += 1
    while start and start > term.start - REACH and text[start - 1] not in ".;\n":
        start -= 1
    return _BEGINS.search(text, start, end) is not None
