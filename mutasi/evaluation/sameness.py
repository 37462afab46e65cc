"""When two values mean the same: persons with and without titles, posts spelled out or abbreviated, officials."""

from __future__ import annotations

import re
import unicodedata
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from extract.events import Official

LEAST_SHARED_WORDS = 0.6
"""The share of words (Jaccard) that two spellings of one post have in common at the least."""

_TITLES = frozenset(
    """h hj hjh dr drs dra ir prof kh ny tn bapak ibu pak bu raden rd r tb tgh ustadz haji hajah drg apt ns ak st se sh
    mm mh msi mpd spd ssos sip map mt mkes skm sstp stp sag spdi sp skep mpa ba phd lc ma msc sos si skom mkom spt mp
    shi sei apmp amd cgcae mhum""".split()
)
_SPELLED_OUT = {
    "dinkes": "dinas kesehatan",
    "dinsos": "dinas sosial",
    "dishub": "dinas perhubungan",
    "disperindag": "dinas perindustrian perdagangan",
    "kaban": "kepala badan",
    "kabag": "kepala bagian",
    "kabid": "kepala bidang",
    "kadinkes": "kepala dinas kesehatan",
    "kadinsos": "kepala dinas sosial",
    "kadis": "kepala dinas",
    "kadisdik": "kepala dinas pendidikan",
    "kadishub": "kepala dinas perhubungan",
    "karo": "kepala biro",
    "kasatpol": "kepala satuan polisi pamong",
    "kasek": "kepala sekolah",
    "kasi": "kepala seksi",
    "kasubag": "kepala sub bagian",
    "kasubbag": "kepala sub bagian",
    "kepsek": "kepala sekolah",
    "pp": "pamong praja",
    "sekcam": "sekretaris camat",
    "sekda": "sekretaris daerah",
    "sekdis": "sekretaris dinas",
    "sekwan": "sekretaris dprd",
    "setda": "sekretariat daerah",
    "subbagian": "sub bagian",
}
_EMPTY_WORDS = frozenset("dan kabupaten kota kab provinsi pada di yang jabatan sebagai".split())
_INITIALS = re.compile(r"(?<=\b[a-z])\.(?=[a-z]\b)")
_DOTTED = re.compile(r"\b([A-Za-z]{1,4})\.(?=[A-Za-z]{1,4}\b)")
_WORD = re.compile(r"[a-z0-9]+")


def plain_words(text: str | None) -> list[str]:
    """Return the words of `text` in lower case and without marks: `R.A. Kartini` → `ra kartini`."""
    return _WORD.findall(_INITIALS.sub("", unicodedata.normalize("NFKD", text or "").casefold()))


def same_person(one: str | None, other: str | None) -> bool:
    """Tell whether two names mean one person: equal without titles, or one a part of the other, in order.

    A single letter stands for a word that begins with it (`M Yusuf`, `Muhammad Yusuf`).
    """
    short, long = sorted((_name_words(one), _name_words(other)), key=len)
    if not short:
        return not long
    left = iter(long)
    return all(any(_stands_for(word, full) for full in left) for word in short)


def same_post(one: str | None, other: str | None) -> bool:
    """Tell whether two posts are one, spelled out or abbreviated; no post is only the same as no post."""
    first, second = _post_words(one), _post_words(other)
    if not first or not second:
        return first == second
    return len(first & second) / len(first | second) >= LEAST_SHARED_WORDS


def same_official(gold: Official | None, read: Official | None) -> bool:
    """Tell whether office and acting status are equal and the name, where gold tells one, means the same person."""
    if gold is None or read is None:
        return gold is read
    if gold.acting != read.acting or plain_words(gold.office) != plain_words(read.office):
        return False
    return gold.name is None or same_person(gold.name, read.name)


def _name_words(name: str | None) -> list[str]:
    words = plain_words(_DOTTED.sub(r"\1", name or "").split(",")[0])
    return [word for word in words if word not in _TITLES] or words


def _stands_for(word: str, full: str) -> bool:
    return word == full or (len(word) == 1 and full.startswith(word))


def _post_words(post: str | None) -> set[str]:
    return {part for word in plain_words(post) for part in _SPELLED_OUT.get(word, word).split()} - _EMPTY_WORDS
