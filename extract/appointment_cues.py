"""The words that say who moves where, found in a text and sorted by what they do (`data/appointment_cues.toml`)."""

from __future__ import annotations

import re
import tomllib
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from typing import TYPE_CHECKING

from extract.phrases import any_of

if TYPE_CHECKING:
    from extract.events import Acting
    from extract.names import NameMatch
    from extract.posts import PostMention

_TELLING_KINDS = ("remove", "swap", "held", "replaced", "replaces", "acting", "appoints")
_NO_MOOD = frozenset(
    "calon menerima mendapat mendapatkan masuk turun naik resmi diberi pindah terpilih memilih memberikan".split()
)
"""Words that tell a move of the person beside them, but nothing of people listed afterwards."""


_ACTING_MARKS: dict[str, Acting] = {
    "plt": "Plt",
    "plh": "Plh",
    "pelaksana harian": "Plh",
    "pj": "Pj",
    "penjabat": "Pj",
    "pjs": "Pjs",
}


@dataclass(slots=True)
class Tag:
    """One tag over [start, end) of the text.

    `kind` is `post`, `unit` or `out` with its `post`, `name` with its `name`, the kind of a cue, a mark of punctuation
    itself, or `word` for a word that says nothing here; `word` is the cue or word in small letters.
    """

    kind: str
    start: int
    end: int
    word: str = ""
    post: PostMention | None = None
    name: NameMatch | None = None


@cache
def _table() -> tuple[dict[str, str], dict[str, list[str]]]:
    raw = tomllib.loads((files("extract") / "data" / "appointment_cues.toml").read_text(encoding="utf-8"))
    kinds = {" ".join(phrase.split()): kind for kind, listed in raw["phrases"].items() for phrase in listed.split("|")}
    return kinds, raw["patterns"]


@cache
def _finder() -> tuple[re.Pattern[str], dict[str, str], dict[str, str]]:
    kinds, patterns = _table()
    groups: dict[str, str] = {}
    named: list[str] = []
    for kind, listed in patterns.items():
        for pattern in listed:
            name = f"p{len(groups)}"
            groups[name] = kind
            named.append(f"(?P<{name}>{pattern})")
    return re.compile(rf"\b(?:{'|'.join(named)}|{any_of(kinds)})\b"), kinds, groups


@cache
def _telling_finder() -> re.Pattern[str]:
    kinds, _ = _table()
    return re.compile(rf"\b(?:{any_of(phrase for phrase, kind in kinds.items() if kind in _TELLING_KINDS)})\b")


def find_cues(lower: str, start: int, end: int) -> list[Tag]:
    """Return the cues in [start, end) of a text in small letters, in order."""
    finder, kinds, groups = _finder()
    return [
        Tag(
            groups[found.lastgroup] if found.lastgroup else kinds[found.group()],
            found.start(),
            found.end(),
            found.group(),
        )
        for found in finder.finditer(lower, start, end)
    ]


def telling_places(lower: str) -> list[int]:
    """Return where words stand that tell a move even in a sentence that names no post, in order."""
    return [found.start() for found in _telling_finder().finditer(lower)]


def mood_words(lower: str, start: int, end: int) -> set[str]:
    """Return the kinds of cue in [start, end) that say what is done to people listed afterwards."""
    kinds = {cue.kind for cue in find_cues(lower, start, end) if cue.word not in _NO_MOOD}
    return kinds & {"appointed", "appoints", "remove", "candidate", "guest"}


def acting_mark(word: str) -> Acting:
    """Return the short mark of an acting cue (`pelaksana harian` is Plh, `untuk sementara` Plt)."""
    return _ACTING_MARKS.get(word, "Plt")
