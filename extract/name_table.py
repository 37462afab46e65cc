"""The words and forms that names of persons are told by (`data/titles.toml`, `data/name_words.toml`)."""

from __future__ import annotations

import re
import tomllib
from dataclasses import dataclass
from functools import cache
from importlib import resources

_VOWEL = re.compile(r"[aeiouy]", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class NameTable:
    """The tables of `data/titles.toml` and `data/name_words.toml` as sets; `barred` are words no name begins with."""

    honorifics: frozenset[str]
    honorifics_with_dot: frozenset[str]
    titles_never_inside: frozenset[str]
    ranks: frozenset[str]
    rank_branches: frozenset[str]
    degrees: frozenset[str]
    degree_starts: frozenset[str]
    abbreviations: frozenset[str]
    particles: frozenset[str]
    after_balinese_article: frozenset[str]
    before_roman_number: frozenset[str]
    calendar: frozenset[str]
    weak: frozenset[str]
    inside: frozenset[str]
    acronyms: frozenset[str]
    never: frozenset[str]
    barred: frozenset[str]


@cache
def name_table() -> NameTable:
    """Return the tables, read once."""
    data = resources.files("extract") / "data"
    titles = tomllib.loads((data / "titles.toml").read_text(encoding="utf-8"))
    words = tomllib.loads((data / "name_words.toml").read_text(encoding="utf-8"))
    degrees: set[str] = set()
    starts: set[str] = set()
    for printed in titles["degrees"]:
        degrees.update(_printed_forms(printed))
        starts.add(printed[0])
    return NameTable(
        honorifics=frozenset(titles["honorifics"]),
        honorifics_with_dot=frozenset(titles["honorifics_with_dot"]),
        titles_never_inside=frozenset(titles["titles_never_inside"]),
        ranks=frozenset(titles["ranks"]),
        rank_branches=frozenset(titles["rank_branches"]),
        degrees=frozenset(degrees),
        degree_starts=frozenset(starts),
        abbreviations=frozenset(titles["name_abbreviations"]),
        particles=frozenset(words["particles"]),
        after_balinese_article=frozenset(words["after_balinese_article"]),
        before_roman_number=frozenset(words["before_roman_number"]),
        calendar=frozenset(words["calendar"]),
        weak=frozenset(words["weak"]),
        inside=frozenset(words["inside"]),
        acronyms=frozenset(words["acronyms"]),
        never=frozenset(words["never"]),
        barred=frozenset(words["never"])
        .union(words["inside"])
        .difference(titles["honorifics"], titles["honorifics_with_dot"], titles["ranks"]),
    )


def _printed_forms(degree: str) -> set[str]:
    """Return how papers print one degree, blanks left out: `M.Si` → M.Si M.SI MSi MSI Msi M.si."""
    joined = degree.replace(".", "").replace("-", "")
    forms = {degree, degree.upper(), joined, joined.upper()}
    if any(letter.islower() for letter in joined) and not _VOWEL.search(joined[:2]):
        forms.add(joined.capitalize())
    if "." in degree:
        forms.add(degree.title())
        forms.add(degree[0] + degree[1:].lower())
    return forms
