"""The words that say who moves where, found in a text and sorted by what they do (`data/appointment_cues.toml`)."""

from __future__ import annotations

import re
import tomllib
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from typing import TYPE_CHECKING

from extract.phrases import any_of
from extract.scanning import first_words, places_of

if TYPE_CHECKING:
    from extract.events import Acting
    from extract.names import NameMatch
    from extract.posts import PostMention

_TELLING_KINDS = frozenset({"remove", "swap", "held", "replaced", "replaces", "acting", "appoints"})
_MOODS = frozenset({"appointed", "appoints", "remove", "candidate", "guest", "rumour"})
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
    itself, or `word` for a word that says nothing here; `word` is the cue or word in small letters. A person with a
    rank of army, police or court is a `word` that keeps the `name`.
    """

    kind: str
    start: int
    end: int
    word: str = ""
    post: PostMention | None = None
    name: NameMatch | None = None


@dataclass(frozen=True, slots=True)
class _Table:
    """What begins a cue, and how it is read there.

    `alone` are the kinds of the cues of one word with which no other begins; `cue` reads any other, `kinds` has the
    kind of each literal one, `groups` that of each named group of the patterns.
    """

    openings: frozenset[str]
    alone: dict[str, str]
    cue: re.Pattern[str]
    kinds: dict[str, str]
    groups: dict[str, str]


@cache
def _table() -> _Table:
    """Return the table of cues, read once."""
    raw = tomllib.loads((files("extract") / "data" / "appointment_cues.toml").read_text(encoding="utf-8"))
    kinds = {" ".join(phrase.split()): kind for kind, listed in raw["phrases"].items() for phrase in listed.split("|")}
    groups: dict[str, str] = {}
    named: list[str] = []
    firsts: set[str] = set()
    for pattern in raw["patterns"]:
        name = f"p{len(groups)}"
        groups[name] = pattern["kind"]
        first = {" ".join(phrase.split()) for phrase in pattern["first"].split("|")}
        firsts |= first
        named.append(f"(?P<{name}>(?:{any_of(first)})(?!\\w){pattern['then']})")
    # Most cues are none of the patterns: the look-ahead spares them the trial of each.
    opener = rf"(?=(?:{any_of(firsts)})\b)(?:{'|'.join(named)})"
    cue = re.compile(rf"(?:{opener}|{any_of(kinds)})\b")
    longer = first_words(firsts | {phrase for phrase in kinds if not phrase.isalpha()})
    alone = {word: kind for word, kind in kinds.items() if word.isalpha() and word not in longer}
    return _Table(first_words(firsts | kinds.keys()), alone, cue, kinds, groups)


def find_cues(lower: str) -> list[Tag]:
    """Return the cues of a text in small letters, in order."""
    table = _table()
    cues: list[Tag] = []
    reached = 0
    for start, word in places_of(table.openings, lower):
        if start < reached:
            continue
        kind = table.alone.get(word)
        found = table.cue.match(lower, start) if kind is None else None
        if found is not None:
            word, group = found.group(), found.lastgroup
            kind = table.groups[group] if group else table.kinds[word]
        if kind is not None:
            reached = start + len(word)
            cues.append(Tag(kind, start, reached, word))
    return cues


def tells_move(cue: Tag) -> bool:
    """Tell whether the cue tells a move even in a sentence that names no post."""
    return cue.kind in _TELLING_KINDS


def moods_of(cues: list[Tag]) -> set[str]:
    """Return the kinds of those cues that say what is done to people listed afterwards."""
    return {cue.kind for cue in cues if cue.word not in _NO_MOOD} & _MOODS


def acting_mark(word: str) -> Acting:
    """Return the short mark of an acting cue (`pelaksana harian` is Plh, `untuk sementara` Plt)."""
    return _ACTING_MARKS.get(word, "Plt")
