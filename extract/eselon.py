"""Eselon levels of structural posts, in every spelling of the press and in the words of the law.

UU 5/2014 (Aparatur Sipil Negara) art. 131 equates the old ladder with the classes of posts: eselon I is jabatan
pimpinan tinggi utama and madya, II is jabatan pimpinan tinggi pratama, III is jabatan administrator, IV is jabatan
pengawas, V and general functional staff are jabatan pelaksana. UU 20/2023 art. 13-14 keeps the classes as jabatan
manajerial (pimpinan tinggi, administrator, pengawas) and nonmanajerial (fungsional, pelaksana). A fungsional post has
no eselon.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING, Literal

from extract.scanning import lowered

if TYPE_CHECKING:
    from collections.abc import Iterable

EselonRole = Literal["level", "origin", "requirement", "vacant", "person", "central"]
"""What a mention of a level is about: `level` the people or posts spoken of, `origin` the level someone is promoted
from, `requirement` a level one must have held or is on a par with, `vacant` posts said to be empty, `person` one
unnamed official (`seorang pejabat eselon III`), `central` posts of ministries and other central bodies."""

ROMAN = ("I", "II", "III", "IV", "V")


@dataclass(frozen=True, slots=True)
class EselonMention:
    """One statement of levels: `eselon II, III dan IV`, `pejabat administrator`, `JPT pratama`."""

    start: int
    end: int
    levels: tuple[str, ...]
    role: EselonRole = "level"


def merge_levels(levels: Iterable[str]) -> tuple[str, ...]:
    """Return levels sorted and without repeats; where `II` and `II.b` are told of the same people `II.b` stands."""
    told = set(levels)
    lettered = {level.partition(".")[0] for level in told if "." in level}
    return tuple(sorted(told - lettered, key=lambda level: (ROMAN.index(level.partition(".")[0]), level)))


# Roman numerals are also typed with small l, capital I, 1 or a bar: `ll`, `lll`, `lV`, `1V`; `Vl` is a slip for `IV`.
_STROKE = "[IilL1|]"
_NUMERAL = rf"(?:{_STROKE}[Vv](?![A-Za-z]{{2}})|[Vv]{_STROKE}?|{_STROKE}{{1,3}}|[2-5])"
_WORD = "(?:[Ss]atu|[Dd]ua|[Tt]iga|[Ee]mpat|[Ll]ima|SATU|DUA|TIGA|EMPAT|LIMA)"
# A letter is a or b; `A. Yani` after a numeral is an initial. `II.b`, `IIb`, `II b`, `II-B`, `III/a`, `2B`, `II (b)`.
_AB = r"(?:[ab](?![A-Za-z0-9])|[AB](?![A-Za-z0-9]|\.\s?[A-Z]))"
_LETTER = rf"(?:(?:[./(-]?[abAB](?![A-Za-z0-9])|\s?[./(-]?\s?{_AB})\)?)"
_LETTERS = rf"{_LETTER}(?:\s?(?:/|,|dan|-|&)\s?{_AB})?"
_ESELON = "el?s+[eao]{0,2}l+e?on"
"""The word in all its spellings: `esselon`, `eselon`, `eslon`, `esalon`, `eseleon`, `elselon`."""
_PEOPLE = (
    rf"(?!\s+(?:orang|pejabat|jabatan|{_ESELON}|kepala|camat|lurah|kursi|posisi|nama|asn|pns|staf|asisten|sekretaris"
    r"|direktur|lain|lainnya|lagi|di\s?antaranya|puluh|belas|ratus)\b)"
)
_LEVEL = rf"(?:(?:{_NUMERAL}|{_WORD})(?:{_LETTERS})?(?![A-Za-z0-9]))"
_UNTIL = r"(?:\s*-\s*|,?\s+(?i:hingga|sampai(?:\s+dengan)?|s\.?\s?/?\s?d\.?)\s+)"
_AND = r"(?:\s*[,/&]\s*(?:(?i:dan|serta|maupun|atau)\s+)?|\s+(?i:dan|serta|maupun|atau)\s+)"
_ESELON_WORD = rf"(?i:{_ESELON})"
_LIST = re.compile(
    rf"(?P<word>{_ESELON_WORD})(?:\s*[-(.]?\s?|\s?[,:]\s?(?={_STROKE}|[Vv]))(?P<levels>{_LEVEL}"
    rf"(?:(?:{_UNTIL}|{_AND})(?:{_ESELON_WORD}\s*)?{_LEVEL}{_PEOPLE}){{0,6}})"
)
_ROMAN_LEVEL = rf"(?:[Il][Vv]|[Il]{{1,3}})(?:{_LETTERS})?(?![A-Za-z0-9])"
_TELLING = r"(?:(?:sebanyak|berjumlah|ada)\s+|[:=(]\s*)?"
_COUNTED_ON = re.compile(
    rf"\s*{_TELLING}\d{{1,3}}(?:\s(?:orang|pejabat|jabatan))?\)?\s*(?:[,;]|\b(?:dan|serta)\b)\s*(?:(?:dan|serta)\s+)?"
    rf"(?P<level>{_ROMAN_LEVEL})(?=\s*{_TELLING}\d{{1,3}}\b)"
    rf"|\s*(?:[,;]|\b(?:dan|serta)\b)\s*(?:(?:dan|serta)\s+)?\d{{1,3}}\s+(?:orang\s+|pejabat\s+)?(?P<after>{_ROMAN_LEVEL})"
)
"""`eselon II 8 orang, III 30 orang dan IV 50 orang`: the word is told once, the counts stand between."""
_ITEM = re.compile(rf"(?P<until>{_UNTIL})?(?P<numeral>{_NUMERAL}|{_WORD})(?P<letters>{_LETTERS})?(?![A-Za-z0-9])")
_WORD_VALUES = {"satu": 1, "dua": 2, "tiga": 3, "empat": 4, "lima": 5}

_ADMINISTRA = "adm(?:ini|in|i)s?i?tr?a"
_ADMINISTRATOR = rf"{_ADMINISTRA}(?:tor|(?P<adjective>si))\b"
"""The word in all its spellings: `administrator`, `adminstrator`, `admistrator`, `administator`."""
# Searched in the lower-cased text one by one: a pattern that opens with a literal is several times faster than one of
# alternatives.
_STEMS = tuple(
    re.compile(stem)
    for stem in (
        _ESELON,
        r"jptp?\b",
        r"pptp?\b",
        r"pimpinan\s+(?:ter)?tinggi\b",
        r"tinggi\b",
        r"pratama\b",
        _ADMINISTRATOR,
        r"pengawas\b",
        r"pelaksana\b",
    )
)
_HIGH = re.compile(
    r"(?i:(?:jpt|ppt|pimpinan\s+(?:ter)?tinggi|tinggi)(?:\s*\((?:jpt|ppt|jptp)\))?[\s/-]+(?:(?P<pratama>pratama)|(?P<top>madya|utama))"
    r"|(?P<short>jptp|pptp)|(?P<turned>pratama\s+tinggi)|(?:(?<=pejabat\s)|(?<=jabatan\s))(?P<bare>pratama))\b"
)
_OTHER_ADMINISTRATOR = re.compile(
    r"\s+(?:kesehatan|database|basis|pelabuhan|kek\b|kawasan|sistem|jaringan|data\b|akun|grup|website|situs|web\b|keuangan"
    r"|umum\b|perbankan|rumah|sekolah|aplikasi)",
    re.IGNORECASE,
)
_CLASS_III = re.compile(_ADMINISTRATOR, re.IGNORECASE)
_WITH_SUPERVISOR = re.compile(
    r"(?:,|/|,? dan| serta| maupun) ?(?:para )?(?:pejabat |jabatan )?pengawas\b"
    r"(?! (?:sekolah|madrasah|internal))",
    re.IGNORECASE,
)
"""`pejabat administrasi dan pengawas`: beside its neighbour in the ladder the class stands for its first level."""
_OTHER_SUPERVISOR = re.compile(
    r"\s+(?:sekolah|madrasah|pemilu|pemilihan|tk\b|sd\b|smp\b|sma\b|smk\b|paud|pai\b|pendidikan|satuan|intern|internal"
    r"|obat|farmasi|makanan|ketenagakerjaan|keuangan|lapangan|proyek|tps|mutu|lingkungan\s+hidup|perikanan|benih|bibit"
    r"|penyelenggara|perdagangan|kemetrologian|kecamatan|kelurahan|desa\b|ujian|koperasi|radiasi|kearsipan|alat|farm"
    r"|perairan|ternak|kelautan|konstruksi|bina|syariah|bumd|jalan|mata\s+pelajaran|rumpun|penilik)",
    re.IGNORECASE,
)
_SCHOOLS = re.compile(
    r"\b(?:kepala\s+(?:sekolah|tk|sd|smp|sma|smk)|kepsek|penilik|guru)\b[^.;\n]{0,40}$", re.IGNORECASE
)
_NOT_A_LEVEL_BEFORE = re.compile(
    r"(?:\bnon[\s-]*|\b(?:dewan|badan|panitia|tim|komite|majelis|anggota|lembaga|fungsional|guru|satuan|kepala|ketua|komisi"
    r"|sekolah|unsur|konsultan|asisten|petugas|calon)\s+)$",
    re.IGNORECASE,
)
_TITLED = re.compile(r"\b(?:pejabat|jabatan|jenjang|level|posisi|setingkat|setara)\s+(?:dan\s+)?$", re.IGNORECASE)
_LEVEL_NEAR = re.compile(
    rf"(?i:{_ESELON}|{_ADMINISTRA}tor|(?:pejabat|jabatan)\s+{_ADMINISTRA}si|pratama|pengawas\b(?!\s+(?:sekolah|internal))|pejabat\s+fungsional|jptp?\b)"
)
_JOINED_BEFORE = re.compile(
    r"(?:,|\b(?:dan|serta|maupun|hingga|sampai|atau))\s+(?:(?:pejabat|jabatan|\d+)\s+(?:orang\s+)?)?$"
)
_TASK = re.compile(r"\s+(?:tugas|harian|bpbd|badan|kegiatan|teknis|pemilu|pengadaan)", re.IGNORECASE)

_ORIGIN = re.compile(r"(?:naik|promosi\w*|kenaikan|beralih|diangkat|berangkat)\s+dari\s+(?:(?:pejabat|jabatan)\s+)?$")
_FROM = re.compile(r"\bdari\s+(?:(?:pejabat|jabatan)\s+)?$")
_UPWARD = re.compile(
    rf"\s+(?:(?:naik|promosi|dipromosikan)\s+)?(?:ke|menjadi|jadi|menuju)\s+(?:\w+\s+)?(?:{_ESELON}|jpt)",
    re.IGNORECASE,
)
_RISEN = re.compile(
    r"\s+yang\s+(?:\w+\s+)?(?:dilantik|naik|dipromosikan|diangkat|promosi)\s+(?:(?:menjadi|jadi|ke|sebagai)\s+)(?:\w+\s+)?"
    rf"(?:{_ESELON}|jpt)",
    re.IGNORECASE,
)
_COMPOSED = re.compile(
    r"\b(?:terdiri|berasal|mulai|yakni|terbagi|terhitung|jumlah)\s+dari\s+(?:(?:pejabat|jabatan)\s+)?$"
)
_REQUIREMENT = re.compile(
    r"\b(?:minimal|paling\s+rendah|setara|setingkat|sederajat|selevel|se-?\s?level|pernah\s+(?:menduduki|menjabat)"
    r"|sedang\s+(?:atau\s+pernah\s+)?menduduki|tahun\s+(?:menjadi|sebagai|di|menduduki))\s+(?:(?:pejabat|jabatan|dengan)\s+)*$"
)
_PERSON = re.compile(
    r"\b(?:salah\s+(?:satu|seorang)|seorang|sang)\s+(?:mantan\s+|eks\s+)?(?:oknum\s+)?(?:pejabat\s+)?$"
)
_VACANT = re.compile(
    r"[^.;\n]{0,30}?\byang\s+(?:masih\s+|saat ini\s+|sedang\s+|kini\s+)?(?:kosong|lowong|belum\s+terisi|tak\s+terisi)\b"
)
_CENTRAL = re.compile(
    r"\b(?:kementerian|menteri|kemen[a-z]+|dirjen|direktur\s+jenderal|deputi|sekjen|bkn|kanwil|polri|kejaksaan|bpk|kpk|lembaga)\b",
    re.IGNORECASE,
)


def find_eselon(text: str) -> list[EselonMention]:
    """Return the levels stated in `text` (folded), in order of their place, one mention a list or class name.

    `eselon II, III dan IV` is one mention of three levels, `administrator dan pengawas` two mentions of one each. The
    letter is kept where told (`II.b`). Words that only look like a level are left out: `pengawas sekolah`,
    `dewan pengawas`, `pelaksana tugas`, a person named Pratama.
    """
    mentions: list[EselonMention] = []
    reached = 0
    for start in _starts(text):
        if start < reached:
            continue
        found = _read(text, start, mentions)
        if found is None:
            continue
        reached, levels = found
        mentions.append(EselonMention(start, reached, levels, _role(text, start, reached, levels)))
        while further := _COUNTED_ON.match(text, reached):
            start, reached = further.span(further.lastgroup or 0)
            mentions.append(EselonMention(start, reached, _levels_of(text[start:reached]) or (), mentions[-1].role))
    return mentions


def _starts(text: str) -> list[int]:
    lower = lowered(text)
    found = (match.start() for stem in _STEMS for match in stem.finditer(lower))
    return sorted(start for start in found if start == 0 or not (text[start - 1].isalnum() or text[start - 1] == "_"))


def _read(text: str, at: int, before: list[EselonMention]) -> tuple[int, tuple[str, ...]] | None:
    initial = text[at].lower()
    if initial == "e":
        return _read_list(text, at)
    if initial == "a":
        return _read_administrator(text, at)
    if text[at : at + 8].lower() == "pengawas":
        return _read_supervisor(text, at)
    if text[at : at + 9].lower() == "pelaksana":
        return _read_staff(text, at, before)
    high = _HIGH.match(text, at)
    if high is None:
        return None
    return high.end(), ("I",) if high["top"] else ("II",)


def _read_list(text: str, at: int) -> tuple[int, tuple[str, ...]] | None:
    listed = _LIST.match(text, at)
    if listed is None or _NOT_A_LEVEL_BEFORE.search(text, max(0, at - 12), at):
        return None
    levels = _levels_of(listed["levels"])
    return None if levels is None else (listed.end(), levels)


def _levels_of(listed: str) -> tuple[str, ...] | None:
    """Return the levels that a list of numerals names, None where one of them is no level."""
    items = list(_ITEM.finditer(re.sub(_ESELON_WORD, "", listed)))
    levels: list[str] = []
    for item in items:
        rank = _rank(item["numeral"], in_list=len(items) > 1)
        if rank is None:
            return None
        if item["until"] and levels:
            levels.extend(ROMAN[ROMAN.index(levels[-1].partition(".")[0]) + 1 : rank - 1])
        letters = re.findall(r"[ab]", (item["letters"] or "").lower().replace("dan", ""))
        levels.extend([f"{ROMAN[rank - 1]}.{letter}" for letter in letters] or [ROMAN[rank - 1]])
    return merge_levels(levels)


def _rank(numeral: str, *, in_list: bool) -> int | None:
    if numeral.lower() in _WORD_VALUES:
        return _WORD_VALUES[numeral.lower()]
    if numeral.isdigit() and numeral.strip("1"):
        return int(numeral)
    roman = re.sub(_STROKE, "I", numeral.upper().replace("L", "I"))
    if roman == "VI" and in_list:
        roman = "IV"
    return ROMAN.index(roman) + 1 if roman in ROMAN else None


def _read_administrator(text: str, at: int) -> tuple[int, tuple[str, ...]] | None:
    word = _CLASS_III.match(text, at)
    if word is None:
        return None
    end = word.end()
    if word["adjective"]:
        paired = _WITH_SUPERVISOR.match(text, end)
        return (end, ("III",)) if paired and _TITLED.search(text, max(0, at - 16), at) else None
    if _OTHER_ADMINISTRATOR.match(text, end) or _NOT_A_LEVEL_BEFORE.search(text, max(0, at - 12), at):
        return None
    return end, ("III",)


def _read_supervisor(text: str, at: int) -> tuple[int, tuple[str, ...]] | None:
    end = at + len("pengawas")
    if _OTHER_SUPERVISOR.match(text, end) or _NOT_A_LEVEL_BEFORE.search(text, max(0, at - 12), at):
        return None
    if _TITLED.search(text, max(0, at - 16), at):
        return end, ("IV",)
    if _SCHOOLS.search(text, max(0, at - 48), at):
        return None
    # Alone, `pengawas` may be a school inspector; beside the name of another level it is the level.
    near = _LEVEL_NEAR.search(text, max(0, at - 120), at) or _LEVEL_NEAR.search(text, end, end + 60)
    return (end, ("IV",)) if near else None


def _read_staff(text: str, at: int, before: list[EselonMention]) -> tuple[int, tuple[str, ...]] | None:
    end = at + len("pelaksana")
    if _TASK.match(text, end) or not before or not _JOINED_BEFORE.search(text, max(0, at - 30), at):
        return None
    return (end, ("V",)) if at - before[-1].end < 30 and "IV" in before[-1].levels else None


def _role(text: str, start: int, end: int, levels: tuple[str, ...]) -> EselonRole:
    opening = max(0, start - 48)
    if _PERSON.search(text, opening, start):
        return "person"
    if _REQUIREMENT.search(text, opening, start):
        return "requirement"
    promoted = _FROM.search(text, opening, start) and not _COMPOSED.search(text, opening, start)
    if _ORIGIN.search(text, opening, start) or (promoted and _UPWARD.match(text, end)) or _RISEN.match(text, end):
        return "origin"
    if "I" in levels and _CENTRAL.search(text, max(0, start - 60), end + 60):
        return "central"
    return "vacant" if _VACANT.match(text, end) else "level"
