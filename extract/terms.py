"""The words of reshuffles: acts, their status, whom they move; found by spaCy's PhraseMatcher over one table."""

from __future__ import annotations

import csv
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from typing import Literal, cast

from spacy.language import Language
from spacy.matcher import PhraseMatcher
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


@dataclass(frozen=True, slots=True)
class Term:
    """A term found at [start, end) of the text."""

    start: int
    end: int
    entry: TermEntry


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


class TermFinder:
    """Finds every term of the table in a Doc."""

    def __init__(self, nlp: Language) -> None:
        """Build the matcher on the vocabulary of `nlp`."""
        self._entries = list(term_table().values())
        self._matcher = PhraseMatcher(nlp.vocab, attr="LOWER")
        for number, entries in enumerate(self._entries):
            self._matcher.add(str(number), [nlp.make_doc(entries[0].term)])
        self._by_key = {nlp.vocab.strings[str(number)]: entries for number, entries in enumerate(self._entries)}

    def find(self, doc: Doc) -> list[Term]:
        """Return the terms of `doc` in order; where two of one role overlap, only the longer."""
        found: list[Term] = []
        covered: dict[Role, int] = {}
        matches = sorted(self._matcher(doc), key=lambda match: (match[1], -match[2]))
        for key, first, last in matches:
            start = doc[first].idx
            end = doc[last - 1].idx + len(doc[last - 1])
            for entry in self._by_key[key]:
                if start >= covered.get(entry.role, -1):
                    covered[entry.role] = end
                    found.append(Term(start, end, entry))
        return found
