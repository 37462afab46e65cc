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

_TELLING_KINDS = frozenset({"remove", "swap", "held", "replaced", "replaces", "acting", "appoints"})
_MOODS = frozenset({"appointed", "appoints", "remove", "candidate", "guest"})
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
def _finder() -> tuple[re.Pattern[str], dict[str, str], dict[str, str]]:
    """Return what finds a cue, the kind of each literal cue, and that of each named group of the patterns."""
    raw = tomllib.loads((files("extract") / "data" / "appointment_cues.toml").read_text(encoding="utf-8"))
    kinds = {" ".join(phrase.split()): kind for kind, listed in raw["phrases"].items() for phrase in listed.split("|")}
    groups: dict[str, str] = {}
    named: list[str] = []
    first_words: set[str] = set()
    for pattern in raw["patterns"]:
        name = f"p{len(groups)}"
        groups[name] = pattern["kind"]
        first = {" ".join(phrase.split()) for phrase in pattern["first"].split("|")}
        first_words |= first
        named.append(f"(?P<{name}>(?:{any_of(first)})(?!\\w){pattern['then']})")
    # Most words begin no pattern: the look-ahead spares them the trial of each.
    opener = rf"(?=(?:{any_of(first_words)})\b)(?:{'|'.join(named)})"
    return re.compile(rf"\b(?:{opener}|{any_of(kinds)})\b"), kinds, groups


def find_cues(lower: str) -> list[Tag]:
    """Return the cues of a text in small letters, in order."""
    finder, kinds, groups = _finder()
    return [
        Tag(
            groups[found.lastgroup] if found.lastgroup else kinds[found.group()],
            found.start(),
            found.end(),
            found.group(),
        )
        for found in finder.finditer(lower)
    ]


def tells_move(cue: Tag) -> bool:
    """Tell whether the cue tells a move even in a sentence that names no post."""
    return cue.kind in _TELLING_KINDS


def moods_of(cues: list[Tag]) -> set[str]:
    """Return the kinds of those cues that say what is done to people listed afterwards."""
    return {cue.kind for cue in cues if cue.word not in _NO_MOOD} & _MOODS


def acting_mark(word: str) -> Acting:
    """Return the short mark of an acting cue (`pelaksana harian` is Plh, `untuk sementara` Plt)."""
    return _ACTING_MARKS.get(word, "Plt")
