"""Reads the functional posts (jabatan fungsional) to their end: teacher, auditor, planner and the like."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from extract.post_boundary import Boundaries, Head

_BARE_FUNCTIONS = frozenset("auditor widyaiswara arsiparis pustakawan statistisi perencana asesor".split())
_FUNCTION_FIELDS = frozenset(
    "kebijakan sekolah koordinator komputer hukum kepegawaian keuangan sdm lingkungan umum kb".split()
)
_TWO_WORD_FUNCTIONS = frozenset(
    {
        ("analis", "kebijakan"),
        ("analis", "kepegawaian"),
        ("bidan", "koordinator"),
        ("pengawas", "sekolah"),
        ("pranata", "komputer"),
        ("penata", "kelola"),
        ("pamong", "belajar"),
        ("jabatan", "fungsional"),
    }
)
_AT_UNIT = re.compile(r" (?:di|pada)(?= )")
_RANK_LEVELS = frozenset({"tk", "tingkat", "i"})
_RANKS = frozenset({"pembina", "penata"})


def functional_end(head: Head) -> int | None:
    """Return the end of a functional post (`Perencana Ahli Muda`) that begins with the head; None where it is none."""
    text, at, word = head.text, head.end, head.word
    end, levelled = at, False
    for _ in range(6):
        found = text.word(end)
        if found is None:
            break
        if found[2] in text.tables.levels:
            levelled = True
        elif levelled or (found[2] not in text.tables.words and found[2] not in _FUNCTION_FIELDS):
            break
        end = found[1]
    follower = text.word(at)
    if word in _RANKS and (follower is None or follower[2] in text.tables.levels | _RANK_LEVELS):
        return None  # `Pembina Utama Muda`: a rank (golongan) of the civil service, no post
    if word == "guru" and not levelled:
        school = max(text.unit_end(at, named=False), _workplace_end(text, at))
        return school if school > at else None
    if levelled:
        return _workplace_end(text, end)
    if word in _BARE_FUNCTIONS:
        return end
    return end if follower is not None and (word, follower[2]) in _TWO_WORD_FUNCTIONS else None


def _workplace_end(text: Boundaries, at: int) -> int:
    """Return the end of the unit in which one serves (`Perencana Ahli Muda di Bappeda`, `guru di SMAN 1 Bima`)."""
    joined = _AT_UNIT.match(text.lower, at)
    found = text.word(joined.end()) if joined is not None else None
    if joined is None or found is None or not text.is_capital(found[0]) or not text.is_unit_word(found):
        return at
    return text.government_end(text.unit_end(joined.end(), named=False))
