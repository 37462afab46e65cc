"""The regions of Indonesia, their districts, and the names newspapers give them."""

from __future__ import annotations

import csv
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from itertools import product
from typing import TYPE_CHECKING, Literal, cast

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

Level = Literal["provinsi", "kabupaten", "kota"]
NameKind = Literal["name", "abbreviation", "spelling", "government", "office", "secretary", "former", "seat"]

# A name's standing where regions share its words: Tebing Tinggi is the kota first, then the seat of Empat Lawang.
_STANDING: dict[NameKind, int] = {
    "name": 0,
    "spelling": 1,
    "abbreviation": 1,
    "government": 1,
    "office": 1,
    "secretary": 1,
    "former": 2,
    "seat": 3,
}


@dataclass(frozen=True, slots=True)
class Region:
    """One province, kabupaten or kota.

    `code` is Kemendagri's (`32`, `32.75`); `bps_code_2018` is BPS's master file of 2018, a different scheme whose
    codes collide with Kemendagri's (1101 is Simeulue to BPS, 11.01 Aceh Selatan to Kemendagri), empty where that
    edition has none; `seat` is the ibu kota where it bears another name than the region.
    """

    code: str
    level: Level
    name: str
    full_name: str
    bps_code_2018: str
    iso_3166_2: str
    seat: str

    @property
    def province(self) -> str:
        """Return the code of the province that the region is or lies in."""
        return self.code[:2]


@dataclass(frozen=True, slots=True)
class NameEntry:
    """What one written name can mean: `codes` in the order of standing, the best kind among them.

    `needs_cue` marks names that are also common words, persons or other places (Batu, Mitra, Mura) and count only
    beside a word such as Pemkab or Bupati; so do acronyms (`upper`: OKI, SBB) that are not written in capitals. The
    kinds `government`, `office` and `secretary` tell their part themselves (Pemprovsu, Gubri). `former` holds the
    codes whose old kabupaten bore the name of today's kota (Kabupaten Pontianak = Mempawah).
    """

    codes: tuple[str, ...]
    kind: NameKind
    needs_cue: bool
    upper: bool
    former: tuple[str, ...] = ()


@cache
def regions() -> dict[str, Region]:
    """Return every region by its Kemendagri code."""
    return {
        row["kemendagri_code"]: Region(
            row["kemendagri_code"],
            cast("Level", row["level"]),
            row["name"],
            row["full_name"],
            row["bps_code_2018"],
            row["iso_3166_2"],
            row["seat"],
        )
        for row in _rows("regions.csv")
    }


def region_name(code: str) -> str:
    """Return the region's name as Indonesians write it out (`Kota Bekasi`, `Kabupaten Solok`, `Provinsi Papua`).

    Raises KeyError where Kemendagri has no such code.
    """
    return regions()[code].full_name


@cache
def region_names() -> dict[str, NameEntry]:
    """Return what each written name means, keyed by its words in lower case, single blanks between, no hyphens."""
    meanings: dict[str, dict[str, tuple[NameKind, bool]]] = {}
    acronyms = set()
    for code, name, kind, needs_cue in _named():
        exact = _key(name)
        if kind == "abbreviation" and name.isupper():
            acronyms.add(exact)
        for key in _spellings(name):
            # A name joined or parted differently stands behind a region that is really called so.
            standing: NameKind = "spelling" if kind == "name" and key != exact else kind
            _add(meanings.setdefault(key, {}), code, standing, needs_cue)
    return {key: _entry(found, key in acronyms) for key, found in meanings.items()}


@cache
def own_names(region: str) -> frozenset[str]:
    """Return the names by which newspapers call the region of that code and no other."""
    short = (name for name, entry in region_names().items() if entry.codes == (region,))
    return frozenset({regions()[region].name, regions()[region].full_name, *short})


@cache
def first_words() -> dict[str, int]:
    """Return the greatest number of words in the names that begin with each word, regions' and seats' names alike."""
    return _longest(region_names())


@cache
def district_names() -> dict[str, tuple[str, ...]]:
    """Return the regencies that have a kecamatan of each name, keyed as `region_names`."""
    found: dict[str, dict[str, None]] = {}
    for row in _rows("districts.csv"):
        for name in row["name"].replace("(", "/").replace(")", "").split("/"):
            for key in _spellings(name) if name.strip() else ():
                found.setdefault(key, {})[row["kemendagri_code"][:5]] = None
    return {key: tuple(codes) for key, codes in found.items()}


@cache
def district_first_words() -> dict[str, int]:
    """Return the greatest number of words in the districts' names that begin with each word."""
    return _longest(district_names())


def _rows(table: str) -> Iterator[dict[str, str]]:
    with (files("extract") / "data" / table).open(encoding="utf-8") as rows:
        yield from csv.DictReader(rows)


def _named() -> Iterator[tuple[str, str, NameKind, bool]]:
    for code, region in regions().items():
        yield code, region.name, "name", False
        if region.seat and region.level != "provinsi":
            yield code, region.seat, "seat", False
    for row in _rows("region_aliases.csv"):
        yield row["kemendagri_code"], row["alias"], cast("NameKind", row["kind"]), row["needs_cue"] == "1"


def _key(name: str) -> str:
    return " ".join(name.lower().replace("-", " ").replace(".", " ").split())


def _spellings(name: str) -> set[str]:
    """Return the keys a name may be written as: words joined or apart, Kep. for Kepulauan, Sumatra for Sumatera."""
    words = _key(name).split()
    keys = set()
    for gaps in product((" ", ""), repeat=min(len(words), 4) - 1):
        padded = (*gaps, *(" " for _ in words[len(gaps) + 1 :]), "")
        keys.add("".join(word + gap for word, gap in zip(words, padded, strict=True)))
    if len(words) > 1 and words[0] in {"kepulauan", "sumatera", "pegunungan"}:
        rest = " ".join(words[1:])
        short = {"kepulauan": ("kep",), "sumatera": ("sumatra",), "pegunungan": ("peg",)}[words[0]]
        keys.update(f"{first} {rest}" for first in short)
    return keys


def _add(found: dict[str, tuple[NameKind, bool]], code: str, kind: NameKind, needs_cue: bool) -> None:
    known = found.get(code)
    if known is None or _STANDING[kind] < _STANDING[known[0]]:
        found[code] = (kind, needs_cue)
    elif _STANDING[kind] == _STANDING[known[0]]:
        found[code] = (known[0], known[1] or needs_cue)


def _entry(found: dict[str, tuple[NameKind, bool]], upper: bool) -> NameEntry:
    best = min(_STANDING[kind] for kind, _ in found.values())
    codes = tuple(sorted(code for code, (kind, _) in found.items() if _STANDING[kind] == best))
    kinds = [found[code][0] for code in codes]
    former = tuple(sorted(code for code, (kind, _) in found.items() if kind == "former" and code not in codes))
    return NameEntry(codes, kinds[0], any(found[code][1] for code in codes), upper, former)


def _longest(names: Iterable[str]) -> dict[str, int]:
    longest: dict[str, int] = {}
    for name in names:
        first, *rest = name.split(" ")
        longest[first] = max(longest.get(first, 0), 1 + len(rest))
    return longest
