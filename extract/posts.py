"""Finds posts (jabatan) of the regional civil service where an article names them, and compares two ways of naming one.

The boundary is the work: a post runs over commas, `dan` and bracketed abbreviations of its unit's name
(`Kepala Dinas Koperasi, UKM dan Perdagangan (Diskopdag)`) and stops before a person's name. The words of unit names are
a table (`data/posts.toml`); a place name is as long as a known district or region, else as long as its words tell.
"""

from __future__ import annotations

import re
from functools import lru_cache
from typing import TYPE_CHECKING, Literal, NamedTuple

from extract.post_boundary import Boundaries, Head
from extract.post_heads import find_heads, post_end
from extract.post_words import post_words

if TYPE_CHECKING:
    from collections.abc import Iterable

    from extract.events import Acting

PostKind = Literal["post", "unit", "out"]

_ACTING: dict[str, Acting] = {
    "plt": "Plt",
    "pelaksana tugas": "Plt",
    "plh": "Plh",
    "pelaksana harian": "Plh",
    "pj": "Pj",
    "penjabat": "Pj",
    "caretaker": "Pj",
    "karateker": "Pj",
    "pejabat": "Pj",
    "pjs": "Pjs",
    "penjabat sementara": "Pjs",
    "pejabat sementara": "Pjs",
}
_LEADING_ACTING = re.compile(
    r"^(?:plt|plh|pjs|pj|penjabat sementara|penjabat|pejabat sementara|pelaksana tugas|pelaksana harian)\b\.? +",
    re.IGNORECASE,
)
_SHARED_UNIT = re.compile(
    r" (?:di|pada) (?:dinas|badan|rumah sakit|kantor|bagian|kecamatan|distrik|kelurahan|puskesmas)$"
)
_REFERENCE = re.compile(r" (?:yang sama|itu|tersebut)\b")
_ELECTED = frozenset({"bupati", "walikota", "wako", "walkot", "kota", "gubernur"})
_JAKARTA = re.compile(r" +(?:administrasi )?(?:jakarta|kepulauan seribu|kep\. ?seribu)")
_PLACED = re.compile(
    r"(?:camat|lurah|panewu(?: anom)?|sekcam|sekmat|seklur|direktur|distrik|kecamatan|kelurahan|puskesmas|rsud|rsu"
    r"|sdn?|smpn?|sman?|smkn?|tk|paud|slb|\d)"
    r"(?: [\w'-]+){0,3}$"
)


class PostMention(NamedTuple):
    """A post, or a bare unit, at [start, end) of the text.

    `reach` is how far capitalised words go on after `end`: the rest of a place or institution name, or a person's name,
    which only the sentence can tell (`widened` takes them in). `text` is the post as the article writes it, blanks made
    single and the acting mark short (`Pelaksana Harian (Plh) Sekretaris Daerah` is `Plh Sekretaris Daerah`). `head` is
    the head word spelled out (`kepala`, `camat`, `sekretaris daerah`). `kind` is `unit` for a unit without its head
    (`Dinas Sosial`), `out` for the state of having no post (`staf`, `nonjob`). `civil` is False for posts that are no
    civil servant's of a region: elected heads without an acting mark, and posts of ministries (`national`).
    """

    start: int
    end: int
    reach: int
    text: str
    head: str
    kind: PostKind = "post"
    acting: Acting | None = None
    civil: bool = True
    national: bool = False

    def widened(self, text: str) -> PostMention:
        """Return the mention with the capitalised words up to `reach` taken in."""
        if self.reach <= self.end:
            return self
        return self._replace(end=self.reach, text=f"{self.text} {_single_blanks(text[self.end : self.reach])}")

    @property
    def is_placed(self) -> bool:
        """Tell whether the post ends in the name of a place or institution, which may be longer than it surely is."""
        return _PLACED.search(self.text.lower()) is not None


def find_posts(text: str) -> list[PostMention]:
    """Return the posts and bare units of the folded `text`, in order, without overlap."""
    boundaries = Boundaries(text)
    posts: list[PostMention] = []
    at = 0
    for head in find_heads(boundaries.lower):
        if head.start() < at:
            continue
        mention = _read_post(boundaries, head)
        if mention is not None:
            posts.append(mention)
            at = mention.end
    return posts


def _read_post(text: Boundaries, found: re.Match[str]) -> PostMention | None:
    kind = str(found.lastgroup)
    head_start, head_end = found.span(kind)
    word = found.group(kind).rstrip(".")
    end = post_end(Head(text, head_start, head_end, word), kind)
    if end is None:
        return None
    if _REFERENCE.match(text.lower, end) is not None:
        # `Wakil Direktur Pelayanan di rumah sakit yang sama`: the unit is told by reference
        shared = _SHARED_UNIT.search(text.lower[head_end:end])
        end = head_end + shared.start() if shared is not None else end
    acting_word = found.group("short") or found.group("acting")
    acting = _ACTING[acting_word] if acting_word else None
    wrote = _single_blanks(text.text[head_start:end])
    if acting is not None:
        wrote = f"{acting} {wrote}"
    elected = kind == "area" and word.rpartition(" ")[2] in _ELECTED and acting is None
    return PostMention(
        start=found.start(),
        end=end,
        reach=text.reach(end) if text.text[end + 1 : end + 2].isupper() else end,
        text=wrote,
        head=_head_word(kind, word),
        kind="out" if kind == "out" else "unit" if kind == "unit" and acting is None else "post",
        acting=acting,
        # the heads of Jakarta's administrative cities are civil servants (UU 29/2007 art. 19, UU 2/2024)
        civil=kind != "national"
        and (not elected or (word != "gubernur" and _JAKARTA.match(text.lower, head_end) is not None)),
        national=kind == "national",
    )


def _head_word(kind: str, word: str) -> str:
    if kind == "fused":
        return "sekretaris" if word.startswith("sek") else "kepala"
    heads = post_words().heads
    return " ".join(heads.get(part, part) for part in word.split())


def _single_blanks(text: str) -> str:
    return " ".join(text.split())


@lru_cache(maxsize=4096)
def spell_out(post: str) -> str:
    """Return `post` in small letters with every known abbreviation spelled out, brackets dropped, for comparison.

    `Kadishub` and `Kepala Dinas Perhubungan` come out alike; `Kadis PUPR` is
    `kepala dinas pekerjaan umum dan penataan ruang`.
    """
    tables = post_words()
    words: list[str] = []
    for word in _SPELLED_WORD.findall(_BRACKETED.sub(" ", post.lower())):
        full = tables.heads.get(word) or tables.units.get(word) or _fused(word) or word
        words.extend(full.split())
    return " ".join(word for index, word in enumerate(words) if index == 0 or word != words[index - 1])


_SPELLED_WORD = re.compile(r"[a-z0-9-]+")
_BRACKETED = re.compile(r"\([^()]*\)")
_FUSED = re.compile(r"(?:kadis|kadin|sekdis|sekdin|ka)(?=[a-z]{3})")


def _fused(word: str) -> str | None:
    """Return the words of a head and unit printed as one (`kadishub`), None for any other word."""
    found = _FUSED.match(word)
    if found is None:
        return None
    units, rest = post_words().units, word[found.end() :]
    unit = units.get("dis" + rest) or units.get("din" + rest) or units.get(rest)
    head = "sekretaris" if word.startswith("sek") else "kepala"
    return f"{head} {unit}" if unit is not None else None


def drop_government(post: str, own_names: Iterable[str]) -> str:
    """Return `post` without its own government's name at its end (`Setda Nias Selatan`, `Dinas X Kabupaten Y`).

    `own_names` are the names and abbreviations of the region whose posts change (`Kalimantan Barat`, `Kalbar`), with
    or without `Kabupaten`, `Kota` or `Provinsi`; one name with its level keeps the other of two namesakes apart
    (Kabupaten and Kota Bima). Another government's name stays, and so does a name that the post cannot be told without
    (`Pj Bupati Y`).
    """
    low = post.lower()
    bare_names, levels = _names_and_levels(frozenset(own_names))
    for bare in bare_names:
        if not low.endswith(" " + bare):
            continue
        before = low[: -len(bare)].rstrip()
        told = _GOVERNMENT_BEFORE.search(before)
        if told is None and _is_whole_place(low):
            return post
        rest = before[: told.start()] if told is not None else before
        level = _LEVELS.get(told.group(1).rstrip(".").rpartition(" ")[2]) if told is not None else None
        if _NEEDS_PLACE.search(rest) or (level is not None and levels and level not in levels):
            return post
        return post[: len(rest)].rstrip(" ,")
    return post


@lru_cache(maxsize=1024)
def _names_and_levels(own_names: frozenset[str]) -> tuple[tuple[str, ...], frozenset[str]]:
    """Return a government's names in small letters without their levels, the longest first, and these levels."""
    names = [own.lower() for own in own_names]
    levels = frozenset(level.group(1) for level in map(_LEVEL.match, names) if level is not None)
    return tuple(sorted({_LEVEL.sub("", name) for name in names}, key=lambda name: (-len(name), name))), levels


def _is_whole_place(post: str) -> bool:
    """Tell whether all of a post's words after `camat`, `lurah` and the like are the name of one known place."""
    area = _AREA_HEAD.match(_LEADING_ACTING.sub("", post))
    return area is not None and area.group(1) in post_words().places


_AREA_HEAD = re.compile(r"(?:camat|lurah|sekcam|seklur|kepala distrik) (.+)")
_LEVELS = {
    "kabupaten": "kabupaten",
    "kab": "kabupaten",
    "pemkab": "kabupaten",
    "kota": "kota",
    "pemkot": "kota",
    "pemko": "kota",
    "provinsi": "provinsi",
    "prov": "provinsi",
    "pemprov": "provinsi",
}
_LEVEL = re.compile(r"^(kabupaten|kota|provinsi) ")
_GOVERNMENT_BEFORE = re.compile(
    r"(?: (?:di|pada))?(?: lingkungan| lingkup)? (kabupaten|kab\.?|kota|provinsi|prov\.?|pemkab|pemkot|pemko|pemprov"
    r"|pemerintah (?:kabupaten|kota|provinsi))$"
)
_NEEDS_PLACE = re.compile(
    r"(?:bupati|wali(?: ?kota)?|gubernur|camat|lurah|distrik|kecamatan|kelurahan|puskesmas|panewu|rsud|rsu|bakorwil|dpr"
    r"|\d)(?: \([^()]*\))?$"
)


def post_of_unit(unit: str) -> str:
    """Return the post of a unit's head: `Kecamatan Midai` is led by `Camat Midai`, `Dinas Sosial` by its `Kepala`."""
    for opener, head in _UNIT_LEADERS:
        if unit.lower().startswith(opener):
            return head + unit[len(opener) :]
    return f"Kepala {unit}"


_UNIT_LEADERS = (
    ("kecamatan ", "Camat "),
    ("kelurahan ", "Lurah "),
    ("rsud", "Direktur RSUD"),
    ("inspektorat", "Inspektur"),
    ("sekretariat dprd", "Sekretaris DPRD"),
)


def unit_of_post(post: str) -> str | None:
    """Return the unit that a post belongs to, for posts told by reference; None where the post names none.

    `Kabid Dikdas Dinas Pendidikan` and `Kepala Dinas Pendidikan` both give `Dinas Pendidikan`, `Camat Midai` gives
    `Kecamatan Midai`.
    """
    bare = _LEADING_ACTING.sub("", post)
    low = bare.lower()
    for opener, unit in _AREA_UNITS:
        if low.startswith(opener):
            return unit + bare[len(opener) :]
    inner = _INNER_UNIT.search(low)
    if inner is not None:
        return bare[inner.start() :]
    led = _LED_UNIT.match(low)
    return bare[led.end() :] if led is not None else None


_AREA_UNITS = (
    ("camat ", "Kecamatan "),
    ("lurah ", "Kelurahan "),
    ("kepala distrik ", "Distrik "),
    ("kadis ", "Dinas "),
    ("kaban ", "Badan "),
)
_INNER_UNIT = re.compile(
    r"\b(?:dinas|badan|kantor|satuan|inspektorat|distrik|puskesmas|rsud|biro) (?=\S)|\b(?:rsud|inspektorat)\b"
)
_LED_UNIT = re.compile(r"(?:wakil )?(?:kepala|sekretaris|direktur) (?=\S)")
