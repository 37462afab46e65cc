"""Tells how an act is told: as done, planned, called off, denied, only thought of, or as a mere circumstance."""

from __future__ import annotations

import re
from typing import cast

from extract.events import Status
from extract.moved import REACH, holds_acting, voice
from extract.terms import Term, TermEntry

_NOT = "tidak|belum|bukan|tak|tanpa|menolak|membantah|menepis|dibantah"
_NOT_WHAT = (
    "ada|akan|pernah|melakukan|sebagai|untuk|merupakan|berarti|kode|soal|karena|isu|kabar|menyentuh|urusan|membahas|boleh"
    "|menyinggung|lagi|lewat|melalui|perlu|harus|menggelar|membuka|mengikuti|memutuskan|menentukan|menetapkan|memastikan"
    "|jelas|kapan|selalu|melulu|mesti|pakai|memakai|menggunakan"
)
_NEGATION = re.compile(rf"\b(?:{_NOT})(?: (?:{_NOT_WHAT}))* (?:rencana )?$", re.IGNORECASE)
_NEGATION_ENDS = tuple(f"{word} " for word in f"{_NOT}|{_NOT_WHAT}|rencana".split("|"))
"""What `_NEGATION` ends with, looked at first: it spares it most acts."""
_ONLY = re.compile(r"\b(?:tidak|bukan|tak) (?:hanya|cuma|sekadar|sekedar|saja)\b", re.IGNORECASE)
_RELATIVE = re.compile(
    r"\byang (?:(?:baru|baru saja|telah|sudah|ikut|turut|akan|batal|hendak|semula) ){0,2}$", re.IGNORECASE
)
_REPORTED_PAST = re.compile(
    r"\b(?:sempat|usai|setelah|sebelumnya|pernah)\s+(?!(?:ini|itu)\b)(?:[\w-]+\s+){0,3}$", re.IGNORECASE
)
_SUBJECT_OF_LETTER = re.compile(
    r"\b(?:perihal|hal)\s*:?\s*(?:(?:rekomendasi|persetujuan|permohonan|izin)\s+(?:atas\s+)?)?$", re.IGNORECASE
)
"""`Surat Nomor 12 Perihal Rencana Seleksi Terbuka`: the letter's plan, carried out since."""
_APPROVED = re.compile(
    r"\b(?:merekomendasikan|menyetujui|mengizinkan|mengijinkan)\s+(?:pelaksanaan\s+|rencana\s+|proses\s+)?$",
    re.IGNORECASE,
)
"""`KASN sudah merekomendasikan pelantikan`: a leave to do what is not done yet."""
_POSTPONED = TermEntry("digeser", "status", "planned", "postponed", True)
_CEREMONY_BEFORE = re.compile(
    r"\b(?:pelantikan|acara|jadwal\w*|prosesi|pengambilan sumpah|agenda|upacara|hari pelaksanaan)\b[^.;]{0,60}$",
    re.IGNORECASE,
)
_FUTURE_TIME = frozenset(
    {"besok", "lusa", "mendatang", "pekan depan", "minggu depan", "bulan depan", "tahun depan", "dalam waktu dekat"}
)
_GENERIC = frozenset({"mutasi", "rotasi", "rombak", "promosi", "isi"})
_RULES = frozenset({"harus", "wajib", "perlu", "dilarang", "tidak boleh", "boleh", "bisa", "dapat"})
_NEWS = frozenset({"kabar", "isu", "rumor"})
_CONFIRMS = re.compile(
    r"\b(?:membenarkan|benarkan|dibenarkan|mengonfirmasi|mengkonfirmasi) (?:adanya )?$", re.IGNORECASE
)
"""`membenarkan kabar pengunduran diri`: the news is true."""
_PERMITS = frozenset({"boleh", "dilarang", "tidak boleh", "harus", "wajib"})
_BEFORE_VERBS = frozenset(
    {"sebelum", "tentang", "peraturan", "aturan", "surat", "syarat", "panitia", "tim", "menunggu", "menanti"}
)
_SHORTLY = 60
"""How many characters before an act the patterns look at that end right before it."""
_WISHED = 45
"""How far, in characters, a rule, wish or rumour may stand before the act that it speaks of."""
_DOES = re.compile(
    r"\s+(?:[\w.-]+\s+){0,4}?(?:(?:me)?laku(?:kan)?|(?:meng)?gelar|(?:meng)?adakan|(?:melak)?sanakan|(?:mem)?buka)\s+"
    r"(?:[\w-]+\s+){0,2}|\s+(?:segera\s+|adanya\s+)?",
    re.IGNORECASE,
)
_WISHES = frozenset({"minta", "meminta", "dorong", "mendorong", "berharap", "mengharapkan", "mengimbau", "imbau"})
# `Kepala Dinas PUPR yang dilantik Januari lalu meninjau`: whose inauguration is told only to say who he is.
_PASSING = re.compile(
    r"[^.,;:\d]{0,45}\b(?:lalu|silam),? (?:juga |pun |langsung |kemudian )?(?:me|ber)\w{3,}", re.IGNORECASE
)
_ASKS = re.compile(
    r"\b(?:me|di)?(?:minta|desak|dorong|tuntut|imbau|usulkan|rekomendasikan|sarankan)\b[^.;]{0,70}$"
    r"|\b(?:mendesak|menuntut|mengusulkan|merekomendasikan|menyarankan|harus|agar|supaya|perlu)\b[^.;]{0,70}$",
    re.IGNORECASE,
)
_CROWD = re.compile(
    r"\b(?:massa|warga|dprd|dewan|tuntutan|demonstran|pendemo|lsm|mahasiswa|pengunjuk rasa)\b", re.IGNORECASE
)
# `kursi kosong karena ada yang pensiun, sakit, mengundurkan diri`
_SOME_WHO = re.compile(
    r"\b(?:karena|akibat|sebab|lantaran|baik)\b[^.;]{0,20}\b(?:ada )?yang\b[^.;]{0,50}$", re.IGNORECASE
)
_SEVERAL = re.compile(r"\d|\b(?:para|sejumlah|puluhan|belasan|ratusan|se(?:puluh|belas)|sebanyak)\b", re.IGNORECASE)
_THE_ONE = re.compile(r"\s+(?:itu|ini|tersebut)\b", re.IGNORECASE)
_SINCE = re.compile(
    r"\b(?:belum|baru) (?:genap )?(?:se|[\w]+ )(?:hari|pekan|minggu|bulan|tahun) (?:ini )?(?:di)?$", re.IGNORECASE
)
_ONCE = re.compile(r"\byang (?:dulu |dahulu )?(?:pernah|sempat) $", re.IGNORECASE)
_STANDING = frozenset({"menjabat", "menduduki", "dijabat", "mengemban jabatan", "merangkap"})
_STANDS = re.compile(
    r"\b(?:yang|saat ini|masih|selama|semasa|sejak|ketika) (?:(?:kini|juga|masih|saat (?:itu|ini)|pernah|sudah) )?$",
    re.IGNORECASE,
)
# `mutasi yang dilakukan wali kota`, `pelantikan 12 pejabat berlangsung di pendopo`: a noun, but told as a fact.
_CARRIED_OUT = re.compile(
    r"[^.;:\"\n]{0,90}?\b(?<!akan )(?<!bisa )(?<!dapat )(?<!harus )(?<!perlu )(?<!segera )(?<!belum )(?<!tidak )"
    r"(?<!bakal )(?:dilakukan|digelar|dilaksanakan|berlangsung|diselenggarakan|diadakan|dipimpin|bergulir|terjadi"
    r"|tuntas|rampung)\b",
    re.IGNORECASE,
)
# `Lantik 9 Pejabat dan Tegaskan Akan Evaluasi`: the plan is of what the head does next, not of the oath.
_DOES_ELSE = re.compile(r"\s+(?:terus |juga |kembali )?(?:me|eval|kembalikan|awasi|tindak|periksa)\w*", re.IGNORECASE)
# `Walau masa jabatan akan berakhir Mei, Gubernur melantik ...`: the plan has a verb and a clause of its own.
_OWN_VERB = re.compile(
    r"\s+(?:segera |kembali )?(?:berakhir|memasuki|purna\w*|pensiun|habis|maju)\b[^;]*,", re.IGNORECASE
)
# `mengancam akan melaporkan proses mutasi`: what is planned is the complaint.
_COMPLAINS = re.compile(
    r"\s+(?:segera |kembali )?(?:(?:me)?lapor\w*|(?:meng)?adu\w*|(?:me)?manggil|panggil|gugat|menggugat|mempertanyakan"
    r"|membahas|mengkaji|menelusuri|mengawal|menyurati|mempelajari)\b",
    re.IGNORECASE,
)
_WHICH_WAS_HELD = re.compile(
    r"[^.;:\"\n]{0,90}?\byang (?:baru (?:saja )?|telah |sudah )?(?:dilakukan|digelar|dilaksanakan|berlangsung)\b",
    re.IGNORECASE,
)
_TALK = "membahas"
"""What stands for every word that makes the act the object of talk (`menyoroti mutasi`)."""
_TALKS = frozenset({_TALK, "terkait", "soal", "tentang"})
# `Rotasi pejabat jadi sorotan`, `mutasi guru dikritik`
_IS_TALKED_OF = re.compile(
    r"(?! (?:hari ini|besok|kemarin))[^.,;:\"\n\d]{0,60}? (?:"
    r"(?:tetap |masih |kian |kembali )?(?:men)?jadi (?:sorotan|perhatian|perbincangan|polemik|pertanyaan|pembicaraan"
    r"|buah bibir|bahan)|(?:men|t)uai (?:sorotan|kritik\w*|polemik|protes|kecaman)"
    r"|(?:di|ter)(?:sorot|soroti|kritik|kritisi|pertanyakan|persoalkan|keluhkan|sesalkan|bahas|nilai)\b)",
    re.IGNORECASE,
)
# `pelantikan masih menunggu izin`: told as still to come.
_AWAITED = re.compile(
    r"[^.;:\"\n]{0,70}?\b(?:masih|tinggal|sedang|tengah|hanya) (?:me(?:nunggu|nanti)|tunggu)\b", re.IGNORECASE
)
_SURE_TO = re.compile(
    r"[^.;:\"\n]{0,170}?\bdipastikan (?:akan |bakal |segera )?(?:digelar|dilaksanakan|dilakukan|berlangsung)\b",
    re.IGNORECASE,
)
# What is planned of a selection itself; of its candidates other things are (`tiga besar segera dipanggil`).
_STAGE_COMES = re.compile(
    r"(?:\s+(?!di)\w+){0,3}\s+(?:di(?:gelar|laksana|buka|laku|mulai|ada|ikuti|selenggara|lanjut|ulang|jalan|umum|jadwal|rencana)"
    r"|berlangsung|mulai|bergulir|menyusul)",
    re.IGNORECASE,
)
_SCHEDULES = frozenset("akan bakal dijadwalkan direncanakan rencananya diagendakan dijadwal segera usulan".split())


_AT_LAST = re.compile(r"\bakhirnya\b", re.IGNORECASE)
"""After what was put off: the act that was done for all that (`sempat tertunda, akhirnya dilantik`)."""
_SECOND_FOLLOWS = re.compile(
    r"[^.;:\n]{0,30}?\b(?:akan|bakal|segera) menyusul (?:lagi )?"
    r"(?:pelantikan|mutasi|rotasi|rolling|perombakan|pergeseran|promosi|tahap|gelombang|jilid)\b",
    re.IGNORECASE,
)
"""`ini pelantikan tahap pertama, pekan depan akan menyusul perombakan besar`: the plan is of the next one."""
_BY_HOURS = re.compile(
    r"\s+(?:(?:hingga|sampai|menjadi|ke|dari|selama|sekitar|hampir|beberapa) ){0,2}(?:\w+ )?"
    r"(?:pukul|jam|menit|siang|sore|petang|malam)\b",
    re.IGNORECASE,
)
"""`molor hingga malam`: the ceremony began late, but on its day."""
_MODALS = frozenset({"akan", "bakal", "segera"})


def is_denied(before: str, clause: list[Term]) -> bool:
    """Tell whether the words `before` the act in its clause, or a denial anywhere in it, say that it did not happen."""
    if any(t.entry.role == "denial" for t in clause):
        return True
    if not before[-16:].lower().endswith(_NEGATION_ENDS):
        return False
    return _NEGATION.search(before) is not None and _ONLY.search(before) is None


def is_shifted_day(before: str, term: Term) -> bool:
    """Tell whether `digeser` moves the ceremony to another day rather than a person to another post."""
    return term.entry.term == "digeser" and _CEREMONY_BEFORE.search(before) is not None


def shift_cue(term: Term) -> Term:
    """Return the cue that a shifted day gives the act `term`: put off, and so planned."""
    return Term(term.end, term.end, _POSTPONED)


def status_of(text: str, before: str, term: Term, clause: list[Term]) -> tuple[Status | None, bool]:
    """Return the status that a cue gives the act, and whether it was put off to a later day.

    A cue that says it came to nothing outweighs the one that told the plan (`yang dijadwalkan Rabu dibatalkan`).
    """
    cues = [t for t in clause if t.entry.role == "status" and _governs(text, before, t, term, clause)]
    cues = [t for t in cues if t.entry.kind != "cancelled" or not _is_asked_for(before, t, term)]
    if any(t.entry.action == "postponed" and _BY_HOURS.match(text, t.end) for t in clause):
        cues = [t for t in cues if t.entry.kind != "planned"]
    cues.sort(key=lambda t: (t.entry.kind != "cancelled", not t.entry.action, abs(t.start - term.start)))
    if not cues:
        return ("planned" if _is_awaited(text, term) or _is_approved(before, term) else None), False
    return cast("Status", cues[0].entry.kind), cues[0].entry.action == "postponed"


def _is_awaited(text: str, term: Term) -> bool:
    noun = voice(term.entry.term) == "noun"
    return noun and (_AWAITED.match(text, term.end) or _SURE_TO.match(text, term.end)) is not None


def _is_approved(before: str, term: Term) -> bool:
    return voice(term.entry.term) == "noun" and _APPROVED.search(before[-_SHORTLY:]) is not None


def is_carried_out(text: str, term: Term) -> bool:
    """Tell whether the clause goes on to say that what the noun names took place."""
    return _CARRIED_OUT.match(text, term.end) is not None


def _is_asked_for(before: str, cue: Term, term: Term) -> bool:
    """Tell whether the calling off is only asked for (`meminta Bupati membatalkan mutasi`)."""
    ahead = before[: max(0, len(before) - (term.start - cue.start))]
    return cue.start < term.start and _ASKS.search(ahead) is not None


def _governs(text: str, before: str, cue: Term, term: Term, clause: list[Term]) -> bool:
    """Tell whether the cue speaks of the act: before it, or after it where the act is a noun or the cue a time."""
    noun = voice(term.entry.term) == "noun"
    if cue.start <= term.start and term.end <= cue.end:
        return True
    ahead = cue.end <= term.start
    distance = term.start - cue.end if ahead else cue.start - term.end
    low, high = sorted((cue.start, term.start))
    between = any(t.entry.role == "act" and t.entry.strong and low < t.start < high for t in clause)
    if distance > REACH or between or cue.entry.kind in {"negated", "name"}:
        return False
    if ahead:
        between_them = before[max(0, len(before) - (term.start - cue.end)) :]
        if cue.entry.kind == "planned" and (_OWN_VERB.match(between_them) or _COMPLAINS.match(between_them)):
            return False
        if cue.entry.action == "postponed" and _AT_LAST.search(between_them):
            return False
        ahead_of_cue = before[: cue.start - (term.start - len(before))]
        of_letter = cue.entry.kind == "planned" and _SUBJECT_OF_LETTER.search(ahead_of_cue[-_SHORTLY:])
        if of_letter or _REPORTED_PAST.search(ahead_of_cue):
            return False
        return noun or distance <= 60 or cue.entry.kind != "planned"
    if cue.entry.kind == "cancelled" and _RELATIVE.search(before[-_SHORTLY:]):
        return True  # `ratusan pejabat yang dilantik pada 22 Maret dibatalkan pengangkatannya`
    if cue.entry.kind == "planned" and not cue.entry.action:
        if _SECOND_FOLLOWS.match(text, cue.start):
            return False
        after = cue.entry.term in _FUTURE_TIME or "menyusul" in cue.entry.term
        if term.entry.kind == "seleksi_terbuka" and cue.entry.term in _MODALS and not _STAGE_COMES.match(text, cue.end):
            return False
        return after or (noun and cue.entry.term in _SCHEDULES and not _DOES_ELSE.match(text, cue.end))
    return noun


_OF_COMMITTEE = re.compile(
    r"\b(?:pansel|timsel|panitia|tim)(?: seleksi)?\)?\s+"
    r"(?:(?:uji kompetensi|rotasi|mutasi|promosi|job ?fit)[-/, ]+(?:dan )?)*$",
    re.IGNORECASE,
)
"""`Ketua Pansel Rotasi-Mutasi`: the act is in the committee's name."""


def modifier_of(text: str, before: str, term: Term, clause: list[Term]) -> str:
    """Return the word that makes the act a circumstance; a verb tells what was done even after `usai` or `setelah`."""
    if _RELATIVE.search(before[-_SHORTLY:]) and term.entry.term not in _STANDING:
        passing = _PASSING.match(text, term.end) or _THE_ONE.match(text, term.end)
        return "yang" if passing and not _SEVERAL.search(before[-80:]) else ""
    if term.entry.term in _STANDING and _STANDS.search(before[-_SHORTLY:]):
        return "yang"
    if term.entry.kind == "pemberhentian" and _SOME_WHO.search(before[-120:]):
        return "yang"
    if holds_acting(text, term) or _ONCE.search(before[-_SHORTLY:]) or _SINCE.search(before[-_SHORTLY:]):
        return "yang"
    noun = voice(term.entry.term) == "noun"
    if noun and term.entry.action in _GENERIC and _OF_COMMITTEE.search(before[-_SHORTLY:]):
        return "panitia"
    if noun and term.entry.action in _GENERIC and _IS_TALKED_OF.match(text, term.end):
        return "" if _WHICH_WAS_HELD.match(text, term.end) else _TALK
    found = next(
        (
            _TALK if t.entry.kind == "talk" else t.entry.term
            for t in clause
            if t.entry.role == "modifier"
            and 0 <= term.start - t.end <= 22
            and (noun or t.entry.term in _BEFORE_VERBS)
            and (t.entry.kind != "talk" or term.entry.action in _GENERIC)
        ),
        "",
    )
    if found in _TALKS:
        return "" if _WHICH_WAS_HELD.match(text, term.end) else found
    return "" if found == "proses" and is_carried_out(text, term) else found


def is_hypothetical(text: str, before: str, term: Term, clause: list[Term]) -> bool:
    """Tell whether the act is only thought of: a rule, a wish, a rumour, or a truth about all such acts."""
    if _RELATIVE.search(before[-_SHORTLY:]):
        return False
    noun = voice(term.entry.term) == "noun"
    generic = noun and term.entry.action in _GENERIC
    return any(
        t.entry.role == "hypothetical"
        and not (t.entry.term in _NEWS and _CONFIRMS.search(before[: max(0, len(before) - (term.start - t.start))]))
        and (t.entry.kind != "policy" or noun)
        and (t.entry.kind != "demand" or _is_demanded(text, t, term, clause))
        and (
            0 <= term.start - t.end <= _WISHED
            or (generic and t.entry.term in _RULES and 0 <= t.start - term.end <= 30)
            or (noun and t.entry.term in _PERMITS and 0 <= t.start - term.end <= 30)
        )
        for t in clause
    )


def _is_demanded(text: str, demand: Term, term: Term, clause: list[Term]) -> bool:
    """Tell whether the act is what somebody other than the region's head asks for (`DPRD minta bupati mencopot`)."""
    if not 0 <= term.start - demand.end <= _WISHED or any(
        t.entry.role == "head"
        and t.end <= demand.start
        and _CROWD.search(text, t.end, demand.start) is None  # `bupati mengamini massa yang meminta kadis dicopot`
        for t in clause
    ):
        return False
    if "," in text[demand.end : term.start]:
        return False
    if demand.entry.term not in _WISHES:
        return True
    if voice(term.entry.term) == "noun":
        return _DOES.fullmatch(text, demand.end, term.start) is not None
    return voice(term.entry.term) == "active" or term.entry.kind == "pemberhentian"
