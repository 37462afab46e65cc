"""Who moves from which post to which by a text, as the tests of named moves write it."""

from __future__ import annotations

from extract.appointments import find_appointments
from extract.folding import fold

Move = tuple[str, str | None, str | None]
"""Person, post left, post entered."""


def moves(text: str) -> list[Move]:
    """Return the named moves of a text."""
    return [(move.person, move.from_post, move.to_post) for move in find_appointments(fold(text))]


def told(text: str) -> list[str]:
    """Return the named moves of a text, each as `person: post left > post entered`, `-` where none is told."""
    return [f"{person}: {left or '-'} > {entered or '-'}" for person, left, entered in moves(text)]
