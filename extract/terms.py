"""The words of reshuffles: acts, their status, whom they move; found word by word from one table."""

from __future__ import annotations

import csv
import re
from dataclasses import dataclass, field
from functools import cache
from importlib.resources import files
from itertools import accumulate
from typing import TYPE_CHECKING, Any, Literal, NamedTuple, cast

import spacy
from spacy.lang.id import IndonesianDefaults
from spacy.util import compile_infix_regex, compile_prefix_regex, compile_suffix_regex

if TYPE_CHECKING:
    from collections.abc import Callable

    from spacy.tokens import Doc

Role = Literal["act", "status", "inside", "outside", "head", "modifier", "hypothetical", "background", "denial"]


@dataclass(frozen=True, slots=True)
class TermEntry:
    """One row of `data/terms.csv`: what a word or phrase can mean in the story of a reshuffle."""

    term: str
    role: Role
    kind: str
    action: str
    strong: bool


class Term(NamedTuple):
    """A term found at [start, end) of the text."""

    start: int
    end: int
    entry: TermEntry


_WORD = re.compile(r"\w+")
_MOST_PIECES = 1 << 16
"""How many pieces are remembered at most."""


@cache
def term_table() -> dict[str, tuple[TermEntry, ...]]:
    """Return the entries of each term, keyed by the term in lower case."""
    table: dict[str, list[TermEntry]] = {}
    with (files("extract") / "data" / "terms.csv").open(encoding="utf-8") as rows:
        for row in csv.DictReader(rows):
            entry = TermEntry(
                row["term"], cast("Role", row["role"]), row["kind"], row["action"], row["strength"] == "strong"
            )
            table.setdefault(entry.term, []).append(entry)
    return {term: tuple(entries) for term, entries in table.items()}


def _tokenizer() -> Callable[[str], Doc]:
    """Return spaCy's tokeniser for Indonesian, with those of its exceptions that hold a word of a term.

    Each of its 16,000 exceptions, most of them reduplications, takes time to load; the others part nothing that a term
    is made of.
    """
    words = {word for term in term_table() for word in _WORD.findall(term)}
    exceptions = IndonesianDefaults.tokenizer_exceptions.items()
    tokenizer: Any = spacy.blank("xx").tokenizer  # its stubs know only that it is called
    tokenizer.prefix_search = compile_prefix_regex(IndonesianDefaults.prefixes or ()).search
    tokenizer.suffix_search = compile_suffix_regex(IndonesianDefaults.suffixes or ()).search
    tokenizer.infix_finditer = compile_infix_regex(IndonesianDefaults.infixes or ()).finditer
    tokenizer.rules = {
        printed: parts for printed, parts in exceptions if not words.isdisjoint(_WORD.findall(printed.lower()))
    }
    return cast("Callable[[str], Doc]", tokenizer)


class _Piece(NamedTuple):
    """A piece of text between blanks: its words in small letters with their places, and which of them open terms."""

    words: list[tuple[str, int, int]]
    openings: list[int]


@dataclass(slots=True)
class _Node:
    """What may follow the words of a term read so far, and the term they are, if any."""

    following: dict[str, _Node] = field(default_factory=dict)
    entries: tuple[TermEntry, ...] = ()


class TermFinder:
    """Finds every term of the table in a text, word by word as spaCy's rules for Indonesian part words.

    These rules look at one piece between blanks at a time, and news prints the same pieces over and over: each is
    parted once, and most begin no term.
    """

    def __init__(self) -> None:
        """Build the tree of terms, parted like the texts."""
        self._tokenize = _tokenizer()
        self._tree = _Node()
        self._pieces: dict[str, _Piece] = {}
        for term, entries in term_table().items():
            node = self._tree
            for piece in term.split():
                for word, _start, _end in self._part(piece).words:
                    node = node.following.setdefault(word, _Node())
            node.entries = entries

    def find(self, text: str) -> list[Term]:
        """Return the terms of the folded `text` in order; where two of one role overlap, only the longer."""
        found: list[Term] = []
        covered: dict[Role, int] = {}
        at = 0
        for line in text.split("\n"):
            printed = line.split(" ")
            pieces = self._parted(printed)
            starts = list(accumulate([len(piece) + 1 for piece in printed], initial=at))
            for number, piece in enumerate(pieces):
                for opening in piece.openings:
                    start = starts[number] + piece.words[opening][1]
                    for end, entries in self._terms_at(starts, pieces, number, opening):
                        for entry in entries:
                            if start >= covered.get(entry.role, -1):
                                covered[entry.role] = end
                                found.append(Term(start, end, entry))
            at += len(line) + 1
        return found

    def _parted(self, printed: list[str]) -> list[_Piece]:
        """Return the pieces, those that were never seen before parted now."""
        try:
            return list(map(self._pieces.__getitem__, printed))
        except KeyError:
            if len(self._pieces) > _MOST_PIECES:
                self._pieces.clear()
            self._pieces.update((piece, self._part(piece)) for piece in set(printed).difference(self._pieces))
            return list(map(self._pieces.__getitem__, printed))

    def _part(self, piece: str) -> _Piece:
        parted = [(word.lower_, word.idx, word.idx + len(word)) for word in self._tokenize(piece)]
        openings = [index for index, (word, _, _) in enumerate(parted) if word in self._tree.following]
        return _Piece(parted, openings)

    def _terms_at(
        self, starts: list[int], pieces: list[_Piece], number: int, index: int
    ) -> list[tuple[int, tuple[TermEntry, ...]]]:
        """Return the terms whose first word is that of this `index` in a piece, each by its end, the longest first."""
        at, piece = starts[number], pieces[number]
        node: _Node | None = self._tree
        ends = []
        while node is not None:
            word, _, end = piece.words[index]
            node = node.following.get(word)
            if node is None:
                break
            if node.entries:
                ends.append((at + end, node.entries))
            index += 1
            if index == len(piece.words):
                number, index = number + 1, 0
                if number == len(pieces) or not pieces[number].words:
                    break  # the line ends, or a second blank follows
                at, piece = starts[number], pieces[number]
        return ends[::-1]
