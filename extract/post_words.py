"""The words that posts and units are named with (`data/posts.toml`), and the names of districts and regions."""

from __future__ import annotations

import csv
import re
import tomllib
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from typing import TYPE_CHECKING, cast

if TYPE_CHECKING:
    from importlib.resources.abc import Traversable


@dataclass(frozen=True, slots=True)
class PostWords:
    """The tables: `heads` and `units` map an abbreviation to its full words, the others are sets of words.

    `words` are those that unit names are made of, `common` those of them that need a capital letter, `openers` those
    that ask for a name after them; `places` are districts and regions, `regions` provinces, kabupaten and kota with
    their abbreviations.
    """

    heads: dict[str, str]
    units: dict[str, str]
    openers: frozenset[str]
    words: frozenset[str]
    common: frozenset[str]
    place_openers: frozenset[str]
    place_closers: frozenset[str]
    levels: frozenset[str]
    functional: frozenset[str]
    outside: frozenset[str]
    places: frozenset[str]
    regions: frozenset[str]


@cache
def post_words() -> PostWords:
    """Return the tables, read once."""
    data = files("extract") / "data"
    raw = tomllib.loads((data / "posts.toml").read_text(encoding="utf-8"))
    lists = {name: frozenset(value.split()) for name, value in raw["lists"].items()}
    units = cast("dict[str, str]", raw["units"])
    regions = _column(data / "regions.csv", "name") | _column(data / "region_aliases.csv", "alias")
    return PostWords(
        heads=cast("dict[str, str]", raw["heads"]),
        units=units,
        openers=lists["unit_openers"],
        words=lists["unit_words"] | units.keys(),
        common=lists["common_words"],
        place_openers=lists["place_openers"],
        place_closers=lists["place_closers"],
        levels=lists["functional_levels"],
        functional=lists["functional"],
        outside=lists["outside"],
        places=_column(data / "districts.csv", "name") | regions,
        regions=regions,
    )


def _column(path: Traversable, name: str) -> frozenset[str]:
    with path.open(encoding="utf-8") as lines:
        return frozenset(row[name].lower() for row in csv.DictReader(lines))


def is_unit_abbreviation(word: str) -> bool:
    """Tell the abbreviation of a unit (DP3AP2KB, DPMDes, Disperindag) from a person's name in capitals."""
    tables = post_words()
    low = word.lower()
    if low in tables.units or low in tables.words:
        return True
    if " " in word:
        return all(is_unit_abbreviation(part) for part in word.split() if part not in "&/")
    capitals = sum(1 for letter in word if letter.isupper())
    if capitals >= 2 and (any(letter.isdigit() for letter in word) or not word.isupper()):
        return word[0].isupper() and "'" not in word
    if word.isupper() and 2 < len(word) <= 12:
        return not _INNER_VOWEL.search(word) or _UNIT_INITIALS.match(word) is not None
    if low.startswith("din") and "dis" + low[3:] in tables.units:
        return True
    return low.startswith(("dis", "din", "bap", "bak")) and len(low) > 6 and low[3:] in tables.units


def is_misspelt_unit_word(word: str) -> bool:
    """Tell a long unit word with one slip of the keys (`Perekonomiam`, `Pariwisjata`), given in small letters.

    One letter wrong, left out, doubled or swapped with its neighbour; the first letter is right.
    """
    if len(word) < _LEAST_MISSPELT or not word.isalpha() or word in _NO_UNIT_WORDS:
        return False
    return any(shorter in _shortened() for shorter in _without_one_letter(word))


@cache
def _shortened() -> frozenset[str]:
    """Return the long unit words, and each with one letter left out."""
    tables = post_words()
    long = [word for word in tables.words if len(word) >= _LEAST_MISSPELT and word.isalpha()]
    return frozenset(shorter for word in long for shorter in _without_one_letter(word))


def _without_one_letter(word: str) -> set[str]:
    return {word, *(word[:at] + word[at + 1 :] for at in range(1, len(word)))}


def is_region_name(name: str) -> bool:
    """Tell whether `name` is the name of a province, kabupaten or kota, or one of its abbreviations."""
    return name.lower() in post_words().regions


_LEAST_MISSPELT = 8
_NO_UNIT_WORDS = frozenset({"parlindungan"})
"""Names of people that one letter parts from a unit word."""
_INNER_VOWEL = re.compile(r".[A-Z]*[AIUEO][A-Z]")
_UNIT_INITIALS = re.compile(r"DP|BP|BK|DK|DI[NS]|BA[PDK]|UPT|KP|LP|RS")
