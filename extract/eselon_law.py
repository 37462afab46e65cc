"""Eselon levels inferred from the names of posts, kept apart from the levels that an article states.

The table (`data/eselon_of_posts.csv`) follows PP 18/2016 (Perangkat Daerah) art. 94 for provinces, and PP 41/2007
(Organisasi Perangkat Daerah) art. 34 (provinces) and 35 (kabupaten and kota), whose ladder the press and pay rules
still use. Only posts whose level is the same everywhere stand in it: an empty cell is a level that depends on the
size of the office, `-` a post that such a government does not have. Nothing is inferred of units whose heads stand on
different levels (Satpol PP, BPBD, Kesbangpol, hospitals, UPTD), of functional posts, heads of schools and puskesmas,
which have none, nor of Jakarta's administrative cities and offices below their heads (UU 29/2007: a ladder of its own).
"""

from __future__ import annotations

import csv
import re
from dataclasses import dataclass
from functools import cache, lru_cache
from importlib.resources import files
from typing import TYPE_CHECKING, Literal

from extract.eselon import ROMAN
from extract.posts import spell_out
from extract.region_table import region_names, regions

if TYPE_CHECKING:
    from extract.events import Direction

_Government = Literal["province", "kabupaten_kota"]
_NONE = "-"
"""The cell of a post that such a government does not have."""
_NOTHING = "nothing"
"""The entry of column `next` that lets a post end with its opening words."""
_LONGEST_NAME = 5
"""Words of the longest name of a region."""

_ACTING = re.compile(
    r"(?:(?:plt|plh|pjs|pj|penjabat sementara|penjabat|pejabat sementara|pelaksana tugas|pelaksana harian) )+"
)
_HEAD_OF_REGION = re.compile(r"(?:bupati|wali ?kota|gubernur)\b")
# Abbreviations of dinas and badan that no table lists: Kadispusaka, Sekdispora, Kepala Disbunhut, Kepala DKUKMP.
_ABBREVIATED = (
    (re.compile(r"^(?:kadis|kadin)[a-z]{2,}"), "kepala dinas"),
    (re.compile(r"^(?:sekdis|sekdin)[a-z]{2,}"), "sekretaris dinas"),
    (re.compile(r"^(kepala|sekretaris) (?:dis(?!tri|iplin)|din(?!as\b))[a-z0-9]{2,}"), r"\1 dinas"),
    (re.compile(r"^(kepala|sekretaris) bap+(?:eda|elit|enda|erida)[a-z]*"), r"\1 badan"),
)
_DINAS_IN_CAPITALS = re.compile(r"\b[Kk]epala D(?!PR|PD|PP\b|PC|PW)[A-Z0-9]{2,}\b")
_UNSETTLED = re.compile(
    r"\b(?:satpol|satuan polisi|polisi pamong praja|bpbd|penanggulangan bencana|kesbang\w*|kesatuan bangsa|bakesbang\w*"
    r"|rsu|rsud|rsd|rumah sakit|puskesmas|upt\w?|upd|balai|cabang|samsat|suku dinas|sudin"
    r"|kementerian|kemen[a-z]+|kanwil|direktorat|nasional|negara|pusat statistik|narkotika|bps|bpn|bnn\w?|bkn|bpk|bpkp"
    r"|bpom|bmkg|bkkbn|bnpb|bawaslu|kpu|polda|polres\w*|polri|kejaksaan|kejati|kejari|universitas|fakultas"
    r"|politeknik|pdam|perumda|bumd|bank)\b"
)
_PROVINCE = re.compile(r"\b(?:provinsi|prov|pemprov|gubernur)\b")
_KABUPATEN_KOTA = re.compile(
    r"\b(?:kabupaten|kab|pemkab|pemkot|pemko|bupati|wali ?kota|(?:sekretari(?:s|at) daerah) kota)\b"
)
_LEVEL_WORD = {"provinsi": "provinsi", "prov": "provinsi", "kabupaten": "kabupaten", "kab": "kabupaten", "kota": "kota"}
_OWN_NAMES = frozenset({"name", "abbreviation", "spelling"})
_LURAH_IS_VILLAGE_HEAD = frozenset({"34", "34.01", "34.02", "34.03", "34.04"})
"""In Yogyakarta's kabupaten a lurah leads a kalurahan, a village (UU 13/2012)."""
_JAKARTA = "31"


@dataclass(frozen=True, slots=True)
class InferredEselon:
    """The level of a post by the table: `II.b`, the rule's id (`kepala_dinas`) and the legal source of the level."""

    level: str
    rule: str
    source: str


@dataclass(frozen=True, slots=True)
class MoveLevels:
    """The inferred levels of the posts entered and left, and the direction of the move; None where not known."""

    to_eselon: str | None
    from_eselon: str | None
    direction: Direction | None


@dataclass(frozen=True, slots=True)
class _Row:
    """One row of the table: words that open the post, that may follow, must stand in it, or must not."""

    rule: str
    opening: str
    after: frozenset[str]
    within: frozenset[str]
    without: re.Pattern[str] | None
    cells: dict[_Government, tuple[str, str]]

    @property
    def of_one_government(self) -> bool:
        """Tell whether only provinces, or only kabupaten and kota, have such a post."""
        return any(level == _NONE for level, _ in self.cells.values())

    def fits(self, words: str) -> bool:
        """Tell whether the post, spelled out and without its government's name, is one of this row."""
        if not f"{words} ".startswith(f"{self.opening} "):
            return False
        rest = words[len(self.opening) :].split()
        if self.after and (rest[0] if rest else _NOTHING) not in self.after:
            return False
        if self.within and not self.within.intersection(rest):
            return False
        return self.without is None or self.without.search(words) is None


def infer_eselon(post: str, region: str | None) -> InferredEselon | None:
    """Return the eselon level of `post` by PP 18/2016 art. 94 and PP 41/2007 art. 34-35, None where it is not firm.

    `region` is the Kemendagri code of the government whose posts change (`33`, `33.74`); another government named by
    the post itself (`Kepala Dinas Perkebunan Sultra`) goes before it. Without either there is a level only where
    both kinds of government give the post the same, or only one kind has such a post. An acting mark is passed over:
    `Plt Camat Batang` has the level of the camat's post, which the acting official does not enter.
    """
    return _infer(post, region)


@lru_cache(maxsize=4096)
def _infer(post: str, region: str | None) -> InferredEselon | None:
    words = _spelled(post)
    bare, named = _without_government(words)
    row = next((row for row in _table() if row.fits(bare) or row.fits(words)), None)
    if row is None or (not row.of_one_government and _UNSETTLED.search(words)):
        return None
    own = (region,) if region is not None else ()
    # Camat Bandung may be the camat of a district that bears the name of another region
    if _outside_the_ladder(row, (*named, *own) if row.of_one_government else named or own):
        return None
    return _level(row, _governments(words, named, region))


def direction_of(from_level: str | None, to_level: str | None) -> Direction | None:
    """Return whether a move leads `up`, `down` or `lateral` on the ladder of PP 41/2007 art. 34-35, None if unknown.

    The numeral counts first, then the letter: `III.a` is above `III.b`. Levels of one numeral are not compared where
    only one of them has its letter. Raises ValueError for what is no level.
    """
    if from_level is None or to_level is None:
        return None
    (left, left_letter), (entered, entered_letter) = _rank(from_level), _rank(to_level)
    if left != entered:
        return "up" if entered < left else "down"
    if bool(left_letter) != bool(entered_letter):
        return None
    if left_letter == entered_letter:
        return "lateral"
    return "up" if entered_letter < left_letter else "down"


def levels_of_move(to_post: str | None, from_post: str | None, region: str | None, *, removed: bool) -> MoveLevels:
    """Return the inferred levels of both posts and the direction of the move in the government `region`.

    One who is `removed` and enters no post goes `out`. A designation as Plt, Plh, Pj or Pjs has no direction, nor has
    a move out of a post held so: neither is an appointment to the post (UU 30/2014 art. 14). Whoever becomes
    acting head of a region may come from the province or from elsewhere (UU 10/2016 art. 201), so the region tells
    nothing of the post left.
    """
    entered, left = (post and _spelled(post, keep_acting=True) for post in (to_post, from_post))
    acting = any(post is not None and _ACTING.match(post) for post in (entered, left))
    leads_region = entered is not None and _HEAD_OF_REGION.match(_ACTING.sub("", entered, count=1)) is not None
    to_level = infer_eselon(to_post, region) if to_post is not None else None
    from_level = infer_eselon(from_post, None if leads_region else region) if from_post is not None else None
    to_eselon = to_level.level if to_level is not None else None
    from_eselon = from_level.level if from_level is not None else None
    direction: Direction | None = None
    if to_post is None:
        direction = "out" if removed else None
    elif not acting:
        direction = direction_of(from_eselon, to_eselon)
    return MoveLevels(to_eselon, from_eselon, direction)


def _rank(level: str) -> tuple[int, str]:
    numeral, _, letter = level.partition(".")
    if numeral not in ROMAN or letter not in {"", "a", "b"}:
        raise ValueError(f"no eselon level: {level!r}")
    return ROMAN.index(numeral), letter


@lru_cache(maxsize=4096)
def _spelled(post: str, *, keep_acting: bool = False) -> str:
    """Return the post in small letters with abbreviations spelled out, without its acting mark."""
    words = spell_out(_DINAS_IN_CAPITALS.sub(_as_dinas, post))
    acting = _ACTING.match(words)
    mark = acting.group() if acting is not None else ""
    words = words[len(mark) :]
    for pattern, full in _ABBREVIATED:
        words = pattern.sub(full, words)
    return mark + words if keep_acting else words


def _as_dinas(found: re.Match[str]) -> str:
    """Return the words with an abbreviation of a dinas that the table does not list replaced by `Dinas`."""
    return found.group() if spell_out(found.group()) != found.group().lower() else "Kepala Dinas"


def _without_government(words: str) -> tuple[str, tuple[str, ...]]:
    """Return the post without the region that it ends in, and the codes which that name can mean."""
    parts = words.split()
    for size in range(min(_LONGEST_NAME, len(parts) - 1), 0, -1):
        entry = region_names().get(" ".join(parts[-size:]).replace("-", " "))
        if entry is None or entry.kind not in _OWN_NAMES:
            continue
        rest = parts[:-size]
        level = _LEVEL_WORD.get(rest[-1])
        if level is None and entry.needs_cue:
            continue
        codes = tuple(code for code in entry.codes if level is None or regions()[code].level == level)
        if codes:
            return " ".join(rest), codes
    return words, ()


def _outside_the_ladder(row: _Row, codes: tuple[str, ...]) -> bool:
    """Tell whether the table does not hold there: in Jakarta below its heads of office, for village lurah."""
    if any(code.startswith(f"{_JAKARTA}.") for code in codes):
        return True
    if _JAKARTA in codes and not row.cells["province"][0].startswith(("I.", "II.")):
        return True
    return row.rule == "lurah" and (not codes or not _LURAH_IS_VILLAGE_HEAD.isdisjoint(codes))


def _governments(words: str, named: tuple[str, ...], region: str | None) -> frozenset[_Government]:
    """Return the kinds of government that can have the post: as it says itself, else the one whose posts change."""
    if _PROVINCE.search(words):
        return frozenset({"province"})
    if _KABUPATEN_KOTA.search(words):
        return frozenset({"kabupaten_kota"})
    if named:
        return frozenset(_kind(code) for code in named)
    return frozenset({_kind(region)}) if region is not None else frozenset({"province", "kabupaten_kota"})


def _kind(code: str) -> _Government:
    return "kabupaten_kota" if "." in code else "province"


def _level(row: _Row, governments: frozenset[_Government]) -> InferredEselon | None:
    having = {kind: cell for kind, cell in row.cells.items() if cell[0] != _NONE}
    if len(having) > 1:
        having = {kind: cell for kind, cell in having.items() if kind in governments}
    levels = {level for level, _ in having.values()}
    if len(levels) != 1 or "" in levels:
        return None
    sources = dict.fromkeys(source for _, source in having.values())
    return InferredEselon(levels.pop(), row.rule, ", ".join(sources))


@cache
def _table() -> tuple[_Row, ...]:
    with (files("extract") / "data" / "eselon_of_posts.csv").open(encoding="utf-8") as lines:
        return tuple(_row(record) for record in csv.DictReader(lines))


def _row(record: dict[str, str]) -> _Row:
    return _Row(
        rule=record["rule"],
        opening=record["opening"],
        after=_listed(record["next"]),
        within=_listed(record["with"]),
        without=re.compile(rf"\b(?:{record['without']})\b") if record["without"] else None,
        cells={
            "province": (record["province"], record["province_source"]),
            "kabupaten_kota": (record["kabupaten_kota"], record["kabupaten_kota_source"]),
        },
    )


def _listed(cell: str) -> frozenset[str]:
    return frozenset(cell.split("|")) if cell else frozenset()
