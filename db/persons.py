"""Whether two printed names can be one person's: full name against short form, word against initial."""

from __future__ import annotations

import re
import unicodedata

_WORD = re.compile(r"[^\W\d_]+")

Name = tuple[str, ...]
"""A name's words in lower case, without accents, marks and titles' dots."""


def name_words(name: str) -> Name:
    """Return the words of a name that bears no titles: `M. Ali Syafa'at` → `("m", "ali", "syafaat")`."""
    plain = unicodedata.normalize("NFKD", name).replace("'", "").replace("’", "").replace("`", "")
    plain = "".join(letter for letter in plain if not unicodedata.combining(letter))
    return tuple(_WORD.findall(plain.casefold()))


def same_name(one: Name, other: Name, *, least_words: int = 2) -> bool:
    """Tell whether the shorter name's words stand in the longer, in order, an initial standing for a word.

    Below `least_words` words only equal names agree: a single name is borne by many.
    """
    if "".join(one) == "".join(other):  # `Sulistyo Hadi`, `Sulistyohadi`
        return bool(one)
    short, full = sorted((one, other), key=len)
    if len(short) < least_words:
        return False
    words = iter(full)
    return all(any(_same_word(word, candidate) for candidate in words) for word in short)


def _same_word(one: str, other: str) -> bool:
    return one == other or (min(len(one), len(other)) == 1 and one[0] == other[0])
