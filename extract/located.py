"""Looks up what was found in a text by where it stands; a search by halves keeps the reading of long texts linear."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Sequence
from operator import attrgetter
from typing import Protocol, TypeVar


class Located(Protocol):
    """Anything found at [start, end) of the text."""

    @property
    def start(self) -> int:
        """The first character."""

    @property
    def end(self) -> int:
        """The character after the last."""


L = TypeVar("L", bound=Located)
START = attrgetter("start")


def between(values: Sequence[L], start: int, end: int) -> Sequence[L]:
    """Return those of `values`, which are in order, that begin in [start, end)."""
    return values[bisect_left(values, start, key=START) : bisect_left(values, end, key=START)]
