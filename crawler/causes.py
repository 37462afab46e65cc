"""Why something could not be had, in words and by kind."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

FailureKind = Literal[
    "blocked",
    "unreachable",
    "robots",
    "elsewhere",
    "missing",
    "unreadable",
    "empty",
    "incomplete",
    "damaged",
    "ours",
    "other",
]
"""What kind of failure it is, whatever the words: blocked (the site refuses us), unreachable (no answer, or a server's
fault), robots (robots.txt forbids it), elsewhere (it leads away from the portal), missing (no such address), unreadable
(an answer that is not what was asked for), empty (nothing is listed), incomplete (a part of the listing cannot be had),
damaged (a body), ours (the store, an interruption)."""

_BLOCKING = frozenset({401, 403, 407, 429, 451})


@dataclass(frozen=True, slots=True)
class Cause:
    """Why something could not be had: in words, which is what it is printed as, and of what kind."""

    words: str
    kind: FailureKind

    def __str__(self) -> str:
        return self.words


def kind_of_status(status: int) -> FailureKind:
    """Return what an answer with this status, which is no success, means."""
    if status in _BLOCKING:
        return "blocked"
    if status in (404, 410):
        return "missing"
    return "unreachable" if status >= 500 else "other"
