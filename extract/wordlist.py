"""Patterns for lists of words that a regular expression finds fast."""

from __future__ import annotations

from collections import defaultdict
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable


def any_of(words: Iterable[str]) -> str:
    """Return a pattern for a word that begins with one of `words` (lower-case regex sources), in either case of its
    first letter or all in capitals.

    The words are grouped by their first letter behind a look-ahead, so that a scan leaves most words of a text after
    one comparison; the longest alternative of a group is tried first. The pattern begins at a word boundary and, as a
    word may be the stem of a longer pattern, does not end at one.
    """
    tails: dict[str, set[str]] = defaultdict(set)
    for word in words:
        tails[word[0]].update((word[1:], word[1:].upper()) if word.isalpha() else (word[1:],))
    initials = "".join(f"{initial}{initial.upper()}" for initial in sorted(tails))
    groups = "|".join(
        f"[{initial}{initial.upper()}](?:{'|'.join(sorted(tails[initial], key=lambda tail: (-len(tail), tail)))})"
        for initial in sorted(tails)
    )
    return rf"\b(?=[{initials}])(?:{groups})"
