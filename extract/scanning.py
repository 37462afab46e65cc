"""Ways to search a text for words that cost little where the words are not.

A regular expression that opens with a literal or one short set of letters lets `re` skip to the next of them; one that
opens with alternatives, or ignores case, is tried in full at every letter.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from functools import lru_cache
from itertools import accumulate
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

_BETWEEN_WORDS = re.compile(r"(\W+)")
_FIRST_WORD = re.compile(r"\w+")


@lru_cache(maxsize=1)  # the rooms ask for the words of one article after the other
def places_of_words(lower: str) -> Mapping[str, Sequence[int]]:
    """Return where each word of a text in small letters begins, in order."""
    pieces = _BETWEEN_WORDS.split(lower)
    places: dict[str, list[int]] = {}
    for word, start in zip(pieces[::2], list(accumulate(map(len, pieces), initial=0))[::2], strict=False):
        places.setdefault(word, []).append(start)
    return places


def first_words(phrases: Iterable[str]) -> frozenset[str]:
    """Return the words that `phrases` begin with."""
    return frozenset(first[0] for first in map(_FIRST_WORD.match, phrases) if first is not None)


def places_of(words: frozenset[str], lower: str) -> list[tuple[int, str]]:
    """Return where one of `words` begins in a text in small letters, and which one, in order."""
    places = places_of_words(lower)
    return sorted([(start, word) for word in words.intersection(places) for start in places[word]])


def says(words: Iterable[str], text: str, start: int, end: int) -> bool:
    """Tell whether one of a few `words`, in small letters, begins in [start, end) of `text`.

    Where none does, a pattern that asks for one of them need not be tried.
    """
    places = places_of_words(lowered(text))
    for word in words:
        starts = places.get(word)
        if starts is not None:
            nearest = bisect_left(starts, start)
            if nearest < len(starts) and starts[nearest] < end:
                return True
    return False


@lru_cache(maxsize=2)
def lowered(text: str) -> str:
    """Return `text` in small letters, the same length as before.

    The few letters that grow when lower-cased, such as the dotted capital I, stay as they are.
    """
    lower = text.lower()
    if len(lower) == len(text):
        return lower
    return "".join(small if len(small := letter.lower()) == 1 else letter for letter in text)


def word_led(pattern: str, initials: str) -> str:
    """Return a pattern that finds where `pattern` matches from a word's beginning, one of `initials` first.

    The match is that first letter alone; the groups of `pattern` hold what they hold in it.
    """
    return rf"[{initials}](?<!\w.)(?<=(?={pattern}).)"
