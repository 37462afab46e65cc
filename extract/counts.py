"""How many officials, and of which kind: the counts that a text tells, with their labels and levels.

Only numbers of people and posts are counts: money, shares, ages, times, articles of law, villages and votes are not, as
no unit of `data/count_units.toml` follows them. A label is what the article calls the people counted, without the
classifier (`12 orang pejabat administrator`: `pejabat administrator`) and without the name of their government.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Literal, NamedTuple

from extract.count_labels import Label, Levels, UnitKind, is_bare, label_after, label_before, may_be_counted
from extract.eselon import EselonMention, find_eselon, merge_levels
from extract.numbers import NumberMention, find_numbers

if TYPE_CHECKING:
    from collections.abc import Sequence

    from extract.events import Headcount, Span

CountRole = Literal["moved", "vacant", "retired", "present", "absent", "dropped", "proposed", "earlier"]
"""What is told of those counted, where it is not that they are moved: their posts are empty, they retired, attended a
ceremony, stayed away, were struck from a list, are only proposed or applying, or were moved earlier."""


class CountMention(NamedTuple):
    """One count of officials, posts or other people.

    `start`-`end` hold modifier, number and label; `number` the number alone. `unit` is the head noun in small letters,
    `label` the words for those counted as the article has them, empty where it only says `orang` or nothing. `low` and
    `high` bound the count (None is open). `definite` counts are spoken of again (`ke-29 pejabat itu`, `dari 22 orang`).
    """

    start: int
    end: int
    number: Span
    value: Headcount
    low: int
    high: int | None
    label: str
    unit: str
    unit_kind: UnitKind
    eselon: tuple[str, ...] = ()
    approximate: bool = False
    definite: bool = False
    role: CountRole = "moved"
    flags: tuple[str, ...] = ()


_NOT_COUNTED_BEFORE = frozenset(
    "nomor no no. pasal ayat bab lantai jalan jl jl. rt rw kilometer tipe golongan kelas pukul jam rp rp. usd nip pp uu"
    " perda perbup perwali perpres permendagri sd sdn smp smpn sma sman smk smkn mts mtsn min man negeri dapil komisi"
    " asisten bidang seksi tahap jilid gelombang angkatan panel urutan peringkat hut jadi uang # @ $".split()
)
"""Words after which a number names or numbers something."""
_LINE_NUMBER = re.compile(r"\n\s{0,4}(\d{1,3})(?=[.)\s])")
_YEAR = re.compile(r"(?:19|20)\d\d")
_YEAR_BEFORE = frozenset(
    "tahun pada sejak di sepanjang selama periode pilkada pemilu apbd anggaran januari februari maret april mei juni"
    " juli agustus september oktober november nopember desember / -".split()
)
_NO_ONE_BEFORE = frozenset("tidak tak bukan salah per demi".split())
_ONE_BY_ONE = re.compile(r"\s+(?:per|demi)\s+|-satunya|\s+pun\b", re.IGNORECASE)
_DEFINITE_AFTER = re.compile(r"\s+(?:itu|tersebut|ini|tadi|dimaksud)\b")
_DEFINITE_BEFORE = re.compile(
    r"(?<!terdiri )(?<!berasal )(?<!mulai )(?<!lebih )(?<!kurang )\bdari\s+(?:total\s+|jumlah\s+)?$", re.IGNORECASE
)
_ROLES: tuple[tuple[CountRole, re.Pattern[str]], ...] = (
    (
        "vacant",
        re.compile(
            r"(?:yang\s+|masih\s+|kini\s+|itu\s+|saat ini\s+|di[a-z ]{3,30}\s+yang\s+)*"
            r"(?:(?:sampai|hingga)\s+(?:kini|sekarang|saat\s+ini)\s+)?(?:masih\s+)?"
            r"(?:kosong|lowong|(?:belum|tak)\s+(?:ter|di)isi|tanpa\s+pejabat)\b"
        ),
    ),
    ("retired", re.compile(r"(?:[a-z]+\s+){0,3}(?:pensiun|purna\s?tugas|meninggal|wafat)\b")),
    ("absent", re.compile(r"(?:[a-z]+\s+){0,2}(?:absen|(?:tidak|tak|belum)\s+(?:hadir|ikut|mengikuti|datang))\b")),
    ("absent", re.compile(r"(?:saat ini|kini|sudah|telah|masih)\s+(?:di|ter)isi\s+(?:oleh\s+)?pejabat\s+definitif")),
    (
        "dropped",
        re.compile(r"(?:[a-z]+\s+){0,3}(?:dicoret|gugur|ditolak|(?:tidak|tak)\s+(?:lolos|lulus|memenuhi|diundang))\b"),
    ),
    (
        "proposed",
        re.compile(
            r"(?:yang\s+|akan\s+|sudah\s+|telah\s+)*(?:diusulkan|mendaftar\w*|melamar|diajukan|memperebutkan|berebut|rebutan|bersaing)\b"
        ),
    ),
    (
        "present",
        re.compile(
            r"(?:yang\s+|turut\s+|ikut\s+|dan\s+)*(?:hadir|menghadiri|menyaksikan|diundang|datang)\b"
            r"|(?:turut|ikut)\s+serta\b"
        ),
    ),
)
_VACANT_IN_HEADLINE = re.compile(r"(?:Yang |Masih |Kini |Saat Ini )*(?:Kosong|Lowong|Belum Terisi)\b")
_ROLE_WORDS = re.compile(
    "definitif|kosong|lowong|terisi|tanpa|pensiun|purna|meninggal|wafat|absen|tidak|tak|belum|dicoret|gugur|ditolak|diusulkan|mendaftar"
    "|melamar|diajukan|rebut|bersaing|hadir|menyaksikan|diundang|datang|turut|ikut"
)
"""One of these stands in what each pattern of `_ROLES` matches; a text without them is not tried with six patterns."""
_PROPOSED_BEFORE = (
    "mengusulkan",
    "mengajukan",
    "usul",
    "semula",
    "awalnya",
    "sebenarnya",
    "menyedot",
    "menjaring",
    "dilamar",
    "diminati",
)
_IN_ALL = re.compile(r"\s*,?\s*yang\s+(?:ada|tersedia)\b")
"""`Dari 26 kepala dinas yang ada, 22 dilantik`: how many there are, not how many are moved."""
_EARLIER_BEFORE = ("setelah", "sesudah", "usai", "selepas")
"""`Setelah tujuh kepala dinas, kini giliran 111 pejabat administrator`."""
_MADE_HEADS = re.compile(
    r"[^.;\n]{0,110}?\b(?:jadi|menjadi|sebagai) (?:kepala sekolah|kepsek|pengawas|kepala (?:tk|paud|sd|smp|sma|smk))",
    re.IGNORECASE,
)
"""`18 guru dilantik sebagai kepala sekolah`: teachers who enter a post."""
_OF_COMMITTEE = re.compile(
    r"\b(?:tim|panitia|pansel|timsel)\b[^.;,\d]{0,24}\b(?:berjumlah|sebanyak|terdiri(?: dari| atas)?) $", re.IGNORECASE
)
"""`Tim seleksi berjumlah tujuh orang`: those who judge."""
_OUTSIDE_BEFORE = (
    "beranggotakan",
    "dihadiri",
    "disaksikan",
    "menghadirkan",
    "diwakili",
    "perwakilan",
    "penguji",
    "pansel",
)


def find_counts(text: str, eselons: Sequence[EselonMention] | None = None) -> list[CountMention]:
    """Return the counts of people and posts in `text` (folded), in order of their numbers.

    `eselons` are those of `find_eselon(text)`, found anew where not given. Counts of other people (applicants, guests,
    village heads, CPNS) are returned with `unit_kind` `other`, so that they are not taken for officials later.
    """
    mentions = find_eselon(text) if eselons is None else eselons
    levels = Levels(mentions, [mention.start for mention in mentions])
    listed = _list_numbers(text)
    counts: list[CountMention] = []
    for number in find_numbers(text):
        if (number.collective or may_be_counted(text, number.end, levels)) and _is_counting(text, number, listed):
            count = _count(text, number, levels)
            if count is not None:
                counts.append(count)
    return counts


def _list_numbers(text: str) -> frozenset[int]:
    """Return the numbers that begin lines and follow each other: those of a numbered list."""
    found = {int(match[1]) for match in _LINE_NUMBER.finditer(f"\n{text}")}
    return frozenset(number for number in found if number - 1 in found or number + 1 in found)


def _is_counting(text: str, number: NumberMention, listed: frozenset[int]) -> bool:
    at = number.start
    said = text[max(0, at - 16) : at]
    line = said[said.rfind("\n") + 1 :]
    begins = not line.strip() and ("\n" in said or at < 16)
    if begins and number.value in listed and text[at].isdigit():
        return False
    words = line.lower().split()
    before = words[-1].lstrip("(\"'") if words else ""
    if before in _NOT_COUNTED_BEFORE or _ONE_BY_ONE.match(text, number.end):
        return False
    if before in _YEAR_BEFORE and _YEAR.fullmatch(text, at, number.end):
        return False
    return number.value != 1 or before not in _NO_ONE_BEFORE


def _count(text: str, number: NumberMention, levels: Levels) -> CountMention | None:
    unit = None if number.collective else label_after(text, number.end, levels)
    if number.ordinal and unit is None and not number.collective:
        return None
    start, end = number.phrase_start, unit.end if unit else number.end
    if unit is None or unit.kind == "person" or (unit.kind in ("official", "post") and is_bare(unit)):
        left = None if number.ordinal else label_before(text, number, unit, levels)
        if left is not None:
            return _mention(text, number, left, (min(left.start, start), end), levels)
    if unit is None:
        if not number.collective:
            return None
        unit = Label(number.end, number.end, "", "person")
    return _mention(text, number, unit, (start, end), levels)


def _mention(text: str, number: NumberMention, unit: Label, span: Span, levels: Levels) -> CountMention:
    label = " ".join(text[unit.start : unit.end].split()) if unit.kind != "person" else ""
    inside = levels.within(unit.start, unit.end)
    definite = number.ordinal or _DEFINITE_AFTER.match(text, span[1]) is not None or _said_of_before(text, span[0])
    kind = unit.kind
    if unit.head == "guru" and _MADE_HEADS.match(text, span[1]):
        kind = "official"
    flags = number.flags
    if text[number.start : number.end].lower() == "seorang":
        flags = (*flags, "article")
    return CountMention(
        span[0],
        span[1],
        (number.start, number.end),
        number.value,
        number.low,
        number.high,
        label,
        unit.head,
        kind,
        merge_levels(level for mention in inside if mention.role != "origin" for level in mention.levels),
        number.approximate,
        definite,
        "present" if definite and _IN_ALL.match(text, span[1]) else _role(text, span),
        flags,
    )


def _said_of_before(text: str, at: int) -> bool:
    """Tell whether the count at `at` is taken from one told before: `dari 22 orang`."""
    if not text[max(0, at - 16) : at].rstrip().lower().endswith(("dari", "total", "jumlah")):  # spares the pattern most
        return False
    return _DEFINITE_BEFORE.search(text, max(0, at - 16), at) is not None


def _role(text: str, span: Span) -> CountRole:
    opening = max(0, span[0] - 40)
    opening = max(opening, text.rfind("\n", opening, span[0]) + 1)
    for word in text[opening : span[0]].lower().split()[-3:]:
        if word.startswith(_OUTSIDE_BEFORE):
            return "present"
        if word.startswith(_PROPOSED_BEFORE):
            return "proposed"
    if _OF_COMMITTEE.search(text, opening, span[0]):
        return "present"
    at = span[1]
    if text[at : at + 1] == "," and text[opening : span[0]].lower().rstrip().endswith(_EARLIER_BEFORE):
        return "earlier"
    while at < len(text) and text[at] in " \n)":
        at += 1
    if _VACANT_IN_HEADLINE.match(text, at, at + 40):
        return "vacant"
    if not _ROLE_WORDS.search(text, at, at + 60):
        return "moved"
    return next((role for role, pattern in _ROLES if pattern.match(text, at, at + 60)), "moved")
